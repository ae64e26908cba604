/*
 * alias_resolve.c -- which person a surname or given name alone means.
 *
 *     Thomas Quist and Mary Quist ... Mrs. Quist ... Quist
 *
 * A family shares its name, so that each mention is resolved by itself: the
 * title's gender must fit ("Mrs."), and of those that fit the one named most
 * so far is meant, one just named or called so before it, of two as good the later.  Surnames
 * go before given names.
 */
#include "entity/alias.h"

#include "base/trace.h"

#define CHAIN_MAX 8
#define RECENT 40				/* tokens: "just named" */

/* What speaks for a full name; a title's gender outweighs all else. */
enum
{
	SCORE_NAMED = 1,			/* it is named at all */
	SCORE_EACH_TIME = 4,		/* each time before */
	SCORE_RECENT = 13,			/* just named: as much as three times */
	SCORE_CALLED = 10,			/* called so before: whoever has the surname to himself is given the others' first names */
	SCORE_GENDER = 100			/* the title's gender is known to be its */
};

static void
chain_persons(NtAliases *a, NtNumberTable *lasts, NtNumberTable *firsts)
{
	number_table_open(a->cx, lasts, a->surfaces.n);
	number_table_open(a->cx, firsts, a->surfaces.n);
	for (uint32_t i = a->surfaces.n; i-- > 0;)
	{
		NtSurface  *s = &a->surfaces.at[i];
		uint32_t   *head;

		nt_tick(a->cx);
		if (s->group != GROUP_PERSON || s->words < 2)
			continue;
		head = number_table_at(lasts, s->last_word);
		s->next_last = *head;
		*head = i + 1;
		head = number_table_at(firsts, s->first_word);
		s->next_first = *head;
		*head = i + 1;
	}
}

/* title_gender returns the gender a title before a mention tells, 0: none. */
static uint8_t
title_gender(const NtArticle *article, const NtMention *m)
{
	const NtVocab *vocab = article_vocab(article);
	const NtToken *t;
	uint8_t		traits;

	if (m->first == 0)
		return 0;
	t = &article->tokens.at[m->first - 1];
	if (t->kind != TOKEN_WORD || !token_is(vocab, t, LEX_TITLE))
		return 0;
	traits = vocab->words[t->word].traits & (TRAIT_MALE | TRAIT_FEMALE);
	return traits == (TRAIT_MALE | TRAIT_FEMALE) ? 0 : traits;
}

/* choose picks the full name that a short one means; NT_NONE: none fits. */
static uint32_t
choose(NtAliases *a, uint32_t chain, bool by_last, const NtMention *m, const NtSurface *brief)
{
	const NtArticle *article = a->article;
	uint8_t		gender = title_gender(article, m);
	uint32_t	best = NT_NONE;
	uint64_t	best_score = 0;
	uint32_t	best_latest = 0;

	for (int step = 0; chain != 0 && step < CHAIN_MAX; step++)
	{
		uint32_t	surface = chain - 1;
		const NtSurface *s = &a->surfaces.at[surface];
		uint32_t	root = alias_root(a, surface);
		const NtSurface *r = &a->surfaces.at[root];
		uint64_t	score = SCORE_NAMED + (uint64_t) r->resolved * SCORE_EACH_TIME;

		chain = by_last ? s->next_last : s->next_first;
		if (gender != 0 && r->traits != 0 && !(r->traits & gender))
			continue;
		if (brief->initial &&
			(article->text[alias_mention(a, surface)->start] | 0x20) != (article->text[m->start] | 0x20))
			continue;
		if (r->latest != 0 && m->first - article->mentions.at[r->latest - 1].first < RECENT)
			score += SCORE_RECENT;
		if (r->called)
			score += SCORE_CALLED;
		if (gender != 0 && (r->traits & gender))
			score += SCORE_GENDER;
		if (score > best_score || (score == best_score && r->latest > best_latest))
		{
			best = surface;
			best_score = score;
			best_latest = r->latest;
		}
	}
	return best;
}

void
alias_resolve(NtAliases *a, uint32_t *root)
{
	const NtArticle *article = a->article;
	NtNumberTable		lasts;
	NtNumberTable		firsts;

	chain_persons(a, &lasts, &firsts);
	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		const NtMention *m = &article->mentions.at[i];
		uint32_t	surface = a->surface_of[i];
		const NtSurface *s = &a->surfaces.at[surface];

		nt_tick(a->cx);
		if (s->group == GROUP_PERSON && s->own == 0 && (s->words == 1 || s->initial))
		{
			uint32_t	full = choose(a, number_table_find(&lasts, s->last_word), true, m, s);

			if (full == NT_NONE && !s->initial)
				full = choose(a, number_table_find(&firsts, s->first_word), false, m, s);
			if (full != NT_NONE)
			{
				if (nt_tracing(a->cx, TRACE_ENTITIES))
					nt_trace(a->cx, TRACE_ENTITIES, "  %.*s (token %u) is %.*s", (int) (m->end - m->start), article->text + m->start, m->first,
							 (int) (alias_mention(a, full)->end - alias_mention(a, full)->start), article->text + alias_mention(a, full)->start);
				surface = full;
				if (title_gender(article, m) == 0)
					a->surfaces.at[alias_root(a, full)].called = true;
			}
		}
		root[i] = alias_root(a, surface);
		a->surfaces.at[root[i]].latest = i + 1;
		a->surfaces.at[root[i]].resolved++;
		if (m->kind == ENTITY_PERSON)
			a->surfaces.at[root[i]].traits |= title_gender(article, m);
	}
	number_table_close(&lasts);
	number_table_close(&firsts);
}
