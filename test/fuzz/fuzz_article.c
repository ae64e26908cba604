/*
 * fuzz_article.c -- the whole core under libFuzzer: any bytes, any day.
 *
 *     make fuzz CLANG=clang
 *     build/fuzz/fuzz_article -dict=test/fuzz/news.dict -max_len=4096 CORPUS test/gold
 */
#include "unit.h"

#include "check_article.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static UnitHeap heap;
	static bool ready = false;
	const char *volatile said = NULL;
	NtDay		published = NT_DAY_NONE;

	if (!ready)
		unit_heap_init(&heap);
	ready = true;
	if (size >= 3)
	{
		/* two bytes are the day, so that arithmetic at the edges is met too */
		published = (int32_t) (data[0] | data[1] << 8) * 997 - 30000000;
		if (data[0] == 0)
			published = NT_DAY_NONE;
		data += 2;
		size -= 2;
	}
	unit_knowledge();
	unit_heap_reset(&heap);
	if (RAISES(&heap, said = check_article(&heap.cx, unit_knowledge(), (const char *) data, (uint32_t) size, published)))
		said = heap.message;
	if (said != NULL)
	{
		fprintf(stderr, "%s\n", said);
		abort();
	}
	unit_heap_reset(&heap);
	return 0;
}
