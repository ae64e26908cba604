/*
 * quote_interview.c -- interviews without labels: questions in bold, answers below.
 *
 *     Felix Arden keeps bees at Arden Hall.
 *
 *     What did you find?                                  a paragraph that asks
 *
 *     We found that bees count to four.  Nobody expected it.      [Felix Arden]
 *
 * Paragraphs that are questions, at least ASKED_LEAST and one in ASKED_SHARE
 * from the first on, one of which speaks to "you", and answers half of which
 * speak of "I" or "we": an interview.  Its answers, up to the next question,
 * are quotations of the person whom the text before the first question names
 * most often; when it names none, nothing is found.  Writers who ask themselves do so less
 * often, and pages of questions and answers speak of nobody.
 */
#include "quote/quote_mark.h"
#include "quote/quote_score.h"
#include "quote/quote_turns.h"

#define COUNT_NEVER UINT32_MAX
#define ASKED_LEAST 2
#define ASKED_SHARE 4			/* paragraphs for each question, at most */
#define ASKED_LONGEST 80		/* tokens of a question */
#define ANSWERED_HALF 2			/* one in so many answers speaks of itself */

typedef struct Paragraph
{
	uint32_t	first;			/* tokens [first, last) */
	uint32_t	last;
	bool		asks;
	bool		to_you;
	bool		of_me;
	bool		marked;			/* holds quotation marks */
} Paragraph;

typedef NtArray(Paragraph) Paragraphs;

/* examines tells whether a line before a name says that it asks: BY MR. [TREVANION]: */
static bool
examines(const QuoteReader *r, uint32_t i)
{
	while (i > 0 && (token_classes(r->vocab, &r->tok[i - 1]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC))))
		i--;
	return i > 0 && r->tok[i - 1].hash == r->by && (r->tok[i - 1].flags & TOKEN_UPPER);
}

/*
 * quote_interviewee returns the person named most often before the first question;
 * who wrote it down does not count, nor who has a label: the lawyers and the judge.
 */
uint32_t
quote_interviewee(QuoteReader *r, uint32_t before)
{
	const NtArticle *a = r->article;
	uint32_t   *count = nt_alloc0(r->cx, (a->entities.n + 1) * sizeof(uint32_t));
	uint32_t	best = NT_NONE;
	uint32_t	section = 0;

	for (uint32_t i = 0; i < a->mentions.n && a->mentions.at[i].first < before; i++)
	{
		uint32_t	e = a->mentions.at[i].entity;

		nt_tick(r->cx);
		while (section + 1 < a->sections.n && a->sections.at[section].last <= a->mentions.at[i].first)
			section++;
		if (section < a->sections.n && a->sections.at[section].kind == SECTION_BYLINE)
			continue;
		if (a->mentions.at[i].kind != ENTITY_PERSON || e == NT_NONE || count[e] == COUNT_NEVER)
			continue;
		count[e] = r->turn[a->mentions.at[i].first] == TURN_LABEL || examines(r, a->mentions.at[i].first) ? COUNT_NEVER : count[e] + 1;
	}
	for (uint32_t i = 0; i < a->mentions.n && a->mentions.at[i].first < before; i++)
	{
		uint32_t	e = a->mentions.at[i].entity;

		nt_tick(r->cx);
		if (e != NT_NONE && count[e] > 0 && count[e] != COUNT_NEVER && (best == NT_NONE || count[e] > count[best]))
			best = e;
	}
	nt_release(r->cx, count, (a->entities.n + 1) * sizeof(uint32_t));
	return best;
}

/* see describes a paragraph of the text. */
static void
see(const QuoteReader *r, Paragraph *p)
{
	uint32_t	end = p->last;

	p->asks = p->to_you = p->of_me = p->marked = false;
	for (uint32_t i = p->first; i < p->last; i++)
	{
		const NtToken *t = &r->tok[i];
		uint8_t		traits = r->vocab->words[t->word].traits;

		nt_tick(r->cx);
		p->marked = p->marked || is_mark(r, i);
		if (!token_is(r->vocab, t, LEX_PRONOUN))
			continue;
		p->of_me = p->of_me || (traits & TRAIT_FIRST_PERSON);
		/* all others say of whom they speak */
		p->to_you = p->to_you || !(traits & (TRAIT_FIRST_PERSON | TRAIT_MALE | TRAIT_FEMALE | TRAIT_NEUTER));
	}
	while (end > p->first + 1 && token_mark_in(&r->tok[end - 1], MARK_BIT(MARK_STAR) | MARK_BIT(MARK_UNDERSCORE)))
		end--;
	p->asks = r->tok[end - 1].mark == MARK_QUESTION && p->last - p->first <= ASKED_LONGEST && !p->marked;
}

/* line_asks tells of a token that ends a line with a question mark: the answer may stand on the next. */
static bool
line_asks(const QuoteReader *r, uint32_t i)
{
	return r->tok[i].mark == MARK_QUESTION && (r->tok[i + 1].flags & TOKEN_LINE);
}

static void
find_paragraphs(const QuoteReader *r, Paragraphs *paragraphs)
{
	for (uint32_t i = 0; i < r->n; i++)
	{
		Paragraph  *p;

		nt_tick(r->cx);
		if (r->aside[i])
			continue;
		p = nt_push(r->cx, paragraphs);
		p->first = i;
		while (i + 1 < r->n && !(r->tok[i + 1].flags & TOKEN_PARAGRAPH) && !r->aside[i + 1] && !line_asks(r, i))
			i++;
		p->last = i + 1;
		see(r, p);
	}
}

/* is_interview judges the paragraphs; *first is the first question that is answered. */
static bool
is_interview(const Paragraphs *p, uint32_t *first)
{
	uint32_t	asked = 0;
	uint32_t	of_me = 0;
	bool		to_you = false;

	*first = p->n;
	for (uint32_t i = 0; i + 1 < p->n; i++)
	{
		if (!p->at[i].asks || p->at[i + 1].asks)
			continue;
		if (*first == p->n)
			*first = i;
		asked++;
		to_you = to_you || p->at[i].to_you;
		of_me += p->at[i + 1].of_me && !p->at[i + 1].marked;
	}
	return asked >= ASKED_LEAST && asked * ASKED_SHARE >= p->n - *first && to_you && of_me * ANSWERED_HALF >= asked;
}

/* asks_often: enough paragraphs end in a question mark that it is worth a look. */
static bool
asks_often(const QuoteReader *r)
{
	const NtSentences *s = &r->article->sentences;
	uint32_t	asked = 0;

	for (uint32_t i = 0; i + 1 < s->n && asked < ASKED_LEAST; i++)
	{
		nt_tick(r->cx);
		asked += r->tok[s->at[i].last - 1].mark == MARK_QUESTION && (r->tok[s->at[i].last].flags & (TOKEN_PARAGRAPH | TOKEN_LINE)) != 0;
	}
	return asked >= ASKED_LEAST;
}

/* quote_interview finds the answers of an interview without labels. */
void
quote_interview(QuoteReader *r)
{
	Paragraphs	paragraphs = {0};
	uint32_t	first;
	uint32_t	sentence = 0;
	uint32_t	speaker;
	bool		begun = false;

	if (!asks_often(r))
		return;
	find_paragraphs(r, &paragraphs);
	if (!is_interview(&paragraphs, &first) || (speaker = quote_interviewee(r, paragraphs.at[first].first)) == NT_NONE)
	{
		nt_array_release(r->cx, &paragraphs);
		return;
	}
	for (uint32_t k = first; k < paragraphs.n; k++)
	{
		const Paragraph *p = &paragraphs.at[k];
		QuoteRange	range = {p->first, p->last - 1};

		nt_tick(r->cx);
		while (sentence + 1 < r->article->sentences.n && r->article->sentences.at[sentence + 1].first <= p->first)
			sentence++;
		for (uint32_t i = p->first; i < p->last; i++)
			r->turn[i] = TURN_WORDS;
		if (p->asks)
			begun = false;
		else if (begun)
			quote_add_more(r, r->found.n - 1, range);
		else
		{
			Attribution *a = nt_push(r->cx, &r->found);

			*a = QUOTE_NO_ATTRIBUTION;
			a->sentence = sentence;
			a->side = CUE_RIGHT;
			a->kind = QUOTE_DIRECT;
			a->stance = STANCE_SAID;
			a->content = range;
			a->tail = range.last;
			a->speaker = speaker;
			a->margin = TURN_MARGIN;
			begun = true;
		}
	}
	nt_array_release(r->cx, &paragraphs);
}
