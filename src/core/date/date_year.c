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

#include "date/date_score.h"

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
	{
		*year = two_digit_year(r, date_slot(r, SLOT_YY, 0));
		/* in the spring of '44 he was parachuted */
		if (r->outlook.score < 0 && r->line->published != NT_DAY_NONE && calendar_day(*year, 1, 1) > r->line->published)
			*year -= 100;
	}
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

/* is_compared: the driest since 1974, which is no year of what follows. */
static bool
is_compared(const NtDateResolver *r)
{
	const NtTimeline *line = r->line;

	return line->text_token > r->matcher->first && line->text.grain == UNIT_YEAR && date_matcher_is(r->matcher, line->text_token - 1, CLASS_BEHIND);
}

/* date_sentence_year: another year that the text spoke of, in this sentence. */
bool
date_sentence_year(const NtDateResolver *r, int *year)
{
	const NtTimeline *line = r->line;
	NtDatePoint published;

	if (line->prefer != PREFER_TEXT || r->outlook.will || !line->text.dated || line->text_token < r->matcher->first ||
		line->text_token >= r->match->first || line->text.grain > UNIT_YEAR || is_compared(r))
		return false;
	*year = date_point_year(&line->text);
	if (line->published == NT_DAY_NONE)
		return true;
	published = date_point_of(UNIT_YEAR, line->published);
	return *year < published.year - 1 || *year > published.year + 1;
}

/* tense_days returns how much farther a day may be, to agree with the outlook. */
static int64_t
tense_days(const NtDateResolver *r, int64_t distance)
{
	int			score = r->outlook.score;

	/* leaves office on Jan. 20 */
	if (score >= OUTLOOK_EVENT && r->outlook.beside && distance > TENSE_SOON_DAYS)
		return TENSE_STRONG_DAYS;
	if (score < TENSE_STRONG && score > -TENSE_STRONG)
		return TENSE_DAYS;
	return r->outlook.beside || distance > TENSE_SOON_DAYS ? TENSE_STRONG_DAYS : TENSE_DAYS;
}

/*
 * cost_of tells how far a candidate [p, end) lies from now, with what speaks
 * against it; INT64_MAX when it is none.  direction: -1 past, 1 future, 0 nearest.
 */
static int64_t
cost_of(const NtDateResolver *r, const NtDatePoint *p, NtDay end, int direction)
{
	const NtDatePoint *before = &r->line->previous;
	int64_t		ahead = (int64_t) p->first - r->now;
	int64_t		behind = (int64_t) r->now - end + 1;
	int64_t		nearest = ahead > 0 ? ahead : behind > 0 ? behind : 0;

	if (r->scene)
		return p->first < r->now || end > calendar_add_months(r->now, 12) ? INT64_MAX : nearest;
	if (r->narrative)
		return end > r->now ? nearest : behind * (r->outlook.had ? STORY_HAD_PERCENT : STORY_BACK_PERCENT) / 100;
	if (r->line->follows && before->dated && (before->grain == UNIT_DAY || before->grain == UNIT_MONTH))
		return p->first >= before->first ? (int64_t) p->first - before->first : INT64_MAX;
	if (p->grain == UNIT_DAY && r->line->prefer == PREFER_TEXT)
		return nearest + ((direction < 0 && ahead > 0) || (direction > 0 && behind > 0) ? tense_days(r, nearest) : 0);
	if (direction < 0)
		return ahead <= 0 ? -ahead : INT64_MAX;
	if (direction > 0)
		return end > r->now ? (int64_t) end - r->now : INT64_MAX;
	return nearest;
}

/*
 * date_choose_year places a part of a year that has no year: of this year and
 * those around it takes the one that costs least.  habit is the direction when
 * nothing is said.
 */
NtDatePoint
date_choose_year(const NtDateResolver *r, uint8_t grain, int part, int day, int habit)
{
	int			y;
	int			m;
	int			d;
	int			direction = r->direction == 2 || grain == UNIT_QUARTER || grain == UNIT_HALF ? habit : r->direction;
	bool		month = grain == UNIT_MONTH && r->line->prefer == PREFER_TEXT && !r->narrative;
	NtDatePoint best = date_point_none();
	int64_t		best_cost = INT64_MAX;

	if (r->now == NT_DAY_NONE)
		return date_point_open(grain, part, day);
	if (r->line->prefer == PREFER_TEXT && (grain == UNIT_MONTH || grain == UNIT_SEASON))
		direction = r->outlook.score + MONTH_HABIT > 0 ? 1 : -1;
	calendar_date(r->now, &y, &m, &d);
	for (int i = -8; i <= 8; i++)
	{
		NtDatePoint p = date_point_make(grain, (int64_t) y + i, part, day);
		NtDay		end = p.dated ? date_point_end(&p) : NT_DAY_NONE;
		int64_t		cost;

		if (end == NT_DAY_NONE)
			continue;
		cost = cost_of(r, &p, end, direction);
		if (cost < 0)
			cost = 0;
		date_tell_candidate(r, &p, cost);
		if (cost < best_cost)
		{
			best = p;
			best_cost = cost;
		}
	}
	/* a month just past or just ahead outweighs a tense that means the far side of the year */
	if (month && best.dated)
	{
		int64_t		ahead = (int64_t) best.first - r->now;
		int64_t		near = r->outlook.beside && r->outlook.score >= OUTLOOK_MODAL ? NEAR_BESIDE_DAYS : NEAR_DAYS;
		NtDatePoint other = date_point_make(grain, (int64_t) best.year + (ahead > 0 ? -1 : 1), part, day);

		if (other.dated &&
			((ahead > FAR_DAYS && r->outlook.score < TENSE_STRONG && r->now - other.first < near) ||
			 (ahead < -FAR_DAYS && r->outlook.score >= 0 && other.first - r->now < NEAR_DAYS)))
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
		if (dir < -1)
			p = date_point_make(grain, (int64_t) p.year + dir + 1, part, day);	/* two summers ago */
	}
	else if (dir > 0 && p.first <= r->now)
		p = date_point_make(grain, y + 1, part, day);
	else if (dir == 0 && grain == UNIT_SEASON && p.part == 4 && m <= 2)
		p = date_point_make(grain, y - 1, part, day);
	return p;
}
