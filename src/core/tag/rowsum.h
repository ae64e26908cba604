/*
 * rowsum.h -- sums of rows of weights.
 *
 * A weight is a byte, a sum a short.  Two bytes side by side are read as one
 * short, and a shift either way leaves one of them alone, so that the sums of a
 * row stand in two vectors: of the bytes at even places and of those at odd ones.
 *
 *     RowSum sum = {0};
 *     rowsum_add(&sum, row);	sixteen weights
 *
 * They are vectors of the compiler's own kind, which every processor has
 * something for (lanes.h).
 */
#ifndef NEWSTEXT_ROWSUM_H
#define NEWSTEXT_ROWSUM_H

#include <stdint.h>
#include <string.h>

typedef int16_t Shorts8 __attribute__((vector_size(16)));
typedef uint16_t Words8 __attribute__((vector_size(16)));

typedef struct RowSum
{
	Shorts8		even;			/* of bytes 0, 2 ... 14 */
	Shorts8		odd;
} RowSum;

/* rowsum_pairs adds eight pairs of weights. */
static inline void
rowsum_pairs(RowSum *sum, Shorts8 pairs)
{
	Shorts8		first = (Shorts8) ((Words8) pairs << 8) >> 8;
	Shorts8		second = pairs >> 8;

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	sum->even += second;
	sum->odd += first;
#else
	sum->even += first;
	sum->odd += second;
#endif
}

static inline void
rowsum_add(RowSum *sum, const int8_t *row)
{
	Shorts8		pairs;

	memcpy(&pairs, row, sizeof(pairs));
	rowsum_pairs(sum, pairs);
}

/* rowsum_add_half adds a row of eight weights; the other half of the sums stays. */
static inline void
rowsum_add_half(RowSum *sum, const int8_t *row)
{
	Shorts8		pairs = {0};

	memcpy(&pairs, row, sizeof(pairs) / 2);
	rowsum_pairs(sum, pairs);
}

#endif
