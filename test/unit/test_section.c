/*
 * test_section.c -- the structure of an article, and the day it gives itself.
 */
#include "unit.h"

#include "text/dateline.h"

static UnitHeap heap;
static NtArticle article;

static void
read_article(const char *text)
{
	CHECK(unit_read(&heap, &article, text, STAGE_SECTIONS));
}

/* kinds returns the sections' kinds, a word each. */
static const char *
kinds(const char *text)
{
	static char out[512];

	out[0] = '\0';
	read_article(text);
	for (uint32_t i = 0; i < article.sections.n; i++)
	{
		if (i > 0)
			strcat(out, " ");
		strcat(out, section_kind_name(article.sections.at[i].kind));
		if (article.sections.at[i].repeated)
			strcat(out, "*");
	}
	return out;
}

static void
a_page_is_taken_apart(void)
{
	CHECK_STR(kinds("Skip to content\n\n"
					"Harbour bridge reopens after storm\n\n"
					"By Nadia Ferris\n\n"
					"Updated: 3 May 2024, 18:20\n\n"
					"Cars cross the bridge on Friday. (Photo: R. Tamm)\n\n"
					"The harbour bridge opened again on Friday, the city said.\n\n"
					"What happens next\n\n"
					"Engineers will inspect the deck on Monday.\n\n"
					"Cars cross the bridge on Friday. (Photo: R. Tamm)\n"),
			  "boilerplate headline byline dateline caption paragraph subheading paragraph caption*");
}

static void
look_alike_letters_hide_no_advert(void)
{
	CHECK_STR(kinds("Harbour bridge reopens\n\n\xD0\x90" "dvert\xD1\x96sement\n\nThe bridge opened on Friday.\n"),
			  "headline boilerplate paragraph");
}

static void
pointing_at_a_picture_makes_no_caption(void)
{
	CHECK_STR(kinds("The bridge opened on Friday.\n\n“It was time,” said Nadia Ferris (pictured).\n"), "paragraph paragraph");
	CHECK_STR(kinds("The bridge opened on Friday.\n\nNadia Ferris (left) and Rein Tamm on the bridge (AP Photo)\n"), "paragraph caption");
}

static void
long_lines_are_paragraphs(void)
{
	CHECK_STR(kinds("Harbour bridge reopens after the storm of the year\n"
					"The harbour bridge opened again on Friday, the city said, and cars crossed it from noon.\n"
					"“We will inspect the deck on Monday, said the engineer, who leads the work on the bridge.\n"
					"“It will hold,” the mayor said, and added that buses will follow in the course of the week.\n"),
			  "headline paragraph paragraph paragraph");
	CHECK(article.tokens.at[article.sections.at[2].first].flags & TOKEN_PARAGRAPH);
}

static void
a_dateline_may_begin_a_paragraph(void)
{
	CHECK_STR(kinds("Bridge reopens after storm\n\nTALLINN (Baltic Wire) — The harbour bridge opened on Friday.\n"),
			  "headline dateline paragraph");
	/* it is a sentence of its own: what follows begins one */
	CHECK_INT(article.sentences.n, 3);
	CHECK_INT(article.sections.at[article.sentences.at[1].section].kind, SECTION_DATELINE);
	CHECK_INT(article.sentences.at[2].first, article.sections.at[2].first);
	CHECK_INT(article.tokens.at[article.sentences.at[2].first].flags & TOKEN_SENTENCE, TOKEN_SENTENCE);
	CHECK_STR(kinds("The bridge — an old one — opened on Friday, the city said.\n\nIt is safe.\n"),
			  "paragraph paragraph");
}

static void
text_alone_is_a_paragraph(void)
{
	CHECK_STR(kinds("The bridge opened on Friday."), "paragraph");
	CHECK_STR(kinds(""), "");
	CHECK_STR(kinds(" \n\n \r\n"), "");
}

static NtDay
day_of(const char *text)
{
	read_article(text);
	return article.dateline;
}

static void
the_article_gives_its_day(void)
{
	/* 2025-04-25 is 9246 days after 2000-01-01 */
	CHECK_INT(day_of("Bridge reopens\n\nApr 25, 2025 9:41 PM\n\nIt opened on Friday.\n"), 9246);
	CHECK_INT(day_of("Bridge reopens\n\nFriday, 25 April 2025\n\nIt opened today.\n"), 9246);
	CHECK_INT(day_of("Bridge reopens\n\nLONDON 2025-04-25\n\nIt opened today.\n"), 9246);
	CHECK_INT(day_of("Bridge reopens\n\nRIGA (Wire), April 25, 2025 — It opened.\n"), 9246);
}

static void
no_day_is_made_up(void)
{
	CHECK_INT(day_of("Bridge reopens\n\n4/5/25\n\nIt opened today.\n"), NT_DAY_NONE);
	CHECK_INT(day_of("Bridge reopens\n\nFebruary 30, 2025\n\nIt opened today.\n"), NT_DAY_NONE);
	CHECK_INT(day_of("Bridge reopens\n\nIt opened on April 25, 2025, the city said.\n"), NT_DAY_NONE);
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(a_page_is_taken_apart);
	RUN(look_alike_letters_hide_no_advert);
	RUN(pointing_at_a_picture_makes_no_caption);
	RUN(long_lines_are_paragraphs);
	RUN(a_dateline_may_begin_a_paragraph);
	RUN(text_alone_is_a_paragraph);
	RUN(the_article_gives_its_day);
	RUN(no_day_is_made_up);
	return unit_end();
}
