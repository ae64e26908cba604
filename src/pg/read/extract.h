/*
 * extract.h -- what the core found, as fields of the types.
 */
#ifndef NEWSTEXT_EXTRACT_H
#define NEWSTEXT_EXTRACT_H

#include "read/analysis.h"

/* A quote, with room for its parts and abouts that the next call uses again. */
typedef struct NewsQuoteRoom
{
	MemoryContext memory;		/* of all below */
	NewsQuoteFields f;
	NewsSpan   *parts;
	uint32		parts_room;
	NewsEntityFields *abouts;
	uint32		abouts_room;
	uint32	   *seen;			/* an entity each: 1 + the quote that named it last */
} NewsQuoteRoom;

/*
 * extract_array returns the array that a function over an analysis answers with, and
 * ends the analysis: make makes the value number i of n, 0 when there is nothing to tell.
 */
typedef Datum (*NewsMake) (NewsAnalysis *a, uint32 i, void *room);

extern Datum extract_array(FunctionCallInfo fcinfo, NewsAnalysis *a, uint32 n, NewsMake make, void *room);

extern bool extract_quote_fields(NewsAnalysis *a, uint32 quote, NewsQuoteRoom *room);
extern bool extract_date_fields(const NewsAnalysis *a, uint32 date, NewsDateFields *f);

/* The arguments published and prefer of a function over dates. */
extern void extract_find_dates(FunctionCallInfo fcinfo, NewsAnalysis *a);

#endif
