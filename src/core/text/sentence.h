/*
 * sentence.h -- where sentences begin and end.  A dateline that opens a paragraph
 * is one of its own; section.c cuts it off.
 */
#ifndef NEWSTEXT_SENTENCE_H
#define NEWSTEXT_SENTENCE_H

#include "text/token.h"

typedef struct NtSentence
{
	uint32_t	first;			/* tokens [first, last) */
	uint32_t	last;
	uint32_t	section:30;		/* index of the section that holds it */
	uint32_t	flags:2;		/* SENTENCE_* */
} NtSentence;

/*
 * A sentence is cut after so many tokens, wherever that is: no sentence of
 * prose is as long, and every stage may look over a whole sentence.
 */
#define SENTENCE_TOKENS 600
#define SENTENCE_ROOM 1024		/* footnotes may follow them: fewer than this in all */

#define SENTENCE_UPPER 0x01		/* most of its words are all in capitals */
#define SENTENCE_TITLE 0x02		/* most of its words begin with a capital: Title Case */

/* How an article is written as a whole: whether its capitals mean something. */
typedef enum NtWritten
{
	WRITTEN_MIXED,				/* as usual */
	WRITTEN_SMALL,				/* all in small letters */
	WRITTEN_UPPER,				/* ALL IN CAPITALS */
	WRITTEN_TITLE				/* Every Word With A Capital */
} NtWritten;

typedef struct NtSentences
{
	NtSentence *at;
	uint32_t	n;
	uint32_t	cap;
	uint8_t		written;		/* NtWritten */
} NtSentences;

extern void sentence_split(NtContext *cx, const NtVocab *vocab, const char *text,
						   NtTokens *tokens, NtSentences *sentences);

/* sentence_head.c */
extern void sentence_head(const NtVocab *vocab, NtTokens *tokens);

#endif
