/*
 * quote_alone.c -- paragraphs that are nothing but speech, which nobody has claimed.
 *
 *     Statement from Councillor [Ann Lee]:          who is named before the colon
 *     “I have asked for the file.”
 *
 *     “We came with nothing,” said [Ivan Roth].     goes on, over a caption too
 *     “One bag was full of books.”
 *
 * Of whom a line before a colon only tells (Friends remembered Ann Lee:) does not speak: the name begins the line or a clause, or
 * stands behind "from" or "by", and speech about one he or she is of nobody.  A question is answered by somebody else.
 * The person of whom the paragraph before tells is no better guess than whoever suffered from him: it is not made.
 * One pass over the pairs; what is looked at before each is bounded.
 */
#include "quote/quote_figure.h"
#include "quote/quote_lone.h"
#include "quote/quote_mark.h"

#define ALONE_WORDS 4			/* of speech, at least */
#define BEFORE_TOKENS 300		/* of the paragraph before */
#define LEAD_TOKENS 24			/* of a line that ends in a colon */

/* is_alone tells whether a pair is a paragraph of its own: whole sentences, and nothing beside it. */
static bool
is_alone(const QuoteReader *r, const QuoteMark *m)
{
	uint32_t	capitals;
	uint32_t	next = m->close + 1;

	return m->closed && m->outer && !m->single && !m->taken && r->turn[m->open] == 0 && !r->aside[m->open] && (r->tok[m->open].flags & TOKEN_PARAGRAPH) &&
		(next >= r->n || (r->tok[next].flags & TOKEN_PARAGRAPH)) && token_mark_in(&r->tok[m->close - 1], MARKS_FINAL) &&
		quote_words_in(r, m, &capitals) >= ALONE_WORDS;
}

/* paragraph_before returns the paragraph of the text before a token, over captions and furniture; empty: none near. */
static QuoteRange
paragraph_before(const QuoteReader *r, uint32_t token)
{
	uint32_t	last = token;
	uint32_t	first;

	while (last > 0 && r->aside[last - 1] && token - last < BEFORE_TOKENS)
		last--;
	if (last == 0 || r->aside[last - 1])
		return QUOTE_NO_RANGE;
	first = --last;
	while (first > 0 && !(r->tok[first].flags & TOKEN_PARAGRAPH) && last - first < BEFORE_TOKENS)
		first--;
	return (QuoteRange) {first, last};
}

/* only_person returns the mention of the only person a range names, the last of them; NULL: nobody, or several. */
static const NtMention *
only_person(const QuoteReader *r, QuoteRange range)
{
	const NtMention *found = NULL;

	for (uint32_t i = range.first; i <= range.last; i++)
	{
		const NtMention *m = r->name[i] != 0 ? quote_mention_at(r, i) : NULL;

		if (m == NULL || m->first != i || m->kind != ENTITY_PERSON)
			continue;
		if (found != NULL && found->entity != m->entity)
			return NULL;
		found = m;
	}
	return found;
}

/* last_body returns the last body that a range names, NULL: none. */
static const NtMention *
last_body(const QuoteReader *r, QuoteRange range)
{
	for (uint32_t i = range.last + 1; i-- > range.first;)
		if (r->name[i] == ENTITY_ORG + 1)
			return quote_mention_at(r, i);
	return NULL;
}

/* leads_in tells whether a short paragraph ends in a colon: Statement from Ann Lee: */
static bool
leads_in(const QuoteReader *r, QuoteRange before)
{
	uint32_t	last = before.last;

	while (last > before.first && token_mark_in(&r->tok[last], MARK_BIT(MARK_STAR) | MARK_BIT(MARK_UNDERSCORE)))
		last--;
	return last - before.first <= LEAD_TOKENS && r->tok[last].mark == MARK_COLON;
}

/* speaks_of_one tells whether speech speaks of one he or she. */
static bool
speaks_of_one(const QuoteReader *r, const QuoteMark *m)
{
	for (uint32_t i = m->open; i < m->close; i++)
	{
		uint8_t		traits = r->vocab->words[r->tok[i].word].traits;

		if (token_is(r->vocab, &r->tok[i], LEX_PRONOUN) && ((traits & TRAIT_MALE) != 0) != ((traits & TRAIT_FEMALE) != 0))
			return true;
	}
	return false;
}

/* gives_words tells whether a line gives the words of whom it names: Statement from Dr Ann Lee:, Dr Ann Lee, the mayor: */
static bool
gives_words(const QuoteReader *r, QuoteRange before, const NtMention *name, const QuoteMark *m)
{
	const uint64_t bearing = LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC) | LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_DETERMINER);
	uint32_t	i = name->first;

	while (i > before.first && (token_classes(r->vocab, &r->tok[i - 1]) & bearing))
		i--;
	if (i == before.first || r->tok[i - 1].mark == MARK_COMMA)
		return !speaks_of_one(r, m);
	return r->tok[i - 1].hash == r->by || r->tok[i - 1].hash == r->from;
}

/* goes_on returns who spoke at the end of the paragraph before, and asked nothing; empty: nobody. */
static QuoteRange
goes_on(const QuoteReader *r, QuoteRange before, const Attribution *a)
{
	uint32_t	end;

	if (a == NULL || a->dropped || a->kind != QUOTE_DIRECT || range_empty(a->source) || a->stance == STANCE_ASKED || r->turn[a->content.first] != 0 || a->tail > before.last)
		return QUOTE_NO_RANGE;
	end = a->cue != NT_NONE && a->cue > a->tail ? a->cue : a->tail;
	if (end < before.first || quote_sentence_of(r, end) != quote_sentence_of(r, before.last) || r->tok[a->tail - (a->tail > 0 && is_mark(r, a->tail))].mark == MARK_QUESTION)
		return QUOTE_NO_RANGE;
	return a->source;
}

/* source_of returns who says a paragraph of speech, empty: nobody is told. */
static QuoteRange
source_of(const QuoteReader *r, const QuoteMark *m, const Attribution *last)
{
	QuoteRange	before = paragraph_before(r, m->open);
	const NtMention *name;

	if (range_empty(before))
		return QUOTE_NO_RANGE;
	if (leads_in(r, before))
	{
		if ((name = only_person(r, before)) == NULL)
			name = last_body(r, before);
		return name != NULL && gives_words(r, before, name, m) ? (QuoteRange) {name->first, name->last - 1} : QUOTE_NO_RANGE;
	}
	return goes_on(r, before, last);
}

void
quote_alone(QuoteReader *r)
{
	Attribution last = QUOTE_NO_ATTRIBUTION;
	uint32_t	n = r->found.n;
	uint32_t	k = 0;
	bool		any = false;

	for (uint32_t i = 0; i < r->marks.n; i++)
	{
		const QuoteMark *m = &r->marks.at[i];
		QuoteRange	source;

		nt_tick(r->cx);
		for (; k < n && r->found.at[k].content.first < m->open; k++)
		{
			nt_tick(r->cx);
			if (!r->found.at[k].dropped && cue_act(r->found.at[k].stance) == ACT_SPEECH && (!any || r->found.at[k].tail >= last.tail))
			{
				last = r->found.at[k];
				any = true;
			}
		}
		if (!is_alone(r, m) || range_empty(source = source_of(r, m, any ? &last : NULL)))
			continue;
		/* who is meant asks for the parts of speech of a sentence that nobody has looked at yet */
		if (r->pos[source.last] == POS_NONE)
		{
			const NtSentence *s = &r->article->sentences.at[quote_sentence_of(r, source.last)];

			quote_pos_sentence(r, s->first, s->last);
		}
		quote_lone_add(r, (QuoteRange) {m->open, m->close}, source);
		last = r->found.at[r->found.n - 1];
		any = true;
	}
}
