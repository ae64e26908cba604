/*
 * quote_clause.h -- where the reported words begin and end.
 */
#ifndef NEWSTEXT_QUOTE_CLAUSE_H
#define NEWSTEXT_QUOTE_CLAUSE_H

#include "quote/quote_candidate.h"
#include "quote/quote_mark.h"

#define START_WINDOW 18			/* tokens between a cue and what it reports */
#define CLAUSE_WINDOW 120		/* of a reported clause */

/* quote_clause.c: what was said, empty when there is no candidate; *margin shrinks to the narrowest decision. */
extern QuoteRange quote_content(const QuoteReader *r, uint32_t cue, QuoteSide side, int32_t *margin);

/* quote_right.c, quote_left.c: candidates and the features of each. */
extern void quote_right_starts(const QuoteReader *r, uint32_t cue, QuoteCandidates *c);
extern void quote_right_start_features(const QuoteReader *r, uint32_t cue, uint32_t start, QuotePart part, QuoteFeatures *f);
extern void quote_right_ends(const QuoteReader *r, uint32_t cue, uint32_t start, QuoteCandidates *c);
extern void quote_right_end_features(const QuoteReader *r, uint32_t cue, uint32_t start, uint32_t end, QuotePart part,
									 QuoteFeatures *f);
extern void quote_left_ends(const QuoteReader *r, uint32_t cue, QuoteCandidates *c);
extern void quote_left_end_features(const QuoteReader *r, uint32_t cue, uint32_t end, QuoteFeatures *f);
extern void quote_left_starts(const QuoteReader *r, uint32_t cue, uint32_t end, QuoteCandidates *c);
extern void quote_left_start_features(const QuoteReader *r, uint32_t cue, uint32_t end, uint32_t start, QuoteFeatures *f);

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

	while (last > r->first && r->pos[last] == POS_STOP)
		last--;
	return last;
}

#endif
