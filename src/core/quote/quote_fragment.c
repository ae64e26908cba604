/*
 * quote_fragment.c -- words quoted inside a clause that its speaker follows.
 *
 *     They held a “constructive and useful” meeting, the Kremlin said.
 *     [                                           ]
 *                 [                       ]
 *
 * The clause is the Kremlin's report and the three words are its voice: a quotation of
 * their own, unless somebody in the clause says them, who has been found beside it.
 */
#include "quote/quote_mark.h"

#define FOUND_BESIDE 4			/* quotations looked at on either side of one */

/*
 * inner_mark returns the only pair of marks inside a range that touches
 * neither end, NULL when there is none or another.
 */
static const QuoteMark *
inner_mark(const QuoteReader *r, QuoteRange range)
{
	const QuoteMark *found = NULL;

	for (uint32_t i = range.first; i <= range.last; i++)
	{
		const QuoteMark *m;

		if (!is_mark(r, i))
			continue;
		m = mark_at(r, i);
		if (m->single || m->open <= range.first || m->close >= range.last || m->close - m->open < 3 ||
			(found != NULL && found != m))
			return NULL;
		found = m;
	}
	return found;
}

/* is_beside tells whether a quotation found beside another is just a pair of marks. */
static bool
is_beside(const QuoteReader *r, uint32_t number, const QuoteMark *m)
{
	uint32_t	from = number > FOUND_BESIDE ? number - FOUND_BESIDE : 0;

	for (uint32_t k = from; k < r->found.n && k <= number + FOUND_BESIDE; k++)
		if (k != number && r->found.at[k].content.first == m->open && r->found.at[k].content.last == m->close)
			return true;
	return false;
}

void
quote_fragments(QuoteReader *r)
{
	uint32_t	n = r->found.n;

	for (uint32_t k = 0; k < n; k++)
	{
		Attribution fragment = r->found.at[k];
		const QuoteMark *m;

		nt_tick(r->cx);
		if (fragment.side != CUE_LEFT || fragment.kind != QUOTE_MIXED || fragment.more != NT_NONE || range_empty(fragment.source) ||
			(m = inner_mark(r, fragment.content)) == NULL || is_beside(r, k, m))
			continue;
		fragment.content = (QuoteRange) {m->open, m->close};
		fragment.tail = m->close;
		*nt_push(r->cx, &r->found) = fragment;
	}
}
