/*
 * shared.h -- short names that many bodies have; shared.c tells.
 */
#ifndef NEWSTEXT_SHARED_H
#define NEWSTEXT_SHARED_H

#include "article.h"

/* shared_forget takes the entry from such names of a country that the article does not speak of. */
extern void shared_forget(NtArticle *article);

#endif
