/*
 * name_words.h -- the few grammatical words whose identity the name patterns
 * need, as vocabulary numbers; looked up once when the model is opened.
 */
#ifndef NEWSTEXT_NAME_WORDS_H
#define NEWSTEXT_NAME_WORDS_H

#include "know/vocab.h"

typedef struct NtNameWords
{
	uint32_t	of;
	uint32_t	for_;
	uint32_t	and_;
	uint32_t	the;
	uint32_t	by;
	uint32_t	in;
	uint32_t	into;
	uint32_t	at;
	uint32_t	from;
	uint32_t	near;
	uint32_t	saint;
	uint32_t	st;
} NtNameWords;

extern void name_words_open(NtNameWords *words, const NtVocab *vocab);

/* name_word_is_place_preposition: what follows is rather a place. */
static inline bool
name_word_is_place_preposition(const NtNameWords *w, uint32_t word)
{
	return word != 0 && (word == w->in || word == w->at || word == w->from || word == w->near);
}

#endif
