/*
 * token_alike.c -- letters of other alphabets that look like Latin ones, inside
 * a word of Latin letters.
 *
 *     Аdvertіsement        with a Cyrillic А and і: advertisement
 *
 * Adverts are written so, to pass filters that know the word.  The hash of a
 * word that mixes alphabets is that of the word it looks like; a word all in
 * one alphabet stays what it is.
 */
#include "text/token_scan.h"

static const struct
{
	uint16_t	cp;
	char		letter;
}			alike[] = {
	/* Greek, then Cyrillic, by code point */
	{0x0391, 'a'}, {0x0392, 'b'}, {0x0395, 'e'}, {0x0396, 'z'}, {0x0397, 'h'}, {0x0399, 'i'}, {0x039A, 'k'}, {0x039C, 'm'},
	{0x039D, 'n'}, {0x039F, 'o'}, {0x03A1, 'p'}, {0x03A4, 't'}, {0x03A5, 'y'}, {0x03A7, 'x'}, {0x03B1, 'a'}, {0x03BF, 'o'},
	{0x0405, 's'}, {0x0406, 'i'}, {0x0408, 'j'}, {0x0410, 'a'}, {0x0412, 'b'}, {0x0415, 'e'}, {0x041A, 'k'}, {0x041C, 'm'},
	{0x041D, 'h'}, {0x041E, 'o'}, {0x0420, 'p'}, {0x0421, 'c'}, {0x0422, 't'}, {0x0423, 'y'}, {0x0425, 'x'}, {0x0430, 'a'},
	{0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'}, {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'},
	{0x0458, 'j'}, {0x04BB, 'h'}, {0x0501, 'd'}, {0x051B, 'q'}, {0x051D, 'w'}
};

/* letter_like returns the Latin letter that a character looks like, 0: none. */
static char
letter_like(int32_t cp)
{
	int			low = 0;
	int			high = (int) (sizeof(alike) / sizeof(alike[0]));

	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (alike[middle].cp < cp)
			low = middle + 1;
		else if (alike[middle].cp > cp)
			high = middle;
		else
			return alike[middle].letter;
	}
	return '\0';
}

/*
 * token_hash_alike stores the hash, not yet mixed, of the Latin word that [p, end)
 * looks like; false when it holds no look-alike, or nothing else.
 */
bool
token_hash_alike(const uint8_t *p, const uint8_t *end, uint64_t *hash)
{
	uint64_t	h = VOCAB_HASH_SEED;
	uint32_t	latin = 0;
	uint32_t	likes = 0;

	while (p < end)
	{
		int32_t		cp;
		char		letter;

		p += utf8_next(p, end, &cp);
		letter = cp >= 0x80 ? letter_like(cp) : '\0';
		if (letter != '\0')
		{
			likes++;
			h = token_hash_byte(h, (uint8_t) letter);
		}
		else
		{
			latin += cp < 0x80 && token_byte_class[cp] == CHAR_LETTER;
			h = token_hash_folded(h, cp);
		}
	}
	*hash = h;
	return likes > 0 && latin > 0;
}
