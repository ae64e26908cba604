/*
 * token_letters.c -- reads a run of letters and digits: the hash of their
 * folded form and the shape of the writing.
 *
 * The folded form is what vocabularies are written in: small letters without
 * accents (utf8.h).  The shape counts capitals and small letters, so that
 * McCain, NATO and iPhone can be told apart by flags (token.h).
 */
#include "text/token_scan.h"

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
