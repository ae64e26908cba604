/*
 * utf8.h -- reading UTF-8 that may be broken, and counting its characters.
 *
 * The core works on byte offsets throughout and never trusts its input: a
 * byte that begins no valid sequence is one character of its own, with code
 * point UTF8_BROKEN.  Callers turn offsets into character positions once, at
 * the end, with a NtCharMap.
 */
#ifndef NEWSTEXT_UTF8_H
#define NEWSTEXT_UTF8_H

#include "base/context.h"

#define UTF8_BROKEN (-1)
#define UTF8_REPLACEMENT 0xFFFD	/* what stands for a broken byte */

/*
 * utf8_next decodes the character at p (p < end), stores its code point, or
 * UTF8_BROKEN, and returns its length in bytes, 1 to 4.
 */
static inline int
utf8_next(const uint8_t *p, const uint8_t *end, int32_t *cp)
{
	uint8_t		b = p[0];

	if (b < 0x80)
	{
		*cp = b;
		return 1;
	}
	if (b >= 0xC2 && b <= 0xDF && end - p >= 2 && (p[1] & 0xC0) == 0x80)
	{
		*cp = (b & 0x1F) << 6 | (p[1] & 0x3F);
		return 2;
	}
	if (b >= 0xE0 && b <= 0xEF && end - p >= 3 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80)
	{
		int32_t		c = (b & 0x0F) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F);

		if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF))
		{
			*cp = c;
			return 3;
		}
	}
	if (b >= 0xF0 && b <= 0xF4 && end - p >= 4 &&
		(p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80 && (p[3] & 0xC0) == 0x80)
	{
		int32_t		c = (b & 0x07) << 18 | (p[1] & 0x3F) << 12 | (p[2] & 0x3F) << 6 | (p[3] & 0x3F);

		if (c >= 0x10000 && c <= 0x10FFFF)
		{
			*cp = c;
			return 4;
		}
	}
	*cp = UTF8_BROKEN;
	return 1;
}

/*
 * A map from byte offsets to character positions: the number of characters
 * before every CHARMAP_STEP-th byte.  An article of plain ASCII has none.
 */
#define CHARMAP_STEP 64

typedef struct NtCharMap
{
	const uint8_t *text;
	uint32_t	len;
	uint32_t   *before;			/* NULL: every character is one byte */
} NtCharMap;

extern void charmap_build(NtContext *cx, NtCharMap *map, const char *text, uint32_t len);
extern void charmap_bytes(NtCharMap *map, const char *text, uint32_t len);
extern uint32_t charmap_chars(const NtCharMap *map, uint32_t byte);

/*
 * utf8_fold appends to out the folded form of a word, in which vocabularies
 * and search keys are written: lower case, compatibility forms resolved,
 * accents and format characters dropped, every apostrophe a '.  out must have
 * room for UTF8_FOLD_ROOM(len) bytes; the number written is returned.
 */
#define UTF8_FOLD_ROOM(len) ((size_t) (len) * 18 + 64)

extern size_t utf8_fold(const char *word, size_t len, char *out);

/* utf8_fold_char stores at most UTF8_FOLD_MAX code points and returns how many. */
#define UTF8_FOLD_MAX 18

extern int	utf8_fold_char(int32_t cp, int32_t *out);

/*
 * Sets of general categories (utf8proc.h).  UTF8_LETTERS: what words are made
 * of, letters, marks on them, and digits and numerals of any script.
 */
#define UTF8_CATEGORY(category) (UINT32_C(1) << (category))
#define UTF8_LETTERS \
	(UTF8_CATEGORY(UTF8PROC_CATEGORY_LU) | UTF8_CATEGORY(UTF8PROC_CATEGORY_LL) | UTF8_CATEGORY(UTF8PROC_CATEGORY_LT) | \
	 UTF8_CATEGORY(UTF8PROC_CATEGORY_LM) | UTF8_CATEGORY(UTF8PROC_CATEGORY_LO) | UTF8_CATEGORY(UTF8PROC_CATEGORY_MN) | \
	 UTF8_CATEGORY(UTF8PROC_CATEGORY_MC) | UTF8_CATEGORY(UTF8PROC_CATEGORY_ME) | UTF8_CATEGORY(UTF8PROC_CATEGORY_ND) | \
	 UTF8_CATEGORY(UTF8PROC_CATEGORY_NL))

static inline bool
utf8_in_categories(int category, uint32_t categories)
{
	return (UTF8_CATEGORY(category) & categories) != 0;
}

#endif
