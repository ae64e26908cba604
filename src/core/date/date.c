/*
 * date.c -- finds the time expressions of an article.
 *
 * From every token whose word can begin an expression, and from every number,
 * the matcher (date_matcher.c) is asked; what it finds is resolved in text
 * order (date_resolve.c), since "the next day" needs the day before it.
 *
 * Before resolving, the article is judged as news or as narrative.  News
 * speaks from the day it appears: "Friday" and "in May" are near that day.  A
 * narrative (a history, a biography, an obituary's past) moves through years
 * of its own, and its "in May" follows the date it spoke of last.  An article is a narrative when
 * it names many years far from its own day and seldom speaks from that day,
 * or when it has no day at all.
 */
#include "date/date.h"

#include "base/calendar.h"
#include "date/date_find.h"
#include "know/knowledge.h"

#define NARRATIVE_YEARS 4		/* so many expressions must name a year two or more away */
#define NARRATIVE_SHARE 2		/* and so many times those that speak from the day of publication */

/*
 * A match as it waits to be resolved: only the slots it fills, since a match
 * has ten times as many.  No rule fills more than FOUND_SLOTS.
 */
#define FOUND_SLOTS 14

typedef struct Found
{
	uint32_t	first;
	uint32_t	last;
	uint16_t	rule;
	uint8_t		slots;
	uint8_t		slot[FOUND_SLOTS];
	int32_t		value[FOUND_SLOTS];
} Found;

typedef NtArray(Found) Matches;

static void
keep(NtContext *cx, Matches *matches, const NtDateMatch *match)
{
	Found	   *f = nt_push(cx, matches);

	f->first = match->first;
	f->last = match->last;
	f->rule = match->rule;
	f->slots = 0;
	for (int i = 1; i < DATE_SLOT_COUNT && f->slots < FOUND_SLOTS; i++)
		if (match->slot[i] != SLOT_UNSET)
		{
			f->slot[f->slots] = (uint8_t) i;
			f->value[f->slots++] = match->slot[i];
		}
}

static void
recall(const Matches *matches, uint32_t number, NtDateMatch *match)
{
	const Found *f = &matches->at[number];

	match->first = f->first;
	match->last = match->read = f->last;
	match->rule = f->rule;
	for (int i = 0; i < DATE_SLOT_COUNT; i++)
		match->slot[i] = SLOT_UNSET;
	for (int i = 0; i < f->slots; i++)
		match->slot[f->slot[i]] = f->value[i];
}

/* found_slot returns a slot of a match that waits. */
static int32_t
found_slot(const Found *f, NtDateSlot slot)
{
	for (int i = 0; i < f->slots; i++)
		if (f->slot[i] == slot)
			return f->value[i];
	return SLOT_UNSET;
}

/* has_date_word: can a token be part of an expression at all? */
static inline bool
has_date_word(const NtVocab *vocab, const NtToken *t)
{
	return t->kind >= TOKEN_NUMBER || vocab->words[t->word].date != 0;
}

/*
 * starts_date: can an expression begin with token i?  follows tells that
 * another has just ended, last is the end of the sentence.
 */
static inline bool
starts_date(const NtDateGrammar *g, const NtVocab *vocab, const NtToken *tokens, uint32_t i, uint32_t last,
			bool follows)
{
	const NtToken *t = &tokens[i];
	uint16_t	starts;

	switch (t->kind)
	{
		case TOKEN_NUMBER:
		case TOKEN_ALNUM:
			return true;
		case TOKEN_PUNCT:
			return token_mark_in(t, MARKS_SINGLE) ? i + 1 < last &&
				!(t[1].flags & TOKEN_SPACE) && t[1].kind != TOKEN_WORD : follows;
		case TOKEN_SYMBOL:
		case TOKEN_LINK:
			return false;
	}
	starts = g->words[vocab->words[t->word].date].starts;
	if (starts == 0)
		return false;
	return (starts & STARTS_ALONE) != 0 || (follows && (starts & STARTS_CHAIN)) ||
		((starts & STARTS_LONGER) && i + 1 < last && has_date_word(vocab, t + 1));
}

/* is_narrative judges an article by the years it names. */
static bool
is_narrative(const Matches *matches, const NtDateGrammar *g, NtDay published, bool *mixed)
{
	uint32_t	far = 0;
	uint32_t	near = 0;
	int			year;
	int			m;
	int			d;

	*mixed = false;
	if (published == NT_DAY_NONE)
		return true;
	calendar_date(published, &year, &m, &d);
	for (uint32_t i = 0; i < matches->n; i++)
	{
		const Found *match = &matches->at[i];
		int32_t		said = found_slot(match, SLOT_YEAR);
		uint8_t		op = g->rules[match->rule].op;

		if (said != SLOT_UNSET)
		{
			if (said - year > 1 || year - said > 1)
				far++;
			else
				near++;
		}
		else if (found_slot(match, SLOT_DECADE) != SLOT_UNSET)
			far++;
		else if ((op == OP_SHIFT || op == OP_AGO) && found_slot(match, SLOT_BASE) == SLOT_UNSET)
			near++;
		else if (op == OP_DATE && found_slot(match, SLOT_WEEKDAY) != SLOT_UNSET)
			near++;
	}
	*mixed = near > 0;
	return far >= NARRATIVE_YEARS && far > near * NARRATIVE_SHARE;
}

/*
 * is_title tells whether an expression of common words is written as a name:
 * "This Week" on television, USA Today.
 */
static bool
is_title(const NtArticle *article, const NtSentence *s, const NtDateMatch *match, uint8_t op)
{
	const NtToken *t = &article->tokens.at[match->last - 1];

	if (op == OP_SET && match->last - match->first == 1 && match->slot[SLOT_WEEKDAY] == SLOT_UNSET && (t->flags & TOKEN_CAPITAL) &&
		!(s->flags & (SENTENCE_TITLE | SENTENCE_UPPER)) && match->first > s->first)
		return true;			/* the Weekly Standard */
	if (op == OP_DATE && match->last - match->first == 1 && match->slot[SLOT_MONTH] != SLOT_UNSET &&
		match->first > s->first + 1 && !(s->flags & (SENTENCE_TITLE | SENTENCE_UPPER)) &&
		t[-1].kind == TOKEN_WORD && (t[-1].flags & TOKEN_CAPITAL) &&
		article_vocab(article)->words[t[-1].word].date == 0)
		return true;			/* Jill June */
	if (op == OP_DATE && match->last - match->first == 2 && match->slot[SLOT_PART] != SLOT_UNSET &&
		match->slot[SLOT_WEEKDAY] != SLOT_UNSET && (t->flags & TOKEN_CAPITAL) &&
		!(s->flags & (SENTENCE_TITLE | SENTENCE_UPPER)))
		return true;			/* Saturday Night Live */
	if ((op != OP_SHIFT && op != OP_DURATION && op != OP_REF) || !(t->flags & TOKEN_CAPITAL) ||
		(s->flags & (SENTENCE_TITLE | SENTENCE_UPPER)))
		return false;
	if (match->last - match->first > 1)
		return true;
	return match->first > s->first && (t[-1].flags & TOKEN_CAPITAL) != 0;
}

/*
 * goes_on tells whether "- 18" can go on from the expression just before:
 * from a day of a month with a day, from a year with its last digits.
 */
static bool
goes_on(const NtDateMatch *before, NtDateMatch *match)
{
	bool		month = before->slot[SLOT_MONTH] != SLOT_UNSET;

	if (month && before->slot[SLOT_DAY] != SLOT_UNSET)
		return match->slot[SLOT_CHAIN] == UNIT_MONTH;
	if (month || before->slot[SLOT_YEAR] == SLOT_UNSET)
		return false;
	if (match->slot[SLOT_CHAIN] == UNIT_MONTH)
	{
		if (match->slot[SLOT_DAY] < 10)
			return false;
		match->slot[SLOT_CHAIN] = UNIT_YEAR;
		match->slot[SLOT_YY] = match->slot[SLOT_DAY];
	}
	return true;
}

/*
 * is_month_first tells how an article that does not say so writes 4/5/25: as
 * American news does, unless another of its dates can only be day first.
 */
static bool
is_month_first(const Matches *matches)
{
	for (uint32_t i = 0; i < matches->n; i++)
		if (found_slot(&matches->at[i], SLOT_FIRST) > 12 && found_slot(&matches->at[i], SLOT_SECOND) <= 12)
			return false;
	return true;
}

/* joined: do only one or two words part two expressions, as in "March to May 2011"? */
static bool
joined(NtDateMatcher *m, const NtDateMatch *a, const NtDateMatch *b)
{
	if (b->first < a->last || b->first - a->last > 2)
		return false;
	for (uint32_t i = a->last; i < b->first; i++)
		if (date_matcher_is(m, i, CLASS_JOIN) || date_matcher_is(m, i, CLASS_HYPHEN))
			return true;
	return false;
}

/*
 * share_year gives an expression the year of the one it is joined to: from
 * March to August 2011, between December and May 1944.
 */
static void
share_year(NtDateMatcher *m, const NtDateGrammar *g, NtDateMatch *a, const NtDateMatch *b)
{
	if (g->rules[a->rule].op != OP_DATE || g->rules[b->rule].op != OP_DATE ||
		a->slot[SLOT_MONTH] == SLOT_UNSET || b->slot[SLOT_MONTH] == SLOT_UNSET ||
		a->slot[SLOT_YEAR] != SLOT_UNSET || b->slot[SLOT_YEAR] == SLOT_UNSET ||
		a->slot[SLOT_YY] != SLOT_UNSET || a->slot[SLOT_DIR] != SLOT_UNSET || !joined(m, a, b))
		return;
	a->slot[SLOT_YEAR] = b->slot[SLOT_YEAR] - (a->slot[SLOT_MONTH] > b->slot[SLOT_MONTH]);
}

/*
 * date_find fills article->dates, in text order and never overlapping.
 * Time and memory are linear: a walk of the matcher is bounded, and the search
 * goes on behind what it found.
 */
void
date_find(NtArticle *article, NtDay anchor, NtPrefer prefer)
{
	NtContext  *cx = article->cx;
	const NtDateGrammar *g = &article->know->dates;
	const NtVocab *vocab = article_vocab(article);
	const NtToken *tokens = article->tokens.at;
	NtDateMatcher *m = nt_alloc0(cx, sizeof(NtDateMatcher));
	NtTimeline	line = {0};
	Matches		matches = {0};
	NtDateMatch match;
	NtDateMatch previous = {0};
	NtDateMatch next = {0};
	uint32_t	sentence = 0;
	uint32_t	previous_end = NT_NONE;

	date_matcher_open(m, cx, g, vocab, article->text, tokens);
	for (uint32_t s = 0; s < article->sentences.n; s++)
	{
		uint32_t	last = article->sentences.at[s].last;
		bool		fresh = true;

		for (uint32_t i = article->sentences.at[s].first; i < last;)
		{
			nt_tick(cx);
			if (!starts_date(g, vocab, tokens, i, last, i == previous_end))
			{
				i++;
				continue;
			}
			if (fresh)
			{
				date_matcher_sentence(m, article->sentences.at[s].first, last);
				fresh = false;
			}
			if (!date_matcher_at(m, i, &match))
			{
				i++;
				continue;
			}
			if (match.slot[SLOT_CHAIN] != SLOT_UNSET &&
				(i != previous_end || !goes_on(&previous, &match)))
			{
				i++;
				continue;
			}
			if (is_title(article, &article->sentences.at[s], &match, g->rules[match.rule].op))
			{
				i++;
				continue;
			}
			/* 25T21: day and hour in one word */
			if (match.slot[SLOT_DAY] >= 100)
			{
				match.slot[SLOT_HOUR] = match.slot[SLOT_DAY] % 100;
				match.slot[SLOT_DAY] /= 100;
			}
			keep(cx, &matches, &match);
			previous = match;
			previous_end = match.last;
			i = match.last > i ? match.last : i + 1;
		}
	}

	line.matcher = m;
	line.clock = -1;
	line.published = anchor != NT_DAY_NONE && calendar_holds(anchor) ? anchor : NT_DAY_NONE;
	line.prefer = PREFER_TENSE(prefer);
	line.month_first = (prefer & PREFER_MONTH_FIRST) || (!(prefer & PREFER_DAY_FIRST) && is_month_first(&matches));
	line.narrative = is_narrative(&matches, g, line.published, &line.mixed);
	if (matches.n > 0)
		recall(&matches, 0, &next);
	for (uint32_t i = 0; i < matches.n; i++)
	{
		NtDate		date;

		nt_tick(cx);
		match = next;
		while (article->sentences.at[sentence].last <= match.first)
			sentence++;
		date_matcher_sentence(m, article->sentences.at[sentence].first, article->sentences.at[sentence].last);
		line.follows = i > 0 && joined(m, &previous, &match);
		if (i + 1 < matches.n)
		{
			recall(&matches, i + 1, &next);
			share_year(m, g, &match, &next);
		}
		if (date_resolve(&line, m, &match, g, &date))
			*nt_push(cx, &article->dates) = date;
		previous = match;
	}
}
