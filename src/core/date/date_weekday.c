/*
 * date_weekday.c -- weekdays: around a day, and inside a month.
 *
 *     Friday                      the last one; ahead, when the sentence looks ahead
 *     last Friday, next Friday    by its own word
 *     the second Tuesday in May   counted from the month's first day
 *     the last weekend of June    or from its end
 */
#include "date/date_resolve.h"

#include "date/date_score.h"

/* is_ahead weighs the two days of that name about now: back days ago and 7 - back ahead. */
static bool
is_ahead(const NtDateResolver *r, int back)
{
	int			score = r->outlook.score + WEEKDAY_HABIT;

	score += back == 6 ? WEEKDAY_TOMORROW : back == 5 ? WEEKDAY_IN_TWO_DAYS : back == 1 ? WEEKDAY_YESTERDAY : 0;
	date_tell_weekday(r, back, score);
	return score > 0;
}

/* joins: late Thursday or early Friday, which cannot be before that Thursday to come. */
static bool
joins(const NtDateResolver *r, NtDay day)
{
	const NtTimeline *line = r->line;
	uint32_t	first = r->match->first;

	if (!line->day.dated || day + date_slot(r, SLOT_SHIFT, 0) >= line->day.first || line->day_token >= first || first == r->matcher->first)
		return false;
	/* from 6pm on Tuesday to 9am on Wednesday */
	if (line->day_token >= r->matcher->first && first - line->day_token <= WEEKDAY_RANGE_REACH &&
		(date_matcher_is(r->matcher, first - 1, CLASS_HYPHEN) ||
		 (date_matcher_is(r->matcher, first - 1, CLASS_JOIN) && !date_matcher_is(r->matcher, first - 1, CLASS_AND) &&
		  !date_matcher_is(r->matcher, first - 1, CLASS_OR))))
		return true;
	/* rain on Friday, sun on Sunday */
	if (line->day.first > r->now && line->day_token >= r->matcher->first && r->outlook.cue == NT_NO_TOKEN)
		return true;
	return line->day.first > r->now && first - line->day_token <= WEEKDAY_JOIN_REACH &&
		(date_matcher_is(r->matcher, first - 1, CLASS_OR) || date_matcher_is(r->matcher, first - 1, CLASS_AND));
}

/* date_weekday places a weekday around now. */
NtDatePoint
date_weekday(const NtDateResolver *r, int weekday)
{
	int			today;
	int			back;
	int			shift;
	NtDay		now = r->now;

	if (now == NT_DAY_NONE)
		return date_point_open(UNIT_DAY, 0, weekday);
	today = calendar_weekday(now);
	back = (today - weekday + 7) % 7;	/* days since the last one */
	if (date_said(r, SLOT_DIR) && date_slot(r, SLOT_OF, 0) == UNIT_WEEK)
		shift = weekday - today + 7 * date_slot(r, SLOT_DIR, 0);
	else if (date_said(r, SLOT_DIR))
	{
		int			dir = date_slot(r, SLOT_DIR, 0);

		if (dir < 0)
			shift = back == 0 ? -7 : -back;
		else if (dir > 0)
			shift = 7 - back;
		else
			shift = weekday - today;
	}
	else if (r->narrative)
		shift = back == 0 ? 0 : 7 - back;
	else if (r->line->prefer == PREFER_TEXT)
		shift = is_ahead(r, back) && back != 0 ? 7 - back : -back;
	else if (r->direction == 1)
		shift = back == 0 ? 0 : 7 - back;
	else if (r->direction == 0)
		shift = back <= 3 ? -back : 7 - back;
	else
		shift = -back;
	if (!date_said(r, SLOT_DIR) && joins(r, calendar_add_days(now, shift)))
		shift += 7;
	return date_point_of(UNIT_DAY, calendar_add_days(now, shift));
}

/* date_weekday_of_month places "Thursday the 17th": the nearest month in which the 17th is a Thursday. */
NtDatePoint
date_weekday_of_month(const NtDateResolver *r, int weekday, int day)
{
	NtDatePoint month = date_point_of(UNIT_MONTH, r->now);
	NtDatePoint best = date_point_none();
	int64_t		best_cost = INT64_MAX;

	if (!month.dated)
		return date_point_open(UNIT_DAY, 0, weekday);
	for (int i = -WEEKDAY_MONTHS; i <= WEEKDAY_MONTHS; i++)
	{
		NtDatePoint at = date_point_move(&month, i);
		NtDatePoint p = at.dated ? date_point_make(UNIT_DAY, at.year, at.part, day) : at;
		int64_t		ahead = p.dated ? (int64_t) p.first - r->now : 0;
		int64_t		cost = ahead < 0 ? -ahead : ahead;

		if (!p.dated || calendar_weekday(p.first) != weekday)
			continue;
		if ((r->outlook.score > 0 && ahead < 0) || (r->outlook.score < 0 && ahead > 0))
			cost += TENSE_DAYS;
		if (cost < best_cost)
		{
			best = p;
			best_cost = cost;
		}
	}
	return best;
}

/* date_nth_weekday returns the nth weekday of a month, counted from its end when n is below 0. */
NtDatePoint
date_nth_weekday(const NtDatePoint *month, int weekday, int n)
{
	NtDay		end = date_point_end(month);
	int64_t		day;

	if (!month->dated || end == NT_DAY_NONE || n == 0 || n > 5)
		return date_point_none();
	if (n < 0)
		day = end - 1 - (calendar_weekday(end - 1) - weekday + 7) % 7;
	else
		day = month->first + (weekday - calendar_weekday(month->first) + 7) % 7 + 7 * (n - 1);
	return day < end ? date_point_of(UNIT_DAY, (NtDay) day) : date_point_none();
}

/* date_nth_of_year turns a year into its nth day, week or month; false when it has none. */
bool
date_nth_of_year(NtDatePoint *p, int unit, int n)
{
	int			year = p->year;
	NtDay		end = date_point_end(p);

	if (!p->dated || end == NT_DAY_NONE || n == 0)
		return false;
	switch (unit)
	{
		case UNIT_DAY:
			*p = date_point_of(UNIT_DAY, n < 0 ? end - 1 : (NtDay) (p->first + n - 1));
			return n <= 31;
		case UNIT_WEEK:
			/* the last four days before the new year are surely of it */
			*p = n < 0 ? date_point_of(UNIT_WEEK, end - 4) : date_point_make(UNIT_WEEK, year, n, 0);
			return p->dated;
		case UNIT_MONTH:
			*p = date_point_make(UNIT_MONTH, year, n < 0 ? 12 : n, 0);
			return p->dated;
	}
	return false;
}

/* date_nth_of_month turns a month into its nth day, week or weekend; false when it has none. */
bool
date_nth_of_month(NtDatePoint *p, int unit, int n)
{
	NtDay		end = date_point_end(p);

	if (!p->dated || end == NT_DAY_NONE || n == 0 || n > 31)
		return p->grain == UNIT_MONTH;
	switch (unit)
	{
		case UNIT_DAY:
			*p = date_point_of(UNIT_DAY, n < 0 ? end - 1 : (NtDay) (p->first + n - 1));
			return n < 0 || p->first < end;
		case UNIT_WEEK:
			*p = date_point_of(UNIT_WEEK, n < 0 ? end - 1 : (NtDay) (p->first + 7 * (n - 1)));
			return n <= 5;
		case UNIT_WEEKEND:
			*p = date_nth_weekday(p, 6, n);
			if (p->dated)
				*p = date_point_of(UNIT_WEEKEND, p->first);
			return n <= 5;
	}
	return false;
}
