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

#include "read/analysis.h"

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

/*
 * row_mention fills the columns 0 to 3 that rows of mentions begin with: span,
 * mention, kind, name.  False when the mention cannot be shown.
 */
extern bool row_mention(Datum *values, bool *nulls, NewsAnalysis *a, const NtMention *m,
						NewsEntityFields *f);

#endif
