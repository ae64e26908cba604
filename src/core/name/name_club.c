/*
 * name_club.c -- clubs and programmes by who is in them.
 *
 *     Harbour City striker Jordan Reed       before a player: a club, in any news
 *     on loan from Orbury                    in sports news
 *     Love Atoll star Kayleigh Reed          a programme
 *
 * The tagger takes a club or programme that no list has for a place or a building.
 * What is found so once is one wherever the article has it, but not after in or at,
 * and so is a team of a result: "Dripsey 1-14 Nemo 0-16 ... Dripsey led" is nobody.
 * A nation stays one.  The players' nouns are roles that are sports words too.
 */
#include "name/name.h"

#include "name/name_english.h"
#include "name/name_score.h"

#define CLUBS 8					/* of one article that are looked for in the rest of it */

typedef struct Club
{
	const NtMention *mention;
	int			kind;
} Club;

static bool
is_nation(const NtNameFinder *f, const NtMention *m)
{
	return vocab_is_country(f->vocab, m->entry) || token_is(f->vocab, &f->tokens[m->first], LEX_SPORTS_NATION) ||
		token_is(f->vocab, &f->tokens[m->last - 1], LEX_SPORTS_NATION);
}

/* is_place: what may be a club, for all that is known. */
static bool
is_place(const NtNameFinder *f, const NtMention *m)
{
	return kind_is_place(m->kind) && m->own == 0 && m->last < f->article->tokens.n && !is_nation(f, m);
}

/* has_player: Harbour City | striker | Jordan Reed */
static bool
has_player(const NtNameFinder *f, const NtMention *m, const NtMention *next)
{
	const uint64_t player = LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_SPORTS_WORD) | LEX_BIT(LEX_RECALL);
	const NtToken *t = &f->tokens[m->last];

	return t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL) && (token_classes(f->vocab, t) & player) == player &&
		next->kind == ENTITY_PERSON && next->first == m->last + 1;
}

/* has_dealt: on loan | from | Orbury */
static bool
has_dealt(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->first];

	return f->sporty && m->first > 1 && (token_has(t - 1, f->words->from) || token_has(t - 1, f->words->to)) &&
		(token_has(t - 2, f->words->loan) || token_has(t - 2, f->words->transfer) || token_has(t - 2, f->words->signed_));
}

static bool
same_words(const NtNameFinder *f, const NtMention *a, const NtMention *b)
{
	if (a->last - a->first != b->last - b->first)
		return false;
	for (uint32_t i = 0; i < a->last - a->first; i++)
		if (f->tokens[a->first + i].hash != f->tokens[b->first + i].hash)
			return false;
	return true;
}

/* has_star: Love Atoll | star | Kayleigh Reed */
static bool
has_star(const NtNameFinder *f, const NtMention *m, const NtMention *next)
{
	const NtToken *t = &f->tokens[m->last];

	return m->entry == 0 && m->last - m->first > 1 && next->kind == ENTITY_PERSON && next->first == m->last + 1 && !(t->flags & TOKEN_CAPITAL) &&
		((token_has(t, f->words->star) && !f->sporty) || token_has(t, f->words->actor) || token_has(t, f->words->actress) || token_has(t, f->words->contestant));
}

/* kind_by_who returns what a place is by who is in it, 0: a place. */
static int
kind_by_who(const NtNameFinder *f, const NtMention *m, const NtMention *next)
{
	if (next != NULL && has_star(f, m, next))
		return ENTITY_WORK_OF_ART;
	return (next != NULL && has_player(f, m, next)) || has_dealt(f, m) ? ENTITY_ORG : 0;
}

static void
set_kind(NtNameFinder *f, NtMention *m, int kind)
{
	mention_set(f->article, m, kind, 0, kind == ENTITY_ORG ? REASON_CLUB : REASON_CALLED);
	if (kind == ENTITY_ORG)
		m->confidence = SURE_CLUB;
}

/* is_team: a supposed person of whom nobody's full name speaks, among the first teams of the article's results. */
static bool
is_team(const NtNameFinder *f, const NtMention *m)
{
	const NtVote *vote = vote_find(f, &f->tokens[m->first]);

	if (m->kind != ENTITY_PERSON || m->own != 0 || m->entry != 0 || m->reason != REASON_TAGGER || (vote != NULL && vote->whose))
		return false;
	for (uint32_t i = 0; i < f->teams.n && i < CLUBS; i++)
		if (f->teams.at[i].kind == ENTITY_ORG && same_words(f, m, &f->teams.at[i]))
			return true;
	return false;
}

/* club_settle gives such places what they are. */
void
club_settle(NtNameFinder *f)
{
	NtArticle  *a = f->article;
	Club		clubs[CLUBS];
	uint32_t	n = 0;

	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		NtMention  *m = &a->mentions.at[i];
		int			kind;

		nt_tick(f->cx);
		if (is_team(f, m))
			set_kind(f, m, ENTITY_ORG);
		if (!is_place(f, m) || (kind = kind_by_who(f, m, i + 1 < a->mentions.n ? m + 1 : NULL)) == 0)
			continue;
		set_kind(f, m, kind);
		if (n < CLUBS)
			clubs[n++] = (Club) {m, kind};
	}
	for (uint32_t i = 0; n > 0 && i < a->mentions.n; i++)
	{
		NtMention  *m = &a->mentions.at[i];

		nt_tick(f->cx);
		if (!is_place(f, m) || (m->first > 0 && token_is(f->vocab, &f->tokens[m->first - 1], LEX_PLACE_PREPOSITION)))
			continue;
		for (uint32_t k = 0; k < n; k++)
			if (same_words(f, m, clubs[k].mention))
			{
				set_kind(f, m, clubs[k].kind);
				break;
			}
	}
}
