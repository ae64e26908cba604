/*
 * quote_sign.c -- quotations signed with a name after a dash.
 *
 *     “We will not leave.” ― Ann Brown, Leeds
 *     (                  ) ^ [       ]
 *
 *     “Never again.”
 *     - Lee, after the vote
 *
 * Readers' letters, pull quotes and epigraphs name their speaker so.  A dash
 * follows the closing mark, or begins the next paragraph; a name follows it:
 * words with capitals, initials and particles; and then the line ends or a
 * comma or bracket begins what the speaker is.  A dash of prose ("“...” — the
 * words of Lee — were heard") goes on in small letters.
 *
 * Paragraphs that an earlier one goes on in (quote_marks.c) are parts of the
 * same quotation.
 */
#include "quote/quote_mark.h"
#include "quote/quote_score.h"

#include <string.h>

#define SIGN_WORDS 8			/* in the longest name */
#define SIGN_PARTS 64			/* paragraphs of one quotation */
#define SIGN_SHORTEST 3			/* words; shorter ones are titles */

static bool
ends_line(const QuoteReader *r, uint32_t i)
{
	return i >= r->n || (r->tok[i].flags & (TOKEN_LINE | TOKEN_PARAGRAPH));
}

/* name_after returns the name that begins at a token and ends as a signature does, an empty range: none. */
static QuoteRange
name_after(const QuoteReader *r, uint32_t first)
{
	uint32_t	i = first;

	while (i < r->n && i - first < SIGN_WORDS && (i == first || !ends_line(r, i)))
	{
		const NtToken *t = &r->tok[i];
		bool		word = t->kind == TOKEN_WORD && (t->flags & (TOKEN_CAPITAL | TOKEN_LETTERS));

		if (!word && (i == first || !(token_is(r->vocab, t, LEX_NAME_PARTICLE) || token_is_mark(t, '-') ||
									  (t->kind == TOKEN_CLITIC))))
			break;
		i++;
	}
	if (i == first)
		return QUOTE_NO_RANGE;
	if (ends_line(r, i) || token_is_mark(&r->tok[i], ',') || token_is_mark(&r->tok[i], '(') ||
		(token_is_mark(&r->tok[i], '.') && ends_line(r, i + 1)))
		return (QuoteRange) {first, i - 1};
	return QUOTE_NO_RANGE;
}

/* is_speech: no title, which is short, or all in capitals, and ends without a mark. */
static bool
is_speech(const QuoteReader *r, const QuoteMark *m)
{
	uint32_t	capitals;
	uint32_t	words = quote_words_in(r, m, &capitals);

	if (r->tok[m->close - 1].kind == TOKEN_PUNCT && words > 0)
		return true;
	return words >= SIGN_SHORTEST && capitals * 2 <= words + 1;
}

/* sign makes the pair of marks number last, and those it goes on from, a quotation of the name. */
static void
sign(QuoteReader *r, uint32_t last, uint32_t dash, QuoteRange name, uint32_t sentence)
{
	uint32_t	first = last;
	Attribution *a;

	while (first > 0 && last - first < SIGN_PARTS && r->marks.at[first - 1].continues && r->marks.at[first - 1].outer &&
		   r->marks.at[first - 1].close + 1 == r->marks.at[first].open)
		first--;
	a = nt_push(r->cx, &r->found);
	*a = QUOTE_NO_ATTRIBUTION;
	a->sentence = sentence;
	a->cue = a->cue_last = dash;
	a->side = CUE_LEFT;
	a->kind = QUOTE_DIRECT;
	a->stance = STANCE_SAID;
	a->content = (QuoteRange) {r->marks.at[first].open, r->marks.at[first].close};
	a->tail = a->content.last;
	a->source = name;
	a->margin = SIGN_MARGIN;
	r->marks.at[first].taken = true;
	for (uint32_t k = first + 1; k <= last; k++)
	{
		quote_add_more(r, r->found.n - 1, (QuoteRange) {r->marks.at[k].open, r->marks.at[k].close});
		r->marks.at[k].taken = true;
	}
}

/* quote_signed finds the signed quotations, before any cue is sought. */
void
quote_signed(QuoteReader *r)
{
	uint32_t	sentence = 0;

	for (uint32_t k = 0; k < r->marks.n; k++)
	{
		const QuoteMark *m = &r->marks.at[k];
		uint32_t	dash = m->close + 1;
		QuoteRange	name;

		nt_tick(r->cx);
		if (!m->closed || !m->outer || m->single || dash >= r->n || !token_mark_in(&r->tok[dash], MARKS_HYPHEN_OR_DASH) || !is_speech(r, m))
			continue;
		name = name_after(r, dash + 1);
		if (range_empty(name))
			continue;
		while (sentence + 1 < r->article->sentences.n && r->article->sentences.at[sentence + 1].first <= dash)
			sentence++;
		sign(r, k, dash, name, sentence);
	}
}
