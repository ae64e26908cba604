/*
 * markup_bbcode.c -- the marks of forums.
 *
 *     [b]Ana Ruiz[/b] said no, the [url=https://x.example]Post[/url] reports. [img]https://x.example/a.jpg[/img]
 *         Ana Ruiz said no, the Post reports.
 *     [quote=Rosa Trewin]I learned to swim there.[/quote]      a turn of hers
 *     [quote]...[/quote]                                       a quotation of nobody yet
 *
 * A body is of this kind when one of these closes in it: [/b] (markup_survey.c counts them).  Names nobody knows are a writer's:
 * “[the] mayor”.
 */
#include "text/markup_read.h"

#include "base/ascii.h"

#include <stddef.h>
#include <string.h>

#define BBCODE_LONGEST 300		/* bytes of a tag */
#define NAME_LONGEST 10

typedef enum BbKind
{
	BB_NONE,
	BB_MARK,					/* parts nothing */
	BB_CUT,						/* an address of a picture or film */
	BB_QUOTE
} BbKind;

static const struct
{
	char		name[NAME_LONGEST];
	uint8_t		kind;
}			names[] = {
	{"align", BB_MARK}, {"attach", BB_CUT}, {"b", BB_MARK}, {"center", BB_MARK}, {"code", BB_MARK}, {"color", BB_MARK}, {"colour", BB_MARK},
	{"email", BB_MARK}, {"font", BB_MARK}, {"hr", BB_MARK}, {"i", BB_MARK}, {"img", BB_CUT}, {"indent", BB_MARK}, {"left", BB_MARK},
	{"list", BB_MARK}, {"media", BB_CUT}, {"mention", BB_MARK}, {"quote", BB_QUOTE}, {"right", BB_MARK}, {"s", BB_MARK}, {"size", BB_MARK},
	{"spoiler", BB_MARK}, {"sub", BB_MARK}, {"sup", BB_MARK}, {"table", BB_MARK}, {"td", BB_MARK}, {"tr", BB_MARK}, {"u", BB_MARK},
	{"url", BB_MARK}, {"user", BB_MARK}, {"video", BB_CUT}, {"youtube", BB_CUT}
};

/* read_name returns what the name at p is, of either case, and where it ends. */
static BbKind
read_name(const uint8_t *p, const uint8_t *end, const uint8_t **after)
{
	size_t		n = 0;

	while (p + n < end && n < NAME_LONGEST && ascii_is_letter(p[n]))
		n++;
	*after = p + n;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
	{
		size_t		k = 0;

		while (k < n && (p[k] | 0x20) == names[i].name[k])
			k++;
		if (k == n && n > 0 && names[i].name[n] == '\0')
			return (BbKind) names[i].kind;
	}
	return BB_NONE;
}

/* bbcode_closes tells whether a closing tag stands at a [. */
bool
bbcode_closes(const uint8_t *p, const uint8_t *end)
{
	const uint8_t *after;

	return end - p >= 4 && p[1] == '/' && read_name(p + 2, end, &after) != BB_NONE && after < end && *after == ']';
}

/* open_quote begins a quotation, of whom the tag names: [quote=Rosa Trewin] [quote="Rosa Trewin, post: 12"] */
static void
open_quote(MarkupReader *r, const uint8_t *p, const uint8_t *close)
{
	const uint8_t *end;

	while (p < close && (*p == '=' || *p == ' ' || *p == '"' || *p == '\''))
		p++;
	for (end = p; end < close && *end != ',' && *end != ';' && *end != '"' && *end != ']' && *end != '='; end++)
		;
	r->pending = 2;
	if (end > p && !(end < close && *end == '='))
		markup_put_label(r, p, (uint32_t) (end - p), end, (uint32_t) (close - end));
	else
		*nt_push(r->cx, &r->markup->blocks) = (NtBlock) {r->n, BLOCK_QUOTATION};
}

/* cut_end returns what follows the closing tag of a name, or p when it is not on this line. */
static const uint8_t *
cut_end(const MarkupReader *r, const uint8_t *p)
{
	const uint8_t *q = p;

	while (q < r->end && q - p < BBCODE_LONGEST && *q != '\n' && *q != '[')
		q++;
	return q < r->end && *q == '[' && bbcode_closes(q, r->end) ? memchr(q, ']', (size_t) (r->end - q)) : NULL;
}

/* bbcode_read reads a tag at a [ and returns what follows, NULL: it is none. */
const uint8_t *
bbcode_read(MarkupReader *r, const uint8_t *p)
{
	bool		closing = r->end - p >= 2 && p[1] == '/';
	const uint8_t *after;
	const uint8_t *close;
	const uint8_t *cut;
	BbKind		kind = read_name(p + 1 + closing, r->end, &after);

	/* an item of a list */
	if (r->end - p >= 3 && p[1] == '*' && p[2] == ']')
		return p + 3;
	if (kind == BB_NONE || after >= r->end || (*after != ']' && *after != '=' && *after != ' '))
		return NULL;
	for (close = after; close < r->end && close - p < BBCODE_LONGEST && *close != ']' && *close != '\n'; close++)
		;
	if (close >= r->end || *close != ']')
		return NULL;
	r->changed = true;
	close++;
	if (kind == BB_CUT && !closing && (cut = cut_end(r, close)) != NULL)
		return cut + 1;
	if (kind == BB_QUOTE && !closing)
		open_quote(r, after, close);
	else if (kind == BB_QUOTE)
	{
		*nt_push(r->cx, &r->markup->blocks) = (NtBlock) {r->n, BLOCK_TURN};
		r->pending = 2;
	}
	return close;
}
