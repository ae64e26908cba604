/*
 * quote_resolve.c -- which entity the speaker's phrase means.
 *
 *     [Kremlin aide Yuri Ushakov]      the name at its head
 *     [Hugh Hill], a doctor, / his deputy, [Ann Lee],      the name beside it
 *     Minister for Roads [Li Wen] / the mayor of Quillbrook, [Ana Ruiz],   the name at its end
 *     Zelensky, [who]                  the name before it
 *     [he], [it]                       quote_pronoun.c
 *     [the envoy], [the ministry]      whoever stood beside that word before (quote_figure.c)
 *     [the pensioner], [the company]   the only one whom it can take up
 *     a spokesperson for [the Guild]   the body spoken for
 *     [a woman], [officials], [her lawyer]      nobody
 *
 * Quotations are resolved in the order of the text, so that a pronoun knows
 * who spoke last.  Nobody is better than the wrong one.
 */
#include "quote/quote_cue.h"
#include "quote/quote_mark.h"
#include "quote/quote_pronoun.h"
#include "quote/quote_score.h"
#include "quote/quote_trace.h"

#include <string.h>

#define WHO_BEFORE 16
#define SPEAKER_SENTENCES 5		/* after so many sentences the last speaker counts no more */
#define NAMED_WORDS 3			/* behind a name, which say what it is: the SIPTU trade union */
#define NAMED_AS_WORDS 16		/* between a description and the name it goes by */
#define OWNED_WORDS 8			/* the team's president */
#define NAMESAKE_FIGURES 12	/* looked through for another of a surname */
#define NAMESAKE_BACK 48			/* and then for the surname alone */
#define NAMESAKE_TIMES 4		/* as often named as another of the surname: there is no doubt who is meant */
#define BESIDE_FIGURES 24		/* looked through for whom a description stood beside */
#define OUTER_BACK 8			/* quotations looked through for the one around a word */

static const NtWord *
word_of(const QuoteReader *r, uint32_t i)
{
	return &r->vocab->words[r->tok[i].word];
}

static bool
is_role(const QuoteReader *r, uint32_t i)
{
	return (token_classes(r->vocab, &r->tok[i]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ORG_ROLE))) != 0;
}

static bool
can_speak(const NtMention *m)
{
	switch (m->kind)
	{
		case ENTITY_PERSON:
		case ENTITY_ORG:
		case ENTITY_GPE:
		case ENTITY_NORP:
		case ENTITY_FAC:
			return true;
	}
	return false;
}

/* person_beside finds a person named next to the phrase, over a comma. */
static const NtMention *
person_beside(const QuoteReader *r, QuoteRange range)
{
	const NtMention *m;
	uint32_t	i = range.last + 1;

	/* his deputy, [Mr.] Rich Beeson */
	if (i < r->n && token_is_mark(&r->tok[i], MARK_COMMA))
		i++;
	for (uint32_t k = i; k < i + 3 && k < r->n; k++)
	{
		if ((m = quote_mention_at(r, k)) != NULL)
		{
			if (m->kind == ENTITY_PERSON && m->first == k)
				return m;
			break;
		}
		if (!token_is(r->vocab, &r->tok[k], LEX_TITLE))
			break;
	}
	/* Hugh Hill, a doctor */
	if (range.first >= 2 && token_is_mark(&r->tok[range.first - 1], MARK_COMMA) &&
		(m = quote_mention_at(r, range.first - 2)) != NULL && m->kind == ENTITY_PERSON && !quote_is_next_subject(r, m, range.first))
		return m;
	return NULL;
}

/* who_of finds the name a relative pronoun stands for. */
static uint32_t
who_of(const QuoteReader *r, uint32_t token)
{
	uint32_t	k = quote_mention_after(r, token);
	const NtMention *m;
	uint32_t	from = quote_sentence_of(r, token);

	if (k == 0)
		return NT_NONE;
	m = &r->article->mentions.at[k - 1];
	if (m->entity == NT_NONE || m->last > token || token - m->last > WHO_BEFORE)
		return NT_NONE;
	if (m->first < r->article->sentences.at[from].first)
		return NT_NONE;
	/* an official in Farland who ...; a friend of Ann Lee who ... */
	if (m->last == token && m->first > 0 && r->pos[m->first - 1] == POS_IN && m->kind != ENTITY_ORG)
		return NT_NONE;
	if (m->last == token || (m->last + 1 == token && token_is_mark(&r->tok[m->last], MARK_COMMA)))
		return m->entity;
	/* John Smith, a spokesman for the group, who ... */
	for (uint32_t seen = 0; k-- > 0 && seen < 4; seen++)
	{
		m = &r->article->mentions.at[k];
		if (m->first < r->article->sentences.at[from].first || token - m->last > WHO_BEFORE)
			break;
		if (m->kind == ENTITY_PERSON && m->entity != NT_NONE && token_is_mark(&r->tok[m->last], MARK_COMMA))
			return m->entity;
	}
	return NT_NONE;
}

/* outer_speaker returns the speaker of the quotation that holds a token. */
static uint32_t
outer_speaker(const QuoteReader *r, uint32_t n, uint32_t token)
{
	for (uint32_t k = n, seen = 0; k-- > 0 && seen < OUTER_BACK; seen++)
	{
		const Attribution *a = &r->found.at[k];

		if (a->kind != QUOTE_INDIRECT && !range_holds(a->content, a->cue) &&
			token >= a->content.first && token <= a->tail)
			return a->speaker;
	}
	return NT_NONE;
}

/* owned_end returns the last word of what a possessive owns: the hockey team's [president]. */
static uint32_t
owned_end(const QuoteReader *r, uint32_t from, uint32_t head)
{
	uint32_t	last = from;

	while (last < r->n && last < head + OWNED_WORDS &&
		   pos_in(r->pos[last], POS_NOUNS | POS_BIT(POS_JJ) | POS_BIT(POS_HYPHEN)))
		last++;
	return last - 1;
}

/*
 * answers tells whether somebody would answer his own words: Ms Rao suggested
 * she was wrong.  “No,” she replied, is another woman, if one is near.
 */
static bool
answers(const QuoteResolver *v, const Attribution *a, uint32_t who)
{
	return a->stance == STANCE_ANSWERED && a->kind == QUOTE_DIRECT && who == v->last.entity &&
		v->last.sentence + 1 >= quote_sentence_of(v->r, a->content.first) && (v->stance == STANCE_SUGGESTED || v->stance == STANCE_ACCUSED);
}

/*
 * body_again returns the body that spoke just before "they", when nobody has come
 * between: The union said more strikes would follow.  [They] said ...
 */
static uint32_t
body_again(const QuoteResolver *v, uint32_t they)
{
	const QuoteReader *r = v->r;

	if (v->last.entity == NT_NONE || r->article->entities.at[v->last.entity].kind != ENTITY_ORG || (!(r->tok[they].flags & TOKEN_SENTENCE) && r->pos[they - 1] != POS_CLOSE) ||
		(r->tok[they].flags & TOKEN_PARAGRAPH) || v->last.sentence + 1 != quote_sentence_of(r, they))
		return NT_NONE;
	for (uint32_t k = figure_after(&v->figures, they); k-- > 0;)
	{
		const QuoteFigure *f = &v->figures.at[k];

		if (f->last > they)
			continue;
		if (f->first <= v->last.figure)
		{
			/* nurses had come */
			for (uint32_t i = f->last; i < they; i++)
				if (token_is(r->vocab, &r->tok[i], LEX_ROLE))
					return NT_NONE;
			return v->last.entity;
		}
		if (f->entity != v->last.entity && (f->kind == ENTITY_PERSON || f->kind == ENTITY_ORG))
			break;
	}
	return NT_NONE;
}

/* resolve_pronoun resolves he, she, it, they; I and we inside a quotation are its speaker. */
static uint32_t
resolve_pronoun(const QuoteResolver *v, const Attribution *a, uint32_t head)
{
	const QuoteReader *r = v->r;
	uint8_t		traits = word_of(r, head)->traits;

	if (traits & TRAIT_PLURAL)
		return body_again(v, head);
	if (traits & (TRAIT_MALE | TRAIT_FEMALE))
	{
		uint32_t	who = quote_pronoun(v, head, traits & (TRAIT_MALE | TRAIT_FEMALE));

		return who != NT_NONE && answers(v, a, who) ? NT_NONE : who;
	}
	if (traits & TRAIT_NEUTER)
		return quote_pronoun(v, head, TRAIT_NEUTER);
	if (r->inside[head] || r->turn[head])
		return outer_speaker(r, r->found.n, head);
	return NT_NONE;
}

/* tells_other tells whether he tells her something, or she him. */
static bool
tells_other(const QuoteReader *r, const Attribution *a)
{
	const uint8_t sexes = TRAIT_MALE | TRAIT_FEMALE;
	uint8_t		to;
	uint8_t		who;

	if (a->cue == NT_NONE || range_empty(a->source) || a->source.last >= a->cue || a->cue_last + 1 >= r->n || r->pos[a->source.last] != POS_PRP ||
		!pos_in(r->pos[a->cue_last + 1], POS_BIT(POS_PRP) | POS_BIT(POS_PRPS)) || pos_in(r->pos[a->cue_last + 2], POS_NOUNS))
		return false;
	to = word_of(r, a->cue_last + 1)->traits & sexes;
	who = word_of(r, a->source.last)->traits & sexes;
	return to != 0 && who != 0 && (to & who) == 0;
}

/* spoken_for returns the body for which a spokesperson speaks: a spokesperson for the [Guild]. */
static const NtMention *
spoken_for(const QuoteReader *r, uint32_t head)
{
	uint32_t	i = head + 1;
	const NtMention *m;

	/* of roles only those that speak for a body have a kind */
	if (!token_is(r->vocab, &r->tok[head], LEX_ROLE) || word_of(r, head)->value != ENTITY_ORG)
		return NULL;
	/* an RSPCA spokesperson */
	if (head > 0 && (m = quote_mention_at(r, head - 1)) != NULL && m->kind == ENTITY_ORG && m->last == head)
		return m;
	if (i < r->n && token_is(r->vocab, &r->tok[i], LEX_PREPOSITION))
		i++;
	if (i < r->n && token_is(r->vocab, &r->tok[i], LEX_DETERMINER))
		i++;
	m = i > head + 1 && i < r->n ? quote_mention_at(r, i) : NULL;
	return m != NULL && m->kind == ENTITY_ORG ? m : NULL;
}

/* body_beside returns the body whose name stands beside its description: the operator, [Bahari Jaya], said; the [SIPTU] union. */
static const NtMention *
body_beside(const QuoteReader *r, QuoteRange range)
{
	const NtMention *m;
	uint32_t	head = range.last;

	if (!(token_classes(r->vocab, &r->tok[head]) & (LEX_BIT(LEX_ORG_NOUN) | LEX_BIT(LEX_BODY_NOUN))) ||
		!token_is(r->vocab, &r->tok[range.first], LEX_DETERMINER))
		return NULL;
	if (head + 3 < r->n && r->tok[head + 1].mark == MARK_COMMA && (m = quote_mention_at(r, head + 2)) != NULL &&
		m->first == head + 2 && m->kind == ENTITY_ORG && m->last < r->n && r->tok[m->last].mark == MARK_COMMA)
		return m;
	if (range.first + 1 < head && (m = quote_mention_at(r, range.first + 1)) != NULL && m->kind == ENTITY_ORG && m->first == range.first + 1 &&
		m->last <= head && m->last + NAMED_WORDS > head && token_is(r->vocab, &r->tok[head], LEX_ORG_NOUN) &&
		!token_is(r->vocab, &r->tok[head], LEX_ROLE))
		return m;
	return NULL;
}

/* named_as returns the name that somebody without one goes by: one survivor, who gave her name only as [Nurhayati]. */
static const NtMention *
named_as(const QuoteReader *r, uint32_t head)
{
	bool		who = false;
	bool		own = false;

	for (uint32_t i = head + 1; i + 1 < r->n && i - head <= NAMED_AS_WORDS && !(r->tok[i].flags & TOKEN_SENTENCE); i++)
	{
		const NtMention *m;

		who = who || token_is(r->vocab, &r->tok[i], LEX_WH_WORD);
		/* her name, herself */
		own = own || (who && quote_word_in(r->tok[i].hash, r->model->self, QUOTE_SELF_FORMS));	/* herself, her name; not: knew him as */
		if (own && r->tok[i].hash == r->as && (m = quote_mention_at(r, i + 1)) != NULL && m->first == i + 1 && m->kind == ENTITY_PERSON)
			return m;
	}
	return NULL;
}

static bool
in_headline(const QuoteReader *r, uint32_t sentence)
{
	const NtArticle *a = r->article;

	return a->sections.n > 0 && a->sections.at[a->sentences.at[sentence].section].kind == SECTION_HEADLINE;
}

/* is_one_of_a_people tells whether a people's name can mean one of them: the Nigerian, the Democrat; not: the French. */
static bool
is_one_of_a_people(const QuoteReader *r, const NtMention *m)
{
	static const char *const endings[] = QUOTE_ONE_OF_A_PEOPLE;
	const NtToken *t = &r->tok[m->last - 1];

	if (token_is(r->vocab, t, LEX_RECALL))
		return true;
	for (size_t k = 0; k < sizeof(endings) / sizeof(endings[0]); k++)
	{
		size_t		len = strlen(endings[k]);

		if (m->last == m->first + 1 && t->end - t->start > len && memcmp(r->text + t->end - len, endings[k], len) == 0)
			return true;
	}
	return false;
}

/* is_described_further tells whether a description goes on behind its noun: the officer who found it; not: the mother of three. */
static bool
is_described_further(const QuoteReader *r, const Attribution *a, uint32_t head)
{
	return head + 2 < r->n && pos_in(r->pos[head + 1], POS_BIT(POS_W) | POS_BIT(POS_IN)) && a->cue != NT_NONE && a->cue > head &&
		!token_is(r->vocab, &r->tok[head + 2], LEX_NUMBER_WORD);
}

/* stands_before_name tells whether a name that nobody knows stands behind a description: the charity, Hope for Tiree, said. */
static bool
stands_before_name(const QuoteReader *r, const Attribution *a, uint32_t head)
{
	return a->cue != NT_NONE && a->cue > head + 2 && r->tok[head + 1].mark == MARK_COMMA && (r->tok[head + 2].flags & TOKEN_CAPITAL) &&
		r->tok[head + 2].kind == TOKEN_WORD;
}

/* of_that_people returns whom a description takes up, unless it was of another people when it spoke last: the German said.  [The Spaniard] said. */
static uint32_t
of_that_people(const QuoteResolver *v, uint32_t head, uint32_t who)
{
	const QuoteReader *r = v->r;
	uint32_t	last = v->spoke.last;

	if (who == NT_NONE || who != v->spoke.entity || last == 0 || !(r->tok[head].flags & TOKEN_CAPITAL) || !(r->tok[last - 1].flags & TOKEN_CAPITAL) ||
		r->tok[head].hash == r->tok[last - 1].hash)
		return who;
	return token_is(r->vocab, &r->tok[last - 1], LEX_RECALL) || r->name[last - 1] == ENTITY_NORP + 1 ? NT_NONE : who;
}

/* not_beside returns somebody unless the description stood beside him before, of somebody else: Lee told the nurse it was over.  [The nurse] said ... */
static uint32_t
not_beside(const QuoteResolver *v, uint32_t token, uint32_t head, uint32_t who)
{
	for (uint32_t k = figure_after(&v->figures, token), seen = 0; who != NT_NONE && k-- > 0 && seen < BESIDE_FIGURES; seen++)
	{
		const QuoteFigure *f = &v->figures.at[k];

		if (f->named || f->pronoun || f->last > token || f->entity != NT_NONE || v->r->tok[f->head].hash != v->r->tok[head].hash)
			continue;
		/* her teacher said; the teacher */
		if (quote_pos_guess(v->r, f->first) == POS_PRPS)
			return NT_NONE;
		for (uint32_t i = k, back = 0; i-- > 0 && back < BESIDE_FIGURES && v->figures.at[i].sentence == f->sentence; back++)
			if (v->figures.at[i].named && v->figures.at[i].entity == who)
				return NT_NONE;
	}
	return who;
}

/* job_of returns the noun that stands before a name as what its bearer does, NT_NONE: none. */
static uint32_t
job_of(const QuoteReader *r, const QuoteFigure *f)
{
	return f->first > 0 && r->name[f->first - 1] == 0 && (token_classes(r->vocab, &r->tok[f->first - 1]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE))) &&
		!(token_classes(r->vocab, &r->tok[f->first - 1]) & LEX_BIT(LEX_HONORIFIC)) ? f->first - 1 : NT_NONE;
}

/*
 * of_that_job returns nobody when who is at hand was named as something else, beside
 * another person: Manager Ola Berg dropped Finlay Ross.  [The striker] said ...
 */
static uint32_t
of_that_job(const QuoteResolver *v, uint32_t token, uint32_t head, uint32_t who)
{
	bool		other = false;
	bool		job = false;

	for (uint32_t k = figure_after(&v->figures, token), seen = 0; who != NT_NONE && k-- > 0 && seen < BESIDE_FIGURES; seen++)
	{
		const QuoteFigure *f = &v->figures.at[k];
		uint32_t	noun;

		if (f->last > token || !f->named || f->kind != ENTITY_PERSON)
			continue;
		other = other || f->entity != who;
		if (f->entity == who && (noun = job_of(v->r, f)) != NT_NONE && v->r->tok[noun].hash != v->r->tok[head].hash)
			job = true;
	}
	return job && other ? NT_NONE : who;
}

/* resolve_description resolves "the envoy", "the pensioner", "the 31-year-old", "the company". */
static uint32_t
resolve_description(const QuoteResolver *v, const Attribution *a)
{
	const QuoteReader *r = v->r;
	uint32_t	head = a->source.last;
	uint32_t	last;
	const QuoteFigure *f = figure_at(&v->figures, head);
	const NtMention *m = spoken_for(r, head);
	const NtWord *first = word_of(r, a->source.first);
	uint8_t		gender = word_of(r, head)->traits & (TRAIT_MALE | TRAIT_FEMALE);

	if (m == NULL)
		m = body_beside(r, a->source);
	if (m == NULL)
		m = named_as(r, head);
	if (m != NULL)
		return m->entity;
	if (f != NULL && f->entity != NT_NONE && !f->named)
		return f->doubtful && f->kind == ENTITY_PERSON && f->entity != v->last.entity &&
			f->entity != quote_recall(v, a->source.first, TRAIT_MALE | TRAIT_FEMALE) ? NT_NONE : f->entity;
	/* a nurse found it, the nurse said: nobody who is named */
	if (f != NULL && !f->named && (f->doubtful || f->unnamed))
		return NT_NONE;
	/* Governor says ...: over the text, or in the hurried style */
	if ((in_headline(r, a->sentence) || a->source.first == head) &&
		(token_classes(r->vocab, &r->tok[head]) & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE))))
		return quote_noted_alone(&v->figures, r->tok[head].hash);
	/* Blinken's explanations */
	if (a->cue != NT_NONE && a->source.first >= 2 && r->pos[a->source.first - 1] == POS_POS && (quote_cue_record(r, head)->form == CUE_NOUN || quote_cue_record(r, a->cue)->form == CUE_OTHER) &&
		!token_is(r->vocab, &r->tok[head], LEX_ROLE) &&
		(m = quote_mention_at(r, a->source.first - 2)) != NULL && can_speak(m))
		return m->entity;
	last = head;
	if (f != NULL && !f->named && !f->pronoun)
	{
		head = f->head;
		last = f->last - 1;
	}
	if (!token_is(r->vocab, &r->tok[a->source.first], LEX_DETERMINER) || (first->traits & TRAIT_INDEFINITE) ||
		r->pos[a->source.first] == POS_PRPS || (word_of(r, head)->traits & TRAIT_PLURAL))
		return NT_NONE;
	if (gender == 0)
		gender = TRAIT_MALE | TRAIT_FEMALE;
	/* the officer who found it, the firm behind the plan: no one met before */
	if (is_described_further(r, a, last) || stands_before_name(r, a, last))
		return NT_NONE;
	if (token_is(r->vocab, &r->tok[head], LEX_RECALL) || (f != NULL && r->tok[f->first + 1].kind == TOKEN_NUMBER))
	{
		uint32_t	who = not_beside(v, a->source.first, head, of_that_people(v, head, quote_recall(v, a->source.first, gender)));

		return f != NULL && r->tok[f->first + 1].kind == TOKEN_NUMBER ? who : of_that_job(v, a->source.first, head, who);
	}
	/* the South Korean firm is no other firm */
	for (uint32_t k = a->source.first; k < head; k++)
		if (r->name[k] != 0)
			return NT_NONE;
	if (token_is(r->vocab, &r->tok[head], LEX_ORG_NOUN) && !token_is(r->vocab, &r->tok[head], LEX_PUBLIC_HEAD))
		return quote_recall_body(v, a->source.first);
	return NT_NONE;
}

/*
 * is_listener tells whether the source only hears what is said: a court heard
 * that ..., MPs were told that ..., a headline's “..., jury told”.
 */
static bool
is_listener(const QuoteReader *r, const Attribution *a)
{
	const NtCue *cue;
	bool		body;

	if (a->cue == NT_NONE || a->source.first > a->cue)
		return false;
	cue = quote_cue_record(r, a->cue);
	body = (token_classes(r->vocab, &r->tok[a->source.last]) & (LEX_BIT(LEX_BODY_NOUN) | LEX_BIT(LEX_ORG_NOUN))) != 0;
	if (!(cue->flags & CUE_HEARS))
		return false;
	if (cue_act(cue->stance) == ACT_THOUGHT)
		return body;
	/* told at the end of a headline */
	return quote_is_passive(r, a->cue) || (a->side == CUE_LEFT && body && a->cue_last + 1 >= r->article->sentences.at[a->sentence].last);
}

/* resolve_owned returns whom a phrase that begins with an owner names, up to what the owner has. */
static uint32_t
resolve_owned(const QuoteReader *r, QuoteRange phrase, uint32_t limit)
{
	const NtMention *m = person_beside(r, phrase);

	if (m == NULL)
		m = quote_named_after(r, phrase.last, limit);
	if (m == NULL)
		m = quote_mention_at(r, phrase.last);
	return m != NULL && can_speak(m) ? m->entity : NT_NONE;
}

/*
 * shares_surname tells whether a surname alone may mean another of that name, who
 * came later: Lena Storm ran it.  Lena Storm is dead.  Ida Storm runs it.  [Storm] said.
 */
static bool
shares_surname(const QuoteResolver *v, const NtMention *m)
{
	const NtArticle *a = v->r->article;
	bool		another = false;

	for (uint32_t k = figure_after(&v->figures, m->first), seen = 0; k-- > 0 && seen < (another ? NAMESAKE_BACK : NAMESAKE_FIGURES); seen++)
	{
		const QuoteFigure *f = &v->figures.at[k];

		if (!f->named || f->kind != ENTITY_PERSON || f->first >= m->first || v->r->tok[f->last - 1].hash != v->r->tok[m->first].hash)
			continue;
		/* named last, or called so before the other came */
		if (f->entity == m->entity && (!another || f->last == f->first + 1))
			return false;
		if (f->entity != m->entity && f->last > f->first + 1 && a->entities.at[m->entity].mentions >= NAMESAKE_TIMES * a->entities.at[f->entity].mentions)
			return false;
		another = another || (f->entity != m->entity && f->last > f->first + 1);
	}
	return another;
}

/*
 * bearer returns whom a name means: a body of one word that nobody named before
 * a person of that surname is the person.  Kate Ferro ... [Ferro] said
 */
static uint32_t
bearer(const QuoteResolver *v, const NtMention *m)
{
	const NtArticle *a = v->r->article;
	uint32_t	person;

	if (m->kind == ENTITY_PERSON && m->last == m->first + 1)
		return shares_surname(v, m) ? NT_NONE : m->entity;
	if (m->kind != ENTITY_ORG || m->last != m->first + 1)
		return m->entity;
	person = quote_noted_alone(&v->figures, v->r->tok[m->first].hash ^ QUOTE_SURNAME);
	return person != NT_NONE && a->entities.at[person].first_mention < a->entities.at[m->entity].first_mention &&
		a->mentions.at[a->entities.at[person].first_mention].last > a->mentions.at[a->entities.at[person].first_mention].first + 1 ? person : m->entity;
}

/* behind returns the token behind a name and its letters in brackets: the Health Organization (PAHO) [director]. */
static uint32_t
behind(const QuoteReader *r, const NtMention *m)
{
	return m->last + 3 < r->n && r->tok[m->last].mark == MARK_ROUND_OPEN && r->tok[m->last + 2].mark == MARK_ROUND_CLOSE ? m->last + 3 : m->last;
}

/* described_person returns who a phrase says what he is: the mayor, [Ana Ruiz]; said a visibly tired [Meier]; one of them, [Guy Trent]. */
static const NtMention *
described_person(const QuoteReader *r, QuoteRange phrase, uint32_t head, uint32_t cue, bool titled)
{
	uint32_t	limit = cue > head ? cue : r->n;
	const NtMention *m;

	m = r->pos[head] == POS_PRP || r->pos[head] == POS_W ? NULL : person_beside(r, phrase);
	/* one of them, Guy Trent, said */
	if (m == NULL && head == phrase.first && r->pos[head] == POS_CD && head + 4 < r->n && r->pos[head + 1] == POS_IN && pos_in(r->pos[head + 2], POS_BIT(POS_PRP)) && r->tok[head + 3].mark == MARK_COMMA &&
		(m = quote_mention_at(r, head + 4)) != NULL && (m->kind != ENTITY_PERSON || m->first != head + 4))
		m = NULL;
	/* According to the indictment, Lee told an agent */
	if (m != NULL && cue < head && m->first > head && m->last < r->n && pos_in(quote_pos_guess(r, m->last), POS_FINITES))
		m = NULL;
	/* said a visibly tired Meier */
	if (m == NULL && r->pos[head] == POS_DT && cue < head)
		m = quote_named_after(r, head, limit);
	if (m == NULL && r->pos[head] != POS_PRP && r->pos[head] != POS_W &&
		(token_classes(r->vocab, &r->tok[phrase.last]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE))))
		m = quote_named_after(r, phrase.last, limit);
	/* Federated Farmers meat and wool chair Toni Raukawa said */
	if (m == NULL && head + 1 < cue && cue < r->n && r->pos[head + 1] == POS_CC && !titled &&
		(m = quote_named_after(r, head, limit)) != NULL && !is_role(r, m->first - 1))
		m = NULL;
	return m;
}

/* resolve returns whom the source of a quotation means. */
static uint32_t
resolve(const QuoteResolver *v, const Attribution *a)
{
	const QuoteReader *r = v->r;
	uint32_t	head = a->source.last;
	uint32_t	cue = a->cue != NT_NONE ? a->cue : r->n;
	uint32_t	limit = cue > head ? cue : r->n;
	const NtMention *m;
	QuoteRange	phrase = a->source;
	bool		titled;

	if (range_empty(a->source))
		return NT_NONE;
	/* ORLOFF: once SUSAN ORLOFF, ANCHOR: has been named */
	if (r->turn[head] >= TURN_LABEL && quote_mention_at(r, head) == NULL)
		return quote_noted_alone(&v->figures, r->tok[head].hash ^ QUOTE_SURNAME);
	if (head + 1 < r->n && r->pos[head + 1] == POS_POS && cue > head && cue != head + 2 &&
		pos_in(r->pos[cue], POS_VERBS | POS_BIT(POS_NONE)))
		return resolve_owned(r, (QuoteRange) {phrase.first, owned_end(r, head + 2, head)}, limit);
	/* Gran-of-four Betty Lomax */
	if (cue > head && ((head + 1 < r->n && r->tok[head + 1].mark == MARK_HYPHEN) || r->tok[head].mark == MARK_HYPHEN) &&
		(m = quote_named_after(r, head, limit)) != NULL)
		return m->entity;
	/* [Putin last month] rejected */
	while (head > a->source.first && quote_mention_at(r, head) == NULL && quote_mention_at(r, a->source.first) != NULL &&
		   !token_is(r->vocab, &r->tok[head], LEX_ROLE) && (word_of(r, head)->date != 0 || pos_in(r->pos[head], POS_BIT(POS_JJ) | POS_BIT(POS_CD))))
		head--;
	/* a center plays, but the National Hurricane Center is none */
	titled = (token_classes(r->vocab, &r->tok[head]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE))) != 0 &&
		!(r->name[head] == ENTITY_ORG + 1 && (token_classes(r->vocab, &r->tok[head]) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_NOUN) | LEX_BIT(LEX_BODY_NOUN))));
	m = quote_mention_at(r, head);
	/* the Conservative MP; Ministry of Roads spokesman Rob Hale */
	if (m != NULL && m->kind != ENTITY_PERSON && m->last < r->n &&
		(titled || (token_classes(r->vocab, &r->tok[behind(r, m)]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE)))))
	{
		const NtMention *person = quote_named_after(r, m->last - 1, limit);

		if (person != NULL)
			return person->entity;
		if (titled && token_is(r->vocab, &r->tok[a->source.first], LEX_DETERMINER))
			return resolve_description(v, a);
	}
	/* the Nigerian laughed: whoever is at hand, and no people */
	if (m != NULL && m->kind == ENTITY_NORP && is_one_of_a_people(r, m) && token_is(r->vocab, &r->tok[a->source.first], LEX_DETERMINER))
		return (word_of(r, a->source.first)->traits & TRAIT_INDEFINITE) || is_described_further(r, a, head) ? NT_NONE :
			of_that_people(v, head, quote_recall(v, a->source.first, TRAIT_MALE | TRAIT_FEMALE));
	if (is_listener(r, a))
		return NT_NONE;
	if (m != NULL && (can_speak(m) || m->last == head + 1 || head + 1 == r->n))
		return can_speak(m) ? bearer(v, m) : NT_NONE;
	/* the hockey team's president, Luc Bergeron; their president, Mavis Chow */
	if (head + 1 < r->n && (r->pos[head + 1] == POS_POS || r->pos[head] == POS_PRPS))
		phrase.last = owned_end(r, r->pos[head] == POS_PRPS ? head + 1 : head + 2, head);
	m = described_person(r, phrase, head, cue, titled);
	if (m != NULL)
		return m->entity;
	switch (r->pos[head])
	{
		case POS_W:
			return who_of(r, head);
		case POS_PRP:
			return resolve_pronoun(v, a, head);
		case POS_PRPS:
			return phrase.last > head ? NT_NONE : resolve_pronoun(v, a, head);
		case POS_EX:
			return NT_NONE;
	}
	/* a name at the end of the phrase that the tagger of names cut shorter */
	if (a->source.last > a->source.first && (m = quote_mention_at(r, head)) != NULL)
		return m->entity;
	return resolve_description(v, a);
}

/* whole_source makes the source the whole description: the senior [investigating officer]. */
static void
whole_source(const QuoteResolver *v, Attribution *a)
{
	const QuoteFigure *f = range_empty(a->source) ? NULL : figure_at(&v->figures, a->source.last);

	if (f != NULL && !f->named && !f->pronoun && f->first <= a->source.first && f->last - 1 > a->source.last &&
		(a->cue == NT_NONE || a->cue < f->first || a->cue >= f->last) && !range_holds(a->content, f->last - 1))
		a->source.last = f->last - 1;
}

/* is_reply tells whether a source is what was said, and nobody: came the reply. */
static bool
is_reply(const QuoteReader *r, const Attribution *a)
{
	const NtCue *noun = range_empty(a->source) ? NULL : quote_cue_record(r, a->source.last);

	return noun != NULL && a->cue != NT_NONE && a->cue < a->source.first && quote_cue_record(r, a->cue)->form == 0 && r->pos[a->cue] == POS_VBD &&
		(noun->form == CUE_NOUN || (noun->flags & CUE_ALSO_NOUN)) && r->pos[a->source.first] == POS_DT && !is_role(r, a->source.last);
}

/* named_source lets the source of a title end with the name: [Secretary] of State Ann Lee said. */
static void
named_source(const QuoteReader *r, Attribution *a)
{
	uint32_t	head = a->source.last;
	uint32_t	limit = a->cue != NT_NONE && a->cue > head ? a->cue : r->n;
	const NtMention *m;

	if (a->speaker == NT_NONE || range_empty(a->source) || a->cue == NT_NONE || quote_mention_at(r, head) != NULL || !is_role(r, head))
		return;
	m = quote_named_after(r, head, limit);
	if (m != NULL && m->entity == a->speaker && !range_holds(a->content, m->last - 1))
		a->source.last = m->last - 1;
}

/* timely_source lets the source of a name begin behind the day before it: On Monday night [Ann Lee] said. */
static void
timely_source(const QuoteReader *r, Attribution *a)
{
	uint32_t	k = a->source.first;

	if (range_empty(a->source) || r->name[k] != 0 || r->name[a->source.last] == 0)
		return;
	while (k < a->source.last && r->name[k] == 0 && (word_of(r, k)->date != 0 || r->tok[k].kind == TOKEN_NUMBER) &&
		   !(token_classes(r->vocab, &r->tok[k]) & (LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC) | LEX_BIT(LEX_ROLE))))
		k++;
	/* but: current nominee Ann Lee */
	if (k < a->source.first + 2 && !(token_classes(r->vocab, &r->tok[a->source.first]) & (LEX_BIT(LEX_WEEKDAY) | LEX_BIT(LEX_MONTH))))
		return;
	if (r->name[k] != 0 || (token_classes(r->vocab, &r->tok[k]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_HONORIFIC))))
		a->source.first = k;
}

/* owned_source lets the source begin with whose it is: [his] agent said. */
static void
owned_source(const QuoteReader *r, Attribution *a)
{
	uint32_t	before = a->source.first - 1;

	if (!range_empty(a->source) && a->source.first > 0 && r->pos[before] == POS_PRPS && !(r->tok[a->source.first].flags & TOKEN_SENTENCE) &&
		!range_holds(a->content, before) && before != a->cue && r->pos[a->source.first] != POS_PRP)
		a->source.first = before;
}

/* remember_speaker notes who spoke last, and what a pronoun has told of the speaker. */
static void
remember_speaker(QuoteResolver *v, const Attribution *a)
{
	const QuoteReader *r = v->r;
	const QuoteFigure *f;
	uint8_t		traits;

	if (a->cue != NT_NONE && (r->inside[a->cue] || r->turn[a->cue] == TURN_WORDS))
		return;
	if (range_empty(a->source))
		return;
	traits = word_of(r, a->source.last)->traits;
	/* Asked by Lee, ...: somebody else answers */
	if (a->stance == STANCE_ASKED && a->cue != NT_NONE && a->cue < a->source.first && r->pos[a->cue] == POS_VBN)
		return;
	/* a reporter asked Lee: it is Lee who speaks next */
	if (a->stance == STANCE_ASKED && a->cue != NT_NONE && pos_in(r->pos[a->cue], POS_VERBS) && a->cue_last + 1 < r->n &&
		(f = figure_at(&v->figures, a->cue_last + 1)) != NULL && f->kind == ENTITY_PERSON)
	{
		v->last = (QuoteLast) {f->entity, f->first, a->sentence};
		return;
	}
	/* Lee asked her why she left: whoever she is */
	if (a->stance == STANCE_ASKED && a->cue != NT_NONE && a->cue_last + 2 < r->n && a->source.last < a->cue && token_is(r->vocab, &r->tok[a->cue_last + 1], LEX_PRONOUN) &&
		(word_of(r, a->cue_last + 1)->traits & (TRAIT_MALE | TRAIT_FEMALE)) && !pos_in(r->pos[a->cue_last + 2], POS_NOUNS | POS_BIT(POS_JJ)))
	{
		v->last = (QuoteLast) {NT_NONE, NT_NONE, 0};
		return;
	}
	if (r->pos[a->source.last] == POS_PRP && a->speaker == NT_NONE)
		return;
	f = figure_at(&v->figures, a->source.last);
	if (a->speaker == NT_NONE && (f != NULL ? f->kind != ENTITY_PERSON && (f->kind != ENTITY_ORG || f->named) : !is_role(r, a->source.last) || a->source.last > a->source.first) )
		return;
	if (a->speaker == NT_NONE && (traits & TRAIT_PLURAL))
		return;
	v->last = (QuoteLast) {a->speaker, f != NULL ? f->first : a->source.first, quote_sentence_of(r, a->cue == NT_NONE || a->tail > a->cue ? a->tail : a->cue)};
	/* One fisherman, who gave his name as Osman: he is no longer unnamed */
	if (f != NULL && !f->named && !f->pronoun && f->entity == NT_NONE && f->kind == ENTITY_PERSON &&
		a->speaker != NT_NONE && r->article->entities.at[a->speaker].kind == ENTITY_PERSON)
		v->figures.at[f - v->figures.at].entity = a->speaker;
	v->stance = a->stance;
	v->spoke = (QuoteFigure) {.first = a->source.first, .last = a->source.last + 1, .sentence = v->last.sentence,
		.entity = a->speaker, .traits = traits,
		.kind = a->speaker != NT_NONE ? r->article->entities.at[a->speaker].kind : f == NULL ? ENTITY_PERSON : SPOKE_NOWHERE};
	if (a->speaker != NT_NONE && r->pos[a->source.last] == POS_PRP && (traits & (TRAIT_MALE | TRAIT_FEMALE)))
		v->gender[a->speaker] = traits & (TRAIT_MALE | TRAIT_FEMALE);
}

/* note_genders notes what a noun before a name tells of its bearer: his daughter [Aoife]. */
static void
note_genders(QuoteResolver *v)
{
	const QuoteReader *r = v->r;

	for (uint32_t k = 0; k < v->figures.n; k++)
	{
		const QuoteFigure *f = &v->figures.at[k];
		uint8_t		traits;

		nt_tick(r->cx);
		if (!f->named || f->kind != ENTITY_PERSON || f->first == 0 || (r->tok[f->first].flags & TOKEN_SENTENCE) ||
			!token_is(r->vocab, &r->tok[f->first - 1], LEX_ROLE))
			continue;
		traits = word_of(r, f->first - 1)->traits;
		if ((traits & TRAIT_PLURAL) == 0 && ((traits & TRAIT_MALE) != 0) != ((traits & TRAIT_FEMALE) != 0))
			v->gender[f->entity] = traits & (TRAIT_MALE | TRAIT_FEMALE);
	}
}

static void
open_resolver(QuoteResolver *v, const QuoteReader *r)
{
	const NtArticle *a = r->article;
	uint32_t	beat = 0;

	*v = (QuoteResolver) {.r = r, .last = {NT_NONE, NT_NONE, 0}, .said = QUOTE_NO_RANGE};
	quote_figures(r, &v->figures);
	v->beat = r->cx->alloc(r->cx, (a->sentences.n + 1) * sizeof(uint32_t));
	v->gender = nt_alloc0(r->cx, a->entities.n + 1);
	note_genders(v);
	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		uint32_t	first = a->sentences.at[s].first;

		nt_tick(r->cx);
		v->beat[s] = beat;
		beat += !(r->inside[first] && r->inside[a->sentences.at[s].last - 1]);
	}
	v->beat[a->sentences.n] = beat;
}

/*
 * quote_resolve sets the speaker of each attribution, in the order found, so
 * that a pronoun knows who spoke last.
 */
void
quote_resolve(QuoteReader *r)
{
	QuoteResolver v;
	char		source[QUOTE_TRACE_WORDS];
	char		name[QUOTE_TRACE_WORDS];

	if (r->found.n == 0)
		return;
	open_resolver(&v, r);
	for (uint32_t i = 0; i < r->found.n; i++)
	{
		Attribution *a = &r->found.at[i];

		nt_tick(r->cx);
		if (a->dropped)
			continue;
		if (v.last.figure != NT_NONE && a->sentence > v.last.sentence + SPEAKER_SENTENCES)
			v.last = (QuoteLast) {NT_NONE, NT_NONE, 0};
		if (a->speaker == NT_NONE && !(a->cue != NT_NONE && r->turn[a->cue] == TURN_LETTER))
		{
			whole_source(&v, a);
			timely_source(r, a);
			if (is_reply(r, a))
				a->source = QUOTE_NO_RANGE;
			quote_pronouns_before(&v, range_empty(a->source) ? a->content.first : a->source.first);
			v.telling = true;
			v.said = a->content;
			v.beside = tells_other(r, a);
			a->speaker = resolve(&v, a);
			v.said = QUOTE_NO_RANGE;
			v.beside = false;
			v.telling = false;
		}
		if (quote_tracing(r))
			nt_trace(r->cx, TRACE_QUOTES, "speaker  %s: %s", quote_trace_words(r, a->source, source),
					 quote_trace_entity(r, a->speaker, name));
		remember_speaker(&v, a);
		named_source(r, a);
		owned_source(r, a);
	}
	nt_release(r->cx, v.beat, (r->article->sentences.n + 1) * sizeof(uint32_t));
	nt_release(r->cx, v.gender, r->article->entities.n + 1);
	nt_array_release(r->cx, &v.figures);
}
