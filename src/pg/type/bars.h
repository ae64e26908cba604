/*
 * bars.h -- the text forms of news_quote, news_date and news_amount: fields between bars.
 */
#ifndef NEWSTEXT_BARS_H
#define NEWSTEXT_BARS_H

#include "type/value.h"

/* Writing: the first field, then the others; nothing is written for an empty one. */
extern void news_bars_put(StringInfo out, NewsBytes bytes);
extern void news_bars_put_span(StringInfo out, NewsSpan span);
extern void news_bars_put_spans(StringInfo out, const NewsSpan *spans, uint32 n);
extern void news_bars_put_confidence(StringInfo out, int confidence);
extern void news_bars_end(StringInfo out);

/* Reading. */
extern uint32 news_bars_split(const char *input, NewsBytes **fields);
extern bool news_bars_fields(const char *input, NewsBytes *all, uint32 n, const NewsMaker *maker);
extern bool news_bars_span(NewsBytes field, NewsSpan *out, const NewsMaker *maker);
extern bool news_bars_confidence(NewsBytes field, int *out, const NewsMaker *maker);

/*
 * news_input reads a literal: a JSON object, or fields between bars; NEWS_INPUT defines TYPE_in.  The
 * readers return 0 after a soft error, as news_fault() does.
 */
typedef Datum (*NewsReader) (char *input, const NewsMaker *maker);

extern Datum news_input(FunctionCallInfo fcinfo, const char *type, NewsReader from_json, NewsReader from_bars);

#define NEWS_INPUT(type, from_json, from_bars) \
	PG_FUNCTION_INFO_V1(type##_in); \
	Datum \
	type##_in(PG_FUNCTION_ARGS) \
	{ \
		return news_input(fcinfo, #type, from_json, from_bars); \
	}

/* [1,9) and {[1,9),[14,20)}, as the range types print them; false when it is none. */
extern bool news_span_read(NewsBytes s, NewsSpan *out);
extern bool news_spans_read(NewsBytes s, NewsSpan **out, uint32 *n);

#endif
