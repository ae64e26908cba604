/*
 * sort.c -- a stable merge sort, from the bottom up: runs of 1, 2, 4 ... elements.
 */
#include "base/sort.h"

#include <string.h>

typedef bool (*Before) (const void *a, const void *b, const void *data);

/* A sort on its way. */
typedef struct Sort
{
	NtContext  *cx;
	size_t		n;
	size_t		size;			/* of an element */
	Before		before;
	const void *data;
} Sort;

/* merge_runs merges the run of width elements that begins at left and the one behind it, of from into to. */
static void
merge_runs(const Sort *s, const char *from, char *to, size_t left, size_t width)
{
	const size_t size = s->size;
	const size_t middle = left + width < s->n ? left + width : s->n;
	const size_t end = left + 2 * width < s->n ? left + 2 * width : s->n;
	size_t		i = left;
	size_t		j = middle;

	for (size_t k = left; k < end; k++)
	{
		bool		first = i < middle && (j >= end || !s->before(from + j * size, from + i * size, s->data));

		nt_tick(s->cx);
		memcpy(to + k * size, from + (first ? i++ : j++) * size, size);
	}
}

void
nt_sort(NtContext *cx, void *at, uint32_t n, size_t size, Before before, const void *data)
{
	const Sort	s = {cx, n, size, before, data};
	uint32_t	sorted = 1;
	char	   *from = at;
	char	   *to;

	while (sorted < n && !before(from + sorted * size, from + (sorted - 1) * size, data))
	{
		nt_tick(cx);
		sorted++;
	}
	if (sorted >= n)
		return;
	to = cx->alloc(cx, (size_t) n * size);
	for (size_t width = 1; width < n; width *= 2)
	{
		char	   *swap = from;

		for (size_t left = 0; left < n; left += 2 * width)
			merge_runs(&s, from, to, left, width);
		from = to;
		to = swap;
	}
	if (from != (char *) at)
		memcpy(at, from, (size_t) n * size);
}
