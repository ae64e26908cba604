/*
 * place.c -- where a place is.
 */
#include "type/types.h"

#include "utils/builtins.h"

#include "read/model_map.h"
#include "read/link.h"

/* news_place returns (country, latitude, longitude), each NULL when not known. */
PG_FUNCTION_INFO_V1(news_place);
Datum
news_place(PG_FUNCTION_ARGS)
{
	NewsEntityFields f;
	const NtEntry *entry;
	TupleDesc	row;
	Datum		values[3] = {0};
	bool		nulls[3] = {true, true, true};

	if (get_call_result_type(fcinfo, NULL, &row) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	news_entity_unpack(PG_GETARG_NEWS_ENTITY(0), &f);
	entry = link_entry(&f);
	if (entry != NULL)
	{
		nulls[0] = entry->country[0] == '\0';
		if (!nulls[0])
			values[0] = PointerGetDatum(cstring_to_text_with_len(entry->country, 2));
		nulls[1] = nulls[2] = entry->lat == ENTRY_NO_PLACE;
		if (!nulls[1])
		{
			values[1] = Float8GetDatum(entry->lat / 10000.0);
			values[2] = Float8GetDatum(entry->lon / 10000.0);
		}
	}
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(row), values, nulls)));
}
