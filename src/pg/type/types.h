/*
 * types.h -- how news_entity, news_quote and news_date are stored.
 *
 * Every value is a varlena of alignment 4: a version byte, a byte of kind
 * (kind.h) and flags, then numbers and texts in small forms (pack.h), in the
 * order that the type's *_pack() writes.  Values that are equal are equal byte
 * for byte: nothing is padded, every text has one form, and comparison, hashing
 * and index keys never ask a collation.  Text is in the server's encoding;
 * positions count characters of the article from 1, half-open.
 *
 * Release 0.1.0 stored version 1, plain structs: NewsEntity, NewsQuote and
 * NewsDate below.  They are read still, and are the image (value.h) that
 * comparison and hashing fall back on, so that values of both versions are
 * equal, and hash and btree indexes hold.
 *
 * What is stored is never read through these structs directly but through
 * *_unpack(), which gives pointers into it, and never written but through
 * *_pack(), which is the one place that checks a value: the input, receive,
 * constructor and extraction functions all end there.
 */
#ifndef NEWSTEXT_TYPES_H
#define NEWSTEXT_TYPES_H

#include "compat.h"

#include "base/kind.h"

#include "datatype/timestamp.h"
#include "utils/date.h"

/* Of stored values; those of version 1, of release 0.1.0, are read as well. */
#define NEWS_VALUE_VERSION 2
#define NEWS_VALUE_VERSION_1 1

/* Of the binary form on the wire. */
#define NEWS_ENTITY_VERSION 1
#define NEWS_QUOTE_VERSION 1
#define NEWS_DATE_VERSION 1

/* A name longer than this is none; it also has to fit an index entry. */
#define NEWS_NAME_MAX 1000		/* bytes */
#define NEWS_STANCE_MAX 31		/* bytes, of [a-z_] */
#define NEWS_VALUE_MAX 39		/* bytes, of printable ASCII: TIMEX3 */

#define NEWS_CONFIDENCE_ONE 1000	/* confidence is in thousandths */

/* Bytes inside a value, not terminated. */
typedef struct NewsBytes
{
	const char *at;
	int			len;
} NewsBytes;

/* Characters [lower, upper) of the article, from 1; lower 0: none. */
typedef struct NewsSpan
{
	int32		lower;
	int32		upper;
} NewsSpan;

/*
 * news_entity: who or what is named.
 *
 * The id is stored only when it is not the one that the lexicon gives for the
 * name alone: gpe:Paris is Paris, France, and Paris in Texas is
 * gpe:Paris <geonames:4717560>.  So a literal written from a name equals what
 * extraction stores, and two places of one name stay two.  Equality, order
 * (kind, name, id) and hashes cover all three, as bytes.
 */
typedef struct NewsEntity
{
	int32		vl_len_;
	uint8		version;
	uint8		kind;			/* NtEntityKind */
	uint8		id_len;			/* 0: the id that the name alone gives, if any */
	uint8		reserved;		/* 0 */
	char		bytes[FLEXIBLE_ARRAY_MEMBER];	/* name, id */
} NewsEntity;

typedef struct NewsEntityFields
{
	int			kind;			/* 0: no entity */
	NewsBytes	name;
	NewsBytes	id;
} NewsEntityFields;

/*
 * news_quote: who said what.
 *
 * After the fixed part: the spans of its parts, then the bytes of the
 * speaker's name and id, the stance, the speaker's mention, the cue, the text,
 * and the entities named inside the quote, each a NewsAbout header and its
 * name and id, unaligned.
 */
typedef struct NewsQuote
{
	int32		vl_len_;
	uint8		version;
	uint8		kind;			/* NtQuoteKind */
	uint8		speaker_kind;	/* NtEntityKind, 0: nobody resolved */
	uint8		speaker_id_len;
	uint16		speaker_name_len;
	uint16		confidence;		/* thousandths */
	uint8		stance_len;		/* 0: none */
	uint8		reserved[3];	/* 0 */
	uint32		mention_len;	/* 0: the sentence wrote none */
	uint32		cue_len;		/* 0: none */
	uint32		text_len;
	uint32		n_parts;
	uint32		n_abouts;
	NewsSpan	speaker_span;
	NewsSpan	cue_span;
	NewsSpan	parts[FLEXIBLE_ARRAY_MEMBER];
} NewsQuote;

typedef struct NewsAbout
{
	uint8		kind;
	uint8		id_len;
	uint16		name_len;
} NewsAbout;

typedef struct NewsQuoteFields
{
	int			kind;
	int			confidence;
	NewsEntityFields speaker;
	NewsBytes	stance;			/* class of the cue: said, denied, asked ... */
	NewsBytes	mention;		/* of the speaker, as the sentence wrote it */
	NewsBytes	cue;
	NewsBytes	text;			/* the parts, joined by one space */
	NewsSpan	speaker_span;
	NewsSpan	cue_span;
	const NewsSpan *parts;
	uint32		n_parts;
	const NewsEntityFields *abouts; /* the entities named inside */
	uint32		n_abouts;
} NewsQuoteFields;

/* news_date: one time expression, TIMEX3. */
typedef struct NewsDate
{
	int32		vl_len_;
	uint8		version;
	uint8		kind;			/* NtDateKind */
	uint8		mod;			/* NtDateMod */
	uint8		value_len;		/* 0: no value, an impossible date */
	DateADT		first;			/* days [first, last); equal and 0: no range */
	DateADT		last;
	NewsSpan	span;
	uint16		confidence;		/* thousandths */
	uint16		reserved;		/* 0 */
	char		bytes[FLEXIBLE_ARRAY_MEMBER];	/* value, mention */
} NewsDate;

typedef struct NewsDateFields
{
	int			kind;
	int			mod;
	int			confidence;
	bool		has_range;
	DateADT		first;
	DateADT		last;
	NewsBytes	value;
	NewsBytes	mention;
	NewsSpan	span;
} NewsDateFields;

#define DatumGetNewsEntity(d) ((NewsEntity *) PG_DETOAST_DATUM(d))
#define DatumGetNewsQuote(d) ((NewsQuote *) PG_DETOAST_DATUM(d))
#define DatumGetNewsDate(d) ((NewsDate *) PG_DETOAST_DATUM(d))
#define PG_GETARG_NEWS_ENTITY(n) DatumGetNewsEntity(PG_GETARG_DATUM(n))
#define PG_GETARG_NEWS_QUOTE(n) DatumGetNewsQuote(PG_GETARG_DATUM(n))
#define PG_GETARG_NEWS_DATE(n) DatumGetNewsDate(PG_GETARG_DATUM(n))

/* Which SQLSTATE a fault has: it came as text, as bytes, or as an argument. */
typedef enum NewsOrigin
{
	FROM_TEXT,					/* invalid_text_representation */
	FROM_BINARY,				/* invalid_binary_representation */
	FROM_ARGUMENT				/* invalid_parameter_value */
} NewsOrigin;

/*
 * Where a value comes from, for the faults found while it is made.  With a
 * soft error context (version 16) a fault is saved there, and the functions
 * below return false or NULL; without, they return only good news.
 */
typedef struct NewsMaker
{
	NewsOrigin	origin;
	const char *type;			/* "news_entity" ... */
	const char *input;			/* the literal, for the message; or NULL */
	struct Node *escontext;
} NewsMaker;

extern bool news_fault(const NewsMaker *maker, const char *detail,...) pg_attribute_printf(2, 3);

extern int	news_bytes_compare(NewsBytes a, NewsBytes b);

/* news_entity.c */
extern NewsEntity *news_entity_pack(const NewsEntityFields *f, const NewsMaker *maker);
extern void news_entity_unpack(const NewsEntity *e, NewsEntityFields *f);

extern bool news_entity_check(const NewsEntityFields *f, const NewsMaker *maker);
extern bool news_entity_accept(NewsEntityFields *f, const NewsMaker *maker);
extern bool news_entity_parse(const char *s, int len, NewsEntityFields *f, const NewsMaker *maker);
extern void news_entity_print(StringInfo out, const NewsEntityFields *f);
extern int	news_entity_compare(const NewsEntityFields *a, const NewsEntityFields *b);

/* news_entity_kinds returns the names of all kinds, for messages. */
extern const char *news_entity_kinds(void);

/*
 * quote_pack.c, date_pack.c: pack checks the fields and returns them as a value; unpack finds
 * them in one and that they lie inside it, and they point into it and into memory of the
 * current context; image returns a value as version 1 has it.
 */
extern NewsQuote *news_quote_pack(const NewsQuoteFields *f, const NewsMaker *maker);
extern void news_quote_unpack(const NewsQuote *q, NewsQuoteFields *f);
extern const struct varlena *news_quote_image(const struct varlena *value);
extern NewsDate *news_date_pack(const NewsDateFields *f, const NewsMaker *maker);
extern void news_date_unpack(const NewsDate *d, NewsDateFields *f);
extern const struct varlena *news_date_image(const struct varlena *value);

#endif
