/*
 * name_acronym.c -- what an acronym is where the article spells it out.
 *
 *     a long-term agreement (LTA)                  ordinary words: no name
 *     the Municipal Chief Executive (MCE)          an office: no name
 *     the Clean Rivers Treaty (CRT)                a treaty, as what it stands for
 *     the national water company (NWC)             a body
 *
 * The words before a bracket are followed back while they spell the acronym
 * in it (Schwartz and Hearst 2003), a part of a word with a hyphen counting as a
 * word.  What they are the acronym is, in the bracket and wherever else the
 * article has it.  Linear: each acronym looks back over a few tokens.
 */
#include "name/name.h"

#include "name/name_english.h"

#define LETTERS 8
#define LOOK_BACK 3				/* tokens a letter */

#define SMALL_CLASSES \
	(LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_NAME_PARTICLE))
#define BODY_CLASSES \
	(LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_ORG_NOUN) | LEX_BIT(LEX_BODY_NOUN) | LEX_BIT(LEX_PUBLIC_HEAD))

/* What was found out of an acronym. */
typedef struct Spelled
{
	uint32_t	hash;
	uint8_t		kind;			/* 0: no name */
} Spelled;

typedef NtArray(Spelled) SpelledList;

/* letters_of stores the letters of a word in capitals, small; returns how many, 0: it is none. */
static int
letters_of(const NtNameFinder *f, const NtToken *t, char *letters)
{
	int			n = 0;

	if (t->kind != TOKEN_WORD || !(t->flags & TOKEN_UPPER) || (t->flags & TOKEN_FOREIGN) || t->end - t->start > LETTERS)
		return 0;
	for (uint32_t i = t->start; i < t->end; i++)
	{
		char		c = (char) (f->article->text[i] | 0x20);

		if (c < 'a' || c > 'z')
			return 0;
		letters[n++] = c;
	}
	return n;
}

/* spelled_from returns where the words before a bracket begin to spell letters, NT_NONE: they do not. */
static uint32_t
spelled_from(const NtNameFinder *f, uint32_t bracket, const char *letters, int n)
{
	int			left = n;

	for (uint32_t i = bracket; i > 0 && bracket - i < (uint32_t) n * LOOK_BACK; i--)
	{
		const NtToken *t = &f->tokens[i - 1];

		if (t->kind == TOKEN_WORD)
		{
			if ((f->article->text[t->start] | 0x20) == letters[left - 1])
			{
				if (--left == 0)
					return i - 1;
			}
			else if (!(token_classes(f->vocab, t) & SMALL_CLASSES))
				return NT_NONE;
		}
		else if (t->mark != MARK_HYPHEN && t->kind != TOKEN_CLITIC)
			return NT_NONE;
		if (t->flags & TOKEN_SENTENCE)
			return NT_NONE;
	}
	return NT_NONE;
}

/* capitals counts the words with a capital that is their own. */
static int
capitals(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	int			n = 0;

	for (uint32_t i = first; i < last; i++)
		n += token_is_capital(&f->tokens[i]) && !(f->tokens[i].flags & TOKEN_SENTENCE);
	return n;
}

/* kind_spelled returns what words without a name in them stand for: 0: no name, -1: nobody can say. */
static int
kind_spelled(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	uint64_t	classes = token_classes(f->vocab, &f->tokens[last - 1]);

	if (classes & BODY_CLASSES)
		return ENTITY_ORG;
	if (capitals(f, first, last) == 0 || (classes & TITLE_CLASSES))
		return 0;
	if (classes & LEX_BIT(LEX_LAW_HEAD))
		return ENTITY_LAW;
	return classes & LEX_BIT(LEX_EVENT_HEAD) ? ENTITY_EVENT : -1;
}

/* name_in returns the kind of a name of several words that ends where the spelled words end, 0: there is none, -1: another is in them. */
static int
name_in(const NtArticle *a, uint32_t i, uint32_t first, uint32_t bracket)
{
	const NtMention *m = i > 0 ? &a->mentions.at[i - 1] : NULL;

	if (m == NULL || m->last <= first)
		return 0;
	return m->last == bracket && m->last - m->first > 1 ? m->kind : -1;
}

/* find lists the acronyms that the article spells out. */
static void
find(NtNameFinder *f, SpelledList *list)
{
	const NtArticle *a = f->article;

	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		const NtMention *m = &a->mentions.at[i];
		char		letters[LETTERS];
		uint32_t	first;
		int			n;
		int			kind;

		nt_tick(f->cx);
		if (m->own != 0 || m->last - m->first != 1 || m->first < 3 || m->last >= a->tokens.n ||
			f->tokens[m->first - 1].mark != MARK_ROUND_OPEN || f->tokens[m->last].mark != MARK_ROUND_CLOSE ||
			(n = letters_of(f, &f->tokens[m->first], letters)) < 2 ||
			(first = spelled_from(f, m->first - 1, letters, n)) == NT_NONE)
			continue;
		kind = name_in(a, i, first, m->first - 1);
		if (kind == 0)
			kind = kind_spelled(f, first, m->first - 1);
		if (kind >= 0 && kind != ENTITY_PERSON && kind != m->kind)
			*nt_push(f->cx, list) = (Spelled) {f->tokens[m->first].hash, (uint8_t) kind};
	}
}

/* spelled_as returns what was found of a mention, NULL: nothing. */
static const Spelled *
spelled_as(const NtNameFinder *f, const SpelledList *list, const NtMention *m)
{
	if (m->last - m->first != 1 || m->own != 0 || !(f->tokens[m->first].flags & TOKEN_UPPER))
		return NULL;
	for (uint32_t i = 0; i < list->n; i++)
		if (list->at[i].hash == f->tokens[m->first].hash)
			return &list->at[i];
	return NULL;
}

#define SPELLED_MOST 32			/* acronyms that are followed through an article */

/* acronym_settle takes out those that are no names, and gives the others the kind of what they stand for. */
void
acronym_settle(NtNameFinder *f)
{
	NtArticle  *a = f->article;
	SpelledList list = {0};
	uint32_t	kept = 0;

	if (f->caseless)
		return;
	find(f, &list);
	if (list.n > SPELLED_MOST)
		list.n = SPELLED_MOST;
	for (uint32_t i = 0; list.n > 0 && i < a->mentions.n; i++)
	{
		NtMention  *m = &a->mentions.at[i];
		const Spelled *s = spelled_as(f, &list, m);

		nt_tick(f->cx);
		if (s != NULL && s->kind == 0)
			continue;
		if (s != NULL)
			mention_set(a, m, s->kind, 0, REASON_BRACKET);
		if (kept != i)
			a->mentions.at[kept] = *m;
		kept++;
	}
	if (list.n > 0)
		a->mentions.n = kept;
	nt_array_release(f->cx, &list);
}
