/*
 * train_write.c -- rounds weights to bytes and writes them in the table that
 * the model file will hold (src/tools/compile/compile_tagger.c reads it).
 */
#include "train/train.h"

#include "tool.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static NtContext *const cx = &training.arena.cx;

#define ROWS (1 << 17)

typedef struct Row
{
	float		most;			/* greatest weight, without sign */
	uint32_t	feature;		/* kept number */
	uint32_t	hash;
} Row;

static int
compare_rows(const void *a, const void *b)
{
	const Row  *x = a;
	const Row  *y = b;

	if (x->most != y->most)
		return x->most > y->most ? -1 : 1;
	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static void
put16(FILE *out, int x)
{
	fputc(x & 0xFF, out);
	fputc(x >> 8 & 0xFF, out);
}

static int
compare_floats(const void *a, const void *b)
{
	const float *x = a;
	const float *y = b;

	return *x > *y ? -1 : *x < *y;
}

/* write_scale returns what to multiply with so that all but a few weights fit a byte. */
float
write_scale(const Weights *w)
{
	float	   *most = calloc(w->features + 1, sizeof(float));
	float		top;

	for (uint32_t f = 0; f < w->features; f++)
		for (int l = 0; l < TAG_LABELS; l++)
			if (fabsf(w->mean[f][l]) > most[f])
				most[f] = fabsf(w->mean[f][l]);
	qsort(most, w->features, sizeof(float), compare_floats);
	top = most[w->features / 1000];
	free(most);
	return top > 0 ? 127 / top : 1;
}

static int
scaled(float weight, float scale, int limit)
{
	long		x = lrintf(weight * scale);

	return (int) (x > limit ? limit : x < -limit ? -limit : x);
}

/*
 * write_weights writes the rows of the greatest weights; of rows that do not
 * fit their bucket the weakest are dropped.
 */
void
write_weights(const Weights *w, const uint16_t *odds, const char *path)
{
	Row		   *rows = cx->alloc(cx, sizeof(Row) * (w->features + 1));
	uint16_t   *prints = nt_alloc0(cx, ROWS * sizeof(uint16_t));
	int8_t	  (*table)[TAG_LABELS] = nt_alloc0(cx, ROWS * TAG_LABELS);
	uint8_t    *used = nt_alloc0(cx, ROWS / TAG_BUCKET);
	uint32_t	n = 0;
	uint32_t	written = 0;
	float		scale;
	FILE	   *out;

	for (uint32_t i = 0; i < training.numbers.hash.n; i++)
		if (training.numbers.kept.at[i] != NT_NONE)
		{
			Row		   *row = &rows[n++];

			row->feature = training.numbers.kept.at[i];
			row->hash = training.numbers.hash.at[i];
			row->most = 0;
			for (int l = 0; l < TAG_LABELS; l++)
				if (fabsf(w->mean[row->feature][l]) > row->most)
					row->most = fabsf(w->mean[row->feature][l]);
		}
	qsort(rows, n, sizeof(Row), compare_rows);
	scale = write_scale(w);
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	bucket = rows[i].hash & (ROWS / TAG_BUCKET - 1);
		uint16_t	print = (uint16_t) (rows[i].hash >> 16);
		uint32_t	at = bucket * TAG_BUCKET + used[bucket];
		bool		clash = false;

		for (uint32_t k = bucket * TAG_BUCKET; k < at; k++)
			clash |= prints[k] == print;
		if (clash || used[bucket] == TAG_BUCKET || print == 0 || rows[i].most * scale < 0.5f)
			continue;
		used[bucket]++;
		written++;
		prints[at] = print;
		for (int l = 0; l < TAG_LABELS; l++)
			table[at][l] = (int8_t) scaled(w->mean[rows[i].feature][l], scale, 127);
	}
	out = fopen(path, "wb");
	if (out == NULL)
		tool_die("could not write %s", path);
	fwrite("ntweight", 1, 8, out);
	put16(out, ROWS & 0xFFFF);
	put16(out, ROWS >> 16);
	for (uint32_t i = 0; i < ROWS; i++)
		put16(out, prints[i]);
	fwrite(table, TAG_LABELS, ROWS, out);
	for (int a = 0; a < TAG_STATES; a++)
		for (int b = 0; b < TAG_STATES; b++)
			put16(out, scaled(w->steps_mean[a][b], scale, 30000));
	for (int i = 0; i <= TAG_TYPES * TAG_ODDS; i++)
		put16(out, odds[i]);
	if (fclose(out) != 0)
		tool_die("could not write %s", path);
	printf("%s: %u rows of %u features, scale %.3f\n", path, written, n, scale);
}
