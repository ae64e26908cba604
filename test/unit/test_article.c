/*
 * test_article.c -- whole articles: our own, and texts that are none.
 */
#include "unit.h"

#include "check_article.h"

#include <glob.h>

static UnitHeap heap;

/* Reads an exact copy of the text, so that a byte read past its end is seen. */
static const char *
fault(const char *text, size_t len, NtDay published)
{
	char	   *exact = malloc(len > 0 ? len : 1);
	const char *said = NULL;
	const char *volatile result = NULL;

	memcpy(exact, text, len);
	unit_heap_reset(&heap);
	if (RAISES(&heap, said = check_article(&heap.cx, unit_knowledge(), exact, (uint32_t) len, published)))
		result = heap.message;
	else
		result = said;
	free(exact);
	return result;
}

static void
check_text(const char *name, const char *text, size_t len)
{
	static const NtDay days[] = {NT_DAY_NONE, 9000, -700000, 2000000000};

	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
	{
		const char *said = fault(text, len, days[i]);

		CHECK_SAYING(said == NULL, "%s, published %d: %s", name, days[i], said);
	}
}

static void
reads_our_own_articles(void)
{
	glob_t		paths;

	CHECK_INT(glob("test/gold/*.txt", 0, NULL, &paths), 0);
	CHECK(paths.gl_pathc >= 12);
	for (size_t i = 0; i < paths.gl_pathc; i++)
	{
		size_t		len;
		char	   *text = unit_file(paths.gl_pathv[i], &len);

		check_text(paths.gl_pathv[i], text, len);
		/* also cut anywhere, inside characters too */
		for (size_t cut = 0; cut < len; cut += 97)
			check_text(paths.gl_pathv[i], text + cut / 2, cut - cut / 2);
		free(text);
	}
	globfree(&paths);
}

static void
reads_what_is_no_article(void)
{
	static const char *const texts[] = {
		"", " ", "\n", "\r\n\r\n", "a", "A", ".", "\"", "“", "”", "'", "1", "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF",
		"\x80", "\xFF\xFE", "e\xCC\x81\xCC\x81\xCC\x81", "\xCC\x81", "😀😀", "👩‍👩‍👧",
		"nospacesnospacesnospaces", "123456789", "...........", "\"\"\"\"\"\"", "“““““", "‘‘’’", "''''''", "``''``''",
		"«»«»", "„“„“", "A A A A A", "Mr. Mr. Mr. Mr.", "Mr.", "Mr. ", "U.S.", "U.S", "J. J. J. J.", "said said said",
		"“Yes", "Yes,” he said", "“Yes,” he said, “we “did” it", "he said", "said", "according to", "\"said he\" she said he",
		"He said \"I said 'no' to him\" and", "Monday", "Monday Monday Monday", "May", "0000-00-00", "9999-99-99",
		"2025-02-30", "31 February 2025", "February 29, 2023", "99:99", "24:00", "99999999999999999999 years ago",
		"99999999999 weeks from now", "-1 days ago", "the 0th century", "the 99th century", "10000 years before 1 January 1",
		"next next next Monday", "last last week", "every every day", "the week before the week before last",
		"Женева — «Мы согласны», — сказал министр в понедельник.", "قال الوزير يوم الاثنين \"نعم\".", "部长星期一说：“是的。”",
		"<p>&ldquo;Yes,&rdquo; said <b>Anna&nbsp;Meier</b> on <i>Monday</i>.</p>", "<script>var a = \"b\";</script>",
		"Advertisement", "Skip to content\nRead more\nAdvertisement\n", "By Anna Meier", "GENEVA (AP) —", "(AP) —", "—",
		"\t\t\t", "a\tb\vc\fd", "line\rline\rline", "\x01\x02\x03", "O'", "'s", "n't", "’s’s’s", "don't don’t 'don't'",
		"@", "#", "@@@@", "http://", "http://a", "www.", "www.a", "a@b", "1,", "1,0", "1,000,", "1.", ".1", "1st", "1s", "$", "%"
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		check_text(texts[i], texts[i], strlen(texts[i]));
	check_text("NUL bytes", "a\0b\0\0 Monday \0", 14);
}

/* One text a thousand times: what is found must not depend on room. */
static void
reads_repetitions(void)
{
	static const char *const units[] = {
		"\"", "“", "' ", "A ", "1", "1 ", "Mr. ", "said ", "“No,” ", "he said ", "Monday ", "2025-01-01 ", "May 5, ",
		"(", ",", ".", "- ", "\n", "\n\n", "A\n", "Anna Meier ", "Anna Meier of ", "the ", "é", "\xE2\x80\x8B", "ago ", "\xFF",
		"U.S. ", "&quot;", "<p>", "and Mr. and ", "O'", "n't", "Bank of ", "University of the ", "\"A said \"B said "
	};

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
	{
		size_t		len = strlen(units[i]);
		char	   *text = malloc(len * 1000);

		for (int k = 0; k < 1000; k++)
			memcpy(text + len * (size_t) k, units[i], len);
		check_text(units[i], text, len * 1000);
		free(text);
	}
}

static void
asking_twice_runs_once(void)
{
	static const char text[] = "Anna Meier said on Monday that “nothing” would change in Geneva.";
	NtArticle	a;
	NtToken    *tokens;

	unit_heap_reset(&heap);
	CHECK(!RAISES(&heap,
				  {
					  article_open(&heap.cx, &a, unit_knowledge(), text, sizeof(text) - 1);
					  article_need(&a, STAGE_TOKENS);
					  tokens = a.tokens.at;
					  article_need(&a, STAGE_QUOTES);
					  article_need(&a, STAGE_SENTENCES);
					  CHECK(a.tokens.at == tokens);
					  CHECK_INT(a.sentences.n, 1);
				  }));
}

/* A cancel at any poll leaves by raise(), and the heap takes all back. */
static void
can_be_cancelled_anywhere(void)
{
	size_t		unit;
	char	   *article = unit_file("test/gold/politics.txt", &unit);
	char	   *text = malloc(unit * 40);
	uint64_t	polls;

	for (size_t k = 0; k < 40; k++)
		memcpy(text + unit * k, article, unit);
	unit_heap_reset(&heap);
	CHECK(!RAISES(&heap, check_article(&heap.cx, unit_knowledge(), text, (uint32_t) (unit * 40), 9000)));
	polls = heap.polls;
	CHECK(polls > 10);
	for (volatile uint64_t at = 1; at <= polls; at += polls / 20 + 1)
	{
		unit_heap_reset(&heap);
		heap.cancel_at = at;
		CHECK(RAISES(&heap, check_article(&heap.cx, unit_knowledge(), text, (uint32_t) (unit * 40), 9000)));
		CHECK_STR(heap.message, "canceled");
	}
	free(text);
	free(article);
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(reads_our_own_articles);
	RUN(reads_what_is_no_article);
	RUN(reads_repetitions);
	RUN(asking_twice_runs_once);
	RUN(can_be_cancelled_anywhere);
	unit_heap_reset(&heap);
	return unit_end();
}
