/*
 * compile_tagger.c -- puts the word clusters and the trained weights into the
 * model file.
 *
 *     data/en/model/clusters.txt   word and clusters, made by newstext-cluster
 *     data/en/model/cases.txt      word and usual case, made by newstext-train
 *     data/en/model/rare-words.txt both, of words that need no record of the vocabulary
 *     data/en/model/tagger.weights, caseless.weights
 *                                  made by newstext-train, see train_write.c
 */
#include "compile/compile.h"
#include "tag/tagmodel.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef NtArray(NtTagWord) TagWords;

static TagWords tag_words;

static NtTagWord *
tag_word(Builder *b, const char *text)
{
	static NtArena arena;
	uint32_t	word = builder_word(b, text, strlen(text));

	if (arena.cx.alloc == NULL)
		tool_arena_init(&arena);
	while (tag_words.n <= word)
		memset(nt_push(&arena.cx, &tag_words), 0, sizeof(NtTagWord));
	return &tag_words.at[word];
}

/* a number of a data file, from 0 to max */
static int
number(const DataFile *file, const char *text, int max)
{
	char	   *end;
	long		n = strtol(text, &end, 10);

	if (end == text || *end != '\0' || n < 0 || n > max)
		data_fail(file, "\"%s\" is not a number from 0 to %d", text, max);
	return (int) n;
}

static void
read_clusters(Builder *b)
{
	DataFile	file;
	char	   *line;

	if (!data_open(b, &file, builder_path(b, "model/clusters.txt")))
		return;
	while ((line = data_line(&file)) != NULL)
	{
		char	   *fields[4];
		NtTagWord  *w;

		if (split_fields(line, ' ', fields, 4) != 4)
			data_fail(&file, "expected a word and three clusters");
		w = tag_word(b, fields[0]);
		w->fine = (uint16_t) (number(&file, fields[1], 65534) + 1);
		w->middle = (uint16_t) (number(&file, fields[2], 65534) + 1);
		w->coarse = (uint8_t) (number(&file, fields[3], 254) + 1);
	}
}

static void
read_cases(Builder *b)
{
	DataFile	file;
	char	   *line;

	if (!data_open(b, &file, builder_path(b, "model/cases.txt")))
		return;
	while ((line = data_line(&file)) != NULL)
	{
		char	   *fields[3];
		int			n = split_fields(line, ' ', fields, 3);
		NtTagWord  *w;

		if (n < 2)
			data_fail(&file, "expected a word and its usual case");
		w = tag_word(b, fields[0]);
		w->usual = (uint8_t) number(&file, fields[1], USUAL_CAPITAL);
		if (n == 3)
			w->guess = (uint16_t) number(&file, fields[2], 65535);
	}
}

static uint32_t
little32(const uint8_t *p)
{
	return p[0] | (uint32_t) p[1] << 8 | (uint32_t) p[2] << 16 | (uint32_t) p[3] << 24;
}

/*
 * The weights are little-endian: "ntweight", number of rows, then 16-bit
 * prints, rows of bytes, 16-bit steps, 16-bit odds.
 */
static void
read_weights(Builder *b, const char *name, const char *const *ids)
{
	const char *path = builder_path(b, name);
	DataFile	file;
	FILE	   *in = fopen(path, "rb");
	size_t		size;
	const uint8_t *bytes;
	uint32_t	rows;
	size_t		words;
	uint16_t   *out;

	memset(&file, 0, sizeof(file));
	file.path = path;
	if (in == NULL)
		return;
	fseek(in, 0, SEEK_END);
	size = (size_t) ftell(in);
	rewind(in);
	bytes = builder_alloc(b, size + 1);
	if (fread((void *) bytes, 1, size, in) != size)
		data_fail(&file, "could not be read");
	fclose(in);
	if (size < 12 || memcmp(bytes, "ntweight", 8) != 0)
		data_fail(&file, "is not a weight file");
	rows = little32(bytes + 8);
	words = TAG_STATES * TAG_STATES + TAG_TYPES * TAG_ODDS + 1;
	if (rows > 1 << 22 || size != 12 + (size_t) rows * (2 + TAG_ROW_BYTES) + words * 2)
		data_fail(&file, "has the wrong size");
	bytes += 12;
	out = builder_alloc(b, ((size_t) rows + words) * sizeof(uint16_t));
	for (size_t i = 0; i < rows; i++)
		out[i] = (uint16_t) (bytes[2 * i] | bytes[2 * i + 1] << 8);
	builder_section(b, ids[0], out, rows * sizeof(uint16_t));
	bytes += (size_t) rows * 2;
	builder_section(b, ids[1], bytes, (size_t) rows * TAG_ROW_BYTES);
	bytes += (size_t) rows * TAG_ROW_BYTES;
	for (size_t i = 0; i < words; i++)
		out[i] = (uint16_t) (bytes[2 * i] | bytes[2 * i + 1] << 8);
	builder_section(b, ids[2], out, sizeof(NtTagSteps));
	builder_section(b, ids[3], out + TAG_STATES * TAG_STATES,
					(TAG_TYPES * TAG_ODDS + 1) * sizeof(uint16_t));
}

/* ---- rare words -------------------------------------------------------- */

#define RARE_BUCKETS 56000		/* some words find their bucket full, and are left out */

typedef struct RareTable
{
	uint16_t   *prints;
	NtTagWord  *words;
	uint32_t	buckets;
} RareTable;

/* rare_put puts a word into its bucket; of too many in one the rarest are left out. */
static void
rare_put(RareTable *table, uint32_t hash, NtTagWord w)
{
	size_t		at = (size_t) rare_bucket(hash, table->buckets) * RARE_BUCKET;

	for (int k = 0; k < RARE_BUCKET; k++, at++)
	{
		if (table->prints[at] == rare_print(hash))
			return;
		if (table->prints[at] != 0)
			continue;
		table->prints[at] = rare_print(hash);
		table->words[at] = w;
		return;
	}
}

static void
read_rare_words(Builder *b)
{
	DataFile	file;
	char	   *line;
	RareTable	table = {.buckets = RARE_BUCKETS};

	if (!data_open(b, &file, builder_path(b, "model/rare-words.txt")))
		return;
	table.prints = builder_alloc(b, RARE_BUCKETS * RARE_BUCKET * sizeof(uint16_t));
	table.words = builder_alloc(b, RARE_BUCKETS * RARE_BUCKET * sizeof(NtTagWord));
	while ((line = data_line(&file)) != NULL)
	{
		char	   *fields[6];
		NtTagWord	w;
		uint32_t	known;

		if (split_fields(line, ' ', fields, 6) != 6)
			data_fail(&file, "expected a word, three clusters, its usual case and a guess");
		w.fine = (uint16_t) (number(&file, fields[1], 65534) + 1);
		w.middle = (uint16_t) (number(&file, fields[2], 65534) + 1);
		w.coarse = (uint8_t) (number(&file, fields[3], 254) + 1);
		w.usual = (uint8_t) number(&file, fields[4], USUAL_CAPITAL);
		w.guess = (uint16_t) number(&file, fields[5], 65535);
		known = builder_find(b, fields[0], strlen(fields[0]));
		if (known != 0)
			*tag_word(b, fields[0]) = w;
		else
			rare_put(&table, (uint32_t) (vocab_hash(fields[0], strlen(fields[0])) >> 32), w);
	}
	builder_section(b, "rareprnt", table.prints, RARE_BUCKETS * RARE_BUCKET * sizeof(uint16_t));
	builder_section(b, "rareword", table.words, RARE_BUCKETS * RARE_BUCKET * sizeof(NtTagWord));
}

void
compile_tagger(Builder *b)
{
	static const char *const usual[] = {"tagprint", "tagrows", "tagsteps", "tagodds"};
	static const char *const caseless[] = {"clsprint", "clsrows", "clssteps", "clsodds"};

	read_clusters(b);
	read_cases(b);
	read_weights(b, "model/tagger.weights", usual);
	read_weights(b, "model/caseless.weights", caseless);
}

void
finish_tagger(Builder *b)
{
	NtTagWord  *all;

	read_rare_words(b);
	all = builder_alloc(b, builder_words(b) * sizeof(NtTagWord));

	if (tag_words.n > 0)
		memcpy(all, tag_words.at, tag_words.n * sizeof(NtTagWord));
	builder_section(b, "tagwords", all, builder_words(b) * sizeof(NtTagWord));
}
