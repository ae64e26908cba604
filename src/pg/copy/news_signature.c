/*
 * news_signature.c -- the type news_signature: an article's words in 248 bytes,
 * for finding its copies (src/core/copy/signature.c tells how).
 *
 * Text form: the number of shingles, a colon, and 480 hexadecimal digits, four
 * a bin.  Binary form: version byte 1, number of shingles (int32), 120 int16.
 */
#include "copy/news_signature.h"

#include "common/hashfn.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "utils/builtins.h"

#include "read/analysis.h"

static NewsSignature *
signature_pack(const NtSignature *from)
{
	NewsSignature *s = palloc0(sizeof(NewsSignature));

	s->version = NEWS_SIGNATURE_VERSION;
	s->shingles = from->shingles;
	memcpy(s->bins, from->bins, sizeof(s->bins));
	return s;
}

void
news_signature_unpack(const NewsSignature *s, NtSignature *out)
{
	if (s->version != NEWS_SIGNATURE_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("value of type news_signature has version %d, which this release does not know", s->version)));
	out->shingles = s->shingles;
	memcpy(out->bins, s->bins, sizeof(out->bins));
}

/* news_signature returns the signature of an article, NULL when it has too few words. */
PG_FUNCTION_INFO_V1(news_signature);
Datum
news_signature(PG_FUNCTION_ARGS)
{
	NewsAnalysis *a = analysis_begin(PG_GETARG_DATUM(0), ANALYSIS_ANY_DICTIONARY);
	NtSignature s;
	bool		enough;

	article_need(&a->article, STAGE_SECTIONS);
	enough = signature_of(&a->article, &s);
	analysis_end(a);
	if (!enough)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(signature_pack(&s));
}

/* ---- text and binary forms ------------------------------------------------------ */

static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

PG_FUNCTION_INFO_V1(news_signature_in);
Datum
news_signature_in(PG_FUNCTION_ARGS)
{
	const char *input = PG_GETARG_CSTRING(0);
	const char *p = input;
	NtSignature s = {0};
	uint64		shingles = 0;
	bool		good;

	while (*p >= '0' && *p <= '9' && shingles <= PG_INT32_MAX)
		shingles = shingles * 10 + (*p++ - '0');
	good = shingles > 0 && shingles <= PG_INT32_MAX && *p++ == ':' && strlen(p) == SIGNATURE_BINS * 4;
	s.shingles = (uint32) shingles;
	for (int i = 0; good && i < SIGNATURE_BINS * 4; i++)
	{
		int			digit = hex_value(p[i]);

		good = digit >= 0;
		s.bins[i / 4] = s.bins[i / 4] << 4 | (digit & 15);
	}
	if (!good)
		ereturn(fcinfo->context, (Datum) 0,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type %s: \"%.*s\"", "news_signature", 60, input),
				 errdetail("It is a number of shingles, a colon and %d hexadecimal digits.", SIGNATURE_BINS * 4),
				 errhint("To sign an article that is written as a literal, write news_signature('...'::text).")));
	PG_RETURN_POINTER(signature_pack(&s));
}

PG_FUNCTION_INFO_V1(news_signature_out);
Datum
news_signature_out(PG_FUNCTION_ARGS)
{
	NtSignature s;
	StringInfoData out;

	news_signature_unpack(PG_GETARG_NEWS_SIGNATURE(0), &s);
	initStringInfo(&out);
	appendStringInfo(&out, "%u:", s.shingles);
	for (int i = 0; i < SIGNATURE_BINS; i++)
		appendStringInfo(&out, "%04x", s.bins[i]);
	PG_RETURN_CSTRING(out.data);
}

PG_FUNCTION_INFO_V1(news_signature_recv);
Datum
news_signature_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	int			version = pq_getmsgbyte(buf);
	NtSignature s;

	if (version != NEWS_SIGNATURE_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("unsupported news_signature version number %d", version)));
	s.shingles = pq_getmsgint(buf, 4);
	if (s.shingles == 0 || s.shingles > PG_INT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid number of shingles in external news_signature value")));
	for (int i = 0; i < SIGNATURE_BINS; i++)
		s.bins[i] = pq_getmsgint(buf, 2);
	PG_RETURN_POINTER(signature_pack(&s));
}

PG_FUNCTION_INFO_V1(news_signature_send);
Datum
news_signature_send(PG_FUNCTION_ARGS)
{
	NtSignature s;
	StringInfoData buf;

	news_signature_unpack(PG_GETARG_NEWS_SIGNATURE(0), &s);
	pq_begintypsend(&buf);
	pq_sendbyte(&buf, NEWS_SIGNATURE_VERSION);
	pq_sendint32(&buf, s.shingles);
	for (int i = 0; i < SIGNATURE_BINS; i++)
		pq_sendint16(&buf, s.bins[i]);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* ---- comparing ---------------------------------------------------------------------- */

#define SIGNATURE_COMPARISON(name, comparison) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		int			cmp = memcmp(PG_GETARG_NEWS_SIGNATURE(0), PG_GETARG_NEWS_SIGNATURE(1), sizeof(NewsSignature)); \
		PG_RETURN_BOOL(cmp comparison 0); \
	}

SIGNATURE_COMPARISON(news_signature_eq, ==)
SIGNATURE_COMPARISON(news_signature_ne, !=)

PG_FUNCTION_INFO_V1(news_signature_hash);
Datum
news_signature_hash(PG_FUNCTION_ARGS)
{
	return hash_any((const unsigned char *) PG_GETARG_NEWS_SIGNATURE(0), sizeof(NewsSignature));
}

PG_FUNCTION_INFO_V1(news_signature_hash_extended);
Datum
news_signature_hash_extended(PG_FUNCTION_ARGS)
{
	return hash_any_extended((const unsigned char *) PG_GETARG_NEWS_SIGNATURE(0), sizeof(NewsSignature), PG_GETARG_INT64(1));
}

PG_FUNCTION_INFO_V1(news_signature_similarity);
Datum
news_signature_similarity(PG_FUNCTION_ARGS)
{
	NtSignature a;
	NtSignature b;

	news_signature_unpack(PG_GETARG_NEWS_SIGNATURE(0), &a);
	news_signature_unpack(PG_GETARG_NEWS_SIGNATURE(1), &b);
	PG_RETURN_FLOAT4((float4) signature_similarity(&a, &b) / 1000);
}

static bool
news_signature_near(const NewsSignature *a, const NewsSignature *b, int similarity)
{
	NtSignature x;
	NtSignature y;
	int			equal = 0;

	news_signature_unpack(a, &x);
	news_signature_unpack(b, &y);
	for (int i = 0; i < SIGNATURE_BINS; i++)
		equal += x.bins[i] == y.bins[i];
	return equal >= NEWS_COPY_BINS && signature_similarity(&x, &y) >= similarity;
}

/* a % b: copies of each other. */
PG_FUNCTION_INFO_V1(news_signature_copies);
Datum
news_signature_copies(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(news_signature_near(PG_GETARG_NEWS_SIGNATURE(0), PG_GETARG_NEWS_SIGNATURE(1), NEWS_COPY_SIMILARITY));
}

/* The same with a threshold of the caller's; no index answers it. */
PG_FUNCTION_INFO_V1(news_copies);
Datum
news_copies(PG_FUNCTION_ARGS)
{
	float4		least = PG_GETARG_FLOAT4(2);

	if (!(least >= 0 && least <= 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("similarity %g is not between 0 and 1", least)));
	PG_RETURN_BOOL(news_signature_near(PG_GETARG_NEWS_SIGNATURE(0), PG_GETARG_NEWS_SIGNATURE(1), (int) (least * 1000 + 0.5)));
}
