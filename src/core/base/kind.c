/*
 * kind.c -- names of the kinds; what an id is made of.
 */
#include "base/kind.h"

#include "base/ascii.h"
#include "base/names.h"

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

DEFINE_NAMES(entity_kind, entity_kinds)
DEFINE_NAMES(quote_kind, quote_kinds)
DEFINE_NAMES(date_kind, date_kinds)
DEFINE_NAMES(date_mod, date_mods)
DEFINE_NAMES(amount_kind, amount_kinds)
DEFINE_NAME(section_kind, section_kinds)

bool
entity_id_char(char c)
{
	return ascii_is_small(c) || (c >= 'A' && c <= 'Z') || ascii_is_digit(c) ||
		c == '.' || c == '_' || c == ':' || c == '/' || c == '-';
}
