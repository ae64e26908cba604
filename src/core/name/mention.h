/*
 * mention.h -- the one place where a mention is made and changed, and why.
 *
 * Every mention is as its last reason left it: what it is (kind), what list
 * knows it (entry), and on what evidence.  A reason has its evidence, so that
 * news_explain() cannot say "tagger" of what a rule decided.
 */
#ifndef NEWSTEXT_MENTION_H
#define NEWSTEXT_MENTION_H

#include "article.h"

/* symbol, evidence, what a trace says */
#define MENTION_REASONS(X) \
	X(REASON_UNKNOWN, EVIDENCE_NONE, "left out") \
	X(REASON_ENTRY, EVIDENCE_LEXICON, "a gazetteer has it") \
	X(REASON_PATTERN, EVIDENCE_PATTERN, "a pattern has it") \
	X(REASON_TAGGER, EVIDENCE_TAGGER, "the tagger has it") \
	X(REASON_WORDS, EVIDENCE_PATTERN, "the tagger has it, its words tell another kind") \
	X(REASON_AROUND, EVIDENCE_PATTERN, "the words around it tell the kind") \
	X(REASON_CALLED, EVIDENCE_PATTERN, "the words around it call it so") \
	X(REASON_VOTE, EVIDENCE_ALIAS, "the article mostly calls this so") \
	X(REASON_LISTED, EVIDENCE_LEXICON, "stands in a row with a place") \
	X(REASON_SURNAME, EVIDENCE_ALIAS, "ends a person's name elsewhere") \
	X(REASON_FIRM, EVIDENCE_ALIAS, "has a legal form elsewhere") \
	X(REASON_REVIVED, EVIDENCE_ALIAS, "left out before, and part of a name elsewhere") \
	X(REASON_LANGUAGE, EVIDENCE_LEXICON, "listed with a language") \
	X(REASON_JOINED, EVIDENCE_PATTERN, "two parts of a person's name, with a nickname or a hyphen") \
	X(REASON_SPELLED, EVIDENCE_PATTERN, "an acronym in brackets spells it") \
	X(REASON_BRACKET, EVIDENCE_PATTERN, "stands in brackets after what it is short for") \
	X(REASON_LONGER, EVIDENCE_PATTERN, "what it is for goes on after it") \
	X(REASON_BYLINE, EVIDENCE_PATTERN, "stands after By") \
	X(REASON_DATELINE, EVIDENCE_PATTERN, "stands in a dateline") \
	X(REASON_CODE, EVIDENCE_PATTERN, "a number joined to it makes it a model") \
	X(REASON_ROAD, EVIDENCE_PATTERN, "a road by its number") \
	X(REASON_SHIP, EVIDENCE_PATTERN, "a ship, by what stands before its name") \
	X(REASON_CHURCH, EVIDENCE_PATTERN, "is called after a saint") \
	X(REASON_PUB, EVIDENCE_PATTERN, "a pub by its sign") \
	X(REASON_WORK, EVIDENCE_PATTERN, "a title in quotation marks") \
	X(REASON_RESULT, EVIDENCE_PATTERN, "a team in a result") \
	X(REASON_CLUB, EVIDENCE_PATTERN, "a city that means its club") \
	X(REASON_NATION, EVIDENCE_LEXICON, "a nation, in sports news") \
	X(REASON_CITY, EVIDENCE_LEXICON, "a city, where a club would be") \
	X(REASON_PLACE, EVIDENCE_PATTERN, "a place near those that the article names") \
	X(REASON_SHARED, EVIDENCE_LEXICON, "a gazetteer has it, but others are called so too") \
	X(REASON_OWN, EVIDENCE_DICTIONARY, "the user's own") \
	X(REASON_ENTITY, EVIDENCE_ALIAS, "the kind of what it names")

typedef enum NtReason
{
#define X(symbol, evidence, text) symbol,
	MENTION_REASONS(X)
#undef X
	REASON_COUNT
} NtReason;

typedef NtArray(NtMention) NtMentions;

/* mention_add appends tokens [first, last) to a list. */
extern NtMention *mention_add(const NtArticle *article, NtMentions *list, uint32_t first, uint32_t last,
							  int kind, uint32_t entry, NtReason reason, uint32_t confidence);

/* mention_set gives a mention another kind and entry. */
extern void mention_set(const NtArticle *article, NtMention *m, int kind, uint32_t entry, NtReason reason);

/* mention_begin lets a mention begin at another token. */
extern void mention_begin(const NtArticle *article, NtMention *m, uint32_t first);

/* mention_extend lets a mention end elsewhere. */
extern void mention_extend(const NtArticle *article, NtMention *m, uint32_t last, uint32_t end, NtReason reason);

/* mentions_overlay puts mentions among the article's, before all that they overlap. */
extern void mentions_overlay(NtArticle *article, const NtMentions *mentions);

/*
 * mentions_merge makes lists, each in text order, the article's; where two
 * overlap, what begins first stays, of the first list before others.  The
 * article takes the memory of the first list.
 */
extern void mentions_merge(NtArticle *article, NtMentions *const *lists, int n);

/* mention_trace tells a mention as it stands. */
extern void mention_trace(const NtArticle *article, const NtMention *m, const char *what);

#endif
