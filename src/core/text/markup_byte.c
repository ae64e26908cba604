/*
 * markup_byte.c -- what the bytes of a body may begin: marks, characters without width, misread ones, halves of words.
 */
#include "text/markup_byte.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/reference.h"

#define BYTES \
	['<'] = BYTE_TAG,['&'] = BYTE_REFERENCE,['\\'] = BYTE_ESCAPE, \
	['*'] = BYTE_LIGHT,['_'] = BYTE_LIGHT,['['] = BYTE_LIGHT,[']'] = BYTE_LIGHT,['#'] = BYTE_LIGHT,['>'] = BYTE_LIGHT,['!'] = BYTE_LIGHT, \
	['\n'] = BYTE_LINE,['\r'] = BYTE_LINE,['\t'] = BYTE_LINE,['\f'] = BYTE_LINE, \
	[0xC2] = BYTE_WIDE,[0xC3] = BYTE_WIDE,[0xC5] = BYTE_WIDE,[0xE2] = BYTE_WIDE,[0xEF] = BYTE_WIDE

const uint8_t markup_bytes[256] = {BYTES,['='] = BYTE_PRINTABLE};
const uint8_t markup_wiki_bytes[256] = {BYTES,['='] = BYTE_WIKI,['{'] = BYTE_WIKI,['\''] = BYTE_WIKI};

bool
markup_no_width(int32_t cp)
{
	return cp == 0x00AD || cp == 0x200B || cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) ||
		cp == 0x2060 || (cp >= 0x2066 && cp <= 0x2069) || (cp >= 0xFE00 && cp <= 0xFE0F) || cp == 0xFEFF;
}

uint32_t
markup_wide(const uint8_t *p, const uint8_t *end, int32_t *cp, bool *same)
{
	uint32_t	len = 0;

	if (*p == 0xC3)
		len = reference_misread(p, end, cp);
	*same = false;
	if (len > 0)
	{
		if (markup_no_width(*cp))
			*cp = 0;
		return len;
	}
	len = (uint32_t) utf8_next(p, end, cp);
	if (markup_no_width(*cp))
		*cp = 0;
	else if (*cp >= 0x80 && *cp <= 0x9F && reference_windows(*cp) != *cp)
		*cp = reference_windows(*cp);
	else
		*same = true;
	return len;
}

uint32_t
markup_printable(const MarkupReader *r, const uint8_t *p, int32_t *cp)
{
	return p > r->body && p[-1] == '=' ? 0 : reference_printable(p, r->end, cp);
}

const uint8_t *
markup_parted(const MarkupReader *r, const uint8_t *p)
{
	if (p - r->body < 3 || p[-1] != '-' || !ascii_is_small(p[-2]) || !is_letter(p[-3]))
		return NULL;
	p += *p == '\r' && r->end - p > 1 && p[1] == '\n' ? 2 : 1;
	return p < r->end && ascii_is_small(*p) ? p : NULL;
}
