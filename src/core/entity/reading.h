/*
 * reading.h -- which thing of the gazetteer a name means.
 */
#ifndef NEWSTEXT_READING_H
#define NEWSTEXT_READING_H

#include "article.h"

/*
 * reading_default returns the entry that a kind and a name mean when nothing else
 * is known, 0 when there is none; entry numbers index vocab->entries.  The
 * name must be written as the gazetteer has it, but for case and accents.
 */
extern uint32_t reading_default(NtContext *cx, const NtVocab *vocab, int kind, const char *name, size_t len);

/* reading_with_id returns the entry of that name with that id, 0: there is none. */
extern uint32_t reading_with_id(NtContext *cx, const NtVocab *vocab, const char *name, size_t len,
							   const char *id, size_t id_len);

/* reading_choose_places chooses among places of the same name by what the article says. */
extern void reading_choose_places(NtArticle *article);

#endif
