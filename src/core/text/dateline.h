/*
 * dateline.h -- the day an article gives for itself.
 */
#ifndef NEWSTEXT_DATELINE_H
#define NEWSTEXT_DATELINE_H

#include "article.h"

extern NtDay dateline_day(const NtArticle *article, uint32_t first, uint32_t last);

#endif
