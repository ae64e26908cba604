/*
 * quote_unclosed.c -- where a quotation ends that nothing closes.
 *
 *     "We lost the barn[,] said farmer Ann Lee. "But ...     before who says it
 *
 * Else with the paragraph when that is short and the mark begins speech, else with the sentence
 * it began in, so that no quotation swallows the article.
 */
#include "quote/quote_pair.h"

#include "quote/quote_cue.h"

#define SPEAKER_WORDS 5			/* before the name of who speaks */
#define UNCLOSED_TOKENS 300		/* longer paragraphs end no unclosed quotation */

/* sentence_end returns the last token of the sentence that holds token i. */
static uint32_t
sentence_end(const QuoteReader *r, uint32_t i, uint32_t limit)
{
	uint32_t	end = i;

	while (end + 1 < limit && !(r->tok[end + 1].flags & TOKEN_SENTENCE))
		end++;
	return end;
}

bool
quote_unclosed_begins_speech(const QuoteReader *r, uint32_t i)
{
	return (r->tok[i].flags & TOKEN_SENTENCE) || token_is_mark(&r->tok[i - 1], MARK_COLON) || token_is_mark(&r->tok[i - 1], MARK_COMMA);
}

/* says tells whether a word tells that somebody speaks: said, asked. */
static bool
says(const QuoteReader *r, uint32_t i)
{
	const NtCue *cue = quote_cue_record(r, i);

	return (cue->stance == STANCE_SAID || cue->stance == STANCE_ASKED) && (cue->form == CUE_PAST || cue->form == CUE_THIRD);
}

/* after_speaker passes over a name and what stands before it, or a pronoun; it returns the token after them, the first when it is none. */
static uint32_t
after_speaker(const QuoteReader *r, uint32_t first, uint32_t limit)
{
	const uint64_t before = LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC) | LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_DETERMINER);
	uint32_t	i = first;

	if (i < limit && token_is(r->vocab, &r->tok[i], LEX_PRONOUN) && (word_of(r, i)->traits & TRAIT_SUBJECT))
		return i + 1;
	while (i < limit && i - first < SPEAKER_WORDS && r->name[i] == 0 && (token_classes(r->vocab, &r->tok[i]) & before))
		i++;
	if (i >= limit || !is_named(r, i, ENTITY_PERSON))
		return first;
	while (i < limit && is_named(r, i, ENTITY_PERSON))
		i++;
	return i;
}

/* says_it tells whether a clause at a token tells who speaks, and nothing else: said farmer Ann Lee. she said, */
static bool
says_it(const QuoteReader *r, uint32_t first, uint32_t limit)
{
	bool		turned = says(r, first);
	uint32_t	who = first + turned;
	uint32_t	after = after_speaker(r, who, limit);

	if (after == who || (!turned && (after >= limit || !says(r, after))))
		return false;
	after += !turned;
	return after >= limit || r->tok[after].kind == TOKEN_PUNCT;
}

/* lost_close returns the comma behind which somebody says what a mark opened that nothing closes: "We lost the barn[,] said farmer Ann Lee. "But ... */
static uint32_t
lost_close(const QuoteReader *r, uint32_t open, uint32_t limit)
{
	for (uint32_t i = open + 2; i + 2 < limit; i++)
	{
		nt_tick(r->cx);
		if (token_mark_in(&r->tok[i], MARK_BIT(MARK_COMMA) | MARK_BIT(MARK_QUESTION) | MARK_BIT(MARK_EXCLAMATION)) && says_it(r, i + 1, limit))
			return i;
	}
	return NT_NONE;
}

uint32_t
quote_unclosed_before(const QuoteReader *r, uint32_t open, uint32_t limit)
{
	uint32_t	lost = lost_close(r, open, limit);

	return lost != NT_NONE ? lost : sentence_end(r, open, limit);
}

uint32_t
quote_unclosed_in_paragraph(const QuoteReader *r, uint32_t open, uint32_t limit)
{
	uint32_t	lost = lost_close(r, open, limit);

	if (lost != NT_NONE)
		return lost;
	if (limit - open <= 2)
		return NT_NONE;
	return limit - open < UNCLOSED_TOKENS && quote_unclosed_begins_speech(r, open) ? limit - 1 : sentence_end(r, open, limit);
}
