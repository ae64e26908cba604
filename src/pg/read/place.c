/*
 * place.c -- where a place is.
 *
 *     news_place('gpe:Paris')                       FR 48.85 2.35 town 0.96
 *     news_place('gpe:Paris <geonames:4717560>')    US 33.66 -95.56 town 0.9
 *
 * How sure: by the name alone, the share of the people of all places so named
 * who live in this one; an id that the article's text led to counts more.
 */
#include "type/types.h"

#include "utils/builtins.h"

#include "read/model_map.h"
#include "read/link.h"

#include <math.h>

#define SURE_BY_ARTICLE 0.9		/* the article spoke for this place, or its user did */

/* sure_by_name returns the share of a place among those of its name. */
static float4
sure_by_name(const NtPlaces *places, uint32 place)
{
	const NtPlace *p = &places->at[place];
	uint32		n;
	uint32		first = places_find(places, p->name, &n);
	double		all = 0;

	for (uint32 i = 0; i < n; i++)
		if (places->at[first + i].region != p->region || first + i == place)
			all += pow(10, places->at[first + i].size / 10.0);
	return (float4) (round(100 * pow(10, p->size / 10.0) / all) / 100);
}

/* news_place returns (country, latitude, longitude, kind, sure), each NULL when not known. */
PG_FUNCTION_INFO_V1(news_place);
Datum
news_place(PG_FUNCTION_ARGS)
{
	const NtPlaces *places = &news_knowledge()->places;
	NewsEntityFields f;
	NtMeaning	meaning;
	const NtEntry *entry = NULL;
	TupleDesc	row;
	Datum		values[5] = {0};
	bool		nulls[5] = {true, true, true, true, true};
	char		country[3] = "";

	if (get_call_result_type(fcinfo, NULL, &row) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	news_entity_unpack(PG_GETARG_NEWS_ENTITY(0), &f);
	meaning = link_meaning(&f);
	if (meaning.entry != 0)
	{
		entry = &news_knowledge()->vocab.entries[meaning.entry];
		memcpy(country, entry->country, 2);
	}
	if (meaning.place != 0)
	{
		const NtPlace *p = &places->at[meaning.place];
		float4		sure = f.id.len > 0 ? SURE_BY_ARTICLE : 0;

		place_country(places, meaning.place, country);
		if (p->lat != PLACE_NOWHERE)
		{
			values[1] = Float8GetDatum(round(p->lat * 1000.0 / PLACE_UNITS) / 1000);
			values[2] = Float8GetDatum(round(p->lon * 1000.0 / PLACE_UNITS) / 1000);
			nulls[1] = nulls[2] = false;
		}
		values[3] = CStringGetTextDatum(place_kind_name(place_kind(p)));
		values[4] = Float4GetDatum(Max(sure, sure_by_name(places, meaning.place)));
		nulls[3] = nulls[4] = false;
	}
	if (nulls[1] && entry != NULL && entry->lat != ENTRY_NO_PLACE)
	{
		values[1] = Float8GetDatum(entry->lat / 10000.0);
		values[2] = Float8GetDatum(entry->lon / 10000.0);
		nulls[1] = nulls[2] = false;
	}
	nulls[0] = country[0] == '\0';
	if (!nulls[0])
		values[0] = PointerGetDatum(cstring_to_text_with_len(country, 2));
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(row), values, nulls)));
}
