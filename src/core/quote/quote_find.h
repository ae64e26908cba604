/*
 * quote_find.h -- the stage of quotations; quote.c tells the algorithm.
 */
#ifndef NEWSTEXT_QUOTE_FIND_H
#define NEWSTEXT_QUOTE_FIND_H

#include "article.h"

/* quote_find leaves who said what in article->quotes and article->parts. */
extern void quote_find(NtArticle *article);

#endif
