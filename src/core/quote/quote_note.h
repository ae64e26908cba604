/*
 * quote_note.h -- under which words somebody is known: nurse: Ann Lee; quote_note.c tells of which.
 */
#ifndef NEWSTEXT_QUOTE_NOTE_H
#define NEWSTEXT_QUOTE_NOTE_H

#include "quote/quote_look.h"

#define QUOTE_SURNAME 0x5A5A1D87	/* with this a surname is noted, apart from descriptions */
#define QUOTE_NOTES 1024			/* a power of 2 */

typedef struct QuoteNote
{
	uint32_t	hash;			/* of the word */
	uint32_t	entity;			/* noted last, NT_NONE: none */
	bool		several;		/* others were noted before */
	bool		unnamed;		/* noted last was somebody without a name: a nurse */
} QuoteNote;

/* A table of constant size. */
typedef struct QuoteNotes
{
	QuoteNote	at[QUOTE_NOTES];
} QuoteNotes;

extern void quote_notes_open(QuoteNotes *notes);

/* quote_note notes somebody, NT_NONE: without a name, under a word. */
extern void quote_note(QuoteNotes *notes, uint32_t hash, uint32_t entity);

/* quote_note_mention notes who is named under the words beside the name. */
extern void quote_note_mention(const QuoteReader *r, const NtMention *m, QuoteNotes *notes);

/* quote_noted returns what is noted under a word, NULL: nothing. */
extern const QuoteNote *quote_noted(const QuoteNotes *notes, uint32_t hash);

/* quote_noted_alone returns who was noted under a word, when nobody else was before; NT_NONE: nobody. */
extern uint32_t quote_noted_alone(const QuoteNotes *notes, uint32_t hash);

#endif
