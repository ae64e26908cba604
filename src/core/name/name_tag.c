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

#include "base/ascii.h"
#include "name/name_score.h"
#include "name/name_english.h"
#include "know/knowledge.h"

static int
times(int score, int thousandths)
{
	return score * thousandths / 1000;
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

static bool
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

#define NAMES_AND_WORDS \
	(LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_NORP_NAME))

/* is_known_kind: the gazetteer is surer of the kind than the tagger can be. */
static bool
is_known_kind(const NtNameFinder *f, const NtCandidate *c)
{
	const NtEntry *e = &f->vocab->entries[c->entry];

	if (c->evidence != EVIDENCE_LEXICON || (e->flags & ENTRY_AMBIGUOUS))
		return false;
	if (f->sporty && (e->kind == ENTITY_GPE || (e->kind == ENTITY_ORG && c->last - c->first == 1 && token_is(f->vocab, &f->tokens[c->first], LEX_PLACE_NAME))))
		return false;
	/* the M25 */
	if (e->kind == ENTITY_FAC && ascii_is_digit(f->article->text[f->tokens[c->last - 1].end - 1]))
		return true;
	return e->kind == ENTITY_NORP || e->kind == ENTITY_LANGUAGE || e->kind == ENTITY_EVENT || e->kind == ENTITY_LAW || c->last - c->first > 1 ||
		(e->kind == ENTITY_PRODUCT && !(token_classes(f->vocab, &f->tokens[c->first]) & NAMES_AND_WORDS)) ||
		((e->kind == ENTITY_GPE || e->kind == ENTITY_ORG) && e->weight >= LARGE_PLACE) ||
		(e->kind == ENTITY_LOC && e->weight >= LARGE_REGION);
}

/* is_likely_place: Wolfsburg, a town and nothing else to any list, which the tagger takes for something else without being sure; in sports news it may be its club. */
static bool
is_likely_place(const NtNameFinder *f, const NtCandidate *c, const NtTag *tag)
{
	const NtEntry *e = &f->vocab->entries[c->entry];
	const uint64_t other = LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_AMBIGUOUS);

	return c->evidence == EVIDENCE_LEXICON && e->kind == ENTITY_GPE && e->weight >= SMALL_PLACE && tag->confidence < SURE_NO_TOWN &&
		!f->sporty && c->last - c->first == 1 && !(token_classes(f->vocab, &f->tokens[c->first]) & other) && !(f->tokens[c->first].flags & TOKEN_UPPER);
}

/* is_no_people: Konkan, a region to a list, which only ends like a people's name. */
static bool
is_no_people(const NtNameFinder *f, const NtCandidate *c, const NtTag *tag)
{
	const NtEntry *e = &f->vocab->entries[c->entry];

	return c->evidence == EVIDENCE_LEXICON && e->kind == ENTITY_LOC && !(e->flags & ENTRY_AMBIGUOUS) && tag->type == TAG_OTHER &&
		!(token_classes(f->vocab, &f->tokens[c->first]) & NAMES_AND_WORDS & ~LEX_BIT(LEX_PLACE_NAME));
}

/* are_two: the Orbex Agency | 's | Price Division: the tags are of two bodies. */
static bool
are_two(const NtNameFinder *f, const NtCandidate *c, const NtTag *tag)
{
	return tag->type == TAG_ORG && tag + 1 < f->tags.at + f->tags.n && tag[1].type != TAG_PERSON && tag[1].first == tag->last + 1 && tag[1].last == c->last &&
		token_is(f->vocab, &f->tokens[tag->last - 1], LEX_ORG_HEAD) && tag->last - tag->first > 1;
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
			((token_is(f->vocab, first, LEX_GIVEN_NAME) && token_is(f->vocab, first, LEX_MONTH) &&
			  (c->first == f->first || token_has(&first[-1], f->words->by) ||
			   !(token_classes(f->vocab, first - 1) & (LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_DETERMINER))))) ||
			 /* Governor Sunday Falade */
			 (token_is(f->vocab, first, LEX_WEEKDAY) && c->first > f->first && token_is(f->vocab, first - 1, LEX_TITLE)));
	if (c->kind == ENTITY_ORG && tag->type != TAG_PERSON && tag->first == c->first && tag->last + 1 == c->last &&
		token_is(f->vocab, &f->tokens[c->last - 1], LEX_ORG_HEAD))
		return true;
	if (c->kind == ENTITY_EVENT)
		return tag->first == c->first + 1 && tag->last == c->last && token_is(f->vocab, first, LEX_EVENT_HEAD);
	return c->kind == ENTITY_ORG && c->last - c->first > 2 &&
		token_is(f->vocab, &f->tokens[c->last - 1], LEX_ORG_SUFFIX) &&
		(first->flags & TOKEN_CAPITAL) && tag->last <= c->last &&
		(tag->first == c->first || (tag->last == c->last && c->first < tag->first && !case_initial(f, c->first)));
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

/* known_cut: what an entry of several words gains that holds tags, for each of them if it is a body's: Electoral Commission | of | Farland. */
static int
known_cut(const NtNameFinder *f, const NtCandidate *c, const NtTag *tag)
{
	const NtTag *end = f->tags.at + f->tags.n;
	int			score = SCORE_TAG_KNOWN_BODY;

	if (c->kind == ENTITY_PERSON || kind_is_place(c->kind) || c->kind == ENTITY_NORP)
		return SCORE_TAG_KNOWN_CUT;
	for (tag++; tag < end && tag->last <= c->last; tag++)
		score += SCORE_TAG_KNOWN_MORE;
	return score;
}

/* is_headed_place: its last two words head places together: National Park. */
static bool
is_headed_place(const NtNameFinder *f, const NtCandidate *c)
{
	const NtPhrase *p = c->last - c->first > 2 ? phrase_at(f, c->last - 2, c->last) : NULL;

	return p != NULL && (p->classes & LEX_BIT(LEX_PLACE_HEAD));
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
		if (is_owned(f, c) && tag->first == c->first && !are_two(f, c, tag))
			return SCORE_TAG_OWNED;
		/* Wyre Valley | NHS Trust: two tags for one */
		if (completes(f, c, tag))
			return SCORE_TAG_COMPLETES + (tag->last < c->last && tag + 1 < f->tags.at + f->tags.n && tag[1].first == tag->last && tag[1].last == c->last &&
										  tag[1].type == TAG_ORG ? SCORE_TAG_SAME_PATTERN : 0);
		if (c->evidence == EVIDENCE_LEXICON && c->last - c->first > 1 && tag->first >= c->first && tag->last <= c->last)
			return known_cut(f, c, tag);
		if (tag->first == f->doubted)
			return 0;
		return SCORE_TAG_CUT + times(SCORE_TAG_CUT_SURE, tag->confidence) + further_cuts(f, tag, c->last);
	}
	if (tag_fits(tag->type, c->kind))
		return (c->evidence == EVIDENCE_LEXICON ? SCORE_TAG_SAME : SCORE_TAG_SAME_PATTERN) + times(SCORE_TAG_SURE, tag->confidence);
	/* Lindow National Park, a body to the tagger */
	if (tag->type != TAG_PERSON && c->evidence == EVIDENCE_PATTERN && kind_is_place(c->kind) && is_headed_place(f, c))
		return SCORE_TAG_SAME_PATTERN + times(SCORE_TAG_SURE, tag->confidence);
	if (is_known_kind(f, c) || is_likely_place(f, c, tag) || is_no_people(f, c, tag))
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

	if (f->caseless)
		return 0;
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
		last < f->last && token_is_mark(&f->tokens[last], MARK_ROUND_CLOSE);
}

/* begins_report: "Said warden Ann Lee": what one may say begins the sentence, and the article has it with a capital nowhere else. */
static bool
begins_report(const NtNameFinder *f, const NtItem *item)
{
	return (item->flags & (ITEM_INITIAL | ITEM_MIDDLE)) == ITEM_INITIAL && f->vocab->words[f->tokens[item->token].word].cue != 0;
}

/* is_no_name: GDP, a weekday, a month, a word of bylines (By Newsroom), a verb, or a title alone. */
static bool
is_no_name(const NtNameFinder *f, const NtItem *item, const NtTag *tag)
{
	const uint64_t desk = LEX_BIT(LEX_BYLINE_CUE) | LEX_BIT(LEX_COMMON_WORD);

	return begins_report(f, item) || (item->flags & ITEM_CALENDAR) || (item->classes & LEX_BIT(LEX_NO_NAME)) || (item->classes & (desk | NAME_CLASSES)) == desk ||
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
	/* Mr Justice | MacAndrew */
	if (from + 1 < to && item->token > f->first && token_is(f->vocab, &f->tokens[item->token - 1], LEX_TITLE) &&
		(item->classes & LEX_BIT(LEX_TITLE)))
		return true;
	return !(item->classes & LEX_BIT(LEX_GIVEN_NAME)) ||
		((item->classes & LEX_BIT(LEX_TITLE)) && from + 2 < to && (item[1].classes & LEX_BIT(LEX_GIVEN_NAME)) &&
		 item[1].token == item->token + 1);
}

/* is_verb: the "left" of "Kingdom left the Park": a small word that joins no names, with an article behind it. */
static bool
is_verb(const NtNameFinder *f, uint32_t i)
{
	const uint64_t joins = LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_NAME_PARTICLE);
	const NtToken *t = &f->tokens[i];
	uint64_t	classes = token_classes(f->vocab, t);

	return t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL) && token_has(&t[1], f->words->the) && !(t[1].flags & TOKEN_CAPITAL) &&
		(classes & LEX_BIT(LEX_COMMON_WORD)) && !(classes & joins);
}

/* is_titled_person: Councilwoman Sue Ellen Park, which looks like a park; Queen Anne Park is one. */
static bool
is_titled_person(const NtNameFinder *f, const NtTag *tag, uint32_t from, uint32_t to)
{
	return tag->type == TAG_PLACE && to - from == 4 && is_title_before(f, from, to) && (f->items[from].classes & LEX_BIT(LEX_TITLE)) &&
		(f->items[from + 1].classes & f->items[from + 2].classes & LEX_BIT(LEX_GIVEN_NAME)) && (f->items[to - 1].classes & LEX_BIT(LEX_SURNAME));
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

/* opens_speech tells of a quotation mark inside a name that opens, and does not close there. */
static bool
opens_speech(const NtNameFinder *f, uint32_t i, uint32_t last)
{
	const uint32_t marks = MARKS_DOUBLE | MARK_BIT(MARK_SINGLE_OPEN) | MARK_BIT(MARK_SINGLE_STRAIGHT);

	if (!token_mark_in(&f->tokens[i], marks) || !(f->tokens[i].flags & TOKEN_SPACE) || i + 1 >= last || (f->tokens[i + 1].flags & TOKEN_SPACE))
		return false;
	for (i++; i < last; i++)
		if (token_mark_in(&f->tokens[i], marks | MARK_BIT(MARK_SINGLE_CLOSE)) && !(f->tokens[i].flags & TOKEN_SPACE))
			return false;
	return true;
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
	int			type;
	bool		extended = false;

	if (!f->tagged)
		return;
	tag = tag_next(f, f->items[item].token);
	if (tag == NULL || tag->first != f->items[item].token ||
		(tag->last == tag->first + 1 && (is_no_name(f, &f->items[item], tag) || phrase_is_zone(f, tag->first))))
		return;
	while (to < f->n && f->items[to].token < tag->last)
		to++;
	type = is_titled_person(f, tag, from, to) ? TAG_PERSON : tag->type;
	if (type == TAG_PERSON)
		while (from + 1 < to && is_title_before(f, from, to))
			from++;
	c.first = f->items[from].token;
	c.last = tag->last;
	if (is_credit(f, from, to))
		c.last = f->items[--to].token;
	/* Kim | In-so */
	if (type == TAG_PERSON && to + 1 < f->n && f->items[to].token == tag->last && f->items[to].joint == JOINT_NONE &&
		(f->items[to + 1].flags & ITEM_HYPHEN) && token_is(f->vocab, &f->tokens[f->items[to + 1].token], LEX_NAME_SYLLABLE))
		to++;
	/* Kwok Wai | -keung */
	for (; !f->caseless && to < f->n && (f->items[to].flags & ITEM_HYPHEN) && !(f->items[to].flags & ITEM_NUMBER) &&
		 !(f->tokens[f->items[to].token].flags & TOKEN_CAPITAL); to++)
		c.last = f->items[to].token + 1, extended = true;
	for (uint32_t i = c.first; i < c.last && words < 8; i++)
	{
		/* News | Sport: a menu's; Mayor Says 'No: it begins to speak; Kingdom left the Park */
		if (is_verb(f, i) || (f->tokens[i].kind == TOKEN_SYMBOL && (f->tokens[i].hash == '|' || f->tokens[i].hash == '>')) || (i > c.first && opens_speech(f, i, c.last)))
			return;
		words += f->tokens[i].kind == TOKEN_WORD;
	}
	c.score = SCORE_TAG + SCORE_TAG_WORD * words + times(SCORE_TAG_SURE, tag->confidence);
	doubt = tag_doubt(f, from, to);
	if (f->blind && doubt < 0)
		f->doubted = tag->first;
	c.score += doubt;
	c.kind = (uint8_t) (extended && type != TAG_ORG ? ENTITY_PERSON : kind_of_tag(f, type, from, to));
	c.by_words = c.kind != usual_kind(tag->type);
	c.evidence = EVIDENCE_TAGGER;
	c.confidence = tag->confidence;
	for (uint32_t i = item; i < from; i++)
		chunk_leave_out(f, i, i + 1);
	chunk_offer(f, from, to, c);
}
