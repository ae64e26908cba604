/*
 * utf8.c -- character positions and folding.
 */
#include "base/utf8.h"

#include <utf8proc.h>

/* charmap_build counts the characters of a UTF-8 text, broken bytes as one each. */
void
charmap_build(NtContext *cx, NtCharMap *map, const char *text, uint32_t len)
{
	const uint8_t *s = (const uint8_t *) text;
	const uint8_t *p = s;
	const uint8_t *end = s + len;
	uint32_t	chars = 0;
	uint32_t	step = 0;

	map->text = s;
	map->len = len;
	map->before = NULL;
	while (p < end && *p < 0x80)
		p++;
	if (p == end)
		return;

	map->before = cx->alloc(cx, sizeof(uint32_t) * (len / CHARMAP_STEP + 2));
	p = s;
	while (p < end)
	{
		int32_t		cp;

		/* a checkpoint inside a character counts that character as before it */
		while ((uint32_t) (p - s) >= step * CHARMAP_STEP)
			map->before[step++] = chars;
		p += utf8_next(p, end, &cp);
		chars++;
		nt_tick(cx);
	}
	while (step <= len / CHARMAP_STEP + 1)
		map->before[step++] = chars;
}

/* charmap_bytes makes a map in which every byte is a character (SQL_ASCII). */
void
charmap_bytes(NtCharMap *map, const char *text, uint32_t len)
{
	map->text = (const uint8_t *) text;
	map->len = len;
	map->before = NULL;
}

/*
 * charmap_chars returns how many characters begin before a byte offset that
 * is itself the beginning of a character, or the end of the text.
 */
uint32_t
charmap_chars(const NtCharMap *map, uint32_t byte)
{
	uint32_t	step;
	uint32_t	at;
	uint32_t	chars;

	if (map->before == NULL)
		return byte;
	step = byte / CHARMAP_STEP;
	at = step * CHARMAP_STEP;
	chars = map->before[step];

	/*
	 * The checkpoint counts characters that begin before byte `at`; step back
	 * over none: walk on from the first character that begins at or after it.
	 */
	if (at > 0)
	{
		const uint8_t *s = map->text;
		uint32_t	from = at > 3 ? at - 3 : 0;
		uint32_t	p;

		/* find the character that straddles the checkpoint, if one does */
		for (p = from; p < at; p++)
		{
			int32_t		cp;
			int			n = utf8_next(s + p, s + map->len, &cp);

			if (cp != UTF8_BROKEN && p + n > at)
			{
				at = p + n;
				break;
			}
		}
	}
	while (at < byte)
	{
		int32_t		cp;

		at += utf8_next(map->text + at, map->text + map->len, &cp);
		chars++;
	}
	return chars;
}

/*
 * utf8_fold_char folds one code point: full case folding, compatibility
 * decomposition, marks and ignorable characters dropped, and the letters that
 * Unicode does not decompose but newspapers write without their stroke.
 */
int
utf8_fold_char(int32_t cp, int32_t *out)
{
	int			boundary = 0;
	utf8proc_ssize_t n;

	if (cp < 0x80)
	{
		out[0] = cp >= 'A' && cp <= 'Z' ? cp + ('a' - 'A') : cp;
		return 1;
	}
	switch (cp)
	{
		case UTF8_BROKEN:
			out[0] = 0xFFFD;
			return 1;
		case 0x2018:
		case 0x2019:
		case 0x02BC:
			out[0] = '\'';
			return 1;
		case 0x0141:
		case 0x0142:			/* Polish l with stroke */
			out[0] = 'l';
			return 1;
		case 0x00D8:
		case 0x00F8:			/* o with stroke */
			out[0] = 'o';
			return 1;
		case 0x0110:
		case 0x0111:			/* d with stroke */
			out[0] = 'd';
			return 1;
		case 0x0130:
		case 0x0131:			/* Turkish dotted and dotless i */
			out[0] = 'i';
			return 1;
	}
	n = utf8proc_decompose_char(cp, out, UTF8_FOLD_MAX,
								UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK |
								UTF8PROC_IGNORE | UTF8PROC_DECOMPOSE, &boundary);
	if (n < 0 || n > UTF8_FOLD_MAX)
	{
		out[0] = cp;
		return 1;
	}
	return (int) n;
}

size_t
utf8_fold(const char *word, size_t len, char *out)
{
	const uint8_t *p = (const uint8_t *) word;
	const uint8_t *end = p + len;
	uint8_t    *o = (uint8_t *) out;

	while (p < end)
	{
		int32_t		cp;
		int32_t		folded[UTF8_FOLD_MAX];
		int			n;

		p += utf8_next(p, end, &cp);
		n = utf8_fold_char(cp, folded);
		for (int i = 0; i < n; i++)
			o += utf8proc_encode_char(folded[i], o);
	}
	return (size_t) (o - (uint8_t *) out);
}
