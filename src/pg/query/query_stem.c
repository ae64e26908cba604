/*
 * query_stem.c -- words said are met in all their forms: immigration finds
 * immigrants, by the server's own English dictionary (english_stem).
 *
 *     immigration, immigrants     immigr
 *     happy, happily              happi, all of which begin with happ
 *     will                        a stop word of the dictionary: "will " and so
 *                                 apart from willing, whose stem is will
 *     dying                       dying: its stem, die, is not its beginning
 *     2024, élan                  themselves
 *
 * Two words are forms of one another when word_form() makes the same of them.
 * The index holds forms, so that a word is one look-up; as with an index over
 * to_tsvector('english', ...), a server whose dictionary stems otherwise needs
 * it made anew.
 *
 * What is English is in the dictionary and in form_head(), which knows what its
 * algorithm (Porter 2) puts in the place of an ending.
 */
#include "query/query_stem.h"

#include "catalog/namespace.h"
#include "common/hashfn.h"
#include "mb/pg_wchar.h"
#include "nodes/value.h"
#include "tsearch/ts_cache.h"
#include "tsearch/ts_public.h"

#define STEM_FORM_LONGER 12		/* a form is at most so much longer than its stem */
#define STOP_MARK ' '			/* behind a stop word; in no word */

/* Forms that were asked for before; the dictionary takes a microsecond a word. */
#define CACHED_FORMS 1024
#define CACHED_BYTES 15

typedef struct CachedForm
{
	uint8		len;			/* of word, 0: free */
	uint8		form_len;
	char		word[CACHED_BYTES];
	char		form[CACHED_BYTES];
} CachedForm;

static bool
is_ascii_word(const char *word, int len)
{
	for (int i = 0; i < len; i++)
		if (word[i] < 'a' || word[i] > 'z')
			return false;
	return len <= WORD_HEAD;
}

/* can_stem: the dictionary reads its stop words from UTF-8, which MULE_INTERNAL has no conversion for. */
static bool
can_stem(void)
{
	int			encoding = GetDatabaseEncoding();

	return encoding == PG_UTF8 || encoding == PG_SQL_ASCII || OidIsValid(FindDefaultConversionProc(PG_UTF8, encoding));
}

/* english_dictionary returns the server's dictionary, NULL when there is none that can be used. */
static TSDictionaryCacheEntry *
english_dictionary(void)
{
	static Oid	dictionary = InvalidOid;
	static bool asked = false;
	static bool can = false;

	if (!asked)
		can = can_stem();
	asked = true;
	if (!can)
		return NULL;
	if (!OidIsValid(dictionary))
		dictionary = get_ts_dict_oid(list_make2(makeString("pg_catalog"), makeString("english_stem")), true);
	return OidIsValid(dictionary) ? lookup_ts_dictionary_cache(dictionary) : NULL;
}

/* form_head returns how many bytes of a form all its words begin with. */
static int
form_head(const char *form, int len)
{
	char		last = len > 0 ? form[len - 1] : 0;

	/* a stop word before its mark; happi: happy; care: caring; possibl: possibility */
	return len - (last == STOP_MARK ||
				  (len > 2 && (last == 'i' || last == 'e' || (last == 'l' && form[len - 2] == 'b'))));
}

bool
form_is_stop(const char *form, int len)
{
	return len > 0 && form[len - 1] == STOP_MARK;
}

/* english_form is word_form of a word of the dictionary's letters. */
static int
english_form(TSDictionaryCacheEntry *dict, const char *word, int len, char *form)
{
	DictSubState state = {0};
	TSLexeme   *lexemes = (TSLexeme *)
		DatumGetPointer(FunctionCall4(&dict->lexize, PointerGetDatum(dict->dictData),
									  PointerGetDatum(word), Int32GetDatum(len),
									  PointerGetDatum(&state)));
	char	   *stem = lexemes != NULL ? lexemes[0].lexeme : NULL;
	int			form_len = stem != NULL ? strlen(stem) : 0;
	int			head = stem != NULL ? form_head(stem, form_len) : 0;

	memcpy(form, word, len);
	if (lexemes != NULL && stem == NULL)
	{
		form[len] = STOP_MARK;
		form_len = len + 1;
	}
	else if (form_len < 2 || form_len > WORD_HEAD || len > form_len + STEM_FORM_LONGER ||
			 len < head || memcmp(word, stem, head) != 0)
		form_len = len;
	else
		memcpy(form, stem, form_len);
	if (stem != NULL)
		pfree(stem);
	if (lexemes != NULL)
		pfree(lexemes);
	return form_len;
}

int
word_form(const char *word, int len, char *form)
{
	static CachedForm *cache = NULL;
	static void *cached_of = NULL;
	TSDictionaryCacheEntry *dict;
	CachedForm *c;
	int			form_len;

	if (!is_ascii_word(word, len) || (dict = english_dictionary()) == NULL)
	{
		memcpy(form, word, len);
		return len;
	}
	if (len >= CACHED_BYTES)
		return english_form(dict, word, len, form);
	if (cache == NULL)
		cache = MemoryContextAllocZero(TopMemoryContext, CACHED_FORMS * sizeof(CachedForm));
	if (cached_of != dict->dictData)
		memset(cache, 0, CACHED_FORMS * sizeof(CachedForm));
	cached_of = dict->dictData;
	c = &cache[hash_bytes((const unsigned char *) word, len) % CACHED_FORMS];
	if (c->len != len || memcmp(c->word, word, len) != 0)
	{
		form_len = english_form(dict, word, len, form);
		if (form_len > CACHED_BYTES)
			return form_len;
		c->len = len;
		c->form_len = form_len;
		memcpy(c->word, word, len);
		memcpy(c->form, form, form_len);
	}
	memcpy(form, c->form, c->form_len);
	return c->form_len;
}

void
word_stem(const char *word, int len, WordStem *stem)
{
	stem->len = word_form(word, len, stem->form);
	stem->head = form_head(stem->form, stem->len);
}

bool
stem_of(const char *word, int len, const WordStem *stem)
{
	char		form[WORD_FORM_MAX];

	return len >= stem->head && memcmp(word, stem->form, stem->head) == 0 &&
		word_form(word, len, form) == stem->len && memcmp(form, stem->form, stem->len) == 0;
}

FormBegins
form_begins(const char *form, int len, const char *prefix, int prefix_len)
{
	int			head = form_head(form, len);

	if (memcmp(form, prefix, Min(head, prefix_len)) != 0)
		return FORM_NONE;
	if (prefix_len <= head)
		return FORM_ALL;
	/* care*: of the form care, whose head is car, the word care begins so, caring does not */
	return head < FORM_HEAD_MIN || form_is_stop(form, len) || !is_ascii_word(prefix, prefix_len) ?
		FORM_NONE : FORM_MAY;
}
