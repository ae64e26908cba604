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

/*
 * The array that a function returns, in one piece of memory from the start: a dense
 * article has a find every few bytes, and each palloc'd apart took ten times its size.
 *
 *     NewsList list = news_list_begin(fcinfo);
 *     ... news_list_add(&list, news_entity_datum(f));
 *     return news_list_end(&list);
 *
 * Between begin and end the current memory context is that of an element, emptied
 * by each news_list_add().
 */
typedef struct NewsList
{
	struct ArrayType *array;
	Oid			type;			/* of an element */
	Size		used;			/* bytes of the array */
	Size		room;
	uint32		n;
	MemoryContext element;
	MemoryContext outside;
} NewsList;

extern NewsList news_list_begin(FunctionCallInfo fcinfo);
extern void news_list_add(NewsList *list, Datum element);	/* 0: nothing to add */
extern Datum news_list_end(NewsList *list);

#endif
