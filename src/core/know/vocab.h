/*
 * vocab.h -- one look-up a word: what the lexicons know of it, in one record.
 *
 * The tokenizer hashes the folded form of a word while it scans it and finds
 * the word's record once; every later stage reads that record.  A word is
 * identified by the 64-bit hash of its folded form (utf8.h): the low bits
 * choose a slot, the high 32 are compared.  The compiler makes sure that no
 * two words of the vocabulary collide; a word outside it is taken for one
 * inside with a probability near 2^-45, and always the same way.
 *
 * Names of several words ("United Nations") and names of one that denote
 * something known ("Russia") are phrases: sequences of word numbers, hashed
 * likewise.  A word that begins phrases says how long the longest is.
 *
 * Modules that need more of a word keep a parallel array in a section of
 * their own, indexed by word number.
 */
#ifndef NEWSTEXT_VOCAB_H
#define NEWSTEXT_VOCAB_H

#include "base/context.h"
#include "base/kind.h"
#include "know/lexclass.h"
#include "know/model.h"

/* Traits of a word, from the key=value attributes of the lexicons. */
#define TRAIT_MALE		0x01
#define TRAIT_FEMALE	0x02
#define TRAIT_NEUTER	0x04
#define TRAIT_SINGULAR	0x08
#define TRAIT_PLURAL	0x10
#define TRAIT_FIRST_PERSON 0x80	/* I, we, my */
#define TRAIT_INDEFINITE 0x40	/* determiner of what is new: a, another */
#define TRAIT_SUBJECT	0x20	/* pronoun in subject case: he, she, they, who */

typedef struct NtWord
{
	uint32_t	fingerprint;	/* high half of the hash */
	uint32_t	text;			/* folded form, offset into the strings */
	uint64_t	classes;		/* LEX_BIT()s that hold however it is written */
	uint64_t	capital_classes;	/* those that hold only when it begins with a capital */
	uint16_t	date;			/* record of the date grammar, 0 for none */
	uint16_t	cue;			/* record of the cue lexicon, 0 for none */
	uint8_t		phrase_max;		/* words in the longest phrase that begins here */
	uint8_t		traits;
	int16_t		value;			/* n= of weekdays and months, kind= of heads (NtEntityKind), else 0 */
} NtWord;

_Static_assert(sizeof(NtWord) == 32, "NtWord is stored in the model file");

/* How the text must be written for a phrase to denote an entry. */
typedef enum NtCaseRule
{
	CASE_ANY = 0,
	CASE_CAPITAL = 1,			/* first word begins with a capital */
	CASE_UPPER = 2,				/* all in capitals: US, WHO, IT */
	CASE_LOWER_HEAD = 3			/* natural form begins in lower case ("al Qaeda"): some word has a capital */
} NtCaseRule;

/* Something a gazetteer knows. */
typedef struct NtEntry
{
	uint32_t	name;			/* preferred name, offset into the strings */
	uint32_t	id;				/* stable id, offset into the strings; 0: none */
	int32_t		lat;			/* ten-thousandths of a degree */
	int32_t		lon;			/* ENTRY_NO_PLACE in lat: unknown */
	uint32_t	weight;			/* population or rank; larger is likelier meant */
	char		country[2];		/* ISO 3166-1 alpha-2, or two NULs */
	uint8_t		kind;			/* NtEntityKind */
	uint8_t		flags;			/* ENTRY_* */
} NtEntry;

#define ENTRY_NO_PLACE INT32_MIN
#define ENTRY_AMBIGUOUS 0x01	/* the surface is also an ordinary word or name */

/* Whether others are called so too (entity/shared.c). */
typedef enum NtShared
{
	SHARED_NOT,
	SHARED_ABROAD,				/* ~ in data/: bodies of other countries */
	SHARED_AT_HOME				/* ~~: others of the same country, such as the teams of schools */
} NtShared;

/* One reading of a phrase. */
typedef struct NtReading
{
	uint32_t	entry;
	uint8_t		case_rule;		/* NtCaseRule */
	uint8_t		preferred;		/* the phrase is the entry's preferred name */
	uint8_t		class;			/* lexicon class of the file + 1, 0: none */
	uint8_t		shared;			/* NtShared */
} NtReading;

typedef struct NtPhrase
{
	uint32_t	fingerprint;
	uint32_t	reading;		/* first of its readings, likeliest first */
	uint64_t	classes;		/* LEX_BIT()s of a word-class entry of several words */
	uint16_t	readings;
	uint8_t		words;
	uint8_t		case_rule;		/* for classes */
	uint8_t		traits;
	uint8_t		kind;			/* of what a head of several words heads, 0: its class's own */
	uint8_t		reserved[2];
} NtPhrase;

_Static_assert(sizeof(NtEntry) == 24 && sizeof(NtReading) == 8 && sizeof(NtPhrase) == 24,
			   "stored in the model file");

#define VOCAB_PHRASE_WORDS 12	/* longer entries are refused by the compiler */

typedef struct NtVocab
{
	const uint32_t *slots;		/* vocab_slot() of each word, 0: empty; power of two */
	uint32_t	slot_mask;
	const NtWord *words;		/* [0] is the record of every unknown word */
	uint32_t	n_words;
	const uint32_t *phrase_slots;
	uint32_t	phrase_slot_mask;
	const NtPhrase *phrases;	/* [0] unused */
	uint32_t	n_phrases;
	const NtReading *readings;
	uint32_t	n_readings;
	const NtEntry *entries;		/* [0] unused */
	uint32_t	n_entries;
	const char *strings;		/* NUL-terminated, [0] is "" */
	uint32_t	strings_len;
} NtVocab;

extern void vocab_open(NtContext *cx, NtVocab *vocab, const NtModel *model);

/* The hash of a folded word: FNV-1a over its bytes, then mixed. */
#define VOCAB_HASH_SEED UINT64_C(0xcbf29ce484222325)
#define VOCAB_HASH_PRIME UINT64_C(0x100000001b3)

static inline uint64_t
vocab_hash_mix(uint64_t h)
{
	h ^= h >> 32;
	h *= UINT64_C(0xd6e8feb86659fd93);
	h ^= h >> 32;
	return h;
}

extern uint64_t vocab_hash(const char *folded, size_t len);

/*
 * A slot holds the number of a record and above it what bits of the hash there
 * is room for, so that a search that meets other words reads none of their records.
 */
#define VOCAB_NUMBER_MAX ((UINT32_C(1) << 20) - 1)

static inline uint32_t
vocab_slot(uint32_t number, uint64_t hash)
{
	return number | ((uint32_t) (hash >> 32) & ~VOCAB_NUMBER_MAX);
}

static inline bool
vocab_slot_may_be(uint32_t slot, uint64_t hash)
{
	return ((slot ^ (uint32_t) (hash >> 32)) & ~VOCAB_NUMBER_MAX) == 0;
}

/* vocab_find returns the number of the word with this hash, 0 when unknown. */
static inline uint32_t
vocab_find(const NtVocab *vocab, uint64_t hash)
{
	for (uint32_t at = (uint32_t) hash & vocab->slot_mask;; at = (at + 1) & vocab->slot_mask)
	{
		uint32_t	slot = vocab->slots[at];
		uint32_t	word = slot & VOCAB_NUMBER_MAX;

		if (slot == 0 || (vocab_slot_may_be(slot, hash) && vocab->words[word].fingerprint == hash >> 32))
			return word;
	}
}

/* vocab_lookup finds a word as it is written; for set-up, not for loops. */
extern uint32_t vocab_lookup(const NtVocab *vocab, const char *word, size_t len);

/*
 * Phrases: start with PHRASE_HASH_SEED, add token_phrase_word() of each token
 * (0 ends the search: no phrase holds an unknown word), ask vocab_find_phrase
 * after each.
 */
#define PHRASE_HASH_SEED UINT64_C(0x9e3779b97f4a7c15)

/* Inside a phrase a mark stands as PHRASE_MARK | its code point: Coca-Cola, AT&T. */
#define PHRASE_MARK UINT32_C(0x80000000)

static inline uint64_t
phrase_hash_add(uint64_t hash, uint32_t word)
{
	return vocab_hash_mix((hash ^ word) * UINT64_C(0x9fb21c651e98df25));
}

static inline uint32_t
vocab_find_phrase(const NtVocab *vocab, uint64_t hash)
{
	for (uint32_t at = (uint32_t) hash & vocab->phrase_slot_mask;; at = (at + 1) & vocab->phrase_slot_mask)
	{
		uint32_t	slot = vocab->phrase_slots[at];
		uint32_t	phrase = slot & VOCAB_NUMBER_MAX;

		if (slot == 0 || (vocab_slot_may_be(slot, hash) && vocab->phrases[phrase].fingerprint == hash >> 32))
			return phrase;
	}
}

/* vocab_fetch_phrase has memory fetch what vocab_find_phrase will look at first. */
static inline void
vocab_fetch_phrase(const NtVocab *vocab, uint64_t hash)
{
	__builtin_prefetch(&vocab->phrase_slots[(uint32_t) hash & vocab->phrase_slot_mask]);
}

static inline const char *
vocab_string(const NtVocab *vocab, uint32_t offset)
{
	return vocab->strings + offset;
}

/* vocab_country returns a number below VOCAB_COUNTRIES of a country's two letters (ISO 3166-1 alpha-2), -1: they are none. */
#define VOCAB_COUNTRIES (26 * 26)

static inline int
vocab_country(const char *code)
{
	uint32_t	a = (uint32_t) code[0] - 'A';
	uint32_t	b = (uint32_t) code[1] - 'A';

	return a < 26 && b < 26 ? (int) (a * 26 + b) : -1;
}

/* vocab_is_country tells whether an entry (0: none) is a country of ISO 3166. */
extern bool vocab_is_country(const NtVocab *vocab, uint32_t entry);

#endif
