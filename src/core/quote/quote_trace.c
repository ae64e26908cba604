/*
 * quote_trace.c -- the decisions of the stage of quotations, told.
 *
 *     words   Ruiz/NNP said/VBD on/IN Friday/NNP :/COLON “/OPEN We/PRP ...
 *     cue     "said" of "say": right 5.1, left -3.2, none -0.2: right
 *     start   "“We" 4.0 over "on Friday" -1.1
 *     source  "Ruiz" 3.9 over nobody -0.4
 *     speaker "Ruiz": Ana Ruiz, who is named there
 *
 * Scores are in nats.
 */
#include "quote/quote_trace.h"

#include "quote/quote_cue.h"
#include "quote/quote_mark.h"

#include <stdio.h>
#include <string.h>

#define LINE_ROOM 460			/* of words a line */

#define NATS(score) ((double) (score) / QUOTE_SCALE)

static const char *
pos_name(int pos)
{
	static const char *const names[POS_COUNT] = {
#define POS_NAME(name) #name,
		PARTS_OF_SPEECH(POS_NAME)
#undef POS_NAME
	};

	return pos >= 0 && pos < POS_COUNT ? names[pos] : "?";
}

const char *
quote_trace_words(const QuoteReader *r, QuoteRange range, char *out)
{
	uint32_t	start;
	uint32_t	len;
	const uint32_t half = QUOTE_TRACE_WORDS / 2 - 8;

	if (range_empty(range) || range.last >= r->n)
		return strcpy(out, "nobody");
	start = r->tok[range.first].start;
	len = r->tok[range.last].end - start;
	if (len < QUOTE_TRACE_WORDS - 4)
		snprintf(out, QUOTE_TRACE_WORDS, "\"%.*s\"", (int) len, r->text + start);
	else
		snprintf(out, QUOTE_TRACE_WORDS, "\"%.*s ... %.*s\"", (int) half, r->text + start, (int) half, r->text + start + len - half);
	return out;
}

const char *
quote_trace_entity(const QuoteReader *r, uint32_t entity, char *out)
{
	const NtEntity *e;

	if (entity == NT_NONE)
		return strcpy(out, "nobody");
	e = &r->article->entities.at[entity];
	snprintf(out, QUOTE_TRACE_WORDS, "%.*s", (int) (e->name_len < 150 ? e->name_len : 150), e->name);
	return out;
}

void
quote_trace_sentence(const QuoteReader *r)
{
	char		line[LINE_ROOM + 60];
	size_t		used = 0;

	for (uint32_t i = r->first; i < r->last; i++)
	{
		const NtToken *t = &r->tok[i];
		uint32_t	len = t->end - t->start < 40 ? t->end - t->start : 40;

		used += (size_t) snprintf(line + used, sizeof(line) - used, " %.*s/%s", (int) len, r->text + t->start, pos_name(r->pos[i]));
		if (used > LINE_ROOM - 20 || i + 1 == r->last)
		{
			nt_trace(r->cx, TRACE_QUOTES, "words   %s", line + 1);
			used = 0;
		}
	}
}

void
quote_trace_choice(const QuoteReader *r, const char *what, QuoteRange won, int32_t score,
				   QuoteRange second, int32_t second_score)
{
	char		one[QUOTE_TRACE_WORDS];
	char		two[QUOTE_TRACE_WORDS];

	if (!quote_tracing(r))
		return;
	if (second_score < INT32_MIN / 4)
		nt_trace(r->cx, TRACE_QUOTES, "  %-8s %s %.1f, the only one", what, quote_trace_words(r, won, one), NATS(score));
	else
		nt_trace(r->cx, TRACE_QUOTES, "  %-8s %s %.1f over %s %.1f", what, quote_trace_words(r, won, one), NATS(score),
				 quote_trace_words(r, second, two), NATS(second_score));
}

void
quote_trace_found(const QuoteReader *r, const char *what, const Attribution *a)
{
	char		content[QUOTE_TRACE_WORDS];
	char		source[QUOTE_TRACE_WORDS];
	char		cue[QUOTE_TRACE_WORDS];

	if (!quote_tracing(r))
		return;
	nt_trace(r->cx, TRACE_QUOTES, "%-8s %s %s, cue %s, source %s, margin %.1f", what, quote_kind_name(a->kind),
			 quote_trace_words(r, a->content, content),
			 quote_trace_words(r, a->cue == NT_NONE ? QUOTE_NO_RANGE : (QuoteRange) {a->cue, a->cue_last}, cue),
			 quote_trace_words(r, a->source, source), NATS(a->margin));
}
