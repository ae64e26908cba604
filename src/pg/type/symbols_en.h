/*
 * symbols_en.h -- the symbols that stand for pieces of English in stored values
 * (pack.c): code 0 is the first of a table, code 1 the next.
 *
 * They belong to version 2 of values and never change: another table is another
 * version.  Made by the method of FSST (Boncz, Neumann and Leis 2020): from the
 * table of the round before, the pieces and pairs of pieces that save most, six
 * rounds over what newstext finds in the news of the Groningen Meaning Bank
 * (Voice of America, public domain) and in the project's own articles.
 */
#ifndef NEWSTEXT_SYMBOLS_EN_H
#define NEWSTEXT_SYMBOLS_EN_H

/* Of names, cues, mentions and what was said. */
static const char *const word_symbols[] = {
	" America", " in the ", " of the ", " the ", " \342\200\224 ", " and", " for", " in ", " of ",
	" to ", " A", " S", " a", " b", " c", " d", " h", " i", " m", " o", " p", " r", " s", " t", " w",
	" ", "'s ", ", ", "-", ".S. ", ".", "0", "Afghanis", "American", "Afghan", "A", "B", "Chi", "C",
	"D", "E", "F", "G", "H", "Internat", "Israeli", "Israel", "Iraqi", "Iraq", "I", "J", "K", "L", "M",
	"N", "O", "Pakistan", "Palestin", "Presiden", "P", "Russi", "R", "S. ", "S", "The ", "T",
	"United N", "United S", "U", "W", "ations", "and ", "atio", "an ", "a ", "ad", "ai", "al", "am",
	"an", "ar", "as", "at", "a", "ba", "be", "b", "ca", "ce", "ch", "ck", "co", "ct", "c", "d ", "da",
	"de", "di", "d", "ecurity ", "ed ", "e ", "ea", "ec", "ed", "el", "em", "en", "er", "es", "et",
	"e", "fficials", "for ", "fi", "fo", "f", "governme", "ge", "gh", "g", "ha", "he", "hi", "ho", "h",
	"in the", "ing ", "ian", "ing", "ion", "ia", "ic", "il", "in", "is", "it", "i", "k", "led ", "ld ",
	"ly ", "l ", "la", "le", "li", "ll", "lo", "l", "ment", "m ", "ma", "me", "mi", "m", "nternati",
	"n\342\200\231t ", "n ", "na", "nc", "nd", "ne", "ng", "ni", "ns", "nt", "n", "official",
	"overnmen", "of the ", "o ", "of", "ol", "om", "on", "op", "or", "os", "ou", "o", "port", "pa",
	"pe", "po", "pr", "p", "report", "riti", "r ", "ra", "re", "ri", "ro", "rs", "r", "s and ", "said",
	"says", "say", "s ", "se", "sh", "si", "ss", "st", "s", "tates", "ter ", "that", "the ", "ther",
	"tion", "ter", "th ", "t ", "ta", "te", "th", "ti", "to", "tr", "t", "urity ", "ul", "un", "ur",
	"us", "ut", "u", "ve", "vi", "v", "wa", "wi", "w", "x", "y ", "y", "z", "\303\241", "\303\251",
	"\303\255", "\303\263", "\303\266", "\303\274", "\342\200\231re ", "\342\200\231ve ",
	"\342\200\231s ", "\342\200\231t ", "\342\200\223", "\342\200\224", "\342\200\231", "\342\200\234",
	"\342\200\235", "\342\200\246",
};

/* Of time expressions and their TIMEX3 values. */
static const char *const date_symbols[] = {
	" January", " decades", " evening", " morning", " years a", " decade", " months", " of 200",
	" hours", " later", " month", " night", " weeks", " years", " days", " year", " 200", " ago",
	" 19", " 20", " 1", " 2", " ", ", 2001", "-month", "-year", "-day", "-W", "-", "0 years", "0s",
	"0", "1995", "1998", "196", "197", "198", "199", "10", "18", "19", "1", "20 years", "2015-",
	"2024-", "2000", "2001", "2002", "2003", "2004", "2005", "2006", "2007", "2008", "2009", "2010",
	"201", "20", "2", "3", "4", "5 years", "5", "6", "7", "8", "9", "August 1", "August 2", "August ",
	"August", "April", "December", "D", "Earlier ", "E", "February", "Friday", "F", "January ",
	"January", "July 2", "July", "June", "Last mon", "Last wee", "March 1", "Monday", "March", "May ",
	"May", "M", "November", "October ", "October", "PAST_REF", "P1D", "P1W", "P1Y", "P2Y", "P3M", "P",
	"Saturday", "Septembe", "Sunday", "Thursday", "Tuesday ", "Tuesday", "TAF", "TEV", "TMO", "TNI",
	"T", "Wednesda", "W", "XXXX-", "Y", "a week", "a year", "an", "ar", "a", "b", "currentl",
	"ch year", "current", "c", "decades", "days", "day", "d", "e months", "each yea", "earlier ",
	"early 19", "early 20", "early Sa", "early Su", "early Tu", "e years", "ess tha", "early ",
	"ernigh", "every", "ears", "ent", "e ", "ea", "en", "es", "e", "five yea", "four day", "five",
	"four", "f", "g", "hours", "h", "is month", "is year", "in", "i", "k", "last mon", "last wee",
	"last yea", "late 200", "late Sun", "late Thu", "late Wed", "later th", "last ", "late ", "ly",
	"l", "more tha", "morning", "months", "month", "minu", "mid", "min", "m", "nearly t", "next mon",
	"next wee", "next yea", "nearly ", "now", "n ", "n", "one day", "one ", "of", "on", "ou", "o", "p",
	"r 11, 20", "recent m", "recent w", "recent y", "recently", "recent", "rnight", "rnigh", "r 11",
	"rs", "ry", "r", "several ", "six year", "s than ", "several", "s tha", "soon", "six", "st ", "s ",
	"s", "th centu", "the end ", "the last", "the late", "the next", "the past", "this mon",
	"this wee", "this yea", "three da", "three ye", "two-day", "the 19", "three ", "the f", "the s",
	"today", "the ", "ter", "t ", "th", "tu", "t", "u", "weekly", "wo-day", "weeks", "week", "wo", "w",
	"years", "year", "y", "\342\200\231s ",
};

#endif
