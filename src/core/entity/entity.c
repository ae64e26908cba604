/*
 * entity.c -- from mentions to the things they name.
 *
 * alias.c says which mentions belong together; here each cluster becomes an
 * entity and gets its name:
 *
 *   - what the user's own lexicon calls it;
 *   - what the gazetteer prefers, when it knows the thing: U.S. -> United
 *     States, Russians -> Russian;
 *   - for persons, and for all it does not know, the fullest form that the
 *     article gives: Okoro -> Tam Okoro.  White space in it is made single,
 *     and a form in normal writing goes before one from a headline in
 *     capitals.
 *
 * Clusters that come to the same kind and name are one entity, so that each
 * entity is listed once.  salience.c brings them in order.
 */
#include "entity/alias.h"

#include "base/utf8.h"
#include "know/lexicon.h"
#include "entity/place.h"
#include "entity/reading.h"
#include "entity/salience.h"
#include "entity/shared.h"
#include "entity/entity.h"

#include "know/place_english.h"

#include <string.h>
#include <utf8proc.h>

/* name_rank: larger is a fuller form. */
static uint32_t
name_rank(const NtArticle *article, const NtMention *m)
{
	uint32_t	words = 0;
	bool		upper = true;

	for (uint32_t i = m->first; i < m->last; i++)
	{
		const NtToken *t = &article->tokens.at[i];

		words += t->kind == TOKEN_WORD;
		if (t->kind == TOKEN_WORD && !(t->flags & (TOKEN_UPPER | TOKEN_ACRONYM | TOKEN_INITIAL)))
			upper = false;
	}
	return words > 8 ? 1 : words * 4 + (upper ? 0 : 3);
}

/* plain_name copies a mention's text with single spaces. */
static char *
plain_name(const NtArticle *article, const NtMention *m, uint32_t *len)
{
	char	   *name = article->cx->alloc(article->cx, m->end - m->start + 1);
	uint32_t	n = 0;

	for (uint32_t i = m->first; i < m->last; i++)
	{
		const NtToken *t = &article->tokens.at[i];
		uint32_t	end = t->end < m->end ? t->end : m->end;

		if (i > m->first && (t->flags & (TOKEN_SPACE | TOKEN_LINE)))
			name[n++] = ' ';
		memcpy(name + n, article->text + t->start, end - t->start);
		n += end - t->start;
	}
	name[n] = '\0';
	*len = n;
	return name;
}

/* is_shouted: the sentence of a mention is all in capitals. */
static bool
is_shouted(const NtArticle *article, const NtMention *m)
{
	uint32_t	low = 0;
	uint32_t	high = article->sentences.n;

	while (low + 1 < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (article->sentences.at[middle].first <= m->first)
			low = middle;
		else
			high = middle;
	}
	return high > 0 && (article->sentences.at[low].flags & SENTENCE_UPPER) != 0;
}

/* begins_word: at the beginning, after a space, a hyphen or, of one letter, an apostrophe: O'Neill. */
static bool
begins_word(const char *name, uint32_t i)
{
	return i == 0 || name[i - 1] == ' ' || name[i - 1] == '-' || name[i - 1] == '.' ||
		(i > 1 && name[i - 1] == '\'' && (i == 2 || name[i - 3] == ' '));
}

/*
 * recase writes a name as running text would: VLADIMIR O'NEILL and vladimir
 * o'neill as Vladimir O'Neill.
 */
static char *
recase(NtContext *cx, const char *name, uint32_t *len)
{
	char	   *out = cx->alloc(cx, (size_t) *len * 2 + 8);
	const uint8_t *end = (const uint8_t *) name + *len;
	uint32_t	n = 0;

	for (const uint8_t *p = (const uint8_t *) name; p < end;)
	{
		int32_t		cp;
		uint32_t	at = (uint32_t) ((const char *) p - name);
		size_t		size = utf8_next(p, end, &cp);

		if (cp < 0 || (size_t) n + 4 > (size_t) *len * 2 + 4)
		{
			memcpy(out + n, p, size);
			n += (uint32_t) size;
		}
		else
		{
			cp = begins_word(name, at) ? utf8proc_toupper(cp) : utf8proc_tolower(cp);
			n += (uint32_t) utf8proc_encode_char(cp, (utf8proc_uint8_t *) out + n);
		}
		p += size;
	}
	out[n] = '\0';
	*len = n;
	return out;
}

/* prefers_entry tells whether the gazetteer's name is to be used. */
static bool
prefers_entry(const NtArticle *article, const NtEntity *e, const NtMention *fullest)
{
	uint32_t	words = 0;

	if (e->entry == 0)
		return false;
	if (e->kind != ENTITY_PERSON)
		return true;
	for (uint32_t i = fullest->first; i < fullest->last; i++)
		words += article->tokens.at[i].kind == TOKEN_WORD;
	return words == 1;
}

#define COUNTRIES (26 * 26)

/* country_bit returns a number of the entry's country, below COUNTRIES; -1: none. */
static int
country_bit(const NtEntry *e)
{
	int			a = e->country[0] - 'A';
	int			b = e->country[1] - 'A';

	return a >= 0 && a < 26 && b >= 0 && b < 26 ? a * 26 + b : -1;
}

/* note_countries notes the countries of all places, peoples and bodies that the article names. */
static void
note_countries(const NtArticle *article, bool *named)
{
	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		const NtMention *m = &article->mentions.at[i];
		int			country = m->entry != 0 ? country_bit(&article_vocab(article)->entries[m->entry]) : -1;

		nt_tick(article->cx);
		if (country >= 0 && m->kind != ENTITY_PERSON)
			named[country] = true;
	}
}

/*
 * forget_strangers takes the entry from a person known by the surname alone when
 * the article names nothing of that bearer's country: "Putin" stays Putin then.
 */
static void
forget_strangers(const NtArticle *article, NtEntity *e, const NtMention *fullest, const bool *named)
{
	int			country = e->entry != 0 ? country_bit(&article_vocab(article)->entries[e->entry]) : -1;

	if (e->kind == ENTITY_PERSON && e->entry != 0 && e->own == 0 && prefers_entry(article, e, fullest) &&
		(country < 0 || !named[country]))
		e->entry = 0;
}

/* spelled_name copies a place's name with the region behind it: "Moscow, Ala.", which is no other Moscow. */
static char *
spelled_name(const NtArticle *article, const NtMention *m, uint32_t *len)
{
	const NtMention *region = m + 1;
	NtMention	both = *m;

	if (region < article->mentions.at + article->mentions.n && region->first == m->last + 1)
		both.last = region->last;
	else if (m->last + 2 <= article->tokens.n)
		both.last = m->last + 2;
	both.end = article->tokens.at[both.last - 1].end;
	return plain_name(article, &both, len);
}

/* name_county writes out "county" where a list says it only once: Walton and Oconee counties. */
static void
name_county(const NtArticle *article, NtEntity *e)
{
	const NtPlaces *places = &article->know->places;
	size_t		len = e->name_len + sizeof(COUNTY_AFTER) - 1;
	char	   *name;

	if (place_kind(&places->at[e->place]) != PLACE_COUNTY || place_key(e->name, e->name_len) == places->at[e->place].name)
		return;
	name = article->cx->alloc(article->cx, len + 1);
	memcpy(name, e->name, e->name_len);
	memcpy(name + e->name_len, COUNTY_AFTER, sizeof(COUNTY_AFTER));
	if (place_key(name, len) != places->at[e->place].name)
		return;
	e->name = name;
	e->name_len = (uint32_t) len;
}

static void
set_name(const NtArticle *article, NtEntity *e, const NtMention *fullest)
{
	const NtVocab *vocab = article_vocab(article);

	if (e->own != 0)
	{
		const NtOwnEntry *own = &article->own->entries.at[e->own - 1];

		e->name = own->name;
		e->name_len = own->name_len;
		e->kind = own->kind;
		return;
	}
	if (e->place == NT_NONE)
		e->name = spelled_name(article, fullest, &e->name_len);
	else if (prefers_entry(article, e, fullest))
	{
		e->name = vocab_string(vocab, vocab->entries[e->entry].name);
		e->name_len = (uint32_t) strlen(e->name);
	}
	else
	{
		char	   *name = plain_name(article, fullest, &e->name_len);

		if (article->sentences.written == WRITTEN_SMALL ||
			((e->kind == ENTITY_PERSON || kind_is_place(e->kind)) && is_shouted(article, fullest)))
			name = recase(article->cx, name, &e->name_len);
		e->name = name;
	}
	if (place_is_kind(e->kind) && e->entry == 0 && e->place != 0 && e->place != NT_NONE)
		name_county(article, e);
	if (e->entry != 0 || (e->place != 0 && e->place != NT_NONE))
	{
		char		id[PLACE_ID_ROOM];

		reading_id(article->know, (NtMeaning) {e->entry, e->place}, id);
		if (id[0] != '\0')
			e->id = nt_copy(article->cx, id, strlen(id));
	}
}

static uint64_t
name_key(const NtEntity *e)
{
	uint64_t	key = vocab_hash(e->name, e->name_len) ^ (uint64_t) e->kind << 56;

	/* Paris, Texas, is not Paris */
	return place_is_kind(e->kind) && e->id != NULL ? key ^ vocab_hash(e->id, strlen(e->id)) : key;
}

/* collect makes one entity a cluster; root_entity maps its root to it, + 1. */
static void
collect(NtArticle *article, NtAliases *a, const uint32_t *root, uint32_t *root_entity, uint32_t *fullest)
{
	uint32_t   *rank = a->cx->alloc(a->cx, (size_t) a->surfaces.n * sizeof(uint32_t) + 1);

	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		NtMention  *m = &article->mentions.at[i];
		uint32_t	r = name_rank(article, m);
		NtEntity   *e;

		nt_tick(a->cx);
		if (root_entity[root[i]] == 0)
		{
			e = nt_push(a->cx, &article->entities);
			memset(e, 0, sizeof(*e));
			e->kind = m->kind;
			e->entry = a->surfaces.at[root[i]].entry;
			e->own = a->surfaces.at[root[i]].own;
			e->place = m->place;
			e->traits = a->surfaces.at[root[i]].traits;
			e->first_mention = i;
			root_entity[root[i]] = article->entities.n;
			fullest[article->entities.n - 1] = i;
			rank[article->entities.n - 1] = r;
		}
		m->entity = root_entity[root[i]] - 1;
		e = &article->entities.at[m->entity];
		e->mentions++;
		if (e->place == 0)
			e->place = m->place;
		if (r > rank[m->entity])
		{
			fullest[m->entity] = i;
			rank[m->entity] = r;
			e->kind = m->kind;
		}
	}
}

/* unite makes entities of the same kind and name one; where[] tells which. */
static void
unite(NtArticle *article, uint32_t *where)
{
	NtNumberTable		names;

	number_table_open(article->cx, &names, article->entities.n);
	for (uint32_t i = 0; i < article->entities.n; i++)
	{
		NtEntity   *e = &article->entities.at[i];
		uint32_t   *same = number_table_at(&names, name_key(e));

		nt_tick(article->cx);
		if (*same == 0)
			*same = i + 1;
		where[i] = *same - 1;
		if (where[i] != i)
		{
			NtEntity   *first = &article->entities.at[where[i]];

			first->mentions += e->mentions;
			first->traits |= e->traits;
			if (first->own == 0)
				first->own = e->own;
			if (first->entry == 0)
			{
				first->entry = e->entry;
				first->place = e->place;
				first->id = e->id;
			}
			e->mentions = 0;
		}
	}
}

/* entity_link fills the article's entities, most salient first. */
void
entity_link(NtArticle *article)
{
	NtContext  *cx = article->cx;
	uint32_t	n = article->mentions.n;
	NtAliases	a = {cx, article};
	bool		named[COUNTRIES] = {false};
	uint32_t   *root;
	uint32_t   *root_entity;
	uint32_t   *fullest;
	uint32_t   *where;
	uint32_t   *order;
	uint32_t	kept = 0;
	NtEntity   *sorted;

	if (n == 0)
		return;
	place_choose(article);
	shared_forget(article);
	alias_surfaces(&a);
	alias_join(&a);
	root = cx->alloc(cx, (size_t) n * sizeof(uint32_t));
	alias_resolve(&a, root);

	root_entity = nt_alloc0(cx, (size_t) a.surfaces.n * sizeof(uint32_t));
	fullest = cx->alloc(cx, (size_t) a.surfaces.n * sizeof(uint32_t));
	collect(article, &a, root, root_entity, fullest);
	note_countries(article, named);
	for (uint32_t i = 0; i < article->entities.n; i++)
	{
		forget_strangers(article, &article->entities.at[i], &article->mentions.at[fullest[i]], named);
		set_name(article, &article->entities.at[i], &article->mentions.at[fullest[i]]);
	}

	where = cx->alloc(cx, (size_t) article->entities.n * sizeof(uint32_t));
	unite(article, where);
	for (uint32_t i = 0; i < n; i++)
		article->mentions.at[i].entity = where[article->mentions.at[i].entity];

	order = cx->alloc(cx, (size_t) article->entities.n * sizeof(uint32_t));
	salience_rank(article, order);
	sorted = cx->alloc(cx, (size_t) article->entities.n * sizeof(NtEntity));
	for (uint32_t i = 0; i < article->entities.n; i++)
	{
		if (article->entities.at[order[i]].mentions == 0)
			continue;
		sorted[kept] = article->entities.at[order[i]];
		where[order[i]] = kept++;
	}
	memcpy(article->entities.at, sorted, (size_t) kept * sizeof(NtEntity));
	article->entities.n = kept;
	for (uint32_t i = 0; i < n; i++)
	{
		NtMention  *m = &article->mentions.at[i];

		m->entity = where[m->entity];
		m->kind = article->entities.at[m->entity].kind;
	}
}
