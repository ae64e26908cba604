/*
 * quote_mark.h -- pairs of quotation marks; quote_marks.c tells how they are found.
 */
#ifndef NEWSTEXT_QUOTE_MARK_H
#define NEWSTEXT_QUOTE_MARK_H

#include "quote/quote.h"

#define QUOTE_MARK_DEPTH 8		/* nested marks followed; deeper ones are passed over */

static inline bool
is_mark(const QuoteReader *r, uint32_t i)
{
	return r->pair[i] != NT_NONE;
}

/* mark_at returns the pair to which the mark at a token belongs; the token is_mark. */
static inline QuoteMark *
mark_at(const QuoteReader *r, uint32_t i)
{
	return &r->marks.at[r->pair[i]];
}

/* mark_opening returns the pair of marks that opens at a token, NULL when none does. */
static inline const QuoteMark *
mark_opening(const QuoteReader *r, uint32_t i)
{
	return is_mark(r, i) && mark_at(r, i)->open == i ? mark_at(r, i) : NULL;
}

extern void quote_marks(QuoteReader *r);

/* quote_kind_of tells how a range is marked; quote_take_marks notes that its pairs belong to a quotation. */
extern NtQuoteKind quote_kind_of(const QuoteReader *r, QuoteRange range);
extern void quote_take_marks(QuoteReader *r, QuoteRange range);

/* quote_words_in counts the words of a pair, up to 20, and how many of them begin with a capital. */
extern uint32_t quote_words_in(const QuoteReader *r, const QuoteMark *m, uint32_t *capitals);
extern bool quote_begins_sentence(const QuoteReader *r, const QuoteMark *m);

#endif
