/*
 * explain.c -- news_explain(): why each mention is what it is.
 *
 * What decided (evidence), and what it was, as far as one can point at it:
 *
 *     lexicon      the gazetteer's id or preferred name
 *     pattern      nothing: a title before it, a head word in it
 *     tagger       nothing: its margin is the confidence
 *     alias        the mention that names the entity most fully or first
 *     dictionary   the user's own entry
 */
#include "read/analysis.h"
#include "read/encoding.h"

#include "utils/builtins.h"

#include "know/lexicon.h"
#include "read/result.h"
#include "read/rows.h"

static const char *const evidence_names[] = {
	[EVIDENCE_NONE] = NULL,
	[EVIDENCE_LEXICON] = "lexicon",
	[EVIDENCE_PATTERN] = "pattern",
	[EVIDENCE_TAGGER] = "tagger",
	[EVIDENCE_ALIAS] = "alias",
	[EVIDENCE_DICTIONARY] = "dictionary"
};

/* pointed_at returns what the evidence was, in the server's encoding; empty: nothing to show. */
static NewsBytes
pointed_at(NewsAnalysis *a, const NtMention *m)
{
	const NtVocab *vocab = article_vocab(&a->article);
	NewsBytes	none = {NULL, 0};

	if (m->evidence == EVIDENCE_LEXICON && m->entry != 0)
	{
		const NtEntry *entry = &vocab->entries[m->entry];
		const char *s = vocab_string(vocab, entry->id != 0 ? entry->id : entry->name);
		NewsBytes	shown;

		return encoding_to_server((NewsBytes) {s, (int) strlen(s)}, &shown) ? shown : none;
	}
	if (m->evidence == EVIDENCE_ALIAS && m->entity != NT_NONE)
	{
		const NtMention *first = &a->article.mentions.at[a->article.entities.at[m->entity].first_mention];

		return first != m ? analysis_written(a, first->start, first->end) : none;
	}
	if (m->evidence == EVIDENCE_DICTIONARY && m->own != 0 && a->article.own != NULL)
	{
		const NtOwnEntry *own = &a->article.own->entries.at[m->own - 1];
		NewsBytes	shown;

		return encoding_to_server((NewsBytes) {own->name, (int) own->name_len}, &shown) ? shown : none;
	}
	return none;
}

/* (span, mention, kind, name, confidence, evidence, because) */
PG_FUNCTION_INFO_V1(news_explain);
Datum
news_explain(PG_FUNCTION_ARGS)
{
	NewsAnalysis *a = analysis_begin(PG_GETARG_DATUM(0), news_dictionary_arg(fcinfo, 1));
	Rows		rows = rows_begin(fcinfo);

	article_need(&a->article, STAGE_ENTITIES);
	for (uint32 i = 0; i < a->article.mentions.n; i++)
	{
		const NtMention *m = &a->article.mentions.at[i];
		NewsEntityFields f;
		Datum		values[7] = {0};
		bool		nulls[7] = {0};

		nt_tick(&a->context.cx);
		if (!row_mention(values, nulls, a, m, &f))
			continue;
		values[4] = Float4GetDatum((float4) Min(m->confidence, NEWS_CONFIDENCE_ONE) / NEWS_CONFIDENCE_ONE);
		nulls[5] = m->evidence >= lengthof(evidence_names) || evidence_names[m->evidence] == NULL;
		if (!nulls[5])
			values[5] = CStringGetTextDatum(evidence_names[m->evidence]);
		row_text(&values[6], &nulls[6], pointed_at(a, m));
		rows_put(&rows, values, nulls);
	}
	analysis_end(a);
	return rows_end(&rows);
}
