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
 * A body that holds none of these is not copied: a scan over its bytes says so (markup_survey.c).
 * The clean text is at most half as long again as the body (a control character of
 * Windows-1252 takes two bytes, the mark it stands for three).
 */
#include "text/markup_byte.h"

#include "text/reference.h"

#include <string.h>

#define HALF_LONGEST 40			/* bytes of the second half of a word */

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
	const uint8_t *rest = r->parted ? markup_parted(r, p) : NULL;

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

/* put_meant writes the character that len bytes of the body mean, 0: none; of no bytes what stands there itself; it returns what follows. */
static const uint8_t *
put_meant(MarkupReader *r, const uint8_t *p, uint32_t len, int32_t cp)
{
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

/* read_tag reads what a < begins. */
static const uint8_t *
read_tag(MarkupReader *r, const uint8_t *p)
{
	NtTag		tag;
	const uint8_t *after;

	if (r->cues && (after = cues_tag(r, p)) != NULL)
		return after;
	if (!tag_read(p, r->end, &r->memo, &tag))
		return put_meant(r, p, 0, 0);
	r->changed = true;
	r->cdata |= p[1] == '!' && p[2] == '[';
	if (tag.element == ELEMENT_CUT)
		return tag_cut(&tag, r->end, &r->memo);
	markup_tag(r, &tag);
	return tag.end;
}

/* read_reference reads what an & begins: a character, or a tag that is escaped. */
static const uint8_t *
read_reference(MarkupReader *r, const uint8_t *p)
{
	NtTag		tag;
	int32_t		cp = 0;
	uint32_t	len;

	if (tag_read_escaped(p, r->end, &r->memo, &tag))
	{
		r->changed = true;
		markup_tag(r, &tag);
		return tag.end;
	}
	len = reference_read(p, r->end, &cp);
	return put_meant(r, p, len, len > 0 && markup_no_width(cp) ? 0 : cp);
}

/* read_escape reads what a \ begins, of JSON or where marks are escaped. */
static const uint8_t *
read_escape(MarkupReader *r, const uint8_t *p)
{
	int32_t		cp;
	uint32_t	len;

	if (!(r->json || (r->escaped && r->end - p > 1 && (p[1] == 'u' || p[1] == '"' || p[1] == '\''))) ||
		(len = reference_json(p, r->end, &cp)) == 0)
		return put_meant(r, p, 0, 0);
	if (cp == '\n' && r->html)
	{
		if (!r->json_lines)
			cp = ' ';
		else if (escaped_line(p + len, r->end))
			r->pending = 2;
	}
	return put_meant(r, p, len, cp);
}

/* read_mark reads what begins at a byte that may begin something, and returns what follows it. */
static const uint8_t *
read_mark(MarkupReader *r, const uint8_t *p)
{
	int32_t		cp = 0;
	uint32_t	len = 0;
	bool		same;
	const uint8_t *after;

	switch (r->bytes[*p])
	{
		case BYTE_TAG:
			return read_tag(r, p);
		case BYTE_REFERENCE:
			return read_reference(r, p);
		case BYTE_ESCAPE:
			return read_escape(r, p);
		case BYTE_LIGHT:
			return markup_light(r, p);
		case BYTE_WIKI:
			return wiki_mark(r, p);
		case BYTE_LINE:
			if (r->paged && (after = pages_gap(r, p)) != NULL)
				return after;
			after = copy_line(r, p);
			return r->cues && *p == '\n' ? cues_line(r, after) : after;
		case BYTE_PRINTABLE:
			if (r->printable)
				len = markup_printable(r, p, &cp);
			break;
		case BYTE_WIDE:
			len = markup_wide(p, r->end, &cp, &same);
			if (same)
				return markup_keep(r, p, len);
			break;
	}
	return put_meant(r, p, len, cp);
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
	if (!rtf_begins(r.body, r.end) && !markup_survey(&r))
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
