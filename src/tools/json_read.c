/*
 * json_read.c -- a small JSON reader (RFC 8259) for the corpora.
 */
#include "json_read.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#define JSON_DEPTH 64

typedef struct Reader
{
	NtContext  *cx;
	const char *start;
	const char *p;
	const char *end;
} Reader;

static void json_value(Reader *r, Json *value, int depth);

static void __attribute__((noreturn))
fail(const Reader *r, const char *what)
{
	nt_raise(r->cx, NT_ERROR_INPUT, "JSON: %s at byte %ld", what, (long) (r->p - r->start));
}

static void
skip_space(Reader *r)
{
	while (r->p < r->end && strchr(" \t\r\n", *r->p) != NULL)
		r->p++;
}

static uint32_t
hex4(Reader *r)
{
	uint32_t	value = 0;

	if (r->end - r->p < 4)
		fail(r, "short escape");
	for (int i = 0; i < 4; i++)
	{
		char		c = *r->p++;

		value <<= 4;
		if (c >= '0' && c <= '9')
			value |= (uint32_t) (c - '0');
		else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
			value |= (uint32_t) ((c | 0x20) - 'a' + 10);
		else
			fail(r, "bad escape");
	}
	return value;
}

static const char *
read_string(Reader *r, uint32_t *len)
{
	const char *close = ++r->p;
	char	   *out;
	uint32_t	n = 0;

	while (close < r->end && *close != '"')
		close += *close == '\\' ? 2 : 1;
	if (close >= r->end)
		fail(r, "unterminated string");
	out = r->cx->alloc(r->cx, (size_t) (close - r->p) + 1);
	while (r->p < close)
	{
		char		c = *r->p++;
		uint32_t	cp;

		if (c != '\\')
		{
			out[n++] = c;
			continue;
		}
		switch (c = *r->p++)
		{
			case 'n':
				out[n++] = '\n';
				break;
			case 't':
				out[n++] = '\t';
				break;
			case 'r':
				out[n++] = '\r';
				break;
			case 'b':
				out[n++] = '\b';
				break;
			case 'f':
				out[n++] = '\f';
				break;
			case 'u':
				cp = hex4(r);
				if (cp >= 0xD800 && cp < 0xDC00 && close - r->p >= 6 && r->p[0] == '\\' && r->p[1] == 'u')
				{
					r->p += 2;
					cp = 0x10000 + ((cp - 0xD800) << 10) + (hex4(r) - 0xDC00);
				}
				n += (uint32_t) utf8proc_encode_char((utf8proc_int32_t) cp, (utf8proc_uint8_t *) out + n);
				break;
			default:
				out[n++] = c;
		}
	}
	out[n] = '\0';
	r->p = close + 1;
	*len = n;
	return out;
}

static void
read_members(Reader *r, Json *value, int depth, char close)
{
	NtArray(Json) members = {0};

	r->p++;
	skip_space(r);
	while (r->p < r->end && *r->p != close)
	{
		Json		member = {0};

		if (close == '}')
		{
			uint32_t	len;

			if (*r->p != '"')
				fail(r, "expected a key");
			member.key = read_string(r, &len);
			skip_space(r);
			if (r->p >= r->end || *r->p++ != ':')
				fail(r, "expected a colon");
		}
		json_value(r, &member, depth + 1);
		*nt_push(r->cx, &members) = member;
		skip_space(r);
		if (r->p < r->end && *r->p == ',')
		{
			r->p++;
			skip_space(r);
		}
		else if (r->p >= r->end || *r->p != close)
			fail(r, "expected a comma");
	}
	if (r->p >= r->end)
		fail(r, "unterminated array or object");
	r->p++;
	value->at = members.at;
	value->len = members.n;
}

static void
json_value(Reader *r, Json *value, int depth)
{
	char	   *after;

	if (depth > JSON_DEPTH)
		fail(r, "too deep");
	skip_space(r);
	if (r->p >= r->end)
		fail(r, "expected a value");
	switch (*r->p)
	{
		case '"':
			value->kind = JSON_STRING;
			value->string = read_string(r, &value->len);
			return;
		case '[':
			value->kind = JSON_ARRAY;
			read_members(r, value, depth, ']');
			return;
		case '{':
			value->kind = JSON_OBJECT;
			read_members(r, value, depth, '}');
			return;
		case 't':
		case 'f':
			value->kind = JSON_BOOL;
			value->number = *r->p == 't';
			r->p += *r->p == 't' ? 4 : 5;
			return;
		case 'n':
			r->p += 4;
			return;
		default:
			value->kind = JSON_NUMBER;
			value->number = strtod(r->p, &after);
			if (after == r->p)
				fail(r, "expected a value");
			r->p = after;
	}
}

Json *
json_read(NtContext *cx, const char *text, size_t len)
{
	Reader		r = {cx, text, text, text + len};
	Json	   *value = nt_alloc0(cx, sizeof(Json));

	json_value(&r, value, 0);
	return value;
}

const Json *
json_get(const Json *object, const char *key)
{
	if (object != NULL && object->kind == JSON_OBJECT)
		for (uint32_t i = 0; i < object->len; i++)
			if (strcmp(object->at[i].key, key) == 0)
				return &object->at[i];
	return NULL;
}

const char *
json_string(const Json *object, const char *key)
{
	const Json *value = json_get(object, key);

	return value != NULL && value->kind == JSON_STRING ? value->string : NULL;
}

int
json_int(const Json *value)
{
	return value != NULL && value->kind == JSON_NUMBER ? (int) value->number : 0;
}

uint32_t *
json_offsets(NtContext *cx, const char *text, uint32_t len, uint32_t *chars)
{
	uint32_t   *offsets = cx->alloc(cx, ((size_t) len + 1) * sizeof(uint32_t));
	uint32_t	n = 0;

	for (uint32_t at = 0; at < len; n++)
	{
		int32_t		cp;

		offsets[n] = at;
		at += (uint32_t) utf8_next((const uint8_t *) text + at, (const uint8_t *) text + len, &cp);
	}
	offsets[n] = len;
	*chars = n;
	return offsets;
}

void
json_print(FILE *out, const char *text, size_t len)
{
	fputc('"', out);
	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) text[i];

		if (c == '"' || c == '\\')
			fprintf(out, "\\%c", c);
		else if (c < 0x20)
			fprintf(out, "\\u%04x", c);
		else
			fputc(c, out);
	}
	fputc('"', out);
}

void
json_each(NtContext *cx, const char *path, JsonVisit visit, void *data)
{
	FILE	   *in = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
	char	   *line = NULL;
	size_t		room = 0;
	ssize_t		len;

	if (in == NULL)
		nt_raise(cx, NT_ERROR_INPUT, "could not open %s", path);
	while ((len = getline(&line, &room, in)) > 0)
		visit(data, json_read(cx, line, (size_t) len));
	free(line);
	if (in != stdin)
		fclose(in);
}
