/*
 * tag_trace.c -- why an article was read so: what each stage told trace.h
 * while it decided, under the name of the stage, and then what was found.
 */
#include "tag/tag.h"

#include <stdio.h>

static int	stage_shown;

static void
print_line(NtContext *cx, int stage, const char *line)
{
	if (stage != stage_shown)
		printf("\n-- %s\n", trace_stage_name((NtTraceStage) stage));
	stage_shown = stage;
	printf("%s\n", line);
}

void
tag_trace(TagRun *run, uint32_t stages, const char *name, const char *text, uint32_t len)
{
	NtContext  *cx = &run->scratch.cx;
	NtArticle	a;

	stage_shown = -1;
	cx->trace = print_line;
	cx->traced = stages;
	printf("== why: %s\n", name);
	article_open(cx, &a, &run->know, text, len);
	article_need(&a, STAGE_QUOTES);
	article_dates(&a, run->published, PREFER_TEXT);
	article_amounts(&a);
	cx->trace = NULL;
	printf("\n");
	tag_print(run, name, text, len);
}
