/*
 * name_initial.c -- initials without full stops before a surname, as in Indian papers.
 *
 *     Chief Justice N V | Anjaria      they begin the name
 *     Justice | K V Aravind            what stands before them is a title
 *
 * The name is a person's where two letters stand before it, or one behind a title.
 * A and I are words too, and count only beside another letter or behind a title.
 */
#include "name/name.h"

#include "name/name_english.h"

#define INITIALS 3				/* at most */

static bool
is_letter(const NtNameFinder *f, const NtToken *t)
{
	const char *s = f->article->text + t->start;

	return t->kind == TOKEN_WORD && t->end - t->start == 1 && *s >= 'A' && *s <= 'Z' && !(t->flags & TOKEN_INITIAL) && (t[1].flags & TOKEN_SPACE);
}

/* is_word_too: A, I */
static bool
is_word_too(const NtNameFinder *f, const NtToken *t)
{
	char		letter = f->article->text[t->start];

	return letter == 'A' || letter == 'I';
}

static bool
is_title(const NtNameFinder *f, uint32_t i)
{
	return (token_classes(f->vocab, &f->tokens[i]) & TITLE_CLASSES) != 0;
}

/* opens: nothing of the sentence stands before a token, or another line does. */
static bool
opens(const NtNameFinder *f, uint32_t i)
{
	return i == 0 || (f->tokens[i].flags & (TOKEN_SENTENCE | TOKEN_LINE)) != 0;
}

/* first_initial returns the token at which the initials before a name begin, the name's own first token where there are none; none before a floor. */
static uint32_t
first_initial(const NtNameFinder *f, uint32_t name, uint32_t floor)
{
	uint32_t	first = name;

	while (first > floor && name - first < INITIALS && !opens(f, first) && is_letter(f, &f->tokens[first - 1]))
		first--;
	if (first == name || (!opens(f, first) && is_title(f, first - 1)))
		return first;
	/* John F Kennedy, Vitamin D Smith: not the initials alone */
	if (!opens(f, first) && token_is_capital(&f->tokens[first - 1]))
		return name;
	return name - first == 1 && is_word_too(f, &f->tokens[first]) ? name : first;
}

/* may_be_somebody: one word that no list has and that heads no body. */
static bool
may_be_somebody(const NtNameFinder *f, const NtMention *m)
{
	return m->last - m->first == 1 && m->entry == 0 && m->kind != ENTITY_FAC &&
		!(token_classes(f->vocab, &f->tokens[m->first]) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_COMMON_WORD)));
}

/* initial_join gives such names their initials, and takes titles off. */
void
initial_join(NtNameFinder *f)
{
	NtMention  *at = f->article->mentions.at;
	uint32_t	n = f->article->mentions.n;

	if (f->caseless || f->lower)
		return;
	for (uint32_t i = 0; i < n; i++)
	{
		NtMention  *m = &at[i];
		uint32_t	first;

		nt_tick(f->cx);
		if (m->own != 0)
			continue;
		if (m->kind == ENTITY_PERSON && m->last - m->first > 2 && is_title(f, m->first) && is_letter(f, &f->tokens[m->first + 1]))
		{
			mention_begin(f->article, m, m->first + 1);
			continue;
		}
		first = first_initial(f, m->first, i > 0 ? m[-1].last : 0);
		if (first == m->first || (m->kind != ENTITY_PERSON && !may_be_somebody(f, m)))
			continue;
		if (m->kind != ENTITY_PERSON && m->first - first == 1 && !(first > 0 && is_title(f, first - 1)))
			continue;
		mention_begin(f->article, m, first);
		if (m->kind != ENTITY_PERSON)
			mention_set(f->article, m, ENTITY_PERSON, 0, REASON_JOINED);
	}
}
