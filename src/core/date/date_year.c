/*
 * date_year.c -- in which year: a date that says its year, or part of it, and
 * one that does not.
 *
 *     March 2011, 3/4/11, in May of last year     by its own words
 *     from July 1995 to October                   the year of the same sentence,
 *                                                 when it is another than today's
 *     last May, next winter                       as the word moves it
 *     May 3                                       of this year, the one before and
 *                                                 the one after, the nearest, unless
 *                                                 the tense means another
 *     May, the third quarter                      the last that has begun, unless the
 *                                                 sentence looks ahead
 *
 * The direction, and the day from which it is seen, have been decided before
 * (date_resolve.c).
 */
#include "date/date_resolve.h"

#define FAR_DAYS 210			/* a month farther than this gives way to its twin */
#define NEAR_DAYS 120			/* that is nearer than this */
#define TENSE_BESIDE_DAYS 400	/* as DATE_TENSE_DAYS, when the cue stands beside it: ended Jan. 31 */

/* two_digit_year gives 25 its century: the year nearest to now, 1970 to 2069 without one. */
static int
two_digit_year(const NtDateResolver *r, int yy)
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

/*
 * date_said_year finds the year an expression itself gives, by number or by "of
 * last year"; false when it gives none.
 */
bool
date_said_year(const NtDateResolver *r, int *year)
{
	int			m;
	int			d;

	if (date_said(r, SLOT_YEAR))
		*year = date_slot(r, SLOT_YEAR, 0);
	else if (date_said(r, SLOT_YY))
		*year = two_digit_year(r, date_slot(r, SLOT_YY, 0));
	else if (date_slot(r, SLOT_OF, 0) == UNIT_YEAR && r->now != NT_DAY_NONE)
	{
		calendar_date(r->now, year, &m, &d);
		*year += date_slot(r, SLOT_DIR, 0);
	}
	else
		return false;
	if (date_slot(r, SLOT_ERA, 1) < 0)
		*year = 1 - *year;
	return true;
}

/* date_sentence_year: another year that the text spoke of, in this sentence. */
bool
date_sentence_year(const NtDateResolver *r, int *year)
{
	const NtTimeline *line = r->line;
	NtDatePoint published;

	if (line->prefer != PREFER_TEXT || r->tense == 1 || !line->text.dated || line->text_token < r->matcher->first ||
		line->text_token >= r->match->first || line->text.grain > UNIT_YEAR)
		return false;
	*year = date_point_year(&line->text);
	if (line->published == NT_DAY_NONE)
		return true;
	published = date_point_of(UNIT_YEAR, line->published);
	return *year < published.year - 1 || *year > published.year + 1;
}

/*
 * date_choose_year places a part of a year that has no year: of this year, the one
 * before and the one after it takes the one that now and the direction ask for.
 * habit is the direction when nothing is said.
 */
NtDatePoint
date_choose_year(const NtDateResolver *r, uint8_t grain, int part, int day, int habit)
{
	int			y;
	int			m;
	int			d;
	int			direction = r->direction == 2 || grain == UNIT_QUARTER || grain == UNIT_HALF ? habit : r->direction;
	bool		near = grain == UNIT_DAY && r->line->prefer == PREFER_TEXT;
	bool		month = grain == UNIT_MONTH && r->line->prefer == PREFER_TEXT && !r->narrative;
	NtDatePoint best = date_point_none();
	int64_t		best_distance = INT64_MAX;

	if (r->now == NT_DAY_NONE)
		return date_point_open(grain, part, day);
	calendar_date(r->now, &y, &m, &d);
	for (int i = -8; i <= 8; i++)
	{
		NtDatePoint p = date_point_make(grain, (int64_t) y + i, part, day);
		NtDay		end;
		int64_t		distance;

		if (!p.dated)
			continue;
		end = date_point_end(&p);
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
				distance += date_tense_beside(r->matcher, r->match) ? TENSE_BESIDE_DAYS : DATE_TENSE_DAYS;
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
		NtDatePoint other = date_point_make(grain, (int64_t) best.year + (ahead > 0 ? -1 : 1), part, day);

		if (other.dated &&
			((ahead > FAR_DAYS && r->now - other.first < NEAR_DAYS) ||
			 (ahead < -FAR_DAYS && r->tense != -1 && other.first - r->now < NEAR_DAYS)))
			best = other;
	}
	return best;
}

/* date_in_direction places a part of a year that "last", "this" or "next" moves. */
NtDatePoint
date_in_direction(const NtDateResolver *r, uint8_t grain, int part, int day, int dir)
{
	int			y;
	int			m;
	int			d;
	NtDatePoint p;

	if (r->now == NT_DAY_NONE)
		return date_point_open(grain, part, day);
	calendar_date(r->now, &y, &m, &d);
	p = date_point_make(grain, y, part, day);
	if (!p.dated)
		return p;
	if (dir < 0)
	{
		if (grain == UNIT_SEASON && p.part == 4 && m <= 2)
			p = date_point_make(grain, y - 2, part, day);	/* in winter, last winter is the one before */
		else if (date_point_end(&p) > r->now)
			p = date_point_make(grain, y - 1, part, day);
	}
	else if (dir > 0 && p.first <= r->now)
		p = date_point_make(grain, y + 1, part, day);
	else if (dir == 0 && grain == UNIT_SEASON && p.part == 4 && m <= 2)
		p = date_point_make(grain, y - 1, part, day);
	return p;
}
