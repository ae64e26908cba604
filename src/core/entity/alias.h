/*
 * alias.h -- which mentions of an article name the same thing.
 *
 * Mentions written alike share a surface; surfaces that are forms of one
 * another are joined into clusters.
 */
#ifndef NEWSTEXT_ALIAS_H
#define NEWSTEXT_ALIAS_H

#include "article.h"
#include "base/number_table.h"

/* Kinds that may share a cluster. */
typedef enum NtGroup
{
	GROUP_PERSON = 1,
	GROUP_ORG,
	GROUP_PLACE,				/* gpe, loc, fac */
	GROUP_NORP,
	GROUP_OTHER
} NtGroup;

/* One way of writing a name: the words' hashes, not its bytes. */
typedef struct NtSurface
{
	uint64_t	whole;			/* all words, and the group */
	uint32_t	first_word;		/* hashes; particles and name suffixes do not count */
	uint32_t	last_word;
	uint32_t	mention;		/* first mention written so */
	uint32_t	parent;			/* union-find; itself at a root */
	uint32_t	entry;			/* gazetteer entry, 0: none */
	uint32_t	own;			/* entry of the user's lexicon + 1, 0: none */
	uint32_t	place;			/* in the table of places, 0: none, or NT_NONE */
	uint32_t	next_last;		/* next surface with the same last word, + 1 */
	uint32_t	next_first;
	uint32_t	latest;			/* at a root: mention resolved to it last, + 1 */
	uint32_t	resolved;		/* at a root: mentions resolved to it so far */
	uint16_t	words;
	uint8_t		group:4;		/* NtGroup */
	bool		initial:1;		/* the first word is an initial */
	bool		upper:1;		/* one word in capitals */
	bool		nick:1;			/* the end of a longer name, and so not the beginning of another */
	bool		called:1;		/* at a root: by this surname alone, and no title, before */
	uint8_t		traits;
} NtSurface;

typedef struct NtAliases
{
	NtContext  *cx;
	const NtArticle *article;
	NtArray(NtSurface) surfaces;
	uint32_t   *surface_of;		/* a surface for each mention */
	const char *form;			/* the way of shortening that is being tried, for a trace */
} NtAliases;

/* alias_surfaces gives every mention its surface. */
extern void alias_surfaces(NtAliases *a);

/* alias_join joins the surfaces that are forms of one another. */
extern void alias_join(NtAliases *a);

/* alias_resolve returns the root surface of each mention, in *root. */
extern void alias_resolve(NtAliases *a, uint32_t *root);

extern uint32_t alias_root(NtAliases *a, uint32_t surface);

/* alias_unite makes two clusters one; the one that appears first stays root. */
extern void alias_unite(NtAliases *a, uint32_t x, uint32_t y);

/* alias_conflict: two clusters that a lexicon knows to be different things. */
extern bool alias_conflict(NtAliases *a, uint32_t x, uint32_t y);

/* alias_mention returns the first mention written like a surface. */
extern const NtMention *alias_mention(const NtAliases *a, uint32_t surface);

static inline uint64_t
alias_combine(uint64_t hash, uint64_t with)
{
	return vocab_hash_mix((hash ^ with) * UINT64_C(0x9fb21c651e98df25) + 1);
}

#endif
