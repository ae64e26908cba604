/*
 * date.h -- time expressions: what was found, on the article's time line,
 * turned into TIMEX3 values and ranges of days.
 */
#ifndef NEWSTEXT_DATE_H
#define NEWSTEXT_DATE_H

#include "article.h"
#include "date/date_matcher.h"

/*
 * A stretch of the calendar: so many units of one grain.  Of the fields below
 * only those of its grain and coarser ones count.
 */
typedef struct NtDatePoint
{
	uint8_t		grain;			/* NtDateUnit: DAY, WEEKEND, WEEK, MONTH, QUARTER, SEASON, HALF,
								 * YEAR, DECADE, CENTURY; UNIT_NONE: nothing */
	bool		dated;			/* the year is known, so that first is a day */
	int32_t		year;			/* ISO year for weeks; decade / 10, century - 1 for those grains */
	int32_t		part;			/* month, quarter, season (counted from March), half, week */
	int32_t		day;			/* of the month; weekday when not dated */
	NtDay		first;			/* first day, NT_DAY_NONE when not dated */
} NtDatePoint;

/* The time of which the article tells, where that is not the day of publication. */
typedef struct DateStory
{
	uint32_t	days;			/* stated or placed in a row; 0: the article speaks from publication */
	uint32_t	token;			/* where the last of them stood */
	bool		quoted;			/* inside quotation marks */
	uint32_t	seen;			/* token to which the marks were followed */
	NtDatePoint point;			/* where it stands */
	NtDatePoint scene;			/* the bare year a sentence was set in */
	uint32_t	scene_sentence;	/* number of that sentence, NT_NO_TOKEN: none */
	uint32_t	sentence;		/* number of the sentence being read */
	uint32_t	dates_here;		/* expressions of it so far */
} DateStory;

/* Where the article's time line stands while its expressions are resolved. */
typedef struct NtTimeline
{
	const NtDateMatcher *matcher;
	NtDay		published;		/* NT_DAY_NONE: unknown */
	NtPrefer	prefer;
	DateStory	story;
	bool		mixed;			/* it speaks from its own day somewhere */
	bool		month_first;		/* 4/5/25 is the fifth of April */
	bool		south;			/* spring begins in September */
	NtDatePoint text;			/* the date the text spoke of last */
	uint32_t	text_token;		/* where it stood */
	NtDatePoint day;			/* the last of these that was a day */
	uint32_t	day_token;
	int			clock;			/* minutes of that day spoken of last, -1: none */
	uint32_t	clock_token;
	NtDatePoint quarter;		/* the business quarter spoken of last */
	uint32_t	quarter_token;	/* where a quarter was spoken of last */
	uint32_t	span_token;		/* where six or nine months were */
	bool		follows;		/* joined to the expression just before: "to", "and", "-" */
	NtDatePoint previous;		/* of the expression just before, for "May 3 and 5" */
} NtTimeline;

/*
 * date_resolve fills kind, value, mod and range of a found expression and
 * moves the time line; false when it turns out to be none.
 */
extern bool date_resolve(NtTimeline *line, NtDateMatcher *matcher, const NtDateMatch *match,
						 const NtDateGrammar *grammar, NtDate *date);

#endif
