/*
 * token_word.c -- reads one word, from its first letter to its end.
 *
 * While its letters are read, their folded form (small letters, no accents) is
 * hashed and the shape of the writing counted; at its end its record is found
 * in the vocabulary: the only look-up the word ever gets.  Inside a word may
 * stand
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
#include <utf8proc.h>

/* token_hash_folded goes on with a hash by the folded form of a character. */
uint64_t
token_hash_folded(uint64_t h, int32_t cp)
{
	int32_t		folded[UTF8_FOLD_MAX];
	int			n = utf8_fold_char(cp, folded);

	for (int i = 0; i < n; i++)
	{
		uint8_t		bytes[4];
		int			len = (int) utf8proc_encode_char(folded[i], bytes);

		for (int k = 0; k < len; k++)
			h = token_hash_byte(h, bytes[k]);
	}
	return h;
}

static inline void
shape_ascii(TokenShape *shape, uint8_t b)
{
	if (b >= 'a')
		shape->lower++;
	else
	{
		if (shape->upper + shape->lower + shape->other == 0)
			shape->first_upper = true;
		else if (shape->lower > 0)
			shape->inner_upper = true;
		shape->upper++;
	}
}

static void
shape_wide(TokenShape *shape, int32_t cp)
{
	utf8proc_category_t category = utf8proc_category(cp);

	shape->foreign = true;
	if (category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT)
	{
		if (shape->upper + shape->lower + shape->other == 0)
			shape->first_upper = true;
		else if (shape->lower > 0)
			shape->inner_upper = true;
		shape->upper++;
	}
	else if (category == UTF8PROC_CATEGORY_LL)
		shape->lower++;
	else if (category == UTF8PROC_CATEGORY_LO)
		shape->other++;
}

/* token_shape_flags returns the token flags that a shape gives. */
uint16_t
token_shape_flags(const TokenShape *shape)
{
	uint16_t	flags = 0;

	if (shape->first_upper)
		flags |= TOKEN_CAPITAL;
	if (shape->upper >= 2 && shape->lower == 0 && shape->other == 0)
		flags |= TOKEN_UPPER;
	if (shape->inner_upper)
		flags |= TOKEN_INNER_CAPITAL;
	if (shape->foreign)
		flags |= TOKEN_FOREIGN;
	if (shape->other > 0 && shape->upper + shape->lower == 0)
		flags |= TOKEN_LETTERS;
	return flags;
}

/*
 * token_scan_letters reads letters and digits from p, folding and hashing them, and
 * returns where they stop.
 */
const uint8_t *
token_scan_letters(const TokenScanner *s, const uint8_t *p, uint64_t *hash, TokenShape *shape)
{
	uint64_t	h = *hash;

	for (;;)
	{
		uint8_t		class = p < s->end ? token_byte_class[*p] : CHAR_SPACE;

		if (class == CHAR_LETTER)
		{
			shape_ascii(shape, *p);
			h = token_hash_byte(h, *p | 0x20);
			p++;
		}
		else if (class == CHAR_DIGIT)
		{
			shape->digit = true;
			h = token_hash_byte(h, *p);
			p++;
		}
		else if (class == CHAR_HIGH)
		{
			int32_t		cp;
			int			len = utf8_next(p, s->end, &cp);

			if (token_class_of(cp) != CHAR_LETTER)
				break;
			shape_wide(shape, cp);
			h = token_hash_folded(h, cp);
			p += len;
		}
		else
			break;
	}
	*hash = h;
	return p;
}

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
