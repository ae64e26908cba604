/*
 * date.c -- finds the time expressions of an article.
 *
 * What stands in the text is collected first (date_collect.c); then each is resolved in
 * text order (date_resolve.c), since "the next day" needs the day before it.
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
#include "date/date_collect.h"
#include "date/date_find.h"
#include "know/knowledge.h"

#define NARRATIVE_YEARS 4		/* so many expressions must name a year two or more away */
#define NARRATIVE_SHARE 2		/* and so many times those that speak from the day of publication */

/* is_narrative judges an article by the years it names. */
static bool
is_narrative(const DateMatches *matches, const NtDateGrammar *g, NtDay published, bool *mixed)
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
		const DateFound *match = &matches->at[i];
		int32_t		said = date_found_slot(match, SLOT_YEAR);
		uint8_t		op = g->rules[match->rule].op;

		if (said != SLOT_UNSET)
		{
			if (said - year > 1 || year - said > 1)
				far++;
			else
				near++;
		}
		else if (date_found_slot(match, SLOT_DECADE) != SLOT_UNSET)
			far++;
		else if ((op == OP_SHIFT || op == OP_AGO) && date_found_slot(match, SLOT_BASE) == SLOT_UNSET)
			near++;
		else if (op == OP_DATE && date_found_slot(match, SLOT_WEEKDAY) != SLOT_UNSET)
			near++;
	}
	*mixed = near > 0;
	return far >= NARRATIVE_YEARS && far > near * NARRATIVE_SHARE;
}

/*
 * is_month_first tells how an article that does not say so writes 4/5/25: as
 * American news does, unless another of its dates can only be day first.
 */
static bool
is_month_first(const DateMatches *matches)
{
	for (uint32_t i = 0; i < matches->n; i++)
		if (date_found_slot(&matches->at[i], SLOT_FIRST) > 12 && date_found_slot(&matches->at[i], SLOT_SECOND) <= 12)
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
	NtDateMatcher *m = nt_alloc0(cx, sizeof(NtDateMatcher));
	NtTimeline	line = {0};
	DateMatches matches = {0};
	NtDateMatch match;
	NtDateMatch previous = {0};
	NtDateMatch next = {0};
	uint32_t	sentence = 0;

	date_collect(article, m, &matches);

	line.matcher = m;
	line.clock = -1;
	line.published = anchor != NT_DAY_NONE && calendar_holds(anchor) ? anchor : NT_DAY_NONE;
	line.prefer = PREFER_TENSE(prefer);
	line.month_first = (prefer & PREFER_MONTH_FIRST) || (!(prefer & PREFER_DAY_FIRST) && is_month_first(&matches));
	line.narrative = is_narrative(&matches, g, line.published, &line.mixed);
	if (matches.n > 0)
		date_recall(&matches, 0, &next);
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
			date_recall(&matches, i + 1, &next);
			share_year(m, g, &match, &next);
		}
		if (date_resolve(&line, m, &match, g, &date))
			*nt_push(cx, &article->dates) = date;
		previous = match;
	}
}
