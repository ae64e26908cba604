/*
 * markup_byte.h -- what the bytes of a body may begin (markup_byte.c).
 */
#ifndef NEWSTEXT_MARKUP_BYTE_H
#define NEWSTEXT_MARKUP_BYTE_H

#include "base/ascii.h"
#include "text/markup_read.h"

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

extern const uint8_t markup_bytes[256];
extern const uint8_t markup_wiki_bytes[256];

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
is_letter(uint8_t b)
{
	return ascii_is_letter(b) || b >= 0x80;
}

/* markup_no_width tells of the characters that show nothing and part nothing. */
extern bool markup_no_width(int32_t cp);

/*
 * markup_wide reads the character at p and returns how many bytes of the body it
 * is; *cp is what it means, 0: nothing, and *same that it stands for itself.
 */
extern uint32_t markup_wide(const uint8_t *p, const uint8_t *end, int32_t *cp, bool *same);

/* markup_printable reads a = of a letter as it is sent, 0: it is none; a row of them is a line that somebody drew. */
extern uint32_t markup_printable(const MarkupReader *r, const uint8_t *p, int32_t *cp);

/*
 * markup_parted returns the second half of a word that a line end at p parts
 * behind a hyphen, NULL: it parts none.
 */
extern const uint8_t *markup_parted(const MarkupReader *r, const uint8_t *p);

#endif
