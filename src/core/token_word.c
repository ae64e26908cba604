/*
 * token_word.c -- reads one word, from its first letter to its end.
 *
 * Its letters are hashed as they are read (token_letters.c); at its end its
 * record is found in the vocabulary: the only look-up the word ever gets.
 * Inside a word may stand
 *
 *     an apostrophe before a letter    O'Neill (a clitic is cut off: he's)
 *     a stop between single letters    U.S. a.m.: an acronym, with its last stop
 *     a stop between letters           Amazon.com, but not "ended.The": there a
 *                                      space is missing
 *
 * A hyphen ends it: names, countries and numbers are found inside hyphenated
 * words (U.S.-made, three-hour, Jean-Claude), and TOKEN_SPACE tells which
 * tokens touch.
 */
#include "token_scan.h"

#include <string.h>

/*
 * token_scan_word reads a word that begins at p, which is a letter, and its clitic.
 */
const uint8_t *
token_scan_word(TokenScanner *s, const uint8_t *p)
{
	const uint8_t *start = p;
	const uint8_t *end;
	uint64_t	h = VOCAB_HASH_SEED;
	TokenShape		shape = {0};
	uint16_t	extra = 0;
	int			clitic = 0;
	NtToken    *t;

	p = token_scan_letters(s, p, &h, &shape);

	/* inner apostrophes and dots */
	for (;;)
	{
		int			apostrophe;

		if (p >= s->end || token_byte_class[*p] == CHAR_SPACE)
			break;				/* as most words end */
		if (token_begins_link(s, start, p))
		{
			p = token_scan_link(s, p);
			t = token_add(s, start, p, TOKEN_LINK);
			t->hash = (uint32_t) (vocab_hash_mix(h) >> 32);
			return p;
		}
		if (*p == '.' && p + 1 < s->end && token_byte_class[p[1]] == CHAR_LETTER)
		{
			bool		acronym = p - start == 1 || p[-2] == '.';
			bool		after_lower = token_byte_class[p[-1]] == CHAR_LETTER && p[-1] >= 'a';

			/* "ended.The": a space is missing */
			if (!acronym && after_lower && p[1] < 'a')
				break;
			/* letters with stops, or a name with a domain: U.S, Amazon.com */
			if (acronym && !(p + 2 < s->end && token_byte_class[p[2]] == CHAR_LETTER))
				extra |= TOKEN_ACRONYM;
			h = token_hash_byte(h, '.');
			p = token_scan_letters(s, p + 1, &h, &shape);
			continue;
		}
		apostrophe = token_apostrophe(s, p);
		if (apostrophe == 0)
			break;
		clitic = token_clitic(s, p);
		if (clitic > 0 || !token_letter_at(s, p + apostrophe))
			break;
		/* don't: the n goes with the clitic */
		if (p - start >= 2 && (p[-1] | 0x20) == 'n' && (p[apostrophe] | 0x20) == 't' &&
			!token_letter_at(s, p + apostrophe + 1))
		{
			clitic = -1;
			break;
		}
		h = token_hash_byte(h, '\'');
		p = token_scan_letters(s, p + apostrophe, &h, &shape);
	}

	if (clitic < 0)
	{
		/* hash again without the n: rare, and short */
		const uint8_t *n = p - 1;
		TokenScanner		part = *s;

		h = VOCAB_HASH_SEED;
		memset(&shape, 0, sizeof(shape));
		part.end = n;
		token_scan_letters(&part, start, &h, &shape);
		p = n;
		clitic = 1 + token_apostrophe(s, n + 1) + 1;
	}

	end = p;
	h = vocab_hash_mix(h);
	t = token_add(s, start, end, TOKEN_WORD);
	t->hash = (uint32_t) (h >> 32);
	t->word = vocab_find(s->vocab, h);
	t->flags |= token_shape_flags(&shape) | extra;

	if (clitic > 0)
	{
		token_add_clitic(s, p, p + clitic);
		return p + clitic;
	}
	if (p < s->end && *p == '.' && !(p + 1 < s->end && p[1] == '.'))
	{
		bool		single = shape.upper + shape.lower + shape.other == 1 && !shape.digit;

		if (extra & TOKEN_ACRONYM)
			t->flags |= TOKEN_DOT;
		else if (token_takes_stop(s, t, p, single))
			t->flags |= TOKEN_DOT | (single ? TOKEN_INITIAL : 0);
		if (t->flags & TOKEN_DOT)
		{
			t->end++;
			p++;
			/* U.S.'s */
			clitic = token_clitic(s, p);
			if (clitic > 0)
			{
				token_add_clitic(s, p, p + clitic);
				p += clitic;
			}
		}
	}
	return p;
}
