/*
 * link.h -- from a name to what the lexicon knows by it.
 */
#ifndef NEWSTEXT_LINK_H
#define NEWSTEXT_LINK_H

#include "entity/reading.h"

#include "type/types.h"

extern const char *link_default_id(int kind, NewsBytes name);	/* NULL: none */

/*
 * link_drop_default takes away an id that the name alone leads to, as extracted
 * values are stored, so that an entity is one value however it was written.
 */
extern void link_drop_default(NewsEntityFields *f);

/* link_entity_id finds the stored id of an entity, or the one its name alone gives. */
extern bool link_entity_id(const NewsEntityFields *f, NewsBytes *id);

/* link_meaning returns what is known under an entity's id, or its kind and name. */
extern NtMeaning link_meaning(const NewsEntityFields *f);

#endif
