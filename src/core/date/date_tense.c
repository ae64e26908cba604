/*
 * date_tense.c -- does a sentence look back or ahead?
 *
 * No grammar is parsed.  A few classes of words (data/en/dates/words.txt) tell:
 *
 *     The ministers will meet on Monday.         will: ahead
 *     A plan to close the mine by May ...        to + verb: ahead
 *     The mine, which is to close, was sold Monday.   was: back, being nearer
 */
#include "date/date_resolve.h"

#define CUE_WINDOW 14			/* tokens around an expression searched for its tense */

/* A small word that ends in -ed reads as a past tense. */
static bool
ends_in_ed(const NtDateMatcher *m, uint32_t token)
{
	const NtToken *t = &m->tokens[token];

	return t->kind == TOKEN_WORD && t->end - t->start >= 5 && !(t->flags & TOKEN_CAPITAL) &&
		m->text[t->end - 2] == 'e' && m->text[t->end - 1] == 'd';
}

static bool
is_to(const NtDateMatcher *m, uint32_t token)
{
	const NtToken *t = &m->tokens[token];

	return t->end - t->start == 2 && (m->text[t->start] | 0x20) == 't' && (m->text[t->start + 1] | 0x20) == 'o';
}

/* cue_at: -1 a word of the past, 1 of the future, 0 neither; 2 of what may be (would, could). */
static int
cue_at(NtDateMatcher *m, uint32_t token)
{
	if (m->tokens[token].kind != TOKEN_WORD && m->tokens[token].kind != TOKEN_CLITIC)
		return 0;
	if (date_matcher_is(m, token, CLASS_FUTURE))
		return 1;
	if (date_matcher_is(m, token, CLASS_MODAL))
		return 2;
	if (token > m->first && date_matcher_is(m, token, CLASS_BASE_VERB) && is_to(m, token - 1))
		return 1;
	if (!date_matcher_is(m, token, CLASS_PAST) && !ends_in_ed(m, token))
		return 0;
	return token > m->first && date_matcher_is(m, token - 1, CLASS_BE) ? 0 : -1;
}

/*
 * date_tense reads the tense around an expression: -1 past, 1 future, 2 what may
 * be, 3 until and by, 0 not said, -2 past but said only after it.  The nearest cue before it
 * decides, then the nearest after it.  "Until" just before it looks ahead, but
 * not where it begins the sentence ("Until Thursday they had ..."); "by" does
 * when no cue before it looks back.
 */
int
date_tense(NtDateMatcher *m, const NtDateMatch *match)
{
	uint32_t	before = match->first;
	int			cue = 0;
	bool		ahead = false;
	bool		by = false;

	/* until at least Sunday */
	if (before >= m->first + 3 && date_matcher_is(m, before - 1, CLASS_LEAST))
		before -= 2;
	if (before > m->first)
	{
		ahead = date_matcher_is(m, before - 1, CLASS_AHEAD);
		by = date_matcher_is(m, before - 1, CLASS_BY);
	}
	for (uint32_t i = match->first; i > m->first && match->first - i < CUE_WINDOW && cue == 0;)
		cue = cue_at(m, --i);
	if ((ahead && (cue != 0 || match->first - m->first > 1)) || (by && (cue == 0 || cue == 2) && match->first - m->first > 1))
		return 3;
	if (cue != 0)
		return cue;
	for (uint32_t i = match->last; i < m->last && i - match->last < CUE_WINDOW && cue == 0; i++)
		cue = cue_at(m, i);
	return cue == -1 ? -2 : cue;
}

/* date_tense_beside tells whether a cue stands right before an expression: ended Jan. 31. */
bool
date_tense_beside(NtDateMatcher *m, const NtDateMatch *match)
{
	return match->first > m->first && cue_at(m, match->first - 1) != 0;
}
