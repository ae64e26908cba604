/*
 * name_tag.c -- weighs what the statistical tagger found against the lexicons
 * and patterns.
 *
 *     Dr. Okoro of Farland Bay told the Clean Rivers Act panel
 *         [PER]    [place    ]          [other         ]         the tagger
 *                  [loc      ]          [law           ]         patterns
 *
 * The tagger knows where a name stands and whether it is a person, place or
 * organisation better than rules do; rules and lexicons know the finer kinds,
 * entries, and what is too rare to be learned.  So its names are candidates
 * among the others, and they shift the others' scores: a candidate with the
 * span and type of a tag gains, one that cuts a tag or where the tagger saw
 * nothing loses.  What decides in the end is the best reading of the chunk.
 */
#include "name/name.h"

#include "name/name_score.h"
#include "name/name_english.h"
#include "know/knowledge.h"

static int
times(int score, int thousandths)
{
	return score * thousandths / 1000;
}

/* is_free_dash: a dash with space on both sides parts names. */
static bool
is_free_dash(const NtToken *t)
{
	return token_mark_in(t, MARKS_HYPHEN_OR_DASH) && (t->flags & TOKEN_SPACE) && (t[1].flags & TOKEN_SPACE);
}

/*
 * place_inside returns the "in" that parts a name that is whole before it from
 * a place after it ("Farland Stadium | in | Orbury"), 0 when there is none.
 */
static uint32_t
place_inside(const NtNameFinder *f, const NtTag *tag)
{
	const uint64_t heads = LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_PLACE_HEAD);

	for (uint32_t k = tag->first + 1; k + 1 < tag->last; k++)
		if (f->tokens[k].word != 0 && f->tokens[k].word == f->words->in &&
			(token_classes(f->vocab, &f->tokens[k - 1]) & heads) &&
			token_is(f->vocab, &f->tokens[tag->last - 1], LEX_PLACE_NAME))
			return k;
	return 0;
}

#define NAME_CLASSES \
	(LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_ORG_NAME) | \
	 LEX_BIT(LEX_PERSON_NAME) | LEX_BIT(LEX_NORP_NAME) | LEX_BIT(LEX_OTHER_NAME) | LEX_BIT(LEX_ORG_HEAD) | \
	 LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_PLACE_HEAD))

/*
 * runs_into_title tells whether a tag's last word belongs to the title after
 * it: "Farland Trade | Minister", "Orbex Vice | Chairman".
 */
static bool
runs_into_title(const NtNameFinder *f, const NtTag *tag)
{
	const NtToken *last = &f->tokens[tag->last - 1];
	const NtToken *title = &f->tokens[tag->last];
	const NtPhrase *p;

	if (tag->type == TAG_PERSON || tag->last >= f->article->tokens.n || (title->flags & (TOKEN_CAPITAL | TOKEN_SENTENCE)) != TOKEN_CAPITAL ||
		!(token_classes(f->vocab, title) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE))))
		return false;
	p = phrase_at(f, tag->last - 1, tag->last + 1);
	if (p != NULL && (p->classes & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE))))
		return true;
	return tag->last - tag->first > 1 &&
		(token_classes(f->vocab, last) & (NAME_CLASSES | LEX_BIT(LEX_COMMON_WORD))) == LEX_BIT(LEX_COMMON_WORD);
}

/*
 * ends_in_role tells whether a tag's last word is what somebody is there, in
 * the singular: "Farland Ministry | Spokesman", "Orbex | Director".
 */
static bool
ends_in_role(const NtNameFinder *f, const NtTag *tag)
{
	const NtToken *last = &f->tokens[tag->last - 1];

	if (tag->last - tag->first < 2 || (f->vocab->words[last->word].traits & TRAIT_PLURAL) ||
		!(token_classes(f->vocab, last) & LEX_BIT(LEX_ROLE)) ||
		(token_classes(f->vocab, last) & (NAME_CLASSES | LEX_BIT(LEX_EVENT_HEAD) | LEX_BIT(LEX_WORK_HEAD) | LEX_BIT(LEX_PRODUCT_HEAD))) != 0)
		return false;
	for (uint32_t k = tag->first; k < tag->last; k++)
		if (f->tokens[k].kind != TOKEN_WORD || !(f->tokens[k].flags & TOKEN_CAPITAL))
			return false;
	return (token_classes(f->vocab, last - 1) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_NAME))) != 0;
}

/* part_tag puts a tag in two, [first, middle) of type before and [from, last) after. */
static void
part_tag(NtNameFinder *f, NtTag *tag, uint32_t middle, uint32_t from, int before, int after)
{
	NtTag		left = *tag;

	left.last = middle;
	left.type = (uint8_t) before;
	*nt_push(f->cx, &f->tags) = left;
	tag->first = from;
	tag->type = (uint8_t) after;
}

/* is_place_at: these tokens are a place of the gazetteer. */
static bool
is_place_at(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	const NtPhrase *p = phrase_at(f, first, last);

	return p != NULL && p->readings > 0 &&
		f->vocab->entries[f->vocab->readings[p->reading].entry].kind == ENTITY_GPE;
}

/* owner_end returns the possessive after a place that owns an organisation: "Farland | 's | Orbex Bank". */
static uint32_t
owner_end(const NtNameFinder *f, const NtTag *tag)
{
	for (uint32_t k = tag->first + 1; k + 2 < tag->last && k < tag->first + 4; k++)
		if (f->tokens[k].kind == TOKEN_CLITIC)
			return is_place_at(f, tag->first, k) && phrase_at(f, tag->first, tag->last) == NULL ? k : 0;
	return 0;
}

/* is_club_of: in sports news, "Orbex of Farland" is a club and a place. */
static bool
is_club_of(const NtNameFinder *f, const NtTag *tag)
{
	return f->sporty && tag->last - tag->first >= 3 && f->tokens[tag->first + 1].word == f->words->of &&
		!(token_classes(f->vocab, &f->tokens[tag->first]) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_PLACE_HEAD) | LEX_BIT(LEX_COMMON_WORD))) &&
		is_place_at(f, tag->first + 2, tag->last);
}

/*
 * tag_open asks the tagger.  Of its names it leaves out what stands before a
 * dash ("Note - Orbex"), of persons and in sports news numbers at the end
 * ("Reed 86th") and the first word of a title ("Farland Trade | Minister"); it
 * parts a place that follows with "in" or "of" or goes before with "'s".
 */
void
tag_open(NtNameFinder *f)
{
	NtTags		tags = {0};

	f->tagged = f->article->know->tagger.rows != NULL && !f->lower;
	if (!f->tagged)
		return;
	tagger_tag(f->article, &tags);
	for (uint32_t i = 0; i < tags.n; i++)
	{
		NtTag		tag = tags.at[i];
		uint32_t	in;

		nt_tick(f->cx);
		for (uint32_t k = tag.first + 1; k + 1 < tag.last; k++)
			if (is_free_dash(&f->tokens[k]))
				tag.first = k + 1;
		while (tag.last - tag.first > 1 && (tag.type == TAG_PERSON || (tag.type == TAG_ORG && f->sport)) &&
			   (f->tokens[tag.last - 1].kind == TOKEN_NUMBER || f->tokens[tag.last - 1].kind == TOKEN_ALNUM))
			tag.last--;
		/* south London */
		while (tag.type == TAG_PLACE && tag.last - tag.first > 1 && f->tokens[tag.first].kind == TOKEN_WORD &&
			   !(f->tokens[tag.first].flags & TOKEN_CAPITAL) &&
			   !token_is(f->vocab, &f->tokens[tag.first], LEX_NAME_PARTICLE))
			tag.first++;
		if (tag.last - tag.first == 1 && f->tokens[tag.first].end - f->tokens[tag.first].start == 1)
			continue;			/* one letter */
		if (runs_into_title(f, &tag) && --tag.last == tag.first)
			continue;
		/* the Frelimo | party */
		while (tag.type == TAG_ORG && tag.last - tag.first > 1 && f->tokens[tag.last - 1].kind == TOKEN_WORD &&
			   !(f->tokens[tag.last - 1].flags & (TOKEN_CAPITAL | TOKEN_LETTERS | TOKEN_INNER_CAPITAL)) &&
			   token_is(f->vocab, &f->tokens[tag.last - 1], LEX_ORG_NOUN))
			tag.last--;
		if (ends_in_role(f, &tag))
		{
			tag.last--;
			tag.type = TAG_ORG;
		}
		/* the Emir of | Farland */
		if (tag.type != TAG_PLACE && tag.last - tag.first > 2 && f->tokens[tag.first + 1].word == f->words->of &&
			(token_classes(f->vocab, &f->tokens[tag.first]) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE))) &&
			!(token_classes(f->vocab, &f->tokens[tag.first]) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_EVENT_HEAD) | LEX_BIT(LEX_WORK_HEAD))) &&
			(is_place_at(f, tag.first + 2, tag.last) ||
			 (tag.last - tag.first == 3 && !token_is(f->vocab, &f->tokens[tag.first + 2], LEX_COMMON_WORD))))
		{
			tag.first += 2;
			tag.type = TAG_PLACE;
		}
		if (tag.type == TAG_ORG && (in = owner_end(f, &tag)) != 0)
			part_tag(f, &tag, in, in + 1, TAG_PLACE, TAG_ORG);
		else if (tag.type == TAG_ORG && is_club_of(f, &tag))
			part_tag(f, &tag, tag.first + 1, tag.first + 2, TAG_ORG, TAG_PLACE);
		in = tag.type == TAG_PERSON ? 0 : place_inside(f, &tag);
		if (in != 0)
			part_tag(f, &tag, in, in + 1, tag.type, TAG_PLACE);
		*nt_push(f->cx, &f->tags) = tag;
	}
}

/* tag_next returns the first tag that ends after a token; tags stand in text order. */
static const NtTag *
tag_next(NtNameFinder *f, uint32_t token)
{
	while (f->next_tag > 0 && f->tags.at[f->next_tag - 1].last > token)
		f->next_tag--;
	while (f->next_tag < f->tags.n && f->tags.at[f->next_tag].last <= token)
		f->next_tag++;
	return f->next_tag < f->tags.n ? &f->tags.at[f->next_tag] : NULL;
}

/* tag_begins tells whether a tag begins at a token. */
bool
tag_begins(NtNameFinder *f, uint32_t token)
{
	const NtTag *tag = tag_next(f, token);

	return tag != NULL && tag->first == token;
}

bool
tag_fits(int type, int kind)
{
	switch (kind)
	{
		case 0:
			return type != TAG_OTHER;
		case ENTITY_PERSON:
			return type == TAG_PERSON;
		case ENTITY_ORG:
			return type == TAG_ORG;
		case ENTITY_GPE:
		case ENTITY_LOC:
		case ENTITY_FAC:
			return type == TAG_PLACE;
		default:
			return type == TAG_OTHER;
	}
}

/* is_known_kind: the gazetteer is surer of the kind than the tagger can be. */
static bool
is_known_kind(const NtNameFinder *f, const NtCandidate *c)
{
	const NtEntry *e = &f->vocab->entries[c->entry];

	if (c->evidence != EVIDENCE_LEXICON || (e->flags & ENTRY_AMBIGUOUS))
		return false;
	if (f->sporty && (e->kind == ENTITY_GPE || (e->kind == ENTITY_ORG && token_is(f->vocab, &f->tokens[c->first], LEX_PLACE_NAME))))
		return false;
	return e->kind == ENTITY_NORP || e->kind == ENTITY_LANGUAGE || e->kind == ENTITY_EVENT || e->kind == ENTITY_LAW || c->last - c->first > 1 ||
		((e->kind == ENTITY_GPE || e->kind == ENTITY_ORG) && e->weight >= LARGE_PLACE);
}

/* is_owned: St. Andrew's Church, Farmers' Union. */
static bool
is_owned(const NtNameFinder *f, const NtCandidate *c)
{
	if (c->evidence != EVIDENCE_PATTERN || (c->kind != ENTITY_FAC && c->kind != ENTITY_ORG))
		return false;
	for (uint32_t i = c->first + 1; i + 1 < c->last; i++)
		if (f->tokens[i].kind == TOKEN_CLITIC || token_mark_in(&f->tokens[i], MARKS_APOSTROPHE))
			return true;
	return false;
}

/*
 * completes tells whether a pattern adds to a tag what the tagger is known to
 * leave out: a given name that is a month (May Okonjo), the first words of a
 * firm whose legal form it found (Halvorsen | Marine ASA), a storm's noun.
 */
static bool
completes(const NtNameFinder *f, const NtCandidate *c, const NtTag *tag)
{
	const NtToken *first = &f->tokens[c->first];

	if (c->evidence != EVIDENCE_PATTERN)
		return false;
	if (c->kind == ENTITY_PERSON)
		return tag->type == TAG_PERSON && tag->first == c->first + 1 && tag->last == c->last &&
			token_is(f->vocab, first, LEX_GIVEN_NAME) && token_is(f->vocab, first, LEX_MONTH) &&
			(c->first == f->first || first[-1].word == f->words->by ||
			 !(token_classes(f->vocab, first - 1) & (LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_DETERMINER))));
	if (c->kind == ENTITY_ORG && tag->type != TAG_PERSON && tag->first == c->first && tag->last + 1 == c->last &&
		token_is(f->vocab, &f->tokens[c->last - 1], LEX_ORG_HEAD))
		return true;
	if (c->kind == ENTITY_EVENT)
		return tag->first == c->first + 1 && tag->last == c->last && token_is(f->vocab, first, LEX_EVENT_HEAD);
	return c->kind == ENTITY_ORG && c->last - c->first > 2 &&
		token_is(f->vocab, &f->tokens[c->last - 1], LEX_ORG_SUFFIX) &&
		(first->flags & TOKEN_CAPITAL) &&
		(tag->first == c->first || (tag->last == c->last && !case_initial(f, c->first)));
}

/* further_cuts: each more tag that a candidate overlaps costs as much again. */
static int
further_cuts(const NtNameFinder *f, const NtTag *tag, uint32_t last)
{
	const NtTag *end = f->tags.at + f->tags.n;
	int			score = 0;

	for (tag++; tag < end && tag->first < last; tag++)
		score += SCORE_TAG_CUT + times(SCORE_TAG_CUT_SURE, tag->confidence);
	return score;
}

/* tag_weigh returns what the tagger adds to a candidate's score. */
int
tag_weigh(NtNameFinder *f, const NtCandidate *c)
{
	const NtTag *tag;
	uint32_t	last = c->last;

	if (!f->tagged)
		return 0;
	tag = tag_next(f, c->first);
	/* Ariane 5: the tagger may leave the number out */
	if (tag != NULL && tag->last + 1 == last && f->tokens[last - 1].kind == TOKEN_NUMBER)
		last--;
	if (tag == NULL || tag->first >= c->last)
		return c->evidence == EVIDENCE_LEXICON ? SCORE_TAG_ABSENT_ENTRY : SCORE_TAG_ABSENT;
	if (tag->first != c->first || tag->last != last)
	{
		if (is_owned(f, c) && tag->first == c->first)
			return SCORE_TAG_OWNED;
		if (completes(f, c, tag))
			return SCORE_TAG_COMPLETES;
		if (c->evidence == EVIDENCE_LEXICON && c->last - c->first > 1 && tag->first >= c->first && tag->last <= c->last)
			return SCORE_TAG_KNOWN_CUT;
		if (tag->first == f->doubted)
			return 0;
		return SCORE_TAG_CUT + times(SCORE_TAG_CUT_SURE, tag->confidence) + further_cuts(f, tag, c->last);
	}
	if (tag_fits(tag->type, c->kind))
		return (c->evidence == EVIDENCE_LEXICON ? SCORE_TAG_SAME : SCORE_TAG_SAME_PATTERN) + times(SCORE_TAG_SURE, tag->confidence);
	if (is_known_kind(f, c))
		return SCORE_TAG_KNOWN_KIND + times(SCORE_TAG_SURE, tag->confidence);
	return SCORE_TAG_OTHER_KIND + times(SCORE_TAG_OTHER_KIND_SURE, tag->confidence);
}

/* tag_doubt returns what the ordinary words of a tag take from its score. */
static int
tag_doubt(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	int			words = 0;
	int			doubtful = 0;
	int			blind = 0;
	int			stranger = 0;

	for (uint32_t i = from; i < to; i++)
	{
		const NtItem *item = &f->items[i];

		if (item->joint != JOINT_NONE || (item->flags & ITEM_NUMBER))
			continue;
		words++;
		if ((item->flags & ITEM_ORDINARY) &&
			(!(item->flags & ITEM_MIDDLE) || (item->flags & ITEM_SMALL) || (f->tokens[item->token].flags & TOKEN_UPPER)))
		{
			doubtful++;
			blind += (item->flags & ITEM_BLIND) != 0;
		}
		else if ((item->flags & ITEM_BLIND) && !(item->flags & ITEM_MIDDLE) && (item->classes & NAME_CLASSES) == 0 &&
				 f->votes.at != NULL)
			stranger++;
	}
	return SCORE_TAG_ORDINARY * blind + (stranger < words ? SCORE_TAG_STRANGER * stranger : 0) + (doubtful == words ? SCORE_TAG_ALL_ORDINARY * words : 0);
}

/* is_credit: "(AFP Photo)", an agency and an ordinary word in brackets. */
static bool
is_credit(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	uint32_t	first = f->items[from].token;
	uint32_t	last = f->items[to - 1].token + 1;

	return to - from == 2 && (f->tokens[first].flags & TOKEN_UPPER) && (f->items[to - 1].flags & ITEM_ORDINARY) &&
		first > f->first && f->tokens[first - 1].mark == MARK_ROUND_OPEN &&
		last < f->last && token_is_mark(&f->tokens[last], ')');
}

/* is_no_name: GDP, a weekday, a month, a word of bylines (By Newsroom), or a title alone. */
static bool
is_no_name(const NtItem *item, const NtTag *tag)
{
	const uint64_t desk = LEX_BIT(LEX_BYLINE_CUE) | LEX_BIT(LEX_COMMON_WORD);

	return (item->flags & ITEM_CALENDAR) || (item->classes & LEX_BIT(LEX_NO_NAME)) || (item->classes & (desk | NAME_CLASSES)) == desk ||
		(tag->type == TAG_PERSON && (item->flags & ITEM_TITLE) &&
		 !(item->classes & (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_NORP_NAME))));
}

/*
 * is_title_before: a title before a person's name; one that is a given name
 * too (Bishop, Prince) when a given name and another word follow it.
 */
static bool
is_title_before(const NtNameFinder *f, uint32_t from, uint32_t to)
{
	const NtItem *item = &f->items[from];

	if (!(item->flags & ITEM_TITLE) || (f->tokens[item->token].flags & TOKEN_INITIAL))
		return false;
	return !(item->classes & LEX_BIT(LEX_GIVEN_NAME)) ||
		((item->classes & LEX_BIT(LEX_TITLE)) && from + 2 < to && (item[1].classes & LEX_BIT(LEX_GIVEN_NAME)) &&
		 item[1].token == item->token + 1);
}

/* usual_kind: what a type is when no word of the name tells a finer kind. */
static int
usual_kind(int type)
{
	switch ((NtTagType) type)
	{
		case TAG_PERSON:
			return ENTITY_PERSON;
		case TAG_PLACE:
			return ENTITY_GPE;
		case TAG_ORG:
			return ENTITY_ORG;
		case TAG_OTHER:
			return ENTITY_PRODUCT;
	}
	return ENTITY_PRODUCT;
}

/* tag_offer offers the tag that begins at an item, without a title before a person. */
void
tag_offer(NtNameFinder *f, uint32_t item)
{
	const NtTag *tag;
	NtCandidate c = {0};
	uint32_t	from = item;
	uint32_t	to = item;
	int			words = 0;
	int			doubt;
	bool		extended = false;

	if (!f->tagged)
		return;
	tag = tag_next(f, f->items[item].token);
	if (tag == NULL || tag->first != f->items[item].token ||
		(tag->last == tag->first + 1 && (is_no_name(&f->items[item], tag) || phrase_is_zone(f, tag->first))))
		return;
	while (to < f->n && f->items[to].token < tag->last)
		to++;
	if (tag->type == TAG_PERSON)
		while (from + 1 < to && is_title_before(f, from, to))
			from++;
	c.first = f->items[from].token;
	c.last = tag->last;
	if (is_credit(f, from, to))
		c.last = f->items[--to].token;
	/* Kim | In-so */
	if (tag->type == TAG_PERSON && to + 1 < f->n && f->items[to].token == tag->last && f->items[to].joint == JOINT_NONE &&
		(f->items[to + 1].flags & ITEM_HYPHEN) && token_is(f->vocab, &f->tokens[f->items[to + 1].token], LEX_NAME_SYLLABLE))
		to++;
	/* Kwok Wai | -keung */
	for (; to < f->n && (f->items[to].flags & ITEM_HYPHEN) && !(f->items[to].flags & ITEM_NUMBER) &&
		 !(f->tokens[f->items[to].token].flags & TOKEN_CAPITAL); to++)
		c.last = f->items[to].token + 1, extended = true;
	for (uint32_t i = c.first; i < c.last && words < 8; i++)
		words += f->tokens[i].kind == TOKEN_WORD;
	c.score = SCORE_TAG + SCORE_TAG_WORD * words + times(SCORE_TAG_SURE, tag->confidence);
	doubt = tag_doubt(f, from, to);
	if (f->blind && doubt < 0)
		f->doubted = tag->first;
	c.score += doubt;
	c.kind = (uint8_t) (extended && tag->type != TAG_ORG ? ENTITY_PERSON : kind_of_tag(f, tag->type, from, to));
	c.by_words = c.kind != usual_kind(tag->type);
	c.evidence = EVIDENCE_TAGGER;
	c.confidence = tag->confidence;
	for (uint32_t i = item; i < from; i++)
		chunk_leave_out(f, i, i + 1);
	chunk_offer(f, from, to, c);
}
