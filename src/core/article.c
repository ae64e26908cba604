/*
 * article.c -- runs the stages in order, each once.
 */
#include "article.h"

#include <string.h>

/*
 * article_open begins to read len bytes of UTF-8, which must stay where they
 * are; nothing is done until a stage is asked for.
 */
void
article_open(NtContext *cx, NtArticle *article, const NtKnowledge *know,
			 const char *text, uint32_t len)
{
	memset(article, 0, sizeof(*article));
	article->cx = cx;
	article->know = know;
	article->text = text;
	article->len = len;
	article->dateline = NT_DAY_NONE;
}

/* article_need runs the stages up to and including this one. */
void
article_need(NtArticle *article, NtStage stage)
{
	while (article->done <= (int) stage)
	{
		switch ((NtStage) article->done)
		{
			case STAGE_TOKENS:
				token_scan(article->cx, article_vocab(article), article->text, article->len,
						   &article->tokens);
				break;
			case STAGE_SENTENCES:
				sentence_split(article->cx, article_vocab(article), article->text,
							   &article->tokens, &article->sentences);
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
			case STAGE_QUOTES:
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
	date_find(article, published != NT_DAY_NONE ? published : article->dateline, prefer);
}
