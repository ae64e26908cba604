/*
 * gin_quote.c -- GIN over news_quote[]: who said what, and of whom.
 *
 * The quote  Zelensky said, "Crimea is Ukraine."  has the keys (gin_query.h)
 *
 *     01 volodymyr  01 zelensky            speaker
 *     02 crimea  02 ukraine                about
 *     03 crimea  03 is  03 ukraine         said
 *     04 said    05 direct
 *
 * A row has the keys of all its quotes together, so a query of several terms
 * joined by & is looked up and then asked of the row.  One term, or several
 * joined by |, is exact.  Every quote has a kind, hence a key.
 */
#include "index/gin_query.h"

#include "utils/array.h"
#include "utils/builtins.h"

PG_FUNCTION_INFO_V1(news_gin_extract_quotes);
PG_FUNCTION_INFO_V1(news_gin_query_quotes);
PG_FUNCTION_INFO_V1(news_gin_check_quotes);

/* quote_keys adds all keys of a quote. */
void
quote_keys(KeySet *set, const NewsQuoteFields *quote)
{
	const char *p = quote->about_bytes;
	char		kind = quote->kind;

	if (quote->speaker.kind != 0)
		word_keys(set, KEY_SPEAKER, quote->speaker.name);
	for (uint32 i = 0; i < quote->n_abouts; i++)
	{
		NewsEntityFields about;

		p = news_quote_next_about(p, &about);
		word_keys(set, KEY_ABOUT, about.name);
	}
	word_keys(set, KEY_SAID, quote->text);
	word_keys(set, KEY_CUE, quote->cue);
	word_keys(set, KEY_STANCE, quote->stance);
	key_add(set, KEY_QUOTE_KIND, &kind, 1);
}

/* quote_term_ways adds the ways for a term to be true. */
void
quote_term_ways(GinQueryPlan *gin, const MatchTerm *term)
{
	char		kind = term->kind;

	switch ((QueryField) term->field)
	{
		case FIELD_ANY:
			gin_add_way(gin, KEY_SPEAKER, term, kind == 0);
			gin_add_way(gin, KEY_ABOUT, term, kind == 0);
			if (kind == 0)
				gin_add_way(gin, KEY_SAID, term, true);
			break;
		case FIELD_SPEAKER:
			gin_add_way(gin, KEY_SPEAKER, term, kind == 0);
			break;
		case FIELD_ABOUT:
			gin_add_way(gin, KEY_ABOUT, term, kind == 0);
			break;
		case FIELD_SAID:
			gin_add_way(gin, KEY_SAID, term, true);
			break;
		case FIELD_CUE:
			gin_add_way(gin, KEY_CUE, term, true);
			break;
		case FIELD_STANCE:
			gin_add_way(gin, KEY_STANCE, term, true);
			break;
		case FIELD_KIND:
			gin_add_way(gin, KEY_QUOTE_KIND, term, true);
			key_add(&gin->set, KEY_QUOTE_KIND, &kind, 1);
			gin->ways[gin->n_ways - 1].n = 1;
			gin->ways[gin->n_ways - 1].exact = true;
			break;
	}
}

static int
quotes_keys(KeySet *set, ArrayType *array, bool *has_null)
{
	ArrayIterator it = array_create_iterator(array, 0, NULL);
	Datum		value;
	bool		isnull;
	int			quotes = 0;

	while (array_iterate(it, &value, &isnull))
	{
		NewsQuoteFields quote;

		if (isnull)
		{
			*has_null = true;
			continue;
		}
		news_quote_unpack(DatumGetNewsQuote(value), &quote);
		quote_keys(set, &quote);
		quotes++;
	}
	return quotes;
}

Datum
news_gin_extract_quotes(PG_FUNCTION_ARGS)
{
	int32	   *n = (int32 *) PG_GETARG_POINTER(1);
	KeySet		set = {0};
	bool		has_null;

	quotes_keys(&set, PG_GETARG_ARRAYTYPE_P(0), &has_null);
	*n = set.n;
	PG_RETURN_POINTER(set.keys);
}

/* For && and <@ the keys of each quote of the query are one way. */
typedef struct QuotesQuery
{
	int			n_ways;
	int		   *end;			/* entries of way w end here */
} QuotesQuery;

Datum
news_gin_query_quotes(PG_FUNCTION_ARGS)
{
	int32	   *n = (int32 *) PG_GETARG_POINTER(1);
	StrategyNumber strategy = PG_GETARG_UINT16(2);
	bool	  **partial = (bool **) PG_GETARG_POINTER(3);
	Pointer   **extra = (Pointer **) PG_GETARG_POINTER(4);
	int32	   *mode = (int32 *) PG_GETARG_POINTER(6);
	ArrayType  *array;
	ArrayIterator it;
	Datum		value;
	bool		isnull;
	KeySet		set = {0};
	QuotesQuery *query;
	bool		has_null = false;

	if (strategy == STRATEGY_MATCH)
	{
		GinQueryPlan *gin = gin_query_plan(query_check(PG_GETARG_NEWS_QUERY(0)), TARGET_QUOTES, false);

		PG_RETURN_POINTER(gin_query_entries(gin, n, partial, extra, mode));
	}

	array = PG_GETARG_ARRAYTYPE_P(0);
	query = palloc0(sizeof(QuotesQuery));
	query->end = palloc(sizeof(int) * (ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array)) + 1));
	it = array_create_iterator(array, 0, NULL);
	while (array_iterate(it, &value, &isnull))
	{
		NewsQuoteFields quote;

		if (isnull)
		{
			has_null = true;
			continue;
		}
		news_quote_unpack(DatumGetNewsQuote(value), &quote);
		quote_keys(&set, &quote);
		query->end[query->n_ways++] = set.n;
	}
	PG_RETURN_POINTER(gin_array_entries(&set, strategy, has_null, query, n, extra, mode));
}

static bool
all_there(const GinTernaryValue *check, int from, int to)
{
	for (int i = from; i < to; i++)
		if (check[i] == GIN_FALSE)
			return false;
	return true;
}

/* triconsistent; what is about whole quotes is never certain by their keys. */
Datum
news_gin_check_quotes(PG_FUNCTION_ARGS)
{
	GinTernaryValue *check = (GinTernaryValue *) PG_GETARG_POINTER(0);
	StrategyNumber strategy = PG_GETARG_UINT16(1);
	int32		n = PG_GETARG_INT32(3);
	Pointer    *extra = (Pointer *) PG_GETARG_POINTER(4);
	bool		maybe = true;

	switch (strategy)
	{
		case STRATEGY_MATCH:
			PG_RETURN_GIN_TERNARY_VALUE(gin_query_check((GinQueryPlan *) extra[0], check));
		case STRATEGY_OVERLAP:
			{
				const QuotesQuery *query = (QuotesQuery *) extra[0];

				maybe = false;
				for (int w = 0; w < query->n_ways && !maybe; w++)
					maybe = all_there(check, w == 0 ? 0 : query->end[w - 1], query->end[w]);
			}
			break;
		case STRATEGY_CONTAINS:
		case STRATEGY_EQUAL:
			maybe = all_there(check, 0, n);
			break;
		case STRATEGY_CONTAINED:
			break;
		default:
			elog(ERROR, "unrecognized strategy number: %d", strategy);
	}
	PG_RETURN_GIN_TERNARY_VALUE(maybe ? GIN_MAYBE : GIN_FALSE);
}
