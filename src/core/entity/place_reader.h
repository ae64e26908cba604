/*
 * place_reader.h -- what the files that choose places share; place_choose.c
 * tells the algorithm, place_names.c gathers what it reads.
 */
#ifndef NEWSTEXT_PLACE_READER_H
#define NEWSTEXT_PLACE_READER_H

#include "base/number_table.h"
#include "entity/place.h"
#include "entity/place_score.h"
#include "know/knowledge.h"

/* One way to write a place in this article. */
typedef struct PlaceName
{
	uint32_t	first;			/* its readings: places [first, first + n) */
	uint32_t	n;
	uint32_t	mention;		/* first mention */
	uint32_t	mentions;
	uint32_t	exact;			/* the reading that a mention spells out, 0: none */
	uint32_t	usual;			/* the reading that the gazetteer has first, 0: none */
	uint32_t	chosen;			/* a place, 0: none */
	uint32_t	votes;			/* weight of its vote, and for whom it was cast */
	uint32_t	voted;
	int32_t		margin;			/* over the second */
	uint8_t		kind;			/* NtEntityKind of the first mention */
	bool		dateline;
	bool		towny;			/* a word beside it says that it is a town */
	bool		doubtful;		/* tagged as a person or body: see place_doubts.c */
	bool		parted;			/* its vote is parted among its readings */
} PlaceName;

typedef struct PlaceReader
{
	NtContext  *cx;
	NtArticle  *article;
	const NtPlaces *places;
	NtArray(PlaceName) names;
	uint32_t   *name_of;		/* of each mention: a name + 1; 0: none */
	uint32_t   *exact;			/* of each mention: the place it spells out; NT_NONE: one not known */
	uint16_t   *mass;			/* of each region: the votes for it and what lies in it */
	uint32_t   *pair;			/* of each county: is it named, and a town in it too? */
	uint16_t   *near;			/* votes for places in each cell of the map */
	uint32_t	total;
	uint32_t	unit;			/* one vote */
	uint32_t	counties;		/* vocabulary number of PLACE_PLURAL */
	uint32_t	in;				/* of PLACE_IN */
} PlaceReader;

typedef enum PlaceDoubt
{
	PLACE_MAYBE = 1,			/* needs the support of the other places */
	PLACE_OPENS = 2				/* a dateline inside a line */
} PlaceDoubt;

/*
 * place_doubts gives the mentions tagged as persons or bodies that may be
 * places a PlaceDoubt; NULL: none.
 */
extern uint8_t *place_doubts(const NtArticle *article, const NtPlaces *places);

/* place_names gathers the names and what the text spells out; false: there are none. */
extern bool place_names(PlaceReader *r);

/* The map in cells of some degrees. */
#define PLACE_DEGREES 3
#define PLACE_CELL (PLACE_DEGREES * PLACE_UNITS)
#define PLACE_ROWS (180 / PLACE_DEGREES + 1)
#define PLACE_COLUMNS (360 / PLACE_DEGREES + 1)

#endif
