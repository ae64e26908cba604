/*
 * test_utf8.c -- decoding, folding, and counting characters.
 */
#include "unit.h"

#include "base/utf8.h"

static void
decodes_every_length(void)
{
	static const struct
	{
		const char *bytes;
		int			len;
		int32_t		cp;
	}			cases[] = {
		{"A", 1, 'A'},
		{"\xC3\xA9", 2, 0xE9},
		{"\xE2\x80\x9C", 3, 0x201C},
		{"\xF0\x9F\x98\x80", 4, 0x1F600},
		{"\xEF\xBF\xBF", 3, 0xFFFF},
		{"\xF4\x8F\xBF\xBF", 4, 0x10FFFF},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		const uint8_t *p = (const uint8_t *) cases[i].bytes;
		int32_t		cp;

		CHECK_INT(utf8_next(p, p + cases[i].len, &cp), cases[i].len);
		CHECK_INT(cp, cases[i].cp);
	}
}

/* Overlong forms, surrogates, stray and missing continuations: one byte each. */
static void
takes_broken_bytes_singly(void)
{
	static const char *const broken[] = {
		"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x80\x80", "\xE2\x82", "\xE2(\x80",
		"\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"
	};

	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++)
	{
		const uint8_t *p = (const uint8_t *) broken[i];
		int32_t		cp;

		CHECK_INT(utf8_next(p, p + strlen(broken[i]), &cp), 1);
		CHECK_INT(cp, UTF8_BROKEN);
	}
}

/* Every byte pair and every cut of a long character must stay inside the text. */
static void
never_reads_past_the_end(void)
{
	static const char full[] = "\xF0\x9F\x98\x80";

	for (int len = 1; len <= 4; len++)
	{
		uint8_t    *exact = malloc((size_t) len);
		int32_t		cp;

		memcpy(exact, full, (size_t) len);
		CHECK_INT(utf8_next(exact, exact + len, &cp), len == 4 ? 4 : 1);
		free(exact);
	}
}

static const char *
folded(const char *word)
{
	static char out[UTF8_FOLD_ROOM(256)];
	size_t		len = strlen(word);

	out[utf8_fold(word, len, out)] = '\0';
	return out;
}

static void
folds_as_newspapers_vary(void)
{
	CHECK_STR(folded("Zürich"), "zurich");
	CHECK_STR(folded("ZURICH"), "zurich");
	CHECK_STR(folded("Zu\xCC\x88rich"), "zurich");	/* u and a combining diaeresis */
	CHECK_STR(folded("Łódź"), "lodz");
	CHECK_STR(folded("Søren"), "soren");
	CHECK_STR(folded("Erdoğan"), "erdogan");
	CHECK_STR(folded("İstanbul"), "istanbul");
	CHECK_STR(folded("Straße"), "strasse");
	CHECK_STR(folded("O’Neill"), "o'neill");
	CHECK_STR(folded("Oʼneill"), "o'neill");
	CHECK_STR(folded("ﬁnance"), "finance");	/* ligature */
	CHECK_STR(folded("co\xC2\xADoperate"), "cooperate");	/* soft hyphen */
	CHECK_STR(folded(""), "");
}

static void
folding_stays_in_its_room(void)
{
	for (int32_t cp = 0x80; cp < 0x30000; cp++)
	{
		int32_t		out[UTF8_FOLD_MAX];
		int			n;

		if (cp >= 0xD800 && cp < 0xE000)
			continue;
		n = utf8_fold_char(cp, out);
		if (n < 0 || n > UTF8_FOLD_MAX)
			CHECK_SAYING(false, "U+%04X folds to %d characters", (unsigned) cp, n);
	}
}

/* The map must agree with counting, from every character of texts of any mixture. */
static void
charmap_agrees_with_counting(void)
{
	static const char *const pieces[] = {
		"a", " ", "é", "“", "😀", "\x80", "\xE2\x80", "\xFF", "plain text without anything special, ", "\n"
	};
	uint64_t	state = unit_seed();
	UnitHeap	heap;

	unit_heap_init(&heap);
	for (int round = 0; round < 200; round++)
	{
		char		text[3000];
		char	   *exact;
		uint32_t	len = 0;
		uint32_t	chars = 0;
		NtCharMap	map;

		while (len < sizeof(text) - 40 && unit_random(&state) % 300 != 0)
		{
			const char *piece = pieces[unit_random(&state) % (sizeof(pieces) / sizeof(pieces[0]))];

			memcpy(text + len, piece, strlen(piece));
			len += (uint32_t) strlen(piece);
		}
		exact = malloc(len + 1);
		memcpy(exact, text, len);
		charmap_build(&heap.cx, &map, exact, len);
		for (uint32_t at = 0; at < len;)
		{
			int32_t		cp;

			if (charmap_chars(&map, at) != chars)
			{
				CHECK_INT(charmap_chars(&map, at), chars);
				break;
			}
			at += (uint32_t) utf8_next((uint8_t *) exact + at, (uint8_t *) exact + len, &cp);
			chars++;
		}
		CHECK_INT(charmap_chars(&map, len), chars);
		free(exact);
		unit_heap_reset(&heap);
	}
}

static void
charmap_of_bytes_counts_bytes(void)
{
	NtCharMap	map;

	charmap_bytes(&map, "caf\xC3\xA9", 5);
	CHECK_INT(charmap_chars(&map, 5), 5);
}

int
main(void)
{
	RUN(decodes_every_length);
	RUN(takes_broken_bytes_singly);
	RUN(never_reads_past_the_end);
	RUN(folds_as_newspapers_vary);
	RUN(folding_stays_in_its_room);
	RUN(charmap_agrees_with_counting);
	RUN(charmap_of_bytes_counts_bytes);
	return unit_end();
}
