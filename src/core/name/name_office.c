/*
 * name_office.c -- what somebody is, which the tagger took for part of a name.
 *
 *     Sgt | Mat Knowland            before a person
 *     Imogen Clay | KC              behind one
 *     Farland Trade | Minister      the first word of the title that follows
 *     Farland Ministry | Spokesman  what somebody is there
 *     Orbex Relief Agency | Director of Partnerships
 *     the Emir of | Farland         what somebody is, before it
 *     the Emir | asked              a title alone
 *     Minister of Health            an office alone
 */
#include "name/name_trim.h"

/* office_title_alone: the Emir, whom nothing names, though others are called Amir */
void
office_title_alone(NtNameFinder *f, NtTag *tag)
{
	if (tag_words(tag) == 1 && tag->type == TAG_PERSON && tag->first > 0 && token_has(&f->tokens[tag->first - 1], f->words->the) &&
		token_is(f->vocab, &f->tokens[tag->first], LEX_TITLE) && token_is(f->vocab, &f->tokens[tag->first], LEX_GIVEN_NAME))
		tag_drop(tag);
}

/* rank_and_name: General | George Reed, an ordinary word's rank before a given name and a surname; Dame | Lorna, a form of address */
static bool
rank_and_name(const NtNameFinder *f, const NtTag *tag)
{
	const NtToken *given = &f->tokens[tag->first + 1];
	const uint64_t other = LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_PLACE_NAME) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_NORP_NAME);

	if (tag_words(tag) == 2 && token_is(f->vocab, &f->tokens[tag->first], LEX_HONORIFIC))
		return tag->type != TAG_OTHER && token_is(f->vocab, given, LEX_GIVEN_NAME) && !(token_classes(f->vocab, given) & other);
	return tag->type != TAG_OTHER && tag_words(tag) == 3 && token_is(f->vocab, &f->tokens[tag->first], LEX_TITLE) &&
		!token_is(f->vocab, &f->tokens[tag->first], LEX_GIVEN_NAME) &&
		token_is(f->vocab, given, LEX_GIVEN_NAME) && !(token_classes(f->vocab, given) & other) && token_is(f->vocab, given + 1, LEX_SURNAME) &&
		!(token_classes(f->vocab, given + 1) & (LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_PLACE_HEAD)));
}

/*
 * office_rank_before: Sgt | Mat Knowland is a person, if the rank is no ordinary word and
 * nothing of a body follows.
 */
void
office_rank_before(NtNameFinder *f, NtTag *tag)
{
	const NtToken *first = &f->tokens[tag->first];
	const NtToken *last = &f->tokens[tag->last - 1];

	if (tag->type == TAG_PERSON || tag_words(tag) < 2 || tag_words(tag) > 4 || !token_is(f->vocab, first, LEX_TITLE) ||
		((token_classes(f->vocab, first) & (LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_NORP_NAME) | LEX_BIT(LEX_PLACE_HEAD))) &&
		 !rank_and_name(f, tag)) ||
		(token_classes(f->vocab, last) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_PLACE_HEAD))) ||
		(first->flags & TOKEN_ACRONYM) || phrase_entry(f, tag->first, tag->last) != 0)
		return;
	for (uint32_t i = tag->first; i < tag->last; i++)
		if (!token_is_capital(&f->tokens[i]) || (i > tag->first && (f->tokens[i].flags & TOKEN_UPPER)))
			return;
	tag->first++;
	tag->type = TAG_PERSON;
}

/* office_title_before: First Lady | Ann Reed; His Royal Highness | Shine Orr, of which the tag may begin after the first word */
void
office_title_before(NtNameFinder *f, NtTag *tag)
{
	const uint64_t body = LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_PLACE_HEAD) | LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_ORG_NAME);

	if (phrase_entry(f, tag->first, tag->last) != 0)
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

/* office_noun_before: Publican | Jacinta Orr */
void
office_noun_before(NtNameFinder *f, NtTag *tag)
{
	const NtToken *t = &f->tokens[tag->first];

	if (tag->type == TAG_PERSON && (t->flags & (TOKEN_SENTENCE | TOKEN_UPPER)) == TOKEN_SENTENCE && token_is(f->vocab, t, LEX_RECALL) &&
		!(token_classes(f->vocab, t) & (LEX_BIT(LEX_GIVEN_NAME) | LEX_BIT(LEX_SURNAME))) && (t[1].flags & TOKEN_CAPITAL))
		tag->first++;
}

/* office_honours_after: Imogen Clay | KC */
void
office_honours_after(NtNameFinder *f, NtTag *tag)
{
	while (tag->type == TAG_PERSON && tag_words(tag) > 2 && (f->tokens[tag->last - 1].flags & TOKEN_UPPER) &&
		   !(f->tokens[tag->first].flags & TOKEN_UPPER) && token_is(f->vocab, &f->tokens[tag->last - 1], LEX_NO_NAME))
		tag->last--;
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

/* office_title_after: Farland Trade | Minister */
void
office_title_after(NtNameFinder *f, NtTag *tag)
{
	if (runs_into_title(f, tag))
		tag->last--;
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
		if (!token_is_capital(&f->tokens[k]))
			return false;
	return (token_classes(f->vocab, last - 1) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_NAME))) != 0;
}

/* office_role_after: Farland Ministry | Spokesman */
void
office_role_after(NtNameFinder *f, NtTag *tag)
{
	const NtPhrase *p;

	if (ends_in_role(f, tag) ||
		(tag->type == TAG_ORG && tag_words(tag) > 2 && phrase_entry(f, tag->first, tag->last - 1) != 0 && phrase_entry(f, tag->first, tag->last) == 0 &&
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

	return tag->type != TAG_PLACE && tag_words(tag) > 2 && token_has(&f->tokens[tag->first + 1], f->words->of) &&
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
void
office_alone(NtNameFinder *f, NtTag *tag)
{
	const NtPhrase *p = tag->type != TAG_PERSON && tag_words(tag) > 1 ? phrase_at(f, tag->first, tag->last) : NULL;

	if ((p != NULL && p->readings == 0 && (p->classes & TITLE_CLASSES)) ||
		(is_office(f, tag) && !has_name(f, tag->first + 2, tag->last)))
		tag_drop(tag);
}

/* office_chief: Chief Corporate Affairs | Officer, Group Chief Risk Officer: ordinary words around "Chief", and an office at the end or behind */
void
office_chief(NtNameFinder *f, NtTag *tag)
{
	uint32_t	last = tag->last < f->article->tokens.n && token_is_capital(&f->tokens[tag->last]) && !(f->tokens[tag->last].flags & TOKEN_SENTENCE) &&
		(token_classes(f->vocab, &f->tokens[tag->last]) & TITLE_CLASSES) ? tag->last : tag->last - 1;
	bool		chief = false;

	if (tag->type == TAG_PERSON || tag->type == TAG_PLACE || !(token_classes(f->vocab, &f->tokens[last]) & TITLE_CLASSES) || phrase_entry(f, tag->first, tag->last) != 0)
		return;
	for (uint32_t i = tag->first; i < tag->last; i++)
	{
		chief |= token_has(&f->tokens[i], f->words->chief) && i < tag->first + 2;
		if (f->tokens[i].kind != TOKEN_WORD || !(token_classes(f->vocab, &f->tokens[i]) & (LEX_BIT(LEX_COMMON_WORD) | LEX_BIT(LEX_CONJUNCTION))))
			return;
	}
	if (chief)
		tag_drop(tag);
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

		if (!(token_has(of, f->words->of) || token_has(of, f->words->for_)) || !(classes & TITLE_CLASSES) ||
			(classes & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_EVENT_HEAD) | LEX_BIT(LEX_WORK_HEAD))))
			continue;
		return token_has(&f->tokens[tag->first + n + 1], f->words->the) ? tag->first + n + 2 : tag->first + n + 1;
	}
	return 0;
}

/* office_before: the Emir of | Farland; General Manager of the | Orbex Agency */
void
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
		(phrase_kind(f, tag->first + 2, tag->last) == ENTITY_GPE ||
		 (tag_words(tag) == 3 && !token_is(f->vocab, &f->tokens[tag->first + 2], LEX_COMMON_WORD))))
	{
		tag->first += 2;
		tag->type = TAG_PLACE;
	}
}

/* is_charge_word: an ordinary word with a capital that heads no body. */
static bool
is_charge_word(const NtNameFinder *f, uint32_t i)
{
	const NtToken *t = &f->tokens[i];

	return token_is_capital(t) && token_is(f->vocab, t, LEX_COMMON_WORD) &&
		!(token_classes(f->vocab, t) & (LEX_BIT(LEX_ORG_HEAD) | LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_ORG_NAME) | LEX_BIT(LEX_PLACE_NAME)));
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

/* office_role_inside: Orbex Relief Agency | Director of Partnerships; Corporate Director of Operations of | Orbex World Group */
void
office_role_inside(NtNameFinder *f, NtTag *tag)
{
	uint32_t	end;

	if (tag->type == TAG_PERSON || tag->type == TAG_PLACE || phrase_entry(f, tag->first, tag->last) != 0)
		return;
	if ((end = role_end(f, tag, tag->first)) != 0 && end < tag->last && token_is(f->vocab, &f->tokens[tag->last - 1], LEX_ORG_HEAD))
	{
		uint32_t	k = tag->last - 1;

		while (k > end && !is_of(f, k))
			k--;
		k += token_has(&f->tokens[k + 1], f->words->the) ? 2 : 1;
		if (tag->last > k + 1 && has_name(f, k, tag->last))
		{
			tag->first = k;
			tag->type = TAG_ORG;
		}
		return;
	}
	for (uint32_t k = tag->first + 1; k < tag->last; k++)
		if (((k - tag->first > 1 && token_is(f->vocab, &f->tokens[k - 1], LEX_ORG_HEAD)) || phrase_entry(f, tag->first, k) != 0 ||
			 (k - tag->first == 1 && (f->tokens[tag->first].flags & TOKEN_UPPER))) && role_end(f, tag, k) != 0)
		{
			tag->last = k;
			tag->type = TAG_ORG;
			return;
		}
}

/* office_rank_no_body: Garda | Eoin Power, a body to the tagger */
void
office_rank_no_body(NtNameFinder *f, NtTag *tag)
{
	const NtToken *t = &f->tokens[tag->first];

	if (tag->type != TAG_ORG || tag_words(tag) != 3 || !token_is(f->vocab, t, LEX_TITLE) || !token_is(f->vocab, t + 1, LEX_GIVEN_NAME) ||
		!token_is(f->vocab, t + 2, LEX_SURNAME) || token_is(f->vocab, t + 2, LEX_ORG_SUFFIX) || phrase_entry(f, tag->first, tag->last) != 0)
		return;
	tag->first++;
	tag->type = TAG_PERSON;
}
