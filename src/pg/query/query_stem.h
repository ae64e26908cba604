/*
 * query_stem.h -- words said are met in all their forms.
 */
#ifndef NEWSTEXT_QUERY_STEM_H
#define NEWSTEXT_QUERY_STEM_H

#include "query/query_word.h"

/* A word of a query and what every form of it begins with. */
typedef struct WordStem
{
	char		stem[WORD_HEAD + 1];
	int			len;			/* 0: the word stands for itself alone */
	int			head;			/* bytes of the stem that all forms begin with */
} WordStem;

extern bool word_stem(const char *word, int len, WordStem *stem);

/* stem_of tells whether a word is a form of the stem. */
extern bool stem_of(const char *word, int len, const WordStem *stem);

#endif
