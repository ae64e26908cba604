/*
 * quote_attribution.c -- a cue, what it reports and who says it, put together.
 */
#include "quote/quote.h"

#include "quote/quote_cue.h"
#include "quote/quote_mark.h"
#include "quote/quote_speaker.h"

/*
 * confirmed_by: the source of a passive stands behind it, as confirmed by [Lee],
 * as noted in [a letter]; that of a participle before its comma: [farmer Lee],
 * spoken from a hay cart.
 */
static void
confirmed_by(const QuoteReader *r, Attribution *a)
{
	uint32_t	cue = a->cue;

	if (r->pos[cue] == POS_VBN && cue >= r->first + 2 && r->pos[cue - 1] == POS_COMMA && is_named(r, cue - 2, ENTITY_PERSON) &&
		a->source.first == cue + 2 && r->pos[cue + 1] == POS_IN && r->name[a->source.last] == 0)
		for (uint32_t k = 0; k < r->chunks.n; k++)
			if (r->chunks.at[k].last == cue - 2)
				a->source = r->chunks.at[k];
	if (r->pos[cue] != POS_VBN || cue == r->first || cue + 2 >= r->last || r->pos[cue - 1] != POS_IN || r->pos[cue + 1] != POS_IN)
		return;
	for (uint32_t k = 0; k < r->chunks.n; k++)
		if (r->chunks.at[k].first == cue + 2)
			a->source = r->chunks.at[k];
}

void
quote_attribute(QuoteReader *r, uint32_t number, uint32_t i, QuoteSide side, QuoteRange content, int32_t margin)
{
	QuoteEarlier earlier = QUOTE_NO_EARLIER;
	Attribution *a;
	const NtCue *cue = quote_cue_record(r, i);

	if (r->found.n > 0 && r->found.at[r->found.n - 1].sentence == number && r->found.at[r->found.n - 1].cue < i)
	{
		earlier.source = r->found.at[r->found.n - 1].source;
		earlier.content = r->found.at[r->found.n - 1].content;
	}
	a = nt_push(r->cx, &r->found);

	*a = QUOTE_NO_ATTRIBUTION;
	a->sentence = number;
	a->cue = i;
	a->cue_last = quote_cue_last(r, i);
	a->side = (uint8_t) side;
	a->content = content;
	a->tail = content.last;
	a->kind = (uint8_t) quote_kind_of(r, content);
	a->stance = pos_in(r->pos[i], POS_NOUNS) && (cue->flags & CUE_ALSO_NOUN) ? cue->noun_stance : cue->stance;
	a->source = quote_source(r, i, side, content, &earlier, &margin);
	confirmed_by(r, a);
	a->margin = margin;
	if (a->kind != QUOTE_INDIRECT)
		quote_take_marks(r, content);
}

void
quote_add_more(QuoteReader *r, uint32_t to, QuoteRange range)
{
	Attribution *a = &r->found.at[to];
	QuoteMore  *more = nt_push(r->cx, &r->more);

	more->range = range;
	more->next = NT_NONE;
	if (a->more == NT_NONE)
		a->more = r->more.n - 1;
	else
		r->more.at[a->last_more].next = r->more.n - 1;
	a->last_more = r->more.n - 1;
	if (range.last > a->tail)
		a->tail = range.last;
	if (a->kind == QUOTE_INDIRECT)
		a->kind = (uint8_t) quote_kind_of(r, range) == QUOTE_INDIRECT ? QUOTE_INDIRECT : QUOTE_MIXED;
}

void
quote_end_at(const QuoteReader *r, Attribution *a, uint32_t last)
{
	a->content.last = last;
	a->tail = last;
	a->kind = (uint8_t) quote_kind_of(r, a->content);
}
