/*
 * link.c -- from a name to what the lexicon knows by it.
 *
 * An entity whose id is the one its name alone leads to is stored without it
 * (types.h).  "The name alone" means: cut the name into words as an article is
 * cut, look the phrase up, and take the first reading of that kind; readings
 * stand in the model with the likeliest first.  gpe:Paris -> Paris, France.
 */
#include "link.h"

#include "token.h"

#include "mb/pg_wchar.h"
#include "utils/builtins.h"

#include "context.h"
#include "knowledge.h"

uint32
link_default(const NtVocab *vocab, int kind, NewsBytes name)
{
	NewsContext context;
	NtTokens	tokens = {0};
	uint64_t	hash = PHRASE_HASH_SEED;
	const NtPhrase *phrase;

	news_context_init(&context, CurrentMemoryContext);
	token_scan(&context.cx, vocab, name.at, name.len, &tokens);
	if (tokens.n == 0 || tokens.n > VOCAB_PHRASE_WORDS)
		return 0;
	for (uint32 i = 0; i < tokens.n; i++)
	{
		if (tokens.at[i].word == 0)
			return 0;
		hash = phrase_hash_add(hash, tokens.at[i].word);
	}
	phrase = &vocab->phrases[vocab_find_phrase(vocab, hash)];
	for (uint32 i = 0; i < phrase->readings; i++)
	{
		uint32		entry = vocab->readings[phrase->reading + i].entry;

		if (vocab->entries[entry].kind == kind)
			return entry;
	}
	return 0;
}

const char *
link_default_id(const NtVocab *vocab, int kind, NewsBytes name)
{
	uint32		entry = link_default(vocab, kind, name);

	return entry != 0 && vocab->entries[entry].id != 0 ?
		vocab_string(vocab, vocab->entries[entry].id) : NULL;
}

/* news_entity_id returns the stored id, or the one that the name alone gives. */
PG_FUNCTION_INFO_V1(news_entity_id);
Datum
news_entity_id(PG_FUNCTION_ARGS)
{
	NewsEntityFields f;
	const char *id;
	NewsBytes	name;

	news_entity_unpack(PG_GETARG_NEWS_ENTITY(0), &f);
	if (f.id.len > 0)
		PG_RETURN_TEXT_P(cstring_to_text_with_len(f.id.at, f.id.len));
	name.at = (char *) pg_do_encoding_conversion((unsigned char *) pnstrdup(f.name.at, f.name.len),
												 f.name.len, GetDatabaseEncoding(), PG_UTF8);
	name.len = strlen(name.at);
	id = link_default_id(&news_knowledge()->vocab, f.kind, name);
	if (id == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(id));
}
