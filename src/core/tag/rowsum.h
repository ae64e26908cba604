/*
 * rowsum.h -- sums of rows of weights.
 *
 * A weight is a byte, a sum a short; eight are widened and added at once, in
 * vectors of the compiler's own kind, which every processor has something for:
 *
 *     Shorts8 sum[2] = {0};
 *     rowsum_add(sum, row, 2);	sixteen labels
 *
 * Vectors of sixteen bytes stay in registers on all of them; wider ones would
 * pass through memory where the processor has none so wide.
 */
#ifndef NEWSTEXT_ROWSUM_H
#define NEWSTEXT_ROWSUM_H

#include <stdint.h>
#include <string.h>

typedef int8_t Bytes8 __attribute__((vector_size(8)));
typedef int16_t Shorts8 __attribute__((vector_size(16)));

/* rowsum_add adds a row of 8 * n weights to n vectors of sums; n is a constant. */
static inline void
rowsum_add(Shorts8 *sum, const int8_t *row, int n)
{
	for (int i = 0; i < n; i++)
	{
		Bytes8		weights;

		memcpy(&weights, row + 8 * i, sizeof(weights));
		sum[i] += __builtin_convertvector(weights, Shorts8);
	}
}

#endif
