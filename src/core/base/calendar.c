/*
 * calendar.c -- calendar arithmetic: proleptic Gregorian days, ISO 8601
 * weeks, Easter.
 *
 * A day number counts from 2000-01-01.  The conversions count a year from
 * March, so that the leap day is its last, in 400-year eras of 146,097 days
 * (Howard Hinnant, "chrono-compatible low-level date algorithms").
 *
 *     calendar_day(2024, 2, 29) = 8825     calendar_day(2023, 2, 29) = NT_DAY_NONE
 *
 * ISO week 1 is the week, Monday to Sunday, that holds January 4th, so that
 * 2018-12-31 lies in 2019-W01 and 2021-01-03 in 2020-W53.
 */
#include "base/calendar.h"

#define ERA_DAYS 146097
#define DAYS_TO_2000 730425		/* from 0000-03-01 to 2000-01-01 */

/* Division that rounds down, also below zero. */
static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* calendar_month_length returns the number of days, 0 for no such month. */
int
calendar_month_length(int64_t year, int month)
{
	static const uint8_t length[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (month < 1 || month > 12)
		return 0;
	if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
		return 29;
	return length[month];
}

/* calendar_day returns the day of a date, NT_DAY_NONE when there is no such date. */
NtDay
calendar_day(int64_t year, int64_t month, int64_t day)
{
	int64_t		era;
	int64_t		of_era;
	int64_t		of_year;

	if (year < CALENDAR_FIRST_YEAR || year > CALENDAR_LAST_YEAR || month < 1 || month > 12 ||
		day < 1 || day > calendar_month_length(year, (int) month))
		return NT_DAY_NONE;
	if (month <= 2)
		year--;
	era = floor_div(year, 400);
	of_era = year - era * 400;
	of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
	return (NtDay) (era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - DAYS_TO_2000);
}

/* calendar_date stores the year, month and day of the month of a day. */
void
calendar_date(NtDay day, int *year, int *month, int *mday)
{
	int64_t		n = (int64_t) day + DAYS_TO_2000;
	int64_t		era = floor_div(n, ERA_DAYS);
	int64_t		d = n - era * ERA_DAYS;
	int64_t		y = (d - d / 1460 + d / 36524 - d / 146096) / 365;
	int64_t		of_year = d - (365 * y + y / 4 - y / 100);
	int64_t		m = (5 * of_year + 2) / 153;

	*mday = (int) (of_year - (153 * m + 2) / 5 + 1);
	*month = (int) (m < 10 ? m + 3 : m - 9);
	*year = (int) (y + era * 400 + (*month <= 2));
}

/* calendar_holds tells whether a day lies within the limits. */
bool
calendar_holds(NtDay day)
{
	return day >= -2451141 && day <= 2921939;
}

/* calendar_add_days returns the day so many later, NT_DAY_NONE beyond the limits. */
NtDay
calendar_add_days(NtDay day, int64_t days)
{
	int64_t		n;

	if (day == NT_DAY_NONE || days > 10000000 || days < -10000000)
		return NT_DAY_NONE;
	n = day + days;
	return n >= INT32_MIN && n <= INT32_MAX && calendar_holds((NtDay) n) ? (NtDay) n : NT_DAY_NONE;
}

/* calendar_add_months keeps the day of the month, or takes the month's last. */
NtDay
calendar_add_months(NtDay day, int64_t months)
{
	int			y;
	int			m;
	int			d;
	int64_t		n;
	int64_t		year;
	int			month;
	int			length;

	if (day == NT_DAY_NONE || months > 200000 || months < -200000)
		return NT_DAY_NONE;
	calendar_date(day, &y, &m, &d);
	n = (int64_t) y * 12 + m - 1 + months;
	year = floor_div(n, 12);
	month = (int) (n - year * 12) + 1;
	length = calendar_month_length(year, month);
	return calendar_day(year, month, d < length ? d : length);
}

int
calendar_weekday(NtDay day)
{
	int64_t		n = (int64_t) day + 5;	/* 2000-01-01 was a Saturday */

	return (int) (n - floor_div(n, 7) * 7) + 1;
}

/* calendar_week stores the ISO year and week of a day. */
void
calendar_week(NtDay day, int *year, int *week)
{
	NtDay		thursday = day - calendar_weekday(day) + 4;
	int			m;
	int			d;

	calendar_date(thursday, year, &m, &d);
	*week = (thursday - calendar_day(*year, 1, 1)) / 7 + 1;
}

/* calendar_week_start returns the Monday of an ISO week, NT_DAY_NONE for none. */
NtDay
calendar_week_start(int64_t year, int week)
{
	NtDay		fourth = calendar_day(year, 1, 4);
	NtDay		start;
	int			y;
	int			w;

	if (fourth == NT_DAY_NONE || week < 1 || week > 53)
		return NT_DAY_NONE;
	start = calendar_add_days(fourth, 1 - calendar_weekday(fourth) + (week - 1) * 7);
	if (start == NT_DAY_NONE)
		return NT_DAY_NONE;
	calendar_week(start, &y, &w);
	return w == week ? start : NT_DAY_NONE;
}

/* calendar_easter returns Western Easter Sunday (Meeus, Jones and Butcher), from 1583 on. */
NtDay
calendar_easter(int64_t year)
{
	int64_t		a = year % 19;
	int64_t		b = year / 100;
	int64_t		c = year % 100;
	int64_t		h;
	int64_t		l;
	int64_t		m;

	if (year < 1583 || year > CALENDAR_LAST_YEAR)
		return NT_DAY_NONE;
	h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	m = (a + 11 * h + 22 * l) / 451;
	return calendar_day(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

/* calendar_orthodox_easter returns the Easter Sunday of the Julian calendar (Meeus, chapter 8), as a Gregorian day. */
NtDay
calendar_orthodox_easter(int64_t year)
{
	int64_t		d;
	int64_t		e;
	int64_t		julian;

	if (year < 326 || year > CALENDAR_LAST_YEAR)
		return NT_DAY_NONE;
	d = (19 * (year % 19) + 15) % 30;
	e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
	julian = d + e + 114;		/* month * 31 + day - 1 in the Julian calendar */
	return calendar_add_days(calendar_day(year, julian / 31, julian % 31 + 1), year / 100 - year / 400 - 2);
}
