/*
 * query_alias.c -- other names that the lexicon knows of what a query asks.
 *
 * Articles store preferred names, so that usa finds nothing by itself.
 * query_expand adds what the gazetteer reads the words of a term as:
 *
 *     usa & putin        (usa | gpe:'United States') & putin
 *     speaker:gpe:uk     speaker:gpe:uk | speaker:gpe:'United Kingdom'
 *
 * The addition is part of the query, to be seen and stored; @@ itself needs no
 * model.  A term with a prefix, and words that are the preferred name already,
 * stay as they are.  Capitals do not matter here, because people do not type
 * them.
 */
#include "query/query.h"

#include "utils/memutils.h"

#include "article.h"
#include "read/server_context.h"
#include "base/kind.h"
#include "read/encoding.h"
#include "read/model_map.h"
#include "query/query_word.h"

PG_FUNCTION_INFO_V1(news_query_expand);

/* What the words of a term are, all of them together. */
typedef struct TermWords
{
	uint32		phrase;			/* 0: none */
	bool		grammar;		/* a single word of grammar */
	bool		question;		/* a question word, and no acronym: who, What's, not WHO */
	bool		capital;		/* begins with a capital letter */
} TermWords;

#define GRAMMAR_CLASSES (LEX_BIT(LEX_DETERMINER) | LEX_BIT(LEX_PREPOSITION) | LEX_BIT(LEX_CONJUNCTION) | \
						 LEX_BIT(LEX_AUXILIARY) | LEX_BIT(LEX_WH_WORD) | LEX_BIT(LEX_PRONOUN))

/* term_words cuts a term as articles are cut; what that takes is given back, since terms may be many. */
static TermWords
term_words(const char *text, int len)
{
	const NtVocab *vocab = &news_knowledge()->vocab;
	MemoryContext memory = AllocSetContextCreate(CurrentMemoryContext, "newstext term", ALLOCSET_SMALL_SIZES);
	MemoryContext outside = MemoryContextSwitchTo(memory);
	NewsBytes	utf8 = encoding_to_utf8(text, len);
	uint64_t	hash = PHRASE_HASH_SEED;
	TermWords	words = {0};
	NtTokens	tokens = {0};
	NewsContext context;
	bool		known = true;

	news_context_init(&context, memory);
	token_scan(&context.cx, vocab, utf8.at, utf8.len, &tokens);
	for (uint32 i = 0; i < tokens.n && tokens.n <= VOCAB_PHRASE_WORDS; i++)
	{
		known &= tokens.at[i].word != 0;
		hash = phrase_hash_add(hash, tokens.at[i].word);
	}
	if (known && tokens.n > 0 && tokens.n <= VOCAB_PHRASE_WORDS)
		words.phrase = vocab_find_phrase(vocab, hash);
	words.grammar = tokens.n == 1 && (token_classes(vocab, &tokens.at[0]) & GRAMMAR_CLASSES) != 0 &&
		!(tokens.at[0].flags & TOKEN_CAPITAL);
	words.question = tokens.n > 0 && tokens.n <= 2 && !(tokens.at[0].flags & TOKEN_UPPER) &&
		(token_classes(vocab, &tokens.at[0]) & LEX_BIT(LEX_WH_WORD)) != 0;
	words.capital = tokens.n > 0 && (tokens.at[0].flags & TOKEN_CAPITAL) != 0;
	MemoryContextSwitchTo(outside);
	MemoryContextDelete(memory);
	return words;
}

/* same_words tells whether two texts have the same words. */
static bool
same_words(const char *a, int a_len, const char *b, int b_len)
{
	WordScan	x;
	WordScan	y;

	word_scan(&x, a, a_len);
	word_scan(&y, b, b_len);
	for (;;)
	{
		bool		more = word_next(&x);

		if (word_next(&y) != more)
			return false;
		if (!more)
			return true;
		if (x.len != y.len || memcmp(x.word, y.word, x.len) != 0)
			return false;
	}
}

/* expand_term returns a term, or it and its other names joined by QUERY_OR. */
static QueryTree *
expand_term(QueryTree *term)
{
	const NtVocab *vocab;
	TermWords	words;
	QueryTree  *tree = term;
	const NtPhrase *phrase;
	int			found = 0;

	if (term->prefix || (term->field != FIELD_ANY && term->field != FIELD_SPEAKER && term->field != FIELD_ABOUT))
		return term;
	vocab = &news_knowledge()->vocab;
	words = term_words(term->text, term->len);
	if (words.question)
		return term;
	phrase = &vocab->phrases[words.phrase];
	for (int i = 0; i < phrase->readings && found < QUERY_ALIASES_MAX; i++)
	{
		const NtReading *reading = &vocab->readings[phrase->reading + i];
		const NtEntry *entry = &vocab->entries[reading->entry];
		const char *name = vocab_string(vocab, entry->name);
		NewsBytes	local;

		if (reading->preferred || (term->kind != 0 && term->kind != entry->kind))
			continue;
		/* what the encoding cannot write stands in no article, and the next one may do */
		if (!encoding_to_server((NewsBytes) {name, strlen(name)}, &local) ||
			same_words(term->text, term->len, local.at, local.len))
			continue;
		tree = query_tree_join(QUERY_OR, tree,
							   query_tree_term(term->field, entry->kind, local.at, local.len, false));
		found++;
	}
	return tree;
}

/* query_expand adds to every term the other names the lexicon knows. */
QueryTree *
query_expand(QueryTree *tree)
{
	QueryTree  *joined = NULL;

	if (tree == NULL)
		return NULL;
	if (tree->op == QUERY_TERM)
		return expand_term(tree);
	if (tree->op == QUERY_NOT)
		return query_tree_not(query_expand(tree->first));
	for (QueryTree *o = tree->first, *next; o; o = next)
	{
		next = o->next;
		o->next = NULL;
		joined = query_tree_join(tree->op, joined, query_expand(o));
	}
	return joined;
}

/*
 * query_function_word tells whether words are a single word of grammar ("in",
 * "the") that is no name of anything, or a question word, which never is
 * (nobody means the World Health Organization by "who"); with a capital that is
 * a name unless it is the first (The Who).
 */
bool
query_function_word(const char *text, int len, bool first)
{
	TermWords	words = term_words(text, len);

	return (words.question && (first || !words.capital)) ||
		(words.grammar && news_knowledge()->vocab.phrases[words.phrase].readings == 0);
}

Datum
news_query_expand(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(query_pack(query_expand(query_unpack(query_check(PG_GETARG_NEWS_QUERY(0)))), NULL));
}
