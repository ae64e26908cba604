/*
 * date_resolve.c -- what a time expression means: TIMEX3 type, value, mod and
 * the days it covers.
 *
 * Values follow TimeML 1.2.1 and, for the calendar, ISO 8601:
 *
 *     published 2025-04-25, a Friday
 *     Thursday           2025-04-24      news looks back
 *     will meet Monday   2025-04-28      unless the sentence looks ahead
 *     last month         2025-03
 *     the third quarter  2024-Q3         the last that has begun
 *     early next year    2026, START
 *     three-hour         PT3H
 *     every Friday       XXXX-WXX-5
 *
 * An expression that names no year is placed in this order:
 *   1. by words of its own (last, next, this);
 *   2. by the date just before it (May 3 and 5), or of the same sentence when
 *      that lies in another year (from July 1995 to October);
 *   3. in a story of another time, near where that stands (date_story.c);
 *   4. by the caller's preference, else by what the sentence says of past and
 *      future (date_outlook.c), weighed against nearness (date_score.h);
 *   5. a weekday, a month, a quarter or a season by the habit of news: the last that
 *      has begun; a day of a month by nearness to the day of publication.
 *
 * Expressions that move from a date move either from the day of publication
 * (ago, last week) or from the date the text spoke of last (earlier, the next
 * day).  An impossible date (February 30) has no value and no range.
 */
#include "date/date_resolve.h"

#include "date/date_score.h"


#include <stdio.h>
#include <string.h>

/* direction_of decides between past and future for an expression without a year. */
static int
direction_of(const NtDateResolver *r)
{
	switch (r->line->prefer)
	{
		case PREFER_PAST:
			return -1;
		case PREFER_FUTURE:
			return 1;
		case PREFER_NEAREST:
			return 0;
		default:
			break;
	}
	return r->outlook.score == 0 ? 2 : r->outlook.score < 0 ? -1 : 1;
}

/* says_which tells whether an expression itself says of which year it is. */
static bool
says_which(const NtDateResolver *r)
{
	static const NtDateSlot slots[] = {SLOT_YEAR, SLOT_YY, SLOT_DIR, SLOT_OF, SLOT_BASE, SLOT_CHAIN, SLOT_WEEKDAY, SLOT_ORD, SLOT_DAY};

	for (size_t i = 0; i < sizeof(slots) / sizeof(slots[0]); i++)
		if (date_said(r, slots[i]))
			return true;
	return false;
}

static void
set_range(const NtDateResolver *r, NtDate *date, const NtDatePoint *p)
{
	NtDay		end;

	if (!p->dated)
		return;
	end = r->days > 0 && p->grain == UNIT_DAY ? calendar_add_days(p->first, r->days) : date_point_end(p);
	if (end == NT_DAY_NONE)
		return;
	date->first = p->first;
	date->last = end;
}

/* compares: "up from $3 million a year earlier" does not move the time of which the news speaks. */
static bool
compares(const NtDateResolver *r)
{
	return date_said(r, SLOT_SIDE) && date_slot(r, SLOT_UNIT, 0) == UNIT_YEAR && date_slot(r, SLOT_COUNT, 0) == 1 &&
		date_slot(r, SLOT_SIDE, 0) < 0 && !date_in_story(r) && r->line->published != NT_DAY_NONE;
}

/* remember moves the time line to a date that was found. */
static void
remember(NtDateResolver *r, const NtDatePoint *p)
{
	if (p->grain == UNIT_NONE || date_said(r, SLOT_ASIDE) || compares(r))
		return;
	r->line->previous = *p;
	if (p->grain == UNIT_QUARTER)
		r->line->quarter_token = r->match->first;
	if (!p->dated || p->grain > UNIT_YEAR)
		return;
	r->line->text = *p;
	if (p->grain == UNIT_DAY)
	{
		r->line->day = *p;
		r->line->day_token = r->match->first;
	}
	r->line->text_token = r->match->first;
	if (p->grain == UNIT_QUARTER && !date_moved(r) && date_slot(r, SLOT_DIR, 0) == 0 && !date_said(r, SLOT_SIDE) && !date_said(r, SLOT_UNIT) &&
		(r->outlook.score <= 0 || date_point_end(p) <= r->line->published))
		r->line->quarter = *p;
}

/* remember_clock keeps the time of the day that "two hours later" counts from. */
static void
remember_clock(NtDateResolver *r, const NtDatePoint *p, const char *value)
{
	const char *t = strchr(value, 'T');
	int			hour;
	int			minute;

	if (t == NULL || !p->dated || sscanf(t, "T%2d:%2d", &hour, &minute) != 2)
		return;
	r->line->clock = hour * 60 + minute;
	r->line->clock_token = r->match->first;
}

/* ground_of tells what a value rests on: the more of it the words themselves say, the surer it is. */
static NtDateGround
ground_of(const NtDateResolver *r, const NtDatePoint *p, const char *value)
{
	if (value[0] == '\0')
		return GROUND_NONE;
	if (!p->dated)
		return GROUND_OPEN;
	if (date_said(r, SLOT_FIRST) && date_slot(r, SLOT_FIRST, 0) <= 12 && date_slot(r, SLOT_SECOND, 0) <= 12 &&
		date_slot(r, SLOT_FIRST, 0) != date_slot(r, SLOT_SECOND, 0))
		return GROUND_ORDER;
	if (date_said(r, SLOT_YEAR) || date_said(r, SLOT_YY) || date_said(r, SLOT_YMD) || date_said(r, SLOT_DMY) || date_said(r, SLOT_FIRST) ||
		date_said(r, SLOT_CENTURY) || date_said(r, SLOT_DECADE))
		return GROUND_STATED;
	if (date_slot(r, SLOT_BASE, BASE_PUBLISHED) != BASE_PUBLISHED || r->narrative)
		return GROUND_STORY;
	if (date_said(r, SLOT_DIR) || date_said(r, SLOT_COUNT))
		return GROUND_MOVED;
	if (date_said(r, SLOT_WEEKDAY) && date_said(r, SLOT_MONTH))
		return GROUND_WEEKDAY;
	return r->outlook.score != 0 ? GROUND_OUTLOOK : GROUND_HABIT;
}

/* open_value returns the value of a stretch that is counted from a day nobody knows. */
static const char *
open_value(int unit)
{
	switch (unit)
	{
		case UNIT_WEEK:
			return "XXXX-WXX";
		case UNIT_WEEKEND:
			return "XXXX-WXX-WE";
		case UNIT_MONTH:
			return "XXXX-XX";
		case UNIT_QUARTER:
			return "XXXX-QX";
		case UNIT_YEAR:
			return "XXXX";
		case UNIT_DECADE:
			return "XXX";
		case UNIT_CENTURY:
			return "XX";
		default:
			return "XXXX-XX-XX";
	}
}

/*
 * is_of_every_year: "Monsoon rains fall from July to September".  The sentence
 * speaks of a habit and of no past or future.
 */
static bool
is_of_every_year(const NtDateResolver *r, const NtDatePoint *p)
{
	if ((p->grain != UNIT_MONTH && p->grain != UNIT_SEASON) || says_which(r) || r->line->prefer != PREFER_TEXT || r->narrative ||
		r->outlook.lead != 0 || r->outlook.verb < 0 || r->outlook.verb >= OUTLOOK_MODAL)
		return false;
	for (uint32_t i = r->matcher->first; i < r->matcher->last; i++)
	{
		if (i + HABIT_REACH < r->match->first)
			i = r->match->first - HABIT_REACH;
		if (i > r->match->last + HABIT_REACH)
			break;
		if (date_matcher_is(r->matcher, i, CLASS_HABIT))
			return true;
	}
	return false;
}

/*
 * resolve_date places a calendar date, or a time of day, which is of the day
 * spoken of just before, else of that of publication.
 */
static bool
resolve_date(NtDateResolver *r, const NtDateGrammar *grammar, NtDatePoint *p, char *value)
{
	const NtTimeline *line = r->line;
	int			base = date_slot(r, SLOT_BASE, BASE_PUBLISHED);

	r->outlook = date_outlook(r->matcher, r->match);
	r->direction = direction_of(r);
	date_story_place(r, base);
	if (!date_place(r, grammar, p))
		return false;
	if (p->grain == UNIT_NONE && date_slot(r, SLOT_ERA, 1) < 0 && date_slot(r, SLOT_YEAR, 0) > 0 &&
		date_slot(r, SLOT_YEAR, 0) <= 9999 && !date_said(r, SLOT_MONTH))
		snprintf(value, DATE_VALUE_ROOM, "BC%04d", date_slot(r, SLOT_YEAR, 0));
	if (p->grain == UNIT_NONE && date_says_time(r) && !date_said(r, SLOT_MONTH) && !date_said(r, SLOT_YMD) &&
		!date_said(r, SLOT_FIRST) && !date_said(r, SLOT_DMY))
	{
		if (line->day.dated && (line->text.grain == UNIT_DAY || date_point_holds(&line->text, &line->day)) &&
			(date_in_story(r) || (base == BASE_EITHER && r->match->first - line->day_token <= CLOCK_REACH)))
			*p = line->day;
		else if (!date_in_story(r) || line->story.days < STORY_SURE)
			*p = date_point_of(UNIT_DAY, line->published);
		if (p->grain == UNIT_NONE)
			strcpy(value, "XXXX-XX-XX");
	}
	if (is_of_every_year(r, p))
		*p = date_point_open(p->grain, p->part, 0);
	if (date_said(r, SLOT_SHIFT) && p->dated)
		*p = date_point_move(p, date_slot(r, SLOT_SHIFT, 0));
	if (date_said(r, SLOT_COUNT) && date_said(r, SLOT_SIDE) && p->dated)
	{
		/* two weeks from Tuesday */
		NtDatePoint moved = date_by_units(p, date_slot(r, SLOT_UNIT, UNIT_DAY), (int64_t) date_slot(r, SLOT_COUNT, 0) * date_slot(r, SLOT_SIDE, 1));

		*p = moved;
	}
	return true;
}

/* resolve_same returns the date that "that day", or the quarter that "the quarter" means. */
static NtDatePoint
resolve_same(const NtDateResolver *r)
{
	const NtTimeline *line = r->line;
	NtDatePoint p;

	if (date_slot(r, SLOT_UNIT, 0) != UNIT_QUARTER)
		return line->text;
	p = line->quarter;
	if ((!p.dated || (date_said(r, SLOT_DIR) && date_point_end(&p) > line->published)) && line->published != NT_DAY_NONE)
	{
		p = date_point_of(UNIT_QUARTER, line->published);
		p = date_point_move(&p, -1);
	}
	return p;
}

/* add_time writes the time of a day behind the day; false when there is no such time. */
static bool
add_time(NtDateResolver *r, NtDatePoint *p, NtDate *date)
{
	if ((p->grain != UNIT_DAY && p->grain != UNIT_NONE) || date->value[0] == '\0')
		return true;
	if (date_says_time(r))
	{
		date->kind = DATE_TIME;
		if (!date_value_clock(r, p, date->value))
			return false;
		remember_clock(r, p, date->value);
	}
	else if (r->minutes >= 0)
	{
		size_t		n = strlen(date->value);

		date->kind = DATE_TIME;
		snprintf(date->value + n, DATE_VALUE_ROOM - n, "T%02d:%02d", r->minutes / 60, r->minutes % 60);
		remember_clock(r, p, date->value);
	}
	return true;
}

/*
 * resolve_op reads the slots as the rule's operation says; false when the
 * expression turns out to be none.  What has no point is finished with it.
 */
static bool
resolve_op(NtDateResolver *r, NtDateOp op, const NtDateGrammar *grammar, NtDatePoint *p, NtDate *date, bool *finished)
{
	static const char *const refs[] = {"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"};
	int			ref = date_slot(r, SLOT_REF, REF_PRESENT) & 3;

	*finished = false;
	switch (op)
	{
		case OP_DATE:
			return resolve_date(r, grammar, p, date->value);
		case OP_SHIFT:
			return date_shift(r, p);
		case OP_AGO:
			return date_ago(r, p, date->value);
		case OP_SAME:
			*p = resolve_same(r);
			return true;
		case OP_DURATION:
			*finished = true;
			date->kind = DATE_DURATION;
			/* "the nine months": what follows is compared with as many of the year before */
			if (date_slot(r, SLOT_UNIT, 0) == UNIT_MONTH && (date_slot(r, SLOT_COUNT, 0) == 6 || date_slot(r, SLOT_COUNT, 0) == 9))
				r->line->span_token = r->match->first;
			return date_value_period(r, date->value);
		case OP_SET:
			*finished = true;
			date->kind = DATE_SET;
			return date_value_set(r, date->value);
		case OP_REF:
			*finished = true;
			/* were soon driven out */
			if (date_matcher_is(r->matcher, r->match->first, CLASS_SOON) && date_outlook(r->matcher, r->match).score < 0)
				ref = REF_PAST;
			strcpy(date->value, refs[ref]);
			return true;
		case OP_NONE:
		case DATE_OP_COUNT:
			break;
	}
	return false;
}

/* date_resolve: see date.h.  Expressions must come in text order. */
bool
date_resolve(NtTimeline *line, NtDateMatcher *matcher, const NtDateMatch *match,
			 const NtDateGrammar *grammar, NtDate *date)
{
	const NtDateRule *rule = &grammar->rules[match->rule];
	NtDateResolver	r = {.line = line, .matcher = matcher, .match = match, .slot = match->slot, .now = line->published,
		.direction = 2, .outlook.cue = NT_NO_TOKEN, .minutes = -1};
	NtDatePoint p = date_point_none();
	NtDateGround ground = GROUND_LENGTH;
	bool		finished;

	memset(date, 0, sizeof(*date));
	date->start = matcher->tokens[match->first].start;
	date->end = matcher->tokens[match->last - 1].end;
	date->first = date->last = NT_DAY_NONE;
	date->kind = DATE_DATE;
	date->mod = (uint8_t) date_slot(&r, SLOT_MOD, MOD_NONE);
	if (date->mod > DATE_MOD_MAX)
		date->mod = MOD_NONE;

	if (!resolve_op(&r, (NtDateOp) rule->op, grammar, &p, date, &finished))
		return false;
	if (!finished)
	{
		NtDatePoint named = p;

		if (p.grain == UNIT_SEASON)
			named.part = date_season(line, p.part);
		if (p.grain != UNIT_NONE)
			date_value_point(date->value, &named);
		else if (rule->op != OP_DATE && line->published == NT_DAY_NONE && date->value[0] == '\0')
			strcpy(date->value, open_value(date_slot(&r, SLOT_UNIT, UNIT_DAY)));
		if (r.some_day)
			strcat(date->value, p.grain == UNIT_YEAR ? "-XX-XX" : "-XX");
		else if (!add_time(&r, &p, date))
			return false;
		set_range(&r, date, &p);
	}
	if (r.some_day)
		ground = GROUND_STORY;
	else if (!finished)
	{
		ground = ground_of(&r, &p, date->value);
		if (date_said(&r, SLOT_KIND))
			date->kind = date_slot(&r, SLOT_KIND, 0) == DATE_TIME ? DATE_TIME : DATE_DATE;
		remember(&r, &p);
		date_story_note(&r, (NtDateOp) rule->op, &p);
	}
	if (rule->op == OP_REF)
		ground = GROUND_VAGUE;
	date->confidence = grammar->confidence[ground];
	date_tell(&r, rule->line, ground, date);
	return true;
}
