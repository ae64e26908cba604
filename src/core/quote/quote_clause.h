/*
 * quote_clause.h -- what the files that find where a clause begins and ends share.
 */
#ifndef NEWSTEXT_QUOTE_CLAUSE_H
#define NEWSTEXT_QUOTE_CLAUSE_H

#include "quote/quote.h"

#define START_WINDOW 18			/* tokens between a cue and what it reports */
#define CLAUSE_WINDOW 120		/* of a reported clause */

/* length_class: 1 2 3 4 6 8 12 16 24 32 48 ... */
static inline uint32_t
length_class(uint32_t n)
{
	uint32_t	class = 0;

	while (n > 2)
	{
		n = n * 2 / 3;
		class++;
	}
	return class * 4 + n;
}

static inline void
candidate_add(QuoteCandidates *c, uint32_t i)
{
	if (c->n < QUOTE_CANDIDATES)
		c->at[c->n++] = i;
}

/* mark_around returns the pair of marks that holds a token, NULL when none does. */
static inline const QuoteMark *
mark_around(const QuoteReader *r, uint32_t i)
{
	if (!r->inside[i])
		return NULL;
	for (uint32_t k = i + 1; k-- > 0 && i - k < CLAUSE_WINDOW;)
	{
		const QuoteMark *m = mark_opening(r, k);

		if (m != NULL && m->close >= i)
			return m;
	}
	return NULL;
}

/* sentence_stop returns the last token that content may hold: not the final stop. */
static inline uint32_t
sentence_stop(const QuoteReader *r)
{
	uint32_t	last = r->last - 1;

	while (last > r->first && r->tag[last] == TAG_STOP)
		last--;
	return last;
}

#endif
