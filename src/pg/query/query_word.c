/*
 * query_word.c -- the words by which names and quotes are found.
 *
 * Index, query and match cut text into the same words here:
 *
 *     Jean-Claude O'Neill's U.S. café  ->  jean claude oneill us cafe
 *
 * A word is a run of letters, marks and digits, folded as the vocabulary
 * folds (utf8_fold_char: case, accents, compatibility forms).  Inside a word
 * an apostrophe is dropped, and a final 's with it; the full stops of an
 * acronym (single letters, each with its own) are dropped too, so that U.S.
 * and US are one word and booking.com is two.  Everything else parts words.
 */
#include "query/query_word.h"

#include "common/hashfn.h"
#include "mb/pg_wchar.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "read/encoding.h"

/*
 * word_scan begins to cut text, which is in the server's encoding and must
 * stay where it is.  Bytes of no known encoding (SQL_ASCII) are read as UTF-8;
 * those that are none part words.
 */
void
word_scan(WordScan *scan, const char *text, int len)
{
	NewsBytes	utf8 = encoding_to_utf8(text, len);

	scan->at = (const uint8 *) utf8.at;
	scan->end = scan->at + utf8.len;
	scan->len = 0;
}

static inline bool
is_word_char(int32 cp)
{
	if (cp < 0x80)
		return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || (cp >= '0' && cp <= '9');
	return utf8_in_categories((int) utf8proc_category(cp), UTF8_LETTERS | UTF8_CATEGORY(UTF8PROC_CATEGORY_NO));
}

static inline bool
is_apostrophe(int32 cp)
{
	return cp == '\'' || cp == 0x2019 || cp == 0x2018 || cp == 0x02BC;
}

/* is_ignorable: characters that are not there for a reader. */
static inline bool
is_ignorable(int32 cp)
{
	return cp == 0x00AD || (cp >= 0x200B && cp <= 0x200D) || cp == 0x2060 || cp == 0xFEFF;
}

static inline bool
word_char_follows(const uint8 *at, const uint8 *end)
{
	int32		cp;

	if (at >= end)
		return false;
	utf8_next(at, end, &cp);
	return is_word_char(cp);
}

/* skip_to_word returns where the next word may begin, the end if there is none. */
static inline const uint8 *
skip_to_word(const uint8 *at, const uint8 *end)
{
	while (at < end && !word_char_follows(at, end))
	{
		int32		cp;

		at += utf8_next(at, end, &cp);
	}
	return at;
}

/* What a word has beyond WORD_HEAD: a hash of it. */
typedef struct WordRest
{
	uint64		hash;
	bool		any;
} WordRest;

/* cut_head keeps the head of a long word and hashes what is beyond it; returns the length that stays. */
static int
cut_head(const WordScan *scan, int len, WordRest *rest)
{
	rest->hash = hash_bytes_extended((const unsigned char *) scan->word + WORD_HEAD, len - WORD_HEAD, rest->hash);
	rest->any = true;
	return WORD_HEAD;
}

/* add_rest puts the hash after the head, its bytes in one order on every machine. */
static int
add_rest(WordScan *scan, const WordRest *rest)
{
	for (int i = 0; i < 8; i++)
		scan->word[WORD_HEAD + i] = (char) (rest->hash >> (8 * i));
	return WORD_MAX;
}

/* word_next finds the next word and returns whether there was one. */
bool
word_next(WordScan *scan)
{
	const uint8 *at = scan->at;
	const uint8 *end = scan->end;

	/* what is nothing but marks is no word */
	while ((at = skip_to_word(at, end)) < end)
	{
		int			len = 0;
		int			letters = 0;	/* since the word or its last full stop */
		WordRest	rest = {0, false};

		while (at < end)
		{
			int32		cp;
			int			width = utf8_next(at, end, &cp);

			if (cp < 0x80 && is_word_char(cp))
			{
				letters++;
				scan->word[len++] = cp >= 'A' && cp <= 'Z' ? cp + ('a' - 'A') : cp;
			}
			else if (is_apostrophe(cp) && !is_word_char(cp))
			{
				const uint8 *after = at + width;

				if (!word_char_follows(after, end))
					break;
				if ((*after == 's' || *after == 'S') && !word_char_follows(after + 1, end))
				{
					at = after + 1;
					break;
				}
			}
			else if (cp == '.')
			{
				if (letters != 1 || !word_char_follows(at + 1, end))
					break;
				letters = 0;
			}
			else if (is_apostrophe(cp) || is_ignorable(cp))
				 /* dropped */ ;
			else if (is_word_char(cp))
			{
				int32		folded[UTF8_FOLD_MAX];
				int			n = utf8_fold_char(cp, folded);

				letters++;
				for (int i = 0; i < n; i++)
					len += utf8proc_encode_char(folded[i], (uint8 *) scan->word + len);
			}
			else
				break;
			at += width;
			if (len > WORD_HEAD)
				len = cut_head(scan, len, &rest);
		}
		if (rest.any)
			len = add_rest(scan, &rest);
		if (len > 0)
		{
			scan->at = at;
			scan->len = len;
			return true;
		}
	}
	scan->at = end;
	scan->len = 0;
	return false;
}

/* word_list_add appends the words of a text to a list. */
void
word_list_add(WordList *list, const char *text, int len)
{
	WordScan	scan;

	if (list->memory == NULL)
		list->memory = CurrentMemoryContext;
	word_scan(&scan, text, len);
	while (word_next(&scan))
	{
		if (list->n >= list->cap)
		{
			list->cap = Max(16, list->cap * 2);
			list->at = list->at ?
				repalloc_huge(list->at, list->cap * sizeof(WordSpan)) :
				MemoryContextAlloc(list->memory, list->cap * sizeof(WordSpan));
		}
		if (list->used + scan.len > list->room)
		{
			list->room = Max(256, (list->used + scan.len) * 2);
			list->bytes = list->bytes ?
				repalloc_huge(list->bytes, list->room) :
				MemoryContextAlloc(list->memory, list->room);
		}
		memcpy(list->bytes + list->used, scan.word, scan.len);
		list->at[list->n].start = list->used;
		list->at[list->n++].len = scan.len;
		list->used += scan.len;
	}
}

bool
word_any(const char *text, int len)
{
	WordScan	scan;

	word_scan(&scan, text, len);
	return word_next(&scan);
}

static inline bool
is_ascii_word_char(uint8 c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static inline uint8
ascii_lower(uint8 c)
{
	return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

#define EACH_BYTE(byte) (UINT64CONST(0x0101010101010101) * (byte))

/*
 * may_have tells whether a text has an ASCII letter, small or capital, or a
 * digit, eight bytes at a time; true also when it is not plain ASCII.
 */
static inline bool
may_have(const uint8 *at, int len, uint8 letter)
{
	for (; len >= (int) sizeof(uint64); at += sizeof(uint64), len -= sizeof(uint64))
	{
		uint64		bytes;
		uint64		differs;

		memcpy(&bytes, at, sizeof(bytes));
		differs = (bytes | EACH_BYTE(0x20)) ^ EACH_BYTE(letter);
		/* the second has the highest bit of a byte that does not differ */
		if ((bytes | ((differs - EACH_BYTE(0x01)) & ~differs)) & EACH_BYTE(0x80))
			return true;
	}
	for (; len > 0; at++, len--)
		if (*at >= 0x80 || (*at | 0x20) == letter)
			return true;
	return false;
}

/*
 * is_plain tells whether all of a text is ASCII but for quotation marks and
 * dashes, which are no letters; of others word_may_begin cannot tell.
 */
static bool
is_plain(const uint8 *at, const uint8 *end)
{
	bool		utf8 = GetDatabaseEncoding() == PG_UTF8;

	while (at < end)
	{
		uint64		bytes;

		if (end - at >= (int) sizeof(bytes))
		{
			memcpy(&bytes, at, sizeof(bytes));
			if ((bytes & EACH_BYTE(0x80)) == 0)
			{
				at += sizeof(bytes);
				continue;
			}
		}
		if (*at < 0x80)
			at++;
		else if (utf8 && end - at >= 3 && at[0] == 0xE2 && at[1] == 0x80)
			at += 3;
		else
			return false;
	}
	return true;
}

/* goes_on tells whether a text may go on like a word; a mark inside, O'Neill or U.S., is passed over. */
static bool
goes_on(const uint8 *at, const uint8 *end, const char *word, int word_len)
{
	for (int i = 0; i < word_len; i++, at++)
	{
		if (at >= end)
			return false;
		if (*at >= 0x80 || *at == '\'' || *at == '.')
			return true;
		if (ascii_lower(*at) != (uint8) word[i])
			return false;
	}
	return true;
}

/* begins_at tells whether a word that begins with this very letter may be the one. */
static bool
begins_at(const uint8 *text, const uint8 *end, uint8 letter, const char *word, int word_len)
{
	for (const uint8 *at = text; (at = memchr(at, letter, end - at)) != NULL; at++)
		if ((at == text || !is_ascii_word_char(at[-1])) && goes_on(at + 1, end, word + 1, word_len - 1))
			return true;
	return false;
}

bool
word_may_begin(const char *text, int len, const char *word, int word_len)
{
	const uint8 *at = (const uint8 *) text;
	const uint8 *end = at + len;
	uint8		first = word[0];

	if (!is_ascii_word_char(first))
		return true;
	if (!may_have(at, len, first))
		return false;
	word_len = Min(word_len, WORD_HEAD);	/* a hash of the rest may follow */
	return !is_plain(at, end) || begins_at(at, end, first, word, word_len) ||
		(first >= 'a' && begins_at(at, end, first - ('a' - 'A'), word, word_len));
}
