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
#define QUOTE_BE_FORMS (sizeof((const char *const[]) QUOTE_BE) / sizeof(const char *))
#define QUOTE_SELF_FORMS (sizeof((const char *const[]) QUOTE_SELF) / sizeof(const char *))
#define QUOTE_DAY_WORDS (sizeof((const char *const[]) QUOTE_DAYS) / sizeof(const char *))
#define QUOTE_QUOTER_WORDS (sizeof((const char *const[]) QUOTE_QUOTERS) / sizeof(const char *))
#define QUOTE_CONTRAST_WORDS (sizeof((const char *const[]) QUOTE_CONTRASTS) / sizeof(const char *))
#define QUOTE_ADJUNCT_WORDS (sizeof((const char *const[]) QUOTE_ADJUNCTS) / sizeof(const char *))
#define QUOTE_OCCASION_WORDS (sizeof((const char *const[]) QUOTE_OCCASIONS) / sizeof(const char *))
#define QUOTE_OMITTED_WORDS (sizeof((const char *const[]) QUOTE_OMITTED) / sizeof(const char *))
#define QUOTE_FINDER_WORDS (sizeof((const char *const[]) QUOTE_FINDERS) / sizeof(const char *))

typedef struct QuoteModel
{
	const int8_t *pos;			/* rows of QUOTE_POS_WIDTH */
	const uint8_t (*usual)[2];	/* of each word, written small and with a capital: its only part of speech + 1, 0: it has several */
	const int8_t *cue;			/* rows of QUOTE_CUE_WIDTH */
	const int8_t *span[SPAN_MODELS];
	const uint16_t (*odds)[QUOTE_ODDS_STEPS];	/* of each NtQuoteKind */
	QuoteTitle	titles[QUOTE_TITLES];
	uint32_t	be[QUOTE_BE_FORMS];	/* hashes of is, was ... */
	uint32_t	days[QUOTE_DAY_WORDS];
	uint32_t	quoters[QUOTE_QUOTER_WORDS];
	uint32_t	contrasts[QUOTE_CONTRAST_WORDS];
	uint32_t	adjuncts[QUOTE_ADJUNCT_WORDS];
	uint32_t	finders[QUOTE_FINDER_WORDS];
	uint32_t	omitted[QUOTE_OMITTED_WORDS];
	uint32_t	occasions[QUOTE_OCCASION_WORDS];
	uint32_t	self[QUOTE_SELF_FORMS];	/* and of himself ... */
} QuoteModel;

/* quote_word_in tells whether a hash is among those of a list of words. */
static inline bool
quote_word_in(uint32_t hash, const uint32_t *list, size_t n)
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
