/*
 * link.h -- which thing of the gazetteer a name means.
 */
#ifndef NEWSTEXT_LINK_H
#define NEWSTEXT_LINK_H

#include "article.h"

/*
 * link_lookup returns the entry that a kind and a name mean when nothing else
 * is known, 0 when there is none; entry numbers index vocab->entries.  The
 * name must be written as the gazetteer has it, but for case and accents.
 */
extern uint32_t link_lookup(NtContext *cx, const NtVocab *vocab, int kind, const char *name, size_t len);

/* link_lookup_id returns the entry of that name with that id, 0: there is none. */
extern uint32_t link_lookup_id(NtContext *cx, const NtVocab *vocab, const char *name, size_t len,
							   const char *id, size_t id_len);

/* link_places chooses among places of the same name by what the article says. */
extern void link_places(NtArticle *article);

#endif
