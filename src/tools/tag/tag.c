/*
 * tag.c -- reads articles without a server.
 *
 * usage() below tells the options.
 */
#include "tag/tag.h"

#include "tag/tagger.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage_text[] =
"newstext-tag: reads news articles without a server\n"
"\n"
"    newstext-tag [OPTIONS] FILE...                   what is found in text files; - is standard input\n"
"    newstext-tag [OPTIONS] --trace [STAGE] FILE...   and why: text, names, entities, dates, quotes; without STAGE all\n"
"    newstext-tag [OPTIONS] --jsonl TASK CORPUS...    predictions for the scorers: ner, timex, quotes, amounts, signature, sentences, language, all\n"
"    newstext-tag [OPTIONS] --speed STAGE CORPUS...   megabytes a second: tokens, sections, names, entities, dates, quotes, amounts, all, everything\n"
"\n"
"    --model=FILE              the model file (data/newstext-" NEWSTEXT_VERSION ".model)\n"
"    --published=YYYY-MM-DD    the day of publication that dates are resolved against\n"
"    --help\n"
"\n"
"CORPUS is a file of JSON objects, one a line, with a member \"text\".\n";

typedef enum TagMode
{
	MODE_PRINT,
	MODE_TRACE,
	MODE_JSONL,
	MODE_SPEED
} TagMode;

NtDay
tag_day(const char *text)
{
	int			year;
	int			month;
	int			day;

	if (text == NULL || sscanf(text, "%d-%d-%d", &year, &month, &day) != 3)
		return NT_DAY_NONE;
	return calendar_day(year, month, day);
}

/* read_text reads a file or, for "-", standard input. */
static char *
read_text(TagRun *run, const char *path, uint32_t *len)
{
	size_t		bytes;
	char	   *text = tool_read_file(&run->scratch.cx, path, &bytes);

	if (bytes > UINT32_MAX / 2)
		tool_die("%s is too long", path);
	*len = (uint32_t) bytes;
	return text;
}

/* read_corpus hands each document to the task, or (-1) keeps its text for timing. */
static void
read_corpus(TagRun *run, const char *path, int task, const char *stage)
{
	NtArray(const char *) texts = {0};
	char	   *line = NULL;
	size_t		room = 0;
	long		len;
	FILE	   *in = fopen(path, "r");

	if (in == NULL)
		tool_die("could not open %s", path);
	while ((len = json_line(in, &line, &room)) > 0)
	{
		const Json *doc = json_read(task < 0 ? &run->forever.cx : &run->scratch.cx, line, (size_t) len);
		const char *text = json_string(doc, "text");

		if (text == NULL)
			tool_die("%s: a line has no text", path);
		if (task < 0)
		{
			*nt_push(&run->forever.cx, &texts) = text;
			continue;
		}
		tag_jsonl(run, task, doc, text, (uint32_t) strlen(text));
		arena_reset(&run->scratch);
	}
	fclose(in);
	free(line);
	if (task < 0 && texts.n > 0 && !tag_speed(run, stage, texts.at, texts.n))
		tool_die("there is no stage \"%s\" to time; see --help", stage);
}

/* option_value returns what follows the = of an option, NULL when it is another. */
static const char *
option_value(const char *argument, const char *option)
{
	size_t		len = strlen(option);

	return strncmp(argument, option, len) == 0 ? argument + len : NULL;
}

int
main(int argc, char **argv)
{
	static TagRun run;
	const char *model = "data/newstext-" NEWSTEXT_VERSION ".model";
	const char *value;
	const char *stage = NULL;
	TagMode		mode = MODE_PRINT;
	int			task = -1;
	uint32_t	traced = UINT32_MAX;
	int			i = 1;
	size_t		size;
	char	   *bytes;

	run.published = NT_DAY_NONE;
	for (; i < argc && argv[i][0] == '-' && argv[i][1] != '\0'; i++)
	{
		if (strcmp(argv[i], "--help") == 0)
		{
			fputs(usage_text, stdout);
			return 0;
		}
		else if ((value = option_value(argv[i], "--model=")) != NULL)
			model = value;
		else if ((value = option_value(argv[i], "--published=")) != NULL)
		{
			run.published = tag_day(value);
			if (run.published == NT_DAY_NONE)
				tool_die("\"%s\" is no day; write --published=2025-04-11", value);
		}
		else if (strcmp(argv[i], "--jsonl") == 0 && i + 1 < argc)
		{
			mode = MODE_JSONL;
			task = tag_task(argv[++i]);
			if (task < 0)
				tool_die("there is no task \"%s\"; see --help", argv[i]);
		}
		else if (strcmp(argv[i], "--speed") == 0 && i + 1 < argc)
		{
			mode = MODE_SPEED;
			stage = argv[++i];
		}
		else if (strcmp(argv[i], "--trace") == 0)
		{
			mode = MODE_TRACE;
			if (i + 1 < argc && trace_stage_named(argv[i + 1]) != TRACE_COUNT)
				traced = UINT32_C(1) << trace_stage_named(argv[++i]);
		}
		else
			tool_die("unknown option %s; see --help", argv[i]);
	}
	if (i >= argc)
	{
		fputs(usage_text, stderr);
		return 1;
	}

	tool_arena_init(&run.forever);
	tool_arena_init(&run.scratch);
	bytes = tool_read_file(&run.forever.cx, model, &size);
	knowledge_open(&run.forever.cx, &run.know, bytes, size);
	run.scratch.cx.tag_memory = tagger_memory(&run.forever.cx);

	for (; i < argc; i++)
	{
		uint32_t	len;

		if (mode == MODE_JSONL || mode == MODE_SPEED)
		{
			read_corpus(&run, argv[i], task, stage);
			continue;
		}
		bytes = read_text(&run, argv[i], &len);
		if (mode == MODE_TRACE)
			tag_trace(&run, traced, argv[i], bytes, len);
		else
			tag_print(&run, argv[i], bytes, len);
		arena_reset(&run.scratch);
	}
	arena_reset(&run.scratch);
	arena_reset(&run.forever);
	return 0;
}
