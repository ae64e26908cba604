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

/*
 * news_query_term(words, kind, field, prefix) makes a term of a name as it
 * is, without any quoting.  kind and field may be NULL.
 */
Datum
news_query_term(PG_FUNCTION_ARGS)
{
	text	   *words;
	int			kind = 0;
	QueryField	field = FIELD_ANY;
	bool		prefix = !PG_ARGISNULL(3) && PG_GETARG_BOOL(3);
	QueryTree  *tree = NULL;
	WordScan	scan;
	const char *known;
	int			last = 0;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	words = PG_GETARG_TEXT_PP(0);
	if (!PG_ARGISNULL(2))
	{
		char	   *name = text_to_cstring(PG_GETARG_TEXT_PP(2));

		field = query_field_number(name, strlen(name));
		if (field == FIELD_ANY)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("\"%s\" is no field of a quote", name),
					 errhint("The fields are speaker, about, said, cue, kind, stance and act.")));
	}
	if (!PG_ARGISNULL(1))
	{
		char	   *name = text_to_cstring(PG_GETARG_TEXT_PP(1));

		kind = entity_kind_number(name, strlen(name));
		if (kind == 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("\"%s\" is no entity kind", name),
					 errhint("The kinds are person, norp, fac, org, gpe, loc, product, event, work_of_art, law and language.")));
		if (field != FIELD_ANY && field != FIELD_SPEAKER && field != FIELD_ABOUT)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("field \"%s\" has no entity kind", query_field_name(field))));
	}
	if (VARSIZE_ANY_EXHDR(words) > QUERY_TERM_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("term of news_query is too long"),
				 errdetail("It has %zu bytes, the limit is %d.",
						   VARSIZE_ANY_EXHDR(words), QUERY_TERM_MAX)));

	if ((int) field == FIELD_ACT)
	{
		tree = query_act(VARDATA_ANY(words), VARSIZE_ANY_EXHDR(words));
		if (tree == NULL)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("\"%s\" is no act of a quote", text_to_cstring(words)),
					 errhint("The acts are speech, writing, thought and plan.")));
		PG_RETURN_POINTER(query_pack(tree, NULL));
	}
	if (field == FIELD_KIND)
	{
		kind = quote_kind_number(VARDATA_ANY(words), VARSIZE_ANY_EXHDR(words));
		if (kind == 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("\"%s\" is no kind of quote", text_to_cstring(words)),
					 errhint("The kinds are direct, mixed and indirect.")));
		PG_RETURN_POINTER(query_pack(query_tree_term(field, kind, "", 0, false), NULL));
	}

	word_scan(&scan, VARDATA_ANY(words), VARSIZE_ANY_EXHDR(words));
	while (word_next(&scan))
		last = scan.len;
	if (prefix && last > WORD_HEAD)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("prefix is too long"),
				 errdetail("Its last word has more than %d bytes.", WORD_HEAD)));
	if (field == FIELD_STANCE && last > 0 &&
		!query_known_stance(VARDATA_ANY(words), VARSIZE_ANY_EXHDR(words), prefix, &known))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is no stance", text_to_cstring(words)),
				 errhint("The stances are %s.", known)));
	if (last == 0 && prefix && (kind != 0 || field != FIELD_ANY) && VARSIZE_ANY_EXHDR(words) == 0)
		tree = query_tree_term(field, kind, "", 0, true);
	if (last > 0)
		tree = query_tree_term(field, kind, VARDATA_ANY(words), VARSIZE_ANY_EXHDR(words), prefix);
	PG_RETURN_POINTER(query_pack(tree, NULL));
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
