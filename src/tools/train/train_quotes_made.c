/*
 * train_quotes_made.c -- makes articles of articles.
 *
 * The corpus is American and mostly magazine prose.  Wires report in another
 * order, which turn_report.c makes of plain reports, and British hands set
 * other marks:
 *
 *     “They will stay,” she said.    “They will stay”, she said.
 *                                    ‘They will stay’, she said.
 */
#include "train/train_quotes.h"

#include "train/turn_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* is_saying tells whether a gold attribution has one source, one content and a plain verb of saying. */
static bool
is_saying(const Document *d, const Gold *gold)
{
	const QuoteReader *r = &d->reader;
	QuoteRange	cue;
	const NtCue *record;

	if (gold->source.n != 1 || gold->cue.n != 1 || gold->content.n != 1)
		return false;
	cue = tokens_of(r, gold->cue.at[0]);
	if (range_empty(cue) || cue.first != cue.last)
		return false;
	record = quote_cue_record(r, cue.first);
	return record->stance == STANCE_SAID && (record->form == CUE_PAST || record->form == CUE_THIRD);
}

/* add_turned adds a document of the reports of another, turned round (turn_report.h). */
static void
add_turned(uint32_t from, const char *const *endings, uint32_t n_endings)
{
	Document	turned;
	size_t		len = 0;
	NtArray(char) text = {0};

	memset(&turned, 0, sizeof(turned));
	turned.id = "";
	turned.origin = from;
	for (uint32_t g = 0; g < docs.at[from].gold.n; g++)
	{
		const Gold *gold = &docs.at[from].gold.at[g];
		Turned		one;
		Gold		new;
		size_t		size;

		if (!is_saying(&docs.at[from], gold) ||
			!turn_report(&forever.cx, docs.at[from].text,
						 &(Report) {gold->source.at[0], gold->cue.at[0], gold->content.at[0]},
						 endings[(from * 7 + g) % n_endings], &one))
			continue;
		memset(&new, 0, sizeof(new));
		*nt_push(&forever.cx, &new.source) = (QuoteRange) {len + one.report.source.first, len + one.report.source.last};
		*nt_push(&forever.cx, &new.cue) = (QuoteRange) {len + one.report.cue.first, len + one.report.cue.last};
		*nt_push(&forever.cx, &new.content) = (QuoteRange) {len + one.report.content.first, len + one.report.content.last};
		*nt_push(&forever.cx, &turned.gold) = new;
		size = strlen(one.text);
		nt_reserve(&forever.cx, &text, text.n + size + 3);
		memcpy(text.at + text.n, one.text, size);
		memcpy(text.at + text.n + size, "\n\n", 3);
		text.n += size + 2;
		len = text.n;
	}
	if (turned.gold.n == 0)
		return;
	turned.text = text.at;
	*nt_push(&forever.cx, &docs) = turned;
}

#define BRITISH_EVERY 4			/* of so many articles one is learned from in British dress too */

/* closing_mark returns the length of the closing mark at a place, 0: none. */
static uint32_t
closing_mark(const char *text)
{
	if (text[0] == '"')
		return 1;
	return strncmp(text, "\u201d", 3) == 0 ? 3 : 0;
}

/*
 * add_british adds a document as a British hand would write it: “A”, she said,
 * for “A,” she said, and ‘A’, she said, in every other one.
 */
static void
add_british(uint32_t from)
{
	const Document *american = &docs.at[from];
	Document	d;
	size_t		len = strlen(american->text);
	char	   *text = forever.cx.alloc(&forever.cx, len + 1);
	bool	   *swapped = calloc(len + 1, 1);	/* a comma that stood there has gone behind its mark */
	bool		single = from / BRITISH_EVERY % 2 == 1;

	memcpy(text, american->text, len + 1);
	for (size_t i = 0; i + 1 < len; i++)
	{
		uint32_t	mark = closing_mark(text + i + 1);

		if (text[i] != ',' || mark == 0)
			continue;
		memmove(text + i, text + i + 1, mark);
		text[i + mark] = ',';
		swapped[i + mark + 1] = true;
		i += mark;
	}
	for (size_t i = 0; single && i < len; i++)
	{
		if (text[i] == '"')
			text[i] = '\'';
		else if (strncmp(text + i, "\u201c", 3) == 0)
			memcpy(text + i, "\u2018", 3);
		else if (strncmp(text + i, "\u201d", 3) == 0)
			memcpy(text + i, "\u2019", 3);
	}
	memset(&d, 0, sizeof(d));
	d.id = "";
	d.text = text;
	d.origin = from;
	for (uint32_t g = 0; g < american->gold.n; g++)
	{
		Gold		gold = american->gold.at[g];

		gold.content = (Ranges) {0};
		for (uint32_t k = 0; k < american->gold.at[g].content.n; k++)
		{
			QuoteRange	range = american->gold.at[g].content.at[k];

			range.last -= swapped[range.last];
			*nt_push(&forever.cx, &gold.content) = range;
		}
		*nt_push(&forever.cx, &d.gold) = gold;
	}
	free(swapped);
	*nt_push(&forever.cx, &docs) = d;
}

/* add_made adds what is made of the articles, the held ones left alone. */
void
add_made(const char *path)
{
	uint32_t	n;
	const char *const *endings = turn_endings(&forever.cx, path, &n);
	uint32_t	all = docs.n;
	uint32_t	reports = 0;

	for (uint32_t k = 0; k < all; k++)
		if (!docs.at[k].held)
			add_turned(k, endings, n);
	for (uint32_t k = all; k < docs.n; k++)
		reports += docs.at[k].gold.n;
	for (uint32_t k = 0; k < all; k += BRITISH_EVERY)
		if (!docs.at[k].held)
			add_british(k);
	for (uint32_t k = all; k < docs.n; k++)
		open_document(&docs.at[k]);
	printf("%u reports turned round\n", reports);
}
