/*
 * markup_tree.c -- the elements that are open, and the blocks of text in them.
 *
 *     <article><h1>Harbour bridge reopens</h1>        block: headline
 *     <figure><img><figcaption>The bridge.</figcaption></figure>   block: caption
 *     <p>Cars crossed <a href="...">the bridge</a> on Monday.</p>  block, 10 bytes of it linked
 *
 * A block is the text between two block tags.  It knows what it stands in
 * (INSIDE_*), how much of it is linked and which node of the page's tree holds
 * it; page.c judges by that.  Elements that are never closed, or closed twice,
 * do no harm: a closing tag closes the nearest element of its name, and what is
 * open deeper than OPEN_MAX is read as part of its parent.
 */
#include "text/markup_read.h"

#include "base/ascii.h"

#include <string.h>

#define QUOTE_OPEN 0x201C
#define QUOTE_CLOSE 0x201D

static const OpenElement *
top_of(const MarkupReader *r)
{
	return &r->open.at[r->open.n - 1];
}

/* is_form: pages of old were one <form>. */
static bool
is_form(const NtTag *tag)
{
	return tag->name_len == 4 && (tag->name[0] | 0x20) == 'f';
}

/* inside_of returns what an element says of all text in it. */
static uint8_t
inside_of(const NtTag *tag, uint8_t around)
{
	uint8_t		inside = 0;

	switch ((NtElement) tag->element)
	{
		case ELEMENT_FURNITURE:
			/* the <footer> of a <blockquote> names who said it */
			inside = is_form(tag) || (around & INSIDE_QUOTATION) ? 0 : INSIDE_FURNITURE;
			break;
		case ELEMENT_CAPTION:
			inside = INSIDE_CAPTION;
			break;
		case ELEMENT_QUOTATION:
			inside = INSIDE_QUOTATION;
			break;
		case ELEMENT_PREFORMATTED:
			inside = INSIDE_PRE;
			break;
		case ELEMENT_ARTICLE:
			inside = INSIDE_ARTICLE;
			break;
		case ELEMENT_ITEM:
			inside = INSIDE_ITEM;
			break;
		default:
			break;
	}
	switch ((NtTagClass) tag->says)
	{
		case TAG_CLASS_PULL:
			return inside | INSIDE_QUOTATION;
		case TAG_CLASS_CAPTION:
			return inside | INSIDE_CAPTION;
		case TAG_CLASS_BYLINE:
			return inside | INSIDE_BYLINE;
		case TAG_CLASS_BODY:
			return inside | INSIDE_ARTICLE;
		case TAG_CLASS_FURNITURE:
		case TAG_CLASS_OTHER:
		case TAG_CLASS_NONE:
			break;
	}
	return inside;
}

static bool
holds_blocks(int element)
{
	return element == ELEMENT_BLOCK || element == ELEMENT_ARTICLE || element == ELEMENT_FURNITURE ||
		element == ELEMENT_QUOTATION || element == ELEMENT_PAGE || element == ELEMENT_CUSTOM;
}

static bool
same_name(const OpenElement *o, const NtTag *tag)
{
	bool		same = o->name_len == tag->name_len;

	for (uint32_t i = 0; i < tag->name_len && same; i++)
		same = ((o->name[i] ^ tag->name[i]) & ~0x20) == 0;
	return same;
}

/* close_element pops the nearest open element of this name and all in it; false: there is none. */
static bool
close_element(MarkupReader *r, const NtTag *tag)
{
	for (uint32_t i = r->open.n; i > 1 && r->open.n - i < OPEN_SEARCH; i--)
	{
		const OpenElement *o = &r->open.at[i - 1];

		if (o->element == tag->element && same_name(o, tag))
		{
			r->open.n = i - 1;
			return true;
		}
	}
	return false;
}

/*
 * classed_element returns the number of an element that its class calls furniture.
 * Paragraphs in one such are judged as one: <p class="paywall">.
 */
static uint32_t
classed_element(MarkupReader *r, const NtTag *tag, uint32_t parent)
{
	bool		other = tag->says == TAG_CLASS_OTHER;
	bool		pooled = tag->element == ELEMENT_PARAGRAPH && !other;

	if (pooled && r->pool != 0 && r->classed.at[r->pool].parent == parent)
		return r->pool;
	*nt_push(r->cx, &r->classed) = (ClassedElement) {.parent = parent, .other = other};
	if (pooled)
		r->pool = r->classed.n - 1;
	return r->classed.n - 1;
}

static void
open_element(MarkupReader *r, const NtTag *tag)
{
	OpenElement o;

	/* a paragraph or item ends where the next begins */
	while (r->open.n > 1 && top_of(r)->element == ELEMENT_PARAGRAPH)
		r->open.n--;
	if (tag->element == ELEMENT_ITEM && top_of(r)->element == ELEMENT_ITEM)
		r->open.n--;
	if (r->open.n >= OPEN_MAX)
		return;
	o.element = tag->element;
	o.name = tag->name;
	o.name_len = tag->name_len;
	o.node = top_of(r)->node;
	o.inside = top_of(r)->inside;
	o.classed = top_of(r)->classed;
	if (tag->element != ELEMENT_PAGE)
	{
		o.inside |= inside_of(tag, o.inside);
		if (tag->says == TAG_CLASS_BODY)
			o.classed = 0;		/* itemprop="articleBody" knows better */
		if (tag->says >= TAG_CLASS_FURNITURE || (tag->element == ELEMENT_FURNITURE && is_form(tag)))
		{
			o.classed = classed_element(r, tag, o.classed);
		}
	}
	if (holds_blocks(tag->element) && r->page)
	{
		PageNode   *node = nt_push(r->cx, &r->nodes);

		*node = (PageNode) {.parent = o.node, .classed = o.classed, .sign = tag->sign, .kind = tag->kind, .inside = o.inside};
		o.node = r->nodes.n - 1;
		node->article = tag->element == ELEMENT_ARTICLE ? o.node : r->nodes.at[node->parent].article;
	}
	*nt_push(r->cx, &r->open) = o;
}

void
markup_tree_open(MarkupReader *r)
{
	memset(nt_push(r->cx, &r->nodes), 0, sizeof(PageNode));
	memset(nt_push(r->cx, &r->classed), 0, sizeof(ClassedElement));
	memset(nt_push(r->cx, &r->open), 0, sizeof(OpenElement));
}

/* end_link counts the text of an <a> that ends, or goes on in another block. */
static void
end_link(MarkupReader *r)
{
	if (r->linked && r->blocks.n > 0 && r->n > r->link_start)
		r->blocks.at[r->blocks.n - 1].linked += r->n - r->link_start;
	r->link_start = r->n;
}

void
markup_end_block(MarkupReader *r)
{
	end_link(r);
	if (r->blocks.n > 0)
		r->blocks.at[r->blocks.n - 1].end = r->n;
}

/* markup_begin_block begins a block where the next text is written. */
void
markup_begin_block(MarkupReader *r)
{
	const OpenElement *top = top_of(r);
	PageBlock  *b;

	r->link_start = r->n;
	if (!r->html)
		return;
	b = nt_push(r->cx, &r->blocks);
	memset(b, 0, sizeof(*b));
	b->start = b->end = r->n;
	b->node = top->node;
	b->inside = top->inside;
	b->classed = top->classed;
	b->title = r->in_title;
	b->paragraph = top->element == ELEMENT_PARAGRAPH;
	if (top->element == ELEMENT_HEADING_1)
		b->role = BLOCK_HEADLINE;
	else if (top->element == ELEMENT_HEADING)
		b->role = BLOCK_SUBHEADING;
	else if (b->inside & INSIDE_CAPTION)
		b->role = BLOCK_CAPTION;
	else if (b->inside & INSIDE_BYLINE)
		b->role = BLOCK_BYLINE;
	else if (b->inside & INSIDE_QUOTATION)
		b->role = BLOCK_QUOTATION;
	else if (b->inside & INSIDE_ITEM)
		b->role = BLOCK_ITEM;
}

/* markup_day reads the article's day, of "2024-05-03T18:20:00Z"; the first counts. */
void
markup_day(MarkupReader *r, const uint8_t *p, uint32_t len)
{
	int			part[3] = {0, 0, 0};
	uint32_t	at = 0;

	if (r->markup->day != NT_DAY_NONE || p == NULL)
		return;
	for (uint32_t i = 0; i < len && at < 3; i++)
	{
		uint8_t		b = p[i];

		if (ascii_is_digit(b) && part[at] < 10000)
			part[at] = part[at] * 10 + (b - '0');
		else if (b == '-' && at < 2)
			at++;
		else
			break;
	}
	if (at == 2)
		r->markup->day = calendar_day(part[0], part[1], part[2]);
}

/* markup_tag does what a tag asks for. */
void
markup_tag(MarkupReader *r, const NtTag *tag)
{
	switch ((NtElement) tag->element)
	{
		case ELEMENT_NONE:
		case ELEMENT_INLINE:
		case ELEMENT_CUT:
			return;
		case ELEMENT_TIME:
			markup_day(r, tag->datetime, tag->datetime_len);
			return;
		case ELEMENT_CUSTOM:
			/* inside a paragraph it parts nothing */
			if (!r->page || tag->empty || (!tag->closing && r->open.n > 1 && !holds_blocks(top_of(r)->element)) || (tag->closing && !close_element(r, tag)))
				return;
			r->pending = 2;
			if (!tag->closing)
				open_element(r, tag);
			return;
		case ELEMENT_LINK:
			end_link(r);
			r->linked = !tag->closing && !tag->empty;
			return;
		case ELEMENT_QUOTE_MARK:
			markup_put_char(r, (const uint8_t *) tag->name - 1 - tag->closing, (uint32_t) (tag->end - tag->name) + 1 + tag->closing,
							tag->closing ? QUOTE_CLOSE : QUOTE_OPEN);
			return;
		case ELEMENT_LINE:
			if (r->pending < 2)
				r->pending++;
			return;
		case ELEMENT_TITLE:
			r->in_title = !tag->closing;
			break;
		default:
			break;
	}
	r->pending = 2;
	r->emphasis = 0;
	if (tag->closing)
		close_element(r, tag);
	else if (!tag->empty && tag->name != NULL)
		open_element(r, tag);
}

/* markup_tree_close ends the last block and keeps what is the article's. */
void
markup_tree_close(MarkupReader *r)
{
	markup_end_block(r);
	if (r->html)
		page_judge(r);
}
