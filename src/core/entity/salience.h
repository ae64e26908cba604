/*
 * salience.h -- what an article is about.
 */
#ifndef NEWSTEXT_SALIENCE_H
#define NEWSTEXT_SALIENCE_H

#include "article.h"

extern void salience_rank(NtArticle *article, uint32_t *order);

#endif
