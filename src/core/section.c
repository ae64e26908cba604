#include "article.h"

void
section_find(NtArticle *article)
{
	(void) article;
}
