/*
 * date_resolve.h -- what the files that resolve a time expression share.
 */
#ifndef NEWSTEXT_DATE_RESOLVE_H
#define NEWSTEXT_DATE_RESOLVE_H

#include "base/calendar.h"
#include "date/date.h"
#include "date/date_outlook.h"

/* One expression being resolved. */
typedef struct NtDateResolver
{
	NtTimeline *line;
	NtDateMatcher *matcher;
	const NtDateMatch *match;
	const int32_t *slot;
	NtDay		now;			/* published, or where a narrative stands */
	int			direction;		/* -1 past, 1 future, 0 nearest, 2 not said */
	DateOutlook outlook;		/* what the sentence says of past and future */
	int			minutes;		/* of the day, counted from a time spoken of; -1: none */
	bool		some_day;		/* a day of the point, not said which: 1683-10-XX */
	bool		narrative;		/* now is where the story stands: the nearest to it */
	bool		of_sentence;	/* the year is that of the sentence */
	bool		scene;			/* now is a year that holds what is placed */
	int			days;			/* that a feast lasts, 0: as many as its grain */
} NtDateResolver;

/* date_said tells whether the expression fills a slot. */
static inline bool
date_said(const NtDateResolver *r, NtDateSlot slot)
{
	return r->slot[slot] != SLOT_UNSET;
}

/* date_slot returns a slot, or other when nothing was said. */
static inline int32_t
date_slot(const NtDateResolver *r, NtDateSlot slot, int32_t other)
{
	return r->slot[slot] != SLOT_UNSET ? r->slot[slot] : other;
}

/* date_moved: "last", "this" or "next" says which of its kind. */
static inline bool
date_moved(const NtDateResolver *r)
{
	return date_said(r, SLOT_DIR) && !date_said(r, SLOT_OF);
}

/* date_point.c */
extern NtDatePoint date_point_none(void);
extern NtDatePoint date_point_of(uint8_t grain, NtDay day);
extern NtDatePoint date_point_make(uint8_t grain, int64_t year, int64_t part, int64_t day);
extern NtDatePoint date_point_open(uint8_t grain, int32_t part, int32_t day);
extern NtDatePoint date_point_move(const NtDatePoint *p, int64_t n);
extern NtDay date_point_end(const NtDatePoint *p);
extern int	date_point_year(const NtDatePoint *p);
extern bool date_point_holds(const NtDatePoint *p, const NtDatePoint *other);

/* date_trace.c */
#define DATE_TELL_COST 1500		/* days; what is farther is not told */
extern void date_tell_candidate(const NtDateResolver *r, const NtDatePoint *p, int64_t cost);
extern void date_tell_weekday(const NtDateResolver *r, int back, int score);
extern void date_tell(const NtDateResolver *r, uint32_t line, NtDateGround ground, const NtDate *date);

/* date_story.c */
extern void date_story_begin(NtTimeline *line);
extern void date_story_quotes(NtTimeline *line, const NtToken *tokens, uint32_t token);
extern void date_story_note(NtDateResolver *r, NtDateOp op, const NtDatePoint *p);
extern void date_story_place(NtDateResolver *r, int base);
extern bool date_in_story(const NtDateResolver *r);

/* date_place.c */
extern bool date_place(NtDateResolver *r, const NtDateGrammar *grammar, NtDatePoint *p);

/* date_year.c */
extern bool date_said_year(const NtDateResolver *r, int *year);
extern bool date_sentence_year(const NtDateResolver *r, int *year);
extern NtDatePoint date_choose_year(const NtDateResolver *r, uint8_t grain, int part, int day, int habit);
extern NtDatePoint date_in_direction(const NtDateResolver *r, uint8_t grain, int part, int day, int dir);

/* date_weekday.c */
extern NtDatePoint date_weekday(const NtDateResolver *r, int weekday);
extern NtDatePoint date_weekday_of_month(const NtDateResolver *r, int weekday, int day);
extern NtDatePoint date_nth_weekday(const NtDatePoint *month, int weekday, int n);
extern int	date_season(const NtTimeline *line, int season);
extern bool date_nth_of_year(NtDatePoint *p, int unit, int n);
extern bool date_nth_of_month(NtDatePoint *p, int unit, int n);

/* date_holiday.c */
extern NtDatePoint date_holiday(const NtDateResolver *r, const NtDateGrammar *grammar, const NtHoliday *h,
								bool known_year, int year);

/* date_move.c */
extern NtDatePoint date_by_units(const NtDatePoint *p, int unit, int64_t n);
extern bool date_in_reach(const NtDateResolver *r);
extern bool date_shift(NtDateResolver *r, NtDatePoint *p);
extern bool date_ago(NtDateResolver *r, NtDatePoint *p, char *value);

/* date_value.c; each writes a value of at most DATE_VALUE_ROOM bytes */
extern void date_value_point(char *out, const NtDatePoint *p);
extern bool date_says_time(const NtDateResolver *r);
extern bool date_value_clock(const NtDateResolver *r, NtDatePoint *p, char *value);
extern const char *date_unit_letters(int unit, int *times, bool *time);
extern bool date_value_period(const NtDateResolver *r, char *value);
extern bool date_value_set(const NtDateResolver *r, char *value);

#endif
