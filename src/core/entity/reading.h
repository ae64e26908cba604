/*
 * reading.h -- which thing a name means, when only the name is given.
 */
#ifndef NEWSTEXT_READING_H
#define NEWSTEXT_READING_H

#include "article.h"
#include "know/knowledge.h"

/* What a name means: a gazetteer entry, a place of the table, or both; 0: none. */
typedef struct NtMeaning
{
	uint32_t	entry;			/* indexes vocab->entries */
	uint32_t	place;			/* indexes places->at */
} NtMeaning;

/*
 * reading_default returns what a kind and a name mean when nothing else is
 * known: the likeliest gazetteer entry, else the only place so named.  The
 * name must be written as the gazetteer has it, but for case and accents.
 */
extern NtMeaning reading_default(NtContext *cx, const NtKnowledge *know, int kind, const char *name, size_t len);

/* reading_with_id returns what of that name has that id. */
extern NtMeaning reading_with_id(NtContext *cx, const NtKnowledge *know, const char *name, size_t len,
								 const char *id, size_t id_len);

/* reading_id writes the id of a meaning, "" when it has none. */
extern void reading_id(const NtKnowledge *know, NtMeaning meaning, char id[PLACE_ID_ROOM]);

/* reading_entry returns the gazetteer entry of that id which these tokens name, 0: none. */
extern uint32_t reading_entry(const NtVocab *vocab, const NtToken *tokens, uint32_t n, const char *id);

#endif
