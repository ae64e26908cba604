/*
 * markup_head.c -- the lines before an article that tell of it: the head of a
 * letter, the front matter of Markdown, the fields of an archive.
 *
 *     Subject: Port strike enters second week      headline
 *     From: desk@harbour.example                   nothing
 *     Date: Tue, 14 Mar 2023 06:02:11 +0000        a line of its own
 *                                                  the article begins
 *
 * A head is lines of a key, a colon and a value, up to a blank line, and as many
 * known keys (markup_json.c) as HEAD_KNOWN; front matter stands between two lines
 * of ---.  Its values are written as paragraphs of what their keys say, or passed over.
 */
#include "text/markup_read.h"

#include "base/ascii.h"

#include <stddef.h>
#include <string.h>

#define HEAD_KNOWN 2			/* lines of known keys that make a head */
#define HEAD_LINES 60
#define HEAD_KEY 30				/* bytes of a key */

/* after_line returns where the next line begins. */
static const uint8_t *
after_line(const MarkupReader *r, const uint8_t *end)
{
	return end < r->end ? end + 1 : end;
}

static bool
is_fence(const uint8_t *p, const uint8_t *end)
{
	while (end > p && end[-1] <= ' ')
		end--;
	return end - p == 3 && memcmp(p, "---", 3) == 0;
}

static bool
is_blank(const uint8_t *p, const uint8_t *end)
{
	while (p < end && *p <= ' ')
		p++;
	return p == end;
}

/* key_end returns the colon behind the key of a line, NULL: it has none. */
static const uint8_t *
key_end(const uint8_t *p, const uint8_t *end)
{
	const uint8_t *q = p;

	while (q < end && q - p < HEAD_KEY && (ascii_is_letter(*q) || *q == '-' || *q == '_'))
		q++;
	return q > p && q < end && *q == ':' && (q + 1 == end || q[1] == ' ' || q[1] == '\t' || q[1] == '\r') ? q : NULL;
}

/* head_find tells where a head ends, NULL: the body has none. */
const uint8_t *
head_find(const MarkupReader *r)
{
	const uint8_t *p = r->body;
	const uint8_t *end = markup_line_end(r, p);
	bool		fenced = is_fence(p, end);
	uint32_t	known = 0;
	bool		telling = false;

	if (fenced)
		p = after_line(r, end);
	for (int lines = 0; p < r->end && lines < HEAD_LINES; lines++, p = after_line(r, end))
	{
		const uint8_t *colon;
		JsonKey		key;

		end = markup_line_end(r, p);
		if (fenced ? is_fence(p, end) : is_blank(p, end))
			return known >= HEAD_KNOWN && telling ? after_line(r, end) : NULL;
		if (*p == ' ' || *p == '\t' || (fenced && *p == '-'))
			continue;			/* the value goes on */
		if ((colon = key_end(p, end)) == NULL)
			return NULL;
		key = json_key(p, colon);
		known += key != KEY_OTHER;
		telling |= key == KEY_HEADLINE || key == KEY_BYLINE || key == KEY_DAY;
	}
	return NULL;
}

/* put_value writes a value, without the marks around it, as a paragraph. */
static void
put_value(MarkupReader *r, JsonKey key, const uint8_t *p, const uint8_t *end)
{
	NtBlockRole role = key == KEY_HEADLINE ? BLOCK_HEADLINE : key == KEY_BYLINE ? BLOCK_BYLINE : BLOCK_TEXT;

	while (p < end && *p <= ' ')
		p++;
	while (end > p && end[-1] <= ' ')
		end--;
	if (end - p >= 2 && (*p == '"' || *p == '\'') && end[-1] == *p)
	{
		p++;
		end--;
	}
	if (p == end)
		return;
	*nt_push(r->cx, &r->markup->blocks) = (NtBlock) {r->n, (uint8_t) role};
	markup_put(r, p, (uint32_t) (end - p));
	r->pending = 2;
}

/* head_read writes what a head tells, and returns where the article begins. */
const uint8_t *
head_read(MarkupReader *r, const uint8_t *head_end)
{
	const uint8_t *p = r->body;

	while (p < head_end)
	{
		const uint8_t *end = markup_line_end(r, p);
		const uint8_t *colon = key_end(p, end);
		JsonKey		key = colon != NULL ? json_key(p, colon) : KEY_OTHER;

		if (key == KEY_DAY)
			markup_day(r, colon + 2 < end ? colon + 2 : end, colon + 2 < end ? (uint32_t) (end - colon - 2) : 0);
		if (key >= KEY_TEXT && key != KEY_NEVER)
			put_value(r, key, colon + 1, end);
		p = after_line(r, end);
	}
	*nt_push(r->cx, &r->markup->blocks) = (NtBlock) {r->n, BLOCK_TEXT};
	r->changed = true;
	return head_end;
}
