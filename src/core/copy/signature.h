/*
 * signature.h -- what an article's words are, in a few bytes: for finding
 * copies.  signature.c tells how.
 */
#ifndef NEWSTEXT_SIGNATURE_H
#define NEWSTEXT_SIGNATURE_H

#include "article.h"

#define SIGNATURE_BINS 120
#define SIGNATURE_LEAST 8		/* shingles; what has fewer is like nothing */

typedef struct NtSignature
{
	uint32_t	shingles;		/* how many the article has */
	uint16_t	bins[SIGNATURE_BINS];
} NtSignature;

/*
 * signature_of fills the signature of an article whose sections are found;
 * false: it has too few words.
 */
extern bool signature_of(const NtArticle *article, NtSignature *signature);

/*
 * signature_similarity estimates the share of the shorter article's shingles
 * that stand in the longer, in thousandths.
 */
extern int	signature_similarity(const NtSignature *a, const NtSignature *b);

/*
 * Keys of an index: two articles that share a key may be copies; two that are
 * share one with a probability that the head of signature.c gives.
 */
#define SIGNATURE_KEYS (SIGNATURE_BINS / 2)
extern void signature_keys(const NtSignature *signature, int32_t keys[SIGNATURE_KEYS]);

#endif
