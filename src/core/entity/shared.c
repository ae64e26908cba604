/*
 * shared.c -- short names that many bodies have.
 *
 *     The Coast Guard ... U.S. ports       the American one
 *     The Coast Guard ... Manila           whatever the article calls so
 *     Detroit ... the Tigers               the Detroit Tigers
 *     Mansfield High ... the Tigers        the school's
 *
 * A list may open a short name to one body only where something else in the
 * article speaks for it: a place, a people or another body of its country.  Such
 * names are marked ("~Coast Guard" in data/en/gazetteer), and acronyms of bodies that
 * few know outside their country are taken so without a mark.  Where nothing speaks
 * for it the name stays as it is written, and joins what the article calls by it.
 *
 * Nicknames of teams that schools of the same country have too ("~~Tigers") ask
 * for more: the article must write what their team's full name begins with, or
 * speak so for another of them.
 */
#include "entity/shared.h"

#include "know/knowledge.h"
#include "name/mention.h"

#include <string.h>

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
	return r != NULL && (r->shared != SHARED_NOT || (!r->preferred && m->kind == ENTITY_ORG && article_vocab(article)->entries[m->entry].weight < KNOWN_BODY));
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

/* ---- nicknames that schools have too ------------------------------------------ */

static bool
is_nickname(const NtArticle *article, const NtMention *m)
{
	const NtReading *r = m->entry != 0 && m->kind == ENTITY_ORG && m->own == 0 ? reading_of(article, m) : NULL;

	return r != NULL && r->shared == SHARED_AT_HOME;
}

/* written_words returns a bit for each word of the vocabulary: the article writes it with a capital. */
static uint8_t *
written_words(const NtArticle *article)
{
	uint8_t    *written = nt_alloc0(article->cx, article_vocab(article)->n_words / 8 + 1);

	for (uint32_t i = 0; i < article->tokens.n; i++)
	{
		const NtToken *t = &article->tokens.at[i];

		nt_tick(article->cx);
		if (t->flags & TOKEN_CAPITAL)
			written[t->word / 8] |= (uint8_t) (1 << t->word % 8);
	}
	return written;
}

/* place_written: the first word of a team's full name. */
static bool
place_written(const NtArticle *article, const uint8_t *written, uint32_t entry)
{
	const NtVocab *vocab = article_vocab(article);
	const char *name = vocab_string(vocab, vocab->entries[entry].name);
	uint32_t	word = vocab_lookup(vocab, name, strcspn(name, " "));

	return word != 0 && (written[word / 8] >> word % 8 & 1);
}

/* nicknames_meant: the article speaks for one of the teams. */
static bool
nicknames_meant(const NtArticle *article)
{
	uint8_t    *written = NULL;
	uint32_t	last = 0;
	bool		meant = false;

	for (uint32_t i = 0; i < article->mentions.n && !meant; i++)
	{
		const NtMention *m = &article->mentions.at[i];

		nt_tick(article->cx);
		if (m->entry == last || !is_nickname(article, m))
			continue;
		if (written == NULL)
			written = written_words(article);
		last = m->entry;
		meant = place_written(article, written, m->entry);
	}
	if (written != NULL)
		nt_release(article->cx, written, article_vocab(article)->n_words / 8 + 1);
	return meant;
}

/* ---- all of them ----------------------------------------------------------------- */

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
	bool		nicknames = false;
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
		{
			countries_count(article, named);
			nicknames = nicknames_meant(article);
		}
		counted = true;
		country = vocab_country(article_vocab(article)->entries[m->entry].country);
		if (country >= 0 && named[country] > 0 && (nicknames || !is_nickname(article, m)))
			continue;
		if (is_thing(article, m))
			kept--;
		else
			mention_set(article, m, m->kind, 0, REASON_SHARED);
	}
	article->mentions.n = kept;
}
