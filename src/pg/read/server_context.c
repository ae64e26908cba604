/*
 * server_context.c -- the server as the core sees it: memory from a memory context,
 * errors by ereport, polls by CHECK_FOR_INTERRUPTS.
 *
 * Blocks may be larger than 1 GB: an article of 100 MB is legal, and its
 * tokens alone take several times its size.
 */
#include "read/server_context.h"

#include "miscadmin.h"
#include "utils/memutils.h"

/* count adds to what the article has taken; an article that takes too much is refused rather than the server starved. */
static void
count(NewsContext *context, size_t size)
{
	context->used += size;
	if (context->used > NEWS_MEMORY_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("article takes too much memory to read"),
				 errdetail("The limit is %d MB.", (int) (NEWS_MEMORY_MAX / (1024 * 1024)))));
}

static void *
context_alloc(NtContext *cx, size_t size)
{
	count((NewsContext *) cx, size);
	return MemoryContextAllocHuge(((NewsContext *) cx)->memory, Max(size, 1));
}

static void
context_release(NtContext *cx, void *block, size_t size)
{
	((NewsContext *) cx)->used -= size;
	pfree(block);
}

static void *
context_resize(NtContext *cx, void *block, size_t old_size, size_t new_size)
{
	((NewsContext *) cx)->used -= old_size;
	count((NewsContext *) cx, new_size);
	return repalloc_huge(block, new_size);
}

static void
context_raise(NtContext *cx, NtError error, const char *message)
{
	NewsContext *context = (NewsContext *) cx;

	switch (error)
	{
		case NT_ERROR_LIMIT:
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg_internal("%s", message)));
			break;
		case NT_ERROR_MEMORY:
			ereport(ERROR,
					(errcode(ERRCODE_OUT_OF_MEMORY),
					 errmsg_internal("%s", message)));
			break;
		case NT_ERROR_MODEL:
			ereport(ERROR,
					(errcode(ERRCODE_DATA_CORRUPTED),
					 errmsg("could not use newstext model file \"%s\"",
							context->model != NULL ? context->model : "?"),
					 errdetail_internal("The %s.", message),
					 errhint("Install newstext %s again.", NEWSTEXT_VERSION)));
			break;
		case NT_ERROR_INPUT:
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg_internal("%s", message)));
			break;
	}
	pg_unreachable();
}

static void
context_poll(NtContext *cx)
{
	CHECK_FOR_INTERRUPTS();
}

/* news_context_init makes a context whose memory is that memory context. */
void
news_context_init(NewsContext *context, MemoryContext memory)
{
	memset(context, 0, sizeof(*context));
	context->cx.alloc = context_alloc;
	context->cx.resize = context_resize;
	context->cx.release = context_release;
	context->cx.raise = context_raise;
	context->cx.poll = context_poll;
	context->memory = memory;
}
