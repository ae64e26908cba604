/*
 * language.h -- which language an article is written in (language.c).
 */
#ifndef NEWSTEXT_LANGUAGE_H
#define NEWSTEXT_LANGUAGE_H

#include "know/model.h"
#include "text/token.h"

#define LANGUAGE_MAX 64
#define FUNCTION_WORDS_MAX 16384

/* A function word, and the languages that have it. */
typedef struct NtFunctionWord
{
	uint32_t	hash;			/* NtToken.hash */
	uint32_t	reserved;
	uint64_t	languages;		/* bit n: the n-th code */
} NtFunctionWord;

typedef struct NtLanguages
{
	const NtFunctionWord *words;	/* by hash */
	uint32_t	n;
	const char (*codes)[4];		/* ISO 639-1 */
	uint32_t	n_codes;
	uint32_t	english;		/* number of "en" */
} NtLanguages;

extern void language_open(NtContext *cx, NtLanguages *languages, const NtModel *model);

/*
 * language_find returns the ISO 639-1 code of the language of these tokens, NULL:
 * too little tells, or it is none of those that are known.  *foreign: it is not English.
 */
extern const char *language_find(NtContext *cx, const NtLanguages *languages, const NtVocab *vocab, const char *text,
								 const NtTokens *tokens, bool *foreign);

#endif
