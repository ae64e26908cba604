/*
 * name_trim.c -- what is cut off the names that the tagger found.
 *
 *     Note - | Orbex             a dash parts
 *     Denver | -based | Stack    where it is at home: two names
 *     Reed | 86th                figures after a person
 *     Tory | MPs                 what is no name, after one
 *     the Frelimo | party        what it is, in small letters
 *     Farland Trade | Minister   the first word of the title that follows
 *     Farland Ministry | Spokesman   what somebody is there
 *     the Emir of | Farland      what somebody is, before it
 *     Orbex Agency | 's          what nothing of it follows
 *     the Emir | asked           a title alone
 *     Orbex Institute | Ann Reed    somebody of it
 *     Farland | 's | Orbex Bank  a place or body that owns; one that follows with "in" or "of"
 *     US$50, RM250, the Agency   no names at all
 *
 * Each trim is a function of the table below, in this order; it changes the tag,
 * and one that leaves nothing takes it out.
 */
#include "name/name.h"

#include "name/name_english.h"
#include "name/name_score.h"
#include "base/trace.h"
#include "know/knowledge.h"

#include <string.h>

static void
drop(NtTag *tag)
{
	tag->last = tag->first;
}

static uint32_t
tag_words(const NtTag *tag)
{
	return tag->last - tag->first;
}

/* is_place_at: these tokens are a place of the gazetteer. */
static bool
is_place_at(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	const NtPhrase *p = phrase_at(f, first, last);

	return p != NULL && p->readings > 0 &&
		f->vocab->entries[f->vocab->readings[p->reading].entry].kind == ENTITY_GPE;
}

/* ---- what is cut off ---------------------------------------------------- */

/* is_free_dash: a dash with space on both sides parts names. */
static bool
is_free_dash(const NtToken *t)
{
	return token_mark_in(t, MARKS_HYPHEN_OR_DASH) && (t->flags & TOKEN_SPACE) && (t[1].flags & TOKEN_SPACE);
}

/* before_dash: Note - | Orbex */
static void
before_dash(NtNameFinder *f, NtTag *tag)
{
	for (uint32_t k = tag->first + 1; k + 1 < tag->last; k++)
		if (is_free_dash(&f->tokens[k]))
			tag->first = k + 1;
}

/* after_bar: By Ina Brandt in Oban | Published 9.30 */
static void
after_bar(NtNameFinder *f, NtTag *tag)
{
	for (uint32_t k = tag->first + 1; k < tag->last && tag->last > tag->first; k++)
		if (f->tokens[k].kind == TOKEN_SYMBOL && f->tokens[k].hash == '|')
		{
			tag->last = k;
			if (is_place_at(f, tag->first, tag->last))
				tag->type = TAG_PLACE;
			else
				drop(tag);			/* what it is is no better known than where it ends */
		}
}

static void
figures_after(NtNameFinder *f, NtTag *tag)
{
	while (tag_words(tag) > 1 && (tag->type == TAG_PERSON || (tag->type == TAG_ORG && f->sport)) &&
		   (f->tokens[tag->last - 1].kind == TOKEN_NUMBER || f->tokens[tag->last - 1].kind == TOKEN_ALNUM))
		tag->last--;
}

/* has_entry: a gazetteer has just these words. */
static bool
has_entry(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	const NtPhrase *p = phrase_at(f, first, last);

	return p != NULL && p->readings > 0;
}

/* after_person: Imogen Clay | KC */
static void
after_person(NtNameFinder *f, NtTag *tag)
{
	while (tag->type == TAG_PERSON && tag_words(tag) > 2 && (f->tokens[tag->last - 1].flags & TOKEN_UPPER) &&
		   !(f->tokens[tag->first].flags & TOKEN_UPPER) && token_is(f->vocab, &f->tokens[tag->last - 1], LEX_NO_NAME))
		tag->last--;
}

/* rank_and_name: General | George Reed, an ordinary word's rank before a given name and a surname */
static bool
rank_and_name(const NtNameFinder *f, const NtTag *tag)
{
	const NtToken *given = &f->tokens[tag->first + 1];
	const uint64_t other = LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_NORP_NAME);

	return tag->type != TAG_OTHER && tag_words(tag) == 3 && token_is(f->vocab, &f->tokens[tag->first], LEX_TITLE) &&
		!token_is(f->vocab, &f->tokens[tag->first], LEX_GIVEN_NAME) &&
		token_is(f->vocab, given, LEX_GIVEN_NAME) && !(token_classes(f->vocab, given) & other) && token_is(f->vocab, given + 1, LEX_SURNAME) &&
		!(token_classes(f->vocab, given + 1) & (LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_PLACE_HEAD)));
}

/*
 * rank_before: Sgt | Mat Knowland is a person, if the rank is no ordinary word and
 * nothing of a body follows.
 */
static void
rank_before(NtNameFinder *f, NtTag *tag)
{
	const NtToken *first = &f->tokens[tag->first];
	const NtToken *last = &f->tokens[tag->last - 1];

	if (tag->type == TAG_PERSON || tag_words(tag) < 2 || tag_words(tag) > 4 || !token_is(f->vocab, first, LEX_TITLE) ||
		((token_classes(f->vocab, first) & (LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_NORP_NAME) | LEX_BIT(LEX_PLACE_HEAD))) &&
		 !rank_and_name(f, tag)) ||
		(token_classes(f->vocab, last) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_PLACE_HEAD))) ||
		(first->flags & TOKEN_ACRONYM) || has_entry(f, tag->first, tag->last))
		return;
	for (uint32_t i = tag->first; i < tag->last; i++)
		if (f->tokens[i].kind != TOKEN_WORD || !(f->tokens[i].flags & TOKEN_CAPITAL) || (i > tag->first && (f->tokens[i].flags & TOKEN_UPPER)))
			return;
	tag->first++;
	tag->type = TAG_PERSON;
}

/* noun_before: Publican | Jacinta Orr */
static void
noun_before(NtNameFinder *f, NtTag *tag)
{
	const NtToken *t = &f->tokens[tag->first];

	if (tag->type == TAG_PERSON && (t->flags & (TOKEN_SENTENCE | TOKEN_UPPER)) == TOKEN_SENTENCE && token_is(f->vocab, t, LEX_RECALL) &&
		!(token_classes(f->vocab, t) & (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME))) && (t[1].flags & TOKEN_CAPITAL))
		tag->first++;
}

/* title_before: First Lady | Ann Reed; His Royal Highness | Shine Orr, of which the tag may begin after the first word */
static void
title_before(NtNameFinder *f, NtTag *tag)
{
	const uint64_t body = LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_PLACE_HEAD) | LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_ORG_NAME);

	if (has_entry(f, tag->first, tag->last))
		return;
	for (uint32_t first = tag->first > 0 ? tag->first - 1 : 0; first <= tag->first; first++)
		for (uint32_t last = first + 2; last <= first + 3 && last < tag->last; last++)
		{
			const NtPhrase *p = last > tag->first ? phrase_at(f, first, last) : NULL;

			if (p == NULL || p->readings > 0 || !(p->classes & LEX_BIT(LEX_TITLE)) || (p->traits & TRAIT_PLURAL) ||
				!(f->tokens[last].flags & TOKEN_CAPITAL) || token_is(f->vocab, &f->tokens[first], LEX_ORG_HEAD) ||
				(tag->type == TAG_ORG && (token_classes(f->vocab, &f->tokens[tag->last - 1]) & body)))
				continue;
			tag->first = last;
			tag->type = TAG_PERSON;
			return;
		}
}

/* people_after: the Pueblo of Isleta | Indian tribe */
static void
people_after(NtNameFinder *f, NtTag *tag)
{
	const NtToken *next = &f->tokens[tag->last];

	if (tag->type == TAG_ORG && tag_words(tag) > 2 && tag->last < f->article->tokens.n && next->kind == TOKEN_WORD &&
		!(next->flags & TOKEN_CAPITAL) && token_is(f->vocab, next, LEX_COMMON_WORD) &&
		!(token_classes(f->vocab, next) & (LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_CUE))) &&
		token_is(f->vocab, &f->tokens[tag->last - 1], LEX_NORP_NAME) && !has_entry(f, tag->first, tag->last))
		tag->last--;
}

/* given_first: Joaquin Phoenix is rather a person than a body, if the tagger is not sure. */
static void
given_first(NtNameFinder *f, NtTag *tag)
{
	const uint64_t other = LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_NORP_NAME);
	const uint64_t body = LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_SPORTS_WORD) |
		LEX_BIT(LEX_PLACE_HEAD) | LEX_BIT(LEX_COMMON_WORD);
	const NtToken *first = &f->tokens[tag->first];
	const NtToken *last = &f->tokens[tag->last - 1];

	if (tag->type == TAG_ORG && tag->confidence < UNSURE && tag_words(tag) == 2 && !f->sport && last->kind == TOKEN_WORD &&
		token_is(f->vocab, first, LEX_GIVEN_NAME) &&
		!(token_classes(f->vocab, first) & (token_is(f->vocab, last, LEX_SURNAME) ? other & ~(LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_ORG_NAME)) : other)) &&
		!(token_classes(f->vocab, last) & body) && !(last->flags & (TOKEN_UPPER | TOKEN_INNER_CAPITAL)))
		tag->type = TAG_PERSON;
}

/*
 * no_head: "the ministries of Justice, Economy and Security": ordinary words, with
 * "and" between or after a comma or "of", that no body is called by.
 */
static void
no_head(NtNameFinder *f, NtTag *tag)
{
	const uint64_t body = (NAME_CLASSES & ~LEX_BIT(LEX_OTHER_NAME)) | LEX_BIT(LEX_EVENT_HEAD) | LEX_BIT(LEX_LAW_HEAD) | LEX_BIT(LEX_WORK_HEAD);
	bool		list = tag->first > 0 && f->tokens[tag->first - 1].mark == MARK_COMMA;

	if (tag->type != TAG_ORG || tag->confidence >= SURE_BODY || tag_words(tag) < 2 || has_entry(f, tag->first, tag->last))
		return;
	for (uint32_t i = tag->first; i < tag->last; i++)
	{
		const NtToken *t = &f->tokens[i];

		if (t->kind != TOKEN_WORD)
			return;
		if (t->word == f->words->and_)
			list = true;
		else if ((token_classes(f->vocab, t) & body) || !token_is(f->vocab, t, LEX_COMMON_WORD))
			return;
	}
	if (list)
		drop(tag);
}

/* no_name_after: Tory | MPs */
static void
no_name_after(NtNameFinder *f, NtTag *tag)
{
	const NtPhrase *p;

	if (tag->type == TAG_PERSON || tag_words(tag) < 2 || !token_is(f->vocab, &f->tokens[tag->last - 1], LEX_NO_NAME))
		return;
	p = phrase_at(f, tag->first, tag->last - 1);
	if (p == NULL || p->readings == 0)
		return;
	tag->last--;
	if (f->vocab->entries[f->vocab->readings[p->reading].entry].kind == ENTITY_NORP)
		tag->type = TAG_OTHER;
}

/* small_before: south | London */
static void
small_before(NtNameFinder *f, NtTag *tag)
{
	/* sub-Saharan Africa */
	if (has_entry(f, tag->first, tag->last))
		return;
	while (tag->type == TAG_PLACE && tag_words(tag) > 1 && f->tokens[tag->first].kind == TOKEN_WORD &&
		   !case_capital(f, &f->tokens[tag->first]) && !token_is(f->vocab, &f->tokens[tag->first], LEX_NAME_PARTICLE))
		tag->first++;
}

/* small_after_hyphen: Toronto | -based, where nobody can tell by the small letter */
static void
small_after_hyphen(NtNameFinder *f, NtTag *tag)
{
	if (!f->caseless || tag_words(tag) < 3 || f->tokens[tag->last - 2].mark != MARK_HYPHEN ||
		f->article->know->tagger.words[f->tokens[tag->last - 1].word].usual != USUAL_SMALL ||
		(token_classes(f->vocab, &f->tokens[tag->last - 1]) & (LEX_BIT(LEX_SURNAME) | LEX_BIT(LEX_NAME_SYLLABLE))))
		return;
	tag->last -= 2;
	if (is_place_at(f, tag->first, tag->last))
		tag->type = TAG_PLACE;
}

static void
one_letter(NtNameFinder *f, NtTag *tag)
{
	if (tag_words(tag) == 1 && f->tokens[tag->first].end - f->tokens[tag->first].start == 1)
		drop(tag);
}

/* ends_in tells whether a word longer by four letters and more ends so. */
static bool
ends_in(const NtNameFinder *f, const NtToken *t, const char *ending)
{
	size_t		n = strlen(ending);

	return t->end - t->start > n + 4 && memcmp(f->article->text + t->end - n, ending, n) == 0;
}

/* agent_before: Retailer | Orbex; whatever the sentence begins with */
static void
agent_before(NtNameFinder *f, NtTag *tag)
{
	const NtToken *t = &f->tokens[tag->first];

	if (tag->type == TAG_ORG && (t->flags & TOKEN_SENTENCE) && (t[1].flags & TOKEN_CAPITAL) && ends_in(f, t, AGENT_ENDING) &&
		token_is(f->vocab, t, LEX_ORG_NOUN) && !token_is(f->vocab, t, LEX_ORG_NAME) && !has_entry(f, tag->first, tag->last))
		tag->first++;
}

/* adverb: "Undoubtfully, the matter ..." */
static void
adverb(NtNameFinder *f, NtTag *tag)
{
	const NtToken *t = &f->tokens[tag->first];

	if (tag_words(tag) == 1 && (t->flags & TOKEN_SENTENCE) && t[1].mark == MARK_COMMA && ends_in(f, t, ADVERB_ENDING) &&
		!(token_classes(f->vocab, t) & NAME_CLASSES))
		drop(tag);
}

/* no_names: US$50, RM250; Yоur with a Cyrillic letter in it */
static void
no_names(NtNameFinder *f, NtTag *tag)
{
	/* Omicron BA.2 */
	if ((tag_words(tag) == 1 && case_is_money(f, &f->tokens[tag->first])) ||
		(tag_words(tag) > 1 && tag->type != TAG_PERSON && token_is(f->vocab, &f->tokens[tag->first], LEX_NO_NAME) &&
		 !(f->tokens[tag->first].flags & TOKEN_UPPER) && !has_entry(f, tag->first, tag->last)))
		drop(tag);
	for (uint32_t i = tag->first; i < tag->last; i++)
		if (case_is_forged(f, &f->tokens[i]))
			drop(tag);
}

/* lone_head: "the Agency", "the Kingdom" alone */
static void
lone_head(NtNameFinder *f, NtTag *tag)
{
	const NtToken *t = &f->tokens[tag->first];

	if (tag_words(tag) == 1 && (tag->type != TAG_PERSON || !(token_classes(f->vocab, t) & (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME)))) &&
		(token_is(f->vocab, t, LEX_LONE_HEAD) || (token_is(f->vocab, t, LEX_ORG_SUFFIX) && tag->first > 0 && t[-1].mark == MARK_COMMA)))
		drop(tag);
}

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
		!(token_classes(f->vocab, title) & TITLE_CLASSES))
		return false;
	p = phrase_at(f, tag->last - 1, tag->last + 1);
	if (p != NULL && (p->classes & TITLE_CLASSES))
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


/* is_charge_before: Natural Resources and Environment | Minister */
static bool
is_charge_before(const NtNameFinder *f, const NtTag *tag)
{
	const NtToken *title = &f->tokens[tag->last];

	if (tag->type == TAG_PERSON || tag->last >= f->article->tokens.n || title->word == 0 || !(title->flags & TOKEN_CAPITAL) ||
		(title->word != f->words->minister && title->word != f->words->secretary && title->word != f->words->undersecretary))
		return false;
	for (uint32_t i = tag->first; i < tag->last; i++)
		if (f->tokens[i].kind != TOKEN_WORD ||
			(token_classes(f->vocab, &f->tokens[i]) & (NAME_CLASSES | LEX_BIT(LEX_COMMON_WORD))) != LEX_BIT(LEX_COMMON_WORD))
			return false;
	return true;
}

static void
title_after(NtNameFinder *f, NtTag *tag)
{
	if (is_charge_before(f, tag))
	{
		drop(tag);
		return;
	}
	if (runs_into_title(f, tag))
		tag->last--;
}

/* noun_after: the Frelimo | party */
static void
noun_after(NtNameFinder *f, NtTag *tag)
{
	while (!f->caseless && tag->type == TAG_ORG && tag_words(tag) > 1 && f->tokens[tag->last - 1].kind == TOKEN_WORD &&
		   !(f->tokens[tag->last - 1].flags & (TOKEN_CAPITAL | TOKEN_LETTERS | TOKEN_INNER_CAPITAL)) &&
		   token_is(f->vocab, &f->tokens[tag->last - 1], LEX_ORG_NOUN))
		tag->last--;
}

static void
role_after(NtNameFinder *f, NtTag *tag)
{
	const NtPhrase *p;

	if (ends_in_role(f, tag) ||
		(tag->type == TAG_ORG && tag_words(tag) > 2 && has_entry(f, tag->first, tag->last - 1) && !has_entry(f, tag->first, tag->last) &&
		 (token_classes(f->vocab, &f->tokens[tag->last - 1]) & TITLE_CLASSES)))
		tag->last--;			/* Supreme Court | Justice */
	else if (tag->type == TAG_ORG && tag_words(tag) > 2 && (p = phrase_at(f, tag->last - 2, tag->last)) != NULL &&
			 p->readings == 0 && (p->classes & TITLE_CLASSES) && !(p->traits & TRAIT_PLURAL))
		tag->last -= 2;			/* Tribune | Staff Reporter */
	else
		return;
	tag->type = TAG_ORG;
}

/* is_office: a title or role before "of", and no word that heads a name. */
static bool
is_office(const NtNameFinder *f, const NtTag *tag)
{
	uint64_t	classes = token_classes(f->vocab, &f->tokens[tag->first]);

	return tag->type != TAG_PLACE && tag_words(tag) > 2 && f->tokens[tag->first + 1].word == f->words->of &&
		(classes & TITLE_CLASSES) && !(classes & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_EVENT_HEAD) | LEX_BIT(LEX_WORK_HEAD)));
}

/* has_name: a word that names are made of, or one that is no ordinary word. */
static bool
has_name(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++)
		if (f->tokens[i].kind == TOKEN_WORD && case_capital(f, &f->tokens[i]) && !token_is(f->vocab, &f->tokens[i], LEX_LONE_HEAD) &&
			((token_classes(f->vocab, &f->tokens[i]) & (NAME_CLASSES | LEX_BIT(LEX_COMMON_WORD))) != LEX_BIT(LEX_COMMON_WORD)))
			return true;
	return false;
}

/* office_alone: "Minister of Health", "Member of Parliament", "First Lady" are no names of bodies */
static void
office_alone(NtNameFinder *f, NtTag *tag)
{
	const NtPhrase *p = tag->type != TAG_PERSON && tag_words(tag) > 1 ? phrase_at(f, tag->first, tag->last) : NULL;

	if ((p != NULL && p->readings == 0 && (p->classes & TITLE_CLASSES)) ||
		(is_office(f, tag) && !has_name(f, tag->first + 2, tag->last)))
		drop(tag);
}

/* office_end returns the token after a title or role of one word or two and its "of" or "for", 0: none. */
static uint32_t
office_end(const NtNameFinder *f, const NtTag *tag)
{
	for (uint32_t n = 1; n <= 2 && n + 1 < tag_words(tag); n++)
	{
		const NtToken *of = &f->tokens[tag->first + n];
		const NtPhrase *p = n == 2 ? phrase_at(f, tag->first, tag->first + 2) : NULL;
		uint64_t	classes = n == 2 ? (p != NULL ? p->classes : 0) : token_classes(f->vocab, &f->tokens[tag->first]);

		if (of->word == 0 || (of->word != f->words->of && of->word != f->words->for_) || !(classes & TITLE_CLASSES) ||
			(classes & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_EVENT_HEAD) | LEX_BIT(LEX_WORK_HEAD))))
			continue;
		return f->tokens[tag->first + n + 1].word == f->words->the ? tag->first + n + 2 : tag->first + n + 1;
	}
	return 0;
}

/* office_before: the Emir of | Farland; General Manager of the | Orbex Agency */
static void
office_before(NtNameFinder *f, NtTag *tag)
{
	uint32_t	end;

	if (tag->type == TAG_ORG && (end = office_end(f, tag)) != 0 && end < tag->last && has_name(f, end, tag->last) &&
		(token_classes(f->vocab, &f->tokens[tag->last - 1]) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_ORG_NAME))))
	{
		tag->first = end;
		return;
	}
	if (is_office(f, tag) &&
		(is_place_at(f, tag->first + 2, tag->last) ||
		 (tag_words(tag) == 3 && !token_is(f->vocab, &f->tokens[tag->first + 2], LEX_COMMON_WORD))))
	{
		tag->first += 2;
		tag->type = TAG_PLACE;
	}
}

/*
 * place_inside returns the "in" that parts a name that is whole before it from
 * a place after it ("Farland Stadium | in | Orbury"), or the "on" before a street; 0 when there is none.
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
		else if (f->tokens[k].word != 0 && f->tokens[k].word == f->words->on && (token_classes(f->vocab, &f->tokens[k - 1]) & heads) &&
				 tag->last - k <= 4 && token_is(f->vocab, &f->tokens[tag->last - 1], LEX_PLACE_HEAD))
			return k;
	return 0;
}

/* title_alone: the Emir, whom nothing names, though others are called Amir */
static void
title_alone(NtNameFinder *f, NtTag *tag)
{
	if (tag_words(tag) == 1 && tag->type == TAG_PERSON && tag->first > 0 && f->tokens[tag->first - 1].word == f->words->the && f->words->the != 0 &&
		token_is(f->vocab, &f->tokens[tag->first], LEX_TITLE) && token_is(f->vocab, &f->tokens[tag->first], LEX_GIVEN_NAME))
		drop(tag);
}

/* owner_mark: the Orbex Agency | 's */
static void
owner_mark(NtNameFinder *f, NtTag *tag)
{
	while (tag_words(tag) > 1 && f->tokens[tag->last - 1].kind == TOKEN_CLITIC && !has_entry(f, tag->first, tag->last))
		tag->last--;
}

/* is_charge_word: an ordinary word with a capital that heads no body. */
static bool
is_charge_word(const NtNameFinder *f, uint32_t i)
{
	const NtToken *t = &f->tokens[i];

	return t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL) && token_is(f->vocab, t, LEX_COMMON_WORD) &&
		!(token_classes(f->vocab, t) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_PLACE_NAME)));
}

/* is_of: of, for, in */
static bool
is_of(const NtNameFinder *f, uint32_t i)
{
	const uint32_t word = f->tokens[i].word;

	return word != 0 && (word == f->words->of || word == f->words->for_ || word == f->words->in);
}

/*
 * role_end returns the token after what somebody is, from a token on: ordinary
 * words up to a role and its "of" or the end of the tag; 0: it is no role.
 */
static uint32_t
role_end(const NtNameFinder *f, const NtTag *tag, uint32_t from)
{
	for (uint32_t k = from; k < tag->last && k < from + 4 && is_charge_word(f, k); k++)
		if ((token_classes(f->vocab, &f->tokens[k]) & LEX_BIT(LEX_TITLE)) && !(f->vocab->words[f->tokens[k].word].traits & TRAIT_PLURAL) && (k + 1 == tag->last || is_of(f, k + 1)))
			return k + 1;
	return 0;
}

/* role_inside: Orbex Relief Agency | Director of Partnerships; Corporate Director of Operations of | Orbex World Group */
static void
role_inside(NtNameFinder *f, NtTag *tag)
{
	uint32_t	end;

	if (tag->type == TAG_PERSON || tag->type == TAG_PLACE || has_entry(f, tag->first, tag->last))
		return;
	if ((end = role_end(f, tag, tag->first)) != 0 && end < tag->last && token_is(f->vocab, &f->tokens[tag->last - 1], LEX_ORG_HEAD))
	{
		uint32_t	k = tag->last - 1;

		while (k > end && !is_of(f, k))
			k--;
		k += f->tokens[k + 1].word == f->words->the ? 2 : 1;
		if (tag->last > k + 1 && has_name(f, k, tag->last))
		{
			tag->first = k;
			tag->type = TAG_ORG;
		}
		return;
	}
	for (uint32_t k = tag->first + 1; k < tag->last; k++)
		if (((k - tag->first > 1 && token_is(f->vocab, &f->tokens[k - 1], LEX_ORG_HEAD)) || has_entry(f, tag->first, k) ||
			 (k - tag->first == 1 && (f->tokens[tag->first].flags & TOKEN_UPPER))) && role_end(f, tag, k) != 0)
		{
			tag->last = k;
			tag->type = TAG_ORG;
			return;
		}
}

/* joint_after: the Office of | the President, whose title is cut off */
static void
joint_after(NtNameFinder *f, NtTag *tag)
{
	if (tag->type != TAG_PERSON && tag_words(tag) > 2 && (token_classes(f->vocab, &f->tokens[tag->last - 1]) & LEX_BIT(LEX_TITLE)) &&
		is_of(f, tag->last - 2) && tag->last < f->article->tokens.n && (f->tokens[tag->last].flags & TOKEN_CAPITAL) && f->tokens[tag->last].kind == TOKEN_WORD)
		tag->last--;
	while (tag_words(tag) > 1 && (is_of(f, tag->last - 1) || (f->tokens[tag->last - 1].word != 0 && f->tokens[tag->last - 1].word == f->words->the)))
		tag->last--;
	lone_head(f, tag);
}

/* ---- what becomes two --------------------------------------------------- */

/* tag_part puts a tag in two, [first, middle) of type before and [from, last) after. */
void
tag_part(NtNameFinder *f, NtTag *tag, uint32_t middle, uint32_t from, int before, int after)
{
	NtTag		left = *tag;

	left.last = middle;
	left.type = (uint8_t) before;
	*nt_push(f->cx, &f->tags) = left;
	tag->first = from;
	tag->type = (uint8_t) after;
}

/* body_owner_end returns the possessive after a body that owns another: "the Orbex Agency | 's | Trade Division"; 0: none does. */
static uint32_t
body_owner_end(const NtNameFinder *f, const NtTag *tag)
{
	for (uint32_t k = tag->first + 1; k + 2 < tag->last; k++)
		if (f->tokens[k].kind == TOKEN_CLITIC)
			return !has_entry(f, tag->first, tag->last) && token_is(f->vocab, &f->tokens[tag->last - 1], LEX_ORG_HEAD) &&
				((k - tag->first > 1 && token_is(f->vocab, &f->tokens[k - 1], LEX_ORG_HEAD)) ||
				 (k - tag->first == 1 && (f->tokens[tag->first].flags & (TOKEN_UPPER | TOKEN_ACRONYM)))) ? k : 0;
	return 0;
}

/* is_dotted: S.Amarbold, whose initial is joined to the name */
static bool
is_dotted(const NtNameFinder *f, const NtToken *t)
{
	const char *text = f->article->text + t->start;

	return t->kind == TOKEN_WORD && t->end - t->start > 5 && text[0] >= 'A' && text[0] <= 'Z' && text[1] == '.' &&
		text[2] >= 'A' && text[2] <= 'Z' && text[3] >= 'a' && text[3] <= 'z';
}

/* has_bearer tells whether what stands before a given name may be of somebody: a body, or a country. */
static bool
has_bearer(const NtNameFinder *f, const NtTag *tag, uint32_t given)
{
	const NtPhrase *p;

	if (tag->type != TAG_PLACE)
		return given - tag->first >= 2 &&
			(token_is(f->vocab, &f->tokens[given - 1], LEX_ORG_HEAD) || (given - tag->first > 2 && has_entry(f, tag->first, given)));
	p = phrase_at(f, tag->first, given);
	return p != NULL && p->readings > 0 && vocab_is_country(f->vocab, f->vocab->readings[p->reading].entry);
}

/*
 * part_bearer: Orbex Institute | Ann Reed: a body's head, and a given name
 * and what looks like a surname after it.
 */
static void
part_bearer(NtNameFinder *f, NtTag *tag)
{
	const uint64_t other = LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_NORP_NAME);
	uint32_t	given;

	if (tag->type == TAG_PERSON || has_entry(f, tag->first, tag->last))
		return;
	if (is_dotted(f, &f->tokens[tag->last - 1]))
	{
		tag_part(f, tag, tag->last - 1, tag->last - 1, tag->type, TAG_PERSON);
		return;
	}
	for (uint32_t n = 2; n <= 3 && n < tag_words(tag); n++)
	{
		bool		named = true;

		given = tag->last - n;
		if (!token_is(f->vocab, &f->tokens[given], LEX_GIVEN_NAME) || !has_bearer(f, tag, given))
			continue;
		for (uint32_t i = given; i < tag->last; i++)
			named &= f->tokens[i].kind == TOKEN_WORD && (f->tokens[i].flags & (TOKEN_CAPITAL | TOKEN_UPPER)) == TOKEN_CAPITAL &&
				!(token_classes(f->vocab, &f->tokens[i]) & (i == given ? other & ~LEX_BIT(LEX_PLACE_NAME) : other));
		if (named)
		{
			tag_part(f, tag, given, given, tag->type == TAG_PLACE ? TAG_PLACE : TAG_ORG, TAG_PERSON);
			return;
		}
	}
}

/* body_part tells of a body of two words and more with a head, before or after "and". */
static bool
body_part(const NtNameFinder *f, uint32_t first, uint32_t last)
{
	if (last - first < 2)
		return false;
	if (has_entry(f, first, last))
		return true;
	for (uint32_t i = first + 1; i + 1 < last; i++)
		if (f->tokens[i].word != 0 && f->tokens[i].word == f->words->of)
			return token_is(f->vocab, &f->tokens[i - 1], LEX_ORG_HEAD);
	return false;
}

/*
 * part_and: the National Assembly | and | the Council of Orr, of which one is
 * known, or heads with "of" what the other cannot be part of; RSS | / | BJP.
 */
static void
part_and(NtNameFinder *f, NtTag *tag)
{
	if (tag->type != TAG_ORG || has_entry(f, tag->first, tag->last))
		return;
	for (uint32_t k = tag->first + 1; k + 1 < tag->last; k++)
	{
		const NtToken *t = &f->tokens[k];
		uint32_t	from = f->tokens[k + 1].word != 0 && f->tokens[k + 1].word == f->words->the ? k + 2 : k + 1;

		if (tag_words(tag) == 3 && k == tag->first + 1 && (t->kind == TOKEN_SYMBOL || t->kind == TOKEN_PUNCT) && t->hash == '/' &&
			(t[-1].flags & TOKEN_UPPER) && (t[1].flags & TOKEN_UPPER) && has_entry(f, tag->first, k) && has_entry(f, k + 1, tag->last))
		{
			tag_part(f, tag, k, k + 1, TAG_ORG, TAG_ORG);
			return;
		}
		if (t->word != 0 && t->word == f->words->and_ && from + 1 < tag->last && has_entry(f, tag->first, k) && k - tag->first > 1 &&
			token_is(f->vocab, t - 1, LEX_ORG_HEAD) && body_part(f, from, tag->last))
		{
			tag_part(f, tag, k, from, TAG_ORG, TAG_ORG);
			return;
		}
	}
}

/* part_alias: Pappu Orr | alias | Chhotu */
static void
part_alias(NtNameFinder *f, NtTag *tag)
{
	for (uint32_t i = tag->first + 1; i + 1 < tag->last; i++)
		if (f->tokens[i].word != 0 && f->tokens[i].word == f->words->alias && !(f->tokens[i].flags & TOKEN_CAPITAL))
		{
			tag_part(f, tag, i, i + 1, TAG_PERSON, TAG_PERSON);
			return;
		}
}

/* part_owner: Farland | 's | Orbex Bank; Orbex | of | Farland */
static void
part_owner(NtNameFinder *f, NtTag *tag)
{
	uint32_t	middle;

	if (tag->type != TAG_ORG)
		return;
	if ((middle = owner_end(f, tag)) != 0)
		tag_part(f, tag, middle, middle + 1, TAG_PLACE, TAG_ORG);
	else if ((middle = body_owner_end(f, tag)) != 0)
		tag_part(f, tag, middle, middle + 1, TAG_ORG, TAG_ORG);
	else if (is_club_of(f, tag))
		tag_part(f, tag, tag->first + 1, tag->first + 2, TAG_ORG, TAG_PLACE);
}

/* part_member: Cathal Shea | of | the Farland Party */
static void
part_member(NtNameFinder *f, NtTag *tag)
{
	const uint64_t body = LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_PLACE_HEAD) | LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_TITLE);
	const NtPhrase *p;
	uint32_t	of = tag->first;
	uint32_t	from;
	int			kind;

	if (tag->type == TAG_PERSON || !token_is(f->vocab, &f->tokens[tag->first], LEX_GIVEN_NAME))
		return;
	while (of < tag->last && (f->tokens[of].word == 0 || f->tokens[of].word != f->words->of))
	{
		if (f->tokens[of].kind != TOKEN_WORD || (!(f->tokens[of].flags & TOKEN_FOREIGN) && (token_classes(f->vocab, &f->tokens[of]) & body)))
			return;
		of++;
	}
	if (of < tag->first + 2 || of + 1 >= tag->last)
		return;
	from = f->tokens[of + 1].word == f->words->the ? of + 2 : of + 1;
	if (from >= tag->last || (p = phrase_at(f, from, tag->last)) == NULL || p->readings == 0)
		return;
	kind = f->vocab->entries[f->vocab->readings[p->reading].entry].kind;
	if (kind == ENTITY_ORG || kind_is_place(kind))
		tag_part(f, tag, of, from, TAG_PERSON, kind == ENTITY_ORG ? TAG_ORG : TAG_PLACE);
}

/* part_nation: Kuwaiti | Al-Enezi: a nation before a person, who is not called so */
static void
part_nation(NtNameFinder *f, NtTag *tag)
{
	const NtPhrase *p;

	if (tag->type != TAG_PERSON || (token_classes(f->vocab, &f->tokens[tag->first]) & (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME))) ||
		f->tokens[tag->first + 1].kind != TOKEN_WORD || has_entry(f, tag->first, tag->last))
		return;
	p = phrase_at(f, tag->first, tag->first + 1);
	if (p != NULL && p->readings > 0 && f->vocab->entries[f->vocab->readings[p->reading].entry].kind == ENTITY_NORP &&
		f->vocab->entries[f->vocab->readings[p->reading].entry].country[0] != '\0')
		tag_part(f, tag, tag->first + 1, tag->first + 1, TAG_OTHER, TAG_PERSON);
}

/* part_people: Jewish | Supreme Court; Native American | Supreme Court */
static void
part_people(NtNameFinder *f, NtTag *tag)
{
	if (tag->type != TAG_ORG || tag_words(tag) < 3 || has_entry(f, tag->first, tag->last))
		return;
	for (uint32_t n = 1; n <= 2 && n + 1 < tag_words(tag); n++)
	{
		const NtPhrase *people = phrase_at(f, tag->first, tag->first + n);
		const NtPhrase *body = phrase_at(f, tag->first + n, tag->last);

		if (people == NULL || people->readings == 0 || body == NULL || body->readings == 0 ||
			f->vocab->entries[f->vocab->readings[people->reading].entry].kind != ENTITY_NORP ||
			f->vocab->entries[f->vocab->readings[body->reading].entry].kind != ENTITY_ORG ||
			token_is(f->vocab, &f->tokens[tag->first + n], LEX_PLACE_NAME))
			continue;
		tag_part(f, tag, tag->first + n, tag->first + n, TAG_OTHER, TAG_ORG);
		return;
	}
}

/* part_place: Farland Stadium | in | Orbury */
static void
part_place(NtNameFinder *f, NtTag *tag)
{
	uint32_t	in = tag->type == TAG_PERSON ? 0 : place_inside(f, tag);

	if (in != 0)
		tag_part(f, tag, in, in + 1, tag->type, TAG_PLACE);
}

/* mark_before: "Orbex Co. | , Ltd." */
static void
mark_before(NtNameFinder *f, NtTag *tag)
{
	while (tag->first < tag->last && f->tokens[tag->first].mark == MARK_COMMA)
		tag->first++;
}

static const struct
{
	uint32_t	least;			/* words that a tag must have for it */
	const char *name;
	void		(*trim) (NtNameFinder *f, NtTag *tag);
}			trims[] = {
	{1, "a mark before it", mark_before},
	{2, "the mark of an owner", owner_mark},
	{1, "a title alone", title_alone},
	{3, "what stands before a dash", before_dash},
	{3, "what stands after a bar", after_bar},
	{3, "one of two names with a hyphen, or what is put before one", pair_part},
	{1, "nothing: a person's name begins before", reach_person},
	{2, "figures after a name", figures_after},
	{3, "honours after a person", after_person},
	{2, "a rank before a person", rank_before},
	{2, "a title of several words before a person", title_before},
	{3, "what somebody is, at a sentence's beginning", noun_before},
	{3, "a person before an alias", part_alias},
	{1, "what a minister is in charge of", charge_cut},
	{2, "what is no name, after one", no_name_after},
	{3, "a people before what it is", people_after},
	{2, "nothing: a given name begins it", given_first},
	{2, "small words before a place", small_before},
	{3, "an ordinary word after a hyphen", small_after_hyphen},
	{1, "one letter", one_letter},
	{1, "money, forged letters", no_names},
	{1, "an adverb", adverb},
	{1, "a head word alone", lone_head},
	{1, "a word of the title that follows", title_after},
	{2, "what it is, in small letters", noun_after},
	{2, "what somebody is there", role_after},
	{2, "what somebody is, or of", role_inside},
	{2, "an office alone", office_alone},
	{2, "words that head nothing", no_head},
	{3, "what somebody is, before it", office_before},
	{2, "what a body does, before it", agent_before},
	{3, "a place that owns it, or where it is at home", part_owner},
	{3, "one of two bodies", part_and},
	{2, "somebody after the body that he is of", part_bearer},
	{4, "a person before the body that he is of", part_member},
	{2, "a nation before a person", part_nation},
	{3, "a people before a body", part_people},
	{3, "a place after in", part_place},
	{2, "of with nothing after it", joint_after},
};

/* trace_trim tells what a trim took. */
static void
trace_trim(const NtNameFinder *f, const NtTag *was, const NtTag *tag, const char *name)
{
	if (was->first != tag->first || was->last != tag->last)
		nt_trace(f->cx, TRACE_NAMES, "  tag %.*s: cut %s", (int) (f->tokens[was->last - 1].end - f->tokens[was->first].start),
				 f->article->text + f->tokens[was->first].start, name);
}

/* tag_trim trims one tag; false: nothing is left of it. */
static bool
tag_trim(NtNameFinder *f, NtTag *tag)
{
	const bool	tracing = nt_tracing(f->cx, TRACE_NAMES);
	NtTag		was = *tag;

	for (size_t i = 0; i < sizeof(trims) / sizeof(trims[0]); i++)
	{
		if (tag_words(tag) < trims[i].least)
			continue;
		trims[i].trim(f, tag);
		if (tracing)
		{
			trace_trim(f, &was, tag, trims[i].name);
			was = *tag;
		}
		if (tag->first == tag->last)
			return false;
	}
	return true;
}

/* is_of_home: based, of Denver-based: what is said of a place, over a hyphen, for the name behind it */
static bool
is_of_home(const NtNameFinder *f, uint32_t i)
{
	const NtNameWords *w = f->words;
	uint32_t	word = f->tokens[i].word;

	return word != 0 && f->tokens[i - 1].mark == MARK_HYPHEN && !(f->tokens[i].flags & TOKEN_CAPITAL) &&
		(word == w->based || word == w->headquartered || word == w->born || word == w->owned || word == w->backed || word == w->listed || word == w->led);
}

/* cut_home makes two tags of one: Denver | -based | Stack; it returns the first, and leaves the rest; an empty one: there is none. */
static NtTag
cut_home(const NtNameFinder *f, NtTag *tag)
{
	NtTag		home = *tag;

	for (uint32_t i = tag->first + 2; i < tag->last; i++)
		if (is_of_home(f, i))
		{
			home.last = i - 1;
			if (f->tokens[i].word == f->words->based || f->tokens[i].word == f->words->headquartered)
				home.type = TAG_PLACE;
			tag->first = i + 1;
			if (tag->type == TAG_OTHER && f->tokens[i].word != f->words->born)
				tag->type = TAG_ORG;
			return home;
		}
	drop(&home);
	return home;
}

/* keep trims a tag and keeps what is left of it. */
static void
keep(NtNameFinder *f, NtTag tag)
{
	if (tag.first < tag.last && tag_trim(f, &tag))
		*nt_push(f->cx, &f->tags) = tag;
}

/* tag_open asks the tagger and trims its names. */
void
tag_open(NtNameFinder *f)
{
	NtTags		tags = {0};

	f->tagged = f->article->know->tagger.usual.rows != NULL && (!f->lower || f->caseless);
	if (!f->tagged)
		return;
	if (f->caseless)
		f->in_tag = nt_alloc0(f->cx, f->article->tokens.n + 1);
	tagger_tag(f->article, &tags);
	for (uint32_t i = 0; i < tags.n; i++)
	{
		NtTag		tag = tags.at[i];

		nt_tick(f->cx);
		keep(f, cut_home(f, &tag));
		keep(f, tag);
	}
	nt_array_release(f->cx, &tags);
	for (uint32_t i = 0; f->caseless && i < f->tags.n; i++)
		memset(f->in_tag + f->tags.at[i].first, 1, f->tags.at[i].last - f->tags.at[i].first);
}
