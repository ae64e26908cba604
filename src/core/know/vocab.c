/*
 * vocab.c -- opens the vocabulary's sections and checks every index in them.
 */
#include "know/vocab.h"

#include "base/utf8.h"

#include <string.h>

uint64_t
vocab_hash(const char *folded, size_t len)
{
	uint64_t	h = VOCAB_HASH_SEED;

	for (size_t i = 0; i < len; i++)
		h = (h ^ (uint8_t) folded[i]) * VOCAB_HASH_PRIME;
	return vocab_hash_mix(h);
}

uint32_t
vocab_lookup(const NtVocab *vocab, const char *word, size_t len)
{
	char		folded[UTF8_FOLD_ROOM(64)];

	if (len > 64)
		return 0;
	return vocab_find(vocab, vocab_hash(folded, utf8_fold(word, len, folded)));
}

/*
 * check_slots makes sure that a table is a power of two, points only at
 * records that exist, and has an empty slot, at which every search ends.
 */
static uint32_t
check_slots(NtContext *cx, const char *id, const uint32_t *slots, uint32_t n, uint32_t records)
{
	uint32_t	empty = 0;

	if (n == 0 || (n & (n - 1)) != 0)
		nt_raise(cx, NT_ERROR_MODEL, "section %s is not a power of two", id);
	for (uint32_t i = 0; i < n; i++)
	{
		if ((slots[i] & VOCAB_NUMBER_MAX) >= records)
			nt_raise(cx, NT_ERROR_MODEL, "section %s points outside the records", id);
		empty += slots[i] == 0;
	}
	if (empty == 0)
		nt_raise(cx, NT_ERROR_MODEL, "section %s is full", id);
	return n - 1;
}

/*
 * vocab_open fills *vocab from the model's sections.  Every string offset and
 * record index is checked here, so that look-ups need not.
 */
void
vocab_open(NtContext *cx, NtVocab *vocab, const NtModel *model)
{
	uint32_t	n;

	vocab->strings = model_section(cx, model, "strings", 1, &vocab->strings_len);
	vocab->words = model_section(cx, model, "words", sizeof(NtWord), &vocab->n_words);
	vocab->phrases = model_section(cx, model, "phrases", sizeof(NtPhrase), &vocab->n_phrases);
	vocab->readings = model_section(cx, model, "readings", sizeof(NtReading), &vocab->n_readings);
	vocab->entries = model_section(cx, model, "entries", sizeof(NtEntry), &vocab->n_entries);

	if (vocab->strings_len == 0 || vocab->strings[0] != '\0' ||
		vocab->strings[vocab->strings_len - 1] != '\0')
		nt_raise(cx, NT_ERROR_MODEL, "section strings is not terminated");
	if (vocab->n_words == 0 || vocab->n_phrases == 0 || vocab->n_entries == 0)
		nt_raise(cx, NT_ERROR_MODEL, "vocabulary has no records");

	vocab->slots = model_section(cx, model, "wordslot", sizeof(uint32_t), &n);
	vocab->slot_mask = check_slots(cx, "wordslot", vocab->slots, n, vocab->n_words);
	vocab->phrase_slots = model_section(cx, model, "phraslot", sizeof(uint32_t), &n);
	vocab->phrase_slot_mask = check_slots(cx, "phraslot", vocab->phrase_slots, n, vocab->n_phrases);

	for (uint32_t i = 0; i < vocab->n_words; i++)
		if (vocab->words[i].text >= vocab->strings_len ||
			vocab->words[i].phrase_max > VOCAB_PHRASE_WORDS)
			nt_raise(cx, NT_ERROR_MODEL, "word %u is damaged", i);
	for (uint32_t i = 0; i < vocab->n_phrases; i++)
		if (vocab->phrases[i].reading > vocab->n_readings ||
			vocab->phrases[i].readings > vocab->n_readings - vocab->phrases[i].reading)
			nt_raise(cx, NT_ERROR_MODEL, "phrase %u is damaged", i);
	for (uint32_t i = 0; i < vocab->n_readings; i++)
		if (vocab->readings[i].entry >= vocab->n_entries)
			nt_raise(cx, NT_ERROR_MODEL, "reading %u is damaged", i);
	for (uint32_t i = 0; i < vocab->n_entries; i++)
		if (vocab->entries[i].name >= vocab->strings_len ||
			vocab->entries[i].id >= vocab->strings_len ||
			vocab->entries[i].kind > ENTITY_KIND_MAX)
			nt_raise(cx, NT_ERROR_MODEL, "entry %u is damaged", i);
}

bool
vocab_is_country(const NtVocab *vocab, uint32_t entry)
{
	static const char scheme[] = "iso3166:";

	return entry != 0 && strncmp(vocab_string(vocab, vocab->entries[entry].id), scheme, sizeof(scheme) - 1) == 0;
}
