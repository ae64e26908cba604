/*
 * date_grain.c -- how fine a time expression is: year, month, day ...
 *
 * The TIMEX3 value says it by its form: 2025-04 is a month, 2025-W17 a week,
 * 198 a decade, P3M a length counted in months.  A form is a row of a table;
 * in it "#" stands for a digit or an X, and "@" for two capital letters.
 */
#include "type/types.h"

#include "utils/builtins.h"

typedef struct GrainForm
{
	const char *form;
	const char *grain;
} GrainForm;

/* What stands before a T, and all of a value that has none. */
static const GrainForm day_forms[] = {
	{"####-##-##", "day"},
	{"####-W##-#", "day"},
	{"####-W##-WE", "weekend"},
	{"####-W##", "week"},
	{"####-##", "month"},
	{"####-Q#", "quarter"},
	{"####-H#", "half-year"},
	{"####-@", "season"},
	{"####", "year"},
	{"###", "decade"},
	{"##", "century"},
	{"#", "millennium"},
	{NULL, NULL}
};

/* What stands after it. */
static const GrainForm time_forms[] = {
	{"##:##:##", "second"},
	{"##:##", "minute"},
	{"##", "hour"},
	{"@", "part of day"},
	{NULL, NULL}
};

/* The last unit of a length; those after a T first. */
static const GrainForm time_units[] = {
	{"S", "second"}, {"M", "minute"}, {"H", "hour"}, {NULL, NULL}
};

static const GrainForm day_units[] = {
	{"WE", "weekend"}, {"DE", "decade"}, {"CE", "century"}, {"ML", "millennium"},
	{"D", "day"}, {"W", "week"}, {"M", "month"}, {"Q", "quarter"}, {"Y", "year"},
	{"@", "season"}, {NULL, NULL}
};

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
has_form(const char *s, int len, const char *form)
{
	const char *end = s + len;

	for (; *form != '\0'; form++)
	{
		if (*form == '@')
		{
			if (end - s < 2 || !is_capital(s[0]) || !is_capital(s[1]))
				return false;
			s += 2;
		}
		else if (s >= end || (*form == '#' ? !((*s >= '0' && *s <= '9') || *s == 'X') : *s != *form))
			return false;
		else
			s++;
	}
	return s == end;
}

static const char *
find_form(const GrainForm *forms, const char *s, int len)
{
	for (; forms->form != NULL; forms++)
		if (has_form(s, len, forms->form))
			return forms->grain;
	return NULL;
}

/* length_grain returns the finest unit of P3Y, PT2H30M, P1DE: its last. */
static const char *
length_grain(const char *s, int len)
{
	const char *t = memchr(s, 'T', len);
	int			unit = len;

	while (unit > 0 && is_capital(s[unit - 1]) && s[unit - 1] != 'X')
		unit--;
	return find_form(t != NULL ? time_units : day_units, s + unit, len - unit);
}

static const char *
grain_of(NewsBytes value)
{
	const char *s = value.at;
	int			len = value.len;
	const char *t;

	if (len > 1 && s[0] == 'P' && ((s[1] >= '0' && s[1] <= '9') || s[1] == 'X' || s[1] == 'T'))
		return length_grain(s + 1, len - 1);
	if (len > 2 && (memcmp(s, "BC", 2) == 0 || memcmp(s, "FY", 2) == 0))
	{
		s += 2;
		len -= 2;
	}
	else if (len > 1 && s[0] == '-')
	{
		s++;
		len--;
	}
	t = memchr(s, 'T', len);
	if (t != NULL)
	{
		int			rest = len - (t + 1 - s);
		int			n = 0;

		/* a time zone may follow */
		while (n < rest && t[1 + n] != 'Z' && t[1 + n] != '+' && t[1 + n] != '-')
			n++;
		return find_form(time_forms, t + 1, n);
	}
	return find_form(day_forms, s, len);
}

/* news_date_grain returns year, month, day ...; NULL where the value says none. */
PG_FUNCTION_INFO_V1(news_date_grain);
Datum
news_date_grain(PG_FUNCTION_ARGS)
{
	NewsDateFields f;
	const char *grain;

	news_date_unpack(PG_GETARG_NEWS_DATE(0), &f);
	grain = grain_of(f.value);
	if (grain == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(grain));
}
