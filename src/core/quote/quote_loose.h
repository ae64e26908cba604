/*
 * quote_loose.h -- what becomes of a pair of marks no cue has claimed.
 */
#ifndef NEWSTEXT_QUOTE_LOOSE_H
#define NEWSTEXT_QUOTE_LOOSE_H

#include "quote/quote.h"
#include "quote/quote_feature.h"

#define QUOTE_LOOSE_OPTIONS 16

typedef enum QuoteFate
{
	LOOSE_DROP,
	LOOSE_JOIN,					/* goes on with attribution index */
	LOOSE_CUE					/* token index is its cue */
} QuoteFate;

typedef struct QuoteLoose
{
	QuoteFate	what;
	uint32_t	index;
	QuoteSide	side;
	QuoteRange	content;
	int32_t		score;			/* of the cue; of a join its rank */
	bool		covers;			/* the clause model too takes the pair in */
} QuoteLoose;

/* The trainer's answer in place of the model's: which of n options is right. */
typedef struct QuoteTeacher
{
	uint32_t	(*answer) (void *data, QuoteReader *r, uint32_t number, const QuoteMark *m, const QuoteLoose *options, uint32_t n);
	void	   *data;
} QuoteTeacher;

extern void quote_loose(QuoteReader *r, uint32_t number, uint32_t mark);
extern void quote_loose_features(const QuoteReader *r, uint32_t number, const QuoteMark *m, const QuoteLoose *o,
								 QuoteFeatures *f);
extern bool quote_goes_on(const QuoteReader *r, const Attribution *a, const QuoteMark *m);

#endif
