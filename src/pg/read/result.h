/*
 * result.h -- what functions return: ranges, arrays, values made from fields
 * that need no check.
 */
#ifndef NEWSTEXT_RESULT_H
#define NEWSTEXT_RESULT_H

#include "type/types.h"

/* A value that is larger as text the server cannot print. */
#ifndef NEWS_TEXT_MAX
#define NEWS_TEXT_MAX MaxAllocSize
#endif

extern Datum news_span_datum(NewsSpan span);	/* int4range */
extern Datum news_spans_datum(const NewsSpan *spans, uint32 n);	/* int4multirange */
extern Datum news_days_datum(DateADT first, DateADT last);	/* daterange [first, last) */
extern Datum news_day_ranges_datum(const NewsSpan *days, uint32 n);	/* datemultirange */
extern Datum news_confidence_datum(int confidence);	/* real */
extern Datum news_entity_datum(const NewsEntityFields *f);

/* news_array_datum makes the array that the running function returns. */
extern Datum news_array_datum(FunctionCallInfo fcinfo, Datum *elems, uint32 n);

#endif
