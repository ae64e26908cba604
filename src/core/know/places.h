/*
 * places.h -- where places are, and what lies in what: a table apart from the
 * vocabulary, asked only when a name is known to be a place's.
 *
 *     Paris -> Paris (FR.11), Paris (US.TX, Lamar County), Paris (CA.08) ...
 *
 * Names are kept as fingerprints, not as text: a record has 16 bytes, so that
 * a hundred thousand towns cost less than two megabytes and no ordinary word
 * becomes a place's name.  A name outside the table is taken for one inside
 * with a probability near 2^-15, and always the same way.
 */
#ifndef NEWSTEXT_PLACES_H
#define NEWSTEXT_PLACES_H

#include "know/vocab.h"

typedef enum NtPlaceKind
{
	PLACE_TOWN = 1,
	PLACE_SECTION,				/* a part of a town */
	PLACE_COUNTY,				/* second-level region */
	PLACE_STATE,				/* first-level region */
	PLACE_COUNTRY,
	PLACE_NATURE,				/* continents, seas, rivers, mountains */
	PLACE_SITE,					/* what people built */
	PLACE_AREA,					/* a region that is no administrative one */
	PLACE_KINDS
} NtPlaceKind;

/* What the number of a place counts. */
typedef enum NtPlaceScheme
{
	PLACE_GEONAMES = 1,			/* geonames:4717560 */
	PLACE_POSTAL,				/* postal:US-75861, a US post office with no other id */
	PLACE_REGION,				/* a record of regions */
	PLACE_ENTRY,				/* a gazetteer entry */
	PLACE_SCHEMES
} NtPlaceScheme;

/* One reading of one name; those of a name stand together, largest first. */
typedef struct NtPlace
{
	uint32_t	name;			/* place_key() of the name */
	uint32_t	number;			/* see NtPlaceScheme */
	int16_t		lat;			/* PLACE_UNITS a degree; PLACE_NOWHERE: unknown */
	int16_t		lon;
	uint16_t	region;			/* the smallest it lies in; its own when it is one */
	uint8_t		size;			/* ten times the decimal logarithm of its people */
	uint8_t		kind;			/* NtPlaceKind | NtPlaceScheme << 4 */
} NtPlace;

typedef struct NtRegion
{
	uint16_t	within;			/* a region before this one; 0: the world */
	uint8_t		kind;			/* NtPlaceKind: COUNTRY, STATE or COUNTY */
	uint8_t		reserved;
	char		iso[8];			/* US, US-TX, "": none; NUL-padded */
	uint32_t	geonames;		/* 0: none */
	int16_t		lat;
	int16_t		lon;
} NtRegion;

_Static_assert(sizeof(NtPlace) == 16 && sizeof(NtRegion) == 20, "stored in the model file");

#define PLACE_UNITS 180			/* of a degree: some 600 metres */
#define PLACE_NOWHERE INT16_MIN
#define PLACE_BUCKET_BITS 12
#define PLACE_BUCKETS ((1 << PLACE_BUCKET_BITS) + 1)
#define PLACE_NAME_MAX 200		/* bytes of a place's name */
#define PLACE_ID_ROOM 48

typedef struct NtPlaces
{
	const NtPlace *at;			/* sorted by name; [0] unused */
	uint32_t	n;
	const NtRegion *regions;	/* [0] is the world; a region stands after what it lies in */
	uint32_t	n_regions;
	const uint32_t *buckets;	/* first place of each beginning of a name */
	const NtVocab *vocab;
	uint16_t	country[VOCAB_COUNTRIES];	/* regions, 0: none */
} NtPlaces;

/* places_country returns the region of a country's two capital letters, 0: none. */
static inline uint32_t
places_country(const NtPlaces *places, const char *code)
{
	int			country = vocab_country(code);

	return country >= 0 ? places->country[country] : 0;
}

extern void places_open(NtContext *cx, NtPlaces *places, const NtModel *model, const NtVocab *vocab);

/*
 * place_key returns the fingerprint of a name: its letters and digits, folded,
 * with St., Mt. and Ft. written out; 0 for what is no name.
 */
extern uint32_t place_key(const char *name, size_t len);

/* places_find returns the first reading of a key (an index into places->at) and their number. */
extern uint32_t places_find(const NtPlaces *places, uint32_t key, uint32_t *n);

/* place_id writes a place's id ("geonames:4717560", "iso3166-2:US-TX", "" for none). */
extern void place_id(const NtPlaces *places, uint32_t place, char id[PLACE_ID_ROOM]);

/* places_with_id returns the reading of that name with that id, 0: there is none. */
extern uint32_t places_with_id(const NtPlaces *places, uint32_t key, const char *id, size_t len);

/* places_of_entry returns the reading of that name which is a gazetteer entry's place, 0: none. */
extern uint32_t places_of_entry(const NtPlaces *places, uint32_t key, uint32_t entry);

/*
 * places_named returns the place of an id ("geonames:4317656", "iso3166-2:US-TX")
 * or of a name with the region it lies in ("Paris, Texas"), the largest; 0: there is none.
 */
extern uint32_t places_named(const NtPlaces *places, const char *name, size_t len);

/* place_lies_in tells whether a place lies in a region, or is it. */
extern bool place_lies_in(const NtPlaces *places, uint32_t place, uint32_t region);

/* place_country writes the ISO 3166 code; "" for none. */
extern void place_country(const NtPlaces *places, uint32_t place, char country[3]);

static inline NtPlaceKind
place_kind(const NtPlace *place)
{
	return (NtPlaceKind) (place->kind & 0x0F);
}

static inline NtPlaceScheme
place_scheme(const NtPlace *place)
{
	return (NtPlaceScheme) (place->kind >> 4);
}

/* place_kind_name returns "town", "country" ... */
extern const char *place_kind_name(int kind);

#endif
