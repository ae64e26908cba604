/*
 * arena.c -- a context for programs without a server.
 *
 * Small requests are cut from blocks of ARENA_BLOCK bytes; a request larger
 * than a quarter of that has a block of its own, so that growing arrays give
 * their old room back at once, and large ones are not copied.
 */
#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ARENA_BLOCK (64 * 1024)

typedef struct NtArenaBlock
{
	struct NtArenaBlock *next;
	struct NtArenaBlock *prev;
	size_t		size;			/* of bytes[] */
	size_t		used;
	_Alignas(16) char bytes[];
} NtArenaBlock;

static NtArenaBlock *
arena_add_block(NtArena *arena, size_t size)
{
	NtArenaBlock *block = malloc(sizeof(NtArenaBlock) + size);

	if (block == NULL)
		nt_raise(&arena->cx, NT_ERROR_MEMORY, "out of memory: %zu bytes", size);
	block->size = size;
	block->used = 0;
	block->prev = NULL;
	block->next = arena->blocks;
	if (block->next != NULL)
		block->next->prev = block;
	arena->blocks = block;
	arena->bytes += size;
	return block;
}

static void *
arena_alloc(NtContext *cx, size_t size)
{
	NtArena    *arena = (NtArena *) cx;
	NtArenaBlock *block = arena->blocks;

	size = (size + 15) & ~(size_t) 15;
	if (size > ARENA_BLOCK / 4)
	{
		block = arena_add_block(arena, size);
		block->used = size;
		/* keep the block with room left at the head */
		if (block->next != NULL && block->next->used < block->next->size)
		{
			NtArenaBlock *head = block->next;

			arena->blocks = head;
			block->next = head->next;
			if (block->next != NULL)
				block->next->prev = block;
			head->next = block;
			head->prev = NULL;
			block->prev = head;
		}
		return block->bytes;
	}
	if (block == NULL || block->size - block->used < size)
		block = arena_add_block(arena, ARENA_BLOCK);
	block->used += size;
	return block->bytes + block->used - size;
}

/* arena_release gives a block of its own back to malloc. */
static void
arena_release(NtContext *cx, void *old, size_t old_size)
{
	NtArena    *arena = (NtArena *) cx;
	NtArenaBlock *block = (NtArenaBlock *) ((char *) old - offsetof(NtArenaBlock, bytes));

	if (((old_size + 15) & ~(size_t) 15) <= ARENA_BLOCK / 4)
		return;
	if (block->prev != NULL)
		block->prev->next = block->next;
	else
		arena->blocks = block->next;
	if (block->next != NULL)
		block->next->prev = block->prev;
	arena->bytes -= block->size;
	free(block);
}

/* arena_move gives a block of its own another size. */
static void *
arena_move(NtArena *arena, NtArenaBlock *block, size_t size)
{
	NtArenaBlock *moved = realloc(block, sizeof(NtArenaBlock) + size);

	if (moved == NULL)
		nt_raise(&arena->cx, NT_ERROR_MEMORY, "out of memory: %zu bytes", size);
	arena->bytes += size - moved->size;
	moved->size = moved->used = size;
	if (moved->prev != NULL)
		moved->prev->next = moved;
	else
		arena->blocks = moved;
	if (moved->next != NULL)
		moved->next->prev = moved;
	return moved->bytes;
}

static void *
arena_resize(NtContext *cx, void *old, size_t old_size, size_t new_size)
{
	void	   *new;

	old_size = (old_size + 15) & ~(size_t) 15;
	new_size = (new_size + 15) & ~(size_t) 15;
	if (old_size > ARENA_BLOCK / 4 && new_size > ARENA_BLOCK / 4)
		return arena_move((NtArena *) cx, (NtArenaBlock *) ((char *) old - offsetof(NtArenaBlock, bytes)), new_size);
	new = arena_alloc(cx, new_size);

	memcpy(new, old, old_size < new_size ? old_size : new_size);
	arena_release(cx, old, old_size);
	return new;
}

static void
arena_raise(NtContext *cx, NtError error, const char *message)
{
	NtArena    *arena = (NtArena *) cx;

	arena->error = error;
	snprintf(arena->message, sizeof(arena->message), "%s", message);
	longjmp(arena->on_error, 1);
}

static void
arena_poll(NtContext *cx)
{
	(void) cx;
}

/* arena_init makes an empty arena; the caller then does setjmp(on_error). */
void
arena_init(NtArena *arena)
{
	memset(arena, 0, sizeof(*arena));
	arena->cx.alloc = arena_alloc;
	arena->cx.resize = arena_resize;
	arena->cx.release = arena_release;
	arena->cx.raise = arena_raise;
	arena->cx.poll = arena_poll;
}

/* arena_reset frees all that was allocated; the arena can be used again. */
void
arena_reset(NtArena *arena)
{
	while (arena->blocks != NULL)
	{
		NtArenaBlock *block = arena->blocks;

		arena->blocks = block->next;
		free(block);
	}
	arena->bytes = 0;
}
