/*
 * quote_english.h -- the English words that the reading of quotations knows by themselves.
 */
#ifndef NEWSTEXT_QUOTE_ENGLISH_H
#define NEWSTEXT_QUOTE_ENGLISH_H

/*
 * Titles, and by which other noun their bearer is taken up: Dr Lee, the doctor; Inspector Lee, the officer.
 * An abbreviation stands without its full stop, as its token is hashed.
 */
#define QUOTE_TITLE_ROLES { \
	{"adm", "admiral"}, {"ald", "alderman"}, {"amb", "ambassador"}, {"atty", "attorney"}, {"brig", "brigadier"}, \
	{"capt", "captain"}, {"cllr", "councillor"}, {"cllr", "councilman"}, {"col", "colonel"}, \
	{"constable", "officer"}, {"cpl", "corporal"}, {"cpl", "soldier"}, {"cr", "councillor"}, {"dci", "officer"}, \
	{"det", "detective"}, {"det", "officer"}, {"detective", "officer"}, {"dr", "doctor"}, {"father", "priest"}, \
	{"fr", "priest"}, {"gen", "general"}, {"gov", "governor"}, {"insp", "inspector"}, {"insp", "officer"}, \
	{"inspector", "officer"}, {"judge", "judge"}, {"justice", "judge"}, {"lt", "lieutenant"}, {"lt", "officer"}, {"maj", "major"}, \
	{"mep", "lawmaker"}, {"mp", "lawmaker"}, {"mp", "legislator"}, {"pc", "officer"}, {"prof", "professor"}, {"pte", "soldier"}, {"rep", "congressman"}, {"rep", "lawmaker"}, \
	{"rep", "legislator"}, {"rep", "representative"}, {"rev", "pastor"}, {"rev", "priest"}, {"rev", "reverend"}, \
	{"reverend", "priest"}, {"sen", "lawmaker"}, {"sen", "senator"}, {"senator", "lawmaker"}, \
	{"sergeant", "officer"}, {"sgt", "officer"}, {"sgt", "sergeant"}, {"superintendent", "officer"}, \
	{"supt", "officer"}, {"supt", "superintendent"}}

/* Forms of the verb that makes a passive. */
#define QUOTE_BE {"is", "are", "was", "were", "be", "been", "being"}

/* By what somebody tells who he is: identified himself as, gave his name as. */
#define QUOTE_SELF {"himself", "herself", "themselves", "themself", "name"}

/* How the name of one of a people ends; the French and the Chinese are many. */
#define QUOTE_ONE_OF_A_PEOPLE {"an", "i"}

/* And these of all of them, or of one: the Portuguese. */
#define QUOTE_PEOPLE_OR_ONE "ese"

/* Days that stand without a determiner where a speaker could: the firm today announced. */
#define QUOTE_DAYS {"today", "yesterday", "tomorrow", "tonight"}

/* What shows or finds something: a poll found Lee leading by four points. */
#define QUOTE_FINDERS {"poll", "polls", "polling", "survey", "surveys", "study", "studies", "research", "data", "figures", "statistics", \
	"results", "analysis", "review", "report", "reports", "census", "audit"}

/* In what something is said: said the firm was sound in a statement on Monday. */
#define QUOTE_OCCASIONS {"statement", "interview", "tweet", "post", "email", "message", "speech", "letter", "briefing"}

/* What begins a clause that says when or why something is done, beside "as". */
#define QUOTE_ADJUNCTS {"after", "before", "since", "until", "till", "while", "when", "because", "although", "though", "once"}

/* What sets another's words beside a report: said it was over, while witnesses said it was not. */
#define QUOTE_CONTRASTS {"while", "whereas", "whilst"}

/* By what a paper gives another's words: quoted Lee as saying. */
#define QUOTE_QUOTERS {"quoted", "quotes", "quoting", "cited", "cites", "citing"}

/* How an export of a chat tells of what it leaves out: image omitted. */
#define QUOTE_OMITTED {"omitted", "deleted"}

/* The letters that mark question and answer in an interview: "Q. Will you rebuild?  A. We will." */
#define LETTER_QUESTION 'Q'
#define LETTER_ANSWER 'A'

#endif
