/*
 * entity.h -- the stage of entities; entity.c tells the algorithm.
 */
#ifndef NEWSTEXT_ENTITY_H
#define NEWSTEXT_ENTITY_H

#include "article.h"

/* entity_link joins the mentions to entities, most salient first. */
extern void entity_link(NtArticle *article);

#endif
