/*
 * compile_places.c -- data/en/places and the places of data/en/gazetteer into
 * the table of places (know/places.h).
 *
 * Regions come first, parents before children, then a record for each name of
 * each region, town and gazetteer entry that has a point or an id.  A name of
 * the gazetteer whose id the table knows is one more name of that place:
 *
 *     gpe  geonames:5128581  New York City  New York|NYC ...   three names of one town
 */
#include "compile/compile.h"

#include "know/places.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SELDOM 30				/* a thousandth of the people: a name that mostly means another place */

typedef NtArray(NtPlace) Places;

static struct
{
	Places		places;
	NtArray(NtRegion) regions;
	NtArray(char *) codes;		/* of the regions: US.TX.277 */
	NtArray(uint64_t) ids;		/* hash of each id, and the place that has it */
	NtArray(NtPlace) by_id;
}			table;

static NtArena arena;

static uint64_t
text_hash(const char *text)
{
	return vocab_hash(text, strlen(text));
}

/* ---- what is known by its id: a hash table over table.ids ------------------ */

static uint32_t *slots;
static uint32_t slot_mask;

static void
note_id(const char *id, const NtPlace *place)
{
	uint64_t	hash = text_hash(id);
	uint32_t	at;

	if (*id == '\0')
		return;
	if (slots == NULL)
	{
		slot_mask = (1 << 19) - 1;
		slots = calloc((size_t) slot_mask + 1, sizeof(uint32_t));
		if (slots == NULL)
			tool_die("out of memory");
	}
	if (table.ids.n > slot_mask / 2)
		tool_die("more than %u places", slot_mask / 2);
	for (at = (uint32_t) hash & slot_mask; slots[at] != 0; at = (at + 1) & slot_mask)
		if (table.ids.at[slots[at] - 1] == hash)
			return;
	*nt_push(&arena.cx, &table.ids) = hash;
	*nt_push(&arena.cx, &table.by_id) = *place;
	slots[at] = table.ids.n;
}

static const NtPlace *
with_id(const char *id)
{
	uint64_t	hash = text_hash(id);

	if (*id == '\0' || slots == NULL)
		return NULL;
	for (uint32_t at = (uint32_t) hash & slot_mask; slots[at] != 0; at = (at + 1) & slot_mask)
		if (table.ids.at[slots[at] - 1] == hash)
			return &table.by_id.at[slots[at] - 1];
	return NULL;
}

/* ---- records -------------------------------------------------------------- */

static void
set_point(const DataFile *file, NtPlace *p, const char *lat, const char *lon)
{
	char	   *end;
	double		value[2] = {strtod(lat, &end), strtod(lon, &end)};

	p->lat = p->lon = PLACE_NOWHERE;
	if (*lat == '\0' || *lon == '\0')
		return;
	if (value[0] < -90 || value[0] > 90 || value[1] < -180 || value[1] > 180)
		data_fail(file, "\"%s %s\" is no point", lat, lon);
	p->lat = (int16_t) lround(value[0] * PLACE_UNITS);
	p->lon = (int16_t) lround(value[1] * PLACE_UNITS);
}

static uint8_t
size_of(const char *people)
{
	double		n = strtod(people, NULL);

	return (uint8_t) lround(10 * log10(n + 1));
}

static void
add_name(NtPlace place, const char *name)
{
	while (*name == ' ')
		name++;
	if (*name == '~')			/* a name under which rather another place is known: Washington */
	{
		name++;
		place.size = place.size > SELDOM ? place.size - SELDOM : 0;
	}
	place.name = place_key(name, strlen(name));
	if (place.name != 0)
		*nt_push(&arena.cx, &table.places) = place;
}

static void
add_names(NtPlace place, char *names)
{
	char	   *name[64];
	int			n = split_fields(names, '|', name, 64);

	for (int i = 0; i < n; i++)
		add_name(place, name[i]);
}

static uint32_t
region_number(const DataFile *file, const char *code)
{
	/* codes are sorted, as the file is */
	uint32_t	low = 1;
	uint32_t	high = table.codes.n;

	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (strcmp(table.codes.at[middle], code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low >= table.codes.n || strcmp(table.codes.at[low], code) != 0)
		data_fail(file, "no region \"%s\"", code);
	return low;
}

/* read_regions reads places/regions.tsv, which is sorted by code: US, US.TX, US.TX.277. */
static void
read_regions(Builder *b)
{
	DataFile	file;
	char	   *line;

	memset(nt_push(&arena.cx, &table.regions), 0, sizeof(NtRegion));
	*nt_push(&arena.cx, &table.codes) = "";
	if (!data_open(b, &file, builder_path(b, "places/regions.tsv")))
		tool_die("could not open places/regions.tsv");
	while ((line = data_line(&file)) != NULL)
	{
		char	   *field[9];
		char		code[64];
		char	   *dot;
		NtRegion   *r;
		NtPlace		p = {0};
		uint32_t	number = table.regions.n;
		uint32_t	within = 0;

		if (split_fields(line, '\t', field, 9) < 8)
			data_fail(&file, "a region has 9 fields");
		snprintf(code, sizeof(code), "%s", field[0]);
		dot = strrchr(code, '.');
		if (dot != NULL)
		{
			*dot = '\0';
			within = region_number(&file, code);
		}
		*nt_push(&arena.cx, &table.codes) = field[0];
		r = nt_push(&arena.cx, &table.regions);
		memset(r, 0, sizeof(*r));
		r->within = (uint16_t) within;
		r->kind = (uint8_t) (dot == NULL ? PLACE_COUNTRY : strchr(code, '.') == NULL ? PLACE_STATE : PLACE_COUNTY);
		if (strncmp(field[1], "iso3166", 7) == 0 && strchr(field[1], ':') != NULL)
			snprintf(r->iso, sizeof(r->iso), "%s", strchr(field[1], ':') + 1);
		r->geonames = (uint32_t) strtoul(field[7], NULL, 10);
		set_point(&file, &p, field[4], field[5]);
		r->lat = p.lat;
		r->lon = p.lon;
		p.number = number;
		p.region = (uint16_t) number;
		p.size = size_of(field[6]);
		p.kind = (uint8_t) (r->kind | PLACE_REGION << 4);
		add_name(p, field[2]);
		add_names(p, field[3]);
		note_id(field[1], &p);
		if (number >= UINT16_MAX)
			data_fail(&file, "more than %d regions", UINT16_MAX);
	}
}

static void
read_towns(Builder *b)
{
	DataFile	file;
	char	   *line;

	if (!data_open(b, &file, builder_path(b, "places/towns.tsv")))
		tool_die("could not open places/towns.tsv");
	while ((line = data_line(&file)) != NULL)
	{
		char	   *field[8];
		NtPlace		p = {0};
		NtPlaceScheme scheme = PLACE_GEONAMES;
		int			n = split_fields(line, '\t', field, 8);

		while (n < 8)
			field[n++] = "";
		if (strncmp(field[0], "geonames:", 9) == 0)
			p.number = (uint32_t) strtoul(field[0] + 9, NULL, 10);
		else if (strncmp(field[0], "postal:US-", 10) == 0)
		{
			p.number = (uint32_t) strtoul(field[0] + 10, NULL, 10);
			scheme = PLACE_POSTAL;
		}
		else
			data_fail(&file, "id \"%s\"", field[0]);
		set_point(&file, &p, field[4], field[5]);
		p.region = (uint16_t) region_number(&file, field[3]);
		p.size = size_of(field[6]);
		p.kind = (uint8_t) ((field[7][0] == '1' ? PLACE_SECTION : PLACE_TOWN) | scheme << 4);
		add_name(p, field[1]);
		add_name(p, field[2]);
		note_id(field[0], &p);
	}
}

static NtPlaceKind
kind_of(const char *class, int kind)
{
	if (strcmp(class, "city") == 0)
		return PLACE_TOWN;
	if (strcmp(class, "subdivision") == 0)
		return PLACE_STATE;
	if (strcmp(class, "country") == 0)
		return PLACE_COUNTRY;
	return kind == ENTITY_LOC ? PLACE_NATURE : kind == ENTITY_FAC ? PLACE_SITE : PLACE_AREA;
}

/* compile_place_entry adds the names of a gazetteer line; fields as in data/README.md. */
void
compile_place_entry(Builder *b, const DataFile *file, uint32_t entry, int kind, char **field)
{
	const NtPlace *known = with_id(field[1]);
	NtPlace		p = {0};
	char		names[8192];

	(void) b;
	if (kind != ENTITY_GPE && kind != ENTITY_LOC && kind != ENTITY_FAC)
		return;
	if (known != NULL)
		p = *known;
	else
	{
		set_point(file, &p, field[5], field[6]);
		if (kind == ENTITY_FAC && p.lat == PLACE_NOWHERE)
			return;
		p.number = entry;
		p.size = size_of(field[7]);
		p.kind = (uint8_t) (kind_of(file->class_name, kind) | PLACE_ENTRY << 4);
		if (field[4][0] != '\0')
			p.region = (uint16_t) region_number(file, field[4]);
	}
	add_name(p, field[2]);
	snprintf(names, sizeof(names), "%s", field[3]);
	add_names(p, names);
}

static int
compare(const void *a, const void *b)
{
	const NtPlace *x = a;
	const NtPlace *y = b;

	if (x->name != y->name)
		return x->name < y->name ? -1 : 1;
	if (x->size != y->size)
		return x->size > y->size ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return x->number < y->number ? -1 : x->number > y->number;
}

static uint32_t
country_of(const NtPlace *p)
{
	uint32_t	r = p->region;

	while (r != 0 && table.regions.at[r].within != 0)
		r = table.regions.at[r].within;
	return r;
}

/* is_double: another record of the name says the same, or more. */
static bool
is_double(const NtPlace *p, const NtPlace *first, const NtPlace *end)
{
	for (const NtPlace *other = first; other < end && other->name == p->name; other++)
	{
		if (other == p)
			continue;
		if (other->kind == p->kind && other->number == p->number)
			return other < p;
		if (place_scheme(p) == PLACE_ENTRY && p->lat == PLACE_NOWHERE && place_scheme(other) != PLACE_ENTRY && p->region != 0 &&
			country_of(other) == country_of(p))
			return true;
	}
	return false;
}

#define NAMESAKE 10				/* a tenth of the people */

static bool
lies_in(const NtPlace *town, uint32_t region)
{
	for (uint32_t r = town->region; r != 0; r = table.regions.at[r].within)
		if (r == region)
			return true;
	return false;
}

/*
 * is_namesake: a state whose name rather means its town, in which a good part of
 * its people live, or which lies beside it: Oslo, Kandahar, New York, Moscow;
 * Quebec is rather the province.  Of counties any town in them will do.
 */
static bool
is_namesake(const NtPlace *state, const NtPlace *first, const NtPlace *end)
{
	if ((place_kind(state) != PLACE_STATE && place_kind(state) != PLACE_COUNTY) || place_scheme(state) != PLACE_REGION)
		return false;
	for (const NtPlace *town = first; town < end && town->name == state->name; town++)
	{
		if (place_kind(town) != PLACE_TOWN)
			continue;
		if (place_kind(state) == PLACE_STATE && town->size + NAMESAKE >= state->size && country_of(town) == country_of(state))
			return true;
		if (place_kind(state) == PLACE_COUNTY && lies_in(town, state->region))
			return true;
	}
	return false;
}

/* is_city_state: a town whose country is of the same name: Hong Kong, Macau. */
static bool
is_city_state(const NtPlace *town, const NtPlace *first, const NtPlace *end)
{
	if (place_kind(town) != PLACE_TOWN)
		return false;
	for (const NtPlace *country = first; country < end && country->name == town->name; country++)
		if (place_kind(country) == PLACE_COUNTRY && country_of(country) == country_of(town))
			return true;
	return false;
}

void
compile_places(Builder *b)
{
	tool_arena_init(&arena);
	read_regions(b);
	read_towns(b);
}

/* finish_places sorts the records and adds the sections. */
void
finish_places(Builder *b)
{
	Places		kept = {0};
	uint32_t	buckets[PLACE_BUCKETS] = {0};
	const NtPlace *first;
	const NtPlace *end;

	qsort(table.places.at, table.places.n, sizeof(NtPlace), compare);
	memset(nt_push(&arena.cx, &kept), 0, sizeof(NtPlace));
	first = table.places.at;
	end = table.places.at + table.places.n;
	for (const NtPlace *p = table.places.at; p < end; p++)
	{
		if (p->name != first->name)
			first = p;
		if (is_double(p, first, end))
			continue;
		*nt_push(&arena.cx, &kept) = *p;
		if (is_namesake(p, first, end) || is_city_state(p, first, end))
			kept.at[kept.n - 1].size = p->size > SELDOM ? p->size - SELDOM : 0;
	}
	qsort(kept.at + 1, kept.n - 1, sizeof(NtPlace), compare);
	for (uint32_t i = 1; i < kept.n; i++)
		buckets[(kept.at[i].name >> (32 - PLACE_BUCKET_BITS)) + 1]++;
	buckets[0] = 1;
	for (uint32_t i = 1; i < PLACE_BUCKETS; i++)
		buckets[i] += buckets[i - 1];
	builder_section(b, "places", kept.at, kept.n * sizeof(NtPlace));
	builder_section(b, "regions", table.regions.at, table.regions.n * sizeof(NtRegion));
	builder_section(b, "placebkt", buckets, sizeof(buckets));
	free(slots);
	arena_reset(&arena);
}
