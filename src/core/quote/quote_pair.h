/*
 * quote_pair.h -- quotation marks while their pairs are sought; what the files of quote_marks.c share.
 */
#ifndef NEWSTEXT_QUOTE_PAIR_H
#define NEWSTEXT_QUOTE_PAIR_H

#include "quote/quote_mark.h"

typedef enum PairKind
{
	PAIR_NONE,
	PAIR_DOUBLE,				/* " “ ” „ `` '' and full-width: hurried hands mix them */
	PAIR_SINGLE,				/* ' ‘ ’ ‚ */
	PAIR_GUILLEMET				/* « » ‹ › */
} PairKind;

/* Where a mark can stand in a pair. */
#define SIDE_OPEN 1
#define SIDE_CLOSE 2

typedef struct OpenMark
{
	uint32_t	token;
	uint32_t	pair;			/* its place in r->marks, kept since it opened */
	PairKind	kind;
} OpenMark;

/* The pass over the marks. */
typedef struct Pairing
{
	OpenMark	stack[QUOTE_MARK_DEPTH];
	uint32_t	depth;
	uint32_t	partner;		/* a single mark ahead that could close, in this paragraph; NT_NONE: not looked for */
	bool		alone;			/* there is none */
	uint32_t	doubled;		/* the next double mark of this paragraph, or its end, is not before this token */
	bool		counted;		/* whether words and marks stand apart is known */
	bool		apart;			/* they do: the text of a tokenizer */
} Pairing;

/* quote_pair.c: quote_pair_of returns which pairs a mark may belong to, and where it can stand in one. */
extern PairKind quote_pair_of(const NtToken *tokens, uint32_t n, uint32_t i, int *sides);

/* quote_pair_opens_at tells whether an opening mark of a kind stands at a token. */
extern bool quote_pair_opens_at(const QuoteReader *r, uint32_t i, PairKind kind);

/* ---- quote_single.c ---- */

/* quote_single_may_open tells whether a single mark may open a quotation, and is no apostrophe. */
extern bool quote_single_may_open(const QuoteReader *r, Pairing *p, uint32_t i);

/*
 * quote_single_is_possessive tells whether a single mark after an s rather belongs to the
 * word: 'the nurses' notes were lost,' she said.
 */
extern bool quote_single_is_possessive(const QuoteReader *r, uint32_t i);

/*
 * quote_single_closes_double tells whether a single mark closes the double one that is open:
 * behind a comma or stop, and no double one closes before the next opens or the
 * paragraph ends: “We waited,’ he said.
 */
extern bool quote_single_closes_double(const QuoteReader *r, Pairing *p, uint32_t i);

/* ---- quote_unclosed.c ---- */

/* quote_unclosed_begins_speech tells whether a mark begins a sentence or follows a colon or comma. */
extern bool quote_unclosed_begins_speech(const QuoteReader *r, uint32_t i);

/* quote_unclosed_before returns where the quotation ends that a mark opened and nothing closes before another of its kind. */
extern uint32_t quote_unclosed_before(const QuoteReader *r, uint32_t open, uint32_t limit);

/* quote_unclosed_in_paragraph likewise, before the paragraph ends; NT_NONE: it is none. */
extern uint32_t quote_unclosed_in_paragraph(const QuoteReader *r, uint32_t open, uint32_t limit);

#endif
