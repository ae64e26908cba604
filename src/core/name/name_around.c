/*
 * name_around.c -- the kind of a name by what the words around it call it.
 *
 *     Zapella, a subsidiary of Norrland Retail         a body's noun after a comma
 *     The Lost Harbour, a novel by ...                 a work's
 *     Quillbrook, a village in ...; the village of Quillbrook     a place's
 *     Ames, Ill.; in Arco, Idaho                      what stands before its region
 *     the chairman of Orbex; Orbex's shareholders      what a body has
 *     the charity Zapella                              what it is, before it
 *
 * Asked of what the tagger alone has found, no list knows, and is not sure of.
 * The words are data: data/en/lexicon/{org-nouns,org-roles,place-heads,work-cues}.txt.
 */
#include "name/name.h"

#include "name/name_english.h"

#define AROUND_SURE 850			/* a tag surer than that is believed */
#define CLUB_REACH 40			/* tokens from a club to what it is called */
#define NOUN_REACH 5			/* tokens from the article to the noun: "a small Danish shipping company" */

bool
word_is_near(const NtNameFinder *f, uint32_t token, uint32_t reach, bool (*is) (const NtNameFinder *f, const NtToken *t))
{
	const uint32_t end = token + reach < f->article->tokens.n ? token + reach : f->article->tokens.n;

	for (uint32_t i = token > reach ? token - reach : 0; i < end; i++)
		if (is(f, &f->tokens[i]))
			return true;
	return false;
}

/* is_small: a word without a capital. */
static bool
is_small(const NtToken *t)
{
	return t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL);
}

/* is_place_noun: village, district: what heads names of places with a capital (Village), and of cities and states. */
static bool
is_place_noun(const NtNameFinder *f, const NtToken *t)
{
	const NtWord *w = &f->vocab->words[t->word];

	return ((w->classes | w->capital_classes) & LEX_BIT(LEX_PLACE_HEAD)) && w->value == ENTITY_GPE;
}

/* kind_of_noun: what a noun in small letters says of the name that it is said of, 0: nothing. */
static int
kind_of_noun(const NtNameFinder *f, const NtToken *t)
{
	uint64_t	classes = token_classes(f->vocab, t);

	if (classes & LEX_BIT(LEX_WORK_CUE))
		return ENTITY_WORK_OF_ART;
	if (is_place_noun(f, t))
		return ENTITY_GPE;
	if (classes & LEX_BIT(LEX_ORG_NOUN))
		return ENTITY_ORG;
	return (classes & LEX_BIT(LEX_PRODUCT_HEAD)) ? ENTITY_PRODUCT : 0;
}

/* called_after: ", a small Danish shipping company": the kind of the last noun before what ends the phrase. */
static int
called_after(const NtNameFinder *f, const NtMention *m)
{
	uint32_t	i = m->last;
	int			kind = 0;

	if (i + 2 >= f->article->tokens.n || f->tokens[i].mark != MARK_COMMA || !is_small(&f->tokens[i + 1]) ||
		!token_is(f->vocab, &f->tokens[i + 1], LEX_DETERMINER))
		return 0;
	for (i += 2; i < f->article->tokens.n && i < m->last + 2 + NOUN_REACH; i++)
	{
		const NtToken *t = &f->tokens[i];

		if (t->kind != TOKEN_WORD || (token_classes(f->vocab, t) & (LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_WH_WORD))))
			break;
		if (is_small(t))
			kind = kind_of_noun(f, t);
	}
	return kind;
}

/* called_before: "the village of", "the chairman of", "shares in" */
static int
called_before(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t;

	if (m->first < 2)
		return 0;
	t = &f->tokens[m->first - 1];
	if (token_has(t, f->words->the) && m->first > 2)
		t--;
	if (!is_small(t) || !token_is(f->vocab, t, LEX_PREPOSITION) || !(is_small(t - 1) || (t[-1].flags & TOKEN_UPPER)))
		return 0;
	if ((token_has(t, f->words->of) && is_place_noun(f, t - 1)) ||
		(token_has(t, f->words->for_) && token_has(&t[-1], f->words->mp)))
		return ENTITY_GPE;
	if (token_has(t, f->words->of) && (token_has(t - 1, f->words->maker) || token_has(t - 1, f->words->makers)))
		return ENTITY_PRODUCT;
	return (token_has(t, f->words->of) || token_has(t, f->words->in) || token_has(t, f->words->for_) || token_has(t, f->words->at)) &&
		token_is(f->vocab, t - 1, LEX_ORG_ROLE) ? ENTITY_ORG : 0;
}

/* the_alone: "the Reich's expansion", "by the Reich for": no person is called so */
static int
the_alone(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *next = &f->tokens[m->last];

	if (m->kind != ENTITY_PERSON || m->last - m->first != 1 || m->first == 0 || m->last >= f->article->tokens.n ||
		f->tokens[m->first - 1].word != f->words->the || f->words->the == 0)
		return 0;
	return next->kind == TOKEN_CLITIC || next->kind == TOKEN_PUNCT || token_is(f->vocab, next, LEX_PREPOSITION) ||
		token_is(f->vocab, next, LEX_AUXILIARY) ? ENTITY_ORG : 0;
}

/* called_people: "the Pueblo tribe", whatever town is called so too */
static bool
called_people(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *next = &f->tokens[m->last];

	return m->kind == ENTITY_GPE && m->own == 0 && m->last - m->first == 1 && m->first > 0 && m->last < f->article->tokens.n && next->word != 0 &&
		(token_has(next, f->words->tribe) || token_has(next, f->words->tribes)) && token_has(&f->tokens[m->first - 1], f->words->the);
}

/* called_paper: "the Times agreed", a body to a list, which the tagger took for a thing */
static bool
called_paper(const NtNameFinder *f, const NtMention *m)
{
	return m->kind == ENTITY_PRODUCT && m->own == 0 && m->entry == 0 && m->reason == REASON_TAGGER && m->last - m->first == 1 && m->first > 0 &&
		token_has(&f->tokens[m->first - 1], f->words->the) &&
		(phrase_kind(f, m->first, m->last) == ENTITY_ORG || phrase_kind(f, m->first - 1, m->last) == ENTITY_ORG);
}

/* called_council: "the Millbrook city council", where a list has the place */
static bool
called_council(const NtNameFinder *f, const NtMention *m)
{
	return (m->kind == ENTITY_PRODUCT || m->kind == ENTITY_ORG || m->kind == ENTITY_EVENT) && m->own == 0 && m->reason == REASON_TAGGER &&
		m->last - m->first == 1 && m->first > 0 && m->last < f->article->tokens.n && token_has(&f->tokens[m->first - 1], f->words->the) &&
		is_small(&f->tokens[m->last]) && is_place_noun(f, &f->tokens[m->last]) && phrase_kind(f, m->first, m->last) == ENTITY_GPE;
}

/* called_town: "in nearby Carver Falls" */
static bool
called_town(const NtNameFinder *f, const NtMention *m)
{
	return m->kind == ENTITY_LOC && m->entry == 0 && m->own == 0 && m->first > 1 && token_is(f->vocab, &f->tokens[m->last - 1], LEX_PLACE_HEAD) &&
		is_small(&f->tokens[m->first - 1]) && token_is(f->vocab, &f->tokens[m->first - 1], LEX_TOWN_CUE) &&
		token_has(&f->tokens[m->first - 2], f->words->in);
}

/* called_district: "in the municipality of Orr Valdes", whoever that was */
static bool
called_district(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->first];

	return m->kind == ENTITY_PERSON && m->own == 0 && m->reason == REASON_TAGGER && m->first > 2 && token_has(&t[-1], f->words->of) &&
		is_small(t - 2) && is_place_noun(f, t - 2) && t[-2].word != f->words->state && token_has(&t[-3], f->words->the) && f->tokens[m->last].kind != TOKEN_CLITIC;
}

/* called_club: "Ashby Town sacked Rob Lunn ... the club said" */
static bool
called_club(const NtNameFinder *f, const NtMention *m)
{
	const uint32_t end = m->last + CLUB_REACH < f->article->tokens.n ? m->last + CLUB_REACH : f->article->tokens.n;
	const uint64_t head = LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_PLACE_HEAD);

	if (!kind_is_place(m->kind) || m->entry != 0 || m->own != 0 || m->last - m->first != 2 ||
		(token_classes(f->vocab, &f->tokens[m->last - 1]) & head) != head)
		return false;
	for (uint32_t i = m->last + 1; i < end; i++)
		if (token_has(&f->tokens[i], f->words->club) && token_has(&f->tokens[i - 1], f->words->the))
			return true;
	return false;
}

/* called_address: "in Fleet Road, Harsley," */
static bool
called_address(const NtNameFinder *f, const NtMention *m, const NtMention *street)
{
	return (m->kind == ENTITY_PERSON || m->kind == ENTITY_ORG) && m->last - m->first == 1 && m->reason == REASON_TAGGER &&
		street->kind == ENTITY_FAC && street->last + 1 == m->first && f->tokens[street->last].mark == MARK_COMMA &&
		token_is(f->vocab, &f->tokens[street->last - 1], LEX_PLACE_HEAD) && m->last < f->article->tokens.n &&
		(f->tokens[m->last].mark == MARK_COMMA || f->tokens[m->last].mark == MARK_STOP);
}

/* called_by_region: "Ames, Ill.", "in Arco, Idaho": what stands before its region; after "in" any region will do, else one with a stop */
static bool
called_by_region(const NtNameFinder *f, const NtMention *m, const NtMention *region)
{
	const NtToken *before = &f->tokens[m->first - 1];

	if ((m->kind != ENTITY_PERSON && m->kind != ENTITY_ORG && m->kind != ENTITY_PRODUCT && m->kind != ENTITY_EVENT) || m->own != 0 ||
		m->first == 0 || m->last - m->first > 2 || region->kind != ENTITY_GPE || region->entry == 0 || region->first != m->last + 1 ||
		f->tokens[m->last].mark != MARK_COMMA || (f->tokens[m->first].flags & TOKEN_UPPER) ||
		(token_classes(f->vocab, &f->tokens[m->last - 1]) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX))))
		return false;
	if (f->tokens[region->last - 1].flags & TOKEN_DOT)
		return !(f->tokens[region->last - 1].flags & TOKEN_ACRONYM) && m->kind != ENTITY_PERSON;
	return token_has(before, f->words->in);
}

/* called_street: "Doyle, 34, of Harehills Lane, had": where somebody lives, and nobody */
static bool
called_street(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *head = &f->tokens[m->last - 1];

	return m->kind == ENTITY_PERSON && m->entry == 0 && m->own == 0 && m->last - m->first == 2 && m->first > 1 && token_is(f->vocab, head, LEX_PLACE_HEAD) &&
		f->vocab->words[head->word].value == ENTITY_FAC && token_has(&f->tokens[m->first - 1], f->words->of) &&
		f->tokens[m->first - 2].mark == MARK_COMMA && !token_is(f->vocab, &f->tokens[m->first], LEX_GIVEN_NAME);
}

/* called_constituency: "the MP for Sherwood", whoever that was */
static bool
called_constituency(const NtNameFinder *f, const NtMention *m)
{
	return m->kind == ENTITY_PERSON && m->entry == 0 && m->own == 0 && m->first > 1 && token_has(&f->tokens[m->first - 1], f->words->for_) &&
		token_has(&f->tokens[m->first - 2], f->words->mp);
}

/* called_see: "the Bishop of Dunmore", whoever is called so */
static bool
called_see(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->first];

	return m->kind == ENTITY_PERSON && m->entry == 0 && m->own == 0 && m->reason == REASON_TAGGER && m->last - m->first == 1 && m->first > 2 &&
		token_has(t - 1, f->words->of) && (t[-2].flags & (TOKEN_CAPITAL | TOKEN_SENTENCE)) == TOKEN_CAPITAL && token_is(f->vocab, t - 2, LEX_TITLE) &&
		token_has(t - 3, f->words->the);
}

/* called_seat: "Orbury Walton MP Ann Lee" */
static bool
called_seat(const NtNameFinder *f, const NtMention *m, const NtMention *member)
{
	return m->kind == ENTITY_PERSON && m->entry == 0 && m->own == 0 && m->reason == REASON_TAGGER && member->kind == ENTITY_PERSON &&
		member->first == m->last + 1 && token_has(&f->tokens[m->last], f->words->mp);
}

#define WARD_REACH 4			/* tokens from the bracket to the ward: (Lib Dem, Moor End) */

/* called_ward: "Ted Bright (Lab, Moor End)" */
static bool
called_ward(const NtNameFinder *f, const NtMention *m)
{
	uint32_t	i = m->first - 1;

	if ((m->kind != ENTITY_PERSON && m->kind != ENTITY_ORG) || m->entry != 0 || m->own != 0 || m->first < WARD_REACH + 1 || m->last >= f->article->tokens.n ||
		f->tokens[m->last].mark != MARK_ROUND_CLOSE || f->tokens[i].mark != MARK_COMMA)
		return false;
	while (i > m->first - WARD_REACH && token_is_capital(&f->tokens[i - 1]))
		i--;
	return i < m->first - 1 && f->tokens[i - 1].mark == MARK_ROUND_OPEN && token_is_capital(&f->tokens[i - 2]);
}

/* called_house: "outside the Black Swan", "left The Ivory Room": ordinary words with capitals where one can be */
static bool
called_house(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *the;

	if (m->kind != ENTITY_GPE || m->entry != 0 || m->own != 0 || m->last - m->first < 2 || m->first < 2)
		return false;
	the = &f->tokens[m->first - 1];
	if (!token_has(the, f->words->the) || (the->flags & TOKEN_SENTENCE) || (!(the->flags & TOKEN_CAPITAL) && !token_is(f->vocab, the - 1, LEX_PLACE_PREPOSITION)))
		return false;
	for (uint32_t i = m->first; i < m->last; i++)
		if (!(token_classes(f->vocab, &f->tokens[i]) & (LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_AMBIGUOUS))))
			return false;
	return !(token_classes(f->vocab, &f->tokens[m->last - 1]) & (LEX_BIT(LEX_PLACE_HEAD) | LEX_BIT(LEX_REGION_WORD)));
}

/* called_child: "her sons Gareth and Huw" */
static bool
called_child(const NtNameFinder *f, const NtMention *m, const NtMention *before)
{
	const NtToken *t = &f->tokens[m->first];

	return (m->kind == ENTITY_GPE || m->kind == ENTITY_ORG) && m->entry == 0 && m->own == 0 && m->last - m->first == 1 && m->reason == REASON_TAGGER &&
		before->kind == ENTITY_PERSON && before->last - before->first == 1 && before->last + 1 == m->first && token_has(t - 1, f->words->and_) &&
		(token_classes(f->vocab, t) & (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_PLACE_NAME))) == LEX_BIT(LEX_GIVEN_NAME) &&
		token_is(f->vocab, &f->tokens[before->first], LEX_GIVEN_NAME);
}

/* called_some: "four Holsteins": what is counted is no body */
static bool
called_some(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->first];

	return (m->kind == ENTITY_ORG || m->kind == ENTITY_GPE || m->kind == ENTITY_PERSON) && m->entry == 0 && m->own == 0 && m->last - m->first == 1 && m->first > 1 &&
		m->reason == REASON_TAGGER && !f->sporty && t->kind == TOKEN_WORD && f->article->text[t->end - 1] == 's' &&
		(t[-1].kind == TOKEN_NUMBER || token_is(f->vocab, t - 1, LEX_NUMBER_WORD)) && !(t[-1].flags & TOKEN_CAPITAL);
}

/* called_project: "the plan, Project | Falcon": the noun is part of the name */
static bool
called_project(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->first];

	return m->own == 0 && m->last - m->first == 1 && m->reason != REASON_CALLED && m->first > 0 && token_has(t - 1, f->words->project) &&
		(t[-1].flags & TOKEN_CAPITAL) && (m->first < 2 || !(t[-2].flags & TOKEN_CAPITAL)) && !(t[-1].flags & TOKEN_SENTENCE);
}

/* called_by_deed: "Orbex employs 350", "Orbex, based in Farland" */
static int
called_by_deed(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t = &f->tokens[m->last];

	if (m->last + 2 >= f->article->tokens.n)
		return 0;
	if (is_small(t) && token_has(t, f->words->employs))
		return ENTITY_ORG;
	return t->mark == MARK_COMMA && m->kind == ENTITY_PERSON && (token_has(&t[1], f->words->based) || token_has(&t[1], f->words->headquartered)) &&
		token_has(&t[2], f->words->in) ? ENTITY_ORG : 0;
}

/* called_by_next: "the Bargain Basket store"; not "the Reed company", whose owner he may be */
static int
called_by_next(const NtNameFinder *f, const NtMention *m)
{
	return m->kind != ENTITY_PERSON && m->kind != ENTITY_NORP && m->last - m->first > 1 && m->first > 0 && m->last < f->article->tokens.n &&
		token_has(&f->tokens[m->first - 1], f->words->the) &&
		is_small(&f->tokens[m->last]) && token_is(f->vocab, &f->tokens[m->last], LEX_ORG_NOUN) ? ENTITY_ORG : 0;
}

/* called_by_noun: "the battery arm Zapella", "Chipmaker Zapella"; not "the publisher Reed", who may be somebody */
static int
called_by_noun(const NtNameFinder *f, const NtMention *m)
{
	const NtToken *t;
	uint64_t	classes;

	if (m->first == 0)
		return 0;
	t = &f->tokens[m->first - 1];
	/* the organisation “Pharlane” */
	if (m->first > 1 && token_mark_in(t, MARKS_DOUBLE | MARK_BIT(MARK_SINGLE_OPEN)) && (t->flags & TOKEN_SPACE))
		t--;
	classes = token_classes(f->vocab, t);
	return t->kind == TOKEN_WORD && (is_small(t) || (t->flags & TOKEN_SENTENCE)) && (classes & LEX_BIT(LEX_ORG_NOUN)) &&
		!(classes & (LEX_BIT(LEX_ROLE) | LEX_BIT(LEX_TITLE))) ? ENTITY_ORG : 0;
}

/* called_owner: "Orbex's shareholders" */
static int
called_owner(const NtNameFinder *f, const NtMention *m)
{
	return m->last + 1 < f->article->tokens.n && f->tokens[m->last].kind == TOKEN_CLITIC && is_small(&f->tokens[m->last + 1]) &&
		token_is(f->vocab, &f->tokens[m->last + 1], LEX_ORG_ROLE) ? ENTITY_ORG : 0;
}

/* is_open: only the tagger has it, and it may as well be something else. */
static bool
is_open(const NtNameFinder *f, const NtMention *m, uint16_t sure)
{
	if (m->entry != 0 || m->own != 0 || m->confidence > sure || (m->reason != REASON_TAGGER && m->reason != REASON_WORDS))
		return false;
	if (m->kind != ENTITY_PERSON)
		return true;
	/* a person with a title or a given name stays one */
	return !(token_classes(f->vocab, &f->tokens[m->first]) & LEX_BIT(LEX_GIVEN_NAME)) &&
		(m->first == 0 || !(token_classes(f->vocab, &f->tokens[m->first - 1]) & TITLE_CLASSES));
}

/* fits: the kind is the same, or no coarser than what is known. */
static bool
fits(int have, int called)
{
	return have == called || (called == ENTITY_GPE && kind_is_place(have)) || (called == ENTITY_ORG && have == ENTITY_FAC) ||
		(called == ENTITY_ORG && have == ENTITY_WORK_OF_ART);
}

/* around_settle gives such names the kind that they are called. */
void
around_settle(NtNameFinder *f)
{
	for (uint32_t i = 0; i < f->prose.n; i++)
	{
		NtMention  *m = &f->prose.at[i];
		int			kind;

		nt_tick(f->cx);
		if (called_people(f, m))
			mention_set(f->article, m, ENTITY_NORP, 0, REASON_CALLED);
		else if (called_paper(f, m))
			mention_set(f->article, m, ENTITY_ORG, phrase_entry(f, m->first, m->last), REASON_CALLED);
		else if (called_council(f, m) || called_town(f, m) || (i > 0 && called_address(f, m, m - 1)) || (i + 1 < f->prose.n && called_by_region(f, m, m + 1)))
			mention_set(f->article, m, ENTITY_GPE, 0, REASON_CALLED);
		else if (called_district(f, m))
		{
			mention_set(f->article, m, ENTITY_GPE, 0, REASON_CALLED);
			continue;
		}
		else if (called_club(f, m))
			mention_set(f->article, m, ENTITY_ORG, 0, REASON_CALLED);
		else if ((i + 1 < f->prose.n && called_seat(f, m, m + 1)) || called_constituency(f, m) || called_see(f, m) || called_ward(f, m))
		{
			/* Con, a party */
			if (i > 0 && f->tokens[m->first - 1].mark == MARK_COMMA && m[-1].last + 1 == m->first && m[-1].kind == ENTITY_PERSON && m[-1].last - m[-1].first == 1)
				mention_set(f->article, m - 1, ENTITY_ORG, 0, REASON_CALLED);
			mention_set(f->article, m, ENTITY_GPE, 0, REASON_CALLED);
			continue;
		}
		else if (i > 0 && called_child(f, m, m - 1))
			mention_set(f->article, m, ENTITY_PERSON, 0, REASON_CALLED);
		else if (called_project(f, m))
		{
			m->first--;
			m->start = f->tokens[m->first].start;
			mention_set(f->article, m, ENTITY_PRODUCT, 0, REASON_CALLED);
			continue;
		}
		else if (called_some(f, m))
			mention_set(f->article, m, ENTITY_PRODUCT, 0, REASON_CALLED);
		else if (called_street(f, m) || called_house(f, m))
			mention_set(f->article, m, ENTITY_FAC, 0, REASON_CALLED);
		kind = called_after(f, m);
		if (!is_open(f, m, kind == ENTITY_WORK_OF_ART ? 1000 : AROUND_SURE))
			continue;
		if (kind == 0)
			kind = called_before(f, m);
		if (kind == 0)
			kind = called_by_noun(f, m);
		if (kind == 0)
			kind = called_owner(f, m);
		if (kind == 0)
			kind = called_by_next(f, m);
		if (kind == 0)
			kind = called_by_deed(f, m);
		if (kind == 0)
			kind = the_alone(f, m);
		/* the people of a place are no body of it: "Quillbrook's workers" */
		if (kind == 0 || fits(m->kind, kind) || (kind == ENTITY_WORK_OF_ART && m->last - m->first < 2))
			continue;
		mention_set(f->article, m, kind, 0, REASON_CALLED);
	}
}
