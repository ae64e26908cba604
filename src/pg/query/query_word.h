/*
 * query_word.h -- the words by which names and quotes are found.
 */
#ifndef NEWSTEXT_QUERY_WORD_H
#define NEWSTEXT_QUERY_WORD_H

#include "compat.h"

/*
 * A word is at most WORD_MAX bytes: of a longer one the first WORD_HEAD stand,
 * and a hash of the rest, so that it still fits an index entry and is still
 * told apart.  No prefix can be longer than WORD_HEAD.
 */
#define WORD_HEAD 200
#define WORD_MAX (WORD_HEAD + 8)

typedef struct WordScan
{
	const uint8 *at;
	const uint8 *end;
	int			len;			/* of word */
	char		word[WORD_HEAD + 128];	/* folded; the room beyond WORD_MAX is scratch */
} WordScan;

/* The words of a text, one after the other; all zeros: none. */
typedef struct WordSpan
{
	uint32		start;
	uint32		len;
} WordSpan;

typedef struct WordList
{
	WordSpan   *at;
	uint32		n;
	uint32		cap;
	char	   *bytes;
	Size		used;
	Size		room;
	MemoryContext memory;		/* NULL: the current one */
} WordList;

static inline const char *
word_at(const WordList *list, uint32 i)
{
	return list->bytes + list->at[i].start;
}

static inline void
word_list_clear(WordList *list)
{
	list->n = 0;
	list->used = 0;
}

extern void word_list_add(WordList *list, const char *text, int len);
extern void word_scan(WordScan *scan, const char *text, int len);
extern bool word_next(WordScan *scan);

/*
 * word_may_begin tells whether a text may have a word that begins like a folded
 * one, as the letters of plain ASCII tell, so that most texts need not be cut.
 * False is certain, true is not.
 */
extern bool word_may_begin(const char *text, int len, const char *word, int word_len);

/* word_any tells whether a text has a word. */
extern bool word_any(const char *text, int len);

#endif
