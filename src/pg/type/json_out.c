/*
 * json_out.c -- the values as JSON objects, for programs:
 *
 *     {"kind": "direct", "speaker": {"kind": "person", "name": "Yuri Ushakov"},
 *      "text": "We agreed.", "confidence": 0.93, "parts": [[1, 13]]}
 *
 * One shape everywhere: an entity is an object, a span of characters [start,
 * end] with start from 1 and end the first character after it, and so are days,
 * ["2025-04-24", "2025-04-25"].  The server's own parser reads an object; here
 * it is only looked through.  Keys may come in any order, and a key that is not
 * known is a fault rather than ignored, so that nothing that was written is
 * lost in silence.  Release 0.1.0 wrote entities, spans and days as the strings
 * that their types print, "person:Yuri Ushakov" and "{[1,13)}": these are read
 * too, for its dumps.
 */
#include "type/json_out.h"

#include "type/bars.h"

#include "utils/fmgrprotos.h"
#include "utils/json.h"
#include "utils/numeric.h"

/*
 * news_json_object reads a JSON object and stores the value of keys[i] in
 * values[i]; those missing or null have type jbvNull.
 */
bool
news_json_object(char *input, const char *const *keys, int n, JsonbValue *values,
				 const NewsMaker *maker)
{
	Datum		parsed;
	JsonbIterator *it;
	JsonbIteratorToken token;
	JsonbValue	v;
	int			key = -1;

	for (int i = 0; i < n; i++)
		values[i].type = jbvNull;
	if (!compat_input(jsonb_in, input, maker->escontext, &parsed))
		return false;
	if (!JB_ROOT_IS_OBJECT(DatumGetJsonbP(parsed)))
		return news_fault(maker, "It is written as a JSON object.");

	it = JsonbIteratorInit(&DatumGetJsonbP(parsed)->root);
	(void) JsonbIteratorNext(&it, &v, false);
	while ((token = JsonbIteratorNext(&it, &v, true)) != WJB_DONE)
	{
		if (token == WJB_KEY)
		{
			for (key = 0; key < n; key++)
				if (strlen(keys[key]) == v.val.string.len &&
					memcmp(keys[key], v.val.string.val, v.val.string.len) == 0)
					break;
			if (key == n)
				return news_fault(maker, "Key \"%.*s\" is not known.",
								  pg_mbcliplen(v.val.string.val, v.val.string.len, 60),
								  v.val.string.val);
		}
		else if (token == WJB_VALUE)
			values[key] = v;
	}
	return true;
}

bool
news_json_bytes(const JsonbValue *v, const char *key, NewsBytes *out, const NewsMaker *maker)
{
	if (v->type == jbvNull)
		return true;
	if (v->type != jbvString)
		return news_fault(maker, "The value of \"%s\" is not a string.", key);
	out->at = v->val.string.val;
	out->len = v->val.string.len;
	return true;
}

/* Confidence is a number from 0 to 1; thousandths are kept. */
bool
news_json_confidence(const JsonbValue *v, int *out, const NewsMaker *maker)
{
	double		number;

	if (v->type == jbvNull)
		return true;
	if (v->type != jbvNumeric)
		return news_fault(maker, "The value of \"%s\" is not a number.", "confidence");
	number = DatumGetFloat8(DirectFunctionCall1(numeric_float8_no_overflow,
												NumericGetDatum(v->val.numeric)));
	if (!(number >= 0 && number <= 1))
		return news_fault(maker, "The confidence is not between 0 and 1.");
	*out = (int) (number * NEWS_CONFIDENCE_ONE + 0.5);
	return true;
}

/* next_pair steps to the next key of an object, and gives its value too. */
static bool
next_pair(JsonbIterator **it, JsonbValue *key, JsonbValue *value)
{
	if (JsonbIteratorNext(it, key, true) != WJB_KEY)
		return false;
	(void) JsonbIteratorNext(it, value, true);
	return true;
}

static bool
key_is(const JsonbValue *key, const char *name)
{
	return key->val.string.len == (int) strlen(name) && memcmp(key->val.string.val, name, key->val.string.len) == 0;
}

/* entity_object reads {"kind": ..., "name": ..., "id": ...}. */
static bool
entity_object(JsonbContainer *object, const char *key, NewsEntityFields *out, const NewsMaker *maker)
{
	JsonbIterator *it = JsonbIteratorInit(object);
	JsonbValue	name;
	JsonbValue	value;
	NewsBytes	kind = {NULL, 0};

	(void) JsonbIteratorNext(&it, &value, false);
	while (next_pair(&it, &name, &value))
	{
		if (!(key_is(&name, "kind") ? news_json_bytes(&value, "kind", &kind, maker) :
			  key_is(&name, "name") ? news_json_bytes(&value, "name", &out->name, maker) :
			  key_is(&name, "id") ? news_json_bytes(&value, "id", &out->id, maker) :
			  news_fault(maker, "An entity of \"%s\" has keys other than kind, name and id.", key)))
			return false;
	}
	out->kind = entity_kind_number(kind.at, kind.len);
	if (out->kind == 0)
		return news_fault(maker, "An entity of \"%s\" has no kind, or one that is not known.", key);
	return news_entity_accept(out, maker);
}

bool
news_json_entity(const JsonbValue *v, const char *key, NewsEntityFields *out, const NewsMaker *maker)
{
	if (v->type == jbvNull)
		return true;
	if (v->type == jbvString)
		return v->val.string.len == 0 ||
			news_entity_parse(v->val.string.val, v->val.string.len, out, maker);
	if (v->type != jbvBinary || !JsonContainerIsObject(v->val.binary.data))
		return news_fault(maker, "The value of \"%s\" is not an entity.", key);
	return entity_object(v->val.binary.data, key, out, maker);
}

bool
news_json_entities(const JsonbValue *v, const char *key, NewsEntityFields **out, uint32 *n,
				   const NewsMaker *maker)
{
	JsonbIterator *it;
	JsonbValue	item;

	if (v->type == jbvNull)
		return true;
	if (v->type != jbvBinary || !JsonContainerIsArray(v->val.binary.data))
		return news_fault(maker, "The value of \"%s\" is not a list.", key);
	*out = palloc0(Max(JsonContainerSize(v->val.binary.data), 1) * sizeof(NewsEntityFields));
	it = JsonbIteratorInit(v->val.binary.data);
	(void) JsonbIteratorNext(&it, &item, false);
	while (JsonbIteratorNext(&it, &item, true) == WJB_ELEM)
	{
		if (item.type == jbvNull || (item.type == jbvString && item.val.string.len == 0))
			return news_fault(maker, "An element of \"%s\" is empty.", key);
		if (!news_json_entity(&item, key, &(*out)[*n], maker))
			return false;
		(*n)++;
	}
	return true;
}

/* news_json_pair tells whether a value is a list of two, and gives them. */
bool
news_json_pair(const JsonbValue *v, JsonbValue *first, JsonbValue *second)
{
	JsonbIterator *it;
	JsonbValue	item;

	if (v->type != jbvBinary || !JsonContainerIsArray(v->val.binary.data) ||
		JsonContainerSize(v->val.binary.data) != 2)
		return false;
	it = JsonbIteratorInit(v->val.binary.data);
	(void) JsonbIteratorNext(&it, &item, false);
	(void) JsonbIteratorNext(&it, first, true);
	(void) JsonbIteratorNext(&it, second, true);
	return true;
}

/* json_int reads a number that is an int4. */
static bool
json_int(const JsonbValue *v, int32 *out)
{
	double		number;

	if (v->type != jbvNumeric)
		return false;
	number = DatumGetFloat8(DirectFunctionCall1(numeric_float8_no_overflow,
												NumericGetDatum(v->val.numeric)));
	if (!(number >= 0 && number <= PG_INT32_MAX) || number != (double) (int32) number)
		return false;
	*out = (int32) number;
	return true;
}

static bool
json_span(const JsonbValue *v, NewsSpan *out)
{
	JsonbValue	lower;
	JsonbValue	upper;

	return news_json_pair(v, &lower, &upper) && json_int(&lower, &out->lower) &&
		json_int(&upper, &out->upper) && out->lower > 0;
}

bool
news_json_span(const JsonbValue *v, const char *key, NewsSpan *out, const NewsMaker *maker)
{
	if (v->type == jbvNull || (v->type == jbvString ?
							   news_span_read((NewsBytes) {v->val.string.val, v->val.string.len}, out) :
							   json_span(v, out)))
		return true;
	return news_fault(maker, "The value of \"%s\" is not a span of characters such as [1, 9].", key);
}

bool
news_json_spans(const JsonbValue *v, const char *key, NewsSpan **out, uint32 *n, const NewsMaker *maker)
{
	JsonbIterator *it;
	JsonbValue	item;
	bool		good = true;

	if (v->type == jbvNull)
		return true;
	if (v->type == jbvString)
		good = news_spans_read((NewsBytes) {v->val.string.val, v->val.string.len}, out, n);
	else if (v->type == jbvBinary && JsonContainerIsArray(v->val.binary.data))
	{
		*out = palloc_extended(Max(JsonContainerSize(v->val.binary.data), 1) * sizeof(NewsSpan), MCXT_ALLOC_HUGE);
		it = JsonbIteratorInit(v->val.binary.data);
		(void) JsonbIteratorNext(&it, &item, false);
		while (good && JsonbIteratorNext(&it, &item, true) == WJB_ELEM)
			good = json_span(&item, &(*out)[(*n)++]);
	}
	else
		good = false;
	return good || news_fault(maker, "The value of \"%s\" is not a list of spans such as [[1, 9], [14, 20]].", key);
}

void
news_json_begin(StringInfo out)
{
	initStringInfo(out);
	appendStringInfoChar(out, '{');
}

void
news_json_key(StringInfo out, const char *key)
{
	appendStringInfo(out, "%s\"%s\": ", out->len > 1 ? ", " : "", key);
}

static void
news_json_quoted(StringInfo out, NewsBytes bytes)
{
	char	   *copy = pnstrdup(bytes.at, bytes.len);

	escape_json(out, copy);
	pfree(copy);
}

/* news_json_entity_object writes an entity. */
void
news_json_entity_object(StringInfo out, const NewsEntityFields *f)
{
	appendStringInfo(out, "{\"kind\": \"%s\", \"name\": ", entity_kind_name(f->kind));
	news_json_quoted(out, f->name);
	if (f->id.len > 0)
		appendStringInfo(out, ", \"id\": \"%.*s\"", f->id.len, f->id.at);
	appendStringInfoChar(out, '}');
}

void
news_json_put(StringInfo out, const char *key, NewsBytes bytes)
{
	if (bytes.len == 0)
		return;
	news_json_key(out, key);
	news_json_quoted(out, bytes);
}

void
news_json_put_confidence(StringInfo out, int confidence)
{
	news_json_key(out, "confidence");
	appendStringInfo(out, "%d.%03d", confidence / NEWS_CONFIDENCE_ONE, confidence % NEWS_CONFIDENCE_ONE);
}

void
news_json_put_span(StringInfo out, const char *key, NewsSpan span)
{
	if (span.lower == 0)
		return;
	news_json_key(out, key);
	appendStringInfo(out, "[%d, %d]", span.lower, span.upper);
}

void
news_json_put_spans(StringInfo out, const char *key, const NewsSpan *spans, uint32 n)
{
	if (n == 0)
		return;
	news_json_key(out, key);
	for (uint32 i = 0; i < n; i++)
		appendStringInfo(out, "%s[%d, %d]", i == 0 ? "[" : ", ", spans[i].lower, spans[i].upper);
	appendStringInfoChar(out, ']');
}
