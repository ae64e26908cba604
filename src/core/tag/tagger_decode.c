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
 * in which it has another label scores that much less.  The four types are
 * worked out at once (lanes.h).
 */
#include "tag/tagger.h"

#include "tag/lanes.h"

#define IMPOSSIBLE (INT32_MIN / 2)

/* The labels after which a name may begin or be absent, and those that may follow them. */
static const uint8_t closed[TAG_CLOSED] = {TAG_OUTSIDE, 2, 3, 6, 7, 10, 11, 14, 15};
static const uint8_t opening[TAG_CLOSED] = {TAG_OUTSIDE, 0, 3, 4, 7, 8, 11, 12, 15};

/* What the labels of one token score, or the best sequences that end there. */
typedef struct Lanes
{
	Ints4		at[TAG_POSITIONS];
	int32_t		outside;
} Lanes;

static inline Lanes
lanes_load(const NtTagState *s)
{
	Lanes		l;

	for (int p = 0; p < TAG_POSITIONS; p++)
		l.at[p] = ints4_load(s->at[p]);
	l.outside = s->outside;
	return l;
}

static inline void
lanes_store(NtTagState *s, const Lanes *l)
{
	for (int p = 0; p < TAG_POSITIONS; p++)
		ints4_store(s->at[p], l->at[p]);
	s->outside = l->outside;
}

/* add_score adds what a token scores by itself; outside names that is 0. */
static inline void
add_score(Lanes *l, const NtTagScore *score)
{
	for (int p = 0; p < TAG_POSITIONS; p++)
		l->at[p] += ints4_load(score->at[p]);
}

static inline int32_t
larger(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

void
tagger_steps(const NtTagSteps *steps, NtTagStepLanes *l)
{
	l->steps = steps;
	for (int j = 0; j < TAG_CLOSED; j++)
		for (int type = 0; type < TAG_TYPES; type++)
		{
			l->begin_after[j][type] = steps->at[closed[j]][type * 4 + TAG_BEGIN];
			l->unit_after[j][type] = steps->at[closed[j]][type * 4 + TAG_UNIT];
			l->last_before[j][type] = steps->at[type * 4 + TAG_LAST][opening[j]];
			l->unit_before[j][type] = steps->at[type * 4 + TAG_UNIT][opening[j]];
		}
	for (int type = 0; type < TAG_TYPES; type++)
	{
		l->begin_inside[type] = steps->at[type * 4 + TAG_BEGIN][type * 4 + TAG_INSIDE];
		l->begin_last[type] = steps->at[type * 4 + TAG_BEGIN][type * 4 + TAG_LAST];
		l->inside_inside[type] = steps->at[type * 4 + TAG_INSIDE][type * 4 + TAG_INSIDE];
		l->inside_last[type] = steps->at[type * 4 + TAG_INSIDE][type * 4 + TAG_LAST];
	}
	l->outside_outside = steps->at[TAG_OUTSIDE][TAG_OUTSIDE];
}

/*
 * step_forward returns, for each label of a token, the best that ends in it,
 * without its own score.  Labels that cannot be, inside at the first token say,
 * score about IMPOSSIBLE; the next token has no such, so that nothing adds up.
 */
static inline Lanes
step_forward(const NtTagStepLanes *l, const Lanes *before)
{
	const Ints4 begin = before->at[TAG_BEGIN];
	const Ints4 inside = before->at[TAG_INSIDE];
	const Ints4 last = before->at[TAG_LAST];
	const Ints4 unit = before->at[TAG_UNIT];
	Lanes		next;

	next.at[TAG_BEGIN] = ints4_load(l->begin_after[0]) + before->outside;
	next.at[TAG_UNIT] = ints4_load(l->unit_after[0]) + before->outside;
	for (int type = 0; type < TAG_TYPES; type++)
	{
		int			j = 1 + 2 * type;

		next.at[TAG_BEGIN] = ints4_larger(next.at[TAG_BEGIN], ints4_load(l->begin_after[j]) + last[type]);
		next.at[TAG_UNIT] = ints4_larger(next.at[TAG_UNIT], ints4_load(l->unit_after[j]) + last[type]);
		next.at[TAG_BEGIN] = ints4_larger(next.at[TAG_BEGIN], ints4_load(l->begin_after[j + 1]) + unit[type]);
		next.at[TAG_UNIT] = ints4_larger(next.at[TAG_UNIT], ints4_load(l->unit_after[j + 1]) + unit[type]);
	}
	next.at[TAG_INSIDE] = ints4_larger(begin + ints4_load(l->begin_inside), inside + ints4_load(l->inside_inside));
	next.at[TAG_LAST] = ints4_larger(begin + ints4_load(l->begin_last), inside + ints4_load(l->inside_last));
	next.outside = larger(before->outside + l->outside_outside,
						  ints4_largest(ints4_larger(last + ints4_load(l->last_before[0]), unit + ints4_load(l->unit_before[0]))));
	return next;
}

/* step_back returns, for each label of a token, the best that follows it; next has what begins with those of the token behind. */
static inline Lanes
step_back(const NtTagStepLanes *l, const Lanes *next)
{
	const Ints4 begin = next->at[TAG_BEGIN];
	const Ints4 inside = next->at[TAG_INSIDE];
	const Ints4 last = next->at[TAG_LAST];
	const Ints4 unit = next->at[TAG_UNIT];
	Lanes		behind;

	behind.at[TAG_LAST] = ints4_load(l->last_before[0]) + next->outside;
	behind.at[TAG_UNIT] = ints4_load(l->unit_before[0]) + next->outside;
	for (int type = 0; type < TAG_TYPES; type++)
	{
		int			k = 1 + 2 * type;

		behind.at[TAG_LAST] = ints4_larger(behind.at[TAG_LAST], ints4_load(l->last_before[k]) + begin[type]);
		behind.at[TAG_UNIT] = ints4_larger(behind.at[TAG_UNIT], ints4_load(l->unit_before[k]) + begin[type]);
		behind.at[TAG_LAST] = ints4_larger(behind.at[TAG_LAST], ints4_load(l->last_before[k + 1]) + unit[type]);
		behind.at[TAG_UNIT] = ints4_larger(behind.at[TAG_UNIT], ints4_load(l->unit_before[k + 1]) + unit[type]);
	}
	behind.at[TAG_BEGIN] = ints4_larger(inside + ints4_load(l->begin_inside), last + ints4_load(l->begin_last));
	behind.at[TAG_INSIDE] = ints4_larger(inside + ints4_load(l->inside_inside), last + ints4_load(l->inside_last));
	behind.outside = larger(next->outside + l->outside_outside,
							ints4_largest(ints4_larger(begin + ints4_load(l->begin_after[0]), unit + ints4_load(l->unit_after[0]))));
	return behind;
}

/* What one token that stands alone scores with a label it may have there. */
static inline int32_t
score_alone(const NtTagSteps *steps, const NtTagScore *score, int label)
{
	return steps->at[TAG_OUTSIDE][label] + (label == TAG_OUTSIDE ? 0 : score->at[label & 3][label >> 2]) + steps->at[label][TAG_OUTSIDE];
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

static inline int32_t
state_of(const NtTagState *s, int label)
{
	return label == TAG_OUTSIDE ? s->outside : s->at[label & 3][label >> 2];
}

/* best_before returns the label, among those that may stand before one, whose sequence is best with it: of equals the first. */
static int
best_before(const NtTagSteps *steps, const NtTagState *before, int label, int32_t *score)
{
	int			best = TAG_OUTSIDE;

	if (label != TAG_OUTSIDE && ((label & 3) == TAG_INSIDE || (label & 3) == TAG_LAST))
	{
		int			begin = (label & ~3) + TAG_BEGIN;
		int			inside = (label & ~3) + TAG_INSIDE;

		return state_of(before, begin) + steps->at[begin][label] >= state_of(before, inside) + steps->at[inside][label] ? begin : inside;
	}
	*score = before->outside + steps->at[TAG_OUTSIDE][label];
	for (int j = 1; j < TAG_CLOSED; j++)
	{
		int32_t		x = state_of(before, closed[j]) + steps->at[closed[j]][label];

		best = x > *score ? closed[j] : best;
		*score = larger(x, *score);
	}
	return best;
}

/* forbid makes impossible what a token may not be. */
static void
forbid(uint32_t allowed, NtTagState *state)
{
	for (int label = 0; label < TAG_LABELS; label++)
		if (!(allowed & UINT32_C(1) << label))
			state->at[label & 3][label >> 2] = IMPOSSIBLE;
	if (!(allowed & UINT32_C(1) << TAG_OUTSIDE))
		state->outside = IMPOSSIBLE;
}

int32_t
tagger_decode(const NtTagStepLanes *lanes, const NtTagScore *scores, const uint32_t *allowed,
			  uint32_t n, NtTagState *forward, uint8_t *labels)
{
	const Ints4 none = {IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE};
	Lanes		state = {{none, none, none, none}, 0};
	int32_t		most;
	int32_t		unused;
	int			label;

	if (n == 1 && allowed == NULL)
		return decode_one(lanes->steps, scores, labels);
	for (uint32_t i = 0; i < n; i++)
	{
		state = step_forward(lanes, &state);
		add_score(&state, &scores[i]);
		lanes_store(&forward[i], &state);
		if (allowed != NULL)
		{
			forbid(allowed[i], &forward[i]);
			state = lanes_load(&forward[i]);
		}
	}
	label = best_before(lanes->steps, &forward[n - 1], TAG_OUTSIDE, &most);
	for (uint32_t i = n; i-- > 0;)
	{
		labels[i] = (uint8_t) label;
		if (i > 0)
			label = best_before(lanes->steps, &forward[i - 1], label, &unused);
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

/* best_other returns what the best sequence scores in which a token has another label; outside or alone it always may stand. */
static inline int32_t
best_other(const Lanes *now, const Lanes *behind, int label)
{
	/* takes a type out of the race */
	static const int32_t out[TAG_TYPES + 1][TAG_TYPES] = {
		{IMPOSSIBLE, 0, 0, 0}, {0, IMPOSSIBLE, 0, 0}, {0, 0, IMPOSSIBLE, 0}, {0, 0, 0, IMPOSSIBLE}, {0, 0, 0, 0}
	};
	Ints4		sum[TAG_POSITIONS];
	int32_t		other;

	for (int p = 0; p < TAG_POSITIONS; p++)
		sum[p] = now->at[p] + behind->at[p] + ints4_load(out[label != TAG_OUTSIDE && p == (label & 3) ? label >> 2 : TAG_TYPES]);
	other = ints4_largest(ints4_larger(ints4_larger(sum[0], sum[1]), ints4_larger(sum[2], sum[3])));
	return label == TAG_OUTSIDE ? other : larger(other, now->outside + behind->outside);
}

void
tagger_margins(const NtTagStepLanes *lanes, const NtTagScore *scores, uint32_t n,
			   const uint8_t *labels, const NtTagState *forward, int32_t *margins)
{
	const Ints4 none = {IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE};
	Lanes		behind = {{none, none, ints4_load(lanes->last_before[0]), ints4_load(lanes->unit_before[0])}, lanes->outside_outside};
	int32_t		total;

	if (n == 1)
	{
		margins[0] = margin_alone(lanes->steps, &scores[0], labels[0]);
		return;
	}
	total = state_of(&forward[n - 1], labels[n - 1]) + lanes->steps->at[labels[n - 1]][TAG_OUTSIDE];
	for (uint32_t i = n; i-- > 0;)
	{
		Lanes		now = lanes_load(&forward[i]);

		margins[i] = total - best_other(&now, &behind, labels[i]);
		add_score(&behind, &scores[i]);
		behind = step_back(lanes, &behind);
	}
}
