/*
 * server_context.h -- the server as the core sees it.
 */
#ifndef NEWSTEXT_SERVER_CONTEXT_H
#define NEWSTEXT_SERVER_CONTEXT_H

#include "compat.h"

#include "base/context.h"

/* What the analysis of one article may take: more is refused with program_limit_exceeded. */
#define NEWS_MEMORY_MAX ((Size) 4 * 1024 * 1024 * 1024)

/* An NtContext whose memory is a memory context. */
typedef struct NewsContext
{
	NtContext	cx;				/* first: a NtContext * is a NewsContext * */
	MemoryContext memory;
	Size		used;			/* taken of it for the article */
	const char *model;			/* file being opened, for messages; or NULL */
} NewsContext;

extern void news_context_init(NewsContext *context, MemoryContext memory);

#endif
