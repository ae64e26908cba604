/*
 * name_own.c -- the names of the user's own lexicon, in an article.
 *
 *     lexicon:  org: Harbour Trust | HT      stop: Breaking News
 *
 *     Breaking News: HT sells ...     the model: [org Breaking News] [org HT]
 *                                     with the lexicon: [org Harbour Trust]
 *
 * Every place that the lexicon matches goes before the mentions that it
 * overlaps, unless one of these holds it wholly and more (a lexicon's "Vogt"
 * inside "Vogt Foundation").  A stop entry takes out what it overlaps and
 * leaves nothing.
 */
#include "name/name.h"

#include "name/name_score.h"
#include "know/lexicon.h"

#include <string.h>

/* own_matches lists the lexicon's matches; for stop entries the kind is 0. */
static void
own_matches(NtArticle *article, NtMentions *matches)
{
	for (uint32_t s = 0; s < article->sentences.n; s++)
	{
		const NtSentence *sentence = &article->sentences.at[s];

		for (uint32_t i = sentence->first; i < sentence->last;)
		{
			uint32_t	entry = 0;
			uint32_t	n = lexicon_match(article->own, article->text, article->tokens.at, i, sentence->last, &entry);
			NtMention  *m;

			nt_tick(article->cx);
			if (n == 0)
			{
				i++;
				continue;
			}
			m = mention_add(article, matches, i, i + n, article->own->entries.at[entry].kind, 0, REASON_OWN, SURE_OWN);
			m->own = entry + 1;
			i += n;
		}
	}
}

static bool
holds(const NtMention *outer, const NtMention *inner)
{
	return outer->first <= inner->first && outer->last >= inner->last &&
		outer->last - outer->first > inner->last - inner->first;
}

void
own_apply(NtNameFinder *f)
{
	NtArticle  *article = f->article;
	NtMentions	matches = {0};
	NtMentions	all = {0};
	uint32_t	k = 0;

	if (article->own == NULL)
		return;
	own_matches(article, &matches);
	if (matches.n == 0)
		return;
	for (uint32_t i = 0; i < matches.n; i++)
	{
		const NtMention *own = &matches.at[i];
		bool		inside = false;

		nt_tick(article->cx);
		while (k < article->mentions.n && article->mentions.at[k].last <= own->first)
			*nt_push(article->cx, &all) = article->mentions.at[k++];
		if (k < article->mentions.n && holds(&article->mentions.at[k], own) && own->kind != LEXICON_STOP)
			inside = true;
		while (!inside && k < article->mentions.n && article->mentions.at[k].first < own->last)
			k++;
		if (!inside && own->kind != LEXICON_STOP)
			*nt_push(article->cx, &all) = *own;
	}
	while (k < article->mentions.n)
		*nt_push(article->cx, &all) = article->mentions.at[k++];
	nt_array_release(article->cx, &matches);
	nt_array_release(article->cx, &article->mentions);
	article->mentions.at = all.at;
	article->mentions.n = all.n;
	article->mentions.cap = all.cap;
}
