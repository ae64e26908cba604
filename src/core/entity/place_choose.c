/*
 * place_choose.c -- one coherent choice among places of the same name.
 *
 *     The fire in Paris spread to Lamar County's south, Texas officials said
 *     in Honey Grove.
 *
 * Every name votes for the county, state and country of the place that it
 * means; each of its readings gets a score: its people, and how much of the
 * article's votes, its own apart, are for the regions that it lies in.
 *
 *     Paris, France         63 (2.1 million people)
 *     Paris, Lamar County   44 + 30 (county) + 33 (state) + 14 (country)
 *
 *  1. place_names.c gathers the names, and what the text spells out.
 *  2. In the first round only sure names vote: those spelled out, with one
 *     reading, or whose largest place is far ahead; peoples vote for their
 *     countries, and the caller's home (NtLexicon.home) for its regions.
 *  3. All choose, and vote anew by what they chose, PLACE_ROUNDS times.
 *  4. A small town that nothing else in the article supports is not taken,
 *     unless the vocabulary knows it: no place rather than a wild one.
 *
 * All is linear: readings are looked at PLACE_READINGS at most, and votes are
 * counted in an array of regions.
 */
#include "entity/place.h"

#include "base/trace.h"
#include "entity/reading.h"
#include "know/lexicon.h"

#include <string.h>

/* add_mass adds to (or takes from) the votes for a region and all it lies in. */
static void
add_mass(PlaceReader *r, uint32_t region, int32_t votes)
{
	for (; region != 0; region = r->places->regions[region].within)
		r->mass[region] = (uint32_t) ((int32_t) r->mass[region] + votes);
	r->total = (uint32_t) ((int32_t) r->total + votes);
}

static void
vote(PlaceReader *r, PlaceName *name, uint32_t place)
{
	uint32_t	votes;

	if (name->voted != 0)
		add_mass(r, r->places->at[name->voted].region, -(int32_t) name->votes);
	name->voted = place;
	if (place == 0)
		return;
	votes = name->mentions < PLACE_VOTE_MENTIONS ? name->mentions : PLACE_VOTE_MENTIONS;
	if (place_scheme(&r->places->at[place]) == PLACE_REGION)
		votes *= PLACE_VOTE_REGION;
	if (name->exact == place)
		votes *= PLACE_VOTE_EXACT;
	if (name->dateline)
		votes += PLACE_VOTE_DATELINE;
	name->votes = votes;
	add_mass(r, r->places->at[place].region, (int32_t) votes);
}

/* prior is what a reading has without the article. */
static int32_t
prior(const PlaceReader *r, const PlaceName *name, uint32_t place)
{
	const NtPlace *p = &r->places->at[place];
	int32_t		score = p->size;

	switch (place_kind(p))
	{
		case PLACE_COUNTRY:
			score += PLACE_SCORE_COUNTRY;
			break;
		case PLACE_STATE:
			score += PLACE_SCORE_STATE;
			break;
		case PLACE_COUNTY:
			score += PLACE_SCORE_COUNTY;
			break;
		case PLACE_SECTION:
			score += PLACE_SCORE_SECTION;
			break;
		default:
			break;
	}
	if ((name->kind == ENTITY_LOC) != (place_kind(p) == PLACE_NATURE))
		score += PLACE_SCORE_OTHER_KIND;
	return score;
}

/* fits_kind: a building is none of the towns of its name. */
static bool
fits_kind(const PlaceReader *r, const PlaceName *name, uint32_t place)
{
	return (name->kind == ENTITY_FAC) == (place_kind(&r->places->at[place]) == PLACE_SITE);
}

/* share returns in hundredths how much of the article is for a region, this name's own vote apart. */
static uint32_t
share(const PlaceReader *r, const PlaceName *name, uint32_t region)
{
	uint32_t	mass = r->mass[region];
	uint32_t	total = r->total;

	if (name->voted != 0)
	{
		if (place_lies_in(r->places, name->voted, region))
			mass -= name->votes;
		total -= name->votes;
	}
	return mass == 0 ? 0 : 100 * mass / (mass + 2 + (total - mass) / 3);
}

/* support is what the rest of the article adds to a reading. */
static int32_t
support(const PlaceReader *r, const PlaceName *name, uint32_t place)
{
	static const int32_t most[PLACE_KINDS] = {
		[PLACE_COUNTY] = PLACE_SUPPORT_COUNTY, [PLACE_STATE] = PLACE_SUPPORT_STATE, [PLACE_COUNTRY] = PLACE_SUPPORT_COUNTRY
	};
	int32_t		score = 0;

	for (uint32_t region = r->places->at[place].region; region != 0; region = r->places->regions[region].within)
		score += most[r->places->regions[region].kind] * (int32_t) share(r, name, region) / 100;
	return score;
}

/* needs_support: a small town, which most often is not meant. */
static bool
needs_support(const NtPlace *p)
{
	return p->size < PLACE_SMALL && (place_kind(p) == PLACE_TOWN || place_kind(p) == PLACE_SECTION);
}

static void
trace_reading(const PlaceReader *r, const PlaceName *name, uint32_t place, int32_t own, int32_t rest)
{
	const NtMention *m = &r->article->mentions.at[name->mention];
	char		id[PLACE_ID_ROOM];

	place_id(r->places, place, id);
	nt_trace(r->cx, TRACE_ENTITIES, "place %.*s: %s %s, people %d, article %d", (int) (m->end - m->start),
			 r->article->text + m->start, place_kind_name(place_kind(&r->places->at[place])), id, (int) own, (int) rest);
}

/* choose picks the best reading of a name. */
static void
choose(const PlaceReader *r, PlaceName *name, bool last)
{
	int32_t		best = INT32_MIN;
	int32_t		second = INT32_MIN;

	name->chosen = 0;
	for (uint32_t i = 0; i < name->n && i < PLACE_READINGS; i++)
	{
		uint32_t	place = name->first + i;
		int32_t		own = prior(r, name, place);
		int32_t		rest = name->exact == place ? PLACE_SCORE_EXACT : support(r, name, place);

		if (!fits_kind(r, name, place) ||
			(rest < PLACE_SUPPORT_LEAST && name->n > 1 && needs_support(&r->places->at[place])))
			continue;
		if (last && nt_tracing(r->cx, TRACE_ENTITIES))
			trace_reading(r, name, place, own, rest);
		if (own + rest > best)
		{
			second = best;
			best = own + rest;
			name->chosen = place;
		}
		else if (own + rest > second)
			second = own + rest;
	}
	name->margin = second == INT32_MIN ? PLACE_SURE_MARGIN : best - second;
}

/* begin casts the votes of the first round. */
static void
begin(PlaceReader *r)
{
	const NtVocab *vocab = article_vocab(r->article);

	if (r->article->own != NULL && r->article->own->home != 0)
		add_mass(r, r->places->at[r->article->own->home].region, PLACE_VOTE_HOME);
	for (uint32_t i = 0; i < r->article->mentions.n; i++)
	{
		const NtMention *m = &r->article->mentions.at[i];

		nt_tick(r->cx);
		if (m->kind == ENTITY_NORP && m->entry != 0)
			add_mass(r, places_country(r->places, vocab->entries[m->entry].country), PLACE_VOTE_PEOPLE);
	}
	for (uint32_t i = 0; i < r->names.n; i++)
	{
		PlaceName  *name = &r->names.at[i];

		nt_tick(r->cx);
		choose(r, name, false);
		if (name->chosen != 0 && (name->exact != 0 || name->n == 1 ||
								  (name->margin >= PLACE_SURE_MARGIN && r->places->at[name->chosen].size >= PLACE_SURE_SIZE)))
			vote(r, name, name->chosen);
	}
}

/* entry_of returns the gazetteer entry of a mention's words that is this place, 0: none. */
static uint32_t
entry_of(const PlaceReader *r, const NtMention *m, uint32_t place)
{
	const NtVocab *vocab = article_vocab(r->article);
	char		id[PLACE_ID_ROOM];

	if (place_scheme(&r->places->at[place]) == PLACE_ENTRY)
		return r->places->at[place].number;
	place_id(r->places, place, id);
	return reading_entry(vocab, &r->article->tokens.at[m->first], m->last - m->first, id);
}

void
place_choose(NtArticle *article)
{
	PlaceReader r = {.cx = article->cx, .article = article, .places = &article->know->places};

	if (!place_names(&r))
		return;
	r.mass = nt_alloc0(r.cx, (size_t) r.places->n_regions * sizeof(uint32_t));
	begin(&r);
	for (int round = 1; round <= PLACE_ROUNDS; round++)
		for (uint32_t i = 0; i < r.names.n; i++)
		{
			nt_tick(r.cx);
			choose(&r, &r.names.at[i], round == PLACE_ROUNDS);
			vote(&r, &r.names.at[i], r.names.at[i].chosen);
		}
	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		NtMention  *m = &article->mentions.at[i];
		uint32_t	place;

		nt_tick(r.cx);
		if (r.name_of[i] == 0)
			continue;
		place = r.exact[i] == 0 ? r.names.at[r.name_of[i] - 1].chosen : r.exact[i];
		m->place = place;
		if (place != 0)
			m->entry = place == NT_NONE ? 0 : entry_of(&r, m, place);
	}
}
