/*
 * lanes.h -- four numbers at once, in vectors of the compiler's own kind.
 *
 * The labels of the tagger are four types in each of four positions; a vector
 * holds one position, and each of its lanes a type:
 *
 *     begin   PER-B PLACE-B ORG-B OTHER-B
 *     last    PER-L PLACE-L ORG-L OTHER-L
 *
 * Vectors of sixteen bytes stay in registers on all processors; wider ones would
 * pass through memory where there are none so wide.
 */
#ifndef NEWSTEXT_LANES_H
#define NEWSTEXT_LANES_H

#include <stdint.h>
#include <string.h>

typedef int32_t Ints4 __attribute__((vector_size(16)));
typedef uint32_t Words4 __attribute__((vector_size(16)));

static inline Ints4
ints4_load(const int32_t *at)
{
	Ints4		v;

	memcpy(&v, at, sizeof(v));
	return v;
}

static inline void
ints4_store(int32_t *at, Ints4 v)
{
	memcpy(at, &v, sizeof(v));
}

/* ints4_larger returns the larger of each two lanes, without a branch. */
static inline Ints4
ints4_larger(Ints4 a, Ints4 b)
{
	Ints4		first = a > b;

	return (a & first) | (b & ~first);
}

static inline int32_t
ints4_largest(Ints4 v)
{
	int32_t		a = v[0] > v[1] ? v[0] : v[1];
	int32_t		b = v[2] > v[3] ? v[2] : v[3];

	return a > b ? a : b;
}

/* ints4_halves widens shorts: those at even places of memory and those at odd ones. */
static inline void
ints4_halves(const int16_t *at, Ints4 *even, Ints4 *odd)
{
	Ints4		v;
	Ints4		low;

	memcpy(&v, at, sizeof(v));
	low = (Ints4) ((Words4) v << 16) >> 16;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	*even = v >> 16;
	*odd = low;
#else
	*even = low;
	*odd = v >> 16;
#endif
}

#endif
