/*
 * page.c -- which blocks of a whole page are its article.
 *
 *     Home  News  Sport                      links only: out
 *     Harbour bridge reopens                 the <h1> before the text
 *     Cars crossed the bridge on Monday ...  a paragraph: long, few links, a final stop
 *     Share this                             short, no stop, no <p>: out
 *     Engineers said it was safe. ...        a paragraph of the same node
 *     Most read: Storm warning for ...       another node: out
 *
 * As Boilerpipe and jusText do, a block is judged by its length, its links and
 * its sentences; as Readability does, paragraphs then vote for the node of the
 * page's tree that holds them, with half a vote for the node around it and a
 * quarter for the next, so that a text parted by boxes still finds its frame.
 * The article is what stands in the winning node and reads like text, the
 * paragraphs in boxes beside it when they are the lesser part (widen), and the
 * headline and byline above.  A page whose winner holds less than
 * ARTICLE_LEAST bytes has no article, and gives nothing.
 *
 * A class says what its maker meant (class="sidebar-teaser"), and now and then
 * only seems to (class="newsletter-post" of the letter itself): an element that
 * its class calls furniture and that holds most of the page's paragraphs, or
 * the winner, is excused.
 *
 * A piece of HTML is all article but for its <aside> and the like; so is a page
 * of hardly any text (BRIEF_MOST) that is not made of links: a brief in a frame.
 *
 * What is out is cut from the clean text and remembered as boilerplate.
 */
#include "text/markup_read.h"

#include "base/trace.h"

#include <string.h>

#define PARAGRAPH_LEAST 80		/* bytes of a block that votes */
#define ARTICLE_LEAST 250		/* bytes of paragraphs in the winner, */
#define ARTICLE_HEADED PARAGRAPH_LEAST	/* when a headline stands in the same <main> or <article>, */
#define ARTICLE_SUSPECT 1000	/* and when a class says that it is never the article */
#define BRIEF_MOST 1000			/* bytes of all blocks of a page without an article that is read as a piece */
#define BRIEF_LINKED 10			/* and of which less than this part is links */
#define SHORT_BLOCK 60			/* bytes; shorter ones outside <p> must end in a stop */
#define BYLINE_MOST 200			/* bytes of a byline above the text */
#define OUTSIDE_MOST 60			/* per cent of the winner's text that may stand in boxes beside it */
#define WIDEN_LEVELS 8			/* of the tree that are looked at for them */
#define HEADLINE_WORDS 3		/* at least, of a heading; shorter ones name the paper */
#define TITLE_SAME 20			/* bytes that a headline shares with the beginning of the <title>, */
#define TITLE_WHOLE 25			/* bytes of one that is too long to be the paper's name */
#define HEADINGS_LINKED 2		/* of a front page, at least */
#define TITLE_LEAST 8			/* or all of it, when it is shorter but not too short */

static uint32_t
length_of(const PageBlock *b)
{
	return b->end - b->start;
}

/* ends_sentence: a stop, question or exclamation mark, perhaps before a closing mark, ends the block. */
static bool
ends_sentence(const MarkupReader *r, const PageBlock *b)
{
	uint32_t	end = b->end;
	uint32_t	steps = 0;

	while (end > b->start && steps++ < 8)
	{
		uint8_t		c = r->out[end - 1];

		if (c == '.' || c == '?' || c == '!' || c == ':')
			return true;
		/* spaces and closing marks, of which “ ” ’ end in these bytes */
		if (c != ' ' && c != '"' && c != '\'' && c != ')' && c != ']' && c < 0x80)
			return false;
		end--;
	}
	return false;
}

/* is_classed: a class calls it furniture, and is believed. */
static bool
is_classed(const MarkupReader *r, const PageBlock *b)
{
	return b->classed != 0 && !r->classed.at[b->classed].excused;
}

static bool
is_furniture(const MarkupReader *r, const PageBlock *b, uint8_t frame)
{
	return (b->inside & ~frame & INSIDE_FURNITURE) != 0 || b->title || b->other || is_classed(r, b);
}

/* is_paragraph: long enough, not made of links, and ends as sentences do. */
static bool
is_paragraph(const MarkupReader *r, const PageBlock *b)
{
	return length_of(b) >= PARAGRAPH_LEAST && b->linked * 3 < length_of(b) && b->role != BLOCK_CAPTION &&
		b->role != BLOCK_HEADLINE && b->role != BLOCK_SUBHEADING && ends_sentence(r, b);
}

/* excuse_frame excuses the elements whose class calls furniture what most paragraphs of the page stand in. */
static void
excuse_frame(MarkupReader *r)
{
	uint64_t	text = 0;

	for (uint32_t i = 0; i < r->blocks.n; i++)
	{
		const PageBlock *b = &r->blocks.at[i];

		nt_tick(r->cx);
		if (!is_paragraph(r, b) || (b->inside & INSIDE_FURNITURE))
			continue;
		text += length_of(b);
		r->classed.at[b->classed].text += length_of(b);
	}
	/* they come after those around them */
	for (uint32_t i = r->classed.n; i-- > 1;)
	{
		ClassedElement *c = &r->classed.at[i];

		nt_tick(r->cx);
		c->excused = !c->other && (uint64_t) c->text * 2 > text;
		r->classed.at[c->parent].text += c->text;
	}
	/* what stands in furniture is furniture */
	for (uint32_t i = 1; i < r->classed.n; i++)
		r->classed.at[i].excused &= r->classed.at[i].parent == 0 || r->classed.at[r->classed.at[i].parent].excused;
}

/* vote returns the node that holds most of the paragraphs. */
static uint32_t
vote(MarkupReader *r)
{
	uint32_t	best = 0;

	for (uint32_t i = 0; i < r->blocks.n; i++)
	{
		const PageBlock *b = &r->blocks.at[i];
		uint32_t	node = b->node;
		uint32_t	weight = length_of(b);

		nt_tick(r->cx);
		if (!is_paragraph(r, b) || (b->inside & INSIDE_FURNITURE) || b->title)
			continue;
		if (is_classed(r, b) || b->other || (b->teaser && r->nodes.at[node].listed))
			weight /= 4;
		for (int level = 0; level < 3; level++, weight /= 2)
		{
			r->nodes.at[node].score += weight;
			if (r->nodes.at[node].parent == node)
				break;
			node = r->nodes.at[node].parent;
		}
	}
	for (uint32_t i = 1; i < r->nodes.n; i++)
	{
		nt_tick(r->cx);
		if (r->nodes.at[i].score >= r->nodes.at[best].score)
			best = i;
	}
	return best;
}

/* is_elsewhere: it stands in an <article> of its own, which does not hold the winner: a teaser; or outside the winner's. */
static bool
is_elsewhere(const MarkupReader *r, const PageBlock *b, uint32_t best)
{
	uint32_t	article = r->nodes.at[b->node].article;

	return article != 0 ? !r->nodes.at[article].holds : r->nodes.at[best].article != 0;
}

/* is_beside: a paragraph that boxes may have parted from the text: of no list, no teaser. */
static bool
is_beside(const MarkupReader *r, const PageBlock *b, uint32_t best)
{
	return b->paragraph && is_paragraph(r, b) && !b->teaser && !r->nodes.at[b->node].listed && !is_elsewhere(r, b, best);
}

/*
 * widen returns the node around the winner that holds the rest of a text that
 * boxes part: paragraphs beside it, but no more than OUTSIDE_MOST of its own.
 */
static uint32_t
widen(MarkupReader *r, uint32_t best, const uint8_t *within)
{
	uint32_t   *text = nt_alloc0(r->cx, r->nodes.n * sizeof(uint32_t));
	uint32_t	node = best;
	uint32_t	wide = best;
	uint64_t	own = 0;		/* of the winner and its twins */

	for (uint32_t i = 0; i < r->blocks.n; i++)
	{
		const PageBlock *b = &r->blocks.at[i];

		nt_tick(r->cx);
		if (!is_furniture(r, b, r->nodes.at[best].inside) && (within[b->node] ? b->paragraph && is_paragraph(r, b) : is_beside(r, b, best)))
			text[b->node] += length_of(b);
	}
	for (uint32_t i = 0; i < r->blocks.n; i++)
		if (within[r->blocks.at[i].node] && r->blocks.at[i].paragraph && is_paragraph(r, &r->blocks.at[i]))
			own += length_of(&r->blocks.at[i]);
	/* nodes come after their parents */
	for (uint32_t i = r->nodes.n; i-- > 1;)
	{
		nt_tick(r->cx);
		text[r->nodes.at[i].parent] += text[i];
	}
	for (int level = 0; level < WIDEN_LEVELS && r->nodes.at[node].parent != node; level++)
	{
		node = r->nodes.at[node].parent;
		if (text[node] > own && (text[node] - own) * 100 > own * OUTSIDE_MOST)
			break;
		if (text[node] > text[wide])
			wide = node;
	}
	return wide;
}

/* is_twin: a box beside the winner that looks the same, by its class: the other half of the text. */
static bool
is_twin(const MarkupReader *r, uint32_t node, uint32_t best)
{
	const PageNode *n = &r->nodes.at[node];

	return n->sign != 0 && n->sign == r->nodes.at[best].sign && n->parent == r->nodes.at[best].parent;
}

/* mark_within sets a byte for the winning node, its twins and all nodes in them; parents come before their children. */
static uint8_t *
mark_within(MarkupReader *r, uint32_t best, bool twins)
{
	uint8_t    *within = nt_alloc0(r->cx, r->nodes.n);

	for (uint32_t i = 0; i < r->nodes.n; i++)
	{
		nt_tick(r->cx);
		within[i] = i == best || (twins && is_twin(r, i, best)) || (i > 0 && r->nodes.at[i].parent != i && within[r->nodes.at[i].parent]);
	}
	return within;
}

/* text_within returns the bytes of the paragraphs in the winner. */
static uint64_t
text_within(const MarkupReader *r, const uint8_t *within, uint8_t frame)
{
	uint64_t	text = 0;

	for (uint32_t i = 0; i < r->blocks.n; i++)
	{
		const PageBlock *b = &r->blocks.at[i];

		nt_tick(r->cx);
		if (within[b->node] && is_paragraph(r, b) && !is_furniture(r, b, frame))
			text += length_of(b);
	}
	return text;
}

/* reads_like_text: of the blocks in the winning node, those of the article. */
static bool
reads_like_text(const MarkupReader *r, const PageBlock *b, uint8_t frame)
{
	if (is_furniture(r, b, frame) || b->linked * 2 > length_of(b))
		return false;
	if (b->role == BLOCK_SUBHEADING || b->role == BLOCK_HEADLINE || b->role == BLOCK_CAPTION || b->role == BLOCK_BYLINE)
		return true;
	return ends_sentence(r, b) || (b->paragraph && !(b->inside & INSIDE_ITEM)) || length_of(b) >= SHORT_BLOCK;
}

/* begins_with: the title is all of the block, and perhaps the paper's name behind it. */
static bool
begins_with(const MarkupReader *r, const PageBlock *title, const PageBlock *b)
{
	uint32_t	length = length_of(b);

	while (length > 0 && r->out[b->start + length - 1] <= ' ')
		length--;
	return length >= TITLE_SAME && length_of(title) >= length && memcmp(r->out + b->start, r->out + title->start, length) == 0 &&
		(length_of(title) == length || r->out[title->start + length] <= ' ');
}

/* is_headline: a heading of some words, or what the <title> begins with. */
static bool
is_headline(const MarkupReader *r, const PageBlock *b, const PageBlock *title)
{
	uint32_t	spaces = 0;
	uint32_t	same = length_of(b) < TITLE_SAME ? length_of(b) : TITLE_SAME;

	if ((b->inside & INSIDE_FURNITURE) || b->title)
		return false;
	if (title != NULL && same >= TITLE_LEAST && length_of(title) >= same && (b->role != BLOCK_TEXT || begins_with(r, title, b)) &&
		memcmp(r->out + b->start, r->out + title->start, same) == 0)
		return true;
	for (uint32_t i = b->start; i < b->end && spaces < HEADLINE_WORDS; i++)
		spaces += r->out[i] == ' ';
	return b->role == BLOCK_HEADLINE && spaces + 1 >= HEADLINE_WORDS;
}

/* keep_head keeps the headline above the first paragraph, and what is called a byline or a caption between them. */
static void
keep_head(MarkupReader *r, uint8_t *keep, uint32_t first, uint8_t frame)
{
	uint32_t	headline = first;
	const PageBlock *title = NULL;

	for (uint32_t i = 0; i < first; i++)
	{
		PageBlock  *b = &r->blocks.at[i];

		nt_tick(r->cx);
		if (b->title && title == NULL)
			title = b;
		if (is_headline(r, b, title))
			headline = i;
	}
	if (headline == first)
		return;
	keep[headline] = 1;
	r->blocks.at[headline].role = BLOCK_HEADLINE;
	for (uint32_t i = headline + 1; i < first; i++)
		if (((r->blocks.at[i].role == BLOCK_BYLINE && length_of(&r->blocks.at[i]) <= BYLINE_MOST) ||
			 (r->blocks.at[i].role == BLOCK_CAPTION && r->blocks.at[i].linked == 0)) && !is_furniture(r, &r->blocks.at[i], frame))
			keep[i] = 1;
	/* what stands above the headline is no text */
	memset(keep, 0, headline);
}

/* judge_piece keeps all of a piece of HTML but its furniture, unless that is most of it. */
static void
judge_piece(MarkupReader *r, uint8_t *keep)
{
	uint64_t	text = 0;
	uint64_t	furniture = 0;

	for (uint32_t i = 0; i < r->blocks.n; i++)
	{
		PageBlock *b = &r->blocks.at[i];

		nt_tick(r->cx);
		/* of feeds and of agencies: no page's */
		if (b->title)
		{
			b->title = false;
			b->role = BLOCK_HEADLINE;
		}
		keep[i] = !is_furniture(r, b, 0);
		text += length_of(b);
		furniture += keep[i] ? 0 : length_of(b);
	}
	if (furniture * 2 >= text)
		memset(keep, 1, r->blocks.n);
}

/*
 * is_headed tells whether a long headline without links stands in the <main> or
 * <article> that holds the winner, or is what the <title> begins with; and no
 * headings that are links, as front pages have them.
 */
static bool
is_headed(const MarkupReader *r)
{
	const PageBlock *title = NULL;
	uint32_t	links = 0;
	bool		headed = false;

	for (uint32_t i = 0; i < r->blocks.n; i++)
	{
		const PageBlock *b = &r->blocks.at[i];
		uint32_t	article = r->nodes.at[b->node].article;

		nt_tick(r->cx);
		if (b->title && title == NULL)
			title = b;
		links += b->role == BLOCK_SUBHEADING && b->linked * 2 > length_of(b) && !(b->inside & INSIDE_FURNITURE) && !is_classed(r, b);
		if (b->role == BLOCK_HEADLINE && b->linked == 0 && length_of(b) >= TITLE_WHOLE && is_headline(r, b, NULL) &&
			((article != 0 && r->nodes.at[article].holds) || (title != NULL && begins_with(r, title, b))))
			headed = true;
	}
	return headed && links < HEADINGS_LINKED;
}

/* is_brief tells whether a page has hardly any text, and that is neither links nor lists of them. */
static bool
is_brief(const MarkupReader *r)
{
	uint64_t	text = 0;
	uint64_t	linked = 0;

	for (uint32_t i = 0; i < r->blocks.n && text <= BRIEF_MOST; i++)
	{
		nt_tick(r->cx);
		text += length_of(&r->blocks.at[i]);
		linked += r->blocks.at[i].linked;
		if (r->blocks.at[i].inside & INSIDE_ITEM)
			return false;
	}
	return text <= BRIEF_MOST && linked * BRIEF_LINKED < text;
}

/* judge_page sets keep[] for the blocks of a page. */
static void
judge_page(MarkupReader *r, uint8_t *keep)
{
	uint32_t	best;
	uint32_t	first = r->blocks.n;
	uint8_t		frame;
	uint8_t    *within;
	uint8_t    *around;
	bool		suspect = false;	/* comments or a consent, by its class */

	excuse_frame(r);
	page_lists(r);
	page_teasers(r);
	best = vote(r);
	frame = r->nodes.at[best].inside;
	for (uint32_t i = r->nodes.at[best].classed; i != 0; i = r->classed.at[i].parent)
	{
		suspect |= r->classed.at[i].other;
		r->classed.at[i].excused = true;
	}
	within = mark_within(r, best, true);
	for (uint32_t i = best; !r->nodes.at[i].holds; i = r->nodes.at[i].parent)
		r->nodes.at[i].holds = true;
	page_lists(r);
	page_teasers(r);
	if (text_within(r, within, frame) < (suspect ? ARTICLE_SUSPECT : is_headed(r) ? ARTICLE_HEADED : ARTICLE_LEAST))
	{
		if (is_brief(r))
			judge_piece(r, keep);
		return;
	}
	around = mark_within(r, widen(r, best, within), false);
	for (uint32_t i = 0; i < r->blocks.n; i++)
	{
		const PageBlock *b = &r->blocks.at[i];

		nt_tick(r->cx);
		if (within[b->node])
			keep[i] = reads_like_text(r, b, frame);
		else if (around[b->node])
			keep[i] = is_beside(r, b, best) && !is_furniture(r, b, frame);
		if (first == r->blocks.n && within[b->node] && keep[i] && is_paragraph(r, b))
			first = i;
	}
	if (first < r->blocks.n)
		keep_head(r, keep, first, frame);
}

/* add_cut says that the clean text [start, end), as it was, is boilerplate. */
static void
add_cut(MarkupReader *r, uint32_t start, uint32_t end)
{
	NtCut		cut;

	if (start >= end)
		return;
	cut = (NtCut) {markup_start(r->markup, start), markup_end(r->markup, end)};
	if (cut.start < cut.end)
		*nt_push(r->cx, &r->markup->cuts) = cut;
}

/*
 * compact writes the blocks to keep one behind the other, with their runs, and
 * tells the markup what each is.
 */
static void
compact(MarkupReader *r, const uint8_t *keep)
{
	NtMarkup	after = *r->markup;
	uint32_t	n = 0;
	uint32_t	run = 0;

	memset(&after.runs, 0, sizeof(after.runs));
	for (uint32_t i = 0; i < r->blocks.n; i++)
	{
		const PageBlock *b = &r->blocks.at[i];

		nt_tick(r->cx);
		if (!keep[i] || b->start >= b->end)
			continue;
		if (n > 0)
		{
			r->out[n++] = '\n';
			r->out[n++] = '\n';
		}
		while (run + 1 < r->markup->runs.n && r->markup->runs.at[run + 1].clean <= b->start)
			run++;
		for (; run < r->markup->runs.n && r->markup->runs.at[run].clean < b->end; run++)
		{
			NtTextRun		moved = r->markup->runs.at[run];

			nt_tick(r->cx);
			if (moved.clean < b->start)
			{
				moved.body += moved.written > 0 ? 0 : b->start - moved.clean;
				moved.clean = b->start;
			}
			moved.clean = moved.clean - b->start + n;
			*nt_push(r->cx, &after.runs) = moved;
			if (run + 1 >= r->markup->runs.n || r->markup->runs.at[run + 1].clean >= b->end)
				break;
		}
		*nt_push(r->cx, &after.blocks) = (NtBlock) {n, b->role};
		memmove(r->out + n, r->out + b->start, b->end - b->start);
		n += b->end - b->start;
	}
	nt_array_release(r->cx, &r->markup->runs);
	r->markup->runs.at = after.runs.at;
	r->markup->runs.n = after.runs.n;
	r->markup->runs.cap = after.runs.cap;
	r->markup->blocks = after.blocks;
	r->n = n;
}

void
page_judge(MarkupReader *r)
{
	uint8_t    *keep = nt_alloc0(r->cx, r->blocks.n + 1);
	uint32_t	from = 0;

	if (r->page)
		judge_page(r, keep);
	else
		judge_piece(r, keep);
	if (nt_tracing(r->cx, TRACE_TEXT))
		for (uint32_t i = 0; i < r->blocks.n; i++)
			nt_trace(r->cx, TRACE_TEXT, "%s: %u bytes, %u linked, node %u of score %u%s%s%s: %.*s", keep[i] ? "kept" : "cut",
					 length_of(&r->blocks.at[i]), r->blocks.at[i].linked, r->blocks.at[i].node, r->nodes.at[r->blocks.at[i].node].score,
					 is_furniture(r, &r->blocks.at[i], 0) ? ", furniture" : "", r->blocks.at[i].paragraph ? ", <p>" : "",
					 is_paragraph(r, &r->blocks.at[i]) ? ", a paragraph" : "",
					 (int) (length_of(&r->blocks.at[i]) < 60 ? length_of(&r->blocks.at[i]) : 60), (const char *) r->out + r->blocks.at[i].start);
	/* neighbours that are out make one stretch of boilerplate */
	for (uint32_t i = 0; i <= r->blocks.n; i++)
	{
		nt_tick(r->cx);
		if (i < r->blocks.n && !keep[i])
			continue;
		if (i > from)
			add_cut(r, r->blocks.at[from].start, r->blocks.at[i - 1].end);
		from = i + 1;
	}
	compact(r, keep);
	nt_release(r->cx, keep, r->blocks.n + 1);
}
