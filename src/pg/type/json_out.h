/*
 * json_out.h -- the values as JSON objects, for programs.
 */
#ifndef NEWSTEXT_JSON_OUT_H
#define NEWSTEXT_JSON_OUT_H

#include "type/value.h"

#include "utils/fmgrprotos.h"
#include "utils/jsonb.h"

/* Reading.  Each returns false after a soft error, as news_fault() does. */
extern bool news_json_object(char *input, const char *const *keys, int n, JsonbValue *values,
							 const NewsMaker *maker);
extern bool news_json_bytes(const JsonbValue *v, const char *key, NewsBytes *out, const NewsMaker *maker);
extern bool news_json_confidence(const JsonbValue *v, int *out, const NewsMaker *maker);
extern bool news_json_entity(const JsonbValue *v, const char *key, NewsEntityFields *out, const NewsMaker *maker);
extern bool news_json_entities(const JsonbValue *v, const char *key, NewsEntityFields **out, uint32 *n,
							   const NewsMaker *maker);
extern bool news_json_pair(const JsonbValue *v, JsonbValue *first, JsonbValue *second);
extern bool news_json_span(const JsonbValue *v, const char *key, NewsSpan *out, const NewsMaker *maker);
extern bool news_json_spans(const JsonbValue *v, const char *key, NewsSpan **out, uint32 *n,
							const NewsMaker *maker);

/* Writing; nothing is written for what is missing. */
extern void news_json_begin(StringInfo out);
extern void news_json_key(StringInfo out, const char *key);
extern void news_json_entity_object(StringInfo out, const NewsEntityFields *f);
extern void news_json_put(StringInfo out, const char *key, NewsBytes bytes);
extern void news_json_put_confidence(StringInfo out, int confidence);
extern void news_json_put_span(StringInfo out, const char *key, NewsSpan span);
extern void news_json_put_spans(StringInfo out, const char *key, const NewsSpan *spans, uint32 n);

/*
 * NEWS_JSON_CASTS defines TYPE_to_jsonb and TYPE_to_json over what prints a value as
 * JSON.  The last is there so that to_jsonb() and row_to_json() nest the object.
 */
#define NEWS_JSON_CASTS(type, print) \
	PG_FUNCTION_INFO_V1(type##_to_jsonb); \
	Datum \
	type##_to_jsonb(PG_FUNCTION_ARGS) \
	{ \
		return news_print_jsonb(PG_GETARG_DATUM(0), print); \
	} \
	PG_FUNCTION_INFO_V1(type##_to_json); \
	Datum \
	type##_to_json(PG_FUNCTION_ARGS) \
	{ \
		return news_print_text(PG_GETARG_DATUM(0), print); \
	}

#endif
