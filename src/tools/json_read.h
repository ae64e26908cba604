/*
 * json_read.h -- a small JSON reader for the corpora: one document a line.
 *
 * Values live in the arena they were read into.  Strings are UTF-8, escapes
 * resolved; offsets in the corpora count code points, json_offsets() maps
 * them to bytes.
 */
#ifndef NEWSTEXT_JSON_READ_H
#define NEWSTEXT_JSON_READ_H

#include "base/context.h"

#include <stdio.h>

typedef enum JsonKind
{
	JSON_NULL,
	JSON_BOOL,
	JSON_NUMBER,
	JSON_STRING,
	JSON_ARRAY,
	JSON_OBJECT
} JsonKind;

typedef struct Json
{
	JsonKind	kind;
	double		number;
	const char *string;			/* NUL-terminated; length also in len */
	uint32_t	len;			/* of a string in bytes, of an array or object in members */
	struct Json *at;			/* members */
	const char *key;			/* when a member of an object */
} Json;

/* json_read parses one value; raises NT_ERROR_INPUT with the byte of a fault. */
extern Json *json_read(NtContext *cx, const char *text, size_t len);

/* json_get returns a member of an object, NULL when there is none. */
extern const Json *json_get(const Json *object, const char *key);
extern const char *json_string(const Json *object, const char *key);	/* NULL: none */
extern int	json_int(const Json *value);

/* json_offsets returns the byte offset of each code point of text, and of its end. */
extern uint32_t *json_offsets(NtContext *cx, const char *text, uint32_t len, uint32_t *chars);

/* json_print writes a string with its quotation marks. */
extern void json_print(FILE *out, const char *text, size_t len);

/*
 * json_each reads a corpus, a file of one object a line ("-": standard input),
 * and hands each to visit, which may reset the arena of cx.
 */
typedef void (*JsonVisit) (void *data, const Json *object);

extern void json_each(NtContext *cx, const char *path, JsonVisit visit, void *data);

#endif
