/*
 * markup_rtf.c -- Rich Text Format, as old systems of newsrooms export it.
 *
 *     {\rtf1\ansi{\fonttbl{\f0 Helvetica;}}\pard\b Ana Ruiz\b0  said: \ldblquote We go.\rdblquote\par}
 *         Ana Ruiz said: “We go.”
 *
 * A control word is a backslash, letters, perhaps a number, and a space that is part of it.  Some stand for characters, some
 * part paragraphs, most say nothing.  A group whose first word is of `unseen`, or \*, holds no text.  \'93 is a byte of
 * Windows-1252, \u8220? a character and what stands for it elsewhere.  Line ends of the file say nothing.
 */
#include "text/markup_read.h"

#include "text/reference.h"
#include "base/ascii.h"

#include <stddef.h>
#include <string.h>

#define WORD_LONGEST 16

/* What a control word stands for: a byte of Windows-1252, or a line end. */
static const struct
{
	char		word[WORD_LONGEST];
	uint8_t		byte;
}			words[] = {
	{"bullet", 0x95}, {"cell", '\n'}, {"emdash", 0x97}, {"endash", 0x96}, {"ldblquote", 0x93}, {"line", '\n'}, {"lquote", 0x91},
	{"page", '\n'}, {"par", '\n'}, {"rdblquote", 0x94}, {"row", '\n'}, {"rquote", 0x92}, {"sect", '\n'}, {"tab", ' '}
};

static const char *const unseen[] = {
	"colortbl", "fonttbl", "footer", "footerf", "footerl", "footerr", "header", "headerf", "headerl", "headerr", "info", "object", "pict",
	"stylesheet", "xmlnstbl"
};

static int
hex_digit(uint8_t b)
{
	return ascii_is_digit(b) ? b - '0' : (b | 0x20) >= 'a' && (b | 0x20) <= 'f' ? (b | 0x20) - 'a' + 10 : -1;
}

bool
rtf_begins(const uint8_t *p, const uint8_t *end)
{
	return end - p >= 6 && memcmp(p, "{\\rtf", 5) == 0;
}

/* hides tells whether the group that opens at p holds no text. */
static bool
hides(const uint8_t *p, const uint8_t *end)
{
	p++;
	if (end - p < 2 || *p != '\\')
		return false;
	if (p[1] == '*')
		return true;
	for (size_t i = 0; i < sizeof(unseen) / sizeof(unseen[0]); i++)
	{
		size_t		n = strlen(unseen[i]);

		if ((size_t) (end - p) > n + 1 && memcmp(p + 1, unseen[i], n) == 0 && !ascii_is_letter(p[1 + n]))
			return true;
	}
	return false;
}

/* put_word writes what a control word stands for. */
static void
put_word(MarkupReader *r, const uint8_t *p, uint32_t len, const uint8_t *word, size_t n)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strlen(words[i].word) == n && memcmp(words[i].word, word, n) == 0)
		{
			if (words[i].byte == '\n')
				r->pending = 2;
			else
				markup_put_char(r, p, len, reference_windows(words[i].byte));
		}
}

/* read_number reads the number behind a control word, and the space behind that. */
static const uint8_t *
read_number(const uint8_t *p, const uint8_t *end, int32_t *number)
{
	bool		minus = p < end && *p == '-';

	*number = 0;
	for (p += minus; p < end && ascii_is_digit(*p); p++)
		*number = *number < 100000 ? *number * 10 + (*p - '0') : *number;
	if (minus)
		*number = -*number;
	return p < end && *p == ' ' ? p + 1 : p;
}

/* read_control reads what begins at a backslash. */
static const uint8_t *
read_control(MarkupReader *r, const uint8_t *p)
{
	const uint8_t *word = p + 1;
	const uint8_t *q = word;
	size_t		n;
	int32_t		number;

	if (r->end - p >= 4 && p[1] == '\'' && hex_digit(p[2]) >= 0 && hex_digit(p[3]) >= 0)
	{
		markup_put_char(r, p, 4, reference_windows(hex_digit(p[2]) * 16 + hex_digit(p[3])));
		return p + 4;
	}
	while (q < r->end && q - word < 2 * WORD_LONGEST && ascii_is_letter(*q))
		q++;
	n = (size_t) (q - word);
	if (n == 0)
	{
		/* \~ is a space, \{ a bracket, a line end a paragraph */
		if (q < r->end && (*q == '{' || *q == '}' || *q == '\\'))
			markup_put(r, q, 1);
		else if (q < r->end && *q == '~')
			markup_put_char(r, p, 2, ' ');
		else if (q < r->end && *q == '\n')
			r->pending = 2;
		return q < r->end ? q + 1 : q;
	}
	q = read_number(q, r->end, &number);
	if (n == 1 && *word == 'u' && number != 0)
	{
		number += number < 0 ? 65536 : 0;
		/* the character that stands for it elsewhere */
		if (q < r->end && *q != '\\' && *q != '{' && *q != '}')
			q++;
		else if (r->end - q >= 4 && q[0] == '\\' && q[1] == '\'')
			q += 4;
		if (number < 0xD800 || number > 0xDFFF)
			markup_put_char(r, p, (uint32_t) (q - p), number);
	}
	else
		put_word(r, p, (uint32_t) (q - p), word, n);
	return q;
}

/* rtf_read reads the whole body. */
void
rtf_read(MarkupReader *r)
{
	uint32_t	depth = 0;
	uint32_t	hidden = 0;		/* the depth of the group that holds no text, 0: none */
	const uint8_t *p = r->body;

	r->changed = true;
	while (p < r->end)
	{
		const uint8_t *from = p;

		nt_tick(r->cx);
		while (p < r->end && *p != '{' && *p != '}' && *p != '\\' && *p != '\n' && *p != '\r')
			p++;
		if (p > from && hidden == 0)
			markup_put(r, from, (uint32_t) (p - from));
		if (p >= r->end)
			break;
		if (*p == '{')
		{
			depth++;
			if (hidden == 0 && hides(p, r->end))
				hidden = depth;
			p++;
		}
		else if (*p == '}')
		{
			if (hidden == depth)
				hidden = 0;
			depth -= depth > 0;
			p++;
		}
		else if (*p != '\\')
			p++;
		else if (hidden == 0)
			p = read_control(r, p);
		else
			p += r->end - p >= 2 ? 2 : 1;
	}
}
