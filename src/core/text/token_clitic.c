/*
 * token_clitic.c -- the apostrophe, and what is cut off at it.
 *
 * 's, 'd, 'm, 're, 'll and 've are tokens of their own, as in the Penn
 * Treebank, so that a mention never holds a possessive:
 *
 *     O'Neill's      O'Neill  's
 *     they'll        they  'll
 *
 * Any other letter after an apostrophe goes on with the word (O'Neill,
 * o'clock).  n't is cut by token_word.c, since its n is read before the
 * apostrophe is seen.  Three characters are apostrophes: ' and the curly U+2019,
 * and the modifier letter U+02BC.
 */
#include "text/token_scan.h"

/* token_apostrophe returns the length of an apostrophe at p, 0 when none is there. */
int
token_apostrophe(const TokenScanner *s, const uint8_t *p)
{
	if (p < s->end && *p == '\'')
		return 1;
	if (s->end - p >= 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] == 0x99)
		return 3;				/* U+2019 */
	if (s->end - p >= 2 && p[0] == 0xCA && p[1] == 0xBC)
		return 2;				/* U+02BC */
	return 0;
}

/* token_clitic returns the length of 's 're 'll 've 'd 'm at an apostrophe, or 0. */
int
token_clitic(const TokenScanner *s, const uint8_t *p)
{
	int			apostrophe = token_apostrophe(s, p);
	const uint8_t *q = p + apostrophe;
	char		a;
	char		b;

	if (apostrophe == 0 || q >= s->end || token_byte_class[*q] != CHAR_LETTER)
		return 0;
	a = (char) (*q | 0x20);
	if (!token_letter_at(s, q + 1))
		return a == 's' || a == 'd' || a == 'm' ? apostrophe + 1 : 0;
	b = (char) (q[1] | 0x20);
	if (token_letter_at(s, q + 2))
		return 0;
	return (a == 'r' && b == 'e') || (a == 'l' && b == 'l') || (a == 'v' && b == 'e') ?
		apostrophe + 2 : 0;
}

/* token_add_clitic adds the token [start, end), looked up like any word. */
void
token_add_clitic(TokenScanner *s, const uint8_t *start, const uint8_t *end)
{
	uint64_t	h = VOCAB_HASH_SEED;

	token_add(s, start, end, TOKEN_CLITIC);
	for (const uint8_t *p = start; p < end;)
	{
		int32_t		cp;

		p += utf8_next(p, s->end, &cp);
		h = token_hash_folded(h, cp);
	}
	token_set_hash(s, vocab_hash_mix(h));
}
