/*
 * test_sparse.c -- a packed table gives back every row of the full one.
 */
#include "unit.h"

#include "sparse.h"

static UnitHeap heap;

static void
packed_rows_are_the_full_rows(void)
{
	enum {ROWS = 1024, WIDTH = 3};
	static int16_t full[ROWS * WIDTH];
	uint64_t	state = unit_seed();
	NtSparse	packed;
	uint32_t	used = 0;

	for (int fill = 0; fill <= 4; fill++)
	{
		used = 0;
		for (int row = 0; row < ROWS; row++)
		{
			bool		any = (int) (unit_random(&state) % 4) < fill;

			for (int i = 0; i < WIDTH; i++)
				full[row * WIDTH + i] = any && i == row % WIDTH ? (int16_t) (unit_random(&state) % 2000 + 1) : 0;
			used += any;
		}
		unit_heap_reset(&heap);
		sparse_pack(&heap.cx, &packed, full, WIDTH, ROWS);
		CHECK_INT(packed.n_used, used);
		for (uint32_t row = 0; row < ROWS; row++)
		{
			const int16_t *got = sparse_row(&packed, row);
			bool		zero = full[row * WIDTH + row % WIDTH] == 0;

			CHECK_INT(got == NULL, zero);
			if (got != NULL)
				CHECK_INT(memcmp(got, full + row * WIDTH, sizeof(int16_t) * WIDTH), 0);
		}
	}
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(packed_rows_are_the_full_rows);
	return unit_end();
}
