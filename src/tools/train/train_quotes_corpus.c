/*
 * train_quotes_corpus.c -- reads the articles and who said what in them.
 *
 * Attributions are lists of code-point spans in the corpus, byte ranges here, and
 * tokens where a model asks.  The corpus counts in the articles as they are
 * stored, the reader in their text without markup: one in fourteen has some.
 */
#include "train/train_quotes.h"

#include "json_read.h"
#include "quote/quote_look.h"

#include <string.h>

Documents	docs;

static void
read_ranges(const Json *list, const uint32_t *offsets, uint32_t chars, Ranges *out)
{
	for (uint32_t i = 0; list != NULL && i < list->len; i++)
	{
		int			a = json_int(&list->at[i].at[0]);
		int			b = json_int(&list->at[i].at[1]);

		if (a < 0 || b > (int) chars || a >= b)
			continue;
		*nt_push(&forever.cx, out) = (QuoteRange) {offsets[a], offsets[b]};
	}
}

/* Every hold-th document is held out, from part on. */
typedef struct Held
{
	uint32_t	hold;			/* 0: none is */
	uint32_t	part;
} Held;

static void
read_document(void *data, const Json *doc)
{
	const Held *held = data;
	const Json *list = json_get(doc, "attributions");
	Document   *d = nt_push(&forever.cx, &docs);
	uint32_t	chars;
	uint32_t   *offsets;

	memset(d, 0, sizeof(*d));
	d->id = json_string(doc, "id");
	d->text = json_string(doc, "text");
	d->held = held->hold > 0 && docs.n % held->hold == held->part % held->hold;
	d->origin = docs.n - 1;
	offsets = json_offsets(&forever.cx, d->text, (uint32_t) strlen(d->text), &chars);
	for (uint32_t i = 0; list != NULL && i < list->len; i++)
	{
		Gold		gold;

		memset(&gold, 0, sizeof(gold));
		read_ranges(json_get(&list->at[i], "source"), offsets, chars, &gold.source);
		read_ranges(json_get(&list->at[i], "cue"), offsets, chars, &gold.cue);
		read_ranges(json_get(&list->at[i], "content"), offsets, chars, &gold.content);
		if (gold.content.n > 0)
			*nt_push(&forever.cx, &d->gold) = gold;
	}
}

void
read_documents(const char *path, uint32_t hold, uint32_t part)
{
	json_each(&forever.cx, path, read_document, &(Held) {hold, part});
}

uint32_t
text_byte(const Document *d, uint32_t byte)
{
	uint32_t	low = 0;
	uint32_t	high = d->article.len;

	if (d->article.text == d->article.body)
		return byte;
	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (article_start(&d->article, middle) >= byte)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* clean makes ranges of the body ranges of its text; what was only markup is gone. */
static void
clean(const Document *d, Ranges *ranges)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < ranges->n; i++)
	{
		QuoteRange	range = {text_byte(d, ranges->at[i].first), text_byte(d, ranges->at[i].last)};

		if (range.first < range.last)
			ranges->at[n++] = range;
	}
	ranges->n = n;
}

/* take_text lets a document be its text without markup: from here on all ranges are of that. */
static void
take_text(Document *d)
{
	char	   *text = forever.cx.alloc(&forever.cx, d->article.len + 1);

	memcpy(text, d->article.text, d->article.len);
	text[d->article.len] = '\0';
	d->text = text;
	for (uint32_t g = 0; g < d->gold.n; g++)
	{
		clean(d, &d->gold.at[g].source);
		clean(d, &d->gold.at[g].cue);
		clean(d, &d->gold.at[g].content);
	}
}

void
open_document(Document *d)
{
	d->body = d->text;
	article_open(&forever.cx, &d->article, &know, d->body, (uint32_t) strlen(d->body));
	article_need(&d->article, STAGE_ROLES);
	if (d->article.text != d->article.body)
		take_text(d);
	quote_reader_open(&d->reader, &d->article);
	quote_marks(&d->reader);
	quote_turns(&d->reader);
	d->silver = forever.cx.alloc(&forever.cx, d->reader.n + 1);
	memset(d->silver, -1, d->reader.n + 1);
}

/* token_at returns the first token that ends after a byte. */
uint32_t
token_at(const QuoteReader *r, uint32_t byte)
{
	return quote_first_after(&r->tok->end, sizeof(NtToken), r->n, byte);
}

QuoteRange
tokens_of(const QuoteReader *r, QuoteRange bytes)
{
	uint32_t	first = token_at(r, bytes.first);
	uint32_t	last = token_at(r, bytes.last - 1);

	if (first >= r->n || r->tok[first].start >= bytes.last)
		return QUOTE_NO_RANGE;
	if (last >= r->n || r->tok[last].start >= bytes.last)
		last--;
	return (QuoteRange) {first, last};
}
