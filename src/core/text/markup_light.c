/*
 * markup_light.c -- the light marks of Markdown, and of footnotes.
 *
 *     **Marchuk:** We [rebuild](https://town.example/plan).[2]
 *         Marchuk: We rebuild.
 *
 *   - Stars and underscores are emphasis in pairs: one opens after white space
 *     or a bracket and before a word, one of the same length closes behind a
 *     word, in the same paragraph.  Bullets, s*** and a lone * stay.
 *   - [text](target) is its text when the target is an address; ![...](...) is
 *     nothing.
 *   - # at the beginning of a line before a heading, and > before a quotation.
 *   - [2] or [^2] that touches what stands before it is a footnote's.
 *
 * Linear: the next closing mark of each length, the next ] and the next blank
 * line are remembered until they are behind.
 */
#include "text/markup_read.h"

#include "base/ascii.h"

#include <stddef.h>
#include <string.h>

#define EMPHASIS_LONGEST 2000	/* bytes between its marks */
#define LINK_LONGEST 2000		/* bytes of a link's text, and of its target */
#define SHORTCODE_LONGEST 400	/* bytes */
#define FOOTNOTE_DIGITS 3
#define HEADING_DEEPEST 6

static inline bool
is_word_byte(uint8_t b)
{
	return ascii_is_digit(b) || ascii_is_letter(b) || b >= 0x80;
}

/* begins_word tells whether a letter or digit stands at p, and no curly mark or dash (U+2010 to U+203F). */
static bool
begins_word(const uint8_t *p, const uint8_t *end)
{
	return p < end && is_word_byte(*p) && !(end - p >= 2 && p[0] == 0xE2 && p[1] == 0x80);
}

/* before returns the last byte of the clean text, a line end when a line begins. */
static uint8_t
before(const MarkupReader *r)
{
	return r->pending > 0 || r->n == 0 ? '\n' : r->out[r->n - 1];
}

static uint32_t
run_length(const MarkupReader *r, const uint8_t *p)
{
	const uint8_t *q = p;

	while (q < r->end && *q == *p)
		q++;
	return (uint32_t) (q - p);
}

/*
 * next_close returns the next run of n stars or underscores that can close, or
 * the end; a run of another length closes nothing.
 */
static const uint8_t *
next_close(MarkupReader *r, const uint8_t *p, uint8_t mark, uint32_t n)
{
	const uint8_t **memo = &r->close[mark == '_'][n - 1];

	if (*memo != NULL && *memo >= p)
		return *memo;
	while ((p = memchr(p, mark, (size_t) (r->end - p))) != NULL)
	{
		uint32_t	run = run_length(r, p);

		nt_tick(r->cx);
		if (run == n && p > r->body && !ascii_is_space(p[-1]) && !begins_word(p + n, r->end))
			return *memo = p;
		p += run;
	}
	return *memo = r->end;
}

/* next_blank returns the next blank line. */
static const uint8_t *
next_blank(MarkupReader *r, const uint8_t *p)
{
	if (r->blank != NULL && r->blank >= p)
		return r->blank;
	while ((p = memchr(p, '\n', (size_t) (r->end - p))) != NULL)
	{
		nt_tick(r->cx);
		if (p + 1 < r->end && (p[1] == '\n' || p[1] == '\r'))
			return r->blank = p;
		p++;
	}
	return r->blank = r->end;
}

static const uint8_t *
read_emphasis(MarkupReader *r, const uint8_t *p)
{
	uint32_t	n = run_length(r, p);
	uint32_t	bit;
	uint8_t		last = before(r);
	uint8_t		next = p + n < r->end ? p[n] : '\n';

	if (n > 3 || r->page)
		return markup_keep(r, p, n);
	bit = UINT32_C(1) << (n - 1 + (*p == '_' ? 3 : 0));
	if ((r->emphasis & bit) && !ascii_is_space(last) && !begins_word(p + n, r->end))
	{
		r->emphasis &= ~bit;
		return markup_pass(r, p + n);
	}
	if ((ascii_is_space(last) || last == '(' || last == '[' || last == '"' || last == '-' || last == '*' || last == '_' || last >= 0x80) &&
		!ascii_is_space(next) && next != *p && !(last >= 0x80 && is_word_byte(last) && is_word_byte(next) && !(r->n >= 3 && r->out[r->n - 3] == 0xE2)))
	{
		const uint8_t *close = next_close(r, p + n + 1 <= r->end ? p + n : r->end, *p, n);

		if (close < r->end && close - p <= EMPHASIS_LONGEST && next_blank(r, p) > close)
		{
			r->emphasis |= bit;
			return markup_pass(r, p + n);
		}
	}
	return markup_keep(r, p, n);
}

/* next_byte returns the next byte of this value, or the end, remembering it. */
static const uint8_t *
next_byte(const MarkupReader *r, const uint8_t *p, int byte, const uint8_t **memo)
{
	if (*memo != NULL && *memo >= p)
		return *memo;
	*memo = memchr(p, byte, (size_t) (r->end - p));
	if (*memo == NULL)
		*memo = r->end;
	return *memo;
}

/* is_address: what a link leads to, as writers give it. */
static bool
is_address(const uint8_t *p, const uint8_t *end)
{
	static const char *const begins[] = {"http:", "https:", "www.", "/", "#", "mailto:"};

	for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
		if ((size_t) (end - p) >= strlen(begins[i]) && memcmp(p, begins[i], strlen(begins[i])) == 0)
			return true;
	return false;
}

/* link_target returns the end of "](target)", at its ], NULL when that is none; any target of an image is one. */
static const uint8_t *
link_target(MarkupReader *r, const uint8_t *p, bool image)
{
	const uint8_t *close;

	if (r->end - p < 4 || p[0] != ']' || p[1] != '(')
		return NULL;
	close = next_byte(r, p + 2, ')', &r->round);
	return close < r->end && close - p <= LINK_LONGEST && (image || is_address(p + 2, close)) ? close + 1 : NULL;
}

/* The shortcodes of WordPress that stay in exports: [caption id="x"]...[/caption], [embed]. */
static const struct
{
	char		name[10];
	uint8_t		element;
}			shortcodes[] = {
	{"audio", ELEMENT_INLINE}, {"caption", ELEMENT_CAPTION}, {"embed", ELEMENT_INLINE}, {"gallery", ELEMENT_INLINE},
	{"playlist", ELEMENT_INLINE}, {"tweet", ELEMENT_INLINE}, {"video", ELEMENT_INLINE}, {"wpvideo", ELEMENT_INLINE}, {"youtube", ELEMENT_INLINE}
};

/* read_shortcode reads the shortcode at a [ as a tag; false: it is none. */
static bool
read_shortcode(const uint8_t *p, const uint8_t *end, NtTag *tag)
{
	uint32_t	n = 0;
	const uint8_t *close;

	memset(tag, 0, sizeof(*tag));
	tag->closing = p + 1 < end && p[1] == '/';
	tag->name = p + 1 + tag->closing;
	while (tag->name + n < end && n < sizeof(shortcodes[0].name) && tag->name[n] >= 'a' && tag->name[n] <= 'z')
		n++;
	tag->name_len = (uint8_t) n;
	if (tag->name + n >= end || (tag->name[n] != ']' && tag->name[n] != ' '))
		return false;
	for (size_t i = 0; i < sizeof(shortcodes) / sizeof(shortcodes[0]); i++)
		if (strlen(shortcodes[i].name) == n && memcmp(shortcodes[i].name, tag->name, n) == 0)
		{
			close = memchr(tag->name, ']', (size_t) (end - tag->name < LINK_LONGEST ? end - tag->name : LINK_LONGEST));
			tag->element = shortcodes[i].element;
			tag->end = close != NULL ? close + 1 : NULL;
			/* [video shows a fire] is a writer's; attributes have a = */
			return close != NULL && (tag->name[n] == ']' || memchr(tag->name, '=', (size_t) (close - tag->name)) != NULL);
		}
	return false;
}

/*
 * markup_shortcode returns what follows any shortcode that has an attribute in marks: [gallery ids="1,2"]; NULL: none
 * begins at a [.
 */
const uint8_t *
markup_shortcode(const uint8_t *p, const uint8_t *end)
{
	const uint8_t *limit = end - p > SHORTCODE_LONGEST ? p + SHORTCODE_LONGEST : end;
	const uint8_t *q = p + 1;

	if (q >= limit || *q < 'a' || *q > 'z')
		return NULL;
	while (q < limit && (ascii_is_small(*q) || ascii_is_digit(*q) || *q == '_' || *q == '-'))
		q++;
	if (limit - q < 5 || *q != ' ' || q[1] < 'a' || q[1] > 'z')
		return NULL;
	for (q++; q < limit && (ascii_is_small(*q) || *q == '_' || *q == '-'); q++)
		;
	if (limit - q < 3 || q[0] != '=' || (q[1] != '"' && q[1] != '\''))
		return NULL;
	q = memchr(q, ']', (size_t) (limit - q));
	return q != NULL ? q + 1 : NULL;
}

static const uint8_t *
read_bracket(MarkupReader *r, const uint8_t *p)
{
	NtTag		tag;
	const uint8_t *close = next_byte(r, p + 1, ']', &r->square);
	uint32_t	caret = p + 1 < r->end && p[1] == '^' ? 1 : 0;
	uint32_t	digits = 0;
	const uint8_t *after;

	if (close == r->end)
		return markup_keep(r, p, 1);
	if ((r->wiki && (after = wiki_bracket(r, p)) != NULL) || (r->bbcode && (after = bbcode_read(r, p)) != NULL))
		return after;
	if (r->html && read_shortcode(p, r->end, &tag))
	{
		markup_tag(r, &tag);
		return markup_pass(r, tag.end);
	}
	if ((after = markup_shortcode(p, r->end)) != NULL)
		return markup_pass(r, after);
	p += caret;
	while (digits < close - p - 1 && digits <= FOOTNOTE_DIGITS && ascii_is_digit(p[1 + digits]))
		digits++;
	p -= caret;
	if (digits > 0 && digits <= FOOTNOTE_DIGITS && p + 1 + caret + digits == close && !ascii_is_space(before(r)) && before(r) != '[' && before(r) != '(')
		return markup_pass(r, p + caret + digits + 2);
	if (!r->html && close - p <= LINK_LONGEST && link_target(r, close, false) != NULL)
	{
		r->link_close = close;
		return markup_pass(r, p + 1);
	}
	return markup_keep(r, p, 1);
}

static const uint8_t *
read_image(MarkupReader *r, const uint8_t *p)
{
	const uint8_t *close;
	const uint8_t *end;

	if (r->html || p + 1 >= r->end || p[1] != '[')
		return markup_keep(r, p, 1);
	close = next_byte(r, p + 2, ']', &r->square);
	if (close < r->end && close - p <= LINK_LONGEST && (end = link_target(r, close, true)) != NULL)
		return markup_pass(r, end);
	return markup_keep(r, p, 1);
}

static inline bool
ends_sentence(uint8_t b)
{
	return b == '.' || b == '?' || b == '!' || b == '-' || b == '"' || b == ')' || b == ']';
}

/*
 * is_speaker_mark tells of >> and >>> before a word in captions of television.  In an
 * answer to a letter, > marks the lines that it quotes, and >> those quoted there.
 */
static bool
is_speaker_mark(const MarkupReader *r, const uint8_t *p, uint32_t n)
{
	return (n == 2 || n == 3) && !r->html && !r->quoted && p + n + 1 < r->end && p[n] == ' ' && !ascii_is_space(p[n + 1]) && p[n + 1] != '>' &&
		(p == r->body || p[-1] == '\n' || p[-1] == '\r' || (p - r->body >= 2 && p[-1] == ' ' && ends_sentence(p[-2])));
}

/* read_line_mark reads # and > at the beginning of a line, and >> anywhere. */
static const uint8_t *
read_line_mark(MarkupReader *r, const uint8_t *p)
{
	uint32_t	n = run_length(r, p);
	uint8_t		last = before(r);

	if (*p == '>' && is_speaker_mark(r, p, n))
	{
		*nt_push(r->cx, &r->markup->blocks) = (NtBlock) {r->n, BLOCK_TURN};
		r->pending = r->n > 0 ? 2 : 0;
		return markup_pass(r, p + n + 1);
	}
	if (r->html || (last != '\n' && last != '\r') || p + n >= r->end || p[n] != ' ' ||
		n > (*p == '#' ? HEADING_DEEPEST : 3))
	{
		/* a blank line of a quotation */
		if (*p == '>' && r->quoting && (last == '\n' || last == '\r') && p + n < r->end && (p[n] == '\n' || p[n] == '\r'))
			return markup_pass(r, p + n);
		return markup_keep(r, p, n);
	}
	if (*p == '>' && !r->quoting)
	{
		*nt_push(r->cx, &r->markup->blocks) = (NtBlock) {r->n, BLOCK_QUOTATION};
		r->quoting = r->quoted = true;
	}
	return markup_pass(r, p + n + 1);
}

/* markup_light_line ends a quotation of Markdown at a line, which begins at p, without its mark. */
void
markup_light_line(MarkupReader *r, const uint8_t *p)
{
	if (r->quoting && p[-1] == '\n' && p < r->end && *p != '>')
	{
		*nt_push(r->cx, &r->markup->blocks) = (NtBlock) {r->n, BLOCK_TEXT};
		r->quoting = false;
	}
}

/* markup_light reads what begins at a star, underscore, bracket, # > or !, and returns what follows. */
const uint8_t *
markup_light(MarkupReader *r, const uint8_t *p)
{
	const uint8_t *end;

	switch (*p)
	{
		case '*':
		case '_':
			return read_emphasis(r, p);
		case '[':
			return read_bracket(r, p);
		case ']':
			if (r->cdata && r->end - p >= 3 && p[1] == ']' && p[2] == '>')
				return markup_pass(r, p + 3);
			if (r->wiki && (end = wiki_close(r, p)) != NULL)
				return end;
			if (p == r->link_close && (end = link_target(r, p, false)) != NULL)
				return markup_pass(r, end);
			return markup_keep(r, p, 1);
		case '!':
			return read_image(r, p);
		default:
			return read_line_mark(r, p);
	}
}
