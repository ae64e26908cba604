/*
 * feature.h -- what the tagger looks at: which tokens may be part of a name,
 * and the features of each.
 */
#ifndef NEWSTEXT_FEATURE_H
#define NEWSTEXT_FEATURE_H

#include "article.h"

/* Tokens [first, last) of one sentence, to be tagged together; outside all is no name. */
typedef struct NtStretch
{
	uint32_t	first;
	uint32_t	last;
	uint32_t	sentence;
} NtStretch;

typedef NtArray(NtStretch) NtStretches;

#define FEATURE_MAX 96			/* features of one token */
#define FEATURE_CONTEXTS 4		/* other places of the same word that are looked at */

typedef struct NtFeatures
{
	NtArticle  *article;
	const NtTagWord *words;
	NtStretches stretches;
	uint8_t    *shape;			/* one a token */
	uint8_t    *layout;			/* one a sentence: prose, capitals, headline, table */
	struct NtForm *forms;		/* distinct capitalised words */
	uint32_t	n_forms;
	uint32_t   *form;			/* one a token: index into forms, NT_NONE */
} NtFeatures;

/* A word and where else the article has it. */
typedef struct NtForm
{
	uint32_t	hash;
	uint32_t	places;			/* tokens of this form in all */
	uint32_t	place[FEATURE_CONTEXTS + 1];	/* the first of them */
	bool		small;			/* the article has it in small letters too */
} NtForm;

/* How often a word was tagged as what: in all, and as a part of longer names. */
typedef struct NtTagVotes
{
	uint16_t	as[5];			/* NtTagType; [4]: in no name */
	uint16_t	within[4];
} NtTagVotes;

#define VOTE_NONE 4

extern void feature_open(NtFeatures *f, NtArticle *article, const NtTagWord *words);

/* feature_token stores the features of a token and returns how many. */
extern int	feature_token(const NtFeatures *f, const NtStretch *stretch, uint32_t token, uint32_t *out);

/*
 * feature_count_votes adds up the labels of the article's tokens, one a token,
 * for each form; feature_votes stores the features that come of them.
 */
extern NtTagVotes *feature_count_votes(const NtFeatures *f, const uint8_t *labels);
extern int	feature_votes(const NtFeatures *f, const NtStretch *stretch, uint32_t token,
						  const uint8_t *labels, const NtTagVotes *votes, uint32_t *out);

#endif
