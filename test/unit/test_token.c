/*
 * test_token.c -- how an article is cut into words, numbers and marks.
 */
#include "unit.h"

static UnitHeap heap;

/* The tokens of a text, parted by bars, in a static buffer. */
static const char *
cut(const char *text)
{
	static char out[4096];
	NtTokens	tokens = {0};
	uint32_t	len = (uint32_t) strlen(text);
	char	   *exact = malloc(len + 1);
	size_t		n = 0;

	memcpy(exact, text, len);
	unit_heap_reset(&heap);
	token_scan(&heap.cx, &unit_knowledge()->vocab, exact, len, &tokens);
	for (uint32_t i = 0; i < tokens.n; i++)
		n += (size_t) snprintf(out + n, sizeof(out) - n, "%s%.*s", i ? "|" : "",
							   (int) (tokens.at[i].end - tokens.at[i].start), exact + tokens.at[i].start);
	out[n] = '\0';
	free(exact);
	return out;
}

/* The first token of a text. */
static NtToken
first(const char *text)
{
	NtTokens	tokens = {0};
	NtToken		none = {0};

	unit_heap_reset(&heap);
	token_scan(&heap.cx, &unit_knowledge()->vocab, text, (uint32_t) strlen(text), &tokens);
	return tokens.n > 0 ? tokens.at[0] : none;
}

static void
cuts_words_and_marks(void)
{
	CHECK_STR(cut("The minister resigned, aides said."), "The|minister|resigned|,|aides|said|.");
	CHECK_STR(cut("a three-hour, U.S.-made film"), "a|three|-|hour|,|U.S.|-|made|film");
	CHECK_STR(cut("Jean-Claude"), "Jean|-|Claude");
	CHECK_STR(cut(""), "");
	CHECK_STR(cut(" \t\r\n "), "");
	CHECK_STR(cut("word"), "word");
}

static void
splits_clitics(void)
{
	CHECK_STR(cut("Geneva's mayor"), "Geneva|'s|mayor");
	CHECK_STR(cut("Geneva’s mayor"), "Geneva|’s|mayor");
	CHECK_STR(cut("we don't, they've"), "we|do|n't|,|they|'ve");
	CHECK_STR(cut("O'Neill's"), "O'Neill|'s");
	CHECK_STR(cut("the voters' choice"), "the|voters|'|choice");
	CHECK_INT(first("'s").kind, TOKEN_PUNCT);
}

static void
keeps_stops_of_abbreviations(void)
{
	CHECK_STR(cut("Mr. Keller met Dr. Blanchet."), "Mr.|Keller|met|Dr.|Blanchet|.");
	CHECK_STR(cut("in the U.S. on Monday"), "in|the|U.S.|on|Monday");
	CHECK_STR(cut("George W. Moreau"), "George|W.|Moreau");
	CHECK_STR(cut("at 9 a.m. local time"), "at|9|a.m.|local|time");
	CHECK_INT(first("U.S. troops").flags & TOKEN_ACRONYM, TOKEN_ACRONYM);
	CHECK_INT(first("W. Moreau").flags & TOKEN_INITIAL, TOKEN_INITIAL);
}

static void
keeps_numbers_whole(void)
{
	CHECK_STR(cut("1,000 of 3.5 million"), "1,000|of|3.5|million");
	CHECK_STR(cut("pages 3,4 and 5"), "pages|3|,|4|and|5");
	CHECK_STR(cut("on the 24th, in the 1990s"), "on|the|24th|,|in|the|1990s");
	CHECK_STR(cut("2025-04-24"), "2025|-|04|-|24");
	CHECK_STR(cut("$5bn (57.4%)"), "$|5bn|(|57.4|%|)");
	CHECK_INT(first("1990s").kind, TOKEN_ALNUM);
	CHECK_INT(first("2025").kind, TOKEN_NUMBER);
}

static void
knows_marks(void)
{
	CHECK_STR(cut("“Yes,” she said — “no.”"), "“|Yes|,|”|she|said|—|“|no|.|”");
	CHECK_STR(cut("``Yes,'' she said -- no..."), "``|Yes|,|''|she|said|--|no|...");
	CHECK_INT(first("``Yes''").hash, 0x201C);
	CHECK_INT(first("«").hash, 0xAB);
	CHECK(token_is_mark(&(NtToken) {.kind = TOKEN_PUNCT,.mark = MARK_COMMA}, MARK_COMMA));
	CHECK(!token_is_mark(&(NtToken) {.kind = TOKEN_WORD,.hash = ','}, MARK_COMMA));
	CHECK_INT(first(",").mark, MARK_COMMA);
	CHECK_INT(first("\u2011").mark, MARK_HYPHEN);
	CHECK_INT(first("--").mark, MARK_HYPHENS);
	CHECK_INT(first("yes").mark, MARK_NONE);
}

static void
keeps_links_whole(void)
{
	CHECK_STR(cut("See https://news.example/a?b=1, or www.news.example."), "See|https://news.example/a?b=1|,|or|www.news.example|.");
	CHECK_STR(cut("mail desk@news.example or @newsdesk #budget"), "mail|desk@news.example|or|@newsdesk|#budget");
}

static void
describes_letters(void)
{
	CHECK_INT(first("Geneva").flags & (TOKEN_CAPITAL | TOKEN_UPPER), TOKEN_CAPITAL);
	CHECK_INT(first("GENEVA").flags & (TOKEN_CAPITAL | TOKEN_UPPER), TOKEN_CAPITAL | TOKEN_UPPER);
	CHECK_INT(first("geneva").flags & (TOKEN_CAPITAL | TOKEN_UPPER), 0);
	CHECK_INT(first("McCain").flags & TOKEN_INNER_CAPITAL, TOKEN_INNER_CAPITAL);
	CHECK_INT(first("Élysée").flags & (TOKEN_CAPITAL | TOKEN_FOREIGN), TOKEN_CAPITAL | TOKEN_FOREIGN);
	CHECK_INT(first("Москва").flags & TOKEN_CAPITAL, TOKEN_CAPITAL);
	CHECK_INT(first("北京").flags & TOKEN_LETTERS, TOKEN_LETTERS);
}

static void
parts_words_at_odd_spaces(void)
{
	CHECK_STR(cut("Mr.\xC2\xA0Keller"), "Mr.|Keller");	/* no-break space */
	CHECK_STR(cut("one\xE2\x80\x8Btwo"), "one|two");	/* zero-width space */
	CHECK_STR(cut("co\xC2\xADoperate"), "co\xC2\xADoperate");	/* soft hyphen */
	CHECK_STR(cut("\xEF\xBB\xBFTitle"), "Title");	/* byte order mark */
	CHECK_STR(cut("a\x01" "b"), "a|b");
	CHECK_STR(cut("x\xFFy"), "x|\xFF|y");
}

static void
notes_lines_and_paragraphs(void)
{
	static const char text[] = "One\nTwo\r\nThree\n\nFour \r\n \r\nFive";
	static const int want[] = {
		TOKEN_LINE | TOKEN_PARAGRAPH, TOKEN_LINE, TOKEN_LINE, TOKEN_LINE | TOKEN_PARAGRAPH, TOKEN_LINE | TOKEN_PARAGRAPH
	};
	NtTokens	tokens = {0};

	unit_heap_reset(&heap);
	token_scan(&heap.cx, &unit_knowledge()->vocab, text, sizeof(text) - 1, &tokens);
	CHECK_INT(tokens.n, 5);
	for (uint32_t i = 0; i < tokens.n && i < 5; i++)
		CHECK_INT(tokens.at[i].flags & (TOKEN_LINE | TOKEN_PARAGRAPH), want[i]);
}

/* Who looks at what follows the last token finds nothing, and nothing that is not his. */
static void
stands_before_empty_tokens(void)
{
	for (uint32_t words = 0; words < 40000; words = words * 2 + 1)
	{
		NtTokens	tokens = {0};
		char	   *text;

		unit_heap_reset(&heap);
		text = heap.cx.alloc(&heap.cx, words * 2 + 1);
		for (uint32_t i = 0; i < words; i++)
			memcpy(text + i * 2, "A,", 2);
		token_scan(&heap.cx, &unit_knowledge()->vocab, text, words * 2, &tokens);
		CHECK_INT(tokens.n, words * 2);
		for (uint32_t i = tokens.n; i < tokens.n + TOKENS_BEHIND; i++)
		{
			CHECK_INT(tokens.at[i].kind, 0);
			CHECK_INT(tokens.at[i].mark, MARK_NONE);
			CHECK_INT(tokens.at[i].word, 0);
			CHECK_INT(tokens.at[i].flags, 0);
			CHECK_INT(tokens.at[i].end, words * 2);
		}
	}
}

/* One look-up a word: the record a token carries is the one a search finds. */
static void
finds_each_word_once(void)
{
	const NtVocab *vocab = &unit_knowledge()->vocab;
	static const char *const words[] = {"monday", "Monday", "MONDAY", "president", "the"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
	{
		NtToken		t = first(words[i]);

		CHECK(t.word != 0);
		CHECK_INT(t.word, vocab_lookup(vocab, words[i], strlen(words[i])));
	}
	CHECK_INT(first("Monday").hash, first("MONDAY").hash);
	CHECK_INT(first("qxzvkjw").word, 0);
	CHECK_INT(vocab->words[0].classes, 0);
	CHECK(token_is(vocab, &(NtToken) {.word = vocab_lookup(vocab, "monday", 6),.flags = TOKEN_CAPITAL}, LEX_WEEKDAY));
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(cuts_words_and_marks);
	RUN(splits_clitics);
	RUN(keeps_stops_of_abbreviations);
	RUN(keeps_numbers_whole);
	RUN(knows_marks);
	RUN(keeps_links_whole);
	RUN(describes_letters);
	RUN(parts_words_at_odd_spaces);
	RUN(notes_lines_and_paragraphs);
	RUN(stands_before_empty_tokens);
	RUN(finds_each_word_once);
	unit_heap_reset(&heap);
	return unit_end();
}
