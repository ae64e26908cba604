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
#include "alias.h"

#include <string.h>

#define CHAIN_MAX 8
#define RECENT 40				/* tokens: "just named" */

NtGroup
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

static inline uint64_t
combine(uint64_t hash, uint64_t with)
{
	return vocab_hash_mix((hash ^ with) * UINT64_C(0x9fb21c651e98df25) + 1);
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

/* join makes two clusters one; the one that appears first stays root. */
static void
join(NtAliases *a, uint32_t x, uint32_t y)
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
	s[y].parent = x;
	if (s[x].entry == 0)
		s[x].entry = s[y].entry;
	if (s[x].own == 0)
		s[x].own = s[y].own;
	s[x].traits |= s[y].traits;
}

/* conflict: two clusters that a lexicon knows to be different things. */
static bool
conflict(NtAliases *a, uint32_t x, uint32_t y)
{
	const NtSurface *sx = &a->surfaces.at[alias_root(a, x)];
	const NtSurface *sy = &a->surfaces.at[alias_root(a, y)];

	return (sx->entry != 0 && sy->entry != 0 && sx->entry != sy->entry) ||
		(sx->own != 0 && sy->own != 0 && sx->own != sy->own);
}

/* ---- surfaces --------------------------------------------------------- */

/* read_surface sums up the words of a mention. */
static void
read_surface(const NtArticle *article, const NtMention *m, NtSurface *s)
{
	const NtVocab *vocab = article_vocab(article);
	uint64_t	whole = (uint64_t) alias_group(m->kind);

	memset(s, 0, sizeof(*s));
	s->group = (uint8_t) alias_group(m->kind);
	s->entry = m->entry;
	s->own = m->own;
	if (m->own != 0)
		whole = combine(whole, m->own);
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
		whole = combine(whole, t->hash);
		classes = token_classes(vocab, t);
		if (s->group == GROUP_PERSON)
		{
			if ((classes & LEX_BIT(LEX_NAME_PARTICLE)) && i + 1 < m->last)
				continue;
			if ((classes & LEX_BIT(LEX_NAME_SUFFIX)) && i + 1 == m->last && s->words > 0)
				continue;
		}
		hyphen = i > m->first + 1 && token_is_mark(t - 1, '-') && !(t[-1].flags & TOKEN_SPACE) && s->words > 0;
		if (hyphen)
		{
			s->last_word = (uint32_t) combine(s->last_word, t->hash);
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
	NtIndex		index;

	index_open(a->cx, &index, article->mentions.n);
	a->surface_of = a->cx->alloc(a->cx, (size_t) article->mentions.n * sizeof(uint32_t) + 1);
	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		NtSurface	s;
		uint32_t   *number;

		nt_tick(a->cx);
		read_surface(article, &article->mentions.at[i], &s);
		number = index_at(&index, s.whole);
		if (*number == 0)
		{
			s.mention = i;
			s.parent = a->surfaces.n;
			*nt_push(a->cx, &a->surfaces) = s;
			*number = a->surfaces.n;
		}
		else if (a->surfaces.at[*number - 1].entry == 0)
			a->surfaces.at[*number - 1].entry = s.entry;
		a->surfaces.at[*number - 1].mentions++;
		a->surface_of[i] = *number - 1;
	}
}

/* ---- joining ---------------------------------------------------------- */

static const NtMention *
mention_of(const NtAliases *a, uint32_t surface)
{
	return &a->article->mentions.at[a->surfaces.at[surface].mention];
}

/*
 * acronym_of hashes the first letters of a name's words; with small, those of
 * words in small letters too.  0 when a word begins outside ASCII.
 */
static uint64_t
acronym_of(const NtAliases *a, uint32_t surface, bool small)
{
	const NtMention *m = mention_of(a, surface);
	uint64_t	hash = VOCAB_HASH_SEED;
	uint32_t	letters = 0;

	for (uint32_t i = m->first; i < m->last && letters < 16; i++)
	{
		const NtToken *t = &a->article->tokens.at[i];
		uint8_t		letter = (uint8_t) a->article->text[t->start] | 0x20;

		if (t->kind != TOKEN_WORD || (!small && !(t->flags & TOKEN_CAPITAL)))
			continue;
		if (letter < 'a' || letter > 'z')
			return 0;
		hash = (hash ^ letter) * VOCAB_HASH_PRIME;
		letters++;
	}
	return letters > 1 ? vocab_hash_mix(hash) : 0;
}

/* letters_of hashes the letters of an acronym, without its stops. */
static uint64_t
letters_of(const NtAliases *a, uint32_t surface)
{
	const NtMention *m = mention_of(a, surface);
	uint64_t	hash = VOCAB_HASH_SEED;

	if (m->end - m->start > 24)
		return 0;
	for (uint32_t i = m->start; i < m->end; i++)
	{
		uint8_t		letter = (uint8_t) a->article->text[i] | 0x20;

		if (letter >= 'a' && letter <= 'z')
			hash = (hash ^ letter) * VOCAB_HASH_PRIME;
	}
	return vocab_hash_mix(hash);
}

static void
join_entries(NtAliases *a)
{
	NtIndex		index;

	index_open(a->cx, &index, a->surfaces.n);
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		uint32_t   *other;

		nt_tick(a->cx);
		if (s->own != 0)
			other = index_at(&index, UINT64_C(1) << 32 | s->own);
		else if (s->entry != 0)
			other = index_at(&index, s->entry);
		else
			continue;
		if (*other == 0)
			*other = i + 1;
		else
			join(a, i, *other - 1);
	}
}

/* join_at joins a surface with the one found under a key before, or leaves it there. */
static void
join_at(NtAliases *a, NtIndex *index, uint64_t key, uint32_t surface)
{
	uint32_t   *other = index_at(index, key);

	if (*other == 0)
		*other = surface + 1;
	else if (!conflict(a, surface, *other - 1))
		join(a, surface, *other - 1);
}

/*
 * join_persons: Donald J. Trump and Donald Trump begin and end alike; Jens
 * Otto Reed has Otto Reed in it; St. Jerome and Jerome differ by what is no
 * part of a name.
 */
static void
join_persons(NtAliases *a)
{
	const NtToken *tokens = a->article->tokens.at;
	NtIndex		index;

	index_open(a->cx, &index, a->surfaces.n * 4);
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];

		nt_tick(a->cx);
		if (s->group == GROUP_PERSON && s->words >= 2)
			join_at(a, &index, combine(s->first_word, s->last_word), i);
		else if (s->group == GROUP_PERSON && s->words == 1)
			join_at(a, &index, combine(0, s->last_word), i);
	}
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		const NtMention *m = mention_of(a, i);

		nt_tick(a->cx);
		if (s->group != GROUP_PERSON || s->words < 3 || s->words > 5)
			continue;
		for (uint32_t k = m->first + 1; k + 1 < m->last; k++)
			if (tokens[k].kind == TOKEN_WORD && !(tokens[k].flags & TOKEN_INITIAL))
			{
				uint32_t	other = *index_at(&index, combine(tokens[k].hash, s->last_word));

				if (other != 0 && !conflict(a, i, other - 1))
					join(a, i, other - 1);
			}
	}
}

static void
join_acronyms(NtAliases *a)
{
	NtIndex		index;

	index_open(a->cx, &index, a->surfaces.n * 2);
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];

		nt_tick(a->cx);
		if (s->words < 2 || s->group == GROUP_PERSON || s->group == GROUP_NORP)
			continue;
		for (int small = 0; small < 2; small++)
		{
			uint64_t	key = acronym_of(a, i, small);
			uint32_t   *other;

			if (key == 0)
				continue;
			other = index_at(&index, key);
			if (*other == 0)
				*other = i + 1;
		}
	}
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		uint32_t	other;

		nt_tick(a->cx);
		if (!s->upper)
			continue;
		other = *index_at(&index, letters_of(a, i));
		if (other != 0 && !conflict(a, i, other - 1) &&
			(s->group == a->surfaces.at[other - 1].group || s->entry == 0))
			join(a, other - 1, i);
	}
}

/* join_brackets: "World Orchid Union (WOU)" and "WOU (World Orchid Union)". */
static void
join_brackets(NtAliases *a)
{
	const NtArticle *article = a->article;

	for (uint32_t i = 1; i < article->mentions.n; i++)
	{
		const NtMention *x = &article->mentions.at[i - 1];
		const NtMention *y = &article->mentions.at[i];
		uint32_t	sx = a->surface_of[i - 1];
		uint32_t	sy = a->surface_of[i];
		uint32_t	full;
		uint32_t	brief;

		nt_tick(a->cx);
		if (y->first != x->last + 1 || !token_is_mark(&article->tokens.at[x->last], '(') ||
			y->last >= article->tokens.n || !token_is_mark(&article->tokens.at[y->last], ')'))
			continue;
		full = a->surfaces.at[sx].upper ? sy : sx;
		brief = a->surfaces.at[sx].upper ? sx : sy;
		if (!a->surfaces.at[brief].upper || a->surfaces.at[full].words < 2 || conflict(a, full, brief) ||
			a->surfaces.at[full].group == GROUP_PERSON)
			continue;
		if ((article->text[mention_of(a, full)->start] | 0x20) != (article->text[mention_of(a, brief)->start] | 0x20))
			continue;
		join(a, full, brief);
	}
}

/* without_form returns the hash of a name of an organisation without its legal form, 0: it has none. */
static uint64_t
without_form(const NtAliases *a, uint32_t surface)
{
	const NtMention *m = mention_of(a, surface);
	const NtVocab *vocab = article_vocab(a->article);
	uint64_t	whole = a->surfaces.at[surface].group;
	uint32_t	last = m->last;

	while (last > m->first + 1 && token_is(vocab, &a->article->tokens.at[last - 1], LEX_ORG_SUFFIX))
	{
		last--;
		while (last > m->first + 1 && a->article->tokens.at[last - 1].kind == TOKEN_PUNCT)
			last--;
	}
	if (last == m->last)
		return 0;
	for (uint32_t i = m->first; i < last; i++)
		if (a->article->tokens.at[i].kind != TOKEN_PUNCT)
			whole = combine(whole, a->article->tokens.at[i].hash);
	return whole;
}

/* join_nicknames: Pittsburgh Pirates and Pirates, Boston Red Sox and Red Sox. */
static void
join_nicknames(NtAliases *a)
{
	const NtVocab *vocab = article_vocab(a->article);
	const NtToken *tokens = a->article->tokens.at;
	NtIndex		index;

	index_open(a->cx, &index, a->surfaces.n * 3);
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		const NtMention *m = mention_of(a, i);

		nt_tick(a->cx);
		if (s->group != GROUP_ORG || s->words < 2 || s->words > 4 || m->last - m->first > 4 ||
			!token_is(vocab, &tokens[m->first], LEX_PLACE_NAME))
			continue;
		for (uint32_t from = m->first + 1; from < m->last; from++)
		{
			uint64_t	key = GROUP_ORG;
			uint32_t   *other;

			for (uint32_t k = from; k < m->last; k++)
				key = combine(key, tokens[k].hash);
			other = index_at(&index, key);
			if (*other == 0)
				*other = i + 1;
			else if (*other != UINT32_MAX && alias_root(a, *other - 1) != alias_root(a, i))
				*other = UINT32_MAX;
		}
	}
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		uint32_t	other;

		nt_tick(a->cx);
		if (s->group != GROUP_ORG || s->words > 2 || token_is(vocab, &tokens[mention_of(a, i)->first], LEX_PLACE_NAME))
			continue;
		other = *index_at(&index, s->whole);
		if (other != 0 && other != UINT32_MAX && !conflict(a, i, other - 1))
			join(a, other - 1, i);
	}
}

/* join_short: Orbex Inc. and Orbex; Freedom Magazine and Freedom. */
static void
join_short(NtAliases *a)
{
	NtIndex		wholes;
	NtIndex		firsts;
	uint32_t	n = a->surfaces.n;

	index_open(a->cx, &wholes, n * 2);
	index_open(a->cx, &firsts, n);
	for (uint32_t i = 0; i < n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		uint32_t   *other;
		uint64_t	key;

		nt_tick(a->cx);
		if (s->group == GROUP_PERSON || s->group == GROUP_NORP)
			continue;
		other = index_at(&wholes, s->whole);
		if (*other == 0)
			*other = i + 1;
		if (s->group == GROUP_ORG && (key = without_form(a, i)) != 0)
		{
			other = index_at(&wholes, key);
			if (*other == 0)
				*other = i + 1;
			else if (!conflict(a, *other - 1, i))
				join(a, *other - 1, i);
		}
		if (s->words < 2)
			continue;
		other = index_at(&firsts, combine(s->first_word, s->group));
		if (*other == 0)
			*other = i + 1;
		else if (*other != UINT32_MAX && alias_root(a, *other - 1) != alias_root(a, i))
			*other = UINT32_MAX;	/* begins more than one */
	}
	/* a legal form may come after the short one */
	for (uint32_t i = 0; i < n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		uint64_t	key;
		uint32_t	other;

		nt_tick(a->cx);
		if (s->group == GROUP_ORG && (key = without_form(a, i)) != 0 &&
			(other = *index_at(&wholes, key)) != 0 && !conflict(a, other - 1, i))
			join(a, other - 1, i);
		if ((s->group != GROUP_ORG && s->group != GROUP_OTHER) || s->words != 1 || s->entry != 0)
			continue;
		other = *index_at(&firsts, combine(s->first_word, s->group));
		if (other != 0 && other != UINT32_MAX)
			join(a, other - 1, i);
	}
}

void
alias_join(NtAliases *a)
{
	join_entries(a);
	join_persons(a);
	join_brackets(a);
	join_acronyms(a);
	join_short(a);
	join_nicknames(a);
}

/* ---- resolving short names of persons --------------------------------- */

static void
chain_persons(NtAliases *a, NtIndex *lasts, NtIndex *firsts)
{
	index_open(a->cx, lasts, a->surfaces.n);
	index_open(a->cx, firsts, a->surfaces.n);
	for (uint32_t i = a->surfaces.n; i-- > 0;)
	{
		NtSurface  *s = &a->surfaces.at[i];
		uint32_t   *head;

		nt_tick(a->cx);
		if (s->group != GROUP_PERSON || s->words < 2)
			continue;
		head = index_at(lasts, s->last_word);
		s->next_last = *head;
		*head = i + 1;
		head = index_at(firsts, s->first_word);
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

	for (int step = 0; chain != 0 && step < CHAIN_MAX; step++)
	{
		uint32_t	surface = chain - 1;
		const NtSurface *s = &a->surfaces.at[surface];
		uint32_t	root = alias_root(a, surface);
		const NtSurface *r = &a->surfaces.at[root];
		uint64_t	score = 1 + (uint64_t) r->resolved * 4;

		chain = by_last ? s->next_last : s->next_first;
		if (gender != 0 && r->traits != 0 && !(r->traits & gender))
			continue;
		if (brief->initial &&
			(article->text[mention_of(a, surface)->start] | 0x20) != (article->text[m->start] | 0x20))
			continue;
		if (r->latest != 0 && m->first - article->mentions.at[r->latest - 1].first < RECENT)
			score += 13;
		if (gender != 0 && (r->traits & gender))
			score += 100;
		if (score > best_score)
		{
			best = surface;
			best_score = score;
		}
	}
	return best;
}

void
alias_resolve(NtAliases *a, uint32_t *root)
{
	const NtArticle *article = a->article;
	NtIndex		lasts;
	NtIndex		firsts;

	chain_persons(a, &lasts, &firsts);
	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		const NtMention *m = &article->mentions.at[i];
		uint32_t	surface = a->surface_of[i];
		const NtSurface *s = &a->surfaces.at[surface];

		nt_tick(a->cx);
		if (s->group == GROUP_PERSON && s->own == 0 && (s->words == 1 || s->initial))
		{
			uint32_t	full = choose(a, *index_at(&lasts, s->last_word), true, m, s);

			if (full == NT_NONE && !s->initial)
				full = choose(a, *index_at(&firsts, s->first_word), false, m, s);
			if (full != NT_NONE)
				surface = full;
		}
		root[i] = alias_root(a, surface);
		a->surfaces.at[root[i]].latest = i + 1;
		a->surfaces.at[root[i]].resolved++;
		if (m->kind == ENTITY_PERSON)
			a->surfaces.at[root[i]].traits |= title_gender(article, m);
	}
}
