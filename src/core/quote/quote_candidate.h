/*
 * quote_candidate.h -- a choice among few candidates by a linear model.
 */
#ifndef NEWSTEXT_QUOTE_CANDIDATE_H
#define NEWSTEXT_QUOTE_CANDIDATE_H

#include "quote/quote.h"
#include "quote/quote_feature.h"

#define QUOTE_CANDIDATES 64

typedef struct QuoteCandidates
{
	uint32_t	at[QUOTE_CANDIDATES];
	uint32_t	n;
} QuoteCandidates;

/*
 * Where many candidates stand for election all are scored by their first
 * features, and only the finalists by the rest too.
 */
typedef enum QuotePart
{
	FEATURES_FIRST = 1,
	FEATURES_REST = 2,
	FEATURES_ALL = FEATURES_FIRST | FEATURES_REST
} QuotePart;

static inline void
candidate_add(QuoteCandidates *c, uint32_t i)
{
	if (c->n < QUOTE_CANDIDATES)
		c->at[c->n++] = i;
}

/* quote_score adds the weights of the features. */
extern int32_t quote_score(const QuoteReader *r, QuoteSpanModel model, const QuoteFeatures *f);

/* quote_finalists leaves the scores of the best and makes the others INT32_MIN. */
extern void quote_finalists(int32_t *score, uint32_t n, uint32_t finalists);

#endif
