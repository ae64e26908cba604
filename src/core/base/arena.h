/*
 * arena.h -- a context for programs without a server: blocks from malloc,
 * freed all at once; errors by longjmp to the place arena_try() marked.
 */
#ifndef NEWSTEXT_ARENA_H
#define NEWSTEXT_ARENA_H

#include "base/context.h"

#include <setjmp.h>

typedef struct NtArena
{
	NtContext	cx;				/* first, so that a NtContext * is a NtArena * */
	struct NtArenaBlock *blocks;
	size_t		bytes;			/* held now */
	jmp_buf		on_error;		/* setjmp() here before the first use */
	NtError		error;
	char		message[512];
} NtArena;

extern void arena_init(NtArena *arena);
extern void arena_reset(NtArena *arena);

#endif
