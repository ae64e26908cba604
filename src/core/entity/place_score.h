/*
 * place_score.h -- all that is weighed when places are chosen, on one page.
 */
#ifndef NEWSTEXT_PLACE_SCORE_H
#define NEWSTEXT_PLACE_SCORE_H

/*
 * Scores, in tenths of a decimal logarithm of people: ten more is a place ten
 * times as large.  Found by hand on articles of our own and on local and
 * national news (docs/accuracy.md), and looked at again whenever a kind fails.
 */
enum
{
	PLACE_SCORE_COUNTRY = 35,	/* a country is named more often than a town of its size */
	PLACE_SCORE_DEFAULT = 8,	/* what the gazetteer has first under the name, so that counts add up */
	PLACE_SCORE_STATE = 5,
	PLACE_SCORE_COUNTY = 0,
	PLACE_SCORE_SECTION = -15,	/* a part of a town is seldom meant */
	PLACE_SCORE_OTHER_KIND = -12,	/* a town's name tagged as a mountain, or the other way */
	PLACE_SCORE_EXACT = 2000,	/* Paris, Texas */
	PLACE_SCORE_TOWN_CUE = 18,	/* Lebanon police: a town */
	PLACE_SCORE_PAIR = 35,		/* a town and its county are both named: Palestine, Anderson County */
	PLACE_SUPPORT_NEAR = 30,	/* all else in the article lies within some 500 kilometres */
	PLACE_SUPPORT_COUNTY = 25,	/* ... in the same county */
	PLACE_SUPPORT_STATE = 40,
	PLACE_SUPPORT_COUNTRY = 16
};

/* Weights of a name's vote for the regions that its place lies in. */
enum
{
	PLACE_VOTE_UNIT = 12,		/* one vote; unsure names part theirs among their readings */
	PLACE_MANY = 200,			/* in an article of more names a vote is 1, so that sums fit 16 bits */
	PLACE_VOTERS = 2000,		/* names beyond these choose, but have no vote */
	PLACE_VOTERS_BESIDE = 500,	/* nor do peoples and bodies beyond these */
	PLACE_VOTE_PARTS = 24,		/* of more readings than these none gets a part */
	PLACE_VOTE_MENTIONS = 4,	/* a name counts as often as it is written, so many times at most */
	PLACE_VOTE_REGION = 2,		/* times: a state, county or country named as such */
	PLACE_VOTE_EXACT = 2,		/* times: Paris, Texas */
	PLACE_VOTE_DATELINE = 4,	/* more: where the article was written */
	PLACE_VOTE_HOME = 12,		/* of the caller's home */
	PLACE_VOTE_PEOPLE = 1,		/* a people (Georgians, French) for its country */
	PLACE_VOTE_BODY = 1			/* a body (Lamar County Chronicle) for the region in its name */
};

enum
{
	PLACE_SURE_MARGIN = 12,		/* a name votes in the first round when its largest place leads so far */
	PLACE_SURE_SIZE = 50,		/* and has so many people: 100,000 */
	PLACE_SMALL = 42,			/* a town of less (15,000) needs support */
	PLACE_SUPPORT_LEAST = 6,	/* this much */
	PLACE_LISTED = 20,			/* a hundred times the people: a place in a list rather than one of the country after it */
	PLACE_DOUBT_SUPPORT = 14,	/* what a supposed person or body needs to be a place */
	PLACE_ROUNDS = 3,
	PLACE_READINGS = 128		/* of one name that are looked at, largest first */
};

#endif
