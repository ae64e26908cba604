/*
 * analysis.h -- an article of the server, read by the core.
 */
#ifndef NEWSTEXT_ANALYSIS_H
#define NEWSTEXT_ANALYSIS_H

#include "read.h"
#include "base/utf8.h"

#include "read/server_context.h"
#include "read/dictionary.h"
#include "type/types.h"
#include "know/knowledge.h"

/* Longer articles raise PROGRAM_LIMIT_EXCEEDED. */
#define NEWS_ARTICLE_MAX (256 * 1024 * 1024)	/* bytes */

typedef struct NewsAnalysis
{
	NewsContext context;
	NtArticle	article;		/* over UTF-8, or over the bytes of SQL_ASCII */
	NtCharMap	chars;			/* of that text, with its markup */

	const char *body;			/* as the server has it */
	int			body_len;
	uint32	   *char_start;		/* byte of body where each character begins; NULL: see below */
	enum
	{
		BODY_IS_TEXT,			/* the core reads the body itself */
		BODY_SINGLE_BYTE,		/* character n of both is byte n of body */
		BODY_MULTI_BYTE			/* char_start says */
	}			body_form;
	uint64		serial;			/* of the dictionary, 0: none */
	NewsEntityFields *entities;	/* one for each of the article's, made when asked for */
	uint32	   *body_char;		/* character of body for each of the text; NULL: the same */
} NewsAnalysis;

/* For callers who need no names: an analysis made with any dictionary will do. */
#define ANALYSIS_ANY_DICTIONARY ((const NewsDictionary *) -1)

/*
 * analysis_begin returns the analysis of an article (a text), perhaps the one of the
 * call before; article_need() and article_dates() then do what is asked.
 * dictionary may be NULL.  analysis_end says that the caller is through with it.
 */
extern NewsAnalysis *analysis_begin(Datum body, const NewsDictionary *dictionary);
extern void analysis_end(NewsAnalysis *a);

/*
 * Bytes [start, end) of the core's text: where the server's body has them, what
 * is written there, and what it reads as: without markup, white space single.
 */
extern NewsSpan analysis_span(const NewsAnalysis *a, uint32 start, uint32 end);
extern NewsSpan analysis_body_span(const NewsAnalysis *a, uint32 start, uint32 end);	/* of the body's own bytes */
extern NewsBytes analysis_written(const NewsAnalysis *a, uint32 start, uint32 end);
extern NewsBytes analysis_clean(const NewsAnalysis *a, uint32 start, uint32 end);

/* A name in UTF-8, in the server's encoding; false when that lacks a character. */

/* An entity, in the server's encoding; false when it cannot be a news_entity. */
extern bool analysis_entity(NewsAnalysis *a, uint32 entity, NewsEntityFields *f);
extern bool analysis_mention(NewsAnalysis *a, const NtMention *m, NewsEntityFields *f);

#endif
