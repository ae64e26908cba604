/*
 * alias_join.c -- surfaces that are forms of one another, each way of
 * shortening a name in a function of its own (alias.c tells them all).
 *
 *     Carl J. Brandt, Carl Brandt         join_persons
 *     World Orchid Union (WOU)            join_brackets
 *     World Orchid Union ... WOU          join_acronyms
 *     Orbex Inc. ... Orbex                join_short
 *     Orbex Marine Holdings ... Orbex Marine  join_beginnings
 *     Leeds Rovers ... Rovers             join_nicknames
 *
 * Each makes one table from a hash of the form to the first surface that has
 * it, so that all are linear.  Two clusters that lexicons know as different
 * things are never joined.
 */
#include "entity/alias.h"

#include "base/ascii.h"

#define BEGINNING_TOKENS 6		/* of a name, that may stand for it */

#define CLAIMED_TWICE UINT32_MAX	/* a form of several clusters, and so of none */

/* claim notes in an index that surface i has this form, + 1, or that others have it too. */
static void
claim(NtAliases *a, uint32_t *form, uint32_t i)
{
	if (*form == 0)
		*form = i + 1;
	else if (*form != CLAIMED_TWICE && alias_root(a, *form - 1) != alias_root(a, i))
		*form = CLAIMED_TWICE;
}

/*
 * acronym_of hashes the first letters of a name's words; with small, those of
 * words in small letters too.  0 when a word begins outside ASCII.
 */
static uint64_t
acronym_of(const NtAliases *a, uint32_t surface, bool small)
{
	const NtMention *m = alias_mention(a, surface);
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

/* letters_of hashes the letters of an acronym, without its stops; 0: it has a number (CT-204), and is none. */
static uint64_t
letters_of(const NtAliases *a, uint32_t surface)
{
	const NtMention *m = alias_mention(a, surface);
	uint64_t	hash = VOCAB_HASH_SEED;

	if (m->end - m->start > 24)
		return 0;
	for (uint32_t i = m->start; i < m->end; i++)
	{
		uint8_t		letter = (uint8_t) a->article->text[i] | 0x20;

		if (ascii_is_small(letter))
			hash = (hash ^ letter) * VOCAB_HASH_PRIME;
		else if (ascii_is_digit(a->article->text[i]))
			return 0;
	}
	return vocab_hash_mix(hash);
}

static void
join_entries(NtAliases *a)
{
	NtNumberTable		index;

	number_table_open(a->cx, &index, a->surfaces.n);
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		uint32_t   *other;

		nt_tick(a->cx);
		if (s->own != 0)
			other = number_table_at(&index, UINT64_C(1) << 32 | s->own);
		else if (s->entry != 0)
			other = number_table_at(&index, s->entry);
		else
			continue;
		if (*other == 0)
			*other = i + 1;
		else
			alias_unite(a, i, *other - 1);
	}
	number_table_close(&index);
}

/* join_at joins a surface with the one found under a key before, or leaves it there. */
static void
join_at(NtAliases *a, NtNumberTable *index, uint64_t key, uint32_t surface)
{
	uint32_t   *other = number_table_at(index, key);

	if (*other == 0)
		*other = surface + 1;
	else if (!alias_conflict(a, surface, *other - 1))
		alias_unite(a, surface, *other - 1);
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
	NtNumberTable		index;

	number_table_open(a->cx, &index, a->surfaces.n * 4);
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];

		nt_tick(a->cx);
		if (s->group == GROUP_PERSON && s->words >= 2)
			join_at(a, &index, alias_combine(s->first_word, s->last_word), i);
		else if (s->group == GROUP_PERSON && s->words == 1)
			join_at(a, &index, alias_combine(0, s->last_word), i);
	}
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		const NtMention *m = alias_mention(a, i);

		nt_tick(a->cx);
		if (s->group != GROUP_PERSON || s->words < 3 || s->words > 5)
			continue;
		for (uint32_t k = m->first + 1; k + 1 < m->last; k++)
			if (tokens[k].kind == TOKEN_WORD && !(tokens[k].flags & TOKEN_INITIAL))
			{
				uint32_t	other = number_table_find(&index, alias_combine(tokens[k].hash, s->last_word));

				if (other != 0 && !alias_conflict(a, i, other - 1))
					alias_unite(a, i, other - 1);
			}
	}
	number_table_close(&index);
}

static void
join_acronyms(NtAliases *a)
{
	NtNumberTable		index;

	number_table_open(a->cx, &index, a->surfaces.n * 2);
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
			other = number_table_at(&index, key);
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
		other = number_table_find(&index, letters_of(a, i));
		if (other != 0 && !alias_conflict(a, i, other - 1) &&
			(s->group == a->surfaces.at[other - 1].group || s->entry == 0))
			alias_unite(a, other - 1, i);
	}
	number_table_close(&index);
}

/* is_acronym_of tells whether the letters of one are the first ones of the other's words. */
static bool
is_acronym_of(const NtAliases *a, uint32_t brief, uint32_t full)
{
	uint64_t	letters = letters_of(a, brief);

	return letters != 0 && (letters == acronym_of(a, full, false) || letters == acronym_of(a, full, true));
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
		if (y->first != x->last + 1 || !token_is_mark(&article->tokens.at[x->last], MARK_ROUND_OPEN) ||
			y->last >= article->tokens.n || !token_is_mark(&article->tokens.at[y->last], MARK_ROUND_CLOSE))
			continue;
		full = a->surfaces.at[sx].upper ? sy : sx;
		brief = a->surfaces.at[sx].upper ? sx : sy;
		/* what the article itself calls BNP goes before what a lexicon knows by it */
		if (a->surfaces.at[brief].upper && a->surfaces.at[brief].own == 0 && a->surfaces.at[full].words > 1 &&
			a->surfaces.at[brief].entry != 0 && alias_root(a, brief) == brief && is_acronym_of(a, brief, full))
			a->surfaces.at[brief].entry = 0;
		if (!a->surfaces.at[brief].upper || a->surfaces.at[full].words < 2 || alias_conflict(a, full, brief) ||
			a->surfaces.at[full].group == GROUP_PERSON)
			continue;
		if ((article->text[alias_mention(a, full)->start] | 0x20) != (article->text[alias_mention(a, brief)->start] | 0x20))
			continue;
		alias_unite(a, full, brief);
	}
}

/* without_form returns the hash of a name of an organisation without its legal form, 0: it has none. */
static uint64_t
without_form(const NtAliases *a, uint32_t surface)
{
	const NtMention *m = alias_mention(a, surface);
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
			whole = alias_combine(whole, a->article->tokens.at[i].hash);
	return whole;
}

/* is_whose: the first word is a place, or a people. */
static bool
is_whose(const NtVocab *vocab, const NtToken *t)
{
	return (token_classes(vocab, t) & (LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_NORP_NAME))) != 0;
}

/* has_nickname: a body of a place, a club (Dunmore | Rovers), a storm (Storm | Freya). */
static bool
has_nickname(const NtAliases *a, const NtSurface *s, const NtMention *m)
{
	const NtVocab *vocab = article_vocab(a->article);
	const NtToken *t = a->article->tokens.at;

	if (s->group == GROUP_OTHER)
		return m->kind == ENTITY_EVENT && m->last - m->first == 2 && token_is(vocab, &t[m->first], LEX_EVENT_HEAD) && !token_is(vocab, &t[m->last - 1], LEX_EVENT_HEAD);
	if (s->group != GROUP_ORG || s->words < 2 || s->words > 4 || m->last - m->first > 4)
		return false;
	return is_whose(vocab, &t[m->first]) ||
		(s->words == 2 && (token_classes(vocab, &t[m->last - 1]) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_PUBLIC_HEAD) | LEX_BIT(LEX_LONE_HEAD))) == LEX_BIT(LEX_ORG_HEAD));
}

/* join_nicknames: Pittsburgh Pirates and Pirates, Boston Red Sox and Red Sox, the Philippine Coast Guard and the Coast Guard; Storm Freya and Freya. */
static void
join_nicknames(NtAliases *a)
{
	const NtVocab *vocab = article_vocab(a->article);
	const NtToken *tokens = a->article->tokens.at;
	NtNumberTable		index;

	number_table_open(a->cx, &index, a->surfaces.n * 3);
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		const NtMention *m = alias_mention(a, i);

		nt_tick(a->cx);
		if (!has_nickname(a, s, m))
			continue;
		for (uint32_t from = m->first + 1; from < m->last; from++)
		{
			uint64_t	key = s->group;
			uint32_t   *other;

			for (uint32_t k = from; k < m->last; k++)
				key = alias_combine(key, tokens[k].hash);
			other = number_table_at(&index, key);
			claim(a, other, i);
		}
	}
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		uint32_t	other;

		nt_tick(a->cx);
		if ((s->group != GROUP_ORG && (s->group != GROUP_OTHER || alias_mention(a, i)->kind != ENTITY_EVENT)) || s->words > 2 ||
			is_whose(vocab, &tokens[alias_mention(a, i)->first]))
			continue;
		other = number_table_find(&index, s->whole);
		/* the Supreme Court is America's or whose it may be */
		if (other != 0 && other != CLAIMED_TWICE && !alias_conflict(a, i, other - 1) &&
			(s->entry == 0 || token_is(vocab, &tokens[alias_mention(a, other - 1)->first], LEX_PLACE_NAME)))
		{
			alias_unite(a, other - 1, i);
			a->surfaces.at[i].nick = true;
		}
	}
	number_table_close(&index);
}

/*
 * may_be_short: an organisation, or an event, law or work of the same kind, may
 * be called by its first word; a country by its direction ("the North"); one
 * product of several ("Orbex Phone") may not.
 */
static bool
may_be_short(const NtAliases *a, uint32_t brief, uint32_t full)
{
	const NtVocab *vocab = article_vocab(a->article);
	const NtMention *m = alias_mention(a, brief);

	switch ((NtGroup) a->surfaces.at[brief].group)
	{
		case GROUP_ORG:
			return true;
		case GROUP_PLACE:
			return token_is(vocab, &a->article->tokens.at[m->first], LEX_REGION_WORD) &&
				vocab_is_country(vocab, a->surfaces.at[full].entry);
		default:
			return m->kind == alias_mention(a, full)->kind && m->kind != ENTITY_PRODUCT;
	}
}

/* join_short: Orbex Inc. and Orbex; Freedom Magazine and Freedom. */
static void
join_short(NtAliases *a)
{
	NtNumberTable		wholes;
	NtNumberTable		firsts;
	uint32_t	n = a->surfaces.n;

	number_table_open(a->cx, &wholes, n * 2);
	number_table_open(a->cx, &firsts, n);
	for (uint32_t i = 0; i < n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		uint32_t   *other;
		uint64_t	key;

		nt_tick(a->cx);
		if (s->group == GROUP_PERSON || s->group == GROUP_NORP)
			continue;
		other = number_table_at(&wholes, s->whole);
		if (*other == 0)
			*other = i + 1;
		if (s->group == GROUP_ORG && (key = without_form(a, i)) != 0)
		{
			other = number_table_at(&wholes, key);
			if (*other == 0)
				*other = i + 1;
			else if (!alias_conflict(a, *other - 1, i))
				alias_unite(a, *other - 1, i);
		}
		if (s->words < 2)
			continue;
		other = number_table_at(&firsts, alias_combine(s->first_word, s->group));
		claim(a, other, i);
	}
	/* a legal form may come after the short one */
	for (uint32_t i = 0; i < n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		uint64_t	key;
		uint32_t	other;

		nt_tick(a->cx);
		if (s->group == GROUP_ORG && (key = without_form(a, i)) != 0 &&
			(other = number_table_find(&wholes, key)) != 0 && !alias_conflict(a, other - 1, i))
			alias_unite(a, other - 1, i);
		if (s->group == GROUP_PERSON || s->group == GROUP_NORP || s->words != 1 || s->entry != 0 || s->nick)
			continue;
		other = number_table_find(&firsts, alias_combine(s->first_word, s->group));
		if (other != 0 && other != CLAIMED_TWICE && may_be_short(a, i, other - 1))
			alias_unite(a, other - 1, i);
	}
	number_table_close(&wholes);
	number_table_close(&firsts);
}

/* join_beginnings: Orbex Marine Holdings and Orbex Marine, if only one begins so. */
static void
join_beginnings(NtAliases *a)
{
	const NtToken *tokens = a->article->tokens.at;
	NtNumberTable		index;

	number_table_open(a->cx, &index, a->surfaces.n * BEGINNING_TOKENS);
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		const NtMention *m = alias_mention(a, i);
		uint64_t	key = GROUP_ORG;

		nt_tick(a->cx);
		if (s->group != GROUP_ORG || s->words < 3)
			continue;
		for (uint32_t k = m->first; k + 1 < m->last && k < m->first + BEGINNING_TOKENS; k++)
		{
			uint32_t   *other;

			if (tokens[k].kind == TOKEN_PUNCT)
				continue;
			key = alias_combine(key, tokens[k].hash);
			if (k == m->first)
				continue;
			other = number_table_at(&index, key);
			claim(a, other, i);
		}
	}
	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];
		uint32_t	other;

		nt_tick(a->cx);
		if (s->group != GROUP_ORG || s->words < 2 || s->entry != 0)
			continue;
		other = number_table_find(&index, s->whole);
		if (other != 0 && other != CLAIMED_TWICE)
			alias_unite(a, other - 1, i);
	}
	number_table_close(&index);
}

static const struct
{
	const char *form;
	void		(*join) (NtAliases *a);
}			joins[] = {
	{"a list knows both as one", join_entries},
	{"two forms of a person's name", join_persons},
	{"one in brackets after the other", join_brackets},
	{"an acronym of its words", join_acronyms},
	{"a club without its city", join_nicknames},
	{"its first word, or without its legal form", join_short},
	{"its first words", join_beginnings},
};

void
alias_join(NtAliases *a)
{
	for (size_t i = 0; i < sizeof(joins) / sizeof(joins[0]); i++)
	{
		a->form = joins[i].form;
		joins[i].join(a);
	}
}
