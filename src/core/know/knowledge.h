/*
 * knowledge.h -- all that newstext knows: the parts of the model file, each
 * opened by the module that reads it.
 */
#ifndef NEWSTEXT_KNOWLEDGE_H
#define NEWSTEXT_KNOWLEDGE_H

#include "amount/amount_grammar.h"
#include "know/cue.h"
#include "know/places.h"
#include "know/wikidata.h"
#include "date/date_grammar.h"
#include "name/name_english.h"
#include "name/name_model.h"
#include "quote/quote_model.h"
#include "tag/tagmodel.h"
#include "text/language.h"

/* Opened once a process; read-only from then on. */
typedef struct NtKnowledge
{
	NtModel		model;
	NtVocab		vocab;
	NtPlaces	places;
	NtWikidata	wikidata;
	NtNameWords name_words;
	NtNameModel names;
	NtCues		cues;
	QuoteModel	quotes;
	NtTagger	tagger;
	NtDateGrammar dates;
	NtAmountGrammar amounts;
	NtLanguages languages;
} NtKnowledge;

extern void knowledge_open(NtContext *cx, NtKnowledge *know, const void *bytes, uint64_t size);

#endif
