/*
 * section_find.h -- the stage of sections; section.c tells the algorithm.
 */
#ifndef NEWSTEXT_SECTION_FIND_H
#define NEWSTEXT_SECTION_FIND_H

#include "article.h"

/* section_find parts the article into headline, byline, paragraphs and the like. */
extern void section_find(NtArticle *article);

#endif
