/*
 * lexicon.h -- a user's own names, beside those of the model.
 */
#ifndef NEWSTEXT_LEXICON_H
#define NEWSTEXT_LEXICON_H

#include "text/token.h"

#define LEXICON_MAX_WORDS 16	/* tokens in a name */
#define LEXICON_MAX_BYTES 512	/* of one name */
#define LEXICON_FIRST_BITS 4096 /* filter over first words */
#define LEXICON_STOP 0			/* NtOwnEntry.kind of a stop entry */

typedef struct NtOwnEntry
{
	const char *name;			/* preferred name */
	const char *id;				/* stable id, "" for none */
	uint32_t	name_len;
	uint8_t		kind;			/* NtEntityKind, or LEXICON_STOP: not a name here */
} NtOwnEntry;

typedef struct NtOwnName
{
	uint64_t	hash;			/* of its tokens */
	const char *folded;
	uint32_t	folded_len;
	uint32_t	entry;
	uint16_t	capitals;		/* bit i: token i must begin with a capital */
	uint16_t	uppers;			/* bit i: token i must be all in capitals */
	uint8_t		words;
} NtOwnName;

typedef struct NtLexicon
{
	NtArray(NtOwnEntry) entries;
	NtArray(NtOwnName) names;
	uint32_t   *slots;			/* index into names + 1, 0: empty */
	uint32_t	slot_mask;
	uint32_t	max_words;
	uint32_t	home;			/* place in whose paper the article stands (know/places.h), 0: not told */
	uint64_t	first[LEXICON_FIRST_BITS / 64];
} NtLexicon;

/* What is wrong with an entry, and in which line. */
typedef struct NtLexiconFault
{
	int			line;			/* from 1; 0: nothing is wrong */
	char		what[160];
} NtLexiconFault;

extern bool lexicon_build(NtContext *cx, NtLexicon *lexicon, const NtVocab *vocab,
						  const char *text, size_t len, NtLexiconFault *fault);

/*
 * lexicon_match returns how many tokens from i on, and before last, are a name
 * of the lexicon, the longest there is, and its entry; 0 when none is.
 */
extern uint32_t lexicon_match(const NtLexicon *lexicon, const char *text, const NtToken *tokens,
							  uint32_t i, uint32_t last, uint32_t *entry);

#endif
