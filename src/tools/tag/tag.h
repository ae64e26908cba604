/*
 * tag.h -- what the files of newstext-tag share.
 *
 *     tag.c         options
 *     tag_jsonl.c   predictions in the form the scorers read
 *     tag_print.c   what a reader of a text file wants to see
 *     tag_trace.c   why it was read so
 *     tag_speed.c   megabytes a second
 */
#ifndef NEWSTEXT_TAG_H
#define NEWSTEXT_TAG_H

#include "read.h"
#include "base/trace.h"
#include "json_read.h"
#include "tool.h"

/* What the command line asks for. */
typedef struct TagRun
{
	NtKnowledge know;
	NtArena		forever;		/* the model, and a corpus that is timed */
	NtArena		scratch;		/* of one article */
	NtDay		published;		/* NT_DAY_NONE: not given */
} TagRun;

/* tag_day reads YYYY-MM-DD, and what follows it; what is no day is NT_DAY_NONE. */
extern NtDay tag_day(const char *text);

/* tag_task returns the number of a task of --jsonl, -1: there is none of that name. */
extern int	tag_task(const char *name);

/* tag_jsonl prints what a task finds in a document of a corpus, as a line of JSON. */
extern void tag_jsonl(TagRun *run, int task, const Json *doc, const char *text, uint32_t len);

/* tag_print prints what is found in a text. */
extern void tag_print(TagRun *run, const char *name, const char *text, uint32_t len);

/* tag_trace prints what the stages (bits 1 << NtTraceStage) decide, and why. */
extern void tag_trace(TagRun *run, uint32_t stages, const char *name, const char *text, uint32_t len);

/* tag_speed prints how fast a stage reads these texts; false: there is no such stage. */
extern bool tag_speed(TagRun *run, const char *stage, const char **texts, uint32_t n);

#endif
