/*
 * quote_model.h -- the trained weights of quotations.
 */
#ifndef NEWSTEXT_QUOTE_MODEL_H
#define NEWSTEXT_QUOTE_MODEL_H

#include "know/vocab.h"

#define QUOTE_SPAN_MODELS 6

/* What each holds is told in quote.h. */
typedef struct QuoteModel
{
	const int8_t *tag;			/* rows of QUOTE_TAG_WIDTH */
	const uint8_t (*usual)[2];	/* of each word, written small and with a capital: its only tag + 1, 0: it has several */
	const int8_t *cue;			/* rows of QUOTE_CUE_WIDTH */
	const int8_t *span[QUOTE_SPAN_MODELS];
} QuoteModel;

extern void quote_model_open(NtContext *cx, QuoteModel *model, const NtModel *file, const NtVocab *vocab);

#endif
