/*
 * quote_source.c -- the words of a source, from what was chosen of the sentence to all that names the speaker.
 *
 *     the senior [investigating officer]     the whole description
 *     On Monday night [Ann Lee] said         without the day before it
 *     [Secretary] of State Ann Lee said      to the end of the name
 *     [his] agent said                       with whose it is
 *     came the reply                         what was said, and nobody
 */
#include "quote/quote_resolve.h"

#include "quote/quote_beside.h"
#include "quote/quote_cue.h"

/* whole_source makes the source the whole description: the senior [investigating officer]. */
static void
whole_source(const QuoteResolver *v, Attribution *a)
{
	const QuoteFigure *f = range_empty(a->source) ? NULL : figure_at(&v->figures, a->source.last);

	if (f != NULL && !f->named && !f->pronoun && f->first <= a->source.first && f->last - 1 > a->source.last &&
		(a->cue == NT_NONE || a->cue < f->first || a->cue >= f->last) && !range_holds(a->content, f->last - 1))
		a->source.last = f->last - 1;
}

/* is_reply tells whether a source is what was said, and nobody: came the reply. */
static bool
is_reply(const QuoteReader *r, const Attribution *a)
{
	const NtCue *noun = range_empty(a->source) ? NULL : quote_cue_record(r, a->source.last);

	return noun != NULL && a->cue != NT_NONE && a->cue < a->source.first && quote_cue_record(r, a->cue)->form == 0 && r->pos[a->cue] == POS_VBD &&
		(noun->form == CUE_NOUN || (noun->flags & CUE_ALSO_NOUN)) && r->pos[a->source.first] == POS_DT && !is_role(r, a->source.last);
}

/* timely_source lets the source of a name begin behind the day before it: On Monday night [Ann Lee] said. */
static void
timely_source(const QuoteReader *r, Attribution *a)
{
	uint32_t	k = a->source.first;

	if (range_empty(a->source) || r->name[k] != 0 || r->name[a->source.last] == 0)
		return;
	while (k < a->source.last && r->name[k] == 0 && (tells_time(r, k) || r->tok[k].kind == TOKEN_NUMBER || token_is(r->vocab, &r->tok[k], LEX_PREPOSITION)))
		k++;
	/* but: current nominee Ann Lee */
	if (k < a->source.first + 2 && !(token_classes(r->vocab, &r->tok[a->source.first]) & (LEX_BIT(LEX_WEEKDAY) | LEX_BIT(LEX_MONTH))))
		return;
	if (r->name[k] != 0 || (token_classes(r->vocab, &r->tok[k]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC))))
		a->source.first = k;
}

/* named_source lets the source of a title end with the name: [Secretary] of State Ann Lee said. */
static void
named_source(const QuoteReader *r, Attribution *a)
{
	uint32_t	head = a->source.last;
	uint32_t	limit = a->cue != NT_NONE && a->cue > head ? a->cue : r->n;
	const NtMention *m;

	if (a->speaker == NT_NONE || range_empty(a->source) || a->cue == NT_NONE || quote_mention_at(r, head) != NULL || !is_role(r, head))
		return;
	m = quote_named_after(r, head, limit);
	if (m != NULL && m->entity == a->speaker && !range_holds(a->content, m->last - 1))
		a->source.last = m->last - 1;
}

/* owned_source lets the source begin with whose it is: [his] agent said. */
static void
owned_source(const QuoteReader *r, Attribution *a)
{
	uint32_t	before = a->source.first - 1;

	if (!range_empty(a->source) && a->source.first > 0 && r->pos[before] == POS_PRPS && !(r->tok[a->source.first].flags & TOKEN_SENTENCE) &&
		!range_holds(a->content, before) && before != a->cue && r->pos[a->source.first] != POS_PRP)
		a->source.first = before;
}

void
quote_source_begin(const QuoteResolver *v, Attribution *a)
{
	whole_source(v, a);
	timely_source(v->r, a);
	if (is_reply(v->r, a))
		a->source = QUOTE_NO_RANGE;
}

void
quote_source_end(const QuoteReader *r, Attribution *a)
{
	named_source(r, a);
	owned_source(r, a);
}
