/*
 * wikidata.h -- what Wikidata calls a thing of which an id, or a kind and name, are known.
 */
#ifndef NEWSTEXT_WIKIDATA_H
#define NEWSTEXT_WIKIDATA_H

#include "know/vocab.h"

typedef struct NtWikidataRecord
{
	uint64_t	key;			/* vocab_hash() of "iso3166:FR" or "person:Ada Byrne" */
	uint32_t	number;			/* Q42 is 42 */
	uint32_t	reserved;
} NtWikidataRecord;

_Static_assert(sizeof(NtWikidataRecord) == 16, "stored in the model file");

typedef struct NtWikidata
{
	const NtWikidataRecord *at;	/* sorted by key */
	uint32_t	n;
} NtWikidata;

extern void wikidata_open(NtContext *cx, NtWikidata *ids, const NtModel *model);

/* wikidata_find returns the number after the Q, 0: not known. */
extern uint32_t wikidata_find(const NtWikidata *ids, const char *key, size_t len);

#endif
