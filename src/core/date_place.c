/*
 * date_place.c -- places a calendar date: whole, or with a part of it left to
 * be understood.
 *
 *     May 3             the nearest, unless the tense means another
 *     May               the last one, unless the sentence looks ahead
 *     Friday            likewise
 *     the third quarter the last that has begun
 *     last Friday       by its own word
 *
 * The direction, and the day from which it is seen, have been decided before
 * (date_resolve.c).
 */
#include "date_resolve.h"

#include "calendar.h"

#define FAR_DAYS 210			/* a month farther than this gives way to its twin */
#define NEAR_DAYS 120			/* that is nearer than this */
#define TENSE_DAYS 120			/* that a day of a month may be farther, to agree with the tense */
#define TENSE_BESIDE_DAYS 400	/* likewise when the cue stands beside it: ended Jan. 31 */
#define BARE_FIRST_YEAR 1500	/* a number alone is a year from here */
#define BARE_LAST_YEAR 2100		/* to here */

/*
 * choose_year places a part of a year that has no year: of this year, the one
 * before and the one after it takes the one that now and the direction ask for.
 * habit is the direction when nothing is said.
 */
static NtDatePoint
choose_year(const NtDateResolver *r, uint8_t grain, int part, int day, int habit)
{
	int			y;
	int			m;
	int			d;
	int			direction = r->direction == 2 || grain == UNIT_QUARTER || grain == UNIT_HALF ? habit : r->direction;
	bool		near = grain == UNIT_DAY && r->line->prefer == PREFER_TEXT;
	bool		month = grain == UNIT_MONTH && r->line->prefer == PREFER_TEXT && !r->narrative;
	NtDatePoint best = date_point_none();
	int64_t		best_distance = INT64_MAX;

	if (r->now == NT_DAY_NONE)
		return date_point_open(grain, part, day);
	calendar_date(r->now, &y, &m, &d);
	for (int i = -8; i <= 8; i++)
	{
		NtDatePoint p = date_point_make(grain, (int64_t) y + i, part, day);
		NtDay		end;
		int64_t		distance;

		if (!p.dated)
			continue;
		end = date_point_end(&p);
		if (end == NT_DAY_NONE)
			continue;
		if (r->narrative)
			distance = end > r->now ? (int64_t) p.first - r->now : ((int64_t) r->now - end + 1) * 3;
		else if (r->line->follows && r->line->previous.dated && r->line->previous.grain <= UNIT_MONTH)
			distance = p.first >= r->line->previous.first ? (int64_t) p.first - r->line->previous.first : INT64_MAX;
		else if (near)
		{
			/* tense only outweighs a season's distance */
			distance = p.first > r->now ? (int64_t) p.first - r->now : end > r->now ? 0 : (int64_t) r->now - end + 1;
			if ((direction < 0 && p.first > r->now) || (direction > 0 && end <= r->now))
				distance += date_tense_beside(r->matcher, r->match) ? TENSE_BESIDE_DAYS : TENSE_DAYS;
		}
		else if (direction < 0)
			distance = p.first <= r->now ? (int64_t) r->now - p.first : INT64_MAX;
		else if (direction > 0)
			distance = end > r->now ? (int64_t) end - r->now : INT64_MAX;
		else
			distance = p.first > r->now ? (int64_t) p.first - r->now : end > r->now ? 0 : (int64_t) r->now - end + 1;
		if (distance < 0)
			distance = 0;
		if (distance < best_distance)
		{
			best = p;
			best_distance = distance;
		}
	}
	/* a month just past or just ahead outweighs a tense that means the far side of the year */
	if (month && best.dated)
	{
		int64_t		ahead = (int64_t) best.first - r->now;
		NtDatePoint other = date_point_make(grain, (int64_t) best.year + (ahead > 0 ? -1 : 1), part, day);

		if (other.dated &&
			((ahead > FAR_DAYS && r->now - other.first < NEAR_DAYS) ||
			 (ahead < -FAR_DAYS && r->tense != -1 && other.first - r->now < NEAR_DAYS)))
			best = other;
	}
	return best;
}

/* in_direction places a part of a year that "last", "this" or "next" moves. */
static NtDatePoint
in_direction(const NtDateResolver *r, uint8_t grain, int part, int day, int dir)
{
	int			y;
	int			m;
	int			d;
	NtDatePoint p;

	if (r->now == NT_DAY_NONE)
		return date_point_open(grain, part, day);
	calendar_date(r->now, &y, &m, &d);
	p = date_point_make(grain, y, part, day);
	if (!p.dated)
		return p;
	if (dir < 0)
	{
		if (grain == UNIT_SEASON && p.part == 4 && m <= 2)
			p = date_point_make(grain, y - 2, part, day);	/* in winter, last winter is the one before */
		else if (date_point_end(&p) > r->now)
			p = date_point_make(grain, y - 1, part, day);
	}
	else if (dir > 0 && p.first <= r->now)
		p = date_point_make(grain, y + 1, part, day);
	else if (dir == 0 && grain == UNIT_SEASON && p.part == 4 && m <= 2)
		p = date_point_make(grain, y - 1, part, day);
	return p;
}

/* two_digit_year gives 25 its century: the year nearest to now, 1970 to 2069 without one. */
static int
two_digit_year(const NtDateResolver *r, int yy)
{
	int			y;
	int			m;
	int			d;
	int			year;

	if (r->line->published == NT_DAY_NONE)
		return yy < 70 ? 2000 + yy : 1900 + yy;
	calendar_date(r->line->published, &y, &m, &d);
	year = y - y % 100 + yy;
	if (year > y + 20)
		year -= 100;
	return year;
}

/* weekday_point places a weekday around now. */
static NtDatePoint
weekday_point(const NtDateResolver *r, int weekday)
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
	else if (r->direction == 1)
		shift = back == 0 ? 0 : 7 - back;
	else if (r->direction == 0)
		shift = back <= 3 ? -back : 7 - back;
	else
		shift = -back;
	return date_point_of(UNIT_DAY, calendar_add_days(now, shift));
}

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

static NtDatePoint
holiday_point(const NtDateResolver *r, const NtHoliday *h, bool known_year, int year)
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
			distance += r->line->prefer == PREFER_TEXT ? TENSE_DAYS : 1000;
		if (best == NT_DAY_NONE || distance < best_distance)
		{
			best = day;
			best_distance = distance;
		}
	}
	return date_point_of(UNIT_DAY, best);
}

/*
 * said_year finds the year an expression itself gives, by number or by "of
 * last year"; false when it gives none.
 */
static bool
said_year(const NtDateResolver *r, int *year)
{
	int			m;
	int			d;

	if (date_said(r, SLOT_YEAR))
		*year = date_slot(r, SLOT_YEAR, 0);
	else if (date_said(r, SLOT_YY))
		*year = two_digit_year(r, date_slot(r, SLOT_YY, 0));
	else if (date_slot(r, SLOT_OF, 0) == UNIT_YEAR && r->now != NT_DAY_NONE)
	{
		calendar_date(r->now, year, &m, &d);
		*year += date_slot(r, SLOT_DIR, 0);
	}
	else
		return false;
	if (date_slot(r, SLOT_ERA, 1) < 0)
		*year = 1 - *year;
	return true;
}

/* sentence_year: another year that the text spoke of, in this sentence. */
static bool
sentence_year(const NtDateResolver *r, int *year)
{
	const NtTimeline *line = r->line;
	NtDatePoint published;

	if (line->prefer != PREFER_TEXT || r->tense == 1 || !line->text.dated || line->text_token < r->matcher->first ||
		line->text_token >= r->match->first || line->text.grain > UNIT_YEAR)
		return false;
	*year = date_point_year(&line->text);
	if (line->published == NT_DAY_NONE)
		return true;
	published = date_point_of(UNIT_YEAR, line->published);
	return *year < published.year - 1 || *year > published.year + 1;
}

/* day_point places a day of a month that is not said: "on the 7th". */
static NtDatePoint
day_point(const NtDateResolver *r, int day)
{
	const NtDatePoint *text = &r->line->text;
	bool		own = text->dated && text->grain <= UNIT_MONTH;
	NtDatePoint month = date_point_of(UNIT_MONTH, own ? text->first : r->now);
	NtDatePoint p;

	if (!month.dated || day < 1 || day > 31)
		return date_point_none();
	p = date_point_make(UNIT_DAY, month.year, month.part, day);
	if (own && text->grain == UNIT_DAY && p.dated && p.first < text->first)
	{
		month = date_point_move(&month, 1);
		p = date_point_make(UNIT_DAY, month.year, month.part, day);
	}
	return p;
}

/* nth_weekday returns the nth weekday of a month, counted from its end when n is below 0. */
static NtDatePoint
nth_weekday(const NtDatePoint *month, int weekday, int n)
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

/* nth_of_month turns a month into its nth day, week or weekend; false when it has none. */
static bool
nth_of_month(NtDatePoint *p, int unit, int n)
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
			*p = nth_weekday(p, 6, n);
			if (p->dated)
				*p = date_point_of(UNIT_WEEKEND, p->first);
			return n <= 5;
	}
	return false;
}

/*
 * date_place stores the point of a calendar date, or none for an impossible
 * one and for a time of day alone; false when it is no date at all.
 */
bool
date_place(NtDateResolver *r, const NtDateGrammar *grammar, NtDatePoint *p)
{
	int			year = 0;
	bool		known = said_year(r, &year);
	int			sentence = 0;
	bool		moved = date_said(r, SLOT_DIR) && !date_said(r, SLOT_OF);
	int			part;

	*p = date_point_none();

	/* numbers alone */
	if (date_said(r, SLOT_YMD))
	{
		int			n = date_slot(r, SLOT_YMD, 0);

		*p = date_point_make(UNIT_DAY, n / 10000, n / 100 % 100, n % 100);
		return p->dated;		/* eight digits that are no day are a number */
	}
	if (date_said(r, SLOT_DMY))
	{
		int			n = date_slot(r, SLOT_DMY, 0);

		*p = date_point_make(UNIT_DAY, n % 10000, n / 10000 % 100, n / 1000000);
		return true;
	}
	if (date_said(r, SLOT_FIRST))
	{
		int			a = date_slot(r, SLOT_FIRST, 0);
		int			b = date_slot(r, SLOT_SECOND, 0);
		bool		month_first = (r->line->month_first && a <= 12) || b > 12;

		*p = date_point_make(UNIT_DAY, year, month_first ? a : b, month_first ? b : a);
		return true;
	}
	if (date_slot(r, SLOT_ERA, 1) < 0 && (year > 0 || year < CALENDAR_FIRST_YEAR))
		return true;			/* no such year */

	if (date_said(r, SLOT_CHAIN) && !r->line->previous.dated && r->now != NT_DAY_NONE)
		return false;
	if (date_slot(r, SLOT_CHAIN, 0) == UNIT_YEAR)
	{
		/* 1914-18 */
		if (date_said(r, SLOT_YY))
			year = date_point_year(&r->line->previous) / 100 * 100 + date_slot(r, SLOT_YY, 0);
		if (r->line->previous.grain != UNIT_YEAR || year <= date_point_year(&r->line->previous))
			return false;
		*p = date_point_make(UNIT_YEAR, year, 0, 0);
		return true;
	}
	if (date_slot(r, SLOT_CHAIN, 0) == UNIT_MONTH)
	{
		const NtDatePoint *before = &r->line->previous;

		if (before->grain != UNIT_DAY || before->part == 0)
			return false;
		*p = before->dated ? date_point_make(UNIT_DAY, date_point_year(before), before->part, date_slot(r, SLOT_DAY, 0)) :
			date_point_open(UNIT_DAY, before->part, date_slot(r, SLOT_DAY, 0));
		return !before->dated || p->dated;
	}

	if (date_said(r, SLOT_HOLIDAY))
	{
		if (date_slot(r, SLOT_HOLIDAY, 0) < 0 || date_slot(r, SLOT_HOLIDAY, 0) >= (int32_t) grammar->n_holidays)
			return false;
		*p = holiday_point(r, &grammar->holidays[date_slot(r, SLOT_HOLIDAY, 0)], known, year);
		if (date_said(r, SLOT_UNIT) && p->dated)
			*p = date_point_of((uint8_t) date_slot(r, SLOT_UNIT, 0), p->first);
		return p->grain != UNIT_NONE;
	}
	if (date_said(r, SLOT_MONTH) && date_said(r, SLOT_DAY))
	{
		int			month = date_slot(r, SLOT_MONTH, 0);
		int			day = date_slot(r, SLOT_DAY, 0);

		if (date_slot(r, SLOT_BARE, 0) == 2 && (year < 100 || year > 999))
			return false;
		if (day < 1 || day > (month == 2 ? 29 : calendar_month_length(2000, month)))
			return true;		/* February 30 */
		if (!known && !moved && sentence_year(r, &sentence))
		{
			known = true;
			year = sentence;
		}
		*p = known ? date_point_make(UNIT_DAY, year, month, day) :
			moved ? in_direction(r, UNIT_DAY, month, day, date_slot(r, SLOT_DIR, 0)) :
			choose_year(r, UNIT_DAY, month, day, 0);
		/* Saturday, April 25: the year near this one in which it is a Saturday */
		if (!known && p->dated && date_said(r, SLOT_WEEKDAY) && calendar_weekday(p->first) != date_slot(r, SLOT_WEEKDAY, 0))
			for (int i = 1; i <= 4; i++)
			{
				NtDatePoint other = date_point_make(UNIT_DAY, (int64_t) p->year + (i % 2 ? -(i + 1) / 2 : i / 2), month, day);

				if (other.dated && calendar_weekday(other.first) == date_slot(r, SLOT_WEEKDAY, 0))
				{
					*p = other;
					break;
				}
			}
		if (date_slot(r, SLOT_UNIT, 0) == UNIT_WEEK && p->dated)
			*p = date_point_of(UNIT_WEEK, p->first);
		return true;
	}
	if (date_said(r, SLOT_WEEKDAY) && !(date_said(r, SLOT_ORD) && date_said(r, SLOT_MONTH)))
	{
		*p = weekday_point(r, date_slot(r, SLOT_WEEKDAY, 0));
		return true;
	}
	if (date_said(r, SLOT_DAY))
	{
		*p = day_point(r, date_slot(r, SLOT_DAY, 0));
		return true;
	}
	if (date_said(r, SLOT_MONTH) || date_said(r, SLOT_SEASON) || date_said(r, SLOT_QUARTER) || date_said(r, SLOT_HALF))
	{
		uint8_t		grain = date_said(r, SLOT_MONTH) ? UNIT_MONTH : date_said(r, SLOT_SEASON) ? UNIT_SEASON :
			date_said(r, SLOT_QUARTER) ? UNIT_QUARTER : UNIT_HALF;

		if (date_slot(r, SLOT_BARE, 0) == 2 && (year < 100 || year > 999))
			return false;
		part = date_slot(r, date_said(r, SLOT_MONTH) ? SLOT_MONTH : date_said(r, SLOT_SEASON) ? SLOT_SEASON :
				   date_said(r, SLOT_QUARTER) ? SLOT_QUARTER : SLOT_HALF, 0);
		if (part < 1 || part > 12 || ((grain == UNIT_QUARTER || grain == UNIT_SEASON) && part > 4))
			return false;
		if (!known && !moved && sentence_year(r, &sentence))
		{
			known = true;
			year = sentence;
		}
		*p = known ? date_point_make(grain, year, part, 0) :
			moved ? in_direction(r, grain, part, 0, date_slot(r, SLOT_DIR, 0)) :
			choose_year(r, grain, part, 0, -1);
		if (date_said(r, SLOT_WEEKDAY))
		{
			*p = nth_weekday(p, date_slot(r, SLOT_WEEKDAY, 0), date_slot(r, SLOT_ORD, 0));
			return true;
		}
		if (date_said(r, SLOT_ORD) && date_said(r, SLOT_UNIT))
			return nth_of_month(p, date_slot(r, SLOT_UNIT, 0), date_slot(r, SLOT_ORD, 0));
		/* results are reported after the quarter: "will report third-quarter results" */
		if (!known && !moved && r->line->prefer == PREFER_TEXT && !r->narrative &&
			(grain == UNIT_QUARTER || grain == UNIT_HALF))
			*p = choose_year(r, grain, part, 0, r->direction == 1 ? 0 : -1);
		return true;
	}
	if (date_said(r, SLOT_CENTURY))
	{
		int			century = date_slot(r, SLOT_CENTURY, 0);

		/* the turn of the century: the one nearest to now */
		if (century == 0 && r->now != NT_DAY_NONE)
			century = (date_point_year(&(NtDatePoint){.first = r->now}) + 50) / 100 + 1;
		if (century < 1 || century > 99)
			return false;
		if (date_slot(r, SLOT_ERA, 1) < 0)
			return false;
		*p = date_point_make(UNIT_CENTURY, century - 1, 0, 0);
		return true;
	}
	if (date_said(r, SLOT_DECADE))
	{
		*p = date_point_make(UNIT_DECADE, date_slot(r, SLOT_DECADE, 0), 0, 0);
		return true;
	}
	if (date_said(r, SLOT_YEARS_OF))
	{
		int			y = 2000;
		int			m;
		int			d;
		int			decade;

		if (r->now != NT_DAY_NONE)
			calendar_date(r->now, &y, &m, &d);
		decade = y / 100 * 10 + date_slot(r, SLOT_YEARS_OF, 0);
		if (decade > y / 10)
			decade -= 10;
		*p = date_point_make(UNIT_DECADE, decade, 0, 0);
		return true;
	}
	if (known)
	{
		if (date_slot(r, SLOT_BARE, 0) == 1 && (year < BARE_FIRST_YEAR || year > BARE_LAST_YEAR))
			return false;
		if (date_slot(r, SLOT_BARE, 0) == 2 && !date_said(r, SLOT_ERA) && (year < 100 || year > BARE_LAST_YEAR))
			return false;
		if (date_slot(r, SLOT_UNIT, 0) == UNIT_QUARTER && r->line->quarter.dated)
			*p = date_point_make(UNIT_QUARTER, year, r->line->quarter.part, 0);
		else
			*p = date_point_make(UNIT_YEAR, year, 0, 0);
		return true;
	}
	/* tomorrow at noon */
	if (date_said(r, SLOT_DIR))
		*p = date_point_of(UNIT_DAY, calendar_add_days(r->line->published, date_slot(r, SLOT_DIR, 0)));
	return true;				/* or a time of day alone */
}
