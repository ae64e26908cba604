/*
 * name_phrase.c -- what the gazetteer and the lexicons say of a chunk.
 *
 * From an item, the phrase hash is extended token by token, as far as the
 * longest phrase that its first word begins; each phrase met is offered with
 * the readings whose case rule the text obeys.  The walk follows the text,
 * not the items, so that an entry may run on in small letters ("Time
 * magazine") or over marks ("AT&T").
 *
 * A word that is also an ordinary one (Turkey, Nice) or begins a sentence
 * needs the rest of the article to have it with a capital inside a sentence.
 */
#include "name/name.h"

#include "name/name_score.h"
#include "name/name_english.h"

/* item_at returns the first item at or after a token. */
static uint32_t
item_at(const NtNameFinder *f, uint32_t from, uint32_t token)
{
	while (from < f->n && f->items[from].token < token)
		from++;
	return from;
}

static bool
obeys_case(const NtNameFinder *f, const NtReading *r, uint32_t first, uint32_t last)
{
	switch ((NtCaseRule) r->case_rule)
	{
		case CASE_ANY:
			return true;
		case CASE_CAPITAL:
			return f->lower || f->caseless || (f->tokens[first].flags & TOKEN_CAPITAL) != 0 || f->tokens[first].kind != TOKEN_WORD;
		case CASE_UPPER:
			if (f->caseless)
				return f->in_tag[first] != 0;
			for (uint32_t i = first; i < last; i++)
				if (f->tokens[i].kind == TOKEN_WORD && !(f->tokens[i].flags & (TOKEN_UPPER | TOKEN_ACRONYM)))
					return false;
			return true;
		case CASE_LOWER_HEAD:
			if (f->lower || f->caseless)
				return true;
			for (uint32_t i = first; i < last; i++)
				if (f->tokens[i].flags & (TOKEN_CAPITAL | TOKEN_INNER_CAPITAL))
					return true;
			return false;
	}
	return false;
}

/*
 * is_spoken tells whether the words around a people's name make it the
 * language: "speaks German", "German translation", "wrote it in German."
 */
static bool
is_spoken(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	const uint64_t closed = LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_PRONOUN) |
		LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_WH_WORD) | LEX_BIT(LEX_DETERMINER);
	const NtToken *before = first > f->first ? &f->tokens[first - 1] : NULL;
	const NtToken *after = last < f->last ? &f->tokens[last] : NULL;
	bool		ends = after == NULL || after->kind != TOKEN_WORD || (token_classes(f->vocab, after) & closed);

	if (after != NULL && token_is(f->vocab, after, LEX_LANGUAGE_CUE))
		return true;
	if (before == NULL || before->kind != TOKEN_WORD)
		return false;
	if (token_is(f->vocab, before, LEX_LANGUAGE_CUE))
		return ends;
	return ends && (token_has(before, f->words->in) || token_has(before, f->words->into) || token_has(before, f->words->from));
}

/* is_party_of: Labour MP, Green councillor: a party, or any body, before what somebody is there by title. */
static bool
is_party_of(const NtNameFinder *f, uint32_t last)
{
	const NtWord *w = last < f->last ? &f->vocab->words[f->tokens[last].word] : NULL;

	return w != NULL && f->tokens[last].word != 0 && (token_has(&f->tokens[last], f->words->mp) || ((w->classes | w->capital_classes) & LEX_BIT(LEX_TITLE)));
}

/*
 * score_the: "the Severn" before what ends the phrase is a river or the like,
 * whatever town or firm is called so too, and likelier, without "the".
 */
static int
score_the(const NtNameFinder *f, uint32_t token, int rank)
{
	const uint64_t ends = LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_WH_WORD);
	const NtToken *next = &f->tokens[token + 1];

	if (token == 0 || f->words->the == 0 || f->tokens[token - 1].word != f->words->the)
		return rank > 0 ? -SCORE_THE : 0;
	return next->kind == TOKEN_PUNCT || next->kind == TOKEN_CLITIC || (token_classes(f->vocab, next) & ends) ? SCORE_THE : 0;
}

/* is_said_by: Target said: no ordinary word says anything. */
static bool
is_said_by(const NtNameFinder *f, uint32_t last)
{
	uint32_t	word = f->tokens[last].word;

	return word != 0 && (word == f->words->said || word == f->words->says);
}

static int
score_reading(const NtNameFinder *f, const NtItem *item, const NtReading *r, uint32_t words, int rank)
{
	const NtEntry *e = &f->vocab->entries[r->entry];
	int			score = SCORE_ENTRY + SCORE_ENTRY_WORD * (int) words + SCORE_READING * rank;
	bool		place = kind_is_place(e->kind);

	if (e->kind == ENTITY_LANGUAGE)
		score += is_spoken(f, item->token, item->token + words) ? SCORE_SPOKEN : -SCORE_SPOKEN;
	if (e->flags & ENTRY_AMBIGUOUS)
		score += SCORE_AMBIGUOUS;
	if (words == 1 && (item->flags & ITEM_ORDINARY) && r->case_rule != CASE_ANY)
	{
		bool		acronym = (f->tokens[item->token].flags & TOKEN_ACRONYM) != 0;

		if ((item->flags & ITEM_BLIND) && !(item->flags & ITEM_MIDDLE) && !acronym)
			score += SCORE_BLIND_ORDINARY;
		else if ((item->flags & ITEM_INITIAL) && !(item->flags & ITEM_MIDDLE) &&
				 !(r->case_rule == CASE_UPPER) && !acronym && !(e->kind == ENTITY_PERSON && !r->preferred))
			score += SCORE_INITIAL_ORDINARY;
	}
	if ((item->flags & ITEM_INITIAL) && ((item->flags & ITEM_ORDINARY) || (e->flags & ENTRY_AMBIGUOUS)) && !(item->flags & ITEM_BLIND) && (e->kind == ENTITY_ORG || e->kind == ENTITY_NORP) &&
		words == 1 && (is_party_of(f, item->token + 1) || is_said_by(f, item->token + 1)))
		score += SCORE_PARTY;
	if (words == 1 && e->kind == ENTITY_ORG && (e->flags & ENTRY_AMBIGUOUS) && !(item->flags & (ITEM_INITIAL | ITEM_BLIND | ITEM_SMALL | ITEM_TITLE | ITEM_TITLED)) &&
		!(item->classes & (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME))))
		score += SCORE_BODY_INSIDE;
	if (place && words == 1 && r->preferred)
	{
		if (e->kind == ENTITY_GPE && e->weight < SMALL_PLACE)
			score += SCORE_SMALL_PLACE;
		if (item->classes & (LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_GIVEN_NAME)))
			score += SCORE_NAME_PLACE;
		if (e->weight < SMALL_PLACE && !(item->flags & ITEM_PLACED) &&
			((item->flags & (ITEM_ORDINARY | ITEM_CALENDAR)) || (item->classes & (LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_GIVEN_NAME)))))
			score += SCORE_UNLIKELY_PLACE;
	}
	if ((item->flags & ITEM_CALENDAR) && words == 1)
		score += SCORE_BLIND_ORDINARY;
	if ((item->flags & ITEM_TITLED) && e->kind != ENTITY_PERSON && words < 3)
		score += SCORE_TITLED;
	if ((item->flags & ITEM_PLACED) && place)
		score += SCORE_PLACED;
	if (words == 1 && e->kind == ENTITY_LOC)
		score += score_the(f, item->token, rank);
	return score;
}

/* phrase_is_zone: MST after "8:12 a.m." is no organisation. */
bool
phrase_is_zone(const NtNameFinder *f, uint32_t token)
{
	const NtToken *t = &f->tokens[token];

	return (t->flags & TOKEN_UPPER) && token > f->first && token_is(f->vocab, t, LEX_BYLINE_CUE) &&
		(t[-1].kind == TOKEN_NUMBER || t[-1].kind == TOKEN_ALNUM ||
		 ((t[-1].flags & TOKEN_ACRONYM) && !(t[-1].flags & TOKEN_CAPITAL)));
}

/*
 * runs_on: an entry that ends in a small word the name does not need (Xinhua
 * news agency); an ordinary first word does (Time magazine).
 */
static bool
runs_on(const NtNameFinder *f, const NtItem *item, uint32_t first, uint32_t last)
{
	const NtToken *end = &f->tokens[last - 1];

	return !f->caseless && last - first > 1 && end->kind == TOKEN_WORD && !(end->flags & TOKEN_CAPITAL) &&
		(f->tokens[first].flags & TOKEN_CAPITAL) && !(item->flags & ITEM_ORDINARY);
}

static void
offer_phrase(NtNameFinder *f, uint32_t item, uint32_t last, const NtPhrase *p)
{
	uint32_t	first = f->items[item].token;
	uint32_t	to = item_at(f, item + 1, last);
	uint32_t	words = 0;

	for (uint32_t i = first; i < last; i++)
		words += f->tokens[i].kind != TOKEN_PUNCT && f->tokens[i].kind != TOKEN_SYMBOL;
	if (words == 1 && phrase_is_zone(f, first))
		return;

	for (uint32_t i = 0; i < p->readings && i < 8; i++)
	{
		const NtReading *r = &f->vocab->readings[p->reading + i];
		NtCandidate c = {first, last, r->entry, 0, f->vocab->entries[r->entry].kind, EVIDENCE_LEXICON};
		uint32_t	from = item;

		if (!obeys_case(f, r, first, last) || runs_on(f, &f->items[item], first, last))
			continue;
		c.score = score_reading(f, &f->items[item], r, words, (int) i);
		/* "the" is outside, unless the entry's own name begins with it (The Hague) */
		if (token_has(&f->tokens[first], f->words->the) && last > first + 1 &&
			!(r->preferred && f->tokens[first].flags & TOKEN_CAPITAL && !(f->items[item].flags & ITEM_INITIAL)))
		{
			c.first++;
			from = item_at(f, item, c.first);
			c.score -= SCORE_ENTRY_WORD;
			if (from >= f->n || f->items[from].token != c.first)
				continue;
			chunk_leave_out(f, item, from);
		}
		/* Ariane 5, Windows 11 */
		if (c.kind == ENTITY_PRODUCT && to < f->n && (f->items[to].flags & ITEM_NUMBER) && f->items[to].token == last)
		{
			chunk_offer(f, from, to, c);
			c.last++;
			c.score += SCORE_ENTRY_WORD;
			chunk_offer(f, from, to + 1, c);
			continue;
		}
		chunk_offer(f, from, to, c);
	}
}

/* phrase_offer offers every gazetteer entry that begins at an item. */
void
phrase_offer(NtNameFinder *f, uint32_t item)
{
	const NtPhraseHits *hits = &f->hits[item];

	for (uint32_t i = 0; i < hits->n; i++)
	{
		const NtPhrase *p = &f->vocab->phrases[hits->phrase[i]];

		if (p->readings > 0)
			offer_phrase(f, item, hits->last[i], p);
	}
}

/* find_phrases looks up the phrases that begin at an item, the shortest first. */
static void
find_phrases(NtNameFinder *f, uint32_t item)
{
	/* the compiler gives one of these to every word that is an entry's name */
	const uint64_t names = LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_PERSON_NAME) |
		LEX_BIT(LEX_NORP_NAME) | LEX_BIT(LEX_OTHER_NAME);
	NtPhraseHits *hits = &f->hits[item];
	uint32_t	first = f->items[item].token;
	const NtWord *w = &f->vocab->words[f->tokens[first].word];
	uint32_t	max = w->phrase_max;
	bool		named = ((w->classes | w->capital_classes) & names) != 0;
	uint64_t	hash = PHRASE_HASH_SEED;

	hits->n = 0;
	if (f->items[item].joint > JOINT_PARTICLE)
		return;
	for (uint32_t i = 0; i < max && first + i < f->last; i++)
	{
		uint32_t	word = token_phrase_word(&f->tokens[first + i]);
		uint32_t	phrase;
		uint32_t	dotted;

		if (word == 0)
			return;
		hash = phrase_hash_add(hash, word);
		phrase = i > 0 || named ? vocab_find_phrase(f->vocab, hash) : 0;	/* else it begins phrases, but is none itself */
		if (i == 0 && (dotted = token_dotted(f->vocab, &f->tokens[first])) != 0)
			phrase = dotted;
		if (phrase == 0)
			continue;
		__builtin_prefetch(&f->vocab->readings[f->vocab->phrases[phrase].reading]);
		if (hits->n == PHRASE_HITS)
			hits->n--;
		hits->phrase[hits->n] = phrase;
		hits->last[hits->n++] = first + i + 1;
	}
}

/*
 * fetch_phrases has the slots fetched in which find_phrases will look, all of a
 * chunk at once: they lie far apart.
 */
static void
fetch_phrases(const NtNameFinder *f)
{
	for (uint32_t item = 0; item < f->n; item++)
	{
		uint32_t	first = f->items[item].token;
		uint32_t	max = f->vocab->words[f->tokens[first].word].phrase_max;
		uint64_t	hash = PHRASE_HASH_SEED;

		for (uint32_t i = 0; i < max && first + i < f->last; i++)
		{
			uint32_t	word = token_phrase_word(&f->tokens[first + i]);

			if (word == 0)
				break;
			hash = phrase_hash_add(hash, word);
			vocab_fetch_phrase(f->vocab, hash);
		}
	}
}

/*
 * phrase_mark_titles looks up the phrases of the chunk, and marks the items of
 * titles of several words ("Prime Minister") and the item after any title.
 */
void
phrase_mark_titles(NtNameFinder *f)
{
	const uint64_t titles = LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE);

	fetch_phrases(f);
	for (uint32_t item = 0; item < f->n; item++)
	{
		const NtPhraseHits *hits = &f->hits[item];
		uint32_t	end = 0;

		find_phrases(f, item);
		for (uint32_t i = 0; i < hits->n; i++)
			if (f->vocab->phrases[hits->phrase[i]].classes & titles)
				end = hits->last[i];
		if (end == 0)
		{
			if ((f->items[item].flags & ITEM_TITLE) && item + 1 < f->n)
				f->items[item + 1].flags |= ITEM_TITLED;
			continue;
		}
		for (uint32_t i = item; i < f->n && f->items[i].token < end; i++)
		{
			f->items[i].flags |= ITEM_TITLE;
			f->items[i].classes |= titles;
			if (i + 1 < f->n && f->items[i + 1].token >= end)
				f->items[i + 1].flags |= ITEM_TITLED;
		}
	}
}

/* phrase_at returns the phrase that these tokens are, NULL: none. */
const NtPhrase *
phrase_at(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	uint64_t	hash = PHRASE_HASH_SEED;
	uint32_t	phrase;

	if (last - first > VOCAB_PHRASE_WORDS)
		return NULL;
	for (uint32_t i = first; i < last; i++)
	{
		uint32_t	word = token_phrase_word(&f->tokens[i]);

		if (word == 0)
			return NULL;
		hash = phrase_hash_add(hash, word);
	}
	if (last - first != 1 || (phrase = token_dotted(f->vocab, &f->tokens[first])) == 0)
		phrase = vocab_find_phrase(f->vocab, hash);
	return phrase != 0 ? &f->vocab->phrases[phrase] : NULL;
}

/* phrase_entry returns the likeliest of the gazetteers' entries that these tokens are, 0: none. */
uint32_t
phrase_entry(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	const NtPhrase *p = phrase_at(f, first, last);

	return p != NULL && p->readings > 0 ? f->vocab->readings[p->reading].entry : 0;
}

/* phrase_kind returns that entry's kind, 0: there is none. */
int
phrase_kind(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	uint32_t	entry = phrase_entry(f, first, last);

	return entry != 0 ? f->vocab->entries[entry].kind : 0;
}

/* phrase_is_club: sports news knows these words as a body's, whatever head ends them: Grimsby Town */
bool
phrase_is_club(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	return f->sporty && last - first > 1 && phrase_kind(f, first, last) == ENTITY_ORG;
}

/* language_of returns the entry of a language that a mention may be, 0: none. */
static uint32_t
language_of(const NtNameFinder *f, const NtMention *m)
{
	const NtPhrase *p = m->kind == ENTITY_NORP ? phrase_at(f, m->first, m->last) : NULL;

	for (uint32_t i = 0; p != NULL && i < p->readings; i++)
		if (f->vocab->entries[f->vocab->readings[p->reading + i].entry].kind == ENTITY_LANGUAGE)
			return f->vocab->readings[p->reading + i].entry;
	return 0;
}

/* are_listed: "Welsh, Basque", "Welsh and Basque". */
static bool
are_listed(const NtNameFinder *f, const NtMention *x, const NtMention *y)
{
	const NtToken *t = &f->tokens[x->last];

	return y->first == x->last + 1 && (token_is_mark(t, MARK_COMMA) || token_is(f->vocab, t, LEX_CONJUNCTION));
}

static void
speak_too(const NtNameFinder *f, NtMention *m)
{
	uint32_t	language = language_of(f, m);

	if (language == 0)
		return;
	mention_set(f->article, m, ENTITY_LANGUAGE, language, REASON_LANGUAGE);
}

/* phrase_spread_languages makes languages of peoples listed with one: "English, Welsh and Basque". */
void
phrase_spread_languages(const NtNameFinder *f, NtMentions *mentions)
{
	for (uint32_t i = 1; i < mentions->n; i++)
	{
		nt_tick(f->cx);
		if (mentions->at[i - 1].kind == ENTITY_LANGUAGE && are_listed(f, &mentions->at[i - 1], &mentions->at[i]))
			speak_too(f, &mentions->at[i]);
	}
	for (uint32_t i = mentions->n; i-- > 1;)
		if (mentions->at[i].kind == ENTITY_LANGUAGE && are_listed(f, &mentions->at[i - 1], &mentions->at[i]))
			speak_too(f, &mentions->at[i - 1]);
}
