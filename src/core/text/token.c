/*
 * token.c -- cuts an article into words, numbers and marks, in one pass over
 * its bytes.
 *
 *     "Mr. O'Neill's U.S.-made jet," he said.
 *
 *     "  Mr.  O'Neill  's  U.S.  -  made  jet  ,  "  he  said  .
 *
 * The first character of a token says what it is (token_class.c); words are
 * read by token_word.c, numbers and marks here:
 *   - A number keeps its inner commas and stops (1,000.5) when a comma parts
 *     three digits, and the letters that follow it: 24th, 1990s, 9pm.
 *   - A mark is a token, and so is a run of hyphens or of stops.  `` and ''
 *     (old newswire) are one token each, with the code point of the curly mark
 *     they stand for; so are ‹‹ and ››.
 *   - @handle and #tag are links.
 */
#include "text/token_scan.h"

#include <string.h>

/* scan_number reads digits with inner commas and stops, and letters that follow. */
static const uint8_t *
scan_number(TokenScanner *s, const uint8_t *p)
{
	const uint8_t *start = p;
	uint64_t	h = VOCAB_HASH_SEED;
	TokenShape		shape = {0};
	NtTokenKind kind = TOKEN_NUMBER;
	NtToken    *t;

	for (;;)
	{
		while (p < s->end && token_byte_class[*p] == CHAR_DIGIT)
			h = token_hash_byte(h, *p++);
		if (s->end - p >= 2 && (*p == ',' || *p == '.') && token_byte_class[p[1]] == CHAR_DIGIT)
		{
			/* 1,000 but not 3,4: a comma parts groups of three digits */
			if (*p == ',' && !(s->end - p >= 4 && token_byte_class[p[2]] == CHAR_DIGIT && token_byte_class[p[3]] == CHAR_DIGIT &&
							   !(s->end - p >= 5 && token_byte_class[p[4]] == CHAR_DIGIT)))
				break;
			h = token_hash_byte(h, *p++);
			continue;
		}
		break;
	}
	if (token_letter_at(s, p))
	{
		kind = TOKEN_ALNUM;
		p = token_scan_letters(s, p, &h, &shape);
	}
	t = token_add(s, start, p, kind);
	token_set_hash(s, vocab_hash_mix(h));
	t->flags |= token_shape_flags(&shape) & TOKEN_FOREIGN;
	return p;
}

/* scan_mark reads one mark or symbol, or a run of the same, or a @handle. */
static const uint8_t *
scan_mark(TokenScanner *s, const uint8_t *p, int32_t cp, int len, CharClass class)
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
	else if (mark_doubled((uint32_t) cp) != 0 && p + len <= s->end && memcmp(p, start, (size_t) len) == 0)
	{
		/* ‹‹ and ›› are guillemets of a hurried hand */
		p += len;
		cp = (int32_t) mark_doubled((uint32_t) cp);
	}
	else if ((cp == '@' || cp == '#') && token_letter_at(s, p))
	{
		uint64_t	h = VOCAB_HASH_SEED;
		TokenShape		shape = {0};

		do
			p = token_scan_letters(s, p, &h, &shape);
		while (p < s->end && *p == '_' && ++p);
		t = token_add(s, start, p, TOKEN_LINK);
		t->hash = (uint32_t) (vocab_hash_mix(h) >> 32);
		return p;
	}
	t = token_add(s, start, p, class == CHAR_MARK ? TOKEN_PUNCT : TOKEN_SYMBOL);
	t->hash = cp == UTF8_BROKEN ? UTF8_REPLACEMENT : (uint32_t) cp;
	if (class == CHAR_MARK)
	{
		t->mark = (uint8_t) mark_of(t->hash);
		if (p - start > len)
			t->mark = t->mark == MARK_HYPHEN ? MARK_HYPHENS : t->mark == MARK_STOP ? MARK_STOPS : t->mark;
	}
	return p;
}

#define TOKENS_AHEAD 16

/* reserve_ahead makes room for as many tokens as the rest of the text has when it goes on as it began. */
static void
reserve_ahead(TokenScanner *s, const uint8_t *p)
{
	uint64_t	rest = (uint64_t) s->tokens->n * (uint64_t) (s->end - p) / (uint64_t) (p - s->text + 1);

	if (s->tokens->n > 0 && rest > TOKENS_AHEAD)
		nt_reserve(s->cx, s->tokens, s->tokens->n + (uint32_t) rest + TOKENS_AHEAD);
}

/* put_end puts the tokens behind the last one, and gives back the room that was not needed. */
static void
put_end(TokenScanner *s)
{
	const NtToken end = {.start = (uint32_t) (s->end - s->text), .end = (uint32_t) (s->end - s->text)};

	for (int i = 0; i < TOKENS_BEHIND; i++)
		*nt_push(s->cx, s->tokens) = end;
	nt_array_fit(s->cx, s->tokens);
	s->tokens->n -= TOKENS_BEHIND;
}

/*
 * token_scan cuts len bytes of text into tokens, in text order, with
 * TOKENS_BEHIND empty ones behind the last that n does not count.
 * Bytes that are no UTF-8 become symbols.  Time and memory are linear.
 */
void
token_scan(NtContext *cx, const NtVocab *vocab, const char *text, uint32_t len, NtTokens *tokens)
{
	TokenScanner		s;
	const uint8_t *p = (const uint8_t *) text;

	s.cx = cx;
	s.vocab = vocab;
	s.text = p;
	s.end = p + len;
	s.tokens = tokens;
	s.pending = TOKEN_SPACE | TOKEN_LINE | TOKEN_PARAGRAPH;
	s.n_late = 0;
	nt_reserve(cx, tokens, len / 5 + 16);
	while (p < s.end)
	{
		int32_t		cp;
		int			clen;
		CharClass	class;

		nt_tick(cx);
		if (*p == ' ')
		{
			s.pending |= TOKEN_SPACE;
			p++;
			continue;
		}
		if (tokens->n == tokens->cap)
			reserve_ahead(&s, p);
		class = token_class_at(&s, p, &cp, &clen);
		switch (class)
		{
			case CHAR_SPACE:
				if (cp == '\n' || cp == 0x2029 || (cp == '\r' && !(p + 1 < s.end && p[1] == '\n')))
					s.pending |= s.pending & TOKEN_LINE ? TOKEN_PARAGRAPH : TOKEN_LINE;
				s.pending |= TOKEN_SPACE;
				p += clen;
				break;
			case CHAR_LETTER:
				p = token_scan_word(&s, p);
				break;
			case CHAR_DIGIT:
				p = scan_number(&s, p);
				break;
			default:
				p = scan_mark(&s, p, cp, clen, class);
		}
	}
	token_find_words(&s);
	put_end(&s);
}
