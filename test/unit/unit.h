/*
 * unit.h -- a test harness for the core in one header.
 *
 * A test program is a file test_NAME.c in this folder; the Makefile finds it.
 *
 *     #include "unit.h"
 *
 *     static void
 *     folds_accents(void)
 *     {
 *         CHECK_STR(folded("Zürich"), "zurich");
 *     }
 *
 *     int
 *     main(void)
 *     {
 *         RUN(folds_accents);
 *         return unit_end();
 *     }
 *
 * It prints TAP: "ok 1 - folds_accents", or "not ok" after the line and the
 * values that differ.  A failed check does not stop the test.  With TEST=NAME in
 * the environment (make check-core TEST=folds_accents) only that one runs.
 *
 * unit_heap is a context for the core in which every request is a block of
 * malloc of exactly its size and a grown block always moves, so that the
 * address sanitizer sees what an arena would hide.  Errors come back to
 * RAISES().
 */
#ifndef NEWSTEXT_UNIT_H
#define NEWSTEXT_UNIT_H

#include "read.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* ---- checks ----------------------------------------------------------- */

static int	unit_tests;
static int	unit_failed_tests;
static int	unit_failed_checks;

#define CHECK_SAYING(condition, ...) \
	do { \
		if (!(condition)) \
		{ \
			unit_failed_checks++; \
			printf("# %s:%d: ", __FILE__, __LINE__); \
			printf(__VA_ARGS__); \
			printf("\n"); \
		} \
	} while (0)

#define CHECK(condition) CHECK_SAYING(condition, "%s", #condition)

#define CHECK_INT(got, want) \
	do { \
		long long	got_ = (long long) (got); \
		long long	want_ = (long long) (want); \
		CHECK_SAYING(got_ == want_, "%s is %lld, not %lld", #got, got_, want_); \
	} while (0)

#define CHECK_STR(got, want) \
	do { \
		const char *got_ = (got); \
		const char *want_ = (want); \
		CHECK_SAYING(strcmp(got_, want_) == 0, "%s is \"%s\", not \"%s\"", #got, got_, want_); \
	} while (0)

#define RUN(test) unit_run(#test, test)

static inline void
unit_run(const char *name, void (*test) (void))
{
	const char *only = getenv("TEST");
	int			before = unit_failed_checks;

	if (only != NULL && *only != '\0' && strcmp(only, name) != 0)
		return;
	unit_tests++;
	test();
	if (unit_failed_checks == before)
		printf("ok %d - %s\n", unit_tests, name);
	else
	{
		unit_failed_tests++;
		printf("not ok %d - %s\n", unit_tests, name);
	}
	fflush(stdout);
}

/* unit_end prints the plan and returns the exit status of the program. */
static inline int
unit_end(void)
{
	printf("1..%d\n", unit_tests);
	return unit_failed_tests > 0;
}

/* ---- a context that hides nothing ------------------------------------- */

typedef struct UnitBlock
{
	struct UnitBlock *next;
	struct UnitBlock *prev;
} UnitBlock;

typedef struct UnitHeap
{
	NtContext	cx;				/* first, so that a NtContext * is a UnitHeap * */
	UnitBlock	blocks;			/* ring */
	size_t		held;			/* bytes now */
	size_t		most;			/* bytes at the worst moment */
	uint64_t	polls;
	uint64_t	cancel_at;		/* poll that raises, 0: none */
	jmp_buf		on_error;
	NtError		error;
	char		message[512];
} UnitHeap;

#define UNIT_BLOCK_ROOM 16

static inline void *
unit_heap_alloc(NtContext *cx, size_t size)
{
	UnitHeap   *heap = (UnitHeap *) cx;
	UnitBlock  *block = malloc(UNIT_BLOCK_ROOM + size);

	if (block == NULL)
		nt_raise(cx, NT_ERROR_MEMORY, "out of memory: %zu bytes", size);
	block->next = heap->blocks.next;
	block->prev = &heap->blocks;
	block->next->prev = block;
	heap->blocks.next = block;
	heap->held += size;
	if (heap->held > heap->most)
		heap->most = heap->held;
	memset((char *) block + UNIT_BLOCK_ROOM, 0xA5, size < 4096 ? size : 4096);
	return (char *) block + UNIT_BLOCK_ROOM;
}

static inline void
unit_heap_release(NtContext *cx, void *old, size_t old_size)
{
	UnitHeap   *heap = (UnitHeap *) cx;
	UnitBlock  *block = (UnitBlock *) ((char *) old - UNIT_BLOCK_ROOM);

	block->next->prev = block->prev;
	block->prev->next = block->next;
	heap->held -= old_size;
	free(block);
}

static inline void *
unit_heap_resize(NtContext *cx, void *old, size_t old_size, size_t new_size)
{
	UnitHeap   *heap = (UnitHeap *) cx;
	void	   *new;

	/* counted as realloc() does it, which moves the pages of a large block */
	heap->held -= old_size;
	new = unit_heap_alloc(cx, new_size);
	heap->held += old_size;
	memcpy(new, old, old_size < new_size ? old_size : new_size);
	unit_heap_release(cx, old, old_size);
	return new;
}

static inline void
unit_heap_raise(NtContext *cx, NtError error, const char *message)
{
	UnitHeap   *heap = (UnitHeap *) cx;

	heap->error = error;
	snprintf(heap->message, sizeof(heap->message), "%s", message);
	longjmp(heap->on_error, 1);
}

static inline void
unit_heap_poll(NtContext *cx)
{
	UnitHeap   *heap = (UnitHeap *) cx;

	if (++heap->polls == heap->cancel_at)
		unit_heap_raise(cx, NT_ERROR_INPUT, "canceled");
}

static inline void
unit_heap_init(UnitHeap *heap)
{
	memset(heap, 0, sizeof(*heap));
	heap->cx.alloc = unit_heap_alloc;
	heap->cx.resize = unit_heap_resize;
	heap->cx.release = unit_heap_release;
	heap->cx.raise = unit_heap_raise;
	heap->cx.poll = unit_heap_poll;
	heap->blocks.next = heap->blocks.prev = &heap->blocks;
}

/* unit_heap_reset frees all and forgets what was counted. */
static inline void
unit_heap_reset(UnitHeap *heap)
{
	while (heap->blocks.next != &heap->blocks)
	{
		UnitBlock  *block = heap->blocks.next;

		heap->blocks.next = block->next;
		free(block);
	}
	unit_heap_init(heap);
}

/*
 * RAISES tells whether a statement raises; the error is left in heap->error
 * and heap->message.  A raise outside it is a crash, as it should be.
 */
#define RAISES(heap, statement) \
	__extension__({ \
		volatile bool raised_ = true; \
		if (setjmp((heap)->on_error) == 0) \
		{ \
			statement; \
			raised_ = false; \
		} \
		raised_; \
	})

/* ---- reading ---------------------------------------------------------- */

/* unit_file returns a whole file, NUL-terminated, in malloc'ed memory. */
static inline char *
unit_file(const char *path, size_t *len)
{
	FILE	   *in = fopen(path, "rb");
	char	   *bytes;
	long		size;

	if (in == NULL || fseek(in, 0, SEEK_END) != 0 || (size = ftell(in)) < 0)
	{
		fprintf(stderr, "could not read %s; run this in the project's top folder, after make\n", path);
		exit(2);
	}
	rewind(in);
	bytes = malloc((size_t) size + 1);
	if (bytes == NULL || fread(bytes, 1, (size_t) size, in) != (size_t) size)
		exit(2);
	fclose(in);
	bytes[size] = '\0';
	*len = (size_t) size;
	return bytes;
}

/* The compiled model that the tests read: data/ as it is. */
#define UNIT_MODEL "data/newstext-" NEWSTEXT_VERSION ".model"

/* unit_knowledge opens the model once a program. */
static inline const NtKnowledge *
unit_knowledge(void)
{
	static NtKnowledge know;
	static UnitHeap heap;

	if (know.model.bytes == NULL)
	{
		size_t		size;
		const char *bytes = unit_file(UNIT_MODEL, &size);

		unit_heap_init(&heap);
		if (RAISES(&heap, knowledge_open(&heap.cx, &know, bytes, size)))
		{
			fprintf(stderr, "%s: %s\n", UNIT_MODEL, heap.message);
			exit(2);
		}
	}
	return &know;
}

/* unit_read reads a text up to a stage into an empty heap; false, with heap->message, on an error. */
static inline bool
unit_read(UnitHeap *heap, NtArticle *article, const char *text, NtStage stage)
{
	unit_heap_reset(heap);
	return !RAISES(heap,
				   {
					   article_open(&heap->cx, article, unit_knowledge(), text, (uint32_t) strlen(text));
					   article_need(article, stage);
				   });
}

/* ---- chance ----------------------------------------------------------- */

/* unit_random steps a splitmix64 generator (Steele, Lea and Flood 2014). */
static inline uint64_t
unit_random(uint64_t *state)
{
	uint64_t	z = *state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

/* unit_seed returns $SEED, or one from the clock, and prints it. */
static inline uint64_t
unit_seed(void)
{
	const char *given = getenv("SEED");
	uint64_t	seed = given != NULL ? strtoull(given, NULL, 10) : (uint64_t) time(NULL);

	printf("# seed %llu (repeat with SEED=%llu)\n", (unsigned long long) seed, (unsigned long long) seed);
	fflush(stdout);
	return seed;
}

#endif
