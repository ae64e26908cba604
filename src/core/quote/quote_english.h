/*
 * quote_english.h -- the English words that the reading of quotations knows by themselves.
 */
#ifndef NEWSTEXT_QUOTE_ENGLISH_H
#define NEWSTEXT_QUOTE_ENGLISH_H

/* Titles, and by which other noun their bearer is taken up: Dr Lee, the doctor; Inspector Lee, the officer. */
#define QUOTE_TITLE_ROLES { \
	{"adm.", "admiral"}, {"ald.", "alderman"}, {"amb.", "ambassador"}, {"atty.", "attorney"}, {"brig.", "brigadier"}, \
	{"capt", "captain"}, {"capt.", "captain"}, {"cllr", "councillor"}, {"cllr.", "councillor"}, {"col.", "colonel"}, \
	{"cr", "councillor"}, {"cr.", "councillor"}, {"det.", "detective"}, {"dr", "doctor"}, {"dr.", "doctor"}, \
	{"gen.", "general"}, {"gov", "governor"}, {"gov.", "governor"}, {"insp", "inspector"}, {"insp.", "inspector"}, \
	{"lt.", "lieutenant"}, {"maj.", "major"}, {"prof", "professor"}, {"prof.", "professor"}, {"rep.", "representative"}, \
	{"rev", "reverend"}, {"rev.", "reverend"}, {"sen", "senator"}, {"sen.", "senator"}, {"sgt", "sergeant"}, {"sgt.", "sergeant"}, \
	{"supt", "superintendent"}, {"supt.", "superintendent"}, \
	{"dci", "officer"}, {"detective", "officer"}, {"constable", "officer"}, {"inspector", "officer"}, {"insp", "officer"}, \
	{"pc", "officer"}, {"sergeant", "officer"}, {"sgt", "officer"}, {"superintendent", "officer"}, {"supt", "officer"}, \
	{"fr", "priest"}, {"fr.", "priest"}, {"father", "priest"}, {"rev", "priest"}, {"rev.", "pastor"}, {"reverend", "priest"}, \
	{"justice", "judge"}, {"rep.", "congressman"}, {"rep.", "lawmaker"}, {"sen.", "lawmaker"}, {"senator", "lawmaker"}}

/* Forms of the verb that makes a passive. */
#define QUOTE_BE {"is", "are", "was", "were", "be", "been", "being"}

/* By what somebody tells who he is: identified himself as, gave his name as. */
#define QUOTE_SELF {"himself", "herself", "themselves", "themself", "name"}

#endif
