/*
 * quote_single.c -- single marks: quotations, or apostrophes.
 *
 *     ‘We need a road,’ she said      before a letter, and another closes in the paragraph
 *     workers', ’80s, 'em             apostrophes
 *     ' We need a road , '            in the text of a tokenizer
 *     “We waited,’ he said            closes a double one that nothing else does
 */
#include "quote/quote_pair.h"

#include "text/word_english.h"

#define POSSESSIVE_FAR 60		/* tokens over which the mark that closes is looked for */
#define APART_COMMAS 2			/* so many at least */
#define CLITIC_LETTERS 2		/* of 've */

/* is_apart tells whether most commas of an article stand apart from the word before, as a tokenizer leaves them. */
static bool
is_apart(const QuoteReader *r, Pairing *p)
{
	uint32_t	commas = 0;
	uint32_t	apart = 0;

	for (uint32_t i = 0; i < r->n && !p->counted; i++)
	{
		nt_tick(r->cx);
		if (r->tok[i].mark == MARK_COMMA)
		{
			commas++;
			apart += (r->tok[i].flags & TOKEN_SPACE) != 0;
		}
	}
	if (!p->counted)
		p->apart = apart >= APART_COMMAS && apart * 2 > commas;
	p->counted = true;
	return p->apart;
}

/* is_clitic tells of a single mark before one or two small letters in such text: the mayor 's, I 've. */
static bool
is_clitic(const QuoteReader *r, Pairing *p, uint32_t i)
{
	return r->tok[i + 1].end - r->tok[i + 1].start <= CLITIC_LETTERS && !(r->tok[i + 1].flags & (TOKEN_CAPITAL | TOKEN_SPACE)) &&
		r->tok[i].mark == MARK_SINGLE_STRAIGHT && is_apart(r, p);
}

/*
 * opens_apart tells whether a single mark between spaces opens speech in such
 * text: ' We need a road , ' she said.  Behind a word it belongs to that: the nurses ' notes.
 */
static bool
opens_apart(const QuoteReader *r, Pairing *p, uint32_t i)
{
	return (r->tok[i + 1].flags & TOKEN_CAPITAL) && ((r->tok[i].flags & (TOKEN_LINE | TOKEN_PARAGRAPH | TOKEN_SENTENCE)) || i == 0 || r->tok[i - 1].kind == TOKEN_PUNCT) &&
		is_apart(r, p);
}

/*
 * has_partner tells whether another single mark closes in the same paragraph,
 * or the next goes on: 'tis and '80s have none.
 */
static bool
has_partner(const QuoteReader *r, Pairing *p, uint32_t i)
{
	uint32_t	k;

	if (p->partner != NT_NONE && p->partner > i)
		return true;
	if (p->alone)
		return false;
	for (k = i + 1; k < r->n && !(r->tok[k].flags & TOKEN_PARAGRAPH); k++)
	{
		int			sides;

		nt_tick(r->cx);
		if (quote_pair_of(r->tok, r->n, k, &sides) == PAIR_SINGLE && (sides & SIDE_CLOSE))
		{
			p->partner = k;
			return true;
		}
	}
	while (k < r->n && r->aside[k])
		k++;
	if (quote_unclosed_begins_speech(r, i) && quote_pair_opens_at(r, k, PAIR_SINGLE))
		return true;
	p->alone = true;
	return false;
}

bool
quote_single_may_open(const QuoteReader *r, Pairing *p, uint32_t i)
{
	return i + 1 < r->n && (!(r->tok[i + 1].flags & TOKEN_SPACE) || opens_apart(r, p, i)) && r->tok[i + 1].kind != TOKEN_ALNUM &&
		r->tok[i + 1].kind != TOKEN_NUMBER && !is_clitic(r, p, i) && has_partner(r, p, i);
}

bool
quote_single_is_possessive(const QuoteReader *r, uint32_t i)
{
	const NtToken *word = &r->tok[i - 1];

	if (word->kind != TOKEN_WORD || !word_ends_in_s(r->text, word) || i + 1 >= r->n ||
		r->tok[i + 1].kind != TOKEN_WORD || (r->tok[i + 1].flags & (TOKEN_CAPITAL | TOKEN_PARAGRAPH | TOKEN_LINE)))
		return false;
	for (uint32_t k = i + 1; k < r->n && k < i + POSSESSIVE_FAR && !(r->tok[k].flags & TOKEN_PARAGRAPH); k++)
	{
		int			sides;

		if (quote_pair_of(r->tok, r->n, k, &sides) != PAIR_SINGLE)
			continue;
		if (!(sides & SIDE_CLOSE))
			return false;
		if (r->tok[k - 1].kind == TOKEN_PUNCT)
			return true;
	}
	return false;
}

bool
quote_single_closes_double(const QuoteReader *r, Pairing *p, uint32_t i)
{
	uint32_t	k = p->doubled > i ? p->doubled : i + 1;
	int			sides;

	if (p->depth == 0 || r->tok[p->stack[p->depth - 1].token].mark != MARK_DOUBLE_OPEN || r->tok[i].mark != MARK_SINGLE_CLOSE ||
		(r->tok[i].flags & TOKEN_SPACE) || !token_mark_in(&r->tok[i - 1], MARKS_FINAL | MARK_BIT(MARK_COMMA)))
		return false;
	while (k < r->n && !(r->tok[k].flags & TOKEN_PARAGRAPH) && quote_pair_of(r->tok, r->n, k, &sides) != PAIR_DOUBLE)
	{
		nt_tick(r->cx);
		k++;
	}
	p->doubled = k;
	return k >= r->n || (r->tok[k].flags & TOKEN_PARAGRAPH) || r->tok[k].mark == MARK_DOUBLE_OPEN;
}
