/*
 * quote_settle.c -- what two cues of one sentence both claim.
 *
 * Each cue chose its content without knowing of the others; when all of a
 * sentence have, five rules of grammar settle what they share:
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
 *   - Of two clauses joined behind a cue both are reported, when neither has a
 *     cue of its own:
 *
 *         The fair opened in May, police said, and stalls were set up.
 *         [                    ]                   [                ]
 *
 *   - A clause that its cue breaks off goes on behind it, when its verb is
 *     still to come:
 *
 *         The plan, Lee said on Monday, would cost the town a fortune.
 *         [      ]                      [                           ]
 *
 * A cue is compared with at most SETTLE_BACK cues before it: linear.
 */
#include "quote/quote_clause.h"
#include "quote/quote_cue.h"
#include "quote/quote_loose.h"
#include "quote/quote_mark.h"
#include "quote/quote_trace.h"

#define SETTLE_BACK 6
#define ADDRESSEE_FAR 6			/* tokens of whom something is told */
#define SUBJECT_GAP 3			/* tokens between a subject and its verb: he [has also] said */
#define APPOSED_FAR 12			/* tokens of what somebody is, behind the name */
#define CUE_ADVERBIAL 6			/* tokens between a cue and the comma after it */

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
	a->content.last = last;
	a->tail = last;
	a->kind = (uint8_t) quote_kind_of(r, a->content);
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
	bool		contrast = !range_empty(b->source) && b->source.first > r->first + 2 && b->source.first < r->last && r->pos[k - 1] == POS_COMMA && quote_word_in(r->tok[k].hash, r->model->contrasts, QUOTE_CONTRAST_WORDS);

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
	else if (r->pos[k] != POS_COMMA || !quote_word_in(r->tok[r->first].hash, r->model->adjuncts, QUOTE_ADJUNCT_WORDS) || so_far(r, a->cue)->finite != 0 ||
			 so_far(r, k)->finite == so_far(r, a->content.first)->finite)
		return;
	a->content.last = k - 1;
	a->tail = k - 1;
	a->kind = (uint8_t) quote_kind_of(r, a->content);
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
	if (quote_word_in(r->tok[k + 1].hash, r->model->adjuncts, QUOTE_ADJUNCT_WORDS) || r->pos[k + 1] == POS_W)
		;
	else if (so_far(r, k + 1)->finite != so_far(r, b->source.first)->finite || !is_named(r, b->source.last, ENTITY_PERSON) || r->pos[b->cue + 1] == POS_PRP)
		return;
	a->content.last = k - 2;
	a->tail = k - 2;
	a->kind = (uint8_t) quote_kind_of(r, a->content);
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
		a->content.last = close;
		a->tail = close;
		a->kind = (uint8_t) quote_kind_of(r, a->content);
	}
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
		while (noun < a->content.last && noun < k + 5 && !quote_word_in(r->tok[noun].hash, r->model->occasions, QUOTE_OCCASION_WORDS) && pos_in(r->pos[noun], POS_BIT(POS_JJ) | POS_NOUNS))
			noun++;
		if (!quote_word_in(r->tok[noun].hash, r->model->occasions, QUOTE_OCCASION_WORDS) || r->pos[noun + 1] == POS_HYPHEN)
			continue;
		a->content.last = k - 1;
		a->tail = k - 1;
		a->kind = (uint8_t) quote_kind_of(r, a->content);
		return;
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
	a->content.last = close;
	a->tail = close;
	a->kind = (uint8_t) quote_kind_of(r, a->content);
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
			b->content.last = i - 2;
			b->tail = b->content.last;
			b->kind = (uint8_t) quote_kind_of(r, b->content);
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

/* is_clause tells whether tokens are a clause with a subject of its own: the stalls were set up. */
static bool
is_clause(const QuoteReader *r, uint32_t first, uint32_t last)
{
	const uint64_t subject = POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_PRP) | POS_BIT(POS_PRPS) | POS_BIT(POS_JJ) | POS_BIT(POS_CD) | POS_BIT(POS_EX);
	uint32_t	k = first;

	while (k < last && pos_in(r->pos[k], subject))
		k++;
	return k > first && k < last && pos_in(r->pos[k], POS_FINITES) && pos_in(r->pos[k - 1], POS_NOUNS | POS_BIT(POS_PRP) | POS_BIT(POS_EX));
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
	uint32_t	comma = a->cue_last + 1;
	uint32_t	last = sentence_stop(r);
	bool		clause;

	if (a->side != CUE_LEFT || a->kind != QUOTE_INDIRECT || a->more != NT_NONE || a->content.first < r->first ||
		a->content.last + 1 >= r->last || r->pos[a->content.last + 1] != POS_COMMA)
		return;
	/* If this fails, Lee argues, there are others: a clause that cannot stand alone */
	clause = so_far(r, a->content.last + 1)->finite != so_far(r, a->content.first)->finite;
	if (clause && !pos_in(r->pos[a->content.first], POS_BIT(POS_IN) | POS_BIT(POS_W)))
		return;
	/* on Monday */
	while (comma < r->last && comma - a->cue_last <= CUE_ADVERBIAL &&
		   pos_in(r->pos[comma], POS_NOUNS | POS_BIT(POS_IN) | POS_BIT(POS_DT) | POS_BIT(POS_CD) | POS_BIT(POS_JJ) | POS_BIT(POS_RB)))
		comma++;
	if (comma + 1 >= r->last || r->pos[comma] != POS_COMMA ||
		((clause || !pos_in(r->pos[comma + 1], POS_FINITES | POS_BIT(POS_RB))) &&
		 (!is_clause(r, comma + 1, last) || holds_cue(r, first, (QuoteRange) {comma + 1, last}))))
		return;
	if (so_far(r, last + 1)->finite == so_far(r, comma + 1)->finite)
		return;
	quote_add_more(r, number, (QuoteRange) {comma + 1, last});
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
	const uint64_t subject = POS_NOUNS | POS_BIT(POS_DT) | POS_BIT(POS_JJ) | POS_BIT(POS_PRPS) | POS_BIT(POS_CD) | POS_BIT(POS_POS) | POS_BIT(POS_HYPHEN);
	uint32_t	k = a->content.last + 1;
	uint32_t	stop = sentence_stop(r);
	uint32_t	from = a->content.first + (r->tok[a->content.first].hash == r->that);
	bool		further = false;

	if (a->side != CUE_RIGHT || a->kind == QUOTE_DIRECT || a->more != NT_NONE || a->content.first < r->first || k >= stop ||
		!pos_in(r->pos[a->cue], POS_FINITES) || r->inside[a->cue] || !pos_in(r->pos[a->content.last], POS_NOUNS))
		return;
	/* ... and that [a pool] */
	for (uint32_t i = a->content.last; i > a->content.first && !further && (pos_in(r->pos[i], subject) || r->name[i] != 0); i--)
	{
		further = r->tok[i - 1].hash == r->that && r->pos[i - 2] == POS_CC;
		if (further)
			from = i;
	}
	if (!further && (a->kind != QUOTE_INDIRECT || a->content.first != a->cue_last + 1))
		return;
	for (uint32_t i = from; i <= a->content.last; i++)
		if (!pos_in(r->pos[i], subject) && r->name[i] == 0)
			return;
	/* single people and families – gay, straight – would qualify */
	if (pos_in(r->pos[k], POS_BIT(POS_DASH) | POS_BIT(POS_PAREN)))
	{
		const uint8_t mark = r->pos[k];

		for (k++; k < stop && k - a->content.last < APPOSED_FAR && r->pos[k] != mark && !pos_in(r->pos[k], POS_FINITES); k++)
			;
		if (r->pos[k] != mark)
			return;
		k++;
	}
	else if (r->pos[k] == POS_COMMA && a->stance == STANCE_SAID)
	{
		for (k++; k < stop && pos_in(r->pos[k], subject | POS_BIT(POS_IN) | POS_BIT(POS_VBN) | POS_BIT(POS_RB) | POS_BIT(POS_CC)); k++)
			;
		if (r->pos[k] != POS_COMMA)
			return;
		k++;
	}
	else
		while (k < stop && pos_in(r->pos[k], subject | POS_BIT(POS_IN)) && r->tok[k].hash != r->that && r->tok[k].hash != r->as)
			k++;
	if (k >= stop || !pos_in(r->pos[k], POS_FINITES) || quote_kind_of(r, (QuoteRange) {from, stop}) != QUOTE_INDIRECT)
		return;
	a->content.last = stop;
	a->tail = stop;
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
	a->content.last = stop;
	a->tail = stop;
	a->kind = (uint8_t) quote_kind_of(r, a->content);
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
		!(r->tok[opens].hash == r->as || quote_word_in(r->tok[opens].hash, r->model->adjuncts, QUOTE_ADJUNCT_WORDS)))
		return;
	for (uint32_t k = a->content.first + 2; k + 2 < a->content.last; k++)
		if (r->pos[k] == POS_COMMA && so_far(r, k)->finite > so_far(r, a->content.first)->finite && is_clause(r, k + 1, a->content.last) &&
			((m = mark_around(r, k)) == NULL || m->close == k + 1))
		{
			a->content.last = k - 1;
			a->tail = k - 1;
			a->kind = (uint8_t) quote_kind_of(r, a->content);
			return;
		}
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
	{
		for (k++; k < stop && k - a->content.last < APPOSED_FAR && r->pos[k] != POS_COMMA && !pos_in(r->pos[k], POS_FINITES); k++)
			;
		if (r->pos[k] != POS_COMMA)
			return;
		k++;
	}
	if (k + 1 >= stop || r->pos[k] != POS_TO || r->pos[k + 1] != POS_VB || quote_kind_of(r, (QuoteRange) {a->content.first, stop}) != QUOTE_INDIRECT)
		return;
	a->content.last = stop;
	a->tail = stop;
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
	uint32_t	comma = a->cue_last + 1;
	QuoteRange	half;
	bool		reported;

	if (a->kind != QUOTE_INDIRECT || a->more != NT_NONE || a->cue == NT_NONE || range_empty(a->source) || a->source.last > a->cue ||
		cue_act(a->stance) != ACT_SPEECH || a->source.first < r->first + 3 || r->pos[a->source.first - 1] != POS_COMMA || r->inside[a->cue])
		return;
	while (comma < r->last && comma - a->cue_last <= CUE_ADVERBIAL &&
		   pos_in(r->pos[comma], POS_NOUNS | POS_BIT(POS_IN) | POS_BIT(POS_DT) | POS_BIT(POS_CD) | POS_BIT(POS_JJ) | POS_BIT(POS_RB)))
		comma++;
	if (comma + 3 >= r->last || r->pos[comma] != POS_COMMA || !pos_in(r->pos[comma + 1], POS_BIT(POS_CC) | POS_BIT(POS_IN) | POS_BIT(POS_W)))
		return;
	/* and stalls were set up; because they are exempt; where they earn more */
	half = (QuoteRange) {comma + 1 + (r->pos[comma + 1] == POS_CC), sentence_stop(r)};
	if (r->pos[comma + 1] != POS_CC && a->side == CUE_LEFT)
		return;
	/* officials said, while witnesses said ... */
	reported = r->pos[comma + 1] != POS_CC ? quote_kind_of(r, half) == QUOTE_INDIRECT && !holds_cue(r, first, half) : is_clause(r, half.first, half.last) && !holds_cue(r, first, half) && quote_kind_of(r, half) == QUOTE_INDIRECT;
	if (a->side == CUE_LEFT && a->content.first >= r->first && a->content.last + 1 == a->source.first - 1 &&
		so_far(r, a->content.last + 1)->finite > so_far(r, a->content.first)->finite)
	{
		if (reported)
			quote_add_more(r, number, half);
	}
	else if (a->side == CUE_RIGHT && (a->content.first == comma + 1 || a->content.first == comma + 2) &&
			 is_clause(r, r->first, a->source.first - 1) && quote_kind_of(r, (QuoteRange) {r->first, a->source.first - 2}) == QUOTE_INDIRECT &&
			 !holds_cue(r, first, (QuoteRange) {r->first, a->source.first - 2}))
	{
		a->side = CUE_LEFT;
		a->content = (QuoteRange) {r->first, a->source.first - 2};
		a->tail = a->content.last;
		if (reported)
			quote_add_more(r, number, half);
	}
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
		end_with_clause(r, &r->found.at[i]);
		begin_at_that(r, &r->found.at[i]);
		end_with_order(r, &r->found.at[i]);
		end_with_that(r, &r->found.at[i]);
		end_in_front(r, &r->found.at[i]);
		end_before_day(r, &r->found.at[i]);
		end_before_verb(r, &r->found.at[i]);
		end_before_occasion(r, &r->found.at[i]);
		add_rest(r, i, first);
		add_subject(r, i);
		add_half(r, i, first);
	}
}
