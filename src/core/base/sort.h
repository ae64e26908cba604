/*
 * sort.h -- a stable merge sort: the server's stack and libc's malloc stay out of it.
 */
#ifndef NEWSTEXT_SORT_H
#define NEWSTEXT_SORT_H

#include "base/context.h"

/*
 * nt_sort sorts n elements of size bytes each in place; of two of which neither
 * is before the other the earlier stays first.  What is in order already costs
 * one pass.
 */
extern void nt_sort(NtContext *cx, void *at, uint32_t n, size_t size,
					bool (*before) (const void *a, const void *b, const void *data), const void *data);

#endif
