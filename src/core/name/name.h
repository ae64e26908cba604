/*
 * name.h -- what the files that find names share (name.c tells the algorithm).
 *
 * A chunk is a run of capitalised words with the small words and marks that
 * may join them; its words and joints are items.  A candidate is a span of
 * items that may be one mention, with a score.
 */
#ifndef NEWSTEXT_NAME_H
#define NEWSTEXT_NAME_H

#include "name/mention.h"
#include "tag/tagger.h"

#define CHUNK_ITEMS 48			/* a longer run of capitals is cut: a list or a table */
#define SPAN_ITEMS 12			/* items of the longest pattern; gazetteer entries may be longer */

typedef enum NtJoint
{
	JOINT_NONE,					/* a word of a name */
	JOINT_PARTICLE,				/* de, van, bin */
	JOINT_OF,
	JOINT_FOR,
	JOINT_AND,
	JOINT_THE,
	JOINT_AMPERSAND,
	JOINT_POSSESSIVE			/* 's with a name after it */
} NtJoint;

/* NtItem.flags */
#define ITEM_INITIAL	0x0001	/* begins a sentence or a quotation: its capital says nothing */
#define ITEM_BLIND		0x0002	/* in a headline where every word has a capital */
#define ITEM_ORDINARY	0x0004	/* a word that texts also write small */
#define ITEM_CLOSED		0x0008	/* pronoun, preposition, conjunction ... */
#define ITEM_TITLE		0x0010	/* (part of) a title or role */
#define ITEM_TITLED		0x0020	/* a title stands right before it */
#define ITEM_CALENDAR	0x0040	/* weekday or month */
#define ITEM_NUMBER		0x0080
#define ITEM_HYPHEN		0x0100	/* joined to the item before by a hyphen */
#define ITEM_MIDDLE		0x0200	/* seen with a capital in the middle of a sentence */
#define ITEM_PLACED		0x0400	/* after in, at, from, near */
#define ITEM_WORK		0x1000	/* after novel, film ... */
#define ITEM_SMALL	0x0800	/* the article has it in small letters too */

/* Classes of words that names are made of, and of what somebody is. */
#define NAME_CLASSES \
	(LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_ORG_NAME) | \
	 LEX_BIT(LEX_PERSON_NAME) | LEX_BIT(LEX_NORP_NAME) | LEX_BIT(LEX_OTHER_NAME) | LEX_BIT(LEX_ORG_HEAD) | \
	 LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_PLACE_HEAD))
#define TITLE_CLASSES (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE))

typedef struct NtItem
{
	uint32_t	token;
	uint16_t	flags;
	uint8_t		joint;			/* NtJoint */
	uint8_t		head_kind;		/* kind a head word gives, 0: its class's own */
	uint64_t	classes;
} NtItem;

typedef struct NtCandidate
{
	uint32_t	first;			/* tokens [first, last) */
	uint32_t	last;
	uint32_t	entry;
	int32_t		score;
	uint8_t		kind;			/* 0: not known yet */
	uint8_t		evidence;
	uint16_t	confidence;		/* the tagger's own, in thousandths; 0: from the score */
	bool		by_words;		/* the tagger's, but its words tell another kind */
} NtCandidate;

#define PHRASE_HITS 5			/* the longest is always among them */

typedef struct NtPhraseHits
{
	uint32_t	n;
	uint32_t	phrase[PHRASE_HITS];
	uint32_t	last[PHRASE_HITS];	/* token after each */
} NtPhraseHits;

/* How the words of this article are written, by the hash of the word. */
typedef struct NtCaseSeen
{
	uint64_t   *small;			/* bit set: seen in small letters */
	uint64_t   *middle;			/* seen with a capital inside a sentence */
	uint32_t	mask;
} NtCaseSeen;

/* What the sure mentions of this article say of one word. */
typedef struct NtVote
{
	uint32_t	hash;			/* 0: free */
	uint32_t	titled;			/* hash of the title before a person's name that it has ended, 0: none */
	uint16_t	person;
	uint16_t	org;
	uint16_t	place;
	uint16_t	other;
	uint8_t		kind;			/* of the last one that was the whole mention, 0: none */
	uint8_t		called;			/* what the words around it called it as a whole, 0: nothing */
	bool		first:1;		/* has begun a name of several words */
	bool		last:1;			/* has ended one */
	bool		placed:1;		/* has stood alone as a place, after in, at, from, near */
	bool		firm:1;			/* has begun a name with a legal form or an ampersand */
	bool		whose:1;		/* has begun or ended a person's name of several words */
	bool		body:1;			/* or that of a body or place */
	bool		introduced:1;	/* has ended a person's name of several words before it stood alone */
	bool		storm:1;		/* has ended what has a noun of events before it: Storm Freya */
} NtVote;

typedef struct NtVotes
{
	NtVote	   *at;
	uint32_t	mask;
	uint32_t	n;				/* slots taken */
} NtVotes;

typedef struct NtNameFinder
{
	NtContext  *cx;
	NtArticle  *article;
	const NtVocab *vocab;
	const NtToken *tokens;
	const struct NtNameWords *words;
	NtCaseSeen	seen;
	NtVotes		votes;
	NtTags		tags;
	uint32_t	next_tag;		/* cursor */
	uint32_t	doubted;		/* first token of a headline's tag that has ordinary words */
	bool		tagged;			/* the tagger has been asked */
	bool		lower;			/* the article has no capitals at all */
	bool		caseless;		/* its capitals say nothing: what the tagger and lexicons take for names is read */
	uint8_t    *in_tag;			/* caseless: one a token, inside a tag */
	bool		blind;			/* the sentence's capitals say nothing */
	uint32_t	first;			/* tokens of the sentence */
	uint32_t	last;

	NtPhraseHits hits[CHUNK_ITEMS];	/* the phrases that begin at each item */
	NtItem		items[CHUNK_ITEMS];
	uint32_t	n;
	int32_t		best[CHUNK_ITEMS + 1];	/* score of the best reading up to an item */
	uint32_t	from[CHUNK_ITEMS + 1];
	NtCandidate taken[CHUNK_ITEMS + 1]; /* candidate that ends there; kind and last 0: none */

	NtMentions *out;			/* where chunk_solve adds */
	NtMentions	prose;			/* of sentences whose capitals mean something */
	NtMentions	revived;		/* words left out at first */
	NtMentions	headlines;
	bool		posts;			/* it has links, or the letter X: name_code.c */
	bool		sport;			/* the article is about sport */
	bool		sporty;			/* or may be */
	NtMentions	teams;			/* in its results */
	NtMentions	skipped;		/* capitalised words left out so far */
} NtNameFinder;

/* name_case.c */
extern void case_collect(NtNameFinder *f);
extern bool case_small(const NtNameFinder *f, const NtToken *t);
extern bool case_middle(const NtNameFinder *f, const NtToken *t);
extern bool case_blind(const NtNameFinder *f, const NtSentence *s);
extern bool case_is_money(const NtNameFinder *f, const NtToken *t);
extern bool case_is_forged(const NtNameFinder *f, const NtToken *t);
extern bool case_capital(const NtNameFinder *f, const NtToken *t);
extern bool case_is_name_word(const NtNameFinder *f, const NtToken *t);
extern bool case_initial(const NtNameFinder *f, uint32_t token);

/* name_vote.c */
extern void vote_count(NtNameFinder *f, const NtMentions *mentions);
extern const NtVote *vote_find(const NtNameFinder *f, const NtToken *t);
extern bool vote_is_firm(const NtNameFinder *f, uint32_t first, uint32_t last);
extern bool vote_is_double(const NtNameFinder *f, uint32_t first, uint32_t last);
extern int	vote_kind(const NtVote *vote);

/* name_chunk.c */
extern uint32_t chunk_read(NtNameFinder *f, uint32_t at);
extern void chunk_solve(NtNameFinder *f);
extern void chunk_offer(NtNameFinder *f, uint32_t from, uint32_t to, NtCandidate candidate);
extern void chunk_leave_out(NtNameFinder *f, uint32_t item, uint32_t to);

/* name_phrase.c, name_pattern.c: offer the candidates that begin at an item */
extern void phrase_mark_titles(NtNameFinder *f);
extern void phrase_offer(NtNameFinder *f, uint32_t item);
extern const NtPhrase *phrase_at(const NtNameFinder *f, uint32_t first, uint32_t last);
extern uint32_t phrase_entry(const NtNameFinder *f, uint32_t first, uint32_t last);
extern int	phrase_kind(const NtNameFinder *f, uint32_t first, uint32_t last);
extern bool phrase_is_club(const NtNameFinder *f, uint32_t first, uint32_t last);
extern bool phrase_is_zone(const NtNameFinder *f, uint32_t token);
extern void phrase_spread_languages(const NtNameFinder *f, NtMentions *mentions);
extern void pattern_offer(NtNameFinder *f, uint32_t item);

/* name_trim.c: what the tagger found (name_trim.h) */
extern void tag_open(NtNameFinder *f);

/* name_charge.c */
extern void charge_settle(NtNameFinder *f, NtMentions *mentions);

/* name_tag.c, name_kind.c */
extern bool tag_begins(NtNameFinder *f, uint32_t token);
extern int	tag_weigh(NtNameFinder *f, const NtCandidate *candidate);
extern int	kind_by_place_head(const NtNameFinder *f, uint32_t from, uint32_t to);
extern bool is_town_head(const NtNameFinder *f, uint32_t item);
extern int	kind_of_tag(const NtNameFinder *f, int type, uint32_t from, uint32_t to);
extern void tag_offer(NtNameFinder *f, uint32_t item);

/* name_nick.c: puts the parts of Ray "Bud" Orr and of Reed-Okoro together */
extern void nick_join(NtNameFinder *f);

/* name_initial.c: initials without full stops */
extern void initial_join(NtNameFinder *f);

/* name_whole.c: bodies whose names go on: lists, "on", an acronym in brackets */
extern void whole_join(NtNameFinder *f);

/* name_number.c: units and courts with the number that they are known by */
extern void number_join(NtNameFinder *f);

/* name_acronym.c: what an acronym in brackets stands for */
extern void acronym_settle(NtNameFinder *f);

/* name_ordinary.c: bodies of ordinary words that act like none */
extern void ordinary_settle(NtNameFinder *f);

/* name_code.c: models of letters and a number; who signs a post */
extern void code_settle(NtNameFinder *f);

/* name_road.c, name_ship.c: roads by their numbers; ships by what stands before their names */
extern void road_settle(NtNameFinder *f);
extern void ship_settle(NtNameFinder *f);

/* name_church.c: churches, and what else is called after saints */
extern void church_join(NtNameFinder *f);

/* name_pub.c: pubs by their signs */
extern void pub_join(NtNameFinder *f);

/* name_dateline.c: the place and the agency of a dateline */
extern void dateline_settle(NtNameFinder *f);

/* name_work.c: titles in quotation marks */
extern void work_apply(NtNameFinder *f);

/* name_around.c: what the words around a name call it */
extern void around_settle(NtNameFinder *f);
/* word_is_near tells whether a token at most reach before or less than reach after one is of a kind */
extern bool word_is_near(const NtNameFinder *f, uint32_t token, uint32_t reach, bool (*is) (const NtNameFinder *f, const NtToken *t));

/* name_follow.c: names follow the votes */
extern void follow_in_prose(NtNameFinder *f);
extern void follow_revive(NtNameFinder *f);
extern void follow_in_headlines(NtNameFinder *f);
extern void follow_firms(NtNameFinder *f);

/* name_sport.c: cities that mean their clubs */
extern void sport_open(NtNameFinder *f);
extern void sport_apply(NtNameFinder *f);

/* name_club.c: clubs and programmes by who is in them */
extern void club_settle(NtNameFinder *f);

/* name_author.c: titles by whose they are */
extern void author_settle(NtNameFinder *f);

/* name_own.c: the user's own names go before all others */
extern void own_apply(NtNameFinder *f);

#endif
