/*
 * date_holiday.c -- the days of data/en/dates/holidays.txt.
 *
 *     Christmas Eve       a day of a month
 *     Thanksgiving        a weekday on or after a day of a month
 *     Memorial Day        the last such weekday of a month
 *     Good Friday         so many days from Easter
 *     Ramadan             a list of days (data/en/dates/feasts.txt)
 *
 * Without a year it is the nearest one, unless a word or the tense means
 * another.
 */
#include "date/date_resolve.h"

#include "date/date_score.h"

/* easter_of returns the Easter Sunday that a holiday is counted from. */
static NtDay
easter_of(const NtHoliday *h, int64_t year)
{
	return h->month == HOLIDAY_ORTHODOX ? calendar_orthodox_easter(year) : calendar_easter(year);
}

/* holiday_day returns the day of a holiday in a year. */
static NtDay
holiday_day(const NtHoliday *h, int64_t year)
{
	NtDay		day;
	int			weekday;

	if (h->month == HOLIDAY_EASTER || h->month == HOLIDAY_ORTHODOX)
		return calendar_add_days(easter_of(h, year), h->day);
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

/* A holiday's candidates: of three years, or of its list the days about them. */
typedef struct Choice
{
	const NtDateResolver *r;
	int			dir;			/* 2: not said */
	NtDay		best;
	int64_t		cost;
} Choice;

/* weigh takes a day when it is nearer than the best so far, and the word beside it allows it. */
static void
weigh(Choice *c, NtDay day)
{
	const NtDateResolver *r = c->r;
	int64_t		cost;

	if (day == NT_DAY_NONE || (date_said(r, SLOT_DIR) && ((c->dir == -1 && day > r->now) || (c->dir == 1 && day < r->now))))
		return;
	cost = day > r->now ? (int64_t) day - r->now : (int64_t) r->now - day;
	if ((c->dir == -1 && day > r->now) || (c->dir == 1 && day < r->now))
		cost += r->line->prefer != PREFER_TEXT ? OTHER_SIDE_DAYS : cost <= HOLIDAY_NEAR_DAYS ? HOLIDAY_NEAR_TENSE : HOLIDAY_TENSE_DAYS;
	if (c->best == NT_DAY_NONE || cost < c->cost)
	{
		c->best = day;
		c->cost = cost;
	}
}

/* date_holiday places a holiday, in a year when that is known. */
NtDatePoint
date_holiday(const NtDateResolver *r, const NtDateGrammar *grammar, const NtHoliday *h, bool known_year, int year)
{
	Choice		choice = {r, date_slot(r, SLOT_DIR, 2), NT_DAY_NONE, 0};
	int			y;
	int			m;
	int			d;

	if (choice.dir == 2 && r->direction != 2 && !r->narrative)
		choice.dir = r->direction;
	if (h->month == HOLIDAY_FEAST)
	{
		for (int i = 0; i < h->weekday; i++)
		{
			NtDay		day = grammar->feasts[h->day + i];

			calendar_date(day, &y, &m, &d);
			if (known_year && y == year)
				return date_point_of(UNIT_DAY, day);
			if (!known_year && r->now != NT_DAY_NONE && day - r->now < FEAST_REACH && r->now - day < FEAST_REACH)
				weigh(&choice, day);
		}
		return date_point_of(UNIT_DAY, choice.best);
	}
	if (known_year)
		return date_point_of(UNIT_DAY, holiday_day(h, year));
	if (r->now == NT_DAY_NONE)
		return h->month > 0 && h->weekday == 0 ? date_point_open(UNIT_DAY, h->month, h->day) : date_point_none();
	calendar_date(r->now, &y, &m, &d);
	for (int i = -1; i <= 1; i++)
		weigh(&choice, holiday_day(h, (int64_t) y + i));
	return date_point_of(UNIT_DAY, choice.best);
}
