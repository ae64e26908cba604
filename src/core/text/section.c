/*
 * section.c -- the structure of an article: headline, byline, dateline,
 * captions, subheadings, paragraphs, and the furniture of the page around it.
 *
 * An article pasted from a page is a list of blocks: paragraphs parted by
 * blank lines, or single lines.  Each block is judged by its own words first
 * (section_judge.c, section_dateline.c), and the short ones that could be
 * anything by their place (section_place.c):
 *
 *     Skip to content                                   boilerplate
 *     Harbour bridge reopens after storm                headline     (place)
 *     By Nadia Ferris                                   byline
 *     Updated: 3 May 2024, 18:20                        dateline
 *     Cars cross the bridge. (Photo: R. Tamm)           caption
 *     TALLINN (Baltic Wire) — The harbour bridge ...    dateline + paragraph
 *
 *     What happens next                                 subheading   (place)
 *
 *     Engineers will inspect the deck on Monday.        paragraph
 *
 * A block that repeats an earlier one to the letter is marked as repeated; a
 * repeated paragraph is a caption, since only captions are shown twice; so is a
 * pull quote (section_pull.c).
 */
#include "text/dateline.h"
#include "base/number_table.h"
#include "text/section.h"
#include "text/section_find.h"

#include <string.h>

#define MIN_REPEAT 4			/* tokens; shorter lines repeat by chance */

/*
 * cut_blocks parts the article where a sentence begins a line.  In hard-wrapped
 * text sentence.c has seen that lines begin inside sentences.
 */
static void
cut_blocks(NtArticle *a, Blocks *blocks)
{
	Block	   *b = NULL;

	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		const NtSentence *sentence = &a->sentences.at[s];
		uint16_t	flags = section_token(a, sentence->first)->flags;

		nt_tick(a->cx);
		if (b == NULL || (flags & (TOKEN_LINE | TOKEN_PARAGRAPH)))
		{
			b = nt_push(a->cx, blocks);
			memset(b, 0, sizeof(*b));
			b->first = sentence->first;
			b->blank_before = (flags & TOKEN_PARAGRAPH) != 0;
			b->flags = (uint8_t) (sentence->flags & (SENTENCE_UPPER | SENTENCE_TITLE));
		}
		b->last = sentence->last;
		for (uint32_t i = sentence->first; i < sentence->last; i++)
			b->words += section_token(a, i)->kind == TOKEN_WORD;
	}
}

static uint64_t
block_hash(const NtArticle *a, const Block *b)
{
	uint64_t	h = PHRASE_HASH_SEED;

	for (uint32_t i = b->first; i < b->last; i++)
		h = phrase_hash_add(h, section_token(a, i)->hash);
	return h;
}

/* mark_repeats finds blocks that stood before, by their words. */
static void
mark_repeats(NtArticle *a, Blocks *blocks)
{
	NtNumberTable		seen;

	number_table_open(a->cx, &seen, blocks->n);
	for (uint32_t i = 0; i < blocks->n; i++)
	{
		Block	   *b = &blocks->at[i];
		uint32_t   *before;

		nt_tick(a->cx);
		if (b->last - b->first < MIN_REPEAT)
			continue;
		before = number_table_at(&seen, block_hash(a, b));
		b->repeated = *before != 0;
		*before = 1;
	}
	number_table_close(&seen);
}

static void
add_section(NtArticle *a, uint32_t first, uint32_t last, uint8_t kind, bool repeated)
{
	NtSection  *s = nt_push(a->cx, &a->sections);

	memset(s, 0, sizeof(*s));
	s->first = first;
	s->last = last;
	s->kind = kind;
	s->repeated = repeated;
}

/*
 * part_sentences makes an inline dateline a sentence of its own, so that what
 * comes after the dash begins one: a quotation, a word whose capital says
 * nothing.  Sections are in text order, and so are sentences.
 */
static void
part_sentences(NtArticle *a, uint32_t datelines)
{
	NtSentences parted = {0};
	uint32_t	section = 0;

	nt_reserve(a->cx, &parted, a->sentences.n + datelines);
	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		NtSentence *sentence = nt_push(a->cx, &parted);
		uint32_t	cut;

		nt_tick(a->cx);
		*sentence = a->sentences.at[s];
		while (section < a->sections.n && a->sections.at[section].last <= sentence->first)
			section++;
		if (section >= a->sections.n || a->sections.at[section].last >= sentence->last)
			continue;
		cut = a->sections.at[section].last;
		*(NtSentence *) nt_push(a->cx, &parted) = *sentence;
		parted.at[parted.n - 2].last = cut;
		parted.at[parted.n - 1].first = cut;
		a->tokens.at[cut].flags |= TOKEN_SENTENCE;
	}
	parted.written = a->sentences.written;
	nt_array_release(a->cx, &a->sentences);
	a->sentences = parted;
}

/*
 * take_roles gives blocks the kind that the markup says they are: a heading, a
 * caption, a byline.
 */
static void
take_roles(NtArticle *a, Blocks *blocks)
{
	const NtMarkup *markup = &a->markup;
	uint32_t	at = 0;

	for (uint32_t i = 0; i < blocks->n && markup->blocks.n > 0; i++)
	{
		Block	   *b = &blocks->at[i];
		uint32_t	start = section_token(a, b->first)->start;

		nt_tick(a->cx);
		while (at + 1 < markup->blocks.n && markup->blocks.at[at + 1].at <= start)
			at++;
		switch ((NtBlockRole) markup->blocks.at[at].role)
		{
			case BLOCK_HEADLINE:
				b->kind = SECTION_HEADLINE;
				break;
			case BLOCK_SUBHEADING:
				if (b->kind != SECTION_BOILERPLATE && b->last - b->first <= MAX_HEADLINE)
					b->kind = SECTION_SUBHEADING;
				break;
			case BLOCK_CAPTION:
				b->kind = SECTION_CAPTION;
				break;
			case BLOCK_BYLINE:
				if (b->kind == 0)
					b->kind = SECTION_BYLINE;
				break;
			case BLOCK_TEXT:
			case BLOCK_QUOTATION:
			case BLOCK_TURN:
			case BLOCK_ITEM:
				break;
		}
	}
}

/*
 * section_find parts the article into sections, tells every sentence which
 * one holds it, and reads the article's own date from its datelines: the
 * first that gives a whole date, or the first <time datetime> of the markup.
 */
void
section_find(NtArticle *a)
{
	Blocks		blocks = {0};
	uint32_t	section = 0;
	uint32_t	datelines = 0;

	cut_blocks(a, &blocks);
	for (uint32_t i = 0; i < blocks.n; i++)
	{
		nt_tick(a->cx);
		section_judge(a, &blocks.at[i]);
	}
	take_roles(a, &blocks);
	section_pull(a, &blocks);
	mark_repeats(a, &blocks);
	section_place(a, &blocks);

	for (uint32_t i = 0; i < blocks.n; i++)
	{
		Block	   *b = &blocks.at[i];
		uint32_t	first = b->first;
		uint32_t	after;

		nt_tick(a->cx);
		if (b->repeated && b->kind == SECTION_PARAGRAPH)
			b->kind = SECTION_CAPTION;
		if (b->kind == SECTION_PARAGRAPH && (after = section_inline_dateline(a, b)) > 0)
		{
			add_section(a, first, after, SECTION_DATELINE, false);
			datelines += after < b->last;
			first = after;
		}
		if (first < b->last)
			add_section(a, first, b->last, b->kind, b->repeated);
	}

	nt_array_release(a->cx, &blocks);
	nt_array_fit(a->cx, &a->sections);
	if (datelines > 0)
		part_sentences(a, datelines);
	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		NtSentence *sentence = &a->sentences.at[s];

		while (section + 1 < a->sections.n && a->sections.at[section].last < sentence->last)
			section++;
		sentence->section = section;
	}
	for (uint32_t i = 0; i < a->sections.n && a->dateline == NT_DAY_NONE; i++)
		if (a->sections.at[i].kind == SECTION_DATELINE)
			a->dateline = dateline_day(a, a->sections.at[i].first, a->sections.at[i].last);
	if (a->dateline == NT_DAY_NONE)
		a->dateline = a->markup.day;
}
