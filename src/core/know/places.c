/*
 * places.c -- opens the table of places and finds a name's readings.
 */
#include "know/places.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "know/place_english.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *
place_kind_name(int kind)
{
	static const char *const names[PLACE_KINDS] = {
		NULL, "town", "section", "county", "state", "country", "nature", "site", "area"
	};

	return kind > 0 && kind < PLACE_KINDS ? names[kind] : NULL;
}

/* places_open fills *places from the model's sections and checks every index in them. */
void
places_open(NtContext *cx, NtPlaces *places, const NtModel *model, const NtVocab *vocab)
{
	uint32_t	n;

	places->vocab = vocab;
	places->at = model_section(cx, model, "places", sizeof(NtPlace), &places->n);
	places->regions = model_section(cx, model, "regions", sizeof(NtRegion), &places->n_regions);
	places->buckets = model_section(cx, model, "placebkt", sizeof(uint32_t), &n);
	if (places->n == 0 || places->n_regions == 0 || n != PLACE_BUCKETS)
		nt_raise(cx, NT_ERROR_MODEL, "table of places has no records");
	for (uint32_t i = 0; i < PLACE_BUCKETS; i++)
		if (places->buckets[i] > places->n || (i > 0 && places->buckets[i] < places->buckets[i - 1]))
			nt_raise(cx, NT_ERROR_MODEL, "section placebkt is damaged");
	for (uint32_t i = 0; i < places->n_regions; i++)
	{
		const NtRegion *r = &places->regions[i];

		if ((i > 0 && r->within >= i) || r->kind >= PLACE_KINDS || r->iso[7] != '\0')
			nt_raise(cx, NT_ERROR_MODEL, "region %u is damaged", i);
		if (r->kind == PLACE_COUNTRY && vocab_country(r->iso) >= 0)
			places->country[vocab_country(r->iso)] = (uint16_t) i;
	}
	for (uint32_t i = 0; i < places->n; i++)
	{
		const NtPlace *p = &places->at[i];

		if (p->region >= places->n_regions || place_kind(p) >= PLACE_KINDS || place_scheme(p) >= PLACE_SCHEMES ||
			(place_scheme(p) == PLACE_REGION && p->number >= places->n_regions) ||
			(place_scheme(p) == PLACE_ENTRY && p->number >= vocab->n_entries))
			nt_raise(cx, NT_ERROR_MODEL, "place %u is damaged", i);
	}
}

static bool
is_letter(uint8_t byte)
{
	return byte >= 0x80 || ascii_is_small(byte) || ascii_is_digit(byte);
}

uint32_t
place_key(const char *name, size_t len)
{
	char		folded[UTF8_FOLD_ROOM(PLACE_NAME_MAX)];
	uint64_t	h = VOCAB_HASH_SEED;
	size_t		n;
	size_t		letters = 0;

	if (len == 0 || len > PLACE_NAME_MAX)
		return 0;
	n = utf8_fold(name, len, folded);
	for (size_t i = 0; i < n;)
	{
		size_t		begin = i;
		const char *full;

		while (i < n && is_letter((uint8_t) folded[i]))
			i++;
		full = i > begin && (letters > 0 || (i < n && folded[i] != '\'')) ? place_word_full(folded + begin, i - begin) : NULL;
		if (full != NULL)
			for (; *full != '\0'; full++)
				h = (h ^ (uint8_t) *full) * VOCAB_HASH_PRIME;
		else
			for (size_t k = begin; k < i; k++)
				h = (h ^ (uint8_t) folded[k]) * VOCAB_HASH_PRIME;
		letters += i - begin;
		if (i == begin)
			i++;
	}
	h = vocab_hash_mix(h);
	return letters == 0 ? 0 : (uint32_t) (h >> 32) | 1;
}

uint32_t
places_find(const NtPlaces *places, uint32_t key, uint32_t *n)
{
	uint32_t	low = places->buckets[key >> (32 - PLACE_BUCKET_BITS)];
	uint32_t	end = places->buckets[(key >> (32 - PLACE_BUCKET_BITS)) + 1];
	uint32_t	high = end;
	uint64_t	within = key & ((UINT32_C(1) << (32 - PLACE_BUCKET_BITS)) - 1);
	uint32_t	at = low + (uint32_t) (within * (end - low) >> (32 - PLACE_BUCKET_BITS));

	/* keys are hashes and lie evenly in their bucket: sought from where it should be, by steps that double */
	*n = 0;
	for (uint32_t step = 1; low < high; step *= 2)
	{
		if (places->at[at].name < key)
		{
			low = at + 1;
			at = high - low > step ? low + step - 1 : low + (high - low) / 2;
		}
		else
		{
			high = at;
			at = high - low > step ? high - step : low + (high - low) / 2;
		}
	}
	while (low + *n < end && places->at[low + *n].name == key)
		(*n)++;
	return low;
}

void
place_id(const NtPlaces *places, uint32_t place, char id[PLACE_ID_ROOM])
{
	const NtPlace *p = &places->at[place];

	id[0] = '\0';
	switch (place_scheme(p))
	{
		case PLACE_GEONAMES:
			snprintf(id, PLACE_ID_ROOM, "geonames:%u", p->number);
			break;
		case PLACE_POSTAL:
			snprintf(id, PLACE_ID_ROOM, "postal:US-%05u", p->number);
			break;
		case PLACE_REGION:
			{
				const NtRegion *r = &places->regions[p->number];

				if (r->iso[0] != '\0')
					snprintf(id, PLACE_ID_ROOM, "%s:%s", r->kind == PLACE_COUNTRY ? "iso3166" : "iso3166-2", r->iso);
				else if (r->geonames != 0)
					snprintf(id, PLACE_ID_ROOM, "geonames:%u", r->geonames);
				break;
			}
		case PLACE_ENTRY:
			snprintf(id, PLACE_ID_ROOM, "%s", vocab_string(places->vocab, places->vocab->entries[p->number].id));
			break;
		case PLACE_SCHEMES:
			break;
	}
}

uint32_t
places_with_id(const NtPlaces *places, uint32_t key, const char *id, size_t len)
{
	uint32_t	n;
	uint32_t	first = places_find(places, key, &n);
	char		have[PLACE_ID_ROOM];

	for (uint32_t i = 0; i < n && key != 0; i++)
	{
		place_id(places, first + i, have);
		if (strlen(have) == len && memcmp(have, id, len) == 0)
			return first + i;
	}
	return 0;
}

uint32_t
places_of_entry(const NtPlaces *places, uint32_t key, uint32_t entry)
{
	const char *id = vocab_string(places->vocab, places->vocab->entries[entry].id);
	bool		geonames = strncmp(id, "geonames:", 9) == 0;
	const char *iso = strncmp(id, "iso3166", 7) == 0 ? strchr(id, ':') : NULL;
	uint32_t	number = geonames ? (uint32_t) strtoul(id + 9, NULL, 10) : 0;
	uint32_t	n;
	uint32_t	first = places_find(places, key, &n);

	for (uint32_t i = first; entry != 0 && i < first + n; i++)
	{
		const NtPlace *p = &places->at[i];

		if ((place_scheme(p) == PLACE_ENTRY && p->number == entry) ||
			(geonames && place_scheme(p) == PLACE_GEONAMES && p->number == number) ||
			(place_scheme(p) == PLACE_REGION &&
			 ((iso != NULL && strcmp(iso + 1, places->regions[p->number].iso) == 0) ||
			  (geonames && places->regions[p->number].geonames == number))))
			return i;
	}
	return 0;
}

uint32_t
places_named(const NtPlaces *places, const char *name, size_t len)
{
	const char *comma = memchr(name, ',', len);
	uint32_t	key;
	uint32_t	first;
	uint32_t	n;
	uint32_t	outer;
	uint32_t	outers;
	char		id[PLACE_ID_ROOM];

	if (memchr(name, ':', len) != NULL)
	{
		for (uint32_t i = 1; i < places->n; i++)
		{
			place_id(places, i, id);
			if (strlen(id) == len && memcmp(id, name, len) == 0)
				return i;
		}
		return 0;
	}
	key = place_key(name, comma != NULL ? (size_t) (comma - name) : len);
	first = places_find(places, key, &n);
	if (key == 0 || n == 0 || comma == NULL)
		return key == 0 || n != 1 ? 0 : first;
	key = place_key(comma + 1, len - (size_t) (comma + 1 - name));
	outer = places_find(places, key, &outers);
	for (uint32_t i = 0; i < n && key != 0; i++)
		for (uint32_t k = 0; k < outers; k++)
			if (place_scheme(&places->at[outer + k]) == PLACE_REGION &&
				place_lies_in(places, first + i, places->at[outer + k].region))
				return first + i;
	return 0;
}

bool
place_lies_in(const NtPlaces *places, uint32_t place, uint32_t region)
{
	for (uint32_t r = places->at[place].region; r != 0; r = places->regions[r].within)
		if (r == region)
			return true;
	return false;
}

void
place_country(const NtPlaces *places, uint32_t place, char country[3])
{
	country[0] = '\0';
	for (uint32_t r = places->at[place].region; r != 0; r = places->regions[r].within)
		if (places->regions[r].kind == PLACE_COUNTRY)
			memcpy(country, places->regions[r].iso, 3);
}
