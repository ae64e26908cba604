/*
 * stress.c -- reads mutations of articles for some seconds, under sanitizers.
 *
 *     build/fuzz/stress [SECONDS] [FILE...]
 *
 * Prints its seed; SEED=n repeats the run.  Each round takes an article, or a
 * few bytes of chance, and changes it some times: flips, cuts, copies,
 * splices of another article, marks and words that the stages wake up at.  Every
 * other round is a few words, in runs of one kind, since what looks at the words
 * before it is at fault where there are none: "Would would would be told."
 * The text of a failing round is left in build/fuzz/stress-failed.txt.
 */
#include "unit.h"

#include "check_article.h"

#include <glob.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROOM 20000

static const char *const pieces[] = {
	"\"", "“", "”", "‘", "’", "'", "«", "»", "„", "``", "''", "—", "-", "--", "...", "(", ")", ",", ".", "?", "!", ";", ":",
	" ", "\n", "\n\n", "\r\n", "\xC2\xA0", "\xE2\x80\x8B", "\xFF", "\xE2\x80", "é", "😀", "中", "ا", "\0x",
	" said ", " he said", " she told ", "according to ", " that ", " and ", " of ", " the ", "'s ", "n't ",
	"Mr. ", "President ", "U.S.", "J. ", "Anna Meier", "Geneva", "Bank of ", " Inc.", "UNITED NATIONS", "United Nations",
	"Monday", "last ", "next ", " ago", "two weeks", "May 5, 2025", "2025-04-24", "the 1990s", "first quarter", "every ",
	"9:30 p.m.", "99999999999", "1,000", "By ", "GENEVA (AP) — ", "Advertisement\n", "&quot;", "<p>", "http://a.b/c", "@a",
	"<", ">", "{\"body\": \"", "\"}", "[{\"text\":\"", "</p>", "<br>", "<a href=\"/t?a=b&amp;c\">", "</a>", "<b", "<!--", "-->", "<script>", "</script>", "<aside>", "</aside>",
	"<html><body>", "<h1>", "<li>", "<q>", "</q>", "<![CDATA[", "]]>", "&amp;", "&amp;quot;", "&#8220;", "&#x201D;", "&", "&lt;p&gt;",
	"â€œ", "â€", "Ã©", "\\u201c", "\\n", "\\\"", "**", "*", "_", "[1]", "[a](/b)", "![", "# ", "> ", "\xC2\x93", "\xC2\xAD", "\xEF\xBB\xBF"
};

/* Words of a kind, parted by bars. */
static const char *const kinds[] = {
	"would|have|has|had|been|be|was|were|is|are|will|could|did|not|never|also|has been|do|may|must|cannot",
	"also|not|never|later|really|only|soon|now|then|still|just|even|again|already|earlier",
	"told|heard|said|says|added|asked|warned|claimed|denied|thought|found|agreed|learned|saw|wrote|confirmed|reported|ordered|promised|urged|plans|is expected|vowed",
	"the|a|an|this|his|her|their|its|some|all|every|no|both|each",
	"of|in|on|by|for|at|to|from|with|under|as|after|before|while|because|if|that|than|about|according to|until|since",
	"and|or|but|nor|&|,|;|:|-|--|—|/",
	"he|she|they|it|we|I|you|who|which|what|whom|somebody|him|them",
	"Anna|Meier|Lee|Jean-Paul|J.|O'Neill|McKay|de|van|von|bin|Ruiz|April|May|X|Jr.",
	"court|council|minister|jury|panel|officials|police|spokesman|the company|mayor|head|secretary|state|committee|president|chairman|publisher|founder",
	"Paris|Texas|Ohio|County|Springfield|Norway|Norwegian|North|Lake|Street|University|Inc.|Ltd|Corp.|Bank|Ministry|Committee|Party|United|City|CUPE|Local",
	"Monday|May 5|2025|last|next|week|year|ago|two|the 1990s|quarter|first half|at least|today|morning|5pm|Easter|-|18|to|through",
	"$1|5|million|percent|%|3,000|people|killed|more than|between|up to|km|a dozen|half|€|-|to|bn|points",
	"\"|“|”|‘|’|'|«|»|„|``|''|(|)|[|]|*|**|_|>|>>",
	".|?|!|...|\n|\n\n|.\n|'s|n't|@ab|#ab|http://a.b|By|PARIS (AP) —|Q.|A.|Photo:",
};

static glob_t paths;
static char *texts[100];
static size_t lens[100];
static char text[ROOM];
static size_t len;

static void
insert(size_t at, const char *bytes, size_t n)
{
	if (n > ROOM - len)
		n = ROOM - len;
	memmove(text + at + n, text + at, len - at);
	memcpy(text + at, bytes, n);
	len += n;
}

static void
mutate(uint64_t *state)
{
	size_t		at = len > 0 ? unit_random(state) % len : 0;
	size_t		n = unit_random(state) % 200;
	size_t		other = unit_random(state) % paths.gl_pathc;
	size_t		from;
	char		copy[200];

	if (n > len - at)
		n = len - at;
	switch (unit_random(state) % 7)
	{
		case 0:
			if (len > 0)
				text[at] = (char) unit_random(state);
			break;
		case 1:
			memmove(text + at, text + at + n, len - at - n);
			len -= n;
			break;
		case 2:					/* the same again */
			memcpy(copy, text + at, n);
			insert(at, copy, n);
			break;
		case 3:
			from = unit_random(state) % lens[other];
			n = unit_random(state) % 300;
			insert(at, texts[other] + from, n < lens[other] - from ? n : lens[other] - from);
			break;
		default:
			{
				const char *piece = pieces[unit_random(state) % (sizeof(pieces) / sizeof(pieces[0]))];

				insert(at, piece, piece[0] == '\0' ? 1 : strlen(piece));
			}
	}
}

/* put_words makes a text of some runs of words of one kind. */
static void
put_words(uint64_t *state)
{
	for (size_t runs = 1 + unit_random(state) % 6; runs > 0; runs--)
	{
		const char *kind = kinds[unit_random(state) % (sizeof(kinds) / sizeof(kinds[0]))];
		size_t		words = 1;

		for (const char *p = kind; *p != '\0'; p++)
			words += *p == '|';
		for (size_t n = 1 + unit_random(state) % 6; n > 0; n--)
		{
			const char *word = kind;
			size_t		size;

			for (size_t skip = unit_random(state) % words; skip > 0; skip--)
				word = strchr(word, '|') + 1;
			size = strcspn(word, "|");
			insert(len, word, size);
			if (unit_random(state) % 8 != 0)
				insert(len, " ", 1);
		}
	}
	if (len > 0 && text[len - 1] == ' ' && unit_random(state) % 2 == 0)
		text[len - 1] = '.';
	if (len > 0 && text[0] >= 'a' && text[0] <= 'z' && unit_random(state) % 2 == 0)
		text[0] = (char) (text[0] - 'a' + 'A');
}

/* make_text makes the text of a round, and says when it was published. */
static NtDay
make_text(uint64_t seed, long round)
{
	uint64_t	state = seed + (uint64_t) round * UINT64_C(0x2545F4914F6CDD1D);
	NtDay		published = unit_random(&state) % 3 ? (NtDay) (unit_random(&state) % 20000) : NT_DAY_NONE;

	len = 0;
	if (round % 2 == 1)
	{
		put_words(&state);
		return published;
	}
	if (round % 4 == 0)
		for (size_t n = unit_random(&state) % 500; len < n;)
			text[len++] = (char) unit_random(&state);
	else
	{
		size_t		i = unit_random(&state) % paths.gl_pathc;
		size_t		from = unit_random(&state) % lens[i];

		len = unit_random(&state) % 3000;
		if (len > lens[i] - from)
			len = lens[i] - from;
		memcpy(text, texts[i] + from, len);
	}
	for (int n = (int) (unit_random(&state) % 40); n > 0; n--)
		mutate(&state);
	return published;
}

/* read_rounds reads texts until the time is over; *round tells the parent how far it came. */
static int
read_rounds(uint64_t seed, volatile long *round, double limit)
{
	static UnitHeap heap;
	struct timespec start;
	struct timespec now;

	unit_heap_init(&heap);
	clock_gettime(CLOCK_MONOTONIC, &start);
	do
	{
		const char *volatile said = NULL;
		NtDay		published = make_text(seed, *round);
		char	   *exact = malloc(len + (len == 0));

		memcpy(exact, text, len);
		unit_heap_reset(&heap);
		if (RAISES(&heap, said = check_article(&heap.cx, unit_knowledge(), exact, (uint32_t) len, published)))
			said = heap.message;
		free(exact);
		if (said != NULL)
		{
			printf("# %s\n", said);
			fflush(stdout);
			return 1;
		}
		++*round;
		clock_gettime(CLOCK_MONOTONIC, &now);
	} while ((double) (now.tv_sec - start.tv_sec) + (double) (now.tv_nsec - start.tv_nsec) / 1e9 < limit);
	unit_heap_reset(&heap);
	return 0;
}

int
main(int argc, char **argv)
{
	uint64_t	seed = unit_seed();
	double		limit = argc > 1 ? atof(argv[1]) : 5;
	volatile long *round = mmap(NULL, sizeof(long), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	int			status = 0;
	pid_t		child;

	for (int i = 2; i < argc; i++)
		glob(argv[i], i > 2 ? GLOB_APPEND : 0, NULL, &paths);
	if (argc <= 2)
		glob("test/gold/*.txt", 0, NULL, &paths);
	if (round == MAP_FAILED || paths.gl_pathc == 0 || paths.gl_pathc > 100)
		return 2;
	for (size_t i = 0; i < paths.gl_pathc; i++)
		texts[i] = unit_file(paths.gl_pathv[i], &lens[i]);
	unit_knowledge();

	/* a sanitizer ends the program that it finds at fault, so a child reads */
	child = fork();
	if (child == 0)
		_exit(read_rounds(seed, round, limit));
	if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
	{
		FILE	   *out = fopen("build/fuzz/stress-failed.txt", "wb");

		make_text(seed, *round);
		if (out != NULL && fwrite(text, 1, len, out) == len && fclose(out) == 0)
			printf("# round %ld; its text is in build/fuzz/stress-failed.txt\n", *round);
	}
	printf("%s 1 - %ld mutated articles in %.0f s\n1..1\n", status == 0 ? "ok" : "not ok", *round, limit);
	return status != 0;
}
