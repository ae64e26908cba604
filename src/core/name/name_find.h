/*
 * name_find.h -- the stage of names; name.c tells the algorithm.
 */
#ifndef NEWSTEXT_NAME_FIND_H
#define NEWSTEXT_NAME_FIND_H

#include "article.h"

/* name_find leaves the places where something is named in article->mentions. */
extern void name_find(NtArticle *article);

/*
 * name_truecase sets the tokens of an article whose capitals say nothing as
 * running text would write them: a capital for names and at the beginning of
 * sentences only.  It returns what name_as_written() needs to set them back;
 * NULL of other articles.
 */
extern uint16_t *name_truecase(NtArticle *article);
extern void name_as_written(NtArticle *article, uint16_t *flags);

#endif
