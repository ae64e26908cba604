/*
 * find.c -- news_find_*(): what the core found, as rows to look at.
 *
 * The rows are put into a tuplestore in one go, so that a query that stops
 * early cannot leave an analysis half used.
 */
#include "read/extract.h"

#include "utils/builtins.h"

#include "read/result.h"
#include "read/rows.h"

/* (span, mention, kind, name, entity) */
PG_FUNCTION_INFO_V1(news_find_entities);
Datum
news_find_entities(PG_FUNCTION_ARGS)
{
	NewsAnalysis *a = analysis_begin(PG_GETARG_DATUM(0), news_dictionary_arg(fcinfo, 1));
	Rows		rows = rows_begin(fcinfo);

	article_need(&a->article, STAGE_ENTITIES);
	for (uint32 i = 0; i < a->article.mentions.n; i++)
	{
		const NtMention *m = &a->article.mentions.at[i];
		NewsEntityFields f;
		Datum		values[5] = {0};
		bool		nulls[5] = {0};

		nt_tick(&a->context.cx);
		if (!row_mention(values, nulls, a, m, &f))
			continue;
		values[4] = news_entity_datum(&f);
		rows_put(&rows, values, nulls);
	}
	analysis_end(a);
	return rows_end(&rows);
}

/*
 * (span, parts, quote, kind, speaker, speaker_name, speaker_mention,
 * speaker_span, cue, cue_span)
 */
#define ROLE_NEAR 40			/* bytes after the source in which a name with a role stands with it: the mayor, Ana Ruiz, */

/* role_from returns the first role whose name ends after a byte. */
static uint32
role_from(const NtArticle *article, uint32 byte)
{
	uint32		low = 0;
	uint32		high = article->roles.n;

	while (low < high)
	{
		uint32		middle = (low + high) / 2;

		if (article->mentions.at[article->roles.at[middle].mention].end > byte)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/*
 * speaker_role returns the words by which the article calls a quote's speaker:
 * those that stand with the name there, else the first; false: none.
 */
static bool
speaker_role(NewsAnalysis *a, const NtQuote *q, NewsBytes *role)
{
	const NtArticle *article = &a->article;
	const NtRole *best = NULL;

	if (q->speaker == NT_NONE || article->entities.at[q->speaker].role == 0)
		return false;
	best = &article->roles.at[article->entities.at[q->speaker].role - 1];
	for (uint32 i = role_from(article, q->speaker_start); i < article->roles.n; i++)
	{
		const NtRole *one = &article->roles.at[i];

		if (article->mentions.at[one->mention].start > q->speaker_end + ROLE_NEAR)
			break;
		if (one->entity == q->speaker)
		{
			best = one;
			break;
		}
	}
	*role = analysis_written(a, article->tokens.at[best->first].start, article->tokens.at[best->last - 1].end);
	return true;
}

PG_FUNCTION_INFO_V1(news_find_quotes);
Datum
news_find_quotes(PG_FUNCTION_ARGS)
{
	NewsAnalysis *a = analysis_begin(PG_GETARG_DATUM(0), news_dictionary_arg(fcinfo, 1));
	NewsQuoteRoom room = {.memory = CurrentMemoryContext};
	Rows		rows;

	article_need(&a->article, STAGE_QUOTES);
	rows = rows_begin(fcinfo);
	for (uint32 i = 0; i < a->article.quotes.n; i++)
	{
		const NewsQuoteFields *f = &room.f;
		Datum		values[11] = {0};
		bool		nulls[11] = {0};
		NewsBytes	role;

		nt_tick(&a->context.cx);
		if (!extract_quote_fields(a, i, &room))
			continue;
		values[0] = news_span_datum((NewsSpan) {f->parts[0].lower, f->parts[f->n_parts - 1].upper});
		values[1] = news_spans_datum(f->parts, f->n_parts);
		row_text(&values[2], &nulls[2], f->text);
		values[3] = CStringGetTextDatum(quote_kind_name(f->kind));
		nulls[4] = nulls[5] = f->speaker.kind == 0;
		if (!nulls[4])
		{
			values[4] = news_entity_datum(&f->speaker);
			row_text(&values[5], &nulls[5], f->speaker.name);
		}
		row_text(&values[6], &nulls[6], f->mention);
		row_span(&values[7], &nulls[7], f->speaker_span);
		row_text(&values[8], &nulls[8], f->cue);
		row_span(&values[9], &nulls[9], f->cue_span);
		nulls[10] = !speaker_role(a, &a->article.quotes.at[i], &role);
		if (!nulls[10])
			row_text(&values[10], &nulls[10], role);
		rows_put(&rows, values, nulls);
	}
	analysis_end(a);
	return rows_end(&rows);
}

/* (span, mention, kind, value, mod, range) */
PG_FUNCTION_INFO_V1(news_find_dates);
Datum
news_find_dates(PG_FUNCTION_ARGS)
{
	NewsAnalysis *a;
	Rows		rows;

	if (PG_ARGISNULL(0))
	{
		rows = rows_begin(fcinfo);
		return rows_end(&rows);
	}
	a = analysis_begin(PG_GETARG_DATUM(0), ANALYSIS_ANY_DICTIONARY);
	extract_find_dates(fcinfo, a);
	rows = rows_begin(fcinfo);
	for (uint32 i = 0; i < a->article.dates.n; i++)
	{
		NewsDateFields f;
		Datum		values[6] = {0};
		bool		nulls[6] = {0};

		nt_tick(&a->context.cx);
		if (!extract_date_fields(a, i, &f))
			continue;
		row_span(&values[0], &nulls[0], f.span);
		row_text(&values[1], &nulls[1], f.mention);
		values[2] = CStringGetTextDatum(date_kind_name(f.kind));
		row_text(&values[3], &nulls[3], f.value);
		nulls[4] = f.mod == 0;
		if (!nulls[4])
			values[4] = CStringGetTextDatum(date_mod_name(f.mod));
		nulls[5] = !f.has_range;
		if (!nulls[5])
			values[5] = news_days_datum(f.first, f.last);
		rows_put(&rows, values, nulls);
	}
	analysis_end(a);
	return rows_end(&rows);
}

/* section_row puts a row of a section. */
static void
section_row(Rows *rows, NewsSpan span, int kind)
{
	Datum		values[2] = {0};
	bool		nulls[2] = {0};

	row_span(&values[0], &nulls[0], span);
	values[1] = CStringGetTextDatum(section_kind_name(kind));
	rows_put(rows, values, nulls);
}

/* (span, kind): sections, and among them the boilerplate cut from a whole page */
PG_FUNCTION_INFO_V1(news_find_sections);
Datum
news_find_sections(PG_FUNCTION_ARGS)
{
	NewsAnalysis *a = analysis_begin(PG_GETARG_DATUM(0), ANALYSIS_ANY_DICTIONARY);
	const NtArticle *article = &a->article;
	Rows		rows = rows_begin(fcinfo);
	uint32		cut = 0;

	article_need(&a->article, STAGE_SECTIONS);
	for (uint32 i = 0; i <= article->sections.n && !article->foreign; i++)
	{
		const NtSection *s = i < article->sections.n ? &article->sections.at[i] : NULL;

		nt_tick(&a->context.cx);
		for (; cut < article->markup.cuts.n &&
			 (s == NULL || article->markup.cuts.at[cut].start < article_start(article, section_start(article, s))); cut++)
			section_row(&rows, analysis_body_span(a, article->markup.cuts.at[cut].start, article->markup.cuts.at[cut].end),
						SECTION_BOILERPLATE);
		if (s != NULL)
			section_row(&rows, analysis_span(a, section_start(article, s), section_end(article, s)), s->kind);
	}
	analysis_end(a);
	return rows_end(&rows);
}

/* The ISO 639-1 code of an article's language, or NULL. */
PG_FUNCTION_INFO_V1(news_language);
Datum
news_language(PG_FUNCTION_ARGS)
{
	NewsAnalysis *a = analysis_begin(PG_GETARG_DATUM(0), ANALYSIS_ANY_DICTIONARY);
	const char *language;

	article_need(&a->article, STAGE_LANGUAGE);
	language = a->article.language;
	analysis_end(a);
	if (language == NULL)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(CStringGetTextDatum(language));
}
