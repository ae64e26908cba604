/*
 * lexicon.c -- a user's own names, beside those of the model.
 *
 * A lexicon is text, an entry a line, in the form in which an entity prints,
 * with its other names after bars and a stable id in braces:
 *
 *     # the desk's people
 *     person: Anna-Lena Vogt | A. L. Vogt | Vogt {desk:17}
 *     org: Harbour Trust | HT
 *     stop: Dear Reader | Breaking News
 *
 * A stop entry says what is no name, though the model may think so.
 *
 * A name matches the tokens it is itself cut into, folded, so that accents do
 * not matter; where it has a capital the text must have one too, and a name of
 * three letters or fewer in capitals (HT) must be in capitals.  Names are found
 * by the hash of their tokens and then compared, so no two are ever mistaken.
 * The longest name wins.
 */
#include "know/lexicon.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

#define FAULT_BYTES 60			/* of the text at fault, in a message */

static bool
fault_at(NtLexiconFault *fault, int line, const char *what, const char *text, size_t len)
{
	fault->line = line;
	if (len > FAULT_BYTES)
		for (len = FAULT_BYTES; len > 0 && ((uint8_t) text[len] & 0xC0) == 0x80; len--)
			;
	snprintf(fault->what, sizeof(fault->what), "%s: \"%.*s\"", what,
			 (int) len, text);
	return false;
}

static void
trim(const char **text, size_t *len)
{
	while (*len > 0 && (**text == ' ' || **text == '\t'))
	{
		(*text)++;
		(*len)--;
	}
	while (*len > 0 && ((*text)[*len - 1] == ' ' || (*text)[*len - 1] == '\t' || (*text)[*len - 1] == '\r'))
		(*len)--;
}

static uint64_t
hash_tokens(const NtToken *tokens, uint32_t n)
{
	uint64_t	h = PHRASE_HASH_SEED;

	for (uint32_t i = 0; i < n; i++)
		h = phrase_hash_add(h, tokens[i].hash);
	return h;
}

/* fold_tokens writes the folded forms of tokens, a space between two. */
static size_t
fold_tokens(const char *text, const NtToken *tokens, uint32_t n, char *out)
{
	size_t		len = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t	end = tokens[i].end - (tokens[i].flags & TOKEN_DOT ? 1 : 0);

		if (i > 0)
			out[len++] = ' ';
		len += utf8_fold(text + tokens[i].start, end - tokens[i].start, out + len);
	}
	return len;
}

static bool
is_same_name(const NtOwnName *a, const NtOwnName *b)
{
	return a->hash == b->hash && a->words == b->words && a->capitals == b->capitals && a->uppers == b->uppers &&
		a->folded_len == b->folded_len && memcmp(a->folded, b->folded, a->folded_len) == 0;
}

/* make_room sets the table up for so many names. */
static void
make_room(NtContext *cx, NtLexicon *lexicon, size_t names)
{
	uint32_t	size = 64;

	while (size < names * 2 && size < UINT32_C(1) << 30)
		size *= 2;
	lexicon->slots = nt_alloc0(cx, size * sizeof(uint32_t));
	lexicon->slot_mask = size - 1;
	nt_reserve(cx, &lexicon->names, (uint32_t) names);
}

/* add_slot puts the last name into the table; a name that is there already is the first entry's. */
static void
add_slot(NtLexicon *lexicon)
{
	const NtOwnName *new = &lexicon->names.at[lexicon->names.n - 1];

	for (uint32_t slot = (uint32_t) new->hash & lexicon->slot_mask;; slot = (slot + 1) & lexicon->slot_mask)
	{
		if (lexicon->slots[slot] == 0)
		{
			lexicon->slots[slot] = lexicon->names.n;
			return;
		}
		if (is_same_name(&lexicon->names.at[lexicon->slots[slot] - 1], new))
		{
			lexicon->names.n--;
			return;
		}
	}
}

/*
 * A lexicon being built.  Entries may be a hundred thousand: what cutting a name
 * takes is used again for the next one, and strings stand side by side.
 */
typedef struct LexiconBuilder
{
	NtContext  *cx;
	NtLexicon  *lexicon;
	const NtVocab *vocab;
	NtLexiconFault *fault;
	int			line;
	NtTokens	tokens;			/* scratch */
	char	   *strings;		/* what is left of a block of them */
	size_t		room;
} LexiconBuilder;

#define STRINGS_BLOCK 16384

/* keep_string copies bytes, closed by a zero byte, to where they stay. */
static const char *
keep_string(LexiconBuilder *b, const char *bytes, size_t len)
{
	char	   *kept;

	if (len + 1 > b->room)
	{
		b->room = len + 1 > STRINGS_BLOCK ? len + 1 : STRINGS_BLOCK;
		b->strings = b->cx->alloc(b->cx, b->room);
	}
	kept = b->strings;
	if (len > 0)
		memcpy(kept, bytes, len);
	kept[len] = '\0';
	b->strings += len + 1;
	b->room -= len + 1;
	return kept;
}

static bool
add_name(LexiconBuilder *b, const char *name, size_t len)
{
	NtLexicon  *lexicon = b->lexicon;
	NtTokens   *tokens = &b->tokens;
	char		text[LEXICON_MAX_BYTES + 3];
	char		folded[UTF8_FOLD_ROOM(LEXICON_MAX_BYTES) + LEXICON_MAX_WORDS];
	NtOwnName	new = {0};
	uint32_t	filter;
	int			line = b->line;
	NtLexiconFault *fault = b->fault;

	if (len > LEXICON_MAX_BYTES)
		return fault_at(fault, line, "name is too long", name, len);
	for (size_t i = 0; i < len; i++)
		if ((uint8_t) name[i] < 0x20 || name[i] == 0x7F)
			return fault_at(fault, line, "name holds a control character", name, len);
	if (memchr(name, '{', len) != NULL || memchr(name, '}', len) != NULL)
		return fault_at(fault, line, "brace that is no id's", name, len);

	/* as inside a sentence, so that a final full stop is taken as there */
	memcpy(text, name, len);
	memcpy(text + len, " X", 2);
	tokens->n = 0;
	token_scan(b->cx, b->vocab, text, (uint32_t) len + 2, tokens);
	tokens->n--;
	if (tokens->n == 0)
		return fault_at(fault, line, "name has no words", name, len);
	if (tokens->n > LEXICON_MAX_WORDS)
		return fault_at(fault, line, "name has too many words", name, len);

	new.words = (uint8_t) tokens->n;
	new.entry = lexicon->entries.n - 1;
	new.hash = hash_tokens(tokens->at, tokens->n);
	for (uint32_t i = 0; i < tokens->n; i++)
	{
		const NtToken *t = &tokens->at[i];

		if (t->flags & TOKEN_CAPITAL)
			new.capitals |= (uint16_t) (1 << i);
		if ((t->flags & TOKEN_UPPER) && t->end - t->start <= 3)
			new.uppers |= (uint16_t) (1 << i);
	}
	new.folded_len = (uint32_t) fold_tokens(text, tokens->at, tokens->n, folded);
	new.folded = keep_string(b, folded, new.folded_len);
	*nt_push(b->cx, &lexicon->names) = new;
	add_slot(lexicon);
	if (tokens->n > lexicon->max_words)
		lexicon->max_words = tokens->n;
	filter = tokens->at[0].hash % LEXICON_FIRST_BITS;
	lexicon->first[filter / 64] |= UINT64_C(1) << filter % 64;
	return true;
}

/* take_id cuts "{scheme:id}" from the end of a line; false when that is no id. */
static bool
take_id(const char *line, size_t *len, const char **id, size_t *id_len)
{
	size_t		open;

	*id_len = 0;
	if (*len == 0 || line[*len - 1] != '}')
		return true;
	for (open = *len - 1; open > 0 && line[open] != '{'; open--)
		;
	if (line[open] != '{' || open + 2 >= *len)
		return false;
	*id = line + open + 1;
	*id_len = *len - open - 2;
	*len = open;
	for (size_t i = 0; i < *id_len; i++)
		if (!entity_id_char((*id)[i]))
			return false;
	return *id_len <= ENTITY_ID_MAX;
}

static bool
add_entry(LexiconBuilder *b, const char *line, size_t len)
{
	NtLexiconFault *fault = b->fault;
	int			number = b->line;
	const char *colon = memchr(line, ':', len);
	const char *id = NULL;
	size_t		id_len;
	size_t		kind_len = colon != NULL ? (size_t) (colon - line) : 0;
	const char *kind_name = line;
	const char *rest;
	size_t		rest_len;
	int			kind;
	bool		first = true;

	if (colon == NULL)
		return fault_at(fault, number, "entry has no \"kind:\"", line, len);
	trim(&kind_name, &kind_len);
	kind = entity_kind_number(kind_name, (int) kind_len);
	if (kind == 0 && !(kind_len == 4 && memcmp(kind_name, "stop", 4) == 0))
		return fault_at(fault, number, "no such kind", kind_name, kind_len);
	rest = colon + 1;
	rest_len = len - (size_t) (rest - line);
	trim(&rest, &rest_len);
	if (!take_id(rest, &rest_len, &id, &id_len))
		return fault_at(fault, number, "id in braces is malformed", line, len);

	for (;;)
	{
		const char *bar = memchr(rest, '|', rest_len);
		const char *name = rest;
		size_t		name_len = bar != NULL ? (size_t) (bar - rest) : rest_len;

		trim(&name, &name_len);
		if (name_len == 0)
			return fault_at(fault, number, "name is empty", line, len);
		if (first)
		{
			NtOwnEntry *e = nt_push(b->cx, &b->lexicon->entries);

			e->kind = (uint8_t) kind;
			e->name = keep_string(b, name, name_len);
			e->name_len = (uint32_t) name_len;
			e->id = keep_string(b, id, id_len);
			first = false;
		}
		if (!add_name(b, name, name_len))
			return false;
		if (bar == NULL)
			return true;
		rest_len -= (size_t) (bar + 1 - rest);
		rest = bar + 1;
	}
}

/* most_names returns how many names the text has at most: one a line that is not empty, and one a bar. */
static size_t
most_names(const char *text, size_t len)
{
	size_t		n = 1;

	for (size_t i = 0; i < len; i++)
		n += text[i] == '|' || (text[i] == '\n' && i + 1 < len && text[i + 1] != '\n' && text[i + 1] != '#');
	return n;
}

/*
 * lexicon_build reads entries from UTF-8 text.  False, and *fault filled, at
 * the first wrong one.  All memory is of cx and must live as long as the
 * lexicon is used.
 */
bool
lexicon_build(NtContext *cx, NtLexicon *lexicon, const NtVocab *vocab,
			  const char *text, size_t len, NtLexiconFault *fault)
{
	LexiconBuilder b = {.cx = cx, .lexicon = lexicon, .vocab = vocab, .fault = fault};

	memset(lexicon, 0, sizeof(*lexicon));
	memset(fault, 0, sizeof(*fault));
	make_room(cx, lexicon, most_names(text, len));
	while (len > 0)
	{
		const char *newline = memchr(text, '\n', len);
		size_t		line_len = newline != NULL ? (size_t) (newline - text) : len;
		const char *line = text;
		size_t		step = line_len + (newline != NULL);

		nt_tick(cx);
		b.line++;
		trim(&line, &line_len);
		if (line_len > 0 && line[0] != '#' &&
			!add_entry(&b, line, line_len))
			return false;
		text += step;
		len -= step;
	}
	return true;
}

static bool
is_written_like(const NtOwnName *name, const NtToken *tokens)
{
	for (uint32_t i = 0; i < name->words; i++)
	{
		if ((name->capitals >> i & 1) && !(tokens[i].flags & TOKEN_CAPITAL))
			return false;
		if ((name->uppers >> i & 1) && !(tokens[i].flags & TOKEN_UPPER))
			return false;
	}
	return true;
}

uint32_t
lexicon_match(const NtLexicon *lexicon, const char *text, const NtToken *tokens,
			  uint32_t i, uint32_t last, uint32_t *entry)
{
	uint32_t	filter = tokens[i].hash % LEXICON_FIRST_BITS;
	uint64_t	h = PHRASE_HASH_SEED;
	uint32_t	found = 0;

	if (lexicon->names.n == 0 || (lexicon->first[filter / 64] >> filter % 64 & 1) == 0)
		return 0;
	for (uint32_t n = 1; n <= lexicon->max_words && i + n <= last; n++)
	{
		h = phrase_hash_add(h, tokens[i + n - 1].hash);
		for (uint32_t slot = (uint32_t) h & lexicon->slot_mask; lexicon->slots[slot] != 0;
			 slot = (slot + 1) & lexicon->slot_mask)
		{
			const NtOwnName *name = &lexicon->names.at[lexicon->slots[slot] - 1];
			char		folded[UTF8_FOLD_ROOM(LEXICON_MAX_BYTES) + LEXICON_MAX_WORDS];

			if (name->hash != h || name->words != n || !is_written_like(name, tokens + i) ||
				tokens[i + n - 1].end - tokens[i].start > LEXICON_MAX_BYTES)
				continue;
			if (fold_tokens(text, tokens + i, n, folded) == name->folded_len &&
				memcmp(folded, name->folded, name->folded_len) == 0)
			{
				*entry = name->entry;
				found = n;
				break;
			}
		}
	}
	return found;
}
