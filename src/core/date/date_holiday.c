/*
 * date_holiday.c -- the days of data/en/dates/holidays.txt.
 *
 *     Christmas Eve       a day of a month
 *     Thanksgiving        a weekday on or after a day of a month
 *     Memorial Day        the last such weekday of a month
 *     Good Friday         so many days from Easter
 *
 * Without a year it is the nearest one, unless a word or the tense means
 * another.
 */
#include "date/date_resolve.h"

#define OTHER_SIDE_DAYS 1000	/* farther than any: the caller asked for the other side */

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

/* date_holiday places a holiday, in a year when that is known. */
NtDatePoint
date_holiday(const NtDateResolver *r, const NtHoliday *h, bool known_year, int year)
{
	int			y;
	int			m;
	int			d;
	NtDay		best = NT_DAY_NONE;
	int64_t		best_distance = 0;
	int			dir = date_slot(r, SLOT_DIR, 2);

	if (known_year)
		return date_point_of(UNIT_DAY, holiday_day(h, year));
	if (r->now == NT_DAY_NONE)
		return h->month > 0 && h->weekday == 0 ? date_point_open(UNIT_DAY, h->month, h->day) : date_point_none();
	calendar_date(r->now, &y, &m, &d);
	if (dir == 2 && r->direction != 2)
		dir = r->direction;
	for (int i = -1; i <= 1; i++)
	{
		NtDay		day = holiday_day(h, (int64_t) y + i);
		int64_t		distance;

		if (day == NT_DAY_NONE || (date_said(r, SLOT_DIR) && ((dir == -1 && day > r->now) || (dir == 1 && day < r->now))))
			continue;
		distance = day > r->now ? (int64_t) day - r->now : (int64_t) r->now - day;
		if ((dir == -1 && day > r->now) || (dir == 1 && day < r->now))
			distance += r->line->prefer == PREFER_TEXT ? DATE_TENSE_DAYS : OTHER_SIDE_DAYS;
		if (best == NT_DAY_NONE || distance < best_distance)
		{
			best = day;
			best_distance = distance;
		}
	}
	return date_point_of(UNIT_DAY, best);
}
