/*
 * wikidata.c -- finds Wikidata's number of a thing in a sorted table of hashes.
 */
#include "know/wikidata.h"

void
wikidata_open(NtContext *cx, NtWikidata *ids, const NtModel *model)
{
	ids->at = model_section(cx, model, "wikidata", sizeof(NtWikidataRecord), &ids->n);
	for (uint32_t i = 1; i < ids->n; i++)
		if (ids->at[i].key <= ids->at[i - 1].key)
			nt_raise(cx, NT_ERROR_MODEL, "section wikidata is not sorted");
}

uint32_t
wikidata_find(const NtWikidata *ids, const char *key, size_t len)
{
	uint64_t	hash = vocab_hash(key, len);
	uint32_t	low = 0;
	uint32_t	high = ids->n;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (ids->at[middle].key < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low < ids->n && ids->at[low].key == hash ? ids->at[low].number : 0;
}
