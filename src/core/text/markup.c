/*
 * markup.c -- the text of a body that holds markup.
 *
 *     <p>&ldquo;We&rsquo;ll rebuild,&rdquo; <a href="/t/1">Ana Ruiz</a> said.</p>
 *         “We’ll rebuild,” Ana Ruiz said.
 *
 * One pass over the bytes.  Ordinary text is copied; a tag becomes nothing or
 * the line ends it stands for, a reference its character, and a run (NtTextRun)
 * remembers where in the body each stretch stands.  So every later stage reads
 * plain text, and a span of it, turned back, runs from the first byte that was
 * written for it to the last.  What is copied or passed over:
 *
 *   - tags, comments, CDATA marks (tag_scan.c); block tags part paragraphs,
 *     and in a whole page line ends are spaces;
 *   - elements that hold no text: script, style, svg;
 *   - references, named, numbered, escaped twice; UTF-8 once read as
 *     Windows-1252; escapes, when the whole body is one string of JSON
 *     (reference.c), and lone ones elsewhere; letters as they are sent (=E2=80=9C), fields of
 *     tables with their marks doubled; of an object of JSON all but its texts (markup_json.c);
 *   - heads of letters and front matter (markup_head.c);
 *   - what stands between two pages of a printed text (markup_pages.c);
 *   - characters without width; hyphens that part words at line ends;
 *   - Markdown's marks, footnote marks (markup_light.c); wikitext, the marks of forums, the times of subtitles,
 *     Rich Text (markup_wiki.c, markup_bbcode.c, markup_cues.c, markup_rtf.c);
 *   - of a whole page, all but its article (page.c).
 *
 * A body that holds none of these is not copied: a scan over its bytes says so.
 * The clean text is at most half as long again as the body (a control character of
 * Windows-1252 takes two bytes, the mark it stands for three).
 */
#include "text/markup_read.h"

#include "base/utf8.h"
#include "text/reference.h"

#include <string.h>
#include <utf8proc.h>

#define PARTED_WORDS 3			/* so many words parted at line ends, */
#define PARTED_LINES 12			/* and one in so many lines, are a printer's, no compounds */
#define WIKI_LINKS 2			/* so many [[ and ]] are of wikitext */
#define CUE_ARROWS 2			/* so many lines of times, of subtitles */
#define HALF_LONGEST 40			/* bytes of the second half of a word */

/* What a byte may begin. */
enum
{
	BYTE_TEXT,
	BYTE_TAG,					/* < */
	BYTE_REFERENCE,				/* & */
	BYTE_LIGHT,					/* Markdown */
	BYTE_ESCAPE,				/* \ */
	BYTE_PRINTABLE,				/* = */
	BYTE_LINE,					/* a line end */
	BYTE_WIKI,					/* wikitext */
	BYTE_WIDE					/* a character that may be of no width, or a misread one */
};

#define BYTES \
	['<'] = BYTE_TAG,['&'] = BYTE_REFERENCE,['\\'] = BYTE_ESCAPE, \
	['*'] = BYTE_LIGHT,['_'] = BYTE_LIGHT,['['] = BYTE_LIGHT,[']'] = BYTE_LIGHT,['#'] = BYTE_LIGHT,['>'] = BYTE_LIGHT,['!'] = BYTE_LIGHT, \
	['\n'] = BYTE_LINE,['\r'] = BYTE_LINE,['\t'] = BYTE_LINE,['\f'] = BYTE_LINE, \
	[0xC2] = BYTE_WIDE,[0xC3] = BYTE_WIDE,[0xC5] = BYTE_WIDE,[0xE2] = BYTE_WIDE,[0xEF] = BYTE_WIDE

static const uint8_t bytes[256] = {BYTES,['='] = BYTE_PRINTABLE};
static const uint8_t wiki_bytes[256] = {BYTES,['='] = BYTE_WIKI,['{'] = BYTE_WIKI,['\''] = BYTE_WIKI};

/* ordinary_text returns the end of the bytes from p on that begin nothing, eight at a time. */
static inline const uint8_t *
ordinary_text(const uint8_t *bytes, const uint8_t *p, const uint8_t *end)
{
	while (end - p >= 8 && (bytes[p[0]] | bytes[p[1]] | bytes[p[2]] | bytes[p[3]] |
							bytes[p[4]] | bytes[p[5]] | bytes[p[6]] | bytes[p[7]]) == BYTE_TEXT)
		p += 8;
	while (p < end && bytes[*p] == BYTE_TEXT)
		p++;
	return p;
}

static inline bool
is_small(uint8_t b)
{
	return b >= 'a' && b <= 'z';
}

static inline bool
is_letter(uint8_t b)
{
	return is_small(b | 0x20) || b >= 0x80;
}

/* no_width tells of the characters that show nothing and part nothing. */
static bool
no_width(int32_t cp)
{
	return cp == 0x00AD || cp == 0x200B || cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) ||
		cp == 0x2060 || (cp >= 0x2066 && cp <= 0x2069) || (cp >= 0xFE00 && cp <= 0xFE0F) || cp == 0xFEFF;
}

/*
 * wide_at reads the character at p and returns how many bytes of the body it
 * is; *cp is what it means, 0: nothing, and *same that it stands for itself.
 */
static uint32_t
wide_at(const uint8_t *p, const uint8_t *end, int32_t *cp, bool *same)
{
	uint32_t	len = 0;

	if (*p == 0xC3)
		len = reference_misread(p, end, cp);
	*same = false;
	if (len > 0)
	{
		if (no_width(*cp))
			*cp = 0;
		return len;
	}
	len = (uint32_t) utf8_next(p, end, cp);
	if (no_width(*cp))
		*cp = 0;
	else if (*cp >= 0x80 && *cp <= 0x9F && reference_windows(*cp) != *cp)
		*cp = reference_windows(*cp);
	else
		*same = true;
	return len;
}

/* put_run says that the clean text goes on with what stands at a byte of the body. */
static void
put_run(MarkupReader *r, const uint8_t *p, uint32_t written)
{
	uint32_t	at = (uint32_t) (p - r->body);

	if (r->markup->runs.n > 0)
	{
		NtTextRun	   *last = &r->markup->runs.at[r->markup->runs.n - 1];

		if (written == 0 && last->written == 0 && last->body + (r->n - last->clean) == at)
			return;
		if (last->clean == r->n)
		{
			*last = (NtTextRun) {r->n, at, written};
			return;
		}
	}
	*nt_push(r->cx, &r->markup->runs) = (NtTextRun) {r->n, at, written};
}

/* begin_text writes the line ends that are owed, and begins a block. */
static void
begin_text(MarkupReader *r)
{
	bool		block = r->fresh || r->pending > 1;

	if (!r->fresh && r->pending == 0)
		return;
	if (block)
		markup_end_block(r);
	for (; r->pending > 0 && r->n > 0; r->pending--)
		r->out[r->n++] = '\n';
	r->pending = 0;
	if (block)
		markup_begin_block(r);
	r->fresh = false;
}

/* markup_put copies bytes of the body. */
void
markup_put(MarkupReader *r, const uint8_t *p, uint32_t len)
{
	if (r->pending > 0 || r->fresh)
	{
		/* white space between blocks says nothing */
		while (len > 0 && *p <= ' ')
		{
			p++;
			len--;
		}
		if (len == 0)
			return;
		begin_text(r);
	}
	put_run(r, p, 0);
	memcpy(r->out + r->n, p, len);
	r->n += len;
}

/* markup_put_char writes a character for len bytes of the body. */
void
markup_put_char(MarkupReader *r, const uint8_t *p, uint32_t len, int32_t cp)
{
	if ((cp <= ' ' || cp == 0xA0) && (r->pending > 0 || r->fresh))
		return;
	begin_text(r);
	put_run(r, p, len);
	r->n += (uint32_t) utf8proc_encode_char(cp, r->out + r->n);
}

/* markup_put_label begins a turn with a name, and a colon and space for the bytes at sign. */
void
markup_put_label(MarkupReader *r, const uint8_t *name, uint32_t len, const uint8_t *sign, uint32_t sign_len)
{
	*nt_push(r->cx, &r->markup->blocks) = (NtBlock) {r->n, BLOCK_TURN};
	r->pending = r->n > 0 ? 2 : 0;
	markup_put(r, name, len);
	markup_put_char(r, sign, sign_len, ':');
	r->out[r->n++] = ' ';
	r->changed = true;
}

/*
 * parted_word returns the second half of a word that a line end at p parts
 * behind a hyphen, NULL: it parts none.
 */
static const uint8_t *
parted_word(const MarkupReader *r, const uint8_t *p)
{
	if (p - r->body < 3 || p[-1] != '-' || !is_small(p[-2]) || !is_letter(p[-3]))
		return NULL;
	p += *p == '\r' && r->end - p > 1 && p[1] == '\n' ? 2 : 1;
	return p < r->end && is_small(*p) ? p : NULL;
}

/* may_be_light is a first look at what markup_light() reads. */
static bool
may_be_light(const MarkupReader *r, const uint8_t *p)
{
	uint8_t		next = p + 1 < r->end ? p[1] : '\n';

	switch (*p)
	{
		case '[':
			return next == '^' || (next >= '0' && next <= '9') || markup_shortcode(p, r->end) != NULL;
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

/* What tells wikitext, the marks of forums and subtitles. */
typedef struct Telling
{
	uint32_t	opened;			/* [[ before a letter */
	uint32_t	closed;			/* ]] */
	uint32_t	forum;			/* [/b] */
	uint32_t	arrows;			/* --> between times */
	uint32_t	pages;			/* form feeds, lines that are a number */
} Telling;

/* ends_page tells of a form feed, or of a line end before a line that is a number. */
static bool
ends_page(const uint8_t *p, const uint8_t *end)
{
	bool		says;

	return *p == '\f' || (*p == '\n' && end - p > 2 && (p[1] == ' ' || p[1] == 'P' || p[1] == '-' || (p[1] >= '0' && p[1] <= '9')) &&
						 pages_number(p + 1, end, &says));
}

static void
count_telling(const MarkupReader *r, const uint8_t *p, Telling *t)
{
	uint8_t		next = p + 1 < r->end ? p[1] : '\n';

	t->opened += *p == '[' && next == '[' && r->end - p > 2 && (is_letter(p[2]) || p[2] == ':');
	t->closed += *p == ']' && next == ']';
	t->forum += *p == '[' && next == '/' && bbcode_closes(p, r->end);
	t->arrows += *p == '>' && cue_arrow(r->body, p, r->end);
}

static void
take_telling(MarkupReader *r, const Telling *t)
{
	r->wiki = !r->page && t->opened >= WIKI_LINKS && t->closed >= WIKI_LINKS;
	r->bbcode = !r->page && t->forum > 0;
	r->cues = !r->html && t->arrows >= CUE_ARROWS;
	r->paged = !r->html && !r->cues && t->pages > 0 && pages_find(r);
}

/* printable_at reads a = of a letter as it is sent; a row of them is a line that somebody drew. */
static uint32_t
printable_at(const MarkupReader *r, const uint8_t *p, int32_t *cp)
{
	return p > r->body && p[-1] == '=' ? 0 : reference_printable(p, r->end, cp);
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
	r->bytes = r->wiki ? wiki_bytes : bytes;
	return r->json || r->parted || r->wiki || r->bbcode || r->cues || r->paged || r->escaped || r->printable || r->doubled || r->head_end != NULL;
}

/*
 * survey tells whether a body needs reading at all, and what it is as a whole:
 * a page, a piece of HTML, a string of JSON.
 */
static bool
survey(MarkupReader *r)
{
	const uint8_t *p = r->body;
	const uint8_t *end = r->end;
	bool		needed = false;
	uint32_t	escapes = 0;
	uint32_t	marks = 0;		/* escaped quotation marks, and characters by number */
	uint32_t	wide = 0;		/* =E2=80=9C */
	uint32_t	coded = 0;		/* =20, and these */
	uint32_t	soft = 0;		/* = at the end of a line */
	uint32_t	lines = 0;
	uint32_t	parted = 0;
	Telling		telling = {0};

	for (; (p = ordinary_text(bytes, p, end)) < end; p++)
	{
		NtTag		tag;
		int32_t		cp;
		uint32_t	len;
		bool		same;

		switch (bytes[*p])
		{
			case BYTE_TAG:
				nt_tick(r->cx);
				if (!tag_read(p, end, &r->memo, &tag))
					break;
				needed = true;
				r->html |= tag.element >= ELEMENT_LINE && tag.element != ELEMENT_CUT;
				r->page |= tag.element == ELEMENT_PAGE && !tag.closing;
				p = tag.end - 1;
				if (tag.element == ELEMENT_CUT)
					p = tag_cut(&tag, end, &r->memo) - 1;
				break;
			case BYTE_REFERENCE:
				nt_tick(r->cx);
				if (tag_read_escaped(p, end, &r->memo, &tag))
				{
					needed = true;
					r->html |= tag.element >= ELEMENT_LINE && tag.element != ELEMENT_CUT;
				}
				else
					needed |= reference_read(p, end, &cp) > 0;
				break;
			case BYTE_ESCAPE:
				if ((len = reference_json(p, end, &cp)) > 0)
				{
					escapes += len > 2 || cp == '\n' || cp == '"';
					marks += len > 2 || cp == '"';
					p += len - 1;
				}
				break;
			case BYTE_PRINTABLE:
				len = printable_at(r, p, &cp);
				wide += len > 0 && cp >= 0x80;
				coded += len > 0 && cp > 0;
				soft += len > 0 && cp == 0;
				break;
			case BYTE_LINE:
				lines += *p == '\n';
				telling.pages += ends_page(p, end);
				parted += parted_word(r, p) != NULL;
				break;
			case BYTE_LIGHT:
				needed |= may_be_light(r, p);
				count_telling(r, p, &telling);
				break;
			case BYTE_WIDE:
				len = wide_at(p, end, &cp, &same);
				needed |= !same;
				p += len - 1;
				break;
		}
	}
	tag_memo_init(&r->memo, r->body);
	/* a string of JSON has its line ends escaped */
	r->json = escapes >= 2 && lines <= 1;
	r->escaped = marks >= 2;
	r->printable = wide >= 2 || (soft >= 2 && coded > 0) || (soft > 0 && wide > 0);
	r->parted = parted >= PARTED_WORDS && parted >= lines / PARTED_LINES;
	take_telling(r, &telling);
	return survey_whole(r) || needed;
}

/* trim_json leaves the quotation marks of a string of JSON outside. */
static const uint8_t *
trim_json(MarkupReader *r, const uint8_t *p)
{
	while (p < r->end && *p <= ' ')
		p++;
	while (r->end > p && r->end[-1] <= ' ')
		r->end--;
	if (r->end - p >= 2 && *p == '"' && r->end[-1] == '"' && r->end[-2] != '\\')
	{
		p++;
		r->end--;
	}
	return p;
}

/* blank_line tells whether the line that begins at p holds nothing. */
static bool
blank_line(const uint8_t *p, const uint8_t *end)
{
	while (p < end && (*p == ' ' || *p == '\t' || *p == '\r'))
		p++;
	return p < end && *p == '\n';
}

/*
 * join_word writes the second half of a word, at p, behind the first; the line ends
 * behind it, so that lines stay what they were to who counts them.
 */
static const uint8_t *
join_word(MarkupReader *r, const uint8_t *p)
{
	const uint8_t *q = p;

	r->n -= r->n > 0 && r->out[r->n - 1] == '-';
	r->changed = true;
	while (q < r->end && q - p < HALF_LONGEST && *q > ' ')
		q++;
	markup_put(r, p, (uint32_t) (q - p));
	if (q == r->end || *q != ' ')
		return q;
	markup_put(r, q, 1);
	r->out[r->n - 1] = '\n';
	return q + 1;
}

/* escaped_line tells whether an escaped line end stands at p. */
static bool
escaped_line(const uint8_t *p, const uint8_t *end)
{
	int32_t		cp;

	return p < end && *p == '\\' && reference_json(p, end, &cp) > 0 && (cp == '\n' || cp == '\r');
}

/*
 * copy_line copies a line end or tab, and returns what follows; one that parts a word
 * goes with its hyphen, where many do.  In a whole page it is a space.  Pieces of
 * HTML are often plain text with a few tags: in these a blank line parts
 * paragraphs, and whether other line ends count, sentence.c says, as of any text.
 */
static const uint8_t *
copy_line(MarkupReader *r, const uint8_t *p)
{
	uint32_t	n = r->n;
	bool		pre = r->open.n > 0 && (r->open.at[r->open.n - 1].inside & INSIDE_PRE);
	const uint8_t *rest = r->parted ? parted_word(r, p) : NULL;

	if (rest != NULL)
		return join_word(r, rest);
	if (*p == '\n')
		r->emphasis = 0;
	if (!r->page && *p == '\n' && r->html && blank_line(p + 1, r->end))
		r->pending = 2;
	markup_put(r, p, 1);
	if (r->page && !pre && r->n > n)
		r->out[r->n - 1] = ' ';
	markup_light_line(r, p + 1);
	return p + 1;
}

/* read_mark reads what begins at a byte that may begin something, and returns what follows it. */
static const uint8_t *
read_mark(MarkupReader *r, const uint8_t *p)
{
	NtTag		tag;
	int32_t		cp;
	uint32_t	len = 0;
	bool		same;
	const uint8_t *after;

	switch (r->bytes[*p])
	{
		case BYTE_TAG:
			if (r->cues && (after = cues_tag(r, p)) != NULL)
				return after;
			if (!tag_read(p, r->end, &r->memo, &tag))
				break;
			r->changed = true;
			r->cdata |= p[1] == '!' && p[2] == '[';
			if (tag.element == ELEMENT_CUT)
				return tag_cut(&tag, r->end, &r->memo);
			markup_tag(r, &tag);
			return tag.end;
		case BYTE_REFERENCE:
			if (tag_read_escaped(p, r->end, &r->memo, &tag))
			{
				r->changed = true;
				markup_tag(r, &tag);
				return tag.end;
			}
			len = reference_read(p, r->end, &cp);
			if (len > 0 && no_width(cp))
				cp = 0;
			break;
		case BYTE_ESCAPE:
			if (!(r->json || (r->escaped && r->end - p > 1 && (p[1] == 'u' || p[1] == '"' || p[1] == '\''))) ||
				(len = reference_json(p, r->end, &cp)) == 0)
				break;
			if (cp == '\n' && r->html)
			{
				if (!r->json_lines)
					cp = ' ';
				else if (escaped_line(p + len, r->end))
					r->pending = 2;
			}
			break;
		case BYTE_PRINTABLE:
			if (r->printable)
				len = printable_at(r, p, &cp);
			break;
		case BYTE_LIGHT:
			return markup_light(r, p);
		case BYTE_LINE:
			if (r->paged && (after = pages_gap(r, p)) != NULL)
				return after;
			after = copy_line(r, p);
			return r->cues && *p == '\n' ? cues_line(r, after) : after;
		case BYTE_WIKI:
			return wiki_mark(r, p);
		case BYTE_WIDE:
			len = wide_at(p, r->end, &cp, &same);
			if (same)
			{
				markup_put(r, p, len);
				return p + len;
			}
			break;
	}
	if (len == 0)
	{
		markup_put(r, p, 1);
		return p + 1;
	}
	r->changed = true;
	if (cp != 0)
		markup_put_char(r, p, len, cp);
	return p + len;
}

/* read_text reads from p to the end. */
static void
read_text(MarkupReader *r, const uint8_t *p)
{
	const uint8_t *mark = NULL;	/* the next of the doubled ones */

	while (p < r->end)
	{
		const uint8_t *from = p;

		if (r->doubled && (mark == NULL || mark < p) && (mark = memchr(p, '"', (size_t) (r->end - p))) == NULL)
			mark = r->end;
		p = ordinary_text(r->bytes, p, mark != NULL ? mark : r->end);
		if (p > from)
			markup_put(r, from, (uint32_t) (p - from));
		nt_tick(r->cx);
		if (p == mark && p < r->end)
		{
			markup_put_char(r, p, 2, '"');
			p += 2;
		}
		else if (p < r->end)
			p = read_mark(r, p);
	}
}

/* first_text returns where the text of a body begins that is no document of JSON. */
static const uint8_t *
first_text(MarkupReader *r)
{
	if (r->head_end != NULL)
		return head_read(r, r->head_end);
	if (r->json || r->doubled)
		return trim_json(r, r->body);
	return r->cues ? cues_line(r, r->body) : r->body;
}

#define OUT_FIT 65536			/* bytes too many to be left */

static void
release_tree(MarkupReader *r)
{
	nt_array_release(r->cx, &r->blocks);
	nt_array_release(r->cx, &r->nodes);
	nt_array_release(r->cx, &r->classed);
	nt_array_release(r->cx, &r->open);
	nt_array_release(r->cx, &r->texts);
	nt_array_release(r->cx, &r->gaps);
}

const char *
markup_read(NtContext *cx, const char *body, uint32_t body_len, NtMarkup *markup, uint32_t *len)
{
	MarkupReader r;
	size_t		room;

	memset(markup, 0, sizeof(*markup));
	markup->day = NT_DAY_NONE;
	*len = body_len;
	memset(&r, 0, sizeof(r));
	r.cx = cx;
	r.body = (const uint8_t *) body;
	r.end = r.body + body_len;
	r.markup = markup;
	tag_memo_init(&r.memo, r.body);
	if (!rtf_begins(r.body, r.end) && !survey(&r))
		return body;

	room = (size_t) body_len + body_len / 2 + 4;
	r.out = cx->alloc(cx, room);
	markup_tree_open(&r);
	r.changed = r.json || r.doubled;
	r.fresh = r.html;
	if (rtf_begins(r.body, r.end))
		rtf_read(&r);
	else if (r.texts.n == 0)
		read_text(&r, first_text(&r));
	for (uint32_t i = 0; i < r.texts.n; i++)
	{
		json_open(&r, &r.texts.at[i]);
		r.end = r.body + r.texts.at[i].end;
		read_text(&r, r.body + r.texts.at[i].start);
	}
	if (!r.changed)
	{
		memset(markup, 0, sizeof(*markup));
		markup->day = NT_DAY_NONE;
		nt_release(cx, r.out, room);
		release_tree(&r);
		return body;
	}
	markup_tree_close(&r);
	release_tree(&r);
	r.out[r.n] = '\0';
	*len = r.n;
	if (room - r.n > OUT_FIT)
		r.out = cx->resize(cx, r.out, room, (size_t) r.n + 1);
	return (const char *) r.out;
}

/* run_at returns the run that holds an offset of the clean text. */
static const NtTextRun *
run_at(const NtMarkup *markup, uint32_t at)
{
	uint32_t	low = 0;
	uint32_t	high = markup->runs.n;

	while (low + 1 < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (markup->runs.at[middle].clean <= at)
			low = middle;
		else
			high = middle;
	}
	return &markup->runs.at[low];
}

uint32_t
markup_start(const NtMarkup *markup, uint32_t start)
{
	const NtTextRun *run;

	if (markup->runs.n == 0)
		return start;
	run = run_at(markup, start);
	return run->body + (run->written > 0 || start < run->clean ? 0 : start - run->clean);
}

uint32_t
markup_end(const NtMarkup *markup, uint32_t end)
{
	const NtTextRun *run;

	if (markup->runs.n == 0 || end == 0)
		return end;
	run = run_at(markup, end - 1);
	return run->body + (run->written > 0 ? run->written : end - run->clean);
}

NtBlockRole
markup_role(const NtMarkup *markup, uint32_t at)
{
	uint32_t	low = 0;
	uint32_t	high = markup->blocks.n;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (markup->blocks.at[middle].at <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? (NtBlockRole) markup->blocks.at[low - 1].role : BLOCK_TEXT;
}
