/*
 * place_doubts.c -- supposed persons and bodies that may be places.
 *
 *     A man from Henderson was held in Kilgore, Texas.       persons to a tagger
 *     Boone County hired a clerk.                            a body to a tagger
 *     ... on Monday. HAMILTON -- A school closed.            a dateline inside a line
 *
 * A name may be a place when the table has it, it stands where places stand
 * (in, at, from, near; before ", Texas"; in a dateline; beside "police") or is a county's,
 * and nothing makes a person of it: no title before it, no "said" beside it, no
 * full name that ends in it.  Whether it is one is told by the other places
 * (place_choose.c): it needs their support, and has no vote itself.
 */
#include "entity/place_reader.h"

/* surnames notes the last word of every person's name of several words. */
static void
note_surnames(const NtArticle *a, NtNumberTable *surnames)
{
	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		const NtMention *m = &a->mentions.at[i];

		nt_tick(a->cx);
		if (m->kind == ENTITY_PERSON && m->last - m->first > 1)
			*number_table_at(surnames, a->tokens.at[m->last - 1].hash) = 1;
	}
}

/* is_person_here: the words around a mention make a person of it. */
static bool
is_person_here(const NtArticle *a, const NtMention *m)
{
	const NtVocab *vocab = article_vocab(a);
	const uint64_t around = LEX_BIT(LEX_CUE) | LEX_BIT(LEX_PRONOUN);

	return (m->first > 0 && (token_classes(vocab, &a->tokens.at[m->first - 1]) & (around | LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE)))) ||
		(m->last < a->tokens.n && ((token_classes(vocab, &a->tokens.at[m->last]) & around) || a->tokens.at[m->last].kind == TOKEN_CLITIC));
}

/* stands_in_row: in Orbury, Henderson and Kilgore */
static bool
stands_in_row(const NtArticle *a, const NtMention *m)
{
	const NtToken *t;

	if (m == a->mentions.at || m[-1].kind != ENTITY_GPE || m->first != m[-1].last + 1)
		return false;
	t = &a->tokens.at[m[-1].last];
	return t->mark == MARK_COMMA || token_is(article_vocab(a), t, LEX_CONJUNCTION);
}

/* stands_as_place: in Henderson; Henderson, Texas; Henderson police. */
static bool
stands_as_place(const NtArticle *a, const NtMention *m)
{
	const NtVocab *vocab = article_vocab(a);
	const NtMention *next = m + 1;

	return (m->first > 0 && token_is(vocab, &a->tokens.at[m->first - 1], LEX_PLACE_PREPOSITION)) || stands_in_row(a, m) ||
		(m->last < a->tokens.n && token_is(vocab, &a->tokens.at[m->last], LEX_TOWN_CUE)) ||
		(next < a->mentions.at + a->mentions.n && next->kind == ENTITY_GPE && next->first == m->last + 1 &&
		 a->tokens.at[m->last].mark == MARK_COMMA);
}

static bool
is_county(const NtPlaces *places, uint32_t key)
{
	uint32_t	n;
	uint32_t	first = places_find(places, key, &n);

	return n > 0 && place_kind(&places->at[first]) == PLACE_COUNTY;
}

/* opens_story: in capitals at the beginning of a sentence, a dash after it. */
static bool
opens_story(const NtArticle *a, const NtMention *m)
{
	const NtToken *t = a->tokens.at;

	if (m->last >= a->tokens.n || !(t[m->last].flags & TOKEN_SPACE) || !token_mark_in(&t[m->last], MARKS_HYPHEN_OR_DASH) ||
		(m->first > 0 && !(t[m->first].flags & TOKEN_SENTENCE) && !token_mark_in(&t[m->first - 1], MARKS_FINAL)))
		return false;
	for (uint32_t i = m->first; i < m->last; i++)
		if (t[i].kind == TOKEN_WORD && !(t[i].flags & (TOKEN_UPPER | TOKEN_INNER_CAPITAL)))
			return false;
	return m->end - m->start > 3;
}

uint8_t *
place_doubts(const NtArticle *a, const NtPlaces *places)
{
	NtNumberTable surnames;
	uint8_t    *doubts = NULL;

	for (uint32_t i = 0; i < a->mentions.n; i++)
	{
		const NtMention *m = &a->mentions.at[i];
		uint32_t	key;
		uint32_t	n;
		bool		county;
		bool		opens;

		nt_tick(a->cx);
		if ((m->kind != ENTITY_PERSON && m->kind != ENTITY_ORG) || m->own != 0 || m->last - m->first > 3)
			continue;
		opens = opens_story(a, m);
		if (m->entry != 0 && !opens)
			continue;
		county = m->last - m->first > 1 && token_is(article_vocab(a), &a->tokens.at[m->last - 1], LEX_PLACE_HEAD);
		if (!county && !opens && !stands_as_place(a, m))
			continue;
		key = place_key(a->text + m->start, m->end - m->start);
		if (key == 0 || places_find(places, key, &n) == 0 || n == 0 || (county && !is_county(places, key) && !opens && !stands_as_place(a, m)))
			continue;
		if (doubts == NULL)
		{
			doubts = nt_alloc0(a->cx, a->mentions.n);	/* PlaceDoubt */
			number_table_open(a->cx, &surnames, a->mentions.n);
			note_surnames(a, &surnames);
		}
		if (opens)
			doubts[i] = PLACE_OPENS;
		else if (is_county(places, key) ||
				 (!is_person_here(a, m) && number_table_find(&surnames, a->tokens.at[m->last - 1].hash) == 0))
			doubts[i] = PLACE_MAYBE;
	}
	if (doubts != NULL)
		number_table_close(&surnames);
	return doubts;
}
