/*
 * token_english.c -- what is English of the tokenizer: the apostrophe, and
 * what is cut off at it.
 *
 * 's, 'd, 'm, 're, 'll and 've are tokens of their own, as in the Penn
 * Treebank, so that a mention never holds a possessive:
 *
 *     O'Neill's      O'Neill  's
 *     they'll        they  'll
 *
 * Any other letter after an apostrophe goes on with the word (O'Neill,
 * o'clock).  n't takes its n from the word before the apostrophe; token_word.c
 * then reads that word again.  Three characters are apostrophes: ' and the curly U+2019,
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

/* What is cut off at an apostrophe, without it. */
static const char clitics[][3] = {"s", "d", "m", "re", "ll", "ve"};

/* token_clitic returns the length of a clitic that begins at an apostrophe, or 0. */
int
token_clitic(const TokenScanner *s, const uint8_t *p)
{
	int			apostrophe = token_apostrophe(s, p);
	const uint8_t *q = p + apostrophe;

	if (apostrophe == 0)
		return 0;
	for (size_t i = 0; i < sizeof(clitics) / sizeof(clitics[0]); i++)
	{
		int			n = 0;

		while (clitics[i][n] != '\0' && q + n < s->end && (q[n] | 0x20) == clitics[i][n])
			n++;
		if (clitics[i][n] == '\0' && !token_letter_at(s, q + n))
			return apostrophe + n;
	}
	return 0;
}

/* token_negation_at: the n before an apostrophe goes with the clitic: don't. */
bool
token_negation_at(const TokenScanner *s, const uint8_t *start, const uint8_t *p, int apostrophe)
{
	return p - start >= 2 && (p[-1] | 0x20) == 'n' && (p[apostrophe] | 0x20) == 't' &&
		!token_letter_at(s, p + apostrophe + 1);
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
