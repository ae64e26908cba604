/*
 * cue.h -- words that may introduce what somebody says, writes or thinks.
 *
 * data/en/cues holds the lemmas as text, in files by kind of act, with the class
 * news_quote_stance() answers.  The compiler inflects them and gives each
 * written form one record; NtWord.cue is its number.
 */
#ifndef NEWSTEXT_CUE_H
#define NEWSTEXT_CUE_H

#include "text/token.h"

/* What a form is of its lemma; a word may be a noun too (claims). */
typedef enum NtCueForm
{
	CUE_BASE = 1,				/* say */
	CUE_THIRD,					/* says */
	CUE_PAST,					/* said, and participle when it is the same word */
	CUE_PARTICIPLE,				/* written */
	CUE_GERUND,					/* saying */
	CUE_NOUN,					/* statement */
	CUE_OTHER					/* according, reportedly, aware, : */
} NtCueForm;

#define CUE_ALSO_NOUN 0x01
#define CUE_TAKES_OBJECT 0x02		/* an object of speech makes it a report: deny the charge */
#define CUE_TAKES_COMPLEMENT 0x04	/* an object and what it is called does: call it a lie */
#define CUE_TAKES_PREPOSITION 0x10	/* what a preposition leads in does: called for calm */
#define CUE_HEARS 0x20			/* its subject may be who listens: the court heard, the court was told */
#define CUE_DOES 0x40			/* an infinitive is what its subject does: learned to swim */
#define CUE_TAKES_NO_CLAUSE 0x08	/* a clause does not: praised the crew that came */

typedef struct NtCue
{
	uint16_t	lemma;			/* number of the lemma, from 1 */
	uint8_t		stance;			/* number of the class, from 1 */
	uint8_t		form;			/* NtCueForm */
	uint8_t		flags;			/* CUE_* */
	uint8_t		noun_stance;	/* class of the noun, when CUE_ALSO_NOUN */
	uint16_t	reserved;
} NtCue;

_Static_assert(sizeof(NtCue) == 8, "stored in the model file");

#define CUE_COLON 1				/* record of the colon, which is no word */

typedef struct NtCues
{
	const NtCue *records;		/* [0] of words that are no cue */
	uint32_t	n;
} NtCues;

extern void cue_open(NtContext *cx, NtCues *cues, const NtModel *model, const NtVocab *vocab);

/*
 * The classes, in the order of their numbers, which are stored: never
 * renumber.  data/en/cues refers to them by name.
 */
#define CUE_STANCES(X) \
	X(STANCE_SAID, "said") \
	X(STANCE_WROTE, "wrote") \
	X(STANCE_ASKED, "asked") \
	X(STANCE_ANSWERED, "answered") \
	X(STANCE_CLAIMED, "claimed") \
	X(STANCE_DENIED, "denied") \
	X(STANCE_ADMITTED, "admitted") \
	X(STANCE_ACCUSED, "accused") \
	X(STANCE_CRITICIZED, "criticized") \
	X(STANCE_PRAISED, "praised") \
	X(STANCE_PROMISED, "promised") \
	X(STANCE_WARNED, "warned") \
	X(STANCE_SUGGESTED, "suggested") \
	X(STANCE_URGED, "urged") \
	X(STANCE_AGREED, "agreed") \
	X(STANCE_ANNOUNCED, "announced") \
	X(STANCE_THOUGHT, "thought") \
	X(STANCE_HOPED, "hoped") \
	X(STANCE_WANTED, "wanted") \
	X(STANCE_SHOWED, "showed") \
	X(STANCE_SEEMED, "seemed")

typedef enum NtStance
{
	STANCE_NONE,
#define STANCE_ENUM(symbol, name) symbol,
	CUE_STANCES(STANCE_ENUM)
#undef STANCE_ENUM
	STANCE_COUNT
} NtStance;

/* What kind of act a stance is: what X said is not what X hopes. */
#define CUE_ACTS(X) \
	X(ACT_SPEECH, "speech") \
	X(ACT_WRITING, "writing") \
	X(ACT_THOUGHT, "thought") \
	X(ACT_PLAN, "plan")

typedef enum NtAct
{
	ACT_NONE,
#define ACT_ENUM(symbol, name) symbol,
	CUE_ACTS(ACT_ENUM)
#undef ACT_ENUM
	ACT_COUNT
} NtAct;

extern NtAct cue_act(int stance);
extern const char *cue_act_name(int act);	/* NULL: no such number, or none */
extern int	cue_act_number(const char *name, int len);	/* 0: no such name */
extern const char *cue_stance_name(int stance);	/* NULL: no such number, or none */
extern int	cue_stance_number(const char *name, int len);	/* 0: no such name */

#endif
