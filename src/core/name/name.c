/*
 * name.c -- finds the places where the article names somebody or something.
 *
 *     SPARKS QUITS ORBEX AFTER LOSS
 *
 *     Kenyan founder Lena Sparks left Orbex Inc. on Monday.  "I am done,"
 *     Sparks said in Nairobi.
 *
 *  1. name_case.c reads which words the article writes small, and which with
 *     a capital inside a sentence ("Sparks", never "sparks").
 *  2. Sentences whose capitals mean something: name_chunk.c takes each run of
 *     capitals apart into [Kenyan] founder [Lena Sparks], [Orbex Inc.],
 *     [Sparks], [Nairobi], by gazetteer (name_phrase.c) and pattern
 *     (name_pattern.c).
 *  3. name_vote.c counts what each word was a part of.  A lone "Sparks" is a
 *     person, because Lena Sparks is; capitalised words left out before are
 *     asked once more.
 *  4. Headlines, in capitals or Title Case, are read last, with these votes.
 *
 * Mentions leave out titles, a leading "the" and a possessive 's.  A kind
 * that nothing tells is settled by the words around it; see settle().
 */
#include "name/name.h"

#include "name/name_words.h"
#include "name/name_find.h"
#include "know/knowledge.h"

#include <string.h>

static void
read_sentence(NtNameFinder *f, const NtSentence *s)
{
	f->first = s->first;
	f->last = s->last;
	f->blind = f->lower || case_blind(f->article, s);
	for (uint32_t i = s->first; i < s->last;)
	{
		nt_tick(f->cx);
		if (!case_is_name_word(f, &f->tokens[i]) && !(f->tagged && tag_begins(f, i)))
		{
			i++;
			continue;
		}
		i = chunk_read(f, i);
		chunk_solve(f);
		if (f->out->n > 0 && f->out->at[f->out->n - 1].last > i)
			i = f->out->at[f->out->n - 1].last;
	}
}

static void
read_sentences(NtNameFinder *f, bool blind, NtMentions *out)
{
	const NtArticle *a = f->article;

	f->out = out;
	for (uint32_t i = 0; i < a->sentences.n; i++)
	{
		const NtSentence *s = &a->sentences.at[i];

		if (case_blind(a, s) == blind)
			read_sentence(f, s);
	}
}

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
		m->kind = (uint8_t) kind;
		m->evidence = EVIDENCE_ALIAS;
		m->confidence = m->confidence < 800 ? m->confidence + 200 : m->confidence;
		return;
	}
	if (m->first > 0 && name_word_is_place_preposition(f->words, t[-1].word))
		m->kind = ENTITY_GPE;
	else if (m->first > 0 && token_is(f->vocab, t - 1, LEX_DETERMINER))
		m->kind = ENTITY_ORG;
	else if (m->last < a->tokens.n && token_is(f->vocab, &f->tokens[m->last], LEX_CUE))
		m->kind = ENTITY_PERSON;
	else if (classes & (LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_GIVEN_NAME)))
		m->kind = ENTITY_PERSON;
	else
		m->kind = ENTITY_ORG;
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
	if (vote->firm && !vote->whose && !vote->placed && m->evidence == EVIDENCE_TAGGER)
		return m->kind != ENTITY_ORG ? ENTITY_ORG : 0;
	if (m->kind == ENTITY_GPE && (m->evidence != EVIDENCE_LEXICON || !vote->placed) && vote->last && vote->person > 0)
		return ENTITY_PERSON;
	if (m->kind != ENTITY_PERSON && (vote->first || vote->last) &&
		(vote->person > vote->org + place || (m->evidence != EVIDENCE_LEXICON && vote->last && vote->person == vote->org + place)))
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
	return m->first > 0 && name_word_is_place_preposition(f->words, f->tokens[m->first - 1].word);
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

	if (m->last - m->first != 3 || m->evidence != EVIDENCE_TAGGER || m->kind == ENTITY_PERSON ||
		!token_is_mark(&f->tokens[m->first + 1], '-'))
		return false;
	first = vote_find(f, &f->tokens[m->first]);
	last = vote_find(f, &f->tokens[m->last - 1]);
	return first != NULL && last != NULL && last->last && last->person > 0 && first->person > 0 && first->person >= first->place;
}

/* is_saint: "St. Orr" where the article speaks of Orr as a person. */
static bool
is_saint(const NtNameFinder *f, const NtMention *m)
{
	const NtVote *vote;

	if (m->last - m->first != 2 || m->entry != 0 || m->kind == ENTITY_PERSON || f->words->saint == 0)
		return false;
	if (f->tokens[m->first].word != f->words->saint && f->tokens[m->first].word != f->words->st)
		return false;
	vote = vote_find(f, &f->tokens[m->last - 1]);
	return vote != NULL && vote->person > 1 && vote->person > vote->place;
}

#define LISTED_PLACE 50000		/* people */

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

	if (m->kind != ENTITY_PERSON || m->evidence != EVIDENCE_TAGGER || m->last - m->first != 1 ||
		before->kind != ENTITY_GPE || before->entry == 0 || m->first != before->last + 1 ||
		!(token_is_mark(t, ',') || token_is(f->vocab, t, LEX_CONJUNCTION) || token_is(f->vocab, t, LEX_PREPOSITION)))
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
		int			kind;

		nt_tick(f->cx);
		if (i > 0 && (place = listed_place(f, m, m - 1)) != 0)
		{
			m->kind = ENTITY_GPE;
			m->entry = place;
			m->evidence = EVIDENCE_LEXICON;
			continue;
		}
		if (is_double_surname(f, m) || is_saint(f, m))
			kind = ENTITY_PERSON;
		else if (m->last - m->first != 1 || is_titled(f, m) || (is_placed(f, m) && m->entry != 0) ||
				 (vote = vote_find(f, &f->tokens[m->first])) == NULL ||
				 (is_placed(f, m) && vote->org <= (vote->person + vote->place) * 2u) ||
				 (kind = outvoted(m, vote)) == 0)
			continue;
		m->kind = (uint8_t) kind;
		m->entry = 0;
		m->evidence = EVIDENCE_ALIAS;
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
		{
			m->kind = ENTITY_ORG;
			m->evidence = EVIDENCE_ALIAS;
		}
	}
}

/*
 * revive turns capitalised words that were left out into mentions when the
 * article names something by them: "Freedom" after "Freedom Magazine".
 */
static void
revive(NtNameFinder *f, NtMentions *out)
{
	for (uint32_t i = 0; i < f->skipped.n; i++)
	{
		NtMention  *m = &f->skipped.at[i];
		const NtVote *vote = vote_find(f, &f->tokens[m->first]);
		int			kind = vote_kind(vote);

		nt_tick(f->cx);
		if (kind == 0 || case_small(f, &f->tokens[m->first]))
			continue;
		m->kind = (uint8_t) kind;
		m->evidence = EVIDENCE_ALIAS;
		m->confidence = 600;
		*nt_push(f->cx, out) = *m;
	}
}

/* merge puts three lists, each in text order, into one. */
static void
merge(NtArticle *a, const NtMentions *x, const NtMentions *y, const NtMentions *z)
{
	const NtMentions *list[3] = {x, y, z};
	uint32_t	next[3] = {0, 0, 0};
	uint32_t	end = 0;

	for (;;)
	{
		int			best = -1;
		const NtMention *m;

		nt_tick(a->cx);
		for (int i = 0; i < 3; i++)
			if (next[i] < list[i]->n &&
				(best < 0 || list[i]->at[next[i]].first < list[best]->at[next[best]].first))
				best = i;
		if (best < 0)
			return;
		m = &list[best]->at[next[best]++];
		if (m->first < end)
			continue;
		end = m->last;
		*nt_push(a->cx, &a->mentions) = *m;
	}
}

/* mentions_overlay puts mentions among the article's, before all that they overlap. */
void
mentions_overlay(NtArticle *a, const NtMentions *over)
{
	NtMentions	all = {0};
	uint32_t	k = 0;

	if (over->n == 0)
		return;
	for (uint32_t i = 0; i < over->n; i++)
	{
		const NtMention *m = &over->at[i];

		nt_tick(a->cx);
		while (k < a->mentions.n && a->mentions.at[k].last <= m->first)
			*nt_push(a->cx, &all) = a->mentions.at[k++];
		while (k < a->mentions.n && a->mentions.at[k].first < m->last)
			k++;
		*nt_push(a->cx, &all) = *m;
	}
	while (k < a->mentions.n)
		*nt_push(a->cx, &all) = a->mentions.at[k++];
	nt_reserve(a->cx, &a->mentions, all.n);
	memcpy(a->mentions.at, all.at, all.n * sizeof(NtMention));
	a->mentions.n = all.n;
}

/* name_find fills the article's mentions; kinds are set, entities are not. */
void
name_find(NtArticle *article)
{
	NtNameFinder *f = nt_alloc0(article->cx, sizeof(NtNameFinder));
	NtMentions	plain = {0};
	NtMentions	revived = {0};
	NtMentions	headlines = {0};
	NtMentions	works = {0};

	if (article->tokens.n == 0)
		return;
	f->cx = article->cx;
	f->article = article;
	f->vocab = article_vocab(article);
	f->tokens = article->tokens.at;
	f->words = &article->know->name_words;

	case_collect(f);
	sport_open(f);
	f->doubted = NT_NONE;
	tag_open(f);
	read_sentences(f, false, &plain);
	vote_count(f, &plain);
	for (uint32_t i = 0; i < plain.n; i++)
		if (plain.at[i].kind == 0)
			settle(f, &plain.at[i]);
	follow_votes(f, &plain);
	revive(f, &revived);
	read_sentences(f, true, &headlines);
	for (uint32_t i = 0; i < headlines.n; i++)
		if (headlines.at[i].kind == 0)
			settle(f, &headlines.at[i]);
	follow_votes(f, &headlines);
	rename_firms(f, &plain);
	rename_firms(f, &headlines);
	phrase_spread_languages(f, &plain);
	merge(article, &plain, &revived, &headlines);
	nick_join(f);
	dateline_settle(f);
	work_find(f, &works);
	mentions_overlay(article, &works);
	sport_apply(f);
	if (article->own != NULL)
		own_apply(article);
}
