/*
 * perceptron.h -- stretches of tokens with their labels, and learning from
 * them.
 */
#ifndef NEWSTEXT_PERCEPTRON_H
#define NEWSTEXT_PERCEPTRON_H

#include "train/corpus.h"

/* A stretch of a document. */
typedef struct Sample
{
	uint32_t	doc;
	NtStretch	stretch;
	uint32_t	n;				/* tokens */
	uint32_t   *allowed;		/* n sets of labels that count as right */
	const uint32_t *given;		/* n sets, what the corpus itself says */
	uint32_t   *second;			/* n sets, what another tagger says; NULL: nothing */
	uint32_t   *offsets;		/* n + 1 offsets into features */
	uint32_t   *features;
	uint32_t   *vote_offsets;	/* n + 1 offsets into votes; NULL: none yet */
	uint32_t   *votes;			/* features of the second pass */
	uint8_t    *labels;			/* n, what was predicted last */
} Sample;

typedef NtArray(Sample) Samples;

/*
 * Weights of features, and their sums over all steps of learning, from which
 * the average is made.
 */
typedef struct Weights
{
	uint32_t	features;
	int32_t   (*now)[TAG_LABELS];
	int64_t   (*sum)[TAG_LABELS];
	int32_t		steps_now[TAG_STATES][TAG_STATES];
	int64_t		steps_sum[TAG_STATES][TAG_STATES];
	int64_t		time;
	/* the result */
	float	  (*mean)[TAG_LABELS];
	float		steps_mean[TAG_STATES][TAG_STATES];
} Weights;

extern Weights *weights_new(uint32_t features);
extern void weights_free(Weights *w);

/* weights_learn makes `rounds` rounds over the samples that use() admits. */
extern void weights_learn(Weights *w, const Samples *samples, const bool *use, int rounds, uint32_t seed);

/*
 * weights_doubt_bodies makes a body surer than another name must be.  Of words that no list and no vector knows the
 * made sentences have as many in bodies as in persons and places, news has far fewer: without this, names of
 * countries that the corpora seldom have are taken for bodies.
 */
extern void weights_doubt_bodies(Weights *w);

/* weights_label labels the samples with the mean weights, with or without votes. */
extern void weights_label(const Weights *w, const Samples *samples, const bool *use, bool votes);

/* weights_margins stores the margins of a sample's labels, in units of the mean weights. */
extern void weights_margins(const Weights *w, const Sample *s, bool votes, float *margins);

#endif
