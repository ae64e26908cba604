/*
 * quote_model.c -- opens the trained weights of quotations, and the words that grammar knows by themselves.
 */
#include "quote/quote_model.h"

#include "quote/quote_pos.h"

#include <string.h>

static const int8_t *
open_table(NtContext *cx, const NtModel *file, const char *id, uint32_t width, int bits)
{
	uint32_t	n;
	const int8_t *rows = model_section(cx, file, id, width, &n);

	if (n != 1u << bits)
		nt_raise(cx, NT_ERROR_MODEL, "section %s has %u rows", id, n);
	return rows;
}

uint32_t
quote_word_hash(const char *word)
{
	return (uint32_t) (vocab_hash(word, strlen(word)) >> 32);
}

static void
hash_words(const char *const *words, size_t n, uint32_t *hashes)
{
	for (size_t i = 0; i < n; i++)
		hashes[i] = quote_word_hash(words[i]);
}

void
quote_model_open(NtContext *cx, QuoteModel *model, const NtModel *file, const NtVocab *vocab)
{
	static const char *const ids[SPAN_MODELS] = {
#define SPAN_SECTION(symbol, section) [symbol] = section,
		QUOTE_SPAN_TABLES(SPAN_SECTION)
#undef SPAN_SECTION
	};
	static const char *const titles[QUOTE_TITLES][2] = QUOTE_TITLE_ROLES;
	uint32_t	n;

	model->pos = open_table(cx, file, "quoteTAG", QUOTE_POS_WIDTH, QUOTE_POS_BITS);
	model->cue = open_table(cx, file, "quoteCUE", QUOTE_CUE_WIDTH, QUOTE_CUE_BITS);
	for (int i = 0; i < SPAN_MODELS; i++)
		model->span[i] = open_table(cx, file, ids[i], 1, QUOTE_SPAN_BITS);
	model->usual = model_section(cx, file, "quoteUSU", sizeof(*model->usual), &n);
	if (n != vocab->n_words)
		nt_raise(cx, NT_ERROR_MODEL, "section quoteUSU is not parallel to the words");
	model->odds = model_section(cx, file, "quoteODD", sizeof(*model->odds), &n);
	if (n != QUOTE_KIND_MAX + 1)
		nt_raise(cx, NT_ERROR_MODEL, "section quoteODD has %u rows", n);
	for (uint32_t i = 0; i < QUOTE_TITLES; i++)
		model->titles[i] = (QuoteTitle) {quote_word_hash(titles[i][0]), quote_word_hash(titles[i][1])};
#define QUOTE_WORD_HASH(field, words) \
	hash_words((const char *const[]) words, sizeof(model->field) / sizeof(*model->field), model->field);
	QUOTE_WORD_LISTS(QUOTE_WORD_HASH)
#undef QUOTE_WORD_HASH
	for (uint32_t i = 0; i < vocab->n_words; i++)
		if (model->usual[i][0] > POS_LEARNED || model->usual[i][1] > POS_LEARNED)
			nt_raise(cx, NT_ERROR_MODEL, "word %u has no such part of speech", i);
}
