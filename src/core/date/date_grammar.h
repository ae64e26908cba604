/*
 * date_grammar.h -- the compiled grammar of time expressions as it stands in the model file.
 *
 * data/en/dates/words.txt gives words their classes, data/en/dates/rules.txt
 * arranges classes into expressions; src/tools/compile/compile_dates.c compiles both
 * into a graph whose edges are classes.  docs/dates.md tells how to add a
 * line to either.
 */
#ifndef NEWSTEXT_DATE_GRAMMAR_H
#define NEWSTEXT_DATE_GRAMMAR_H

#include "know/vocab.h"

/*
 * What an expression says, one number a slot.  A word writes its value into
 * the slot of its class; a rule may set others.
 */
#define DATE_SLOTS(X) \
	X(SLOT_NONE, "none") \
	X(SLOT_YEAR, "year") \
	X(SLOT_YY, "yy")				/* two-digit year */ \
	X(SLOT_MONTH, "month") \
	X(SLOT_DAY, "day")				/* of the month */ \
	X(SLOT_WEEKDAY, "weekday")		/* 1 Monday */ \
	X(SLOT_WEEK, "week")			/* ISO week */ \
	X(SLOT_SEASON, "season")		/* 1 spring ... 4 winter */ \
	X(SLOT_QUARTER, "quarter") \
	X(SLOT_HALF, "half") \
	X(SLOT_DECADE, "decade")		/* 199 */ \
	X(SLOT_YEARS_OF, "years_of")	/* 9: the nineties of an unsaid century */ \
	X(SLOT_CENTURY, "century")		/* 20: the twentieth */ \
	X(SLOT_ERA, "era")				/* -1: BC */ \
	X(SLOT_HOLIDAY, "holiday")		/* number in holidays.txt */ \
	X(SLOT_YMD, "ymd")				/* 20250425 */ \
	X(SLOT_DMY, "dmy")				/* 25042025 */ \
	X(SLOT_FIRST, "first")			/* of a numeric date whose order is not said */ \
	X(SLOT_SECOND, "second_number") \
	X(SLOT_UNIT, "unit") \
	X(SLOT_COUNT, "count") \
	X(SLOT_NUMERATOR, "numerator")	/* of a fraction added to the count */ \
	X(SLOT_DENOMINATOR, "denominator") \
	X(SLOT_HUNDREDTHS, "hundredths")	/* decimal count */ \
	X(SLOT_UNIT2, "unit2") \
	X(SLOT_COUNT2, "count2") \
	X(SLOT_DIR, "dir")				/* -1 last, 0 this, 1 next */ \
	X(SLOT_SIDE, "side")			/* -1 ago, earlier; 1 later */ \
	X(SLOT_BASE, "base")			/* BASE_* */ \
	X(SLOT_OF, "of")				/* unit that dir moves, when a part of it is meant */ \
	X(SLOT_ORD, "ord")				/* the nth unit of ...; -1: the last */ \
	X(SLOT_PART, "part")			/* PART_* of the day */ \
	X(SLOT_HOUR, "hour") \
	X(SLOT_MINUTE, "minute") \
	X(SLOT_SECONDS, "seconds") \
	X(SLOT_CLOCK, "clock")			/* hour * 100 + minute */ \
	X(SLOT_AMPM, "ampm")			/* 0 a.m., 1 p.m. */ \
	X(SLOT_MOD, "mod")				/* NtDateMod */ \
	X(SLOT_REF, "ref")				/* REF_* */ \
	X(SLOT_KIND, "kind")			/* NtDateKind, when the rule decides it */ \
	X(SLOT_SHIFT, "shift")			/* days added at last: the eve of, the day before */ \
	X(SLOT_BARE, "bare")			/* 1: a year with nothing beside it that says so */ \
	X(SLOT_ASIDE, "aside")			/* 1: named in passing, the time line stays where it is */ \
	X(SLOT_CHAIN, "chain")			/* unit: goes on from the expression just before */

typedef enum NtDateSlot
{
#define DATE_SLOT_ENUM(symbol, name) symbol,
	DATE_SLOTS(DATE_SLOT_ENUM)
#undef DATE_SLOT_ENUM
	DATE_SLOT_COUNT
} NtDateSlot;

#define SLOT_UNSET INT32_MIN

/* Values of the slots unit and of, in order of length; also the grain of a value. */
typedef enum NtDateUnit
{
	UNIT_NONE,
	UNIT_SECOND,
	UNIT_MINUTE,
	UNIT_HOUR,
	UNIT_DAY,
	UNIT_NIGHT,
	UNIT_WEEKEND,
	UNIT_WEEK,
	UNIT_FORTNIGHT,
	UNIT_MONTH,
	UNIT_QUARTER,
	UNIT_SEASON,
	UNIT_HALF,
	UNIT_YEAR,
	UNIT_DECADE,
	UNIT_CENTURY,
	UNIT_MILLENNIUM,
	UNIT_UNKNOWN				/* some time */
} NtDateUnit;

typedef enum NtDayPart
{
	PART_NONE,
	PART_MORNING,
	PART_MIDDAY,
	PART_AFTERNOON,
	PART_EVENING,
	PART_NIGHT,
	PART_DAYTIME
} NtDayPart;

enum
{
	REF_PAST = 1,
	REF_PRESENT,
	REF_FUTURE
};

enum
{
	BASE_PUBLISHED,				/* the day the article appeared */
	BASE_TEXT,					/* the date the text spoke of last */
	BASE_EITHER					/* that one when it is near and fine enough, else the day of publication */
};

#define COUNT_SOME (-1)			/* several */

/* How a rule's slots are read; date_resolve.c has one function for each. */
#define DATE_OPS(X) \
	X(OP_NONE, "none")				/* matched so that nothing else is: no expression */ \
	X(OP_DATE, "date")				/* a calendar date, whole or in part */ \
	X(OP_SHIFT, "shift")			/* last week, today: dir units from the base */ \
	X(OP_AGO, "ago")				/* two years ago: count units from the base */ \
	X(OP_DURATION, "duration") \
	X(OP_SET, "set") \
	X(OP_REF, "ref")				/* now, recently */ \
	X(OP_SAME, "same")				/* then, that day: the reference date again */

typedef enum NtDateOp
{
#define DATE_OP_ENUM(symbol, name) symbol,
	DATE_OPS(DATE_OP_ENUM)
#undef DATE_OP_ENUM
	DATE_OP_COUNT
} NtDateOp;

/*
 * Classes the matcher itself gives or asks for.  All others are numbered
 * after them by the compiler, in order of appearance.
 */
#define DATE_CLASSES(X) \
	X(CLASS_NONE, "none") \
	X(CLASS_NUM, "NUM")				/* 12, 1,000, twenty-four, 3 million */ \
	X(CLASS_YEAR, "YEAR")			/* 1998, nineteen ninety-eight */ \
	X(CLASS_DAY, "DAY")				/* 1 to 31 */ \
	X(CLASS_DAY_OF_MONTH, "DOM")	/* DAY, or an ordinal up to 31st */ \
	X(CLASS_MONTH_NUMBER, "MONTHNUM")	/* 1 to 12 */ \
	X(CLASS_HOUR, "HOUR")			/* 0 to 24 */ \
	X(CLASS_TWO_DIGITS, "TWO") \
	X(CLASS_MINUTE, "MINUTE")		/* 00 to 59, two digits */ \
	X(CLASS_MILITARY, "MILITARY")	/* 0400, 1430 */ \
	X(CLASS_YMD, "YMD")				/* 20250425 */ \
	X(CLASS_DMY, "DMY")				/* 25.04.2025 */ \
	X(CLASS_DOT_CLOCK, "DOTCLOCK")	/* 9.30 */ \
	X(CLASS_DECIMAL, "DECIMAL")		/* 3.5, in hundredths */ \
	X(CLASS_ORDINAL, "ORDINAL")		/* 24th, third, twenty-first */ \
	X(CLASS_DAYTH, "DAYTH")			/* 7th, in digits */ \
	X(CLASS_DECADE, "DECADE")		/* 1990s */ \
	X(CLASS_YEARS_OF, "YEARSOF")	/* 90s, nineties */ \
	X(CLASS_CLOCK_AMPM, "CLOCKAMPM")	/* 9pm: clock on 24 hours */ \
	X(CLASS_MINUTE_AMPM, "MINUTEAMPM")	/* 30pm, after 9: */ \
	X(CLASS_DAY_T_HOUR, "DAYTHOUR")	/* 25T21 */ \
	X(CLASS_SECOND_Z, "SECONDZ")	/* 00Z */ \
	X(CLASS_EARLY_YEAR, "EARLYYEAR")	/* 793 */ \
	X(CLASS_QUARTER_NUM, "QUARTERNUM")	/* 3Q */ \
	X(CLASS_HALF_NUM, "HALFNUM")	/* 1H */ \
	X(CLASS_NUMBER_WORD, "NUMBERWORD") \
	X(CLASS_ORDINAL_WORD, "ORDINALWORD") \
	X(CLASS_AND, "and") \
	X(CLASS_OR, "or") \
	X(CLASS_HYPHEN, "-") \
	X(CLASS_PAST, "PASTCUE")		/* said, was */ \
	X(CLASS_FUTURE, "FUTURECUE")	/* will, scheduled */ \
	X(CLASS_MODAL, "MODALCUE")		/* would, may */ \
	X(CLASS_LEAST, "least")			/* until at least Friday */ \
	X(CLASS_BASE_VERB, "BASEVERB")	/* to meet */ \
	X(CLASS_BE, "BEFORM")			/* to be held */ \
	X(CLASS_WILL, "WILLCUE")		/* will */ \
	X(CLASS_HAD, "had") \
	X(CLASS_TO, "to") \
	X(CLASS_COPULA, "COPULA")		/* is */ \
	X(CLASS_REPORT, "REPORTCUE")	/* said */ \
	X(CLASS_EVENT_VERB, "EVENTVERB")	/* opens */ \
	X(CLASS_TEAM_VERB, "TEAMVERB")	/* Harwick play */ \
	X(CLASS_EVENT_NOUN, "EVENTNOUN")	/* votes */ \
	X(CLASS_PRONOUN, "PRONOUN")		/* it, before 's */ \
	X(CLASS_IN, "in") \
	X(CLASS_TIME_PREPOSITION, "TIMEPREPOSITION") \
	X(CLASS_SOUTH, "SOUTH")			/* places south of the equator */ \
	X(CLASS_NORTH, "NORTH") \
	X(CLASS_DAY_FIRST, "DAYFIRST")	/* places where 4/5/25 is in May */ \
	X(CLASS_MONTH_FIRST, "MONTHFIRST") \
	X(CLASS_HABIT, "HABIT")			/* usually, monsoon: of every year */ \
	X(CLASS_FROM, "from") \
	X(CLASS_MOVED, "MOVED")			/* postponed to Friday */ \
	X(CLASS_FOR, "for") \
	X(CLASS_SET, "set") \
	X(CLASS_WAS, "WASFORM")			/* was, been */ \
	X(CLASS_MANY, "MANY")			/* they */ \
	X(CLASS_DETERMINER, "DETERMINER") \
	X(CLASS_LEAD, "LEADWORD")		/* ahead of, as early as */ \
	X(CLASS_LEAD_TAIL, "LEADTAIL") \
	X(CLASS_BEHIND, "BEHIND")		/* since */ \
	X(CLASS_LOOKAHEAD, "LOOKAHEAD")	/* Monday's auction */ \
	X(CLASS_SOON, "SOON") \
	X(CLASS_AHEAD, "AHEAD")			/* until Friday */ \
	X(CLASS_BY, "by")				/* by Friday */ \
	X(CLASS_JOIN, "JOIN")			/* May to June */ \
	X(CLASS_AMPM, "AMPM")			/* of 9pm, in one word; so the ends below */ \
	X(CLASS_ORDINAL_END, "ORDINALEND")	/* 24th */ \
	X(CLASS_DECADE_END, "DECADEEND")	/* 1990s */ \
	X(CLASS_QUARTER_END, "QUARTEREND") \
	X(CLASS_HALF_END, "HALFEND") \
	X(CLASS_DAY_END, "DAYEND")		/* 25T21 */ \
	X(CLASS_ZULU_END, "ZULUEND")	/* 00Z */ \
	X(CLASS_SPORT, "SPORT")			/* touchdown: a quarter beside it is of a game */ \
	X(CLASS_MONEY, "MONEY")			/* profit: a quarter beside it is of a year */ \
	X(CLASS_LEVEL, "LEVEL")			/* index: "at 1987" beside it is no year */ \
	X(CLASS_LEVEL_LEAD, "LEVELLEAD")	/* at, from, to */ \
	X(CLASS_CLUB, "CLUBWORD")		/* the Thursday Murder Club */ \
	X(CLASS_PERSON_LEAD, "PERSONLEAD")	/* and June Hartley */ \
	X(CLASS_WANT, "WANTCUE")		/* wants it cleared by winter */ \
	X(CLASS_PUBLISH, "PUBLISHVERB")	/* will report a loss */ \
	X(CLASS_APPOINT, "APPOINTVERB")	/* called walkouts on June 11 */ \
	X(CLASS_NEEDED, "NEEDEDWORD")	/* volunteers are needed on Saturday */ \
	X(CLASS_CLOSE, "CLOSEWORD")		/* 14 May Gardens */ \
	X(CLASS_WORK, "WORKWORD")		/* her novel Sunday Girl */ \
	X(CLASS_STREET, "STREET")		/* 1945 Sunset Boulevard */ \
	X(CLASS_CAPITAL, "CAPITAL")		/* conditions only: begins with a capital */ \
	X(CLASS_WORD, "WORD")			/* conditions only: any word */ \
	X(CLASS_SMALL, "SMALL")			/* conditions only: a word without a capital */ \
	X(CLASS_NUMBER, "NUMBER")		/* conditions only: begins with a digit */ \
	X(CLASS_TOUCH, "TOUCH")			/* conditions only: no space between */ \
	X(CLASS_START, "START")			/* conditions only: nothing before it in the sentence */ \
	X(CLASS_TIED, "TIED")			/* conditions only: a hyphen that touches both sides */ \
	X(CLASS_SYMBOL, "SYMBOL")		/* conditions only: $ % and their like */ \
	X(CLASS_TIME_WORD, "TIMEWORD")	/* no sense of a word: what says when, for other stages (TELLS_TIME) */

enum
{
#define DATE_CLASS_ENUM(symbol, name) symbol,
	DATE_CLASSES(DATE_CLASS_ENUM)
#undef DATE_CLASS_ENUM
	DATE_CLASS_FIXED
};

/* One meaning of a word. */
typedef struct NtDateSense
{
	uint16_t	class;
	uint8_t		flags;			/* SENSE_* */
	uint8_t		tokens;			/* how many it covers; 1 in the file */
	int32_t		value;
} NtDateSense;

#define SENSE_CAPITAL 0x01		/* only when it begins with a capital: May */

/* The senses of a word; NtWord.date is an index into these. */
typedef struct NtDateWord
{
	uint32_t	sense;			/* first */
	uint16_t	senses;
	uint16_t	starts;			/* STARTS_*, TELLS_TIME */
} NtDateWord;

/* How an expression can begin with a word. */
#define STARTS_ALONE 0x01		/* the word can be all of it: today */
#define STARTS_LONGER 0x02		/* more must follow: last week */
#define STARTS_CHAIN 0x04		/* goes on from the expression just before: May 3 and 5 */
#define STANDS_INSIDE 0x08		/* it can be in one at all, and not only beside it */

/* And what it tells other stages. */
#define TELLS_TIME 0x10			/* it says when: Monday, last, week, earlier */

typedef struct NtDateNode
{
	uint32_t	edge;			/* first; sorted by class */
	uint16_t	edges;
	uint16_t	accept;			/* first of the rules that end here, in accepts; 0: none */
} NtDateNode;

#define DATE_SENSES_MAX 12		/* of one token */

#define DATE_EDGE_SETS 3

typedef struct NtDateEdge
{
	uint16_t	class;
	uint8_t		flags;			/* EDGE_* */
	uint8_t		slot;			/* that the word's value goes into, 0: none */
	uint8_t		set_slot[DATE_EDGE_SETS];
	uint8_t		reserved;
	int16_t		set_value[DATE_EDGE_SETS];
	uint16_t	reserved2;
	uint32_t	node;
} NtDateEdge;

#define EDGE_TOUCHES 0x01		/* no white space before it */
#define EDGE_BEGIN 0x02			/* the expression begins with it; what came before is context */
#define EDGE_END 0x04			/* the expression ended before it */

#define DATE_RULE_SETS 6

typedef struct NtDateRule
{
	uint8_t		op;				/* NtDateOp */
	uint8_t		sets;
	uint8_t		set_slot[DATE_RULE_SETS];
	int16_t		set_value[DATE_RULE_SETS];
	uint16_t	conditions;
	uint16_t	reserved;
	uint32_t	condition;		/* first */
	uint32_t	line;			/* in rules.txt */
} NtDateRule;

/*
 * What must, or must not, stand beside an expression.  Of the conditions that
 * ask for something at one place, one must hold; of those that forbid, none.
 */
typedef struct NtDateCondition
{
	uint16_t	class;
	uint8_t		after;			/* 1: the token after, 0: the one before */
	uint8_t		forbids;
} NtDateCondition;

typedef struct NtDateMark
{
	uint32_t	code_point;
	uint32_t	class;
} NtDateMark;

/* What a value rests on; data/en/dates/confidence.txt says how often it is right. */
#define DATE_GROUNDS(X) \
	X(GROUND_NONE, "none")			/* impossible: no value */ \
	X(GROUND_OPEN, "open")			/* the year stays open */ \
	X(GROUND_ORDER, "order")		/* 4/5/25 */ \
	X(GROUND_STATED, "stated")		/* May 3, 2021 */ \
	X(GROUND_STORY, "story")		/* from a date the text spoke of */ \
	X(GROUND_MOVED, "moved")		/* last week, two years ago */ \
	X(GROUND_WEEKDAY, "weekday")	/* Saturday, April 25 */ \
	X(GROUND_OUTLOOK, "outlook")	/* by what the sentence says of past and future */ \
	X(GROUND_HABIT, "habit")		/* by nearness and the habit of news */ \
	X(GROUND_LENGTH, "length")		/* durations and sets */ \
	X(GROUND_VAGUE, "vague")		/* recently, now */

typedef enum NtDateGround
{
#define DATE_GROUND_ENUM(symbol, name) symbol,
	DATE_GROUNDS(DATE_GROUND_ENUM)
#undef DATE_GROUND_ENUM
	DATE_GROUND_COUNT
} NtDateGround;

/*
 * A day a year: fixed, the nth weekday of a month, so many days from Easter,
 * or one of a list.
 */
typedef struct NtHoliday
{
	int16_t		month;			/* or HOLIDAY_* */
	int16_t		day;			/* of the month; days from Easter; first of the list in feasts */
	int16_t		weekday;		/* 0: a fixed day; of a list: how many days it has */
	int16_t		nth;			/* of that weekday; -1 last; 0: the first on or after day; of a list: days the feast lasts */
} NtHoliday;

#define HOLIDAY_EASTER 0
#define HOLIDAY_ORTHODOX (-1)
#define HOLIDAY_FEAST (-2)

_Static_assert(sizeof(NtDateSense) == 8 && sizeof(NtDateWord) == 8 && sizeof(NtDateNode) == 8 &&
			   sizeof(NtDateEdge) == 20 && sizeof(NtDateRule) == 32 && sizeof(NtDateCondition) == 4 &&
			   sizeof(NtDateMark) == 8 && sizeof(NtHoliday) == 8, "stored in the model file");

typedef struct NtDateGrammar
{
	const NtDateWord *words;	/* [0]: no senses */
	const NtDateSense *senses;
	const NtDateNode *nodes;	/* [0]: the start */
	const NtDateEdge *edges;
	const uint16_t *starts;		/* of each class below n_starts: the first edge of the start that asks for it or a later one */
	const uint16_t *accepts;	/* lists of rule numbers, each ended by 0; [0] is 0 */
	const NtDateRule *rules;	/* [0]: unused */
	const NtDateCondition *conditions;
	const NtDateMark *marks;	/* sorted by code point */
	const NtHoliday *holidays;	/* [0]: unused */
	const int32_t *feasts;		/* days, sorted in each list */
	const uint16_t *confidence;	/* in thousandths, by NtDateGround */
	uint32_t	n_words;
	uint32_t	n_senses;
	uint32_t	n_nodes;
	uint32_t	n_edges;
	uint32_t	n_starts;
	uint32_t	n_accepts;
	uint32_t	n_rules;
	uint32_t	n_conditions;
	uint32_t	n_marks;
	uint32_t	n_holidays;
	uint32_t	n_feasts;
} NtDateGrammar;

/* date_first_edge returns the first of n edges that asks for a class or a later one, n: none. */
extern uint32_t date_first_edge(const NtDateEdge *edges, uint32_t n, uint16_t class);

extern void date_grammar_open(NtContext *cx, NtDateGrammar *grammar, const NtModel *model,
							  const NtVocab *vocab);

#endif
