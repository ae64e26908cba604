/*
 * knowledge.c -- opens the model file, part by part.
 */
#include "know/knowledge.h"

#include <string.h>

/*
 * knowledge_open opens a model file's bytes, which must stay mapped as long
 * as *know is used.  Raises NT_ERROR_MODEL.
 */
void
knowledge_open(NtContext *cx, NtKnowledge *know, const void *bytes, uint64_t size)
{
	memset(know, 0, sizeof(*know));
	model_open(cx, &know->model, bytes, size);
	vocab_open(cx, &know->vocab, &know->model);
	places_open(cx, &know->places, &know->model, &know->vocab);
	wikidata_open(cx, &know->wikidata, &know->model);
	date_grammar_open(cx, &know->dates, &know->model, &know->vocab);
	name_words_open(&know->name_words, &know->vocab);
	name_model_open(cx, &know->names, &know->model);
	cue_open(cx, &know->cues, &know->model, &know->vocab);
	quote_model_open(cx, &know->quotes, &know->model, &know->vocab);
	amount_grammar_open(cx, &know->amounts, &know->model, &know->vocab);
	language_open(cx, &know->languages, &know->model);
	tagger_open(cx, &know->tagger, &know->model, &know->vocab);
}
