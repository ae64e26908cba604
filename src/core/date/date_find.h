/*
 * date_find.h -- the stage of dates; date.c tells the algorithm.
 */
#ifndef NEWSTEXT_DATE_FIND_H
#define NEWSTEXT_DATE_FIND_H

#include "article.h"

/*
 * date_find finds the time expressions, resolved against the anchor
 * (NT_DAY_NONE: none), and leaves them in article->dates.
 */
extern void date_find(NtArticle *article, NtDay anchor, NtPrefer prefer);

#endif
