/*
 * amount_bound.c -- what bounds an amount: more than, up to, or more.
 *
 *     more than 300 arrests      300, and not 300 itself, to no end
 *     as many as 12 died         to 12
 *     12 or more                 from 12
 *     about 5,000                5,000, approximately
 *
 * The words before and after are phrases of data/en/amounts/words.txt.
 */
#include "amount/amount.h"

#define BOUND_PIECES 4			/* of the longest phrase: an upper limit of */

#define BOUNDS_BEFORE (AMOUNT_BIT(AMOUNT_ABOVE) | AMOUNT_BIT(AMOUNT_AT_LEAST) | AMOUNT_BIT(AMOUNT_BELOW) | \
					   AMOUNT_BIT(AMOUNT_AT_MOST) | AMOUNT_BIT(AMOUNT_ABOUT))
#define BOUNDS_AFTER (AMOUNT_BIT(AMOUNT_OR_MORE) | AMOUNT_BIT(AMOUNT_OR_LESS))

/* classes_before returns the bounds that the longest phrase before a token is. */
static uint64_t
classes_before(const AmountReader *r, uint32_t token)
{
	for (uint32_t pieces = BOUND_PIECES; pieces > 0; pieces--)
	{
		uint64_t	classes;

		if (token < r->first + pieces)
			continue;
		classes = amount_phrase_classes(r, token - pieces, token) & BOUNDS_BEFORE;
		if (classes != 0)
			return classes;
	}
	return 0;
}

static uint64_t
classes_after(const AmountReader *r, AmountPlace at)
{
	AmountSense senses[AMOUNT_SENSES];
	int			n = amount_senses(r, at, senses);
	uint64_t	classes = 0;

	for (int i = 0; i < n; i++)
		classes |= AMOUNT_BIT(senses[i].class) & BOUNDS_AFTER;
	return classes;
}

void
amount_bound(const AmountReader *r, const AmountMatch *match, NtAmount *amount)
{
	uint64_t	classes = classes_before(r, match->first) | classes_after(r, match->next);

	if (match->start > r->tokens[match->first].start)
		classes &= BOUNDS_AFTER;
	if (classes & AMOUNT_BIT(AMOUNT_ABOVE))
		amount->bounds |= AMOUNT_NO_HIGH | AMOUNT_LOW_OUT;
	else if (classes & (AMOUNT_BIT(AMOUNT_AT_LEAST) | AMOUNT_BIT(AMOUNT_OR_MORE)))
		amount->bounds |= AMOUNT_NO_HIGH;
	else if (classes & AMOUNT_BIT(AMOUNT_BELOW))
		amount->bounds |= AMOUNT_NO_LOW | AMOUNT_HIGH_OUT;
	else if (classes & (AMOUNT_BIT(AMOUNT_AT_MOST) | AMOUNT_BIT(AMOUNT_OR_LESS)))
		amount->bounds |= AMOUNT_NO_LOW;
	else if (classes & AMOUNT_BIT(AMOUNT_ABOUT))
		amount->bounds |= AMOUNT_APPROXIMATE;
}
