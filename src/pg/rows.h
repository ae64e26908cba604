/*
 * rows.h -- the rows of a function that returns a set.
 *
 *     Rows rows = rows_begin(fcinfo);
 *     ... values[], nulls[]; rows_put(&rows, values, nulls);
 *     return rows_end(&rows);
 *
 * Between begin and end the current memory context is that of a row, emptied
 * by each rows_put().
 */
#ifndef NEWSTEXT_ROWS_H
#define NEWSTEXT_ROWS_H

#include "types.h"

typedef struct Rows
{
	ReturnSetInfo *set;
	MemoryContext row;
	MemoryContext outside;
} Rows;

extern Rows rows_begin(FunctionCallInfo fcinfo);
extern void rows_put(Rows *rows, Datum *values, bool *nulls);
extern Datum rows_end(Rows *rows);

/* Columns that are NULL when there is nothing. */
extern void row_text(Datum *value, bool *null, NewsBytes bytes);
extern void row_span(Datum *value, bool *null, NewsSpan span);

#endif
