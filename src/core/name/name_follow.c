/*
 * name_follow.c -- lets names follow what the rest of the article says.
 *
 *     Vladimir Orlov left Orbex Marine ASA.  "Vladimir, stop!" ... Orbex ... St. Orlov
 *
 * Names found by themselves may be wrong where the article as a whole is plain:
 * "Vladimir" is no city where Vladimir Orlov is named, "Orbex Marine" no person
 * where Orbex Marine ASA is.  What the sure mentions say of each word was counted
 * by name_vote.c; here names of one word, and words left out, are changed by it.
 */
#include "name/name.h"

#include "name/name_score.h"
#include "name/name_english.h"

#include <string.h>

/* settle gives a kind to a mention that has none, from the words around it. */
static void
settle(const NtNameFinder *f, NtMention *m)
{
	const NtArticle *a = f->article;
	const NtToken *t = &f->tokens[m->first];
	int			kind = vote_kind(vote_find(f, t));
	uint64_t	classes = token_classes(f->vocab, t);

	if (kind != 0)
	{
		mention_set(a, m, kind, m->entry, REASON_VOTE);
		if (m->confidence < 1000 - SURE_MORE_BY_VOTES)
			m->confidence += SURE_MORE_BY_VOTES;
		return;
	}
	if (m->first > 0 && token_is(f->vocab, t - 1, LEX_PLACE_PREPOSITION))
		kind = ENTITY_GPE;
	else if (m->first > 0 && token_is(f->vocab, t - 1, LEX_DETERMINER))
		kind = ENTITY_ORG;
	else if (m->last < a->tokens.n && token_is(f->vocab, &f->tokens[m->last], LEX_CUE))
		kind = ENTITY_PERSON;
	else if (classes & (LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_GIVEN_NAME)))
		kind = ENTITY_PERSON;
	else
		kind = ENTITY_ORG;
	mention_set(a, m, kind, m->entry, REASON_AROUND);
}

/*
 * outvoted returns the kind that the article mostly gives to a word, when that
 * is another than the mention has; 0 when not.
 */
static int
outvoted(const NtMention *m, const NtVote *vote)
{
	uint32_t	place = vote->place;
	uint32_t	own;

	if ((m->kind == ENTITY_NORP || m->kind == ENTITY_PRODUCT) &&
		(m->evidence == EVIDENCE_LEXICON || vote->person <= vote->other * 2))
		return 0;
	switch (m->kind)
	{
		case ENTITY_PERSON:
			own = vote->person;
			break;
		case ENTITY_ORG:
			own = vote->org;
			break;
		case ENTITY_GPE:
		case ENTITY_LOC:
		case ENTITY_FAC:
			own = place;
			break;
		case ENTITY_NORP:
		case ENTITY_PRODUCT:
			own = vote->other;
			break;
		default:
			return 0;
	}
	/* Orbex, where only Orbex & Co is named so */
	if (vote->firm && !vote->whose && !vote->placed && (m->reason == REASON_TAGGER || m->reason == REASON_WORDS))
		return m->kind != ENTITY_ORG ? ENTITY_ORG : 0;
	if (m->kind == ENTITY_GPE && (m->evidence != EVIDENCE_LEXICON || !vote->placed) && vote->last && vote->person > 0)
		return ENTITY_PERSON;
	if (m->kind != ENTITY_PERSON && (vote->first || vote->last) &&
		(vote->person > vote->org + place || (m->evidence != EVIDENCE_LEXICON && vote->last && vote->person == vote->org + place)))
		return ENTITY_PERSON;
	/* the agency Pharlane ... Pharlane said */
	if (vote->called == ENTITY_PRODUCT && m->kind == ENTITY_ORG && m->reason == REASON_TAGGER && m->entry == 0)
		return ENTITY_PRODUCT;
	if ((vote->called == ENTITY_ORG || vote->called == ENTITY_GPE) && !vote->whose && (m->reason == REASON_TAGGER || m->reason == REASON_WORDS) && m->entry == 0 &&
		(vote->called == ENTITY_ORG ? m->kind != ENTITY_ORG : m->kind == ENTITY_PERSON))
		return vote->called;
	/* Joaquin Phoenix ... Phoenix, of which nothing else is called so */
	if (m->kind != ENTITY_PERSON && vote->whose && vote->last && !vote->body && !vote->placed && m->confidence < SURE_OTHER)
		return ENTITY_PERSON;
	/* Kayleigh Moon ... Moon, Jordan Bale ... Jordan, where nothing speaks of the place */
	if (kind_is_place(m->kind) && vote->whose && !vote->body && !vote->placed && (m->kind != ENTITY_GPE || vote->person >= place) && vote->org == 0)
		return ENTITY_PERSON;
	if (m->evidence == EVIDENCE_LEXICON || own * 2 >= vote->person + vote->org + place || m->kind == ENTITY_NORP || m->kind == ENTITY_PRODUCT)
		return 0;
	if (vote->person > vote->org && vote->person > place)
		return ENTITY_PERSON;
	if (vote->org > place)
		return ENTITY_ORG;
	return place > vote->org ? ENTITY_GPE : 0;
}

static bool
is_placed(const NtNameFinder *f, const NtMention *m)
{
	return m->first > 0 && token_is(f->vocab, &f->tokens[m->first - 1], LEX_PLACE_PREPOSITION);
}

/* is_titled: Ms. Orbex is no firm. */
static bool
is_titled(const NtNameFinder *f, const NtMention *m)
{
	return m->kind == ENTITY_PERSON && m->first > 0 && token_is(f->vocab, &f->tokens[m->first - 1], LEX_TITLE);
}

/* is_double_surname: "Reed-Okoro", not known as a person's name by itself, of Lena Reed-Okoro. */
static bool
is_double_surname(const NtNameFinder *f, const NtMention *m)
{
	const NtVote *first;
	const NtVote *last;

	if (m->last - m->first != 3 || (m->reason != REASON_TAGGER && m->reason != REASON_WORDS) || m->kind == ENTITY_PERSON ||
		!token_is_mark(&f->tokens[m->first + 1], MARK_HYPHEN))
		return false;
	first = vote_find(f, &f->tokens[m->first]);
	last = vote_find(f, &f->tokens[m->last - 1]);
	return first != NULL && last != NULL && last->last && last->person > 0 && first->person > 0 && first->person >= first->place;
}

/* is_saint: "St. Orr", "St. Orr of Farland" where the article speaks of Orr as a person. */
static bool
is_saint(const NtNameFinder *f, const NtMention *m)
{
	const NtVote *vote;

	if (m->last - m->first < 2 || (m->last - m->first != 2 && (m->last - m->first != 4 || f->tokens[m->first + 2].word != f->words->of)) || m->entry != 0 || m->kind == ENTITY_PERSON || f->words->saint == 0)
		return false;
	if (f->tokens[m->first].word != f->words->saint && f->tokens[m->first].word != f->words->st)
		return false;
	vote = vote_find(f, &f->tokens[m->first + 1]);
	return vote != NULL && vote->person > 1 && vote->person > vote->place;
}

/* in_row: nothing but a comma or a conjunction stands between a known place and what follows it. */
static bool
in_row(const NtNameFinder *f, const NtMention *a, const NtMention *b)
{
	const NtToken *t = &f->tokens[a->last];

	if (b->first == a->last + 2)
		return token_is_mark(t, MARK_COMMA) && token_is(f->vocab, t + 1, LEX_CONJUNCTION);
	return b->first == a->last + 1 && (token_is_mark(t, MARK_COMMA) || token_is(f->vocab, t, LEX_CONJUNCTION));
}

/*
 * listed_place returns the entry of a place that a supposed person is, because
 * it stands in a row with one: "from Farland to Livingstone"; 0: it is none.
 */
static uint32_t
listed_place(const NtNameFinder *f, const NtMention *m, const NtMention *before)
{
	const NtToken *t = &f->tokens[before->last];
	const NtVote *vote;
	const NtPhrase *p;

	if ((m->kind != ENTITY_PERSON && (m->kind != ENTITY_ORG || f->sporty || m->confidence >= SURE_BODY)) || m->evidence != EVIDENCE_TAGGER || m->last - m->first != 1 ||
		before->kind != ENTITY_GPE || before->entry == 0 ||
		!(in_row(f, before, m) || (m->first == before->last + 1 && token_is(f->vocab, t, LEX_PREPOSITION))))
		return 0;
	vote = vote_find(f, &f->tokens[m->first]);
	p = phrase_at(f, m->first, m->last);
	if (p == NULL || (vote != NULL && vote->whose))
		return 0;
	for (uint32_t i = 0; i < p->readings; i++)
	{
		uint32_t	entry = f->vocab->readings[p->reading + i].entry;

		if (f->vocab->entries[entry].kind == ENTITY_GPE && f->vocab->entries[entry].weight >= LISTED_PLACE)
			return entry;
	}
	return 0;
}

/* is_amid_places: from Farland, Alexandra and Orbury */
static bool
is_amid_places(const NtNameFinder *f, const NtMentions *mentions, uint32_t i)
{
	const NtMention *m = &mentions->at[i];
	const NtVote *vote;

	if (m->kind != ENTITY_PERSON || m->evidence != EVIDENCE_TAGGER || m->last - m->first > 3 || i == 0 || i + 1 == mentions->n ||
		(m->last - m->first > 1 && !token_is(f->vocab, &f->tokens[m->first], LEX_NAME_PARTICLE) && token_is(f->vocab, &f->tokens[m->first], LEX_GIVEN_NAME)) ||
		m[-1].kind != ENTITY_GPE || m[-1].entry == 0 || m[1].kind != ENTITY_GPE || m[1].entry == 0)
		return false;
	vote = vote_find(f, &f->tokens[m->first]);
	return (vote == NULL || !vote->whose) && in_row(f, m - 1, m) && in_row(f, m, m + 1);
}

/* is_house: "worked at Alderbrook", which no list has, of Alderbrook Hospital */
static bool
is_house(const NtNameFinder *f, const NtMention *m, const NtVote *vote)
{
	return m->kind == ENTITY_GPE && m->entry == 0 && m->reason == REASON_TAGGER && vote->first && vote->body && m->first > 0 &&
		token_has(&f->tokens[m->first - 1], f->words->at) && !token_is(f->vocab, &f->tokens[m->first], LEX_PLACE_NAME);
}

/* is_called tells whether a supposed given name is the title that somebody named in full has before the same surname: Justice Ann Lee ... [Justice] Lee */
static bool
is_called(const NtNameFinder *f, const NtMention *m)
{
	const NtVote *vote;

	return m->kind == ENTITY_PERSON && m->last - m->first == 2 && m->own == 0 && token_is(f->vocab, &f->tokens[m->first], LEX_TITLE) &&
		(vote = vote_find(f, &f->tokens[m->first + 1])) != NULL && vote->titled == f->tokens[m->first].hash;
}

/* is_somebody: "Han said", of a minister of that surname, no people: no noun follows; "Dane shrugs": one of them has "a" */
static bool
is_somebody(const NtNameFinder *f, const NtMention *m, const NtVote *vote)
{
	const uint64_t after = LEX_BIT(LEX_CUE) | LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_PREPOSITION);
	const NtToken *next = &f->tokens[m->last];
	const NtToken *t = &f->tokens[m->first];
	const char *people;

	if (m->kind != ENTITY_NORP || m->own != 0 || !vote->whose || (m->first > 0 && token_is(f->vocab, &f->tokens[m->first - 1], LEX_DETERMINER)))
		return false;
	people = vocab_string(f->vocab, f->vocab->entries[m->entry].name);
	if (m->entry != 0 && vote->last && vote->person > 0 && (strlen(people) != t->end - t->start || memcmp(people, f->article->text + t->start, t->end - t->start) != 0) &&
		!token_is_capital(next))
		return true;
	return m->last < f->article->tokens.n && !(next->flags & TOKEN_CAPITAL) &&
		(next->kind == TOKEN_CLITIC || (next->kind == TOKEN_PUNCT && next->mark != MARK_HYPHEN) || (token_classes(f->vocab, next) & after));
}

/* is_storm: "Freya will move east", of Storm Freya, where nobody is called so */
static bool
is_storm(const NtNameFinder *f, const NtMention *m, const NtVote *vote)
{
	return (m->kind == ENTITY_PERSON || m->kind == ENTITY_GPE || m->kind == ENTITY_ORG) && m->own == 0 && m->entry == 0 && vote->storm && !vote->whose && !is_titled(f, m);
}

/* is_introduced: "Penn's daughter", of Arthur Penn who was named in full before; but Dell, before Michael Dell, and shares of Dell */
static bool
is_introduced(const NtNameFinder *f, const NtMention *m, const NtVote *vote)
{
	const uint64_t not = LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_CONJUNCTION);
	const NtToken *next = &f->tokens[m->last];

	if (m->kind != ENTITY_ORG || m->own != 0 || !vote->whose || !vote->last || vote->body || vote->placed || !vote->introduced ||
		m->last >= f->article->tokens.n || (f->tokens[m->first].flags & TOKEN_UPPER))
		return false;
	if (m->first > 0 && (token_classes(f->vocab, &f->tokens[m->first - 1]) & not))
		return false;
	return next->kind == TOKEN_CLITIC || (token_classes(f->vocab, next) & (LEX_BIT(LEX_CUE) | LEX_BIT(LEX_AUXILIARY))) ||
		(next->mark == MARK_COMMA && m->last + 1 < f->article->tokens.n && token_is(f->vocab, next + 1, LEX_WH_WORD));
}

/* is_bearer: "confidence in Marchetti", no place that is known, of Helen Marchetti */
static bool
is_bearer(const NtNameFinder *f, const NtMention *m, const NtVote *vote)
{
	(void) f;
	return m->kind == ENTITY_GPE && m->own == 0 && m->entry == 0 && vote->whose && vote->last && !vote->body && vote->person > 2u * vote->place;
}

/* is_firm_short: "Northfield expects", of Northfield Robotics, Inc., though a small town is called so, where no preposition puts anything there */
static bool
is_firm_short(const NtNameFinder *f, const NtMention *m, const NtVote *vote)
{
	return m->kind == ENTITY_GPE && m->own == 0 && vote->firm && !vote->whose && (m->entry == 0 || f->vocab->entries[m->entry].weight < SMALL_PLACE) &&
		(m->first == 0 || !token_is(f->vocab, &f->tokens[m->first - 1], LEX_PREPOSITION));
}

/* is_body_short: "Fellside would not sell", of Fellside Council, where nobody is called so */
static bool
is_body_short(const NtNameFinder *f, const NtMention *m, const NtVote *vote)
{
	return m->kind == ENTITY_PERSON && m->reason == REASON_TAGGER && m->entry == 0 && m->own == 0 && !vote->whose && vote->first && vote->body &&
		vote->org > 0 && vote->place == 0 && !token_is(f->vocab, &f->tokens[m->first], LEX_GIVEN_NAME) && !is_titled(f, m);
}

/* What a name of one word is, for what the article says of its word, whatever the count. */
static const struct
{
	bool		(*is) (const NtNameFinder *f, const NtMention *m, const NtVote *vote);
	uint8_t		kind;
	uint8_t		reason;
}			so[] = {
	{is_house, ENTITY_FAC, REASON_VOTE},
	{is_body_short, ENTITY_ORG, REASON_VOTE},
	{is_storm, ENTITY_EVENT, REASON_VOTE},
	{is_bearer, ENTITY_PERSON, REASON_SURNAME},
	{is_firm_short, ENTITY_ORG, REASON_FIRM},
	{is_introduced, ENTITY_PERSON, REASON_SURNAME},
	{is_somebody, ENTITY_PERSON, REASON_SURNAME},
};

#define VOTED_SO (sizeof(so) / sizeof(so[0]))

static uint32_t
voted_so(const NtNameFinder *f, const NtMention *m, const NtVote *vote)
{
	uint32_t	k = 0;

	while (k < VOTED_SO && !so[k].is(f, m, vote))
		k++;
	return k;
}

/*
 * follow_votes changes the kind of names of one word to what the rest of the
 * article says: "Vladimir, stop!" is no city where Vladimir Orlov is named.
 */
static void
follow_votes(NtNameFinder *f, NtMentions *mentions)
{
	for (uint32_t i = 0; i < mentions->n; i++)
	{
		NtMention  *m = &mentions->at[i];
		const NtVote *vote;
		uint32_t	place;
		uint32_t	k;
		int			kind;

		nt_tick(f->cx);
		if (i > 0 && (place = listed_place(f, m, m - 1)) != 0)
		{
			mention_set(f->article, m, ENTITY_GPE, place, REASON_LISTED);
			continue;
		}
		if (is_called(f, m))
		{
			mention_begin(f->article, m, m->first + 1);
			mention_set(f->article, m, ENTITY_PERSON, 0, REASON_SURNAME);
			continue;
		}
		if (is_amid_places(f, mentions, i))
		{
			mention_set(f->article, m, ENTITY_GPE, 0, REASON_LISTED);
			continue;
		}
		if (is_double_surname(f, m) || is_saint(f, m))
		{
			mention_set(f->article, m, ENTITY_PERSON, 0, REASON_SURNAME);
			continue;
		}
		if (m->last - m->first == 1 && (vote = vote_find(f, &f->tokens[m->first])) != NULL && (k = voted_so(f, m, vote)) < VOTED_SO)
		{
			mention_set(f->article, m, so[k].kind, 0, so[k].reason);
			continue;
		}
		if (m->last - m->first != 1 || is_titled(f, m) || (is_placed(f, m) && m->entry != 0) ||
				 (vote = vote_find(f, &f->tokens[m->first])) == NULL ||
				 (is_placed(f, m) && vote->org <= (vote->person + vote->place) * 2u) ||
				 (kind = outvoted(m, vote)) == 0)
			continue;
		mention_set(f->article, m, kind, 0, REASON_VOTE);
	}
}

/* rename_firms makes organisations of supposed persons: "Halvorsen Marine" of ASA. */
static void
rename_firms(NtNameFinder *f, NtMentions *mentions)
{
	for (uint32_t i = 0; i < mentions->n; i++)
	{
		NtMention  *m = &mentions->at[i];

		nt_tick(f->cx);
		if (is_titled(f, m))
			continue;
		if ((m->kind == ENTITY_PERSON || (m->kind == ENTITY_GPE && m->entry == 0)) && vote_is_firm(f, m->first, m->last))
			mention_set(f->article, m, ENTITY_ORG, m->entry, REASON_FIRM);
	}
}

/* is_lone: "Minister of Health", "Board members": a head word of bodies that stands without "the" and does nothing; in sports news it may be a club */
static bool
is_lone(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->first];

	return !f->sporty && token_is(f->vocab, t, LEX_COMMON_WORD) && !(t->flags & (TOKEN_UPPER | TOKEN_INNER_CAPITAL)) && (m->first == 0 || !token_is(f->vocab, t - 1, LEX_DETERMINER)) &&
		(m->last >= f->article->tokens.n || !(token_classes(f->vocab, &f->tokens[m->last]) & (LEX_BIT(LEX_CUE) | LEX_BIT(LEX_AUXILIARY)))) &&
		!(token_classes(f->vocab, t) & (LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME)));
}

/* is_paper: "told the Sun", "the Observer said": what a list has as a body, called by an ordinary word, where it is told something or tells it */
static bool
is_paper(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->first];

	if (m->last - m->first != 1 || m->first == 0 || m->last >= f->article->tokens.n || !token_has(t - 1, f->words->the) || f->caseless || f->lower ||
		(t->flags & TOKEN_UPPER) || (phrase_kind(f, m->first, m->last) != ENTITY_ORG && phrase_kind(f, m->first - 1, m->last) != ENTITY_ORG))
		return false;
	return (token_classes(f->vocab, &f->tokens[m->last]) & (LEX_BIT(LEX_CUE) | LEX_BIT(LEX_REFUSAL))) || (m->first > 1 && token_is(f->vocab, t - 2, LEX_CUE) && !(t[-1].flags & TOKEN_SENTENCE));
}

/*
 * follow_revive turns capitalised words that were left out into mentions when the
 * article names something by them: "Freedom" after "Freedom Magazine".
 */
void
follow_revive(NtNameFinder *f)
{
	for (uint32_t i = 0; i < f->skipped.n; i++)
	{
		NtMention  *m = &f->skipped.at[i];
		const NtVote *vote = vote_find(f, &f->tokens[m->first]);
		int			kind = vote_kind(vote);
		bool		paper = kind == 0 && is_paper(f, m);

		nt_tick(f->cx);
		if (paper)
			kind = ENTITY_ORG;
		if (kind == 0 || (!paper && (case_small(f, &f->tokens[m->first]) || (kind == ENTITY_ORG && is_lone(f, m)) ||
									 (kind != ENTITY_PERSON && token_is(f->vocab, &f->tokens[m->first], LEX_NO_NAME)))))
			continue;
		mention_set(f->article, m, kind, 0, REASON_REVIVED);
		m->confidence = SURE_REVIVED;
		*nt_push(f->cx, &f->revived) = *m;
	}
}

/* settle_all settles what has no kind yet. */
static void
settle_all(const NtNameFinder *f, NtMentions *mentions)
{
	for (uint32_t i = 0; i < mentions->n; i++)
	{
		nt_tick(f->cx);
		if (mentions->at[i].kind == 0)
			settle(f, &mentions->at[i]);
	}
}

void
follow_in_prose(NtNameFinder *f)
{
	settle_all(f, &f->prose);
	follow_votes(f, &f->prose);
}

void
follow_in_headlines(NtNameFinder *f)
{
	settle_all(f, &f->headlines);
	follow_votes(f, &f->headlines);
}

void
follow_firms(NtNameFinder *f)
{
	rename_firms(f, &f->prose);
	rename_firms(f, &f->headlines);
}
