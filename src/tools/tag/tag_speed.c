/*
 * tag_speed.c -- how fast the core alone reads, in CPU time.
 */
#include "tag/tag.h"

#include "copy/signature.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define ROUNDS 5				/* the fastest counts */

static const struct
{
	const char *name;
	int			stage;			/* NtStage, -1: none */
	bool		dates;
	bool		figures;		/* amounts and the signature */
}			timings[] = {
	{"tokens", STAGE_TOKENS, false, false},
	{"sections", STAGE_SECTIONS, false, false},
	{"names", STAGE_NAMES, false, false},
	{"entities", STAGE_ENTITIES, false, false},
	{"quotes", STAGE_QUOTES, false, false},
	{"dates", -1, true, false},
	{"amounts", -1, false, true},
	{"all", STAGE_QUOTES, true, false},
	{"everything", STAGE_QUOTES, true, true}
};

#define TIMINGS (sizeof(timings) / sizeof(timings[0]))

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double) t.tv_sec + (double) t.tv_nsec * 1e-9;
}

/* read_all reads each text; returns the bytes. */
static uint64_t
read_all(TagRun *run, size_t timing, const char **texts, uint32_t n)
{
	uint64_t	bytes = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		NtArticle	a;
		uint32_t	len = (uint32_t) strlen(texts[i]);

		article_open(&run->scratch.cx, &a, &run->know, texts[i], len);
		if (timings[timing].stage >= 0)
			article_need(&a, (NtStage) timings[timing].stage);
		if (timings[timing].dates)
			article_dates(&a, 0, PREFER_TEXT);
		if (timings[timing].figures)
		{
			NtSignature signature;

			article_amounts(&a);
			signature_of(&a, &signature);
		}
		bytes += len;
		arena_reset(&run->scratch);
	}
	return bytes;
}

bool
tag_speed(TagRun *run, const char *stage, const char **texts, uint32_t n)
{
	size_t		timing = 0;
	double		best = 0;

	while (timing < TIMINGS && strcmp(timings[timing].name, stage) != 0)
		timing++;
	if (timing == TIMINGS)
		return false;
	for (int round = 0; round < ROUNDS; round++)
	{
		double		start = seconds();
		uint64_t	bytes = read_all(run, timing, texts, n);
		double		rate = (double) bytes / 1e6 / (seconds() - start);

		best = rate > best ? rate : best;
	}
	printf("%-10s %8.1f MB/s\n", stage, best);
	return true;
}
