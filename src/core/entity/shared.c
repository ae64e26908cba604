/*
 * shared.c -- short names that many bodies have.
 *
 *     The Coast Guard ... U.S. ports       the American one
 *     The Coast Guard ... Manila           whatever the article calls so
 *
 * A list may open a short name to one body only where something else in the
 * article speaks for it: a place, a people or another body of its country.  Such
 * names are marked ("~Coast Guard" in data/en/gazetteer), and acronyms of bodies that
 * few know outside their country are taken so without a mark.  Where nothing speaks
 * for it the name stays as it is written, and joins what the article calls by it.
 */
#include "entity/shared.h"

#include "know/knowledge.h"
#include "name/mention.h"

#define KNOWN_BODY 600000		/* weight of a body that its acronym means everywhere */
/* reading_of returns the reading by which a mention is its entry, NULL: its words are no phrase. */
static const NtReading *
reading_of(const NtArticle *article, const NtMention *m)
{
	const NtVocab *vocab = article_vocab(article);
	uint64_t	hash = PHRASE_HASH_SEED;
	const NtPhrase *p;
	uint32_t	phrase;

	if (m->last - m->first > VOCAB_PHRASE_WORDS)
		return NULL;
	for (uint32_t i = m->first; i < m->last; i++)
		hash = phrase_hash_add(hash, token_phrase_word(&article->tokens.at[i]));
	if ((phrase = vocab_find_phrase(vocab, hash)) == 0)
		return NULL;
	p = &vocab->phrases[phrase];
	for (uint32_t i = 0; i < p->readings; i++)
		if (vocab->readings[p->reading + i].entry == m->entry)
			return &vocab->readings[p->reading + i];
	return NULL;
}

/* is_shared: the name may be another's. */
static bool
is_shared(const NtArticle *article, const NtMention *m)
{
	const NtReading *r;

	if (m->entry == 0 || m->own != 0 || m->kind == ENTITY_PERSON || m->kind == ENTITY_NORP || m->kind == ENTITY_GPE || m->kind == ENTITY_LOC)
		return false;
	r = reading_of(article, m);
	return r != NULL && (r->shared || (!r->preferred && m->kind == ENTITY_ORG && article_vocab(article)->entries[m->entry].weight < KNOWN_BODY));
}

/* countries_count counts how often the article names places, peoples and bodies of each country. */
static void
countries_count(const NtArticle *article, uint32_t *named)
{
	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		const NtMention *m = &article->mentions.at[i];
		int			country = m->entry != 0 && m->kind != ENTITY_PERSON ? vocab_country(article_vocab(article)->entries[m->entry].country) : -1;

		nt_tick(article->cx);
		if (country >= 0 && !is_shared(article, m))
			named[country]++;
	}
}

/* is_thing: what is no name of a body elsewhere: the CCTV of a shop, where nothing is Chinese. */
static bool
is_thing(const NtArticle *article, const NtMention *m)
{
	return m->last - m->first == 1 && token_is(article_vocab(article), &article->tokens.at[m->first], LEX_NO_NAME);
}

void
shared_forget(NtArticle *article)
{
	uint32_t	named[VOCAB_COUNTRIES] = {0};
	bool		counted = false;
	uint32_t	kept = 0;

	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		NtMention  *m = &article->mentions.at[i];
		int			country;

		nt_tick(article->cx);
		if (kept != i)
			article->mentions.at[kept] = *m;
		m = &article->mentions.at[kept++];
		if (!is_shared(article, m))
			continue;
		if (!counted)
			countries_count(article, named);
		counted = true;
		country = vocab_country(article_vocab(article)->entries[m->entry].country);
		if (country >= 0 && named[country] > 0)
			continue;
		if (is_thing(article, m))
			kept--;
		else
			mention_set(article, m, m->kind, 0, REASON_SHARED);
	}
	article->mentions.n = kept;
}
