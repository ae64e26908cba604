/*
 * date_resolve.c -- what a time expression means: TIMEX3 type, value, mod and
 * the days it covers.
 *
 * Values follow TimeML 1.2.1 and, for the calendar, ISO 8601:
 *
 *     published 2025-04-25, a Friday
 *     Thursday           2025-04-24      news looks back
 *     will meet Monday   2025-04-28      unless the sentence looks ahead
 *     last month         2025-03
 *     the third quarter  2024-Q3         the last that has begun
 *     early next year    2026, START
 *     three-hour         PT3H
 *     every Friday       XXXX-WXX-5
 *
 * An expression that names no year is placed in this order:
 *   1. by words of its own (last, next, this);
 *   2. by the date just before it (May 3 and 5), or of the same sentence when
 *      that lies in another year (from July 1995 to October);
 *   3. in a narrative, on or after the date the text spoke of last;
 *   4. by the caller's preference, else by tense and intent in its sentence:
 *      the nearest cue before it, else after it, decides;
 *   5. a weekday, a month, a quarter or a season by the habit of news: the last that
 *      has begun; a day of a month by nearness to the day of publication.
 *
 * Expressions that move from a date move either from the day of publication
 * (ago, last week) or from the date the text spoke of last (earlier, the next
 * day).  An impossible date (February 30) has no value and no range.
 */
#include "date.h"

#include "calendar.h"

#include <stdio.h>
#include <string.h>

#define CUE_WINDOW 14			/* tokens around an expression searched for its tense */
#define NARRATIVE_REACH 60		/* tokens between a day and the weekday that follows it */
#define CLOCK_REACH 40			/* tokens between a day and a time on it */
#define FAR_DAYS 210			/* a month farther than this gives way to its twin */
#define NEAR_DAYS 120			/* that is nearer than this */
#define TENSE_DAYS 120			/* that a day of a month may be farther, to agree with the tense */
#define BARE_FIRST_YEAR 1500	/* a number alone is a year from here */
#define BARE_LAST_YEAR 2100		/* to here */

/* ---- points ------------------------------------------------------------- */

static NtDatePoint
no_point(void)
{
	return (NtDatePoint){UNIT_NONE, false, 0, 0, 0, NT_DAY_NONE};
}

/* point_of makes the point of a grain that holds a day. */
static NtDatePoint
point_of(uint8_t grain, NtDay day)
{
	NtDatePoint p = no_point();
	int			y;
	int			m;
	int			d;

	if (day == NT_DAY_NONE || !calendar_holds(day))
		return p;
	calendar_date(day, &y, &m, &d);
	p.grain = grain;
	p.dated = true;
	p.year = y;
	p.first = day;
	switch (grain)
	{
		case UNIT_DAY:
			p.part = m;
			p.day = d;
			break;
		case UNIT_WEEK:
		case UNIT_WEEKEND:
			calendar_week(day, &p.year, &p.part);
			p.first = calendar_add_days(calendar_week_start(p.year, p.part), grain == UNIT_WEEKEND ? 5 : 0);
			break;
		case UNIT_MONTH:
			p.part = m;
			p.first = calendar_day(y, m, 1);
			break;
		case UNIT_QUARTER:
			p.part = (m + 2) / 3;
			p.first = calendar_day(y, p.part * 3 - 2, 1);
			break;
		case UNIT_HALF:
			p.part = m > 6 ? 2 : 1;
			p.first = calendar_day(y, p.part * 6 - 5, 1);
			break;
		case UNIT_SEASON:
			/* meteorological seasons of the north: winter is December to February */
			p.part = m >= 3 && m <= 5 ? 1 : m >= 6 && m <= 8 ? 2 : m >= 9 && m <= 11 ? 3 : 4;
			if (m <= 2)
				p.year = --y;
			p.first = calendar_day(y, p.part * 3, 1);
			break;
		case UNIT_YEAR:
			p.first = calendar_day(y, 1, 1);
			break;
		case UNIT_DECADE:
			p.year = y >= 0 ? y / 10 : -1;
			p.first = calendar_day((int64_t) p.year * 10, 1, 1);
			break;
		case UNIT_CENTURY:
			p.year = y >= 0 ? y / 100 : -1;
			p.first = calendar_day((int64_t) p.year * 100, 1, 1);
			break;
		default:
			return no_point();
	}
	if (p.first == NT_DAY_NONE)
		return no_point();
	return p;
}

/* point_end returns the day after the last of a point. */
static NtDay
point_end(const NtDatePoint *p)
{
	switch (p->grain)
	{
		case UNIT_DAY:
			return calendar_add_days(p->first, 1);
		case UNIT_WEEKEND:
			return calendar_add_days(p->first, 2);
		case UNIT_WEEK:
			return calendar_add_days(p->first, 7);
		case UNIT_MONTH:
			return calendar_add_months(p->first, 1);
		case UNIT_QUARTER:
		case UNIT_SEASON:
			return calendar_add_months(p->first, 3);
		case UNIT_HALF:
			return calendar_add_months(p->first, 6);
		case UNIT_YEAR:
			return calendar_add_months(p->first, 12);
		case UNIT_DECADE:
			return calendar_add_months(p->first, 120);
		case UNIT_CENTURY:
			return calendar_add_months(p->first, 1200);
	}
	return NT_DAY_NONE;
}

/* point_move returns the point n grains later. */
static NtDatePoint
point_move(const NtDatePoint *p, int64_t n)
{
	int64_t		months = 0;

	if (!p->dated || n > 100000 || n < -100000)
		return no_point();
	switch (p->grain)
	{
		case UNIT_DAY:
			return point_of(UNIT_DAY, calendar_add_days(p->first, n));
		case UNIT_WEEK:
		case UNIT_WEEKEND:
			return point_of(p->grain, calendar_add_days(p->first, n * 7));
		case UNIT_MONTH:
			months = n;
			break;
		case UNIT_QUARTER:
		case UNIT_SEASON:
			months = n * 3;
			break;
		case UNIT_HALF:
			months = n * 6;
			break;
		case UNIT_YEAR:
			months = n * 12;
			break;
		case UNIT_DECADE:
			months = n * 120;
			break;
		case UNIT_CENTURY:
			months = n * 1200;
			break;
	}
	return point_of(p->grain, calendar_add_months(p->first, months));
}

/* point_year_of returns the calendar year a point lies in. */
static int
point_calendar_year(const NtDatePoint *p)
{
	int			y;
	int			m;
	int			d;

	calendar_date(p->first, &y, &m, &d);
	return y;
}

/* make_point makes a point of a year and its part; no point when there is none. */
static NtDatePoint
make_point(uint8_t grain, int64_t year, int64_t part, int64_t day)
{
	NtDatePoint p;
	NtDay		first = NT_DAY_NONE;

	switch (grain)
	{
		case UNIT_DAY:
			first = calendar_day(year, part, day);
			break;
		case UNIT_MONTH:
			first = calendar_day(year, part, 1);
			break;
		case UNIT_QUARTER:
			first = part >= 1 && part <= 4 ? calendar_day(year, part * 3 - 2, 1) : NT_DAY_NONE;
			break;
		case UNIT_SEASON:
			first = part >= 1 && part <= 4 ? calendar_day(year, part * 3, 1) : NT_DAY_NONE;
			break;
		case UNIT_HALF:
			first = part >= 1 && part <= 2 ? calendar_day(year, part * 6 - 5, 1) : NT_DAY_NONE;
			break;
		case UNIT_WEEK:
			first = calendar_week_start(year, (int) part);
			break;
		case UNIT_YEAR:
			first = calendar_day(year, 1, 1);
			break;
		case UNIT_DECADE:
			first = calendar_day(year * 10, 1, 1);
			break;
		case UNIT_CENTURY:
			first = calendar_day(year * 100, 1, 1);
			break;
	}
	p = point_of(grain, first);
	return p;
}

/* An undated point: the year stays open, XXXX. */
static NtDatePoint
open_point(uint8_t grain, int32_t part, int32_t day)
{
	return (NtDatePoint){grain, false, 0, part, day, NT_DAY_NONE};
}

/* ---- values --------------------------------------------------------------- */

static const char *const season_names[] = {"", "SP", "SU", "FA", "WI"};
static const char *const part_names[] = {"", "MO", "MI", "AF", "EV", "NI", "DT"};

/* A year as ISO 8601 and TIMEX3 write it: 2025, BC0044; XXXX when not known. */
static int
write_year(char *out, size_t room, const NtDatePoint *p)
{
	if (!p->dated)
		return snprintf(out, room, "XXXX");
	if (p->year <= 0)
		return snprintf(out, room, "BC%04d", 1 - p->year);
	return snprintf(out, room, "%04d", p->year);
}

static void
write_point(char *out, const NtDatePoint *p)
{
	size_t		room = DATE_VALUE_ROOM;
	int			n = 0;

	out[0] = '\0';
	switch (p->grain)
	{
		case UNIT_DECADE:
			snprintf(out, room, "%03d", p->year);
			return;
		case UNIT_CENTURY:
			snprintf(out, room, "%02d", p->year);
			return;
		case UNIT_NONE:
			return;
	}
	n = write_year(out, room, p);
	out += n;
	room -= (size_t) n;
	switch (p->grain)
	{
		case UNIT_DAY:
			if (p->dated || p->part > 0)
				snprintf(out, room, "-%02d-%02d", p->part, p->day);
			else
				snprintf(out, room, "-WXX-%d", p->day);
			break;
		case UNIT_WEEK:
			snprintf(out, room, "-W%02d", p->part);
			break;
		case UNIT_WEEKEND:
			snprintf(out, room, "-W%02d-WE", p->part);
			break;
		case UNIT_MONTH:
			snprintf(out, room, "-%02d", p->part);
			break;
		case UNIT_QUARTER:
			snprintf(out, room, "-Q%d", p->part);
			break;
		case UNIT_HALF:
			snprintf(out, room, "-H%d", p->part);
			break;
		case UNIT_SEASON:
			snprintf(out, room, "-%s", season_names[p->part]);
			break;
	}
}

/* ---- tense ---------------------------------------------------------------- */

/* A small word that ends in -ed reads as a past tense. */
static bool
ends_in_ed(const NtDateMatcher *m, uint32_t token)
{
	const NtToken *t = &m->tokens[token];

	return t->kind == TOKEN_WORD && t->end - t->start >= 5 && !(t->flags & TOKEN_CAPITAL) &&
		m->text[t->end - 2] == 'e' && m->text[t->end - 1] == 'd';
}

static bool
is_to(const NtDateMatcher *m, uint32_t token)
{
	const NtToken *t = &m->tokens[token];

	return t->end - t->start == 2 && (m->text[t->start] | 0x20) == 't' && (m->text[t->start + 1] | 0x20) == 'o';
}

/* cue_at: -1 a word of the past, 1 of the future, 0 neither; 2 of what may be (would, could). */
static int
cue_at(NtDateMatcher *m, uint32_t token)
{
	if (m->tokens[token].kind != TOKEN_WORD && m->tokens[token].kind != TOKEN_CLITIC)
		return 0;
	if (date_matcher_is(m, token, CLASS_FUTURE))
		return 1;
	if (date_matcher_is(m, token, CLASS_MODAL))
		return 2;
	if (token > m->first && date_matcher_is(m, token, CLASS_BASE_VERB) && is_to(m, token - 1))
		return 1;
	if (!date_matcher_is(m, token, CLASS_PAST) && !ends_in_ed(m, token))
		return 0;
	return token > m->first && date_matcher_is(m, token - 1, CLASS_BE) ? 0 : -1;
}

/*
 * tense_of reads the tense around an expression: -1 past, 1 future, 2 what may
 * be, 3 until and by, 0 not said, -2 past but said only after it.  The nearest cue before it
 * decides, then the nearest after it.  "Until" just before it looks ahead, but
 * not where it begins the sentence ("Until Thursday they had ..."); "by" does
 * when no cue before it looks back.
 */
static int
tense_of(NtDateMatcher *m, const NtDateMatch *match)
{
	uint32_t	before = match->first;
	int			cue = 0;
	bool		ahead = false;
	bool		by = false;

	/* until at least Sunday */
	if (before >= m->first + 3 && date_matcher_is(m, before - 1, CLASS_LEAST))
		before -= 2;
	if (before > m->first)
	{
		ahead = date_matcher_is(m, before - 1, CLASS_AHEAD);
		by = date_matcher_is(m, before - 1, CLASS_BY);
	}
	for (uint32_t i = match->first; i > m->first && match->first - i < CUE_WINDOW && cue == 0;)
		cue = cue_at(m, --i);
	if ((ahead && (cue != 0 || match->first - m->first > 1)) || (by && (cue == 0 || cue == 2) && match->first - m->first > 1))
		return 3;
	if (cue != 0)
		return cue;
	for (uint32_t i = match->last; i < m->last && i - match->last < CUE_WINDOW && cue == 0; i++)
		cue = cue_at(m, i);
	return cue == -1 ? -2 : cue;
}

/* ---- choosing the year ------------------------------------------------------ */

typedef struct Resolver
{
	NtTimeline *line;
	NtDateMatcher *matcher;
	const NtDateMatch *match;
	const int32_t *slot;
	NtDay		now;			/* published, or where a narrative stands */
	int			direction;		/* -1 past, 1 future, 0 nearest, 2 not said */
	int			tense;			/* as tense_of() says */
	int			minutes;		/* of the day, counted from a time spoken of; -1: none */
	bool		some_day;		/* a day of the point, not said which: 1683-10-XX */
	bool		narrative;		/* place on or after now */
} Resolver;

static bool
has(const Resolver *r, NtDateSlot slot)
{
	return r->slot[slot] != SLOT_UNSET;
}

/* get returns a slot, or other when nothing was said. */
static int32_t
get(const Resolver *r, NtDateSlot slot, int32_t other)
{
	return r->slot[slot] != SLOT_UNSET ? r->slot[slot] : other;
}

/* direction_of decides between past and future for an expression without a year. */
static int
direction_of(const Resolver *r)
{
	switch (r->line->prefer)
	{
		case PREFER_PAST:
			return -1;
		case PREFER_FUTURE:
			return 1;
		case PREFER_NEAREST:
			return 0;
		default:
			break;
	}
	/* what may be says little of a weekday that owns: "he would look into Monday's ruling" */
	if (r->tense == 2 && has(r, SLOT_WEEKDAY))
		return r->match->last < r->matcher->last && r->matcher->tokens[r->match->last].kind == TOKEN_CLITIC ? 2 : 1;
	return r->tense == 0 ? 2 : r->tense < 0 ? -1 : 1;
}

/*
 * choose_year places a part of a year that has no year: of this year, the one
 * before and the one after it takes the one that now and the direction ask for.
 * habit is the direction when nothing is said.
 */
static NtDatePoint
choose_year(const Resolver *r, uint8_t grain, int part, int day, int habit)
{
	int			y;
	int			m;
	int			d;
	int			direction = r->direction == 2 || grain == UNIT_QUARTER || grain == UNIT_HALF ? habit : r->direction;
	bool		near = grain == UNIT_DAY && r->line->prefer == PREFER_TEXT;
	bool		month = grain == UNIT_MONTH && r->line->prefer == PREFER_TEXT && !r->narrative;
	NtDatePoint best = no_point();
	int64_t		best_distance = INT64_MAX;

	if (r->now == NT_DAY_NONE)
		return open_point(grain, part, day);
	calendar_date(r->now, &y, &m, &d);
	for (int i = -8; i <= 8; i++)
	{
		NtDatePoint p = make_point(grain, (int64_t) y + i, part, day);
		NtDay		end;
		int64_t		distance;

		if (!p.dated)
			continue;
		end = point_end(&p);
		if (end == NT_DAY_NONE)
			continue;
		if (r->narrative)
			distance = end > r->now ? (int64_t) p.first - r->now : ((int64_t) r->now - end + 1) * 3;
		else if (r->line->follows && r->line->previous.dated && r->line->previous.grain <= UNIT_MONTH)
			distance = p.first >= r->line->previous.first ? (int64_t) p.first - r->line->previous.first : INT64_MAX;
		else if (near)
		{
			/* tense only outweighs a season's distance */
			distance = p.first > r->now ? (int64_t) p.first - r->now : end > r->now ? 0 : (int64_t) r->now - end + 1;
			if ((direction < 0 && p.first > r->now) || (direction > 0 && end <= r->now))
				distance += TENSE_DAYS;
		}
		else if (direction < 0)
			distance = p.first <= r->now ? (int64_t) r->now - p.first : INT64_MAX;
		else if (direction > 0)
			distance = end > r->now ? (int64_t) end - r->now : INT64_MAX;
		else
			distance = p.first > r->now ? (int64_t) p.first - r->now : end > r->now ? 0 : (int64_t) r->now - end + 1;
		if (distance < 0)
			distance = 0;
		if (distance < best_distance)
		{
			best = p;
			best_distance = distance;
		}
	}
	/* a month just past or just ahead outweighs a tense that means the far side of the year */
	if (month && best.dated)
	{
		int64_t		ahead = (int64_t) best.first - r->now;
		NtDatePoint other = make_point(grain, (int64_t) best.year + (ahead > 0 ? -1 : 1), part, day);

		if (other.dated &&
			((ahead > FAR_DAYS && r->now - other.first < NEAR_DAYS) ||
			 (ahead < -FAR_DAYS && r->tense != -1 && other.first - r->now < NEAR_DAYS)))
			best = other;
	}
	return best;
}

/* in_direction places a part of a year that "last", "this" or "next" moves. */
static NtDatePoint
in_direction(const Resolver *r, uint8_t grain, int part, int day, int dir)
{
	int			y;
	int			m;
	int			d;
	NtDatePoint p;

	if (r->now == NT_DAY_NONE)
		return open_point(grain, part, day);
	calendar_date(r->now, &y, &m, &d);
	p = make_point(grain, y, part, day);
	if (!p.dated)
		return p;
	if (dir < 0)
	{
		if (grain == UNIT_SEASON && p.part == 4 && m <= 2)
			p = make_point(grain, y - 2, part, day);	/* in winter, last winter is the one before */
		else if (point_end(&p) > r->now)
			p = make_point(grain, y - 1, part, day);
	}
	else if (dir > 0 && p.first <= r->now)
		p = make_point(grain, y + 1, part, day);
	else if (dir == 0 && grain == UNIT_SEASON && p.part == 4 && m <= 2)
		p = make_point(grain, y - 1, part, day);
	return p;
}

/* ---- dates --------------------------------------------------------------- */

/* two_digit_year gives 25 its century: the year nearest to now, 1970 to 2069 without one. */
static int
two_digit_year(const Resolver *r, int yy)
{
	int			y;
	int			m;
	int			d;
	int			year;

	if (r->line->published == NT_DAY_NONE)
		return yy < 70 ? 2000 + yy : 1900 + yy;
	calendar_date(r->line->published, &y, &m, &d);
	year = y - y % 100 + yy;
	if (year > y + 20)
		year -= 100;
	return year;
}

/* weekday_point places a weekday around now. */
static NtDatePoint
weekday_point(const Resolver *r, int weekday)
{
	int			today;
	int			back;
	int			shift;
	NtDay		now = r->now;

	if (now == NT_DAY_NONE)
		return open_point(UNIT_DAY, 0, weekday);
	today = calendar_weekday(now);
	back = (today - weekday + 7) % 7;	/* days since the last one */
	if (has(r, SLOT_DIR) && get(r, SLOT_OF, 0) == UNIT_WEEK)
		shift = weekday - today + 7 * get(r, SLOT_DIR, 0);
	else if (has(r, SLOT_DIR))
	{
		int			dir = get(r, SLOT_DIR, 0);

		if (dir < 0)
			shift = back == 0 ? -7 : -back;
		else if (dir > 0)
			shift = 7 - back;
		else
			shift = weekday - today;
	}
	else if (r->narrative)
		shift = back == 0 ? 0 : 7 - back;
	else if (r->direction == 1)
		shift = back == 0 ? 0 : 7 - back;
	else if (r->direction == 0)
		shift = back <= 3 ? -back : 7 - back;
	else
		shift = -back;
	return point_of(UNIT_DAY, calendar_add_days(now, shift));
}

/* holiday_day returns the day of a holiday in a year. */
static NtDay
holiday_day(const NtHoliday *h, int64_t year)
{
	NtDay		day;
	int			weekday;

	if (h->month == 0)
		return calendar_add_days(calendar_easter(year), h->day);
	if (h->weekday == 0)
		return calendar_day(year, h->month, h->day);
	if (h->nth < 0)
	{
		day = calendar_day(year, h->month, calendar_month_length(year, h->month));
		if (day == NT_DAY_NONE)
			return day;
		return calendar_add_days(day, -((calendar_weekday(day) - h->weekday + 7) % 7));
	}
	day = calendar_day(year, h->month, h->day);
	if (day == NT_DAY_NONE)
		return day;
	weekday = calendar_weekday(day);
	return calendar_add_days(day, (h->weekday - weekday + 7) % 7 + 7 * (h->nth > 0 ? h->nth - 1 : 0));
}

static NtDatePoint
holiday_point(const Resolver *r, const NtHoliday *h, bool known_year, int year)
{
	int			y;
	int			m;
	int			d;
	NtDay		best = NT_DAY_NONE;
	int			dir = get(r, SLOT_DIR, 2);

	if (known_year)
		return point_of(UNIT_DAY, holiday_day(h, year));
	if (r->now == NT_DAY_NONE)
		return h->month > 0 && h->weekday == 0 ? open_point(UNIT_DAY, h->month, h->day) : no_point();
	calendar_date(r->now, &y, &m, &d);
	if (dir == 2 && r->direction != 2)
		dir = r->direction;
	for (int i = -1; i <= 1; i++)
	{
		NtDay		day = holiday_day(h, (int64_t) y + i);

		if (day == NT_DAY_NONE || (dir == -1 && day > r->now) || (dir == 1 && day < r->now))
			continue;
		if (best == NT_DAY_NONE || (day > r->now ? day - r->now : r->now - day) <
			(best > r->now ? best - r->now : r->now - best))
			best = day;
	}
	return point_of(UNIT_DAY, best);
}

/*
 * said_year finds the year an expression itself gives, by number or by "of
 * last year"; false when it gives none.
 */
static bool
said_year(const Resolver *r, int *year)
{
	int			m;
	int			d;

	if (has(r, SLOT_YEAR))
		*year = get(r, SLOT_YEAR, 0);
	else if (has(r, SLOT_YY))
		*year = two_digit_year(r, get(r, SLOT_YY, 0));
	else if (get(r, SLOT_OF, 0) == UNIT_YEAR && r->now != NT_DAY_NONE)
	{
		calendar_date(r->now, year, &m, &d);
		*year += get(r, SLOT_DIR, 0);
	}
	else
		return false;
	if (get(r, SLOT_ERA, 1) < 0)
		*year = 1 - *year;
	return true;
}

/* sentence_year: another year that the text spoke of, in this sentence. */
static bool
sentence_year(const Resolver *r, int *year)
{
	const NtTimeline *line = r->line;
	NtDatePoint published;

	if (line->prefer != PREFER_TEXT || !line->text.dated || line->text_token < r->matcher->first ||
		line->text_token >= r->match->first || line->text.grain > UNIT_YEAR)
		return false;
	*year = point_calendar_year(&line->text);
	if (line->published == NT_DAY_NONE)
		return true;
	published = point_of(UNIT_YEAR, line->published);
	return *year < published.year - 1 || *year > published.year + 1;
}

/* day_point places a day of a month that is not said: "on the 7th". */
static NtDatePoint
day_point(const Resolver *r, int day)
{
	const NtDatePoint *text = &r->line->text;
	bool		own = text->dated && text->grain <= UNIT_MONTH;
	NtDatePoint month = point_of(UNIT_MONTH, own ? text->first : r->now);
	NtDatePoint p;

	if (!month.dated || day < 1 || day > 31)
		return no_point();
	p = make_point(UNIT_DAY, month.year, month.part, day);
	if (own && text->grain == UNIT_DAY && p.dated && p.first < text->first)
	{
		month = point_move(&month, 1);
		p = make_point(UNIT_DAY, month.year, month.part, day);
	}
	return p;
}

/* nth_weekday returns the nth weekday of a month, counted from its end when n is below 0. */
static NtDatePoint
nth_weekday(const NtDatePoint *month, int weekday, int n)
{
	NtDay		end = point_end(month);
	int64_t		day;

	if (!month->dated || end == NT_DAY_NONE || n == 0 || n > 5)
		return no_point();
	if (n < 0)
		day = end - 1 - (calendar_weekday(end - 1) - weekday + 7) % 7;
	else
		day = month->first + (weekday - calendar_weekday(month->first) + 7) % 7 + 7 * (n - 1);
	return day < end ? point_of(UNIT_DAY, (NtDay) day) : no_point();
}

/* nth_of_month turns a month into its nth day, week or weekend; false when it has none. */
static bool
nth_of_month(NtDatePoint *p, int unit, int n)
{
	NtDay		end = point_end(p);

	if (!p->dated || end == NT_DAY_NONE || n == 0 || n > 31)
		return p->grain == UNIT_MONTH;
	switch (unit)
	{
		case UNIT_DAY:
			*p = point_of(UNIT_DAY, n < 0 ? end - 1 : (NtDay) (p->first + n - 1));
			return n < 0 || p->first < end;
		case UNIT_WEEK:
			*p = point_of(UNIT_WEEK, n < 0 ? end - 1 : (NtDay) (p->first + 7 * (n - 1)));
			return n <= 5;
		case UNIT_WEEKEND:
			*p = nth_weekday(p, 6, n);
			if (p->dated)
				*p = point_of(UNIT_WEEKEND, p->first);
			return n <= 5;
	}
	return false;
}

static bool
date_point(Resolver *r, const NtDateGrammar *grammar, NtDatePoint *p)
{
	int			year = 0;
	bool		known = said_year(r, &year);
	int			sentence = 0;
	bool		moved = has(r, SLOT_DIR) && !has(r, SLOT_OF);
	int			part;

	*p = no_point();

	/* numbers alone */
	if (has(r, SLOT_YMD))
	{
		int			n = get(r, SLOT_YMD, 0);

		*p = make_point(UNIT_DAY, n / 10000, n / 100 % 100, n % 100);
		return p->dated;		/* eight digits that are no day are a number */
	}
	if (has(r, SLOT_DMY))
	{
		int			n = get(r, SLOT_DMY, 0);

		*p = make_point(UNIT_DAY, n % 10000, n / 10000 % 100, n / 1000000);
		return true;
	}
	if (has(r, SLOT_FIRST))
	{
		int			a = get(r, SLOT_FIRST, 0);
		int			b = get(r, SLOT_SECOND, 0);
		bool		month_first = (r->line->month_first && a <= 12) || b > 12;

		*p = make_point(UNIT_DAY, year, month_first ? a : b, month_first ? b : a);
		return true;
	}
	if (get(r, SLOT_ERA, 1) < 0 && (year > 0 || year < CALENDAR_FIRST_YEAR))
		return true;			/* no such year */

	if (has(r, SLOT_CHAIN) && !r->line->previous.dated && r->now != NT_DAY_NONE)
		return false;
	if (get(r, SLOT_CHAIN, 0) == UNIT_YEAR)
	{
		/* 1914-18 */
		if (has(r, SLOT_YY))
			year = point_calendar_year(&r->line->previous) / 100 * 100 + get(r, SLOT_YY, 0);
		if (r->line->previous.grain != UNIT_YEAR || year <= point_calendar_year(&r->line->previous))
			return false;
		*p = make_point(UNIT_YEAR, year, 0, 0);
		return true;
	}
	if (get(r, SLOT_CHAIN, 0) == UNIT_MONTH)
	{
		const NtDatePoint *before = &r->line->previous;

		if (before->grain != UNIT_DAY || before->part == 0)
			return false;
		*p = before->dated ? make_point(UNIT_DAY, point_calendar_year(before), before->part, get(r, SLOT_DAY, 0)) :
			open_point(UNIT_DAY, before->part, get(r, SLOT_DAY, 0));
		return !before->dated || p->dated;
	}

	if (has(r, SLOT_HOLIDAY))
	{
		*p = holiday_point(r, &grammar->holidays[get(r, SLOT_HOLIDAY, 0)], known, year);
		if (has(r, SLOT_UNIT) && p->dated)
			*p = point_of((uint8_t) get(r, SLOT_UNIT, 0), p->first);
		return p->grain != UNIT_NONE;
	}
	if (has(r, SLOT_MONTH) && has(r, SLOT_DAY))
	{
		int			month = get(r, SLOT_MONTH, 0);
		int			day = get(r, SLOT_DAY, 0);

		if (get(r, SLOT_BARE, 0) == 2 && (year < 100 || year > 999))
			return false;
		if (day < 1 || day > (month == 2 ? 29 : calendar_month_length(2000, month)))
			return true;		/* February 30 */
		if (!known && !moved && sentence_year(r, &sentence))
		{
			known = true;
			year = sentence;
		}
		*p = known ? make_point(UNIT_DAY, year, month, day) :
			moved ? in_direction(r, UNIT_DAY, month, day, get(r, SLOT_DIR, 0)) :
			choose_year(r, UNIT_DAY, month, day, 0);
		/* Saturday, April 25: the year near this one in which it is a Saturday */
		if (!known && p->dated && has(r, SLOT_WEEKDAY) && calendar_weekday(p->first) != get(r, SLOT_WEEKDAY, 0))
			for (int i = 1; i <= 6; i++)
			{
				NtDatePoint other = make_point(UNIT_DAY, (int64_t) p->year + (i % 2 ? (i + 1) / 2 : -i / 2), month, day);

				if (other.dated && calendar_weekday(other.first) == get(r, SLOT_WEEKDAY, 0))
				{
					*p = other;
					break;
				}
			}
		if (get(r, SLOT_UNIT, 0) == UNIT_WEEK && p->dated)
			*p = point_of(UNIT_WEEK, p->first);
		return true;
	}
	if (has(r, SLOT_WEEKDAY) && !(has(r, SLOT_ORD) && has(r, SLOT_MONTH)))
	{
		*p = weekday_point(r, get(r, SLOT_WEEKDAY, 0));
		return true;
	}
	if (has(r, SLOT_DAY))
	{
		*p = day_point(r, get(r, SLOT_DAY, 0));
		return true;
	}
	if (has(r, SLOT_MONTH) || has(r, SLOT_SEASON) || has(r, SLOT_QUARTER) || has(r, SLOT_HALF))
	{
		uint8_t		grain = has(r, SLOT_MONTH) ? UNIT_MONTH : has(r, SLOT_SEASON) ? UNIT_SEASON :
			has(r, SLOT_QUARTER) ? UNIT_QUARTER : UNIT_HALF;

		if (get(r, SLOT_BARE, 0) == 2 && (year < 100 || year > 999))
			return false;
		part = get(r, has(r, SLOT_MONTH) ? SLOT_MONTH : has(r, SLOT_SEASON) ? SLOT_SEASON :
				   has(r, SLOT_QUARTER) ? SLOT_QUARTER : SLOT_HALF, 0);
		if (part < 1 || part > 12 || (grain == UNIT_QUARTER && part > 4))
			return false;
		if (!known && !moved && sentence_year(r, &sentence))
		{
			known = true;
			year = sentence;
		}
		*p = known ? make_point(grain, year, part, 0) :
			moved ? in_direction(r, grain, part, 0, get(r, SLOT_DIR, 0)) :
			choose_year(r, grain, part, 0, -1);
		if (has(r, SLOT_WEEKDAY))
		{
			*p = nth_weekday(p, get(r, SLOT_WEEKDAY, 0), get(r, SLOT_ORD, 0));
			return true;
		}
		if (has(r, SLOT_ORD) && has(r, SLOT_UNIT))
			return nth_of_month(p, get(r, SLOT_UNIT, 0), get(r, SLOT_ORD, 0));
		/* results are reported after the quarter: "will report third-quarter results" */
		if (!known && !moved && r->line->prefer == PREFER_TEXT && !r->narrative &&
			(grain == UNIT_QUARTER || grain == UNIT_HALF))
			*p = choose_year(r, grain, part, 0, r->direction == 1 ? 0 : -1);
		return true;
	}
	if (has(r, SLOT_CENTURY))
	{
		int			century = get(r, SLOT_CENTURY, 0);

		/* the turn of the century: the one nearest to now */
		if (century == 0 && r->now != NT_DAY_NONE)
			century = (point_calendar_year(&(NtDatePoint){.first = r->now}) + 50) / 100 + 1;
		if (century < 1 || century > 99)
			return false;
		if (get(r, SLOT_ERA, 1) < 0)
			return false;
		*p = make_point(UNIT_CENTURY, century - 1, 0, 0);
		return true;
	}
	if (has(r, SLOT_DECADE))
	{
		*p = make_point(UNIT_DECADE, get(r, SLOT_DECADE, 0), 0, 0);
		return true;
	}
	if (has(r, SLOT_YEARS_OF))
	{
		int			y = 2000;
		int			m;
		int			d;
		int			decade;

		if (r->now != NT_DAY_NONE)
			calendar_date(r->now, &y, &m, &d);
		decade = y / 100 * 10 + get(r, SLOT_YEARS_OF, 0);
		if (decade > y / 10)
			decade -= 10;
		*p = make_point(UNIT_DECADE, decade, 0, 0);
		return true;
	}
	if (known)
	{
		if (get(r, SLOT_BARE, 0) == 1 && (year < BARE_FIRST_YEAR || year > BARE_LAST_YEAR))
			return false;
		if (get(r, SLOT_BARE, 0) == 2 && !has(r, SLOT_ERA) && (year < 100 || year > BARE_LAST_YEAR))
			return false;
		if (get(r, SLOT_UNIT, 0) == UNIT_QUARTER && r->line->quarter.dated)
			*p = make_point(UNIT_QUARTER, year, r->line->quarter.part, 0);
		else
			*p = make_point(UNIT_YEAR, year, 0, 0);
		return true;
	}
	/* tomorrow at noon */
	if (has(r, SLOT_DIR))
		*p = point_of(UNIT_DAY, calendar_add_days(r->line->published, get(r, SLOT_DIR, 0)));
	return true;				/* or a time of day alone */
}

/* ---- the time of day --------------------------------------------------------- */

/* write_clock appends T21:41, TNI ... to a value; false when there is no such time. */
static bool
write_clock(const Resolver *r, NtDatePoint *p, char *value)
{
	size_t		n = strlen(value);
	int			hour = get(r, SLOT_HOUR, -1);
	int			minute = get(r, SLOT_MINUTE, -1);
	int			seconds = get(r, SLOT_SECONDS, -1);
	int			ampm = get(r, SLOT_AMPM, -1);

	if (has(r, SLOT_CLOCK))
	{
		hour = get(r, SLOT_CLOCK, 0) / 100;
		minute = get(r, SLOT_CLOCK, 0) % 100;
	}
	if (hour < 0 && minute >= 0 && ampm < 0)
		return false;
	if (hour >= 0)
	{
		/* 9:30pm in one word carries the half of the day with its minutes */
		if (minute >= 100 || (minute >= 0 && !has(r, SLOT_CLOCK) && minute > 59))
		{
			ampm = minute % 10;
			minute /= 10;
		}
		if (ampm >= 0 && (hour < 1 || hour > 12))
			return false;
		if (ampm == 0 && hour == 12)
			hour = 0;
		if (ampm == 1 && hour < 12)
			hour += 12;
		if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
			return false;
		if (minute < 0)
			minute = 0;
		n += (size_t) snprintf(value + n, DATE_VALUE_ROOM - n, "T%02d:%02d", hour, minute);
		if (seconds >= 0 && seconds <= 60)
			snprintf(value + n, DATE_VALUE_ROOM - n, ":%02d", seconds);
		return true;
	}
	if (has(r, SLOT_PART))
		snprintf(value + n, DATE_VALUE_ROOM - n, "T%s", part_names[get(r, SLOT_PART, 0)]);
	(void) p;
	return true;
}

static bool
has_clock(const Resolver *r)
{
	return has(r, SLOT_HOUR) || has(r, SLOT_CLOCK) || has(r, SLOT_PART);
}

/* ---- amounts ---------------------------------------------------------------- */

/* unit_letters returns how TIMEX3 writes a unit, and by how much to multiply. */
static const char *
unit_letters(int unit, int *times, bool *time)
{
	*times = 1;
	*time = false;
	switch (unit)
	{
		case UNIT_SECOND:
			*time = true;
			return "S";
		case UNIT_MINUTE:
			*time = true;
			return "M";
		case UNIT_HOUR:
			*time = true;
			return "H";
		case UNIT_DAY:
		case UNIT_NIGHT:
			return "D";
		case UNIT_WEEKEND:
			*times = 2;
			return "D";
		case UNIT_WEEK:
			return "W";
		case UNIT_FORTNIGHT:
			*times = 2;
			return "W";
		case UNIT_MONTH:
			return "M";
		case UNIT_QUARTER:
			return "Q";
		case UNIT_SEASON:
			*times = 3;
			return "M";
		case UNIT_HALF:
			*times = 6;
			return "M";
		case UNIT_YEAR:
			return "Y";
		case UNIT_DECADE:
			*times = 10;
			return "Y";
		case UNIT_CENTURY:
			*times = 100;
			return "Y";
		case UNIT_MILLENNIUM:
			*times = 1000;
			return "Y";
	}
	return "X";
}

/* A half of a unit in whole smaller ones, where TIMEX3 has them. */
static const char *
half_of(int unit)
{
	switch (unit)
	{
		case UNIT_YEAR:
			return "6M";
		case UNIT_DAY:
			return "T12H";
		case UNIT_HOUR:
			return "30M";
		case UNIT_MINUTE:
			return "30S";
	}
	return NULL;
}

/* write_period writes P3Y, PT5H30M, PXD. */
static bool
write_period(const Resolver *r, char *value)
{
	int			unit = get(r, SLOT_UNIT, UNIT_UNKNOWN);
	int			count = get(r, SLOT_COUNT, 1);
	int			hundredths = get(r, SLOT_HUNDREDTHS, -1);
	int			num = get(r, SLOT_NUMERATOR, 0);
	int			den = get(r, SLOT_DENOMINATOR, 0);
	int			times;
	bool		time;
	const char *letter = unit_letters(unit, &times, &time);
	size_t		n;

	if (unit == UNIT_UNKNOWN)
	{
		strcpy(value, "PXX");
		return true;
	}
	if (count >= 1900 && count <= 2100 && !time)
		return false;			/* "the 2018 day" names a year */
	if (den > 0 && num > 0 && num < den && num <= 1000 && den <= 1000)
		hundredths = (has(r, SLOT_COUNT) && count >= 0 && count < 100000 ? count : 0) * 100 + num * 100 / den;
	else if (den != 0)
		return false;
	if (has(r, SLOT_HUNDREDTHS) && den == 0)
		count = 0;
	if (hundredths >= 0)
	{
		int			whole = hundredths / 100 * times + hundredths % 100 * times / 100;
		int			rest = hundredths % 100 * times % 100;
		const char *half = half_of(unit);

		if (rest == 0)
			snprintf(value, DATE_VALUE_ROOM, "P%s%d%s", time ? "T" : "", whole, letter);
		else if (rest == 50 && half != NULL)
		{
			if (whole > 0)
				snprintf(value, DATE_VALUE_ROOM, "P%s%d%s%s", time ? "T" : "", whole, letter, half);
			else
				snprintf(value, DATE_VALUE_ROOM, "P%s%s", time ? "T" : "", half);
		}
		else if (rest % 10 == 0)
			snprintf(value, DATE_VALUE_ROOM, "P%s%d.%d%s", time ? "T" : "", whole, rest / 10, letter);
		else
			snprintf(value, DATE_VALUE_ROOM, "P%s%d.%02d%s", time ? "T" : "", whole, rest, letter);
		return true;
	}
	if (count < 0)
	{
		if (unit == UNIT_DECADE || unit == UNIT_CENTURY || unit == UNIT_MILLENNIUM)
			letter = unit == UNIT_DECADE ? "DE" : unit == UNIT_CENTURY ? "CE" : "ML";
		snprintf(value, DATE_VALUE_ROOM, "P%sX%s", time ? "T" : "", letter);
		return true;
	}
	n = (size_t) snprintf(value, DATE_VALUE_ROOM, "P%s%lld%s", time ? "T" : "", (long long) count * times, letter);
	if (has(r, SLOT_COUNT2) && has(r, SLOT_UNIT2))
	{
		bool		time2;
		int			times2;
		const char *letter2 = unit_letters(get(r, SLOT_UNIT2, 0), &times2, &time2);

		snprintf(value + n, DATE_VALUE_ROOM - n, "%s%lld%s", time2 && !time ? "T" : "",
				 (long long) get(r, SLOT_COUNT2, 0) * times2, letter2);
	}
	return true;
}

/* ---- moving -------------------------------------------------------------------- */

static uint8_t
grain_of_unit(int unit)
{
	switch (unit)
	{
		case UNIT_SECOND:
		case UNIT_MINUTE:
		case UNIT_HOUR:
		case UNIT_NIGHT:
			return UNIT_DAY;
		case UNIT_FORTNIGHT:
			return UNIT_WEEK;
		case UNIT_MILLENNIUM:
			return UNIT_CENTURY;
	}
	return (uint8_t) unit;
}

/* in_reach: has the text spoken of a date just before? */
static bool
in_reach(const Resolver *r)
{
	return r->match->first - r->line->text_token <= NARRATIVE_REACH;
}

/* holds tells whether a stretch holds the first day of another. */
static bool
holds(const NtDatePoint *p, const NtDatePoint *other)
{
	NtDay		end = point_end(p);

	return p->dated && other->dated && end != NT_DAY_NONE && other->first >= p->first && other->first < end;
}

/*
 * base_point returns the point an expression moves from; fine asks for a day:
 * "two days later" moves from the last day named, not from the year since.
 */
static NtDatePoint
base_point(const Resolver *r, int base, bool fine)
{
	const NtTimeline *line = r->line;

	if (base == BASE_TEXT && fine && line->day.dated &&
		(line->text.grain == UNIT_DAY || holds(&line->text, &line->day)))
		return line->day;
	if (base == BASE_TEXT && line->text.dated)
		return line->text;
	if (base == BASE_EITHER && line->text.dated &&
		((line->narrative && (!line->mixed || in_reach(r))) || line->text_token >= r->matcher->first))
		return line->text;
	return point_of(UNIT_DAY, r->now);
}

/* last week, this year, the following month */
static bool
shift_point(Resolver *r, NtDatePoint *p)
{
	int			unit = get(r, SLOT_UNIT, UNIT_DAY);
	int			dir = get(r, SLOT_DIR, 0);
	int			base = get(r, SLOT_BASE, BASE_PUBLISHED);
	NtDatePoint from = base_point(r, base, grain_of_unit(get(r, SLOT_UNIT, UNIT_DAY)) < UNIT_MONTH);

	*p = no_point();
	if (unit == UNIT_FORTNIGHT || unit == UNIT_SECOND || unit == UNIT_MINUTE || unit == UNIT_HOUR)
		return false;
	if (!from.dated)
	{
		*p = open_point(UNIT_NONE, 0, 0);
		return true;
	}
	/* after "in October" the next day is some day of that month */
	if (base == BASE_TEXT && grain_of_unit(unit) == UNIT_DAY && (from.grain == UNIT_MONTH || from.grain == UNIT_YEAR) &&
		r->line->narrative)
	{
		*p = from;
		r->some_day = true;
		return true;
	}
	/* a coarser date says nothing of its weeks and days */
	if (base == BASE_TEXT && from.grain > grain_of_unit(unit) && from.grain != UNIT_SEASON &&
		r->line->published != NT_DAY_NONE && !r->line->narrative)
		from = point_of(UNIT_DAY, r->line->published);
	*p = point_of(grain_of_unit(unit), from.first);
	if (dir != 0)
		*p = point_move(p, dir);
	/* on a Monday the weekend is the one just past */
	if (unit == UNIT_WEEKEND && base == BASE_EITHER && p->dated && p->first > from.first &&
		tense_of(r->matcher, r->match) <= 0)
		*p = point_move(p, -1);
	return true;
}

/* two years ago, a week later */
static bool
ago_point(Resolver *r, NtDatePoint *p, char *value)
{
	int			unit = get(r, SLOT_UNIT, UNIT_DAY);
	int			count = get(r, SLOT_COUNT, 1);
	int			side = get(r, SLOT_SIDE, -1);
	int			base = get(r, SLOT_BASE, BASE_PUBLISHED);
	uint8_t		grain = grain_of_unit(unit);
	NtDatePoint from = base_point(r, base, grain_of_unit(get(r, SLOT_UNIT, UNIT_DAY)) < UNIT_MONTH);
	int			times;
	bool		time;
	int64_t		n;

	*p = no_point();
	unit_letters(unit, &times, &time);
	if (count < 0)
	{
		strcpy(value, side < 0 ? "PAST_REF" : "FUTURE_REF");
		return true;
	}
	/* in reports of earnings a year ago is the same quarter of the year before */
	if (unit == UNIT_YEAR && count == 1 && !has(r, SLOT_NUMERATOR) && r->line->quarter.dated &&
		r->line->quarter_token >= r->line->span_token)
	{
		*p = point_move(&r->line->quarter, side * 4);
		return true;
	}
	if (time && base == BASE_TEXT && r->line->clock >= 0 && r->line->day.dated &&
		r->match->first - r->line->clock_token <= CLOCK_REACH && (unit == UNIT_HOUR || unit == UNIT_MINUTE) && count < 1000)
	{
		int			minutes = r->line->clock + side * count * (unit == UNIT_HOUR ? 60 : 1) +
			side * (get(r, SLOT_NUMERATOR, 0) == 1 && get(r, SLOT_DENOMINATOR, 0) == 2 ? (unit == UNIT_HOUR ? 30 : 0) : 0);
		NtDay		day = calendar_add_days(r->line->day.first, minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440);

		*p = point_of(UNIT_DAY, day);
		r->minutes = ((minutes % 1440) + 1440) % 1440;
		return true;
	}
	if (time)
		n = 0;
	else if (unit == UNIT_DECADE || unit == UNIT_CENTURY || unit == UNIT_MILLENNIUM)
	{
		grain = UNIT_YEAR;
		n = (int64_t) count * times;
	}
	else if (unit == UNIT_FORTNIGHT || unit == UNIT_WEEK)
		n = (int64_t) count * times;
	else if (unit == UNIT_WEEKEND)
		n = count;
	else
		n = count;
	if (!from.dated)
		return true;
	if (has(r, SLOT_WEEKDAY) || has(r, SLOT_MONTH))
		return false;
	/* a year earlier keeps the grain of the date it moves from */
	if (base == BASE_TEXT && unit == UNIT_YEAR && count == 1 && from.grain < UNIT_YEAR &&
		from.grain == UNIT_MONTH)
	{
		*p = point_move(&from, side * 12);
		return true;
	}
	/* a week later than a day is a day */
	if (base == BASE_TEXT && grain == UNIT_WEEK && from.grain == UNIT_DAY && r->line->text.grain == UNIT_DAY)
	{
		grain = UNIT_DAY;
		n *= 7;
	}
	*p = point_of(grain, from.first);
	*p = point_move(p, side * n);
	return true;
}

/* ---- the whole ------------------------------------------------------------------ */

static void
set_range(NtDate *date, const NtDatePoint *p)
{
	NtDay		end;

	if (!p->dated)
		return;
	end = point_end(p);
	if (end == NT_DAY_NONE)
		return;
	date->first = p->first;
	date->last = end;
}

/* remember moves the time line to a date that was found. */
static void
remember(Resolver *r, const NtDatePoint *p)
{
	if (p->grain == UNIT_NONE)
		return;
	r->line->previous = *p;
	if (p->grain == UNIT_QUARTER)
		r->line->quarter_token = r->match->first;
	if (!p->dated || p->grain > UNIT_YEAR)
		return;
	r->line->text = *p;
	if (p->grain == UNIT_DAY)
	{
		r->line->day = *p;
		r->line->day_token = r->match->first;
	}
	r->line->text_token = r->match->first;
	if (p->grain == UNIT_QUARTER && r->slot[SLOT_DIR] == SLOT_UNSET && r->slot[SLOT_SIDE] == SLOT_UNSET &&
		r->slot[SLOT_UNIT] == SLOT_UNSET)
		r->line->quarter = *p;
}

/* remember_clock keeps the time of the day that "two hours later" counts from. */
static void
remember_clock(Resolver *r, const NtDatePoint *p, const char *value)
{
	const char *t = strchr(value, 'T');
	int			hour;
	int			minute;

	if (t == NULL || !p->dated || sscanf(t, "T%2d:%2d", &hour, &minute) != 2)
		return;
	r->line->clock = hour * 60 + minute;
	r->line->clock_token = r->match->first;
}

static bool
resolve_set(const Resolver *r, char *value)
{
	if (has(r, SLOT_WEEKDAY))
	{
		int			n = snprintf(value, DATE_VALUE_ROOM, "XXXX-WXX-%d", get(r, SLOT_WEEKDAY, 0));

		if (has(r, SLOT_PART))
			snprintf(value + n, DATE_VALUE_ROOM - (size_t) n, "T%s", part_names[get(r, SLOT_PART, 0)]);
		return true;
	}
	if (has(r, SLOT_MONTH))
	{
		snprintf(value, DATE_VALUE_ROOM, "XXXX-%02d", get(r, SLOT_MONTH, 0));
		return true;
	}
	if (has(r, SLOT_SEASON))
	{
		snprintf(value, DATE_VALUE_ROOM, "XXXX-%s", season_names[get(r, SLOT_SEASON, 0)]);
		return true;
	}
	if (has(r, SLOT_PART))
	{
		snprintf(value, DATE_VALUE_ROOM, "XXXX-XX-XXT%s", part_names[get(r, SLOT_PART, 0)]);
		return true;
	}
	return write_period(r, value);
}

/*
 * place_in_time decides from where a date without a year is seen: from the day
 * of publication, or from the date the text spoke of last.  Even a narrative
 * speaks from its own day in the future, near that day, and of weekdays,
 * unless one stands close behind a day of its own time.
 */
static void
place_in_time(Resolver *r, int base)
{
	const NtTimeline *line = r->line;
	const NtDatePoint *text = &line->text;

	if (!text->dated)
		return;
	if (base != BASE_TEXT)
	{
		if (!line->narrative)
			return;
		if (line->published != NT_DAY_NONE)
		{
			int64_t		away = (int64_t) line->published - text->first;

			if (r->tense == 1 || (away < 300 && away > -300) || (line->mixed && !in_reach(r)))
				return;
			if (has(r, SLOT_WEEKDAY) && !has(r, SLOT_MONTH) &&
				(text->grain != UNIT_DAY || !in_reach(r)))
				return;
		}
	}
	r->now = text->first;
	/* the following March is after the year, the month or the day spoken of */
	if (get(r, SLOT_DIR, 0) > 0 && point_end(text) != NT_DAY_NONE)
		r->now = point_end(text) - 1;
	r->narrative = line->prefer == PREFER_TEXT;
}

/*
 * confidence_of says how sure a value is, in thousandths: the more of it the
 * words themselves say, the surer.  The steps are those of the order above, not measured
 * probabilities.
 */
static uint16_t
confidence_of(const Resolver *r, const NtDatePoint *p, const char *value)
{
	if (value[0] == '\0')
		return 300;				/* impossible */
	if (!p->dated)
		return 500;				/* the year stays open */
	if (has(r, SLOT_FIRST) && get(r, SLOT_FIRST, 0) <= 12 && get(r, SLOT_SECOND, 0) <= 12 &&
		get(r, SLOT_FIRST, 0) != get(r, SLOT_SECOND, 0))
		return 600;				/* 4/5/25 */
	if (has(r, SLOT_YEAR) || has(r, SLOT_YY) || has(r, SLOT_YMD) || has(r, SLOT_DMY) || has(r, SLOT_FIRST) ||
		has(r, SLOT_CENTURY) || has(r, SLOT_DECADE))
		return 980;
	if (get(r, SLOT_BASE, BASE_PUBLISHED) != BASE_PUBLISHED || r->narrative)
		return 800;				/* from a date the text spoke of */
	if (has(r, SLOT_DIR) || has(r, SLOT_COUNT))
		return 950;				/* last week, two years ago */
	if (has(r, SLOT_WEEKDAY) && has(r, SLOT_MONTH))
		return 930;				/* Saturday, April 25 */
	return r->tense == 1 || r->tense == -1 ? 880 : 780;	/* by tense; by the habit of news */
}

bool
date_resolve(NtTimeline *line, NtDateMatcher *matcher, const NtDateMatch *match,
			 const NtDateGrammar *grammar, NtDate *date)
{
	static const char *const refs[] = {"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"};
	const NtDateRule *rule = &grammar->rules[match->rule];
	Resolver	r = {line, matcher, match, match->slot, line->published, 2, 0, -1, false, false};
	NtDatePoint p = no_point();
	int			base = get(&r, SLOT_BASE, BASE_PUBLISHED);

	memset(date, 0, sizeof(*date));
	date->start = matcher->tokens[match->first].start;
	date->end = matcher->tokens[match->last - 1].end;
	date->first = date->last = NT_DAY_NONE;
	date->kind = DATE_DATE;
	date->mod = (uint8_t) get(&r, SLOT_MOD, MOD_NONE);
	date->confidence = 900;

	switch ((NtDateOp) rule->op)
	{
		case OP_NONE:
		case DATE_OP_COUNT:
			return false;
		case OP_DATE:
			r.tense = tense_of(matcher, match);
			r.direction = direction_of(&r);
			place_in_time(&r, base);
			if (!date_point(&r, grammar, &p))
				return false;
			if (p.grain == UNIT_NONE && get(&r, SLOT_ERA, 1) < 0 && get(&r, SLOT_YEAR, 0) > 0 &&
				get(&r, SLOT_YEAR, 0) <= 9999 && !has(&r, SLOT_MONTH))
				snprintf(date->value, DATE_VALUE_ROOM, "BC%04d", get(&r, SLOT_YEAR, 0));
			if (p.grain == UNIT_NONE && has_clock(&r) && !has(&r, SLOT_MONTH) && !has(&r, SLOT_YMD) &&
				!has(&r, SLOT_FIRST) && !has(&r, SLOT_DMY))
			{
				/* the day spoken of just before, else that of publication */
				if (line->day.dated && (line->text.grain == UNIT_DAY || holds(&line->text, &line->day)) &&
					(line->narrative || (base == BASE_EITHER && match->first - line->day_token <= CLOCK_REACH)))
					p = line->day;
				else if (!line->narrative)
					p = point_of(UNIT_DAY, line->published);
				if (p.grain == UNIT_NONE)
					strcpy(date->value, "XXXX-XX-XX");
			}
			if (has(&r, SLOT_SHIFT) && p.dated)
				p = point_move(&p, get(&r, SLOT_SHIFT, 0));
			break;
		case OP_SHIFT:
			if (!shift_point(&r, &p))
				return false;
			break;
		case OP_AGO:
			if (!ago_point(&r, &p, date->value))
				return false;
			break;
		case OP_SAME:
			if (get(&r, SLOT_UNIT, 0) == UNIT_QUARTER)
			{
				p = line->quarter;
				if ((!p.dated || (has(&r, SLOT_DIR) && point_end(&p) > line->published)) && line->published != NT_DAY_NONE)
				{
					p = point_of(UNIT_QUARTER, line->published);
					p = point_move(&p, -1);
				}
			}
			else
				p = line->text;
			break;
		case OP_DURATION:
			date->kind = DATE_DURATION;
			/* "the nine months": what follows is compared with as many of the year before */
			if (get(&r, SLOT_UNIT, 0) == UNIT_MONTH && (get(&r, SLOT_COUNT, 0) == 6 || get(&r, SLOT_COUNT, 0) == 9))
				line->span_token = match->first;
			return write_period(&r, date->value);
		case OP_SET:
			date->kind = DATE_SET;
			return resolve_set(&r, date->value);
		case OP_REF:
			strcpy(date->value, refs[get(&r, SLOT_REF, REF_PRESENT) & 3]);
			return true;
	}
	if (p.grain != UNIT_NONE)
		write_point(date->value, &p);
	if (r.some_day)
	{
		strcat(date->value, p.grain == UNIT_YEAR ? "-XX-XX" : "-XX");
		set_range(date, &p);
		return true;
	}
	if (p.grain == UNIT_DAY || p.grain == UNIT_NONE)
	{
		if (has_clock(&r) && date->value[0] != '\0')
		{
			date->kind = DATE_TIME;
			if (!write_clock(&r, &p, date->value))
				return false;
			remember_clock(&r, &p, date->value);
		}
		else if (r.minutes >= 0 && date->value[0] != '\0')
		{
			size_t		n = strlen(date->value);

			date->kind = DATE_TIME;
			snprintf(date->value + n, DATE_VALUE_ROOM - n, "T%02d:%02d", r.minutes / 60, r.minutes % 60);
			remember_clock(&r, &p, date->value);
		}
	}
	date->confidence = confidence_of(&r, &p, date->value);
	if (has(&r, SLOT_KIND))
		date->kind = (uint8_t) get(&r, SLOT_KIND, 0);
	set_range(date, &p);
	remember(&r, &p);
	return true;
}
