/*
 * train.h -- what the parts of the trainer share: the documents, their samples
 * and the numbers of features.
 */
#ifndef NEWSTEXT_TRAIN_H
#define NEWSTEXT_TRAIN_H

#include "base/arena.h"
#include "train/perceptron.h"
#include "read.h"

/* Numbers features in the order they are met, and counts them. */
typedef struct Numbers
{
	uint32_t   *slots;			/* number + 1, 0: empty */
	uint32_t	mask;
	NtArray(uint32_t) hash;
	NtArray(uint32_t) count;
	NtArray(uint32_t) kept;		/* new number of those seen often enough, or NT_NONE */
	uint32_t	n_kept;
} Numbers;

/* All that is learned from. */
typedef struct Training
{
	NtArena		arena;
	bool		caseless;		/* for articles whose capitals say nothing */
	NtKnowledge know;
	GoldDocs	docs;
	NtArticle **articles;		/* one a document */
	NtFeatures *features;
	Samples		samples;
	Numbers		numbers;
} Training;

extern Training training;

/* train_samples.c */
extern void samples_make(void);
extern void samples_keep_features(uint32_t least);
extern uint32_t samples_vote_number(uint32_t hash, bool may_add);

/* train_score.c */
extern void score_print(const char *what, const bool *use);
extern void score_print_errors(const char *path, const bool *use);

/* train_write.c */
extern float write_scale(const Weights *w);
extern void write_weights(const Weights *w, const uint16_t *odds, const char *path);

/* train_odds.c: calibration */
extern void odds_count(const Weights *w, const bool *use);
extern void odds_smooth(uint16_t *out);
extern void odds_print(const Weights *w, const uint16_t *table, const bool *use);

#endif
