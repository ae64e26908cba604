/*
 * train_odds.c -- how far a margin can be trusted.
 *
 * Names are tagged in documents that the weights have not seen; for each type
 * and step of the margin the share of those that were right becomes the
 * confidence.  The shares are made to grow with the margin (isotonic
 * regression by pooling adjacent violators).
 */
#include "train/train.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/*
 * Calibration: how often names with such a margin were right in documents the
 * weights had not seen.
 */
typedef struct Odds
{
	double		right[TAG_TYPES][TAG_ODDS];
	double		all[TAG_TYPES][TAG_ODDS];
} Odds;

#define ODDS_STEP 24			/* margin of a step, in rounded weights */

static Odds odds;

/* odds_count counts for the documents of one fold which names were right. */
void
odds_count(const Weights *w, const bool *use)
{
	float		scale = write_scale(w);
	float		margins[4096];

	for (uint32_t x = 0; x < training.samples.n; x++)
	{
		const Sample *s = &training.samples.at[x];

		if (!use[s->doc] || s->n > 4096)
			continue;
		weights_margins(w, s, true, margins);
		for (uint32_t i = 0; i < s->n; i++)
		{
			int			type = s->labels[i] >> 2;
			float		margin = margins[i];
			bool		right = (s->given[i] >> s->labels[i] & 1) != 0;
			int			step;

			if (s->labels[i] == TAG_OUTSIDE || s->given[i] == ALL_LABELS)
				continue;
			while ((s->labels[i] & 3) != TAG_LAST && (s->labels[i] & 3) != TAG_UNIT)
			{
				i++;
				margin = margins[i] < margin ? margins[i] : margin;
				right &= (s->given[i] >> s->labels[i] & 1) != 0;
			}
			step = (int) (margin * scale / ODDS_STEP);
			step = step < 0 ? 0 : step >= TAG_ODDS ? TAG_ODDS - 1 : step;
			odds.right[type][step] += right;
			odds.all[type][step]++;
		}
	}
}

/*
 * odds_smooth makes of the counts shares that never fall as the margin grows:
 * neighbours that do are pooled.
 */
void
odds_smooth(uint16_t *out)
{
	for (int t = 0; t < TAG_TYPES; t++)
	{
		double		right[TAG_ODDS];
		double		all[TAG_ODDS];
		int			width[TAG_ODDS];
		int			n = 0;
		int			at = 0;

		for (int i = 0; i < TAG_ODDS; i++)
		{
			/* two names in mind of which one was right, against empty steps */
			right[n] = odds.right[t][i] + 0.05 * (10 + i);
			all[n] = odds.all[t][i] + 0.05 * 2 * TAG_ODDS / 2;
			width[n] = 1;
			for (n++; n > 1 && right[n - 2] * all[n - 1] >= right[n - 1] * all[n - 2]; n--)
			{
				right[n - 2] += right[n - 1];
				all[n - 2] += all[n - 1];
				width[n - 2] += width[n - 1];
			}
		}
		for (int i = 0; i < n; i++)
			for (int k = 0; k < width[i]; k++)
			{
				double		share = right[i] / all[i];

				out[t * TAG_ODDS + at++] = (uint16_t) lrint(1000 * (share > 0.999 ? 0.999 : share));
			}
	}
	out[TAG_TYPES * TAG_ODDS] = ODDS_STEP;
}

/* odds_print compares confidence with what was right on the held-out set. */
void
odds_print(const Weights *w, const uint16_t *table, const bool *use)
{
	static Odds saved;
	double		off = 0;
	double		all = 0;

	saved = odds;
	memset(&odds, 0, sizeof(odds));
	odds_count(w, use);
	for (int band = 0; band < 5; band++)
	{
		static const int bands[] = {0, 500, 700, 900, 970, 1000};
		double		right = 0;
		double		said = 0;
		double		n = 0;

		for (int t = 0; t < TAG_TYPES; t++)
			for (int i = 0; i < TAG_ODDS; i++)
			{
				double		p = table[t * TAG_ODDS + i];

				if (p < bands[band] || p >= bands[band + 1])
					continue;
				n += odds.all[t][i];
				right += odds.right[t][i];
				said += odds.all[t][i] * p / 1000;
			}
		if (n > 0)
			printf("confidence %4d to %4d: %5.0f names, %.3f expected right, %.3f were\n", bands[band],
				   bands[band + 1], n, said / n, right / n);
		off += fabs(said - right);
		all += n;
	}
	printf("calibration error %.3f\n", all > 0 ? off / all : 0);
	odds = saved;
}
