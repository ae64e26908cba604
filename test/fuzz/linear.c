/*
 * linear.c -- time and memory grow linearly with the text, and a cancel is
 * seen soon, on texts made to break that.
 *
 *     build/fuzz/linear [MEGABYTES]
 *
 * Reads each text at a quarter of the size and at the whole, and compares:
 * four times the text may take at most ALLOWED times the time (the best of
 * three, of processor time) and of the memory, and between two
 * polls for a cancel at most POLL_MS may pass.  A byte of text may take
 * ALLOWED_BYTES of memory at most.
 */
#include "unit.h"

#include "copy/signature.h"

#define ALLOWED_TIME 9.0
#define ALLOWED_MEMORY 5.0
#define ALLOWED_BYTES 40.0		/* of memory, a byte of text */
#define POLL_MS 50.0

static UnitHeap heap;
static double last_poll;
static double longest;			/* between polls, in seconds */

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
timed_poll(NtContext *cx)
{
	double		now = seconds();

	(void) cx;
	if (now - last_poll > longest)
		longest = now - last_poll;
	last_poll = now;
}

/* An arena would hide memory that is given back; this counts without poisoning. */
static double
read_once(const char *text, uint32_t len, const char **error)
{
	NtArticle	a;
	NtSignature signature;
	double		start;

	unit_heap_reset(&heap);
	heap.cx.poll = timed_poll;
	longest = 0;
	start = last_poll = seconds();
	if (RAISES(&heap,
			   {
				   article_open(&heap.cx, &a, unit_knowledge(), text, len);
				   article_need(&a, STAGE_QUOTES);
				   article_dates(&a, 9000, PREFER_TEXT);
				   article_amounts(&a);
				   signature_of(&a, &signature);
			   }))
		*error = heap.message;
	timed_poll(&heap.cx);
	return seconds() - start;
}

static double
best_of(int rounds, const char *text, uint32_t len, const char **error, size_t *memory)
{
	double		best = 1e9;
	double		gap = 1e9;

	for (int i = 0; i < rounds; i++)
	{
		double		took = read_once(text, len, error);

		best = took < best ? took : best;
		gap = longest < gap ? longest : gap;
		*memory = heap.most;
	}
	longest = gap;
	return best;
}

#define NEW_NAME '\1'			/* in a unit: a name that no other has */

/* put_name writes the name of a number and returns its length. */
static size_t
put_name(char *out, uint64_t number)
{
	size_t		n = 0;

	out[n++] = (char) ('A' + number % 26);
	for (number /= 26; n < 2 || number > 0; number /= 26)
		out[n++] = (char) ('a' + number % 26);
	return n;
}

static void
fill(char *text, size_t size, const char *unit)
{
	uint64_t	names = 0;
	char		name[16];

	for (size_t at = 0; at < size;)
		for (const char *p = unit; *p != '\0' && at < size; p++)
		{
			size_t		n = *p == NEW_NAME ? put_name(name, names++) : 1;

			memcpy(text + at, *p == NEW_NAME ? name : p, size - at < n ? size - at : n);
			at += size - at < n ? size - at : n;
		}
}

int
main(int argc, char **argv)
{
	static const char *const units[][2] = {
		{"quotation marks", "\""}, {"opening marks", "“"}, {"closing marks", "”"}, {"apostrophes", "'"}, {"'a ", "'a "},
		{"capitals", "A "}, {"a capital word", "A"}, {"digits", "1"}, {"numbers", "1 "}, {"Mr.", "Mr. "}, {"stops", "."},
		{"initials", "J. "}, {"commas", ","}, {"names", "Anna Meier "}, {"names of", "Bank of "}, {"names and", "Meier and "},
		{"a list", "Anna Meier, Bruno Keller, "}, {"names in capitals", "THE MAYOR ANNA MEIER OF ORBURY SAID THAT "},
		{"names in small letters", "the mayor anna meier of orbury said that "}, {"bodies in brackets", "the World Orchid Union (WOU) and (MSYT) ("},
		{"lists of ministries", "the Ministry of Sport, Youth and Trade, Health, "}, {"nicknames", "Orr “Bud” Zabrex won. "}, {"said", "said "}, {"he said", "he said "}, {"he said that", "he said that "},
		{"said names", "said Anna Meier, "}, {"quoted", "“No,” she said. "}, {"half quoted", "“No, she said "},
		{"quoted lines", "“No\n\n"}, {"straight quoted", "\"No\" \"No "}, {"dates", "May 5, 2025, "}, {"weekdays", "Monday "},
		{"ago", "two weeks ago "}, {"last", "last "}, {"years", "2025-"}, {"and dates", "Monday and Tuesday, "},
		{"years that jump", "May 5, 1021, and March 3, 3021, in June, "}, {"quarters", "the third quarter "}, {"feasts", "Ramadan "},
		{"months", "in May and in March "}, {"zones", "5 p.m. XYT on Sunday "}, {"old centuries", "the 3rd century BC and "},
		{"leap days", "Feb. 29, 2023, a year later, the next day "}, {"addresses", "1945 Elm Hill Road "}, {"mixed ranges", "9 to 3 May - 2019 - June 4/5 "},
		{"lines", "\n"}, {"short lines", "A\n"}, {"paragraphs", "A b c.\n\n"}, {"spaces", " "}, {"parentheses", "("},
		{"bytes", "\xFF"}, {"zero-width", "\xE2\x80\x8B"}, {"marks", "e\xCC\x81"}, {"emoji", "😀"},
		{"Arabic", "قال الوزير يوم الاثنين إن الحكومة. "}, {"Chinese", "部长星期一表示，政府不会改变计划。"},
		{"Russian", "Министр сказал в понедельник, что план не изменится. "},
		{"HTML", "<p>&ldquo;Yes,&rdquo; said <b>Anna&nbsp;Meier</b> on <i>Monday</i>.</p>\n"},
		{"less-than", "<"}, {"ampersands", "&"}, {"open tags", "<a "}, {"open values", "<a b=\""}, {"odd values", "<a b='\">"},
		{"open comments", "<!--"}, {"scripts", "<script>"}, {"escaped tags", "&lt;p "}, {"twice escaped", "&amp;quot;"},
		{"numbers of characters", "&#8220;"}, {"nested tables", "<table><tr><td>"}, {"unopened", "a</div>"}, {"breaks", "a<br>"},
		{"a page", "<html><div><p>Ana Ruiz said <a>no</a>, and went home on Monday with all her friends from the town.</p>"},
		{"blocks in links", "<a href=/><div>a</div>"}, {"stars", "*"}, {"emphasis", "*a "}, {"strong", "**a** "}, {"brackets", "["},
		{"Markdown links", "[a](/b) "}, {"open links", "[a]("}, {"JSON", "\\u201cNo\\n"}, {"misread", "â€œ"}, {"quoted-printable", "=E2=80=9CNo=\n"}, {"soft line ends", "=\n"}, {"texts of JSON", "[{\"text\":\"A b.\\n\\n\"},"},
		{"doubled marks", "\"\""}, {"parted words", "go-\ning "}, {"shortcodes", "<p>[caption "}, {"captions of television", ">> ANNA: No. "}, {"fields", "Title: a\n"},
 {"right to left", "\xE2\x80\x8F" "a"},
		{"quotes in attributes", "<a b=\"'\" c='\"'>x"}, {"footnotes", "a[1]"}, {"declarations", "<!a"}, {"closed early", "<p></p>"},
		{"captions", "Photo: Anna Meier\n\n"}, {"furniture", "Advertisement\n"}, {"links", "http://a.b/c "},
		{"turns", "KING: Go on.\n\n"}, {"labels", "ANNA: "}, {"answers", "Q. What is it?\n\nA. It is so.\n\n"},
		{"signatures", "“We will not go.” — Anna Meier\n\n"}, {"nested", "\"He said, 'Go home,' she said. "},
		{"broken off", "The plan, Meier said, would go, "}, {"rests", "“A b,” Meier said, referring to it, “b c,” "},
		{"pronouns", "He said she said it was so. "}, {"one surname", "Ann Meier met Bob Meier. “No,” Meier said. "},
		{"descriptions", "the very old and rather tired officer of the law said no, "}, {"lone speech", "Meier shrugged. “No, not now.” "},
		{"stamps", "[00:00:12] Anna Meier: Go on then.\n"}, {"statements", "She said:\n\nI will go there at once.\n\n"},
		{"single marks", "'No, 'em and '90s "}, {"turned marks", "»a« „b“ "},
		{"hyphens", "a-"}, {"clitics", "a's "}, {"upper case", "THE PLAN WAS LOST "},
		{"money", "$1 "}, {"signs", "$"}, {"numbers in words", "two hundred and "}, {"percent", "5 percent of "}, {"figures", "1,"},
		{"towns", "in San Jose, Texas. "}, {"namesakes", "Springfield, Ohio, and Paris, "}, {"counties", "Walton and Oconee counties, "},
		{"datelines in a line", "PARIS -- A. "}, {"roles", "The mayor of Farland, Ana Ruiz, "}, {"who is meant", "Kremlin aide Yuri Ushakov met the aide. "},
		{"unlike names", "\1, "}, {"unlike lines", "\1\n"}, {"unlike names in brackets", "(\1) "}, {"unlike speakers", "“No,” \1 said. "},
		{"unlike labels", "\1: No.\n"}, {"short names", "UK,"}, {"lines of short names", "UK\n"}, {"questions", "Q. Why?\nA. No.\n"},
		{"short amounts", "$1"}, {"lines of amounts", "$1.\n"}, {"amounts with stars", "*$1"}, {"times", "5pm,"}, {"unlike paragraphs", "<p>\1"},
		{"bounds", "more than "}, {"ranges", "5-"}, {"counts", "12 people killed "},
	};
	size_t		megabytes = argc > 1 ? strtoul(argv[1], NULL, 10) : 1;
	size_t		size = megabytes << 20;
	char	   *text = malloc(size);
	int			failed = 0;
	int			n = 0;

	unit_heap_init(&heap);
	unit_knowledge();
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
	{
		const char *error = NULL;
		size_t		little;
		size_t		much;
		double		quarter;
		double		whole;
		double		ratio;
		bool		bad;

		fill(text, size, units[i][1]);
		quarter = best_of(3, text, (uint32_t) (size / 4), &error, &little);
		whole = best_of(size > 4 << 20 ? 1 : 2, text, (uint32_t) size, &error, &much);
		ratio = whole / quarter;
		/* milliseconds of set-up must not count as growth, nor a mood of the machine */
		for (int again = 0; again < 3 && ratio > ALLOWED_TIME && whole > 0.02; again++)
		{
			quarter = best_of(3, text, (uint32_t) (size / 4), &error, &little);
			whole = best_of(3, text, (uint32_t) size, &error, &much);
			ratio = whole / quarter;
		}
		bad = error != NULL || (ratio > ALLOWED_TIME && whole > 0.02) ||
			(double) much / (double) little > ALLOWED_MEMORY || (double) much > ALLOWED_BYTES * (double) size || longest * 1000 > POLL_MS;
		n++;
		failed += bad;
		printf("%s %d - %s: %.1f MB/s, time x%.1f, memory x%.1f (%.0f bytes a byte), %.1f ms between polls%s%s\n",
			   bad ? "not ok" : "ok", n, units[i][0], (double) size / 1e6 / whole, ratio,
			   (double) much / (double) little, (double) much / (double) size, longest * 1000,
			   error != NULL ? ": " : "", error != NULL ? error : "");
		fflush(stdout);
	}
	printf("1..%d\n", n);
	unit_heap_reset(&heap);
	free(text);
	return failed > 0;
}
