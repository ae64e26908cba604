/*
 * tag_jsonl.c -- predictions in the form the scorers read: a JSON object a
 * document, offsets in characters from 0.
 */
#include "tag/tag.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

/* begin opens the article and prints the object up to the list of this name. */
static void
begin(TagRun *run, NtArticle *a, NtCharMap *map, const Json *doc, const char *text, uint32_t len, const char *list)
{
	const char *id = json_string(doc, "id");

	if (id == NULL)
		id = "";
	article_open(&run->scratch.cx, a, &run->know, text, len);
	charmap_build(&run->scratch.cx, map, text, len);
	printf("{\"id\": ");
	json_print(stdout, id, strlen(id));
	printf(", \"%s\": [", list);
}

static void
print_mentions(TagRun *run, const Json *doc, const char *text, uint32_t len)
{
	NtArticle	a;
	NtCharMap	map;

	begin(run, &a, &map, doc, text, len, "entities");
	article_need(&a, STAGE_ENTITIES);
	for (uint32_t i = 0; i < a.mentions.n; i++)
	{
		const NtMention *m = &a.mentions.at[i];

		printf("%s{\"start\": %u, \"end\": %u, \"confidence\": %u, \"evidence\": %u, \"kind\": \"%s\", \"name\": ", i ? ", " : "",
			   charmap_chars(&map, m->start), charmap_chars(&map, m->end), m->confidence, m->evidence, entity_kind_name(m->kind));
		if (m->entity != NT_NONE)
			json_print(stdout, a.entities.at[m->entity].name, a.entities.at[m->entity].name_len);
		else
			json_print(stdout, text + m->start, m->end - m->start);
		printf("}");
	}
	printf("]}\n");
}

static void
print_dates(TagRun *run, const Json *doc, const char *text, uint32_t len)
{
	NtArticle	a;
	NtCharMap	map;
	const char *day = json_string(doc, "dct");

	if (day == NULL)
		day = json_string(doc, "date");
	begin(run, &a, &map, doc, text, len, "timexes");
	article_dates(&a, tag_day(day), PREFER_TEXT);
	for (uint32_t i = 0; i < a.dates.n; i++)
	{
		const NtDate *d = &a.dates.at[i];

		printf("%s{\"start\": %u, \"end\": %u, \"type\": \"%s\", \"value\": ", i ? ", " : "",
			   charmap_chars(&map, d->start), charmap_chars(&map, d->end), date_kind_name(d->kind));
		json_print(stdout, d->value, strlen(d->value));
		printf("}");
	}
	printf("]}\n");
}

static void
print_sentences(TagRun *run, const Json *doc, const char *text, uint32_t len)
{
	NtArticle	a;
	NtCharMap	map;

	begin(run, &a, &map, doc, text, len, "sentences");
	article_need(&a, STAGE_SENTENCES);
	for (uint32_t i = 0; i < a.sentences.n; i++)
	{
		const NtSentence *s = &a.sentences.at[i];

		printf("%s[%u, %u]", i ? ", " : "", charmap_chars(&map, a.tokens.at[s->first].start),
			   charmap_chars(&map, a.tokens.at[s->last - 1].end));
	}
	printf("]}\n");
}

/* print_span prints ", "NAME": [[start, end]]", of nothing an empty list. */
static void
print_span(const NtCharMap *map, const char *name, uint32_t start, uint32_t end)
{
	printf(", \"%s\": [", name);
	if (end > start)
		printf("[%u, %u]", charmap_chars(map, start), charmap_chars(map, end));
	printf("]");
}

static void
print_quotes(TagRun *run, const Json *doc, const char *text, uint32_t len)
{
	NtArticle	a;
	NtCharMap	map;

	begin(run, &a, &map, doc, text, len, "quotes");
	article_need(&a, STAGE_QUOTES);
	for (uint32_t i = 0; i < a.quotes.n; i++)
	{
		const NtQuote *q = &a.quotes.at[i];

		printf("%s{\"kind\": \"%s\", \"content\": [", i ? ", " : "", quote_kind_name(q->kind));
		for (uint32_t p = 0; p < q->parts; p++)
			printf("%s[%u, %u]", p ? ", " : "", charmap_chars(&map, a.parts.at[q->part + p].start),
				   charmap_chars(&map, a.parts.at[q->part + p].end));
		printf("]");
		print_span(&map, "source", q->speaker_start, q->speaker_end);
		print_span(&map, "cue", q->cue_start, q->cue_end);
		printf(", \"confidence\": %u", q->confidence);
		if (q->speaker != NT_NONE)
		{
			printf(", \"speaker\": ");
			json_print(stdout, a.entities.at[q->speaker].name, a.entities.at[q->speaker].name_len);
		}
		printf("}");
	}
	printf("]}\n");
}

TagTask
tag_task(const char *name)
{
	static const struct
	{
		const char *name;
		TagTask		task;
	}			tasks[] = {
		{"ner", print_mentions},
		{"timex", print_dates},
		{"quotes", print_quotes},
		{"sentences", print_sentences}
	};

	for (size_t i = 0; i < sizeof(tasks) / sizeof(tasks[0]); i++)
		if (strcmp(tasks[i].name, name) == 0)
			return tasks[i].task;
	return NULL;
}
