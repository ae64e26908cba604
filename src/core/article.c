/*
 * article.c -- runs the stages in order, each once.
 */
#include "article.h"

#include <string.h>

/*
 * knowledge_open opens a model file's bytes, which must stay mapped as long
 * as *know is used.  Raises NT_ERROR_MODEL.
 */
void
knowledge_open(NtContext *cx, NtKnowledge *know, const void *bytes, uint64_t size)
{
	memset(know, 0, sizeof(*know));
	model_open(cx, &know->model, bytes, size);
	vocab_open(cx, &know->vocab, &know->model);
	date_grammar_open(cx, &know->dates, &know->model, &know->vocab);
	name_words_open(&know->name_words, &know->vocab);
	cue_open(cx, &know->cues, &know->model, &know->vocab);
	quote_model_open(cx, &know->quotes, &know->model, &know->vocab);
	tagger_open(cx, &know->tagger, &know->model, &know->vocab);
}

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
