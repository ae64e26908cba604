/*
 * context.h -- what the core asks of the world around it.
 *
 * The core never calls malloc, never exits, never prints and keeps no global
 * state.  Memory, errors and interrupts come in through an NtContext: the
 * server gives one whose memory is a memory context and whose errors are
 * ereport(); the command-line tools give one made of arena.c and longjmp().
 *
 * Memory need not be freed piece by piece.  Whoever made the context drops it
 * whole when the call is over, on error too.  What grows with the article and
 * serves one stage is given back at its end all the same: nt_release().
 */
#ifndef NEWSTEXT_CONTEXT_H
#define NEWSTEXT_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum NtError
{
	NT_ERROR_LIMIT,				/* a cap was hit: program_limit_exceeded */
	NT_ERROR_MEMORY,			/* out of memory */
	NT_ERROR_MODEL,				/* model file damaged or of another version */
	NT_ERROR_INPUT				/* an argument no answer exists for */
} NtError;

typedef struct NtContext NtContext;
struct NtContext
{
	/* Returns size bytes, uninitialised, aligned for any type; never NULL. */
	void	   *(*alloc) (NtContext *cx, size_t size);
	/* Moves a block of old_size bytes to one of new_size; never NULL. */
	void	   *(*resize) (NtContext *cx, void *block, size_t old_size, size_t new_size);
	/* Takes back a block of size bytes; NULL: it stays until all goes. */
	void		(*release) (NtContext *cx, void *block, size_t size);
	/* Does not return. */
	void		(*raise) (NtContext *cx, NtError error, const char *message);
	/* Returns, or leaves by the way raise() does when the user has cancelled. */
	void		(*poll) (NtContext *cx);
	uint32_t	ticks;			/* loop rounds since the last poll */
	/* Listens to what the stages of the set traced decide (trace.h); NULL: nobody. */
	void		(*trace) (NtContext *cx, int stage, const char *line);
	uint32_t	traced;			/* 1 << NtTraceStage */
	/* Sums of words that the tagger met, kept from article to article by who made the context (tagger_memory()); NULL: for one article. */
	struct NtTagMemory *tag_memory;
};

/*
 * Every loop that grows with the article calls nt_tick(); one round in
 * NT_TICKS_PER_POLL really asks, so that a cancel is seen within a millisecond
 * or so of work and the check costs a decrement.
 */
#define NT_TICKS_PER_POLL 4096

static inline void
nt_tick(NtContext *cx)
{
	if (++cx->ticks >= NT_TICKS_PER_POLL)
	{
		cx->ticks = 0;
		cx->poll(cx);
	}
}

/* nt_release gives back a block that nothing refers to any more; NULL is none. */
static inline void
nt_release(NtContext *cx, void *block, size_t size)
{
	if (block != NULL && cx->release != NULL)
		cx->release(cx, block, size);
}

extern void *nt_alloc0(NtContext *cx, size_t size);
extern char *nt_copy(NtContext *cx, const void *bytes, size_t len);
extern void nt_raise(NtContext *cx, NtError error, const char *format,...)
			__attribute__((format(printf, 3, 4), noreturn));

/*
 * A growable array: NtArray(NtToken) tokens = {0}; *nt_push(cx, &tokens) = t;
 * nt_push returns the address of a new last element, uninitialised.
 */
#define NtArray(type) struct { type *at; uint32_t n; uint32_t cap; }

extern void *nt_array_grow(NtContext *cx, void *at, uint32_t *cap, size_t elem, uint32_t want);

#define nt_reserve(cx, a, want) \
	((want) <= (a)->cap ? (void) 0 : \
	 (void) ((a)->at = nt_array_grow((cx), (a)->at, &(a)->cap, sizeof(*(a)->at), (want))))

#define nt_push(cx, a) \
	(nt_reserve((cx), (a), (a)->n + 1), &(a)->at[(a)->n++])

/* nt_array_release gives back an array and leaves it empty. */
#define nt_array_release(cx, a) \
	(nt_release((cx), (a)->at, (size_t) (a)->cap * sizeof(*(a)->at)), (a)->at = NULL, (a)->n = (a)->cap = 0)

/* nt_array_fit gives back the room that an array did not need. */
#define nt_array_fit(cx, a) \
	((a)->cap - (a)->n < ARRAY_FIT || (a)->n == 0 ? (void) 0 : \
	 (void) ((a)->at = (cx)->resize((cx), (a)->at, (size_t) (a)->cap * sizeof(*(a)->at), (size_t) (a)->n * sizeof(*(a)->at)), \
			 (a)->cap = (a)->n))
#ifdef NT_ARRAY_EXACT
#define ARRAY_FIT 1
#else
#define ARRAY_FIT 8192			/* elements too many to be left */
#endif

#endif
