/*
 * markup_survey.c -- what a body is as a whole, and whether it holds any markup at all: one pass over its bytes.
 *
 * A page, a piece of HTML, a document or string of JSON, a letter as it is sent, a field of a
 * table, wikitext, the marks of forums, subtitles, printed pages, words parted at
 * line ends.  Few bodies are anything but text, and most bytes begin nothing.
 */
#include "text/markup_byte.h"

#include "base/ascii.h"
#include "text/reference.h"

#include <string.h>

#define PARTED_WORDS 3			/* so many words parted at line ends, */
#define PARTED_LINES 12			/* and one in so many lines, are a printer's, no compounds */
#define WIKI_LINKS 2			/* so many [[ and ]] are of wikitext */
#define CUE_ARROWS 2			/* so many lines of times, of subtitles */

/* What the bytes of a body hold. */
typedef struct Seen
{
	bool		needed;			/* something to read */
	uint32_t	escapes;
	uint32_t	marks;			/* escaped quotation marks, and characters by number */
	uint32_t	wide;			/* =E2=80=9C */
	uint32_t	coded;			/* =20, and these */
	uint32_t	soft;			/* = at the end of a line */
	uint32_t	lines;
	uint32_t	parted;			/* words, at line ends */
	uint32_t	opened;			/* [[ before a letter: wikitext */
	uint32_t	closed;			/* ]] */
	uint32_t	forum;			/* [/b] */
	uint32_t	arrows;			/* --> between times: subtitles */
	uint32_t	pages;			/* form feeds, lines that are a number */
} Seen;

/* may_be_light is a first look at what markup_light() reads. */
static bool
may_be_light(const MarkupReader *r, const uint8_t *p)
{
	uint8_t		next = p + 1 < r->end ? p[1] : '\n';

	switch (*p)
	{
		case '[':
			return next == '^' || ascii_is_digit(next) || markup_shortcode(p, r->end) != NULL;
		case ']':
			return next == '(';
		case '!':
			return next == '[';
		case '>':
			if (next == '>' && p > r->body && p[-1] == ' ')
				return true;
			/* FALLTHROUGH */
		case '#':
			return p == r->body || p[-1] == '\n' || p[-1] == '\r';
		default:
			return next > ' ';
	}
}

/* ends_page tells of a form feed, or of a line end before a line that is a number. */
static bool
ends_page(const uint8_t *p, const uint8_t *end)
{
	bool		says;

	return *p == '\f' || (*p == '\n' && end - p > 2 && (p[1] == ' ' || p[1] == 'P' || p[1] == '-' || ascii_is_digit(p[1])) &&
						 pages_number(p + 1, end, &says));
}

/* see_light counts what Markdown and its like may be. */
static void
see_light(const MarkupReader *r, const uint8_t *p, Seen *s)
{
	uint8_t		next = p + 1 < r->end ? p[1] : '\n';

	s->needed |= may_be_light(r, p);
	s->opened += *p == '[' && next == '[' && r->end - p > 2 && (is_letter(p[2]) || p[2] == ':');
	s->closed += *p == ']' && next == ']';
	s->forum += *p == '[' && next == '/' && bbcode_closes(p, r->end);
	s->arrows += *p == '>' && cue_arrow(r->body, p, r->end);
}

/* see_html notes that a tag makes a body a piece of HTML. */
static void
see_html(MarkupReader *r, const NtTag *tag, Seen *s)
{
	s->needed = true;
	r->html |= tag->element >= ELEMENT_LINE && tag->element != ELEMENT_CUT;
}

/* see_tag notes what a < begins, and returns its last byte. */
static const uint8_t *
see_tag(MarkupReader *r, const uint8_t *p, Seen *s)
{
	NtTag		tag;

	nt_tick(r->cx);
	if (!tag_read(p, r->end, &r->memo, &tag))
		return p;
	see_html(r, &tag, s);
	r->page |= tag.element == ELEMENT_PAGE && !tag.closing;
	return (tag.element == ELEMENT_CUT ? tag_cut(&tag, r->end, &r->memo) : tag.end) - 1;
}

/* see_reference notes what an & begins. */
static void
see_reference(MarkupReader *r, const uint8_t *p, Seen *s)
{
	NtTag		tag;
	int32_t		cp;

	nt_tick(r->cx);
	if (tag_read_escaped(p, r->end, &r->memo, &tag))
		see_html(r, &tag, s);
	else
		s->needed |= reference_read(p, r->end, &cp) > 0;
}

/* see notes what a byte begins that may begin something, and returns the last of its bytes. */
static const uint8_t *
see(MarkupReader *r, const uint8_t *p, Seen *s)
{
	int32_t		cp;
	uint32_t	len;
	bool		same;

	switch (markup_bytes[*p])
	{
		case BYTE_TAG:
			return see_tag(r, p, s);
		case BYTE_REFERENCE:
			see_reference(r, p, s);
			break;
		case BYTE_ESCAPE:
			if ((len = reference_json(p, r->end, &cp)) == 0)
				break;
			s->escapes += len > 2 || cp == '\n' || cp == '"';
			s->marks += len > 2 || cp == '"';
			return p + len - 1;
		case BYTE_PRINTABLE:
			len = markup_printable(r, p, &cp);
			s->wide += len > 0 && cp >= 0x80;
			s->coded += len > 0 && cp > 0;
			s->soft += len > 0 && cp == 0;
			break;
		case BYTE_LINE:
			s->lines += *p == '\n';
			s->pages += ends_page(p, r->end);
			s->parted += markup_parted(r, p) != NULL;
			break;
		case BYTE_LIGHT:
			see_light(r, p, s);
			break;
		case BYTE_WIDE:
			len = markup_wide(p, r->end, &cp, &same);
			s->needed |= !same;
			return p + len - 1;
	}
	return p;
}

/*
 * doubles_marks tells of a field of a table (CSV): all of it in straight marks,
 * those inside it doubled.
 */
static bool
doubles_marks(const MarkupReader *r)
{
	const uint8_t *p = r->body;
	const uint8_t *end = r->end;
	uint32_t	pairs = 0;

	while (end > p && end[-1] <= ' ')
		end--;
	if (end - p < 4 || *p != '"' || end[-1] != '"')
		return false;
	end--;
	for (p++; p < end && (p = memchr(p, '"', (size_t) (end - p))) != NULL; p += 2)
	{
		nt_tick(r->cx);
		if (p + 1 >= end || p[1] != '"')
			return false;
		pairs++;
	}
	return pairs > 0;
}

/* take_seen tells what a body is as a whole by what its bytes hold. */
static void
take_seen(MarkupReader *r, const Seen *s)
{
	/* a string of JSON has its line ends escaped */
	r->json = s->escapes >= 2 && s->lines <= 1;
	r->escaped = s->marks >= 2;
	r->printable = s->wide >= 2 || (s->soft >= 2 && s->coded > 0) || (s->soft > 0 && s->wide > 0);
	r->parted = s->parted >= PARTED_WORDS && s->parted >= s->lines / PARTED_LINES;
	r->wiki = !r->page && s->opened >= WIKI_LINKS && s->closed >= WIKI_LINKS;
	r->bbcode = !r->page && s->forum > 0;
	r->cues = !r->html && s->arrows >= CUE_ARROWS;
	r->paged = !r->html && !r->cues && s->pages > 0 && pages_find(r);
}

/* survey_whole tells what a body is as a whole, once its bytes are counted. */
static bool
survey_whole(MarkupReader *r)
{
	r->doubled = doubles_marks(r);
	if (json_document(r))
	{
		r->json_lines = !r->html;
		r->json = r->html = true;
	}
	r->head_end = r->html || r->json ? NULL : head_find(r);
	r->parted = r->parted && !r->html;
	r->bytes = r->wiki ? markup_wiki_bytes : markup_bytes;
	return r->json || r->parted || r->wiki || r->bbcode || r->cues || r->paged || r->escaped || r->printable || r->doubled || r->head_end != NULL;
}

bool
markup_survey(MarkupReader *r)
{
	Seen		seen = {0};

	for (const uint8_t *p = r->body; (p = ordinary_text(markup_bytes, p, r->end)) < r->end; p++)
		p = see(r, p, &seen);
	tag_memo_init(&r->memo, r->body);
	take_seen(r, &seen);
	return survey_whole(r) || seen.needed;
}
