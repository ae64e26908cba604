/*
 * reading.c -- which of several places of the same name is meant.
 *
 *     A fire in Paris, Texas, killed ...      the Paris of the United States
 *     Police in Kingston, the capital of Jamaica, ...    not Kingston, Ontario
 *
 * The gazetteer lists the readings of a name by population; the first is
 * taken, unless
 *   - the mention is followed by a comma and a place of another country that
 *     has a reading too;
 *   - the article names the country of another reading, and never that of the
 *     first, and the first is not DOMINANT times as large.
 *
 * A name alone (reading_default) means the first reading of its kind.  A reading
 * counts as a link only for the kind that the article gave the entity, so
 * that "European" gets no mine of that name.
 */
#include "entity/reading.h"

#include <string.h>

#define DOMINANT 20				/* times as many people: nothing near makes it the other */
#define COUNTRIES (26 * 26)

static bool
is_place(int kind)
{
	return kind == ENTITY_GPE || kind == ENTITY_LOC || kind == ENTITY_FAC;
}

/* phrase_of returns the phrase that these tokens are, NULL when they are none. */
static const NtPhrase *
phrase_of(const NtVocab *vocab, const NtToken *tokens, uint32_t n)
{
	uint64_t	hash = PHRASE_HASH_SEED;
	uint32_t	phrase;

	if (n == 0 || n > VOCAB_PHRASE_WORDS || vocab->words[tokens[0].word].phrase_max < n)
		return NULL;
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	word = token_phrase_word(&tokens[i]);

		if (word == 0)
			return NULL;
		hash = phrase_hash_add(hash, word);
	}
	phrase = vocab_find_phrase(vocab, hash);
	return phrase != 0 && vocab->phrases[phrase].words == n ? &vocab->phrases[phrase] : NULL;
}

static const NtPhrase *
phrase_of_name(NtContext *cx, const NtVocab *vocab, const char *name, size_t len)
{
	NtTokens	tokens = {0};

	if (len == 0 || len > 256)
		return NULL;
	token_scan(cx, vocab, name, (uint32_t) len, &tokens);
	return phrase_of(vocab, tokens.at, tokens.n);
}

uint32_t
reading_default(NtContext *cx, const NtVocab *vocab, int kind, const char *name, size_t len)
{
	const NtPhrase *p = phrase_of_name(cx, vocab, name, len);
	uint32_t	other = 0;

	if (p == NULL)
		return 0;
	for (uint32_t i = 0; i < p->readings; i++)
	{
		const NtReading *r = &vocab->readings[p->reading + i];

		if (vocab->entries[r->entry].kind != kind)
			continue;
		if (r->preferred)
			return r->entry;
		if (other == 0)
			other = r->entry;
	}
	return other;
}

uint32_t
reading_with_id(NtContext *cx, const NtVocab *vocab, const char *name, size_t len,
			   const char *id, size_t id_len)
{
	const NtPhrase *p = phrase_of_name(cx, vocab, name, len);

	if (p == NULL || id_len == 0)
		return 0;
	for (uint32_t i = 0; i < p->readings; i++)
	{
		uint32_t	entry = vocab->readings[p->reading + i].entry;
		const char *have = vocab_string(vocab, vocab->entries[entry].id);

		if (strlen(have) == id_len && memcmp(have, id, id_len) == 0)
			return entry;
	}
	return 0;
}

static int
country_index(const NtEntry *e)
{
	int			a = e->country[0] - 'A';
	int			b = e->country[1] - 'A';

	return a >= 0 && a < 26 && b >= 0 && b < 26 ? a * 26 + b : -1;
}

/* country_after returns the country of a place after a comma, -1: none. */
static int
country_after(const NtArticle *article, uint32_t mention)
{
	const NtMention *m = &article->mentions.at[mention];
	const NtMention *next = m + 1;

	if (mention + 1 >= article->mentions.n || next->entry == 0 || !is_place(next->kind) ||
		next->first != m->last + 1 || !token_is_mark(&article->tokens.at[m->last], ','))
		return -1;
	return country_index(&article_vocab(article)->entries[next->entry]);
}

/* of_country returns the first place of a country among a name's readings, 0: none. */
static uint32_t
of_country(const NtVocab *vocab, const NtPhrase *p, int country)
{
	for (uint32_t i = 0; i < p->readings; i++)
	{
		uint32_t	entry = vocab->readings[p->reading + i].entry;
		const NtEntry *e = &vocab->entries[entry];

		if (is_place(e->kind) && country_index(e) == country)
			return entry;
	}
	return 0;
}

/* of_named_country returns the first reading whose country the article names. */
static uint32_t
of_named_country(const NtVocab *vocab, const NtPhrase *p, uint32_t entry, const bool *named)
{
	uint32_t	weight = vocab->entries[entry].weight;

	for (uint32_t i = 0; i < p->readings; i++)
	{
		uint32_t	other = vocab->readings[p->reading + i].entry;
		const NtEntry *e = &vocab->entries[other];
		int			country = country_index(e);

		if (is_place(e->kind) && country >= 0 && named[country] && e->weight >= weight / DOMINANT)
			return other;
	}
	return entry;
}

void
reading_choose_places(NtArticle *article)
{
	const NtVocab *vocab = article_vocab(article);
	bool		named[COUNTRIES] = {false};

	/* countries named as such: by the country's or its people's own name */
	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		const NtMention *m = &article->mentions.at[i];
		const NtEntry *e = &vocab->entries[m->entry];

		nt_tick(article->cx);
		if (m->entry != 0 && country_index(e) >= 0 &&
			strncmp(vocab_string(vocab, e->id), "iso3166", 7) == 0)
			named[country_index(e)] = true;
	}
	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		NtMention  *m = &article->mentions.at[i];
		const NtPhrase *p;
		int			country;
		uint32_t	chosen = 0;

		nt_tick(article->cx);
		if (m->entry == 0 || vocab->entries[m->entry].kind != ENTITY_GPE || m->kind != ENTITY_GPE)
			continue;
		p = phrase_of(vocab, &article->tokens.at[m->first], m->last - m->first);
		if (p == NULL || p->readings < 2)
			continue;
		country = country_after(article, i);
		if (country >= 0)
			chosen = of_country(vocab, p, country);
		if (chosen == 0 && country_index(&vocab->entries[m->entry]) >= 0 &&
			!named[country_index(&vocab->entries[m->entry])])
			chosen = of_named_country(vocab, p, m->entry, named);
		if (chosen != 0)
			m->entry = chosen;
	}
}
