/*
 * markup_pages.c -- where the pages of a printed paper end in text taken from it.
 *
 *     ... and we have waited for this, and          goes on: ... and we shall not wait
 *                          12
 *     The Lom Post           Tuesday, May 7, 2024   the head of the page before, too
 *
 *     we shall not wait again.” Greta Holm ...
 *
 * A page ends at a form feed, or at a line that is a number alone (12, - 12 -) or says so (Page 12 of 24).  What stands there
 * goes: the number, and above and below it lines that stand at the end of another page as well, or at the beginning of the text,
 * but for their figures.  A number without such a line or form feed, or that is not set apart, is one of the text.  When the page ends inside a sentence, its
 * paragraph goes on.
 *
 * Linear: each line is looked at once, and lines are compared by their hashes, of PAGES_MOST page ends at most.
 */
#include "text/markup_read.h"

#include "base/ascii.h"

#include <string.h>

#define PAGES_MOST 200
#define NUMBER_LONGEST 12		/* bytes of a line that is a number */
#define INDENT_LEAST 8			/* blanks before a number that is set apart */
#define HEAD_LONGEST 160		/* bytes of a running head */

typedef struct PageEnd
{
	uint32_t	start;			/* bytes of the body: behind the last line of the page, */
	uint32_t	number;			/* its number, */
	uint32_t	next;			/* and the first line of the next */
	uint32_t	head;			/* hash of that line, 0: none */
	bool		feed;			/* or "Page 3 of 9" */
} PageEnd;

static inline bool
is_blank_byte(uint8_t b)
{
	return b == ' ' || b == '\t' || b == '\r' || b == '\f';
}

static const uint8_t *
skip_blank(const uint8_t *p, const uint8_t *end)
{
	while (p < end && is_blank_byte(*p))
		p++;
	return p;
}

/* pages_number tells whether the line at p is a number alone; *says that it is Page 12. */
bool
pages_number(const uint8_t *p, const uint8_t *end, bool *says)
{
	uint32_t	digits = 0;
	uint32_t	other = 0;
	const uint8_t *from;

	p = skip_blank(p, end);
	*says = end - p > 6 && memcmp(p, "Page ", 5) == 0 && ascii_is_digit(p[5]);
	p += *says ? 5 : 0;
	for (from = p; p < end && *p != '\n' && p - from <= NUMBER_LONGEST; p++)
		if (ascii_is_digit(*p))
			digits++;
		else if (!is_blank_byte(*p) && *p != '-' && !(*says && (*p == 'o' || *p == 'f' || *p == '/')))
			other++;
	return digits > 0 && digits <= 8 && other == 0 && (p >= end || *p == '\n') && (*says || digits <= 3);
}

/* line_hash is that of a line's letters, 0: it has none, too many, or one word. */
static uint32_t
line_hash(const uint8_t *p, const uint8_t *end)
{
	uint32_t	hash = 0;

	if (end - p > HEAD_LONGEST || memchr(p, ' ', (size_t) (end - p)) == NULL)
		return 0;
	for (; p < end; p++)
		if (ascii_is_letter(*p))
			hash = (hash ^ *p) * UINT32_C(16777619) + 1;
	return hash;
}

/* next_line returns the next line with something on it, or the end. */
static const uint8_t *
next_line(const MarkupReader *r, const uint8_t *p)
{
	for (;;)
	{
		const uint8_t *q = skip_blank(p, r->end);

		nt_tick(r->cx);
		if (q >= r->end || *q != '\n')
			return q;
		p = q + 1;
	}
}

/* is_apart: a number far from the edge, or between blank lines; the cells of a table are not. */
static bool
is_apart(const MarkupReader *r, const uint8_t *p, const uint8_t *last, const uint8_t *next)
{
	const uint8_t *blank = skip_blank(p, r->end);

	return blank - p >= INDENT_LEAST || (p - last >= 2 && next - markup_line_end(r, p) >= 2);
}

/* find_ends collects what may be ends of pages. */
static uint32_t
find_ends(const MarkupReader *r, PageEnd *ends)
{
	uint32_t	n = 0;
	const uint8_t *last = r->body;	/* behind the last line of text */

	for (const uint8_t *p = r->body; p < r->end && n < PAGES_MOST;)
	{
		const uint8_t *end = markup_line_end(r, p);
		bool		says;
		bool		feed = p < end && *p == '\f';
		bool		number = pages_number(p, end, &says);
		const uint8_t *next = number ? next_line(r, end) : skip_blank(p, end);

		nt_tick(r->cx);
		if ((feed || (number && (says || is_apart(r, p, last, next)))) && last > r->body)
		{
			PageEnd    *e = &ends[n++];

			e->start = (uint32_t) (last - r->body);
			e->number = (uint32_t) (p - r->body);
			e->feed = feed || says || (next > r->body && memchr(end, '\f', (size_t) (next - end)) != NULL);
			e->next = (uint32_t) (next - r->body);
			e->head = line_hash(next, markup_line_end(r, next));
			p = end = next;
			if (next < r->end && !feed)
				continue;
			end = markup_line_end(r, next);
		}
		if (skip_blank(p, end) < end)
			last = end;
		p = end < r->end ? end + 1 : end;
	}
	return n;
}

/* is_repeated tells whether the head of a page stands elsewhere too. */
static bool
is_repeated(const MarkupReader *r, const PageEnd *ends, uint32_t n, uint32_t i)
{
	const uint8_t *first = next_line(r, r->body);

	if (ends[i].head == 0)
		return false;
	for (uint32_t k = 0; k < n; k++)
		if (k != i && ends[k].head == ends[i].head)
			return true;
	return line_hash(first, markup_line_end(r, first)) == ends[i].head;
}

/* goes_on tells whether a page ends inside a sentence. */
static bool
goes_on(const MarkupReader *r, uint32_t start)
{
	const uint8_t *p = r->body + start;

	while (p > r->body && is_blank_byte(p[-1]))
		p--;
	return p > r->body && (ascii_is_letter(p[-1]) || p[-1] == ',' || p[-1] == '-' || p[-1] == ';');
}

/* pages_find finds where pages end, and what goes there; false: nowhere. */
bool
pages_find(MarkupReader *r)
{
	PageEnd    *ends = nt_alloc0(r->cx, PAGES_MOST * sizeof(PageEnd));
	uint32_t	n = find_ends(r, ends);

	for (uint32_t i = 0; i < n; i++)
	{
		bool		head = is_repeated(r, ends, n, i);
		const uint8_t *next = r->body + ends[i].next;
		PageGap    *gap;

		if (!head && !ends[i].feed)
			continue;
		if (head)
			next = next_line(r, markup_line_end(r, next));
		gap = nt_push(r->cx, &r->gaps);
		gap->start = ends[i].start;
		gap->end = (uint32_t) (next - r->body);
		gap->lines = goes_on(r, ends[i].start) ? 1 : 2;
	}
	nt_release(r->cx, ends, PAGES_MOST * sizeof(PageEnd));
	return r->gaps.n > 0;
}

/* pages_gap returns what follows the gap between two pages at p, NULL: none is there. */
const uint8_t *
pages_gap(MarkupReader *r, const uint8_t *p)
{
	const PageGap *gap;

	while (r->gap < r->gaps.n && r->gaps.at[r->gap].start < (uint32_t) (p - r->body))
		r->gap++;
	if (r->gap >= r->gaps.n || r->gaps.at[r->gap].start != (uint32_t) (p - r->body))
		return NULL;
	gap = &r->gaps.at[r->gap++];
	if (r->pending < gap->lines)
		r->pending = gap->lines;
	r->changed = true;
	return r->body + gap->end;
}
