/*
 * token_class.c -- what a character is to the tokenizer: a letter, a digit, a
 * mark, a symbol or a space.
 *
 * A table classes the bytes of ASCII; any other character goes by its Unicode
 * category, with a few exceptions that news text taught:
 *   - Control, zero-width and no-break characters part words as spaces do, but
 *     joiners and soft hyphens belong to the word: "co\u00ADoperate" is one.
 *   - Digits of other scripts make words, not numbers: nothing reads their
 *     value.
 *   - The degree sign and the ordinal indicators are symbols after a number:
 *     21°, 3º.
 *   - Bytes that are no UTF-8 are symbols, one each.
 */
#include "text/token_scan.h"

#include <utf8proc.h>

const uint8_t token_byte_class[256] = {
	['!'] = CHAR_MARK,['"'] = CHAR_MARK,['#'] = CHAR_MARK,['$'] = CHAR_SYMBOL,['%'] = CHAR_SYMBOL,
	['&'] = CHAR_SYMBOL,['\''] = CHAR_MARK,['('] = CHAR_MARK,[')'] = CHAR_MARK,['*'] = CHAR_MARK,
	['+'] = CHAR_SYMBOL,[','] = CHAR_MARK,['-'] = CHAR_MARK,['.'] = CHAR_MARK,['/'] = CHAR_MARK,
	['0' ... '9'] = CHAR_DIGIT,[':'] = CHAR_MARK,[';'] = CHAR_MARK,['<'] = CHAR_SYMBOL,['='] = CHAR_SYMBOL,
	['>'] = CHAR_SYMBOL,['?'] = CHAR_MARK,['@'] = CHAR_SYMBOL,['A' ... 'Z'] = CHAR_LETTER,['['] = CHAR_MARK,
	['\\'] = CHAR_MARK,[']'] = CHAR_MARK,['^'] = CHAR_SYMBOL,['_'] = CHAR_MARK,['`'] = CHAR_MARK,
	['a' ... 'z'] = CHAR_LETTER,['{'] = CHAR_MARK,['|'] = CHAR_SYMBOL,['}'] = CHAR_MARK,['~'] = CHAR_SYMBOL,
	[0x80 ... 0xFF] = CHAR_HIGH
};

/* token_class_of returns what a character outside ASCII is. */
CharClass
token_class_of(int32_t cp)
{
	int			category;

	switch (cp)
	{
		case UTF8_BROKEN:
			return CHAR_SYMBOL;
		case 0x200B:			/* zero-width space */
		case 0xFEFF:			/* byte order mark */
		case 0x2060:
			return CHAR_SPACE;
		case 0x00AD:			/* soft hyphen */
		case 0x200C:
		case 0x200D:
			return CHAR_LETTER;
		case 0x02BC:			/* modifier apostrophe */
			return CHAR_MARK;
		case 0x00AA:			/* ordinal indicators count as marks of a number */
		case 0x00BA:
		case 0x00B0:
			return CHAR_SYMBOL;
	}
	category = (int) utf8proc_category(cp);
	if (utf8_in_categories(category, UTF8_LETTERS))
		return CHAR_LETTER;		/* digits of other scripts too: words, not numbers */
	switch (category)
	{
		case UTF8PROC_CATEGORY_PC:
		case UTF8PROC_CATEGORY_PD:
		case UTF8PROC_CATEGORY_PS:
		case UTF8PROC_CATEGORY_PE:
		case UTF8PROC_CATEGORY_PI:
		case UTF8PROC_CATEGORY_PF:
		case UTF8PROC_CATEGORY_PO:
			return CHAR_MARK;
		case UTF8PROC_CATEGORY_ZS:
		case UTF8PROC_CATEGORY_ZL:
		case UTF8PROC_CATEGORY_ZP:
		case UTF8PROC_CATEGORY_CC:
		case UTF8PROC_CATEGORY_CF:
			return CHAR_SPACE;
		default:
			return CHAR_SYMBOL;
	}
}
