/*
 * train_quotes_odds.c -- how far a margin can be trusted.
 *
 * Models of one half of the articles read the other; of the quotations of each
 * kind and step of the margin the share that was right, content and source, is
 * the confidence.  The shares never fall as the margin grows (isotonic regression
 * by pooling adjacent violators).
 */
#include "train/train_quotes.h"

#include <math.h>
#include <stdio.h>

#define RIGHT_DIRECT 0.85		/* of the union of both contents that they share */
#define RIGHT_OTHER 0.5
#define FEW 4.0					/* quotations in mind beside those of a step, half of them right */

uint16_t	odds[QUOTE_KIND_MAX + 1][QUOTE_ODDS_STEPS];

typedef struct Count
{
	double		right;
	double		all;
} Count;

static Count counts[QUOTE_KIND_MAX + 1][QUOTE_ODDS_STEPS];

/* shared returns the bytes that an attribution's ranges and a gold content share; *size: those of the attribution. */
static uint32_t
shared(const QuoteReader *r, const Attribution *a, const Ranges *gold, uint32_t *size)
{
	uint32_t	sum = 0;
	QuoteRange	range = a->content;

	*size = 0;
	for (uint32_t more = a->more;; more = r->more.at[more].next)
	{
		QuoteRange	bytes = {r->tok[range.first].start, r->tok[range.last].end};

		*size += bytes.last - bytes.first;
		for (uint32_t k = 0; k < gold->n; k++)
		{
			uint32_t	first = bytes.first > gold->at[k].first ? bytes.first : gold->at[k].first;
			uint32_t	last = bytes.last < gold->at[k].last ? bytes.last : gold->at[k].last;

			sum += first < last ? last - first : 0;
		}
		if (more == NT_NONE)
			break;
		range = r->more.at[more].range;
	}
	return sum;
}

static bool
source_right(const QuoteReader *r, const Attribution *a, const Ranges *source)
{
	if (range_empty(a->source))
		return source->n == 0;
	for (uint32_t k = 0; k < source->n; k++)
		if (r->tok[a->source.first].start < source->at[k].last && r->tok[a->source.last].end > source->at[k].first)
			return true;
	return false;
}

static bool
is_right(const Document *d, const QuoteReader *r, const Attribution *a)
{
	for (uint32_t g = 0; g < d->gold.n; g++)
	{
		const Gold *gold = &d->gold.at[g];
		uint32_t	size;
		uint32_t	both = shared(r, a, &gold->content, &size);
		uint32_t	other = 0;

		for (uint32_t k = 0; k < gold->content.n; k++)
			other += gold->content.at[k].last - gold->content.at[k].first;
		if (both >= (a->kind == QUOTE_DIRECT ? RIGHT_DIRECT : RIGHT_OTHER) * (size + other - both) &&
			source_right(r, a, &gold->source))
			return true;
	}
	return false;
}

static void
count_document(const Document *d)
{
	QuoteReader r;

	quote_reader_open(&r, (NtArticle *) &d->article);
	quote_search(&r);
	for (uint32_t i = 0; i < r.found.n; i++)
	{
		const Attribution *a = &r.found.at[i];
		int32_t		step = a->margin < 0 ? 0 : a->margin / QUOTE_ODDS_STEP;
		Count	   *count = &counts[a->kind][step < QUOTE_ODDS_STEPS ? step : QUOTE_ODDS_STEPS - 1];

		if (a->dropped)
			continue;
		count->all++;
		count->right += is_right(d, &r, a);
	}
}

/* smooth makes of the counts of a kind shares that never fall. */
static void
smooth(const Count *count, uint16_t *out)
{
	Count		pool[QUOTE_ODDS_STEPS];
	int			width[QUOTE_ODDS_STEPS];
	int			n = 0;
	int			at = 0;

	for (int i = 0; i < QUOTE_ODDS_STEPS; i++)
	{
		pool[n] = (Count) {count[i].right + FEW / 2, count[i].all + FEW};
		width[n] = 1;
		for (n++; n > 1 && pool[n - 2].right * pool[n - 1].all >= pool[n - 1].right * pool[n - 2].all; n--)
		{
			pool[n - 2].right += pool[n - 1].right;
			pool[n - 2].all += pool[n - 1].all;
			width[n - 2] += width[n - 1];
		}
	}
	for (int i = 0; i < n; i++)
		for (int k = 0; k < width[i]; k++)
			out[at++] = (uint16_t) fmin(990, fmax(1, round(1000 * pool[i].right / pool[i].all)));
}

void
even_odds(void)
{
	for (int kind = 1; kind <= QUOTE_KIND_MAX; kind++)
		for (int i = 0; i < QUOTE_ODDS_STEPS; i++)
			odds[kind][i] = 500;
}

void
measure_odds(int epochs)
{
	Count		all[QUOTE_KIND_MAX + 1] = {{0}};

	for (fold = 0; fold < 2; fold++)
	{
		train_task(&cue_task, epochs);
		for (int k = 0; k < SPAN_MODELS; k++)
			train_task(&span_task[k], epochs);
		use_weights();
		for (uint32_t k = 0; k < docs.n; k++)
			if ((int) (docs.at[k].origin & 1) == fold && docs.at[k].origin == k && !docs.at[k].held)
				count_document(&docs.at[k]);
	}
	fold = -1;
	for (int kind = 1; kind <= QUOTE_KIND_MAX; kind++)
	{
		for (int i = 0; i < QUOTE_ODDS_STEPS; i++)
		{
			all[kind].right += counts[kind][i].right;
			all[kind].all += counts[kind][i].all;
		}
		smooth(counts[kind], odds[kind]);
		printf("%-9s %6.0f found by models of the other half, %.1f%% right\n", quote_kind_name(kind), all[kind].all,
			   100 * all[kind].right / fmax(1, all[kind].all));
	}
}
