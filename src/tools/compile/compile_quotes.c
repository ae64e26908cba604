/*
 * compile_quotes.c -- puts the trained weights of quotations into the model.
 *
 * data/en/model/quotes.weights is text, written by train_quotes.c: "@ SECTION
 * WIDTH ROWS" begins a table; each line after it is a step from the row before
 * and the row's weights, a byte each.  "= WORD SMALL CAPITAL" is a word that
 * nearly always has one part of speech as it is written, its number + 1.  "%
 * KIND SHARE ..." is how often quotations of that kind were right, by margin.
 * Rows that are all zero are left out.  Without the file the tables are zero,
 * which is what training starts from.
 */
#include "compile/compile.h"

#include "quote/quote_model.h"
#include "quote/quote_pos.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Table
{
	const char *id;
	uint32_t	width;
	uint32_t	rows;
	int8_t	   *at;
} Table;

#define SPAN_TABLE(symbol, section) {section, 1, 1u << QUOTE_SPAN_BITS, NULL},

static Table tables[] = {
	{"quoteTAG", QUOTE_POS_WIDTH, 1u << QUOTE_POS_BITS, NULL},
	{"quoteCUE", QUOTE_CUE_WIDTH, 1u << QUOTE_CUE_BITS, NULL},
	QUOTE_SPAN_TABLES(SPAN_TABLE)
};

#define ODDS_UNKNOWN 500			/* before training has measured any */

static uint16_t odds[QUOTE_KIND_MAX + 1][QUOTE_ODDS_STEPS];

#define TABLES (sizeof(tables) / sizeof(tables[0]))

typedef struct Usual
{
	uint32_t	word;
	uint8_t		tag[2];
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

		if (weight < INT8_MIN || weight > INT8_MAX)
			data_fail(file, "weight outside a byte");
		table->at[*row * table->width + i] = (int8_t) weight;
	}
}

/* read_usual reads "= WORD SMALL CAPITAL". */
static void
read_usual(Builder *b, DataFile *file, const char *line)
{
	char		word[256];
	unsigned	small;
	unsigned	capital;
	Usual	   *u = nt_push(&usual_arena.cx, &usual);

	if (sscanf(line, "= %255s %u %u", word, &small, &capital) != 3 || small > POS_LEARNED || capital > POS_LEARNED)
		data_fail(file, "expected = WORD SMALL CAPITAL");
	u->word = builder_word(b, word, strlen(word));
	u->tag[0] = (uint8_t) small;
	u->tag[1] = (uint8_t) capital;
}

/* read_odds reads "% KIND SHARE ...": the confidence of that kind, a share a step of the margin. */
static void
read_odds(DataFile *file, char *line)
{
	char	   *next = line + 1 + strspn(line + 1, " ");
	size_t		len = strcspn(next, " ");
	int			kind = QUOTE_KIND_MAX;

	while (kind > 0 && (strlen(quote_kind_name(kind)) != len || strncmp(quote_kind_name(kind), next, len) != 0))
		kind--;
	if (kind == 0)
		data_fail(file, "expected %% KIND SHARE ...");
	next += len;
	for (int i = 0; i < QUOTE_ODDS_STEPS; i++)
	{
		long		share = strtol(next, &next, 10);

		if (share < 1 || share > 1000)
			data_fail(file, "a share is 1 to 1000 thousandths, one for each of %d steps", QUOTE_ODDS_STEPS);
		odds[kind][i] = (uint16_t) share;
	}
}

/* begin_table reads "@ SECTION WIDTH ROWS". */
static Table *
begin_table(DataFile *file, const char *line)
{
	char		id[32];
	uint32_t	width;
	uint32_t	rows;

	if (sscanf(line, "@ %31s %u %u", id, &width, &rows) != 3)
		data_fail(file, "expected @ SECTION WIDTH ROWS");
	for (size_t i = 0; i < TABLES; i++)
		if (strcmp(tables[i].id, id) == 0 && tables[i].width == width && tables[i].rows == rows)
			return &tables[i];
	data_fail(file, "table %s is unknown or of another shape: train again", id);
	return NULL;
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
		tables[i].at = builder_alloc(b, (size_t) tables[i].rows * tables[i].width);
	for (int i = 0; i < QUOTE_ODDS_STEPS * (QUOTE_KIND_MAX + 1); i++)
		odds[i / QUOTE_ODDS_STEPS][i % QUOTE_ODDS_STEPS] = ODDS_UNKNOWN;
	if (data_open(b, &file, builder_path(b, "model/quotes.weights")))
		while ((line = data_line(&file)) != NULL)
			switch (line[0])
			{
				case '=':
					read_usual(b, &file, line);
					break;
				case '%':
					read_odds(&file, line);
					break;
				case '@':
					table = begin_table(&file, line);
					row = 0;
					break;
				default:
					if (table == NULL)
						data_fail(&file, "a row before the first table");
					read_row(&file, table, &row, line);
			}
	for (size_t i = 0; i < TABLES; i++)
		builder_section(b, tables[i].id, tables[i].at, (size_t) tables[i].rows * tables[i].width);
	builder_section(b, "quoteODD", odds, sizeof(odds));
}

/* finish_quotes writes the usual tags, parallel to the words. */
void
finish_quotes(Builder *b)
{
	uint8_t   (*tags)[2] = builder_alloc(b, builder_words(b) * sizeof(*tags));

	for (uint32_t i = 0; i < usual.n; i++)
		memcpy(tags[usual.at[i].word], usual.at[i].tag, sizeof(*tags));
	builder_section(b, "quoteUSU", tags, builder_words(b) * sizeof(*tags));
	arena_reset(&usual_arena);
}
