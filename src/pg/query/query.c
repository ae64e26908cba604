/*
 * query.c -- the type news_query and its functions.  The language is told in
 * query_parse.c, the value in query.h.
 *
 * Binary form: a version byte 1 and the text form, so that whatever comes in
 * passes the one parser.
 */
#include "query/query.h"

#include "base/kind.h"
#include "query/query_word.h"
#include "type/value.h"

PG_FUNCTION_INFO_V1(news_query_in);
PG_FUNCTION_INFO_V1(news_query_out);
PG_FUNCTION_INFO_V1(news_query_recv);
PG_FUNCTION_INFO_V1(news_query_send);
PG_FUNCTION_INFO_V1(news_query_term);
PG_FUNCTION_INFO_V1(news_query_and);
PG_FUNCTION_INFO_V1(news_query_or);
PG_FUNCTION_INFO_V1(news_query_not);
PG_FUNCTION_INFO_V1(news_query_terms);
PG_FUNCTION_INFO_V1(news_plain_query);

/* query_check returns a stored value after a look at its version. */
NewsQuery *
query_check(NewsQuery *query)
{
	if (VARSIZE(query) < offsetof(NewsQuery, nodes) || query->version != NEWS_QUERY_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("news_query value cannot be read"),
				 errdetail("It has version %d; this release of newstext does not know it, or it is damaged.",
						   query->version)));
	return query;
}

Datum
news_query_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	QueryTree  *tree;
	NewsQuery  *query;

	if (!query_parse(text, &tree, fcinfo->context))
		PG_RETURN_NULL();
	if (tree == NULL)
		ereport(NOTICE,
				(errmsg("news_query has no words to look for, so that nothing matches it")));
	query = query_pack(tree, fcinfo->context);
	if (query == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(query);
}

Datum
news_query_out(PG_FUNCTION_ARGS)
{
	StringInfoData out;

	initStringInfo(&out);
	query_print(&out, query_check(PG_GETARG_NEWS_QUERY(0)));
	PG_RETURN_CSTRING(out.data);
}

Datum
news_query_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	int			version = pq_getmsgbyte(buf);
	int			len;
	char	   *text;
	QueryTree  *tree;

	if (version != NEWS_QUERY_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid binary representation of type news_query"),
				 errdetail("It has version %d, known is %d.", version, NEWS_QUERY_VERSION)));
	text = pq_getmsgtext(buf, buf->len - buf->cursor, &len);
	if (strlen(text) != (size_t) len)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid binary representation of type news_query"),
				 errdetail("It holds a zero byte.")));
	query_parse(text, &tree, NULL);
	PG_RETURN_POINTER(query_pack(tree, NULL));
}

Datum
news_query_send(PG_FUNCTION_ARGS)
{
	StringInfoData text;
	StringInfoData buf;

	initStringInfo(&text);
	query_print(&text, query_check(PG_GETARG_NEWS_QUERY(0)));
	pq_begintypsend(&buf);
	pq_sendbyte(&buf, NEWS_QUERY_VERSION);
	pq_sendtext(&buf, text.data, text.len);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* term_field returns the field that an argument names. */
static QueryField
term_field(text *argument)
{
	char	   *name = text_to_cstring(argument);
	QueryField	field = query_field_number(name, strlen(name));

	if (field == FIELD_ANY)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is no field of a quote", name),
				 errhint("The fields are speaker, about, said, cue, kind, stance and act.")));
	return field;
}

/* term_kind returns the entity kind that an argument names, of a field that has one. */
static int
term_kind(text *argument, QueryField field)
{
	char	   *name = text_to_cstring(argument);
	int			kind = entity_kind_number(name, strlen(name));

	if (kind == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is no entity kind", name),
				 errhint("The kinds are person, norp, fac, org, gpe, loc, product, event, work_of_art, law and language.")));
	if (field != FIELD_ANY && field != FIELD_SPEAKER && field != FIELD_ABOUT)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("field \"%s\" has no entity kind", query_field_name(field))));
	return kind;
}

/* act_term makes the term of an act: speech, writing, thought or plan. */
static QueryTree *
act_term(const char *words, int len)
{
	QueryTree  *tree = query_act(words, len);

	if (tree == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is no act of a quote", pnstrdup(words, len)),
				 errhint("The acts are speech, writing, thought and plan.")));
	return tree;
}

/* quote_kind_term makes the term of a kind of quote. */
static QueryTree *
quote_kind_term(const char *words, int len)
{
	int			kind = quote_kind_number(words, len);

	if (kind == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is no kind of quote", pnstrdup(words, len)),
				 errhint("The kinds are direct, mixed and indirect.")));
	return query_tree_term(FIELD_KIND, kind, "", 0, false);
}

/* words_term makes the term of words; NULL: there are none, and it is no bare kind or field with a prefix. */
static QueryTree *
words_term(const char *words, int len, int kind, QueryField field, bool prefix)
{
	WordScan	scan;
	const char *known;
	int			last = 0;

	word_scan(&scan, words, len);
	while (word_next(&scan))
		last = scan.len;
	if (prefix && last > WORD_HEAD)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("prefix is too long"),
				 errdetail("Its last word has more than %d bytes.", WORD_HEAD)));
	if (field == FIELD_STANCE && last > 0 && !query_known_stance(words, len, prefix, &known))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is no stance", pnstrdup(words, len)),
				 errhint("The stances are %s.", known)));
	if (last > 0)
		return query_tree_term(field, kind, words, len, prefix);
	if (prefix && (kind != 0 || field != FIELD_ANY) && len == 0)
		return query_tree_term(field, kind, "", 0, true);
	return NULL;
}

/*
 * news_query_term(words, kind, field, prefix) makes a term of a name as it
 * is, without any quoting.  kind and field may be NULL.
 */
Datum
news_query_term(PG_FUNCTION_ARGS)
{
	QueryField	field = FIELD_ANY;
	int			kind = 0;
	bool		prefix = !PG_ARGISNULL(3) && PG_GETARG_BOOL(3);
	text	   *argument;
	const char *words;
	int			len;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	argument = PG_GETARG_TEXT_PP(0);
	words = VARDATA_ANY(argument);
	len = VARSIZE_ANY_EXHDR(argument);
	if (!PG_ARGISNULL(2))
		field = term_field(PG_GETARG_TEXT_PP(2));
	if (!PG_ARGISNULL(1))
		kind = term_kind(PG_GETARG_TEXT_PP(1), field);
	if (len > QUERY_TERM_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("term of news_query is too long"),
				 errdetail("It has %d bytes, the limit is %d.", len, QUERY_TERM_MAX)));
	if ((int) field == FIELD_ACT)
		PG_RETURN_POINTER(query_pack(act_term(words, len), NULL));
	if (field == FIELD_KIND)
		PG_RETURN_POINTER(query_pack(quote_kind_term(words, len), NULL));
	PG_RETURN_POINTER(query_pack(words_term(words, len, kind, field, prefix), NULL));
}

static Datum
join(FunctionCallInfo fcinfo, QueryOp op)
{
	QueryTree  *a = query_unpack(query_check(PG_GETARG_NEWS_QUERY(0)));
	QueryTree  *b = query_unpack(query_check(PG_GETARG_NEWS_QUERY(1)));

	PG_RETURN_POINTER(query_pack(query_tree_join(op, a, b), NULL));
}

Datum
news_query_and(PG_FUNCTION_ARGS)
{
	return join(fcinfo, QUERY_AND);
}

Datum
news_query_or(PG_FUNCTION_ARGS)
{
	return join(fcinfo, QUERY_OR);
}

Datum
news_query_not(PG_FUNCTION_ARGS)
{
	QueryTree  *tree = query_unpack(query_check(PG_GETARG_NEWS_QUERY(0)));

	PG_RETURN_POINTER(query_pack(query_tree_not(tree), NULL));
}

/* news_query_terms returns the number of terms, as numnode does. */
Datum
news_query_terms(PG_FUNCTION_ARGS)
{
	NewsQuery  *query = query_check(PG_GETARG_NEWS_QUERY(0));
	int32		n = 0;

	for (uint32 i = 0; i < query->n_nodes; i++)
		n += query->nodes[i].op == QUERY_TERM;
	PG_RETURN_INT32(n);
}

Datum
news_plain_query(PG_FUNCTION_ARGS)
{
	text	   *words = PG_GETARG_TEXT_PP(0);

	PG_RETURN_POINTER(query_pack(query_parse_plain(VARDATA_ANY(words),
												   VARSIZE_ANY_EXHDR(words)), NULL));
}

/*
 * Equal queries are equal bytes; the order is that of the fields, so that it
 * is the same whatever the machine's byte order.
 */
static int
query_compare(const struct varlena *left, const struct varlena *right)
{
	const NewsQuery *a = query_check((NewsQuery *) left);
	const NewsQuery *b = query_check((NewsQuery *) right);

	for (uint32 i = 0; i < a->n_nodes && i < b->n_nodes; i++)
	{
		const QueryNode *x = &a->nodes[i];
		const QueryNode *y = &b->nodes[i];
		int			cmp = x->op - y->op;

		if (cmp == 0)
			cmp = x->field - y->field;
		if (cmp == 0)
			cmp = x->kind - y->kind;
		if (cmp == 0)
			cmp = memcmp(QUERY_BYTES(a) + x->text, QUERY_BYTES(b) + y->text, Min(x->len, y->len));
		if (cmp == 0 && x->len != y->len)
			cmp = x->len < y->len ? -1 : 1;
		if (cmp == 0)
			cmp = x->prefix - y->prefix;
		if (cmp == 0 && x->size != y->size)
			cmp = x->size < y->size ? -1 : 1;
		if (cmp != 0)
			return cmp < 0 ? -1 : 1;
	}
	return a->n_nodes < b->n_nodes ? -1 : a->n_nodes > b->n_nodes;
}

NEWS_COMPARISONS(news_query, query_compare)
