/*
 * quote_figure.c -- whom a pronoun or a description of a speaker may mean.
 *
 *     Ann Lee, a nurse, saw it.  A fisherman found the boat, the nurse said.
 *     [Ann Lee]                  [A fisherman]               [the nurse] = Ann Lee
 *
 * One pass over the words.  Every mention of somebody who can speak is a
 * figure; so is every description of people with a determiner before it whose
 * head is a noun for what a person is (roles.txt), unless a name stands beside
 * it, since then it says what that person is.  "The nurse" is whoever was noted
 * last under the word (quote_note.c).  A description with "a" is somebody new,
 * or whom the story is about (quote_lead.c).  Linear.
 */
#include "quote/quote_figure.h"

#include "entity/role.h"
#include "quote/quote_beside.h"

#include <string.h>

#define AGED_WORDS 10			/* of a description by age */

uint32_t
figure_after(const QuoteFigures *figures, uint32_t token)
{
	return figures->n == 0 ? 0 : quote_first_after(&figures->at->last, sizeof(QuoteFigure), figures->n, token);
}

const QuoteFigure *
figure_at(const QuoteFigures *figures, uint32_t token)
{
	uint32_t	k = figure_after(figures, token);

	return k < figures->n && figures->at[k].first <= token ? &figures->at[k] : NULL;
}

bool
quote_speaks(uint8_t kind)
{
	switch ((NtEntityKind) kind)
	{
		case ENTITY_PERSON:
		case ENTITY_ORG:
		case ENTITY_GPE:
		case ENTITY_NORP:
		case ENTITY_FAC:
			return true;
		default:
			return false;
	}
}

/* of_so_many tells whether a noun goes on as in mother-of-two. */
static bool
of_so_many(const QuoteReader *r, uint32_t i)
{
	return i + 4 < r->n && r->tok[i + 1].mark == MARK_HYPHEN && token_is(r->vocab, &r->tok[i + 2], LEX_PREPOSITION) &&
		r->tok[i + 3].mark == MARK_HYPHEN && token_is(r->vocab, &r->tok[i + 4], LEX_NUMBER_WORD);
}

/*
 * describes returns the first token of the description whose head is token i,
 * NT_NONE when it is none.
 */
static uint32_t
describes(const QuoteReader *r, uint32_t i)
{
	uint8_t		next = i + 1 < r->n && !(r->tok[i + 1].flags & TOKEN_SENTENCE) ? quote_pos_guess(r, i + 1) : POS_STOP;

	/* the fisherman's boat, the fisherman hut, a fisherman named Lee; but a mother-of-two */
	if (pos_in(next, POS_NOUNS) || (next == POS_HYPHEN && !of_so_many(r, i)) || (next == POS_NONE && (token_classes(r->vocab, &r->tok[i + 1]) & QUOTE_HEADS)))
		return NT_NONE;
	for (uint32_t k = i; k-- > 0 && i - k <= PHRASE_WORDS;)
	{
		const NtToken *t = &r->tok[k];
		uint64_t	classes = token_classes(r->vocab, t);

		if (r->tok[k + 1].flags & TOKEN_SENTENCE)
			return NT_NONE;
		if (t->mark == MARK_HYPHEN || t->kind == TOKEN_NUMBER)
			continue;
		if (t->kind == TOKEN_CLITIC && quote_pos_guess(r, k) == POS_POS)
			return k;
		if (t->kind != TOKEN_WORD)
			return NT_NONE;
		/* a, the; one mother, but not: the first minister, the former three-term governor */
		if ((classes & LEX_BIT(LEX_DETERMINER)) || ((classes & LEX_BIT(LEX_NUMBER_WORD)) && r->tok[k + 1].mark != MARK_HYPHEN &&
			(k == 0 || (t->flags & TOKEN_SENTENCE) || !token_is(r->vocab, &r->tok[k - 1], LEX_DETERMINER))))
			return k;
		if (quote_is_verb(r, k) || (classes & (LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_WH_WORD))))
			return NT_NONE;
	}
	return NT_NONE;
}

/* stands_beside_name tells whether a description says what a named person is: Ann Lee, a nurse; the nurse Ann Lee. */
static bool
stands_beside_name(const QuoteReader *r, uint32_t first, uint32_t last)
{
	uint32_t	k = first;
	const NtMention *m;

	if (quote_named_after(r, last - 1, r->n) != NULL)
		return true;
	if (k > 0 && token_is(r->vocab, &r->tok[k - 1], LEX_AUXILIARY))
		return true;			/* is a nurse */
	if (k >= 2 && r->tok[k - 1].mark == MARK_COMMA)
	{
		k--;
		if (k >= 2 && r->tok[k - 1].kind == TOKEN_NUMBER && r->tok[k - 2].mark == MARK_COMMA)
			k -= 2;
		return k >= 1 && is_named(r, k - 1, ENTITY_PERSON) &&
			((m = quote_mention_at(r, k - 1)) == NULL || !quote_is_next_subject(r, m, first));
	}
	return false;
}

static void
add_mention(const QuoteReader *r, const NtMention *m, QuoteFigures *figures)
{
	QuoteFigure *f;

	if (m->entity == NT_NONE || !quote_speaks(m->kind))
		return;
	quote_note_mention(r, m, &figures->notes);
	f = nt_push(r->cx, figures);
	*f = (QuoteFigure) {.first = m->first, .last = m->last, .entity = m->entity, .kind = m->kind, .named = true};
}

/* comes_on tells whether somebody new comes on the scene, and is not only compared to: [A nurse] saw it; not: as a nurse. */
static bool
comes_on(const QuoteReader *r, uint32_t first, uint32_t last)
{
	return !r->inside[first] && ((r->tok[first].flags & TOKEN_SENTENCE) ||
		(last < r->n && (pos_in(quote_pos_guess(r, last), POS_FINITES) || token_is(r->vocab, &r->tok[last], LEX_WH_WORD))));
}

/*
 * holder returns whom a description with "the" takes up by its noun.  One that
 * says more, the Florida senator, the finance minister, where several are, is the
 * one of whom the article tells as much; *sure tells whether it can be another.
 */
static uint32_t
holder(const QuoteReader *r, uint32_t first, uint32_t head, const QuoteFigures *figures, bool *sure)
{
	const QuoteNote *n = quote_noted(&figures->notes, r->tok[head].hash);
	bool		named = false;
	uint32_t	bearer;

	*sure = n == NULL || !n->several;
	if (n == NULL)
		return NT_NONE;
	if (*sure || first + 1 >= head)
		return n->entity;
	for (uint32_t k = first; k < head; k++)
		named = named || r->name[k] != 0;
	bearer = role_bearer(r->article, first, head + 1);
	*sure = bearer != NT_NONE;
	return bearer != NT_NONE || named ? bearer : n->entity;
}

static void
add_description(const QuoteReader *r, uint32_t first, uint32_t last, uint32_t head, QuoteFigures *figures)
{
	const NtWord *w = word_of(r, head);
	bool		person = !(token_classes(r->vocab, &r->tok[head]) & (LEX_BIT(LEX_ORG_NOUN) | LEX_BIT(LEX_BODY_NOUN))) ||
		token_is(r->vocab, &r->tok[head], LEX_ROLE);
	QuoteFigure *f;
	const QuoteNote *before;
	bool		sure;
	bool		is_new;

	/* the senior investigating officer is no senior */
	if (figures->n > 0 && figures->at[figures->n - 1].first == first && !figures->at[figures->n - 1].named)
		figures->n--;
	if (figures->n > 0 && figures->at[figures->n - 1].last > first && !figures->at[figures->n - 1].named)
		return;
	is_new = (word_of(r, first)->traits & TRAIT_INDEFINITE) != 0 || token_is(r->vocab, &r->tok[first], LEX_NUMBER_WORD);
	if (person && stands_beside_name(r, first, last))
		return;
	f = nt_push(r->cx, figures);
	*f = (QuoteFigure) {.first = first, .last = last, .head = head, .entity = NT_NONE, .kind = person ? ENTITY_PERSON : ENTITY_ORG,
		.traits = w->traits, .is_new = is_new};
	if (is_new && person && !(w->traits & TRAIT_PLURAL) && comes_on(r, first, last))
		quote_note(&figures->notes, r->tok[head].hash, NT_NONE);
	if (is_new || (w->traits & TRAIT_PLURAL))
		return;
	f->entity = holder(r, first, head, figures, &sure);
	if ((before = quote_noted(&figures->notes, r->tok[head].hash)) != NULL)
	{
		f->doubtful = before->several && !sure;
		f->unnamed = before->unnamed;
	}
	/* the 22-year-old student */
	for (uint32_t k = first; k < last && f->entity == NT_NONE; k++)
		if (r->tok[k].kind == TOKEN_NUMBER && (before = quote_noted(&figures->notes, r->tok[k].hash)) != NULL)
			f->entity = before->entity;
}

/* aged_last returns one more than the last token of a description by age, the [22]-year-old, 0: it is none. */
static uint32_t
aged_last(const QuoteReader *r, uint32_t i)
{
	uint32_t	last = i + 1;

	if (i == 0 || !token_is(r->vocab, &r->tok[i - 1], LEX_DETERMINER))
		return 0;
	while (last + 1 < r->n && last < i + PHRASE_WORDS && r->tok[last].mark == MARK_HYPHEN && r->tok[last + 1].kind == TOKEN_WORD)
		last += 2;
	if (last == i + 1)
		return 0;
	/* the 58-year-old fish seller */
	while (last < r->n && last < i + AGED_WORDS && (pos_in(quote_pos_guess(r, last), POS_NOUNS | POS_BIT(POS_JJ)) || r->tok[last].mark == MARK_HYPHEN) &&
		   r->name[last] == 0 && !(r->tok[last].flags & TOKEN_SENTENCE))
		last++;
	/* but: the 58-year-old Ann Lee */
	return last < r->n && r->name[last] == 0 ? last : 0;
}

/* add_word adds what a word outside names begins or heads, if anything. */
static void
add_word(const QuoteReader *r, uint32_t i, QuoteFigures *figures)
{
	const NtToken *t = &r->tok[i];
	uint64_t	classes = token_classes(r->vocab, t);
	uint8_t		traits = r->vocab->words[t->word].traits;
	uint32_t	bound;

	if (t->kind == TOKEN_NUMBER && (bound = aged_last(r, i)) != 0)
		add_description(r, i - 1, bound, i, figures);
	else if (t->kind != TOKEN_WORD)
		return;
	else if ((classes & QUOTE_HEADS) && (bound = describes(r, i)) != NT_NONE)
		add_description(r, bound, of_so_many(r, i) ? i + 5 : i + 1, i, figures);
	else if ((classes & LEX_BIT(LEX_PRONOUN)) && (traits & TRAIT_SUBJECT) && !(traits & TRAIT_PLURAL) && !r->inside[i] && r->turn[i] != TURN_WORDS &&
			 ((traits & TRAIT_MALE) != 0) != ((traits & TRAIT_FEMALE) != 0))
		*nt_push(r->cx, figures) = (QuoteFigure) {.first = i, .last = i + 1, .entity = NT_NONE, .kind = ENTITY_PERSON,
			.traits = traits, .pronoun = true};
}

/* may_stand_for tells whether what a section names can be taken up by a pronoun of the text. */
static bool
may_stand_for(const NtArticle *a, uint32_t section)
{
	if (section >= a->sections.n)
		return true;
	switch ((NtSectionKind) a->sections.at[section].kind)
	{
		case SECTION_BYLINE:
		case SECTION_DATELINE:
		case SECTION_CAPTION:
		case SECTION_BOILERPLATE:
			return false;
		default:
			return true;
	}
}

void
quote_figures(const QuoteReader *r, QuoteFigures *figures)
{
	const NtArticle *a = r->article;
	uint32_t	mention = 0;
	QuoteLead	lead = {NT_NONE, 0};

	memset(figures, 0, sizeof(*figures));
	quote_notes_open(&figures->notes);
	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		const NtSentence *sentence = &a->sentences.at[s];
		bool		usable = may_stand_for(a, sentence->section);
		uint32_t	from = figures->n;

		for (uint32_t i = sentence->first; i < sentence->last; i++)
		{
			nt_tick(r->cx);
			while (mention < a->mentions.n && a->mentions.at[mention].last <= i)
				mention++;
			if (mention < a->mentions.n && a->mentions.at[mention].first == i)
				add_mention(r, &a->mentions.at[mention], figures);
			else if (r->name[i] == 0)
				add_word(r, i, figures);
		}
		if (!usable)
			figures->n = from;
		for (uint32_t k = from; k < figures->n; k++)
			figures->at[k].sentence = s;
		if (usable && !quote_in_headline(r, s))
			quote_lead_meet(r, sentence, from, figures, &lead);
	}
}
