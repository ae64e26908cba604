#include "article.h"

void
date_find(NtArticle *article, NtDay anchor, NtPrefer prefer)
{
	(void) article;
	(void) anchor;
	(void) prefer;
}
