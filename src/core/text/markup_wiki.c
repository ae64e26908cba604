/*
 * markup_wiki.c -- wikitext, as the wikis of news and their dumps hold it.
 *
 *     '''Tomas Brandvik''' told [[w:Oslo|Oslo]] {{w|Skarn|the dam}} would go.<ref>{{cite|...}}</ref>
 *         Tomas Brandvik told Oslo the dam would go.
 *     == Reaction ==              a subheading
 *     [[File:Dam.jpg|thumb|...]] [[Category:Norway]] {{date|May 6}} {| ... |}       nothing
 *
 * A body is wikitext when it holds WIKI_LINKS links of this kind (markup_survey.c counts them).
 *
 * Linear: what a template, picture or table takes is looked for no further than WIKI_LONGEST bytes, and not again in what has
 * been looked through in vain.
 */
#include "text/markup_read.h"

#include <stddef.h>
#include <string.h>

#define WIKI_LONGEST 8000		/* bytes of a template or table */
#define TARGET_LONGEST 300		/* bytes of what a link leads to */
#define HEADING_DEEPEST 6

static bool
is_line_begin(const MarkupReader *r, const uint8_t *p)
{
	return p == r->body || p[-1] == '\n' || p[-1] == '\r';
}

/* begins tells whether a word and a colon or bar begin at p, in any case of its first letter: File: */
static bool
begins(const uint8_t *p, const uint8_t *end, const char *word, uint8_t after)
{
	size_t		n = strlen(word);

	return (size_t) (end - p) > n && (*p | 0x20) == (uint8_t) word[0] && memcmp(p + 1, word + 1, n - 1) == 0 && p[n] == after;
}

/* nested_end returns what follows the pair of marks that closes the one at p, of two bytes; NULL: none does nearby. */
static const uint8_t *
nested_end(MarkupReader *r, const uint8_t *p, uint8_t open, uint8_t close)
{
	const uint8_t *limit = r->end - p > WIKI_LONGEST ? p + WIKI_LONGEST : r->end;
	uint32_t	depth = 0;

	if (p < r->searched)
		return NULL;
	for (const uint8_t *q = p; limit - q >= 2; q++)
	{
		nt_tick(r->cx);
		if (q[0] == open && q[1] == open)
			depth++;
		else if (q[0] != close || q[1] != close)
			continue;
		else if (--depth == 0)
			return q + 2;
		q++;
	}
	r->searched = limit;
	return NULL;
}

/* table_end returns what follows a table, which a line with |} ends. */
static const uint8_t *
table_end(MarkupReader *r, const uint8_t *p)
{
	const uint8_t *limit = r->end - p > WIKI_LONGEST ? p + WIKI_LONGEST : r->end;

	if (p < r->searched)
		return NULL;
	for (const uint8_t *q = p; (q = memchr(q, '\n', (size_t) (limit - q))) != NULL && limit - q >= 3; q++)
	{
		nt_tick(r->cx);
		if (q[1] == '|' && q[2] == '}')
			return q + 3;
	}
	r->searched = limit;
	return NULL;
}

/* shown_part returns where the last part of a template begins that is part of its sentence, NULL: it is of no such kind. */
static const uint8_t *
shown_part(const uint8_t *p, const uint8_t *end)
{
	static const char *const shown[] = {"w", "lang", "nowrap"};

	for (size_t i = 0; i < sizeof(shown) / sizeof(shown[0]); i++)
		if (begins(p, end, shown[i], '|'))
		{
			const uint8_t *part = end;

			while (part[-1] != '|')
				part--;
			return part;
		}
	return NULL;
}

static const uint8_t *
read_template(MarkupReader *r, const uint8_t *p)
{
	const uint8_t *end = nested_end(r, p, '{', '}');
	const uint8_t *part;

	if (end == NULL)
		return markup_keep(r, p, 1);
	if ((part = shown_part(p + 2, end - 2)) != NULL)
		markup_put(r, part, (uint32_t) (end - 2 - part));
	return markup_pass(r, end);
}

/* read_link reads [[target|text]], [[text]] and, of a picture or category, nothing. */
static const uint8_t *
read_link(MarkupReader *r, const uint8_t *p)
{
	static const char *const unseen[] = {"file", "image", "category", "media"};
	const uint8_t *q = p + 2;

	for (size_t i = 0; i < sizeof(unseen) / sizeof(unseen[0]); i++)
		if (begins(q, r->end, unseen[i], ':'))
		{
			const uint8_t *end = nested_end(r, p, '[', ']');

			return end != NULL ? markup_pass(r, end) : markup_keep(r, p, 2);
		}
	while (q < r->end && q - p < TARGET_LONGEST && *q != '|' && *q != ']' && *q != '[' && *q != '\n')
		q++;
	return markup_pass(r, q < r->end && *q == '|' ? q + 1 : p + 2);
}

/* wiki_bracket reads a [ of wikitext: a link, or [https://address text]. */
const uint8_t *
wiki_bracket(MarkupReader *r, const uint8_t *p)
{
	const uint8_t *q = p + 1;

	if (q < r->end && *q == '[')
		return read_link(r, p);
	if (r->end - q < 4 || memcmp(q, "http", 4) != 0)
		return NULL;
	while (q < r->end && q - p < TARGET_LONGEST && *q != ' ' && *q != ']' && *q != '\n')
		q++;
	if (q >= r->end || (*q != ' ' && *q != ']'))
		return NULL;
	r->wiki_address |= *q == ' ';
	return markup_pass(r, q + 1);
}

/* wiki_close reads a ] of wikitext, NULL: it is one of the text. */
const uint8_t *
wiki_close(MarkupReader *r, const uint8_t *p)
{
	if (r->end - p >= 2 && p[1] == ']')
		return markup_pass(r, p + 2);
	if (!r->wiki_address)
		return NULL;
	r->wiki_address = false;
	return markup_pass(r, p + 1);
}

/* heading_text returns where the text of a heading begins, whose = stand at p, NULL: its line is none; *close is where its last = begin. */
static const uint8_t *
heading_text(const MarkupReader *r, const uint8_t *p, const uint8_t **close)
{
	const uint8_t *line = memchr(p, '\n', (size_t) (r->end - p));
	const uint8_t *q = p;

	if (line == NULL)
		line = r->end;
	while (q < line && *q == '=')
		q++;
	while (line > q && line[-1] <= ' ')
		line--;
	*close = line;
	while (*close > q && (*close)[-1] == '=')
		--*close;
	return *close > q && line - *close == q - p && q - p <= HEADING_DEEPEST ? q : NULL;
}

static const uint8_t *
read_heading(MarkupReader *r, const uint8_t *p)
{
	const uint8_t *close;
	const uint8_t *text = is_line_begin(r, p) ? heading_text(r, p, &close) : NULL;

	if (text == NULL)
		return markup_keep(r, p, 1);
	*nt_push(r->cx, &r->markup->blocks) = (NtBlock) {r->n, BLOCK_SUBHEADING};
	r->pending = 2;
	markup_put(r, text, (uint32_t) (close - text));
	*nt_push(r->cx, &r->markup->blocks) = (NtBlock) {r->n, BLOCK_TEXT};
	r->pending = 2;
	while (close < r->end && *close == '=')
		close++;
	return markup_pass(r, close);
}

/* wiki_mark reads what begins at a {, = or apostrophe of wikitext. */
const uint8_t *
wiki_mark(MarkupReader *r, const uint8_t *p)
{
	uint32_t	n = 1;

	if (*p == '=')
		return read_heading(r, p);
	if (*p == '{' && r->end - p >= 2 && p[1] == '{')
		return read_template(r, p);
	if (*p == '{')
	{
		const uint8_t *end = r->end - p >= 2 && p[1] == '|' && is_line_begin(r, p) ? table_end(r, p) : NULL;

		return end != NULL ? markup_pass(r, end) : markup_keep(r, p, 1);
	}
	while (p + n < r->end && p[n] == '\'')
		n++;
	if (n == 1)
		return markup_keep(r, p, 1);
	/* of four the last is an apostrophe: '''Brandvik''''s */
	return markup_pass(r, p + (n == 4 ? 3 : n));
}
