/*
 * sparse.h -- a table of weights most of whose rows are zero.
 *
 * Hashed features leave a table of 2^18 rows with a quarter of them used.  So
 * a table is stored as one bit a row, the number of used rows before every
 * 64th, and the rows that are used, one after the other:
 *
 *     bits     0 1 0 0 1 1 ...      row 4 is used, and two rows before it are not
 *     before   0 ...                of rows 0-63, 64-127, ...
 *     rows     [row 1] [row 4] [row 5] ...
 *
 * The bits of a table fit the first-level cache, so that a feature that has no
 * weight, as most have none, costs no miss.  (Rank over a bit vector: Jacobson
 * 1989.)
 */
#ifndef NEWSTEXT_SPARSE_H
#define NEWSTEXT_SPARSE_H

#include "model.h"

typedef struct NtSparse
{
	const uint64_t *bits;
	const uint32_t *before;
	const int16_t *rows;		/* width weights each */
	uint32_t	width;
	uint32_t	n_rows;			/* a multiple of 64 */
	uint32_t	n_used;
} NtSparse;

/*
 * sparse_open finds a table's three sections, named by its id of at most three
 * characters and ".bits", ".rank" and ".rows", and checks them against each other.
 */
extern void sparse_open(NtContext *cx, NtSparse *table, const NtModel *model, const char *id,
						uint32_t width, uint32_t n_rows);

/* sparse_pack makes a table of n_rows rows of width weights, in memory of cx. */
extern void sparse_pack(NtContext *cx, NtSparse *table, const int16_t *rows, uint32_t width, uint32_t n_rows);

/*
 * sparse_count counts the ones of a word.  Without -mpopcnt, which a package
 * cannot ask for, the compiler's builtin is a call; this is not.
 */
static inline uint32_t
sparse_count(uint64_t x)
{
	x -= x >> 1 & UINT64_C(0x5555555555555555);
	x = (x & UINT64_C(0x3333333333333333)) + (x >> 2 & UINT64_C(0x3333333333333333));
	x = (x + (x >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
	return (uint32_t) (x * UINT64_C(0x0101010101010101) >> 56);
}

/* sparse_row returns the weights of a row, NULL when all are zero. */
static inline const int16_t *
sparse_row(const NtSparse *table, uint32_t row)
{
	uint64_t	bits = table->bits[row / 64];
	uint64_t	bit = UINT64_C(1) << row % 64;

	if ((bits & bit) == 0)
		return NULL;
	return table->rows +
		(size_t) (table->before[row / 64] + sparse_count(bits & (bit - 1))) * table->width;
}

#endif
