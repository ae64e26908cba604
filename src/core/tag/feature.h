/*
 * feature.h -- what the tagger looks at: which tokens may be part of a name,
 * and the features of each.
 */
#ifndef NEWSTEXT_FEATURE_H
#define NEWSTEXT_FEATURE_H

#include "article.h"
#include "tag/tagmodel.h"

/* Tokens [first, last) of one sentence, to be tagged together; outside all is no name. */
typedef struct NtStretch
{
	uint32_t	first;
	uint32_t	last;
	uint32_t	sentence;
} NtStretch;

typedef NtArray(NtStretch) NtStretches;

#define FEATURE_MAX 128		/* features of one token */
#define FEATURE_CONTEXTS 4		/* other places of the same word that are looked at */

typedef struct NtFeatures
{
	NtArticle  *article;
	const NtTagger *tagger;
	bool		caseless;		/* capitals say nothing in this article, and are not looked at */
	NtStretches stretches;
	uint8_t    *shape;			/* one a token */
	uint8_t    *layout;			/* one a sentence: prose, capitals, headline, table */
	struct NtForm *forms;		/* distinct capitalised words */
	uint32_t	n_forms;
	uint32_t	cap_forms;
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

/*
 * feature_open prepares an article.  Caseless features are the same for the
 * article IN CAPITALS, in small letters, or As It Was Written.
 */
/* feature_close gives back what an article took. */
extern void feature_close(NtFeatures *f);
extern void feature_open(NtFeatures *f, NtArticle *article, const NtTagger *tagger, bool caseless);

/*
 * The features of a token come in parts, so that the tagger can remember the
 * sums of those that come again:
 *
 *     feature_word    of a word by itself, seen from `place` tokens away
 *     feature_shape   of how a word is written, likewise
 *     feature_around  of the words around the token together
 *     feature_elsewhere  of what stands beside a word at another place
 *
 * Each stores numbers and returns how many; feature_token stores all.
 */
extern int	feature_word(const NtFeatures *f, const NtToken *t, int place, uint32_t *out);
extern int	feature_shape(int shape, int place, uint32_t *out);
extern int	feature_around(const NtFeatures *f, const NtStretch *stretch, uint32_t token, uint32_t *out);
extern int	feature_elsewhere(const NtFeatures *f, uint32_t other, uint32_t *out);
extern int	feature_token(const NtFeatures *f, const NtStretch *stretch, uint32_t token, uint32_t *out);

/* The token `place` tokens from a token of a sentence, or one that stands for its edge. */
extern const NtToken feature_edge;

static inline const NtToken *
feature_neighbour(const NtFeatures *f, const NtSentence *s, uint32_t token, int place, int *shape)
{
	int64_t		i = (int64_t) token + place;

	if (i < s->first || i >= s->last)
	{
		*shape = 0;
		return &feature_edge;
	}
	*shape = f->shape[i];
	return &f->article->tokens.at[i];
}

/* What a word is known by: feature_word gives the same for the same key. */
typedef struct NtWordKey
{
	uint64_t	word;
	uint64_t	ends;
} NtWordKey;

extern NtWordKey feature_word_key(const NtFeatures *f, const NtToken *t);

#define FEATURE_SHAPES 31
#define FEATURE_PLACES 5		/* -2 to 2 */

/*
 * feature_count_votes adds up the labels of the article's tokens, one a token,
 * for each form; feature_votes stores the features that come of them.
 */
extern NtTagVotes *feature_count_votes(const NtFeatures *f, const uint8_t *labels);
extern int	feature_votes(const NtFeatures *f, const NtStretch *stretch, uint32_t token,
						  const uint8_t *labels, const NtTagVotes *votes, uint32_t *out);

#endif
