/*
 * quote_broken.c -- a clause, or two of them, that the cue with its speaker breaks off.
 *
 *     The plan, Lee said on Monday, would cost the town a fortune.
 *     [      ]                      [                           ]
 *
 *     The fair opened in May, police said, and stalls were set up.
 *     [                    ]                   [                ]
 *
 *     It was, she said, the longest hour of her life.
 *     [    ]            [                          ]
 *
 * The first goes on behind the cue, since its verb is still to come; of the second both
 * clauses are reported, when neither has a cue of its own; the third lacks what its verb says.
 */
#include "quote/quote_settle.h"

#include "quote/quote_clause.h"
#include "quote/quote_cue.h"
#include "quote/quote_mark.h"

#define CUE_ADVERBIAL 6			/* tokens between a cue and the comma after it */

/* after_cue returns what stands behind a cue and when or how something was said: Lee said [on Monday], ... */
static uint32_t
after_cue(const QuoteReader *r, const Attribution *a)
{
	uint32_t	k = a->cue_last + 1;

	while (k < r->last && k - a->cue_last <= CUE_ADVERBIAL &&
		   pos_in(r->pos[k], POS_NOUNS | POS_BIT(POS_IN) | POS_BIT(POS_DT) | POS_BIT(POS_CD) | POS_BIT(POS_JJ) | POS_BIT(POS_RB)))
		k++;
	return k;
}

/* holds_cue tells whether a further report of the sentence stands in a range: ..., but Kim disagreed. */
static bool
holds_cue(const QuoteReader *r, uint32_t first, QuoteRange range)
{
	/* a verb of speech that the model knows no report of: Quist denied it */
	for (uint32_t k = range.first; k <= range.last; k++)
		if (pos_in(r->pos[k], POS_FINITES) && quote_cue_record(r, k)->form != 0 && cue_act(quote_cue_record(r, k)->stance) == ACT_SPEECH)
			return true;
	for (uint32_t k = first; k < r->found.n && k - first < SETTLE_BACK; k++)
		if (r->found.at[k].cue != NT_NONE && !range_empty(r->found.at[k].source) && range_holds(range, r->found.at[k].cue))
			return true;
	return false;
}

/* add_rest adds what follows the cue to a report whose verb is still to come. */
static void
add_rest(QuoteReader *r, uint32_t number, uint32_t first)
{
	const Attribution *a = &r->found.at[number];
	uint32_t	comma = after_cue(r, a);
	uint32_t	last = sentence_stop(r);
	bool		clause;

	if (a->side != CUE_LEFT || a->kind != QUOTE_INDIRECT || a->more != NT_NONE || a->content.first < r->first ||
		a->content.last + 1 >= r->last || r->pos[a->content.last + 1] != POS_COMMA)
		return;
	/* If this fails, Lee argues, there are others: a clause that cannot stand alone */
	clause = so_far(r, a->content.last + 1)->finite != so_far(r, a->content.first)->finite;
	if (clause && !pos_in(r->pos[a->content.first], POS_BIT(POS_IN) | POS_BIT(POS_W)))
		return;
	if (comma + 1 >= r->last || r->pos[comma] != POS_COMMA ||
		((clause || !pos_in(r->pos[comma + 1], POS_FINITES | POS_BIT(POS_RB))) &&
		 (!quote_is_clause(r, comma + 1, last) || holds_cue(r, first, (QuoteRange) {comma + 1, last}))))
		return;
	if (so_far(r, last + 1)->finite == so_far(r, comma + 1)->finite)
		return;
	quote_add_more(r, number, (QuoteRange) {comma + 1, last});
}

/* add_subject adds the subject before the cue to a report that begins with its verb. */
static void
add_subject(QuoteReader *r, uint32_t number)
{
	Attribution *a = &r->found.at[number];
	QuoteRange	verb = a->content;

	if (a->side != CUE_RIGHT || a->kind != QUOTE_INDIRECT || a->more != NT_NONE || range_empty(a->source) ||
		a->source.first < r->first + 2 || a->source.last >= a->cue || verb.first >= r->last ||
		r->pos[verb.first - 1] != POS_COMMA || !pos_in(r->pos[verb.first], POS_FINITES) ||
		r->pos[a->source.first - 1] != POS_COMMA || so_far(r, a->source.first)->finite != 0 ||
		!pos_in(r->pos[a->source.first - 2], POS_NOUNS | POS_BIT(POS_CD) | POS_BIT(POS_PRP)))
		return;
	/* But the law, critics say, goes too far */
	a->side = CUE_LEFT;
	a->content = (QuoteRange) {r->first + (r->pos[r->first] == POS_CC), a->source.first - 2};
	a->tail = a->content.last;
	quote_add_more(r, number, verb);
}

/* add_complement adds what follows the cue to a report that breaks off behind is or was. */
static void
add_complement(QuoteReader *r, uint32_t number)
{
	const Attribution *a = &r->found.at[number];
	uint32_t	comma = after_cue(r, a);
	uint32_t	last = sentence_stop(r);

	if (a->side == CUE_LEFT && a->kind == QUOTE_INDIRECT && a->more == NT_NONE && a->content.first >= r->first && a->content.last + 1 < r->last &&
		r->pos[a->content.last + 1] == POS_COMMA && quote_word_in(r->tok[a->content.last].hash, r->model->be) &&
		comma + 1 < r->last && r->pos[comma] == POS_COMMA && quote_kind_of(r, (QuoteRange) {comma + 1, last}) == QUOTE_INDIRECT)
		quote_add_more(r, number, (QuoteRange) {comma + 1, last});
}

/*
 * add_half adds the other half of what the cue parts with its speaker, of two
 * whole clauses:
 *
 *     The fair opened in May, police said, and stalls were set up.
 *     The ship had turned back, Lee told reporters, but the captain was told to wait.
 */
static void
add_half(QuoteReader *r, uint32_t number, uint32_t first)
{
	Attribution *a = &r->found.at[number];
	uint32_t	comma = after_cue(r, a);
	QuoteRange	half;
	bool		reported;

	if (a->kind != QUOTE_INDIRECT || a->more != NT_NONE || a->cue == NT_NONE || range_empty(a->source) || a->source.last > a->cue ||
		cue_act(a->stance) != ACT_SPEECH || a->source.first < r->first + 3 || r->pos[a->source.first - 1] != POS_COMMA || r->inside[a->cue])
		return;
	if (comma + 3 >= r->last || r->pos[comma] != POS_COMMA || !pos_in(r->pos[comma + 1], POS_BIT(POS_CC) | POS_BIT(POS_IN) | POS_BIT(POS_W)))
		return;
	/* and stalls were set up; because they are exempt; where they earn more */
	half = (QuoteRange) {comma + 1 + (r->pos[comma + 1] == POS_CC), sentence_stop(r)};
	if (r->pos[comma + 1] != POS_CC && a->side == CUE_LEFT)
		return;
	/* officials said, while witnesses said ... */
	reported = (r->pos[comma + 1] != POS_CC || quote_is_clause(r, half.first, half.last)) && !holds_cue(r, first, half) &&
		quote_kind_of(r, half) == QUOTE_INDIRECT;
	if (a->side == CUE_LEFT && a->content.first >= r->first && a->content.last + 1 == a->source.first - 1 &&
		so_far(r, a->content.last + 1)->finite > so_far(r, a->content.first)->finite)
	{
		if (reported)
			quote_add_more(r, number, half);
	}
	else if (a->side == CUE_RIGHT && (a->content.first == comma + 1 || a->content.first == comma + 2) &&
			 quote_is_clause(r, r->first, a->source.first - 1) && quote_kind_of(r, (QuoteRange) {r->first, a->source.first - 2}) == QUOTE_INDIRECT &&
			 !holds_cue(r, first, (QuoteRange) {r->first, a->source.first - 2}))
	{
		a->side = CUE_LEFT;
		a->content = (QuoteRange) {r->first, a->source.first - 2};
		a->tail = a->content.last;
		if (reported)
			quote_add_more(r, number, half);
	}
}

void
quote_broken(QuoteReader *r, uint32_t number, uint32_t first)
{
	add_rest(r, number, first);
	add_subject(r, number);
	add_complement(r, number);
	add_half(r, number, first);
}
