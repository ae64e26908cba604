/*
 * quote_nest.c -- speech inside speech, which belongs to both speakers.
 *
 *     “Ann told us, ‘We will not stop,’ and we believed her,” Lee said.
 *     [                                                     ] Lee
 *                   [                 ] Ann
 *
 * The articles that are learned from attribute such words to the outer
 * speaker alone, so that this is grammar: a pair of marks inside a quotation,
 * that speaks and does not merely quote a word, and beside it, over a comma
 * or colon, a verb of saying of the same quotation:
 *
 *     verb (somebody) , ‘...’        ‘...,’ (somebody) verb
 *
 * The model of sources finds whose verb it is.
 */
#include "quote/quote_cue.h"
#include "quote/quote_mark.h"
#include "quote/quote_score.h"
#include "quote/quote_speaker.h"

#define NEST_WORDS 6			/* between the verb and the marks */
#define NEST_SHORTEST 2			/* words */

/* speaks tells whether a pair holds speech: it begins as a sentence does and has a few words. */
static bool
speaks(const QuoteReader *r, const QuoteMark *m)
{
	uint32_t	words = 0;

	if (!m->closed || m->open + 1 >= m->close || !(r->tok[m->open + 1].flags & TOKEN_CAPITAL))
		return false;
	for (uint32_t i = m->open + 1; i < m->close && words < NEST_SHORTEST; i++)
		words += r->tok[i].kind != TOKEN_PUNCT;
	return words >= NEST_SHORTEST || pos_in(r->pos[m->close - 1], POS_BIT(POS_STOP) | POS_BIT(POS_COMMA));
}

/* is_saying tells whether somebody did say: "said", "asks", but not "people say", "would say", "to say". */
static bool
is_saying(const QuoteReader *r, uint32_t i)
{
	if (!pos_in(r->pos[i], POS_BIT(POS_VBD) | POS_BIT(POS_VBZ)))
		return false;
	switch (quote_cue_record(r, i)->stance)
	{
		case STANCE_SAID:
		case STANCE_WROTE:
		case STANCE_ASKED:
		case STANCE_ANSWERED:
			return true;
	}
	return false;
}

/* verb_before finds the verb whose object a pair is, NT_NONE: none. */
static uint32_t
verb_before(const QuoteReader *r, const QuoteMark *m, uint32_t floor)
{
	/* called ‘the Rock’: no comma, no speech */
	if (m->open <= floor + 1 || !pos_in(r->pos[m->open - 1], POS_BIT(POS_COMMA) | POS_BIT(POS_COLON)))
		return NT_NONE;
	for (uint32_t i = m->open - 1; i-- > floor && m->open - i <= NEST_WORDS;)
	{
		if (is_saying(r, i))
			return i;
		if (pos_in(r->pos[i], POS_FINITES | POS_MARKS | POS_BIT(POS_CC)))
			break;
	}
	return NT_NONE;
}

/* verb_after finds the verb after a pair that ends with a comma or question. */
static uint32_t
verb_after(const QuoteReader *r, const QuoteMark *m, uint32_t limit)
{
	if (!pos_in(r->pos[m->close - 1], POS_BIT(POS_COMMA) | POS_BIT(POS_STOP)))
		return NT_NONE;
	for (uint32_t i = m->close + 1; i < limit && i - m->close <= NEST_WORDS; i++)
	{
		if (is_saying(r, i))
			return i;
		if (pos_in(r->pos[i], POS_FINITES | POS_MARKS | POS_BIT(POS_CC)))
			break;
	}
	return NT_NONE;
}

/* is_speaker tells whether a source is "I" or "we", or another of no known sex. */
static bool
is_speaker(const QuoteReader *r, QuoteRange source)
{
	return !range_empty(source) && r->pos[source.last] == POS_PRP &&
		(word_of(r, source.last)->traits & (TRAIT_MALE | TRAIT_FEMALE | TRAIT_NEUTER)) == 0;
}

/* nest makes a pair inside a range of a quotation one of its own. */
static void
nest(QuoteReader *r, uint32_t sentence, const QuoteMark *m, QuoteRange outer)
{
	const NtSentence *s = &r->article->sentences.at[sentence];
	QuoteSide	side = CUE_RIGHT;
	uint32_t	floor = s->first > outer.first ? s->first : outer.first;
	uint32_t	limit = s->last < outer.last + 1 ? s->last : outer.last + 1;
	uint32_t	verb;

	if (r->pos[m->open] == POS_NONE || !speaks(r, m))
		return;
	verb = verb_before(r, m, floor);
	if (verb == NT_NONE)
	{
		side = CUE_LEFT;
		verb = verb_after(r, m, limit);
	}
	if (verb == NT_NONE || verb < s->first || verb >= s->last)
		return;
	for (uint32_t k = r->found.n, seen = 0; k-- > 0 && seen < NEST_WORDS; seen++)
		if (r->found.at[k].cue == verb)
			return;
	quote_turn(r, s->first, s->last);
	quote_chunks(r, s->first, s->last);
	quote_attribute(r, sentence, verb, side, (QuoteRange) {m->open, m->close}, NEST_MARGIN);
	/* what the speaker said before is the speaker's already */
	if (is_speaker(r, r->found.at[r->found.n - 1].source))
		r->found.n--;
}

/* quote_nested adds what is quoted inside the quotations found, which are in text order. */
void
quote_nested(QuoteReader *r)
{
	uint32_t	n = r->found.n;
	uint32_t	sentence = 0;
	uint32_t	done = 0;		/* marks before this token have been looked at */

	for (uint32_t k = 0; k < n; k++)
	{
		QuoteRange	range = r->found.at[k].content;

		if (r->found.at[k].kind == QUOTE_INDIRECT)
			continue;
		for (uint32_t more = r->found.at[k].more;;)
		{
			for (uint32_t i = range.first + 1 > done ? range.first + 1 : done; i <= range.last; i++)
			{
				const QuoteMark *m = mark_opening(r, i);

				nt_tick(r->cx);
				if (m == NULL || m->close > range.last)
					continue;
				while (sentence + 1 < r->article->sentences.n && r->article->sentences.at[sentence + 1].first <= i)
					sentence++;
				nest(r, sentence, m, range);
			}
			if (range.last + 1 > done)
				done = range.last + 1;
			if (more == NT_NONE)
				break;
			range = r->more.at[more].range;
			more = r->more.at[more].next;
		}
	}
}
