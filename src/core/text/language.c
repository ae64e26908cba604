/*
 * language.c -- which language an article is written in, by what is cheap and
 * certain: its script and its function words.
 *
 *     Die Regierung hat am Montag beschlossen, dass ...      die hat am dass: de
 *     Президент заявил, что договор будет подписан.          Cyrillic; что будет: ru
 *     “No pasará,” the mayor said of the plan on Monday.     the of the on: en
 *
 * English shows in its first words: when a quarter of these are among its
 * function words, as the vocabulary has them, nothing else is looked at.  That
 * is all that most articles cost.  Otherwise scripts of one language say it
 * (Greek, Hangul, ...), and in the others each function word counts for the
 * languages that have it, the more the fewer they are.  A language must have
 * SHARE_LEAST of the words and twice the count of English, or English it is:
 * lists of results and of names hold hardly any function word, and a foreign
 * title or quotation among English words few; and it must have KINDS_LEAST
 * different ones, lest one repeated word tell.
 *
 * Words in small letters of which not half are common in English are no
 * English, whatever else they are: a language without function words here, or
 * Chinese in Latin letters.
 */
#include "text/language.h"

#include "base/utf8.h"

#include <string.h>

#define WORDS_SEEN 1500			/* words looked at, of a long article */
#define QUICK_WORDS 200			/* of which English shows at once */
#define QUICK_SHARE 25			/* per cent, */
#define QUICK_LONGER 10			/* of words of three letters or more */
#define WORDS_LEAST 8			/* of which a language can be told */
#define KINDS_LEAST 4			/* different function words */
#define SHARE_LEAST 14			/* per cent of the words */
#define SMALL_LEAST 30			/* words in small letters that tell whether the vocabulary knows the language */
#define SMALL_SHORT 1			/* bytes; words so short tell nothing there */
#define LETTERS_LEAST 12		/* of a script that is one language's */
#define WEIGHT 60				/* of a word that one language has */

#define FUNCTION_CLASSES (LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | \
						  LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_WH_WORD))

/* The scripts that part languages; a range of code points each. */
enum
{
	SCRIPT_LATIN,
	SCRIPT_MANY,				/* one of several languages: the words decide */
	SCRIPT_HAN,
	SCRIPT_KANA,
	SCRIPT_ONE					/* + the number of its code in one_language */
};

static const char one_language[][3] = {"el", "hy", "he", "bn", "pa", "gu", "ta", "te", "kn", "ml", "si", "th", "lo", "bo", "my", "ka", "ko", "am", "km"};

static const struct
{
	uint16_t	first;
	uint16_t	last;
	uint8_t		script;
}			scripts[] = {
	{0x0370, 0x03FF, SCRIPT_ONE + 0}, {0x0400, 0x052F, SCRIPT_MANY}, {0x0531, 0x058F, SCRIPT_ONE + 1},
	{0x0590, 0x05FF, SCRIPT_ONE + 2}, {0x0600, 0x077F, SCRIPT_MANY}, {0x0900, 0x097F, SCRIPT_MANY},
	{0x0980, 0x09FF, SCRIPT_ONE + 3}, {0x0A00, 0x0A7F, SCRIPT_ONE + 4}, {0x0A80, 0x0AFF, SCRIPT_ONE + 5},
	{0x0B80, 0x0BFF, SCRIPT_ONE + 6}, {0x0C00, 0x0C7F, SCRIPT_ONE + 7}, {0x0C80, 0x0CFF, SCRIPT_ONE + 8},
	{0x0D00, 0x0D7F, SCRIPT_ONE + 9}, {0x0D80, 0x0DFF, SCRIPT_ONE + 10}, {0x0E00, 0x0E7F, SCRIPT_ONE + 11},
	{0x0E80, 0x0EFF, SCRIPT_ONE + 12}, {0x0F00, 0x0FFF, SCRIPT_ONE + 13}, {0x1000, 0x109F, SCRIPT_ONE + 14},
	{0x10A0, 0x10FF, SCRIPT_ONE + 15}, {0x1100, 0x11FF, SCRIPT_ONE + 16}, {0x1200, 0x137F, SCRIPT_ONE + 17},
	{0x1780, 0x17FF, SCRIPT_ONE + 18}, {0x3040, 0x30FF, SCRIPT_KANA}, {0x3400, 0x9FFF, SCRIPT_HAN},
	{0xAC00, 0xD7AF, SCRIPT_ONE + 16}, {0xFB50, 0xFDFF, SCRIPT_MANY}
};

#define SCRIPTS (SCRIPT_ONE + (int) (sizeof(one_language) / sizeof(one_language[0])))

static int
script_of(int32_t cp)
{
	int			low = 0;
	int			high = (int) (sizeof(scripts) / sizeof(scripts[0]));

	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (cp > scripts[middle].last)
			low = middle + 1;
		else if (cp < scripts[middle].first)
			high = middle;
		else
			return scripts[middle].script;
	}
	return SCRIPT_LATIN;
}

/* shows_english tells whether the first words are English enough. */
static bool
shows_english(const NtVocab *vocab, const NtTokens *tokens)
{
	uint32_t	words = 0;
	uint32_t	hits = 0;
	uint32_t	longer = 0;		/* of them: a, i, o and no are words of many languages */

	for (uint32_t i = 0; i < tokens->n && words < QUICK_WORDS; i++)
	{
		const NtToken *t = &tokens->at[i];

		if (t->kind != TOKEN_WORD)
			continue;
		words++;
		if ((vocab->words[t->word].classes & FUNCTION_CLASSES) != 0 && !(t->flags & TOKEN_FOREIGN))
		{
			hits++;
			longer += t->end - t->start > 2;
		}
	}
	return words >= WORDS_LEAST && hits * 100 >= words * QUICK_SHARE && longer * 100 >= words * QUICK_LONGER;
}

static const NtFunctionWord *
find_word(const NtLanguages *languages, uint32_t hash)
{
	uint32_t	low = 0;
	uint32_t	high = languages->n;

	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;

		if (languages->words[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low < languages->n && languages->words[low].hash == hash ? &languages->words[low] : NULL;
}

typedef struct Count
{
	uint32_t	words;
	uint32_t	small;			/* words in small Latin letters, */
	uint32_t	unknown;		/* and those that are no common English */
	uint32_t	letters;		/* characters of words */
	uint32_t	script[SCRIPTS];	/* characters in it */
	uint32_t	hits[LANGUAGE_MAX];
	uint32_t	kinds[LANGUAGE_MAX];	/* of them different ones */
	uint32_t	weight[LANGUAGE_MAX];
	uint64_t	seen[FUNCTION_WORDS_MAX / 64];	/* bit n: the n-th function word */
} Count;

static void
count_word(const NtLanguages *languages, const NtVocab *vocab, const char *text, const NtToken *t, Count *c)
{
	const NtFunctionWord *w = find_word(languages, t->hash);

	c->words++;
	/* the b and c of a scorecard are of no language */
	if (t->kind == TOKEN_WORD && t->end - t->start > SMALL_SHORT && !(t->flags & (TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_INNER_CAPITAL)))
	{
		c->small++;
		c->unknown += (vocab->words[t->word].classes & (LEX_BIT(LEX_COMMON_WORD) | FUNCTION_CLASSES)) == 0;
	}
	if (t->flags & TOKEN_FOREIGN)
		for (const uint8_t *p = (const uint8_t *) text + t->start; p < (const uint8_t *) text + t->end;)
		{
			int32_t		cp;

			p += utf8_next(p, (const uint8_t *) text + t->end, &cp);
			c->script[script_of(cp)]++;
			c->letters++;
		}
	else
	{
		c->script[SCRIPT_LATIN] += t->end - t->start;
		c->letters += t->end - t->start;
	}
	if (w != NULL)
	{
		uint32_t	weight = WEIGHT / (uint32_t) __builtin_popcountll(w->languages);
		uint32_t	number = (uint32_t) (w - languages->words);
		uint32_t	first = (c->seen[number / 64] >> (number % 64) & 1) == 0;

		c->seen[number / 64] |= UINT64_C(1) << (number % 64);

		for (uint64_t left = w->languages; left != 0; left &= left - 1)
		{
			int			language = __builtin_ctzll(left);

			c->hits[language]++;
			c->kinds[language] += first;
			c->weight[language] += weight;
		}
	}
}

/* A sign of Han says about as much as three letters. */
#define HAN_LETTERS 3

/* by_script returns the language whose script most letters are in, NULL: no such. */
static const char *
by_script(const Count *c)
{
	uint32_t	most = SCRIPT_HAN;
	uint32_t	east = (c->script[SCRIPT_HAN] + c->script[SCRIPT_KANA]) * HAN_LETTERS;

	if (east >= LETTERS_LEAST && east > c->script[SCRIPT_LATIN])
		return c->script[SCRIPT_KANA] * 10 > c->script[SCRIPT_HAN] ? "ja" : "zh";
	if (c->script[SCRIPT_LATIN] * 2 > c->letters)
		return NULL;
	for (int i = SCRIPT_ONE; i < SCRIPTS; i++)
		if (c->script[i] > c->script[most])
			most = (uint32_t) i;
	return most >= SCRIPT_ONE && c->script[most] >= LETTERS_LEAST && c->script[most] * 2 > c->letters ?
		one_language[most - SCRIPT_ONE] : NULL;
}

/* is_alien: most words in small letters are none of English. */
static bool
is_alien(const Count *c)
{
	return c->small >= SMALL_LEAST && c->unknown * 2 > c->small;
}

/* best_of returns the language for which function words speak most; when not English, then without it. */
static uint32_t
best_of(const NtLanguages *languages, const Count *c, bool alien)
{
	uint32_t	best = LANGUAGE_MAX;

	for (uint32_t i = 0; i < languages->n_codes; i++)
		if (!(alien && i == languages->english) && (best == LANGUAGE_MAX || c->weight[i] > c->weight[best]))
			best = i;
	return best;
}

/* by_words returns the language that the function words tell, NULL: none. */
static const char *
by_words(const NtLanguages *languages, const Count *c, bool alien)
{
	uint32_t	english = languages->english;
	uint32_t	best = best_of(languages, c, alien);

	if (best == LANGUAGE_MAX)
		return NULL;
	if (c->words < WORDS_LEAST || c->kinds[best] < KINDS_LEAST || c->hits[best] * 100 < c->words * SHARE_LEAST)
		return !alien && c->script[SCRIPT_LATIN] * 2 > c->letters && c->kinds[english] >= KINDS_LEAST ? languages->codes[english] : NULL;
	return best != english && !alien && c->hits[best] < 2 * c->hits[english] ? languages->codes[english] : languages->codes[best];
}

const char *
language_find(NtContext *cx, const NtLanguages *languages, const NtVocab *vocab, const char *text, const NtTokens *tokens,
			  bool *foreign)
{
	Count		c;
	bool		alien;
	const char *code;

	*foreign = false;
	if (shows_english(vocab, tokens))
		return languages->codes[languages->english];
	memset(&c, 0, sizeof(c));
	for (uint32_t i = 0; i < tokens->n && c.words < WORDS_SEEN; i++)
	{
		nt_tick(cx);
		if (tokens->at[i].kind == TOKEN_WORD || tokens->at[i].kind == TOKEN_CLITIC)
			count_word(languages, vocab, text, &tokens->at[i], &c);
	}
	alien = is_alien(&c);
	code = by_script(&c);
	if (code == NULL && alien && c.script[SCRIPT_HAN] >= LETTERS_LEAST)
		code = "zh";			/* with its sounds in Latin letters below */
	if (code == NULL)
		code = by_words(languages, &c, alien);
	*foreign = alien || (code != NULL && code != languages->codes[languages->english]);
	return code;
}

void
language_open(NtContext *cx, NtLanguages *languages, const NtModel *model)
{
	languages->words = model_section(cx, model, "langword", sizeof(NtFunctionWord), &languages->n);
	languages->codes = model_section(cx, model, "langcode", sizeof(languages->codes[0]), &languages->n_codes);
	languages->english = LANGUAGE_MAX;
	if (languages->n_codes == 0 || languages->n_codes > LANGUAGE_MAX)
		nt_raise(cx, NT_ERROR_MODEL, "%u languages", languages->n_codes);
	for (uint32_t i = 0; i < languages->n_codes; i++)
	{
		if (languages->codes[i][0] == '\0' || languages->codes[i][3] != '\0')
			nt_raise(cx, NT_ERROR_MODEL, "language %u is damaged", i);
		if (strcmp(languages->codes[i], "en") == 0)
			languages->english = i;
	}
	if (languages->english == LANGUAGE_MAX)
		nt_raise(cx, NT_ERROR_MODEL, "English is no language");
	if (languages->n > FUNCTION_WORDS_MAX)
		nt_raise(cx, NT_ERROR_MODEL, "%u function words", languages->n);
	for (uint32_t i = 0; i < languages->n; i++)
		if (languages->words[i].languages == 0 ||
			(languages->n_codes < 64 && languages->words[i].languages >> languages->n_codes != 0) ||
			(i > 0 && languages->words[i - 1].hash >= languages->words[i].hash))
			nt_raise(cx, NT_ERROR_MODEL, "function word %u is damaged", i);
}
