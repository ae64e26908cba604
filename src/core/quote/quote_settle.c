/*
 * quote_settle.c -- what two cues of one sentence both claim.
 *
 * Each cue chose its content without knowing of the others; when all of a
 * sentence have, rules of grammar settle what they share:
 *
 *   - Nobody says the same words twice.  In
 *
 *         Lee hit back, telling the council: “We will not move.”
 *
 *     "hit" and "telling" both claim the quotation: the surer cue keeps it.  A
 *     cue inside the other's content is another matter, as there are two
 *     speakers ("the Times wrote that Lee said ...").
 *
 *   - A verb that shares its subject with a cue before it is joined to that
 *     cue, and not part of what the cue reports:
 *
 *         Lee said that the plan was “dead” and called it a waste of money.
 *         ^        [                      ]     ^
 *
 *     The subject of "called" stands before the content of "said", so the
 *     content ends before the "and".
 *
 *   - A quotation that ends in a comma and goes on in small letters is one:
 *
 *         “If they stay,” Lee said, referring to the guests, “they will pay.”
 *
 *     What the guests did is no part of what "referring" tells of.
 *
 * Then each report alone gets the extent that grammar gives it (quote_extent.c), and
 * the rest of a clause that its cue breaks off (quote_broken.c).
 *
 * A cue is compared with at most SETTLE_BACK cues before it: linear.
 */
#include "quote/quote_settle.h"

#include "quote/quote_loose.h"
#include "quote/quote_mark.h"
#include "quote/quote_trace.h"

#define SUBJECT_GAP 3			/* tokens between a subject and its verb: he [has also] said */

/* joint_before returns the last token before the conjunction or comma that joins a verb, NT_NONE when none does. */
static uint32_t
joint_before(const QuoteReader *r, uint32_t verb, uint32_t floor)
{
	const uint64_t joints = POS_BIT(POS_CC) | POS_BIT(POS_COMMA) | POS_BIT(POS_COLON) | POS_BIT(POS_DASH);
	uint32_t	k = verb;

	while (k > floor && pos_in(r->pos[k - 1], POS_BIT(POS_RB) | POS_BIT(POS_MD) | POS_VERBS))
		k--;
	if (k <= floor)
		return NT_NONE;
	if (r->pos[k - 1] == POS_CLOSE && k > floor + 1 && pos_in(r->pos[k - 2], joints))
		return k - 1;
	if (!pos_in(r->pos[k - 1], joints))
		return NT_NONE;
	while (k > floor && pos_in(r->pos[k - 1], joints))
		k--;
	return k > floor ? k - 1 : NT_NONE;
}

/* end_before_joint ends a content before a later cue of the same subject. */
static void
end_before_joint(const QuoteReader *r, Attribution *a, const Attribution *b)
{
	uint32_t	last;

	if (a->side != CUE_RIGHT || b->cue <= a->content.first || b->cue > a->content.last ||
		!pos_in(r->pos[b->cue], POS_FINITES | POS_BIT(POS_VBG)) || r->inside[b->cue] != r->inside[a->cue])
		return;
	if (!range_empty(b->source) && b->source.last >= a->content.first)
		return;
	last = joint_before(r, b->cue, a->content.first);
	if (last == NT_NONE || last <= a->content.first)
		return;
	quote_end_at(r, a, last);
}

/*
 * end_before_subject ends a content before another sentence of speech that follows
 * in it:
 *
 *     Lee said [the film was dark], but he said it was fair
 *     While Lee conceded [the cuts hurt], he also noted ...
 */
static void
end_before_subject(const QuoteReader *r, Attribution *a, const Attribution *b)
{
	uint32_t	k = b->source.first - 1;
	bool		contrast = !range_empty(b->source) && b->source.first > r->first + 2 && b->source.first < r->last && r->pos[k - 1] == POS_COMMA && quote_word_in(r->tok[k].hash, r->model->contrasts);

	if (a->side != CUE_RIGHT || b->side != CUE_RIGHT || a->kind == QUOTE_DIRECT || range_empty(b->source) || cue_act(b->stance) != ACT_SPEECH ||
		b->source.first <= a->content.first + 1 || b->cue > a->content.last || b->source.last >= b->cue || (b->cue - b->source.last > SUBJECT_GAP && !contrast) ||
		!pos_in(r->pos[b->cue], POS_FINITES) || r->inside[b->cue] || r->inside[a->cue] || range_holds(b->content, a->cue))
		return;
	/* while the army of Norvania said it was not */
	if (contrast)
		k--;
	else if (r->pos[k] == POS_CC && k > a->content.first + 1 && pos_in(r->pos[k - 1], POS_BIT(POS_COMMA) | POS_BIT(POS_CLOSE)) &&
		(r->pos[b->source.last] == POS_PRP || r->tok[b->cue_last + 1].hash == r->that))
		k -= r->pos[k - 1] == POS_COMMA;
	else if (r->pos[k] != POS_COMMA || !quote_word_in(r->tok[r->first].hash, r->model->adjuncts) || so_far(r, a->cue)->finite != 0 ||
			 so_far(r, k)->finite == so_far(r, a->content.first)->finite)
		return;
	quote_end_at(r, a, k - 1);
}

/*
 * drop_footage leaves to whoever speaks what a noun shows of it: plays [footage] of
 * Lee *asking*, “Who pays?”
 */
static void
drop_footage(const QuoteReader *r, Attribution *a, const Attribution *b)
{
	if (a->side == CUE_RIGHT && a->kind == QUOTE_MIXED && b->kind == QUOTE_DIRECT && b->side == CUE_RIGHT && pos_in(r->pos[a->cue], POS_NOUNS) &&
		r->pos[b->cue] == POS_VBG && range_holds(a->content, b->cue) && range_holds(a->content, b->content.first) && !range_empty(b->source) &&
		range_holds(a->content, b->source.first))
		a->dropped = true;
}

/*
 * end_before_speech ends a content before the next sentence's speech, whose speaker is
 * somebody else:
 *
 *     Lee said [the plan was sound], but, asked about its cost, her deputy, Ann Kim, replied: “Wait.”
 */
static void
end_before_speech(const QuoteReader *r, Attribution *a, const Attribution *b)
{
	uint32_t	k;

	if (a->side != CUE_RIGHT || a->kind != QUOTE_MIXED || b->side != CUE_RIGHT || b->kind != QUOTE_DIRECT || a->content.last > b->content.last ||
		b->cue > a->content.last || range_empty(b->source) || b->source.first <= a->content.first + 2 || b->source.last >= b->cue || r->inside[a->cue] || r->inside[b->cue])
		return;
	for (k = b->source.first - 1; k > a->content.first + 1; k--)
		if (r->pos[k] == POS_CC && r->pos[k - 1] == POS_COMMA)
			break;
	if (k <= a->content.first + 1 || so_far(r, k)->finite == so_far(r, a->content.first)->finite)
		return;
	/* and she told him: her account goes on; and when asked, the minister replied: the writer's does */
	if (quote_word_in(r->tok[k + 1].hash, r->model->adjuncts) || r->pos[k + 1] == POS_W)
		;
	else if (so_far(r, k + 1)->finite != so_far(r, b->source.first)->finite || !is_named(r, b->source.last, ENTITY_PERSON) || r->pos[b->cue + 1] == POS_PRP)
		return;
	quote_end_at(r, a, k - 2);
}

/*
 * end_before_rest ends what a later cue reports before the rest of a quotation
 * that was broken off; it returns false when nothing is left to report.
 */
static bool
end_before_rest(const QuoteReader *r, const Attribution *a, Attribution *b)
{
	if (b->side != CUE_RIGHT || b->cue < a->cue)
		return true;
	for (uint32_t i = b->content.first + 1; i <= b->content.last && i < r->last; i++)
		if (r->pos[i] == POS_OPEN && is_mark(r, i) && quote_goes_on(r, a, mark_at(r, i)))
		{
			mark_at(r, i)->taken = false;
			if (i < b->content.first + 2)
				return false;
			quote_end_at(r, b, i - 2);
			break;
		}
	return true;
}

/* claims_same tells whether two cues claim the same words, neither within the other's. */
static bool
claims_same(const Attribution *a, const Attribution *b)
{
	uint32_t	first = a->content.first > b->content.first ? a->content.first : b->content.first;
	uint32_t	last = a->content.last < b->content.last ? a->content.last : b->content.last;
	uint32_t	from = a->content.first < b->content.first ? a->content.first : b->content.first;
	uint32_t	upto = a->content.last > b->content.last ? a->content.last : b->content.last;

	if (first > last || range_holds(a->content, b->cue) || range_holds(b->content, a->cue))
		return false;
	return (last - first + 1) * 10 >= (upto - from + 1) * 7;
}

/* quote_settle settles what the attributions found since one was, those of a sentence, share. */
void
quote_settle(QuoteReader *r, uint32_t first)
{
	uint32_t	kept = first;

	for (uint32_t i = first; i < r->found.n; i++)
	{
		Attribution *b = &r->found.at[i];
		bool		keep = true;

		for (uint32_t k = kept; keep && k-- > first && kept - k <= SETTLE_BACK;)
		{
			Attribution *a = &r->found.at[k];

			if (claims_same(a, b))
			{
				quote_trace_found(r, "settle", b->margin > a->margin ? b : a);
				quote_trace_found(r, "  over", b->margin > a->margin ? a : b);
				if (b->margin > a->margin)
					*a = *b;
				keep = false;
			}
			else if ((keep = end_before_rest(r, a, b)))
			{
				end_before_joint(r, a, b);
				end_before_subject(r, a, b);
				end_before_speech(r, a, b);
				drop_footage(r, a, b);
			}
		}
		if (keep)
			r->found.at[kept++] = *b;
	}
	r->found.n = kept;
	for (uint32_t i = first; i < kept; i++)
	{
		quote_extent(r, &r->found.at[i]);
		quote_broken(r, i, first);
	}
}
