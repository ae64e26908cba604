/*
 * section_pull.c -- pull quotes: words of the text shown once more in large letters.
 *
 *     “We are not out of danger, but we are out of the dark.”      repeated
 *
 *     “The concrete held,” Estrada said.  “We are not out of danger, but we are out of the dark.”
 *                                          ^ begins with the same words
 *
 * A block that is one pair of marks, or that the markup calls a quotation, is
 * looked for among the beginnings of sentences and of quotations elsewhere: its
 * first PULL_WORDS words, punctuation left out.  Where none is such a block,
 * nothing is looked at.  Linear: each beginning is hashed once.
 */
#include "text/section.h"

#include "base/number_table.h"

#define PULL_WORDS 6			/* compared */
#define PULL_LONGEST 80			/* tokens of a pull quote */

static bool
is_open_mark(const NtToken *t)
{
	return token_mark_in(t, MARK_BIT(MARK_DOUBLE_STRAIGHT) | MARK_BIT(MARK_DOUBLE_OPEN) | MARK_BIT(MARK_SINGLE_OPEN) |
						 MARK_BIT(MARK_SINGLE_STRAIGHT) | MARK_BIT(MARK_GUILLEMET_OPEN));
}

static bool
is_close_mark(const NtToken *t)
{
	return token_mark_in(t, MARK_BIT(MARK_DOUBLE_STRAIGHT) | MARK_BIT(MARK_DOUBLE_CLOSE) | MARK_BIT(MARK_SINGLE_CLOSE) |
						 MARK_BIT(MARK_SINGLE_STRAIGHT) | MARK_BIT(MARK_GUILLEMET_CLOSE));
}

/* may_be_pulled: all of it stands in one pair of marks. */
static bool
may_be_pulled(const NtArticle *a, const Block *b)
{
	NtMark		close = mark_closing((NtMark) section_token(a, b->first)->mark);

	if (close == MARK_NONE || b->last - b->first > PULL_LONGEST)
		return false;
	for (uint32_t i = b->first + 1; i + 1 < b->last; i++)
		if (section_token(a, i)->mark == close && close != MARK_SINGLE_CLOSE)
			return false;
	return b->words >= PULL_WORDS && (b->kind == 0 || b->kind == SECTION_PARAGRAPH) &&
		is_open_mark(section_token(a, b->first)) && is_close_mark(section_token(a, b->last - 1));
}

/* words_hash is that of the first words from a token on, before another; 0: there are not so many. */
static uint64_t
words_hash(const NtArticle *a, uint32_t i, uint32_t last)
{
	uint64_t	h = PHRASE_HASH_SEED;
	uint32_t	words = 0;

	for (; i < last && words < PULL_WORDS; i++)
		if (section_token(a, i)->kind != TOKEN_PUNCT)
		{
			h = phrase_hash_add(h, section_token(a, i)->hash);
			words++;
		}
	return words == PULL_WORDS ? h : 0;
}

/* begins_words: a sentence or a quotation begins at a token. */
static bool
begins_words(const NtArticle *a, uint32_t i)
{
	const NtToken *t = section_token(a, i);

	return t->kind != TOKEN_PUNCT && ((t->flags & TOKEN_SENTENCE) || (i > 0 && (is_open_mark(t - 1) || (t[-1].flags & TOKEN_SENTENCE))));
}

/* section_pull marks the blocks that repeat words of another as repeated. */
void
section_pull(NtArticle *a, Blocks *blocks)
{
	NtNumberTable seen;
	uint32_t	pulled = 0;
	uint32_t	text = 0;		/* what stands before is a headline */

	while (text < blocks->n && (blocks->at[text].kind != SECTION_PARAGRAPH || may_be_pulled(a, &blocks->at[text])))
		text++;
	for (uint32_t i = text; i < blocks->n; i++)
	{
		nt_tick(a->cx);
		pulled += may_be_pulled(a, &blocks->at[i]);
	}
	if (pulled == 0)
		return;
	number_table_open(a->cx, &seen, pulled);
	for (uint32_t i = text; i < blocks->n; i++)
	{
		const Block *b = &blocks->at[i];
		uint64_t	h;

		nt_tick(a->cx);
		if (may_be_pulled(a, b) && (h = words_hash(a, b->first, b->last)) != 0)
			*number_table_at(&seen, h) = i + 1;
	}
	for (uint32_t i = 0; i < blocks->n; i++)
	{
		const Block *b = &blocks->at[i];

		if (may_be_pulled(a, b) || b->kind == SECTION_BOILERPLATE || b->kind == SECTION_CAPTION)
			continue;
		for (uint32_t k = b->first; k < b->last; k++)
		{
			uint64_t	h;
			uint32_t	number;

			nt_tick(a->cx);
			if (!begins_words(a, k) || (h = words_hash(a, k, b->last)) == 0 || (number = number_table_find(&seen, h)) == 0)
				continue;
			blocks->at[number - 1].repeated = true;
			blocks->at[number - 1].kind = SECTION_CAPTION;
		}
	}
	number_table_close(&seen);
}
