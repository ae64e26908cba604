/*
 * tagger.h -- the statistical tagger: which words are names, and of what.
 */
#ifndef NEWSTEXT_TAGGER_H
#define NEWSTEXT_TAGGER_H

#include "tag/feature.h"

/* A name found: tokens [first, last). */
typedef struct NtTag
{
	uint32_t	first;
	uint32_t	last;
	int32_t		margin;			/* by how much the next best reading scores less */
	uint16_t	confidence;		/* in thousandths, calibrated */
	uint8_t		type;			/* NtTagType */
	uint8_t		reserved;
} NtTag;

typedef NtArray(NtTag) NtTags;

/*
 * tagger_memory makes room for the sums of words met, so that a word that comes
 * again, in this article or a later one, is not added up again.  It holds nothing
 * that the model does not say; of one model only.
 */
extern struct NtTagMemory *tagger_memory(NtContext *cx);

/* tagger_is_caseless tells whether the article's capitals say nothing, and weights for that are there. */
extern bool tagger_is_caseless(const NtArticle *article);

/* tagger_tag appends the names of an article, in text order, never overlapping. */
extern void tagger_tag(NtArticle *article, NtTags *tags);

/*
 * tagger_decode stores the best labels of n tokens that stand between tokens
 * outside names.  allowed, when not NULL, has a bit for each label a token may
 * have.  Leaves what was worked out, one a token, in forward.  Returns the score.
 */
extern int32_t tagger_decode(const NtTagStepLanes *lanes, const NtTagScore *scores, const uint32_t *allowed,
							 uint32_t n, NtTagState *forward, uint8_t *labels);

/*
 * tagger_margins stores for each token how much less than the best sequence the
 * best one scores in which that token has another label.  labels and forward are
 * as tagger_decode left them for the same scores, with nothing forbidden.
 */
extern void tagger_margins(const NtTagStepLanes *lanes, const NtTagScore *scores, uint32_t n,
						   const uint8_t *labels, const NtTagState *forward, int32_t *margins);

#endif
