/*
 * section_dateline.c -- which words are a dateline.
 *
 * A line of its own holds a date, a time and the words that go with them
 * (data/en/lexicon/dateline-cues), and nothing else:
 *
 *     Updated: 3 May 2024, 18:20
 *     LONDON 1996-08-30              one word of place or zone may stand by
 *
 * A paragraph may open with one, up to a dash with white space before it:
 *
 *     TALLINN, Estonia (Baltic Wire), May 3 — The harbour bridge ...
 *
 * or with the time of an entry of a live blog, up to a dash or colon:
 *
 *     9:05 a.m. — Marta Quinlan said ...      11.15am: She tells the crowd ...
 *
 * or, near the beginning, with a place in capitals up to a colon, as papers of India do:
 *
 *     NEW DELHI: The harbour bridge ...
 *
 * Since names may stand before a dash in any sentence, there must be an agency
 * in brackets, or a month, or the first word in capitals.  The day a dateline
 * gives is read by dateline.c.
 */
#include "text/section.h"

#include <string.h>

#define MAX_DATELINE 18			/* tokens */
#define MAX_INLINE_DATELINE 24
#define COLON_TOKENS 80			/* from the beginning of an article to a place before a colon; later somebody is quoted so */
#define COLON_WORDS 3			/* of its name */
#define COLON_LETTERS 6			/* of a name that no list has */
#define COLON_REST 12			/* tokens that follow */
#define MAX_STAMP 6				/* of the time of an entry */

/* is_date_token: a token of which dates are made. */
static bool
is_date_token(const NtArticle *a, uint32_t i)
{
	const NtVocab *vocab = article_vocab(a);
	const NtToken *t = section_token(a, i);

	if (t->kind == TOKEN_NUMBER || t->kind == TOKEN_ALNUM)
		return true;
	return (token_classes(vocab, t) & (LEX_BIT(LEX_MONTH) | LEX_BIT(LEX_WEEKDAY) | LEX_BIT(LEX_DATELINE_CUE))) != 0;
}

/* section_is_dateline: nothing but a date, a time and the words that go with them. */
bool
section_is_dateline(const NtArticle *a, const Block *b)
{
	const NtVocab *vocab = article_vocab(a);
	bool		named = false;
	bool		joined = false; /* 1996-08-30, 18:20 */
	uint32_t	numbers = 0;
	uint32_t	others = 0;

	if (b->last - b->first > MAX_DATELINE)
		return false;
	for (uint32_t i = b->first; i < b->last; i++)
	{
		const NtToken *t = section_token(a, i);

		if (t->kind == TOKEN_PUNCT)
		{
			joined |= token_mark_in(t, MARKS_HYPHEN | MARK_BIT(MARK_SLASH) | MARK_BIT(MARK_COLON));
			continue;
		}
		if (!is_date_token(a, i))
			others++;
		named |= token_is(vocab, t, LEX_MONTH) || token_is(vocab, t, LEX_WEEKDAY) ||
			token_is(vocab, t, LEX_DATELINE_CUE);
		numbers += t->kind == TOKEN_NUMBER || t->kind == TOKEN_ALNUM;
	}
	/* one word of place or zone may stand among them: "LONDON 1996-08-30" */
	return numbers >= 1 && (others == 0 ? named || (joined && numbers >= 3) : others == 1 && joined && numbers >= 3);
}

/* after_stamp returns the token after the time of an entry and its dash or colon, 0: the block begins otherwise. */
static uint32_t
after_stamp(const NtArticle *a, const Block *b)
{
	const NtVocab *vocab = article_vocab(a);
	uint32_t	i = b->first;
	bool		clock = false;	/* 9:05, 11.15, 11am, GMT */

	for (; i < b->last && i < b->first + MAX_STAMP; i++)
	{
		const NtToken *t = section_token(a, i);

		if (t->kind == TOKEN_NUMBER)
			clock |= memchr(a->text + t->start, '.', t->end - t->start) != NULL;
		else if (t->kind == TOKEN_ALNUM || (i > b->first && token_is(vocab, t, LEX_DATELINE_CUE)))
			clock = true;
		else if (t->mark == MARK_COLON && i > b->first && i + 1 < b->last && section_token(a, i + 1)->kind == TOKEN_NUMBER &&
				 !(section_token(a, i + 1)->flags & TOKEN_SPACE))
			clock = true;
		else
			break;
	}
	if (!clock || i + 1 >= b->last || section_token(a, b->first)->kind == TOKEN_WORD)
		return 0;
	return token_mark_in(section_token(a, i), MARKS_HYPHEN_OR_DASH | MARK_BIT(MARK_COLON)) &&
		(section_token(a, i + 1)->flags & TOKEN_SPACE) ? i + 1 : 0;
}

/* after_colon returns the token after "NEW DELHI:" or "MUMBAI, Nov 29:", 0: no place in capitals stands so. */
static uint32_t
after_colon(const NtArticle *a, const Block *b)
{
	const NtVocab *vocab = article_vocab(a);
	const NtToken *t = section_token(a, b->first);
	bool		place = false;
	uint32_t	words = 0;
	uint32_t	i = b->first;

	if (b->first > COLON_TOKENS)
		return 0;
	for (; i < b->last && words < COLON_WORDS && t->kind == TOKEN_WORD && (t->flags & TOKEN_UPPER) && t->end - t->start > 1; t = section_token(a, ++i), words++)
		place |= token_is(vocab, t, LEX_PLACE_NAME) || (t->word == 0 && t->end - t->start >= COLON_LETTERS);
	if (!place)
		return 0;
	if (t->mark == MARK_COMMA)
		for (t = section_token(a, ++i); i < b->last && is_date_token(a, i); t = section_token(a, ++i))
			;
	return i + COLON_WORDS < b->last && t->mark == MARK_COLON && (t[1].flags & TOKEN_SPACE) && t[1].kind == TOKEN_WORD &&
		(t[1].flags & (TOKEN_CAPITAL | TOKEN_UPPER)) == TOKEN_CAPITAL && b->last - i > COLON_REST ? i + 1 : 0;
}

/*
 * section_inline_dateline returns the token after the dash of "TALLINN, Estonia
 * (Baltic Wire), May 3 — The harbour", or 0 when the block begins otherwise.
 */
uint32_t
section_inline_dateline(const NtArticle *a, const Block *b)
{
	const NtVocab *vocab = article_vocab(a);
	const NtToken *t = section_token(a, b->first);
	uint32_t	end = 0;
	bool		evidence = false;	/* an agency in brackets, or a date */
	bool		bracket = false;

	if (t->kind == TOKEN_NUMBER || t->kind == TOKEN_ALNUM)
		return after_stamp(a, b);
	if (!token_is_capital(t))
		return 0;
	if ((t->flags & TOKEN_UPPER) && (end = after_colon(a, b)) != 0)
		return end;
	for (uint32_t i = b->first; i < b->last && i < b->first + MAX_INLINE_DATELINE; i++)
	{
		t = section_token(a, i);
		if (t->kind == TOKEN_PUNCT)
		{
			switch (t->mark)
			{
				case MARK_COMMA:
				case MARK_STOP:
				case MARK_STOPS:
				case MARK_SLASH:
				case MARK_COLON:
					continue;
				case MARK_ROUND_OPEN:
					bracket = true;
					continue;
				case MARK_ROUND_CLOSE:
					bracket = false;
					evidence = true;
					continue;
				case MARK_HYPHEN:
				case MARK_HYPHENS:
				case MARK_UNDERSCORE:
				case MARK_EN_DASH:
				case MARK_EM_DASH:
					if (bracket || !(t->flags & TOKEN_SPACE))
						continue;
					end = i + 1;
					break;
				default:
					return end;
			}
			/* a second dash after a date: "AUSTIN, Texas — April 8, 2025 —" */
			if (i + 1 < b->last && is_date_token(a, i + 1) && section_token(a, i + 1)->kind == TOKEN_WORD &&
				i < b->first + MAX_INLINE_DATELINE / 2)
				continue;
			break;
		}
		if (is_date_token(a, i))
		{
			evidence |= token_is(vocab, t, LEX_MONTH);
			continue;
		}
		if (t->kind == TOKEN_WORD && ((t->flags & TOKEN_CAPITAL) || bracket))
			continue;
		return end;
	}
	if (end == 0)
		return 0;
	t = section_token(a, b->first);
	return evidence || (t->flags & TOKEN_UPPER) ? end : 0;
}
