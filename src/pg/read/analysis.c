/*
 * analysis.c -- an article of the server, read by the core; the last one kept.
 *
 *     INSERT INTO article ... entities  news_entities(body)
 *                             quotes    news_quotes(body)
 *                             dates     news_dates(body, published)
 *
 * The three functions see the same body one after the other.  So a backend
 * keeps the analysis of the last article, with a copy of its bytes; a call
 * with the same bytes goes on with it and runs only the stages that nobody has
 * asked for yet.  A comparison of bytes costs less than a hash of them; and a
 * body stored out of its row is not even fetched again, when the place is the
 * same and the statement too.
 *
 * Memory.  The kept analysis has one long-lived memory context, emptied when
 * another article comes.  An article longer than KEEP_BODY_MAX, or one whose
 * analysis took more than KEEP_MEMORY_MAX, is not kept.  A call that ended by
 * an error or a cancel never came to analysis_end(); the next one sees that and
 * starts from nothing, so that no half analysis is ever answered from.
 *
 * Encodings.  The core reads UTF-8.  In a database of another encoding the
 * article is converted, and positions and what it wrote are taken from the
 * original: a span counts the server's characters, and the text at a span is
 * what substr() gives.  In SQL_ASCII bytes are characters, as for the server.
 */
#include "read/analysis.h"

#include "access/detoast.h"
#include "access/xact.h"
#include "catalog/namespace.h"
#include "mb/pg_wchar.h"
#include "utils/memutils.h"

#include "read/encoding.h"
#include "read/model_map.h"
#include "read/link.h"

#define KEEP_BODY_MAX (1024 * 1024)	/* bytes */
#define KEEP_MEMORY_MAX (8 * 1024 * 1024)

/* The first block holds the whole analysis of most articles. */
#define KEEP_FIRST_BLOCK (64 * 1024)

static NewsAnalysis kept;
static bool kept_valid = false;	/* kept holds a sound analysis */

/* Where a body is stored out of its row; all zero when it is not. */
typedef struct Stored
{
	struct varatt_external at;
	TimestampTz transaction;
	TimestampTz statement;
} Stored;

static Stored kept_at;			/* of the kept body */

static uint32
utf8_characters(NewsBytes s)
{
	uint32		n = 0;

	for (int i = 0; i < s.len; i++)
		n += ((unsigned char) s.at[i] & 0xC0) != 0x80;
	return n;
}

/*
 * map_characters is for the encodings in which a character may be two of
 * Unicode (EUC_JIS_2004): it finds the character of the body for each of the
 * text.
 */
static void
map_characters(NewsAnalysis *a, uint32 text_chars)
{
	uint32		n = 0;
	uint32		at = 0;

	a->body_char = palloc_extended((text_chars + 1) * sizeof(uint32), MCXT_ALLOC_HUGE);
	for (const char *p = a->body; p < a->body + a->body_len; n++)
	{
		int			width = Min(pg_mblen(p), a->body + a->body_len - p);
		NewsBytes	one = encoding_to_utf8(p, width);
		uint32		chars = utf8_characters(one);

		while (chars-- > 0 && at < text_chars)
			a->body_char[at++] = n;
		pfree((char *) one.at);
		p += width;
	}
	while (at <= text_chars)
		a->body_char[at++] = n;
}

/* convert_body makes the core's text, in the current memory context. */
static const char *
convert_body(NewsAnalysis *a, uint32 *len)
{
	int			encoding = GetDatabaseEncoding();
	NewsBytes	converted;
	uint32		chars = 0;
	uint32		text_chars;

	a->body_form = BODY_IS_TEXT;
	converted = encoding_to_utf8(a->body, a->body_len);
	*len = converted.len;
	if (converted.at == a->body)
		return converted.at;
	if (pg_encoding_max_length(encoding) == 1)
	{
		a->body_form = BODY_SINGLE_BYTE;
		return converted.at;
	}
	a->body_form = BODY_MULTI_BYTE;
	a->char_start = palloc_extended(((Size) a->body_len + 1) * sizeof(uint32), MCXT_ALLOC_HUGE);
	for (int at = 0; at < a->body_len; at += pg_mblen(a->body + at))
		a->char_start[chars++] = at;
	a->char_start[chars] = a->body_len;
	text_chars = utf8_characters(converted);
	if (text_chars != chars)
		map_characters(a, text_chars);
	return converted.at;
}

/*
 * stored_at tells where a body is stored.  While a statement runs, its snapshot
 * keeps the rows it sees from being vacuumed, so that no other value takes the
 * place of one of them.
 */
static Stored
stored_at(Datum body)
{
	const struct varlena *value = (const struct varlena *) DatumGetPointer(body);
	Stored		stored;

	memset(&stored, 0, sizeof(stored));
	if (VARATT_IS_EXTERNAL_ONDISK(value))
	{
		VARATT_EXTERNAL_GET_POINTER(stored.at, value);
		stored.transaction = GetCurrentTransactionStartTimestamp();
		stored.statement = GetCurrentStatementStartTimestamp();
	}
	return stored;
}

static bool
is_kept_at(const Stored *stored)
{
	return kept_valid && stored->statement != 0 && memcmp(stored, &kept_at, sizeof(kept_at)) == 0;
}

static bool
is_kept_body(const char *bytes, int len)
{
	return kept_valid && kept.body_len == len && memcmp(kept.body, bytes, len) == 0;
}

/* serves tells whether the kept analysis has read names with no other dictionary than this one. */
static bool
serves(const NewsDictionary *dictionary)
{
	return dictionary == ANALYSIS_ANY_DICTIONARY || kept.article.done <= STAGE_NAMES ||
		kept.serial == (dictionary != NULL ? dictionary->serial : 0);
}

/* use_dictionary sets the names that the stages to come will know. */
static void
use_dictionary(NewsAnalysis *a, const NewsDictionary *dictionary)
{
	if (dictionary == ANALYSIS_ANY_DICTIONARY)
		return;
	a->serial = dictionary != NULL ? dictionary->serial : 0;
	a->article.own = dictionary != NULL ? &dictionary->lexicon : NULL;
}

/* go_on returns the kept analysis, which is not sound again before analysis_end(). */
static NewsAnalysis *
go_on(const NewsDictionary *dictionary)
{
	kept_valid = false;
	use_dictionary(&kept, dictionary);
	return &kept;
}

NewsAnalysis *
analysis_begin(Datum body, const NewsDictionary *dictionary)
{
	const NtKnowledge *know = news_knowledge();
	Stored		stored = stored_at(body);
	const struct varlena *value;
	const char *bytes;
	int			len;
	NewsAnalysis *a;
	MemoryContext memory;
	MemoryContext old;
	const char *text;
	uint32		text_len;

	if (is_kept_at(&stored) && serves(dictionary))
		return go_on(dictionary);
	value = PG_DETOAST_DATUM_PACKED(body);
	bytes = VARDATA_ANY(value);
	len = VARSIZE_ANY_EXHDR(value);
	if (len > NEWS_ARTICLE_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("article has %d bytes, the limit is %d", len, NEWS_ARTICLE_MAX)));

	if (len > KEEP_BODY_MAX)
	{
		/* not kept: all of it goes with the caller's memory, on error too */
		memory = AllocSetContextCreate(CurrentMemoryContext, "newstext long article", ALLOCSET_DEFAULT_SIZES);
		a = MemoryContextAllocZero(memory, sizeof(NewsAnalysis));
	}
	else
	{
		if (is_kept_body(bytes, len) && serves(dictionary))
		{
			kept_at = stored;
			return go_on(dictionary);
		}
		kept_valid = false;
		kept_at = stored;
		memory = kept.context.memory;
		if (memory == NULL)
			memory = AllocSetContextCreate(TopMemoryContext, "newstext article", KEEP_FIRST_BLOCK,
										   KEEP_FIRST_BLOCK, ALLOCSET_DEFAULT_MAXSIZE);
		else
			MemoryContextReset(memory);
		a = &kept;
		memset(a, 0, sizeof(*a));
	}
	news_context_init(&a->context, memory);
	a->context.cx.tag_memory = news_tag_memory();

	old = MemoryContextSwitchTo(memory);
	a->body_len = len;
	a->body = a == &kept && len > 0 ? memcpy(palloc(len), bytes, len) : bytes;
	text = convert_body(a, &text_len);
	if (GetDatabaseEncoding() == PG_SQL_ASCII)
		charmap_bytes(&a->chars, text, text_len);
	else
		charmap_build(&a->context.cx, &a->chars, text, text_len);
	article_open(&a->context.cx, &a->article, know, text, text_len);
	use_dictionary(a, dictionary);
	MemoryContextSwitchTo(old);
	return a;
}

void
analysis_end(NewsAnalysis *a)
{
	if (a != &kept)
		MemoryContextDelete(a->context.memory);
	else if (MemoryContextMemAllocated(a->context.memory, true) <= KEEP_MEMORY_MAX)
		kept_valid = true;
	else
		MemoryContextReset(a->context.memory);
}

/* body_character returns the server's number, from 0, of the character at a byte of the stored text. */
static uint32
body_character(const NewsAnalysis *a, uint32 byte)
{
	uint32		n = charmap_chars(&a->chars, byte);

	return a->body_char != NULL ? a->body_char[n] : n;
}

NewsSpan
analysis_body_span(const NewsAnalysis *a, uint32 start, uint32 end)
{
	return (NewsSpan) {body_character(a, start) + 1, body_character(a, end) + 1};
}

NewsSpan
analysis_span(const NewsAnalysis *a, uint32 start, uint32 end)
{
	return analysis_body_span(a, article_start(&a->article, start), article_end(&a->article, end));
}

NewsBytes
analysis_written(const NewsAnalysis *a, uint32 start, uint32 end)
{
	uint32		from = article_start(&a->article, start);
	uint32		to = article_end(&a->article, end);

	if (a->body_form != BODY_IS_TEXT)
	{
		from = body_character(a, from);
		to = body_character(a, to);
		if (a->body_form == BODY_MULTI_BYTE)
		{
			from = a->char_start[from];
			to = a->char_start[to];
		}
	}
	return (NewsBytes) {a->body + from, to - from};
}

/*
 * clean_name makes white space and control characters one space, and drops
 * them at the ends: a name may run over the end of a line.
 */
static NewsBytes
clean_name(NewsBytes name)
{
	char	   *clean;
	int			n = 0;
	bool		same = true;

	for (int i = 0; i < name.len && same; i++)
		same = ((unsigned char) name.at[i] > ' ' && name.at[i] != 0x7F) ||
			(name.at[i] == ' ' && i > 0 && i < name.len - 1 && name.at[i + 1] != ' ');
	if (same)
		return name;
	clean = palloc(name.len);
	for (int i = 0; i < name.len; i++)
	{
		if ((unsigned char) name.at[i] > ' ' && name.at[i] != 0x7F)
			clean[n++] = name.at[i];
		else if (n > 0 && clean[n - 1] != ' ')
			clean[n++] = ' ';
	}
	if (n > 0 && clean[n - 1] == ' ')
		n--;
	return (NewsBytes) {clean, n};
}

/*
 * analysis_clean returns bytes of the text as they read.  What the server's
 * encoding cannot write stays as it is written.
 */
NewsBytes
analysis_clean(const NewsAnalysis *a, uint32 start, uint32 end)
{
	NewsBytes	text = {a->article.text + start, (int) (end - start)};
	NewsBytes	converted;

	if (a->article.markup.runs.n == 0 || !encoding_to_server(text, &converted))
		converted = analysis_written(a, start, end);
	return clean_name(converted);
}

static bool
name_fits(NewsEntityFields *f, NewsBytes name)
{
	f->name = clean_name(name);
	return f->name.len > 0 && f->name.len <= NEWS_NAME_MAX;
}

/* make_entity works out the fields of an entity, in the current memory context. */
static bool
make_entity(NewsAnalysis *a, const NtEntity *e, NewsEntityFields *f)
{
	NewsBytes	name = {e->name, (int) e->name_len};
	NewsBytes	converted;

	memset(f, 0, sizeof(*f));
	f->kind = e->kind;
	if (e->name_len > NEWS_NAME_MAX || !encoding_to_server(name, &converted))
	{
		const NtMention *m = &a->article.mentions.at[e->first_mention];

		return name_fits(f, analysis_clean(a, m->start, m->end));
	}
	if (!name_fits(f, converted))
		return false;
	if (e->id != NULL)
	{
		const char *known = link_default_id(e->kind, name);

		if (known == NULL || strcmp(e->id, known) != 0)
			f->id = (NewsBytes) {e->id, (int) strlen(e->id)};
	}
	return true;
}

/* Each entity is worked out once; kind -1 says that it cannot be one. */
bool
analysis_entity(NewsAnalysis *a, uint32 entity, NewsEntityFields *f)
{
	NewsEntityFields *known;

	if (a->entities == NULL)
		a->entities = MemoryContextAllocExtended(a->context.memory,
												 a->article.entities.n * sizeof(NewsEntityFields) + 1,
												 MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
	known = &a->entities[entity];
	if (known->kind == 0)
	{
		MemoryContext old = MemoryContextSwitchTo(a->context.memory);

		if (!make_entity(a, &a->article.entities.at[entity], known))
			known->kind = -1;
		MemoryContextSwitchTo(old);
	}
	*f = *known;
	return f->kind > 0;
}

bool
analysis_mention(NewsAnalysis *a, const NtMention *m, NewsEntityFields *f)
{
	if (m->entity != NT_NONE)
		return analysis_entity(a, m->entity, f);
	memset(f, 0, sizeof(*f));
	f->kind = m->kind;
	return name_fits(f, analysis_clean(a, m->start, m->end));
}
