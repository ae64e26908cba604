/*
 * news_amount.h -- how news_amount is stored: so much or so many of something.
 *
 * As the other types (type/types.h): a varlena with a version byte and a kind
 * byte, written only by news_amount_pack(), read only by news_amount_unpack().
 * The ends of its value are decimal numbers as text in one spelling, so that
 * equal values are equal byte for byte.
 */
#ifndef NEWSTEXT_NEWS_AMOUNT_H
#define NEWSTEXT_NEWS_AMOUNT_H

#include "type/types.h"

#include "article.h"

#define NEWS_AMOUNT_VERSION 1
#define NEWS_DECIMAL_MAX 100	/* bytes of an end of the value */
#define NEWS_UNIT_MAX 31		/* bytes */

typedef struct NewsAmount
{
	int32		vl_len_;
	uint8		version;
	uint8		kind;			/* NtAmountKind */
	uint8		flags;			/* AMOUNT_LOW_IN ... */
	uint8		low_len;		/* 0: no end */
	uint8		high_len;		/* 0: no end, or with AMOUNT_ONE_VALUE that of low */
	uint8		unit_len;
	uint16		what_len;
	NewsSpan	span;
	char		bytes[FLEXIBLE_ARRAY_MEMBER];	/* low, high, unit, what, mention */
} NewsAmount;

#define AMOUNT_LOW_IN 1
#define AMOUNT_HIGH_IN 2
#define AMOUNT_ABOUT_IT 4		/* approximate */
#define AMOUNT_ONE_VALUE 8		/* high is low */

typedef struct NewsAmountFields
{
	int			kind;
	bool		low_in;			/* the end itself belongs to the value */
	bool		high_in;
	bool		approximate;
	NewsBytes	low;			/* decimal numbers; of length 0: open */
	NewsBytes	high;
	NewsBytes	unit;			/* ISO 4217 code, %, pp, km ... or as written; may be empty */
	NewsBytes	what;			/* is counted; may be empty */
	NewsBytes	mention;
	NewsSpan	span;
} NewsAmountFields;

#define DatumGetNewsAmount(d) ((NewsAmount *) PG_DETOAST_DATUM(d))
#define PG_GETARG_NEWS_AMOUNT(n) DatumGetNewsAmount(PG_GETARG_DATUM(n))

extern NewsAmount *news_amount_pack(const NewsAmountFields *f, const NewsMaker *maker);
extern void news_amount_unpack(const NewsAmount *a, NewsAmountFields *f);

/* news_amount_range returns the value as numrange. */
extern Datum news_amount_range(const NewsAmountFields *f);

/* news_number returns a decimal number as numeric. */
extern Datum news_number(NewsBytes decimal);

#endif
