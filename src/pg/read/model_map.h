/*
 * model_map.h -- the model file, mapped and opened.
 */
#ifndef NEWSTEXT_MODEL_MAP_H
#define NEWSTEXT_MODEL_MAP_H

#include "compat.h"

#include "know/knowledge.h"

/* news_knowledge returns the model, opening it at the first call of a backend. */
extern const NtKnowledge *news_knowledge(void);

/* news_tag_memory returns what the tagger keeps from article to article in this backend. */
extern struct NtTagMemory *news_tag_memory(void);

#endif
