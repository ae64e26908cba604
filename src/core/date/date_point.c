/*
 * date_point.c -- stretches of the calendar: a day, a weekend, a week, a month, a quarter,
 * a season, half a year, a year, a decade, a century.
 *
 * A point knows its grain and its first day; the day after its last, and the
 * point so many grains before or after, follow from these.
 *
 *     2025-W17: grain week, first day Monday 2025-04-21, end 2025-04-28
 *
 * A point whose year nobody said is open: it has a value (XXXX-05-03) and no days.
 */
#include "date/date_resolve.h"

#include "base/calendar.h"

/* date_point_none returns the point that is none. */
NtDatePoint
date_point_none(void)
{
	return (NtDatePoint){UNIT_NONE, false, 0, 0, 0, NT_DAY_NONE};
}

/* date_point_of makes the point of a grain that date_point_holds a day. */
NtDatePoint
date_point_of(uint8_t grain, NtDay day)
{
	NtDatePoint p = date_point_none();
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
			p.year = y > 0 ? y / 100 : -((100 - y) / 100);	/* -3: the 3rd century BC, 300 to 201 */
			p.first = calendar_day(p.year >= 0 ? (int64_t) p.year * 100 : (int64_t) p.year * 100 + 1, 1, 1);
			break;
		default:
			return date_point_none();
	}
	if (p.first == NT_DAY_NONE)
		return date_point_none();
	return p;
}

/* date_point_end returns the day after the last of a point. */
NtDay
date_point_end(const NtDatePoint *p)
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

/* date_point_move returns the point n grains later. */
NtDatePoint
date_point_move(const NtDatePoint *p, int64_t n)
{
	int64_t		months = 0;

	if (!p->dated || n > 100000 || n < -100000)
		return date_point_none();
	switch (p->grain)
	{
		case UNIT_DAY:
			return date_point_of(UNIT_DAY, calendar_add_days(p->first, n));
		case UNIT_WEEK:
		case UNIT_WEEKEND:
			return date_point_of(p->grain, calendar_add_days(p->first, n * 7));
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
	return date_point_of(p->grain, calendar_add_months(p->first, months));
}

/* point_year_of returns the calendar year a point lies in. */
int
date_point_year(const NtDatePoint *p)
{
	int			y;
	int			m;
	int			d;

	calendar_date(p->first, &y, &m, &d);
	return y;
}

/* date_point_make makes a point of a year and its part; no point when there is none. */
NtDatePoint
date_point_make(uint8_t grain, int64_t year, int64_t part, int64_t day)
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
			first = calendar_day(year >= 0 ? year * 100 : year * 100 + 1, 1, 1);
			break;
	}
	p = date_point_of(grain, first);
	return p;
}

/* An undated point: the year stays open, XXXX. */
NtDatePoint
date_point_open(uint8_t grain, int32_t part, int32_t day)
{
	return (NtDatePoint){grain, false, 0, part, day, NT_DAY_NONE};
}

/*
 * date_season turns the name of a season (1 spring) into its place counted from
 * March, and back: in the south spring is the third.
 */
int
date_season(const NtTimeline *line, int season)
{
	return line->south ? (season + 1) % 4 + 1 : season;
}

/* date_point_holds tells whether a stretch date_point_holds the first day of another. */
bool
date_point_holds(const NtDatePoint *p, const NtDatePoint *other)
{
	NtDay		end = date_point_end(p);

	return p->dated && other->dated && end != NT_DAY_NONE && other->first >= p->first && other->first < end;
}
