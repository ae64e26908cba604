/*
 * quote_extent.c -- where a report begins and ends, as the grammar of its sentence tells when the model errs.
 *
 *     assured senators [that every peso would be accounted for]       behind whom it is told
 *     Smith said [Trump], despite his wealth, [is well placed]         with the clause of its subject
 *     found [that the wall leaned, and that the roof leaked]           with a further clause
 *     Although Lee said [the plan was dead], the town went on          before the sentence's own clause
 *     called it [a “bad day”] on Monday at a fair                      before the day, the occasion,
 *     likened it [to “a leech on a dog”] and got a laugh               the next deed
 */
#include "quote/quote_settle.h"

#include "quote/quote_clause.h"
#include "quote/quote_mark.h"

#define ADDRESSEE_FAR 6			/* tokens of whom something is told */
#define APPOSED_FAR 12			/* tokens of what somebody is, behind the name */

/* of a subject: parts of speech */
#define SUBJECT (POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_BIT(POS_PRPS) | POS_BIT(POS_CD) | POS_BIT(POS_POS) | POS_BIT(POS_HYPHEN))

bool
quote_is_clause(const QuoteReader *r, uint32_t first, uint32_t last)
{
	const uint64_t subject = POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_PRP) | POS_BIT(POS_PRPS) | POS_BIT(POS_JJ) | POS_BIT(POS_CD) | POS_BIT(POS_EX);
	uint32_t	k = first;

	while (k < last && pos_in(r->pos[k], subject))
		k++;
	return k > first && k < last && pos_in(r->pos[k], POS_FINITES) && pos_in(r->pos[k - 1], POS_NOUNS | POS_BIT(POS_PRP) | POS_BIT(POS_EX));
}

/* holds_infinitive tells whether a range holds "to": asked people who live there to leave. */
static bool
holds_infinitive(const QuoteReader *r, QuoteRange range)
{
	for (uint32_t k = range.first; k <= range.last; k++)
		if (r->pos[k] == POS_TO)
			return true;
	return false;
}

/*
 * begin_at_that begins what somebody is told behind whom it is told: assured
 * senators [that every peso would be accounted for]; asked staff [who had left],
 * wondered aloud [who would pay].
 */
static void
begin_at_that(const QuoteReader *r, Attribution *a)
{
	uint32_t	k = a->content.first;

	if (a->side != CUE_RIGHT || a->kind == QUOTE_DIRECT || !pos_in(r->pos[a->cue], POS_VERBS) ||
		(k != a->cue_last + 1 && (k != a->cue_last + 2 || r->pos[k - 1] != POS_IN)))
		return;
	if (a->stance == STANCE_ASKED && k + 2 < a->content.last && !holds_infinitive(r, a->content) && pos_in(r->pos[k], POS_NOUNS) && r->pos[k + 1] == POS_W && pos_in(r->pos[k + 2], POS_FINITES))
		a->content.first = k + 1;
	if (a->stance != STANCE_SAID && a->stance != STANCE_WROTE && a->stance != STANCE_PROMISED && a->stance != STANCE_WARNED && a->stance != STANCE_URGED)
		return;
	while (k < a->content.last && k - a->content.first < ADDRESSEE_FAR && (pos_in(r->pos[k], POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_BIT(POS_PRP) | POS_BIT(POS_PRPS)) || r->name[k] != 0) &&
		   r->tok[k].hash != r->that)
		k++;
	if (k > a->content.first && k + 1 < a->content.last && r->tok[k].hash == r->that && !pos_in(r->pos[k + 1], POS_FINITES) &&
		(r->name[k - 1] != 0 || a->content.first > a->cue_last + 1 || r->pos[k - 1] == POS_PRP || (token_classes(r->vocab, &r->tok[k - 1]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_BODY_NOUN)))))
		a->content.first = k;
}

/* after_apposed returns the token behind what somebody is, between two commas or dashes of which one is token k; NT_NONE: it is no such thing. */
static uint32_t
after_apposed(const QuoteReader *r, const Attribution *a, uint32_t k, uint32_t stop)
{
	const uint8_t mark = r->pos[k];

	for (k++; k < stop && k - a->content.last < APPOSED_FAR && r->pos[k] != mark && !pos_in(r->pos[k], POS_FINITES); k++)
		;
	return r->pos[k] == mark ? k + 1 : NT_NONE;
}

/* after_subject returns where the verb may stand of a subject that ends a report, behind what is said of it; NT_NONE: nowhere. */
static uint32_t
after_subject(const QuoteReader *r, const Attribution *a, uint32_t stop)
{
	uint32_t	k = a->content.last + 1;

	/* single people and families – gay, straight – would qualify */
	if (pos_in(r->pos[k], POS_BIT(POS_DASH) | POS_BIT(POS_PAREN)))
		return after_apposed(r, a, k, stop);
	if (r->pos[k] == POS_COMMA && a->stance == STANCE_SAID)
	{
		for (k++; k < stop && pos_in(r->pos[k], SUBJECT | POS_BIT(POS_IN) | POS_BIT(POS_VBN) | POS_BIT(POS_RB) | POS_BIT(POS_CC)); k++)
			;
		return r->pos[k] == POS_COMMA ? k + 1 : NT_NONE;
	}
	while (k < stop && pos_in(r->pos[k], SUBJECT | POS_BIT(POS_IN)) && r->tok[k].hash != r->that && r->tok[k].hash != r->as)
		k++;
	return k;
}

/* last_subject returns where the subject begins that ends a report: [staff], it was safe and that [a pool]; NT_NONE: none ends it. */
static uint32_t
last_subject(const QuoteReader *r, const Attribution *a)
{
	uint32_t	from = a->content.first + (r->tok[a->content.first].hash == r->that);
	bool		further = false;

	/* ... and that [a pool] */
	for (uint32_t i = a->content.last; i > a->content.first && !further && (pos_in(r->pos[i], SUBJECT) || r->name[i] != 0); i--)
	{
		further = r->tok[i - 1].hash == r->that && r->pos[i - 2] == POS_CC;
		if (further)
			from = i;
	}
	if (!further && (a->kind != QUOTE_INDIRECT || a->content.first != a->cue_last + 1))
		return NT_NONE;
	for (uint32_t i = from; i <= a->content.last; i++)
		if (!pos_in(r->pos[i], SUBJECT) && r->name[i] == 0)
			return NT_NONE;
	return from;
}

/*
 * end_with_clause gives a report that ends with a subject the clause of it:
 *
 *     Smith said [Trump], despite his wealth, [is well placed]
 *     He claims [staff] from Sunhop [laughed when she asked]
 *     He said [it was safe and that a pool], with a café, [would open]
 */
static void
end_with_clause(const QuoteReader *r, Attribution *a)
{
	uint32_t	stop = sentence_stop(r);
	uint32_t	from;
	uint32_t	verb;

	if (a->side != CUE_RIGHT || a->kind == QUOTE_DIRECT || a->more != NT_NONE || a->content.first < r->first || a->content.last + 1 >= stop ||
		!pos_in(r->pos[a->cue], POS_FINITES) || r->inside[a->cue] || !pos_in(r->pos[a->content.last], POS_NOUNS) ||
		(from = last_subject(r, a)) == NT_NONE)
		return;
	verb = after_subject(r, a, stop);
	if (verb < stop && pos_in(r->pos[verb], POS_FINITES) && quote_kind_of(r, (QuoteRange) {from, stop}) == QUOTE_INDIRECT)
		quote_end_at(r, a, stop);
}

/*
 * end_with_order ends what somebody is called on to do with the sentence:
 *
 *     It calls on [the regulator], a body in London, [to fine the firms]
 */
static void
end_with_order(const QuoteReader *r, Attribution *a)
{
	uint32_t	k = a->content.last + 1;
	uint32_t	stop = sentence_stop(r);

	if (a->side != CUE_RIGHT || a->kind != QUOTE_INDIRECT || a->more != NT_NONE || cue_act(a->stance) != ACT_SPEECH || a->content.first != a->cue_last + 2 ||
		r->pos[a->cue_last + 1] != POS_IN || !pos_in(r->pos[a->cue], POS_VERBS) || k + 2 >= stop)
		return;
	if (r->pos[k] == POS_COMMA)
		k = after_apposed(r, a, k, stop);
	if (k >= stop - 1 || r->pos[k] != POS_TO || r->pos[k + 1] != POS_VB || quote_kind_of(r, (QuoteRange) {a->content.first, stop}) != QUOTE_INDIRECT)
		return;
	quote_end_at(r, a, stop);
}

/* end_with_that ends what is reported with a further clause of the same form: found [that the wall leaned], [and that the roof leaked]. */
static void
end_with_that(const QuoteReader *r, Attribution *a)
{
	uint32_t	k = a->content.last + 1;
	uint32_t	stop = sentence_stop(r);

	if (a->side != CUE_RIGHT || a->kind == QUOTE_DIRECT || a->more != NT_NONE || r->tok[a->content.first].hash != r->that || k + 3 >= stop || r->inside[a->cue])
		return;
	k += r->pos[k] == POS_COMMA;
	if (r->pos[k] != POS_CC || r->tok[k + 1].hash != r->that || pos_in(r->pos[k + 2], POS_FINITES))
		return;
	quote_end_at(r, a, stop);
}

/*
 * end_in_front ends a report inside a clause that opens the sentence before the
 * sentence's own:
 *
 *     Although Lee said [the plan was dead], the town went on with it.
 */
static void
end_in_front(const QuoteReader *r, Attribution *a)
{
	const QuoteMark *m;
	uint32_t	opens = r->first + (r->pos[r->first] == POS_CC);
	uint32_t	subject = !range_empty(a->source) && a->source.last < a->cue ? a->source.first : a->cue;

	if (a->side != CUE_RIGHT || a->kind == QUOTE_DIRECT || a->more != NT_NONE || a->content.first >= r->last || r->inside[a->cue] || subject < r->first || so_far(r, subject)->finite != 0 ||
		!(r->tok[opens].hash == r->as || quote_word_in(r->tok[opens].hash, r->model->adjuncts)))
		return;
	for (uint32_t k = a->content.first + 2; k + 2 < a->content.last; k++)
		if (r->pos[k] == POS_COMMA && so_far(r, k)->finite > so_far(r, a->content.first)->finite && quote_is_clause(r, k + 1, a->content.last) &&
			((m = mark_around(r, k)) == NULL || m->close == k + 1))
		{
			quote_end_at(r, a, k - 1);
			return;
		}
}

/*
 * end_before_day ends words in marks before the day on which they were said: called
 * it [a “bad day”] on Monday at a fair.
 */
static void
end_before_day(const QuoteReader *r, Attribution *a)
{
	uint32_t	close;
	uint32_t	k;

	if (a->side != CUE_RIGHT || a->kind != QUOTE_MIXED || a->more != NT_NONE || a->content.last >= r->last || a->content.first < r->first)
		return;
	close = so_far(r, a->content.last)->closed;
	if (close == NT_NONE || close <= a->content.first || close >= a->content.last || so_far(r, close)->finite != so_far(r, a->content.last + 1)->finite)
		return;
	k = close + 1 + (r->pos[close + 1] == POS_IN);
	if (k <= a->content.last && (token_classes(r->vocab, &r->tok[k]) & LEX_BIT(LEX_WEEKDAY)))
	{
		quote_end_at(r, a, close);
	}
}

/*
 * end_before_verb ends words in marks that are only an object before what their
 * speaker did next: likened it [to “a leech on a dog”] and got a laugh.
 */
static void
end_before_verb(const QuoteReader *r, Attribution *a)
{
	uint32_t	close;

	if (a->side != CUE_RIGHT || a->kind != QUOTE_MIXED || a->more != NT_NONE || a->content.last >= r->last || a->content.first < r->first || r->inside[a->cue])
		return;
	close = so_far(r, a->content.last)->closed;
	if (close == NT_NONE || close <= a->content.first || close + 2 >= a->content.last || r->pos[close + 1] != POS_CC || r->pos[close + 2] != r->pos[a->cue] ||
		!pos_in(r->pos[a->cue], POS_FINITES))
		return;
	for (uint32_t k = a->content.first; k < close; k++)
		if (pos_in(r->pos[k], POS_FINITES) && !r->inside[k])
			return;
	quote_end_at(r, a, close);
}

/*
 * end_before_occasion ends a report before where it was said: vowed [to be “back
 * by June”] in a post from her bed; called for [more money] in a statement on Friday.
 */
static void
end_before_occasion(const QuoteReader *r, Attribution *a)
{
	uint32_t	from = a->content.first + 1;

	if (a->side != CUE_RIGHT || a->kind == QUOTE_DIRECT || a->more != NT_NONE || a->content.last >= r->last || a->content.first < r->first || r->inside[a->cue] ||
		cue_act(a->stance) != ACT_SPEECH)
		return;
	for (uint32_t k = a->content.last; k-- > from;)
	{
		uint32_t	noun = k + 2;

		if (pos_in(r->pos[k], POS_FINITES | POS_BIT(POS_OPEN) | POS_BIT(POS_CLOSE)))
			return;
		if (r->pos[k] != POS_IN || r->tok[k].hash != r->in || k + 2 > a->content.last || !pos_in(r->pos[k + 1], POS_BIT(POS_DT) | POS_BIT(POS_PRPS)))
			continue;
		while (noun < a->content.last && noun < k + 5 && !quote_word_in(r->tok[noun].hash, r->model->occasions) && pos_in(r->pos[noun], POS_BIT(POS_JJ) | POS_NOUNS))
			noun++;
		if (!quote_word_in(r->tok[noun].hash, r->model->occasions) || r->pos[noun + 1] == POS_HYPHEN)
			continue;
		quote_end_at(r, a, k - 1);
		return;
	}
}

void
quote_extent(const QuoteReader *r, Attribution *a)
{
	end_with_clause(r, a);
	begin_at_that(r, a);
	end_with_order(r, a);
	end_with_that(r, a);
	end_in_front(r, a);
	end_before_day(r, a);
	end_before_verb(r, a);
	end_before_occasion(r, a);
}
