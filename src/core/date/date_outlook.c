/*
 * date_outlook.c -- does a sentence look back or ahead from an expression?
 *
 * No grammar is parsed.  Three things are weighed (date_score.h), by classes of
 * words that stand in data/en/dates/words.txt:
 *
 *     verb    the nearest before it, else after it, that tells a tense
 *                 The ministers will meet on Monday.         will: ahead
 *                 Senators return Monday.                    a plan: ahead
 *                 The mine, which is to close, was sold Monday.   was: back, being nearer
 *     lead    the words just before it
 *                 Prices rose ahead of Monday's auction.     ahead, whatever the verb
 *     noun    the noun just after it
 *                 Monday's auction                           more likely ahead
 */
#include "date/date_outlook.h"

#include "date/date_score.h"

/* What one token says of the tense. */
typedef struct Cue
{
	int			weight;			/* 0: nothing */
	bool		report;			/* said, told: the date may be of what is said */
	bool		will;
} Cue;

static bool
is_verbal(const NtToken *t)
{
	return t->kind == TOKEN_WORD || t->kind == TOKEN_CLITIC;
}

/* stands tells whether a token is of the sentence and of a class. */
static bool
stands(NtDateMatcher *m, uint32_t token, uint16_t class)
{
	return token >= m->first && token < m->last && date_matcher_is(m, token, class);
}

/* are_two: He and the king, Olav Berg, meet. */
static bool
are_two(NtDateMatcher *m, uint32_t token)
{
	if (!(m->tokens[token - 1].flags & TOKEN_CAPITAL))
		return false;
	for (uint32_t i = token - 1; i > m->first && token - i < OUTLOOK_TWO_REACH; i--)
		if (date_matcher_is(m, i, CLASS_AND))
			return true;
	return false;
}

/* after_past: earned top marks on Monday, fell at both ends. */
static bool
after_past(NtDateMatcher *m, uint32_t token)
{
	for (uint32_t i = token; i > m->first && token - i < OUTLOOK_NOUN_REACH; i--)
		if (date_matcher_is(m, i - 1, CLASS_PAST) || date_is_past_form(m, i - 1))
			return true;
	return false;
}

/* is_plan: opens, and return of "Senators return". */
static bool
is_plan(NtDateMatcher *m, uint32_t token, uint32_t date)
{
	if (token == m->first)
		return false;
	if (date_matcher_is(m, token, CLASS_EVENT_VERB) ||
		(date > token && date - token <= OUTLOOK_NOUN_REACH && date_matcher_is(m, token, CLASS_EVENT_NOUN) && !after_past(m, token)))
		return !date_matcher_is(m, token - 1, CLASS_DETERMINER) && m->tokens[token - 1].kind != TOKEN_NUMBER;
	if ((m->tokens[token - 1].flags & TOKEN_CAPITAL) && !(m->tokens[token].flags & TOKEN_CAPITAL) && date_matcher_is(m, token, CLASS_TEAM_VERB))
		return true;
	if (!date_matcher_is(m, token, CLASS_BASE_VERB) || date_matcher_is(m, token, CLASS_BE))
		return false;
	return date_is_plural(m, token - 1) || date_matcher_is(m, token - 1, CLASS_MANY) || are_two(m, token);
}

/* is_noun: announced plans, the plan; and "set" that is not "is set to". */
static bool
is_noun(NtDateMatcher *m, uint32_t token)
{
	uint32_t	before = token > m->first ? token - 1 : token;

	if (token == m->first || date_matcher_is(m, token, CLASS_WILL))
		return false;
	if (date_matcher_is(m, token, CLASS_SET))
		return !date_matcher_is(m, before, CLASS_BE) && !date_matcher_is(m, before, CLASS_WAS) &&
			!stands(m, token + 1, CLASS_TO) && !stands(m, token + 1, CLASS_FOR);
	return !date_is_past_form(m, token) && (date_matcher_is(m, before, CLASS_DETERMINER) || date_matcher_is(m, before, CLASS_PAST) ||
									 date_is_past_form(m, before)) && !date_matcher_is(m, before, CLASS_WAS);
}

/* is_month: May 7, 2015, is no verb. */
static bool
is_month(const NtDateMatcher *m, uint32_t token)
{
	return (m->tokens[token].flags & TOKEN_CAPITAL) && ((token + 1 < m->last && m->tokens[token + 1].kind == TOKEN_NUMBER) ||
														(token > m->first && m->tokens[token - 1].kind == TOKEN_NUMBER));
}

/* had_before: had been scheduled to expire. */
static bool
had_before(NtDateMatcher *m, uint32_t token)
{
	for (uint32_t i = token; i > m->first && token - i < OUTLOOK_HAD_REACH; i--)
		if (date_matcher_is(m, i - 1, CLASS_HAD))
			return true;
	return false;
}

/* is_copula: is, are, and the 's of "it's", but not the owner's. */
static bool
is_copula(NtDateMatcher *m, uint32_t token)
{
	const NtToken *t = &m->tokens[token];

	return is_verbal(t) && date_matcher_is(m, token, CLASS_COPULA) &&
		(t->kind == TOKEN_WORD || (token > m->first && date_matcher_is(m, token - 1, CLASS_PRONOUN)));
}

static Cue
cue_at(NtDateMatcher *m, uint32_t token, uint32_t date)
{
	Cue			cue = {0, false, false};
	bool		had = false;

	if (!is_verbal(&m->tokens[token]))
		return cue;
	if (token > m->first && date_matcher_is(m, token, CLASS_NEEDED) && is_copula(m, token - 1))
		cue.weight = OUTLOOK_TO;	/* volunteers are needed */
	else if (date_matcher_is(m, token, CLASS_FUTURE) && !is_noun(m, token))
	{
		had = had_before(m, token);
		cue.weight = had ? OUTLOOK_HAD_DUE : OUTLOOK_WILL;
		cue.will = !had && (date_matcher_is(m, token, CLASS_WILL) || (token > m->first && date_matcher_is(m, token - 1, CLASS_COPULA)));
	}
	/* might, but not "this can" */
	else if (date_matcher_is(m, token, CLASS_MODAL) && !is_month(m, token) && (token == m->first || !date_matcher_is(m, token - 1, CLASS_DETERMINER)))
		cue.weight = OUTLOOK_MODAL;
	else if (token > m->first && date_matcher_is(m, token - 1, CLASS_TO) &&
			 (date_matcher_is(m, token, CLASS_BASE_VERB) || date_matcher_is(m, token, CLASS_PAST)))
		cue.weight = had_before(m, token) ? OUTLOOK_HAD_DUE :
			token > m->first + 1 && date_matcher_is(m, token - 2, CLASS_COPULA) ? OUTLOOK_WILL : OUTLOOK_TO;
	else if (date_matcher_is(m, token, CLASS_PAST))
	{
		/* is held, will shut: no past */
		if (token > m->first && (date_matcher_is(m, token - 1, CLASS_BE) || date_matcher_is(m, token - 1, CLASS_WILL) ||
								 date_matcher_is(m, token - 1, CLASS_MODAL)))
			return cue;
		cue.weight = OUTLOOK_PAST;
		cue.report = date_matcher_is(m, token, CLASS_REPORT);
	}
	else if (date_is_past_form(m, token))
	{
		/* is closed: no past; the newly announced: half of one */
		if (token > m->first && date_matcher_is(m, token - 1, CLASS_BE))
			return cue;
		cue.weight = token > m->first && (date_matcher_is(m, token - 1, CLASS_DETERMINER) || date_is_adverb(m, token - 1) ||
										  date_is_negated(m, token)) ?
			OUTLOOK_PARTICIPLE : OUTLOOK_PAST;
		cue.report = cue.weight == OUTLOOK_PAST && date_matcher_is(m, token, CLASS_REPORT);
	}
	else if (is_plan(m, token, date))
	{
		cue.weight = OUTLOOK_EVENT;
		cue.will = true;
	}
	return cue;
}

/* will_before looks for "will" or "wants" in the clause before a participle: will redeem its preferred shares on. */
static int
will_before(NtDateMatcher *m, uint32_t token, DateOutlook *o)
{
	for (uint32_t i = token; i > m->first && token - i < OUTLOOK_WINDOW; i--)
	{
		if (!is_verbal(&m->tokens[i - 1]) && m->tokens[i - 1].kind != TOKEN_NUMBER)
			return 0;
		if (date_matcher_is(m, i - 1, CLASS_WILL) || date_matcher_is(m, i - 1, CLASS_MODAL))
		{
			o->cue = i - 1;
			return date_matcher_is(m, i - 1, CLASS_WILL) ? OUTLOOK_WILL : OUTLOOK_MODAL;
		}
		if (token - i < OUTLOOK_WANT_REACH && date_matcher_is(m, i - 1, CLASS_WANT))
		{
			o->cue = i - 1;
			return OUTLOOK_TO;
		}
		if (date_matcher_is(m, i - 1, CLASS_AND) ||
			(date_matcher_is(m, i - 1, CLASS_PAST) && (i - 1 == m->first || !date_matcher_is(m, i - 2, CLASS_BE))))
			return 0;
	}
	return 0;
}

/* verb_before takes the nearest verb before an expression. */
static Cue
verb_before(NtDateMatcher *m, const NtDateMatch *match, DateOutlook *o)
{
	Cue			cue = {0, false, false};

	for (uint32_t i = match->first; i > m->first && match->first - i < OUTLOOK_WINDOW && cue.weight == 0;)
	{
		if (token_mark_in(&m->tokens[i - 1], MARK_BIT(MARK_SEMICOLON)))
			break;
		cue = cue_at(m, --i, match->first);
		/* is Tuesday, is on Tuesday; with more between it says little */
		if (cue.weight == 0 && is_copula(m, i))
		{
			cue.weight = match->first - i < OUTLOOK_BESIDE ? OUTLOOK_IS : OUTLOOK_IS_FAR;
			cue.will = cue.weight == OUTLOOK_IS;
		}
		if (cue.weight != 0)
		{
			o->cue = i;
			/* called walkouts on June 11: what was called is to come */
			o->beside = match->first - i <= (date_matcher_is(m, i, CLASS_APPOINT) ? OUTLOOK_AT : OUTLOOK_BESIDE);
		}
	}
	if (cue.weight < 0 && !date_matcher_is(m, o->cue, CLASS_PAST))
	{
		int			weight = will_before(m, o->cue, o);

		if (weight != 0)
			cue = (Cue) {weight, false, weight == OUTLOOK_WILL};
	}
	return cue;
}

static Cue
verb_after(NtDateMatcher *m, const NtDateMatch *match, DateOutlook *o)
{
	Cue			cue = {0, false, false};

	for (uint32_t i = match->last; i < m->last && i - match->last < OUTLOOK_WINDOW && cue.weight == 0; i++)
	{
		/* "Tuesday matters," he said */
		if (token_mark_in(&m->tokens[i], MARKS_DOUBLE) ||
			(token_mark_in(&m->tokens[i], MARKS_APOSTROPHE) && m->tokens[i - 1].kind == TOKEN_PUNCT))
			break;
		cue = cue_at(m, i, match->first);
		if (cue.weight != 0)
			o->cue = i;
	}
	if (cue.weight < 0)
		cue.weight = cue.weight * OUTLOOK_PAST_AFTER / OUTLOOK_PAST;
	return cue;
}

/* lead_of weighs the words just before an expression. */
static int
lead_of(NtDateMatcher *m, const NtDateMatch *match, const DateOutlook *o)
{
	uint32_t	before = match->first;

	/* until at least Sunday */
	if (before >= m->first + 3 && date_matcher_is(m, before - 1, CLASS_LEAST))
		before -= 2;
	if (before == m->first)
		return 0;
	/* until a date in October */
	if (before >= m->first + 5 && date_matcher_is(m, before - 1, CLASS_IN) && date_matcher_is(m, before - 3, CLASS_DETERMINER) &&
		date_matcher_is(m, before - 4, CLASS_AHEAD))
		return OUTLOOK_UNTIL;
	/* not where it begins the sentence: "Until Thursday they had ..." */
	if (date_matcher_is(m, before - 1, CLASS_AHEAD))
		return before - m->first > 1 ? OUTLOOK_UNTIL : 0;
	if (date_matcher_is(m, before - 1, CLASS_BY))
		return o->verb >= 0 && match->first - m->first > 1 ? OUTLOOK_UNTIL : OUTLOOK_BY;
	if (before >= m->first + 2 && date_matcher_is(m, before - 1, CLASS_LEAD_TAIL) && date_matcher_is(m, before - 2, CLASS_LEAD))
		return OUTLOOK_UNTIL;
	/* extended to Nov. 20 */
	if (date_matcher_is(m, before - 1, CLASS_TO) && before >= m->first + 2 && date_matcher_is(m, before - 2, CLASS_MOVED))
		return OUTLOOK_UNTIL;
	/* from 6pm Friday until Saturday */
	if (date_matcher_is(m, before - 1, CLASS_FROM) && stands(m, match->last, CLASS_AHEAD))
		return OUTLOOK_UNTIL;
	if (date_matcher_is(m, before - 1, CLASS_BEHIND))
		return OUTLOOK_SINCE;
	return 0;
}

/* noun_of weighs what an expression owns or stands before: Monday's auction, the Tuesday primary. */
static int
noun_of(NtDateMatcher *m, const NtDateMatch *match, bool owns)
{
	for (uint32_t i = match->last + (owns ? 1 : 0), n = 0; i < m->last && n < (owns ? 3u : 1u) && is_verbal(&m->tokens[i]); i++, n++)
		if (date_matcher_is(m, i, CLASS_LOOKAHEAD))
			return OUTLOOK_NOUN;
	return 0;
}

/* names: a June agreement; the verb around says little of it. */
static bool
names(NtDateMatcher *m, const NtDateMatch *match)
{
	return match->first > m->first && date_matcher_is(m, match->first - 1, CLASS_DETERMINER) && stands(m, match->last, CLASS_SMALL) &&
		!date_matcher_is(m, match->last, CLASS_FUTURE) && !date_matcher_is(m, match->last, CLASS_MODAL);
}

/* is_headline: a line that ends without a full stop. */
static bool
is_headline(const NtDateMatcher *m)
{
	const NtToken *t = m->last > m->first ? &m->tokens[m->last - 1] : NULL;

	return t != NULL && !token_mark_in(t, MARKS_FINAL | MARKS_DOUBLE | MARKS_APOSTROPHE | MARK_BIT(MARK_COLON)) && m->last - m->first > 2;
}

DateOutlook
date_outlook(NtDateMatcher *m, const NtDateMatch *match)
{
	DateOutlook o = {0, 0, 0, 0, NT_NO_TOKEN, false, false, false};
	bool		owns = match->last < m->last && m->tokens[match->last].kind == TOKEN_CLITIC &&
		!date_matcher_is(m, match->last, CLASS_FUTURE);
	Cue			cue = verb_before(m, match, &o);

	/* said the vote on Monday would decide */
	if (cue.report && match->first - o.cue > OUTLOOK_BESIDE - 1 && stands(m, match->last, CLASS_FUTURE))
		cue.weight = 0;
	if (cue.report && match->first - o.cue > OUTLOOK_BESIDE - 1 && stands(m, match->last, CLASS_MODAL))
		cue.weight = 0;
	if (cue.weight == 0 || (cue.weight == OUTLOOK_IS_FAR && !owns))
	{
		DateOutlook after = o;
		Cue			next = verb_after(m, match, &after);

		if (next.weight != 0)
		{
			cue = next;
			o.cue = after.cue;
			o.beside = false;
		}
	}
	o.verb = cue.weight;
	o.will = cue.will;
	o.had = cue.weight < 0 && o.cue != NT_NO_TOKEN && o.cue > m->first && (date_matcher_is(m, o.cue, CLASS_HAD) || had_before(m, o.cue));
	if (o.verb > 0 && (owns || names(m, match)))
		o.verb /= OUTLOOK_OWNER_SHARE;
	if (o.verb == 0 && match->slot[SLOT_WEEKDAY] != SLOT_UNSET && (match->slot[SLOT_HOUR] != SLOT_UNSET || match->slot[SLOT_CLOCK] != SLOT_UNSET))
		o.verb = OUTLOOK_LISTED;
	else if ((o.verb == 0 || o.verb == OUTLOOK_EVENT) && is_headline(m))
		o.verb += OUTLOOK_HEADLINE;
	o.lead = lead_of(m, match, &o);
	o.noun = noun_of(m, match, owns);
	o.score = o.verb + o.lead + o.noun;
	return o;
}
