/*
 * context.c -- helpers over the context every core function is given.
 */
#include "base/context.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ARRAY_LARGE ((size_t) 256 * 1024)	/* bytes */
#define ZERO_STEP ((size_t) 1024 * 1024)

/*
 * nt_alloc0 returns size zeroed bytes.  The first touch of fresh memory costs
 * some milliseconds a dozen megabytes, so that a large block is done in steps.
 */
void *
nt_alloc0(NtContext *cx, size_t size)
{
	char	   *block = cx->alloc(cx, size);

	for (size_t at = 0; at < size; at += ZERO_STEP)
	{
		size_t		rest = size - at;

		memset(block + at, 0, rest < ZERO_STEP ? rest : ZERO_STEP);
		if (rest > ZERO_STEP)
			cx->poll(cx);
	}
	return block;
}

/* nt_copy returns a NUL-terminated copy of len bytes. */
char *
nt_copy(NtContext *cx, const void *bytes, size_t len)
{
	char	   *copy = cx->alloc(cx, len + 1);

	if (len > 0)
		memcpy(copy, bytes, len);
	copy[len] = '\0';
	return copy;
}

/* nt_raise formats a message and leaves through the context's raise(). */
void
nt_raise(NtContext *cx, NtError error, const char *format,...)
{
	char		message[512];
	va_list		args;

	va_start(args, format);
	vsnprintf(message, sizeof(message), format, args);
	va_end(args);
	cx->raise(cx, error, message);
	abort();					/* raise() never returns */
}

/*
 * nt_array_grow makes room for want elements, doubling and from ARRAY_LARGE on
 * by an eighth, and returns the new address: a large block grows where it is, or
 * its pages move, so that what counts is the room that stays empty.  Counts are 32-bit: an article has fewer bytes than that.
 * With NT_ARRAY_EXACT a small one has no room to spare, so that the address
 * sanitizer sees who reads behind the last element.
 */
void *
nt_array_grow(NtContext *cx, void *at, uint32_t *cap, size_t elem, uint32_t want)
{
	uint64_t	room = *cap < 16 ? 16 : *cap * elem < ARRAY_LARGE ? (uint64_t) *cap * 2 : *cap + (uint64_t) *cap / 8;

#ifdef NT_ARRAY_EXACT
	if (want < 1024)
		room = want;
#endif
	if (room < want)
		room = want;
	if (room > UINT32_MAX)
		nt_raise(cx, NT_ERROR_LIMIT, "article has more than %u parts", UINT32_MAX);
	if (at == NULL)
		at = cx->alloc(cx, (size_t) room * elem);
	else
		at = cx->resize(cx, at, (size_t) *cap * elem, (size_t) room * elem);
	*cap = (uint32_t) room;
	return at;
}
