/*
 * gin_signature.c -- GIN over news_signature: copies by bands.
 *
 * A key is made of two bins (signature_keys); articles that are copies share
 * one of the 60 nearly always, others hardly ever, and every candidate is
 * checked against its signature.
 */
#include "copy/news_signature.h"

#include "access/gin.h"
#include "access/stratnum.h"
#include "catalog/pg_type.h"

static Datum *
keys_of(const NewsSignature *s, int32 *n)
{
	NtSignature signature;
	int32		keys[SIGNATURE_KEYS];
	Datum	   *out = palloc(SIGNATURE_KEYS * sizeof(Datum));

	news_signature_unpack(s, &signature);
	signature_keys(&signature, keys);
	for (int i = 0; i < SIGNATURE_KEYS; i++)
		out[i] = Int32GetDatum(keys[i]);
	*n = SIGNATURE_KEYS;
	return out;
}

PG_FUNCTION_INFO_V1(newstext_gin_signature_value);
Datum
newstext_gin_signature_value(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(keys_of(PG_GETARG_NEWS_SIGNATURE(0), (int32 *) PG_GETARG_POINTER(1)));
}

PG_FUNCTION_INFO_V1(newstext_gin_signature_query);
Datum
newstext_gin_signature_query(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(keys_of(PG_GETARG_NEWS_SIGNATURE(0), (int32 *) PG_GETARG_POINTER(1)));
}

/* One key in common makes a candidate. */
PG_FUNCTION_INFO_V1(newstext_gin_signature_consistent);
Datum
newstext_gin_signature_consistent(PG_FUNCTION_ARGS)
{
	*(bool *) PG_GETARG_POINTER(5) = true;	/* recheck */
	PG_RETURN_BOOL(true);
}

PG_FUNCTION_INFO_V1(newstext_gin_signature_tri);
Datum
newstext_gin_signature_tri(PG_FUNCTION_ARGS)
{
	GinTernaryValue *check = (GinTernaryValue *) PG_GETARG_POINTER(0);
	int32		n = PG_GETARG_INT32(3);

	for (int32 i = 0; i < n; i++)
		if (check[i] != GIN_FALSE)
			PG_RETURN_GIN_TERNARY_VALUE(GIN_MAYBE);
	PG_RETURN_GIN_TERNARY_VALUE(GIN_FALSE);
}

#define COPIES_OF_ONE 0.00001	/* of an archive, are copies of one article */

PG_FUNCTION_INFO_V1(newstext_copies_sel);
Datum
newstext_copies_sel(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(COPIES_OF_ONE);
}
