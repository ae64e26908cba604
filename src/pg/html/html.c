/*
 * html.c -- news_html(): an article as HTML, its finds marked.
 *
 *     “We will not pay,” Mayor Ana Ruiz said on Friday.
 *
 * becomes
 *
 *     <p dir="auto"><q class="news-quote news-direct" data-nr="1" data-speaker="Ana Ruiz" ...>“We will not
 *     pay,”</q> Mayor <mark class="news-entity news-person" data-name="Ana Ruiz">Ana Ruiz</mark> said on
 *     <time class="news-date" data-value="2025-04-11" datetime="2025-04-11">Friday</time>.</p>
 *
 * What is written is the text that the core reads, without the markup of the
 * body, and every character of it that means something to HTML as a reference:
 * nothing of an article runs.
 *
 * The finds are intervals of bytes; they nest, but need not: a quotation ends
 * inside a name, a date begins in one find and ends in the next.  So they are
 * walked in text order with a stack of what is open.  Where one ends that is
 * not on top, those above it are closed, and opened again after it with
 * data-continued; so they are where a paragraph ends inside one.  The stack is
 * shallow, STACK_MAX, whatever the article, so the work is linear.
 */
#include "read/extract.h"
#include "read/result.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "know/cue.h"
#include "read/encoding.h"
#include "type/value.h"

#define STACK_MAX 8

/* What an interval is; of two with the same bytes the lower is outside. */
typedef enum MarkKind
{
	MARK_DATELINE,
	MARK_QUOTE,
	MARK_ENTITY,
	MARK_DATE
} MarkKind;

typedef struct Mark
{
	uint32		start;			/* bytes of the core's text */
	uint32		end;
	uint32		item;			/* index into mentions, quotes or dates */
	MarkKind	kind;
} Mark;

typedef struct Html
{
	NewsAnalysis *a;
	StringInfoData out;
	Mark	   *marks;
	uint32		n;
	uint32		next;			/* the first that has not been opened */
	const Mark *open[STACK_MAX];
	int			depth;
	const char *block;			/* element of the open block, NULL: none */
} Html;

static int
compare_marks(const void *a, const void *b)
{
	const Mark *x = a;
	const Mark *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	if (x->kind != y->kind)
		return (int) x->kind - (int) y->kind;
	return x->item < y->item ? -1 : x->item > y->item;
}

#define HTML_TAGS 4096			/* bytes of elements that may stand between two pieces of text */

/* put appends a piece of text, unless all of it becomes more than the server can hold in one piece. */
static void
put(StringInfo out, const char *bytes, int len)
{
	if ((Size) out->len + len + HTML_TAGS > NEWS_TEXT_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("article is too large as HTML"),
				 errdetail("The limit is %d MB.", (int) (NEWS_TEXT_MAX >> 20))));
	appendBinaryStringInfo(out, bytes, len);
}

/* put_escaped appends text of the server's encoding, safe in an element and in an attribute. */
static void
put_escaped(StringInfo out, NewsBytes text)
{
	int			from = 0;

	for (int i = 0; i <= text.len; i++)
	{
		unsigned char c = i < text.len ? text.at[i] : 0;
		const char *reference = c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" :
			c == '"' ? "&quot;" : c == '\'' ? "&#39;" : NULL;

		/* control characters are no part of HTML */
		if (i < text.len && reference == NULL && (c >= ' ' || c == '\n' || c == '\t') && c != 0x7F)
			continue;
		put(out, text.at + from, i - from);
		if (reference != NULL)
			appendStringInfoString(out, reference);
		from = i + 1;
	}
}

/*
 * put_utf8 appends text of the core; what the server's encoding cannot write
 * becomes a reference by number.
 */
static void
put_utf8(StringInfo out, NewsBytes utf8)
{
	NewsBytes	text;

	if (encoding_to_server(utf8, &text))
	{
		put_escaped(out, text);
		return;
	}
	for (int i = 0; i < utf8.len;)
	{
		const unsigned char *at = (const unsigned char *) utf8.at + i;
		int			width = Min(pg_utf_mblen(at), utf8.len - i);

		if (width == 1)
			put_escaped(out, (NewsBytes) {utf8.at + i, 1});
		else
			appendStringInfo(out, "&#%u;", (unsigned) utf8_to_unicode(at));
		i += width;
	}
}

static void
put_attribute(StringInfo out, const char *name, NewsBytes value)
{
	if (value.len == 0)
		return;
	appendStringInfo(out, " data-%s=\"", name);
	put_escaped(out, value);
	appendStringInfoChar(out, '"');
}

static void
open_entity(Html *h, const Mark *m)
{
	const NtMention *mention = &h->a->article.mentions.at[m->item];
	const char *kind = entity_kind_name(mention->kind);
	NewsEntityFields f;

	appendStringInfo(&h->out, "<mark class=\"news-entity news-%s\" data-kind=\"%s\"", kind, kind);
	if (analysis_mention(h->a, mention, &f))
	{
		put_attribute(&h->out, "name", f.name);
		put_attribute(&h->out, "id", f.id);
	}
}

static void
open_quote(Html *h, const Mark *m)
{
	const NtQuote *q = &h->a->article.quotes.at[m->item];
	const char *kind = quote_kind_name(q->kind);
	const char *stance = cue_stance_name(q->stance);
	NewsEntityFields f;

	appendStringInfo(&h->out, "<q class=\"news-quote news-%s\" data-nr=\"%u\" data-kind=\"%s\"", kind, m->item + 1, kind);
	if (q->speaker != NT_NONE && analysis_entity(h->a, q->speaker, &f))
	{
		put_attribute(&h->out, "speaker", f.name);
		put_attribute(&h->out, "speaker-kind", news_cstring_bytes(entity_kind_name(f.kind)));
	}
	if (q->cue_start < q->cue_end)
	{
		appendStringInfoString(&h->out, " data-cue=\"");
		put_utf8(&h->out, (NewsBytes) {h->a->article.text + q->cue_start, q->cue_end - q->cue_start});
		appendStringInfoChar(&h->out, '"');
	}
	if (stance != NULL)
		put_attribute(&h->out, "stance", news_cstring_bytes(stance));
}

/* html_datetime tells whether a TIMEX3 value is what HTML's datetime takes. */
static bool
html_datetime(const char *value)
{
	static const char *const forms[] = {"0000", "0000-00", "0000-00-00", "0000-W00", "0000-00-00T00:00", "0000-00-00T00:00:00"};

	for (int i = 0; i < lengthof(forms); i++)
	{
		const char *form = forms[i];
		const char *p = value;

		for (; *form != '\0' && (*form == '0' ? *p >= '0' && *p <= '9' : *p == *form); form++)
			p++;
		if (*form == '\0' && *p == '\0')
			return strncmp(value, "0000", 4) != 0;
	}
	return false;
}

static void
open_date(Html *h, const Mark *m)
{
	const NtDate *d = &h->a->article.dates.at[m->item];

	appendStringInfo(&h->out, "<time class=\"news-date\" data-kind=\"%s\"", date_kind_name(d->kind));
	put_attribute(&h->out, "value", news_cstring_bytes(d->value));
	if (d->mod != 0)
		put_attribute(&h->out, "mod", news_cstring_bytes(date_mod_name(d->mod)));
	if (html_datetime(d->value))
		appendStringInfo(&h->out, " datetime=\"%s\"", d->value);
}

static void
put_open(Html *h, const Mark *m, bool again)
{
	switch (m->kind)
	{
		case MARK_DATELINE:
			appendStringInfoString(&h->out, "<span class=\"news-dateline\"");
			break;
		case MARK_QUOTE:
			open_quote(h, m);
			break;
		case MARK_ENTITY:
			open_entity(h, m);
			break;
		case MARK_DATE:
			open_date(h, m);
			break;
	}
	appendStringInfoString(&h->out, again ? " data-continued>" : ">");
}

static void
put_close(Html *h, const Mark *m)
{
	static const char *const elements[] = {"</span>", "</q>", "</mark>", "</time>"};

	appendStringInfoString(&h->out, elements[m->kind]);
}

/* close_ended closes what ends at a byte, and opens again what stood inside it. */
static void
close_ended(Html *h, uint32 byte)
{
	int			first = 0;
	int			kept = 0;

	while (first < h->depth && h->open[first]->end > byte)
		first++;
	if (first == h->depth)
		return;
	for (int i = h->depth; i-- > first;)
		put_close(h, h->open[i]);
	kept = first;
	for (int i = first; i < h->depth; i++)
		if (h->open[i]->end > byte)
		{
			h->open[kept++] = h->open[i];
			put_open(h, h->open[i], true);
		}
	h->depth = kept;
}

/* html_text writes [start, end) of a block, with its marks. */
static void
html_text(Html *h, uint32 start, uint32 end)
{
	const char *text = h->a->article.text;

	while (start < end)
	{
		uint32		stop = end;

		nt_tick(&h->a->context.cx);
		close_ended(h, start);
		for (; h->next < h->n && h->marks[h->next].start <= start; h->next++)
		{
			const Mark *m = &h->marks[h->next];

			nt_tick(&h->a->context.cx);
			if (m->end > start && h->depth < STACK_MAX)
			{
				h->open[h->depth++] = m;
				put_open(h, m, m->start < start);
			}
		}
		if (h->next < h->n)
			stop = Min(stop, h->marks[h->next].start);
		for (int i = 0; i < h->depth; i++)
			stop = Min(stop, h->open[i]->end);
		put_utf8(&h->out, (NewsBytes) {text + start, stop - start});
		start = stop;
	}
	close_ended(h, end);
}

/* html_block writes a block, in the element that its kind calls for. */
static void
html_block(Html *h, uint32 start, uint32 end, int kind)
{
	const char *element = kind == SECTION_HEADLINE ? "h1" : kind == SECTION_SUBHEADING ? "h2" : "p";

	if (kind == SECTION_PARAGRAPH)
		appendStringInfo(&h->out, "<%s dir=\"auto\">", element);
	else
		appendStringInfo(&h->out, "<%s class=\"news-%s\" dir=\"auto\">", element, section_kind_name(kind));
	for (int i = 0; i < h->depth; i++)
		if (h->open[i]->end > start)
			put_open(h, h->open[i], true);
	html_text(h, start, end);
	for (int i = h->depth; i-- > 0;)
		put_close(h, h->open[i]);
	appendStringInfo(&h->out, "</%s>\n", element);
}

/* same_line tells whether nothing but spaces on a line lies between two sections. */
static bool
same_line(const NtArticle *article, uint32 from, uint32 to)
{
	return memchr(article->text + from, '\n', to - from) == NULL;
}

/* A stretch between sections, a paragraph when it holds more than white space. */
static void
html_gap(Html *h, uint32 start, uint32 end)
{
	const char *text = h->a->article.text;

	while (start < end && ascii_is_space(text[start]))
		start++;
	while (start < end && ascii_is_space(text[end - 1]))
		end--;
	if (start < end)
		html_block(h, start, end, SECTION_PARAGRAPH);
}

/*
 * html_article writes the sections, each a block; those on one line are one
 * block of the last one's kind: a dateline and its paragraph.
 */
static void
html_article(Html *h)
{
	const NtArticle *article = &h->a->article;
	uint32		done = 0;

	appendStringInfoString(&h->out, "<article class=\"news\">\n");
	for (uint32 i = 0; i < article->sections.n; i++)
	{
		const NtSection *s = &article->sections.at[i];
		uint32		start = section_start(article, s);
		uint32		end = section_end(article, s);
		int			kind = s->kind;

		nt_tick(&h->a->context.cx);
		while (i + 1 < article->sections.n && kind == SECTION_DATELINE &&
			   section_start(article, s + 1) >= end && same_line(article, end, section_start(article, s + 1)))
		{
			i++;
			s++;
			end = section_end(article, s);
			kind = s->kind;
		}
		if (start < done || end <= start)
			continue;
		html_gap(h, done, start);
		html_block(h, start, end, kind);
		done = end;
	}
	html_gap(h, done, article->len);
	appendStringInfoString(&h->out, "</article>\n");
}

static void
add_mark(Html *h, MarkKind kind, uint32 item, uint32 start, uint32 end)
{
	if (start < end)
		h->marks[h->n++] = (Mark) {start, end, item, kind};
}

static void
find_marks(Html *h)
{
	const NtArticle *article = &h->a->article;
	uint64		room = (uint64) article->sections.n + article->mentions.n + article->dates.n + article->parts.n;

	h->marks = palloc_extended((room + 1) * sizeof(Mark), MCXT_ALLOC_HUGE);
	for (uint32 i = 0; i + 1 < article->sections.n; i++)
	{
		const NtSection *s = &article->sections.at[i];

		if (s->kind == SECTION_DATELINE && same_line(article, section_end(article, s), section_start(article, s + 1)))
			add_mark(h, MARK_DATELINE, i, section_start(article, s), section_end(article, s));
	}
	for (uint32 i = 0; i < article->quotes.n; i++)
		for (uint32 p = 0; p < article->quotes.at[i].parts; p++)
		{
			const NtPart *part = &article->parts.at[article->quotes.at[i].part + p];

			add_mark(h, MARK_QUOTE, i, part->start, part->end);
		}
	for (uint32 i = 0; i < article->mentions.n; i++)
		add_mark(h, MARK_ENTITY, i, article->mentions.at[i].start, article->mentions.at[i].end);
	for (uint32 i = 0; i < article->dates.n; i++)
		add_mark(h, MARK_DATE, i, article->dates.at[i].start, article->dates.at[i].end);
	qsort(h->marks, h->n, sizeof(Mark), compare_marks);
}

/* news_html(body, published, lexicon) */
PG_FUNCTION_INFO_V1(news_html);
Datum
news_html(PG_FUNCTION_ARGS)
{
	NtDay		published = NT_DAY_NONE;
	Html		h = {0};

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (!PG_ARGISNULL(1) && !DATE_NOT_FINITE(PG_GETARG_DATEADT(1)))
		published = PG_GETARG_DATEADT(1);
	h.a = analysis_begin(PG_GETARG_DATUM(0), PG_ARGISNULL(2) ? NULL : news_dictionary_arg(fcinfo, 2));
	article_need(&h.a->article, STAGE_QUOTES);
	article_dates(&h.a->article, published, PREFER_TEXT);
	initStringInfo(&h.out);
	if (h.a->article.len > 0)
	{
		find_marks(&h);
		html_article(&h);
	}
	analysis_end(h.a);
	PG_RETURN_TEXT_P(cstring_to_text_with_len(h.out.data, h.out.len));
}
