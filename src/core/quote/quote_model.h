/*
 * quote_model.h -- the trained weights of quotations, as the model file holds them.
 *
 * A weight is a byte; rows are found by the upper bits of a feature's hash.  A
 * feature that training never met falls on a row all the same; the tables are so
 * large that few of those hold another's weight.
 */
#ifndef NEWSTEXT_QUOTE_MODEL_H
#define NEWSTEXT_QUOTE_MODEL_H

#include "base/kind.h"
#include "know/vocab.h"
#include "quote/quote_english.h"

#define QUOTE_POS_WIDTH 24		/* POS_LEARNED */
#define QUOTE_POS_BITS 14
#define QUOTE_CUE_WIDTH 2		/* CUE_RIGHT and CUE_LEFT; no cue scores 0 */
#define QUOTE_CUE_BITS 18
#define QUOTE_SPAN_BITS 17
#define QUOTE_SCALE 32			/* a score of 1 nat */

/* Choices among candidates, each a table of its own; the section of the model file. */
#define QUOTE_SPAN_TABLES(X) \
	X(SPAN_RIGHT_START, "quoteRS")	/* of words reported after their cue */ \
	X(SPAN_RIGHT_END, "quoteRE") \
	X(SPAN_LEFT_START, "quoteLS")	/* and before it */ \
	X(SPAN_LEFT_END, "quoteLE") \
	X(SPAN_SOURCE, "quoteSRC")		/* the phrase that names the speaker */ \
	X(SPAN_LOOSE, "quoteLO")		/* a pair of marks no cue claims */

typedef enum QuoteSpanModel
{
#define SPAN_ENUM(symbol, section) symbol,
	QUOTE_SPAN_TABLES(SPAN_ENUM)
#undef SPAN_ENUM
	SPAN_MODELS
} QuoteSpanModel;

/* Confidence, in thousandths, by kind and margin; a step is half a nat. */
#define QUOTE_ODDS_STEPS 16
#define QUOTE_ODDS_STEP (QUOTE_SCALE / 2)

/* A title, and another noun for whoever bears it, as hashes: Sen., senator. */
typedef struct QuoteTitle
{
	uint32_t	title;
	uint32_t	role;
} QuoteTitle;

#define QUOTE_TITLES (sizeof((const char *const[][2]) QUOTE_TITLE_ROLES) / sizeof(const char *[2]))

/* Lists of words that grammar knows by themselves: a field of the model, words of quote_english.h. */
#define QUOTE_WORD_LISTS(X) \
	X(be, QUOTE_BE) \
	X(days, QUOTE_DAYS) \
	X(quoters, QUOTE_QUOTERS) \
	X(contrasts, QUOTE_CONTRASTS) \
	X(adjuncts, QUOTE_ADJUNCTS) \
	X(finders, QUOTE_FINDERS) \
	X(omitted, QUOTE_OMITTED) \
	X(occasions, QUOTE_OCCASIONS) \
	X(self, QUOTE_SELF)

typedef struct QuoteModel
{
	const int8_t *pos;			/* rows of QUOTE_POS_WIDTH */
	const uint8_t (*usual)[2];	/* of each word, written small and with a capital: its only part of speech + 1, 0: it has several */
	const int8_t *cue;			/* rows of QUOTE_CUE_WIDTH */
	const int8_t *span[SPAN_MODELS];
	const uint16_t (*odds)[QUOTE_ODDS_STEPS];	/* of each NtQuoteKind */
	QuoteTitle	titles[QUOTE_TITLES];
#define QUOTE_WORD_FIELD(field, words) uint32_t field[sizeof((const char *const[]) words) / sizeof(const char *)];
	QUOTE_WORD_LISTS(QUOTE_WORD_FIELD)	/* hashes */
#undef QUOTE_WORD_FIELD
} QuoteModel;

/* quote_word_in tells whether a hash is among those of a list of words of the model. */
#define quote_word_in(hash, list) quote_hash_in(hash, list, sizeof(list) / sizeof(*(list)))

static inline bool
quote_hash_in(uint32_t hash, const uint32_t *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == hash)
			return true;
	return false;
}

/* quote_word_hash returns the hash by which tokens know a word. */
extern uint32_t quote_word_hash(const char *word);

extern void quote_model_open(NtContext *cx, QuoteModel *model, const NtModel *file, const NtVocab *vocab);

#endif
