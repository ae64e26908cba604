/*
 * tagger_decode.c -- the best sequence of labels, and by how much it is best.
 *
 * Viterbi's algorithm: for each token and label, the best score of all
 * sequences that end there.  A label inside a name follows only one of the
 * same type; all others follow only what is outside names or closes one:
 *
 *     -  B U      after outside, last or unit
 *     I  L        after begin or inside, of the same type
 *
 * The margin of a token is the same search from both ends: the best sequence
 * in which it has another label scores that much less.
 */
#include "tag/tagger.h"

#define IMPOSSIBLE (INT32_MIN / 2)

/* The labels after which a name may begin or be absent, and those that may follow them. */
static const uint8_t closed[] = {TAG_OUTSIDE, 2, 3, 6, 7, 10, 11, 14, 15};
static const uint8_t opening[] = {TAG_OUTSIDE, 0, 3, 4, 7, 8, 11, 12, 15};

#define N_CLOSED 9

static inline int32_t
score_of(const NtTagScore *s, int label)
{
	return label == TAG_OUTSIDE ? 0 : s->at[label];
}

static inline bool
is_allowed(const uint32_t *allowed, uint32_t i, int label)
{
	return allowed == NULL || (allowed[i] & (UINT32_C(1) << label)) != 0;
}

/* What one token that stands alone scores with a label it may have there. */
static inline int32_t
score_alone(const NtTagSteps *steps, const NtTagScore *score, int label)
{
	return steps->at[TAG_OUTSIDE][label] + score_of(score, label) + steps->at[label][TAG_OUTSIDE];
}

static int32_t
decode_one(const NtTagSteps *steps, const NtTagScore *score, uint8_t *label)
{
	int32_t		best = score_alone(steps, score, TAG_OUTSIDE);

	*label = TAG_OUTSIDE;
	for (int unit = TAG_UNIT; unit < TAG_LABELS; unit += 4)
	{
		int32_t		x = score_alone(steps, score, unit);

		if (x > best)
		{
			best = x;
			*label = (uint8_t) unit;
		}
	}
	return best;
}

int32_t
tagger_decode(const NtTagSteps *steps, const NtTagScore *scores, const uint32_t *allowed,
			  uint32_t n, uint8_t *work, uint8_t *labels)
{
	int32_t		best[TAG_STATES];
	int32_t		next[TAG_STATES];
	int32_t		most = IMPOSSIBLE;
	int			last = TAG_OUTSIDE;

	if (n == 1 && allowed == NULL)
		return decode_one(steps, scores, labels);
	for (int s = 0; s < TAG_STATES; s++)
		best[s] = IMPOSSIBLE;
	best[TAG_OUTSIDE] = 0;
	for (uint32_t i = 0; i < n; i++)
	{
		uint8_t    *from = work + (size_t) i * TAG_STATES;
		int32_t		top[N_CLOSED];
		uint8_t		who[N_CLOSED];

		/* all openings after one closed label, then after the next: choices without branches */
		for (int k = 0; k < N_CLOSED; k++)
		{
			top[k] = best[TAG_OUTSIDE] + steps->at[TAG_OUTSIDE][opening[k]];
			who[k] = TAG_OUTSIDE;
		}
		for (int j = 1; j < N_CLOSED && i > 0; j++)
			for (int k = 0; k < N_CLOSED; k++)
			{
				int32_t		x = best[closed[j]] + steps->at[closed[j]][opening[k]];
				bool		better = x > top[k];

				top[k] = better ? x : top[k];
				who[k] = better ? closed[j] : who[k];
			}
		for (int k = 0; k < N_CLOSED; k++)
		{
			int			to = opening[k];

			next[to] = is_allowed(allowed, i, to) ? top[k] + score_of(&scores[i], to) : IMPOSSIBLE;
			from[to] = who[k];
		}
		for (int type = 0; type < TAG_TYPES; type++)
			for (int position = TAG_INSIDE; position <= TAG_LAST; position++)
			{
				int			to = type * 4 + position;
				int32_t		a = best[type * 4 + TAG_BEGIN] + steps->at[type * 4 + TAG_BEGIN][to];
				int32_t		b = best[type * 4 + TAG_INSIDE] + steps->at[type * 4 + TAG_INSIDE][to];
				int			who = type * 4 + (a >= b ? TAG_BEGIN : TAG_INSIDE);

				next[to] = is_allowed(allowed, i, to) ? (a >= b ? a : b) + scores[i].at[to] : IMPOSSIBLE;
				from[to] = (uint8_t) who;
			}
		for (int s = 0; s < TAG_STATES; s++)
			best[s] = next[s] > IMPOSSIBLE ? next[s] : IMPOSSIBLE;
	}
	for (int j = 0; j < N_CLOSED; j++)
	{
		int32_t		x = best[closed[j]] + steps->at[closed[j]][TAG_OUTSIDE];

		if (x > most)
		{
			most = x;
			last = closed[j];
		}
	}
	for (uint32_t i = n; i-- > 0;)
	{
		labels[i] = (uint8_t) last;
		last = work[(size_t) i * TAG_STATES + last];
	}
	return most;
}

/* margin_alone: the margin of a token that stands alone. */
static int32_t
margin_alone(const NtTagSteps *steps, const NtTagScore *score, int label)
{
	int32_t		other = label == TAG_OUTSIDE ? IMPOSSIBLE : score_alone(steps, score, TAG_OUTSIDE);

	for (int unit = TAG_UNIT; unit < TAG_LABELS; unit += 4)
		if (unit != label && score_alone(steps, score, unit) > other)
			other = score_alone(steps, score, unit);
	return score_alone(steps, score, label) - other;
}

/* score_ends stores in work[i][s] what the best sequence of tokens 0 to i scores that ends in s. */
static void
score_ends(const NtTagSteps *steps, const NtTagScore *scores, uint32_t n, int32_t *work)
{
	for (uint32_t i = 0; i < n; i++)
	{
		int32_t    *now = work + (size_t) i * TAG_STATES;
		const int32_t *before = now - TAG_STATES;

		for (int k = 0; k < N_CLOSED; k++)
		{
			int			to = opening[k];
			int32_t		top = IMPOSSIBLE;

			if (i == 0)
				top = steps->at[TAG_OUTSIDE][to];
			else
				for (int j = 0; j < N_CLOSED; j++)
				{
					int32_t		x = before[closed[j]] + steps->at[closed[j]][to];

					top = x > top ? x : top;
				}
			now[to] = top + score_of(&scores[i], to);
		}
		for (int type = 0; type < TAG_TYPES; type++)
			for (int position = TAG_INSIDE; position <= TAG_LAST; position++)
			{
				int			to = type * 4 + position;
				int32_t		a = IMPOSSIBLE;
				int32_t		b = IMPOSSIBLE;

				if (i > 0)
				{
					a = before[type * 4 + TAG_BEGIN] + steps->at[type * 4 + TAG_BEGIN][to];
					b = before[type * 4 + TAG_INSIDE] + steps->at[type * 4 + TAG_INSIDE][to];
				}
				a = a > b ? a : b;
				now[to] = a > IMPOSSIBLE / 2 ? a + scores[i].at[to] : IMPOSSIBLE;
			}
	}
}

/* step_back makes behind[s], the best that follows after label s of a token, that of the token before it. */
static void
step_back(const NtTagSteps *steps, const NtTagScore *score, int32_t *behind)
{
	int32_t		next[TAG_STATES];

	for (int s = 0; s < TAG_STATES; s++)
		next[s] = behind[s] > IMPOSSIBLE / 2 ? behind[s] + score_of(score, s) : IMPOSSIBLE;
	for (int j = 0; j < N_CLOSED; j++)
	{
		int			s = closed[j];
		int32_t		top = IMPOSSIBLE;

		for (int k = 0; k < N_CLOSED; k++)
		{
			int32_t		x = next[opening[k]] + steps->at[s][opening[k]];

			top = x > top ? x : top;
		}
		behind[s] = top;
	}
	for (int type = 0; type < TAG_TYPES; type++)
		for (int position = TAG_BEGIN; position <= TAG_INSIDE; position++)
		{
			int			s = type * 4 + position;
			int32_t		a = next[type * 4 + TAG_INSIDE] + steps->at[s][type * 4 + TAG_INSIDE];
			int32_t		b = next[type * 4 + TAG_LAST] + steps->at[s][type * 4 + TAG_LAST];

			a = a > b ? a : b;
			behind[s] = a > IMPOSSIBLE / 2 ? a : IMPOSSIBLE;
		}
}

/*
 * tagger_margins stores for each token how much less than the best sequence
 * the best one scores in which that token has another label.  work must hold
 * TAGGER_MARGIN_WORK(n) numbers.
 */
void
tagger_margins(const NtTagSteps *steps, const NtTagScore *scores, uint32_t n,
			   const uint8_t *labels, int32_t *work, int32_t *margins)
{
	int32_t		behind[TAG_STATES];
	int32_t		total;

	if (n == 1)
	{
		margins[0] = margin_alone(steps, &scores[0], labels[0]);
		return;
	}
	score_ends(steps, scores, n, work);
	for (int s = 0; s < TAG_STATES; s++)
		behind[s] = IMPOSSIBLE;
	for (int j = 0; j < N_CLOSED; j++)
		behind[closed[j]] = steps->at[closed[j]][TAG_OUTSIDE];
	total = work[(size_t) (n - 1) * TAG_STATES + labels[n - 1]] + behind[labels[n - 1]];
	for (uint32_t i = n; i-- > 0;)
	{
		const int32_t *now = work + (size_t) i * TAG_STATES;
		int32_t		other = IMPOSSIBLE;

		for (int s = 0; s < TAG_STATES; s++)
			if (s != labels[i] && now[s] > IMPOSSIBLE / 2 && behind[s] > IMPOSSIBLE / 2 && now[s] + behind[s] > other)
				other = now[s] + behind[s];
		margins[i] = total - other;
		step_back(steps, &scores[i], behind);
	}
}
