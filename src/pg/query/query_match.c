/*
 * query_match.c -- does an article's row answer a news_query?
 *
 * Asked of entities, each term is true when one of them has the term's kind
 * and, in this order, its words; words between them do not matter, so that
 * 'george bush' finds George W. Bush.  The terms of one query may be met by
 * different entities: "putin & gpe:ukraine" asks for an article that names both.
 *
 * Asked of quotes, the whole query must hold of one quote:
 * "speaker:zelensky & crimea" asks what Zelensky said of Crimea, not for an
 * article where somebody else did.  "!x" is therefore true when some quote
 * does without x.  Words of speakers and entities are met as above; words
 * said must follow one another.
 *
 * A query is made ready once and kept in the call site's memory: its terms
 * cut into folded words.
 */
#include "query/query_match.h"

#include "access/gin.h"
#include "utils/array.h"
#include "utils/memutils.h"

#include "base/kind.h"
#include "type/value.h"

PG_FUNCTION_INFO_V1(news_entity_match);
PG_FUNCTION_INFO_V1(news_entities_match);
PG_FUNCTION_INFO_V1(news_quote_match);
PG_FUNCTION_INFO_V1(news_quotes_match);
PG_FUNCTION_INFO_V1(news_match_entity);
PG_FUNCTION_INFO_V1(news_match_entities);
PG_FUNCTION_INFO_V1(news_match_quote);
PG_FUNCTION_INFO_V1(news_match_quotes);

/* may_be_said: a term that words of the quote can meet. */
static inline bool
may_be_said(const MatchTerm *t)
{
	return t->field == FIELD_SAID || (t->field == FIELD_ANY && t->kind == 0);
}

/* word_stems returns the stems of words, but of a last one that may go on. */
static const WordStem *
word_stems(const WordList *words, bool prefix)
{
	WordStem   *stems = palloc0((words->n + 1) * sizeof(WordStem));

	for (uint32 i = 0; i + prefix < words->n; i++)
		word_stem(word_at(words, i), words->at[i].len, &stems[i]);
	return stems;
}

/*
 * query_plan makes a query ready; all of it is allocated in memory.  A field
 * of quotes asked of entities is an error: nothing would ever match it.
 */
QueryPlan *
query_plan(const NewsQuery *query, QueryTarget target, MemoryContext memory)
{
	MemoryContext old = MemoryContextSwitchTo(memory);
	QueryPlan  *plan = palloc0(sizeof(QueryPlan));

	plan->memory = memory;
	plan->scratch.memory = memory;
	plan->query = palloc(VARSIZE(query));
	memcpy(plan->query, query, VARSIZE(query));
	plan->terms = palloc0((query->n_nodes + 1) * sizeof(MatchTerm));
	plan->term_of = palloc0((query->n_nodes + 1) * sizeof(uint32));
	plan->truth = palloc0(query->n_nodes + 1);
	for (uint32 i = 0; i < query->n_nodes; i++)
	{
		const QueryNode *n = &plan->query->nodes[i];
		MatchTerm  *t;

		if (n->op != QUERY_TERM)
			continue;
		if (n->field != FIELD_ANY && target == TARGET_ENTITIES)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("field \"%s\" of a news_query can be asked of quotes only",
							query_field_name(n->field)),
					 errhint("Entities have kinds and names: person:putin.")));
		plan->term_of[i] = plan->n_terms;
		t = &plan->terms[plan->n_terms++];
		t->field = n->field;
		t->kind = n->kind;
		t->prefix = n->prefix;
		word_list_add(&t->words, QUERY_BYTES(plan->query) + n->text, n->len);
		if (target == TARGET_QUOTES && may_be_said(t))
			t->stems = word_stems(&t->words, t->prefix);
	}
	plan->lookup = query_lookup_create(plan);
	plan->growing = plan->lookup == NULL;
	for (uint32 i = 0; i < query->n_nodes; i++)
		plan->growing &= query->nodes[i].op != QUERY_NOT;
	MemoryContextSwitchTo(old);
	return plan;
}

QueryPlan *
query_plan_cached(FunctionCallInfo fcinfo, int arg, QueryTarget target)
{
	QueryPlan  *plan = fcinfo->flinfo->fn_extra;
	NewsQuery  *query = query_check(PG_GETARG_NEWS_QUERY(arg));

	if (plan == NULL || VARSIZE(plan->query) != VARSIZE(query) ||
		memcmp(plan->query, query, VARSIZE(query)) != 0)
	{
		MemoryContext memory;

		if (plan != NULL)
		{
			fcinfo->flinfo->fn_extra = NULL;
			MemoryContextDelete(plan->memory);
		}
		memory = AllocSetContextCreate(fcinfo->flinfo->fn_mcxt, "news_query", ALLOCSET_SMALL_SIZES);
		plan = query_plan(query, target, memory);
		fcinfo->flinfo->fn_extra = plan;
	}
	return plan;
}

static inline bool
word_equals(const WordList *a, uint32 i, const WordList *b, uint32 j, bool prefix)
{
	return (prefix ? a->at[i].len <= b->at[j].len : a->at[i].len == b->at[j].len) &&
		memcmp(word_at(a, i), word_at(b, j), a->at[i].len) == 0;
}

/* in_order: all words of the term occur, in their order. */
static bool
in_order(const MatchTerm *t, const WordList *words)
{
	uint32		next = 0;

	if (t->words.n == 0)
		return true;
	for (uint32 i = 0; i < words->n; i++)
		if (word_equals(&t->words, next, words, i, t->prefix && next == t->words.n - 1) &&
			++next == t->words.n)
			return true;
	return false;
}

bool
query_name_meets(const MatchTerm *t, int kind, const WordList *words)
{
	return (t->kind == 0 || t->kind == kind) && in_order(t, words);
}

/* word_is tells whether a word of a text is that of a term; of words said, a form of it. */
static inline bool
word_is(const MatchTerm *t, uint32 k, const WordList *words, uint32 i, bool forms)
{
	if (forms && t->stems != NULL && t->stems[k].len > 0)	/* none of a prefix */
		return stem_of(word_at(words, i), words->at[i].len, &t->stems[k]);
	return word_equals(&t->words, k, words, i, t->prefix && k == t->words.n - 1);
}

/* in_row: the words of the term follow one another. */
static bool
in_row(const MatchTerm *t, const WordList *words, bool forms)
{
	for (uint32 i = 0; i + t->words.n <= words->n; i++)
	{
		uint32		k = 0;

		while (k < t->words.n && word_is(t, k, words, i + k, forms))
			k++;
		if (k == t->words.n)
			return true;
	}
	return false;
}

/* match_start forgets what was matched. */
static void
match_start(QueryPlan *plan)
{
	memset(plan->truth, GIN_FALSE, plan->n_terms);
}

/* match_words sets scratch to the words of a text. */
static void
match_words(QueryPlan *plan, NewsBytes text)
{
	word_list_clear(&plan->scratch);
	word_list_add(&plan->scratch, text.at, text.len);
}

bool
query_may_meet(const MatchTerm *t, NewsBytes text)
{
	return t->words.n == 0 ||
		word_may_begin(text.at, text.len, word_at(&t->words, 0), t->words.at[0].len);
}

/* may_be_in: the same of words said, whose forms begin alike. */
static inline bool
may_be_in(const MatchTerm *t, NewsBytes text)
{
	if (t->words.n > 0 && t->stems != NULL && t->stems[0].len > 0)
		return word_may_begin(text.at, text.len, t->stems[0].form, t->stems[0].head);
	return query_may_meet(t, text);
}

/* A name that is asked for terms. */
typedef struct NameAsked
{
	QueryPlan  *plan;			/* scratch has its words, once they are cut */
	const NewsEntityFields *entity;
	QueryField	field;
	bool		cut;
} NameAsked;

/* meet marks a term that the name meets. */
static void
meet(void *arg, int term)
{
	NameAsked  *name = arg;
	QueryPlan  *plan = name->plan;
	const MatchTerm *t = &plan->terms[term];

	if (plan->truth[term] || (t->field != FIELD_ANY && t->field != name->field) ||
		(t->kind != 0 && t->kind != name->entity->kind))
		return;
	if (!name->cut)
	{
		if (!query_may_meet(t, name->entity->name))
			return;
		match_words(plan, name->entity->name);
	}
	name->cut = true;
	if (in_order(t, &plan->scratch))
	{
		plan->truth[term] = GIN_TRUE;
		plan->marked = true;
	}
}

/* match_name marks the terms that an entity in one of two fields meets. */
static void
match_name(QueryPlan *plan, const NewsEntityFields *entity, QueryField field)
{
	NameAsked	name = {.plan = plan, .entity = entity, .field = field};

	if (plan->lookup == NULL)
		for (int i = 0; i < plan->n_terms; i++)
			meet(&name, i);
	else
	{
		match_words(plan, entity->name);
		name.cut = true;
		query_lookup(plan->lookup, &plan->scratch, meet, &name);
	}
}

/* match_entity marks the terms that an entity of the row meets. */
static void
match_entity(QueryPlan *plan, const NewsEntityFields *entity)
{
	match_name(plan, entity, FIELD_ANY);
}

/* match_text marks the terms of one field whose words a text holds. */
static void
match_text(QueryPlan *plan, NewsBytes text, QueryField field, bool any)
{
	bool		cut = false;

	for (int i = 0; i < plan->n_terms; i++)
	{
		MatchTerm  *t = &plan->terms[i];

		if (plan->truth[i] || text.len == 0 ||
			!(t->field == field || (any && may_be_said(t))))
			continue;
		if (!cut)
		{
			if (!may_be_in(t, text))
				continue;
			match_words(plan, text);
			cut = true;
		}
		if (in_row(t, &plan->scratch, any))
			plan->truth[i] = GIN_TRUE;
	}
}

static char
term_truth(void *arg, int node)
{
	QueryPlan  *plan = arg;

	return plan->truth[plan->term_of[node]];
}

/* match_result tells whether what was marked makes the query true. */
static bool
match_result(QueryPlan *plan)
{
	return query_eval(plan->query, term_truth, plan) == GIN_TRUE;
}

/*
 * query_quote_meets asks one quote.  What was said is the long part and comes
 * last: mostly the speaker has decided by then.
 */
bool
query_quote_meets(QueryPlan *plan, const NewsQuoteFields *quote)
{
	char		result;

	match_start(plan);
	if (quote->speaker.kind != 0)
		match_name(plan, &quote->speaker, FIELD_SPEAKER);
	match_text(plan, quote->cue, FIELD_CUE, false);
	match_text(plan, quote->stance, FIELD_STANCE, false);
	for (int i = 0; i < plan->n_terms; i++)
		if (plan->terms[i].field == FIELD_KIND && plan->terms[i].kind == quote->kind)
			plan->truth[i] = GIN_TRUE;
	for (uint32 i = 0; i < quote->n_abouts; i++)
		match_name(plan, &quote->abouts[i], FIELD_ABOUT);

	for (int i = 0; i < plan->n_terms; i++)
		if (plan->truth[i] == GIN_FALSE && may_be_said(&plan->terms[i]))
			plan->truth[i] = GIN_MAYBE;
	result = query_eval(plan->query, term_truth, plan);
	if (result != GIN_MAYBE)
		return result == GIN_TRUE;
	for (int i = 0; i < plan->n_terms; i++)
		if (plan->truth[i] == GIN_MAYBE)
			plan->truth[i] = GIN_FALSE;
	match_text(plan, quote->text, FIELD_SAID, true);
	return match_result(plan);
}

static bool
entity_match(QueryPlan *plan, Datum value)
{
	NewsEntityFields entity;

	news_entity_unpack(DatumGetNewsEntity(value), &entity);
	match_start(plan);
	match_entity(plan, &entity);
	return match_result(plan);
}

static bool
entities_match(QueryPlan *plan, ArrayType *array)
{
	ArrayIterator it = array_create_iterator(array, 0, NULL);
	Datum		value;
	bool		found = false;

	match_start(plan);
	while (!found && news_next_element(it, &value))
	{
		NewsEntityFields entity;

		plan->marked = false;
		news_entity_unpack(DatumGetNewsEntity(value), &entity);
		match_entity(plan, &entity);
		found = plan->growing && plan->marked && match_result(plan);
	}
	array_free_iterator(it);
	return found || match_result(plan);
}

static bool
quote_match(QueryPlan *plan, Datum value)
{
	NewsQuoteFields quote;

	news_quote_unpack(DatumGetNewsQuote(value), &quote);
	return query_quote_meets(plan, &quote);
}

static bool
quotes_match(QueryPlan *plan, ArrayType *array)
{
	ArrayIterator it = array_create_iterator(array, 0, NULL);
	Datum		value;
	bool		found = false;

	while (!found && news_next_element(it, &value))
		found = quote_match(plan, value);
	array_free_iterator(it);
	return found;
}

/* MATCHES defines value @@ query, and query @@ value. */
#define MATCHES(value_query, query_value, match, target, get_value) \
	Datum \
	value_query(PG_FUNCTION_ARGS) \
	{ \
		PG_RETURN_BOOL(match(query_plan_cached(fcinfo, 1, target), get_value(0))); \
	} \
	Datum \
	query_value(PG_FUNCTION_ARGS) \
	{ \
		PG_RETURN_BOOL(match(query_plan_cached(fcinfo, 0, target), get_value(1))); \
	}

MATCHES(news_entity_match, news_match_entity, entity_match, TARGET_ENTITIES, PG_GETARG_DATUM)
MATCHES(news_entities_match, news_match_entities, entities_match, TARGET_ENTITIES, PG_GETARG_ARRAYTYPE_P)
MATCHES(news_quote_match, news_match_quote, quote_match, TARGET_QUOTES, PG_GETARG_DATUM)
MATCHES(news_quotes_match, news_match_quotes, quotes_match, TARGET_QUOTES, PG_GETARG_ARRAYTYPE_P)
