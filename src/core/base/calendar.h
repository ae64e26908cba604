/*
 * calendar.h -- the proleptic Gregorian calendar, in days from 2000-01-01.
 *
 * Years are astronomical: 1 is AD 1, 0 is 1 BC, -1 is 2 BC.  Only days the
 * server's date type and TIMEX3's four-digit years can both hold exist here:
 * CALENDAR_FIRST_YEAR to CALENDAR_LAST_YEAR.  Anything else is NT_DAY_NONE.
 */
#ifndef NEWSTEXT_CALENDAR_H
#define NEWSTEXT_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

/* A day counted from 2000-01-01, as the server's date type does. */
typedef int32_t NtDay;

#define NT_DAY_NONE INT32_MIN

#define CALENDAR_FIRST_YEAR (-4711)	/* 4712 BC; the server's dates begin late in 4714 BC */
#define CALENDAR_LAST_YEAR 9999

extern int	calendar_month_length(int64_t year, int month);
extern NtDay calendar_day(int64_t year, int64_t month, int64_t day);
extern void calendar_date(NtDay day, int *year, int *month, int *mday);
extern bool calendar_holds(NtDay day);
extern NtDay calendar_add_days(NtDay day, int64_t days);
extern NtDay calendar_add_months(NtDay day, int64_t months);
extern int	calendar_weekday(NtDay day);	/* 1 Monday ... 7 Sunday */
extern void calendar_week(NtDay day, int *year, int *week);
extern NtDay calendar_week_start(int64_t year, int week);
extern NtDay calendar_easter(int64_t year);
extern NtDay calendar_orthodox_easter(int64_t year);

#endif
