/*
 * quote_report.c -- does an indirect quotation report anything?
 *
 *     Lee said the bridge was safe      a clause: a report
 *     Lee urged them to stay            an infinitive
 *     Lee called for calm               a preposition
 *     Lee denied the charge             an object of speech (data/en/cues: takes=o)
 *     Lee called it a lie               an object and what it is called (takes=c)
 *     Lee welcomed the director, officers found a man lying, he called the police,
 *     the plan is intended to save money, someone who knows they are ill: none
 *
 * The articles that are learned from count whatever a verb of the lexicon does
 * as an attribution; a reader does not.  This is grammar, over the parts of
 * speech: what is no report is dropped, before anybody asks who said it.
 */
#include "quote/quote_cue.h"
#include "quote/quote_mark.h"
#include "quote/quote_trace.h"

/* What the words reported are. */
typedef enum Form
{
	FORM_CLAUSE,				/* that the bridge was safe, what he saw, the bridge was safe */
	FORM_INFINITIVE,			/* to stay */
	FORM_TOLD,					/* the crew to stay */
	FORM_PREPOSITION,			/* of floods, about the plan */
	FORM_GERUND,				/* seeing the man */
	FORM_COMPLEMENT,			/* it a lie, the plan as a waste */
	FORM_OBJECT,				/* the charge */
	FORM_DATE					/* next July */
} Form;

/* is_relative tells whether a clause that begins at a token only describes the noun before: the man who came. */
static bool
is_relative(const QuoteReader *r, uint32_t i)
{
	return r->pos[i] == POS_W || r->tok[i].hash == r->that;
}

static Form
form_of(const QuoteReader *r, QuoteRange c)
{
	const uint64_t things = POS_NOUNS | POS_BIT(POS_PRP);
	bool		relative = false;
	bool		complement = false;
	bool		date = true;
	uint32_t	first = c.first;

	while (first < c.last && pos_in(r->pos[first], POS_BIT(POS_RB) | POS_BIT(POS_CC)))
		first++;
	if (is_relative(r, first))
		return FORM_CLAUSE;
	if (r->pos[first] == POS_TO)
		return FORM_INFINITIVE;
	for (uint32_t k = first; k <= c.last; k++)
	{
		if (pos_in(r->pos[k], POS_FINITES) && !relative)
			return FORM_CLAUSE;
		relative = relative || (k > first && is_relative(r, k) && !pos_in(r->pos[k - 1], POS_BIT(POS_PRP)));
		if (!relative && k < c.last && r->pos[k] == POS_TO && r->pos[k + 1] == POS_VB && r->pos[first] != POS_IN)
			return FORM_TOLD;
		if (k < c.last && pos_in(r->pos[k], things) &&
			(pos_in(r->pos[k + 1], POS_BIT(POS_DT) | POS_BIT(POS_PRPS)) || r->tok[k + 1].hash == r->as ||
			 (r->pos[k] == POS_PRP && pos_in(r->pos[k + 1], POS_BIT(POS_JJ) | POS_NOUNS))))
			complement = true;
		date = date && (r->tok[k].kind != TOKEN_WORD || r->vocab->words[r->tok[k].word].date != 0);
	}
	if (date)
		return FORM_DATE;
	if (complement)
		return FORM_COMPLEMENT;
	if (r->pos[first] == POS_IN || (first >= 2 && pos_in(r->pos[first - 1], POS_BIT(POS_IN) | POS_BIT(POS_TO)) &&
									 pos_in(r->pos[first - 2], POS_VERBS) && r->name[c.last] == 0))
		return FORM_PREPOSITION;
	return r->pos[first] == POS_VBG ? FORM_GERUND : FORM_OBJECT;
}

/* orders tells whether somebody is told to do something by a verb of this class: urged, asked, wanted them to stay. */
static bool
orders(uint8_t stance)
{
	switch ((NtStance) stance)
	{
		case STANCE_SAID:
		case STANCE_ASKED:
		case STANCE_URGED:
		case STANCE_WARNED:
		case STANCE_WANTED:
		case STANCE_THOUGHT:
			return true;
		default:
			return false;
	}
}

/* of_somebody tells whether the subject is whoever it may be: someone who knows, those who say. */
static bool
of_somebody(const QuoteReader *r, const Attribution *a)
{
	uint32_t	i = a->source.first;

	return r->pos[i] == POS_W && i > 0 && a->source.last == i &&
		(token_is(r->vocab, &r->tok[i - 1], LEX_PRONOUN) || token_is(r->vocab, &r->tok[i - 1], LEX_DETERMINER));
}

/* reports tells whether an indirect quotation reports something. */
static bool
reports(const QuoteReader *r, const Attribution *a)
{
	const NtCue *cue = quote_cue_record(r, a->cue);
	bool		noun = pos_in(r->pos[a->cue], POS_NOUNS) && (cue->form == CUE_NOUN || (cue->flags & CUE_ALSO_NOUN));
	NtAct		act = cue_act(a->stance);
	Form		form = a->more != NT_NONE ? FORM_CLAUSE : form_of(r, a->content);

	if (cue->form == CUE_OTHER)
		return a->cue_last > a->cue || cue == &r->cues->records[CUE_COLON] || form == FORM_CLAUSE || form == FORM_INFINITIVE;
	if ((act == ACT_THOUGHT || act == ACT_PLAN) && (range_empty(a->source) || of_somebody(r, a)))
		return false;
	if (noun)
		return form == FORM_CLAUSE || form == FORM_INFINITIVE;
	switch (form)
	{
		case FORM_CLAUSE:
			return !(cue->flags & CUE_TAKES_NO_CLAUSE) || a->side == CUE_LEFT;
		case FORM_INFINITIVE:
			return !(cue->flags & CUE_TAKES_NO_CLAUSE);
		case FORM_TOLD:
			return orders(a->stance) || (cue->flags & (CUE_TAKES_OBJECT | CUE_TAKES_COMPLEMENT)) != 0;
		case FORM_PREPOSITION:
			return act == ACT_SPEECH || act == ACT_WRITING;
		case FORM_COMPLEMENT:
			return (cue->flags & (CUE_TAKES_OBJECT | CUE_TAKES_COMPLEMENT)) != 0;
		case FORM_GERUND:
		case FORM_OBJECT:
			return (cue->flags & CUE_TAKES_OBJECT) != 0;
		case FORM_DATE:
			break;
	}
	return false;
}

/* quote_drop_unreported drops the indirect quotations found that report nothing. */
void
quote_drop_unreported(QuoteReader *r)
{
	for (uint32_t i = 0; i < r->found.n; i++)
	{
		Attribution *a = &r->found.at[i];

		nt_tick(r->cx);
		if (a->kind != QUOTE_INDIRECT || a->cue == NT_NONE || r->pos[a->cue] == POS_NONE || reports(r, a))
			continue;
		a->dropped = true;
		quote_trace_found(r, "no report", a);
	}
}
