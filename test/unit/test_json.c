/*
 * test_json.c -- the reader of corpora.
 */
#include "unit.h"

#include "json_read.h"

static UnitHeap heap;

static const Json *
read(const char *text)
{
	unit_heap_reset(&heap);
	return json_read(&heap.cx, text, strlen(text));
}

static void
reads_values(void)
{
	const Json *doc = read(" {\"id\": \"a1\", \"spans\": [[0, 5], [7, 12]], \"n\": -3, \"ok\": true, \"none\": null} ");

	CHECK_STR(json_string(doc, "id"), "a1");
	CHECK_INT(json_get(doc, "spans")->len, 2);
	CHECK_INT(json_int(&json_get(doc, "spans")->at[1].at[0]), 7);
	CHECK_INT(json_int(json_get(doc, "n")), -3);
	CHECK_INT(json_get(doc, "ok")->kind, JSON_BOOL);
	CHECK_INT(json_get(doc, "none")->kind, JSON_NULL);
	CHECK(json_get(doc, "absent") == NULL);
	CHECK(json_string(doc, "n") == NULL);
	CHECK_INT(read("[]")->len, 0);
	CHECK_INT(read("{}")->len, 0);
}

static void
resolves_escapes(void)
{
	CHECK_STR(read("\"a\\n\\t\\\"\\\\\\/\"")->string, "a\n\t\"\\/");
	CHECK_STR(read("\"\\u00e9\\u201c\"")->string, "é“");
	CHECK_STR(read("\"\\ud83d\\ude00\"")->string, "😀");
}

static void
refuses_faults(void)
{
	static const char *const faults[] = {
		"", "{", "[", "[1", "[1,", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "\"abc", "\"abc\\", "\"\\u12\"",
		"\"\\uZZZZ\""
	};

	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++)
	{
		/* an exact copy, so that reading past the end is seen */
		size_t		len = strlen(faults[i]);
		char	   *exact = malloc(len + 1);
		bool		raised;

		memcpy(exact, faults[i], len + 1);
		unit_heap_reset(&heap);
		raised = RAISES(&heap, json_read(&heap.cx, exact, len));
		CHECK_SAYING(raised, "%s is taken", faults[i]);
		free(exact);
	}
}

static void
refuses_depth(void)
{
	char		deep[1000];

	memset(deep, '[', sizeof(deep) - 1);
	deep[sizeof(deep) - 1] = '\0';
	unit_heap_reset(&heap);
	CHECK(RAISES(&heap, json_read(&heap.cx, deep, strlen(deep))));
	CHECK(strstr(heap.message, "too deep") != NULL);
}

static void
maps_code_points_to_bytes(void)
{
	uint32_t	chars;
	uint32_t   *offsets;

	unit_heap_reset(&heap);
	offsets = json_offsets(&heap.cx, "aé“b", 7, &chars);
	CHECK_INT(chars, 4);
	CHECK_INT(offsets[2], 3);
	CHECK_INT(offsets[3], 6);
	CHECK_INT(offsets[4], 7);
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(reads_values);
	RUN(resolves_escapes);
	RUN(refuses_faults);
	RUN(refuses_depth);
	RUN(maps_code_points_to_bytes);
	unit_heap_reset(&heap);
	return unit_end();
}
