/*
 * date_move.c -- dates that move from another: last week, two years ago, the
 * following month, three days later, a year earlier.
 */
#include "date/date_resolve.h"

#include "base/calendar.h"
#include "date/date_score.h"

#include <string.h>


/* date_grain_of_unit returns the grain of a date that moves by a unit. */
static uint8_t
date_grain_of_unit(int unit)
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

/* date_by_units moves a day by so many units and stays a day: two weeks from Tuesday. */
NtDatePoint
date_by_units(const NtDatePoint *p, int unit, int64_t n)
{
	int			times;
	bool		time;

	date_unit_letters(unit, &times, &time);
	if (time || n > 100000 || n < -100000)
		return date_point_none();
	switch (unit)
	{
		case UNIT_DAY:
		case UNIT_NIGHT:
			return date_point_of(UNIT_DAY, calendar_add_days(p->first, n));
		case UNIT_WEEKEND:
		case UNIT_WEEK:
		case UNIT_FORTNIGHT:
			return date_point_of(UNIT_DAY, calendar_add_days(p->first, n * 7 * (unit == UNIT_FORTNIGHT ? 2 : 1)));
		case UNIT_QUARTER:
		case UNIT_SEASON:
			return date_point_of(UNIT_DAY, calendar_add_months(p->first, n * 3));
		case UNIT_HALF:
		case UNIT_MONTH:
			return date_point_of(UNIT_DAY, calendar_add_months(p->first, n * times));
	}
	return date_point_of(UNIT_DAY, calendar_add_months(p->first, n * 12 * times));
}

/* date_in_reach: has the text spoken of a date just before? */
bool
date_in_reach(const NtDateResolver *r)
{
	return r->match->first - r->line->text_token <= TEXT_REACH;
}

/* date_lies_ahead: first reported last month, it closes at the end of the month; said so in 2019, it would. */
static bool
date_lies_ahead(const NtDateResolver *r)
{
	const NtTimeline *line = r->line;

	return line->text.first <= r->now && r->now - date_point_end(&line->text) <= AHEAD_DAYS && date_outlook(r->matcher, r->match).will;
}

/*
 * date_base returns the point an expression moves from; fine asks for a day:
 * "two days later" moves from the last day named, not from the year since.
 */
static NtDatePoint
date_base(const NtDateResolver *r, int base, bool fine)
{
	const NtTimeline *line = r->line;

	if (base == BASE_TEXT && fine && line->day.dated &&
		(line->text.grain == UNIT_DAY || date_point_holds(&line->text, &line->day)))
		return line->day;
	if (base == BASE_TEXT && line->text.dated)
		return line->text;
	if (base == BASE_EITHER && line->text.dated && (date_in_story(r) || line->text_token >= r->matcher->first) && !date_lies_ahead(r))
		return line->text;
	return date_point_of(UNIT_DAY, r->now);
}

/* date_shift moves by dir units: last week, this year, the following month. */
bool
date_shift(NtDateResolver *r, NtDatePoint *p)
{
	int			unit = date_slot(r, SLOT_UNIT, UNIT_DAY);
	int			dir = date_slot(r, SLOT_DIR, 0);
	int			base = date_slot(r, SLOT_BASE, BASE_PUBLISHED);
	NtDatePoint from = date_base(r, base, date_grain_of_unit(date_slot(r, SLOT_UNIT, UNIT_DAY)) < UNIT_MONTH);

	*p = date_point_none();
	if (unit == UNIT_FORTNIGHT || unit == UNIT_SECOND || unit == UNIT_MINUTE || unit == UNIT_HOUR)
		return false;
	if (!from.dated)
	{
		*p = date_point_open(UNIT_NONE, 0, 0);
		return true;
	}
	/* after "in October" the next day is some day of that month */
	if (base == BASE_TEXT && date_grain_of_unit(unit) == UNIT_DAY && (from.grain == UNIT_MONTH || from.grain == UNIT_YEAR) &&
		date_in_story(r))
	{
		*p = from;
		r->some_day = true;
		return true;
	}
	/* a coarser date says nothing of its weeks and days */
	if (base == BASE_TEXT && from.grain > date_grain_of_unit(unit) && from.grain != UNIT_SEASON &&
		r->line->published != NT_DAY_NONE && !date_in_story(r))
		from = date_point_of(UNIT_DAY, r->line->published);
	*p = date_point_of(date_grain_of_unit(unit), from.first);
	if (dir != 0)
		*p = date_point_move(p, dir);
	/* on a Monday the weekend is the one just past */
	if (unit == UNIT_WEEKEND && base == BASE_EITHER && p->dated && p->first > from.first &&
		date_outlook(r->matcher, r->match).score <= 0)
		*p = date_point_move(p, -1);
	return true;
}

/* ago_by_clock counts hours and minutes from the time of the day spoken of: two hours later. */
static bool
ago_by_clock(NtDateResolver *r, int unit, int count, int side, NtDatePoint *p)
{
	bool		half = date_slot(r, SLOT_NUMERATOR, 0) == 1 && date_slot(r, SLOT_DENOMINATOR, 0) == 2 && unit == UNIT_HOUR;
	int			minutes;

	if (r->line->clock < 0 || !r->line->day.dated || r->match->first - r->line->clock_token > CLOCK_REACH ||
		(unit != UNIT_HOUR && unit != UNIT_MINUTE) || count >= 1000)
		return false;
	minutes = r->line->clock + side * (count * (unit == UNIT_HOUR ? 60 : 1) + (half ? 30 : 0));
	*p = date_point_of(UNIT_DAY, calendar_add_days(r->line->day.first, minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440));
	r->minutes = ((minutes % 1440) + 1440) % 1440;
	return true;
}

/* ago_of moves to a part of what is moved to: 30 years ago this month; a week ago Monday */
static NtDatePoint
ago_of(NtDateResolver *r, NtDatePoint from, int unit, int64_t n)
{
	NtDatePoint p;

	if (date_said(r, SLOT_WEEKDAY))
		from = date_weekday(r, date_slot(r, SLOT_WEEKDAY, 0));
	p = date_by_units(&from, unit, n);
	return p.dated && date_said(r, SLOT_OF) ? date_point_of((uint8_t) date_slot(r, SLOT_OF, UNIT_DAY), p.first) : p;
}

/* date_ago moves by count units to a side: two years ago, a week later. */
bool
date_ago(NtDateResolver *r, NtDatePoint *p, char *value)
{
	int			unit = date_slot(r, SLOT_UNIT, UNIT_DAY);
	int			count = date_slot(r, SLOT_COUNT, 1);
	int			side = date_slot(r, SLOT_SIDE, -1);
	int			base = date_slot(r, SLOT_BASE, BASE_PUBLISHED);
	uint8_t		grain = date_grain_of_unit(unit);
	NtDatePoint from = date_base(r, base, date_grain_of_unit(date_slot(r, SLOT_UNIT, UNIT_DAY)) < UNIT_MONTH);
	int			times;
	bool		time;
	int64_t		n;

	*p = date_point_none();
	date_unit_letters(unit, &times, &time);
	if (count < 0)
	{
		strcpy(value, side < 0 ? "PAST_REF" : "FUTURE_REF");
		return true;
	}
	/* in reports of earnings a year ago is the same quarter of the year before */
	if (unit == UNIT_YEAR && count == 1 && !date_said(r, SLOT_NUMERATOR) && r->line->quarter.dated &&
		r->line->quarter_token >= r->line->span_token)
	{
		*p = date_point_move(&r->line->quarter, side * 4);
		return true;
	}
	if (time && base == BASE_TEXT && ago_by_clock(r, unit, count, side, p))
		return true;
	if (time && from.grain != UNIT_DAY)
		from = date_point_of(UNIT_DAY, r->line->published);
	if (unit == UNIT_DECADE || unit == UNIT_CENTURY || unit == UNIT_MILLENNIUM)
		grain = UNIT_YEAR;
	n = time ? 0 : grain == UNIT_YEAR || unit == UNIT_FORTNIGHT || unit == UNIT_WEEK ? (int64_t) count * times : count;
	if (!from.dated)
		return true;
	if (date_said(r, SLOT_OF) || date_said(r, SLOT_WEEKDAY))
	{
		*p = ago_of(r, from, unit, (int64_t) side * count);
		return true;
	}
	if (date_said(r, SLOT_MONTH))
		return false;
	/* a year earlier keeps the grain of the date it moves from */
	if (base == BASE_TEXT && unit == UNIT_YEAR && count == 1 && from.grain == UNIT_MONTH)
	{
		*p = date_point_move(&from, side * 12);
		return true;
	}
	/* a week later than a day is a day */
	if (base == BASE_TEXT && grain == UNIT_WEEK && from.grain == UNIT_DAY && r->line->text.grain == UNIT_DAY)
	{
		grain = UNIT_DAY;
		n *= 7;
	}
	*p = date_point_of(grain, from.first);
	*p = date_point_move(p, side * n);
	return true;
}
