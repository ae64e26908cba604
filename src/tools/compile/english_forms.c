/*
 * english_forms.c -- the regular forms of English verbs and nouns, from their
 * lemma; the irregular ones stand in the data.
 *
 *     reply: replies, replied, replying       quip, doubled: quips, quipped, quipping
 */
#include "compile/english_forms.h"

#include <stdio.h>
#include <string.h>

static bool
is_vowel(char c)
{
	return strchr("aeiou", c) != NULL;
}

/* english_s_form: says, vies, pushes, goes. */
void
english_s_form(const char *lemma, char *out)
{
	size_t		n = strlen(lemma);

	if (n > 1 && lemma[n - 1] == 'y' && !is_vowel(lemma[n - 2]))
		sprintf(out, "%.*sies", (int) n - 1, lemma);
	else if (lemma[n - 1] == 's' || lemma[n - 1] == 'x' || lemma[n - 1] == 'z' ||
			 (n > 1 && lemma[n - 1] == 'h' && (lemma[n - 2] == 's' || lemma[n - 2] == 'c')) ||
			 (lemma[n - 1] == 'o' && n > 1 && !is_vowel(lemma[n - 2])))
		sprintf(out, "%ses", lemma);
	else
		sprintf(out, "%ss", lemma);
}

/* english_past_form: asked, said, replied, quipped. */
void
english_past_form(const char *lemma, bool doubled, char *out)
{
	size_t		n = strlen(lemma);

	if (doubled)
		sprintf(out, "%s%ced", lemma, lemma[n - 1]);
	else if (lemma[n - 1] == 'e')
		sprintf(out, "%sd", lemma);
	else if (n > 1 && lemma[n - 1] == 'y' && !is_vowel(lemma[n - 2]))
		sprintf(out, "%.*sied", (int) n - 1, lemma);
	else
		sprintf(out, "%sed", lemma);
}

/* english_ing_form: saying, writing, quipping. */
void
english_ing_form(const char *lemma, bool doubled, char *out)
{
	size_t		n = strlen(lemma);

	if (doubled)
		sprintf(out, "%s%cing", lemma, lemma[n - 1]);
	else if (n > 2 && lemma[n - 1] == 'e' && lemma[n - 2] != 'e' && lemma[n - 2] != 'o')
		sprintf(out, "%.*sing", (int) n - 1, lemma);
	else
		sprintf(out, "%sing", lemma);
}
