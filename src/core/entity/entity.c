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
#include "name/mention.h"

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

/* is_plain tells whether nothing but single spaces parts the words of a mention. */
static bool
is_plain(const NtArticle *article, const NtMention *m)
{
	for (uint32_t i = m->first + 1; i < m->last; i++)
	{
		const NtToken *t = &article->tokens.at[i];
		uint32_t	gap = t->start - t[-1].end;

		if (gap > 1 || (gap == 1 && article->text[t->start - 1] != ' ') || (gap == 0 && (t->flags & (TOKEN_SPACE | TOKEN_LINE))))
			return false;
	}
	return true;
}

/* plain_name returns a mention's text with single spaces: where it stands, or a copy. */
static const char *
plain_name(const NtArticle *article, const NtMention *m, uint32_t *len)
{
	char	   *name;
	uint32_t	n = 0;

	if (is_plain(article, m))
	{
		*len = article->tokens.at[m->last - 1].end < m->end ? article->tokens.at[m->last - 1].end : m->end;
		*len -= article->tokens.at[m->first].start;
		return article->text + article->tokens.at[m->first].start;
	}
	name = article->cx->alloc(article->cx, m->end - m->start + 1);

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

/* note_countries notes the countries of all places, peoples and bodies that the article names. */
static void
note_countries(const NtArticle *article, bool *named)
{
	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		const NtMention *m = &article->mentions.at[i];
		int			country = m->entry != 0 ? vocab_country(article_vocab(article)->entries[m->entry].country) : -1;

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
	int			country = e->entry != 0 ? vocab_country(article_vocab(article)->entries[e->entry].country) : -1;

	if (e->kind == ENTITY_PERSON && e->entry != 0 && e->own == 0 && prefers_entry(article, e, fullest) &&
		(country < 0 || !named[country]))
		e->entry = 0;
}

/* spelled_name copies a place's name with the region behind it: "Moscow, Ala.", which is no other Moscow. */
static const char *
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
		const char *name = plain_name(article, fullest, &e->name_len);

		if (article->sentences.written == WRITTEN_SMALL ||
			((e->kind == ENTITY_PERSON || kind_is_place(e->kind)) && is_shouted(article, fullest)))
			name = recase(article->cx, name, &e->name_len);
		e->name = name;
	}
	if (kind_is_place(e->kind) && e->entry == 0 && e->place != 0 && e->place != NT_NONE)
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
	return kind_is_place(e->kind) && e->id != NULL ? key ^ vocab_hash(e->id, strlen(e->id)) : key;
}

/* What the surface that is the root of a cluster says of its entity. */
typedef struct Root
{
	uint32_t	entity;			/* + 1, 0: not made yet */
	uint32_t	entry;
	uint32_t	own;
	uint8_t		traits;
} Root;

/* roots_of keeps of the surfaces what their entities need; the surfaces go. */
static Root *
roots_of(NtAliases *a)
{
	Root	   *roots = a->cx->alloc(a->cx, (size_t) a->surfaces.n * sizeof(Root));

	for (uint32_t i = 0; i < a->surfaces.n; i++)
	{
		const NtSurface *s = &a->surfaces.at[i];

		nt_tick(a->cx);
		roots[i] = (Root) {0, s->entry, s->own, s->traits};
	}
	nt_array_release(a->cx, &a->surfaces);
	nt_release(a->cx, a->surface_of, (size_t) a->article->mentions.n * sizeof(uint32_t) + 1);
	return roots;
}

/* collect makes one entity a cluster, root[] telling of which a mention is. */
static void
collect(NtArticle *article, Root *roots, uint32_t n, const uint32_t *root, uint32_t *fullest)
{
	uint32_t   *rank = article->cx->alloc(article->cx, (size_t) n * sizeof(uint32_t) + 1);

	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		NtMention  *m = &article->mentions.at[i];
		uint32_t	r = name_rank(article, m);
		Root	   *cluster = &roots[root[i]];
		NtEntity   *e;

		nt_tick(article->cx);
		if (cluster->entity == 0)
		{
			e = nt_push(article->cx, &article->entities);
			memset(e, 0, sizeof(*e));
			e->kind = m->kind;
			e->entry = cluster->entry;
			e->own = cluster->own;
			e->place = m->place;
			e->traits = cluster->traits;
			e->first_mention = i;
			cluster->entity = article->entities.n;
			fullest[article->entities.n - 1] = i;
			rank[article->entities.n - 1] = r;
		}
		m->entity = cluster->entity - 1;
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
	nt_release(article->cx, rank, (size_t) n * sizeof(uint32_t) + 1);
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
	number_table_close(&names);
}

/*
 * put_in_order puts the most salient first and leaves out those that were made
 * one with others; where[] tells where each is now.  Each goes to its place
 * along a ring of moves, so that no second list is made.
 */
static void
put_in_order(NtArticle *article, uint32_t *where)
{
	NtContext  *cx = article->cx;
	NtEntity   *at = article->entities.at;
	uint32_t	n = article->entities.n;
	uint32_t	kept = 0;
	uint32_t	dropped;
	uint32_t   *order = cx->alloc(cx, (size_t) n * sizeof(uint32_t));

	salience_rank(article, order);
	for (uint32_t i = 0; i < n; i++)
		if (at[order[i]].mentions > 0)
			where[order[i]] = kept++;
	dropped = kept;
	for (uint32_t i = 0; i < n; i++)
		if (at[i].mentions == 0)
			where[i] = dropped++;
	for (uint32_t i = 0; i < n; i++)
		order[where[i]] = i;
	for (uint32_t i = 0; i < n; i++)
	{
		NtEntity	first = at[i];
		uint32_t	to = i;

		nt_tick(cx);
		while (order[to] != i)
		{
			uint32_t	from = order[to];

			at[to] = at[from];
			order[to] = to;
			to = from;
		}
		at[to] = first;
		order[to] = to;
	}
	article->entities.n = kept;
	nt_release(cx, order, (size_t) n * sizeof(uint32_t));
}

/* entity_link fills the article's entities, most salient first. */
void
entity_link(NtArticle *article)
{
	NtContext  *cx = article->cx;
	uint32_t	n;
	NtAliases	a = {cx, article};
	bool		named[VOCAB_COUNTRIES] = {false};
	uint32_t	surfaces;
	Root	   *roots;
	uint32_t   *root;
	uint32_t   *fullest;
	uint32_t   *where;
	uint32_t	found;

	if (article->mentions.n == 0)
		return;
	place_choose(article);
	shared_forget(article);
	n = article->mentions.n;
	if (n == 0)
		return;
	alias_surfaces(&a);
	alias_join(&a);
	root = cx->alloc(cx, (size_t) n * sizeof(uint32_t));
	alias_resolve(&a, root);

	surfaces = a.surfaces.n;
	roots = roots_of(&a);
	fullest = cx->alloc(cx, (size_t) surfaces * sizeof(uint32_t));
	collect(article, roots, surfaces, root, fullest);
	nt_release(cx, root, (size_t) n * sizeof(uint32_t));
	nt_release(cx, roots, (size_t) surfaces * sizeof(Root));
	nt_array_fit(cx, &article->entities);
	found = article->entities.n;
	note_countries(article, named);
	for (uint32_t i = 0; i < found; i++)
	{
		nt_tick(cx);
		forget_strangers(article, &article->entities.at[i], &article->mentions.at[fullest[i]], named);
		set_name(article, &article->entities.at[i], &article->mentions.at[fullest[i]]);
	}
	nt_release(cx, fullest, (size_t) surfaces * sizeof(uint32_t));

	where = cx->alloc(cx, (size_t) found * sizeof(uint32_t));
	unite(article, where);
	for (uint32_t i = 0; i < n; i++)
		article->mentions.at[i].entity = where[article->mentions.at[i].entity];
	put_in_order(article, where);
	for (uint32_t i = 0; i < n; i++)
	{
		NtMention  *m = &article->mentions.at[i];
		int			kind;

		m->entity = where[m->entity];
		kind = article->entities.at[m->entity].kind;
		if (m->kind != kind)
			mention_set(article, m, kind, m->entry, REASON_ENTITY);
	}
	nt_release(cx, where, (size_t) found * sizeof(uint32_t));
}
