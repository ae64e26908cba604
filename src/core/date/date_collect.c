/*
 * date_collect.c -- which expressions stand in an article, before any of them is
 * understood.
 *
 * From every token whose word can begin an expression, and from every number,
 * the matcher (date_matcher.c) is asked; the search goes on behind what it
 * finds.  What only looks like one is left out here: a title in capitals
 * (Saturday Night Live), the quarter of a game, an address, the level of an
 * index, a number that goes on from nothing (5-3).
 */
#include "date/date_collect.h"

#include "date/date_score.h"

static void
keep(NtContext *cx, DateMatches *matches, const NtDateMatch *match)
{
	DateFound	   *f = nt_push(cx, matches);

	f->first = match->first;
	f->last = match->last;
	f->rule = match->rule;
	f->slot = matches->slots.n;
	for (uint32_t i = 1; i < DATE_SLOT_COUNT; i++)
		if (match->slot[i] != SLOT_UNSET)
			*nt_push(cx, &matches->slots) = (DateSlotFound) {match->slot[i], i};
	f->slots = (uint16_t) (matches->slots.n - f->slot);
}

/* date_recall fills a match from what was kept of it. */
void
date_recall(const DateMatches *matches, uint32_t number, NtDateMatch *match)
{
	const DateFound *f = &matches->at[number];

	match->first = f->first;
	match->last = match->read = f->last;
	match->rule = f->rule;
	for (int i = 0; i < DATE_SLOT_COUNT; i++)
		match->slot[i] = SLOT_UNSET;
	for (uint32_t i = f->slot; i < f->slot + f->slots; i++)
		match->slot[matches->slots.at[i].slot] = matches->slots.at[i].value;
}

/* date_found_slot returns a slot of a match that waits. */
int32_t
date_found_slot(const DateMatches *matches, const DateFound *f, NtDateSlot slot)
{
	for (uint32_t i = f->slot; i < f->slot + f->slots; i++)
		if (matches->slots.at[i].slot == slot)
			return matches->slots.at[i].value;
	return SLOT_UNSET;
}

/* stands_inside: can a token be part of an expression at all? */
static inline bool
stands_inside(const NtDateGrammar *g, const NtVocab *vocab, const NtToken *t)
{
	return t->kind >= TOKEN_NUMBER || (g->words[vocab->words[t->word].date].starts & STANDS_INSIDE) != 0;
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
	if ((starts & (STARTS_ALONE | STARTS_LONGER | STARTS_CHAIN)) == 0)
		return false;
	return (starts & STARTS_ALONE) != 0 || (follows && (starts & STARTS_CHAIN)) ||
		((starts & STARTS_LONGER) && i + 1 < last && stands_inside(g, vocab, t + 1));
}

/* says_only tells whether a match fills no other slot of the calendar. */
static bool
says_only(const NtDateMatch *match, NtDateSlot slot)
{
	for (int i = SLOT_YEAR; i <= SLOT_HOLIDAY; i++)
		if (i != (int) slot && match->slot[i] != SLOT_UNSET)
			return false;
	return true;
}

/*
 * is_title tells whether an expression of common words is written as a name:
 * "This Week" on television, USA Today, Tomorrow Together, Nineteen Eighty-Four, Sunrise Road.
 */
static bool
is_title(const NtArticle *article, const NtSentence *s, const NtDateMatch *match, uint8_t op)
{
	const NtToken *t = &article->tokens.at[match->last - 1];
	uint32_t	length = match->last - match->first;
	bool		inside = match->first > s->first;

	if (op == OP_DATE && inside && length > 1 && match->slot[SLOT_YEAR] != SLOT_UNSET && token_is_capital(t) &&
		token_is_capital(&article->tokens.at[match->first]) && says_only(match, SLOT_YEAR))
		return true;			/* Nineteen Eighty-Four */
	if ((s->flags & (SENTENCE_TITLE | SENTENCE_UPPER)) || !(t->flags & TOKEN_CAPITAL))
		return false;
	if (op == OP_SET && length == 1 && match->slot[SLOT_WEEKDAY] == SLOT_UNSET && inside)
		return true;			/* the Weekly Standard */
	if (op == OP_DATE && length == 1 && match->slot[SLOT_MONTH] != SLOT_UNSET && inside &&
		token_is_capital(&t[-1]) && article_vocab(article)->words[t[-1].word].date == 0)
		return true;			/* Jill June */
	if (op == OP_DATE && length == 2 && match->slot[SLOT_PART] != SLOT_UNSET && match->slot[SLOT_WEEKDAY] != SLOT_UNSET &&
		token_is_capital(&t[-1]))
		return true;			/* Saturday Night Live */
	if (op == OP_DATE && length == 1 && match->slot[SLOT_PART] != SLOT_UNSET && inside)
		return true;			/* Sunrise Road */
	if (op == OP_AGO)
		return match->slot[SLOT_WEEKDAY] == SLOT_UNSET && match->slot[SLOT_MONTH] == SLOT_UNSET;	/* 28 Days Later, but a week ago Monday */
	if (op != OP_SHIFT && op != OP_DURATION && op != OP_REF)
		return false;
	if (length > 1)
		return true;
	return inside && ((t[-1].flags & TOKEN_CAPITAL) ||
					  (t[-1].kind == TOKEN_WORD && match->last < s->last && token_is_capital(&t[1])));
}

/* has_near tells whether a word of a class stands near a match; the reach keeps hostile text linear. */
static bool
has_near(NtDateMatcher *m, const NtDateMatch *match, uint16_t class)
{
	uint32_t	first = match->first - m->first > NEAR_REACH ? match->first - NEAR_REACH : m->first;
	uint32_t	last = m->last - match->last > NEAR_REACH ? match->last + NEAR_REACH : m->last;

	for (uint32_t i = first; i < last; i++)
		if (date_matcher_is(m, i, class))
			return true;
	return false;
}

/* has_score: 12-0, 21-19. */
static bool
has_score(const NtDateMatcher *m, const NtDateMatch *match)
{
	uint32_t	first = match->first - m->first > NEAR_REACH ? match->first - NEAR_REACH : m->first;
	uint32_t	last = m->last - match->last > NEAR_REACH ? match->last + NEAR_REACH : m->last;

	for (uint32_t i = first + 2; i < last; i++)
		if (m->tokens[i].kind == TOKEN_NUMBER && m->tokens[i - 2].kind == TOKEN_NUMBER &&
			token_mark_in(&m->tokens[i - 1], MARKS_HYPHEN_OR_DASH) && !((m->tokens[i].flags | m->tokens[i - 1].flags) & TOKEN_SPACE))
			return true;
	return false;
}

/* is_of_game: a quarter or half of a match, where nothing speaks of money. */
static bool
is_of_game(NtDateMatcher *m, const NtDateMatch *match)
{
	if ((match->slot[SLOT_QUARTER] == SLOT_UNSET && match->slot[SLOT_HALF] == SLOT_UNSET) || match->slot[SLOT_YEAR] != SLOT_UNSET ||
		match->slot[SLOT_OF] != SLOT_UNSET)
		return false;
	return (has_near(m, match, CLASS_SPORT) || has_score(m, match)) && !has_near(m, match, CLASS_MONEY);
}

/* is_price: the shares closed at 12.30, but the doors open at 9.30. */
static bool
is_price(NtDateMatcher *m, const NtDateMatch *match)
{
	return match->slot[SLOT_CLOCK] != SLOT_UNSET && match->slot[SLOT_AMPM] == SLOT_UNSET && match->slot[SLOT_PART] == SLOT_UNSET &&
		m->tokens[match->last - 1].kind == TOKEN_NUMBER && match->last - match->first <= 2 &&
		(has_near(m, match, CLASS_LEVEL) || has_near(m, match, CLASS_MONEY));
}

/* is_level: the index closed at 1987, up from 1950. */
static bool
is_level(NtDateMatcher *m, const NtDateMatch *match)
{
	if (match->last - match->first != 1 || match->slot[SLOT_YEAR] == SLOT_UNSET || match->first == m->first ||
		!date_matcher_is(m, match->first - 1, CLASS_LEVEL_LEAD))
		return false;
	return has_near(m, match, CLASS_LEVEL);
}

/* is_address: 1945 Sunset Boulevard, but not "in 1945 Elm Street was". */
static bool
is_address(NtDateMatcher *m, const NtDateMatch *match)
{
	bool		number = (match->last - match->first == 1 && match->slot[SLOT_YEAR] != SLOT_UNSET) ||
		(match->last - match->first == 2 && match->slot[SLOT_MONTH] != SLOT_UNSET && match->slot[SLOT_DAY] != SLOT_UNSET);

	if (!number || (match->first > m->first && date_matcher_is(m, match->first - 1, CLASS_IN)))
		return false;
	/* 12 May Street */
	if (match->last - match->first == 2)
		return match->last < m->last && token_is_capital(&m->tokens[match->last]) &&
			(date_matcher_is(m, match->last, CLASS_STREET) || date_matcher_is(m, match->last, CLASS_CLOSE));
	for (uint32_t i = match->last; i < m->last && i - match->last < 4 && token_is_capital(&m->tokens[i]); i++)
		if (i > match->last && date_matcher_is(m, i, CLASS_STREET))
			return true;
	return false;
}

/* is_phone: 0800 2024 2025. */
static bool
is_phone(const NtDateMatcher *m, const NtDateMatch *match)
{
	const NtToken *t = &m->tokens[match->first];

	return match->last - match->first == 1 && match->slot[SLOT_YEAR] != SLOT_UNSET && match->first >= m->first + 2 &&
		t->kind == TOKEN_NUMBER && t[-1].kind == TOKEN_NUMBER && t[-2].kind == TOKEN_NUMBER;
}

/* is_work: her novel Wednesday's Child, the film Sunday Girl. */
static bool
is_work(NtDateMatcher *m, const NtDateMatch *match)
{
	uint32_t	next = match->last;

	if (match->last - match->first != 1 || match->first == m->first || !date_matcher_is(m, match->first - 1, CLASS_WORK) ||
		(match->slot[SLOT_WEEKDAY] == SLOT_UNSET && match->slot[SLOT_MONTH] == SLOT_UNSET && match->slot[SLOT_SEASON] == SLOT_UNSET))
		return false;
	if (next < m->last && m->tokens[next].kind == TOKEN_CLITIC)
		next++;
	return next < m->last && token_is_capital(&m->tokens[next]) && !token_is(m->vocab, &m->tokens[next], LEX_MONTH);
}

/* is_quoted_title: “September Song”, "Friday I'm in Love". */
static bool
is_quoted_title(const NtDateMatcher *m, const NtDateMatch *match)
{
	uint32_t	i = match->last;

	if (match->last - match->first != 1 || match->first == m->first || !token_mark_in(&m->tokens[match->first - 1], MARKS_DOUBLE) ||
		(match->slot[SLOT_WEEKDAY] == SLOT_UNSET && match->slot[SLOT_MONTH] == SLOT_UNSET))
		return false;
	while (i < m->last && i - match->last < TITLE_REACH && (m->tokens[i].kind == TOKEN_WORD || m->tokens[i].kind == TOKEN_CLITIC))
		i++;
	return i > match->last && i < m->last && token_mark_in(&m->tokens[i], MARKS_DOUBLE) && token_is_capital(&m->tokens[i - 1]);
}

/* is_of_club: the Thursday Murder Club, but not "on Sunday Harwick Football Club said". */
static bool
is_of_club(NtDateMatcher *m, const NtDateMatch *match)
{
	uint32_t	i = match->last;

	if (match->last - match->first != 1 || match->slot[SLOT_WEEKDAY] == SLOT_UNSET ||
		(match->first > m->first && date_matcher_is(m, match->first - 1, CLASS_TIME_PREPOSITION)))
		return false;
	while (i < m->last && i - match->last < CLUB_REACH && token_is_capital(&m->tokens[i]))
		i++;
	return i > match->last && token_is_capital(&m->tokens[i - 1]) && date_matcher_is(m, i - 1, CLASS_CLUB);
}

/* is_age: Mia, 7, and her brother Tom, 18 months, were found. */
static bool
is_age(const NtDateMatcher *m, const NtDateMatch *match)
{
	const NtToken *t = &m->tokens[match->first];
	uint64_t	given;

	if (match->slot[SLOT_COUNT] <= 0 || match->slot[SLOT_UNIT] < UNIT_DAY || match->slot[SLOT_UNIT] > UNIT_YEAR ||
		match->first < m->first + 2 || match->last >= m->last || !token_mark_in(&t[-1], MARK_BIT(MARK_COMMA)) ||
		!(token_mark_in(&m->tokens[match->last], MARK_BIT(MARK_COMMA)) || token_mark_in(&m->tokens[match->last], MARKS_FINAL)))
		return false;
	given = m->vocab->words[t[-2].word].classes | m->vocab->words[t[-2].word].capital_classes;
	return token_is_capital(&t[-2]) && (given & LEX_BIT(LEX_GIVEN_NAME)) && !(given & LEX_BIT(LEX_MONTH));
}

/* is_surname: Hartley of "and June Hartley", whatever stands before. */
static bool
is_surname(const NtDateMatcher *m, const NtToken *t)
{
	const NtWord *word = &m->vocab->words[t->word];

	uint64_t	classes = word->classes | word->capital_classes;

	return (classes & LEX_BIT(LEX_SURNAME)) && !(classes & (LEX_BIT(LEX_WEEKDAY) | LEX_BIT(LEX_MONTH)));
}

/* is_day_person: Sunday Adeyemi, a trader. */
static bool
is_day_person(NtDateMatcher *m, const NtDateMatch *match)
{
	return match->first == m->first && match->last - match->first == 1 && match->slot[SLOT_WEEKDAY] != SLOT_UNSET &&
		match->last + 1 < m->last && token_is_capital(&m->tokens[match->last]) &&
		(token_mark_in(&m->tokens[match->last + 1], MARK_BIT(MARK_COMMA)) || date_matcher_is(m, match->last + 1, CLASS_AND)) &&
		m->vocab->words[m->tokens[match->last].word].date == 0 && is_surname(m, &m->tokens[match->last]);
}

/* is_month_person: April said; August Wilson wrote. */
static bool
is_month_person(NtDateMatcher *m, const NtDateMatch *match)
{
	const NtToken *next = &m->tokens[match->last];

	bool		named;

	if (match->last - match->first != 1 || !says_only(match, SLOT_MONTH) || match->slot[SLOT_MONTH] == SLOT_UNSET || match->last >= m->last)
		return false;
	named = token_is_capital(next) && (m->vocab->words[next->word].date == 0 || is_surname(m, next));
	if (match->first == m->first)
		return named || date_matcher_is(m, match->last, CLASS_REPORT);
	/* met April Jones; but in April Ukraine, the April Fed meeting */
	if (named && date_matcher_is(m, match->first - 1, CLASS_PERSON_LEAD))
		return is_surname(m, next) &&
			(match->first < m->first + 2 || m->vocab->words[m->tokens[match->first - 2].word].date == 0);
	return named && m->tokens[match->first - 1].kind == TOKEN_WORD && !date_matcher_is(m, match->first - 1, CLASS_TIME_PREPOSITION) &&
		!date_matcher_is(m, match->first - 1, CLASS_DETERMINER);
}

/* is_august: an august figure, in a text that knows capitals. */
static bool
is_august(const NtDateMatcher *m, const NtDateMatch *match)
{
	return match->slot[SLOT_MONTH] == 8 && match->last - match->first == 1 && m->tokens[match->first].kind == TOKEN_WORD &&
		!token_is_capital(&m->tokens[match->first]) && (m->tokens[m->first].flags & TOKEN_CAPITAL);
}

/* is_small_feast: passover and easter are days with a capital only. */
static bool
is_small_feast(const NtDateMatcher *m, const NtDateMatch *match)
{
	if (match->slot[SLOT_HOLIDAY] == SLOT_UNSET)
		return false;
	for (uint32_t i = match->first; i < match->last; i++)
		if (m->tokens[i].flags & TOKEN_CAPITAL)
			return false;
	return true;
}

/*
 * goes_on tells whether "- 18" can go on from the expression just before:
 * from a day of a month with a day, from a year with its last digits.
 */
static bool
goes_on(const NtDateMatcher *m, const NtDateMatch *before, NtDateMatch *match)
{
	bool		month = before->slot[SLOT_MONTH] != SLOT_UNSET;

	if (match->slot[SLOT_CHAIN] == UNIT_WEEK)
		return before->slot[SLOT_WEEKDAY] != SLOT_UNSET && before->slot[SLOT_UNIT] == UNIT_WEEK && before->slot[SLOT_HOLIDAY] == SLOT_UNSET;
	if (match->slot[SLOT_CHAIN] == UNIT_DECADE)
		return before->slot[SLOT_DECADE] != SLOT_UNSET || before->slot[SLOT_YEARS_OF] != SLOT_UNSET;
	if ((month && before->slot[SLOT_DAY] != SLOT_UNSET) || before->slot[SLOT_CHAIN] == UNIT_MONTH)
		return match->slot[SLOT_CHAIN] == UNIT_MONTH;
	if (month || before->slot[SLOT_YEAR] == SLOT_UNSET)
		return false;
	if (match->slot[SLOT_CHAIN] == UNIT_MONTH)
	{
		/* but not "in 2017, 18 of them" */
		if (match->slot[SLOT_DAY] < 10 || !token_mark_in(&m->tokens[match->first - 1], MARKS_HYPHEN_OR_DASH))
			return false;
		match->slot[SLOT_CHAIN] = UNIT_YEAR;
		match->slot[SLOT_YY] = match->slot[SLOT_DAY];
	}
	return true;
}

/*
 * end_of_lines returns where the sentence ends, past a line break that parts a
 * date: "on April" at the end of a short line, "3, 2024" on the next.
 */
static uint32_t
end_of_lines(const NtArticle *article, const NtDateMatcher *m, uint32_t s)
{
	const NtSentence *at = &article->sentences.at[s];
	const NtToken *last = &article->tokens.at[at->last - 1];
	const NtToken *next = last + 1;

	if (s + 1 < article->sentences.n && at->last > at->first && token_is_capital(last) &&
		(m->grammar->words[m->vocab->words[last->word].date].starts & STANDS_INSIDE) && next->kind >= TOKEN_NUMBER && next->kind <= TOKEN_ALNUM &&
		(next->flags & TOKEN_LINE) && !(next->flags & TOKEN_PARAGRAPH))
		return at[1].last;
	return at->last;
}

/*
 * date_collect opens the matcher and leaves in matches what stands in the article,
 * in text order and never overlapping.  Time and memory are linear: a walk of
 * the matcher is bounded.
 */
void
date_collect(NtArticle *article, NtDateMatcher *m, DateMatches *matches)
{
	NtContext  *cx = article->cx;
	const NtDateGrammar *g = &article->know->dates;
	const NtVocab *vocab = article_vocab(article);
	const NtToken *tokens = article->tokens.at;
	NtDateMatch match;
	NtDateMatch previous = {0};
	uint32_t	previous_end = NT_NONE;

	date_matcher_open(m, cx, g, vocab, article->text, tokens);
	for (uint32_t s = 0; s < article->sentences.n; s++)
	{
		uint32_t	last = article->sentences.at[s].last;
		uint32_t	first = article->sentences.at[s].first;
		bool		fresh = true;

		if (previous_end != NT_NONE && previous_end > first)
			first = previous_end;	/* read over the break of a line */
		for (uint32_t i = first; i < last;)
		{
			nt_tick(cx);
			if (!starts_date(g, vocab, tokens, i, last, i == previous_end))
			{
				i++;
				continue;
			}
			if (fresh)
			{
				date_matcher_sentence(m, article->sentences.at[s].first, end_of_lines(article, m, s));
				fresh = false;
			}
			if (!date_matcher_at(m, i, &match))
			{
				i++;
				continue;
			}
			if (match.slot[SLOT_CHAIN] != SLOT_UNSET &&
				(i != previous_end || !goes_on(m, &previous, &match)))
			{
				i++;
				continue;
			}
			if (is_title(article, &article->sentences.at[s], &match, g->rules[match.rule].op) || is_of_game(m, &match) ||
				is_level(m, &match) || is_price(m, &match) || is_address(m, &match) || is_phone(m, &match) || is_work(m, &match) || is_month_person(m, &match) || is_small_feast(m, &match) || is_august(m, &match) || is_of_club(m, &match) || is_quoted_title(m, &match) || is_day_person(m, &match) || is_age(m, &match))
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
			keep(cx, matches, &match);
			previous = match;
			previous_end = match.last;
			i = match.last > i ? match.last : i + 1;
		}
	}
}
