/*
 * context.h -- the server as the core sees it.
 */
#ifndef NEWSTEXT_PG_CONTEXT_H
#define NEWSTEXT_PG_CONTEXT_H

#include "compat.h"

#include "base/context.h"

/* An NtContext whose memory is a memory context. */
typedef struct NewsContext
{
	NtContext	cx;				/* first: a NtContext * is a NewsContext * */
	MemoryContext memory;
	const char *model;			/* file being opened, for messages; or NULL */
} NewsContext;

extern void news_context_init(NewsContext *context, MemoryContext memory);

#endif
