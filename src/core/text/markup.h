/*
 * markup.h -- the text of a body that holds markup (markup.c).
 *
 * All stages read the clean text; its offsets are turned into those of the
 * stored body once, at the end, by markup_start() and markup_end().
 */
#ifndef NEWSTEXT_MARKUP_H
#define NEWSTEXT_MARKUP_H

#include "base/calendar.h"
#include "base/context.h"

/* What the markup says a block of text is. */
typedef enum NtBlockRole
{
	BLOCK_TEXT,					/* nothing: its words decide */
	BLOCK_HEADLINE,
	BLOCK_SUBHEADING,
	BLOCK_BYLINE,
	BLOCK_CAPTION,
	BLOCK_QUOTATION,
	BLOCK_TURN,					/* >> of captions: another begins to speak */
	BLOCK_ITEM
} NtBlockRole;

typedef struct NtBlock
{
	uint32_t	at;				/* where it begins in the clean text */
	uint8_t		role;			/* NtBlockRole */
} NtBlock;

/* Bytes of the clean text from here to the next run, and where they stand in the body. */
typedef struct NtTextRun
{
	uint32_t	clean;
	uint32_t	body;
	uint32_t	written;		/* bytes of the body that all of it stands for; 0: byte for byte */
} NtTextRun;

/* A stretch of the body that is no part of the article. */
typedef struct NtCut
{
	uint32_t	start;			/* bytes of the body */
	uint32_t	end;
} NtCut;

typedef struct NtMarkup
{
	NtArray(NtTextRun) runs;		/* none: the clean text is the body */
	NtArray(NtBlock) blocks;
	NtArray(NtCut) cuts;		/* boilerplate of a whole page */
	NtDay		day;			/* of the first <time datetime>, NT_DAY_NONE */
} NtMarkup;

/*
 * markup_read returns the clean text of a body and its length: the body itself
 * when it holds no markup, else one made in the context's memory.
 */
extern const char *markup_read(NtContext *cx, const char *body, uint32_t body_len, NtMarkup *markup, uint32_t *len);

/* markup_role returns what the markup says that the text at an offset of the clean text is. */
extern NtBlockRole markup_role(const NtMarkup *markup, uint32_t at);

/* Where in the body a span of the clean text begins and ends; start < end. */
extern uint32_t markup_start(const NtMarkup *markup, uint32_t start);
extern uint32_t markup_end(const NtMarkup *markup, uint32_t end);

#endif
