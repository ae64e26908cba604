/*
 * name_pattern.c -- what names look like that no lexicon holds.
 *
 *     persons      given name and surname, initials, a title before:
 *                  "Ms. Tam Okoro", "J. R. Vance", "Ludwig van Beek"
 *     head words   a last word that says what the whole is ("Orbex Foundation",
 *                  "Lena River"), a first one ("Lake Orr"), or one before "of"
 *                  ("Bank of Farland"); the table below
 *     teams        a city and a word: "Leeds Rovers"
 *     acronyms     "UNRO"
 *     one word     of unknown kind: settled in name.c by what the rest of the
 *                  article says of it
 *
 * A span grows item by item; NtRun keeps what it holds, so that each step
 * costs the same however long the span is.
 */
#include "name/name.h"

#include "name/name_score.h"

typedef struct NtRun
{
	uint32_t	words;			/* capitalised words, numbers not counted */
	uint32_t	ordinary;
	uint32_t	unnamed;		/* ordinary and neither given name nor surname */
	uint32_t	titles;
	uint32_t	calendar;
	uint32_t	numbers;
	uint32_t	blind;			/* blind words that are ordinary and not seen inside a sentence */
	uint32_t	closed;			/* small grammatical words with a capital that join nothing: At, Over */
	uint32_t	joints;			/* bit a NtJoint */
	bool		owner;			/* a possessive that is no ordinary word's */
	uint32_t	of_heads;		/* head word class before an "of": item + 1, 0: none */
} NtRun;

/* What a head word makes of its span; scores are for two words, 0: no such form. */
typedef struct NtHeadRule
{
	int			class;
	uint8_t		kind;			/* unless the word's own kind= says otherwise */
	int8_t		tail;			/* the last word */
	int8_t		head;			/* the first word */
	int8_t		of;				/* the word before "of" or "for" */
} NtHeadRule;

static const NtHeadRule head_rules[] = {
	{LEX_ORG_SUFFIX, ENTITY_ORG, 76, 0, 0},
	{LEX_ORG_HEAD, ENTITY_ORG, 62, 0, 70},
	{LEX_PLACE_HEAD, ENTITY_LOC, 60, 60, 58},
	{LEX_EVENT_HEAD, ENTITY_EVENT, 60, 56, 64},
	{LEX_LAW_HEAD, ENTITY_LAW, 60, 0, 62},
	{LEX_PRODUCT_HEAD, ENTITY_PRODUCT, 54, 54, 0},
};

#define HEAD_RULES ((int) (sizeof(head_rules) / sizeof(head_rules[0])))
#define HEAD_CLASSES \
	(LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_PLACE_HEAD) | \
	 LEX_BIT(LEX_EVENT_HEAD) | LEX_BIT(LEX_LAW_HEAD) | LEX_BIT(LEX_PRODUCT_HEAD))
#define PERSON_CLASSES (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME))

static bool
has(const NtItem *item, uint64_t classes)
{
	return (item->classes & classes) != 0;
}

static bool
is_unnamed(const NtItem *item)
{
	return (item->flags & ITEM_ORDINARY) && !has(item, PERSON_CLASSES);
}

static void
offer(NtNameFinder *f, uint32_t from, uint32_t to, int kind, int score)
{
	NtCandidate c = {f->items[from].token, f->items[to - 1].token + 1, 0, score, (uint8_t) kind, EVIDENCE_PATTERN};

	if (f->items[from].flags & ITEM_HYPHEN)
		c.score += SCORE_CUT_HYPHEN;
	if (to < f->n && (f->items[to].flags & ITEM_HYPHEN))
		c.score += SCORE_CUT_HYPHEN;

	chunk_offer(f, from, to, c);
}

static void
run_add(NtRun *run, const NtItem *item, bool hyphened)
{
	if (item->joint != JOINT_NONE)
	{
		if (item->joint == JOINT_POSSESSIVE && !has(item - 1, LEX_BIT(LEX_COMMON_WORD)) &&
			!(run->words == 2 && has(item - 2, LEX_BIT(LEX_NAME_PARTICLE))))
			run->owner = true;
		run->joints |= 1u << item->joint;
		return;
	}
	if (item->flags & ITEM_NUMBER)
	{
		run->numbers++;
		return;
	}
	run->words++;
	run->closed += (item->flags & ITEM_CLOSED) && (item->flags & ITEM_BLIND);
	run->ordinary += (item->flags & ITEM_ORDINARY) != 0;
	run->unnamed += is_unnamed(item) && !hyphened;
	run->titles += (item->flags & ITEM_TITLE) != 0;
	run->calendar += (item->flags & ITEM_CALENDAR) != 0;
	run->blind += (item->flags & ITEM_BLIND) && (item->flags & ITEM_ORDINARY) && !(item->flags & ITEM_MIDDLE);
}

/* ---- persons ---------------------------------------------------------- */

/* unnamed_inside counts ordinary words between the first and the last. */
static int
unnamed_inside(const NtRun *run, const NtItem *first, const NtItem *last)
{
	int			inside = (int) run->unnamed - is_unnamed(first) - is_unnamed(last);

	return inside > 0 ? inside : 0;
}

/* ends_in_syllables: Kim Jong-un, of whose last word no capital begins the second half */
static bool
ends_in_syllables(const NtNameFinder *f, const NtItem *first, const NtItem *last, uint32_t words)
{
	return (words == 3 || (words == 4 && has(first, LEX_BIT(LEX_GIVEN_NAME)))) && (last->flags & ITEM_HYPHEN) && has(last, LEX_BIT(LEX_NAME_SYLLABLE)) &&
		!(f->tokens[last->token].flags & TOKEN_CAPITAL) && (f->tokens[last[-1].token].flags & TOKEN_CAPITAL) && !is_unnamed(first);
}

/* is_hyphened_through: Ata-ur-Rehman, Majlis-e-Adl, Gulshan-i-Noor */
static bool
is_hyphened_through(const NtItem *first, const NtItem *last, uint32_t items)
{
	return items == 3 && first[1].joint == JOINT_PARTICLE && (first[1].flags & ITEM_HYPHEN) &&
		(last->flags & ITEM_HYPHEN) && !has(first, LEX_BIT(LEX_PLACE_NAME)) && !has(last, LEX_BIT(LEX_PLACE_HEAD));
}

/* first_score tells how well a word begins a person's name. */
static int
first_score(const NtNameFinder *f, const NtItem *first)
{
	int			score = 0;

	if (f->tokens[first->token].flags & TOKEN_INITIAL)
		score += SCORE_INITIAL_FIRST;
	else if (has(first, LEX_BIT(LEX_GIVEN_NAME)))
		score += (first->flags & ITEM_ORDINARY) && (first->flags & (ITEM_INITIAL | ITEM_BLIND)) ?
			SCORE_GIVEN_ORDINARY : SCORE_GIVEN_FIRST;
	else if (is_unnamed(first))
		score += SCORE_NOT_PERSON;
	else
		score += SCORE_UNKNOWN_FIRST;
	if (has(first, LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_NORP_NAME)) && !has(first, LEX_BIT(LEX_GIVEN_NAME)))
		score += SCORE_PLACE_FIRST;
	if (has(first, LEX_BIT(LEX_PLACE_HEAD)))
		score += SCORE_PLACE_FIRST;
	return score;
}

/* last_score tells how well a word ends the name that another begins. */
static int
last_score(const NtNameFinder *f, const NtItem *first, const NtItem *last)
{
	int			score = 0;

	if (has(last, LEX_BIT(LEX_SURNAME)))
		score += last->flags & ITEM_ORDINARY ? SCORE_SURNAME_ORDINARY : SCORE_SURNAME_LAST;
	else if (is_unnamed(last) && !(last->flags & ITEM_HYPHEN))
		score += has(first, LEX_BIT(LEX_GIVEN_NAME)) && !(last->flags & (ITEM_BLIND | ITEM_TITLE)) ? 0 : SCORE_NOT_PERSON;
	else if (f->tokens[last->token].flags & TOKEN_UPPER && !(f->tokens[first->token].flags & TOKEN_UPPER))
		score += SCORE_NOT_PERSON;
	else
		score += SCORE_UNKNOWN_LAST;
	if (f->tokens[last->token].end - f->tokens[last->token].start < 2)
		score += SCORE_NOT_PERSON;	/* W L */
	if (has(last, HEAD_CLASSES | LEX_BIT(LEX_NORP_NAME)) && !has(last, LEX_BIT(LEX_SURNAME)))
		score += SCORE_NOT_PERSON;
	else if (has(last, LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX)))
		score += SCORE_NOT_PERSON / 2;
	return score;
}

static void
offer_person(NtNameFinder *f, uint32_t from, uint32_t to, const NtRun *run)
{
	const NtItem *first = &f->items[from];
	const NtItem *last = &f->items[to - 1];
	uint32_t	words = run->words;
	int			score = SCORE_PERSON;
	bool		titled = (first->flags & ITEM_TITLED) != 0;

	if (first->joint == JOINT_PARTICLE && from + 1 < to)
	{
		titled |= (f->items[from + 1].flags & ITEM_TITLED) != 0;
		first++;
	}
	if (run->numbers > 0 || (run->joints & ~(1u << JOINT_PARTICLE)) != 0 || (run->closed > 0 && has(first, LEX_BIT(LEX_PREPOSITION))))
		return;
	if (has(last, LEX_BIT(LEX_NAME_SUFFIX)) && words > 2)
		last--, words--;
	if (words < 2 || words > 5)
		return;
	if (ends_in_syllables(f, first, last, words))
	{
		offer(f, from, to, ENTITY_PERSON, score + SCORE_SYLLABLE + (words > 3 ? MORE_WORD : 0));
		return;
	}
	if (is_hyphened_through(first, last, to - from))
	{
		offer(f, from, to, has(first, LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_NAME)) ? ENTITY_ORG : first->flags & ITEM_PLACED ? ENTITY_GPE : ENTITY_PERSON,
			  score + SCORE_SYLLABLE + SCORE_WHOLE_HYPHENS);
		return;
	}
	score += first_score(f, first) + last_score(f, first, last) + SCORE_WORD_BETWEEN * ((int) words - 2);
	if (run->titles > 0 && (first->flags & ITEM_TITLE))
		score += SCORE_NOT_PERSON;
	if (run->calendar > 0 &&
		!(has(first, LEX_BIT(LEX_GIVEN_NAME)) && !is_unnamed(last) && !has(last, LEX_BIT(LEX_PLACE_NAME)) &&
		  !(f->tokens[last->token].flags & TOKEN_UPPER)))
		score += SCORE_NOT_PERSON;
	if (run->unnamed > 0)
		score += SCORE_NOT_PERSON * unnamed_inside(run, first, last);
	if (titled)
		score += SCORE_TITLE_BEFORE;
	/* Governor Sunday Falade, whom the tagger takes for a day */
	if (has(first, LEX_BIT(LEX_WEEKDAY)) && from > 0 && (f->items[from - 1].flags & ITEM_TITLE) && words == 2 &&
		f->items[from - 1].token + 1 == first->token && !is_unnamed(last))
		score += SCORE_TITLED_DAY;
	offer(f, from, to, ENTITY_PERSON, score);
}

/* ---- one word --------------------------------------------------------- */

/* is_headed: the Park of National Park, whose first word is a role by itself too. */
static bool
is_headed(const NtNameFinder *f, uint32_t item)
{
	return item > 0 && has(&f->items[item], HEAD_CLASSES) && f->items[item - 1].token + 1 == f->items[item].token &&
		!has(&f->items[item - 1], LEX_BIT(LEX_TITLE));
}

/* is_label: behind a title at a line's beginning, before a colon: whose turn it is in a transcript, MR. HALVERSEN: */
static bool
is_label(const NtNameFinder *f, uint32_t i)
{
	return i > 0 && i + 1 < f->article->tokens.n && token_is_mark(&f->tokens[i + 1], MARK_COLON) && token_begins_line(&f->tokens[i - 1]);
}

static void
offer_word(NtNameFinder *f, uint32_t item)
{
	const NtItem *it = &f->items[item];
	const NtToken *t = &f->tokens[it->token];
	const NtVote *vote;
	int			kind;

	if ((it->flags & (ITEM_NUMBER | ITEM_CLOSED)) || has(it, LEX_BIT(LEX_NO_NAME)))
		return;
	if ((it->flags & ITEM_TITLED) && !is_headed(f, item) && !(it->flags & (ITEM_TITLE | ITEM_CALENDAR)) && !is_unnamed(it) &&
		t->end - t->start > 1 && !has(it, LEX_BIT(LEX_NORP_NAME)))
	{
		/* the tagger takes Støre for a store */
		offer(f, item, item + 1, ENTITY_PERSON, SCORE_TITLED_WORD + (t->flags & TOKEN_FOREIGN ? SCORE_TITLED_FOREIGN : 0) + (is_label(f, it->token) ? SCORE_TITLED_LABEL : 0));
		return;
	}
	vote = vote_find(f, t);
	kind = vote_kind(vote);
	if (kind != 0 && !((it->flags & ITEM_ORDINARY) && !(it->flags & ITEM_MIDDLE)))
		offer(f, item, item + 1, kind, SCORE_KNOWN_WORD + (vote->kind ? SCORE_WHOLE_WORD : 0) + (f->blind && kind == ENTITY_PERSON ? SCORE_VOTED_HEADLINE : 0));
	if (it->flags & (ITEM_CALENDAR | ITEM_TITLE | ITEM_BLIND))
		return;
	if ((it->flags & ITEM_ORDINARY) || has(it, HEAD_CLASSES))
		return;
	if (t->end - t->start < 2 || (t->flags & TOKEN_INITIAL))
		return;
	if ((t->flags & TOKEN_UPPER) && t->end - t->start <= 6)
		offer(f, item, item + 1, ENTITY_ORG, SCORE_ACRONYM);
	else
		offer(f, item, item + 1, 0, has(it, PERSON_CLASSES) ? SCORE_KNOWN_WORD : SCORE_UNKNOWN_WORD);
}

/* ---- head words ------------------------------------------------------- */

static int
head_score(const NtNameFinder *f, uint32_t from, const NtRun *run)
{
	const NtItem *first = &f->items[from];
	int			score = 0;

	if (run->words > 2)
		score += SCORE_MORE_WORD * ((int) run->words - 2);
	if (run->words > 5)
		score += (SCORE_LONG - SCORE_MORE_WORD) * ((int) run->words - 5);
	if (run->joints & 1u << JOINT_AND)
		score += SCORE_AND;
	if (run->blind > 0)
		score += SCORE_BLIND * (int) run->blind;
	if ((first->flags & ITEM_INITIAL) && (first->flags & ITEM_ORDINARY))
		score += SCORE_BEGINS_ORDINARY;
	if (run->titles > 0 && (first->flags & ITEM_TITLE) && !has(first, HEAD_CLASSES))
		score += SCORE_BEGINS_ORDINARY;
	return score;
}

/* kind_of_head: a word may be a head of two classes (Bank), its kind= is of one; a body's that is a place's is a building's (Museum). */
static int
kind_of_head(const NtItem *head, const NtHeadRule *rule)
{
	bool		org = head->head_kind == ENTITY_ORG || head->head_kind == 0;

	if (rule->class == LEX_PLACE_HEAD && head->head_kind == ENTITY_ORG)
		return ENTITY_FAC;
	return head->head_kind != 0 && org == (rule->kind == ENTITY_ORG) ? head->head_kind : rule->kind;
}

static void
offer_heads(NtNameFinder *f, uint32_t from, uint32_t to, const NtRun *run)
{
	const NtItem *first = &f->items[from];
	const NtItem *last = &f->items[to - 1];
	const NtItem *of_head = run->of_heads > 0 ? &f->items[run->of_heads - 1] : NULL;
	bool		of = (run->joints & (1u << JOINT_OF | 1u << JOINT_FOR | 1u << JOINT_THE)) != 0;
	int			extra;
	int			place;

	if (run->words + run->numbers < 2 || run->calendar > 0 || (first->flags & (ITEM_CLOSED | ITEM_CALENDAR | ITEM_NUMBER)) ||
		(last->flags & ITEM_CLOSED))
		return;
	if (!has(first, HEAD_CLASSES) && !has(last, HEAD_CLASSES) && of_head == NULL)
		return;
	/* Fire At Warehouse, in a headline */
	if (run->closed > 0 || (run->blind == 2 && run->words == 2 && run->ordinary == 2 && case_small(f, &f->tokens[last->token])))
		return;
	/* Children's Hospital, but not Kenya's Ministry */
	if (run->owner)
		return;
	/* the Scottish Parliament for Argyll: its member's seat */
	if ((run->joints & 1u << JOINT_FOR) && last[-1].joint == JOINT_FOR && has(last, LEX_BIT(LEX_PLACE_NAME)))
		return;
	extra = head_score(f, from, run);
	for (int i = 0; i < HEAD_RULES; i++)
	{
		const NtHeadRule *r = &head_rules[i];
		const NtItem *head = NULL;
		int			score = 0;

		if (r->of > 0 && of_head != NULL && has(of_head, LEX_BIT(r->class)))
			head = of_head, score = r->of;
		else if (!of && r->tail > 0 && has(last, LEX_BIT(r->class)) && !(last->flags & ITEM_NUMBER))
			head = last, score = r->tail;
		else if (!of && r->head > 0 && has(first, LEX_BIT(r->class)) && run->words <= 3 &&
				 !(first->flags & ITEM_TITLE) && !is_unnamed(last) && run->joints == 0)
			head = first, score = r->head;
		if (head == NULL)
			continue;
		if (r->kind > ENTITY_PERSON && r->kind != ENTITY_ORG && run->words == 2 && run->ordinary == 2)
			continue;			/* Peace Deal, Talks Show */
		/* Grimsby Town, a club */
		if (r->class == LEX_PLACE_HEAD && phrase_is_club(f, first->token, last->token + 1))
			continue;
		if (r->kind != ENTITY_ORG && head == last && run->words == 2 &&
			has(first, LEX_BIT(LEX_GIVEN_NAME)) && has(last, LEX_BIT(LEX_SURNAME)))
			score += SCORE_BEGINS_ORDINARY;	/* Edith Marsh */
		if (head == last && (place = kind_by_place_head(f, from, to)) != 0)
			offer(f, from, to, place, score + extra);
		else
			offer(f, from, to, head == first && is_town_head(f, from) ? ENTITY_GPE : kind_of_head(head, r), score + extra);
	}
}

/* ---- teams and firms --------------------------------------------------- */

/* is_firm: two surnames that an ampersand joins, Bryce & Nolan; not: Kim & Aggie */
static bool
is_firm(const NtItem *first, const NtItem *last, const NtRun *run)
{
	return run->words == 2 && run->blind == 0 && !has(first, LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_PLACE_NAME)) && !has(last, LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_PLACE_NAME));
}

static void
offer_team(NtNameFinder *f, uint32_t from, uint32_t to, const NtRun *run)
{
	const NtItem *first = &f->items[from];
	const NtItem *last = &f->items[to - 1];

	if (run->numbers > 0 || run->calendar > 0 || run->titles > 0 || (first->flags & ITEM_CLOSED))
		return;
	if (run->joints == 1u << JOINT_AMPERSAND && run->words >= 2 && run->words <= 4)
		offer(f, from, to, ENTITY_ORG, SCORE_TEAM + SCORE_BLIND * (int) run->blind + (is_firm(first, last, run) ? SCORE_FIRM : 0));
	if ((first->flags & ITEM_WORK) && run->joints == 0 && to == f->n && run->ordinary > 0)
		offer(f, from, to, ENTITY_WORK_OF_ART, SCORE_WORK + SCORE_MORE_WORD * (int) run->words);
	if (run->joints == 0 && run->words == 2 && has(first, LEX_BIT(LEX_PLACE_NAME)) &&
		!has(last, LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_NORP_NAME) | PERSON_CLASSES) &&
		!(last->flags & (ITEM_HYPHEN | ITEM_BLIND)) && !(f->tokens[last->token].flags & TOKEN_UPPER) &&
		has(last, LEX_BIT(LEX_SPORTS_WORD)))
		offer(f, from, to, ENTITY_ORG, SCORE_TEAM);
}

/* pattern_offer offers every pattern that begins at an item. */
void
pattern_offer(NtNameFinder *f, uint32_t item)
{
	NtRun		run = {0};
	uint32_t	end = item + SPAN_ITEMS < f->n ? item + SPAN_ITEMS : f->n;

	if (f->items[item].joint == JOINT_NONE)
		offer_word(f, item);
	for (uint32_t to = item + 1; to <= end; to++)
	{
		const NtItem *last = &f->items[to - 1];

		run_add(&run, last, (last->flags & ITEM_HYPHEN) || (to < f->n && (last[1].flags & ITEM_HYPHEN)));
		if ((last->joint == JOINT_OF || last->joint == JOINT_FOR) && to - 1 > item && run.of_heads == 0 && has(last - 1, HEAD_CLASSES))
			run.of_heads = to - 1;
		if (last->joint != JOINT_NONE)
			continue;
		offer_person(f, item, to, &run);
		if (f->items[item].joint == JOINT_NONE)
		{
			offer_heads(f, item, to, &run);
			offer_team(f, item, to, &run);
		}
	}
}
