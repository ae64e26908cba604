/*
 * test_tagger.c -- the best sequence of labels, its margins, and names tagged
 * in sentences of our own.
 */
#include "unit.h"

#include "tag/tagger.h"

static UnitHeap heap;

/* ---- all sequences, tried one by one ---------------------------------- */

#define MOST 3					/* tokens: 17 * 17 * 17 sequences */

typedef struct Problem
{
	NtTagSteps	steps;
	NtTagStepLanes lanes;		/* of steps */
	NtTagScore	scores[MOST];
	uint32_t	allowed[MOST];
	uint32_t	n;
} Problem;

static uint32_t seed;

static int
random_number(int range)
{
	seed ^= seed << 13;
	seed ^= seed >> 17;
	seed ^= seed << 5;
	return (int) (seed % (uint32_t) (2 * range + 1)) - range;
}

static void
make_problem(Problem *p, uint32_t n)
{
	p->n = n;
	for (int a = 0; a < TAG_STATES; a++)
		for (int b = 0; b < TAG_STATES; b++)
			p->steps.at[a][b] = (int16_t) random_number(40);
	tagger_steps(&p->steps, &p->lanes);
	for (uint32_t i = 0; i < n; i++)
	{
		for (int l = 0; l < TAG_LABELS; l++)
			p->scores[i].at[l & 3][l >> 2] = random_number(100);
		p->allowed[i] = UINT32_C(1) << TAG_OUTSIDE | (uint32_t) random_number(60000);
	}
}

static bool
is_open(int label)
{
	return label != TAG_OUTSIDE && ((label & 3) == TAG_BEGIN || (label & 3) == TAG_INSIDE);
}

static bool
may_follow(int before, int label)
{
	bool		goes_on = label != TAG_OUTSIDE && ((label & 3) == TAG_INSIDE || (label & 3) == TAG_LAST);

	return is_open(before) ? goes_on && label >> 2 == before >> 2 : !goes_on;
}

/* best_by_trial returns the best score of all legal sequences; at `not_at` the label must not be `not`. */
static int32_t
best_by_trial(const Problem *p, const uint32_t *allowed, int not_at, int not)
{
	int32_t		best = INT32_MIN / 2;
	int			total = 1;

	for (uint32_t i = 0; i < p->n; i++)
		total *= TAG_STATES;
	for (int x = 0; x < total; x++)
	{
		int			rest = x;
		int			before = TAG_OUTSIDE;
		int32_t		score = 0;
		bool		legal = true;

		for (uint32_t i = 0; i < p->n && legal; i++)
		{
			int			label = rest % TAG_STATES;

			rest /= TAG_STATES;
			legal = may_follow(before, label) && !((int) i == not_at && label == not) &&
				(allowed == NULL || (allowed[i] & UINT32_C(1) << label));
			score += p->steps.at[before][label] + (label == TAG_OUTSIDE ? 0 : p->scores[i].at[label & 3][label >> 2]);
			before = label;
		}
		if (!legal || is_open(before))
			continue;
		score += p->steps.at[before][TAG_OUTSIDE];
		best = score > best ? score : best;
	}
	return best;
}

static void
finds_the_best_sequence(void)
{
	seed = 12345;
	for (int round = 0; round < 40; round++)
	{
		Problem		p;
		NtTagState	forward[MOST];
		uint8_t		labels[MOST];

		make_problem(&p, 1 + (uint32_t) round % MOST);
		CHECK_INT(tagger_decode(&p.lanes, p.scores, NULL, p.n, forward, labels), best_by_trial(&p, NULL, -1, 0));
		CHECK_INT(tagger_decode(&p.lanes, p.scores, p.allowed, p.n, forward, labels),
				  best_by_trial(&p, p.allowed, -1, 0));
		for (uint32_t i = 0; i < p.n; i++)
			CHECK(p.allowed[i] & UINT32_C(1) << labels[i]);
	}
}

static void
margins_are_what_the_next_best_loses(void)
{
	seed = 54321;
	for (int round = 0; round < 40; round++)
	{
		Problem		p;
		NtTagState	forward[MOST];
		uint8_t		labels[MOST];
		int32_t		margins[MOST];
		int32_t		best;

		make_problem(&p, 1 + (uint32_t) round % MOST);
		best = tagger_decode(&p.lanes, p.scores, NULL, p.n, forward, labels);
		tagger_margins(&p.lanes, p.scores, p.n, labels, forward, margins);
		for (uint32_t i = 0; i < p.n; i++)
			CHECK_INT(margins[i], best - best_by_trial(&p, NULL, (int) i, labels[i]));
	}
}

/* ---- articles --------------------------------------------------------- */

static char result[4096];

/* tagged returns "person:Kazuo Ueda|place:Frankfurt" of a text. */
static const char *
tagged(const char *text)
{
	static const char *const types[] = {"person", "place", "org", "other"};
	NtArticle	a;
	NtTags		tags = {0};
	char	   *out = result;

	unit_heap_reset(&heap);
	*out = '\0';
	if (RAISES(&heap,
			   {
				   article_open(&heap.cx, &a, unit_knowledge(), text, (uint32_t) strlen(text));
				   article_need(&a, STAGE_SECTIONS);
				   tagger_tag(&a, &tags);
			   }))
		return heap.message;
	for (uint32_t i = 0; i < tags.n && out < result + 3000; i++)
	{
		const NtTag *t = &tags.at[i];
		uint32_t	start = a.tokens.at[t->first].start;

		CHECK(t->first < t->last);
		CHECK(i == 0 || tags.at[i - 1].last <= t->first);
		CHECK(t->margin >= 0);
		CHECK(t->confidence <= 1000);
		out += snprintf(out, sizeof(result) - (size_t) (out - result), "%s%s:%.*s", i > 0 ? "|" : "",
						types[t->type], (int) (a.tokens.at[t->last - 1].end - start), text + start);
	}
	return result;
}

static void
tells_persons_places_and_organisations(void)
{
	CHECK_STR(tagged("The governor of the Bank of Japan, Kenji Sato, flew to Frankfurt on Monday."),
			  "org:Bank of Japan|person:Kenji Sato|place:Frankfurt");
	CHECK_STR(tagged("President Maria Torres met German officials in Lisbon, her spokeswoman said."),
			  "person:Maria Torres|other:German|place:Lisbon");
	CHECK_STR(tagged("nothing here has a name, he said."), "");
	CHECK_STR(tagged(""), "");
}

static void
takes_a_city_for_its_club_in_results(void)
{
	CHECK_STR(tagged("Valencia 2 Zaragoza 1\nGetafe 0 Malaga 0\n"),
			  "org:Valencia|org:Zaragoza|org:Getafe|org:Malaga");
	CHECK_STR(tagged("1. Lena Huber (Austria) one minute 31.20 seconds\n2. Ida Berg (Norway) 1:31.55\n"),
			  "person:Lena Huber|place:Austria|person:Ida Berg|place:Norway");
}

/* What a process remembers of words must not change what it finds. */
static void
finds_the_same_again(void)
{
	const char *text = "Orla Brennan of Kestrel Air told Reuters in Dublin that Brennan would stay. "
		"KESTREL AIR HAD SAID BRENNAN WOULD LEAVE DUBLIN.";
	char		first[sizeof(result)];

	strcpy(first, tagged(text));
	tagged("Kestrel Dublin Reuters Brennan Air Orla. Told that would stay in of.");
	CHECK_STR(tagged(text), first);
}

/* Guesses stand in a table of their own for words that have no record in the vocabulary. */
static void
knows_words_too_rare_for_a_record(void)
{
	const char *text = "Bertarelli xqzzqv , the";
	const NtTagger *tagger = &unit_knowledge()->tagger;
	NtArticle	a;

	unit_heap_reset(&heap);
	article_open(&heap.cx, &a, unit_knowledge(), text, (uint32_t) strlen(text));
	article_need(&a, STAGE_TOKENS);
	CHECK_INT(a.tokens.at[0].word, 0);
	CHECK(tagger_word(tagger, &a.tokens.at[0])->fine != 0);
	CHECK_INT(tagger_word(tagger, &a.tokens.at[1])->fine, 0);
	CHECK_INT(tagger_word(tagger, &a.tokens.at[2])->fine, 0);
	CHECK(tagger_word(tagger, &a.tokens.at[3]) == &tagger->words[a.tokens.at[3].word]);
}

static void
cuts_a_line_of_nothing_but_capitals(void)
{
	static char text[60001];

	for (int i = 0; i < 10000; i++)
		memcpy(text + 6 * i, "Abcde ", 6);
	tagged(text);
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(finds_the_best_sequence);
	RUN(margins_are_what_the_next_best_loses);
	RUN(tells_persons_places_and_organisations);
	RUN(takes_a_city_for_its_club_in_results);
	RUN(finds_the_same_again);
	RUN(knows_words_too_rare_for_a_record);
	RUN(cuts_a_line_of_nothing_but_capitals);
	return unit_end();
}
