/*
 * name_case.c -- what a capital letter is worth.
 *
 * A capital in the middle of a sentence marks a name; at its beginning, after
 * an opening quotation mark and in a headline it marks nothing.  There the
 * rest of the article is asked:
 *
 *     Rice Prices Fall.  The price of rice fell, said Ms. Rice of Dow Farms.
 *
 * "rice" is seen in small letters and, in the middle of a sentence, with a
 * capital; "prices" only small.  Both facts are kept as bits in two maps
 * indexed by the word's hash, 16 times as long as the article has tokens, so
 * that two words share a bit once in many articles and no table is searched.
 */
#include "name/name.h"

#include <string.h>

#define LOWER_WORDS 8			/* fewer words tell nothing of the whole */
#define LOWER_SHARE 100			/* one capital in so many words is none */

static inline bool
bit_get(const uint64_t *map, uint32_t bit)
{
	return (map[bit >> 6] >> (bit & 63) & 1) != 0;
}

static inline void
bit_set(uint64_t *map, uint32_t bit)
{
	map[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

/* case_blind tells whether a sentence's capitals say nothing: headlines, menus. */
bool
case_blind(const NtArticle *a, const NtSentence *s)
{
	return (s->flags & (SENTENCE_UPPER | SENTENCE_TITLE)) != 0 ||
		(s->section < a->sections.n && a->sections.at[s->section].kind == SECTION_BOILERPLATE);
}

/*
 * case_is_name_word tells whether a word may be part of a name: by its capital
 * letter, or, in an article without any, because the lexicons have it as one.
 */
bool
case_is_name_word(const NtNameFinder *f, const NtToken *t)
{
	const uint64_t names = LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_PLACE_NAME) |
		LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_PERSON_NAME) | LEX_BIT(LEX_NORP_NAME) | LEX_BIT(LEX_OTHER_NAME);
	const NtWord *w = &f->vocab->words[t->word];

	if (t->kind != TOKEN_WORD)
		return false;
	if (t->flags & (TOKEN_CAPITAL | TOKEN_INNER_CAPITAL))
		return true;
	if (!f->lower || t->word == 0 || (w->classes & LEX_BIT(LEX_COMMON_WORD)))
		return false;
	return (w->capital_classes & names) != 0 || w->phrase_max > 1;
}

/* case_initial: the capital is due to the word's position, whatever it is. */
bool
case_initial(const NtNameFinder *f, uint32_t token)
{
	const NtToken *before;

	if (token == f->first)
		return true;
	before = &f->tokens[token - 1];
	if (before->kind == TOKEN_NUMBER)
		return token == f->first + 1;
	if (before->kind != TOKEN_PUNCT)
		return before->kind == TOKEN_SYMBOL && token == f->first + 1;
	if (token_mark_in(before, MARKS_QUOTE_OPEN | MARK_BIT(MARK_DOUBLE_STRAIGHT) | MARK_BIT(MARK_DOUBLE_LOW) |
					  MARK_BIT(MARK_SINGLE_STRAIGHT) | MARK_BIT(MARK_BACKTICK)))
		return !(f->tokens[token].flags & TOKEN_SPACE);
	if (token_mark_in(before, (MARKS_FINAL & ~MARK_BIT(MARK_ELLIPSIS)) | MARK_BIT(MARK_COLON) | MARK_BIT(MARK_STAR) |
					  MARK_BIT(MARK_BULLET)))
		return true;
	return token_mark_in(before, MARKS_HYPHEN_OR_DASH | MARKS_BRACKET_OPEN) && token == f->first + 1;
}

/* case_collect reads the article once and sets the bits of its words. */
void
case_collect(NtNameFinder *f)
{
	const NtArticle *a = f->article;
	uint32_t	bits = 1024;
	uint32_t	words = 0;
	uint32_t	capitals = 0;

	while (bits < a->tokens.n * (uint64_t) 16 && bits < (UINT32_C(1) << 31))
		bits *= 2;
	f->seen.mask = bits - 1;
	f->seen.small = nt_alloc0(f->cx, bits / 8);
	f->seen.middle = nt_alloc0(f->cx, bits / 8);

	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		const NtSentence *sentence = &a->sentences.at[s];

		bool		byline = sentence->section < a->sections.n && a->sections.at[sentence->section].kind == SECTION_BYLINE;

		if (case_blind(a, sentence))
			continue;
		f->first = sentence->first;
		for (uint32_t i = sentence->first; i < sentence->last; i++)
		{
			const NtToken *t = &f->tokens[i];

			nt_tick(f->cx);
			if (t->kind != TOKEN_WORD)
				continue;
			words++;
			capitals += (t->flags & TOKEN_CAPITAL) != 0;
			if (!(t->flags & TOKEN_CAPITAL))
				bit_set(f->seen.small, t->hash & f->seen.mask);
			else if (!byline && !case_initial(f, i))
				bit_set(f->seen.middle, t->hash & f->seen.mask);
		}
	}
	f->lower = words >= LOWER_WORDS && capitals * LOWER_SHARE < words;
	if (f->lower)
		memset(f->seen.small, 0, bits / 8);
}

bool
case_small(const NtNameFinder *f, const NtToken *t)
{
	return bit_get(f->seen.small, t->hash & f->seen.mask);
}

bool
case_middle(const NtNameFinder *f, const NtToken *t)
{
	return bit_get(f->seen.middle, t->hash & f->seen.mask);
}
