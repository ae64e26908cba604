/*
 * quote_figure.c -- whom a pronoun or a description of a speaker may mean.
 *
 *     Ann Lee, a nurse, saw it.  A fisherman found the boat, the nurse said.
 *     [Ann Lee]                  [A fisherman]               [the nurse] = Ann Lee
 *
 * One pass over the words.  Every mention of somebody who can speak is a
 * figure; so is every description of people with a determiner before it whose
 * head is a noun for what a person is (roles.txt), unless a name stands beside
 * it, since then it says what that person is.  What stands beside a name, and
 * the words of a body's own name (the ministry: the Ministry of Works), is
 * noted under each word in a small table; "the nurse" later is whoever was
 * noted last.  A description with "a" is somebody new.
 *
 * The table is of constant size: a word that another has pushed out is not
 * known any more, and the description then means nobody.  Linear.
 */
#include "quote/quote_figure.h"

#include "entity/role.h"
#include "quote/quote_cue.h"
#include "quote/quote_mark.h"

#include <string.h>

#define BESIDE_WORDS 6			/* before or after a name in which a description stands */
/* nouns that head a description */
#define HEADS (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_ORG_NOUN) | LEX_BIT(LEX_BODY_NOUN) | LEX_BIT(LEX_RECALL))

#define AGED_WORDS 10			/* of a description by age */
#define PHRASE_WORDS 6			/* before the head of a description */
#define LEAD_SENTENCES 6		/* of a story, in which its first person is named */
#define LEAD_SUBJECT 3			/* tokens before the subject that begins a sentence: A former ... */
#define LEAD_MET (NT_NONE - 1)	/* somebody is named: no lead any more */
#define TITLE_WORDS 14			/* between the head of a title and the name: Minister in the Ministry of Works */

/* slot_of returns where a word is noted or would be: one of two places, the first when others hold both. */
static uint32_t
slot_of(const QuoteFigures *figures, uint32_t hash)
{
	uint32_t	first = hash % QUOTE_NOTES;
	uint32_t	second = (hash / QUOTE_NOTES) % QUOTE_NOTES;
	const QuoteNote *n = &figures->notes[first];

	if (n->hash == hash || n->hash == 0)
		return first;
	n = &figures->notes[second];
	return n->hash == hash || n->hash == 0 ? second : first;
}

static void
note(QuoteFigures *figures, uint32_t hash, uint32_t entity)
{
	QuoteNote  *n = &figures->notes[slot_of(figures, hash)];

	n->several = n->hash == hash && n->entity != NT_NONE && (n->several || n->entity != entity);
	n->unnamed = entity == NT_NONE;
	n->hash = hash;
	n->entity = entity;
}

/* noted returns what is noted under a word, NULL: nothing. */
static const QuoteNote *
noted(const QuoteFigures *figures, uint32_t hash)
{
	const QuoteNote *n = &figures->notes[slot_of(figures, hash)];

	return n->hash == hash ? n : NULL;
}

static uint32_t
noted_entity(const QuoteFigures *figures, uint32_t hash)
{
	const QuoteNote *n = noted(figures, hash);

	return n != NULL ? n->entity : NT_NONE;
}

uint32_t
quote_noted_alone(const QuoteFigures *figures, uint32_t hash)
{
	const QuoteNote *n = noted(figures, hash);

	return n != NULL && !n->several ? n->entity : NT_NONE;
}

/*
 * first_after returns the first element of an array that ends after a token:
 * last points at the `last` of the first of n elements, which are stride bytes
 * apart.
 */
static uint32_t
first_after(const uint32_t *last, size_t stride, uint32_t n, uint32_t token)
{
	uint32_t	low = 0;
	uint32_t	high = n;

	while (low < high)
	{
		uint32_t	middle = (low + high) / 2;

		if (*(const uint32_t *) ((const char *) last + middle * stride) > token)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

uint32_t
quote_mention_after(const QuoteReader *r, uint32_t token)
{
	const NtArticle *a = r->article;

	return a->mentions.n == 0 ? 0 : first_after(&a->mentions.at->last, sizeof(NtMention), a->mentions.n, token);
}

uint32_t
quote_sentence_of(const QuoteReader *r, uint32_t token)
{
	const NtArticle *a = r->article;

	return first_after(&a->sentences.at->last, sizeof(NtSentence), a->sentences.n, token);
}

uint32_t
figure_after(const QuoteFigures *figures, uint32_t token)
{
	return figures->n == 0 ? 0 : first_after(&figures->at->last, sizeof(QuoteFigure), figures->n, token);
}

const QuoteFigure *
figure_at(const QuoteFigures *figures, uint32_t token)
{
	uint32_t	k = figure_after(figures, token);

	return k < figures->n && figures->at[k].first <= token ? &figures->at[k] : NULL;
}

const NtMention *
quote_mention_at(const QuoteReader *r, uint32_t token)
{
	uint32_t	k = quote_mention_after(r, token);
	const NtMention *m;

	if (k >= r->article->mentions.n)
		return NULL;
	m = &r->article->mentions.at[k];
	return m->first <= token && m->entity != NT_NONE ? m : NULL;
}

uint8_t
quote_pos_guess(const QuoteReader *r, uint32_t i)
{
	const NtToken *t = &r->tok[i];
	uint8_t		usual;

	if (r->pos[i] != POS_NONE)
		return r->pos[i];
	if (t->kind == TOKEN_NUMBER)
		return POS_CD;
	if (t->kind != TOKEN_WORD)
		return POS_NONE;
	usual = r->model->usual[t->word][(t->flags & TOKEN_CAPITAL) != 0];
	return usual == 0 ? POS_NONE : (uint8_t) (usual - 1);
}

/* is_verb tells whether a word is, as far as is known, the verb of a clause. */
static bool
is_verb(const QuoteReader *r, uint32_t i)
{
	const NtCue *cue = quote_cue_record(r, i);
	uint8_t		pos = quote_pos_guess(r, i);

	if (pos != POS_NONE)
		return pos_in(pos, POS_FINITES);
	return (cue->form == CUE_PAST || cue->form == CUE_THIRD) && !(cue->flags & CUE_ALSO_NOUN);
}

static bool
is_describing(const QuoteReader *r, uint32_t i)
{
	return r->tok[i].kind == TOKEN_WORD && !is_verb(r, i) &&
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
note_titled(const QuoteReader *r, const NtToken *title, const NtMention *m, QuoteFigures *figures)
{
	if (!(token_classes(r->vocab, title) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC))))
		return;
	for (uint32_t k = 0; k < QUOTE_TITLES; k++)
		if (r->model->titles[k].title == title->hash)
			note(figures, r->model->titles[k].role, m->entity);
}

/* note_before notes what a name is by the words before it: Kremlin aide [Yuri Ushakov]. */
static void
note_before(const QuoteReader *r, const NtMention *m, QuoteFigures *figures)
{
	for (uint32_t k = m->first; k-- > 0 && m->first - k <= BESIDE_WORDS;)
	{
		const NtToken *t = &r->tok[k];

		if (r->tok[k + 1].flags & TOKEN_SENTENCE)
			break;
		if (t->mark == MARK_HYPHEN)
			continue;
		if (t->kind == TOKEN_NUMBER)
			note(figures, t->hash, m->entity);
		if (m->kind == ENTITY_PERSON && k + 1 == m->first)
			note_titled(r, t, m, figures);
		if (t->kind != TOKEN_WORD || is_verb(r, k) ||
			(token_classes(r->vocab, t) & (LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_WH_WORD))))
			break;
		/* Judge Ann Lee jailed [Kyle Renn]: what Lee is */
		if (is_named(r, k, ENTITY_PERSON))
			break;
		/* residents of [Hollin Green] */
		if (k + 1 == m->first && token_is(r->vocab, t, LEX_PREPOSITION))
			break;
		if (is_describing(r, k) && r->name[k] == 0 && !(r->vocab->words[t->word].traits & TRAIT_PLURAL) && fits(r, k, m))
			note(figures, t->hash, m->entity);
	}
}

bool
quote_is_next_subject(const QuoteReader *r, const NtMention *m, uint32_t k)
{
	uint32_t	before = m->first;

	while (before > 0 && m->first - before < PHRASE_WORDS &&
		   (token_classes(r->vocab, &r->tok[before - 1]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC))))
		before--;
	if (before == 0 || !token_is(r->vocab, &r->tok[before - 1], LEX_PREPOSITION) || k >= r->n || r->tok[k - 1].mark != MARK_COMMA)
		return false;
	for (uint32_t from = k; k < r->n && k - from <= BESIDE_WORDS; k++)
	{
		if ((r->tok[k].kind == TOKEN_PUNCT && r->tok[k].mark != MARK_HYPHEN) || (r->tok[k].flags & TOKEN_SENTENCE))
			return false;
		if (k > from && is_verb(r, k))
			return true;
	}
	return false;
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
note_after(const QuoteReader *r, const NtMention *m, QuoteFigures *figures)
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
		note(figures, r->tok[k].hash, m->entity);
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
		if (k > from && is_verb(r, k))
			break;
		if (t->kind == TOKEN_NUMBER || (is_describing(r, k) && r->name[k] == 0 && fits(r, k, m)))
			note(figures, t->hash, m->entity);
	}
}

/* note_name notes a body under the words of its name: the ministry, the bank. */
static void
note_name(const QuoteReader *r, const NtMention *m, QuoteFigures *figures)
{
	for (uint32_t k = m->first; k < m->last && k < m->first + BESIDE_WORDS * 2; k++)
		if (is_describing(r, k))
			note(figures, r->tok[k].hash, m->entity);
}

static bool
speaks(uint8_t kind)
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

/* is_of_titled tells whether a title behind a preposition stands before a name, whose bearer is another: the widow of Sgt [Ann Lee], a source close to Prince [Felix] */
static bool
is_of_titled(const QuoteReader *r, uint32_t head, uint32_t name)
{
	uint32_t	k = name;

	while (k > head + 2 && r->name[k - 1] == 0 && (token_classes(r->vocab, &r->tok[k - 1]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC))))
		k--;
	return k < name && (token_is(r->vocab, &r->tok[k - 1], LEX_PREPOSITION) || quote_pos_guess(r, k - 1) == POS_TO);
}

const NtMention *
quote_named_after(const QuoteReader *r, uint32_t head, uint32_t limit)
{
	const uint64_t inner = POS_NOUNS | POS_BIT(POS_IN) | POS_BIT(POS_DT) | POS_BIT(POS_CC) | POS_BIT(POS_JJ) | POS_BIT(POS_POS) |
		POS_BIT(POS_HYPHEN) | POS_BIT(POS_RB) | POS_BIT(POS_VBN) | POS_BIT(POS_TO) | POS_BIT(POS_NONE) | POS_BIT(POS_COMMA) | POS_BIT(POS_SYMBOL) | POS_BIT(POS_PRPS);

	for (uint32_t i = head + 1; i < limit && i < r->n && i - head <= TITLE_WORDS; i++)
	{
		uint8_t		pos = quote_pos_guess(r, i);
		const NtMention *m;

		if (r->tok[i].flags & TOKEN_SENTENCE)
			break;
		/* the Health Organization (PAHO) director */
		if (r->tok[i].mark == MARK_ROUND_OPEN && i + 2 < limit && i + 2 < r->n && r->tok[i + 2].mark == MARK_ROUND_CLOSE)
		{
			i += 2;
			continue;
		}
		if (r->tok[i].kind == TOKEN_PUNCT && !(r->tok[i].mark == MARK_COMMA || r->tok[i].mark == MARK_HYPHEN))
			break;
		if (!pos_in(pos, inner) && r->name[i] == 0)
			break;
		m = r->name[i] != 0 ? quote_mention_at(r, i) : NULL;
		if (m == NULL || m->first != i)
			continue;
		if (m->kind == ENTITY_PERSON && is_of_titled(r, head, i))
			return NULL;
		if (m->kind == ENTITY_PERSON && !pos_in(quote_pos_guess(r, i - 1), POS_BIT(POS_IN) | POS_BIT(POS_CC) | POS_BIT(POS_TO)) &&
			!token_is(r->vocab, &r->tok[i - 1], LEX_PREPOSITION) && !token_is(r->vocab, &r->tok[i - 1], LEX_CONJUNCTION) &&
			(m->last >= r->n || quote_pos_guess(r, m->last) != POS_POS))
			return m;
		i = m->last - 1;
	}
	return NULL;
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
	if (pos_in(next, POS_NOUNS) || (next == POS_HYPHEN && !of_so_many(r, i)) || (next == POS_NONE && (token_classes(r->vocab, &r->tok[i + 1]) & HEADS)))
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
		if (is_verb(r, k) || (classes & (LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_WH_WORD))))
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

	if (m->entity == NT_NONE || !speaks(m->kind))
		return;
	if (m->kind == ENTITY_ORG)
		note_name(r, m, figures);
	if (m->kind == ENTITY_PERSON || m->kind == ENTITY_ORG)
	{
		note_before(r, m, figures);
		note_after(r, m, figures);
	}
	if (m->kind == ENTITY_PERSON)
		note(figures, r->tok[m->last - 1].hash ^ QUOTE_SURNAME, m->entity);
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
	const QuoteNote *n = noted(figures, r->tok[head].hash);
	bool		named = false;
	uint32_t	bearer;

	*sure = n == NULL || !n->several;
	if (*sure || first + 1 >= head)
		return noted_entity(figures, r->tok[head].hash);
	for (uint32_t k = first; k < head; k++)
		named = named || r->name[k] != 0;
	bearer = role_bearer(r->article, first, head + 1);
	*sure = bearer != NT_NONE;
	return bearer != NT_NONE || named ? bearer : n->entity;
}

static void
add_description(const QuoteReader *r, uint32_t first, uint32_t last, uint32_t head, QuoteFigures *figures)
{
	const NtWord *w = &r->vocab->words[r->tok[head].word];
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
	is_new = (r->vocab->words[r->tok[first].word].traits & TRAIT_INDEFINITE) != 0 || token_is(r->vocab, &r->tok[first], LEX_NUMBER_WORD);
	if (person && stands_beside_name(r, first, last))
		return;
	f = nt_push(r->cx, figures);
	*f = (QuoteFigure) {.first = first, .last = last, .head = head, .entity = NT_NONE, .kind = person ? ENTITY_PERSON : ENTITY_ORG,
		.traits = w->traits, .is_new = is_new};
	if (is_new && person && !(w->traits & TRAIT_PLURAL) && comes_on(r, first, last))
		note(figures, r->tok[head].hash, NT_NONE);
	if (is_new || (w->traits & TRAIT_PLURAL))
		return;
	f->entity = holder(r, first, head, figures, &sure);
	if ((before = noted(figures, r->tok[head].hash)) != NULL)
	{
		f->doubtful = before->several && !sure;
		f->unnamed = before->unnamed;
	}
	/* the 22-year-old student */
	for (uint32_t k = first; k < last && f->entity == NT_NONE; k++)
		if (r->tok[k].kind == TOKEN_NUMBER)
			f->entity = noted_entity(figures, r->tok[k].hash);
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
	else if ((classes & HEADS) && (bound = describes(r, i)) != NT_NONE)
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

/* is_introduced tells whether a person is named with an age at the head of a sentence: [Ann Lee], 44, denies. */
static bool
is_introduced(const QuoteReader *r, const QuoteFigure *f, const NtSentence *s)
{
	return f->named && f->kind == ENTITY_PERSON && f->first <= s->first + LEAD_SUBJECT && f->last + 2 < r->n &&
		token_mark_in(&r->tok[f->last], MARK_BIT(MARK_COMMA) | MARKS_BRACKET_OPEN) && r->tok[f->last + 1].kind == TOKEN_NUMBER &&
		token_mark_in(&r->tok[f->last + 2], MARK_BIT(MARK_COMMA) | MARKS_BRACKET_CLOSE);
}

/* has_age tells whether a description gives this age or none: no 17-year-old boy is Ann Lee, 44. */
static bool
has_age(const QuoteReader *r, const QuoteFigure *f, uint32_t age)
{
	for (uint32_t i = f->first; i < f->last; i++)
		if (r->tok[i].kind == TOKEN_NUMBER)
			return r->tok[i].hash == age;
	return true;
}

/* is_alone tells whether no other figure from one up to another can be who is named next, by what is known of gender. */
static bool
is_alone(const QuoteReader *r, const QuoteFigures *figures, uint32_t from, uint32_t upto, uint8_t gender)
{
	for (uint32_t k = from + 1; k < upto; k++)
	{
		const QuoteFigure *f = &figures->at[k];
		uint8_t		is = f->traits & (TRAIT_MALE | TRAIT_FEMALE);

		if (!f->named && !f->pronoun && f->kind == ENTITY_PERSON && !(f->traits & TRAIT_PLURAL) && !r->inside[f->first] &&
			quote_pos_guess(r, f->last) != POS_POS &&
			(gender == 0 || is == 0 || (is & gender) != 0))
			return false;
	}
	return true;
}

/* speaks_out tells whether a figure says something, and so of somebody else: a source told The Sun ... */
static bool
speaks_out(const QuoteReader *r, const QuoteFigure *f)
{
	const NtCue *cue = f->last < r->n ? quote_cue_record(r, f->last) : NULL;

	return cue != NULL && cue->form != 0 && cue_act(cue->stance) == ACT_SPEECH && pos_in(quote_pos_guess(r, f->last), POS_FINITES);
}

/*
 * meet_lead: a story begins with what somebody is, and names them in the
 * sentences after:
 *
 *     A nurse swapped the labels of two samples, a court has heard.
 *     Joanne Pickard, 44, denies manslaughter.  ...  The nurse said
 *
 * *lead is the figure that begins the story, NT_NONE: none yet, LEAD_MET: the first
 * person is named.
 */
static void
meet_lead(const QuoteReader *r, const NtSentence *s, uint32_t from, QuoteFigures *figures, uint32_t *lead)
{
	QuoteFigure *first;
	QuoteFigure *who;

	if (from == figures->n)
		return;
	first = &figures->at[from];
	if (*lead == NT_NONE)
	{
		if (first->is_new && first->kind == ENTITY_PERSON && !(first->traits & TRAIT_PLURAL) && first->first <= s->first + LEAD_SUBJECT &&
			(r->tok[s->first].flags & TOKEN_PARAGRAPH) && !r->inside[first->first] && !speaks_out(r, first))
			*lead = from;
		return;
	}
	who = &figures->at[*lead];
	if (first->named && first->kind == ENTITY_PERSON && first->first <= s->first + LEAD_SUBJECT)
	{
		uint8_t		is = r->article->entities.at[first->entity].traits & (TRAIT_MALE | TRAIT_FEMALE);
		uint8_t		said = who->traits & (TRAIT_MALE | TRAIT_FEMALE);

		if (is_introduced(r, first, s) && (said == 0 || is == 0 || (is & said) != 0) && is_alone(r, figures, *lead, from, is) &&
			has_age(r, who, r->tok[first->last + 1].hash))
		{
			who->entity = first->entity;
			for (uint32_t k = who->first; k < who->last; k++)
				if (token_classes(r->vocab, &r->tok[k]) & HEADS)
					note(figures, r->tok[k].hash, first->entity);
		}
		*lead = LEAD_MET;
	}
}

void
quote_figures(const QuoteReader *r, QuoteFigures *figures)
{
	const NtArticle *a = r->article;
	uint32_t	mention = 0;
	uint32_t	lead = NT_NONE;
	uint32_t	lead_until = 0;

	memset(figures, 0, sizeof(*figures));
	for (uint32_t i = 0; i < QUOTE_NOTES; i++)
		figures->notes[i].entity = NT_NONE;
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
		if (lead == LEAD_MET || !usable || (sentence->section < a->sections.n && a->sections.at[sentence->section].kind == SECTION_HEADLINE))
			continue;
		meet_lead(r, sentence, from, figures, &lead);
		lead_until += 1;
		if (lead_until > LEAD_SENTENCES)
			lead = LEAD_MET;
	}
}
