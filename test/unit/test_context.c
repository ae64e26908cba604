/*
 * test_context.c -- memory, errors and polls as the core sees them.
 */
#include "unit.h"

#include "base/arena.h"

static void
arena_gives_aligned_memory(void)
{
	NtArena		arena;
	uint64_t	state = unit_seed();
	char	   *blocks[500];
	size_t		sizes[500];

	arena_init(&arena);
	if (setjmp(arena.on_error) != 0)
	{
		CHECK_SAYING(false, "raised: %s", arena.message);
		return;
	}
	for (int i = 0; i < 500; i++)
	{
		sizes[i] = unit_random(&state) % (i % 10 == 0 ? 100000 : 200);
		blocks[i] = arena.cx.alloc(&arena.cx, sizes[i]);
		CHECK_INT((uintptr_t) blocks[i] % 16, 0);
		memset(blocks[i], i & 0xFF, sizes[i]);
	}
	for (int i = 0; i < 500; i++)
		for (size_t k = 0; k < sizes[i]; k++)
			if (blocks[i][k] != (char) (i & 0xFF))
			{
				CHECK_SAYING(false, "block %d was overwritten", i);
				break;
			}
	CHECK(arena.bytes > 0);
	arena_reset(&arena);
	CHECK_INT(arena.bytes, 0);
}

/* A growing array must not keep the rooms it has left. */
static void
arena_gives_old_rooms_back(void)
{
	NtArena		arena;
	NtArray(uint64_t) numbers = {0};

	arena_init(&arena);
	if (setjmp(arena.on_error) != 0)
		return;
	for (uint64_t i = 0; i < 1000000; i++)
		*nt_push(&arena.cx, &numbers) = i;
	for (uint32_t i = 0; i < numbers.n; i += 997)
		CHECK_INT(numbers.at[i], i);
	CHECK(arena.bytes < 2 * sizeof(uint64_t) * (size_t) numbers.cap);
	arena_reset(&arena);
}

static void
raise_formats_and_leaves(void)
{
	UnitHeap	heap;
	NtArena		arena;

	unit_heap_init(&heap);
	CHECK(RAISES(&heap, nt_raise(&heap.cx, NT_ERROR_LIMIT, "article has %d parts", 7)));
	CHECK_INT(heap.error, NT_ERROR_LIMIT);
	CHECK_STR(heap.message, "article has 7 parts");
	arena_init(&arena);
	CHECK(RAISES(&arena, nt_raise(&arena.cx, NT_ERROR_MODEL, "%s", "damaged")));
	CHECK_INT(arena.error, NT_ERROR_MODEL);
	CHECK_STR(arena.message, "damaged");
	CHECK(!RAISES(&heap, nt_copy(&heap.cx, "abc", 3)));
	unit_heap_reset(&heap);
}

static void
ticks_poll_now_and_then(void)
{
	UnitHeap	heap;

	unit_heap_init(&heap);
	for (int i = 0; i < 10 * NT_TICKS_PER_POLL; i++)
		nt_tick(&heap.cx);
	CHECK_INT(heap.polls, 10);
}

static void
arrays_grow_from_nothing(void)
{
	UnitHeap	heap;
	NtArray(uint32_t) numbers = {0};

	unit_heap_init(&heap);
	nt_reserve(&heap.cx, &numbers, 3);
	CHECK(numbers.cap >= 3);
	for (uint32_t i = 0; i < 1000; i++)
		*nt_push(&heap.cx, &numbers) = i;
	CHECK_INT(numbers.n, 1000);
	CHECK_INT(numbers.at[999], 999);
	unit_heap_reset(&heap);
}

static void
copies_end_in_nul(void)
{
	UnitHeap	heap;

	unit_heap_init(&heap);
	CHECK_STR(nt_copy(&heap.cx, "Geneva", 3), "Gen");
	CHECK_STR(nt_copy(&heap.cx, NULL, 0), "");
	CHECK_INT(((char *) nt_alloc0(&heap.cx, 10))[9], 0);
	unit_heap_reset(&heap);
}

int
main(void)
{
	RUN(arena_gives_aligned_memory);
	RUN(arena_gives_old_rooms_back);
	RUN(raise_formats_and_leaves);
	RUN(ticks_poll_now_and_then);
	RUN(arrays_grow_from_nothing);
	RUN(copies_end_in_nul);
	return unit_end();
}
