/*
 * quote_score.h -- the scores of quotations that are no trained weights, on one page.
 *
 * Set by hand on the training articles; the models' own scores and margins are
 * in nats times QUOTE_SCALE.
 */
#ifndef NEWSTEXT_QUOTE_SCORE_H
#define NEWSTEXT_QUOTE_SCORE_H

#include "quote/quote_model.h"

/* ---- what is a cue ------------------------------------------------------ */

#define QUOTE_CUE_BIAS 8			/* taken off "no cue": a missed quotation is as bad as a false one */
#define CUE_HOPELESS (4 * QUOTE_SCALE)	/* a word so far behind after its first features is no cue */
#define CLOSES_WORST (-3 * QUOTE_SCALE)	/* nor one that closes a sentence, likely as its place is */
#define JOINED_WORST (-4 * QUOTE_SCALE)	/* nor one joined to a cue before it */
#define PLAIN_WORST (-2 * QUOTE_SCALE)	/* nor one between a subject and a clause */
#define LOOSE_WORST (-6 * QUOTE_SCALE)	/* a trigger less likely than this takes no loose marks */

/* ---- how sure a form is that no model has weighed (Attribution.margin) -- */

#define SIGN_MARGIN (6 * QUOTE_SCALE)	/* signed with a name after a dash: leaves little doubt */
#define TURN_MARGIN (5 * QUOTE_SCALE / 2)	/* a label of a transcript */
#define LONE_MARGIN (3 * QUOTE_SCALE / 2)	/* speech that no verb reports */
#define CONFIRMS_MARGIN (3 * QUOTE_SCALE)	/* as confirmed by Lee */
#define NEST_MARGIN (2 * QUOTE_SCALE)	/* speech inside speech */

/* ---- whom a pronoun means, in tenths of a sentence (quote_pronoun.c) ---- */

#define PRONOUN_SENTENCE_BACK (-10)	/* each sentence between the name and the pronoun */
#define PRONOUN_SUBJECT 12			/* the name begins its sentence */
#define PRONOUN_OBJECT (-6)			/* else, a preposition stands before it: of Lee */
#define PRONOUN_OWNER (-8)			/* it only owns something: Lee's house */
#define PRONOUN_ACTS 6				/* a finite verb follows it */
#define PRONOUN_INNER (-25)			/* somebody's quotation names it, and the pronoun stands outside */
#define PRONOUN_SAID (-12)			/* it is named in what the pronoun reports: Lee was late, he said */
#define PRONOUN_LAST_SPEAKER 22		/* it spoke last */
#define PRONOUN_SPOKE_BEFORE 4		/* it did, but somebody else has acted since */
#define PRONOUN_PLACE (-12)			/* it, of a place: rather the body that acts there */
#define PRONOUN_UNNAMED (-4)		/* it is a description without a name */
#define PRONOUN_KNOWN_GENDER 6		/* its gender is known to agree, not merely unknown */
#define PRONOUN_BESIDE (-20)		/* its gender is not known, and the pronoun speaks to one of the other: he told her */
#define PRONOUN_TOLD 24				/* somebody has just spoken to it: suggested to the witness that */
#define PRONOUN_SALIENT 3			/* the article names it more than PRONOUN_SALIENT_TIMES */
#define PRONOUN_SALIENT_TIMES 3
#define PRONOUN_MOST (PRONOUN_SUBJECT + PRONOUN_ACTS + PRONOUN_LAST_SPEAKER + PRONOUN_KNOWN_GENDER + PRONOUN_TOLD + PRONOUN_SALIENT)
#define RECALL_LEAD 8				/* "the company" is that body which leads the next by so much */

#endif
