/*
 * json.h -- the text forms of news_quote and news_date, which are JSON objects.
 */
#ifndef NEWSTEXT_JSON_H
#define NEWSTEXT_JSON_H

#include "value.h"

#include "utils/jsonb.h"

/* Reading.  Each returns false after a soft error, as news_fault() does. */
extern bool news_json_object(char *input, const char *const *keys, int n, JsonbValue *values,
							 const NewsMaker *maker);
extern bool news_json_bytes(const JsonbValue *v, const char *key, NewsBytes *out, const NewsMaker *maker);
extern bool news_json_confidence(const JsonbValue *v, int *out, const NewsMaker *maker);
extern bool news_json_span(const JsonbValue *v, const char *key, NewsSpan *out, const NewsMaker *maker);
extern bool news_json_spans(const JsonbValue *v, const char *key, NewsSpan **out, uint32 *n,
							const NewsMaker *maker);

/* Writing; nothing is written for what is missing. */
extern void news_json_begin(StringInfo out);
extern void news_json_key(StringInfo out, const char *key);
extern void news_json_quoted(StringInfo out, NewsBytes bytes);
extern void news_json_put(StringInfo out, const char *key, NewsBytes bytes);
extern void news_json_put_confidence(StringInfo out, int confidence);
extern void news_json_put_span(StringInfo out, const char *key, NewsSpan span);
extern void news_json_put_spans(StringInfo out, const char *key, const NewsSpan *spans, uint32 n);

#endif
