/*
 * name_sport.c -- sports news, where a city's name means its club.
 *
 *     Leeds Rovers 2 Halden 1, Leeds Rovers 2-1 Halden a result
 *     Halden      12  7  2  3  21                      a standing
 *     Halden, beaten in Leeds, have ...                "Halden" the club, "Leeds" the city
 *
 * An article is sport when it has such lines, or when among its first words
 * more than one in SPORT_SHARE is a sports word and they are not of a sport in
 * which persons compete, or when its headline begins "SOCCER -".  Then the name in each
 * result and standing is an organisation, and so is a city elsewhere, unless
 *   - it comes after in, at, from, near, "the" or an opening bracket;
 *   - a comma parts it from another place, or the date of a dateline follows it;
 *   - it is a nation (ISO 3166, data/en/lexicon/sports-nations.txt).
 * Names of persons (by given name or initial) stay what they are.
 */
#include "name/name.h"

#include "name/name_score.h"
#include "name/name_english.h"

#define LINE_TOKENS 24			/* a longer line is no result */
#define TEAM_WORDS 4

/* A line being read. */
typedef struct NtLine
{
	uint32_t	at;
	uint32_t	last;
} NtLine;

/* A team in it: tokens. */
typedef struct NtTeam
{
	uint32_t	first;
	uint32_t	last;
} NtTeam;

static bool
is_line_break(const NtToken *t)
{
	return token_begins_line(t);
}

static bool
is_number(const NtToken *t)
{
	return t->kind == TOKEN_NUMBER;
}

/*
 * read_team reads a name of capitalised words, and what stands in brackets
 * after it; *common: all are ordinary words.
 */
static bool
read_team(const NtNameFinder *f, NtLine *line, NtTeam *team, bool *common)
{
	const NtVocab *vocab = f->vocab;
	uint32_t	i = line->at;
	uint32_t	words = 0;
	uint32_t	ordinary = 0;

	while (i < line->last && words < TEAM_WORDS)
	{
		const NtToken *t = &f->tokens[i];

		if (token_is_capital(t) && !(t->flags & TOKEN_INITIAL) &&
			!token_is(vocab, t, LEX_MONTH) && !token_is(vocab, t, LEX_WEEKDAY))
		{
			words++;
			ordinary += token_is(vocab, t, LEX_COMMON_WORD) && !token_is(vocab, t, LEX_PLACE_NAME);
		}
		else if (words == 0 || (t->kind != TOKEN_CLITIC && t->word != f->words->of && !token_is_mark(t, MARK_HYPHEN)))
			break;
		i++;
	}
	*common = ordinary == words;
	if (words == 0 || !(f->tokens[i - 1].flags & TOKEN_CAPITAL) ||
		(words > 1 && token_is(vocab, &f->tokens[line->at], LEX_GIVEN_NAME) &&
		 !token_is(vocab, &f->tokens[line->at], LEX_PLACE_NAME) &&
		 !token_is(vocab, &f->tokens[line->at], LEX_NAME_PARTICLE)))
		return false;
	team->first = line->at;
	team->last = i;
	if (i < line->last && token_is_mark(&f->tokens[i], MARK_ROUND_OPEN))
	{
		while (i < line->last && !token_is_mark(&f->tokens[i], MARK_ROUND_CLOSE))
			i++;
		i++;
	}
	line->at = i;
	return i < line->last;
}

static uint32_t
read_numbers(const NtNameFinder *f, NtLine *line)
{
	uint32_t	numbers = 0;

	while (line->at < line->last)
	{
		const NtToken *t = &f->tokens[line->at];

		if (is_number(t))
			numbers++;
		else if (numbers == 0 || t->kind != TOKEN_PUNCT || token_is_mark(t, MARK_ROUND_OPEN) ||
				 (token_is_mark(t, MARK_HYPHEN) && !(t->flags & TOKEN_SPACE)))
			break;				/* 1996-08-30 is no standing */
		line->at++;
	}
	return numbers;
}

static bool
ends_result(const NtNameFinder *f, const NtLine *line)
{
	return line->at >= line->last || token_is_mark(&f->tokens[line->at], MARK_ROUND_OPEN);
}

static void
add_team(const NtNameFinder *f, NtMentions *teams, const NtTeam *team)
{
	mention_add(f->article, teams, team->first, team->last, ENTITY_ORG, 0, REASON_RESULT, SURE_TEAM);
}

/* is_score: 2-1, between two teams. */
static bool
is_score(const NtNameFinder *f, const NtLine *line)
{
	const NtToken *t = &f->tokens[line->at];

	return line->at + 3 < line->last && is_number(t) && token_mark_in(t + 1, MARKS_HYPHEN_OR_DASH) && is_number(t + 2) && t[3].kind == TOKEN_WORD &&
		t->end - t->start <= 3 && t[2].end - t[2].start <= 3;
}

/* read_line adds the teams of a result or a standing. */
static void
read_line(const NtNameFinder *f, uint32_t first, uint32_t last, NtMentions *teams)
{
	NtLine		line = {first, last};
	NtTeam		home;
	NtTeam		guest = {0};
	bool		common_home;
	bool		common_guest;

	if (!read_team(f, &line, &home, &common_home) || !is_number(&f->tokens[line.at]))
		return;
	if (is_score(f, &line))
	{
		line.at += 3;
		read_team(f, &line, &guest, &common_guest);
		/* Dripsey 1-14 Nemo 0-16 */
		if (guest.last != 0 && line.at + 3 == last && is_number(&f->tokens[line.at]) && token_mark_in(&f->tokens[line.at + 1], MARKS_HYPHEN_OR_DASH))
			line.at = last;
		if (guest.last == 0 || !ends_result(f, &line) || (common_home && common_guest))
			return;
		add_team(f, teams, &home);
		add_team(f, teams, &guest);
		return;
	}
	if (is_number(&f->tokens[line.at]) && line.at + 1 < last && f->tokens[line.at + 1].kind == TOKEN_WORD)
	{
		line.at++;
		if (!read_team(f, &line, &guest, &common_guest) || !is_number(&f->tokens[line.at]))
			return;
		line.at++;
		if (!ends_result(f, &line) || (common_home && common_guest))
			return;
		add_team(f, teams, &home);
		add_team(f, teams, &guest);
	}
	else if (read_numbers(f, &line) >= (common_home ? SPORT_FIGURES_ORDINARY : SPORT_FIGURES) && ends_result(f, &line))
		add_team(f, teams, &home);
}

static void
read_lines(const NtNameFinder *f, NtMentions *teams)
{
	const NtArticle *a = f->article;
	uint32_t	first = 0;

	for (uint32_t i = 1; i <= a->tokens.n; i++)
	{
		nt_tick(f->cx);
		if (i < a->tokens.n && !is_line_break(&f->tokens[i]))
			continue;
		if (i - first >= 4 && i - first <= LINE_TOKENS && (f->tokens[first].flags & TOKEN_CAPITAL))
			read_line(f, first, i, teams);
		first = i;
	}
}

/*
 * sports_words returns one sports word in how many the article has, 0: too
 * few; *few: some; *solo: persons compete in it, not teams.
 */
static uint32_t
sports_words(const NtNameFinder *f, bool *few, bool *solo)
{
	const NtArticle *a = f->article;
	uint32_t	n = a->tokens.n < SPORT_WORDS ? a->tokens.n : SPORT_WORDS;
	uint32_t	words = 0;
	uint32_t	sport = 0;
	int			balance = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		const NtToken *t = &f->tokens[i];
		uint64_t	classes = f->vocab->words[t->word].classes;

		if (t->kind != TOKEN_WORD)
			continue;
		words++;
		sport += (classes & LEX_BIT(LEX_SPORTS_WORD)) != 0;
		balance += ((classes & LEX_BIT(LEX_SOLO_SPORT)) != 0) - ((classes & LEX_BIT(LEX_TEAM_SPORT)) != 0);
	}
	*solo = balance > 0;
	*few = sport >= SPORT_FEW;
	return sport >= SPORT_LEAST ? words / sport : 0;
}

/*
 * is_nation tells whether these tokens name a country, or a nation that has
 * teams all the same; a country's entry goes to *entry.
 */
static bool
is_nation(const NtNameFinder *f, uint32_t first, uint32_t last, uint32_t *entry)
{
	const NtPhrase *p;

	if (last - first == 1 && token_is(f->vocab, &f->tokens[first], LEX_SPORTS_NATION))
		return true;
	p = phrase_at(f, first, last);
	if (p == NULL)
		return false;
	for (uint32_t i = 0; i < p->readings; i++)
		if (vocab_is_country(f->vocab, f->vocab->readings[p->reading + i].entry))
		{
			*entry = f->vocab->readings[p->reading + i].entry;
			return f->vocab->entries[*entry].kind == ENTITY_GPE;
		}
	return (p->classes & LEX_BIT(LEX_SPORTS_NATION)) != 0;
}

/* city_of returns the entry of a city or state that these tokens name, 0: none. */
static uint32_t
city_of(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	const NtPhrase *p = phrase_at(f, first, last);

	for (uint32_t i = 0; p != NULL && i < p->readings; i++)
	{
		uint32_t	entry = f->vocab->readings[p->reading + i].entry;

		if (f->vocab->entries[entry].kind == ENTITY_GPE)
			return entry;
	}
	return 0;
}

/* is_there: the words around a city say that the place is meant. */
static bool
is_there(const NtNameFinder *f, const NtMention *m, const NtMention *previous, const NtMention *next)
{
	const NtArticle *a = f->article;
	const NtToken *after = m->last < a->tokens.n ? &f->tokens[m->last] : NULL;
	const NtToken *before = m->first > 0 && !is_line_break(&f->tokens[m->first]) ? &f->tokens[m->first - 1] : NULL;

	if (before != NULL && (token_is(f->vocab, before, LEX_PLACE_PREPOSITION) ||
						   token_has(before, f->words->the) || token_is_mark(before, MARK_ROUND_OPEN)))
		return true;
	/* go home to Multan, back to Leeds */
	if (before != NULL && m->first > 1 && token_has(before, f->words->to) && (token_has(before - 1, f->words->home) || token_has(before - 1, f->words->back)))
		return true;
	if (before != NULL && token_is_mark(before, MARK_COMMA) && previous != NULL &&
		previous->last + 1 == m->first &&
		(kind_is_place(previous->kind) ||
		 (is_line_break(&f->tokens[previous->first]) && (f->tokens[previous->first].flags & TOKEN_UPPER))))
		return true;
	if (after == NULL)
		return false;
	/* Orbury's Rovers */
	if (after->kind == TOKEN_CLITIC && next != NULL && next->first == m->last + 1 && next->kind == ENTITY_ORG)
		return true;
	if (before == NULL && token_is_mark(after, MARK_COLON))
		return true;
	if (token_is_mark(after, MARK_COMMA) && next != NULL && next->first == m->last + 1 && next->kind == ENTITY_GPE)
		return true;
	/* LONDON 1996-08-30, LONDON, Oct. 24, LONDON (AP) -- */
	return (m->first == 0 || is_line_break(&f->tokens[m->first])) && (f->tokens[m->first].flags & TOKEN_UPPER) &&
		!is_line_break(after) && (is_number(after) || token_is_mark(after, MARK_COMMA) || token_is_mark(after, MARK_ROUND_OPEN));
}

/* is_sure_place: CHICAGO AT DETROIT; WIGAN, England 1996 */
static bool
is_sure_place(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *before = m->first > 0 && !is_line_break(&f->tokens[m->first]) ? &f->tokens[m->first - 1] : NULL;
	const NtToken *after = m->last + 1 < f->article->tokens.n ? &f->tokens[m->last] : NULL;

	if (before != NULL)
		return token_has(before, f->words->at) || token_has(before, f->words->in);
	return (f->tokens[m->first].flags & TOKEN_UPPER) && after != NULL && token_is_mark(after, MARK_COMMA) &&
		!is_line_break(&after[1]) && !(after[1].flags & TOKEN_UPPER) && token_is(f->vocab, &after[1], LEX_PLACE_NAME);
}

/* add_teams puts the teams among the mentions; nations stay nations. */
static void
add_teams(NtNameFinder *f)
{
	for (uint32_t i = 0; i < f->teams.n; i++)
	{
		NtMention  *team = &f->teams.at[i];
		uint32_t	country = 0;

		nt_tick(f->cx);
		if (is_nation(f, team->first, team->last, &country))
			mention_set(f->article, team, ENTITY_GPE, country, REASON_NATION);
	}
	mentions_overlay(f->article, &f->teams);
}

/* is_team_slug: a headline "SOCCER - ORBURY BEAT HALDEN". */
static bool
is_team_slug(const NtNameFinder *f)
{
	const NtTokens *tokens = &f->article->tokens;

	for (uint32_t i = 0; i + 1 < tokens->n && i < 4; i++)
	{
		const NtToken *t = &tokens->at[i];

		if (token_is_mark(t, MARK_HYPHEN))
			return i > 0 && token_is(f->vocab, t - 1, LEX_TEAM_SPORT);
		if (t->kind != TOKEN_WORD || !(t->flags & TOKEN_UPPER))
			return false;
	}
	return false;
}

/* sport_open decides whether the article is sport and reads its results. */
void
sport_open(NtNameFinder *f)
{
	uint32_t	share;
	bool		few;
	bool		solo;

	read_lines(f, &f->teams);
	share = sports_words(f, &few, &solo);
	/* one such line may be anything, but for two teams in a text with some sports words */
	if (f->teams.n < SPORT_LEAST && !(f->teams.n > 1 && few && !solo))
		f->teams.n = 0;
	f->sport = f->teams.n > 0 || (share > 0 && share < SPORT_SHARE && !solo) || is_team_slug(f);
	f->sporty = f->sport || (share > 0 && share < SPORTY_SHARE);
}

/* sport_apply turns cities into clubs where the article is about sport. */
void
sport_apply(NtNameFinder *f)
{
	NtArticle  *a = f->article;
	NtMention	was = {0};
	NtMention	as_found = {0};
	uint32_t	country = 0;

	if (!f->sport)
		return;
	add_teams(f);
	for (uint32_t i = 0; i < a->mentions.n; was = as_found, i++)
	{
		NtMention  *m = &a->mentions.at[i];

		nt_tick(f->cx);
		as_found = *m;
		country = 0;
		if (m->kind != ENTITY_GPE && m->kind != ENTITY_ORG)
			continue;
		if (is_nation(f, m->first, m->last, &country))
		{
			if (m->kind != ENTITY_GPE || m->entry != country)
				mention_set(a, m, ENTITY_GPE, country, REASON_NATION);
			continue;
		}
		if (m->kind == ENTITY_ORG)
		{
			uint32_t	city;

			if (m->evidence == EVIDENCE_TAGGER && (city = city_of(f, m->first, m->last)) != 0 &&
				is_sure_place(f, m))
				mention_set(a, m, ENTITY_GPE, city, REASON_CITY);
			continue;
		}
		if (is_there(f, m, i > 0 ? &was : NULL, i + 1 < a->mentions.n ? m + 1 : NULL))
			continue;
		mention_set(a, m, ENTITY_ORG, 0, REASON_CLUB);
		m->confidence = SURE_CLUB;
	}
}
