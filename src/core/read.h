/*
 * read.h -- reads an article: the stages, in order, each run once.
 *
 *     bytes -> text -> tokens -> sentences -> sections -> names -> entities -> quotes
 *                                                     |-> dates
 *                                                     \-> amounts
 *
 * A caller opens an article and asks for the stage it needs; article_need runs
 * those that have not run yet.  Each stage reads the flat arrays of the stages
 * before it and writes its own; none goes back.  Dates and amounts need only
 * sections, so that either alone costs no names; quotes need entities.
 *
 * No stage includes this file.
 */
#ifndef NEWSTEXT_READ_H
#define NEWSTEXT_READ_H

#include "article.h"
#include "know/knowledge.h"

typedef enum NtStage
{
	STAGE_TEXT,
	STAGE_TOKENS,
	STAGE_LANGUAGE,
	STAGE_SENTENCES,
	STAGE_SECTIONS,
	STAGE_NAMES,
	STAGE_ENTITIES,
	STAGE_ROLES,
	STAGE_QUOTES
} NtStage;

/*
 * article_open begins to read len bytes of UTF-8, which must stay where they
 * are; nothing is done until a stage is asked for.
 */
extern void article_open(NtContext *cx, NtArticle *article, const NtKnowledge *know,
						 const char *text, uint32_t len);

/* article_need runs the stages up to and including this one. */
extern void article_need(NtArticle *article, NtStage stage);

/*
 * article_dates finds the dates, resolved against published (NT_DAY_NONE: the
 * article's own dateline), and leaves them in article->dates.
 */
extern void article_dates(NtArticle *article, NtDay published, NtPrefer prefer);

/* article_amounts finds how much and how many, once; sections suffice for it. */
extern void article_amounts(NtArticle *article);

#endif
