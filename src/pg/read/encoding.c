/*
 * encoding.c -- between the server's encoding and UTF-8.
 *
 * A server stores text that it cannot convert: five bytes of WIN1252 are no
 * character, some characters of EUC_JIS_2004 have no Unicode, and of
 * MULE_INTERNAL there is no conversion at all.  A generated column that failed
 * on them would refuse the row.  So what can be read is read:
 *
 *     He paid 5\x81 in Oslo.    He paid 5(U+FFFD) in Oslo.
 */
#include "read/encoding.h"

#include "catalog/namespace.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"

#define UNREADABLE "\xEF\xBF\xBD"	/* U+FFFD */
#define CONVERT_AT_ONCE (1024 * 1024)	/* bytes between two polls */

/* encoding_is_utf8: the core reads the server's text as it is. */
static bool
encoding_is_utf8(void)
{
	return GetDatabaseEncoding() == PG_UTF8 || GetDatabaseEncoding() == PG_SQL_ASCII;
}

/* put_unreadable reads a character without the server's help: ASCII is what it is. */
static int
put_unreadable(char first, char *out)
{
	if (!IS_HIGHBIT_SET(first))
	{
		*out = first;
		return 1;
	}
	memcpy(out, UNREADABLE, strlen(UNREADABLE));
	return strlen(UNREADABLE);
}

NewsBytes
encoding_to_utf8(const char *text, int len)
{
	int			encoding = GetDatabaseEncoding();
	Oid			proc;
	char	   *out;
	Size		used = 0;

	if (encoding_is_utf8() || len == 0)
		return (NewsBytes) {text, len};
	proc = FindDefaultConversionProc(encoding, PG_UTF8);
	out = MemoryContextAllocHuge(CurrentMemoryContext, (Size) len * MAX_CONVERSION_GROWTH + 1);
	for (int at = 0, end = 0; at < len;)
	{
		int			read;

		CHECK_FOR_INTERRUPTS();
		if (at >= end)
			end = len - at <= CONVERT_AT_ONCE ? len : at + pg_mbcliplen(text + at, len - at, CONVERT_AT_ONCE);
		read = !OidIsValid(proc) ? 0 :
			pg_do_encoding_conversion_buf(proc, encoding, PG_UTF8, (unsigned char *) text + at, end - at,
										  (unsigned char *) out + used,
										  (end - at) * MAX_CONVERSION_GROWTH + 1, true);
		if (read > 0)
			used += strlen(out + used);
		at += read;
		if (at < end)
		{
			used += put_unreadable(text[at], out + used);
			at += Min(pg_mblen(text + at), len - at);
		}
	}
	out[used] = '\0';
	if (used < (Size) len * 2)
		out = repalloc_huge(out, used + 1);
	return (NewsBytes) {out, used};
}

bool
encoding_to_server(NewsBytes utf8, NewsBytes *out)
{
	int			encoding = GetDatabaseEncoding();
	Oid			proc;
	char	   *converted;
	Size		room = (Size) utf8.len * MAX_CONVERSION_GROWTH + 1;

	*out = utf8;
	if (encoding_is_utf8() || utf8.len == 0)
		return true;
	proc = FindDefaultConversionProc(PG_UTF8, encoding);
	if (!OidIsValid(proc) || room > MaxAllocSize)
		return false;
	converted = palloc(room);
	if (pg_do_encoding_conversion_buf(proc, PG_UTF8, encoding, (unsigned char *) utf8.at, utf8.len,
									  (unsigned char *) converted, room, true) != utf8.len)
		return false;
	*out = (NewsBytes) {converted, (int) strlen(converted)};
	return true;
}
