/*
 * tag.c -- reads articles without a server.
 *
 *     newstext-tag [--model=FILE] [--published=YYYY-MM-DD] FILE...
 *         prints what a reader of a text file wants to see
 *     newstext-tag [--model=FILE] --jsonl ner|timex|quotes|sentences CORPUS.jsonl
 *         prints predictions in the form the scorers read
 *     newstext-tag [--model=FILE] --speed entities|dates|quotes|all|tokens CORPUS.jsonl
 *         prints megabytes a second of the core alone
 */
#include "read.h"
#include "base/calendar.h"
#include "json_read.h"
#include "tool.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static NtKnowledge know;
static NtArena forever;
static NtArena scratch;

/* parse_day reads YYYY-MM-DD; what is no day is NT_DAY_NONE. */
static NtDay
parse_day(const char *text)
{
	int			year;
	int			month;
	int			day;

	if (text == NULL || sscanf(text, "%d-%d-%d", &year, &month, &day) != 3)
		return NT_DAY_NONE;
	return calendar_day(year, month, day);
}

static void
print_jsonl(const char *task, const Json *doc, const char *text, uint32_t len)
{
	NtArticle	a;
	NtCharMap	map;
	const char *id = json_string(doc, "id");
	const char *day = json_string(doc, "dct");
	const char *sep = "";

	if (day == NULL)
		day = json_string(doc, "date");
	article_open(&scratch.cx, &a, &know, text, len);
	charmap_build(&scratch.cx, &map, text, len);
	printf("{\"id\": ");
	json_print(stdout, id, strlen(id));
	if (strcmp(task, "ner") == 0)
	{
		article_need(&a, STAGE_ENTITIES);
		printf(", \"entities\": [");
		for (uint32_t i = 0; i < a.mentions.n; i++)
		{
			const NtMention *m = &a.mentions.at[i];

			printf("%s{\"start\": %u, \"end\": %u, \"confidence\": %u, \"evidence\": %u, \"kind\": \"%s\", \"name\": ", sep,
				   charmap_chars(&map, m->start), charmap_chars(&map, m->end), m->confidence, m->evidence, entity_kind_name(m->kind));
			if (m->entity != NT_NONE)
				json_print(stdout, a.entities.at[m->entity].name, a.entities.at[m->entity].name_len);
			else
				json_print(stdout, text + m->start, m->end - m->start);
			printf("}");
			sep = ", ";
		}
	}
	else if (strcmp(task, "timex") == 0)
	{
		article_dates(&a, parse_day(day), PREFER_TEXT);
		printf(", \"timexes\": [");
		for (uint32_t i = 0; i < a.dates.n; i++)
		{
			const NtDate *d = &a.dates.at[i];

			printf("%s{\"start\": %u, \"end\": %u, \"type\": \"%s\", \"value\": ", sep,
				   charmap_chars(&map, d->start), charmap_chars(&map, d->end), date_kind_name(d->kind));
			json_print(stdout, d->value, strlen(d->value));
			printf("}");
			sep = ", ";
		}
	}
	else if (strcmp(task, "sentences") == 0)
	{
		article_need(&a, STAGE_SENTENCES);
		printf(", \"sentences\": [");
		for (uint32_t i = 0; i < a.sentences.n; i++)
		{
			const NtSentence *s = &a.sentences.at[i];

			printf("%s[%u, %u]", sep, charmap_chars(&map, a.tokens.at[s->first].start),
				   charmap_chars(&map, a.tokens.at[s->last - 1].end));
			sep = ", ";
		}
	}
	else
	{
		article_need(&a, STAGE_QUOTES);
		printf(", \"quotes\": [");
		for (uint32_t i = 0; i < a.quotes.n; i++)
		{
			const NtQuote *q = &a.quotes.at[i];

			printf("%s{\"kind\": \"%s\", \"content\": [", sep, quote_kind_name(q->kind));
			for (uint32_t p = 0; p < q->parts; p++)
				printf("%s[%u, %u]", p ? ", " : "", charmap_chars(&map, a.parts.at[q->part + p].start),
					   charmap_chars(&map, a.parts.at[q->part + p].end));
			printf("], \"source\": [");
			if (q->speaker_end > q->speaker_start)
				printf("[%u, %u]", charmap_chars(&map, q->speaker_start), charmap_chars(&map, q->speaker_end));
			printf("], \"cue\": [");
			if (q->cue_end > q->cue_start)
				printf("[%u, %u]", charmap_chars(&map, q->cue_start), charmap_chars(&map, q->cue_end));
			printf("], \"confidence\": %u", q->confidence);
			if (q->speaker != NT_NONE)
			{
				printf(", \"speaker\": ");
				json_print(stdout, a.entities.at[q->speaker].name, a.entities.at[q->speaker].name_len);
			}
			printf("}");
			sep = ", ";
		}
	}
	printf("]}\n");
}

static void
print_article(const char *path, NtDay published)
{
	size_t		len;
	char	   *text = tool_read_file(&scratch.cx, path, &len);
	NtArticle	a;

	if (len > UINT32_MAX / 2)
		tool_die("%s is too long", path);
	article_open(&scratch.cx, &a, &know, text, (uint32_t) len);
	article_need(&a, STAGE_QUOTES);
	article_dates(&a, published, PREFER_TEXT);
	printf("== %s\n", path);
	for (uint32_t i = 0; i < a.sections.n; i++)
		printf("section   %-12s %.*s\n", section_kind_name(a.sections.at[i].kind),
			   (int) (a.sections.at[i].end - a.sections.at[i].start > 60 ? 60 : a.sections.at[i].end - a.sections.at[i].start),
			   text + a.sections.at[i].start);
	for (uint32_t i = 0; i < a.entities.n; i++)
		printf("entity    %s:%.*s (%u)\n", entity_kind_name(a.entities.at[i].kind),
			   (int) a.entities.at[i].name_len, a.entities.at[i].name, a.entities.at[i].mentions);
	for (uint32_t i = 0; i < a.mentions.n; i++)
		printf("mention   %6u %-12s %.*s\n", a.mentions.at[i].start, entity_kind_name(a.mentions.at[i].kind),
			   (int) (a.mentions.at[i].end - a.mentions.at[i].start), text + a.mentions.at[i].start);
	for (uint32_t i = 0; i < a.quotes.n; i++)
	{
		const NtQuote *q = &a.quotes.at[i];

		printf("quote     %-9s [%.*s] (%.*s) {%.*s} %.*s\n", quote_kind_name(q->kind),
			   q->speaker == NT_NONE ? 1 : (int) a.entities.at[q->speaker].name_len,
			   q->speaker == NT_NONE ? "-" : a.entities.at[q->speaker].name,
			   (int) (q->speaker_end - q->speaker_start), text + q->speaker_start,
			   (int) (q->cue_end - q->cue_start), text + q->cue_start,
			   (int) (q->end - q->start), text + q->start);
	}
	for (uint32_t i = 0; i < a.dates.n; i++)
		printf("date      %-8s %-16s %-10s %d..%d %.*s\n", date_kind_name(a.dates.at[i].kind), a.dates.at[i].value,
			   date_mod_name(a.dates.at[i].mod) ? date_mod_name(a.dates.at[i].mod) : "",
			   a.dates.at[i].first, a.dates.at[i].last,
			   (int) (a.dates.at[i].end - a.dates.at[i].start), text + a.dates.at[i].start);
}

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double) t.tv_sec + (double) t.tv_nsec * 1e-9;
}

/* Reads each text of the corpus in the given way; returns the bytes. */
static uint64_t
read_all(const char *what, const char **texts, uint32_t n)
{
	uint64_t	bytes = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		NtArticle	a;
		uint32_t	len = (uint32_t) strlen(texts[i]);

		article_open(&scratch.cx, &a, &know, texts[i], len);
		if (strcmp(what, "tokens") == 0)
			article_need(&a, STAGE_TOKENS);
		else if (strcmp(what, "sections") == 0)
			article_need(&a, STAGE_SECTIONS);
		else if (strcmp(what, "names") == 0)
			article_need(&a, STAGE_NAMES);
		else if (strcmp(what, "entities") == 0)
			article_need(&a, STAGE_ENTITIES);
		else if (strcmp(what, "dates") == 0)
			article_dates(&a, 0, PREFER_TEXT);
		else
			article_need(&a, STAGE_QUOTES);
		if (strcmp(what, "all") == 0)
			article_dates(&a, 0, PREFER_TEXT);
		bytes += len;
		arena_reset(&scratch);
	}
	return bytes;
}

int
main(int argc, char **argv)
{
	const char *model = "data/newstext-" NEWSTEXT_VERSION ".model";
	const char *mode = NULL;
	const char *task = NULL;
	NtDay		published = NT_DAY_NONE;
	int			i = 1;
	char	   *bytes;
	size_t		size;

	for (; i < argc && strncmp(argv[i], "--", 2) == 0; i++)
	{
		if (strncmp(argv[i], "--model=", 8) == 0)
			model = argv[i] + 8;
		else if (strncmp(argv[i], "--published=", 12) == 0)
			published = parse_day(argv[i] + 12);
		else if ((strcmp(argv[i], "--jsonl") == 0 || strcmp(argv[i], "--speed") == 0) && i + 1 < argc)
		{
			mode = argv[i];
			task = argv[++i];
		}
		else
			tool_die("unknown option %s", argv[i]);
	}
	if (i >= argc)
		tool_die("%s", "usage: newstext-tag [--model=FILE] [--published=DAY] [--jsonl TASK | --speed STAGE] FILE...");

	tool_arena_init(&forever);
	tool_arena_init(&scratch);
	bytes = tool_read_file(&forever.cx, model, &size);
	knowledge_open(&forever.cx, &know, bytes, size);

	for (; i < argc; i++)
	{
		NtArray(const char *) texts = {0};
		char	   *line = NULL;
		size_t		room = 0;
		long		len;
		FILE	   *in;

		if (mode == NULL)
		{
			print_article(argv[i], published);
			arena_reset(&scratch);
			continue;
		}
		in = fopen(argv[i], "r");
		if (in == NULL)
			tool_die("could not open %s", argv[i]);
		while ((len = json_line(in, &line, &room)) > 0)
		{
			bool		speed = strcmp(mode, "--speed") == 0;
			const Json *doc = json_read(speed ? &forever.cx : &scratch.cx, line, (size_t) len);
			const char *text = json_string(doc, "text");

			if (text == NULL)
				tool_die("%s: a line has no text", argv[i]);
			if (speed)
				*nt_push(&forever.cx, &texts) = text;
			else
			{
				print_jsonl(task, doc, text, (uint32_t) strlen(text));
				arena_reset(&scratch);
			}
		}
		fclose(in);
		free(line);
		if (texts.n > 0)
		{
			double		best = 0;

			for (int round = 0; round < 5; round++)
			{
				double		start = seconds();
				uint64_t	bytes_read = read_all(task, texts.at, texts.n);
				double		rate = (double) bytes_read / 1e6 / (seconds() - start);

				best = rate > best ? rate : best;
			}
			printf("%-10s %8.1f MB/s\n", task, best);
		}
	}
	arena_reset(&scratch);
	arena_reset(&forever);
	return 0;
}
