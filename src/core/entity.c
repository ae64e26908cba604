#include "article.h"

void
entity_link(NtArticle *article)
{
	(void) article;
}
