/*
 * cast.c -- news_cast(): who plays a part in an article, and as what.
 *
 *     Kremlin aide Yuri Ushakov said ... Ushakov ...
 *
 *     person | Yuri Ushakov | {Kremlin aide} | {Ushakov} | 2 mentions | 1 quote
 *
 * Each person and organisation once, most salient first.  Roles and aliases
 * are as the article writes them, each once, CAST_TEXTS of them at most.
 */
#include "read/analysis.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "read/result.h"
#include "read/rows.h"

#define CAST_TEXTS 16			/* roles of one entity that are told, and aliases */

/* Texts of one entity, each once. */
typedef struct Texts
{
	NewsBytes	at[CAST_TEXTS];
	int			n;
} Texts;

typedef struct Part
{
	Texts	   *roles;			/* NULL: none */
	Texts	   *aliases;
	uint32		quotes;
} Part;

static bool
is_same(NewsBytes a, NewsBytes b)
{
	return a.len == b.len && pg_strncasecmp(a.at, b.at, a.len) == 0;
}

static void
add_text(Texts **texts, NewsBytes text)
{
	if (text.len == 0)
		return;
	if (*texts == NULL)
		*texts = palloc0(sizeof(Texts));
	for (int i = 0; i < (*texts)->n; i++)
		if (is_same((*texts)->at[i], text))
			return;
	if ((*texts)->n < CAST_TEXTS)
		(*texts)->at[(*texts)->n++] = text;
}

/* clean returns a text with single spaces, of [start, end) of the article. */
static NewsBytes
clean(const NewsAnalysis *a, uint32 first, uint32 last)
{
	const NtToken *t = a->article.tokens.at;
	StringInfoData out;

	initStringInfo(&out);
	for (uint32 i = first; i < last; i++)
	{
		NewsBytes	word = analysis_written(a, t[i].start, t[i].end);

		if (i > first && (t[i].flags & (TOKEN_SPACE | TOKEN_LINE)))
			appendStringInfoChar(&out, ' ');
		appendBinaryStringInfo(&out, word.at, word.len);
	}
	return (NewsBytes) {out.data, out.len};
}

static Datum
texts_datum(const Texts *texts)
{
	Datum		elems[CAST_TEXTS];
	int			n = texts != NULL ? texts->n : 0;

	for (int i = 0; i < n; i++)
		elems[i] = PointerGetDatum(cstring_to_text_with_len(texts->at[i].at, texts->at[i].len));
	return PointerGetDatum(construct_array(elems, n, TEXTOID, -1, false, TYPALIGN_INT));
}

/* gather reads the article once for all entities. */
static Part *
gather(NewsAnalysis *a)
{
	const NtArticle *article = &a->article;
	Part	   *parts = palloc_extended(article->entities.n * sizeof(Part) + 1, MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);

	for (uint32 i = 0; i < article->roles.n; i++)
	{
		const NtRole *role = &article->roles.at[i];

		nt_tick(&a->context.cx);
		add_text(&parts[role->entity].roles, clean(a, role->first, role->last));
	}
	for (uint32 i = 0; i < article->mentions.n; i++)
	{
		const NtMention *m = &article->mentions.at[i];
		NewsEntityFields f;
		NewsBytes	written;

		nt_tick(&a->context.cx);
		if ((m->kind != ENTITY_PERSON && m->kind != ENTITY_ORG) || !analysis_entity(a, m->entity, &f))
			continue;
		written = clean(a, m->first, m->last);
		if (!is_same(written, f.name))
			add_text(&parts[m->entity].aliases, written);
	}
	for (uint32 i = 0; i < article->quotes.n; i++)
		if (article->quotes.at[i].speaker != NT_NONE)
			parts[article->quotes.at[i].speaker].quotes++;
	return parts;
}

/* (entity, kind, name, roles, aliases, mentions, quotes, span) */
PG_FUNCTION_INFO_V1(news_cast);
Datum
news_cast(PG_FUNCTION_ARGS)
{
	NewsAnalysis *a = analysis_begin(PG_GETARG_DATUM(0), news_dictionary_arg(fcinfo, 1));
	Part	   *parts;
	Rows		rows;

	article_need(&a->article, STAGE_QUOTES);
	parts = gather(a);
	rows = rows_begin(fcinfo);
	for (uint32 i = 0; i < a->article.entities.n; i++)
	{
		const NtEntity *e = &a->article.entities.at[i];
		const NtMention *first = &a->article.mentions.at[e->first_mention];
		NewsEntityFields f;
		Datum		values[8] = {0};
		bool		nulls[8] = {0};

		nt_tick(&a->context.cx);
		if ((e->kind != ENTITY_PERSON && e->kind != ENTITY_ORG) || !analysis_entity(a, i, &f))
			continue;
		values[0] = news_entity_datum(&f);
		values[1] = CStringGetTextDatum(entity_kind_name(f.kind));
		row_text(&values[2], &nulls[2], f.name);
		values[3] = texts_datum(parts[i].roles);
		values[4] = texts_datum(parts[i].aliases);
		values[5] = Int32GetDatum((int32) e->mentions);
		values[6] = Int32GetDatum((int32) parts[i].quotes);
		row_span(&values[7], &nulls[7], analysis_span(a, first->start, first->end));
		rows_put(&rows, values, nulls);
	}
	analysis_end(a);
	return rows_end(&rows);
}
