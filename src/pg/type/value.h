/*
 * value.h -- what the three types have in common: faults, bytes on the wire,
 * comparison functions.
 */
#ifndef NEWSTEXT_VALUE_H
#define NEWSTEXT_VALUE_H

#include "type/types.h"

#include "common/hashfn.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "base/ascii.h"

#define NEWS_FAULT_SHOWN 200	/* bytes of a malformed literal that a message repeats */

pg_noreturn extern void news_version_error(const char *type, int version);

/* Binary input: each raises what the format calls for. */
extern void news_recv_version(StringInfo buf, int version, const NewsMaker *maker);
extern void news_recv_zeros(StringInfo buf, int n, const NewsMaker *maker);
extern NewsBytes news_recv_bytes(StringInfo buf, const NewsMaker *maker);
extern NewsSpan news_recv_span(StringInfo buf);

extern void news_send_bytes(StringInfo buf, NewsBytes bytes);
extern void news_send_span(StringInfo buf, NewsSpan span);

extern bool news_span_check(NewsSpan span, const char *what, const NewsMaker *maker);

/* news_uint64_order is an order for qsort. */
static inline int
news_uint64_order(const void *a, const void *b)
{
	uint64		x = *(const uint64 *) a;
	uint64		y = *(const uint64 *) b;

	return x < y ? -1 : x > y;
}

static inline NewsBytes
news_cstring_bytes(const char *s)
{
	return (NewsBytes) {s, (int) strlen(s)};
}

static inline NewsBytes
news_text_bytes(const text *t)
{
	return (NewsBytes) {VARDATA_ANY(t), (int) VARSIZE_ANY_EXHDR(t)};
}

static inline Datum
news_bytes_datum(NewsBytes b)
{
	return PointerGetDatum(cstring_to_text_with_len(b.at, b.len));
}

/* news_next_element returns the elements of an array one by one, but those that are NULL. */
static inline bool
news_next_element(ArrayIterator it, Datum *value)
{
	bool		isnull = true;

	while (isnull && it != NULL && array_iterate(it, value, &isnull))
		;
	return !isnull;
}

/*
 * Equal values are equal byte for byte, among those of one version.  So that
 * values of different releases compare and hash alike, and indexes go on to
 * hold, an older form, the image, is what is compared and hashed: that of the
 * release that brought the type.
 */
typedef const struct varlena *(*NewsImage) (const struct varlena *value);
typedef int (*NewsCompare) (const struct varlena *a, const struct varlena *b);

static inline const struct varlena *
news_value_itself(const struct varlena *value)
{
	return value;
}

static inline bool
news_value_equal(const struct varlena *a, const struct varlena *b)
{
	return VARSIZE(a) == VARSIZE(b) && memcmp(VARDATA(a), VARDATA(b), VARSIZE(a) - VARHDRSZ) == 0;
}

static inline int
news_value_compare(const struct varlena *a, const struct varlena *b)
{
	int			cmp = memcmp(VARDATA(a), VARDATA(b), Min(VARSIZE(a), VARSIZE(b)) - VARHDRSZ);

	return cmp != 0 ? cmp : (int) VARSIZE(a) - (int) VARSIZE(b);
}

static inline int
news_value_version(const struct varlena *value)
{
	return VARSIZE(value) > VARHDRSZ ? *(const uint8 *) VARDATA(value) : 0;
}

/* What these allocate on the way is gone when they return: they are called for every row of a sort. */
extern bool news_images_equal(const struct varlena *a, const struct varlena *b, NewsImage image);
extern int	news_order(const struct varlena *a, const struct varlena *b, NewsCompare compare);
extern Datum news_hash(const struct varlena *value, NewsImage image);
extern Datum news_hash_extended(const struct varlena *value, NewsImage image, uint64 seed);

/*
 * How a value is printed.  The server keeps what an output function or a cast leaves
 * of each element while it prints an array, so that too is no more than the result.
 */
typedef char *(*NewsPrint) (Datum value);

extern Datum news_print(Datum value, NewsPrint print);	/* cstring */
extern Datum news_print_text(Datum value, NewsPrint print);
extern Datum news_print_jsonb(Datum value, NewsPrint print);

#define NEWS_OUTPUT(type, print) \
	PG_FUNCTION_INFO_V1(type##_out); \
	Datum \
	type##_out(PG_FUNCTION_ARGS) \
	{ \
		return news_print(PG_GETARG_DATUM(0), print); \
	}

static inline bool
news_same(const struct varlena *a, const struct varlena *b, NewsImage image)
{
	return news_value_version(a) == news_value_version(b) ? news_value_equal(a, b) :
		news_images_equal(a, b, image);
}

/*
 * NEWS_COMPARISONS defines TYPE_eq, _ne, _lt, _le, _gt, _ge, _cmp, _hash and
 * _hash_extended over a NewsCompare; NEWS_COMPARISONS_OF those of a type that
 * has several versions.  They poll, since the server compares all elements of two
 * arrays without doing so.
 */
#define NEWS_COMPARISON(name, expression, return_as) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		struct varlena *a = PG_DETOAST_DATUM(PG_GETARG_DATUM(0)); \
		struct varlena *b = PG_DETOAST_DATUM(PG_GETARG_DATUM(1)); \
		int			result = (expression); \
		CHECK_FOR_INTERRUPTS(); \
		PG_FREE_IF_COPY(a, 0); \
		PG_FREE_IF_COPY(b, 1); \
		return_as(result); \
	}

#define NEWS_COMPARISONS(type, compare) NEWS_COMPARISONS_OF(type, compare, news_value_itself)

#define NEWS_COMPARISONS_OF(type, compare, image) \
	NEWS_COMPARISON(type##_eq, news_same(a, b, image), PG_RETURN_BOOL) \
	NEWS_COMPARISON(type##_ne, !news_same(a, b, image), PG_RETURN_BOOL) \
	NEWS_COMPARISON(type##_lt, news_order(a, b, compare) < 0, PG_RETURN_BOOL) \
	NEWS_COMPARISON(type##_le, news_order(a, b, compare) <= 0, PG_RETURN_BOOL) \
	NEWS_COMPARISON(type##_gt, news_order(a, b, compare) > 0, PG_RETURN_BOOL) \
	NEWS_COMPARISON(type##_ge, news_order(a, b, compare) >= 0, PG_RETURN_BOOL) \
	NEWS_COMPARISON(type##_cmp, news_order(a, b, compare), PG_RETURN_INT32) \
	PG_FUNCTION_INFO_V1(type##_hash); \
	Datum \
	type##_hash(PG_FUNCTION_ARGS) \
	{ \
		struct varlena *a = PG_DETOAST_DATUM(PG_GETARG_DATUM(0)); \
		Datum		hash = news_hash(a, image); \
		PG_FREE_IF_COPY(a, 0); \
		return hash; \
	} \
	PG_FUNCTION_INFO_V1(type##_hash_extended); \
	Datum \
	type##_hash_extended(PG_FUNCTION_ARGS) \
	{ \
		struct varlena *a = PG_DETOAST_DATUM(PG_GETARG_DATUM(0)); \
		Datum		hash = news_hash_extended(a, image, PG_GETARG_INT64(1)); \
		PG_FREE_IF_COPY(a, 0); \
		return hash; \
	}

/*
 * NEWS_ACCESSOR defines a function of one value: unpack fills the fields f of
 * argument 0; NULL when the field is missing, else the result.
 */
#define NEWS_ACCESSOR(name, fields, unpack, missing, result) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		fields		f; \
		unpack; \
		if (missing) \
			PG_RETURN_NULL(); \
		PG_RETURN_DATUM(result); \
	}

#endif
