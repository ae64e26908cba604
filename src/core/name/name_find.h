/*
 * name_find.h -- the stage of names; name.c tells the algorithm.
 */
#ifndef NEWSTEXT_NAME_FIND_H
#define NEWSTEXT_NAME_FIND_H

#include "article.h"

/* name_find leaves the places where something is named in article->mentions. */
extern void name_find(NtArticle *article);

/*
 * name_truecase returns the tokens of an article whose capitals say nothing as
 * running text would write them: a capital for names and at the beginning of
 * sentences only.  Of other articles, their own.
 */
extern NtTokens name_truecase(NtArticle *article);

#endif
