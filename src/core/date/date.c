/*
 * date.c -- finds the time expressions of an article.
 *
 * What stands in the text is collected first (date_collect.c); then each is resolved in
 * text order (date_resolve.c), since "the next day" needs the day before it.
 */
#include "date/date_resolve.h"

#include "date/date_collect.h"
#include "date/date_find.h"
#include "date/date_outlook.h"
#include "date/date_score.h"
#include "know/knowledge.h"

/* is_mixed tells whether an article speaks from the day it appeared at all. */
static bool
is_mixed(const DateMatches *matches, const NtDateGrammar *g)
{
	uint32_t	weekdays = 0;

	for (uint32_t i = 0; i < matches->n; i++)
	{
		const DateFound *match = &matches->at[i];
		uint8_t		op = g->rules[match->rule].op;

		if ((op == OP_SHIFT || op == OP_AGO) && date_found_slot(matches, match, SLOT_BASE) == SLOT_UNSET &&
			date_found_slot(matches, match, SLOT_DIR) != 0)
			return true;
		if (op == OP_DATE && date_found_slot(matches, match, SLOT_WEEKDAY) != SLOT_UNSET && date_found_slot(matches, match, SLOT_MONTH) == SLOT_UNSET &&
			date_found_slot(matches, match, SLOT_BASE) == SLOT_UNSET && ++weekdays > 1)
			return true;
	}
	return false;
}

/* Where an article is from, as far as the order of days and the seasons ask. */
typedef struct Country
{
	int			south;			/* names of places south of the equator, less those of the north */
	int			day_first;		/* of places that write the day first, less those that do not */
} Country;

/*
 * country_of counts the places that an article names, where one of its
 * expressions asks: a season, or a date in numbers.  The beginning tells enough.
 */
static Country
country_of(const NtArticle *article, NtDateMatcher *m, const DateMatches *matches)
{
	Country		c = {0, 0};
	bool		asked = false;
	uint32_t	last = article->tokens.n < COUNTRY_TOKENS ? article->tokens.n : COUNTRY_TOKENS;

	for (uint32_t i = 0; i < matches->n && !asked; i++)
		asked = date_found_slot(matches, &matches->at[i], SLOT_SEASON) != SLOT_UNSET || date_found_slot(matches, &matches->at[i], SLOT_FIRST) != SLOT_UNSET;
	if (!asked)
		return c;
	date_matcher_sentence(m, 0, last);
	for (uint32_t i = 0; i < last; i++)
	{
		if (article->tokens.at[i].kind != TOKEN_WORD || !(article->tokens.at[i].flags & TOKEN_CAPITAL))
			continue;
		c.south += date_matcher_is(m, i, CLASS_SOUTH) - date_matcher_is(m, i, CLASS_NORTH);
		c.day_first += date_matcher_is(m, i, CLASS_DAY_FIRST) - date_matcher_is(m, i, CLASS_MONTH_FIRST);
	}
	return c;
}

/*
 * is_month_first tells how an article that does not say so writes 4/5/25: as
 * its other dates do, which can only be day first or month first; else as its
 * country does; else as American news.
 */
static bool
is_month_first(const DateMatches *matches, const Country *country)
{
	for (uint32_t i = 0; i < matches->n; i++)
	{
		int32_t		first = date_found_slot(matches, &matches->at[i], SLOT_FIRST);
		int32_t		second = date_found_slot(matches, &matches->at[i], SLOT_SECOND);

		if (first > 12 && first <= 31 && second <= 12)
			return false;
		if (first != SLOT_UNSET && first <= 12 && second > 12)
			return true;
	}
	return country->day_first <= 0;
}

/* joined: do only one or two words part two expressions, as in "March to May 2011"? */
static bool
joined(NtDateMatcher *m, const NtDateMatch *a, const NtDateMatch *b)
{
	/* the 8am-to-noon slot */
	uint32_t	words = a->last < m->last && date_matcher_is(m, a->last, CLASS_HYPHEN) ? 3 : 2;

	if (b->first < a->last || b->first - a->last > words)
		return false;
	for (uint32_t i = a->last; i < b->first; i++)
		if (date_matcher_is(m, i, CLASS_JOIN) || date_matcher_is(m, i, CLASS_HYPHEN))
			return true;
	return false;
}

/*
 * share_year gives an expression the year of the one it is joined to: from
 * March to August 2011, between December and May 1944.
 */
static void
share_year(NtDateMatcher *m, const NtDateGrammar *g, NtDateMatch *a, const NtDateMatch *b)
{
	if (g->rules[a->rule].op != OP_DATE || g->rules[b->rule].op != OP_DATE ||
		a->slot[SLOT_MONTH] == SLOT_UNSET || b->slot[SLOT_MONTH] == SLOT_UNSET ||
		a->slot[SLOT_YEAR] != SLOT_UNSET || b->slot[SLOT_YEAR] == SLOT_UNSET ||
		a->slot[SLOT_YY] != SLOT_UNSET || a->slot[SLOT_DIR] != SLOT_UNSET || !joined(m, a, b))
		return;
	a->slot[SLOT_YEAR] = b->slot[SLOT_YEAR] - (a->slot[SLOT_MONTH] > b->slot[SLOT_MONTH]);
}

static bool
is_clock(const NtDateMatch *match)
{
	return match->slot[SLOT_HOUR] != SLOT_UNSET || match->slot[SLOT_CLOCK] != SLOT_UNSET;
}

/* What names the day of a time of the day. */
static const uint8_t day_slots[] = {SLOT_WEEKDAY, SLOT_MONTH, SLOT_DAY, SLOT_YEAR, SLOT_YY, SLOT_DIR};

static bool
names_day(const NtDateMatch *match)
{
	for (size_t i = 0; i < sizeof(day_slots); i++)
		if (match->slot[day_slots[i]] != SLOT_UNSET)
			return true;
	return false;
}

static void
copy_day(NtDateMatch *to, const NtDateMatch *from)
{
	for (size_t i = 0; i < sizeof(day_slots); i++)
		to->slot[day_slots[i]] = from->slot[day_slots[i]];
}

/* share_day gives a time of the day the day of the one it is joined to: from 9 a.m. to 5 p.m. on Sunday. */
static void
share_day(NtDateMatcher *m, const NtDateGrammar *g, NtDateMatch *a, const NtDateMatch *b)
{
	if (g->rules[a->rule].op == OP_DATE && g->rules[b->rule].op == OP_DATE && is_clock(a) && is_clock(b) && joined(m, a, b) && !names_day(a))
		copy_day(a, b);
}

/* parts_clauses: a verb or an "and" of [first, last) means that a time before and a day behind are of two things. */
static bool
parts_clauses(NtDateMatcher *m, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (date_matcher_is(m, i, CLASS_PAST) || date_matcher_is(m, i, CLASS_FUTURE) || date_matcher_is(m, i, CLASS_MODAL) ||
			(m->tokens[i].kind == TOKEN_WORD && date_matcher_is(m, i, CLASS_COPULA)) || date_matcher_is(m, i, CLASS_AND) || date_is_past_form(m, i) ||
			token_mark_in(&m->tokens[i], MARK_BIT(MARK_SEMICOLON)))
			return true;
	return false;
}

/*
 * take_day gives a time of the day the day that follows where it is held: from
 * 10am to noon at St Mary's Hall on Saturday.  A day said before keeps it.
 */
static void
take_day(NtDateMatcher *m, const NtDateGrammar *g, const DateMatches *matches, uint32_t number, const NtTimeline *line, NtDateMatch *match)
{
	uint32_t	from = match->last;

	if (g->rules[match->rule].op != OP_DATE || !is_clock(match) || names_day(match) || match->slot[SLOT_HOLIDAY] != SLOT_UNSET ||
		(line->day.dated && line->day_token >= m->first))
		return;
	for (uint32_t i = number + 1; i < matches->n && i <= number + 2 && matches->at[i].first < m->last &&
		 matches->at[i].first - match->last < CLOCK_DAY_REACH; i++)
	{
		NtDateMatch next;

		date_recall(matches, i, &next);
		if (g->rules[next.rule].op != OP_DATE || (i == number + 1 && is_clock(&next) && names_day(&next)))
			return;
		if (i == number + 1 && is_clock(&next) && joined(m, match, &next))
		{
			from = next.last;
			continue;
		}
		if (!is_clock(&next) && (next.slot[SLOT_WEEKDAY] != SLOT_UNSET || (next.slot[SLOT_MONTH] != SLOT_UNSET && next.slot[SLOT_DAY] != SLOT_UNSET)) &&
			!parts_clauses(m, from, next.first))
			copy_day(match, &next);
		return;
	}
}

/*
 * date_find fills article->dates, in text order and never overlapping.
 * Time and memory are linear: a walk of the matcher is bounded, and the search
 * goes on behind what it found.
 */
void
date_find(NtArticle *article, NtDay anchor, NtPrefer prefer)
{
	NtContext  *cx = article->cx;
	const NtDateGrammar *g = &article->know->dates;
	NtDateMatcher *m = nt_alloc0(cx, sizeof(NtDateMatcher));
	NtTimeline	line = {0};
	DateMatches matches = {0};
	NtDateMatch match;
	NtDateMatch previous = {0};
	NtDateMatch next = {0};
	Country		country;
	uint32_t	sentence = 0;

	date_collect(article, m, &matches);

	country = country_of(article, m, &matches);
	line.matcher = m;
	line.clock = -1;
	line.published = anchor != NT_DAY_NONE && calendar_holds(anchor) ? anchor : NT_DAY_NONE;
	line.prefer = PREFER_TENSE(prefer);
	line.month_first = (prefer & PREFER_MONTH_FIRST) || (!(prefer & PREFER_DAY_FIRST) && is_month_first(&matches, &country));
	line.south = country.south > 0;
	line.mixed = is_mixed(&matches, g);
	date_story_begin(&line);
	if (matches.n > 0)
		date_recall(&matches, 0, &next);
	for (uint32_t i = 0; i < matches.n; i++)
	{
		NtDate		date;

		nt_tick(cx);
		match = next;
		while (article->sentences.at[sentence].last <= match.first)
		{
			sentence++;
			line.story.dates_here = 0;
		}
		line.story.sentence = sentence;
		line.story.dates_here++;
		date_story_quotes(&line, article->tokens.at, match.first);
		date_matcher_sentence(m, article->sentences.at[sentence].first, article->sentences.at[sentence].last);
		line.follows = i > 0 && joined(m, &previous, &match);
		if (i + 1 < matches.n)
		{
			date_recall(&matches, i + 1, &next);
			share_year(m, g, &match, &next);
			share_day(m, g, &match, &next);
			take_day(m, g, &matches, i, &line, &match);
		}
		if (date_resolve(&line, m, &match, g, &date))
			*nt_push(cx, &article->dates) = date;
		previous = match;
	}
	nt_array_release(cx, &matches.slots);
	nt_array_release(cx, &matches);
	nt_release(cx, m, sizeof(NtDateMatcher));
}
