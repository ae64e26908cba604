/*
 * newstext.c -- the library as the server sees it.
 *
 * Nothing needs to be preloaded.  Where it is (shared_preload_libraries =
 * 'newstext'), the model is mapped and checked once, when the server starts,
 * and every backend and parallel worker inherits it: its first call then costs
 * no more than the next.
 */
#include "compat.h"

#include "miscadmin.h"

#include "read/model_map.h"

COMPAT_MODULE_MAGIC("newstext", NEWSTEXT_VERSION);

extern PGDLLEXPORT void _PG_init(void);

void
_PG_init(void)
{
	MemoryContext memory = CurrentMemoryContext;

	if (!process_shared_preload_libraries_in_progress)
		return;
	PG_TRY();
	{
		news_knowledge();
	}
	PG_CATCH();
	{
		/* no reason not to start: whoever calls a function will be told */
		ErrorData  *error;

		MemoryContextSwitchTo(memory);
		error = CopyErrorData();
		FlushErrorState();
		error->elevel = WARNING;
		ThrowErrorData(error);
		FreeErrorData(error);
	}
	PG_END_TRY();
}
