/*
 * quote_label.h -- the label of a turn in a transcript (quote_label.c).
 */
#ifndef NEWSTEXT_QUOTE_LABEL_H
#define NEWSTEXT_QUOTE_LABEL_H

#include "quote/quote.h"

typedef struct QuoteLabel
{
	uint32_t	first;			/* token */
	uint32_t	last;			/* of its name */
	uint32_t	sign;			/* colon, or the letter itself when "Q." is one token */
	uint32_t	hash;			/* of its last word: ORLOFF of SUSAN ORLOFF */
	uint32_t	next;			/* first token of the next paragraph */
	bool		letter;			/* Q or A */
	bool		upper;
	bool		named;			/* or recurring, or a letter: a speaker's */
	bool		person;			/* a name is among its words */
	bool		again;			/* it comes again near by */
	bool		near;			/* another one stands near */
	bool		joined;			/* and the next does */
	bool		above;			/* what is said begins on the next line */
	bool		chat;			/* the head of a message (quote_chat.c) */
	bool		house;			/* the head of a speech in parliament (quote_house.c), */
	bool		bracket;		/* with a bracket behind the name */
	bool		chair;			/* an office that needs no name: The Speaker */
	bool		other;			/* behind a label that names nobody: QUESTION */
} QuoteLabel;

/* quote_is_decoration tells whether a token only sets a label apart: ** of Markdown, a bullet. */
static inline bool
quote_is_decoration(const NtToken *t)
{
	return token_mark_in(t, MARK_BIT(MARK_STAR) | MARK_BIT(MARK_UNDERSCORE) | MARK_BIT(MARK_BULLET));
}

/* quote_after_stamp returns the token after a time stamp at the beginning of a line: [00:00:12] Name: */
extern uint32_t quote_after_stamp(const QuoteReader *r, uint32_t i);

/* quote_is_stamp tells whether what quote_after_stamp passed over is a time, no number of a list: 00:12 [0:12] */
extern bool quote_is_stamp(const QuoteReader *r, uint32_t from, uint32_t upto);

/* quote_label_read reads the label that begins at a token; false when none does.  Behind >> or a time (marked) capitals need tell nothing. */
extern bool quote_label_read(const QuoteReader *r, uint32_t first, bool marked, QuoteLabel *label);

#endif
