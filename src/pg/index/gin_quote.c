/*
 * gin_quote.c -- GIN over news_quote[]: who said what, and of whom.
 *
 * The quote  Zelensky said, "Crimea is Ukraine."  has the keys (gin_query.h)
 *
 *     01 volodymyr  01 zelensky            speaker
 *     11 volodymyr  11 zelensky            a person
 *     30 01 volodymyr  30 01 zelensky      who is quoted directly
 *     25 crimea  25 ukraine                about places
 *     03 crimea  03 is  03 ukrain          said, by the stem
 *     04 said  05 direct  06 said          cue, kind, stance
 *     01  11  30 01  02  25  04  06        there is a speaker ...
 *
 * A row has the keys of all its quotes together, so a query of several terms
 * joined by & is looked up and then asked of the row, but for those of which
 * one key tells (gin_query.c).  One term, or several joined by |, is exact.
 * Every quote has a kind, hence a key.
 */
#include "index/gin_query.h"

#include "utils/array.h"
#include "utils/builtins.h"

#include "type/value.h"

PG_FUNCTION_INFO_V1(news_gin_extract_quote_words);
PG_FUNCTION_INFO_V1(news_gin_query_quote_words);
PG_FUNCTION_INFO_V1(news_gin_extract_quotes);
PG_FUNCTION_INFO_V1(news_gin_query_quotes);
PG_FUNCTION_INFO_V1(news_gin_check_quotes);

/* speaker_keys adds the keys of who speaks in a quote of a kind. */
static void
speaker_keys(KeySet *set, const NewsEntityFields *speaker, uint8 quoted)
{
	WordScan	scan;

	key_present(set, KEY_SPEAKER, -1);
	key_present(set, KEY_SPEAKER_KIND | speaker->kind, -1);
	key_present(set, KEY_SPEAKER_QUOTED, quoted);
	word_scan(&scan, speaker->name.at, speaker->name.len);
	while (word_next(&scan))
	{
		key_add(set, KEY_SPEAKER, -1, scan.word, scan.len);
		key_add(set, KEY_SPEAKER_KIND | speaker->kind, -1, scan.word, scan.len);
		key_add(set, KEY_SPEAKER_QUOTED, quoted, scan.word, scan.len);
	}
}

static void
about_keys(KeySet *set, const NewsEntityFields *about)
{
	WordScan	scan;

	key_present(set, KEY_ABOUT, -1);
	key_present(set, KEY_ABOUT_KIND | about->kind, -1);
	word_scan(&scan, about->name.at, about->name.len);
	while (word_next(&scan))
	{
		key_add(set, KEY_ABOUT_KIND | about->kind, -1, scan.word, scan.len);
		if (!entity_is_frequent(about->kind))
			key_add(set, KEY_ABOUT, -1, scan.word, scan.len);
	}
}

static void
said_keys(KeySet *set, NewsBytes text)
{
	WordScan	scan;

	word_scan(&scan, text.at, text.len);
	while (word_next(&scan))
	{
		char		form[WORD_FORM_MAX];

		key_add(set, KEY_SAID, -1, form, word_form(scan.word, scan.len, form));
	}
}

int
said_pair(const WordStem *a, const WordStem *b, char *key)
{
	if (a->len == 0 || b->len == 0 || form_is_stop(a->form, a->len) || form_is_stop(b->form, b->len))
		return 0;
	memcpy(key, a->form, a->len);
	key[a->len] = '\0';
	memcpy(key + a->len + 1, b->form, b->len);
	return a->len + 1 + b->len;
}

void
quote_pair_keys(KeySet *set, const NewsQuoteFields *quote)
{
	WordScan	scan;
	WordStem	stems[2] = {{.len = 0}, {.len = 0}};

	word_scan(&scan, quote->text.at, quote->text.len);
	for (int i = 0; word_next(&scan); i ^= 1)
	{
		char		key[PAIR_MAX];
		int			len;

		word_stem(scan.word, scan.len, &stems[i]);
		len = said_pair(&stems[i ^ 1], &stems[i], key);
		if (len > 0)
			key_add(set, KEY_SAID_PAIR, -1, key, len);
	}
}

/* quote_keys adds all keys of a quote. */
void
quote_keys(KeySet *set, const NewsQuoteFields *quote, KeyFormat format)
{
	char		kind = quote->kind;

	if (format == KEYS_0_1)
	{
		if (quote->speaker.kind != 0)
			word_keys(set, KEY_SPEAKER, quote->speaker.name);
		for (uint32 i = 0; i < quote->n_abouts; i++)
			word_keys(set, KEY_ABOUT, quote->abouts[i].name);
		word_keys(set, KEY_SAID, quote->text);
	}
	else
	{
		if (quote->speaker.kind != 0)
			speaker_keys(set, &quote->speaker, quote->kind);
		for (uint32 i = 0; i < quote->n_abouts; i++)
			about_keys(set, &quote->abouts[i]);
		said_keys(set, quote->text);
		if (quote->cue.len > 0)
			key_present(set, KEY_CUE, -1);
		if (quote->stance.len > 0)
			key_present(set, KEY_STANCE, -1);
	}
	word_keys(set, KEY_CUE, quote->cue);
	word_keys(set, KEY_STANCE, quote->stance);
	key_add(set, KEY_QUOTE_KIND, -1, &kind, 1);
}

/* add_way adds a way of one kind of key; of KEYS_0_1 it may have to be asked of the row again. */
static void
add_way(GinQueryPlan *gin, uint8 lead, const MatchTerm *term, bool exact)
{
	gin_way_begin(gin, exact);
	/* an old index does not say that there is one: every row may do */
	if (term->words.n > 0 || gin->format == KEYS_0_2)
		gin_way_words(gin, lead, -1, term);
	else
		gin->ways[gin->n_ways - 1].exact = false;
}

static void
speaker_way(GinQueryPlan *gin, const MatchTerm *term, uint8 quoted)
{
	bool		kinds = gin->format == KEYS_0_2;

	if (!kinds || quoted == 0)
		add_way(gin, kinds && term->kind != 0 ? KEY_SPEAKER_KIND | term->kind : KEY_SPEAKER, term,
				kinds || term->kind == 0);
	else
	{
		gin_way_begin(gin, true);
		gin_way_words(gin, KEY_SPEAKER_QUOTED, quoted, term);
		if (term->kind != 0)
			gin_way_words(gin, KEY_SPEAKER_KIND | term->kind, -1, term);
	}
}

/* Words inside a quote are mostly of one kind: asked without, four look-ups of which most find nothing. */
static void
about_way(GinQueryPlan *gin, const MatchTerm *term)
{
	bool		kinds = gin->format == KEYS_0_2;

	if (kinds && term->kind == 0 && term->words.n > 0)
		for (int kind = 1; kind <= ENTITY_KIND_MAX; kind++)
			if (entity_is_frequent(kind))
				add_way(gin, KEY_ABOUT_KIND | kind, term, true);
	add_way(gin, kinds && term->kind != 0 ? KEY_ABOUT_KIND | term->kind : KEY_ABOUT, term,
			kinds || term->kind == 0);
}

/* said_entry adds the entry of a word said; of a prefix as scan says. */
static void
said_entry(GinQueryPlan *gin, const MatchTerm *term, uint32 i, EntryScan scan)
{
	NewsBytes	word = {word_at(&term->words, i), term->words.at[i].len};
	GinEntry   *entry;

	if (term->prefix && i == term->words.n - 1)
	{
		entry = gin_way_key(gin, KEY_SAID, -1, word.at,
							scan == SCAN_FORM_MAY ? FORM_HEAD_MIN : word.len, scan);
		entry->prefix = word;
	}
	else if (gin->format == KEYS_0_2)
		gin_way_key(gin, KEY_SAID, -1, term->stems[i].form, term->stems[i].len, SCAN_KEY);
	else
	{
		entry = gin_way_key(gin, KEY_SAID, -1, term->stems[i].form, term->stems[i].head, SCAN_STEM);
		entry->stem = &term->stems[i];
	}
}

/*
 * said_ways adds the ways for words to be said: by their forms.  A prefix is
 * looked up among forms whose words all begin so, and among those, shorter than
 * itself, of which some may: immigra* among immigrate and immigr.
 */
static void
said_ways(GinQueryPlan *gin, const MatchTerm *term)
{
	bool		old = gin->format == KEYS_0_1;
	int			ways = !old && term->prefix && term->words.n > 0 &&
		term->words.at[term->words.n - 1].len > FORM_HEAD_MIN ? 2 : 1;

	if (term->words.n == 0)
		add_way(gin, KEY_SAID, term, true);
	for (int way = 0; way < ways && term->words.n > 0; way++)
	{
		gin_way_begin(gin, term->words.n == 1 && way == 0);
		for (uint32 i = 0; i < term->words.n; i++)
			said_entry(gin, term, i, old ? SCAN_PREFIX : way == 0 ? SCAN_FORM_ALL : SCAN_FORM_MAY);
	}
}

/* quote_term_ways adds the ways for a term to be true. */
void
quote_term_ways(GinQueryPlan *gin, const MatchTerm *term, const GinTerm *as)
{
	char		kind = term->kind;

	switch ((QueryField) term->field)
	{
		case FIELD_ANY:
			speaker_way(gin, term, 0);
			about_way(gin, term);
			if (kind == 0)
				said_ways(gin, term);
			break;
		case FIELD_SPEAKER:
			speaker_way(gin, term, as->quoted);
			break;
		case FIELD_ABOUT:
			about_way(gin, term);
			break;
		case FIELD_SAID:
			said_ways(gin, term);
			break;
		case FIELD_CUE:
			add_way(gin, KEY_CUE, term, true);
			break;
		case FIELD_STANCE:
			add_way(gin, KEY_STANCE, term, true);
			break;
		case FIELD_KIND:
			gin_way_begin(gin, true);
			gin_way_key(gin, KEY_QUOTE_KIND, -1, &kind, 1, SCAN_KEY);
			break;
	}
}

static void
add_quote(KeySet *set, Datum element, KeyFormat format)
{
	NewsQuoteFields quote;

	news_quote_unpack(DatumGetNewsQuote(element), &quote);
	quote_keys(set, &quote, format);
}

Datum
news_gin_extract_quotes(PG_FUNCTION_ARGS)
{
	return gin_extract(fcinfo, add_quote, KEYS_0_1);
}

Datum
news_gin_extract_quote_words(PG_FUNCTION_ARGS)
{
	return gin_extract(fcinfo, add_quote, KEYS_0_2);
}

/* For && and <@ the keys of each quote of the query are one way. */
typedef struct QuotesQuery
{
	int			n_ways;
	int			cap_ways;
	int		   *end;			/* entries of way w end here */
} QuotesQuery;

/* add_quote_way adds the keys of a quote, each of which may be asked again by the next. */
static void
add_quote_way(KeySet *set, Datum element, KeyFormat format, void *of)
{
	QuotesQuery *query = of;

	set->present = 0;
	add_quote(set, element, format);
	if (query->n_ways == query->cap_ways)
	{
		query->cap_ways = Max(8, query->cap_ways * 2);
		query->end = query->end ? repalloc_huge(query->end, query->cap_ways * sizeof(int)) :
			palloc(query->cap_ways * sizeof(int));
	}
	query->end[query->n_ways++] = set->n;
}

static Datum
query_quotes(FunctionCallInfo fcinfo, KeyFormat format)
{
	return gin_extract_query(fcinfo, add_quote_way, format, TARGET_QUOTES, palloc0(sizeof(QuotesQuery)));
}

Datum
news_gin_query_quotes(PG_FUNCTION_ARGS)
{
	return query_quotes(fcinfo, KEYS_0_1);
}

Datum
news_gin_query_quote_words(PG_FUNCTION_ARGS)
{
	return query_quotes(fcinfo, KEYS_0_2);
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
			PG_RETURN_GIN_TERNARY_VALUE(gin_query_check(extra, check));
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
