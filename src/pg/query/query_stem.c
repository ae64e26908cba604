/*
 * query_stem.c -- words said are met in all their forms: immigration finds
 * immigrants, by the server's own English dictionary (english_stem).
 *
 *     immigration     stem immigr, of immigrants and immigrate too
 *     happy           stem happi, forms begin with happ
 *     not             a stop word of the dictionary: stands for itself
 *
 * The index holds words as they were said, so that prefixes stay prefixes; a
 * query looks at those words that begin as the stem does and takes those that
 * have it.
 *
 * What is English is in the dictionary and in stem_head(), which knows what
 * its algorithm (Porter 2) puts in the place of an ending.
 */
#include "query/query_stem.h"

#include "catalog/namespace.h"
#include "nodes/value.h"
#include "tsearch/ts_cache.h"
#include "tsearch/ts_public.h"

#define STEM_WORD_MIN 3			/* shorter words have no forms */
#define STEM_FORM_LONGER 12		/* a form is at most so much longer than its stem */

static bool
is_ascii_word(const char *word, int len)
{
	for (int i = 0; i < len; i++)
		if (word[i] < 'a' || word[i] > 'z')
			return false;
	return len >= STEM_WORD_MIN && len <= WORD_HEAD;
}

/* english_stem returns the stem; NULL for a stop word. */
static char *
english_stem(const char *word, int len)
{
	static Oid	dictionary = InvalidOid;
	TSDictionaryCacheEntry *dict;
	TSLexeme   *lexemes;
	DictSubState state = {0};

	if (!OidIsValid(dictionary))
		dictionary = get_ts_dict_oid(list_make2(makeString("pg_catalog"), makeString("english_stem")), true);
	if (!OidIsValid(dictionary))
		return NULL;
	dict = lookup_ts_dictionary_cache(dictionary);
	lexemes = (TSLexeme *)
		DatumGetPointer(FunctionCall4(&dict->lexize, PointerGetDatum(dict->dictData),
									  PointerGetDatum(word), Int32GetDatum(len),
									  PointerGetDatum(&state)));
	return lexemes != NULL ? lexemes[0].lexeme : NULL;
}

/* stem_head returns how many bytes of a stem all its forms begin with. */
static int
stem_head(const char *stem, int len)
{
	char		last = len > 2 ? stem[len - 1] : 0;

	/* happi: happy; care: caring; possibl: possibility */
	return len - (last == 'i' || last == 'e' || (last == 'l' && stem[len - 2] == 'b'));
}

/* word_stem finds the stem of a folded word; false when the word stands for itself. */
bool
word_stem(const char *word, int len, WordStem *stem)
{
	char	   *found;

	stem->len = 0;
	if (!is_ascii_word(word, len))
		return false;
	found = english_stem(word, len);
	if (found == NULL || strlen(found) < 2 || strlen(found) > WORD_HEAD)
		return false;
	stem->len = strlen(found);
	memcpy(stem->stem, found, stem->len);
	stem->head = stem_head(stem->stem, stem->len);
	/* forms that do not begin so: dying of die */
	if (len < stem->head || memcmp(word, stem->stem, stem->head) != 0)
		stem->len = 0;
	pfree(found);
	return stem->len > 0;
}

bool
stem_of(const char *word, int len, const WordStem *stem)
{
	char	   *found;
	bool		same;

	if (len < stem->head || len > stem->len + STEM_FORM_LONGER ||
		memcmp(word, stem->stem, stem->head) != 0)
		return false;
	if (len == stem->len && memcmp(word, stem->stem, len) == 0 && len < STEM_WORD_MIN)
		return true;
	if (!is_ascii_word(word, len))
		return false;
	found = english_stem(word, len);
	if (found == NULL)
		return false;
	same = (int) strlen(found) == stem->len && memcmp(found, stem->stem, stem->len) == 0;
	pfree(found);
	return same;
}
