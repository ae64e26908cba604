/*
 * token.h -- the words, numbers and marks of an article.
 */
#ifndef NEWSTEXT_TOKEN_H
#define NEWSTEXT_TOKEN_H

#include "know/vocab.h"
#include "text/mark.h"

typedef enum NtTokenKind
{
	TOKEN_WORD = 1,				/* letters, with inner ' and, in abbreviations, dots: O'Neill U.S. Mr. */
	TOKEN_CLITIC,				/* 's 're 'll 've 'd 'm n't, split from the word before */
	TOKEN_NUMBER,				/* digits with inner , and . : 2025 1,000 3.5 */
	TOKEN_ALNUM,				/* begins with a digit and has letters: 24th 1990s 9pm 5G */
	TOKEN_PUNCT,				/* one mark, or a run of the same - or . ; hash is its code point, mark its class */
	TOKEN_SYMBOL,				/* currency, emoji, broken bytes; hash is its code point */
	TOKEN_LINK					/* URL, e-mail address, @handle, #tag */
} NtTokenKind;

/* NtToken.flags */
#define TOKEN_SPACE		0x0001	/* white space before it */
#define TOKEN_LINE		0x0002	/* first of its line */
#define TOKEN_PARAGRAPH	0x0004	/* first after a blank line, or of the article */
#define TOKEN_SENTENCE	0x0008	/* first of its sentence (set by sentence.c) */
#define TOKEN_CAPITAL	0x0010	/* begins with a capital letter */
#define TOKEN_UPPER		0x0020	/* two letters or more, all capitals */
#define TOKEN_INNER_CAPITAL 0x0040	/* a capital after a small letter: McCain, iPhone */
#define TOKEN_DOT		0x0080	/* ends in a full stop that belongs to it */
#define TOKEN_INITIAL	0x0100	/* one letter and a full stop: J. */
#define TOKEN_ACRONYM	0x0200	/* letters with full stops: U.S. a.m. */
#define TOKEN_FOREIGN	0x0400	/* holds characters outside ASCII */
#define TOKEN_LETTERS	0x0800	/* letters of a script without capitals (Arabic, Chinese) */

typedef struct NtToken
{
	uint32_t	start;			/* byte offsets into the text, half-open */
	uint32_t	end;
	uint32_t	word;			/* vocabulary number, 0: unknown */
	uint32_t	hash;			/* of the folded form, without a final TOKEN_DOT; PUNCT, SYMBOL: code point */
	uint16_t	flags;
	uint8_t		kind;			/* NtTokenKind */
	uint8_t		mark;			/* NtMark of a TOKEN_PUNCT, else MARK_NONE */
} NtToken;

/*
 * The tokens of an article.  Behind the last one stand TOKENS_BEHIND more that
 * are nothing, of kind 0 at the end of the text: who looks at what follows a
 * token need not ask first whether anything does.
 */
#define TOKENS_BEHIND 3

typedef struct NtTokens
{
	NtToken    *at;
	uint32_t	n;
	uint32_t	cap;
} NtTokens;

extern void token_scan(NtContext *cx, const NtVocab *vocab, const char *text, uint32_t len,
					   NtTokens *tokens);

/* token_classes returns the LEX_BIT()s of a token as it is written. */
static inline uint64_t
token_classes(const NtVocab *vocab, const NtToken *t)
{
	const NtWord *w = &vocab->words[t->word];

	return w->classes | (t->flags & TOKEN_CAPITAL ? w->capital_classes : 0);
}

static inline bool
token_is(const NtVocab *vocab, const NtToken *t, int class)
{
	return (token_classes(vocab, t) & LEX_BIT(class)) != 0;
}

/* token_phrase_word returns what a token is to a phrase (vocab.h), 0: unknown. */
static inline uint32_t
token_phrase_word(const NtToken *t)
{
	if (t->kind == TOKEN_PUNCT || t->kind == TOKEN_SYMBOL)
		return PHRASE_MARK | t->hash;
	return t->word;
}

/* token_dotted returns the phrase of a word with a stop that the lists have as a mark, since there nothing tells that it is the word's: Mass.; 0: none. */
static inline uint32_t
token_dotted(const NtVocab *vocab, const NtToken *t)
{
	if (!(t->flags & TOKEN_DOT) || vocab->words[t->word].phrase_max < 2)
		return 0;
	return vocab_find_phrase(vocab, phrase_hash_add(phrase_hash_add(PHRASE_HASH_SEED, t->word), PHRASE_MARK | '.'));
}

/* token_is_capital tells whether a token is a word with a capital. */
static inline bool
token_is_capital(const NtToken *t)
{
	return t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL) != 0;
}

/* token_begins_line tells whether a token is the first of its line, or of its paragraph. */
static inline bool
token_begins_line(const NtToken *t)
{
	return (t->flags & (TOKEN_LINE | TOKEN_PARAGRAPH)) != 0;
}

/* token_is_mark tells whether a token is this one punctuation mark. */
static inline bool
token_is_mark(const NtToken *t, NtMark mark)
{
	return t->mark == mark;
}

/* token_mark_in tells whether a token is a mark of a set of MARK_BIT()s. */
static inline bool
token_mark_in(const NtToken *t, uint32_t marks)
{
	return (MARK_BIT(t->mark) & marks) != 0;
}

#endif
