/*
 * test_amount.c -- amounts: figures, bounds, what is counted.
 */
#include "unit.h"

/* amounts_of lists what is found: "KIND MANTISSAeEXPONENT[..M eE] UNIT BOUNDS {WHAT OUTCOME}; ..." */
static const char *
amounts_of(const char *text)
{
	static char out[2000];
	static UnitHeap heap;
	NtArticle	a;
	size_t		n = 0;

	unit_heap_init(&heap);
	article_open(&heap.cx, &a, unit_knowledge(), text, (uint32_t) strlen(text));
	article_amounts(&a);
	out[0] = '\0';
	for (uint32_t i = 0; i < a.amounts.n; i++)
	{
		const NtAmount *m = &a.amounts.at[i];

		n += (size_t) snprintf(out + n, sizeof(out) - n, "%s%.*s=%lldE%d", i ? "; " : "", (int) (m->end - m->start), text + m->start,
							   (long long) m->low.mantissa, m->low.exponent);
		if (m->low.mantissa != m->high.mantissa || m->low.exponent != m->high.exponent)
			n += (size_t) snprintf(out + n, sizeof(out) - n, "..%lldE%d", (long long) m->high.mantissa, m->high.exponent);
		if (m->bounds != 0)
			n += (size_t) snprintf(out + n, sizeof(out) - n, " bounds %d", m->bounds);
		if (m->unit != 0)
			n += (size_t) snprintf(out + n, sizeof(out) - n, " %s", vocab_string(a.vocab, m->unit));
		if (m->what_end > m->what_start)
			n += (size_t) snprintf(out + n, sizeof(out) - n, " {%.*s}", (int) (m->what_end - m->what_start), text + m->what_start);
		if (m->outcome_len > 0)
			n += (size_t) snprintf(out + n, sizeof(out) - n, " %.*s", (int) (m->outcome_len), text + m->outcome_start);
	}
	unit_heap_reset(&heap);
	return out;
}

static void
reads_figures(void)
{
	CHECK_STR(amounts_of("It cost $1,200.50."), "$1,200.50=120050E-2 USD");
	CHECK_STR(amounts_of("It cost twenty-four euros."), "twenty-four euros=24E0 EUR");
	CHECK_STR(amounts_of("It cost two hundred and ten yen."), "two hundred and ten yen=210E0 JPY");
	CHECK_STR(amounts_of("It cost R120 000 then."), "R120 000=120000E0 ZAR");
	CHECK_STR(amounts_of("It cost 1,00,000 rupees."), "1,00,000 rupees=100000E0 rupee");
	CHECK_STR(amounts_of("It cost $9999999999999999999."), "");
}

static void
shares_a_scale(void)
{
	CHECK_STR(amounts_of("It cost €3-4 million."), "€3-4 million=3E6..4E6 EUR");
	CHECK_STR(amounts_of("It cost £20m-30m."), "£20m-30m=20E6..30E6 GBP");
	CHECK_STR(amounts_of("It cost between 500,000 and 2 million euros."), "500,000 and 2 million euros=500000E0..2E6 EUR");
}

static void
reads_bounds(void)
{
	CHECK_STR(amounts_of("More than 12 boats sank."), "12=12E0 bounds 6 {boats}");
	CHECK_STR(amounts_of("At least 12 boats sank."), "12=12E0 bounds 2 {boats}");
	CHECK_STR(amounts_of("Up to 12 boats sank."), "12=12E0 bounds 1 {boats}");
	CHECK_STR(amounts_of("Fewer than 12 boats sank."), "12=12E0 bounds 9 {boats}");
	CHECK_STR(amounts_of("About 12 boats sank."), "12=12E0 bounds 16 {boats}");
	CHECK_STR(amounts_of("It took 12 or more boats."), "");
}

static void
knows_what_is_counted(void)
{
	CHECK_STR(amounts_of("It killed at least 12 people."), "12=12E0 bounds 2 {people} killed");
	CHECK_STR(amounts_of("12 young people were injured."), "12=12E0 {young people} injured");
	CHECK_STR(amounts_of("The crash left 12 dead."), "12=12E0 dead");
	CHECK_STR(amounts_of("One person was killed."), "One=1E0 {person} killed");
	CHECK_STR(amounts_of("Only 19 support Sanders."), "");
}

static void
leaves_out_what_is_none(void)
{
	CHECK_STR(amounts_of("On 12 May 2016 voters met."), "");
	CHECK_STR(amounts_of("He was 34 years old, of room 12."), "");
	CHECK_STR(amounts_of("The COP27 talks and F-16 jets."), "");
	CHECK_STR(amounts_of("She read chapter 7 rules for three days."), "");
	CHECK_STR(amounts_of("All nine Rangers won 5-2."), "nine=9E0 {Rangers}");
}

int
main(void)
{
	RUN(reads_figures);
	RUN(shares_a_scale);
	RUN(reads_bounds);
	RUN(knows_what_is_counted);
	RUN(leaves_out_what_is_none);
	return unit_end();
}
