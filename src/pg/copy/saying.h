/*
 * saying.h -- the words of a quote, compared with the words of another.
 */
#ifndef NEWSTEXT_SAYING_H
#define NEWSTEXT_SAYING_H

#include "type/value.h"

typedef struct Saying
{
	uint32	   *words;			/* hashes of folded words */
	int			n;
} Saying;

/* What counts as the same words: so much of the shorter, which has at least so many words, three in a row. */
#define SAYING_SIMILARITY 0.6
#define SAYING_LEAST_WORDS 4

/* saying_read reads the words of a text in the server's encoding; what stands in brackets is the editor's. */
extern void saying_read(NewsBytes text, Saying *out);

/* saying_similarity returns the share of the shorter's pairs of words that the longer has, 0 to 1. */
extern double saying_similarity(const Saying *a, const Saying *b);

/* saying_same tells whether the same words are meant. */
extern bool saying_same(const Saying *a, const Saying *b);

/* saying_keys returns the keys of an index: a hash of every three words in a row. */
extern int32 *saying_keys(const Saying *s, int32 *n);

/* saying_unique sorts keys and drops those that stand twice; returns how many are left. */
extern int32 saying_unique(int32 *keys, int32 n);

#endif
