/*
 * compile_quotes.c -- puts the trained weights of quotations into the model.
 *
 * data/model/quotes.weights is text, written by train_quotes.c: "@ SECTION
 * WIDTH BYTES ROWS" begins a table; each line after it is a step from the row before
 * and the row's weights.  "= WORD TAG" is a word that nearly always has one part
 * of speech.  Rows that are all zero are left out.  Without the
 * file the tables are zero, which is what training starts from.
 */
#include "compile.h"

#include "quote.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Table
{
	const char *id;
	uint32_t	width;
	uint32_t	bytes;
	uint32_t	rows;
	uint8_t    *at;
} Table;

static Table tables[] = {
	{"quoteTAG", QUOTE_TAG_WIDTH, 1, 1u << QUOTE_TAG_BITS, NULL},
	{"quoteCUE", QUOTE_CUE_WIDTH, 2, 1u << QUOTE_CUE_BITS, NULL},
	{"quoteRS", 1, 2, 1u << QUOTE_SPAN_BITS, NULL},
	{"quoteRE", 1, 2, 1u << QUOTE_SPAN_BITS, NULL},
	{"quoteLS", 1, 2, 1u << QUOTE_SPAN_BITS, NULL},
	{"quoteLE", 1, 2, 1u << QUOTE_SPAN_BITS, NULL},
	{"quoteSRC", 1, 2, 1u << QUOTE_SPAN_BITS, NULL},
	{"quoteLO", 1, 2, 1u << QUOTE_SPAN_BITS, NULL},
};

#define TABLES (sizeof(tables) / sizeof(tables[0]))

typedef struct Usual
{
	uint32_t	word;
	uint8_t		tag;
} Usual;

static NtArena usual_arena;
static NtArray(Usual) usual;

static void
read_row(DataFile *file, const Table *table, uint32_t *row, char *line)
{
	char	   *next;
	long		step = strtol(line, &next, 10);

	if (step < 0 || (uint32_t) step >= table->rows - *row)
		data_fail(file, "row outside table %s", table->id);
	*row += (uint32_t) step;
	for (uint32_t i = 0; i < table->width; i++)
	{
		long		weight = strtol(next, &next, 10);
		uint32_t	at = *row * table->width + i;

		if (table->bytes == 1)
			((int8_t *) table->at)[at] = (int8_t) weight;
		else
			((int16_t *) (void *) table->at)[at] = (int16_t) weight;
	}
}

/* add_table adds the bytes of a full table; others, mostly zero, packed. */
static void
add_table(Builder *b, const Table *table)
{
	NtArena		arena;
	NtSparse	packed;
	char		id[16];
	const char *name = table->id + strlen("quote");

	if (table->bytes == 1)
	{
		builder_section(b, table->id, table->at, (size_t) table->rows * table->width);
		return;
	}
	tool_arena_init(&arena);
	sparse_pack(&arena.cx, &packed, (const int16_t *) (const void *) table->at, table->width, table->rows);
	snprintf(id, sizeof(id), "%.3s.bits", name);
	builder_section(b, id, packed.bits, packed.n_rows / 64 * sizeof(uint64_t));
	snprintf(id, sizeof(id), "%.3s.rank", name);
	builder_section(b, id, packed.before, packed.n_rows / 64 * sizeof(uint32_t));
	snprintf(id, sizeof(id), "%.3s.rows", name);
	builder_section(b, id, packed.rows, (size_t) packed.n_used * packed.width * sizeof(int16_t));
	arena_reset(&arena);
}

void
compile_quotes(Builder *b)
{
	DataFile	file;
	Table	   *table = NULL;
	uint32_t	row = 0;
	char	   *line;

	tool_arena_init(&usual_arena);
	for (size_t i = 0; i < TABLES; i++)
		tables[i].at = builder_alloc(b, (size_t) tables[i].rows * tables[i].width * tables[i].bytes);
	if (data_open(b, &file, builder_path(b, "model/quotes.weights")))
		while ((line = data_line(&file)) != NULL)
		{
			char		id[32];
			uint32_t	width;
			uint32_t	bytes;
			uint32_t	rows;

			if (line[0] == '=')
			{
				char		word[256];
				unsigned	tag;
				Usual	   *u = nt_push(&usual_arena.cx, &usual);

				if (sscanf(line, "= %255s %u", word, &tag) != 2 || tag >= TAG_LEARNED)
					data_fail(&file, "expected = WORD TAG");
				u->word = builder_word(b, word, strlen(word));
				u->tag = (uint8_t) tag;
				continue;
			}
			if (line[0] != '@')
			{
				if (table == NULL)
					data_fail(&file, "a row before the first table");
				read_row(&file, table, &row, line);
				continue;
			}
			if (sscanf(line, "@ %31s %u %u %u", id, &width, &bytes, &rows) != 4)
				data_fail(&file, "expected @ SECTION WIDTH BYTES ROWS");
			table = NULL;
			for (size_t i = 0; i < TABLES; i++)
				if (strcmp(tables[i].id, id) == 0)
					table = &tables[i];
			if (table == NULL || table->width != width || table->bytes != bytes || table->rows != rows)
				data_fail(&file, "table %s is unknown or of another shape: train again", id);
			row = 0;
		}
	for (size_t i = 0; i < TABLES; i++)
		add_table(b, &tables[i]);
}

/* finish_quotes writes the usual tags, parallel to the words. */
void
finish_quotes(Builder *b)
{
	uint8_t    *tags = builder_alloc(b, builder_words(b));

	for (uint32_t i = 0; i < usual.n; i++)
		tags[usual.at[i].word] = (uint8_t) (usual.at[i].tag + 1);
	builder_section(b, "quoteUSU", tags, builder_words(b));
	arena_reset(&usual_arena);
}
