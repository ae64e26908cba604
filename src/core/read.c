/*
 * read.c -- runs the stages in order, each once.
 */
#include "read.h"

#include "amount/amount_find.h"
#include "base/trace.h"
#include "date/date_find.h"
#include "entity/entity.h"
#include "entity/role.h"
#include "name/name_find.h"
#include "quote/quote_find.h"
#include "text/section_find.h"

#include <string.h>

void
article_open(NtContext *cx, NtArticle *article, const NtKnowledge *know,
			 const char *text, uint32_t len)
{
	memset(article, 0, sizeof(*article));
	article->cx = cx;
	article->know = know;
	article->vocab = &know->vocab;
	article->body = article->text = text;
	article->body_len = article->len = len;
	article->dateline = NT_DAY_NONE;
}

void
article_need(NtArticle *article, NtStage stage)
{
	while (article->done <= (int) stage)
	{
		switch ((NtStage) article->done)
		{
			case STAGE_TEXT:
				article->text = markup_read(article->cx, article->body, article->body_len, &article->markup, &article->len);
				break;
			case STAGE_TOKENS:
				token_scan(article->cx, article_vocab(article), article->text, article->len,
						   &article->tokens);
				break;
			case STAGE_LANGUAGE:
				article->language = language_find(article->cx, &article->know->languages, article_vocab(article),
												  article->text, &article->tokens, &article->foreign);
				if (nt_tracing(article->cx, TRACE_TEXT))
					nt_trace(article->cx, TRACE_TEXT, "language %s%s", article->language != NULL ? article->language : "unknown",
							 article->foreign ? ": not read" : "");
				break;
			case STAGE_SENTENCES:
				sentence_split(article->cx, article_vocab(article), article->text,
							   &article->tokens, &article->sentences);
				nt_array_fit(article->cx, &article->sentences);
				break;
			case STAGE_SECTIONS:
				section_find(article);
				break;
			case STAGE_NAMES:
				name_find(article);
				break;
			case STAGE_ENTITIES:
				entity_link(article);
				break;
			case STAGE_ROLES:
				entity_roles(article);
				break;
			case STAGE_QUOTES:
				if (!article->foreign)
					quote_find(article);
				break;
		}
		article->done++;
	}
}

void
article_dates(NtArticle *article, NtDay published, NtPrefer prefer)
{
	article_need(article, STAGE_SECTIONS);
	article->dates.n = 0;
	if (article->foreign)
		return;
	date_find(article, published != NT_DAY_NONE ? published : article->dateline, prefer);
}

void
article_amounts(NtArticle *article)
{
	if (article->amounts_found)
		return;
	article_need(article, STAGE_SECTIONS);
	if (!article->foreign)
		amount_find(article);
	article->amounts_found = true;
}
