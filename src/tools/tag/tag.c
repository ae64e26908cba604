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
#include <unistd.h>

static const char usage_text[] =
"newstext-tag: reads news articles without a server\n"
"\n"
"    newstext-tag [OPTIONS] FILE...                   what is found in text files; - is standard input, of corpora too\n"
"    newstext-tag [OPTIONS] --trace [STAGE] FILE...   and why: text, names, entities, dates, quotes, amounts; without STAGE all\n"
"    newstext-tag [OPTIONS] --jsonl TASK CORPUS...    predictions for the scorers: ner, timex, quotes, amounts, signature, sentences, language, all\n"
"    newstext-tag [OPTIONS] --speed STAGE CORPUS...   megabytes a second: tokens, sections, names, entities, dates, quotes, amounts, all, everything\n"
"\n"
"    --model=FILE              the model file (data/newstext-" NEWSTEXT_VERSION ".model)\n"
"    --published=YYYY-MM-DD    the day of publication that dates are resolved against\n"
"    --help\n"
"\n"
"CORPUS is a file of JSON objects, one a line, with a member \"text\".\n";

/* What is done with each file. */
typedef enum TagMode
{
	MODE_PRINT,
	MODE_TRACE,
	MODE_JSONL,
	MODE_SPEED
} TagMode;

typedef struct TagOptions
{
	const char *model;
	const char *stage;			/* to time */
	TagMode		mode;
	int			task;			/* of --jsonl; -1: none */
	uint32_t	traced;			/* stages, as bits */
} TagOptions;

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

/* What read_corpus does with each document. */
typedef struct CorpusTask
{
	TagRun	   *run;
	const char *path;
	int			task;			/* -1: keep its text for timing */
	NtArray(const char *) texts;
} CorpusTask;

static void
read_document(void *data, const Json *doc)
{
	CorpusTask *c = data;
	const char *text = json_string(doc, "text");

	if (text == NULL)
		tool_die("%s: a line has no text", c->path);
	if (c->task < 0)
	{
		*nt_push(&c->run->forever.cx, &c->texts) = text;
		return;
	}
	tag_jsonl(c->run, c->task, doc, text, (uint32_t) strlen(text));
	arena_reset(&c->run->scratch);
}

/* read_corpus hands each document to the task, or (-1) times a stage on all. */
static void
read_corpus(TagRun *run, const char *path, int task, const char *stage)
{
	CorpusTask	c = {.run = run, .path = path, .task = task};

	json_each(task < 0 ? &run->forever.cx : &run->scratch.cx, path, read_document, &c);
	if (task < 0 && c.texts.n > 0 && !tag_speed(run, stage, c.texts.at, c.texts.n))
		tool_die("there is no stage \"%s\" to time; see --help", stage);
}

/* option_value returns what follows the = of an option, NULL when it is another. */
static const char *
option_value(const char *argument, const char *option)
{
	size_t		len = strlen(option);

	return strncmp(argument, option, len) == 0 ? argument + len : NULL;
}

/* trace_stages reads the STAGE that may follow --trace; what stands there else must be a file. */
static uint32_t
trace_stages(const char *argument, bool *taken)
{
	NtTraceStage stage = argument != NULL ? trace_stage_named(argument) : TRACE_COUNT;

	*taken = stage != TRACE_COUNT;
	if (*taken)
		return UINT32_C(1) << stage;
	if (argument != NULL && strcmp(argument, "-") != 0 && access(argument, R_OK) != 0)
		tool_die("\"%s\" is no stage to trace, and no file; see --help", argument);
	return UINT32_MAX;
}

/* read_options returns the first argument after the options. */
static int
read_options(TagRun *run, TagOptions *o, int argc, char **argv)
{
	const char *value;
	int			i = 1;

	for (; i < argc && argv[i][0] == '-' && argv[i][1] != '\0'; i++)
	{
		if (strcmp(argv[i], "--help") == 0)
		{
			fputs(usage_text, stdout);
			exit(0);
		}
		else if ((value = option_value(argv[i], "--model=")) != NULL)
			o->model = value;
		else if ((value = option_value(argv[i], "--published=")) != NULL)
		{
			run->published = tag_day(value);
			if (run->published == NT_DAY_NONE)
				tool_die("\"%s\" is no day; write --published=2025-04-11", value);
		}
		else if (strcmp(argv[i], "--jsonl") == 0 && i + 1 < argc)
		{
			o->mode = MODE_JSONL;
			o->task = tag_task(argv[++i]);
			if (o->task < 0)
				tool_die("there is no task \"%s\"; see --help", argv[i]);
		}
		else if (strcmp(argv[i], "--speed") == 0 && i + 1 < argc)
		{
			o->mode = MODE_SPEED;
			o->stage = argv[++i];
		}
		else if (strcmp(argv[i], "--trace") == 0)
		{
			bool		taken;

			o->mode = MODE_TRACE;
			o->traced = trace_stages(i + 1 < argc ? argv[i + 1] : NULL, &taken);
			i += taken;
		}
		else
			tool_die("unknown option %s; see --help", argv[i]);
	}
	return i;
}

static void
read_file(TagRun *run, const TagOptions *o, const char *path)
{
	uint32_t	len;
	const char *text;

	if (o->mode == MODE_JSONL || o->mode == MODE_SPEED)
	{
		read_corpus(run, path, o->task, o->stage);
		return;
	}
	text = read_text(run, path, &len);
	if (o->mode == MODE_TRACE)
		tag_trace(run, o->traced, path, text, len);
	else
		tag_print(run, path, text, len);
	arena_reset(&run->scratch);
}

int
main(int argc, char **argv)
{
	static TagRun run = {.published = NT_DAY_NONE};
	TagOptions	options = {.model = "data/newstext-" NEWSTEXT_VERSION ".model", .mode = MODE_PRINT, .task = -1};
	int			i = read_options(&run, &options, argc, argv);
	const char *bytes;
	size_t		size;

	if (i >= argc)
	{
		fputs(usage_text, stderr);
		return 1;
	}
	tool_arena_init(&run.forever);
	tool_arena_init(&run.scratch);
	bytes = tool_read_file(&run.forever.cx, options.model, &size);
	knowledge_open(&run.forever.cx, &run.know, bytes, size);
	run.scratch.cx.tag_memory = tagger_memory(&run.forever.cx);
	for (; i < argc; i++)
		read_file(&run, &options, argv[i]);
	arena_reset(&run.scratch);
	arena_reset(&run.forever);
	return 0;
}
