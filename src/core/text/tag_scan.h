/*
 * tag_scan.h -- the tags of HTML: where one ends, and what its element is to a
 * reader of news (tag_scan.c).
 */
#ifndef NEWSTEXT_TAG_SCAN_H
#define NEWSTEXT_TAG_SCAN_H

#include <stdbool.h>
#include <stdint.h>

/* What an element does to the text. */
typedef enum NtElement
{
	ELEMENT_NONE,				/* no tag */
	ELEMENT_INLINE,				/* parts no words: <b> <a> <span>, and names nobody knows */
	ELEMENT_CUSTOM,				/* <amp-consent>: a block of a whole page, else as inline */
	ELEMENT_LINK,				/* <a> */
	ELEMENT_QUOTE_MARK,			/* <q>: stands for the marks */
	ELEMENT_LINE,				/* <br> */
	ELEMENT_PARAGRAPH,			/* <p> and what else holds only text */
	ELEMENT_BLOCK,				/* <div> <section> <table>: holds blocks */
	ELEMENT_ITEM,				/* <li> */
	ELEMENT_HEADING_1,
	ELEMENT_HEADING,			/* <h2> to <h6> */
	ELEMENT_TITLE,				/* <title> */
	ELEMENT_ARTICLE,			/* <article> <main> */
	ELEMENT_FURNITURE,			/* <nav> <aside> <footer> <form> */
	ELEMENT_CAPTION,			/* <figcaption> */
	ELEMENT_QUOTATION,			/* <blockquote> */
	ELEMENT_TIME,				/* <time> */
	ELEMENT_PREFORMATTED,		/* <pre>: its lines count */
	ELEMENT_PAGE,				/* <html> <body>, <!DOCTYPE>: of a whole page */
	ELEMENT_CUT					/* <script> <style> <svg>: no text in it */
} NtElement;

/* What the class, id and role of an element say of its text; of several the last of these. */
typedef enum NtTagClass
{
	TAG_CLASS_NONE,
	TAG_CLASS_BYLINE,
	TAG_CLASS_CAPTION,
	TAG_CLASS_PULL,				/* a pull quote */
	TAG_CLASS_BODY,
	TAG_CLASS_FURNITURE,		/* furniture, unless most of the page's text is in it: newsletter-post, label-hidden */
	TAG_CLASS_OTHER				/* never the article: comments, consent, related */
} NtTagClass;

typedef struct NtTag
{
	uint8_t		element;		/* NtElement */
	uint8_t		says;			/* NtTagClass */
	bool		closing;		/* </p> */
	bool		empty;			/* <br/>, and elements that hold nothing */
	uint8_t		name_len;
	const uint8_t *name;
	const uint8_t *end;			/* after it */
	const uint8_t *datetime;	/* value of that attribute, NULL: none */
	uint32_t	datetime_len;
	uint32_t	sign;			/* hash of its class, 0: none */
	uint32_t	kind;			/* and of the first word of it, without digits: post-123 */
} NtTag;

/*
 * What a scan has learnt of the rest of the text, so that nothing is looked for
 * twice in vain: the place of the next one, or the end of the text.
 */
typedef struct NtTagMemo
{
	const uint8_t *angle;		/* the next > is not before this */
	const uint8_t *escaped;		/* &gt; */
	const uint8_t *double_mark;
	const uint8_t *single_mark;
	const uint8_t *comment;		/* --> */
	uint32_t	no_close;		/* bit n: the n-th element that is cut has no further closing tag */
} NtTagMemo;

extern void tag_memo_init(NtTagMemo *memo, const uint8_t *text);

/* tag_read reads a tag, comment or CDATA mark at a <; false: the < is one of the text. */
extern bool tag_read(const uint8_t *p, const uint8_t *end, NtTagMemo *memo, NtTag *tag);

/* tag_read_escaped reads one written &lt;p&gt;. */
extern bool tag_read_escaped(const uint8_t *p, const uint8_t *end, NtTagMemo *memo, NtTag *tag);

/* tag_cut returns the end of an element that holds no text, behind its opening tag. */
extern const uint8_t *tag_cut(const NtTag *tag, const uint8_t *end, NtTagMemo *memo);

#endif
