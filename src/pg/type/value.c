/*
 * value.c -- what the three types have in common.
 */
#include "type/value.h"

#include "utils/memutils.h"

/*
 * news_fault reports a fault with the SQLSTATE of its origin; see types.h.
 * It returns, false, only when errors are soft.
 */
bool
news_fault(const NewsMaker *maker, const char *detail,...)
{
	char		why[512];
	va_list		args;
	int			code = maker->origin == FROM_TEXT ? ERRCODE_INVALID_TEXT_REPRESENTATION :
		maker->origin == FROM_BINARY ? ERRCODE_INVALID_BINARY_REPRESENTATION :
		ERRCODE_INVALID_PARAMETER_VALUE;

	va_start(args, detail);
	vsnprintf(why, sizeof(why), detail, args);
	va_end(args);

	if (maker->input != NULL)
	{
		int			len = strlen(maker->input);
		int			shown = pg_mbcliplen(maker->input, len, NEWS_FAULT_SHOWN);

		ereturn(maker->escontext, false,
				(errcode(code),
				 errmsg("invalid input syntax for type %s: \"%.*s%s\"", maker->type,
						shown, maker->input, shown < len ? "..." : ""),
				 errdetail_internal("%s", why)));
	}
	ereturn(maker->escontext, false,
			(errcode(code),
			 maker->origin == FROM_BINARY ?
			 errmsg("invalid binary representation of type %s", maker->type) :
			 errmsg("invalid %s", maker->type),
			 errdetail_internal("%s", why)));
}

/* news_version_error reports a stored value that no release has written. */
void
news_version_error(const char *type, int version)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATA_CORRUPTED),
			 errmsg("%s value cannot be read", type),
			 errdetail("It has version %d, which this release of newstext does not know, or it is damaged.", version)));
}

/* apart_begin switches to memory that apart_end empties. */
static MemoryContext
apart_begin(void)
{
	static MemoryContext memory = NULL;

	if (memory == NULL)
		memory = AllocSetContextCreate(TopMemoryContext, "news value", ALLOCSET_SMALL_SIZES);
	return MemoryContextSwitchTo(memory);
}

static void
apart_end(MemoryContext old)
{
	MemoryContextReset(MemoryContextSwitchTo(old));
}

bool
news_images_equal(const struct varlena *a, const struct varlena *b, NewsImage image)
{
	MemoryContext old = apart_begin();
	bool		equal = news_value_equal(image(a), image(b));

	apart_end(old);
	return equal;
}

int
news_order(const struct varlena *a, const struct varlena *b, NewsCompare compare)
{
	MemoryContext old = apart_begin();
	int			order = compare(a, b);

	apart_end(old);
	return order;
}

Datum
news_hash(const struct varlena *value, NewsImage image)
{
	MemoryContext old = apart_begin();
	const struct varlena *v = image(value);
	Datum		hash = hash_any((const unsigned char *) VARDATA(v), VARSIZE(v) - VARHDRSZ);

	apart_end(old);
	return hash;
}

Datum
news_hash_extended(const struct varlena *value, NewsImage image, uint64 seed)
{
	MemoryContext old = apart_begin();
	const struct varlena *v = image(value);
	Datum		hash = hash_any_extended((const unsigned char *) VARDATA(v), VARSIZE(v) - VARHDRSZ, seed);

	apart_end(old);
	return hash;
}

Datum
news_print(Datum value, NewsPrint print)
{
	MemoryContext old = apart_begin();
	char	   *text = MemoryContextStrdup(old, print(value));

	apart_end(old);
	return CStringGetDatum(text);
}

Datum
news_print_text(Datum value, NewsPrint print)
{
	MemoryContext old = apart_begin();
	const char *printed = print(value);
	Size		size = VARHDRSZ + strlen(printed);
	text	   *result = MemoryContextAlloc(old, size);

	SET_VARSIZE(result, size);
	memcpy(VARDATA(result), printed, size - VARHDRSZ);
	apart_end(old);
	return PointerGetDatum(result);
}

Datum
news_print_jsonb(Datum value, NewsPrint print)
{
	MemoryContext old = apart_begin();
	Datum		made = DirectFunctionCall1(jsonb_in, CStringGetDatum(print(value)));
	struct varlena *result = MemoryContextAlloc(old, VARSIZE(DatumGetPointer(made)));

	memcpy(result, DatumGetPointer(made), VARSIZE(DatumGetPointer(made)));
	apart_end(old);
	return PointerGetDatum(result);
}

int
news_bytes_compare(NewsBytes a, NewsBytes b)
{
	int			cmp = memcmp(a.at, b.at, Min(a.len, b.len));

	return cmp != 0 ? cmp : a.len - b.len;
}

bool
news_span_check(NewsSpan span, const char *what, const NewsMaker *maker)
{
	if (span.lower == 0 && span.upper == 0)
		return true;
	if (span.lower < 1 || span.upper <= span.lower)
		return news_fault(maker, "The %s [%d,%d) is no range of characters; the first has number 1.",
						  what, span.lower, span.upper);
	return true;
}

void
news_recv_version(StringInfo buf, int version, const NewsMaker *maker)
{
	int			got = pq_getmsgbyte(buf);

	if (got != version)
		news_fault(maker, "It has version %d, this release of newstext reads version %d.", got, version);
}

void
news_recv_zeros(StringInfo buf, int n, const NewsMaker *maker)
{
	while (n-- > 0)
		if (pq_getmsgbyte(buf) != 0)
			news_fault(maker, "A reserved byte is not zero.");
}

/* news_recv_bytes reads an int32 length and so many bytes of text. */
NewsBytes
news_recv_bytes(StringInfo buf, const NewsMaker *maker)
{
	int			len = (int) pq_getmsgint(buf, 4);
	NewsBytes	bytes;

	if (len < 0 || len > buf->len - buf->cursor)
		news_fault(maker, "A text of %d bytes is announced, %d bytes are left.",
				   len, buf->len - buf->cursor);
	bytes.at = pq_getmsgtext(buf, len, &bytes.len);
	return bytes;
}

NewsSpan
news_recv_span(StringInfo buf)
{
	NewsSpan	span;

	span.lower = (int32) pq_getmsgint(buf, 4);
	span.upper = (int32) pq_getmsgint(buf, 4);
	return span;
}

void
news_send_bytes(StringInfo buf, NewsBytes bytes)
{
	compat_sendcountedtext(buf, bytes.at, bytes.len);
}

void
news_send_span(StringInfo buf, NewsSpan span)
{
	pq_sendint32(buf, span.lower);
	pq_sendint32(buf, span.upper);
}
