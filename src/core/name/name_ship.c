/*
 * name_ship.c -- ships by what stands before their names.
 *
 *     the MV Bright Harvest, HMS Trevanion         a prefix
 *     the trawler Kerry Dawn sank; the Kerry Dawn   a noun, and the name again
 *
 * Ships are called after persons, towns and stars, so that the tagger has them
 * as all of these.  The words are data/en/lexicon/naming-nouns.txt, kind=product.
 * A prefix of two letters may be a person's initials (MT Nair) and wants "the"
 * or a noun before it; after a noun, what has the form of a person's name is one
 * (the yacht James Reed bought), unless the article has it again after "the".
 */
#include "name/name.h"

#include "base/trace.h"
#include "name/name_english.h"
#include "name/name_score.h"

#define SHIP_WORDS 5
#define SHIPS_MOST 16			/* names that are followed through an article, and persons' names looked for in it */

/* A ship's name, tokens [first, last) of its words alone. */
typedef struct Ship
{
	uint32_t	first;
	uint32_t	last;
} Ship;

typedef NtArray(Ship) Ships;

/* is_called_ship: a ship's noun, or a prefix in capitals. */
static bool
is_called_ship(const NtNameFinder *f, uint32_t i)
{
	const NtToken *t = &f->tokens[i];
	const NtPhrase *p;

	if (t->kind != TOKEN_WORD || ((t->flags & TOKEN_CAPITAL) && !(t->flags & (TOKEN_UPPER | TOKEN_SENTENCE))))
		return false;
	if (token_is(f->vocab, t, LEX_NAMING))
		return f->vocab->words[t->word].value == ENTITY_PRODUCT;
	/* bulk carrier: the nouns of two words are all of ships */
	p = i > 0 && token_is(f->vocab, t, LEX_PRODUCT_HEAD) ? phrase_at(f, i - 1, i + 1) : NULL;
	return p != NULL && (p->classes & LEX_BIT(LEX_NAMING));
}

/* is_prefix: HMS, no noun */
static bool
is_prefix(const NtToken *t)
{
	return (t->flags & TOKEN_UPPER) != 0;
}

static bool
is_the(const NtNameFinder *f, uint32_t i)
{
	return token_has(&f->tokens[i], f->words->the);
}

/* may_name: a word with a capital that may be one of a ship's name. */
static bool
may_name(const NtNameFinder *f, uint32_t i)
{
	const uint64_t other = LEX_BIT(LEX_MONTH) | LEX_BIT(LEX_WEEKDAY) | LEX_BIT(LEX_PRONOUN);
	const NtToken *t = &f->tokens[i];

	return token_is_capital(t) && !(t->flags & TOKEN_SENTENCE) && !(token_classes(f->vocab, t) & other);
}

/* name_end returns the token after a ship's name: words with capitals, small ones between them, parts with hyphens, a number. */
static uint32_t
name_end(const NtNameFinder *f, uint32_t first)
{
	const uint32_t n = f->article->tokens.n;
	uint32_t	i = first;

	for (uint32_t words = 0; i < n && words < SHIP_WORDS && may_name(f, i); words++)
	{
		i++;
		while (i + 1 < n && f->tokens[i].mark == MARK_HYPHEN && !((f->tokens[i].flags | f->tokens[i + 1].flags) & TOKEN_SPACE) &&
			   f->tokens[i + 1].kind == TOKEN_WORD)
			i += 2;
		if (i + 1 < n && (token_has(&f->tokens[i], f->words->of) || token_is(f->vocab, &f->tokens[i], LEX_NAME_PARTICLE)) && may_name(f, i + 1) &&
			f->tokens[i].word != 0 && !(f->tokens[i].flags & TOKEN_CAPITAL))
			i++;
	}
	return i;
}

/* is_person_like: a given name begins it; one that is an ordinary word (Golden), if a surname ends it. */
static bool
is_person_like(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	const NtToken *t = &f->tokens[first];

	return last - first > 1 && ((t->flags & TOKEN_INITIAL) ||
								(token_is(f->vocab, t, LEX_GIVEN_NAME) &&
								 (!token_is(f->vocab, t, LEX_COMMON_WORD) || token_is(f->vocab, &f->tokens[last - 1], LEX_SURNAME))));
}

/* is_other: what follows a noun or prefix and is no ship: a title, a head word at its end, a town's name before what it has. */
static bool
is_other(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	const uint64_t heads = LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE);
	const NtToken *next = &f->tokens[last];
	bool		one = last - first == 1;

	/* the ship Captain Reed commanded */
	if (!one && (token_classes(f->vocab, &f->tokens[first]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE))) &&
		(token_classes(f->vocab, &f->tokens[first + 1]) & (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME))))
		return true;
	if (token_is(f->vocab, &f->tokens[first], LEX_NORP_NAME))
		return true;
	if (!one && (token_classes(f->vocab, &f->tokens[last - 1]) & heads & ~LEX_BIT(LEX_ROLE)))
		return true;
	return one && next->kind == TOKEN_WORD && !(next->flags & TOKEN_CAPITAL) && token_is(f->vocab, next, LEX_COMMON_WORD) &&
		token_is(f->vocab, &f->tokens[first], LEX_PLACE_NAME) &&
		!(token_classes(f->vocab, next) & (LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION)));
}

/* is_again: the article has these words elsewhere after "the". */
static bool
is_again(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	const NtArticle *a = f->article;

	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		const NtMention *m = &a->mentions.at[i];
		uint32_t	k = 0;

		if (m->first == first || m->first == 0 || m->last - m->first != last - first || !is_the(f, m->first - 1))
			continue;
		while (k < last - first && f->tokens[m->first + k].hash == f->tokens[first + k].hash)
			k++;
		if (k == last - first)
			return true;
	}
	return false;
}

/* is_weak: a prefix of two letters without "the" or a noun before it. */
static bool
is_weak(const NtNameFinder *f, uint32_t i)
{
	return f->tokens[i].end - f->tokens[i].start == 2 && (i == 0 || (!is_the(f, i - 1) && !is_called_ship(f, i - 1)));
}

/* is_ship: the words [first, last) after a noun or prefix at a token are a ship's name; asked counts looks through the article. */
static bool
is_ship(const NtNameFinder *f, uint32_t call, uint32_t first, uint32_t last, uint32_t *asked)
{
	if (last == first || is_other(f, first, last))
		return false;
	if (!is_person_like(f, first, last))
		return !is_prefix(&f->tokens[call]) || !is_weak(f, call) || !token_is(f->vocab, &f->tokens[last - 1], LEX_SURNAME);
	return (is_prefix(&f->tokens[call]) && !is_weak(f, call)) || ((*asked)++ < SHIPS_MOST && is_again(f, first, last));
}

/* find lists the ships after nouns and prefixes. */
static void
find(NtNameFinder *f, NtMentions *found, Ships *ships)
{
	const NtArticle *a = f->article;
	uint32_t	asked = 0;

	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		const NtSentence *sentence = &a->sentences.at[s];

		for (uint32_t i = sentence->first; i + 1 < sentence->last; i++)
		{
			uint32_t	first = i + 1;
			uint32_t	last;
			bool		prefix;

			nt_tick(f->cx);
			if (!is_called_ship(f, i) || case_blind(f, sentence))
				continue;
			prefix = is_prefix(&f->tokens[i]);
			if (!prefix && is_called_ship(f, first))
				continue;
			last = name_end(f, first);
			if (last > sentence->last || !is_ship(f, i, first, last, &asked))
				continue;
			mention_add(a, found, prefix ? i : first, last, ENTITY_PRODUCT, 0, REASON_SHIP, SURE_WORK);
			if (ships->n < SHIPS_MOST)
				*nt_push(f->cx, ships) = (Ship) {first, last};
			i = last - 1;
		}
	}
}

/* is_one_of: a mention has a ship's name, of several words or after "the". */
static bool
is_one_of(const NtNameFinder *f, const Ships *ships, const NtMention *m)
{
	for (uint32_t s = 0; s < ships->n; s++)
	{
		const Ship *ship = &ships->at[s];
		uint32_t	n = ship->last - ship->first;
		uint32_t	k = 0;

		if (m->last - m->first != n || (n == 1 && (m->first == 0 || !is_the(f, m->first - 1))))
			continue;
		while (k < n && f->tokens[m->first + k].hash == f->tokens[ship->first + k].hash)
			k++;
		if (k == n)
			return true;
	}
	return false;
}

/* ship_settle makes ships of what else their names were taken for. */
void
ship_settle(NtNameFinder *f)
{
	NtArticle  *a = f->article;
	NtMentions	found = {0};
	Ships		ships = {0};

	if (f->caseless)
		return;
	find(f, &found, &ships);
	for (uint32_t i = 0; ships.n > 0 && i < a->mentions.n; i++)
	{
		NtMention  *m = &a->mentions.at[i];

		nt_tick(f->cx);
		if (m->own == 0 && m->kind != ENTITY_PRODUCT && is_one_of(f, &ships, m))
			mention_set(a, m, ENTITY_PRODUCT, 0, REASON_SHIP);
	}
	mentions_overlay(a, &found);
	nt_array_release(f->cx, &found);
	nt_array_release(f->cx, &ships);
}
