/*
 * kind.c -- names of the kinds; what an id is made of.
 */
#include "base/kind.h"

#include <stddef.h>
#include <string.h>

static const char *const entity_kinds[] = {
	NULL, "person", "norp", "fac", "org", "gpe", "loc", "product", "event",
	"work_of_art", "law", "language"
};
static const char *const quote_kinds[] = {NULL, "direct", "mixed", "indirect"};
static const char *const date_kinds[] = {NULL, "DATE", "TIME", "DURATION", "SET"};
static const char *const date_mods[] = {
	NULL, "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN",
	"EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX"
};
static const char *const amount_kinds[] = {NULL, "money", "percent", "quantity", "count"};
static const char *const section_kinds[] = {
	NULL, "headline", "byline", "dateline", "caption", "subheading", "paragraph", "boilerplate"
};

#define LENGTH(array) ((int) (sizeof(array) / sizeof((array)[0])))

static int
find(const char *const *names, int n, const char *name, int len)
{
	for (int i = 1; i < n; i++)
		if ((int) strlen(names[i]) == len && memcmp(names[i], name, (size_t) len) == 0)
			return i;
	return 0;
}

#define DEFINE_KIND(prefix, names) \
	const char *prefix##_name(int number) \
	{ return number > 0 && number < LENGTH(names) ? (names)[number] : NULL; } \
	int prefix##_number(const char *name, int len) \
	{ return find((names), LENGTH(names), name, len); }

DEFINE_KIND(entity_kind, entity_kinds)
DEFINE_KIND(quote_kind, quote_kinds)
DEFINE_KIND(date_kind, date_kinds)
DEFINE_KIND(date_mod, date_mods)
DEFINE_KIND(amount_kind, amount_kinds)

const char *
section_kind_name(int number)
{
	return number > 0 && number < LENGTH(section_kinds) ? section_kinds[number] : NULL;
}

bool
entity_id_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		c == '.' || c == '_' || c == ':' || c == '/' || c == '-';
}
