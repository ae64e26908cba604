/*
 * name_english.c -- the English words of name_english.h.
 */
#include "name/name_english.h"

#include <string.h>

/* name_words_open finds the vocabulary numbers; 0 for a word the model lacks. */
void
name_words_open(NtNameWords *words, const NtVocab *vocab)
{
#define NAME_WORD_FIND(field, text) words->field = vocab_lookup(vocab, text, strlen(text));
	NAME_WORDS(NAME_WORD_FIND)
#undef NAME_WORD_FIND
}
