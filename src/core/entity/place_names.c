/*
 * place_names.c -- the places that an article names, and what the text itself
 * says of where they are.
 *
 *     Paris, Texas     Dublin (Ohio)     TORRINGTON, Conn. --     Ohio's Licking County
 *     Cambridge, in Waikato     Newport in south Wales
 *
 * A region right after a name, behind a comma or in a bracket, spells out
 * which place is meant: the largest of that name that lies in it.  When none
 * does, and the region is abbreviated as only addresses are (Ill.), the place is
 * one that the table lacks, and nothing is guessed; otherwise it is a list
 * ("Paris, London and Texas").
 *
 * Names before "counties" are read as counties: "in Walton and Oconee counties".
 */
#include "entity/place_reader.h"

#include "know/place_english.h"

#include <string.h>

#define QUALIFIER_TOKENS 4		/* New South Wales */
#define QUALIFIERS 4			/* readings of one: Georgia */

typedef struct Qualifier
{
	uint32_t	region[QUALIFIERS];
	uint32_t	n;
	uint32_t	last;			/* token after it */
	bool		brief;			/* Ill. */
	bool		postal;			/* TX */
} Qualifier;

/* key_of returns the key of the words [first, last). */
static uint32_t
key_of(const NtArticle *a, uint32_t first, uint32_t last)
{
	const NtToken *t = a->tokens.at;

	return first < last ? place_key(a->text + t[first].start, t[last - 1].end - t[first].start) : 0;
}

/* read_qualifier reads the region whose name begins at a token. */
static bool
read_qualifier(const PlaceReader *r, uint32_t at, Qualifier *q)
{
	const NtTokens *tokens = &r->article->tokens;
	const NtToken *t = &tokens->at[at];

	q->n = 0;
	if (at >= tokens->n || !token_is_capital(t))
		return false;
	for (uint32_t words = QUALIFIER_TOKENS; words > 0 && q->n == 0; words--)
	{
		uint32_t	n;
		uint32_t	first;
		uint32_t	key;

		if (at + words > tokens->n || tokens->at[at + words - 1].kind != TOKEN_WORD)
			continue;
		key = key_of(r->article, at, at + words);
		first = places_find(r->places, key, &n);
		for (uint32_t i = 0; i < n && key != 0 && q->n < QUALIFIERS; i++)
			if (place_scheme(&r->places->at[first + i]) == PLACE_REGION)
				q->region[q->n++] = r->places->at[first + i].region;
		q->last = at + words;
	}
	q->brief = (t->flags & (TOKEN_DOT | TOKEN_ACRONYM)) != 0;
	q->postal = (t->flags & TOKEN_UPPER) != 0 && t->end - t->start == 2;
	return q->n > 0;
}

/* qualifier_in reads ", in Waikato", "in south Wales". */
static bool
qualifier_in(const PlaceReader *r, uint32_t at, Qualifier *q)
{
	const NtTokens *tokens = &r->article->tokens;

	if (tokens->at[at].mark == MARK_COMMA)
		at++;
	if (at + 2 >= tokens->n || r->in == 0 || tokens->at[at].word != r->in)
		return false;
	at++;
	if (!token_is_capital(&tokens->at[at]) && token_is(article_vocab(r->article), &tokens->at[at], LEX_REGION_WORD))
		at++;
	return read_qualifier(r, at, q) && !q->brief;
}

/* qualifier_after reads what stands behind a mention: ", Texas", "(Ohio)", " TX", ", in Waikato". */
static bool
qualifier_after(const PlaceReader *r, const NtMention *m, Qualifier *q)
{
	const NtTokens *tokens = &r->article->tokens;
	uint32_t	at = m->last;

	if (at + 1 >= tokens->n)
		return false;
	if (qualifier_in(r, at, q))
		return true;
	if (token_mark_in(&tokens->at[at], MARK_BIT(MARK_COMMA) | MARK_BIT(MARK_ROUND_OPEN)))
		return read_qualifier(r, at + 1, q);
	return tokens->at[at].kind == TOKEN_WORD && read_qualifier(r, at, q) && (q->brief || q->postal) && q->last == at + 1;
}

/*
 * is_inside: the reading lies in the region, and a country is not just next in
 * a list: "Paris, Canada and Japan" are not Paris, Ontario, nor is "China, Japan" a
 * town of Japan.
 */
static bool
is_inside(const NtPlaces *places, const PlaceName *name, uint32_t place, uint32_t region)
{
	const NtPlace *p = &places->at[place];

	if (!place_lies_in(places, place, region) || (place_scheme(p) == PLACE_REGION && p->region == region))
		return false;
	if (places->regions[region].kind != PLACE_COUNTRY)
		return true;
	return p->size + PLACE_LISTED >= places->at[name->first].size && place_kind(&places->at[name->first]) != PLACE_COUNTRY;
}

/* spelled_out returns the reading that a mention's region picks; NT_NONE: the table lacks it; 0: none is named. */
static uint32_t
spelled_out(const PlaceReader *r, uint32_t mention, const PlaceName *name)
{
	const NtMention *m = &r->article->mentions.at[mention];
	const NtMention *before = m - 1;
	Qualifier	q;
	bool		owner = false;

	if (!qualifier_after(r, m, &q))
	{
		/* Ohio's Licking County */
		if (mention == 0 || before->last + 1 != m->first || r->article->tokens.at[before->last].kind != TOKEN_CLITIC ||
			!kind_is_place(before->kind) || !read_qualifier(r, before->first, &q) || q.last != before->last)
			return 0;
		owner = true;
	}
	for (uint32_t i = 0; i < name->n && i < PLACE_READINGS; i++)
		for (uint32_t k = 0; k < q.n; k++)
			if (is_inside(r->places, name, name->first + i, q.region[k]))
				return name->first + i;
	return name->n > 0 && !owner && q.brief && r->places->regions[q.region[0]].kind == PLACE_STATE ? NT_NONE : 0;
}

/* is_listed: token i only parts the names of a list. */
static bool
is_listed(const PlaceReader *r, uint32_t i)
{
	return r->article->tokens.at[i].mark == MARK_COMMA || token_is(article_vocab(r->article), &r->article->tokens.at[i], LEX_CONJUNCTION);
}

/* find_counties marks, from the last mention on, those that a plural calls counties. */
static void
find_counties(const PlaceReader *r, bool *is_county)
{
	const NtArticle *a = r->article;

	for (uint32_t i = a->mentions.n; i-- > 0;)
	{
		const NtMention *m = &a->mentions.at[i];
		uint32_t	next = m->last;

		nt_tick(r->cx);
		if (!kind_is_place(m->kind) || next >= a->tokens.n)
			continue;
		if (a->tokens.at[next].word == r->counties)
			is_county[i] = true;
		else if (i + 1 < a->mentions.n && is_county[i + 1])
		{
			while (next < m[1].first && is_listed(r, next))
				next++;
			is_county[i] = next > m->last && next == m[1].first;
		}
	}
}

/* county_key returns the key of a mention's words and "county". */
static uint32_t
county_key(const NtArticle *a, const NtMention *m)
{
	char		name[PLACE_NAME_MAX + sizeof(PLACE_SINGULAR)];
	uint32_t	len = m->end - m->start;

	if (len > PLACE_NAME_MAX)
		return 0;
	memcpy(name, a->text + m->start, len);
	memcpy(name + len, PLACE_SINGULAR, sizeof(PLACE_SINGULAR) - 1);
	return place_key(name, len + sizeof(PLACE_SINGULAR) - 1);
}

/* has_town_cue: Lebanon police, downtown Paris; a comma ends it. */
static bool
has_town_cue(const NtArticle *a, const NtMention *m)
{
	const NtVocab *vocab = article_vocab(a);

	return (m->last < a->tokens.n && token_is(vocab, &a->tokens.at[m->last], LEX_TOWN_CUE)) ||
		(m->first > 0 && token_is(vocab, &a->tokens.at[m->first - 1], LEX_TOWN_CUE));
}

/* in_dateline: the mention stands in a dateline section. */
static bool
in_dateline(const NtArticle *a, uint32_t *section, const NtMention *m)
{
	while (*section + 1 < a->sections.n && a->sections.at[*section].last <= m->first)
		++*section;
	return *section < a->sections.n && a->sections.at[*section].kind == SECTION_DATELINE &&
		a->sections.at[*section].first <= m->first;
}

bool
place_names(PlaceReader *r)
{
	NtArticle  *a = r->article;
	NtNumberTable index;
	uint32_t	section = 0;
	uint32_t	places = 0;
	bool	   *is_county;
	uint8_t    *doubts = place_doubts(a, r->places);

	for (uint32_t i = 0; i < a->mentions.n; i++)
		places += kind_is_place(a->mentions.at[i].kind) || (doubts != NULL && doubts[i] != 0);
	if (places == 0)
	{
		nt_release(r->cx, doubts, a->mentions.n);
		return false;
	}
	r->name_of = nt_alloc0(r->cx, (size_t) a->mentions.n * sizeof(uint32_t));
	r->exact = nt_alloc0(r->cx, (size_t) a->mentions.n * sizeof(uint32_t));
	is_county = nt_alloc0(r->cx, a->mentions.n);
	r->counties = vocab_lookup(article_vocab(a), PLACE_PLURAL, sizeof(PLACE_PLURAL) - 1);
	r->in = vocab_lookup(article_vocab(a), PLACE_IN, sizeof(PLACE_IN) - 1);
	find_counties(r, is_county);
	number_table_open(r->cx, &index, places);
	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		const NtMention *m = &a->mentions.at[i];
		PlaceName  *name;
		uint32_t	key;
		uint32_t   *number;

		nt_tick(r->cx);
		bool		doubtful = doubts != NULL && doubts[i] == PLACE_MAYBE;
		bool		opens = doubts != NULL && doubts[i] == PLACE_OPENS;

		if ((!kind_is_place(m->kind) && !doubtful && !opens) || m->own != 0 || (key = is_county[i] ? county_key(a, m) : key_of(a, m->first, m->last)) == 0)
			continue;
		number = number_table_at(&index, key);
		if (*number == 0)
		{
			name = nt_push(r->cx, &r->names);
			*name = (PlaceName) {.mention = i, .kind = kind_is_place(m->kind) ? m->kind : ENTITY_GPE, .doubtful = doubtful};
			name->first = places_find(r->places, key, &name->n);
			name->usual = places_of_entry(r->places, key, m->entry);
			*number = r->names.n;
		}
		name = &r->names.at[*number - 1];
		name->mentions++;
		name->doubtful = name->doubtful && doubtful;
		r->name_of[i] = *number;
		if (in_dateline(a, &section, m) || opens)
			name->dateline = true;
		name->towny = name->towny || has_town_cue(a, m);
		r->exact[i] = spelled_out(r, i, name);
		if (r->exact[i] != 0 && r->exact[i] != NT_NONE && name->exact == 0)
			name->exact = r->exact[i];
	}
	number_table_close(&index);
	nt_release(r->cx, is_county, a->mentions.n);
	nt_release(r->cx, doubts, a->mentions.n);
	return r->names.n > 0;
}
