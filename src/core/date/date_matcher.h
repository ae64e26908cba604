/*
 * date_matcher.h -- finds the expression that begins at a token; date_matcher.c
 * tells the algorithm.
 */
#ifndef NEWSTEXT_DATE_MATCHER_H
#define NEWSTEXT_DATE_MATCHER_H

#include "date/date_grammar.h"
#include "text/sentence.h"

/* An expression found: its tokens, its rule and what it says. */
typedef struct NtDateMatch
{
	uint32_t	first;			/* tokens [first, last) */
	uint32_t	last;
	uint32_t	read;			/* tokens to here, with the context after it */
	uint16_t	rule;
	int32_t		slot[DATE_SLOT_COUNT];
} NtDateMatch;

#define NT_NO_TOKEN UINT32_MAX
#define DATE_WINDOW 64			/* tokens whose senses are remembered; power of two */

/* The matcher's state, for one article. */
typedef struct NtDateMatcher
{
	NtContext  *cx;
	const NtDateGrammar *grammar;
	const NtVocab *vocab;
	const char *text;
	const NtToken *tokens;
	uint32_t	first;			/* the sentence: tokens [first, last) */
	uint32_t	last;
	uint32_t	sense_token[DATE_WINDOW];
	uint8_t		n_senses[DATE_WINDOW];
	NtDateSense senses[DATE_WINDOW][DATE_SENSES_MAX];

	int32_t		slot[DATE_SLOT_COUNT];	/* on the way */
	uint32_t	begin;
	uint32_t	end;
	uint32_t	steps;			/* left for this start */
	bool		found;
	NtDateMatch *match;
} NtDateMatcher;

extern void date_matcher_open(NtDateMatcher *m, NtContext *cx, const NtDateGrammar *grammar,
							  const NtVocab *vocab, const char *text, const NtToken *tokens);
extern void date_matcher_sentence(NtDateMatcher *m, uint32_t first, uint32_t last);
extern bool date_matcher_at(NtDateMatcher *m, uint32_t token, NtDateMatch *match);
extern bool date_matcher_is(NtDateMatcher *m, uint32_t token, uint16_t class);

#endif
