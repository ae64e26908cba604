/*
 * test_sentence.c -- where sentences begin and end.
 */
#include "unit.h"

static UnitHeap heap;

/* The sentences of a text, parted by bars, in a static buffer. */
static const char *
split(const char *text)
{
	static char out[4096];
	NtTokens	tokens = {0};
	NtSentences sentences = {0};
	const NtVocab *vocab = &unit_knowledge()->vocab;
	size_t		n = 0;

	unit_heap_reset(&heap);
	token_scan(&heap.cx, vocab, text, (uint32_t) strlen(text), &tokens);
	sentence_split(&heap.cx, vocab, text, &tokens, &sentences);
	out[0] = '\0';
	for (uint32_t i = 0; i < sentences.n; i++)
	{
		const NtSentence *s = &sentences.at[i];
		uint32_t	start = tokens.at[s->first].start;

		CHECK(tokens.at[s->first].flags & TOKEN_SENTENCE);
		n += (size_t) snprintf(out + n, sizeof(out) - n, "%s%.*s", i ? "|" : "",
							   (int) (tokens.at[s->last - 1].end - start), text + start);
	}
	return out;
}

static void
ends_at_final_marks(void)
{
	CHECK_STR(split("Rents rose. Voters noticed! Did they?"), "Rents rose.|Voters noticed!|Did they?");
	CHECK_STR(split("It rose 3.5 percent. Then it fell."), "It rose 3.5 percent.|Then it fell.");
	CHECK_STR(split("no mark at all"), "no mark at all");
	CHECK_STR(split(""), "");
}

static void
runs_on_after_abbreviations(void)
{
	CHECK_STR(split("Mr. Keller met Gov. Blanchet. They spoke."), "Mr. Keller met Gov. Blanchet.|They spoke.");
	CHECK_STR(split("He left the U.S. The trip was long."), "He left the U.S.|The trip was long.");
	CHECK_STR(split("The U.S. Senate met. It voted."), "The U.S. Senate met.|It voted.");
	CHECK_STR(split("George W. Moreau spoke."), "George W. Moreau spoke.");
}

static void
keeps_a_cue_with_its_quotation(void)
{
	CHECK_STR(split("“Is it over?” she asked. “Yes.”"), "“Is it over?” she asked.|“Yes.”");
	CHECK_STR(split("“It is over.” Keller left."), "“It is over.”|Keller left.");
	CHECK_STR(split("\"It is over,\" he said. \"Go.\""), "\"It is over,\" he said.|\"Go.\"");
}

static void
ends_at_lines_unless_wrapped(void)
{
	CHECK_STR(split("Voters reject plan\n\nGENEVA — They did."), "Voters reject plan|GENEVA — They did.");
	CHECK_STR(split("Anna Meier\nBruno Keller\nCarla Rossi"), "Anna Meier|Bruno Keller|Carla Rossi");
	CHECK_STR(split("The vote on the\nplan was lost by\na wide margin of\nthe ballots. So\nit fell."),
			  "The vote on the\nplan was lost by\na wide margin of\nthe ballots.|So\nit fell.");
}

static void
long_lines_run_on_when_they_must(void)
{
	CHECK_STR(split("“The vote is over,” Prime Minister Anna Meier said on\nFriday. It was late."),
			  "“The vote is over,” Prime Minister Anna Meier said on\nFriday.|It was late.");
	CHECK_STR(split("Her rival warned that the plan cannot work before\nthe summer of next year."),
			  "Her rival warned that the plan cannot work before\nthe summer of next year.");
	CHECK_STR(split("Voters reject plan to cap rents in the largest cities\nBy Anna Meier"),
			  "Voters reject plan to cap rents in the largest cities|By Anna Meier");
	CHECK_STR(split("Read on\nbudget, taxes"), "Read on|budget, taxes");
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(ends_at_final_marks);
	RUN(runs_on_after_abbreviations);
	RUN(keeps_a_cue_with_its_quotation);
	RUN(ends_at_lines_unless_wrapped);
	RUN(long_lines_run_on_when_they_must);
	unit_heap_reset(&heap);
	return unit_end();
}
