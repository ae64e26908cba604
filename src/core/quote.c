#include "article.h"

void
quote_find(NtArticle *article)
{
	(void) article;
}
