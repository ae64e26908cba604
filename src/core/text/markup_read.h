/*
 * markup_read.h -- what the files that read markup share.
 *
 *     markup.c         goes from one mark to the next
 *     markup_survey.c  what the body is as a whole
 *     markup_byte.c    what a byte may begin
 *     markup_write.c   writes the clean text, and where it stands in the body;
 *     markup_map.c     tells that afterwards
 *     tag_scan.c       where a tag ends, and what its element is
 *     markup_tree.c    open elements, blocks of text and what they are
 *     markup_light.c   Markdown, footnote marks
 *     markup_json.c    a document of JSON
 *     markup_wiki.c    wikitext
 *     markup_bbcode.c  the marks of forums
 *     markup_cues.c    subtitles
 *     markup_rtf.c     Rich Text Format
 *     markup_pages.c   heads and numbers of printed pages
 *     markup_head.c    the head of a letter, front matter
 *     page.c           which blocks of a whole page are its article
 *     page_list.c      lists of a whole page, and teasers
 *     reference.c      characters written as something else
 */
#ifndef NEWSTEXT_MARKUP_READ_H
#define NEWSTEXT_MARKUP_READ_H

#include "text/markup.h"
#include "text/tag_scan.h"

#include <string.h>

/* What holds of all text inside an element. */
#define INSIDE_FURNITURE	0x01	/* <nav>, <aside>, <footer> */
#define INSIDE_CAPTION		0x04
#define INSIDE_BYLINE		0x08
#define INSIDE_QUOTATION	0x10
#define INSIDE_PRE			0x20
#define INSIDE_ARTICLE		0x40
#define INSIDE_ITEM			0x80

/* An element that holds blocks; those of a page make a tree. */
typedef struct PageNode
{
	uint32_t	parent;			/* index; the root is its own */
	uint32_t	score;			/* bytes of paragraphs in it, those of deeper nodes counting less */
	uint32_t	classed;		/* the innermost ClassedElement around it, 0: none */
	uint32_t	sign;			/* hash of its class, 0: none */
	uint32_t	kind;			/* hash of the first word of it, without digits */
	uint32_t	last_kind;		/* of its last child, */
	uint32_t	row;			/* of how many in a row, */
	uint32_t	list_kind;		/* and the kind of its children that are a list, 0: none (page_list.c) */
	uint32_t	article;		/* the node of the innermost <article> or <main>, 0: none */
	bool		holds;			/* the winner, or it is the winner */
	bool		listed;			/* it stands in a list */
	uint8_t		inside;			/* INSIDE_* of all its text */
} PageNode;

/* An element that its class, or being a <form>, calls furniture (page.c judges). */
typedef struct ClassedElement
{
	uint32_t	parent;			/* the one around it, 0: none */
	uint32_t	text;			/* bytes of paragraphs in it */
	bool		other;			/* TAG_CLASS_OTHER */
	bool		excused;		/* its class says nothing */
} ClassedElement;

/* A stretch of clean text between two block tags. */
typedef struct PageBlock
{
	uint32_t	start;			/* of the clean text; its end is where the next begins */
	uint32_t	end;
	uint32_t	node;
	uint32_t	linked;			/* bytes inside <a> */
	uint32_t	classed;		/* as of a node */
	uint8_t		role;			/* NtBlockRole */
	uint8_t		inside;			/* INSIDE_* */
	bool		title;			/* <title> */
	bool		paragraph;		/* <p> */
	bool		teaser;			/* under a heading that is a link */
	bool		other;			/* in a box under "Comments" or "Most read" */
} PageBlock;

typedef NtArray(PageBlock) PageBlocks;

typedef struct OpenElement
{
	uint32_t	node;
	uint32_t	classed;
	uint8_t		element;
	uint8_t		inside;
	uint8_t		name_len;
	const uint8_t *name;
} OpenElement;

/* What a key says of the string behind it. */
typedef enum JsonKey
{
	KEY_OTHER,					/* nothing */
	KEY_KEPT,					/* what the key around it says: "rendered" */
	KEY_NAME,					/* of an author */
	KEY_TYPE,
	KEY_TEXT,
	KEY_HEADLINE,
	KEY_SUBHEADING,
	KEY_BYLINE,
	KEY_CAPTION,
	KEY_QUOTATION,
	KEY_DAY,
	KEY_NEVER					/* no text, however long */
} JsonKey;

/* A string of a document of JSON that is text (markup_json.c). */
typedef struct JsonText
{
	uint32_t	start;			/* bytes of the body */
	uint32_t	end;
	uint8_t		key;			/* what its key says */
} JsonText;

/* What stands between two pages of a printed text (markup_pages.c). */
typedef struct PageGap
{
	uint32_t	start;			/* bytes of the body */
	uint32_t	end;
	uint8_t		lines;			/* line ends it stands for */
} PageGap;

#define OPEN_MAX 512			/* elements open at once; deeper ones are read as their parents */
#define OPEN_SEARCH 16			/* so far up a closing tag looks for its opening one */

typedef struct MarkupReader
{
	NtContext  *cx;
	const uint8_t *body;
	const uint8_t *end;
	NtMarkup   *markup;
	NtTagMemo	memo;

	uint8_t    *out;			/* the clean text */
	uint32_t	n;
	bool		changed;		/* it is no longer the body */

	bool		html;			/* it has block tags */
	bool		page;			/* a whole page: line ends are spaces */
	bool		cdata;			/* a CDATA mark has opened */
	bool		json;			/* a string or a document of JSON */
	bool		parted;			/* words are parted at line ends: Michi-gan */
	bool		escaped;		/* marks and characters are escaped: \" \u201c */
	bool		printable;		/* it is quoted-printable */
	bool		doubled;		/* a field of a table, its marks doubled */
	bool		json_lines;		/* its escaped line ends part paragraphs */
	bool		wiki;			/* wikitext */
	bool		wiki_address;	/* the text of [https://address text] */
	bool		bbcode;			/* [b]marks of forums[/b] */
	bool		cues;			/* subtitles */
	NtArray(PageGap) gaps;		/* between printed pages */
	uint32_t	gap;			/* the next of them */
	bool		paged;			/* there are some */
	bool		bracketed;		/* the line before began with a bracket */
	const uint8_t *searched;	/* no template or table of wikitext that begins before this ends nearby */
	const uint8_t *bytes;		/* what each byte may begin (markup_byte.h) */
	bool		keyed;			/* a key of it is known to hold text */
	NtArray(JsonText) texts;	/* of a document of JSON */
	const uint8_t *head_end;	/* where the article begins behind a head, NULL: there is none */
	bool		fresh;			/* no block has begun */
	uint8_t		pending;		/* line ends owed before the next text: 1, or 2 for a blank line */
	bool		linked;			/* an <a> is open */
	uint32_t	link_start;		/* where its text begins in the clean text */

	PageBlocks	blocks;
	NtArray(PageNode) nodes;
	NtArray(ClassedElement) classed;	/* the first stands for none */
	uint32_t	pool;			/* the last of paragraphs, 0: none */
	NtArray(OpenElement) open;
	bool		in_title;
	/* Markdown (markup_light.c) */
	uint32_t	emphasis;		/* marks open in this paragraph: bit 0 to 2 *, ** and ***, 3 to 5 _ */
	bool		quoting;		/* the line begins with > */
	bool		quoted;			/* one did */
	const uint8_t *link_close;	/* the ] of the link that is open */
	const uint8_t *close[2][3];	/* what is next, NULL: not looked for */
	const uint8_t *blank;
	const uint8_t *square;
	const uint8_t *round;
} MarkupReader;

/* markup_line_end returns the next line end from p on, or the end of the body. */
static inline const uint8_t *
markup_line_end(const MarkupReader *r, const uint8_t *p)
{
	const uint8_t *line = memchr(p, '\n', (size_t) (r->end - p));

	return line != NULL ? line : r->end;
}

/* markup_survey.c: whether a body needs reading, and what it is */
extern bool markup_survey(MarkupReader *r);

/* markup_write.c: bytes of the body, a character that stands for some, */
extern void markup_put(MarkupReader *r, const uint8_t *p, uint32_t len);
extern void markup_put_char(MarkupReader *r, const uint8_t *p, uint32_t len, int32_t cp);

/* markup_keep copies bytes that mark nothing, and returns what follows them. */
static inline const uint8_t *
markup_keep(MarkupReader *r, const uint8_t *p, uint32_t len)
{
	markup_put(r, p, len);
	return p + len;
}

/* markup_pass passes over the bytes of a mark, and returns what follows them. */
static inline const uint8_t *
markup_pass(MarkupReader *r, const uint8_t *after)
{
	r->changed = true;
	return after;
}

/* and the beginning of a turn with a name, and a colon and space for the bytes at sign. */
extern void markup_put_label(MarkupReader *r, const uint8_t *name, uint32_t len, const uint8_t *sign, uint32_t sign_len);

/* markup_tree.c */
extern void markup_tree_open(MarkupReader *r);
extern void markup_tag(MarkupReader *r, const NtTag *tag);
extern void markup_day(MarkupReader *r, const uint8_t *p, uint32_t len);
extern void markup_begin_block(MarkupReader *r);
extern void markup_end_block(MarkupReader *r);
extern void markup_tree_close(MarkupReader *r);

/* markup_json.c */
extern JsonKey json_key(const uint8_t *p, const uint8_t *end);
extern bool json_document(MarkupReader *r);
extern void json_open(MarkupReader *r, const JsonText *text);

/* markup_wiki.c */
extern const uint8_t *wiki_mark(MarkupReader *r, const uint8_t *p);
extern const uint8_t *wiki_bracket(MarkupReader *r, const uint8_t *p);
extern const uint8_t *wiki_close(MarkupReader *r, const uint8_t *p);

/* markup_bbcode.c */
extern bool bbcode_closes(const uint8_t *p, const uint8_t *end);
extern const uint8_t *bbcode_read(MarkupReader *r, const uint8_t *p);

/* markup_cues.c */
extern bool cue_arrow(const uint8_t *body, const uint8_t *p, const uint8_t *end);
extern const uint8_t *cues_line(MarkupReader *r, const uint8_t *p);
extern const uint8_t *cues_tag(MarkupReader *r, const uint8_t *p);

/* markup_rtf.c */
extern bool rtf_begins(const uint8_t *p, const uint8_t *end);
extern void rtf_read(MarkupReader *r);

/* markup_pages.c */
extern bool pages_number(const uint8_t *p, const uint8_t *end, bool *says);
extern bool pages_find(MarkupReader *r);
extern const uint8_t *pages_gap(MarkupReader *r, const uint8_t *p);

/* markup_head.c */
extern const uint8_t *head_find(const MarkupReader *r);
extern const uint8_t *head_read(MarkupReader *r, const uint8_t *head_end);

/* markup_light.c */
extern const uint8_t *markup_light(MarkupReader *r, const uint8_t *p);
extern const uint8_t *markup_shortcode(const uint8_t *p, const uint8_t *end);
extern void markup_light_line(MarkupReader *r, const uint8_t *p);

/* page.c */
extern void page_judge(MarkupReader *r);

/* page_list.c */
extern void page_lists(MarkupReader *r);
extern void page_teasers(MarkupReader *r);

#endif
