/*
 * knowledge.h -- all that newstext knows: the parts of the model file, each
 * opened by the module that reads it.
 */
#ifndef NEWSTEXT_KNOWLEDGE_H
#define NEWSTEXT_KNOWLEDGE_H

#include "cue.h"
#include "date_grammar.h"
#include "name_words.h"
#include "quote_model.h"
#include "tagmodel.h"

/* Opened once a process; read-only from then on. */
typedef struct NtKnowledge
{
	NtModel		model;
	NtVocab		vocab;
	NtNameWords name_words;
	NtCues		cues;
	QuoteModel	quotes;
	NtTagger	tagger;
	NtDateGrammar dates;
} NtKnowledge;

extern void knowledge_open(NtContext *cx, NtKnowledge *know, const void *bytes, uint64_t size);

#endif
