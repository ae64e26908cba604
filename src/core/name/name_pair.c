/*
 * name_pair.c -- two names with a hyphen between, and what is put before a name with one.
 *
 *     the Okoro-Lindqvist summit      two persons who met
 *     the Quillbrook-Orbury road      two towns
 *     Anti-Orbex, pre-Brexit          a name behind a small word
 *
 * The tagger has these as one name of a thing.  What a list has whole (Rolls-Royce,
 * Wilkes-Barre) stays so, and a person's double surname, which it takes for a person.
 */
#include "name/name_trim.h"

/* is_surname: of nobody's but persons' names. */
static bool
is_surname(const NtNameFinder *f, uint32_t token)
{
	uint64_t	classes = token_classes(f->vocab, &f->tokens[token]);

	return (classes & (LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_PERSON_NAME))) != 0 && (classes & LEX_BIT(LEX_NORP_NAME)) == 0;
}

/* is_prefix: anti-, pro-, ex- and their like. */
static bool
is_prefix(const NtNameFinder *f, const NtToken *t)
{
	const NtNameWords *w = f->words;

	return token_has(t, w->anti) || token_has(t, w->pro) || token_has(t, w->ex) || token_has(t, w->non) || token_has(t, w->post) || token_has(t, w->pre);
}

/* pair_of returns the type of two names that a tag is, -1: it is one. */
static int
pair_of(const NtNameFinder *f, const NtTag *tag)
{
	uint32_t	first = tag->first;
	uint32_t	second = tag->first + 2;

	if (tag->type == TAG_OTHER && is_surname(f, first) && is_surname(f, second))
		return TAG_PERSON;
	if (tag->type == TAG_PLACE && phrase_kind(f, first, first + 1) == ENTITY_GPE && phrase_kind(f, second, second + 1) == ENTITY_GPE)
		return TAG_PLACE;
	return -1;
}

/* pair_part takes a small word and its hyphen off, or parts two names; the first of them goes to the list. */
void
pair_part(NtNameFinder *f, NtTag *tag)
{
	const NtToken *t = &f->tokens[tag->first];
	int			type;

	if (f->caseless || t[1].mark != MARK_HYPHEN || (t[1].flags & TOKEN_SPACE) || (t[2].flags & TOKEN_SPACE) || !(t[2].flags & TOKEN_CAPITAL) ||
		phrase_entry(f, tag->first, tag->last) != 0)
		return;
	if (is_prefix(f, t) && (tag->type == TAG_OTHER || !(t->flags & TOKEN_CAPITAL)))
	{
		tag->first += 2;
		return;
	}
	if (tag_words(tag) == 3 && (type = pair_of(f, tag)) >= 0)
		part_tag(f, tag, tag->first + 1, tag->first + 2, type, type);
}
