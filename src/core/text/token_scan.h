/*
 * token_scan.h -- what the files that cut an article into tokens share.
 *
 *     token_class.c    what a character is: letter, digit, mark, symbol, space
 *     token_letters.c  reads letters, hashing their folded form as it goes
 *     token_alike.c    letters of other alphabets that look like Latin ones
 *     token_word.c     reads a word and what may stand inside one
 *     token_english.c  the apostrophe and what is cut off at it: 's, n't
 *     token_stop.c     does the full stop after a word belong to it
 *     token_link.c     URLs and addresses
 *     token.c          goes from one to the next; numbers and marks
 */
#ifndef NEWSTEXT_TOKEN_SCAN_H
#define NEWSTEXT_TOKEN_SCAN_H

#include "text/token.h"
#include "base/utf8.h"

/* What a character is to the tokenizer. */
typedef enum CharClass
{
	CHAR_SPACE,					/* and control characters */
	CHAR_LETTER,
	CHAR_DIGIT,
	CHAR_MARK,
	CHAR_SYMBOL,
	CHAR_HIGH						/* of a byte: not ASCII, see token_class_of() */
} CharClass;

extern const uint8_t token_byte_class[256];
extern CharClass token_class_of(int32_t cp);

/*
 * A look-up waits for memory.  So the slots of a word are fetched when its hash
 * is known, and searched when LATE_WORDS words are behind it.
 */
#define LATE_WORDS 32

typedef struct LateWord
{
	uint64_t	hash;
	uint32_t	token;
} LateWord;

typedef struct TokenScanner
{
	NtContext  *cx;
	const NtVocab *vocab;
	const uint8_t *text;
	const uint8_t *end;
	NtTokens   *tokens;
	uint16_t	pending;		/* TOKEN_SPACE | TOKEN_LINE | TOKEN_PARAGRAPH of the next token */
	uint32_t	n_late;
	LateWord	late[LATE_WORDS];
} TokenScanner;

static inline NtToken *
token_add(TokenScanner *s, const uint8_t *start, const uint8_t *end, NtTokenKind kind)
{
	NtToken    *t = nt_push(s->cx, s->tokens);

	t->start = (uint32_t) (start - s->text);
	t->end = (uint32_t) (end - s->text);
	t->word = 0;
	t->hash = 0;
	t->flags = s->pending;
	t->kind = kind;
	t->mark = MARK_NONE;
	s->pending = 0;
	return t;
}

/* token_find_words finds the words that wait for it. */
static inline void
token_find_words(TokenScanner *s)
{
	for (uint32_t i = 0; i < s->n_late; i++)
		s->tokens->at[s->late[i].token].word = vocab_find(s->vocab, s->late[i].hash);
	s->n_late = 0;
}

/* token_set_hash tells the last token its hash, and looks it up, now or soon. */
static inline void
token_set_hash(TokenScanner *s, uint64_t hash)
{
	s->tokens->at[s->tokens->n - 1].hash = (uint32_t) (hash >> 32);
	__builtin_prefetch(&s->vocab->slots[(uint32_t) hash & s->vocab->slot_mask]);
	s->late[s->n_late++] = (LateWord) {hash, s->tokens->n - 1};
	if (s->n_late == LATE_WORDS)
		token_find_words(s);
}

/*
 * token_class_at decodes the character at p and returns what it is; the end of the
 * text is a space of no length.
 */
static inline CharClass
token_class_at(const TokenScanner *s, const uint8_t *p, int32_t *cp, int *len)
{
	CharClass	class;

	if (p >= s->end)
	{
		*cp = 0;
		*len = 0;
		return CHAR_SPACE;
	}
	class = token_byte_class[*p];
	if (class != CHAR_HIGH)
	{
		*cp = *p;
		*len = 1;
		return class;
	}
	*len = utf8_next(p, s->end, cp);
	return token_class_of(*cp);
}

static inline bool
token_letter_at(const TokenScanner *s, const uint8_t *p)
{
	int32_t		cp;
	int			len;

	return token_class_at(s, p, &cp, &len) == CHAR_LETTER;
}

static inline uint64_t
token_hash_byte(uint64_t h, uint8_t byte)
{
	return (h ^ byte) * VOCAB_HASH_PRIME;
}

/* How the letters of a word were written. */
typedef struct TokenShape
{
	uint32_t	upper;
	uint32_t	lower;
	uint32_t	other;
	bool		first_upper;
	bool		inner_upper;
	bool		foreign;
	bool		digit;
} TokenShape;

/* token_letters.c */
extern uint64_t token_hash_folded(uint64_t h, int32_t cp);
extern const uint8_t *token_scan_letters(const TokenScanner *s, const uint8_t *p, uint64_t *hash, TokenShape *shape);
extern uint16_t token_shape_flags(const TokenShape *shape);

/* token_word.c */
extern const uint8_t *token_scan_word(TokenScanner *s, const uint8_t *p);

/* token_alike.c */
extern bool token_hash_alike(const uint8_t *p, const uint8_t *end, uint64_t *hash);

/* token_english.c */
extern int	token_apostrophe(const TokenScanner *s, const uint8_t *p);
extern int	token_clitic(const TokenScanner *s, const uint8_t *p);
extern bool token_negation_at(const TokenScanner *s, const uint8_t *start, const uint8_t *p, int apostrophe);
extern void token_add_clitic(TokenScanner *s, const uint8_t *start, const uint8_t *end);

/* token_stop.c */
extern bool token_takes_stop(TokenScanner *s, const NtToken *t, const uint8_t *p, bool single_letter);

/* token_link.c */
extern bool token_begins_link(const TokenScanner *s, const uint8_t *start, const uint8_t *p);
extern const uint8_t *token_scan_link(const TokenScanner *s, const uint8_t *p);

#endif
