/*
 * tag_print.c -- what a reader of a text file wants to see: sections, entities,
 * mentions, quotes, dates and amounts, a line each.
 */
#include "tag/tag.h"

#include <stdio.h>

#define SECTION_SHOWN 60		/* bytes of a section's text */

/* print_range prints the days [first, last) as 2025-04-11..2025-04-12. */
static void
print_range(const NtDate *d)
{
	if (d->first == NT_DAY_NONE)
		printf("%-24s ", "-");
	else
	{
		int			year;
		int			month;
		int			day;

		calendar_date(d->first, &year, &month, &day);
		printf("%04d-%02d-%02d..", year, month, day);
		calendar_date(d->last, &year, &month, &day);
		printf("%04d-%02d-%02d   ", year, month, day);
	}
}

static void
print_quote(const NtArticle *a, const NtQuote *q)
{
	printf("quote     %-9s [%.*s] (%.*s) {%.*s} %.*s\n", quote_kind_name(q->kind),
		   q->speaker == NT_NONE ? 1 : (int) a->entities.at[q->speaker].name_len,
		   q->speaker == NT_NONE ? "-" : a->entities.at[q->speaker].name,
		   (int) (q->speaker_end - q->speaker_start), a->text + q->speaker_start,
		   (int) (q->cue_end - q->cue_start), a->text + q->cue_start,
		   (int) (q->end - q->start), a->text + q->start);
}

/* shown returns how many bytes of a section's text are shown: whole characters. */
static int
shown(const char *text, uint32_t len)
{
	if (len <= SECTION_SHOWN)
		return (int) len;
	for (len = SECTION_SHOWN; (text[len] & 0xC0) == 0x80; len--)
		;
	return (int) len;
}

/* print_decimal prints a number without an exponent, so far as a reader would. */
static void
print_decimal(NtDecimal d)
{
	double		ten = 1;

	for (int i = 0; i < (d.exponent < 0 ? -d.exponent : d.exponent); i++)
		ten *= 10;
	printf("%.15g", d.exponent < 0 ? (double) d.mantissa / ten : (double) d.mantissa * ten);
}

/* print_amount: "amount    money    [5000000,5000000] USD      $5 million". */
static void
print_amount(const NtArticle *a, const NtAmount *m)
{
	printf("amount    %-8s %s", amount_kind_name(m->kind), m->bounds & (AMOUNT_LOW_OUT | AMOUNT_NO_LOW) ? "(" : "[");
	if (!(m->bounds & AMOUNT_NO_LOW))
		print_decimal(m->low);
	printf(",");
	if (!(m->bounds & AMOUNT_NO_HIGH))
		print_decimal(m->high);
	printf("%s %s  %.*s", m->bounds & (AMOUNT_HIGH_OUT | AMOUNT_NO_HIGH) ? ")" : "]", vocab_string(a->vocab, m->unit),
		   (int) (m->end - m->start), a->text + m->start);
	if (m->what_end > m->what_start)
		printf(" (%.*s)", (int) (m->what_end - m->what_start), a->text + m->what_start);
	printf("\n");
}

void
tag_print(TagRun *run, const char *name, const char *text, uint32_t len)
{
	NtArticle	a;

	article_open(&run->scratch.cx, &a, &run->know, text, len);
	article_need(&a, STAGE_QUOTES);
	article_dates(&a, run->published, PREFER_TEXT);
	article_amounts(&a);
	printf("== %s\n", name);
	for (uint32_t i = 0; i < a.sections.n; i++)
	{
		const NtSection *s = &a.sections.at[i];
		uint32_t	start = section_start(&a, s);

		printf("section   %-12s %.*s\n", section_kind_name(s->kind), shown(a.text + start, section_end(&a, s) - start),
			   a.text + start);
	}
	for (uint32_t i = 0; i < a.entities.n; i++)
		printf("entity    %s:%.*s (%u)\n", entity_kind_name(a.entities.at[i].kind),
			   (int) a.entities.at[i].name_len, a.entities.at[i].name, a.entities.at[i].mentions);
	for (uint32_t i = 0; i < a.mentions.n; i++)
		printf("mention   %6u %-12s %.*s\n", a.mentions.at[i].start, entity_kind_name(a.mentions.at[i].kind),
			   (int) (a.mentions.at[i].end - a.mentions.at[i].start), a.text + a.mentions.at[i].start);
	for (uint32_t i = 0; i < a.quotes.n; i++)
		print_quote(&a, &a.quotes.at[i]);
	for (uint32_t i = 0; i < a.dates.n; i++)
	{
		const NtDate *d = &a.dates.at[i];

		printf("date      %-8s %-16s %-10s ", date_kind_name(d->kind), d->value,
			   date_mod_name(d->mod) ? date_mod_name(d->mod) : "");
		print_range(d);
		printf("%.*s\n", (int) (d->end - d->start), a.text + d->start);
	}
	for (uint32_t i = 0; i < a.amounts.n; i++)
		print_amount(&a, &a.amounts.at[i]);
}
