/*
 * test_kind.c -- the names of kinds; their numbers are on users' disks.
 */
#include "unit.h"

static void
names_and_numbers_agree(void)
{
	for (int k = 1; k <= ENTITY_KIND_MAX; k++)
		CHECK_INT(entity_kind_number(entity_kind_name(k), (int) strlen(entity_kind_name(k))), k);
	for (int k = 1; k <= QUOTE_KIND_MAX; k++)
		CHECK_INT(quote_kind_number(quote_kind_name(k), (int) strlen(quote_kind_name(k))), k);
	for (int k = 1; k <= DATE_KIND_MAX; k++)
		CHECK_INT(date_kind_number(date_kind_name(k), (int) strlen(date_kind_name(k))), k);
	for (int k = 1; k <= DATE_MOD_MAX; k++)
		CHECK_INT(date_mod_number(date_mod_name(k), (int) strlen(date_mod_name(k))), k);
	for (int k = 1; k <= SECTION_KIND_MAX; k++)
		CHECK(section_kind_name(k) != NULL);
}

static void
numbers_never_change(void)
{
	CHECK_INT(entity_kind_number("person", 6), 1);
	CHECK_INT(entity_kind_number("gpe", 3), 5);
	CHECK_INT(entity_kind_number("language", 8), 11);
	CHECK_INT(quote_kind_number("mixed", 5), 2);
	CHECK_INT(date_kind_number("DURATION", 8), 3);
	CHECK_INT(date_mod_number("APPROX", 6), 12);
	CHECK_STR(section_kind_name(7), "boilerplate");
}

static void
unknown_names_are_nothing(void)
{
	CHECK_INT(entity_kind_number("people", 6), 0);
	CHECK_INT(entity_kind_number("Person", 6), 0);
	CHECK_INT(entity_kind_number("personal", 6), 1);	/* only len bytes count */
	CHECK_INT(entity_kind_number("", 0), 0);
	CHECK(entity_kind_name(0) == NULL);
	CHECK(entity_kind_name(-1) == NULL);
	CHECK(entity_kind_name(ENTITY_KIND_MAX + 1) == NULL);
	CHECK(section_kind_name(SECTION_KIND_MAX + 1) == NULL);
	CHECK(date_mod_name(0) == NULL);
}

int
main(void)
{
	RUN(names_and_numbers_agree);
	RUN(numbers_never_change);
	RUN(unknown_names_are_nothing);
	return unit_end();
}
