#ifndef NEWSTEXT_SHARED_H
#define NEWSTEXT_SHARED_H

#include "article.h"

extern void shared_forget(NtArticle *article);

#endif
