/*
 * date_place.c -- places a calendar date: whole, or with a part of it left to
 * be understood.
 *
 * Which slots an expression fills says of what form it is.  The forms stand in
 * a table; the first whose function takes the expression decides.
 *
 *     25.04.2025, 4/25/25     numbers alone
 *     1914-18, May 3 and 5    goes on from the date just before
 *     Christmas Eve           a holiday                         date_holiday.c
 *     May 3                   a day of a month                  date_year.c
 *     last Friday             a weekday                         date_weekday.c
 *     the 7th                 a day of the month spoken of
 *     the last day of 2024    the nth of a year, or of a month that is not named
 *     May, summer, Q3         a part of a year                  date_year.c
 *     the 1980s               a decade, a century
 *     2011                    a year
 */
#include "date/date_resolve.h"

#include "date/date_score.h"

#define BARE_FIRST_YEAR 1500	/* a number alone is a year from here */
#define BARE_LAST_YEAR 2100		/* to here */
#define FIRST_NAMED_DECADE 1750	/* "the twenties" are of no story before */
#define LAST_HUNDREDS 190		/* the 1900s are a hundred years, the 2000s ten */

/* What the form of an expression made of it. */
typedef enum Placed
{
	PLACE_OTHER,				/* another form's */
	PLACE_DONE,					/* placed, or an impossible date */
	PLACE_NO_DATE				/* no date at all: a number, a score */
} Placed;

/* The year of the expression. */
typedef struct SaidYear
{
	bool		known;
	int			year;
} SaidYear;

static Placed
done_if(bool is_date)
{
	return is_date ? PLACE_DONE : PLACE_NO_DATE;
}

/* year_of_sentence takes the year that the sentence spoke of, when that stands for this date too. */
static void
year_of_sentence(NtDateResolver *r, SaidYear *said)
{
	int			year;

	if (!said->known && !date_moved(r) && date_sentence_year(r, &year))
	{
		*said = (SaidYear) {true, year};
		r->of_sentence = true;
	}
}

static Placed
place_numbers(NtDateResolver *r, const NtDateGrammar *grammar, SaidYear *said, NtDatePoint *p)
{
	if (date_said(r, SLOT_YMD))
	{
		int			n = date_slot(r, SLOT_YMD, 0);

		*p = date_point_make(UNIT_DAY, n / 10000, n / 100 % 100, n % 100);
		return done_if(p->dated);	/* eight digits that are no day are a number */
	}
	if (date_said(r, SLOT_DMY))
	{
		int			n = date_slot(r, SLOT_DMY, 0);

		*p = date_point_make(UNIT_DAY, n % 10000, n / 10000 % 100, n / 1000000);
		return PLACE_DONE;
	}
	if (date_said(r, SLOT_FIRST))
	{
		int			a = date_slot(r, SLOT_FIRST, 0);
		int			b = date_slot(r, SLOT_SECOND, 0);
		bool		month_first;

		if (a > 999 && said->known && said->year % 100 <= 31)
		{
			/* 2025/03/09 */
			*p = date_point_make(UNIT_DAY, a, b, said->year % 100);
			return PLACE_DONE;
		}
		month_first = (r->line->month_first && a <= 12) || b > 12;

		*p = date_point_make(UNIT_DAY, said->year, month_first ? a : b, month_first ? b : a);
		return PLACE_DONE;
	}
	if (date_slot(r, SLOT_ERA, 1) < 0 && (said->year > 0 || said->year < CALENDAR_FIRST_YEAR))
		return PLACE_DONE;		/* no such year */
	return PLACE_OTHER;
}

/* place_chain: the rest of a range or list, whose beginning was the expression before. */
static Placed
place_chain(NtDateResolver *r, const NtDateGrammar *grammar, SaidYear *said, NtDatePoint *p)
{
	const NtDatePoint *before = &r->line->previous;

	if (date_said(r, SLOT_CHAIN) && !before->dated && r->now != NT_DAY_NONE)
		return PLACE_NO_DATE;
	switch (date_slot(r, SLOT_CHAIN, 0))
	{
		case UNIT_YEAR:
			/* 1914-18 */
			if (date_said(r, SLOT_YY))
				said->year = date_point_year(before) / 100 * 100 + date_slot(r, SLOT_YY, 0);
			if (before->grain != UNIT_YEAR || !before->dated || said->year <= date_point_year(before))
				return PLACE_NO_DATE;
			*p = date_point_make(UNIT_YEAR, said->year, 0, 0);
			return PLACE_DONE;
		case UNIT_DECADE:
			/* the 1970s and 80s */
			if (before->grain != UNIT_DECADE || date_slot(r, SLOT_YEARS_OF, 0) <= before->year % 10)
				return PLACE_NO_DATE;
			*p = date_point_make(UNIT_DECADE, before->year / 10 * 10 + date_slot(r, SLOT_YEARS_OF, 0), 0, 0);
			return PLACE_DONE;
		case UNIT_MONTH:
			if (before->grain != UNIT_DAY || before->part == 0)
				return PLACE_NO_DATE;
			*p = before->dated ? date_point_make(UNIT_DAY, date_point_year(before), before->part, date_slot(r, SLOT_DAY, 0)) :
				date_point_open(UNIT_DAY, before->part, date_slot(r, SLOT_DAY, 0));
			return done_if(!before->dated || p->dated);
	}
	return PLACE_OTHER;
}

/* beside_holiday: the Friday before Christmas, the week after Easter, the weekend before Diwali. */
static NtDatePoint
beside_holiday(const NtDateResolver *r, NtDay holiday)
{
	int			side = date_slot(r, SLOT_SIDE, 0);
	int			day = calendar_weekday(holiday);
	uint8_t		unit = (uint8_t) date_slot(r, SLOT_UNIT, UNIT_DAY);
	int			days;

	if (date_said(r, SLOT_WEEKDAY))
	{
		days = ((date_slot(r, SLOT_WEEKDAY, 1) - day) * side + 7) % 7;
		return date_point_of(UNIT_DAY, calendar_add_days(holiday, side * (days == 0 ? 7 : days)));
	}
	/* the weekend after a Thursday is that of its own week */
	days = unit == UNIT_WEEKEND && side > 0 && day <= 5 ? 0 : side * 7;
	return date_point_of(unit, calendar_add_days(holiday, days));
}

static Placed
place_holiday(NtDateResolver *r, const NtDateGrammar *grammar, SaidYear *said, NtDatePoint *p)
{
	int32_t		number = date_slot(r, SLOT_HOLIDAY, 0);

	if (!date_said(r, SLOT_HOLIDAY))
		return PLACE_OTHER;
	if (number < 0 || number >= (int32_t) grammar->n_holidays)
		return PLACE_NO_DATE;
	*p = date_holiday(r, grammar, &grammar->holidays[number], said->known, said->year);
	if (grammar->holidays[number].month == HOLIDAY_FEAST)
		r->days = grammar->holidays[number].nth;
	if (date_said(r, SLOT_SIDE))
		*p = p->dated ? beside_holiday(r, p->first) : date_point_none();
	else if (date_said(r, SLOT_UNIT) && p->dated)
	{
		/* the weekend of a Monday is the one before it */
		bool		before = date_slot(r, SLOT_UNIT, 0) == UNIT_WEEKEND && calendar_weekday(p->first) <= 2;

		*p = date_point_of((uint8_t) date_slot(r, SLOT_UNIT, 0), before ? calendar_add_days(p->first, -3) : p->first);
	}
	return PLACE_DONE;
}

/* weekday_year: Saturday, April 25 is of the year near this one in which it is a Saturday. */
static NtDatePoint
weekday_year(const NtDatePoint *p, int month, int day, int weekday)
{
	if (p->dated && calendar_weekday(p->first) != weekday)
		for (int i = 1; i <= 4; i++)
		{
			NtDatePoint other = date_point_make(UNIT_DAY, (int64_t) p->year + (i % 2 ? -(i + 1) / 2 : i / 2), month, day);

			if (other.dated && calendar_weekday(other.first) == weekday)
				return other;
		}
	return *p;
}

static Placed
place_month_day(NtDateResolver *r, const NtDateGrammar *grammar, SaidYear *said, NtDatePoint *p)
{
	int			month = date_slot(r, SLOT_MONTH, 0);
	int			day = date_slot(r, SLOT_DAY, 0);

	if (!date_said(r, SLOT_MONTH) || !date_said(r, SLOT_DAY))
		return PLACE_OTHER;
	if (date_slot(r, SLOT_BARE, 0) == 2 && (said->year < 100 || said->year > 999))
		return PLACE_NO_DATE;
	if (day < 1 || day > (month == 2 ? 29 : calendar_month_length(2000, month)))
		return PLACE_DONE;		/* February 30 */
	year_of_sentence(r, said);
	*p = said->known ? date_point_make(UNIT_DAY, said->year, month, day) :
		date_moved(r) ? date_in_direction(r, UNIT_DAY, month, day, date_slot(r, SLOT_DIR, 0)) :
		date_choose_year(r, UNIT_DAY, month, day, 0);
	if (!said->known && date_said(r, SLOT_WEEKDAY))
		*p = weekday_year(p, month, day, date_slot(r, SLOT_WEEKDAY, 0));
	if (date_slot(r, SLOT_UNIT, 0) == UNIT_WEEK && p->dated)
		*p = date_point_of(UNIT_WEEK, p->first);
	return PLACE_DONE;
}

static Placed
place_weekday(NtDateResolver *r, const NtDateGrammar *grammar, SaidYear *said, NtDatePoint *p)
{
	if (!date_said(r, SLOT_WEEKDAY) || (date_said(r, SLOT_ORD) && (date_said(r, SLOT_MONTH) || date_said(r, SLOT_OF))))
		return PLACE_OTHER;
	*p = date_said(r, SLOT_DAY) && !date_said(r, SLOT_MONTH) ? date_weekday_of_month(r, date_slot(r, SLOT_WEEKDAY, 0), date_slot(r, SLOT_DAY, 0)) :
		date_weekday(r, date_slot(r, SLOT_WEEKDAY, 0));
	return PLACE_DONE;
}

/* place_day places a day of a month that is not said: "on the 7th". */
static Placed
place_day(NtDateResolver *r, const NtDateGrammar *grammar, SaidYear *said, NtDatePoint *p)
{
	const NtDatePoint *text = &r->line->text;
	int			day = date_slot(r, SLOT_DAY, 0);
	bool		own = text->dated && text->grain <= UNIT_MONTH;
	NtDatePoint month;

	if (!date_said(r, SLOT_DAY))
		return PLACE_OTHER;
	if (date_slot(r, SLOT_OF, 0) == UNIT_MONTH)
	{
		/* the 1st of last month */
		month = date_point_of(UNIT_MONTH, date_slot(r, SLOT_DIR, 0) == 0 && date_in_story(r) && text->dated ? text->first : r->now);
		if (month.dated)
			month = date_point_move(&month, date_slot(r, SLOT_DIR, 0));
		if (month.dated)
			*p = date_point_make(UNIT_DAY, month.year, month.part, day);
		return PLACE_DONE;
	}
	month = date_point_of(UNIT_MONTH, own ? text->first : r->now);
	if (!month.dated || day < 1 || day > 31)
		return PLACE_DONE;
	*p = date_point_make(UNIT_DAY, month.year, month.part, day);
	if (!own && p->dated && r->outlook.score >= OUTLOOK_TO && r->line->prefer == PREFER_TEXT && p->first < r->now)
	{
		/* the ministers will meet again on the 14th */
		month = date_point_move(&month, 1);
		*p = date_point_make(UNIT_DAY, month.year, month.part, day);
	}
	if (own && text->grain == UNIT_DAY && p->dated && p->first < text->first)
	{
		month = date_point_move(&month, 1);
		*p = date_point_make(UNIT_DAY, month.year, month.part, day);
	}
	return PLACE_DONE;
}

/* place_nth: the last day of next month, the first Sunday of the month, the final week of 2024. */
static Placed
place_nth(NtDateResolver *r, const NtDateGrammar *grammar, SaidYear *said, NtDatePoint *p)
{
	const NtDatePoint *text = &r->line->text;
	int			n = date_slot(r, SLOT_ORD, 0);

	if (!date_said(r, SLOT_ORD) || date_said(r, SLOT_MONTH))
		return PLACE_OTHER;
	if (date_slot(r, SLOT_OF, 0) == UNIT_MONTH)
	{
		*p = date_point_of(UNIT_MONTH, date_slot(r, SLOT_DIR, 0) == 0 && date_in_story(r) && text->dated ? text->first : r->now);
		if (p->dated)
			*p = date_point_move(p, date_slot(r, SLOT_DIR, 0));
		if (!date_said(r, SLOT_WEEKDAY))
			return done_if(date_nth_of_month(p, date_slot(r, SLOT_UNIT, 0), n));
		*p = date_nth_weekday(p, date_slot(r, SLOT_WEEKDAY, 0), n);
		return PLACE_DONE;
	}
	if (!said->known)
		return PLACE_OTHER;
	*p = date_point_make(UNIT_YEAR, said->year, 0, 0);
	return done_if(date_nth_of_year(p, date_slot(r, SLOT_UNIT, 0), n));
}

/* is_when: expects growth in the second half; but "will report a loss in the quarter", which is over. */
static bool
is_when(const NtDateResolver *r)
{
	uint32_t	first = r->match->first;

	if (first == r->matcher->first || !date_matcher_is(r->matcher, first - 1, CLASS_IN) || r->outlook.cue == NT_NO_TOKEN)
		return false;
	for (uint32_t i = r->outlook.cue; i < first; i++)
		if (date_matcher_is(r->matcher, i, CLASS_PUBLISH))
			return false;
	return true;
}

/* place_part places a month, season, quarter or half, or the nth day, week or weekday of it. */
static Placed
place_part(NtDateResolver *r, const NtDateGrammar *grammar, SaidYear *said, NtDatePoint *p)
{
	static const struct
	{
		NtDateSlot	slot;
		uint8_t		grain;
		int			parts;		/* a year has */
	}			forms[] = {
		{SLOT_MONTH, UNIT_MONTH, 12},
		{SLOT_SEASON, UNIT_SEASON, 4},
		{SLOT_QUARTER, UNIT_QUARTER, 4},
		{SLOT_HALF, UNIT_HALF, 2}
	};
	int			form = 0;
	uint8_t		grain;
	int			part;

	if (date_said(r, SLOT_WEEK) && said->known)
	{
		*p = date_point_make(UNIT_WEEK, said->year, date_slot(r, SLOT_WEEK, 0), 0);
		return done_if(p->dated);
	}
	if (date_said(r, SLOT_ORD) && date_said(r, SLOT_UNIT) && !date_said(r, SLOT_MONTH))
		return PLACE_DONE;		/* the second day of the trial: nobody says which */
	while (form < 4 && !date_said(r, forms[form].slot))
		form++;
	if (form == 4)
		return PLACE_OTHER;
	if (date_slot(r, SLOT_BARE, 0) == 2 && (said->year < 100 || said->year > 999))
		return PLACE_NO_DATE;
	grain = forms[form].grain;
	part = date_slot(r, forms[form].slot, 0);
	if (part < 1 || part > forms[form].parts)
		return PLACE_NO_DATE;
	if (grain == UNIT_SEASON)
		part = date_season(r->line, part);
	year_of_sentence(r, said);
	*p = said->known ? date_point_make(grain, said->year, part, 0) :
		date_moved(r) ? date_in_direction(r, grain, part, 0, date_slot(r, SLOT_DIR, 0)) :
		date_choose_year(r, grain, part, 0, -1);
	if (date_said(r, SLOT_WEEKDAY))
		*p = date_nth_weekday(p, date_slot(r, SLOT_WEEKDAY, 0), date_slot(r, SLOT_ORD, 0));
	else if (date_said(r, SLOT_ORD) && date_said(r, SLOT_UNIT))
		return done_if(date_nth_of_month(p, date_slot(r, SLOT_UNIT, 0), date_slot(r, SLOT_ORD, 0)));
	/* results are reported after the quarter: "will report third-quarter results" */
	else if (!said->known && !date_moved(r) && r->line->prefer == PREFER_TEXT && !r->narrative &&
			 (grain == UNIT_QUARTER || grain == UNIT_HALF))
		*p = date_choose_year(r, grain, part, 0, r->direction != 1 ? -1 : is_when(r) ? 1 : 0);
	return PLACE_DONE;
}

static Placed
place_century(NtDateResolver *r, const NtDateGrammar *grammar, SaidYear *said, NtDatePoint *p)
{
	int			century = date_slot(r, SLOT_CENTURY, 0);

	if (!date_said(r, SLOT_CENTURY))
		return PLACE_OTHER;
	/* the turn of the century: the one nearest to now */
	if (century == 0 && r->now != NT_DAY_NONE)
		century = (date_point_year(&(NtDatePoint){.first = r->now}) + 50) / 100 + 1;
	if (century < 1 || century > 99)
		return PLACE_NO_DATE;
	*p = date_point_make(UNIT_CENTURY, date_slot(r, SLOT_ERA, 1) < 0 ? -century : century - 1, 0, 0);
	return PLACE_DONE;
}

static Placed
place_decade(NtDateResolver *r, const NtDateGrammar *grammar, SaidYear *said, NtDatePoint *p)
{
	int			decade = date_slot(r, SLOT_DECADE, 0);

	if (!date_said(r, SLOT_DECADE))
	{
		/* the nineties: the last that have begun */
		int			y = 2000;
		int			m;
		int			d;

		if (!date_said(r, SLOT_YEARS_OF))
			return PLACE_OTHER;
		if (r->now != NT_DAY_NONE)
			calendar_date(r->now, &y, &m, &d);
		if (y < FIRST_NAMED_DECADE && r->line->published != NT_DAY_NONE)
			calendar_date(r->line->published, &y, &m, &d);
		decade = y / 100 * 10 + date_slot(r, SLOT_YEARS_OF, 0);
		if (decade > y / 10)
			decade -= 10;
	}
	if (date_said(r, SLOT_DECADE) && decade % 10 == 0 && decade <= LAST_HUNDREDS)
		*p = date_point_make(UNIT_CENTURY, decade / 10, 0, 0);	/* the 1800s */
	else
		*p = date_point_make(UNIT_DECADE, decade, 0, 0);
	return PLACE_DONE;
}

static Placed
place_year(NtDateResolver *r, const NtDateGrammar *grammar, SaidYear *said, NtDatePoint *p)
{
	int			bare = date_slot(r, SLOT_BARE, 0);

	if (!said->known)
		return PLACE_OTHER;
	if (bare == 1 && (said->year < BARE_FIRST_YEAR || said->year > BARE_LAST_YEAR))
		return PLACE_NO_DATE;
	if (bare == 3 && (said->year < 100 || said->year > 999 || r->outlook.score >= 0))
		return PLACE_NO_DATE;
	if (bare == 4 && (said->year < 100 || said->year > BARE_LAST_YEAR))
		return PLACE_NO_DATE;
	if (bare == 2 && !date_said(r, SLOT_ERA) && (said->year < 100 || said->year > BARE_LAST_YEAR))
		return PLACE_NO_DATE;
	if (date_slot(r, SLOT_UNIT, 0) == UNIT_DECADE)
	{
		/* the 1930's */
		if (said->year % 10 != 0)
			return PLACE_NO_DATE;
		*p = date_point_make(UNIT_DECADE, said->year / 10, 0, 0);
		return PLACE_DONE;
	}
	if (date_slot(r, SLOT_UNIT, 0) == UNIT_QUARTER && r->line->quarter.dated && r->line->quarter_token >= r->line->span_token)
		*p = date_point_make(UNIT_QUARTER, said->year, r->line->quarter.part, 0);
	else
		*p = date_point_make(UNIT_YEAR, said->year, 0, 0);
	return PLACE_DONE;
}

/* place_moved: tomorrow at noon. */
static Placed
place_moved(NtDateResolver *r, const NtDateGrammar *grammar, SaidYear *said, NtDatePoint *p)
{
	if (date_said(r, SLOT_DIR))
		*p = date_point_of(UNIT_DAY, calendar_add_days(r->line->published, date_slot(r, SLOT_DIR, 0)));
	return PLACE_DONE;			/* or a time of day alone */
}

/* yet_to_come: an event known by its day had not happened when the article appeared. */
static bool
yet_to_come(const NtDateResolver *r, int year)
{
	return date_said(r, SLOT_ASIDE) && r->line->published != NT_DAY_NONE &&
		r->line->published < calendar_day(year, date_slot(r, SLOT_MONTH, 1), date_slot(r, SLOT_DAY, 1));
}

/*
 * date_place stores the point of a calendar date, or none for an impossible
 * one and for a time of day alone; false when it is no date at all.
 */
bool
date_place(NtDateResolver *r, const NtDateGrammar *grammar, NtDatePoint *p)
{
	static Placed (*const forms[]) (NtDateResolver *, const NtDateGrammar *, SaidYear *, NtDatePoint *) = {
		place_numbers, place_chain, place_holiday, place_month_day, place_weekday, place_day,
		place_nth, place_part, place_century, place_decade, place_year, place_moved
	};
	SaidYear	said = {false, 0};
	Placed		placed = PLACE_OTHER;

	said.known = date_said_year(r, &said.year) && !yet_to_come(r, said.year);
	*p = date_point_none();
	for (size_t i = 0; placed == PLACE_OTHER; i++)
		placed = forms[i] (r, grammar, &said, p);
	return placed == PLACE_DONE;
}
