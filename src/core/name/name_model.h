/*
 * name_model.h -- what the model file holds of names beside the tagger: how
 * often a name with such a score is right.
 *
 * The table is data/en/model/name-confidence.txt, which the trainer measures
 * (docs/model-card.md).
 */
#ifndef NEWSTEXT_NAME_MODEL_H
#define NEWSTEXT_NAME_MODEL_H

#include "know/model.h"

/* A step of the table: its share counts from this score on. */
typedef struct NtNameStep
{
	int16_t		score;
	uint16_t	confidence;		/* in thousandths */
} NtNameStep;

typedef struct NtNameModel
{
	const NtNameStep *steps;	/* scores rise; the first counts for all below it too */
	uint32_t	n_steps;
} NtNameModel;

extern void name_model_open(NtContext *cx, NtNameModel *model, const NtModel *file);

/* name_confidence returns how often a score is right, in thousandths. */
extern uint16_t name_confidence(const NtNameModel *model, int32_t score);

#endif
