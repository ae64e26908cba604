/*
 * page_list.c -- lists of a whole page: teasers of other stories, readers' remarks.
 *
 *     <div class="card-3"><h3><a>Storm hits Lom</a></h3><p>...</p></div>     a list: three boxes or more of one
 *     <div class="card-4"><h3><a>Bridge shut</a></h3><p>...</p></div>        kind beside each other
 *     <div class="card-5"> ...                                                and teasers: under a heading that is a link
 *
 * Neither says much alone.  Paragraphs of a text stand in boxes of their own on some sites, and the text of a diary
 * under a linked heading.  So teasers of a list vote for little, and what stands beside the winner is no part of the
 * text when it is of a list, or a teaser; a list that the winner is of, or a heading above it, says nothing (page.c).
 *
 * What stands in a box under "Comments (3)" or "Most read" is no part of the text wherever the box stands.
 */
#include "text/markup_read.h"

#include <stddef.h>
#include <string.h>

#define HEADING_LONGEST 30		/* letters of such a heading */
#define UNDER_LEVELS 8			/* of the tree between a heading's box and what stands under it */
#define LIST_LEAST 3			/* boxes of one kind */

/* page_lists finds the nodes of lists; those that hold the winner (PageNode.holds) are none. */
void
page_lists(MarkupReader *r)
{
	r->nodes.at[0].row = 0;
	/* parents come before their children */
	for (uint32_t i = 1; i < r->nodes.n; i++)
	{
		PageNode   *parent = &r->nodes.at[r->nodes.at[i].parent];
		uint32_t	kind = r->nodes.at[i].kind;

		nt_tick(r->cx);
		r->nodes.at[i].row = 0;
		if (kind == 0)
			continue;
		parent->row = parent->row > 0 && parent->last_kind == kind ? parent->row + 1 : 1;
		parent->last_kind = kind;
		if (parent->row >= LIST_LEAST)
			parent->list_kind = kind;
	}
	for (uint32_t i = 1; i < r->nodes.n; i++)
		if (r->nodes.at[i].holds && r->nodes.at[r->nodes.at[i].parent].list_kind == r->nodes.at[i].kind)
			r->nodes.at[r->nodes.at[i].parent].list_kind = 0;
	for (uint32_t i = 1; i < r->nodes.n; i++)
	{
		PageNode   *n = &r->nodes.at[i];
		const PageNode *parent = &r->nodes.at[n->parent];

		nt_tick(r->cx);
		n->listed = parent->listed || (n->kind != 0 && n->kind == parent->list_kind);
	}
}

/* is_under: the node is another, or stands in it a few levels down. */
static bool
is_under(const MarkupReader *r, uint32_t node, uint32_t other)
{
	for (int level = 0; level < UNDER_LEVELS; level++)
	{
		if (node == other)
			return true;
		node = r->nodes.at[node].parent;
	}
	return false;
}

/* What pages write above what is no part of their article: letters only. */
static const char *const other_headings[] = {
	"alsoinnews", "comments", "conversation", "discussion", "guestbook", "jointheconversation", "latestnews", "latestposts",
	"lateststories", "leaveacomment", "leaveareply", "moreinnews", "morenews", "moreposts", "morestories", "mostpopular", "mostread",
	"mostviewed", "peoplealsoread", "popularposts", "readercomments", "readerscomments", "readnext", "recentcomments", "recentposts",
	"recommended", "recommendedforyou", "related", "relatedarticles", "relatednews", "relatedposts", "relatedstories", "responses",
	"topstories", "trending", "trendingnow", "whattoreadnext", "youmayalsolike", "youmightalsolike"
};

/* is_other_heading: all letters of a short block are one of these; digits and marks count nothing: Comments (3) */
static bool
is_other_heading(const MarkupReader *r, const PageBlock *b)
{
	char		word[HEADING_LONGEST + 1];
	size_t		n = 0;

	if (b->end - b->start > 2 * HEADING_LONGEST)
		return false;
	for (uint32_t i = b->start; i < b->end; i++)
	{
		uint8_t		c = r->out[i] | 0x20;

		if (c < 'a' || c > 'z')
			continue;
		if (n == HEADING_LONGEST)
			return false;
		word[n++] = (char) c;
	}
	word[n] = '\0';
	for (size_t i = 0; i < sizeof(other_headings) / sizeof(other_headings[0]); i++)
		if (strcmp(other_headings[i], word) == 0)
			return true;
	return false;
}

/*
 * page_teasers marks the blocks under a heading that is a link, and those in a box under "Comments"; neither heading stands
 * in what holds the winner.
 */
void
page_teasers(MarkupReader *r)
{
	uint32_t	heading = 0;	/* the node of such a heading, 0: none */
	uint32_t	other = 0;		/* the node of "Comments" */

	for (uint32_t i = 0; i < r->blocks.n; i++)
	{
		PageBlock  *b = &r->blocks.at[i];

		nt_tick(r->cx);
		if (b->role == BLOCK_HEADLINE || b->role == BLOCK_SUBHEADING)
			heading = b->linked * 2 > b->end - b->start && !r->nodes.at[b->node].holds ? b->node : 0;
		if (other != 0 && !is_under(r, b->node, other))
			other = 0;
		if (other == 0 && !r->nodes.at[b->node].holds && is_other_heading(r, b))
			other = b->node;
		b->other = other != 0;
		b->teaser = heading != 0 && is_under(r, b->node, heading);
	}
}
