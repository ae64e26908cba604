/*
 * token_link.c -- web addresses and e-mail addresses, kept in one piece.
 *
 * A link is recognised where its first word ends, by what follows the word:
 * http: with two slashes, reporter@ with a letter, www. with a letter.  It
 * reads on to the next white space, quotation mark or angle bracket, and back
 * over marks that belong to the sentence:
 *
 *     (see www.example.org/news).      www.example.org/news
 */
#include "text/token_scan.h"

#include <string.h>

/* token_scan_link reads on to the next white space, and back over final marks. */
const uint8_t *
token_scan_link(const TokenScanner *s, const uint8_t *p)
{
	const uint8_t *start = p;

	while (p < s->end && token_byte_class[*p] != CHAR_SPACE && *p != '"' && *p != '<' && *p != '>')
	{
		if (*p >= 0x80)
		{
			int32_t		cp;
			int			len = utf8_next(p, s->end, &cp);

			if (token_class_of(cp) != CHAR_LETTER)
				break;
			p += len;
		}
		else
			p++;
	}
	while (p > start + 1 && strchr(".,;:!?)'", p[-1]) != NULL)
		p--;
	return p;
}

/* token_begins_link tells whether the word [start, p) goes on as a link: http://, name@host, www.host */
bool
token_begins_link(const TokenScanner *s, const uint8_t *start, const uint8_t *p)
{
	if (s->end - p >= 4 && p[0] == ':' && p[1] == '/' && p[2] == '/' && token_byte_class[p[3]] != CHAR_SPACE)
		return true;
	if (s->end - p >= 2 && p[0] == '@' && (token_byte_class[p[1]] == CHAR_LETTER || token_byte_class[p[1]] == CHAR_DIGIT))
		return true;
	return p - start == 3 && s->end - p >= 2 && p[0] == '.' && token_byte_class[p[1]] == CHAR_LETTER &&
		(start[0] | 0x20) == 'w' && (start[1] | 0x20) == 'w' && (start[2] | 0x20) == 'w';
}
