/*
 * english_forms.h -- the regular forms of English verbs and nouns.
 *
 * out has room for the lemma and five bytes more; doubled says that the last
 * consonant doubles.
 */
#ifndef NEWSTEXT_ENGLISH_FORMS_H
#define NEWSTEXT_ENGLISH_FORMS_H

#include <stdbool.h>

extern void english_s_form(const char *lemma, char *out);	/* of a verb or noun */
extern void english_past_form(const char *lemma, bool doubled, char *out);
extern void english_ing_form(const char *lemma, bool doubled, char *out);

#endif
