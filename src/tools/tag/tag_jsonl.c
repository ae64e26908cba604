/*
 * tag_jsonl.c -- predictions in the form the scorers read: a JSON object a
 * document, offsets in characters from 0.
 */
#include "tag/tag.h"

#include "base/utf8.h"
#include "copy/signature.h"

#include <stdio.h>
#include <string.h>

/* A document being printed: what was read of it, and its places in characters. */
typedef struct Document
{
	NtArticle	article;
	NtCharMap	map;
	NtDay		published;
} Document;

/* put_span prints where a span of the text stands in the document. */
static void __attribute__((format(printf, 2, 0)))
put_span(const Document *d, const char *format, uint32_t start, uint32_t end)
{
	printf(format, charmap_chars(&d->map, article_start(&d->article, start)),
		   charmap_chars(&d->map, article_end(&d->article, end)));
}

static void
print_mentions(Document *d)
{
	NtArticle  *a = &d->article;

	article_need(a, STAGE_ENTITIES);
	printf(", \"entities\": [");
	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		const NtMention *m = &a->mentions.at[i];

		put_span(d, i ? ", {\"start\": %u, \"end\": %u" : "{\"start\": %u, \"end\": %u", m->start, m->end);
		printf(", \"confidence\": %u, \"evidence\": %u, \"kind\": \"%s\", \"name\": ", m->confidence, m->evidence, entity_kind_name(m->kind));
		if (m->entity != NT_NONE)
			json_print(stdout, a->entities.at[m->entity].name, a->entities.at[m->entity].name_len);
		else
			json_print(stdout, a->text + m->start, m->end - m->start);
		printf("}");
	}
	printf("]");
}

static void
print_language(Document *d)
{
	article_need(&d->article, STAGE_LANGUAGE);
	printf(", \"language\": \"%s\"", d->article.language != NULL ? d->article.language : "");
}

static void
print_dates(Document *d)
{
	NtArticle  *a = &d->article;

	article_dates(a, d->published, PREFER_TEXT);
	printf(", \"timexes\": [");
	for (uint32_t i = 0; i < a->dates.n; i++)
	{
		const NtDate *date = &a->dates.at[i];

		put_span(d, i ? ", {\"start\": %u, \"end\": %u" : "{\"start\": %u, \"end\": %u", date->start, date->end);
		printf(", \"type\": \"%s\", \"value\": ", date_kind_name(date->kind));
		json_print(stdout, date->value, strlen(date->value));
		printf("}");
	}
	printf("]");
}

static void
print_sentences(Document *d)
{
	NtArticle  *a = &d->article;

	article_need(a, STAGE_SENTENCES);
	printf(", \"sentences\": [");
	for (uint32_t i = 0; i < a->sentences.n; i++)
	{
		const NtSentence *s = &a->sentences.at[i];

		put_span(d, i ? ", [%u, %u]" : "[%u, %u]", a->tokens.at[s->first].start, a->tokens.at[s->last - 1].end);
	}
	printf("]");
}

/* print_span prints ", "NAME": [[start, end]]", of nothing an empty list. */
static void
print_span(const Document *d, const char *name, uint32_t start, uint32_t end)
{
	printf(", \"%s\": [", name);
	if (end > start)
		put_span(d, "[%u, %u]", start, end);
	printf("]");
}

static void
print_quotes(Document *d)
{
	NtArticle  *a = &d->article;

	article_need(a, STAGE_QUOTES);
	printf(", \"quotes\": [");
	for (uint32_t i = 0; i < a->quotes.n; i++)
	{
		const NtQuote *q = &a->quotes.at[i];

		printf("%s{\"kind\": \"%s\", \"content\": [", i ? ", " : "", quote_kind_name(q->kind));
		for (uint32_t p = 0; p < q->parts; p++)
			put_span(d, p ? ", [%u, %u]" : "[%u, %u]", a->parts.at[q->part + p].start, a->parts.at[q->part + p].end);
		printf("]");
		print_span(d, "source", q->speaker_start, q->speaker_end);
		print_span(d, "cue", q->cue_start, q->cue_end);
		printf(", \"confidence\": %u", q->confidence);
		if (q->speaker != NT_NONE)
		{
			printf(", \"speaker\": ");
			json_print(stdout, a->entities.at[q->speaker].name, a->entities.at[q->speaker].name_len);
		}
		printf("}");
	}
	printf("]");
}

/* print_decimal prints a number as digits. */
static void
print_decimal(NtDecimal d)
{
	printf("\"%lldE%d\"", (long long) d.mantissa, d.exponent);
}

/* print_amounts: low and high are null where the range is open. */
static void
print_amounts(Document *d)
{
	NtArticle  *a = &d->article;

	article_amounts(a);
	printf(", \"amounts\": [");
	for (uint32_t i = 0; i < a->amounts.n; i++)
	{
		const NtAmount *m = &a->amounts.at[i];

		put_span(d, i ? ", {\"start\": %u, \"end\": %u" : "{\"start\": %u, \"end\": %u", m->start, m->end);
		printf(", \"kind\": \"%s\", \"rule\": %u, \"unit\": ", amount_kind_name(m->kind), m->rule);
		json_print(stdout, vocab_string(a->vocab, m->unit), strlen(vocab_string(a->vocab, m->unit)));
		printf(", \"bounds\": %u, \"low\": ", m->bounds);
		print_decimal(m->low);
		printf(", \"high\": ");
		print_decimal(m->high);
		print_span(d, "what", m->what_start, m->what_end);
		print_span(d, "outcome", m->outcome_start, amount_outcome_end(m));
		printf("}");
	}
	printf("]");
}

/* print_signature prints the bins of the signature, none when there are too few words. */
static void
print_signature(Document *d)
{
	NtSignature s;

	article_need(&d->article, STAGE_SECTIONS);
	printf(", \"signature\": [");
	if (signature_of(&d->article, &s))
	{
		printf("%u", s.shingles);
		for (int i = 0; i < SIGNATURE_BINS; i++)
			printf(", %u", s.bins[i]);
	}
	printf("]");
}

static void
print_all(Document *d)
{
	print_mentions(d);
	print_quotes(d);
	print_dates(d);
	print_amounts(d);
}

static const struct
{
	const char *name;
	void		(*print) (Document *d);
}			tasks[] = {
	{"ner", print_mentions},
	{"timex", print_dates},
	{"quotes", print_quotes},
	{"sentences", print_sentences},
	{"language", print_language},
	{"amounts", print_amounts},
	{"signature", print_signature},
	{"all", print_all}
};

#define TASKS ((int) (sizeof(tasks) / sizeof(tasks[0])))

int
tag_task(const char *name)
{
	for (int task = 0; task < TASKS; task++)
		if (strcmp(tasks[task].name, name) == 0)
			return task;
	return -1;
}

void
tag_jsonl(TagRun *run, int task, const Json *doc, const char *text, uint32_t len)
{
	static const char *const day_keys[] = {"dct", "date", "published"};
	Document	d;
	const char *id = json_string(doc, "id");
	const char *day = NULL;

	for (int i = 0; i < 3 && day == NULL; i++)
		day = json_string(doc, day_keys[i]);
	d.published = tag_day(day);
	article_open(&run->scratch.cx, &d.article, &run->know, text, len);
	charmap_build(&run->scratch.cx, &d.map, text, len);
	printf("{\"id\": ");
	json_print(stdout, id != NULL ? id : "", id != NULL ? strlen(id) : 0);
	tasks[task].print(&d);
	printf("}\n");
}
