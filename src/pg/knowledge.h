/*
 * knowledge.h -- the model, mapped and opened.
 */
#ifndef NEWSTEXT_KNOWLEDGE_H
#define NEWSTEXT_KNOWLEDGE_H

#include "compat.h"

#include "article.h"

/* news_knowledge returns the model, opening it at the first call of a backend. */
extern const NtKnowledge *news_knowledge(void);

#endif
