/*
 * bars.h -- the text forms of news_quote and news_date: fields between bars.
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
extern bool news_bars_confidence(NewsBytes field, int *out, const NewsMaker *maker);

/* news_is_json tells a JSON object from fields between bars. */
extern bool news_is_json(const char *input);

/* [1,9) and {[1,9),[14,20)}, as the range types print them; false when it is none. */
extern bool news_span_read(NewsBytes s, NewsSpan *out);
extern bool news_spans_read(NewsBytes s, NewsSpan **out, uint32 *n);

#endif
