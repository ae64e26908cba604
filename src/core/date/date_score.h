/*
 * date_score.h -- the scores by which an expression without a year finds its
 * place, on one page.
 *
 * Looking ahead counts above 0, looking back below.  The scores were set by hand on
 * the weekdays and months of two newswire corpora and of our own articles: a
 * verb outweighs all but a word that says so itself (until), and what lies
 * around the day of publication outweighs the habit of news.  Days are
 * distances in the calendar that such a word is worth.
 */
#ifndef NEWSTEXT_DATE_SCORE_H
#define NEWSTEXT_DATE_SCORE_H

/* ---- what the words around say (date_outlook.c) ---------------------------- */

#define OUTLOOK_WINDOW 14		/* tokens on each side that are looked at */
#define OUTLOOK_BESIDE 3		/* a verb so many tokens before stands beside: died on July 12 */

#define OUTLOOK_AT 2			/* as many to the day itself: announced on June 11 */

#define OUTLOOK_PAST (-12)		/* was, met, burned: the nearest verb before */
#define OUTLOOK_PARTICIPLE (-6)	/* in -ed, but after an article or an adverb: the newly announced */
#define OUTLOOK_PAST_AFTER (-8)	/* On Monday the court ruled */
#define OUTLOOK_WILL 12			/* will, 'll, shall; scheduled, due, expected */
#define OUTLOOK_HAD_DUE (-6)	/* had been due: it came to nothing */
#define OUTLOOK_HAD_REACH 5		/* tokens to its "had" */
#define OUTLOOK_WANT_REACH 4		/* tokens from wants to what it wants done */
#define OUTLOOK_MODAL 8			/* may, could */
#define OUTLOOK_TO 9			/* to + verb */
#define OUTLOOK_EVENT 10			/* opens, Senators return: a present that is a plan */
#define OUTLOOK_TWO_REACH 6		/* tokens between the "and" of two persons and what they do */
#define OUTLOOK_NOUN_REACH 3	/* tokens between votes, which is also a noun, and its day */
#define OUTLOOK_IS 9			/* the hearing is (on) Tuesday */
#define OUTLOOK_IS_FAR 2		/* is, with more between */
#define OUTLOOK_HEADLINE (-5)	/* a line without a full stop tells what has been */
#define OUTLOOK_UNTIL 20		/* until Friday, ahead of Monday's auction, extended to Nov. 20 */
#define OUTLOOK_BY 6			/* by Friday */
#define OUTLOOK_SINCE (-8)		/* since, after Monday */
#define OUTLOOK_NOUN 4			/* Monday's auction, the Tuesday primary */
#define OUTLOOK_LISTED 9		/* a weekday with a clock where nothing is a verb: Harwick v Leeds, Saturday, 8pm */
#define OUTLOOK_OWNER_SHARE 3	/* of "Monday's ruling" a verb that looks ahead says a third */

/* ---- weekdays (date_weekday.c) ------------------------------------------------ */

#define WEEKDAY_HABIT (-5)		/* news looks back */
#define WEEKDAY_TOMORROW 8		/* six days back is tomorrow */
#define WEEKDAY_IN_TWO_DAYS 6	/* five days back is the day after */
#define WEEKDAY_YESTERDAY (-2)
#define WEEKDAY_JOIN_REACH 4	/* tokens from late Thursday to early Friday */
#define WEEKDAY_RANGE_REACH 6	/* tokens from 6pm on Tuesday to 9am on Wednesday */
#define WEEKDAY_MONTHS 14		/* on each side searched for a Thursday the 17th */

/* ---- months and their days (date_year.c) ---------------------------------------- */

#define TENSE_DAYS 120			/* that a day may be farther, to agree with the tense */
#define TENSE_STRONG_DAYS 400	/* the same, where the verb leaves no doubt */
#define TENSE_SOON_DAYS 45		/* a day so soon is hardly that of last year, unless the verb stands beside */
#define TENSE_STRONG 12			/* an outlook from here leaves no doubt */
#define MONTH_HABIT (-4)		/* of months and seasons too news looks back */
#define FAR_DAYS 210			/* a month farther than this gives way to its twin */
#define NEAR_DAYS 120			/* that is nearer than this */
#define NEAR_BESIDE_DAYS 60		/* or than this, where the verb stands beside: could come in February */

/* ---- the story's own line (date_story.c) ------------------------------------------- */

#define STORY_DAYS 600			/* so far from publication a stated day begins a story */
#define STORY_BACK_PERCENT 180	/* a day back costs so much more than a day on */
#define STORY_HAD_PERCENT 100	/* but not where she "had left" */
#define STORY_REACH 60			/* tokens that one stated day is good for; two for twice as many */
#define STORY_SURE 3			/* so many in a row are good for all that follows */
#define STORY_NEWS_DAYS 30		/* a day so near publication is not held by fewer */
#define SCENE_YEARS 12			/* "fired in 2019" sets the scene of the next sentence, from so near or from its head */
#define SCENE_HEAD 4			/* tokens of a sentence's head */

/* ---- holidays (date_holiday.c) ------------------------------------------------------- */

#define OTHER_SIDE_DAYS 1000	/* farther than any: the caller asked for the other side */
#define HOLIDAY_TENSE_DAYS 400	/* that a holiday may be farther, to agree with the tense */
#define HOLIDAY_NEAR_DAYS 7		/* but one in these days is hardly that of another year */
#define HOLIDAY_NEAR_TENSE 120
#define FEAST_REACH 400			/* days of a list that are weighed, about now */

/* ---- how far a word reaches, in tokens --------------------------------------------------- */

#define COUNTRY_TOKENS 1500		/* the beginning of an article, asked where it is from */
#define CLOCK_DAY_REACH 14		/* from 10am to noon at the hall on Saturday */
#define CLOCK_REACH 40			/* a time from its day, and from one that counts from it */
#define AHEAD_DAYS 62			/* a day so near publication does not hold what will be: reported in March, it closes at the end of the month */
#define TEXT_REACH 60			/* a date from what follows from it */
#define HABIT_REACH 25			/* a word of habit from a month */
#define TITLE_REACH 6			/* tokens of a title in quotation marks behind its day */
#define CLUB_REACH 5				/* capitals from a weekday to the Club it names */
#define NEAR_REACH 25			/* words of games, money and indices from a number */

#endif
