/*
 * kind.h -- the kinds of entities, quotes, dates, amounts and sections.
 *
 * The numbers are stored on disk and lead GIN keys: never renumber.  Entity
 * kinds are OntoNotes' names in lower case, date kinds those of TimeML.
 */
#ifndef NEWSTEXT_KIND_H
#define NEWSTEXT_KIND_H

#include <stdbool.h>

typedef enum NtEntityKind
{
	ENTITY_PERSON = 1,
	ENTITY_NORP = 2,			/* nationalities, religious and political groups */
	ENTITY_FAC = 3,				/* buildings, airports, highways, bridges */
	ENTITY_ORG = 4,
	ENTITY_GPE = 5,				/* countries, cities, states */
	ENTITY_LOC = 6,				/* other places: mountains, seas, regions */
	ENTITY_PRODUCT = 7,
	ENTITY_EVENT = 8,
	ENTITY_WORK_OF_ART = 9,
	ENTITY_LAW = 10,
	ENTITY_LANGUAGE = 11
} NtEntityKind;
#define ENTITY_KIND_MAX 11

/* kind_is_place: a city or state, another place, or a building. */
static inline bool
kind_is_place(int kind)
{
	return kind == ENTITY_GPE || kind == ENTITY_LOC || kind == ENTITY_FAC;
}

typedef enum NtQuoteKind
{
	QUOTE_DIRECT = 1,			/* all of it inside quotation marks */
	QUOTE_MIXED = 2,			/* a reported clause that holds quoted words */
	QUOTE_INDIRECT = 3			/* reported speech with no marks */
} NtQuoteKind;
#define QUOTE_KIND_MAX 3

typedef enum NtDateKind
{
	DATE_DATE = 1,
	DATE_TIME = 2,
	DATE_DURATION = 3,
	DATE_SET = 4
} NtDateKind;
#define DATE_KIND_MAX 4

/* TIMEX3 mod */
typedef enum NtDateMod
{
	MOD_NONE = 0,
	MOD_BEFORE = 1,
	MOD_AFTER = 2,
	MOD_ON_OR_BEFORE = 3,
	MOD_ON_OR_AFTER = 4,
	MOD_LESS_THAN = 5,
	MOD_MORE_THAN = 6,
	MOD_EQUAL_OR_LESS = 7,
	MOD_EQUAL_OR_MORE = 8,
	MOD_START = 9,
	MOD_MID = 10,
	MOD_END = 11,
	MOD_APPROX = 12
} NtDateMod;
#define DATE_MOD_MAX 12

typedef enum NtSectionKind
{
	SECTION_HEADLINE = 1,
	SECTION_BYLINE = 2,
	SECTION_DATELINE = 3,
	SECTION_CAPTION = 4,
	SECTION_SUBHEADING = 5,
	SECTION_PARAGRAPH = 6,
	SECTION_BOILERPLATE = 7
} NtSectionKind;
#define SECTION_KIND_MAX 7

typedef enum NtAmountKind
{
	AMOUNT_MONEY = 1,
	AMOUNT_PERCENT = 2,
	AMOUNT_QUANTITY = 3,		/* so much of a unit of measurement */
	AMOUNT_COUNT = 4			/* so many of something */
} NtAmountKind;
#define AMOUNT_KIND_MAX 4

/* Each returns the lower-case (dates: upper-case) name, or NULL for no such number. */
extern const char *entity_kind_name(int kind);
extern const char *quote_kind_name(int kind);
extern const char *date_kind_name(int kind);
extern const char *date_mod_name(int mod);
extern const char *section_kind_name(int kind);
extern const char *amount_kind_name(int kind);

/* Each returns the number of a name of len bytes, or 0 for no such name. */
extern int	entity_kind_number(const char *name, int len);
extern int	quote_kind_number(const char *name, int len);
extern int	date_kind_number(const char *name, int len);
extern int	date_mod_number(const char *name, int len);
extern int	amount_kind_number(const char *name, int len);

/* A stable id of an entity, such as iso3166:FR: at most so many bytes of [A-Za-z0-9._:/-]. */
#define ENTITY_ID_MAX 64

extern bool entity_id_char(char c);

#endif
