/*
 * article.h -- what an article being read is: what each stage leaves behind.
 * read.h runs the stages.
 *
 * All offsets are bytes into the text, half-open; article_start() and
 * article_end() turn them into those of the stored body, NtCharMap these into
 * characters.  Arrays hold indices into each other, never pointers, so that an
 * analysis can be copied.
 */
#ifndef NEWSTEXT_ARTICLE_H
#define NEWSTEXT_ARTICLE_H

#include "base/calendar.h"
#include "know/vocab.h"
#include "text/markup.h"
#include "text/sentence.h"

#define NT_NONE UINT32_MAX

typedef struct NtSection
{
	uint32_t	first;			/* tokens [first, last) */
	uint32_t	last;
	uint8_t		kind;			/* NtSectionKind */
	bool		repeated;		/* the same text stood before: a caption shown twice */
	uint16_t	reserved;
} NtSection;

/* Which evidence decided a mention; news_explain() names them. */
typedef enum NtEvidence
{
	EVIDENCE_NONE = 0,
	EVIDENCE_LEXICON = 1,		/* a gazetteer entry */
	EVIDENCE_PATTERN = 2,		/* a rule: title before it, head word in it */
	EVIDENCE_TAGGER = 3,		/* the statistical tagger */
	EVIDENCE_ALIAS = 4,			/* short or other form of an earlier mention */
	EVIDENCE_DICTIONARY = 5		/* the user's own lexicon */
} NtEvidence;

/* One place where an entity is named.  Titles and possessives are outside. */
typedef struct NtMention
{
	uint32_t	start;			/* bytes */
	uint32_t	end;
	uint32_t	first;			/* tokens [first, last) */
	uint32_t	last;
	uint32_t	entity;			/* index into entities, NT_NONE before entity_link() */
	uint32_t	entry;			/* gazetteer entry, 0: none */
	uint32_t	own;			/* entry of the user's lexicon + 1, 0: none */
	uint32_t	place;			/* in the table of places (know/places.h), 0: none known; NT_NONE:
								 * spelled out (Moscow, Ala.), and not there */
	uint8_t		kind;			/* NtEntityKind */
	uint8_t		evidence;		/* NtEvidence */
	uint16_t	confidence;		/* in thousandths */
	uint8_t		reason;			/* NtReason, see name/mention.h */
	uint8_t		reserved[3];
} NtMention;

/* Something the article names, with all its mentions. */
typedef struct NtEntity
{
	const char *name;			/* fullest form of the article, or the lexicon's preferred form; ends with no NUL */
	uint32_t	name_len;
	const char *id;				/* a stable id, NULL: none */
	uint32_t	entry;			/* gazetteer entry, 0: none */
	uint32_t	place;			/* in the table of places, 0: none */
	uint32_t	own;			/* entry of the user's lexicon + 1, 0: none */
	uint32_t	first_mention;	/* index into mentions */
	uint32_t	mentions;		/* how many */
	uint32_t	salience;		/* larger is more; orders news_entities() */
	uint32_t	role;			/* first of its roles + 1, 0: none (STAGE_ROLES) */
	uint8_t		kind;			/* NtEntityKind */
	uint8_t		traits;			/* TRAIT_MALE ... as far as known */
	uint16_t	reserved;
} NtEntity;

/* How the text tells what somebody is. */
typedef enum NtRoleKind
{
	ROLE_BEFORE = 1,			/* Kremlin aide Yuri Ushakov; Mayor Ana Ruiz */
	ROLE_AFTER,					/* Yuri Ushakov, a Kremlin aide */
	ROLE_NAMED,					/* the mayor of Quillbrook, Ana Ruiz, */
	ROLE_CLAUSE,				/* Lena Sparks, who heads the union */
	ROLE_IS						/* Ana Ruiz is the mayor of Quillbrook */
} NtRoleKind;

/* What the article calls somebody once; tokens without article or marks around them. */
typedef struct NtRole
{
	uint32_t	entity;			/* index into entities */
	uint32_t	mention;		/* the mention that it stands with */
	uint32_t	first;			/* tokens [first, last): Kremlin aide; heads the union */
	uint32_t	last;
	uint32_t	head;			/* its noun: aide; of a ROLE_CLAUSE the verb */
	uint32_t	next;			/* role with the same head noun, + 1; 0: none */
	uint8_t		kind;			/* NtRoleKind */
	uint8_t		reserved[3];
} NtRole;

#define DATE_VALUE_ROOM 40

/* One time expression, TIMEX3. */
typedef struct NtDate
{
	uint32_t	start;			/* bytes */
	uint32_t	end;
	NtDay		first;			/* days [first, last) the value covers; NT_DAY_NONE: no range */
	NtDay		last;
	uint8_t		kind;			/* NtDateKind */
	uint8_t		mod;			/* NtDateMod */
	uint16_t	confidence;		/* in thousandths */
	char		value[DATE_VALUE_ROOM];	/* TIMEX3 value, NUL-terminated; "" when impossible */
} NtDate;

typedef struct NtPart
{
	uint32_t	start;			/* bytes */
	uint32_t	end;
} NtPart;

/* Who said what. */
typedef struct NtQuote
{
	uint32_t	start;			/* bytes, from the first part to the last */
	uint32_t	end;
	uint32_t	part;			/* first of its parts */
	uint32_t	parts;			/* how many, at least one */
	uint32_t	speaker;		/* index into entities, NT_NONE: nobody resolved */
	uint32_t	speaker_start;	/* what the sentence wrote, bytes; equal: nothing */
	uint32_t	speaker_end;
	uint32_t	cue_start;		/* said, according to ...; equal: none */
	uint32_t	cue_end;
	uint8_t		kind;			/* NtQuoteKind */
	uint8_t		stance;			/* number of the cue class, see quote.h; 0: none */
	uint16_t	confidence;		/* in thousandths */
} NtQuote;

/* mantissa times ten to the exponent; of 12 bytes, since there may be two for a few bytes of text */
typedef struct __attribute__((packed, aligned(4))) NtDecimal
{
	int64_t		mantissa;
	int32_t		exponent;
} NtDecimal;

/* NtAmount.bounds */
#define AMOUNT_NO_LOW		0x01	/* up to 5 */
#define AMOUNT_NO_HIGH		0x02	/* at least 5 */
#define AMOUNT_LOW_OUT		0x04	/* more than 5: 5 itself is not in it */
#define AMOUNT_HIGH_OUT		0x08
#define AMOUNT_APPROXIMATE	0x10	/* about 5 */

/* So much or so many of something. */
typedef struct NtAmount
{
	uint32_t	start;			/* bytes; what bounds it stands outside */
	uint32_t	end;
	uint32_t	what_start;		/* what is counted, bytes; equal: not said */
	uint32_t	what_end;
	uint32_t	outcome_start;	/* and what became of it, a word: killed */
	NtDecimal	low;			/* the range of the value */
	NtDecimal	high;
	uint32_t	unit;			/* offset into the vocabulary's strings: USD, %, km; 0: none */
	uint16_t	rule;			/* line of rules.txt */
	uint8_t		outcome_len;	/* 0: not said */
	uint8_t		kind:3;			/* NtAmountKind */
	uint8_t		bounds:5;		/* AMOUNT_NO_LOW ... */
} NtAmount;

static inline uint32_t
amount_outcome_end(const NtAmount *amount)
{
	return amount->outcome_start + amount->outcome_len;
}

typedef struct NtArticle
{
	NtContext  *cx;
	const struct NtKnowledge *know;	/* all of the model file (know/knowledge.h) */
	const NtVocab *vocab;		/* its words */
	const struct NtLexicon *own;	/* the user's names, NULL: none (lexicon.h) */
	const char *body;			/* as it is stored */
	uint32_t	body_len;
	const char *text;			/* without its markup; all offsets here are of this text (text/markup.h) */
	uint32_t	len;
	NtMarkup	markup;
	int			done;			/* stages that have run: the NtStage of the last + 1 */

	NtTokens	tokens;
	const char *language;		/* ISO 639-1 code, NULL: too little tells */
	bool		foreign;		/* not English: nothing is found but the user's own names */
	NtSentences sentences;
	NtArray(NtSection) sections;
	NtArray(NtMention) mentions;	/* in text order, never overlapping */
	NtArray(NtEntity) entities;	/* most salient first */
	NtArray(NtRole) roles;		/* in text order of their names (entity/role.h) */
	struct NtNumberTable *role_heads;	/* head noun -> first of its roles + 1 */
	NtArray(NtQuote) quotes;	/* in text order */
	NtArray(NtPart) parts;

	NtDay		dateline;		/* day the article itself gives, NT_DAY_NONE */
	NtArray(NtDate) dates;		/* of the last article_dates() */
	NtArray(NtAmount) amounts;	/* in text order, of article_amounts() */
	bool		amounts_found;
} NtArticle;

/* How an undated weekday or month is taken. */
typedef enum NtPrefer
{
	PREFER_TEXT = 0,			/* tense, preposition, the habit of news */
	PREFER_PAST = 1,
	PREFER_FUTURE = 2,
	PREFER_NEAREST = 3,
	PREFER_DAY_FIRST = 0x10,	/* or'ed to these: 4/5/25 is the fourth of May */
	PREFER_MONTH_FIRST = 0x20	/* the fifth of April; without either, the article's other dates decide */
} NtPrefer;

#define PREFER_TENSE(prefer) ((NtPrefer) ((prefer) & 0x0F))

static inline const NtVocab *
article_vocab(const NtArticle *article)
{
	return article->vocab;
}

/* section_start and section_end tell the bytes of a section. */
static inline uint32_t
section_start(const NtArticle *article, const NtSection *section)
{
	return article->tokens.at[section->first].start;
}

static inline uint32_t
section_end(const NtArticle *article, const NtSection *section)
{
	return article->tokens.at[section->last - 1].end;
}

/* article_start and article_end tell where a span of the text stands in the body. */
static inline uint32_t
article_start(const NtArticle *article, uint32_t start)
{
	return markup_start(&article->markup, start);
}

static inline uint32_t
article_end(const NtArticle *article, uint32_t end)
{
	return markup_end(&article->markup, end);
}

#endif
