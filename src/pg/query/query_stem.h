/*
 * query_stem.h -- words said are met in all their forms.
 */
#ifndef NEWSTEXT_QUERY_STEM_H
#define NEWSTEXT_QUERY_STEM_H

#include "query/query_word.h"

#define WORD_FORM_MAX (WORD_MAX + 1)

/*
 * word_form writes what all forms of a folded word have in common into form,
 * WORD_FORM_MAX bytes, and returns its length.
 */
extern int	word_form(const char *word, int len, char *form);

/* form_is_stop tells whether it is that of a stop word. */
extern bool form_is_stop(const char *form, int len);

/* A word of a query by its form. */
typedef struct WordStem
{
	char		form[WORD_FORM_MAX];
	int			len;
	int			head;			/* form_head */
} WordStem;

extern void word_stem(const char *word, int len, WordStem *stem);

/* stem_of tells whether a word has this form. */
extern bool stem_of(const char *word, int len, const WordStem *stem);

/*
 * form_begins tells whether a word of this form begins like a prefix: all do,
 * some may, or none.  A stem can be shorter than the prefix: immigr of
 * immigra*.
 */
typedef enum FormBegins
{
	FORM_NONE,
	FORM_MAY,
	FORM_ALL
} FormBegins;

extern FormBegins form_begins(const char *form, int len, const char *prefix, int prefix_len);

/* A form of which some words may begin like a prefix has this many bytes of it. */
#define FORM_HEAD_MIN 2

#endif
