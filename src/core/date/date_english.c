/*
 * date_english.c -- the endings of English that tell a tense where no list of
 * words does.  Another language has a file like this one, and words.txt.
 *
 *     burned       a past, in small letters
 *     Senators     of many, so that "return" after it is a present
 *     newly        an adverb: "the newly announced" is no past of its own
 *     unsigned     nor is this
 */
#include "date/date_outlook.h"

static bool
ends_in(const NtDateMatcher *m, uint32_t token, uint32_t letters, char before, char last)
{
	const NtToken *t = &m->tokens[token];

	return t->kind == TOKEN_WORD && t->end - t->start >= letters && m->text[t->end - 1] == last &&
		(before == '\0' || m->text[t->end - 2] == before);
}

/* date_is_past_form: a small word in -ed. */
bool
date_is_past_form(const NtDateMatcher *m, uint32_t token)
{
	return !(m->tokens[token].flags & TOKEN_CAPITAL) && ends_in(m, token, 5, 'e', 'd');
}

/* date_is_plural: a word in -s. */
bool
date_is_plural(const NtDateMatcher *m, uint32_t token)
{
	return ends_in(m, token, 4, '\0', 's');
}

/* date_is_adverb: a word in -y. */
bool
date_is_adverb(const NtDateMatcher *m, uint32_t token)
{
	return ends_in(m, token, 4, '\0', 'y');
}

/* date_is_negated: a word in un-. */
bool
date_is_negated(const NtDateMatcher *m, uint32_t token)
{
	const char *p = m->text + m->tokens[token].start;

	return p[0] == 'u' && p[1] == 'n';
}
