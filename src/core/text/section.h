/*
 * section.h -- what the files that find sections share (section.c tells the
 * algorithm).
 */
#ifndef NEWSTEXT_SECTION_H
#define NEWSTEXT_SECTION_H

#include "article.h"

#define MAX_HEADLINE 34			/* tokens; longer blocks are paragraphs */
#define MAX_SUBHEADING 18

/* A paragraph or a line of its own. */
typedef struct Block
{
	uint32_t	first;			/* tokens [first, last) */
	uint32_t	last;
	uint32_t	words;			/* tokens with letters */
	uint8_t		kind;			/* NtSectionKind, 0: a short block to be judged by its place */
	bool		repeated;
	bool		blank_before;	/* a blank line before it */
	uint8_t		flags;			/* SENTENCE_UPPER, SENTENCE_TITLE of its first sentence */
} Block;

typedef NtArray(Block) Blocks;

static inline const NtToken *
section_token(const NtArticle *a, uint32_t i)
{
	return &a->tokens.at[i];
}

/* section_judge.c */
extern void section_judge(const NtArticle *a, Block *b);

/* section_dateline.c */
extern bool section_is_dateline(const NtArticle *a, const Block *b);
extern uint32_t section_inline_dateline(const NtArticle *a, const Block *b);

/* section_pull.c */
extern void section_pull(NtArticle *a, Blocks *blocks);

/* section_place.c */
extern void section_place(const NtArticle *a, Blocks *blocks);

#endif
