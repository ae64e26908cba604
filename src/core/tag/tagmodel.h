/*
 * tagmodel.h -- what the model file holds for the statistical tagger.
 */
#ifndef NEWSTEXT_TAGMODEL_H
#define NEWSTEXT_TAGMODEL_H

#include "know/vocab.h"
#include "text/token.h"

/* What the tagger knows of a word, parallel to the vocabulary's words. */
typedef struct NtTagWord
{
	uint16_t	fine;			/* cluster of its vector among 2048, counted from 1; 0: none */
	uint16_t	middle;			/* among 512 */
	uint8_t		coarse;			/* among 64 */
	uint8_t		usual;			/* NtUsualCase */
	uint16_t	guess;			/* binned guess of a classifier over the vectors, 0: none */
} NtTagWord;

_Static_assert(sizeof(NtTagWord) == 8, "stored in the model file");

/* How running text writes a word that does not begin a sentence. */
typedef enum NtUsualCase
{
	USUAL_UNKNOWN = 0,
	USUAL_SMALL = 1,
	USUAL_MIXED = 2,
	USUAL_CAPITAL = 3
} NtUsualCase;

typedef enum NtTagType
{
	TAG_PERSON,
	TAG_PLACE,					/* gpe, loc and fac are told apart by the lexicon */
	TAG_ORG,
	TAG_OTHER					/* peoples, events, works, products, laws, languages */
} NtTagType;

#define TAG_TYPES 4

/*
 * A label is a type and a position in the name; labels are type * 4 +
 * position, and TAG_OUTSIDE is outside every name.
 */
typedef enum NtTagPosition
{
	TAG_BEGIN,
	TAG_INSIDE,
	TAG_LAST,
	TAG_UNIT					/* a name of one token */
} NtTagPosition;

#define TAG_POSITIONS 4
#define TAG_LABELS (TAG_TYPES * TAG_POSITIONS)
#define TAG_OUTSIDE TAG_LABELS
#define TAG_STATES (TAG_LABELS + 1)

/* Scores of the labels of one token, by position and type; TAG_OUTSIDE always scores 0. */
typedef struct NtTagScore
{
	int32_t		at[TAG_POSITIONS][TAG_TYPES];
} NtTagScore;

/* For each label of a token, what the best sequence scores that ends there. */
typedef struct NtTagState
{
	int32_t		at[TAG_POSITIONS][TAG_TYPES];
	int32_t		outside;
} NtTagState;

/* The score of a label after a label. */
typedef struct NtTagSteps
{
	int16_t		at[TAG_STATES][TAG_STATES];
} NtTagSteps;

/*
 * The same, the four types side by side, as tagger_decode wants them.  The labels
 * that close a name are outside, then last and unit of each type; those that open
 * the next are outside, then begin and unit.
 */
#define TAG_CLOSED (1 + 2 * TAG_TYPES)

typedef struct NtTagStepLanes
{
	const NtTagSteps *steps;
	int32_t		begin_after[TAG_CLOSED][TAG_TYPES];	/* begin and unit of each type after a closed label */
	int32_t		unit_after[TAG_CLOSED][TAG_TYPES];
	int32_t		last_before[TAG_CLOSED][TAG_TYPES];	/* last and unit of each type before an opening label */
	int32_t		unit_before[TAG_CLOSED][TAG_TYPES];
	int32_t		begin_inside[TAG_TYPES];	/* within a name of one type */
	int32_t		begin_last[TAG_TYPES];
	int32_t		inside_inside[TAG_TYPES];
	int32_t		inside_last[TAG_TYPES];
	int32_t		outside_outside;
} NtTagStepLanes;

#define TAG_ROW_BYTES 16
#define TAG_BUCKET 4			/* rows that share the low bits of their feature */
#define TAG_ODDS 32				/* steps of the calibration of each type */

/* A sum of weights, one a label, in the order that rowsum.h adds them up in. */
typedef struct NtTagSum
{
	int16_t		at[TAG_LABELS];
} NtTagSum;

/* What was learned from one way of writing. */
typedef struct NtTagWeights
{
	const uint16_t *prints;		/* high halves of features, TAG_BUCKET a bucket */
	const int8_t (*rows)[TAG_LABELS];	/* parallel to prints */
	uint32_t	mask;			/* buckets - 1 */
	NtTagStepLanes steps;
	const uint16_t *odds;		/* [TAG_TYPES][TAG_ODDS] */
	uint32_t	odds_step;		/* margin a step */
	NtTagSum   *shapes;			/* [5][FEATURE_SHAPES] */
} NtTagWeights;

/*
 * Words that only the tagger knows: too rare for a record of the vocabulary, a
 * fifth of what it costs.  A bucket is chosen by the high bits of a word's hash,
 * the low ones are compared: an unknown word is taken for one of these once in 16,000.
 */
typedef struct NtRareWords
{
	const uint16_t *prints;		/* RARE_BUCKET a bucket, 0: free */
	const NtTagWord *words;		/* parallel to prints */
	uint32_t	buckets;		/* 0: there are none */
} NtRareWords;

#define RARE_BUCKET 4

static inline uint32_t
rare_bucket(uint32_t hash, uint32_t buckets)
{
	return (uint32_t) ((uint64_t) hash * buckets >> 32);
}

static inline uint16_t
rare_print(uint32_t hash)
{
	return (uint16_t) ((hash & 0xFFFF) != 0 ? hash : 1);
}

typedef struct NtTagger
{
	const NtTagWord *words;		/* parallel to the vocabulary's */
	NtRareWords rare;
	NtTagWeights usual;			/* rows NULL: no weights */
	NtTagWeights caseless;		/* for articles whose capitals say nothing; rows NULL: as usual */
} NtTagger;

/* tagger_rare returns what is known of a rare word by its hash, or NULL. */
static inline const NtTagWord *
tagger_rare(const NtRareWords *rare, uint32_t hash)
{
	size_t		at;

	if (rare->buckets == 0)
		return NULL;
	at = (size_t) rare_bucket(hash, rare->buckets) * RARE_BUCKET;
	for (size_t i = at; i < at + RARE_BUCKET; i++)
		if (rare->prints[i] == rare_print(hash))
			return &rare->words[i];
	return NULL;
}

/* tagger_word returns what the tagger knows of a token, the record of an unknown word if nothing. */
static inline const NtTagWord *
tagger_word(const NtTagger *tagger, const NtToken *t)
{
	const NtTagWord *w = &tagger->words[t->word];
	const NtTagWord *rare;

	if (w->fine != 0 || t->kind != TOKEN_WORD || (rare = tagger_rare(&tagger->rare, t->hash)) == NULL)
		return w;
	return rare;
}

/* tagger_open checks the tagger's sections; a model without them finds nothing. */
extern void tagger_open(NtContext *cx, NtTagger *tagger, const NtModel *model, const NtVocab *vocab);

/* tagger_steps sets the types side by side. */
extern void tagger_steps(const NtTagSteps *steps, NtTagStepLanes *lanes);

#endif
