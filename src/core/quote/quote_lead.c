/*
 * quote_lead.c -- a story begins with what somebody is, and names them in the sentences after.
 *
 *     A nurse swapped the labels of two samples, a court has heard.
 *     Joanne Pickard, 44, denies manslaughter.  ...  The nurse said
 *
 * The first person named with an age at the head of one of the next sentences is the
 * nurse, unless age or gender tell another, or somebody else can be meant.
 */
#include "quote/quote_figure.h"

#include "quote/quote_cue.h"

#define LEAD_SENTENCES 6		/* of a story after its first, in which its first person is named */
#define LEAD_SUBJECT 3			/* tokens before the subject that begins a sentence: A former ... */

/* is_introduced tells whether a person is named with an age at the head of a sentence: [Ann Lee], 44, denies. */
static bool
is_introduced(const QuoteReader *r, const QuoteFigure *f, const NtSentence *s)
{
	return f->named && f->kind == ENTITY_PERSON && f->first <= s->first + LEAD_SUBJECT && f->last + 2 < r->n &&
		token_mark_in(&r->tok[f->last], MARK_BIT(MARK_COMMA) | MARKS_BRACKET_OPEN) && r->tok[f->last + 1].kind == TOKEN_NUMBER &&
		token_mark_in(&r->tok[f->last + 2], MARK_BIT(MARK_COMMA) | MARKS_BRACKET_CLOSE);
}

/* has_age tells whether a description gives this age or none: no 17-year-old boy is Ann Lee, 44. */
static bool
has_age(const QuoteReader *r, const QuoteFigure *f, uint32_t age)
{
	for (uint32_t i = f->first; i < f->last; i++)
		if (r->tok[i].kind == TOKEN_NUMBER)
			return r->tok[i].hash == age;
	return true;
}

/* may_be_same tells whether nothing that is known of two parts them: TRAIT_MALE, TRAIT_FEMALE or 0. */
static bool
may_be_same(uint8_t one, uint8_t other)
{
	return one == 0 || other == 0 || (one & other) != 0;
}

/* is_alone tells whether no other figure from one up to another can be who is named next, by what is known of gender. */
static bool
is_alone(const QuoteReader *r, const QuoteFigures *figures, uint32_t from, uint32_t upto, uint8_t gender)
{
	for (uint32_t k = from + 1; k < upto; k++)
	{
		const QuoteFigure *f = &figures->at[k];
		uint8_t		is = f->traits & (TRAIT_MALE | TRAIT_FEMALE);

		if (!f->named && !f->pronoun && f->kind == ENTITY_PERSON && !(f->traits & TRAIT_PLURAL) && !r->inside[f->first] &&
			quote_pos_guess(r, f->last) != POS_POS &&
			may_be_same(is, gender))
			return false;
	}
	return true;
}

/* speaks_out tells whether a figure says something, and so of somebody else: a source told The Sun ... */
static bool
speaks_out(const QuoteReader *r, const QuoteFigure *f)
{
	const NtCue *cue = f->last < r->n ? quote_cue_record(r, f->last) : NULL;

	return cue != NULL && cue->form != 0 && cue_act(cue->stance) == ACT_SPEECH && pos_in(quote_pos_guess(r, f->last), POS_FINITES);
}

/* is_lead tells whether a figure begins a story: [A nurse] swapped the labels. */
static bool
is_lead(const QuoteReader *r, const QuoteFigure *f, const NtSentence *s)
{
	return f->is_new && f->kind == ENTITY_PERSON && !(f->traits & TRAIT_PLURAL) && f->first <= s->first + LEAD_SUBJECT &&
		(r->tok[s->first].flags & TOKEN_PARAGRAPH) && !r->inside[f->first] && !speaks_out(r, f);
}

/* is_name_of tells whether a figure, which begins its sentence, names the lead. */
static bool
is_name_of(const QuoteReader *r, uint32_t figure, const NtSentence *s, const QuoteFigures *figures, uint32_t lead)
{
	const QuoteFigure *name = &figures->at[figure];
	const QuoteFigure *who = &figures->at[lead];
	uint8_t		is = r->article->entities.at[name->entity].traits & (TRAIT_MALE | TRAIT_FEMALE);

	return is_introduced(r, name, s) && may_be_same(is, who->traits & (TRAIT_MALE | TRAIT_FEMALE)) && is_alone(r, figures, lead, figure, is) &&
		has_age(r, who, r->tok[name->last + 1].hash);
}

void
quote_lead_meet(const QuoteReader *r, const NtSentence *s, uint32_t from, QuoteFigures *figures, QuoteLead *lead)
{
	QuoteFigure *first;
	QuoteFigure *who;

	if (lead->met || lead->sentences++ > LEAD_SENTENCES || from == figures->n)
		return;
	first = &figures->at[from];
	if (lead->figure == NT_NONE)
	{
		if (is_lead(r, first, s))
			lead->figure = from;
		return;
	}
	if (!first->named || first->kind != ENTITY_PERSON || first->first > s->first + LEAD_SUBJECT)
		return;
	lead->met = true;
	if (!is_name_of(r, from, s, figures, lead->figure))
		return;
	who = &figures->at[lead->figure];
	who->entity = first->entity;
	for (uint32_t k = who->first; k < who->last; k++)
		if (token_classes(r->vocab, &r->tok[k]) & QUOTE_HEADS)
			quote_note(&figures->notes, r->tok[k].hash, first->entity);
}
