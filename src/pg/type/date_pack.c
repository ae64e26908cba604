/*
 * date_pack.c -- how a news_date is stored: its fields packed, checked and found again, and those of 0.1.0 read.
 */
#include "type/pack.h"
#include "type/value.h"

#include "datatype/timestamp.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/timestamp.h"

static bool
date_check(const NewsDateFields *f, const NewsMaker *maker)
{
	if (date_kind_name(f->kind) == NULL)
		return news_fault(maker, "There is no date kind with number %d.", f->kind);
	if (f->mod != 0 && date_mod_name(f->mod) == NULL)
		return news_fault(maker, "There is no mod with number %d.", f->mod);
	if (f->confidence < 0 || f->confidence > NEWS_CONFIDENCE_ONE)
		return news_fault(maker, "The confidence is not between 0 and 1.");
	if (f->value.len > NEWS_VALUE_MAX)
		return news_fault(maker, "The value has %d bytes, the limit is %d.", f->value.len, NEWS_VALUE_MAX);
	for (int i = 0; i < f->value.len; i++)
		if (f->value.at[i] <= ' ' || f->value.at[i] > '~')
			return news_fault(maker, "The value holds a character that no TIMEX3 value has.");
	if (f->has_range ? f->first >= f->last || !IS_VALID_DATE(f->first) || !IS_VALID_DATE(f->last) :
		f->first != 0 || f->last != 0)
		return news_fault(maker, "The range is empty, or a day of it is out of range.");
	return news_span_check(f->span, "span", maker);
}

/*
 * A value (pack.h): version; kind and flags; how the value is told; confidence;
 * the mod; the first day from DAY_FROM on, and the number of days; span; the
 * value unless the days tell it; the mention.
 */
#define DATE_KIND_BITS 0x07
#define DATE_HAS_RANGE 0x08
#define DATE_HAS_MOD 0x10
#define DATE_FORM_SHIFT 5		/* ValueForm */

#define DAY_FROM 6000			/* June 2016: what news speaks of takes two bytes */

/* How the TIMEX3 value is told: those of days, months and years by their range. */
typedef enum ValueForm
{
	VALUE_NONE, VALUE_TEXT, VALUE_DAY, VALUE_WEEK, VALUE_MONTH, VALUE_QUARTER, VALUE_YEAR
} ValueForm;

/* form_value writes the value that a range tells in a form, with the end of the range; false: none. */
static bool
form_value(ValueForm form, DateADT first, char *value, int64 *last)
{
	int			year;
	int			month;
	int			day;
	int			week;

	if (first < -POSTGRES_EPOCH_JDATE || first > 3000000)
		return false;
	j2date(first + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	if (year < 1000 || year > 9999)
		return false;
	switch (form)
	{
		case VALUE_DAY:
			*last = (int64) first + 1;
			sprintf(value, "%04d-%02d-%02d", year, month, day);
			return true;
		case VALUE_WEEK:
			*last = (int64) first + 7;
			week = date2isoweek(year, month, day);
			sprintf(value, "%04d-W%02d", date2isoyear(year, month, day), week);
			return j2day(first + POSTGRES_EPOCH_JDATE) == 1;
		case VALUE_MONTH:
			*last = date2j(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) - POSTGRES_EPOCH_JDATE;
			sprintf(value, "%04d-%02d", year, month);
			return day == 1;
		case VALUE_QUARTER:
			*last = date2j(month == 10 ? year + 1 : year, month == 10 ? 1 : month + 3, 1) - POSTGRES_EPOCH_JDATE;
			sprintf(value, "%04d-Q%d", year, (month + 2) / 3);
			return day == 1 && month % 3 == 1;
		case VALUE_YEAR:
			*last = date2j(year + 1, 1, 1) - POSTGRES_EPOCH_JDATE;
			sprintf(value, "%04d", year);
			return day == 1 && month == 1;
		default:
			return false;
	}
}

/* value_form finds how to tell the value. */
static ValueForm
value_form(const NewsDateFields *f)
{
	char		value[NEWS_VALUE_MAX + 1];
	int64		last;

	if (f->value.len == 0)
		return VALUE_NONE;
	for (ValueForm form = VALUE_DAY; f->has_range && form <= VALUE_YEAR; form++)
		if (form_value(form, f->first, value, &last) && last == f->last &&
			(int) strlen(value) == f->value.len && memcmp(value, f->value.at, f->value.len) == 0)
			return form;
	return VALUE_TEXT;
}

NewsDate *
news_date_pack(const NewsDateFields *f, const NewsMaker *maker)
{
	NewsDate   *d;
	PackWriter	w;
	ValueForm	form;

	if (!date_check(f, maker))
		return NULL;
	form = value_form(f);
	d = palloc(VARHDRSZ + 8 + 2 * PACK_NUMBER_MOST + PACK_NUMBER_MOST + PACK_SPAN_MOST +
			   PACK_TEXT_MOST(f->value.len) + PACK_TEXT_MOST(f->mention.len));
	w.at = (uint8 *) VARDATA(d);
	*w.at++ = NEWS_VALUE_VERSION;
	*w.at++ = f->kind | (f->has_range ? DATE_HAS_RANGE : 0) | (f->mod != 0 ? DATE_HAS_MOD : 0) |
		form << DATE_FORM_SHIFT;
	pack_confidence(&w, f->confidence);
	if (f->mod != 0)
		*w.at++ = f->mod;
	if (f->has_range)
	{
		pack_signed(&w, (int32) ((uint32) f->first - DAY_FROM));
		if (form < VALUE_DAY)
			pack_number(&w, (uint32) f->last - (uint32) f->first);
	}
	pack_span(&w, f->span, 0);
	if (form == VALUE_TEXT)
		pack_text(&w, f->value, (NewsBytes) {"", 0}, SYMBOLS_DATES);
	pack_text(&w, f->mention, (NewsBytes) {"", 0}, SYMBOLS_DATES);
	SET_VARSIZE(d, w.at - (uint8 *) d);
	return d;
}

static void
unpack_1(const NewsDate *d, NewsDateFields *f)
{
	if (VARSIZE(d) < offsetof(NewsDate, bytes) ||
		d->value_len > VARSIZE(d) - offsetof(NewsDate, bytes))
		news_version_error("news_date", d->version);
	f->kind = d->kind;
	f->mod = d->mod;
	f->confidence = d->confidence;
	f->has_range = d->first < d->last;
	f->first = d->first;
	f->last = d->last;
	f->span = d->span;
	f->value = (NewsBytes) {d->bytes, d->value_len};
	f->mention.at = d->bytes + d->value_len;
	f->mention.len = VARSIZE(d) - offsetof(NewsDate, bytes) - d->value_len;
}

static void
unpack_2(const NewsDate *d, NewsDateFields *f)
{
	PackReader	r;
	uint8		flags;
	ValueForm	form;

	unpack_begin(&r, "news_date", (const struct varlena *) d);
	flags = unpack_byte(&r);
	form = flags >> DATE_FORM_SHIFT;
	f->kind = flags & DATE_KIND_BITS;
	f->confidence = unpack_confidence(&r);
	if (flags & DATE_HAS_MOD)
		f->mod = unpack_byte(&r);
	f->has_range = flags & DATE_HAS_RANGE;
	if (f->has_range)
	{
		f->first = (DateADT) ((uint32) unpack_signed(&r) + DAY_FROM);
		if (form >= VALUE_DAY)
		{
			char	   *value = unpack_room(&r, NEWS_VALUE_MAX + 1);
			int64		last;

			if (!form_value(form, f->first, value, &last))
				news_version_error(r.type, NEWS_VALUE_VERSION);
			f->last = (DateADT) last;
			f->value = news_cstring_bytes(value);
		}
		else
			f->last = (DateADT) ((uint32) f->first + unpack_number(&r));
	}
	f->span = unpack_span(&r, 0);
	if (form == VALUE_TEXT)
		f->value = unpack_text(&r, (NewsBytes) {"", 0}, SYMBOLS_DATES);
	f->mention = unpack_text(&r, (NewsBytes) {"", 0}, SYMBOLS_DATES);
	if (r.at != r.end || date_kind_name(f->kind) == NULL || (f->has_range && f->first >= f->last) ||
		(form >= VALUE_DAY && !f->has_range) || ((flags & DATE_HAS_MOD) && date_mod_name(f->mod) == NULL))
		news_version_error(r.type, NEWS_VALUE_VERSION);
}

void
news_date_unpack(const NewsDate *d, NewsDateFields *f)
{
	int			version = news_value_version((const struct varlena *) d);

	memset(f, 0, sizeof(*f));
	if (version == NEWS_VALUE_VERSION_1)
		unpack_1(d, f);
	else if (version == NEWS_VALUE_VERSION)
		unpack_2(d, f);
	else
		news_version_error("news_date", version);
}

const struct varlena *
news_date_image(const struct varlena *value)
{
	NewsDateFields f;
	Size		size;
	NewsDate   *d;

	if (news_value_version(value) == NEWS_VALUE_VERSION_1)
		return value;
	news_date_unpack((const NewsDate *) value, &f);
	size = offsetof(NewsDate, bytes) + f.value.len + f.mention.len;
	d = palloc_extended(size, MCXT_ALLOC_ZERO | MCXT_ALLOC_HUGE);
	SET_VARSIZE(d, size);
	d->version = NEWS_VALUE_VERSION_1;
	d->kind = f.kind;
	d->mod = f.mod;
	d->value_len = f.value.len;
	d->first = f.first;
	d->last = f.last;
	d->span = f.span;
	d->confidence = f.confidence;
	if (f.value.len > 0)
		memcpy(d->bytes, f.value.at, f.value.len);
	if (f.mention.len > 0)
		memcpy(d->bytes + f.value.len, f.mention.at, f.mention.len);
	return (const struct varlena *) d;
}
