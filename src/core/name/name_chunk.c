/*
 * name_chunk.c -- runs of capitalised words, and the best way to cut one.
 *
 *     Russia's President Vladimir Putin met ...
 *
 * gives the items  Russia | 's (joint) | President (title) | Vladimir | Putin.
 * Every item offers the candidates that begin there: gazetteer entries
 * (name_phrase.c) and patterns (name_pattern.c).  One pass from left to right
 * keeps, for each item, the best score of a reading of all before it; a word
 * may always be left out at no cost.  Two mentions side by side cost
 * SCORE_ADJACENT, so that "Russian Foreign Ministry" is one and "Russian" with
 * "Foreign Ministry" is not.  Scores are integers; the score that a mention
 * keeps becomes its confidence.
 *
 * Limits: a chunk has at most CHUNK_ITEMS items, a pattern SPAN_ITEMS, so
 * that ten megabytes of capitals cost linear time.
 */
#include "name/name.h"

#include "base/trace.h"
#include "know/knowledge.h"
#include "name/name_english.h"
#include "name/name_score.h"
#include "text/word_english.h"

static bool
is_short_number(const NtToken *t)
{
	return (t->kind == TOKEN_NUMBER || t->kind == TOKEN_ALNUM) && t->end - t->start <= 4;
}

static NtJoint
joint_of(const NtNameFinder *f, const NtToken *t)
{
	const NtNameWords *w = f->words;

	if (t->kind != TOKEN_WORD || t->word == 0)
		return JOINT_NONE;
	if (t->word == w->of)
		return JOINT_OF;
	if (t->word == w->for_)
		return JOINT_FOR;
	if (t->word == w->and_)
		return JOINT_AND;
	if (t->word == w->the)
		return JOINT_THE;
	if (!(t->flags & TOKEN_CAPITAL) && token_is(f->vocab, t, LEX_NAME_PARTICLE))
		return JOINT_PARTICLE;
	return JOINT_NONE;
}

#define CLOSED_CLASSES \
	(LEX_BIT(LEX_PRONOUN) | LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_PREPOSITION) | \
	 LEX_BIT(LEX_CONJUNCTION) | LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_WH_WORD))

/* is_usually_small: running text writes this word in small letters. */
static bool
is_usually_small(const NtNameFinder *f, const NtToken *t)
{
	const NtTagger *tagger = &f->article->know->tagger;

	return tagger->words != NULL && tagger_word(tagger, t)->usual == USUAL_SMALL;
}

static void
add_item(NtNameFinder *f, uint32_t token, NtJoint joint, uint16_t flags)
{
	const NtToken *t = &f->tokens[token];
	NtItem	   *item = &f->items[f->n++];

	item->token = token;
	item->joint = (uint8_t) joint;
	item->flags = flags;
	item->head_kind = 0;
	item->classes = 0;
	if (joint != JOINT_NONE && joint != JOINT_PARTICLE)
		return;
	if (t->kind != TOKEN_WORD)
	{
		item->flags |= ITEM_NUMBER;
		return;
	}
	item->classes = token_classes(f->vocab, t);
	if (f->lower || f->caseless)
		item->classes |= f->vocab->words[t->word].capital_classes;
	if (joint == JOINT_PARTICLE)
		return;
	if (f->vocab->words[t->word].value > 0 && f->vocab->words[t->word].value <= ENTITY_KIND_MAX)
		item->head_kind = (uint8_t) f->vocab->words[t->word].value;
	if (f->blind)
		item->flags |= ITEM_BLIND;
	if (case_initial(f, token))
		item->flags |= ITEM_INITIAL;
	if (case_middle(f, t))
		item->flags |= ITEM_MIDDLE;
	/* Støre is no store */
	if (t->flags & TOKEN_FOREIGN)
		item->classes &= ~LEX_BIT(LEX_COMMON_WORD);
	if ((item->classes & LEX_BIT(LEX_COMMON_WORD)) || is_usually_small(f, t) || (case_small(f, t) && (t->flags & TOKEN_CAPITAL)))
		item->flags |= ITEM_ORDINARY;
	if (case_small(f, t))
		item->flags |= ITEM_SMALL;
	if (item->classes & CLOSED_CLASSES)
		item->flags |= ITEM_CLOSED | ITEM_ORDINARY;
	if (item->classes & (LEX_BIT(LEX_WEEKDAY) | LEX_BIT(LEX_MONTH)))
		item->flags |= ITEM_CALENDAR;
	if (item->classes & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE)))
		item->flags |= ITEM_TITLE;
}

/* note_left sets what the words before the chunk say of its first item. */
static void
note_left(NtNameFinder *f)
{
	NtItem	   *item = &f->items[0];
	const NtToken *before;

	if (item->token == f->first)
		return;
	before = &f->tokens[item->token - 1];
	if ((token_is(f->vocab, before, LEX_WORK_CUE) && !(f->sporty && token_has(before, f->words->play))) ||
		(token_is_mark(before, MARK_COMMA) && item->token > f->first + 1 && token_is(f->vocab, before - 1, LEX_WORK_CUE)))
		item->flags |= ITEM_WORK;
	if (before->kind != TOKEN_WORD)
		return;
	if (token_classes(f->vocab, before) & (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_ROLE)))
		item->flags |= ITEM_TITLED;
	if (token_is(f->vocab, before, LEX_PLACE_PREPOSITION))
		item->flags |= ITEM_PLACED;
}

/*
 * is_small_part: a word in small letters after a hyphen that is rather part of
 * a name (Wai-keung) than an ordinary word (U.S.-led).
 */
static bool
is_small_part(const NtNameFinder *f, const NtToken *t)
{
	return t->kind == TOKEN_WORD && !(t->flags & (TOKEN_CAPITAL | TOKEN_LETTERS)) && t->end - t->start > 1 &&
		!(token_classes(f->vocab, t) & (LEX_BIT(LEX_COMMON_WORD) | CLOSED_CLASSES));
}

/*
 * is_syllable: the "young" of "Kim Tae-young": a syllable of given names after
 * the hyphen of a second word, and no hyphen after it.
 */
static bool
is_syllable(const NtNameFinder *f, uint32_t token)
{
	const NtToken *t = &f->tokens[token];

	return token_is(f->vocab, t, LEX_NAME_SYLLABLE) && !(t->flags & TOKEN_CAPITAL) && f->n > 1 &&
		f->items[f->n - 1].token == f->items[f->n - 2].token + 1 &&
		(token + 1 >= f->last || !token_is_mark(t + 1, MARK_HYPHEN) || (t[1].flags & TOKEN_SPACE));
}

/* is_plural_possessive: the apostrophe of "Tenants' League". */
static bool
is_plural_possessive(const NtNameFinder *f, uint32_t token)
{
	const NtToken *t = &f->tokens[token];

	return token_mark_in(t, MARKS_APOSTROPHE) && !(t->flags & TOKEN_SPACE) && (t[1].flags & TOKEN_SPACE) &&
		case_is_name_word(f, &t[1]) && word_ends_in_s(f->article->text, t - 1);
}

/*
 * read_mark goes over a mark inside a name, and sets the flags of the item
 * after it; false: the mark ends the chunk.
 */
static bool
read_mark(NtNameFinder *f, uint32_t *at, uint16_t *flags)
{
	uint32_t	i = *at;
	const NtToken *t = &f->tokens[i];

	if (is_plural_possessive(f, i))
	{
		add_item(f, i, JOINT_POSSESSIVE, 0);
		*at = i + 1;
		return true;
	}
	/* Ata-ur-Rehman */
	if (i + 3 < f->last && token_is_mark(t, MARK_HYPHEN) && token_is_mark(&t[2], MARK_HYPHEN) && joint_of(f, &t[1]) == JOINT_PARTICLE &&
		t[3].start - t->start == 2 + t[1].end - t[1].start && case_is_name_word(f, &t[3]))
	{
		add_item(f, i + 1, JOINT_PARTICLE, ITEM_HYPHEN);
		*flags = ITEM_HYPHEN;
		*at = i + 3;
		return true;
	}
	if (token_is_mark(t, MARK_HYPHEN) && !(t->flags & TOKEN_SPACE) && !(t[1].flags & TOKEN_SPACE) &&
		(case_is_name_word(f, &t[1]) || is_short_number(&t[1]) || is_small_part(f, &t[1]) || is_syllable(f, i + 1)))
	{
		*flags = ITEM_HYPHEN;
		*at = i + 1;
		return true;
	}
	return false;
}

/*
 * chunk_read collects the chunk that begins at a capitalised word and returns
 * the token after it.
 */
uint32_t
chunk_read(NtNameFinder *f, uint32_t at)
{
	uint32_t	i = at;
	uint16_t	flags = 0;

	f->n = 0;
	/* al Qaeda, von Trier: the small word belongs to it */
	if (at > f->first && joint_of(f, &f->tokens[at - 1]) == JOINT_PARTICLE &&
		!(f->tokens[at - 1].flags & TOKEN_CAPITAL))
		add_item(f, at - 1, JOINT_PARTICLE, 0);
	else if (at > f->first + 1 && token_is_mark(&f->tokens[at - 1], MARK_HYPHEN) &&
			 !(f->tokens[at].flags & TOKEN_SPACE) &&
			 joint_of(f, &f->tokens[at - 2]) == JOINT_PARTICLE)
	{
		add_item(f, at - 2, JOINT_PARTICLE, 0);
		flags = ITEM_HYPHEN;
	}

	while (i < f->last && f->n < CHUNK_ITEMS - 4)
	{
		const NtToken *t;
		uint32_t	j;

		nt_tick(f->cx);
		add_item(f, i, JOINT_NONE, flags);
		flags = 0;
		if (++i >= f->last)
			break;
		t = &f->tokens[i];
		if (case_is_name_word(f, t))
			continue;
		if (is_short_number(t))
			continue;
		if (i + 1 >= f->last)
			break;
		if (t->kind == TOKEN_PUNCT)
		{
			if (!read_mark(f, &i, &flags))
				break;
			continue;
		}
		if (t->kind == TOKEN_SYMBOL && t->hash == '&' && case_is_name_word(f, &t[1]))
		{
			add_item(f, i++, JOINT_AMPERSAND, 0);
			continue;
		}
		if (t->kind == TOKEN_CLITIC && case_is_name_word(f, &t[1]))
		{
			add_item(f, i++, JOINT_POSSESSIVE, 0);
			continue;
		}
		for (j = i; j < f->last && j < i + 3 && joint_of(f, &f->tokens[j]) != JOINT_NONE; j++)
			;
		if (j == i || j >= f->last || !case_is_name_word(f, &f->tokens[j]))
			break;
		for (; i < j; i++)
			add_item(f, i, joint_of(f, &f->tokens[i]), 0);
	}
	note_left(f);
	return i;
}

/*
 * continues_org tells whether only "of", "for" or "the" part an item from an
 * organisation that the best reading has before it.
 */
static bool
continues_org(const NtNameFinder *f, uint32_t from)
{
	uint32_t	i = from;
	bool		of = false;

	while (i > 0 && f->taken[i].last == 0 && f->items[i - 1].joint != JOINT_NONE && f->from[i] == i - 1)
		--i, of |= f->items[i].joint == JOINT_OF || f->items[i].joint == JOINT_FOR;
	return of && f->taken[i].last != 0 && f->taken[i].kind == ENTITY_ORG &&
		f->taken[i].evidence == EVIDENCE_PATTERN &&
		!token_is(f->vocab, &f->tokens[f->taken[i].last - 1], LEX_ORG_SUFFIX);
}

/* trace_candidate: "Farland Bay: loc by a pattern 58, the tagger -24, left 0". */
static void
trace_candidate(const NtNameFinder *f, const NtCandidate *c, int32_t tagger, int32_t left, bool best)
{
	const NtToken *last = &f->tokens[c->last - 1];
	uint32_t	start = f->tokens[c->first].start;

	if (c->evidence == EVIDENCE_TAGGER)
		nt_trace(f->cx, TRACE_NAMES, "    %.*s: %s by the tagger %d (sure %u)%s%s", (int) (last->end - start), f->article->text + start,
				 entity_kind_name(c->kind), c->score, c->confidence, left != 0 ? ", beside another name" : "", best ? ", best so far" : "");
	else
		nt_trace(f->cx, TRACE_NAMES, "    %.*s: %s by %s %d, the tagger %+d%s%s", (int) (last->end - start), f->article->text + start,
				 c->kind != 0 ? entity_kind_name(c->kind) : "name of unknown kind", c->evidence == EVIDENCE_LEXICON ? "lexicon" : "pattern",
				 c->score - tagger, tagger, left != 0 ? ", beside another name" : "", best ? ", best so far" : "");
}

/* chunk_offer takes a candidate that spans items [from, to) if it is better. */
void
chunk_offer(NtNameFinder *f, uint32_t from, uint32_t to, NtCandidate candidate)
{
	int32_t		tagger = candidate.evidence != EVIDENCE_TAGGER ? tag_weigh(f, &candidate) : 0;
	int32_t		score = candidate.score += tagger;
	int32_t		left = 0;

	if (score > 0 && f->taken[from].last != 0 && f->taken[from].last == candidate.first)
		left = SCORE_ADJACENT;
	else if (score > 0 && continues_org(f, from))
		left = SCORE_CONTINUES;
	if (nt_tracing(f->cx, TRACE_NAMES))
		trace_candidate(f, &candidate, tagger, left, score > 0 && score + left + f->best[from] > f->best[to]);
	if (score <= 0)
		return;
	score += left + f->best[from];
	if (score > f->best[to])
	{
		f->best[to] = score;
		f->from[to] = from;
		f->taken[to] = candidate;
	}
}

/* chunk_leave_out lets a reading go from an item to a later one without a mention, at no cost. */
void
chunk_leave_out(NtNameFinder *f, uint32_t item, uint32_t to)
{
	if (f->best[to] > f->best[item])
		return;
	f->best[to] = f->best[item];
	f->from[to] = item;
	f->taken[to].last = 0;
}

/* with_stop: "Orbex Inc." before a comma, where the tokenizer leaves the stop out; "Orbex Co., Ltd." */
static uint32_t
with_stop(const NtNameFinder *f, uint32_t last)
{
	const NtToken *t = &f->tokens[last];

	if (last + 1 < f->last && t->mark == MARK_COMMA && token_is(f->vocab, t - 1, LEX_ORG_SUFFIX) && (t[1].flags & TOKEN_CAPITAL) &&
		(token_classes(f->vocab, t + 1) & (LEX_BIT(LEX_ORG_SUFFIX) | LEX_BIT(LEX_PLACE_NAME))) == LEX_BIT(LEX_ORG_SUFFIX))
		return last + 2;
	if (last + 1 < f->last && token_is_mark(t, MARK_STOP) && !(t->flags & TOKEN_SPACE) &&
		token_is_mark(t + 1, MARK_COMMA) && token_is(f->vocab, t - 1, LEX_ORG_SUFFIX))
		return last + 1;
	return last;
}

/* confidence_of: a score grows with the words of a name, its confidence does not. */
static uint16_t
confidence_of(const NtNameFinder *f, const NtCandidate *c)
{
	int			words = (int) (c->last - c->first);

	return name_confidence(&f->article->know->names, c->score - MORE_WORD * ((words > 5 ? 5 : words) - 1));
}

static NtReason
reason_of(const NtCandidate *c)
{
	switch ((NtEvidence) c->evidence)
	{
		case EVIDENCE_LEXICON:
			return REASON_ENTRY;
		case EVIDENCE_PATTERN:
			return REASON_PATTERN;
		case EVIDENCE_TAGGER:
			return c->by_words ? REASON_WORDS : REASON_TAGGER;
		default:
			return REASON_UNKNOWN;
	}
}

static NtMention *
add_mention(NtNameFinder *f, NtMentions *out, const NtCandidate *c)
{
	uint32_t	last = with_stop(f, c->last);
	const NtToken *end = &f->tokens[last - 1];
	NtMention  *m = mention_add(f->article, out, c->first, last, c->kind, c->entry, reason_of(c),
								c->confidence != 0 ? c->confidence : confidence_of(f, c));

	/* Li In-mo. is no abbreviation */
	if ((end->flags & (TOKEN_DOT | TOKEN_CAPITAL)) == TOKEN_DOT && token_is(f->vocab, end, LEX_NAME_SYLLABLE))
		m->end--;
	return m;
}

/* skip_word remembers a word that is no name so far. */
static void
skip_word(NtNameFinder *f, const NtItem *item)
{
	NtCandidate c = {item->token, item->token + 1, 0, 1, 0, EVIDENCE_NONE};

	if (item->joint != JOINT_NONE || (item->flags & (ITEM_BLIND | ITEM_CLOSED | ITEM_NUMBER)))
		return;
	/* the Observer, a paper */
	if ((item->flags & ITEM_TITLE) && !((item->classes & LEX_BIT(LEX_ORG_NAME)) && item->token > f->first && token_has(&f->tokens[item->token - 1], f->words->the)))
		return;
	/* Sun is a surname too, and seldom a day; in May nobody has done anything */
	if ((item->flags & ITEM_CALENDAR) && !((item->classes & LEX_BIT(LEX_WEEKDAY)) && (item->classes & LEX_BIT(LEX_SURNAME))))
		return;
	if ((item->flags & ITEM_INITIAL) && !(item->flags & ITEM_MIDDLE) && !(f->tokens[item->token].flags & TOKEN_FOREIGN))
		return;
	add_mention(f, &f->skipped, &c);
}

/* chunk_solve finds the best reading of the chunk and adds its mentions. */
void
chunk_solve(NtNameFinder *f)
{
	uint32_t	path[CHUNK_ITEMS + 1];
	uint32_t	steps = 0;

	for (uint32_t i = 0; i <= f->n; i++)
	{
		f->best[i] = i == 0 ? 0 : INT32_MIN;
		f->from[i] = 0;
		f->taken[i].last = 0;
	}
	phrase_mark_titles(f);
	if (nt_tracing(f->cx, TRACE_NAMES))
		nt_trace(f->cx, TRACE_NAMES, "  run %.*s", (int) (f->tokens[f->items[f->n - 1].token].end - f->tokens[f->items[0].token].start),
				 f->article->text + f->tokens[f->items[0].token].start);
	for (uint32_t i = 0; i < f->n; i++)
	{
		chunk_leave_out(f, i, i + 1);
		/* Mr | wa Kamau: only the tagger's names begin with a small word inside */
		if (f->items[i].joint == JOINT_PARTICLE && tag_begins(f, f->items[i].token))
			tag_offer(f, i);
		if (f->items[i].joint != JOINT_NONE && !(i == 0 && f->items[i].joint == JOINT_PARTICLE))
			continue;
		if (f->items[i].joint == JOINT_NONE)
			tag_offer(f, i);
		phrase_offer(f, i);
		pattern_offer(f, i);
	}
	for (uint32_t i = f->n; i > 0; i = f->from[i])
		path[steps++] = i;
	while (steps > 0)
	{
		uint32_t	to = path[--steps];

		if (f->taken[to].last != 0)
			mention_trace(f->article, add_mention(f, f->out, &f->taken[to]), "found");
		else
			skip_word(f, &f->items[to - 1]);
	}
}
