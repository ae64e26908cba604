/*
 * alias.c -- which mentions of an article name the same thing.
 *
 *     Lena Sparks (headline: "Sparks quits") ... Ms. Sparks ... Lena
 *     World Orchid Union ... WOU            Orbex Inc. ... Orbex
 *     Russian Federation ... Russia         Tom Reed ... Mrs. Reed: not he
 *
 *  1. Mentions of one group (persons, organisations, places ...) whose words
 *     are the same share a surface.
 *  2. Surfaces are joined when the gazetteer knows both as one entry; when
 *     two full names of persons begin and end alike (Donald J. Trump, Donald
 *     Trump); when one is the other's acronym, or stands beside it in
 *     brackets; when an organisation drops its legal form or all but its
 *     first word, if that word begins only one, or a club its city.
 *  3. A person's surname or given name alone is resolved mention by mention,
 *     because a family shares it: the title's gender must fit, and of those
 *     that fit the one named most so far is meant, one just named before it.
 *
 * Everything goes by hashes of words; chains of names that share a word are
 * followed for CHAIN_MAX steps, so that an article of a hundred thousand
 * Smiths costs no more than one of a hundred thousand names.
 */
#include "entity/alias.h"

#include "base/trace.h"
#include "know/knowledge.h"

#include <string.h>

static NtGroup
alias_group(int kind)
{
	switch (kind)
	{
		case ENTITY_PERSON:
			return GROUP_PERSON;
		case ENTITY_ORG:
			return GROUP_ORG;
		case ENTITY_GPE:
		case ENTITY_LOC:
		case ENTITY_FAC:
			return GROUP_PLACE;
		case ENTITY_NORP:
			return GROUP_NORP;
		default:
			return GROUP_OTHER;
	}
}

uint32_t
alias_root(NtAliases *a, uint32_t surface)
{
	NtSurface  *s = a->surfaces.at;

	while (s[surface].parent != surface)
	{
		s[surface].parent = s[s[surface].parent].parent;
		surface = s[surface].parent;
	}
	return surface;
}

static void
trace_union(const NtAliases *a, uint32_t x, uint32_t y)
{
	const NtMention *mx = alias_mention(a, x);
	const NtMention *my = alias_mention(a, y);
	const char *text = a->article->text;

	nt_trace(a->cx, TRACE_ENTITIES, "  %.*s and %.*s are one: %s", (int) (mx->end - mx->start), text + mx->start,
			 (int) (my->end - my->start), text + my->start, a->form);
}

void
alias_unite(NtAliases *a, uint32_t x, uint32_t y)
{
	NtSurface  *s = a->surfaces.at;

	x = alias_root(a, x);
	y = alias_root(a, y);
	if (x == y)
		return;
	if (y < x)
	{
		uint32_t	swap = x;

		x = y;
		y = swap;
	}
	if (nt_tracing(a->cx, TRACE_ENTITIES))
		trace_union(a, x, y);
	s[y].parent = x;
	if (s[x].entry == 0)
		s[x].entry = s[y].entry;
	if (s[x].own == 0)
		s[x].own = s[y].own;
	if (s[x].place == 0)
		s[x].place = s[y].place;
	s[x].traits |= s[y].traits;
}

/* is_elsewhere: two places, the South Charleston of West Virginia and S.C. */
static bool
is_elsewhere(const NtAliases *a, uint32_t x, uint32_t y)
{
	const NtPlace *places = a->article->know->places.at;

	if (x == 0 || y == 0 || x == y)
		return false;
	return x == NT_NONE || y == NT_NONE || places[x].number != places[y].number || places[x].kind != places[y].kind;
}

bool
alias_conflict(NtAliases *a, uint32_t x, uint32_t y)
{
	const NtSurface *sx = &a->surfaces.at[alias_root(a, x)];
	const NtSurface *sy = &a->surfaces.at[alias_root(a, y)];

	return (sx->entry != 0 && sy->entry != 0 && sx->entry != sy->entry) ||
		(sx->own != 0 && sy->own != 0 && sx->own != sy->own) || is_elsewhere(a, sx->place, sy->place);
}

/* ---- surfaces --------------------------------------------------------- */

/* read_surface sums up the words of a mention. */
static void
read_surface(const NtArticle *article, const NtMention *m, NtSurface *s)
{
	const NtVocab *vocab = article_vocab(article);
	uint64_t	whole = (uint64_t) alias_group(m->kind);

	memset(s, 0, sizeof(*s));
	s->group = (unsigned) alias_group(m->kind) & 0x3F;
	s->entry = m->entry;
	s->own = m->own;
	s->place = m->place;
	if (m->own != 0)
		whole = alias_combine(whole, m->own);
	if (m->place != 0)
		whole = alias_combine(whole, m->place);	/* Paris, Texas, is not Paris */
	for (uint32_t i = m->first; i < m->last; i++)
	{
		const NtToken *t = &article->tokens.at[i];
		uint64_t	classes;
		bool		hyphen;

		if (i == m->first && i + 1 < m->last && t->word == article->know->name_words.the && t->word != 0)
			continue;			/* The Onion, the Onion */

		nt_tick(article->cx);
		if (t->kind == TOKEN_PUNCT)
			continue;
		whole = alias_combine(whole, t->hash);
		classes = token_classes(vocab, t);
		if (s->group == GROUP_PERSON)
		{
			if ((classes & LEX_BIT(LEX_NAME_PARTICLE)) && i + 1 < m->last)
				continue;
			if ((classes & LEX_BIT(LEX_NAME_SUFFIX)) && i + 1 == m->last && s->words > 0)
				continue;
		}
		/* al-Mazroui is a surname of one word */
		hyphen = i > m->first + 1 && token_is_mark(t - 1, MARK_HYPHEN) && !(t[-1].flags & TOKEN_SPACE) && s->words > 0 &&
			!(s->group == GROUP_PERSON && token_is(vocab, t - 2, LEX_NAME_PARTICLE));
		if (hyphen)
		{
			s->last_word = (uint32_t) alias_combine(s->last_word, t->hash);
			if (s->words == 1)
				s->first_word = s->last_word;
			continue;
		}
		s->last_word = t->hash;
		if (s->words == 0)
		{
			s->first_word = t->hash;
			s->initial = (t->flags & TOKEN_INITIAL) != 0;
			s->upper = (t->flags & (TOKEN_UPPER | TOKEN_ACRONYM)) != 0;
			if (classes & LEX_BIT(LEX_GIVEN_NAME))
				s->traits = vocab->words[t->word].traits & (TRAIT_MALE | TRAIT_FEMALE);
		}
		if (s->words < UINT16_MAX)
			s->words++;
	}
	if (s->words != 1)
		s->upper = false;
	if (s->traits == (TRAIT_MALE | TRAIT_FEMALE) || s->words < 2)
		s->traits = 0;
	s->whole = whole;
}

void
alias_surfaces(NtAliases *a)
{
	const NtArticle *article = a->article;
	NtNumberTable		index;

	number_table_open(a->cx, &index, article->mentions.n);
	a->surface_of = a->cx->alloc(a->cx, (size_t) article->mentions.n * sizeof(uint32_t) + 1);
	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		NtSurface	s;
		uint32_t   *number;

		nt_tick(a->cx);
		read_surface(article, &article->mentions.at[i], &s);
		number = number_table_at(&index, s.whole);
		if (*number == 0)
		{
			s.mention = i;
			s.parent = a->surfaces.n;
			*nt_push(a->cx, &a->surfaces) = s;
			*number = a->surfaces.n;
		}
		else if (a->surfaces.at[*number - 1].entry == 0)
			a->surfaces.at[*number - 1].entry = s.entry;
		a->surface_of[i] = *number - 1;
	}
	number_table_close(&index);
}

const NtMention *
alias_mention(const NtAliases *a, uint32_t surface)
{
	return &a->article->mentions.at[a->surfaces.at[surface].mention];
}
