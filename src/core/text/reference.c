/*
 * reference.c -- characters that are written as something else.
 *
 *     &ldquo; &#8220; &#x201C;     references, named and numbered
 *     &amp;quot; &amp;#8217;       escaped twice
 *     â€œ Ã©                       UTF-8 that was once read as Windows-1252
 *     \u201c \n \"                 escapes of JSON
 *
 * Each reader returns how many bytes at p stand for the character, 0 when they
 * stand for themselves: "AT&T", "R&D;" and a lone & are no references.
 */
#include "text/reference.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <stddef.h>
#include <string.h>

#define MISREAD_LAYERS 3		/* how often a text may have been misread */
#define REFERENCE_LONGEST 24	/* bytes of a name; of a number with its leading zeros too */

static const struct
{
	char		name[REFERENCE_LONGEST];
	uint16_t	cp;
	bool		loose;			/* stands without its semicolon too */
}			names[] = {
#include "text/reference_names.h"
};

/* What the bytes 0x80 to 0x9F are in Windows-1252; 0: nothing. */
static const uint16_t windows[32] = {
	0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
	0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178
};

/* reference_windows returns the character meant by a control character of 0x80 to 0x9F, or cp. */
int32_t
reference_windows(int32_t cp)
{
	return cp >= 0x80 && cp <= 0x9F && windows[cp - 0x80] != 0 ? windows[cp - 0x80] : cp;
}

static inline bool
is_alnum(uint8_t b)
{
	return ascii_is_digit(b) || ascii_is_letter(b);
}

static int
hex_value(uint8_t b)
{
	if (ascii_is_digit(b))
		return b - '0';
	b |= 0x20;
	return b >= 'a' && b <= 'f' ? b - 'a' + 10 : -1;
}

static uint32_t
numbered(const uint8_t *p, const uint8_t *end, int32_t *cp)
{
	const uint8_t *q = p + 2;
	int			base = q < end && (*q | 0x20) == 'x' ? 16 : 10;
	int64_t		value = 0;
	uint32_t	digits = 0;

	if (base == 16)
		q++;
	for (; q < end && q - p < REFERENCE_LONGEST; q++, digits++)
	{
		int			digit = hex_value(*q);

		if (digit < 0 || digit >= base)
			break;
		value = value * base + digit;
		if (value > 0x10FFFF)
			return 0;
	}
	if (digits == 0 || value == 0 || (value >= 0xD800 && value <= 0xDFFF))
		return 0;
	*cp = reference_windows((int32_t) value);
	return (uint32_t) (q - p) + (q < end && *q == ';');
}

static uint32_t
named(const uint8_t *p, const uint8_t *end, int32_t *cp)
{
	const uint8_t *name = p + 1;
	size_t		len = 0;
	size_t		low = 0;
	size_t		high = sizeof(names) / sizeof(names[0]);
	bool		closed;

	while (name + len < end && is_alnum(name[len]))
		if (++len >= REFERENCE_LONGEST)
			return 0;
	if (len < 2)
		return 0;
	closed = name + len < end && name[len] == ';';
	while (low < high)
	{
		size_t		middle = low + (high - low) / 2;
		int			cmp = strncmp(names[middle].name, (const char *) name, len);

		if (cmp == 0)
			cmp = names[middle].name[len] != '\0';
		if (cmp == 0)
		{
			if (!closed && !names[middle].loose)
				return 0;
			*cp = names[middle].cp;
			return (uint32_t) len + 1 + closed;
		}
		if (cmp < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

/* reference_read reads a reference at an &. */
uint32_t
reference_read(const uint8_t *p, const uint8_t *end, int32_t *cp)
{
	uint32_t	len;

	if (end - p < 3)
		return 0;
	if (p[1] == '#')
		return numbered(p, end, cp);
	len = named(p, end, cp);

	/* &amp;rsquo; is an ’ escaped twice; an & that is only that stays one */
	if (len == 5 && *cp == '&' && p + len < end)
	{
		uint8_t		again[REFERENCE_LONGEST + 8];
		size_t		n = (size_t) (end - p) - len;
		int32_t		inner;
		uint32_t	used;

		if (n > sizeof(again) - 1)
			n = sizeof(again) - 1;
		again[0] = '&';
		memcpy(again + 1, p + len, n);
		used = again[1] == '#' ? numbered(again, again + n + 1, &inner) : named(again, again + n + 1, &inner);
		if (used > 1 && again[used - 1] == ';')
		{
			*cp = inner;
			return len + used - 1;
		}
	}
	return len;
}

static uint32_t misread_at(const uint8_t *p, const uint8_t *end, int layers, int32_t *cp);

/*
 * byte_meant returns the byte of Windows-1252 or Latin-1 that a character at p
 * was, -1: none; the character may have been misread itself.
 */
static int
byte_meant(const uint8_t *p, const uint8_t *end, int layers, int *len)
{
	int32_t		cp;

	if (p >= end)
		return -1;
	*len = layers > 0 ? (int) misread_at(p, end, layers - 1, &cp) : 0;
	if (*len == 0)
		*len = utf8_next(p, end, &cp);
	if (cp < 0x80)
		return -1;
	if (cp <= 0xFF)
		return cp;
	for (int i = 0; i < 32; i++)
		if (windows[i] == cp)
			return 0x80 + i;
	return -1;
}

/*
 * misread_at reads the characters that a character of UTF-8 became when its
 * bytes were taken for Windows-1252: letters of Latin script, punctuation, the
 * euro and trademark signs.  An É before » is left alone.
 */
static uint32_t
misread_at(const uint8_t *p, const uint8_t *end, int layers, int32_t *cp)
{
	uint8_t		bytes[3];
	int			len[3];
	int			lead = byte_meant(p, end, layers, &len[0]);
	int			second;
	int			third;

	if (lead != 0xC2 && lead != 0xC3 && lead != 0xC5 && lead != 0xE2)
		return 0;
	second = byte_meant(p + len[0], end, layers, &len[1]);
	if (second < 0x80 || second > 0xBF)
		return 0;
	if (lead != 0xE2)
	{
		bytes[0] = (uint8_t) lead;
		bytes[1] = (uint8_t) second;
		utf8_next(bytes, bytes + 2, cp);
		*cp = reference_windows(*cp);
		return (uint32_t) (len[0] + len[1]);
	}
	third = byte_meant(p + len[0] + len[1], end, layers, &len[2]);
	if (second == 0x80 && (third < 0x80 || third > 0xBF))
	{
		/* ” ends in a byte that is no character there, and is often lost */
		if (len[1] < 3)
			return 0;
		*cp = 0x201D;
		return (uint32_t) (len[0] + len[1]);
	}
	if (third < 0x80 || third > 0xBF || (second != 0x80 && second != 0x82 && second != 0x84))
		return 0;
	bytes[0] = (uint8_t) lead;
	bytes[1] = (uint8_t) second;
	bytes[2] = (uint8_t) third;
	utf8_next(bytes, bytes + 3, cp);
	return (uint32_t) (len[0] + len[1] + len[2]);
}

/* reference_misread reads a character that was misread once or more often: â€œ, Ã¢â‚¬Å“ */
uint32_t
reference_misread(const uint8_t *p, const uint8_t *end, int32_t *cp)
{
	/* all of them begin with Â, Ã, Å or â */
	if (end - p < 4 || p[0] != 0xC3 || (p[1] != 0x82 && p[1] != 0x83 && p[1] != 0x85 && p[1] != 0xA2))
		return 0;
	for (int layers = MISREAD_LAYERS; layers-- > 0;)
	{
		uint32_t	len = misread_at(p, end, layers, cp);

		if (len > 0)
			return len;
	}
	return 0;
}

static int32_t
four_digits(const uint8_t *p, const uint8_t *end)
{
	int32_t		value = 0;

	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return -1;
	for (int i = 2; i < 6; i++)
	{
		int			digit = hex_value(p[i]);

		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

/* reference_json reads an escape at a backslash. */
uint32_t
reference_json(const uint8_t *p, const uint8_t *end, int32_t *cp)
{
	static const char letters[] = "ntrbf\"\\/'";
	static const char meant[] = "\n\t\r  \"\\/'";
	const char *found;
	int32_t		low;

	if (end - p < 2)
		return 0;
	if (p[1] == 'u')
	{
		*cp = four_digits(p, end);
		if (*cp >= 0xD800 && *cp <= 0xDBFF && (low = four_digits(p + 6, end)) >= 0xDC00 && low <= 0xDFFF)
		{
			*cp = 0x10000 + ((*cp - 0xD800) << 10) + (low - 0xDC00);
			return 12;
		}
		return *cp > 0 && (*cp < 0xD800 || *cp > 0xDFFF) ? 6 : 0;
	}
	found = p[1] != '\0' ? strchr(letters, p[1]) : NULL;
	if (found == NULL)
		return 0;
	*cp = meant[found - letters];
	return 2;
}

/* printable_byte reads =E2 and passes over a soft line end (= at the end of a line) before it; -1: there is none. */
static int
printable_byte(const uint8_t *p, const uint8_t *end, uint32_t *len)
{
	const uint8_t *q = p;

	if (end - q >= 2 && q[0] == '=' && (q[1] == '\n' || (q[1] == '\r' && end - q >= 3 && q[2] == '\n')))
		q += q[1] == '\n' ? 2 : 3;
	*len = (uint32_t) (q - p);
	if (end - q < 3 || q[0] != '=' || hex_value(q[1]) < 0 || hex_value(q[2]) < 0)
		return -1;
	*len += 3;
	return hex_value(q[1]) * 16 + hex_value(q[2]);
}

/* reference_printable reads what stands at a = of a text in the form that letters are sent in (quoted-printable). */
uint32_t
reference_printable(const uint8_t *p, const uint8_t *end, int32_t *cp)
{
	uint8_t		bytes[4];
	uint32_t	len = 0;
	uint32_t	n = 0;
	uint32_t	wanted = 1;
	int			byte = printable_byte(p, end, &len);

	*cp = 0;
	if (byte < 0)
		return len;				/* a soft line end stands for nothing */
	while (byte >= 0 && n < wanted)
	{
		uint32_t	more;

		bytes[n++] = (uint8_t) byte;
		if (n == 1)
			wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1;
		if (n == wanted)
			break;
		byte = printable_byte(p + len, end, &more);
		if ((byte & 0xC0) != 0x80)
			break;
		len += more;
	}
	if (n == wanted && wanted > 1)
		utf8_next(bytes, bytes + n, cp);
	else
		*cp = reference_windows(bytes[0]);
	return n == wanted || n == 1 ? len : 3;
}
