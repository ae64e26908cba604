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
#include "entity/place_reader.h"

#include "base/trace.h"
#include "entity/reading.h"
#include "know/lexicon.h"
#include "name/mention.h"

/* What is known of a county: 0, the number + 1 of the name that may be it, or these. */
#define PAIR_COUNTIES (UINT32_MAX - 1)	/* several names may be it */
#define PAIR_BOTH UINT32_MAX	/* it and a town in it are named */

/* cell_of returns where on the map a place is; NT_NONE: it has no point, or is a whole region. */
static uint32_t
cell_of(const NtPlace *p)
{
	if (p->lat == PLACE_NOWHERE || place_kind(p) == PLACE_STATE || place_kind(p) == PLACE_COUNTRY)
		return NT_NONE;
	return (uint32_t) ((p->lat + 90 * PLACE_UNITS) / PLACE_CELL) * PLACE_COLUMNS + (uint32_t) ((p->lon + 180 * PLACE_UNITS) / PLACE_CELL);
}

/* add_mass adds to (or takes from) the votes for a region and all it lies in. */
static void
add_mass(PlaceReader *r, uint32_t region, int32_t votes)
{
	for (; region != 0; region = r->places->regions[region].within)
		r->mass[region] = (uint16_t) (r->mass[region] + votes);
}

static void
add_place(PlaceReader *r, uint32_t place, int32_t votes)
{
	uint32_t	cell = cell_of(&r->places->at[place]);

	add_mass(r, r->places->at[place].region, votes);
	if (cell != NT_NONE)
		r->near[cell] = (uint16_t) (r->near[cell] + votes);
}

/* part_votes gives each reading of an unsure name its part of the vote, or takes it. */
static void
part_votes(PlaceReader *r, PlaceName *name, int32_t sign)
{
	for (uint32_t i = 0; i < name->n; i++)
		add_place(r, name->first + i, sign * (int32_t) (name->votes / name->n));
	r->total = (uint32_t) ((int32_t) r->total + sign * (int32_t) name->votes);
	name->parted = sign > 0;
}

/*
 * vote casts a name's vote for a place, or parts it (0), in place of the one
 * before; false: it is the same.
 */
static bool
vote(PlaceReader *r, PlaceName *name, uint32_t place)
{
	bool		changed;

	if (name->doubtful || name - r->names.at >= PLACE_VOTERS)
		place = 0;
	changed = name->voted != place || name->parted;
	if (!changed && place != 0)
		return false;
	if (name->parted)
		part_votes(r, name, -1);
	if (name->voted != 0)
	{
		add_place(r, name->voted, -(int32_t) name->votes);
		r->total -= name->votes;
	}
	name->voted = place;
	name->votes = r->unit * (name->mentions < PLACE_VOTE_MENTIONS ? name->mentions : PLACE_VOTE_MENTIONS);
	if (place == 0)
		return changed;
	if (place_scheme(&r->places->at[place]) == PLACE_REGION)
		name->votes *= PLACE_VOTE_REGION;
	if (name->exact == place)
		name->votes *= PLACE_VOTE_EXACT;
	if (name->dateline)
		name->votes += PLACE_VOTE_DATELINE * r->unit;
	add_place(r, place, (int32_t) name->votes);
	r->total += name->votes;
	return true;
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
	if (place == name->usual)
		score += PLACE_SCORE_DEFAULT;
	if (name->towny && (place_kind(p) == PLACE_TOWN || place_kind(p) == PLACE_SECTION))
		score += PLACE_SCORE_TOWN_CUE;
	return score;
}

/* weigh_share returns in hundredths how much of the article's votes, this name's own apart, these are. */
static uint32_t
weigh_share(const PlaceReader *r, const PlaceName *name, uint32_t votes, uint32_t own)
{
	uint32_t	total = r->total - (name->voted != 0 || name->parted ? name->votes : 0);

	votes = votes > own ? votes - own : 0;
	total = total > votes ? total : votes;
	return votes == 0 ? 0 : 100 * votes / (votes + r->unit * 3 / 2 + (total - votes) / 3);
}

/* own_votes returns what of the votes for a region is of the name itself. */
static uint32_t
own_votes(const PlaceReader *r, const PlaceName *name, uint32_t region)
{
	if (name->parted)
		return name->votes / name->n;
	return name->voted != 0 && place_lies_in(r->places, name->voted, region) ? name->votes : 0;
}

/* near_votes returns the votes for places around one, its name's own apart. */
static uint32_t
near_votes(const PlaceReader *r, const PlaceName *name, uint32_t cell)
{
	uint32_t	votes = 0;
	uint32_t	own = 0;

	for (int row = -1; row <= 1; row++)
		for (int column = -1; column <= 1; column++)
		{
			int64_t		at = (int64_t) cell + row * PLACE_COLUMNS + column;

			if (at < 0 || at >= PLACE_ROWS * PLACE_COLUMNS)
				continue;
			votes += r->near[at];
			if (name->voted != 0 && cell_of(&r->places->at[name->voted]) == at)
				own = name->votes;
		}
	if (name->parted)
		own = name->votes / name->n;
	return votes > own ? votes - own : 0;
}

/* support is what the rest of the article adds to a reading. */
static int32_t
support(const PlaceReader *r, const PlaceName *name, uint32_t place)
{
	static const int32_t most[PLACE_KINDS] = {
		[PLACE_COUNTY] = PLACE_SUPPORT_COUNTY, [PLACE_STATE] = PLACE_SUPPORT_STATE, [PLACE_COUNTRY] = PLACE_SUPPORT_COUNTRY
	};
	const NtPlace *p = &r->places->at[place];
	uint32_t	cell = cell_of(p);
	int32_t		score = 0;

	for (uint32_t region = p->region; region != 0; region = r->places->regions[region].within)
		score += most[r->places->regions[region].kind] *
			(int32_t) weigh_share(r, name, r->mass[region], own_votes(r, name, region)) / 100;
	if (cell != NT_NONE)
		score += PLACE_SUPPORT_NEAR * (int32_t) weigh_share(r, name, near_votes(r, name, cell), 0) / 100;
	if (r->pair[p->region] == PAIR_BOTH && (place_kind(p) == PLACE_TOWN || place_kind(p) == PLACE_COUNTY))
		score += PLACE_SCORE_PAIR;
	return score;
}

/* needs_support: a small town that most often is not meant, or a town where a building is. */
static bool
needs_support(const PlaceName *name, const NtPlace *p)
{
	if (name->kind == ENTITY_FAC && place_kind(p) != PLACE_SITE)
		return true;
	return name->n > 1 && p->size < PLACE_SMALL && (place_kind(p) == PLACE_TOWN || place_kind(p) == PLACE_SECTION);
}

/* trace_reading: "place Paris: town geonames:4717560, people 62, article 85". */
static void
trace_reading(const PlaceReader *r, const PlaceName *name, uint32_t place, int32_t own, int32_t rest, bool unsupported)
{
	const NtMention *m = &r->article->mentions.at[name->mention];
	char		id[PLACE_ID_ROOM];

	place_id(r->places, place, id);
	nt_trace(r->cx, TRACE_ENTITIES, "place %.*s: %s %s, people %d, article %d%s", (int) (m->end - m->start),
			 r->article->text + m->start, place_kind_name(place_kind(&r->places->at[place])), id, (int) own, (int) rest,
			 unsupported ? ": too little of the article supports it" : "");
}

/* trace_choice: "place Paris is geonames:4717560, 147, over geonames:2988507, 94". */
static void
trace_choice(const PlaceReader *r, const PlaceName *name, int32_t best, int32_t second, uint32_t other)
{
	const NtMention *m = &r->article->mentions.at[name->mention];
	const char *text = r->article->text + m->start;
	int			len = (int) (m->end - m->start);
	char		id[PLACE_ID_ROOM];
	char		other_id[PLACE_ID_ROOM];

	if (name->chosen == 0)
	{
		nt_trace(r->cx, TRACE_ENTITIES, "place %.*s is none that is known", len, text);
		return;
	}
	place_id(r->places, name->chosen, id);
	if (other == 0)
	{
		nt_trace(r->cx, TRACE_ENTITIES, "place %.*s is %s, %d, the only one", len, text, id, (int) best);
		return;
	}
	place_id(r->places, other, other_id);
	nt_trace(r->cx, TRACE_ENTITIES, "place %.*s is %s, %d, over %s, %d", len, text, id, (int) best, other_id, (int) second);
}

/* choose picks the best reading of a name. */
static void
choose(const PlaceReader *r, PlaceName *name, bool last)
{
	bool		tracing = last && nt_tracing(r->cx, TRACE_ENTITIES);
	int32_t		best = INT32_MIN;
	int32_t		second = INT32_MIN;
	uint32_t	other = 0;		/* the reading that is second */

	name->chosen = 0;
	for (uint32_t i = 0; i < name->n && i < PLACE_READINGS; i++)
	{
		uint32_t	place = name->first + i;
		int32_t		own = prior(r, name, place);
		int32_t		rest = name->exact == place ? PLACE_SCORE_EXACT : support(r, name, place);

		bool		unsupported = (name->doubtful && rest < PLACE_DOUBT_SUPPORT) ||
			(rest < PLACE_SUPPORT_LEAST && needs_support(name, &r->places->at[place]));

		if (tracing)
			trace_reading(r, name, place, own, rest, unsupported);
		if (unsupported)
			continue;
		if (own + rest > best)
		{
			second = best;
			other = name->chosen;
			best = own + rest;
			name->chosen = place;
		}
		else if (own + rest > second)
		{
			second = own + rest;
			other = place;
		}
	}
	if (tracing)
		trace_choice(r, name, best, second, other);
	name->margin = second == INT32_MIN ? PLACE_SURE_MARGIN : best - second;
}

/* vote_body casts the votes of the regions in a body's name: Lamar County Chronicle, University of Texas. */
static void
vote_body(PlaceReader *r, const NtMention *m)
{
	const NtArticle *a = r->article;
	const NtToken *t = a->tokens.at;

	for (uint32_t i = m->first; i < m->last; i++)
	{
		bool		headed = i + 1 < m->last && token_is(article_vocab(a), &t[i + 1], LEX_PLACE_HEAD);

		if (!token_is_capital(&t[i]) || !(headed || token_is(article_vocab(a), &t[i], LEX_PLACE_NAME)))
			continue;
		for (uint32_t words = headed ? 2 : 1; words <= 3 && i + words <= m->last; words++)
		{
			uint32_t	n;
			uint32_t	first = places_find(r->places, place_key(a->text + t[i].start, t[i + words - 1].end - t[i].start), &n);

			if (n == 0 || n > PLACE_VOTE_PARTS || place_scheme(&r->places->at[first]) != PLACE_REGION)
				continue;
			for (uint32_t k = 0; k < n; k++)
				if (place_scheme(&r->places->at[first + k]) == PLACE_REGION)
					add_mass(r, r->places->at[first + k].region, (int32_t) (PLACE_VOTE_BODY * r->unit / n));
			r->total += PLACE_VOTE_BODY * r->unit;
			i += words - 1;
			break;
		}
	}
}

/* pair_counties finds the counties that are named and hold a town of which one reading is named by another name: no town is a pair with its own county's name. */
static void
pair_counties(PlaceReader *r)
{
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < r->names.n; i++)
		{
			const PlaceName *name = &r->names.at[i];

			nt_tick(r->cx);
			for (uint32_t k = 0; k < name->n && k < PLACE_READINGS; k++)
			{
				const NtPlace *p = &r->places->at[name->first + k];
				uint32_t   *pair = &r->pair[p->region];

				if (pass == 0 && place_kind(p) == PLACE_COUNTY)
					*pair = *pair == 0 || *pair == i + 1 ? i + 1 : PAIR_COUNTIES;
				else if (pass == 1 && place_kind(p) == PLACE_TOWN && *pair != 0 && *pair != i + 1)
					*pair = PAIR_BOTH;
			}
		}
}

/* begin casts the votes of the first round. */
static void
begin(PlaceReader *r)
{
	const NtVocab *vocab = article_vocab(r->article);
	uint32_t	beside = 0;

	if (r->article->own != NULL && r->article->own->home != 0)
	{
		add_place(r, r->article->own->home, (int32_t) (PLACE_VOTE_HOME * r->unit));
		r->total += PLACE_VOTE_HOME * r->unit;
	}
	for (uint32_t i = 0; i < r->article->mentions.n && beside < PLACE_VOTERS_BESIDE; i++)
	{
		const NtMention *m = &r->article->mentions.at[i];

		nt_tick(r->cx);
		beside += m->kind == ENTITY_NORP || m->kind == ENTITY_ORG;
		if (m->kind == ENTITY_NORP && m->entry != 0 && vocab->entries[m->entry].country[0] != '\0')
		{
			add_mass(r, places_country(r->places, vocab->entries[m->entry].country), (int32_t) (PLACE_VOTE_PEOPLE * r->unit));
			r->total += PLACE_VOTE_PEOPLE * r->unit;
		}
		else if (m->kind == ENTITY_ORG)
			vote_body(r, m);
	}
	pair_counties(r);
	for (uint32_t i = 0; i < r->names.n; i++)
	{
		PlaceName  *name = &r->names.at[i];

		nt_tick(r->cx);
		choose(r, name, false);
		if (name->chosen != 0 && (name->exact != 0 || name->n == 1 ||
								  (name->margin >= PLACE_SURE_MARGIN && r->places->at[name->chosen].size >= PLACE_SURE_SIZE)))
			vote(r, name, name->chosen);
		else if (name->n > 0 && name->n <= PLACE_VOTE_PARTS && !name->doubtful && i < PLACE_VOTERS)
		{
			vote(r, name, 0);
			part_votes(r, name, 1);
		}
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

static void
place_close(PlaceReader *r)
{
	size_t		mentions = r->article->mentions.n;

	nt_release(r->cx, r->name_of, mentions * sizeof(uint32_t));
	nt_release(r->cx, r->exact, mentions * sizeof(uint32_t));
	nt_release(r->cx, r->mass, (size_t) r->places->n_regions * sizeof(uint16_t));
	nt_release(r->cx, r->pair, (size_t) r->places->n_regions * sizeof(uint32_t));
	nt_release(r->cx, r->near, PLACE_ROWS * PLACE_COLUMNS * sizeof(uint16_t));
	nt_array_release(r->cx, &r->names);
}

void
place_choose(NtArticle *article)
{
	PlaceReader r = {.cx = article->cx, .article = article, .places = &article->know->places};
	bool		changed = true;

	if (!place_names(&r))
	{
		place_close(&r);
		return;
	}
	r.unit = r.names.n > PLACE_MANY ? 1 : PLACE_VOTE_UNIT;
	r.mass = nt_alloc0(r.cx, (size_t) r.places->n_regions * sizeof(uint16_t));
	r.pair = nt_alloc0(r.cx, (size_t) r.places->n_regions * sizeof(uint32_t));
	r.near = nt_alloc0(r.cx, PLACE_ROWS * PLACE_COLUMNS * sizeof(uint16_t));
	begin(&r);
	/* once no vote changes, no later round would choose otherwise; the last tells what it weighed */
	for (int round = 1; round <= PLACE_ROUNDS && (changed || nt_tracing(r.cx, TRACE_ENTITIES)); round++)
	{
		changed = false;
		for (uint32_t i = 0; i < r.names.n; i++)
		{
			nt_tick(r.cx);
			choose(&r, &r.names.at[i], round == PLACE_ROUNDS);
			changed |= vote(&r, &r.names.at[i], r.names.at[i].chosen);
		}
	}
	for (uint32_t i = 0; i < article->mentions.n; i++)
	{
		NtMention  *m = &article->mentions.at[i];
		uint32_t	place;

		nt_tick(r.cx);
		if (r.name_of[i] == 0)
			continue;
		place = r.exact[i] == 0 ? r.names.at[r.name_of[i] - 1].chosen : r.exact[i];
		if (!kind_is_place(m->kind))
		{
			if (place == 0 || place == NT_NONE)
				continue;
			mention_set(article, m, ENTITY_GPE, 0, REASON_PLACE);
		}
		m->place = place;
		if (place != 0)
			m->entry = place == NT_NONE ? 0 : entry_of(&r, m, place);
	}
	place_close(&r);
}
