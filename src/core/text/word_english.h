/*
 * word_english.h -- the endings of English words that stages look at, where a
 * lexicon does not tell.
 */
#ifndef NEWSTEXT_WORD_ENGLISH_H
#define NEWSTEXT_WORD_ENGLISH_H

#include "text/token.h"

/* is_question_letter and is_answer_letter: the Q. and A. of an interview, where an initial may stand. */
static inline bool
is_question_letter(const char *text, const NtToken *t)
{
	return (t->flags & TOKEN_INITIAL) && text[t->start] == 'Q';
}

static inline bool
is_answer_letter(const char *text, const NtToken *t)
{
	return (t->flags & TOKEN_INITIAL) && text[t->start] == 'A';
}

/* word_ends_in_s: an apostrophe after it may be a possessive: Tenants' League, the nurses' notes. */
static inline bool
word_ends_in_s(const char *text, const NtToken *t)
{
	return (text[t->end - 1] | 0x20) == 's';
}

/* word_looks_plural: seats, and not loss or 's. */
static inline bool
word_looks_plural(const char *text, const NtToken *t)
{
	return t->end - t->start >= 4 && text[t->end - 1] == 's' && text[t->end - 2] != 's' && text[t->end - 2] != '\'';
}

#endif
