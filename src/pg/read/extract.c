/*
 * extract.c -- news_entities(), news_quotes(), news_dates(): what the core
 * found, as arrays to store and index.
 *
 * A stored value must be sound whatever the core says, so here nothing is
 * reported but dropped: a part that is empty, a name that cannot be one.
 */
#include "read/extract.h"

#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "know/cue.h"
#include "read/result.h"

static const NewsMaker by_quote = {FROM_ARGUMENT, "news_quote"};
static const NewsMaker by_date = {FROM_ARGUMENT, "news_date"};

/* first_mention_from returns the first mention that begins at a byte or after. */
static uint32
first_mention_from(const NtArticle *article, uint32 byte)
{
	uint32		low = 0;
	uint32		high = article->mentions.n;

	while (low < high)
	{
		uint32		middle = low + (high - low) / 2;

		if (article->mentions.at[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* add_abouts adds the entities named in [start, end) that the quote has not named yet. */
static void
add_abouts(NewsAnalysis *a, uint32 quote, uint32 start, uint32 end, NewsQuoteRoom *room)
{
	const NtArticle *article = &a->article;

	for (uint32 i = first_mention_from(article, start);
		 i < article->mentions.n && article->mentions.at[i].end <= end; i++)
	{
		uint32		entity = article->mentions.at[i].entity;

		nt_tick(&a->context.cx);
		if (entity == NT_NONE || room->seen[entity] == quote + 1)
			continue;
		room->seen[entity] = quote + 1;
		if (room->f.n_abouts == room->abouts_room)
		{
			room->abouts_room = Max(16, room->abouts_room * 2);
			room->abouts = room->abouts == NULL ?
				MemoryContextAlloc(room->memory, room->abouts_room * sizeof(NewsEntityFields)) :
				repalloc_huge(room->abouts, room->abouts_room * sizeof(NewsEntityFields));
		}
		if (analysis_entity(a, entity, &room->abouts[room->f.n_abouts]))
			room->f.n_abouts++;
	}
}

/* extract_parts fills in what was said: the parts, their text, joined by spaces, and who is named in it. */
static void
extract_parts(NewsAnalysis *a, uint32 quote, NewsQuoteRoom *room)
{
	const NtArticle *article = &a->article;
	const NtQuote *q = &article->quotes.at[quote];
	NewsQuoteFields *f = &room->f;
	StringInfoData joined = {0};
	uint32		last = 0;

	for (uint32 i = 0; i < q->parts; i++)
	{
		uint32		start = article->parts.at[q->part + i].start;
		uint32		end = article->parts.at[q->part + i].end;
		NewsBytes	written;

		/* pieces that touch are one, as in the multirange they become */
		while (i + 1 < q->parts && article->parts.at[q->part + i + 1].start == end)
			end = article->parts.at[q->part + ++i].end;
		if (start < last || end <= start)
			continue;
		last = end;
		written = analysis_clean(a, start, end);
		if (f->n_parts == 0)
			f->text = written;
		else
		{
			if (joined.data == NULL)
			{
				initStringInfo(&joined);
				appendBinaryStringInfo(&joined, f->text.at, f->text.len);
			}
			appendStringInfoChar(&joined, ' ');
			appendBinaryStringInfo(&joined, written.at, written.len);
		}
		room->parts[f->n_parts++] = analysis_span(a, start, end);
		add_abouts(a, quote, start, end, room);
	}
	if (joined.data != NULL)
		f->text = (NewsBytes) {joined.data, joined.len};
	f->parts = room->parts;
	f->abouts = room->abouts;
}

/*
 * extract_quote_fields fills room->f; what it points at is good until the next call.
 * Returns false when there is nothing to tell.
 */
bool
extract_quote_fields(NewsAnalysis *a, uint32 quote, NewsQuoteRoom *room)
{
	const NtArticle *article = &a->article;
	const NtQuote *q = &article->quotes.at[quote];
	NewsQuoteFields *f = &room->f;
	const char *stance = cue_stance_name(q->stance);

	memset(f, 0, sizeof(*f));
	if (room->seen == NULL)
		room->seen = MemoryContextAllocExtended(room->memory,
												article->entities.n * sizeof(uint32) + 1,
												MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
	if (q->parts > room->parts_room)
	{
		room->parts_room = q->parts;
		room->parts = MemoryContextAllocHuge(room->memory, q->parts * sizeof(NewsSpan));
	}
	f->kind = q->kind;
	f->confidence = Min(q->confidence, NEWS_CONFIDENCE_ONE);
	extract_parts(a, quote, room);
	if (f->n_parts == 0)
		return false;
	if (stance != NULL)
		f->stance = (NewsBytes) {stance, (int) strlen(stance)};
	if (q->speaker != NT_NONE && !analysis_entity(a, q->speaker, &f->speaker))
		memset(&f->speaker, 0, sizeof(f->speaker));
	if (q->speaker_start < q->speaker_end)
	{
		f->mention = analysis_written(a, q->speaker_start, q->speaker_end);
		f->speaker_span = analysis_span(a, q->speaker_start, q->speaker_end);
	}
	if (q->cue_start < q->cue_end)
	{
		f->cue = analysis_written(a, q->cue_start, q->cue_end);
		f->cue_span = analysis_span(a, q->cue_start, q->cue_end);
	}
	return true;
}

bool
extract_date_fields(const NewsAnalysis *a, uint32 date, NewsDateFields *f)
{
	const NtDate *d = &a->article.dates.at[date];

	memset(f, 0, sizeof(*f));
	if (d->start >= d->end)
		return false;
	f->kind = d->kind;
	f->mod = d->mod;
	f->confidence = Min(d->confidence, NEWS_CONFIDENCE_ONE);
	f->value = (NewsBytes) {d->value, (int) strnlen(d->value, sizeof(d->value) - 1)};
	f->mention = analysis_written(a, d->start, d->end);
	f->span = analysis_span(a, d->start, d->end);
	f->has_range = d->first != NT_DAY_NONE && d->last != NT_DAY_NONE && d->first < d->last &&
		IS_VALID_DATE(d->first) && IS_VALID_DATE(d->last);
	if (f->has_range)
	{
		f->first = d->first;
		f->last = d->last;
	}
	return true;
}

/* read_prefer reads "past", "future", "nearest" and, after a comma or alone, "day first" or "month first". */
static NtPrefer
read_prefer(const char *text)
{
	static const struct
	{
		const char *word;
		int			prefer;
	}			words[] = {
		{"past", PREFER_PAST}, {"future", PREFER_FUTURE}, {"nearest", PREFER_NEAREST},
		{"day first", PREFER_DAY_FIRST}, {"month first", PREFER_MONTH_FIRST}
	};
	int			prefer = PREFER_TEXT;
	const char *p = text;

	for (;;)
	{
		size_t		len = strcspn(p, ",");
		int			found = -1;

		for (int i = 0; i < lengthof(words); i++)
			if (strlen(words[i].word) == len && memcmp(words[i].word, p, len) == 0)
				found = words[i].prefer;
		if (found < 0 || (prefer & (found < PREFER_DAY_FIRST ? 0x0F : 0xF0)))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("invalid value for argument \"prefer\": \"%.*s\"",
							pg_mbcliplen(text, strlen(text), 60), text),
					 errhint("It is one of \"past\", \"future\" and \"nearest\", and after a comma \"day first\" or \"month first\"; "
							 "without it, the text decides.")));
		prefer |= found;
		p += len;
		if (*p == '\0')
			return (NtPrefer) prefer;
		for (p++; *p == ' '; p++)
			;
	}
}

/* Finds the dates; argument 1 is published, 2 is prefer, both may be NULL. */
void
extract_find_dates(FunctionCallInfo fcinfo, NewsAnalysis *a)
{
	NtDay		published = NT_DAY_NONE;
	NtPrefer	prefer = PREFER_TEXT;

	if (!PG_ARGISNULL(1) && !DATE_NOT_FINITE(PG_GETARG_DATEADT(1)))
		published = PG_GETARG_DATEADT(1);
	if (PG_NARGS() > 2 && !PG_ARGISNULL(2))
		prefer = read_prefer(text_to_cstring(PG_GETARG_TEXT_PP(2)));
	article_dates(&a->article, published, prefer);
}

static int
compare_entities(const void *a, const void *b, void *entities)
{
	uint32		x = *(const uint32 *) a;
	uint32		y = *(const uint32 *) b;
	int			cmp = news_entity_compare(&((NewsEntityFields *) entities)[x], &((NewsEntityFields *) entities)[y]);

	return cmp != 0 ? cmp : x < y ? -1 : x > y;
}

/*
 * find_twins tells of each entity whether it is none, or one before it is equal: two of
 * the core's can come to be one by an encoding that lacks a letter.
 */
static bool *
find_twins(NewsAnalysis *a)
{
	uint32		n = 0;
	bool	   *drop = palloc_extended(a->article.entities.n + 1, MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
	uint32	   *sorted = palloc_extended(a->article.entities.n * sizeof(*sorted) + 1, MCXT_ALLOC_HUGE);

	for (uint32 i = 0; i < a->article.entities.n; i++)
	{
		NewsEntityFields f;

		nt_tick(&a->context.cx);
		drop[i] = !analysis_entity(a, i, &f);
		if (!drop[i])
			sorted[n++] = i;
	}
	if (n > 1)
		qsort_arg(sorted, n, sizeof(*sorted), compare_entities, a->entities);
	for (uint32 i = 1; i < n; i++)
		drop[sorted[i]] = news_entity_compare(&a->entities[sorted[i - 1]], &a->entities[sorted[i]]) == 0;
	pfree(sorted);
	return drop;
}

/* Each entity once, most salient first. */
PG_FUNCTION_INFO_V1(news_entities);
Datum
news_entities(PG_FUNCTION_ARGS)
{
	NewsAnalysis *a = analysis_begin(PG_GETARG_DATUM(0), news_dictionary_arg(fcinfo, 1));
	NewsList	list;
	bool	   *drop;

	article_need(&a->article, STAGE_ENTITIES);
	drop = find_twins(a);
	list = news_list_begin(fcinfo);
	for (uint32 i = 0; i < a->article.entities.n; i++)
	{
		nt_tick(&a->context.cx);
		if (!drop[i])
			news_list_add(&list, news_entity_datum(&a->entities[i]));
	}
	analysis_end(a);
	PG_RETURN_DATUM(news_list_end(&list));
}

Datum
extract_array(FunctionCallInfo fcinfo, NewsAnalysis *a, uint32 n, NewsMake make, void *room)
{
	NewsList	list = news_list_begin(fcinfo);

	for (uint32 i = 0; i < n; i++)
	{
		nt_tick(&a->context.cx);
		news_list_add(&list, make(a, i, room));
	}
	analysis_end(a);
	return news_list_end(&list);
}

static Datum
quote_value(NewsAnalysis *a, uint32 i, void *room)
{
	NewsQuoteRoom *quote = room;

	return extract_quote_fields(a, i, quote) ? PointerGetDatum(news_quote_pack(&quote->f, &by_quote)) : (Datum) 0;
}

PG_FUNCTION_INFO_V1(news_quotes);
Datum
news_quotes(PG_FUNCTION_ARGS)
{
	NewsAnalysis *a = analysis_begin(PG_GETARG_DATUM(0), news_dictionary_arg(fcinfo, 1));
	NewsQuoteRoom room = {.memory = CurrentMemoryContext};

	article_need(&a->article, STAGE_QUOTES);
	PG_RETURN_DATUM(extract_array(fcinfo, a, a->article.quotes.n, quote_value, &room));
}

static Datum
date_value(NewsAnalysis *a, uint32 i, void *room)
{
	NewsDateFields f;

	return extract_date_fields(a, i, &f) ? PointerGetDatum(news_date_pack(&f, &by_date)) : (Datum) 0;
}

PG_FUNCTION_INFO_V1(news_dates);
Datum
news_dates(PG_FUNCTION_ARGS)
{
	NewsAnalysis *a;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	a = analysis_begin(PG_GETARG_DATUM(0), ANALYSIS_ANY_DICTIONARY);
	extract_find_dates(fcinfo, a);
	PG_RETURN_DATUM(extract_array(fcinfo, a, a->article.dates.n, date_value, NULL));
}
