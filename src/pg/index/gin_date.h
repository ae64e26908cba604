/*
 * gin_date.h -- days that are asked for, in numbers.
 */
#ifndef NEWSTEXT_GIN_DATE_H
#define NEWSTEXT_GIN_DATE_H

#include "type/types.h"

/* Days [first, last), as DateADT counts them; wider, so that infinity is beyond every day. */
typedef struct DayRange
{
	int64		first;
	int64		last;
} DayRange;

extern bool days_of_range(Datum range, DayRange *days);

/* days_hold tells whether [first, last) overlaps the days, or lies within them. */
extern bool days_hold(const DayRange *days, bool within, DateADT first, DateADT last);

#endif
