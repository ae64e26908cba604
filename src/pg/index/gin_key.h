/*
 * gin_key.h -- the index keys of entities and quotes.
 *
 * Keys are bytea, compared as unsigned bytes, never by a collation; lead bytes
 * say what the rest is.  A word is folded (query_word.h); no word after the
 * lead bytes means "there is one".
 *
 * Of news_entity[] (gin_entity.c):
 *
 *     00 word            a word of a name
 *     kind word          the same, by the entity's kind, 01 to 0B
 *     80+kind name       a whole entity, as it is: for @> && <@ =
 *
 * Of news_quote[] (gin_quote.c):
 *
 *     01 word            a word of the speaker's name
 *     02 word            a word of the name of an entity inside the quote, of all
 *                        kinds but person, org and gpe
 *     03 form            a word that was said, by what its forms have in common
 *     04 word            a word of the cue
 *     05 kind            direct, mixed, indirect
 *     06 word            a word of the stance
 *     1k word            as 01, of a speaker of kind k
 *     2k word            a word of the name of an entity of kind k inside the quote
 *     30 how word        as 01, in a quote of this kind (05)
 *
 * The statistics also count
 *
 *     07 form 00 form    two words said in a row, neither a stop word
 *
 * Release 0.1.0 had other keys.  Its operator classes are here still, so that
 * an index made under it answers until it is made anew (KEYS_0_1):
 *
 *     entities           0F word, of all kinds but person, org and gpe, and no 00
 *     quotes             01 to 06 and the word alone, 02 of all kinds, words as they
 *                        were said, and no key without a word
 */
#ifndef NEWSTEXT_GIN_KEY_H
#define NEWSTEXT_GIN_KEY_H

#include "type/types.h"

#define KEY_WORD 0x00
#define KEY_OTHER_WORD 0x0F		/* KEYS_0_1 */
#define KEY_NAME 0x80

#define KEY_SPEAKER 0x01
#define KEY_ABOUT 0x02
#define KEY_SAID 0x03
#define KEY_CUE 0x04
#define KEY_QUOTE_KIND 0x05
#define KEY_STANCE 0x06
#define KEY_SAID_PAIR 0x07		/* in statistics only */
#define KEY_SPEAKER_KIND 0x10
#define KEY_ABOUT_KIND 0x20
#define KEY_SPEAKER_QUOTED 0x30

typedef enum KeyFormat
{
	KEYS_0_1,
	KEYS_0_2
} KeyFormat;

/* Keys of a row. */
typedef struct KeySet
{
	Datum	   *keys;
	int			n;
	int			cap;
	uint64		present;		/* leads that key_present() has added */
} KeySet;

/* lead2 < 0: one lead byte */
extern void key_add(KeySet *set, uint8 lead, int lead2, const char *bytes, int len);

/* key_present adds, once, the key that says there is one. */
extern void key_present(KeySet *set, uint8 lead, int lead2);

/* word_keys adds a key for each word of a text. */
extern void word_keys(KeySet *set, uint8 lead, NewsBytes text);

/*
 * key_set_sort puts the keys of a row in order, each once.  The server does it
 * too, by a call a comparison; of keys in order it takes note and goes on.
 */
extern void key_set_sort(KeySet *set);

/* gin_key returns a bytea of lead bytes and bytes, with a short header if it fits. */
extern Datum gin_key(uint8 lead, int lead2, const char *bytes, int len);

#endif
