/*
 * feature_open.c -- which tokens may be part of a name, and how they are
 * written.
 *
 * Most tokens are small words that no name holds.  feature_open finds the
 * stretches worth tagging: words that begin with a capital, what stands
 * between two of them when it is short, and figures that follow one.
 *
 *     The head of the Organisation for Security in Europe met Kofi Annan .
 *     ---             =================================       ==========
 *
 * It tells the shape of each token and the layout of each sentence: in a line
 * of capitals or a Headline Like This every word has a capital, so that only
 * the vocabulary knows how running text would write it.  And it collects
 * where the article has the same word again.
 *
 * In an article whose capitals say nothing from beginning to end (NtWritten),
 * every word may be part of a name, and none is known by its case.
 */
#include "tag/feature.h"

#include "tag/tagmodel.h"

#include <string.h>

typedef enum Shape
{
	SHAPE_EDGE,					/* before the sentence, after it */
	SHAPE_SMALL,
	SHAPE_CAPITAL,
	SHAPE_UPPER,
	SHAPE_UPPER_LONG,
	SHAPE_ONE_LETTER,
	SHAPE_INITIAL,
	SHAPE_ACRONYM,
	SHAPE_INNER,
	SHAPE_CAPITAL_DOT,
	SHAPE_SMALL_DOT,
	SHAPE_LETTERS,
	SHAPE_CLITIC,
	SHAPE_FIGURE,
	SHAPE_YEAR,
	SHAPE_ALNUM,
	SHAPE_HYPHEN,				/* touches the words on both sides */
	SHAPE_STOP,
	SHAPE_COMMA,
	SHAPE_OPEN,
	SHAPE_CLOSE,
	SHAPE_QUOTE,
	SHAPE_MARK,
	SHAPE_SYMBOL,
	SHAPE_LINK,
	SHAPE_SHOUT_SMALL,			/* in a line of capitals: a word usually small */
	SHAPE_SHOUT_CAPITAL,		/* usually with a capital */
	SHAPE_SHOUT,
	SHAPE_HEAD_SMALL,			/* the same in a Headline Like This */
	SHAPE_HEAD_CAPITAL,
	SHAPE_HEAD
} Shape;

_Static_assert(SHAPE_EDGE == 0 && SHAPE_HEAD + 1 == FEATURE_SHAPES, "feature.h says how many");

typedef enum Layout
{
	LAYOUT_PROSE,
	LAYOUT_UPPER,
	LAYOUT_TITLE,
	LAYOUT_TABLE,				/* many figures, no verb to speak of: results, prices */
	LAYOUT_LINE					/* a short line without a final stop */
} Layout;


static Shape
mark_shape(const NtToken *t)
{
	static const uint8_t shapes[] = {
		[MARK_COMMA] = SHAPE_COMMA,
		[MARK_STOP] = SHAPE_STOP,[MARK_STOPS] = SHAPE_STOP,[MARK_ELLIPSIS] = SHAPE_STOP,
		[MARK_EXCLAMATION] = SHAPE_STOP,[MARK_QUESTION] = SHAPE_STOP,
		[MARK_HYPHEN] = SHAPE_HYPHEN,[MARK_HYPHENS] = SHAPE_HYPHEN,[MARK_EN_DASH] = SHAPE_HYPHEN,
		[MARK_SLASH] = SHAPE_HYPHEN,
		[MARK_ROUND_OPEN] = SHAPE_OPEN,[MARK_SQUARE_OPEN] = SHAPE_OPEN,
		[MARK_ROUND_CLOSE] = SHAPE_CLOSE,[MARK_SQUARE_CLOSE] = SHAPE_CLOSE,
		[MARK_DOUBLE_STRAIGHT] = SHAPE_QUOTE,[MARK_DOUBLE_OPEN] = SHAPE_QUOTE,[MARK_DOUBLE_CLOSE] = SHAPE_QUOTE,
		[MARK_SINGLE_STRAIGHT] = SHAPE_QUOTE,[MARK_SINGLE_OPEN] = SHAPE_QUOTE,[MARK_SINGLE_CLOSE] = SHAPE_QUOTE,
		[MARK_GUILLEMET_CLOSE] = 0
	};

	return shapes[t->mark] != 0 ? (Shape) shapes[t->mark] : SHAPE_MARK;
}

static Shape
word_shape(const NtToken *t)
{
	if (t->flags & TOKEN_INITIAL)
		return SHAPE_INITIAL;
	if (t->flags & TOKEN_LETTERS)
		return SHAPE_LETTERS;
	if (!(t->flags & TOKEN_CAPITAL))
		return t->flags & TOKEN_INNER_CAPITAL ? SHAPE_INNER :
			t->flags & TOKEN_DOT ? SHAPE_SMALL_DOT : SHAPE_SMALL;
	if (t->flags & TOKEN_ACRONYM)
		return SHAPE_ACRONYM;
	if (t->flags & TOKEN_UPPER)
		return t->end - t->start > 4 ? SHAPE_UPPER_LONG : SHAPE_UPPER;
	if (t->end - t->start == 1)
		return SHAPE_ONE_LETTER;
	if (t->flags & TOKEN_INNER_CAPITAL)
		return SHAPE_INNER;
	return t->flags & TOKEN_DOT ? SHAPE_CAPITAL_DOT : SHAPE_CAPITAL;
}

static Shape
figure_shape(const char *text, const NtToken *t)
{
	return t->end - t->start == 4 && (text[t->start] == '1' || text[t->start] == '2') ?
		SHAPE_YEAR : SHAPE_FIGURE;
}

/* caseless_shape: how running text would write the word, whatever the article does. */
static Shape
caseless_shape(const NtToken *t, const NtTagWord *w)
{
	if (t->flags & (TOKEN_INITIAL | TOKEN_ACRONYM))
		return SHAPE_ACRONYM;
	if (t->flags & TOKEN_LETTERS)
		return SHAPE_LETTERS;
	if (t->flags & TOKEN_DOT)
		return SHAPE_CAPITAL_DOT;
	return w->usual == USUAL_SMALL ? SHAPE_SHOUT_SMALL : w->usual == USUAL_CAPITAL ? SHAPE_SHOUT_CAPITAL :
		w->usual == USUAL_MIXED ? SHAPE_SHOUT : SHAPE_HEAD;
}

/* cased_shape: where every word has a capital, tell how it is usually written. */
static Shape
cased_shape(Shape shape, const NtTagWord *w, Layout layout)
{
	if (layout == LAYOUT_UPPER && (shape == SHAPE_UPPER || shape == SHAPE_UPPER_LONG))
		return w->usual == USUAL_SMALL ? SHAPE_SHOUT_SMALL :
			w->usual == USUAL_CAPITAL ? SHAPE_SHOUT_CAPITAL : SHAPE_SHOUT;
	if (layout == LAYOUT_TITLE && shape == SHAPE_CAPITAL)
		return w->usual == USUAL_SMALL ? SHAPE_HEAD_SMALL :
			w->usual == USUAL_CAPITAL ? SHAPE_HEAD_CAPITAL : SHAPE_HEAD;
	return shape;
}

static Layout
sentence_layout(const NtFeatures *f, const NtTokens *tokens, const NtSentence *s)
{
	uint32_t	small = 0;
	uint32_t	figures = 0;
	uint32_t	words = 0;
	const NtToken *last = &tokens->at[s->last - 1];

	if ((s->flags & SENTENCE_UPPER) && !f->caseless)
		return LAYOUT_UPPER;
	for (uint32_t i = s->first; i < s->last; i++)
	{
		const NtToken *t = &tokens->at[i];

		if (t->kind == TOKEN_WORD)
		{
			words++;
			small += !(t->flags & TOKEN_CAPITAL);
		}
		else if (t->kind == TOKEN_NUMBER)
			figures++;
	}
	if (f->caseless)
		return figures >= 2 && figures * 2 >= words ? LAYOUT_TABLE :
			mark_shape(last) == SHAPE_STOP || last->kind != TOKEN_PUNCT ? LAYOUT_PROSE : LAYOUT_LINE;
	if (figures >= 2 && figures * 2 >= words && small * 2 <= words + figures)
		return LAYOUT_TABLE;
	if (s->flags & SENTENCE_TITLE)
		return LAYOUT_TITLE;
	if (small * 2 <= words && !(last->kind == TOKEN_PUNCT && mark_shape(last) == SHAPE_STOP))
		return LAYOUT_LINE;
	return LAYOUT_PROSE;
}

/* may_be_name: a token that alone makes a stretch. */
static inline bool
may_be_name(const NtFeatures *f, const NtToken *t)
{
	return t->kind == TOKEN_WORD &&
		(f->caseless || (t->flags & (TOKEN_CAPITAL | TOKEN_INNER_CAPITAL | TOKEN_LETTERS)));
}

/* has_form: a word whose other places in the article are looked at. */
static inline bool
has_form(const NtFeatures *f, const NtToken *t)
{
	return may_be_name(f, t) && !(f->caseless && tagger_word(f->tagger, t)->usual == USUAL_SMALL);
}

#define MAX_BETWEEN 2			/* small words inside a name: Bank of the West */
#define MAX_STRETCH 512			/* tokens; longer ones are cut, so that scores stay far from overflow */

static void
find_stretches(NtFeatures *f)
{
	NtArticle  *a = f->article;
	const NtTokens *tokens = &a->tokens;
	const NtVocab *vocab = article_vocab(a);

	for (uint32_t s = 0; s < a->sentences.n; s++)
	{
		const NtSentence *sentence = &a->sentences.at[s];
		uint32_t	i = sentence->first;

		while (i < sentence->last)
		{
			NtStretch  *stretch;
			uint32_t	first = i;
			uint32_t	last;

			nt_tick(a->cx);
			if (!may_be_name(f, &tokens->at[i]))
			{
				i++;
				continue;
			}
			/* al - Qaida, de Gaulle, 7 - Eleven */
			for (int back = 0; back < 2 && first > sentence->first; back++)
			{
				const NtToken *t = &tokens->at[first - 1];

				if (!token_is(vocab, t, LEX_NAME_PARTICLE) &&
					!(mark_shape(t) == SHAPE_HYPHEN && t->kind == TOKEN_PUNCT && !(t->flags & TOKEN_SPACE)) &&
					!(first < i && !(tokens->at[first].flags & TOKEN_SPACE)))
					break;
				first--;
			}
			last = i + 1;
			for (i = last; i < sentence->last && i - first < MAX_STRETCH; i++)
			{
				const NtToken *t = &tokens->at[i];

				if (may_be_name(f, t) || (i == last && (t->kind == TOKEN_NUMBER || t->kind == TOKEN_ALNUM)))
					last = i + 1;
				else if (i - last >= MAX_BETWEEN)
					break;
			}
			i = last;
			if (f->stretches.n > 0 && f->stretches.at[f->stretches.n - 1].last > first)
				first = f->stretches.at[f->stretches.n - 1].last;
			stretch = nt_push(a->cx, &f->stretches);
			stretch->first = first;
			stretch->last = last;
			stretch->sentence = s;
		}
	}
}

/* Which form a hash is: open addressing, at most half full. */
typedef struct FormSlots
{
	uint32_t   *at;				/* index into forms, NT_NONE: free */
	uint32_t	mask;
} FormSlots;

#define FORM_SLOTS 16384		/* at most, to begin with */

/* form_slot returns the slot of a form, or the free one where it would go. */
static inline uint32_t *
form_slot(const NtFeatures *f, const FormSlots *slots, uint32_t hash)
{
	uint32_t	at = hash * UINT32_C(0x9e3779b1) & slots->mask;

	while (slots->at[at] != NT_NONE && f->forms[slots->at[at]].hash != hash)
		at = (at + 1) & slots->mask;
	return &slots->at[at];
}

/* make_slots makes room for so many, a power of two, and puts all forms there. */
static void
make_slots(const NtFeatures *f, FormSlots *slots, uint32_t n)
{
	NtContext  *cx = f->article->cx;

	slots->at = cx->alloc(cx, sizeof(uint32_t) * n);
	memset(slots->at, 0xFF, sizeof(uint32_t) * n);	/* NT_NONE */
	slots->mask = n - 1;
	for (uint32_t i = 0; i < f->n_forms; i++)
	{
		nt_tick(cx);
		*form_slot(f, slots, f->forms[i].hash) = i;
	}
}

/* add_form adds a form that is met for the first time. */
static NtForm *
add_form(NtFeatures *f, FormSlots *slots, uint32_t hash)
{
	NtContext  *cx = f->article->cx;
	NtForm	   *form;

	if (f->n_forms == f->cap_forms)
		f->forms = nt_array_grow(cx, f->forms, &f->cap_forms, sizeof(NtForm), f->n_forms + 1);
	form = &f->forms[f->n_forms];
	form->hash = hash;
	form->places = 0;
	form->small = false;
	if (f->n_forms >= slots->mask / 2)
	{
		nt_release(cx, slots->at, sizeof(uint32_t) * (slots->mask + 1));
		make_slots(f, slots, (slots->mask + 1) * 2);
	}
	*form_slot(f, slots, hash) = f->n_forms++;
	return form;
}

/* find_forms collects where the article has each capitalised word: all of them stand in stretches. */
static void
find_forms(NtFeatures *f)
{
	NtArticle  *a = f->article;
	NtContext  *cx = a->cx;
	const NtTokens *tokens = &a->tokens;
	uint32_t	words = 0;
	uint32_t	n = 16;
	FormSlots	slots;

	f->form = cx->alloc(cx, sizeof(uint32_t) * (tokens->n + 1));
	memset(f->form, 0xFF, sizeof(uint32_t) * (tokens->n + 1));	/* NT_NONE */
	for (uint32_t s = 0; s < f->stretches.n; s++)
		words += f->stretches.at[s].last - f->stretches.at[s].first;
	while (n < words * 2 && n < FORM_SLOTS)
		n *= 2;
	f->forms = NULL;
	f->n_forms = f->cap_forms = 0;
	make_slots(f, &slots, n);
	for (uint32_t s = 0; s < f->stretches.n; s++)
		for (uint32_t i = f->stretches.at[s].first; i < f->stretches.at[s].last; i++)
		{
			const NtToken *t = &tokens->at[i];
			uint32_t	known;
			NtForm	   *form;

			nt_tick(cx);
			if (!has_form(f, t))
				continue;
			known = *form_slot(f, &slots, t->hash);
			form = known != NT_NONE ? &f->forms[known] : add_form(f, &slots, t->hash);
			f->form[i] = (uint32_t) (form - f->forms);
			if (form->places <= FEATURE_CONTEXTS)
				form->place[form->places] = i;
			form->places++;
		}
	for (uint32_t i = 0; i < tokens->n; i++)
	{
		const NtToken *t = &tokens->at[i];
		uint32_t	form;

		nt_tick(cx);
		if (t->kind != TOKEN_WORD || may_be_name(f, t))
			continue;
		form = *form_slot(f, &slots, t->hash);
		if (form != NT_NONE)
			f->forms[form].small = true;
	}
	nt_release(cx, slots.at, sizeof(uint32_t) * (slots.mask + 1));
}

void
feature_close(NtFeatures *f)
{
	NtContext  *cx = f->article->cx;
	uint32_t	n = f->article->tokens.n + 1;

	nt_release(cx, f->shape, n);
	nt_release(cx, f->layout, f->article->sentences.n + 1);
	nt_release(cx, f->form, sizeof(uint32_t) * n);
	nt_release(cx, f->forms, sizeof(NtForm) * f->cap_forms);
	nt_array_release(cx, &f->stretches);
}

void
feature_open(NtFeatures *f, NtArticle *article, const NtTagger *tagger, bool caseless)
{
	NtContext  *cx = article->cx;
	const NtTokens *tokens = &article->tokens;

	memset(f, 0, sizeof(*f));
	f->article = article;
	f->tagger = tagger;
	f->caseless = caseless;
	f->shape = cx->alloc(cx, tokens->n + 1);
	f->layout = cx->alloc(cx, article->sentences.n + 1);
	for (uint32_t s = 0; s < article->sentences.n; s++)
	{
		const NtSentence *sentence = &article->sentences.at[s];
		Layout		layout = sentence_layout(f, tokens, sentence);

		f->layout[s] = layout;
		for (uint32_t i = sentence->first; i < sentence->last; i++)
		{
			const NtToken *t = &tokens->at[i];
			Shape		shape = SHAPE_SYMBOL;

			nt_tick(cx);
			switch ((NtTokenKind) t->kind)
			{
				case TOKEN_WORD:
					shape = caseless ? caseless_shape(t, tagger_word(tagger, t)) : cased_shape(word_shape(t), tagger_word(tagger, t), layout);
					break;
				case TOKEN_CLITIC:
					shape = SHAPE_CLITIC;
					break;
				case TOKEN_NUMBER:
					shape = figure_shape(article->text, t);
					break;
				case TOKEN_ALNUM:
					shape = SHAPE_ALNUM;
					break;
				case TOKEN_PUNCT:
					shape = mark_shape(t);
					break;
				case TOKEN_SYMBOL:
					shape = SHAPE_SYMBOL;
					break;
				case TOKEN_LINK:
					shape = SHAPE_LINK;
					break;
			}
			f->shape[i] = shape;
		}
	}
	find_stretches(f);
	find_forms(f);
}
