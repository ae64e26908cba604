/*
 * made.h -- lists and results made up from templates, to learn from.
 */
#ifndef NEWSTEXT_MADE_H
#define NEWSTEXT_MADE_H

#include "train/corpus.h"

/* made_read fills each template of DATA/model/templates.txt `times` times. */
extern void made_read(NtContext *cx, GoldDocs *docs, const char *data, int times);

#endif
