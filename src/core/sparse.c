/*
 * sparse.c -- opens a table of weights most of whose rows are zero.
 */
#include "sparse.h"

#include <stdio.h>
#include <string.h>

void
sparse_open(NtContext *cx, NtSparse *table, const NtModel *model, const char *id,
			uint32_t width, uint32_t n_rows)
{
	char		name[16];
	uint32_t	words;
	uint32_t	counts;
	uint32_t	rows;
	uint32_t	used = 0;

	snprintf(name, sizeof(name), "%.3s.bits", id);
	table->bits = model_section(cx, model, name, sizeof(uint64_t), &words);
	snprintf(name, sizeof(name), "%.3s.rank", id);
	table->before = model_section(cx, model, name, sizeof(uint32_t), &counts);
	snprintf(name, sizeof(name), "%.3s.rows", id);
	table->rows = model_section(cx, model, name, width * sizeof(int16_t), &rows);
	table->width = width;
	table->n_rows = n_rows;
	if (words != n_rows / 64 || counts != words)
		nt_raise(cx, NT_ERROR_MODEL, "table %s has not %u rows", id, n_rows);
	for (uint32_t i = 0; i < words; i++)
	{
		if (table->before[i] != used)
			nt_raise(cx, NT_ERROR_MODEL, "table %s counts its rows wrong", id);
		used += sparse_count(table->bits[i]);
	}
	if (used != rows)
		nt_raise(cx, NT_ERROR_MODEL, "table %s lacks rows", id);
	table->n_used = used;
}

void
sparse_pack(NtContext *cx, NtSparse *table, const int16_t *rows, uint32_t width, uint32_t n_rows)
{
	uint64_t   *bits = nt_alloc0(cx, n_rows / 64 * sizeof(uint64_t));
	uint32_t   *before = cx->alloc(cx, n_rows / 64 * sizeof(uint32_t));
	int16_t    *used = cx->alloc(cx, (size_t) n_rows * width * sizeof(int16_t));

	table->width = width;
	table->n_rows = n_rows;
	table->n_used = 0;
	for (uint32_t row = 0; row < n_rows; row++)
	{
		const int16_t *weights = rows + (size_t) row * width;

		if (row % 64 == 0)
			before[row / 64] = table->n_used;
		for (uint32_t i = 0; i < width; i++)
			if (weights[i] != 0)
			{
				bits[row / 64] |= UINT64_C(1) << row % 64;
				memcpy(used + (size_t) table->n_used++ * width, weights, width * sizeof(int16_t));
				break;
			}
	}
	table->bits = bits;
	table->before = before;
	table->rows = used;
}
