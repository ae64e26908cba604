/*
 * rows.c -- the rows of a function that returns a set.
 */
#include "read/rows.h"

#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/tuplestore.h"

#include "read/result.h"

Rows
rows_begin(FunctionCallInfo fcinfo)
{
	Rows		rows;

	InitMaterializedSRF(fcinfo, 0);
	rows.set = (ReturnSetInfo *) fcinfo->resultinfo;
	rows.row = AllocSetContextCreate(CurrentMemoryContext, "newstext row", ALLOCSET_SMALL_SIZES);
	rows.outside = MemoryContextSwitchTo(rows.row);
	return rows;
}

void
rows_put(Rows *rows, Datum *values, bool *nulls)
{
	tuplestore_putvalues(rows->set->setResult, rows->set->setDesc, values, nulls);
	MemoryContextReset(rows->row);
}

Datum
rows_end(Rows *rows)
{
	MemoryContextSwitchTo(rows->outside);
	MemoryContextDelete(rows->row);
	return (Datum) 0;
}

void
row_text(Datum *value, bool *null, NewsBytes bytes)
{
	*null = bytes.len == 0;
	if (!*null)
		*value = PointerGetDatum(cstring_to_text_with_len(bytes.at, bytes.len));
}

void
row_span(Datum *value, bool *null, NewsSpan span)
{
	*null = span.lower == 0;
	if (!*null)
		*value = news_span_datum(span);
}

bool
row_mention(Datum *values, bool *nulls, NewsAnalysis *a, const NtMention *m, NewsEntityFields *f)
{
	if (m->start >= m->end || !analysis_mention(a, m, f))
		return false;
	row_span(&values[0], &nulls[0], analysis_span(a, m->start, m->end));
	row_text(&values[1], &nulls[1], analysis_written(a, m->start, m->end));
	values[2] = CStringGetTextDatum(entity_kind_name(m->kind));
	row_text(&values[3], &nulls[3], f->name);
	return true;
}
