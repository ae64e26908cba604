/*
 * quote_note.c -- under which words somebody is known.
 *
 *     Ann Lee, 34, a nurse        nurse, 34: Ann Lee
 *     Kremlin aide Yuri Ushakov   aide: Yuri Ushakov
 *     Dr Lee                      doctor: Lee
 *     the Ministry of Works       ministry: the Ministry of Works
 *
 * What stands beside a name, and the words of a body's own name, is noted under
 * each word in a small table, so that "the nurse" later is whoever was noted
 * last.  The table is of constant size: a word that another has pushed out is not
 * known any more, and the description then means nobody.
 */
#include "quote/quote_note.h"

#include "quote/quote_beside.h"
#include "quote/quote_cue.h"

#include <string.h>

/* slot_of returns where a word is noted or would be: one of two places, the first when others hold both. */
static uint32_t
slot_of(const QuoteNotes *notes, uint32_t hash)
{
	uint32_t	first = hash % QUOTE_NOTES;
	uint32_t	second = (hash / QUOTE_NOTES) % QUOTE_NOTES;
	const QuoteNote *n = &notes->at[first];

	if (n->hash == hash || n->hash == 0)
		return first;
	n = &notes->at[second];
	return n->hash == hash || n->hash == 0 ? second : first;
}

void
quote_note(QuoteNotes *notes, uint32_t hash, uint32_t entity)
{
	QuoteNote  *n = &notes->at[slot_of(notes, hash)];

	n->several = n->hash == hash && n->entity != NT_NONE && (n->several || n->entity != entity);
	n->unnamed = entity == NT_NONE;
	n->hash = hash;
	n->entity = entity;
}

const QuoteNote *
quote_noted(const QuoteNotes *notes, uint32_t hash)
{
	const QuoteNote *n = &notes->at[slot_of(notes, hash)];

	return n->hash == hash ? n : NULL;
}

void
quote_notes_open(QuoteNotes *notes)
{
	memset(notes, 0, sizeof(*notes));
	for (uint32_t i = 0; i < QUOTE_NOTES; i++)
		notes->at[i].entity = NT_NONE;
}

uint32_t
quote_noted_alone(const QuoteNotes *notes, uint32_t hash)
{
	const QuoteNote *n = quote_noted(notes, hash);

	return n != NULL && !n->several ? n->entity : NT_NONE;
}

static bool
is_describing(const QuoteReader *r, uint32_t i)
{
	return r->tok[i].kind == TOKEN_WORD && !quote_is_verb(r, i) &&
		!(token_classes(r->vocab, &r->tok[i]) &
		  (LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_AUXILIARY) |
		   LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_WH_WORD)));
}

/* fits tells whether a noun can say what a name is: no body is an MP, no person an airline. */
static bool
fits(const QuoteReader *r, uint32_t i, const NtMention *m)
{
	uint64_t	classes = token_classes(r->vocab, &r->tok[i]);
	bool		body = (classes & (LEX_BIT(LEX_ORG_NOUN) | LEX_BIT(LEX_BODY_NOUN))) != 0;
	bool		person = (classes & LEX_BIT(LEX_ROLE)) != 0;

	return body == person || (m->kind == ENTITY_PERSON ? person : body);
}

/* note_titled notes what a short title stands for: Dr [Lee], the doctor. */
static void
note_titled(const QuoteReader *r, const NtToken *title, const NtMention *m, QuoteNotes *notes)
{
	if (!(token_classes(r->vocab, title) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC))))
		return;
	for (uint32_t k = 0; k < QUOTE_TITLES; k++)
		if (r->model->titles[k].title == title->hash)
			quote_note(notes, r->model->titles[k].role, m->entity);
}

/* note_before notes what a name is by the words before it: Kremlin aide [Yuri Ushakov]. */
static void
note_before(const QuoteReader *r, const NtMention *m, QuoteNotes *notes)
{
	for (uint32_t k = m->first; k-- > 0 && m->first - k <= BESIDE_WORDS;)
	{
		const NtToken *t = &r->tok[k];

		if (r->tok[k + 1].flags & TOKEN_SENTENCE)
			break;
		if (t->mark == MARK_HYPHEN)
			continue;
		if (t->kind == TOKEN_NUMBER)
			quote_note(notes, t->hash, m->entity);
		if (m->kind == ENTITY_PERSON && k + 1 == m->first)
			note_titled(r, t, m, notes);
		if (t->kind != TOKEN_WORD || quote_is_verb(r, k) ||
			(token_classes(r->vocab, t) & (LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_WH_WORD))))
			break;
		/* Judge Ann Lee jailed [Kyle Renn]: what Lee is */
		if (is_named(r, k, ENTITY_PERSON))
			break;
		/* residents of [Hollin Green] */
		if (k + 1 == m->first && token_is(r->vocab, t, LEX_PREPOSITION))
			break;
		if (is_describing(r, k) && r->name[k] == 0 && !(r->vocab->words[t->word].traits & TRAIT_PLURAL) && fits(r, k, m))
			quote_note(notes, t->hash, m->entity);
	}
}

/* acts_behind tells whether a name between commas is itself what somebody is, and the verb behind it his: Her boss, [Ann Lee], told the nurse ... */
static bool
acts_behind(const QuoteReader *r, const NtMention *m, uint32_t k)
{
	const NtCue *cue = quote_cue_record(r, k);

	return m->first > 0 && r->tok[m->first - 1].mark == MARK_COMMA && r->tok[k - 1].mark == MARK_COMMA &&
		(pos_in(quote_pos_guess(r, k), POS_BIT(POS_VBD) | POS_BIT(POS_VBZ) | POS_BIT(POS_MD)) || (cue->form == CUE_PAST && cue_act(cue->stance) == ACT_SPEECH));
}

/* note_after notes what a name is by the words after it: [Ann Lee], 34, a nurse; [Ann Lee] is a nurse. */
static void
note_after(const QuoteReader *r, const NtMention *m, QuoteNotes *notes)
{
	uint32_t	k = m->last;

	if (k >= r->n)
		return;
	if (r->tok[k].mark == MARK_COMMA || r->tok[k].mark == MARK_ROUND_OPEN)
		k++;
	else if (!token_is(r->vocab, &r->tok[k], LEX_AUXILIARY) || k + 1 >= r->n || !token_is(r->vocab, &r->tok[k + 1], LEX_DETERMINER))
		return;
	if (k + 1 < r->n && r->tok[k].kind == TOKEN_NUMBER && token_mark_in(&r->tok[k + 1], MARK_BIT(MARK_COMMA) | MARKS_BRACKET_CLOSE))
	{
		quote_note(notes, r->tok[k].hash, m->entity);
		k += 2;
	}
	/* , who is a nurse */
	while (k < r->n && (token_classes(r->vocab, &r->tok[k]) & (LEX_BIT(LEX_WH_WORD) | LEX_BIT(LEX_AUXILIARY))))
		k++;
	if (quote_is_next_subject(r, m, k) || acts_behind(r, m, k))
		return;
	for (uint32_t from = k; k < r->n && k - from <= BESIDE_WORDS; k++)
	{
		const NtToken *t = &r->tok[k];

		if (t->kind == TOKEN_PUNCT && t->mark != MARK_HYPHEN)
			break;
		if (t->flags & TOKEN_SENTENCE)
			break;
		if (k > from && quote_is_verb(r, k))
			break;
		if (t->kind == TOKEN_NUMBER || (is_describing(r, k) && r->name[k] == 0 && fits(r, k, m)))
			quote_note(notes, t->hash, m->entity);
	}
}

/* note_name notes a body under the words of its name: the ministry, the bank. */
static void
note_name(const QuoteReader *r, const NtMention *m, QuoteNotes *notes)
{
	for (uint32_t k = m->first; k < m->last && k < m->first + BESIDE_WORDS * 2; k++)
		if (is_describing(r, k))
			quote_note(notes, r->tok[k].hash, m->entity);
}

void
quote_note_mention(const QuoteReader *r, const NtMention *m, QuoteNotes *notes)
{
	if (m->kind == ENTITY_ORG)
		note_name(r, m, notes);
	if (m->kind == ENTITY_PERSON || m->kind == ENTITY_ORG)
	{
		note_before(r, m, notes);
		note_after(r, m, notes);
	}
	if (m->kind == ENTITY_PERSON)
		quote_note(notes, r->tok[m->last - 1].hash ^ QUOTE_SURNAME, m->entity);
}
