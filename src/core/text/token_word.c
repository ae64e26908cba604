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
#include "text/token_scan.h"

#include <string.h>

/* A word being read. */
typedef struct Word
{
	const uint8_t *start;
	uint64_t	hash;			/* of its letters so far */
	TokenShape	shape;
	uint16_t	flags;			/* TOKEN_ACRONYM */
	int			clitic;			/* bytes after its end that are its clitic */
	bool		link;			/* its end begins the rest of a link */
} Word;

/* cut_negation hashes a word again without its n, rare and short, and returns the word's end. */
static const uint8_t *
cut_negation(const TokenScanner *s, const uint8_t *n, Word *w)
{
	TokenScanner part = *s;

	w->hash = VOCAB_HASH_SEED;
	memset(&w->shape, 0, sizeof(w->shape));
	part.end = n;
	token_scan_letters(&part, w->start, &w->hash, &w->shape);
	w->clitic = 1 + token_apostrophe(s, n + 1) + 1;
	return n;
}

/* read_letters reads a word from p to its end, over inner apostrophes and stops. */
static inline const uint8_t *
read_letters(const TokenScanner *s, const uint8_t *p, Word *w)
{
	for (;;)
	{
		int			apostrophe;

		p = token_scan_letters(s, p, &w->hash, &w->shape);
		if (p >= s->end || token_byte_class[*p] == CHAR_SPACE)
			return p;			/* as most words end */
		if (token_begins_link(s, w->start, p))
		{
			w->link = true;
			return p;
		}
		if (*p == '.' && p + 1 < s->end && token_byte_class[p[1]] == CHAR_LETTER)
		{
			bool		acronym = p - w->start == 1 || p[-2] == '.';
			bool		after_lower = token_byte_class[p[-1]] == CHAR_LETTER && p[-1] >= 'a';

			/* "ended.The": a space is missing */
			if (!acronym && after_lower && p[1] < 'a')
				return p;
			/* letters with stops, or a name with a domain: U.S, Amazon.com */
			if (acronym && !(p + 2 < s->end && token_byte_class[p[2]] == CHAR_LETTER))
				w->flags |= TOKEN_ACRONYM;
			w->hash = token_hash_byte(w->hash, '.');
			p++;
			continue;
		}
		apostrophe = token_apostrophe(s, p);
		if (apostrophe == 0)
			return p;
		w->clitic = token_clitic(s, p);
		if (w->clitic > 0 || !token_letter_at(s, p + apostrophe))
			return p;
		if (token_negation_at(s, w->start, p, apostrophe))
			return cut_negation(s, p - 1, w);
		w->hash = token_hash_byte(w->hash, '\'');
		p += apostrophe;
	}
}

/* take_clitic adds the clitic that begins at p, if one does, and returns its end. */
static const uint8_t *
take_clitic(TokenScanner *s, const uint8_t *p, int clitic)
{
	if (clitic > 0)
		token_add_clitic(s, p, p + clitic);
	return p + clitic;
}

/* token_scan_word reads a word that begins at p, which is a letter, and its clitic. */
const uint8_t *
token_scan_word(TokenScanner *s, const uint8_t *p)
{
	Word		w = {p, VOCAB_HASH_SEED, {0}, 0, 0, false};
	NtToken    *t;

	p = read_letters(s, p, &w);
	if (w.shape.foreign && w.shape.upper + w.shape.lower > 1)
	{
		uint64_t	alike;

		if (token_hash_alike(w.start, p, &alike))
			w.hash = alike;
	}
	w.hash = vocab_hash_mix(w.hash);
	if (w.link)
	{
		p = token_scan_link(s, p);
		token_add(s, w.start, p, TOKEN_LINK)->hash = (uint32_t) (w.hash >> 32);
		return p;
	}
	t = token_add(s, w.start, p, TOKEN_WORD);
	token_set_hash(s, w.hash);
	t->flags |= token_shape_flags(&w.shape) | w.flags;

	if (w.clitic > 0)
		return take_clitic(s, p, w.clitic);
	if (p < s->end && *p == '.' && !(p + 1 < s->end && p[1] == '.'))
	{
		bool		single = w.shape.upper + w.shape.lower + w.shape.other == 1 && !w.shape.digit;

		if (w.flags & TOKEN_ACRONYM)
			t->flags |= TOKEN_DOT;
		else if (token_takes_stop(s, t, p, single))
			t->flags |= TOKEN_DOT | (single ? TOKEN_INITIAL : 0);
		if (t->flags & TOKEN_DOT)
		{
			t->end++;
			p++;
			p = take_clitic(s, p, token_clitic(s, p));	/* U.S.'s */
		}
	}
	return p;
}
