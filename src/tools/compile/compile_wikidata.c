/*
 * compile_wikidata.c -- data/en/ids/wikidata.tsv into the table of know/wikidata.h.
 */
#include "compile/compile.h"

#include "know/wikidata.h"

#include <stdlib.h>
#include <string.h>

static int
compare(const void *a, const void *b)
{
	const NtWikidataRecord *x = a;
	const NtWikidataRecord *y = b;

	return x->key < y->key ? -1 : x->key > y->key;
}

void
compile_wikidata(Builder *b)
{
	NtArena		arena;
	NtArray(NtWikidataRecord) records = {0};
	DataFile	file;
	char	   *line;

	tool_arena_init(&arena);
	if (!data_open(b, &file, builder_path(b, "ids/wikidata.tsv")))
		tool_die("could not open ids/wikidata.tsv");
	while ((line = data_line(&file)) != NULL)
	{
		char	   *field[2];
		NtWikidataRecord *r;

		if (split_fields(line, '\t', field, 2) != 2 || field[1][0] != 'Q')
			data_fail(&file, "a line is a key and Wikidata's number");
		r = nt_push(&arena.cx, &records);
		*r = (NtWikidataRecord) {vocab_hash(field[0], strlen(field[0])), (uint32_t) strtoul(field[1] + 1, NULL, 10), 0};
	}
	qsort(records.at, records.n, sizeof(NtWikidataRecord), compare);
	builder_section(b, "wikidata", records.at, records.n * sizeof(NtWikidataRecord));
	arena_reset(&arena);
}
