/*
 * date_sense.c -- what a token can be in a time expression: the classes that
 * data/en/dates/words.txt gives its word, its mark, and those of its digits.
 *
 *     second    ORDINAL 2, UNIT second
 *     May       MONTH 5, where it is written with a capital
 *     -         DASH
 *
 * The senses of the last DATE_WINDOW tokens are remembered, since the walks
 * from neighbouring tokens ask for the same ones.
 */
#include "date/date_sense.h"

static uint16_t
mark_class(const NtDateGrammar *g, uint32_t code_point)
{
	for (uint32_t i = 0; i < g->n_marks; i++)
		if (g->marks[i].code_point == code_point)
			return (uint16_t) g->marks[i].class;
	return CLASS_NONE;
}

/* The senses that words.txt gives to a word. */
static void
add_word_senses(NtDateMatcher *m, uint32_t token, DateSenses *list)
{
	const NtToken *t = &m->tokens[token];
	const NtDateWord *w = &m->grammar->words[m->vocab->words[t->word].date];

	for (uint32_t i = 0; i < w->senses; i++)
	{
		const NtDateSense *s = &m->grammar->senses[w->sense + i];

		if ((s->flags & SENSE_CAPITAL) && !(t->flags & TOKEN_CAPITAL))
			continue;
		if (s->class == CLASS_NUMBER_WORD || s->class == CLASS_ORDINAL_WORD)
			date_number_words(m, token, list);
		else if (list->n < DATE_SENSES_MAX)
			list->at[list->n++] = *s;
	}
}

const NtDateSense *
date_senses(NtDateMatcher *m, uint32_t token, int *n)
{
	uint32_t	slot = token & (DATE_WINDOW - 1);
	const NtToken *t = &m->tokens[token];
	DateSenses	list = {m->senses[slot], 0};

	if (m->sense_token[slot] == token)
	{
		*n = m->n_senses[slot];
		return m->senses[slot];
	}
	switch (t->kind)
	{
		case TOKEN_WORD:
		case TOKEN_CLITIC:
			add_word_senses(m, token, &list);
			break;
		case TOKEN_NUMBER:
			add_word_senses(m, token, &list);
			date_number_senses(m, token, &list);
			break;
		case TOKEN_ALNUM:
			date_alnum_senses(m, token, &list);
			break;
		case TOKEN_PUNCT:
		case TOKEN_SYMBOL:
			{
				uint16_t	class = mark_class(m->grammar, t->hash);

				if (class != CLASS_NONE)
					date_add_sense(&list, class, 0, 1);
				break;
			}
	}
	m->sense_token[slot] = token;
	m->n_senses[slot] = (uint8_t) list.n;
	*n = list.n;
	return list.at;
}

/* date_matcher_is tells whether a token of the sentence has a class. */
bool
date_matcher_is(NtDateMatcher *m, uint32_t token, uint16_t class)
{
	const NtToken *t = &m->tokens[token];
	const NtDateSense *s;
	int			n;

	switch (class)
	{
		case CLASS_CAPITAL:
			return (t->flags & TOKEN_CAPITAL) != 0;
		case CLASS_WORD:
			return t->kind == TOKEN_WORD;
		case CLASS_SMALL:
			return t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL);
		case CLASS_NUMBER:
			return t->kind == TOKEN_NUMBER || t->kind == TOKEN_ALNUM;
		case CLASS_SYMBOL:
			return t->kind == TOKEN_SYMBOL;
	}
	s = date_senses(m, token, &n);
	for (int i = 0; i < n; i++)
		if (s[i].class == class)
			return true;
	return false;
}
