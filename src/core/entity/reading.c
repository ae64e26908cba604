/*
 * reading.c -- which thing a name means, when only the name is given.
 *
 *     gpe:Paris                          Paris, France: the gazetteer's first reading of that kind
 *     gpe:Paris <geonames:4717560>       Paris, Texas: the place of that name with that id
 *     gpe:Tennessee Colony               the only place of the table that is so named
 *
 * What an article means by a name is chosen by all that it says
 * (place_choose.c).  A reading counts only for the kind that the article gave
 * the entity, so that "European" gets no mine of that name.
 */
#include "entity/reading.h"

#include "entity/place.h"

#include <stdio.h>
#include <string.h>

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
	if (n == 1 && (phrase = token_dotted(vocab, tokens)) != 0)
		return &vocab->phrases[phrase];
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

/* entry_default returns the gazetteer's first reading of a kind, those first that it is the preferred name of. */
static uint32_t
entry_default(NtContext *cx, const NtVocab *vocab, int kind, const char *name, size_t len)
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
		if (other == 0 && !r->shared)
			other = r->entry;
	}
	return other;
}

static bool
has_id(const NtVocab *vocab, uint32_t entry, const char *id, size_t len)
{
	const char *have = vocab_string(vocab, vocab->entries[entry].id);

	return strlen(have) == len && memcmp(have, id, len) == 0;
}

static uint32_t
entry_with_id(const NtVocab *vocab, const NtPhrase *p, const char *id, size_t len)
{
	for (uint32_t i = 0; p != NULL && i < p->readings && len > 0; i++)
		if (has_id(vocab, vocab->readings[p->reading + i].entry, id, len))
			return vocab->readings[p->reading + i].entry;
	return 0;
}

uint32_t
reading_entry(const NtVocab *vocab, const NtToken *tokens, uint32_t n, const char *id)
{
	return entry_with_id(vocab, phrase_of(vocab, tokens, n), id, strlen(id));
}

NtMeaning
reading_default(NtContext *cx, const NtKnowledge *know, int kind, const char *name, size_t len)
{
	NtMeaning	m = {entry_default(cx, &know->vocab, kind, name, len), 0};
	uint32_t	key;
	uint32_t	n;
	uint32_t	first;

	if (!kind_is_place(kind))
		return m;
	key = place_key(name, len);
	first = places_find(&know->places, key, &n);
	if (m.entry != 0)
		m.place = places_of_entry(&know->places, key, m.entry);
	else if (n == 1 && key != 0)
		m.place = first;
	return m;
}

NtMeaning
reading_with_id(NtContext *cx, const NtKnowledge *know, const char *name, size_t len, const char *id, size_t id_len)
{
	NtMeaning	m = {entry_with_id(&know->vocab, phrase_of_name(cx, &know->vocab, name, len), id, id_len), 0};

	m.place = places_with_id(&know->places, place_key(name, len), id, id_len);
	if (m.entry != 0 && !kind_is_place(know->vocab.entries[m.entry].kind))
		m.place = 0;
	return m;
}

void
reading_id(const NtKnowledge *know, NtMeaning meaning, char id[PLACE_ID_ROOM])
{
	id[0] = '\0';
	if (meaning.entry != 0)
		snprintf(id, PLACE_ID_ROOM, "%s", vocab_string(&know->vocab, know->vocab.entries[meaning.entry].id));
	else if (meaning.place != 0)
		place_id(&know->places, meaning.place, id);
}
