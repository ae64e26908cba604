/*
 * name_vote.c -- what the mentions found so far say of a word.
 *
 *     Kim Lopez heads Orbex.  ...  Lopez said orders rose.
 *
 * "Kim Lopez" votes for Lopez as the end of a person's name, so that "Lopez"
 * alone is that person and not, by lack of evidence, anything else; and a
 * headline "LOPEZ QUITS ORBEX" can be read.
 *
 * An open hash table on the word's hash, never more than half full: it begins
 * with room for the words of a common article's mentions and grows with words
 * that differ.
 */
#include "name/name.h"

static NtVote *
vote_slot(const NtVotes *votes, uint32_t hash)
{
	uint32_t	slot = (uint32_t) ((hash * UINT64_C(0x9e3779b97f4a7c15)) >> 32) & votes->mask;

	while (votes->at[slot].hash != 0 && votes->at[slot].hash != hash)
		slot = (slot + 1) & votes->mask;
	return &votes->at[slot];
}

#define VOTES_FIRST 16384		/* slots to begin with, at most */

static void
open_votes(NtContext *cx, NtVotes *votes, uint32_t slots)
{
	votes->n = 0;
	votes->mask = slots - 1;
	votes->at = nt_alloc0(cx, (size_t) slots * sizeof(NtVote));
}

/* vote_on returns the votes on a word or a sequence of words, which may be the first. */
static NtVote *
vote_on(NtNameFinder *f, uint32_t hash)
{
	NtVote	   *vote = vote_slot(&f->votes, hash);

	if (vote->hash == 0 && f->votes.n >= (f->votes.mask + 1) / 2)
	{
		NtVotes		old = f->votes;

		open_votes(f->cx, &f->votes, (old.mask + 1) * 2);
		for (uint32_t i = 0; i <= old.mask; i++)
			if (old.at[i].hash != 0)
			{
				nt_tick(f->cx);
				*vote_slot(&f->votes, old.at[i].hash) = old.at[i];
			}
		f->votes.n = old.n;
		nt_release(f->cx, old.at, ((size_t) old.mask + 1) * sizeof(NtVote));
		vote = vote_slot(&f->votes, hash);
	}
	f->votes.n += vote->hash != hash;
	vote->hash = hash;
	return vote;
}

static void
add_vote(NtVote *vote, int kind)
{
	uint16_t   *count;

	switch (kind)
	{
		case ENTITY_PERSON:
			count = &vote->person;
			break;
		case ENTITY_ORG:
			count = &vote->org;
			break;
		case ENTITY_GPE:
		case ENTITY_LOC:
		case ENTITY_FAC:
			count = &vote->place;
			break;
		default:
			count = &vote->other;
	}
	if (*count < UINT16_MAX)
		(*count)++;
}

/* sequence_hash is the hash of several words together, never 0. */
static uint32_t
sequence_hash(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	uint64_t	hash = PHRASE_HASH_SEED;

	for (uint32_t i = first; i < last; i++)
		hash = phrase_hash_add(hash, f->tokens[i].hash);
	return (uint32_t) hash | 1;
}

/* vote_firm: "Orbex Marine ASA" votes for "Orbex Marine" as an organisation. */
static void
vote_firm(NtNameFinder *f, const NtMention *m)
{
	if (m->kind != ENTITY_ORG || m->last - m->first < 2 ||
		!token_is(f->vocab, &f->tokens[m->last - 1], LEX_ORG_SUFFIX))
		return;
	add_vote(vote_on(f, sequence_hash(f, m->first, m->last - 1)), ENTITY_ORG);
}

/* vote_double: "Lena Reed-Okoro" votes for "Reed-Okoro" as a person. */
static void
vote_double(NtNameFinder *f, const NtMention *m)
{
	if (m->kind != ENTITY_PERSON || m->last - m->first < 4 || !token_is_mark(&f->tokens[m->last - 2], MARK_HYPHEN))
		return;
	add_vote(vote_on(f, sequence_hash(f, m->last - 3, m->last)), ENTITY_PERSON);
}

/* vote_is_double tells whether the article ends a person's name in these words. */
bool
vote_is_double(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	return f->votes.at != NULL && vote_slot(&f->votes, sequence_hash(f, first, last))->person > 0;
}

/* vote_is_firm tells whether the article has these words before a legal form. */
bool
vote_is_firm(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	return f->votes.at != NULL && vote_slot(&f->votes, sequence_hash(f, first, last))->org > 0;
}

/* is_business: Halvorsen Metals: no place and no ordinary word, unless it is somebody's name too, and what a firm does; no hospital. */
static bool
is_business(const NtNameFinder *f, const NtMention *m)
{
	uint64_t	first = token_classes(f->vocab, &f->tokens[m->first]);
	bool		person = (first & (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME))) != 0;

	return m->last - m->first == 2 && m->entry == 0 &&
		(token_classes(f->vocab, &f->tokens[m->last - 1]) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_PUBLIC_HEAD) | LEX_BIT(LEX_PLACE_HEAD))) == LEX_BIT(LEX_ORG_HEAD) &&
		!(first & (LEX_BIT(LEX_NORP_NAME) | (person ? 0 : LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_COMMON_WORD))));
}

/* is_club: Weldon Rovers, in sports news */
static bool
is_club(const NtNameFinder *f, const NtMention *m)
{
	return f->sport && m->last - m->first == 2 && 
		(token_classes(f->vocab, &f->tokens[m->last - 1]) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_PUBLIC_HEAD))) == LEX_BIT(LEX_ORG_HEAD);
}

/* vote_count makes the table of all words of these mentions. */
void
vote_count(NtNameFinder *f, const NtMentions *mentions)
{
	uint64_t	words = 0;
	uint32_t	size = 64;

	for (uint32_t i = 0; i < mentions->n; i++)
		words += mentions->at[i].last - mentions->at[i].first + 2;
	while (size < words * 2 && size < VOTES_FIRST)
		size *= 2;
	open_votes(f->cx, &f->votes, size);

	for (uint32_t i = 0; i < mentions->n; i++)
	{
		const NtMention *m = &mentions->at[i];

		if (m->kind == 0)
			continue;
		vote_firm(f, m);
		vote_double(f, m);
		for (uint32_t k = m->first; k < m->last; k++)
		{
			const NtToken *t = &f->tokens[k];
			NtVote	   *vote;

			nt_tick(f->cx);
			if (t->kind != TOKEN_WORD || !case_capital(f, t))
				continue;
			vote = vote_on(f, t->hash);
			add_vote(vote, m->kind);
			if (m->last - m->first == 1)
			{
				vote->kind = m->kind;
				if (m->reason == REASON_CALLED)
					vote->called = m->kind;
				vote->placed |= k > 0 && token_is(f->vocab, t - 1, LEX_PLACE_PREPOSITION);
			}
			else
			{
				vote->first |= k == m->first;
				vote->last |= k + 1 == m->last;
				vote->firm |= k == m->first && m->kind == ENTITY_ORG &&
					(f->tokens[k + 1].hash == '&' || token_is(f->vocab, &f->tokens[m->last - 1], LEX_ORG_SUFFIX) || is_business(f, m) || is_club(f, m));
				vote->body |= (m->kind == ENTITY_ORG || kind_is_place(m->kind)) && (k == m->first || k + 1 == m->last);
				if (m->kind == ENTITY_PERSON && k + 1 == m->last && m->first > 0 && token_is(f->vocab, &f->tokens[m->first - 1], LEX_TITLE))
					vote->titled = f->tokens[m->first - 1].hash;
				vote->storm |= m->kind == ENTITY_EVENT && k + 1 == m->last && m->last - m->first == 2 && token_is(f->vocab, &f->tokens[m->first], LEX_EVENT_HEAD) &&
					token_is(f->vocab, t, LEX_GIVEN_NAME);
				vote->introduced |= m->kind == ENTITY_PERSON && k + 1 == m->last && vote->kind == 0;
				vote->whose |= m->kind == ENTITY_PERSON && (k == m->first || k + 1 == m->last);
			}
		}
	}
}

/* vote_find returns what is known of a word, NULL when it was in no mention. */
const NtVote *
vote_find(const NtNameFinder *f, const NtToken *t)
{
	const NtVote *vote;

	if (f->votes.at == NULL)
		return NULL;
	vote = vote_slot(&f->votes, t->hash);
	return vote->hash != 0 ? vote : NULL;
}

/*
 * vote_kind returns the kind a word alone has by its votes: as the whole of
 * an earlier mention, as an end of a person's name, or as the beginning of
 * something else; 0 when none of these.
 */
int
vote_kind(const NtVote *vote)
{
	if (vote == NULL)
		return 0;
	if (vote->person > vote->org && vote->person > vote->place && (vote->first || vote->last || vote->kind))
		return ENTITY_PERSON;
	if (vote->kind != 0)
		return vote->kind;
	if (vote->first && vote->org > vote->place && vote->org > vote->other)
		return ENTITY_ORG;
	if (vote->first && vote->place > 0)
		return ENTITY_GPE;
	if (vote->last && vote->org > vote->place && vote->org > vote->other && vote->org > vote->person)
		return ENTITY_ORG;
	return 0;
}
