/*
 * name_score.h -- all that is weighed when names are found, on one page.
 *
 * Candidates of a chunk compete by the sum of these (name_chunk.c).  A score
 * above 0 is a name if nothing better overlaps it; about 100 is sure.  They
 * were found by hand on test/gold and CoNLL testa, one at a time, and kept
 * where both gained; none is finer than about 4.
 */
#ifndef NEWSTEXT_NAME_SCORE_H
#define NEWSTEXT_NAME_SCORE_H

/* ---- the chunk ---- */
enum
{
	SCORE_ADJACENT = -28,		/* two mentions side by side: "Russian Foreign Ministry" is one */
	SCORE_CONTINUES = -50,		/* "Institute for | Solar Studies" */
	MORE_WORD = 24				/* what each word above the first adds to a score, and not to a confidence */
};

/* ---- gazetteer entries (name_phrase.c) ---- */
enum
{
	SCORE_ENTRY = 10,			/* an entry stands */
	SCORE_ENTRY_WORD = 26,		/* for each of its words */
	SCORE_AMBIGUOUS = -14,		/* also an ordinary word or name */
	SCORE_BLIND_ORDINARY = -60,	/* small letters would be as likely here */
	SCORE_INITIAL_ORDINARY = -30,
	SCORE_READING = -2,			/* for each likelier reading of the same phrase */
	SCORE_SMALL_PLACE = -12,	/* a place of fewer than SMALL_PLACE people */
	SCORE_NAME_PLACE = -6,		/* a place that is a person's name too */
	SCORE_UNLIKELY_PLACE = -30, /* a small one, not after in, at, from, and an ordinary word or a name */
	SCORE_TITLED = -16,			/* not a person, after a title */
	SCORE_SPOKEN = 24,			/* a language, by the words around it */
	SCORE_BODY_INSIDE = 8,		/* a body that is an ordinary word, inside a sentence, of an article that never writes it small */
	SCORE_PARTY = 50,			/* Labour MP, at the beginning of a sentence */
	SCORE_PLACED = 6,			/* a place, after in, at, from */
	SCORE_THE = 70				/* the Severn, with nothing behind it: a river, sea or range */
};

/* People a place must have: */
#define SMALL_PLACE 50000		/* to be likely without a word that tells */
#define LISTED_PLACE 50000		/* to be one because it stands in a row with one */
#define LARGE_REGION 100000000	/* a planet, a continent: the same */
#define LARGE_PLACE 300000		/* to be known better by the gazetteer than by the tagger */

/* ---- patterns (name_pattern.c) ---- */
enum
{
	/* persons */
	SCORE_PERSON = 12,
	SCORE_GIVEN_FIRST = 24,
	SCORE_GIVEN_ORDINARY = 8,
	SCORE_INITIAL_FIRST = 20,
	SCORE_UNKNOWN_FIRST = 8,
	SCORE_SURNAME_LAST = 18,
	SCORE_SURNAME_ORDINARY = 10,
	SCORE_UNKNOWN_LAST = 12,
	SCORE_WORD_BETWEEN = 6,
	SCORE_TITLED_DAY = 60,		/* Governor Sunday Falade */
	SCORE_TITLE_BEFORE = 26,
	SCORE_NOT_PERSON = -34,
	SCORE_PLACE_FIRST = -22,
	SCORE_SYLLABLE = 190,		/* Kim In-so, Ata-ur-Rehman: whatever else their parts are */
	SCORE_WHOLE_HYPHENS = 130,	/* more, with hyphens on both sides of a particle */
	/* one word */
	SCORE_TITLED_WORD = 40,
	SCORE_TITLED_FOREIGN = 12,	/* more, with letters outside ASCII */
	SCORE_TITLED_LABEL = 12,	/* more, between a line's beginning and a colon: MR. HALVERSEN: */
	SCORE_KNOWN_WORD = 16,
	SCORE_WHOLE_WORD = 10,		/* it was a whole name before */
	SCORE_UNKNOWN_WORD = 14,
	SCORE_VOTED_HEADLINE = 40,
	SCORE_ACRONYM = 22,
	/* heads; for two words the table in name_pattern.c */
	SCORE_MORE_WORD = 22,		/* for each word above two */
	SCORE_LONG = -12,			/* for each above five */
	SCORE_AND = -24,
	SCORE_BLIND = -24,
	SCORE_BEGINS_ORDINARY = -26,
	SCORE_CUT_HYPHEN = -22,		/* begins or ends at a hyphen that joins */
	/* teams and works */
	SCORE_WORK = 20,			/* after novel, film ...; also for each word SCORE_MORE_WORD */
	SCORE_TEAM = 48,
	SCORE_FIRM = 40				/* more, two surnames with an ampersand */
};

/* ---- the tagger beside them (name_tag.c); "sure" is times its confidence ---- */
enum
{
	SCORE_TAG = 34,				/* a tag alone; for each word: */
	SCORE_TAG_WORD = 26,
	SCORE_TAG_SURE = 30,
	SCORE_TAG_SAME = 46,		/* same span and type: an entry; */
	SCORE_TAG_SAME_PATTERN = 30,	/* a pattern */
	SCORE_TAG_COMPLETES = 70,
	SCORE_TAG_OWNED = 140,		/* St. Andrew's Church: two tags for one name */
	SCORE_TAG_OTHER_KIND = -24, /* same span, other type */
	SCORE_TAG_OTHER_KIND_SURE = -40,
	SCORE_TAG_CUT = -34,		/* overlaps a tag otherwise */
	SCORE_TAG_CUT_SURE = -50,
	SCORE_TAG_KNOWN_KIND = 32,	/* same span, other type, but a country, a people or a large place */
	SCORE_TAG_KNOWN_CUT = 30,	/* holds a tag, an entry of several words; */
	SCORE_TAG_KNOWN_BODY = 52,	/* a body's, law's, event's or work's; */
	SCORE_TAG_KNOWN_MORE = 100,	/* for each further tag in it */
	SCORE_TAG_ORDINARY = -46,	/* for each word of a tag that looks ordinary, in a headline */
	SCORE_TAG_STRANGER = -24,	/* for each that the article has nowhere else, beside one it has, in a headline */
	SCORE_TAG_ALL_ORDINARY = -46,	/* for each, when all do, and none was seen inside a sentence with a capital */
	SCORE_TAG_ABSENT = -44,		/* no tag there: patterns */
	SCORE_TAG_ABSENT_ENTRY = -24	/* no tag there: lexicons */
};

/* ---- confidences, in thousandths, of what has no score ---- */
enum
{
	UNSURE = 500,				/* a tag less sure may be of another type, by what its words are */
	SURE_NO_TOWN = 750,			/* one surer is no town, though the word is one and nothing else to any list */
	SURE_BODY = 900,			/* one surer is a body, though none of its words heads one */
	SURE_OTHER = 500,			/* one surer is no person, though a person's name of the article ends so */
	SURE_OWN = 1000,			/* the user's own names */
	SURE_TEAM = 850,			/* in a result */
	SURE_WORK = 800,
	SURE_NUMBERED = 900,		/* a unit or court by its number */
	SURE_SPELLED = 900,			/* by an acronym in brackets */
	SURE_CLUB = 700,			/* a city that means its club */
	SURE_REVIVED = 600,
	SURE_MORE_BY_VOTES = 200	/* what the article's votes add to a kind that was not known */
};

/* ---- sports news (name_sport.c) ---- */
enum
{
	SPORT_WORDS = 400,			/* tokens looked at */
	SPORT_LEAST = 4,			/* fewer sports words, or results, may be anything */
	SPORT_FEW = 2,				/* where it has a result of two teams, these do */
	SPORT_SHARE = 25,			/* one sports word in so many: sport */
	SPORTY_SHARE = 50,			/* perhaps sport: the tagger decides */
	SPORT_FIGURES = 3,			/* figures of a standing; */
	SPORT_FIGURES_ORDINARY = 6	/* when the team is an ordinary word */
};

#endif
