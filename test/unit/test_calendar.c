/*
 * test_calendar.c -- days, weeks and their limits.
 */
#include "unit.h"

#include "base/calendar.h"

static void
counts_days_from_2000(void)
{
	CHECK_INT(calendar_day(2000, 1, 1), 0);
	CHECK_INT(calendar_day(1970, 1, 1), -10957);
	CHECK_INT(calendar_day(2024, 2, 29), 8825);
	CHECK_INT(calendar_day(1, 1, 1), -730119);
}

static void
knows_no_impossible_day(void)
{
	CHECK_INT(calendar_day(2023, 2, 29), NT_DAY_NONE);
	CHECK_INT(calendar_day(1900, 2, 29), NT_DAY_NONE);
	CHECK_INT(calendar_day(2025, 2, 30), NT_DAY_NONE);
	CHECK_INT(calendar_day(2025, 13, 1), NT_DAY_NONE);
	CHECK_INT(calendar_day(2025, 0, 1), NT_DAY_NONE);
	CHECK_INT(calendar_day(2025, 4, 0), NT_DAY_NONE);
	CHECK_INT(calendar_day(2025, 4, 31), NT_DAY_NONE);
	CHECK_INT(calendar_day(INT64_MAX, 1, 1), NT_DAY_NONE);
	CHECK_INT(calendar_day(10000, 1, 1), NT_DAY_NONE);
	CHECK_INT(calendar_day(-4712, 12, 31), NT_DAY_NONE);
}

static void
turns_every_day_round(void)
{
	NtDay		first = calendar_day(CALENDAR_FIRST_YEAR, 1, 1);
	NtDay		last = calendar_day(CALENDAR_LAST_YEAR, 12, 31);
	int			wrong = 0;

	CHECK(calendar_holds(first) && !calendar_holds(first - 1));
	CHECK(calendar_holds(last) && !calendar_holds(last + 1));
	for (NtDay day = first; day <= last; day++)
	{
		int			y;
		int			m;
		int			d;

		calendar_date(day, &y, &m, &d);
		wrong += calendar_day(y, m, d) != day;
	}
	CHECK_INT(wrong, 0);
}

static void
numbers_weeks_as_iso_8601(void)
{
	static const struct
	{
		int			y,
					m,
					d,
					year,
					week,
					weekday;
	}			want[] = {
		{2018, 12, 31, 2019, 1, 1},
		{2021, 1, 3, 2020, 53, 7},
		{2005, 1, 1, 2004, 53, 6},
		{2008, 12, 29, 2009, 1, 1},
		{2010, 1, 3, 2009, 53, 7},
		{2025, 4, 25, 2025, 17, 5}
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++)
	{
		NtDay		day = calendar_day(want[i].y, want[i].m, want[i].d);
		int			year;
		int			week;

		calendar_week(day, &year, &week);
		CHECK_INT(year, want[i].year);
		CHECK_INT(week, want[i].week);
		CHECK_INT(calendar_weekday(day), want[i].weekday);
		CHECK_INT(calendar_week_start(year, week), day - want[i].weekday + 1);
	}
	CHECK_INT(calendar_week_start(2021, 53), NT_DAY_NONE);
	CHECK_INT(calendar_week_start(2021, 0), NT_DAY_NONE);
}

static void
moves_by_months_and_days(void)
{
	CHECK_INT(calendar_add_months(calendar_day(2024, 1, 31), 1), calendar_day(2024, 2, 29));
	CHECK_INT(calendar_add_months(calendar_day(2024, 1, 31), -2), calendar_day(2023, 11, 30));
	CHECK_INT(calendar_add_months(calendar_day(9999, 12, 1), 1), NT_DAY_NONE);
	CHECK_INT(calendar_add_days(calendar_day(9999, 12, 31), 1), NT_DAY_NONE);
	CHECK_INT(calendar_add_days(NT_DAY_NONE, 1), NT_DAY_NONE);
	CHECK_INT(calendar_add_days(0, INT64_MAX), NT_DAY_NONE);
	CHECK_INT(calendar_add_months(0, INT64_MIN), NT_DAY_NONE);
}

static void
finds_easter(void)
{
	CHECK_INT(calendar_easter(2025), calendar_day(2025, 4, 20));
	CHECK_INT(calendar_easter(2024), calendar_day(2024, 3, 31));
	CHECK_INT(calendar_easter(1943), calendar_day(1943, 4, 25));
	CHECK_INT(calendar_easter(1500), NT_DAY_NONE);
}

int
main(void)
{
	RUN(counts_days_from_2000);
	RUN(knows_no_impossible_day);
	RUN(turns_every_day_round);
	RUN(numbers_weeks_as_iso_8601);
	RUN(moves_by_months_and_days);
	RUN(finds_easter);
	return unit_end();
}
