/*
 * amount_find.h -- the stage of amounts; amount.c tells the algorithm.
 */
#ifndef NEWSTEXT_AMOUNT_FIND_H
#define NEWSTEXT_AMOUNT_FIND_H

#include "article.h"

/* amount_find leaves how much and how many in article->amounts. */
extern void amount_find(NtArticle *article);

#endif
