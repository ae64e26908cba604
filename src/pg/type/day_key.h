/*
 * day_key.h -- a day as bytes in the order of time: in keys of the index of dates, and of days that are counted.
 */
#ifndef NEWSTEXT_DAY_KEY_H
#define NEWSTEXT_DAY_KEY_H

#include "port/pg_bswap.h"
#include "utils/date.h"

#define DAY_KEY_BYTES ((int) sizeof(uint32))

static inline void
day_key_put(char *to, DateADT day)
{
	uint32		turned = pg_hton32((uint32) day ^ 0x80000000u);

	memcpy(to, &turned, sizeof(turned));
}

static inline DateADT
day_key_take(const char *from)
{
	uint32		turned;

	memcpy(&turned, from, sizeof(turned));
	return (DateADT) (pg_ntoh32(turned) ^ 0x80000000u);
}

#endif
