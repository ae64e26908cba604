/*
 * sort.c -- a stable merge sort, from the bottom up: runs of 1, 2, 4 ... elements.
 */
#include "base/sort.h"

#include <string.h>

typedef bool (*Before) (const void *a, const void *b, const void *data);

/* merge_runs merges the runs [left, middle) and [middle, end) of from into to. */
static void
merge_runs(NtContext *cx, const char *from, char *to, size_t left, size_t middle, size_t end, size_t size,
		   Before before, const void *data)
{
	size_t		i = left;
	size_t		j = middle;

	for (size_t k = left; k < end; k++)
	{
		bool		first = i < middle && (j >= end || !before(from + j * size, from + i * size, data));

		nt_tick(cx);
		memcpy(to + k * size, from + (first ? i++ : j++) * size, size);
	}
}

void
nt_sort(NtContext *cx, void *at, uint32_t n, size_t size, Before before, const void *data)
{
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
			merge_runs(cx, from, to, left, left + width < n ? left + width : n, left + 2 * width < n ? left + 2 * width : n,
					   size, before, data);
		from = to;
		to = swap;
	}
	if (from != (char *) at)
		memcpy(at, from, (size_t) n * size);
}
