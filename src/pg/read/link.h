/*
 * link.h -- from a name to what the lexicon knows by it.
 */
#ifndef NEWSTEXT_LINK_H
#define NEWSTEXT_LINK_H

#include "know/vocab.h"

#include "type/types.h"

extern const char *link_default_id(const NtVocab *vocab, int kind, NewsBytes name);	/* NULL: none */

/* link_entity_id finds the stored id of an entity, or the one its name alone gives. */
extern bool link_entity_id(const NewsEntityFields *f, NewsBytes *id);

/* link_entry returns what the gazetteer has under its id, or its kind and name; NULL: nothing. */
extern const NtEntry *link_entry(const NewsEntityFields *f);

#endif
