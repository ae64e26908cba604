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
	static const char *const be[QUOTE_BE_FORMS] = QUOTE_BE;
	static const char *const quoters[QUOTE_QUOTER_WORDS] = QUOTE_QUOTERS;
	static const char *const contrasts[QUOTE_CONTRAST_WORDS] = QUOTE_CONTRASTS;
	static const char *const adjuncts[QUOTE_ADJUNCT_WORDS] = QUOTE_ADJUNCTS;
	static const char *const occasions[QUOTE_OCCASION_WORDS] = QUOTE_OCCASIONS;
	static const char *const omitted[QUOTE_OMITTED_WORDS] = QUOTE_OMITTED;
	static const char *const finders[QUOTE_FINDER_WORDS] = QUOTE_FINDERS;
	static const char *const days[QUOTE_DAY_WORDS] = QUOTE_DAYS;
	static const char *const self[QUOTE_SELF_FORMS] = QUOTE_SELF;
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
	hash_words(be, QUOTE_BE_FORMS, model->be);
	hash_words(self, QUOTE_SELF_FORMS, model->self);
	hash_words(days, QUOTE_DAY_WORDS, model->days);
	hash_words(quoters, QUOTE_QUOTER_WORDS, model->quoters);
	hash_words(contrasts, QUOTE_CONTRAST_WORDS, model->contrasts);
	hash_words(adjuncts, QUOTE_ADJUNCT_WORDS, model->adjuncts);
	hash_words(occasions, QUOTE_OCCASION_WORDS, model->occasions);
	hash_words(omitted, QUOTE_OMITTED_WORDS, model->omitted);
	hash_words(finders, QUOTE_FINDER_WORDS, model->finders);
	for (uint32_t i = 0; i < vocab->n_words; i++)
		if (model->usual[i][0] > POS_LEARNED || model->usual[i][1] > POS_LEARNED)
			nt_raise(cx, NT_ERROR_MODEL, "word %u has no such part of speech", i);
}
