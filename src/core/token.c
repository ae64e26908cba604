/*
 * token.c -- cuts an article into words, numbers and marks.
 *
 * One pass over the bytes.  A table classes ASCII; anything else goes through
 * utf8proc.  While a word is scanned its folded form is hashed, and at its end
 * its vocabulary record is found: the only look-up the word ever gets.
 *
 *     "Mr. O'Neill's U.S.-made jet," he said.
 *
 *     "  Mr.  O'Neill  's  U.S.  -  made  jet  ,  "  he  said  .
 *
 * Decisions, and why:
 *   - Hyphenated words are cut at the hyphen: names, countries and numbers are
 *     found inside them (U.S.-made, three-hour, Jean-Claude).  TOKEN_SPACE
 *     tells which tokens touch.
 *   - 's, 're, n't ... are tokens of their own (Penn Treebank), so that a
 *     mention never holds a possessive.
 *   - A full stop belongs to the word in acronyms (U.S.), before a capital in
 *     initials (J. Smith), and in abbreviations of the lexicon.  Whether a
 *     sentence ends there too is for sentence.c to say.
 *   - `` and '' (old newswire) are one token each, with the code point of the
 *     curly mark they stand for.
 *   - Control, zero-width and no-break characters part words as spaces do,
 *     but for joiners and soft hyphens, which belong to the word.
 */
#include "token.h"

#include "utf8.h"

#include <string.h>
#include <utf8proc.h>

typedef enum ByteClass
{
	B_SPACE,					/* and control characters */
	B_LETTER,
	B_DIGIT,
	B_MARK,
	B_SYMBOL,
	B_HIGH						/* not ASCII */
} ByteClass;

static const uint8_t byte_class[256] = {
	['!'] = B_MARK,['"'] = B_MARK,['#'] = B_MARK,['$'] = B_SYMBOL,['%'] = B_SYMBOL,
	['&'] = B_SYMBOL,['\''] = B_MARK,['('] = B_MARK,[')'] = B_MARK,['*'] = B_MARK,
	['+'] = B_SYMBOL,[','] = B_MARK,['-'] = B_MARK,['.'] = B_MARK,['/'] = B_MARK,
	['0' ... '9'] = B_DIGIT,[':'] = B_MARK,[';'] = B_MARK,['<'] = B_SYMBOL,['='] = B_SYMBOL,
	['>'] = B_SYMBOL,['?'] = B_MARK,['@'] = B_SYMBOL,['A' ... 'Z'] = B_LETTER,['['] = B_MARK,
	['\\'] = B_MARK,[']'] = B_MARK,['^'] = B_SYMBOL,['_'] = B_MARK,['`'] = B_MARK,
	['a' ... 'z'] = B_LETTER,['{'] = B_MARK,['|'] = B_SYMBOL,['}'] = B_MARK,['~'] = B_SYMBOL,
	[0x80 ... 0xFF] = B_HIGH
};

typedef struct Scanner
{
	NtContext  *cx;
	const NtVocab *vocab;
	const uint8_t *text;
	const uint8_t *end;
	NtTokens   *tokens;
	uint16_t	pending;		/* TOKEN_SPACE | TOKEN_LINE | TOKEN_PARAGRAPH of the next token */
} Scanner;

static NtToken *
add_token(Scanner *s, const uint8_t *start, const uint8_t *end, NtTokenKind kind)
{
	NtToken    *t = nt_push(s->cx, s->tokens);

	t->start = (uint32_t) (start - s->text);
	t->end = (uint32_t) (end - s->text);
	t->word = 0;
	t->hash = 0;
	t->flags = s->pending;
	t->kind = kind;
	t->reserved = 0;
	s->pending = 0;
	return t;
}

/* What a character outside ASCII is to the tokenizer. */
static ByteClass
class_of(int32_t cp)
{
	switch (cp)
	{
		case UTF8_BROKEN:
			return B_SYMBOL;
		case 0x200B:			/* zero-width space */
		case 0xFEFF:			/* byte order mark */
		case 0x2060:
			return B_SPACE;
		case 0x00AD:			/* soft hyphen */
		case 0x200C:
		case 0x200D:
			return B_LETTER;
		case 0x02BC:			/* modifier apostrophe */
			return B_MARK;
		case 0x00AA:			/* ordinal indicators count as marks of a number */
		case 0x00BA:
		case 0x00B0:
			return B_SYMBOL;
	}
	switch (utf8proc_category(cp))
	{
		case UTF8PROC_CATEGORY_LU:
		case UTF8PROC_CATEGORY_LL:
		case UTF8PROC_CATEGORY_LT:
		case UTF8PROC_CATEGORY_LM:
		case UTF8PROC_CATEGORY_LO:
		case UTF8PROC_CATEGORY_MN:
		case UTF8PROC_CATEGORY_MC:
		case UTF8PROC_CATEGORY_ME:
		case UTF8PROC_CATEGORY_NL:
			return B_LETTER;
		case UTF8PROC_CATEGORY_ND:
			return B_LETTER;	/* digits of other scripts: words, not numbers */
		case UTF8PROC_CATEGORY_PC:
		case UTF8PROC_CATEGORY_PD:
		case UTF8PROC_CATEGORY_PS:
		case UTF8PROC_CATEGORY_PE:
		case UTF8PROC_CATEGORY_PI:
		case UTF8PROC_CATEGORY_PF:
		case UTF8PROC_CATEGORY_PO:
			return B_MARK;
		case UTF8PROC_CATEGORY_ZS:
		case UTF8PROC_CATEGORY_ZL:
		case UTF8PROC_CATEGORY_ZP:
		case UTF8PROC_CATEGORY_CC:
		case UTF8PROC_CATEGORY_CF:
			return B_SPACE;
		default:
			return B_SYMBOL;
	}
}

static ByteClass
class_at(const Scanner *s, const uint8_t *p, int32_t *cp, int *len)
{
	ByteClass	class;

	if (p >= s->end)
	{
		*cp = 0;
		*len = 0;
		return B_SPACE;
	}
	class = byte_class[*p];
	if (class != B_HIGH)
	{
		*cp = *p;
		*len = 1;
		return class;
	}
	*len = utf8_next(p, s->end, cp);
	return class_of(*cp);
}

static bool
is_letter_at(const Scanner *s, const uint8_t *p)
{
	int32_t		cp;
	int			len;

	return class_at(s, p, &cp, &len) == B_LETTER;
}

/* apostrophe_at returns the length of an apostrophe at p, 0 when none is there. */
static int
apostrophe_at(const Scanner *s, const uint8_t *p)
{
	if (p < s->end && *p == '\'')
		return 1;
	if (s->end - p >= 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] == 0x99)
		return 3;				/* U+2019 */
	if (s->end - p >= 2 && p[0] == 0xCA && p[1] == 0xBC)
		return 2;				/* U+02BC */
	return 0;
}

static inline uint64_t
hash_byte(uint64_t h, uint8_t byte)
{
	return (h ^ byte) * VOCAB_HASH_PRIME;
}

static uint64_t
hash_folded(uint64_t h, int32_t cp)
{
	int32_t		folded[UTF8_FOLD_MAX];
	int			n = utf8_fold_char(cp, folded);

	for (int i = 0; i < n; i++)
	{
		uint8_t		bytes[4];
		int			len = (int) utf8proc_encode_char(folded[i], bytes);

		for (int k = 0; k < len; k++)
			h = hash_byte(h, bytes[k]);
	}
	return h;
}

/* How the letters of a word were written. */
typedef struct Shape
{
	uint32_t	upper;
	uint32_t	lower;
	uint32_t	other;
	bool		first_upper;
	bool		inner_upper;
	bool		foreign;
	bool		digit;
} Shape;

static inline void
shape_ascii(Shape *shape, uint8_t b)
{
	if (b >= 'a')
		shape->lower++;
	else
	{
		if (shape->upper + shape->lower + shape->other == 0)
			shape->first_upper = true;
		else if (shape->lower > 0)
			shape->inner_upper = true;
		shape->upper++;
	}
}

static void
shape_wide(Shape *shape, int32_t cp)
{
	utf8proc_category_t category = utf8proc_category(cp);

	shape->foreign = true;
	if (category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT)
	{
		if (shape->upper + shape->lower + shape->other == 0)
			shape->first_upper = true;
		else if (shape->lower > 0)
			shape->inner_upper = true;
		shape->upper++;
	}
	else if (category == UTF8PROC_CATEGORY_LL)
		shape->lower++;
	else if (category == UTF8PROC_CATEGORY_LO)
		shape->other++;
}

static uint16_t
shape_flags(const Shape *shape)
{
	uint16_t	flags = 0;

	if (shape->first_upper)
		flags |= TOKEN_CAPITAL;
	if (shape->upper >= 2 && shape->lower == 0 && shape->other == 0)
		flags |= TOKEN_UPPER;
	if (shape->inner_upper)
		flags |= TOKEN_INNER_CAPITAL;
	if (shape->foreign)
		flags |= TOKEN_FOREIGN;
	if (shape->other > 0 && shape->upper + shape->lower == 0)
		flags |= TOKEN_LETTERS;
	return flags;
}

/*
 * scan_letters reads letters and digits from p, folding and hashing them, and
 * returns where they stop.
 */
static const uint8_t *
scan_letters(const Scanner *s, const uint8_t *p, uint64_t *hash, Shape *shape)
{
	uint64_t	h = *hash;

	for (;;)
	{
		uint8_t		class = p < s->end ? byte_class[*p] : B_SPACE;

		if (class == B_LETTER)
		{
			shape_ascii(shape, *p);
			h = hash_byte(h, *p | 0x20);
			p++;
		}
		else if (class == B_DIGIT)
		{
			shape->digit = true;
			h = hash_byte(h, *p);
			p++;
		}
		else if (class == B_HIGH)
		{
			int32_t		cp;
			int			len = utf8_next(p, s->end, &cp);

			if (class_of(cp) != B_LETTER)
				break;
			shape_wide(shape, cp);
			h = hash_folded(h, cp);
			p += len;
		}
		else
			break;
	}
	*hash = h;
	return p;
}

static void
add_clitic(Scanner *s, const uint8_t *start, const uint8_t *end)
{
	NtToken    *t = add_token(s, start, end, TOKEN_CLITIC);
	uint64_t	h = VOCAB_HASH_SEED;

	for (const uint8_t *p = start; p < end;)
	{
		int32_t		cp;

		p += utf8_next(p, s->end, &cp);
		h = hash_folded(h, cp);
	}
	h = vocab_hash_mix(h);
	t->hash = (uint32_t) (h >> 32);
	t->word = vocab_find(s->vocab, h);
}

/* clitic_at returns the length of 's 're 'll 've 'd 'm at an apostrophe, or 0. */
static int
clitic_at(const Scanner *s, const uint8_t *p)
{
	int			apostrophe = apostrophe_at(s, p);
	const uint8_t *q = p + apostrophe;
	char		a;
	char		b;

	if (apostrophe == 0 || q >= s->end || byte_class[*q] != B_LETTER)
		return 0;
	a = (char) (*q | 0x20);
	if (!is_letter_at(s, q + 1))
		return a == 's' || a == 'd' || a == 'm' ? apostrophe + 1 : 0;
	b = (char) (q[1] | 0x20);
	if (is_letter_at(s, q + 2))
		return 0;
	return (a == 'r' && b == 'e') || (a == 'l' && b == 'l') || (a == 'v' && b == 'e') ?
		apostrophe + 2 : 0;
}

/*
 * stop_belongs decides whether the full stop at p (just after a word) is part
 * of an abbreviation.
 */
static bool
stop_belongs(const Scanner *s, const NtToken *t, const uint8_t *p, bool single_letter)
{
	uint64_t	classes = token_classes(s->vocab, t);
	const uint8_t *q = p + 1;
	ByteClass	class;
	int32_t		cp;
	int			len;
	bool		same_line = true;

	if (!single_letter && (classes & LEX_BIT(LEX_ABBREVIATION)) == 0)
		return false;
	while ((class = class_at(s, q, &cp, &len)) == B_SPACE && q < s->end)
	{
		if (cp == '\n')
			same_line = false;
		q += len;
	}
	if (single_letter)
		return (t->flags & TOKEN_CAPITAL) != 0 && same_line &&
			(utf8proc_category(cp) == UTF8PROC_CATEGORY_LU);
	if (classes & LEX_BIT(LEX_NEVER_FINAL))
	{
		/* “No.” is an answer, No. 5 a number; Rep. and Gen. come before a name */
		if (classes & LEX_BIT(LEX_DETERMINER))
			return same_line && cp >= '0' && cp <= '9';
		return same_line && q < s->end && (class == B_LETTER || class == B_DIGIT);
	}
	if (classes & LEX_BIT(LEX_COMMON_WORD))
		return (t->flags & TOKEN_CAPITAL) != 0 && same_line && cp >= '0' && cp <= '9';
	return true;
}

/* scan_link reads on to the next white space, and back over final marks. */
static const uint8_t *
scan_link(const Scanner *s, const uint8_t *p)
{
	const uint8_t *start = p;

	while (p < s->end && byte_class[*p] != B_SPACE && *p != '"' && *p != '<' && *p != '>')
	{
		if (*p >= 0x80)
		{
			int32_t		cp;
			int			len = utf8_next(p, s->end, &cp);

			if (class_of(cp) != B_LETTER)
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

/* A link is recognised where a word ends: http://, name@host, host.domain/path */
static bool
begins_link(const Scanner *s, const uint8_t *start, const uint8_t *p)
{
	if (s->end - p >= 4 && p[0] == ':' && p[1] == '/' && p[2] == '/' && byte_class[p[3]] != B_SPACE)
		return true;
	if (s->end - p >= 2 && p[0] == '@' && (byte_class[p[1]] == B_LETTER || byte_class[p[1]] == B_DIGIT))
		return true;
	return p - start == 3 && s->end - p >= 2 && p[0] == '.' && byte_class[p[1]] == B_LETTER &&
		(start[0] | 0x20) == 'w' && (start[1] | 0x20) == 'w' && (start[2] | 0x20) == 'w';
}

/*
 * scan_word reads a word that begins at p, which is a letter, and its clitic.
 */
static const uint8_t *
scan_word(Scanner *s, const uint8_t *p)
{
	const uint8_t *start = p;
	const uint8_t *end;
	uint64_t	h = VOCAB_HASH_SEED;
	Shape		shape = {0};
	uint16_t	extra = 0;
	int			clitic = 0;
	NtToken    *t;

	p = scan_letters(s, p, &h, &shape);

	/* inner apostrophes and dots */
	for (;;)
	{
		int			apostrophe;

		if (p >= s->end)
			break;
		if (begins_link(s, start, p))
		{
			p = scan_link(s, p);
			t = add_token(s, start, p, TOKEN_LINK);
			t->hash = (uint32_t) (vocab_hash_mix(h) >> 32);
			return p;
		}
		if (*p == '.' && p + 1 < s->end && byte_class[p[1]] == B_LETTER)
		{
			bool		acronym = p - start == 1 || p[-2] == '.';
			bool		after_lower = byte_class[p[-1]] == B_LETTER && p[-1] >= 'a';

			/* "ended.The": a space is missing */
			if (!acronym && after_lower && p[1] < 'a')
				break;
			/* letters with stops, or a name with a domain: U.S, Amazon.com */
			if (acronym && !(p + 2 < s->end && byte_class[p[2]] == B_LETTER))
				extra |= TOKEN_ACRONYM;
			h = hash_byte(h, '.');
			p = scan_letters(s, p + 1, &h, &shape);
			continue;
		}
		apostrophe = apostrophe_at(s, p);
		if (apostrophe == 0)
			break;
		clitic = clitic_at(s, p);
		if (clitic > 0 || !is_letter_at(s, p + apostrophe))
			break;
		/* don't: the n goes with the clitic */
		if (p - start >= 2 && (p[-1] | 0x20) == 'n' && (p[apostrophe] | 0x20) == 't' &&
			!is_letter_at(s, p + apostrophe + 1))
		{
			clitic = -1;
			break;
		}
		h = hash_byte(h, '\'');
		p = scan_letters(s, p + apostrophe, &h, &shape);
	}

	if (clitic < 0)
	{
		/* hash again without the n: rare, and short */
		const uint8_t *n = p - 1;
		Scanner		part = *s;

		h = VOCAB_HASH_SEED;
		memset(&shape, 0, sizeof(shape));
		part.end = n;
		scan_letters(&part, start, &h, &shape);
		p = n;
		clitic = 1 + apostrophe_at(s, n + 1) + 1;
	}

	end = p;
	h = vocab_hash_mix(h);
	t = add_token(s, start, end, TOKEN_WORD);
	t->hash = (uint32_t) (h >> 32);
	t->word = vocab_find(s->vocab, h);
	t->flags |= shape_flags(&shape) | extra;

	if (clitic > 0)
	{
		add_clitic(s, p, p + clitic);
		return p + clitic;
	}
	if (p < s->end && *p == '.' && !(p + 1 < s->end && p[1] == '.'))
	{
		bool		single = shape.upper + shape.lower + shape.other == 1 && !shape.digit;

		if (extra & TOKEN_ACRONYM)
			t->flags |= TOKEN_DOT;
		else if (stop_belongs(s, t, p, single))
			t->flags |= TOKEN_DOT | (single ? TOKEN_INITIAL : 0);
		if (t->flags & TOKEN_DOT)
		{
			t->end++;
			p++;
			/* U.S.'s */
			clitic = clitic_at(s, p);
			if (clitic > 0)
			{
				add_clitic(s, p, p + clitic);
				p += clitic;
			}
		}
	}
	return p;
}

/* scan_number reads digits with inner commas and stops, and letters that follow. */
static const uint8_t *
scan_number(Scanner *s, const uint8_t *p)
{
	const uint8_t *start = p;
	uint64_t	h = VOCAB_HASH_SEED;
	Shape		shape = {0};
	NtTokenKind kind = TOKEN_NUMBER;
	NtToken    *t;

	for (;;)
	{
		while (p < s->end && byte_class[*p] == B_DIGIT)
			h = hash_byte(h, *p++);
		if (s->end - p >= 2 && (*p == ',' || *p == '.') && byte_class[p[1]] == B_DIGIT)
		{
			/* 1,000 but not 3,4: a comma parts groups of three digits */
			if (*p == ',' && !(s->end - p >= 4 && byte_class[p[2]] == B_DIGIT && byte_class[p[3]] == B_DIGIT &&
							   !(s->end - p >= 5 && byte_class[p[4]] == B_DIGIT)))
				break;
			h = hash_byte(h, *p++);
			continue;
		}
		break;
	}
	if (is_letter_at(s, p))
	{
		kind = TOKEN_ALNUM;
		p = scan_letters(s, p, &h, &shape);
	}
	h = vocab_hash_mix(h);
	t = add_token(s, start, p, kind);
	t->hash = (uint32_t) (h >> 32);
	t->word = vocab_find(s->vocab, h);
	t->flags |= shape_flags(&shape) & TOKEN_FOREIGN;
	return p;
}

static const uint8_t *
scan_mark(Scanner *s, const uint8_t *p, int32_t cp, int len, ByteClass class)
{
	const uint8_t *start = p;
	NtToken    *t;

	p += len;
	if (cp == '-' || cp == '.')
		while (p < s->end && *p == cp)
			p++;
	else if ((cp == '`' || cp == '\'') && p < s->end && *p == cp)
	{
		p++;
		cp = cp == '`' ? 0x201C : 0x201D;
	}
	else if ((cp == '@' || cp == '#') && is_letter_at(s, p))
	{
		uint64_t	h = VOCAB_HASH_SEED;
		Shape		shape = {0};

		do
			p = scan_letters(s, p, &h, &shape);
		while (p < s->end && *p == '_' && ++p);
		t = add_token(s, start, p, TOKEN_LINK);
		t->hash = (uint32_t) (vocab_hash_mix(h) >> 32);
		return p;
	}
	t = add_token(s, start, p, class == B_MARK ? TOKEN_PUNCT : TOKEN_SYMBOL);
	t->hash = cp == UTF8_BROKEN ? 0xFFFD : (uint32_t) cp;
	return p;
}

/*
 * token_scan cuts len bytes of text into tokens, in text order.
 * Bytes that are no UTF-8 become symbols.  Time and memory are linear.
 */
void
token_scan(NtContext *cx, const NtVocab *vocab, const char *text, uint32_t len, NtTokens *tokens)
{
	Scanner		s = {cx, vocab, (const uint8_t *) text, (const uint8_t *) text + len, tokens,
	TOKEN_SPACE | TOKEN_LINE | TOKEN_PARAGRAPH};
	const uint8_t *p = s.text;

	nt_reserve(cx, tokens, len / 5 + 16);
	while (p < s.end)
	{
		int32_t		cp;
		int			clen;
		ByteClass	class;

		nt_tick(cx);
		if (*p == ' ')
		{
			s.pending |= TOKEN_SPACE;
			p++;
			continue;
		}
		class = class_at(&s, p, &cp, &clen);
		switch (class)
		{
			case B_SPACE:
				if (cp == '\n' || cp == 0x2029 || (cp == '\r' && !(p + 1 < s.end && p[1] == '\n')))
					s.pending |= s.pending & TOKEN_LINE ? TOKEN_PARAGRAPH : TOKEN_LINE;
				s.pending |= TOKEN_SPACE;
				p += clen;
				break;
			case B_LETTER:
				p = scan_word(&s, p);
				break;
			case B_DIGIT:
				p = scan_number(&s, p);
				break;
			default:
				p = scan_mark(&s, p, cp, clen, class);
		}
	}
}
