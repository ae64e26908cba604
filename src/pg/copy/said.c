/*
 * said.c -- quotes % 'words': articles in which somebody is quoted with these
 * words or nearly these; and GIN for it.
 */
#include "copy/saying.h"

#include "access/gin.h"
#include "access/stratnum.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"

static void
quote_saying(const NewsQuote *q, Saying *out)
{
	NewsQuoteFields f;

	news_quote_unpack(q, &f);
	saying_read(f.text, out);
}

/* news_similarity(a, b): how near the words of two quotes are. */
PG_FUNCTION_INFO_V1(news_quote_similarity);
Datum
news_quote_similarity(PG_FUNCTION_ARGS)
{
	Saying		a;
	Saying		b;

	quote_saying(PG_GETARG_NEWS_QUOTE(0), &a);
	quote_saying(PG_GETARG_NEWS_QUOTE(1), &b);
	PG_RETURN_FLOAT4((float4) saying_similarity(&a, &b));
}

/* quote % 'words' */
PG_FUNCTION_INFO_V1(news_quote_says);
Datum
news_quote_says(PG_FUNCTION_ARGS)
{
	Saying		a;
	Saying		b;

	quote_saying(PG_GETARG_NEWS_QUOTE(0), &a);
	saying_read(news_text_bytes(PG_GETARG_TEXT_PP(1)), &b);
	PG_RETURN_BOOL(saying_same(&a, &b));
}

/* quotes % 'words' */
PG_FUNCTION_INFO_V1(news_quotes_say);
Datum
news_quotes_say(PG_FUNCTION_ARGS)
{
	ArrayIterator it = array_create_iterator(PG_GETARG_ARRAYTYPE_P(0), 0, NULL);
	Saying		words;
	Datum		element;

	saying_read(news_text_bytes(PG_GETARG_TEXT_PP(1)), &words);
	while (news_next_element(it, &element))
	{
		Saying		said;

		CHECK_FOR_INTERRUPTS();
		quote_saying(DatumGetNewsQuote(element), &said);
		if (saying_same(&said, &words))
			PG_RETURN_BOOL(true);
		pfree(said.words);
	}
	PG_RETURN_BOOL(false);
}

/* ---- GIN ---------------------------------------------------------------------- */

/* unique_datums returns keys once each. */
static Datum *
unique_datums(int32 *keys, int32 *n)
{
	Datum	   *out;

	*n = saying_unique(keys, *n);
	out = palloc_extended(*n * sizeof(Datum) + 1, MCXT_ALLOC_HUGE);
	for (int32 i = 0; i < *n; i++)
		out[i] = Int32GetDatum(keys[i]);
	return out;
}

PG_FUNCTION_INFO_V1(newstext_gin_said_value);
Datum
newstext_gin_said_value(PG_FUNCTION_ARGS)
{
	ArrayIterator it = array_create_iterator(PG_GETARG_ARRAYTYPE_P(0), 0, NULL);
	int32	   *n = (int32 *) PG_GETARG_POINTER(1);
	int32	   *all = palloc(1);
	Datum		element;

	*n = 0;
	while (news_next_element(it, &element))
	{
		Saying		said;
		int32	   *keys;
		int32		more;

		CHECK_FOR_INTERRUPTS();
		quote_saying(DatumGetNewsQuote(element), &said);
		keys = saying_keys(&said, &more);
		all = repalloc_huge(all, ((Size) *n + more) * sizeof(int32) + 1);
		memcpy(all + *n, keys, more * sizeof(int32));
		*n += more;
		pfree(said.words);
		pfree(keys);
	}
	PG_RETURN_POINTER(unique_datums(all, n));
}

/* Words without a key (there are none at all) find nothing. */
PG_FUNCTION_INFO_V1(newstext_gin_said_query);
Datum
newstext_gin_said_query(PG_FUNCTION_ARGS)
{
	int32	   *n = (int32 *) PG_GETARG_POINTER(1);
	Saying		words;

	saying_read(news_text_bytes(PG_GETARG_TEXT_PP(0)), &words);
	PG_RETURN_POINTER(unique_datums(saying_keys(&words, n), n));
}
