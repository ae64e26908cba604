/*
 * date_value.c -- writes TIMEX3 values: 2025-04-24, 2025-W17-WE, 2025-SU, T21:41, TNI, P2Y6M, PT3H,
 * XXXX-WXX-5 (TimeML 1.2.1; ISO 8601).
 */
#include "date/date_resolve.h"

#include <stdio.h>
#include <string.h>

static const char *
season_name(int season)
{
	static const char *const names[] = {"", "SP", "SU", "FA", "WI"};

	return season > 0 && season <= 4 ? names[season] : "";
}

/* part_name returns the part of the day as TIMEX3 writes it. */
static const char *
part_name(const NtDateResolver *r)
{
	static const char *const names[] = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
	int			part = date_slot(r, SLOT_PART, 0);

	return part > 0 && part <= PART_DAYTIME ? names[part] : "";
}

/* A year as ISO 8601 and TIMEX3 write it: 2025, BC0044; XXXX when not known. */
static int
write_year(char *out, size_t room, const NtDatePoint *p)
{
	if (!p->dated)
		return snprintf(out, room, "XXXX");
	if (p->year <= 0)
		return snprintf(out, room, "BC%04d", 1 - p->year);
	return snprintf(out, room, "%04d", p->year);
}

/* date_value_point writes the value of a calendar stretch. */
void
date_value_point(char *out, const NtDatePoint *p)
{
	size_t		room = DATE_VALUE_ROOM;
	int			n = 0;

	out[0] = '\0';
	switch (p->grain)
	{
		case UNIT_DECADE:
			snprintf(out, room, "%03d", p->year);
			return;
		case UNIT_CENTURY:
			if (p->year < 0)
				snprintf(out, room, "BC%02d", -p->year - 1);
			else
				snprintf(out, room, "%02d", p->year);
			return;
		case UNIT_NONE:
			return;
	}
	n = write_year(out, room, p);
	out += n;
	room -= (size_t) n;
	switch (p->grain)
	{
		case UNIT_DAY:
			if (p->dated || p->part > 0)
				snprintf(out, room, "-%02d-%02d", p->part, p->day);
			else
				snprintf(out, room, "-WXX-%d", p->day);
			break;
		case UNIT_WEEK:
			snprintf(out, room, "-W%02d", p->part);
			break;
		case UNIT_WEEKEND:
			snprintf(out, room, "-W%02d-WE", p->part);
			break;
		case UNIT_MONTH:
			snprintf(out, room, "-%02d", p->part);
			break;
		case UNIT_QUARTER:
			snprintf(out, room, "-Q%d", p->part);
			break;
		case UNIT_HALF:
			snprintf(out, room, "-H%d", p->part);
			break;
		case UNIT_SEASON:
			snprintf(out, room, "-%s", season_name(p->part));
			break;
	}
}

/* date_value_clock appends T21:41, TNI ... to a value; false when there is no such time. */
bool
date_value_clock(const NtDateResolver *r, NtDatePoint *p, char *value)
{
	size_t		n = strlen(value);
	int			hour = date_slot(r, SLOT_HOUR, -1);
	int			minute = date_slot(r, SLOT_MINUTE, -1);
	int			seconds = date_slot(r, SLOT_SECONDS, -1);
	int			ampm = date_slot(r, SLOT_AMPM, -1);

	if (date_said(r, SLOT_CLOCK))
	{
		hour = date_slot(r, SLOT_CLOCK, 0) / 100;
		/* began at midnight: as the day began; until midnight: as it ends */
		if (hour == 24 && r->outlook.score < 0 && !date_said(r, SLOT_WEEKDAY) && !date_said(r, SLOT_DIR) && !date_said(r, SLOT_DAY))
			hour = 0;
		minute = date_slot(r, SLOT_CLOCK, 0) % 100;
	}
	if (hour < 0 && minute >= 0 && ampm < 0)
		return false;
	if (hour >= 0)
	{
		/* 9:30pm in one word carries the half of the day with its minutes */
		if (minute >= 100 || (minute >= 0 && !date_said(r, SLOT_CLOCK) && minute > 59))
		{
			ampm = minute % 10;
			minute /= 10;
		}
		/* 20:15 tonight */
		if (hour > 12 && minute >= 0 && ampm == 1)
			ampm = -1;
		if (ampm >= 0 && (hour < 1 || hour > 12))
			return false;
		if (ampm == 0 && hour == 12)
			hour = 0;
		if (ampm == 1 && hour < 12)
			hour += 12;
		if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
			return false;
		if (minute < 0)
			minute = 0;
		if (date_slot(r, SLOT_SIDE, 1) < 0 && minute > 0)
		{
			/* ten minutes to four */
			minute = 60 - minute;
			hour = (hour + 23) % 24;
		}
		n += (size_t) snprintf(value + n, DATE_VALUE_ROOM - n, "T%02d:%02d", hour, minute);
		if (seconds >= 0 && seconds <= 60)
			snprintf(value + n, DATE_VALUE_ROOM - n, ":%02d", seconds);
		return true;
	}
	if (date_said(r, SLOT_PART))
		snprintf(value + n, DATE_VALUE_ROOM - n, "T%s", part_name(r));
	(void) p;
	return true;
}

/* date_says_time tells whether an expression names a time of the day. */
bool
date_says_time(const NtDateResolver *r)
{
	return date_said(r, SLOT_HOUR) || date_said(r, SLOT_CLOCK) || date_said(r, SLOT_PART);
}

/* date_unit_letters returns how TIMEX3 writes a unit, and by how much to multiply. */
const char *
date_unit_letters(int unit, int *times, bool *time)
{
	*times = 1;
	*time = false;
	switch (unit)
	{
		case UNIT_SECOND:
			*time = true;
			return "S";
		case UNIT_MINUTE:
			*time = true;
			return "M";
		case UNIT_HOUR:
			*time = true;
			return "H";
		case UNIT_DAY:
		case UNIT_NIGHT:
			return "D";
		case UNIT_WEEKEND:
			return "WE";
		case UNIT_WEEK:
			return "W";
		case UNIT_FORTNIGHT:
			*times = 2;
			return "W";
		case UNIT_MONTH:
			return "M";
		case UNIT_QUARTER:
			return "Q";
		case UNIT_SEASON:
			*times = 3;
			return "M";
		case UNIT_HALF:
			*times = 6;
			return "M";
		case UNIT_YEAR:
			return "Y";
		case UNIT_DECADE:
			*times = 10;
			return "Y";
		case UNIT_CENTURY:
			*times = 100;
			return "Y";
		case UNIT_MILLENNIUM:
			*times = 1000;
			return "Y";
	}
	return "X";
}

/* A half of a unit in whole smaller ones, where TIMEX3 has them. */
static const char *
half_of(int unit)
{
	switch (unit)
	{
		case UNIT_YEAR:
			return "6M";
		case UNIT_DAY:
			return "T12H";
		case UNIT_HOUR:
			return "30M";
		case UNIT_MINUTE:
			return "30S";
	}
	return NULL;
}

/* write_hundredths writes a period that is no whole number of its unit: P1Y6M, PT2H30M, P1.25Y */
static void
write_hundredths(char *value, int unit, int hundredths)
{
	int			times;
	bool		time;
	const char *letter = date_unit_letters(unit, &times, &time);
	const char *half = half_of(unit);
	int			whole = hundredths / 100 * times + hundredths % 100 * times / 100;
	int			rest = hundredths % 100 * times % 100;

	if (rest == 0)
		snprintf(value, DATE_VALUE_ROOM, "P%s%d%s", time ? "T" : "", whole, letter);
	else if (rest == 50 && half != NULL && whole > 0)
		snprintf(value, DATE_VALUE_ROOM, "P%s%d%s%s", time ? "T" : "", whole, letter, half);
	else if (rest == 50 && half != NULL)
		snprintf(value, DATE_VALUE_ROOM, "P%s%s", time ? "T" : "", half);
	else if (rest % 10 == 0)
		snprintf(value, DATE_VALUE_ROOM, "P%s%d.%d%s", time ? "T" : "", whole, rest / 10, letter);
	else
		snprintf(value, DATE_VALUE_ROOM, "P%s%d.%02d%s", time ? "T" : "", whole, rest, letter);
}

/* write_counted writes a period of so many units, -: nobody says how many, and of some of a second unit: P3Y, PXD, PT5H30M */
static void
write_counted(const NtDateResolver *r, char *value, int unit, int count)
{
	int			times;
	bool		time;
	const char *letter = date_unit_letters(unit, &times, &time);
	size_t		n;

	if (count < 0)
	{
		if (unit == UNIT_DECADE || unit == UNIT_CENTURY || unit == UNIT_MILLENNIUM)
			letter = unit == UNIT_DECADE ? "DE" : unit == UNIT_CENTURY ? "CE" : "ML";
		snprintf(value, DATE_VALUE_ROOM, "P%sX%s", time ? "T" : "", letter);
		return;
	}
	n = (size_t) snprintf(value, DATE_VALUE_ROOM, "P%s%lld%s", time ? "T" : "", (long long) count * times, letter);
	if (date_said(r, SLOT_COUNT2) && date_said(r, SLOT_UNIT2))
	{
		bool		time2;
		int			times2;
		const char *letter2 = date_unit_letters(date_slot(r, SLOT_UNIT2, 0), &times2, &time2);

		snprintf(value + n, DATE_VALUE_ROOM - n, "%s%lld%s", time2 && !time ? "T" : "",
				 (long long) date_slot(r, SLOT_COUNT2, 0) * times2, letter2);
	}
}

/* date_value_period writes P3Y, PT5H30M, PXD. */
bool
date_value_period(const NtDateResolver *r, char *value)
{
	int			unit = date_slot(r, SLOT_UNIT, UNIT_UNKNOWN);
	int			count = date_slot(r, SLOT_COUNT, 1);
	int			hundredths = date_slot(r, SLOT_HUNDREDTHS, -1);
	int			num = date_slot(r, SLOT_NUMERATOR, 0);
	int			den = date_slot(r, SLOT_DENOMINATOR, 0);
	int			times;
	bool		time;

	date_unit_letters(unit, &times, &time);
	if (date_said(r, SLOT_HOUR))
	{
		snprintf(value, DATE_VALUE_ROOM, "PT%dH%dM%dS", date_slot(r, SLOT_HOUR, 0), date_slot(r, SLOT_MINUTE, 0),
				 date_slot(r, SLOT_SECONDS, 0));
		return true;
	}
	if (date_said(r, SLOT_SEASON) && count != 0)
	{
		/* three summers */
		size_t		n = (size_t) snprintf(value, DATE_VALUE_ROOM, count < 0 ? "PX" : "P%d", count);

		snprintf(value + n, DATE_VALUE_ROOM - n, "%s", season_name(date_slot(r, SLOT_SEASON, 0)));
		return true;
	}
	if (unit == UNIT_UNKNOWN)
	{
		strcpy(value, "PXX");
		return true;
	}
	if (date_said(r, SLOT_COUNT) && count == 0 && den == 0)
		return false;			/* zero-hours contracts */
	if (count >= 1900 && count <= 2100 && !time)
		return false;			/* "the 2018 day" names a year */
	if (den > 0 && num > 0 && num < den && num <= 1000 && den <= 1000)
		hundredths = (date_said(r, SLOT_COUNT) && count >= 0 && count < 100000 ? count : 0) * 100 + num * 100 / den;
	else if (den != 0)
		return false;
	if (date_said(r, SLOT_HUNDREDTHS) && den == 0)
		count = 0;
	if (hundredths >= 0)
		write_hundredths(value, unit, hundredths);
	else
		write_counted(r, value, unit, count);
	return true;
}

/* date_value_set writes what recurs: XXXX-WXX-5, P1D. */
bool
date_value_set(const NtDateResolver *r, char *value)
{
	if (date_said(r, SLOT_WEEKDAY))
	{
		int			n = snprintf(value, DATE_VALUE_ROOM, "XXXX-WXX-%d", date_slot(r, SLOT_WEEKDAY, 0));

		if (date_said(r, SLOT_PART))
			snprintf(value + n, DATE_VALUE_ROOM - (size_t) n, "T%s", part_name(r));
		return true;
	}
	if (date_slot(r, SLOT_UNIT, 0) == UNIT_WEEKEND)
	{
		strcpy(value, "XXXX-WXX-WE");
		return true;
	}
	if (date_said(r, SLOT_MONTH))
	{
		snprintf(value, DATE_VALUE_ROOM, "XXXX-%02d", date_slot(r, SLOT_MONTH, 0));
		return true;
	}
	if (date_said(r, SLOT_SEASON))
	{
		snprintf(value, DATE_VALUE_ROOM, "XXXX-%s", season_name(date_slot(r, SLOT_SEASON, 0)));
		return true;
	}
	if (date_said(r, SLOT_PART))
	{
		snprintf(value, DATE_VALUE_ROOM, "XXXX-XX-XXT%s", part_name(r));
		return true;
	}
	return date_value_period(r, value);
}
