/*
 * quote_clause.c -- where the reported words begin and end.
 *
 * Given a cue and the side on which its content stands, the content is found
 * in two steps, each a choice among few candidates by a linear model:
 *
 *     Ushakov told reporters that the talks were “very useful” and added that ...
 *             ^cue           ^start                           ^end
 *
 * The candidates and what the models see of them are told in quote_right.c and
 * quote_left.c.
 *
 * A content never holds half a quotation: ends inside a pair of marks that
 * opened after the start are no candidates, nor is anything beyond the pair
 * that holds the cue itself.
 *
 * At most QUOTE_CANDIDATES candidates within CLAUSE_WINDOW tokens are looked
 * at, so that a sentence of a million words costs no more than its length.
 */
#include "quote/quote_clause.h"
#include "quote/quote_cue.h"
#include "quote/quote_trace.h"

#define START_FINALISTS 4		/* see QuotePart */
#define END_FINALISTS 5
#define AGAIN_FAR 4				/* tokens of a subject behind speech: “No,” she said */

/* quote_score adds the weights of the features. */
int32_t
quote_score(const QuoteReader *r, QuoteSpanModel model, const QuoteFeatures *f)
{
	const int8_t *weights = r->model->span[model];
	int32_t		sum = 0;

	for (uint32_t k = 0; k < f->n; k++)
		sum += weights[f->at[k] >> (32 - QUOTE_SPAN_BITS)];
	return sum;
}

/* fetch has the weights of features fetched. */
static inline void
fetch(const QuoteReader *r, QuoteSpanModel model, const QuoteFeatures *f)
{
	const int8_t *weights = r->model->span[model];

	for (uint32_t k = 0; k < f->n; k++)
		__builtin_prefetch(&weights[f->at[k] >> (32 - QUOTE_SPAN_BITS)]);
}

typedef struct Choice
{
	int32_t		best;
	int32_t		second;
	uint32_t	at;
	uint32_t	second_at;
	bool		any;
} Choice;

static void
choose(Choice *choice, uint32_t at, int32_t score)
{
	if (!choice->any || score > choice->best)
	{
		choice->second = choice->any ? choice->best : INT32_MIN / 2;
		choice->second_at = choice->at;
		choice->best = score;
		choice->at = at;
		choice->any = true;
	}
	else if (score > choice->second)
	{
		choice->second = score;
		choice->second_at = at;
	}
}

static void
narrow(int32_t *margin, const Choice *choice)
{
	int32_t		lead = choice->second == INT32_MIN / 2 ? INT32_MAX : choice->best - choice->second;

	if (lead < *margin)
		*margin = lead;
}

/*
 * quote_finalists leaves the scores of the finalists, the best of n candidates,
 * and makes the others INT32_MIN; of equal ones the earlier goes first.
 */
void
quote_finalists(int32_t *score, uint32_t n, uint32_t finalists)
{
	bool		chosen[QUOTE_CANDIDATES] = {false};

	if (n <= finalists)
		return;
	for (uint32_t round = 0; round < finalists; round++)
	{
		uint32_t	best = NT_NONE;

		for (uint32_t k = 0; k < n; k++)
			if (!chosen[k] && (best == NT_NONE || score[k] > score[best]))
				best = k;
		chosen[best] = true;
	}
	for (uint32_t k = 0; k < n; k++)
		if (!chosen[k])
			score[k] = INT32_MIN;
}

/* before_remark ends a content before the writer's remark on it. */
static uint32_t
before_remark(const QuoteReader *r, uint32_t start, uint32_t end)
{
	uint32_t	k = start;

	if (start >= r->last || end >= r->last || so_far(r, end)->remarks == so_far(r, start)->remarks)
		return end;
	while (k < end && so_far(r, k + 1)->remarks == so_far(r, start)->remarks)
		k++;
	if (k <= start + 1)
		return end;
	return r->pos[k] == POS_CLOSE ? k : k - 1;
}

/* says_again tells whether a clause behind speech says once more who speaks: Lee was blunt: “No,” [she said] */
static bool
says_again(const QuoteReader *r, uint32_t i)
{
	const uint64_t subject = POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_PRP);
	uint32_t	verb = i;

	if (i < r->first + 2 || !pos_in(r->pos[i - 2], POS_BIT(POS_COMMA) | POS_BIT(POS_CLOSE)))
		return false;
	while (verb < r->last && verb - i < AGAIN_FAR && pos_in(r->pos[verb], subject))
		verb++;
	return verb > i && verb < r->last && pos_in(r->pos[verb], POS_BIT(POS_VBD) | POS_BIT(POS_VBZ)) && quote_cue_record(r, verb)->form != 0 &&
		cue_act(quote_cue_record(r, verb)->stance) == ACT_SPEECH;
}

/*
 * at_speech_end ends a content that begins with marks where the marks end, if
 * they hold a whole sentence: shouted “Speak for yourself!” from the back row;
 * or if a verb behind them takes up a subject from before: Orbex, which promised
 * “work for all”, will open in May.
 */
static uint32_t
at_speech_end(const QuoteReader *r, uint32_t start, uint32_t end)
{
	const QuoteMark *m = start < r->n ? mark_opening(r, start) : NULL;

	if (m == NULL || !m->closed || m->close >= end || end >= r->last || m->close <= start + 1)
		return end;
	if (says_again(r, m->close + 1))
		return m->close;
	if (so_far(r, end)->closed != m->close)
		return end;
	if (m->close + 2 < end && r->pos[m->close + 1] == POS_COMMA && pos_in(r->pos[m->close + 2], POS_FINITES))
		return m->close;
	return r->pos[m->close - 1] == POS_STOP ? m->close : end;
}

/* trace_bounds tells what won as the first and as the last word. */
static void
trace_bounds(const QuoteReader *r, const Choice *start, const Choice *end)
{
	if (!quote_tracing(r) || !start->any || !end->any)
		return;
	quote_trace_choice(r, "begins", (QuoteRange) {start->at, start->at}, start->best,
					   (QuoteRange) {start->second_at, start->second_at}, start->second);
	quote_trace_choice(r, "ends", (QuoteRange) {end->at, end->at}, end->best,
					   (QuoteRange) {end->second_at, end->second_at}, end->second);
}

/* content_after finds what is reported after its cue: the start, then the end. */
static QuoteRange
content_after(const QuoteReader *r, uint32_t cue, int32_t *margin)
{
	QuoteCandidates c;
	QuoteFeatures f;
	QuoteFeatures two[2];
	int32_t		score[QUOTE_CANDIDATES];
	Choice		start = {0};
	Choice		end = {0};

	quote_right_starts(r, cue, &c);
	/* a candidate is scored while the weights of the next are fetched */
	for (uint32_t k = 0; k < c.n; k++)
	{
		quote_right_start_features(r, cue, c.at[k], FEATURES_FIRST, &two[k & 1]);
		fetch(r, SPAN_RIGHT_START, &two[k & 1]);
		if (k > 0)
			score[k - 1] = quote_score(r, SPAN_RIGHT_START, &two[~k & 1]);
	}
	if (c.n > 0)
		score[c.n - 1] = quote_score(r, SPAN_RIGHT_START, &two[~c.n & 1]);
	quote_finalists(score, c.n, START_FINALISTS);
	for (uint32_t k = 0; k < c.n; k++)
		if (score[k] != INT32_MIN)
		{
			quote_right_start_features(r, cue, c.at[k], FEATURES_REST, &f);
			choose(&start, c.at[k], score[k] + quote_score(r, SPAN_RIGHT_START, &f));
		}
	if (!start.any)
		return QUOTE_NO_RANGE;
	quote_right_ends(r, cue, start.at, &c);
	for (uint32_t k = 0; k < c.n; k++)
	{
		quote_right_end_features(r, cue, start.at, c.at[k], FEATURES_FIRST, &two[k & 1]);
		fetch(r, SPAN_RIGHT_END, &two[k & 1]);
		if (k > 0)
			score[k - 1] = quote_score(r, SPAN_RIGHT_END, &two[~k & 1]);
	}
	if (c.n > 0)
		score[c.n - 1] = quote_score(r, SPAN_RIGHT_END, &two[~c.n & 1]);
	quote_finalists(score, c.n, END_FINALISTS);
	for (uint32_t k = 0; k < c.n; k++)
		if (score[k] != INT32_MIN)
		{
			quote_right_end_features(r, cue, start.at, c.at[k], FEATURES_REST, &f);
			choose(&end, c.at[k], score[k] + quote_score(r, SPAN_RIGHT_END, &f));
		}
	if (!end.any)
		return QUOTE_NO_RANGE;
	narrow(margin, &start);
	narrow(margin, &end);
	trace_bounds(r, &start, &end);
	return (QuoteRange) {start.at, at_speech_end(r, start.at, before_remark(r, start.at, end.at))};
}

/* at_lost_close returns the end of what is said before a cue: of a pair that nothing closes, all of it. */
static uint32_t
at_lost_close(const QuoteReader *r, uint32_t first, uint32_t last, uint32_t cue)
{
	const QuoteMark *m = mark_opening(r, first);

	return m != NULL && !m->closed && !m->single && m->close > last && m->close < cue ? m->close : last;
}

/* content_before finds what is reported before its cue: the end, then the start. */
static QuoteRange
content_before(const QuoteReader *r, uint32_t cue, int32_t *margin)
{
	QuoteCandidates c;
	QuoteFeatures f;
	Choice		start = {0};
	Choice		end = {0};

	quote_left_ends(r, cue, &c);
	for (uint32_t k = 0; k < c.n; k++)
	{
		quote_left_end_features(r, cue, c.at[k], &f);
		choose(&end, c.at[k], quote_score(r, SPAN_LEFT_END, &f));
	}
	if (!end.any)
		return QUOTE_NO_RANGE;
	quote_left_starts(r, cue, end.at, &c);
	for (uint32_t k = 0; k < c.n; k++)
	{
		quote_left_start_features(r, cue, end.at, c.at[k], &f);
		choose(&start, c.at[k], quote_score(r, SPAN_LEFT_START, &f));
	}
	if (!start.any)
		return QUOTE_NO_RANGE;
	narrow(margin, &end);
	narrow(margin, &start);
	trace_bounds(r, &start, &end);
	return (QuoteRange) {start.at, at_lost_close(r, start.at, end.at, cue)};
}

/*
 * quote_content returns the tokens of what was said, an empty range when there
 * is no candidate; *margin shrinks to the narrowest decision.
 */
QuoteRange
quote_content(const QuoteReader *r, uint32_t cue, QuoteSide side, int32_t *margin)
{
	return side == CUE_RIGHT ? content_after(r, cue, margin) : content_before(r, cue, margin);
}
