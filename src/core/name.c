#include "article.h"

void
name_find(NtArticle *article)
{
	(void) article;
}
