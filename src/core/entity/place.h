/*
 * place.h -- which place of its name a mention means: one coherent choice over
 * the article.  place_choose.c tells how.
 */
#ifndef NEWSTEXT_PLACE_H
#define NEWSTEXT_PLACE_H

#include "article.h"

/* place_choose sets place and entry of every mention of a place. */
extern void place_choose(NtArticle *article);

#endif
