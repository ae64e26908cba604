/*
 * quote_source_form.c -- sources that the form of their cue tells, where the model chose others.
 *
 *     The minister was told by [her staff] that the dam might fail
 *     [Lee] was quoted as saying the town had fallen
 *     but Leeds boss, [Ann Lee], insisted last night: “We stay.”
 *     wept as [Judge Ann Lee] told her: “...”
 *     Lee said the strike was over and promised more trains           the cue's before
 */
#include "quote/quote_cue_form.h"

#include "quote/quote_cue.h"

#define APPOSED_NEAR 6			/* tokens between a name behind what somebody is and the verb: Ann Lee of York, insisted */

/*
 * apposed_subject returns the name behind what somebody is, both between commas before
 * the verb: but Leeds boss, [Ann Lee] (of York), insisted; empty: something else stands there.
 */
static QuoteRange
apposed_subject(const QuoteReader *r, uint32_t verb)
{
	for (uint32_t k = r->chunks.n; k-- > 1;)
	{
		QuoteRange	name = r->chunks.at[k];
		QuoteRange	role = r->chunks.at[k - 1];

		if (name.first >= verb)
			continue;
		if (verb - name.last > APPOSED_NEAR || r->pos[verb - 1] != POS_COMMA)
			break;
		if (!is_named(r, name.first, ENTITY_PERSON) || !is_named(r, name.last, ENTITY_PERSON) || r->pos[name.first - 1] != POS_COMMA ||
			role.last + 2 != name.first || !(token_classes(r->vocab, &r->tok[role.last]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE))))
			continue;
		return so_far(r, verb)->finite == so_far(r, name.first)->finite ? name : QUOTE_NO_RANGE;
	}
	return QUOTE_NO_RANGE;
}

/* subject_beside returns the phrase that stands right before a verb, or behind one that opens the sentence; empty: none. */
static QuoteRange
subject_beside(const QuoteReader *r, const Attribution *a)
{
	for (uint32_t k = 0; k < r->chunks.n; k++)
	{
		QuoteRange	chunk = r->chunks.at[k];

		if (a->cue == r->first ? chunk.first > a->cue && pos_in(r->pos[chunk.last], POS_BIT(POS_NNP)) :
			chunk.last + 1 == a->cue && !range_holds(a->content, chunk.last) && pos_in(r->pos[chunk.last], POS_NOUNS | POS_BIT(POS_PRP)) &&
			!(token_classes(r->vocab, &r->tok[chunk.last]) & (LEX_BIT(LEX_WEEKDAY) | LEX_BIT(LEX_MONTH))))
			return chunk;
	}
	return QUOTE_NO_RANGE;
}

/* opens_clause tells whether a clause begins at a token: ..., and [Lee] said; as [Lee] said */
static bool
opens_clause(const QuoteReader *r, uint32_t first)
{
	uint32_t	hash = r->tok[first - 1].hash;

	return hash == r->as || r->pos[first - 1] == POS_CC || quote_word_in(hash, r->model->adjuncts);
}

/* aged_subject tells whether somebody with an age stands before a verb, whoever else says something before: Police said [Ann Lee], 22, told officers that */
static bool
aged_subject(const QuoteReader *r, const Attribution *a)
{
	const uint32_t i = a->cue;

	return a->side == CUE_RIGHT && pos_in(r->pos[i], POS_BIT(POS_VBD) | POS_BIT(POS_VBZ)) && i >= r->first + 4 && r->pos[i - 1] == POS_COMMA &&
		r->pos[i - 2] == POS_CD && r->pos[i - 3] == POS_COMMA && is_named(r, i - 4, ENTITY_PERSON);
}

void
quote_source_by_form(QuoteReader *r, Attribution *a, uint32_t found)
{
	QuoteRange	apposed = a->kind == QUOTE_DIRECT && a->side == CUE_RIGHT ? apposed_subject(r, a->cue) : QUOTE_NO_RANGE;

	if (!range_empty(apposed) && (range_empty(a->source) || a->source.last + APPOSED_NEAR < apposed.first))
	{
		a->source = apposed;
		return;
	}
	if (a->kind == QUOTE_DIRECT && pos_in(r->pos[a->cue], POS_BIT(POS_VBD) | POS_BIT(POS_VBZ)))
	{
		QuoteRange	beside = subject_beside(r, a);

		/* wept as Judge Ann Lee told her: “...” */
		if (range_empty(a->source) || (a->side == CUE_RIGHT && !range_empty(beside) && is_named(r, beside.last, ENTITY_PERSON) && beside.last < a->cue &&
									   beside.first > r->first && a->source.last < beside.first && opens_clause(r, beside.first)))
			a->source = beside;
	}
	if (aged_subject(r, a))
		for (uint32_t k = 0; k < r->chunks.n; k++)
			if (r->chunks.at[k].last == a->cue - 4 && (r->chunks.at[k].first == r->first || !pos_in(r->pos[r->chunks.at[k].first - 1], POS_BIT(POS_IN) | POS_BIT(POS_POS))))
				a->source = r->chunks.at[k];
	if (quote_cue_told_by(r, a->cue))
	{
		for (uint32_t k = 0; k < r->chunks.n; k++)
			if (r->chunks.at[k].first <= a->cue + 2 && r->chunks.at[k].last >= a->cue + 2)
			{
				a->source = r->chunks.at[k];
				/* her staff */
				if (r->pos[a->source.last] == POS_PRPS && k + 1 < r->chunks.n && r->chunks.at[k + 1].first == a->source.last + 1)
					a->source = r->chunks.at[k + 1];
				break;
			}
		return;
	}
	if (quote_cue_was_quoted(r, a->cue))
		for (uint32_t k = r->chunks.n; k-- > 0;)
			if (r->chunks.at[k].last < a->cue - 2)
			{
				a->source = r->chunks.at[k];
				return;
			}
	if (a->cue_last > a->cue && quote_cue_amid(r, a->cue) != NT_NONE)
		for (uint32_t k = 0; k < r->chunks.n; k++)
			if (r->chunks.at[k].first > a->cue_last)
			{
				a->source = r->chunks.at[k];
				return;
			}
	for (uint32_t k = r->found.n - 1; k-- > found;)
		if (r->found.at[k].cue < a->cue && a->side == CUE_RIGHT && (quote_cue_is_joined(r, a->cue, &r->found.at[k]) || quote_cue_calls_it(r, a->cue, &r->found.at[k])))
		{
			a->source = r->found.at[k].source;
			break;
		}
}
