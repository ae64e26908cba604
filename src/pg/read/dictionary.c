/*
 * dictionary.c -- the text search template news_lexicon: own names.
 *
 *     CREATE TEXT SEARCH DICTIONARY desk_people (
 *         TEMPLATE = news_lexicon,
 *         entries  = 'person: Anna-Lena Vogt | A. L. Vogt {desk:17}
 *                     org: Harbour Trust | HT
 *                     stop: Dear Reader'
 *     );
 *     SELECT news_entities(body, 'desk_people') FROM article;
 *
 * Why a dictionary and not a table: it is DDL.  It is dumped before the data,
 * the server caches it and drops the cache when it is altered, workers of a
 * parallel query and of a cluster have it, and a function that reads it can
 * still be immutable, as to_tsvector(regconfig, text) is.
 *
 * Its option home tells where the articles' paper is at home, so that "Paris"
 * in a paper of Texas is the one near by:
 *
 *     CREATE TEXT SEARCH DICTIONARY paris_news (TEMPLATE = news_lexicon, home = 'Paris, Texas');
 *
 * As a dictionary of a text search configuration it gives, for a word that is
 * a name of its own, the folded preferred name, and leaves all else to the
 * next dictionary.
 */
#include "read/dictionary.h"

#include "commands/defrem.h"
#include "mb/pg_wchar.h"
#include "tsearch/ts_cache.h"
#include "tsearch/ts_public.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "read/server_context.h"
#include "read/encoding.h"
#include "read/model_map.h"
#include "read/link.h"
#include "base/utf8.h"

static uint64 last_serial = 0;

PGDLLEXPORT Datum news_lexicon_lexize(PG_FUNCTION_ARGS);

/* shown returns text of the core for a message. */
static const char *
shown(const char *utf8)
{
	NewsBytes	text;

	return encoding_to_server((NewsBytes) {utf8, strlen(utf8)}, &text) ? pnstrdup(text.at, text.len) : "An entry is wrong";
}

/* read_home returns the place of a "home" parameter. */
static uint32
read_home(const char *home)
{
	NewsBytes	utf8 = encoding_to_utf8(home, strlen(home));
	uint32		place = places_named(&news_knowledge()->places, utf8.at, utf8.len);

	if (place == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"home\" is no place that is known, or several are so named: \"%s\"", home),
				 errhint("It is an id (\"geonames:4717560\", \"iso3166-2:US-TX\") or a name and the region that it lies in (\"Paris, Texas\").")));
	return place;
}

/* news_lexicon_init reads the options of CREATE TEXT SEARCH DICTIONARY. */
PG_FUNCTION_INFO_V1(news_lexicon_init);
Datum
news_lexicon_init(PG_FUNCTION_ARGS)
{
	List	   *options = (List *) PG_GETARG_POINTER(0);
	NewsDictionary *dictionary = palloc0(sizeof(NewsDictionary));
	NewsContext context;
	NtLexiconFault fault;
	const char *entries = NULL;
	const char *home = NULL;
	NewsBytes	utf8;
	ListCell   *l;

	foreach(l, options)
	{
		DefElem    *option = lfirst_node(DefElem, l);

		const char **parameter = strcmp(option->defname, "entries") == 0 ? &entries :
			strcmp(option->defname, "home") == 0 ? &home : NULL;

		if (parameter == NULL)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unrecognized news_lexicon parameter: \"%s\"", option->defname),
					 errhint("The parameters are \"entries\": an entry a line, \"kind: Name | other name {id}\"; and \"home\": where the paper is at home, \"geonames:4717560\" or \"Paris, Texas\".")));
		if (*parameter != NULL)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("multiple \"%s\" parameters", option->defname)));
		*parameter = defGetString(option);
	}
	if (entries == NULL && home == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("missing \"entries\" parameter")));
	if (entries == NULL)
		entries = "";

	utf8 = encoding_to_utf8(entries, strlen(entries));
	news_context_init(&context, CurrentMemoryContext);
	if (!lexicon_build(&context.cx, &dictionary->lexicon, &news_knowledge()->vocab,
					   utf8.at, utf8.len, &fault))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid entry in line %d of the lexicon", fault.line),
				 errdetail("%s.", shown(fault.what)),
				 errhint("An entry is \"kind: Name | other name {id}\"; kinds are person, norp, fac, org, gpe, loc, product, event, work_of_art, law, language, and stop for what is no name.")));
	if (home != NULL)
		dictionary->lexicon.home = read_home(home);
	dictionary->serial = ++last_serial;
	PG_RETURN_POINTER(dictionary);
}

/* news_lexicon_lexize gives the preferred name of a word, for text search. */
PG_FUNCTION_INFO_V1(news_lexicon_lexize);
Datum
news_lexicon_lexize(PG_FUNCTION_ARGS)
{
	const NewsDictionary *dictionary = (const NewsDictionary *) PG_GETARG_POINTER(0);
	NewsBytes	word = encoding_to_utf8(PG_GETARG_POINTER(1), PG_GETARG_INT32(2));
	NewsContext context;
	NtTokens	tokens = {0};
	TSLexeme   *result;
	uint32		entry;
	const NtOwnEntry *e;

	news_context_init(&context, CurrentMemoryContext);
	token_scan(&context.cx, &news_knowledge()->vocab, word.at, word.len, &tokens);
	if (tokens.n == 0 || lexicon_match(&dictionary->lexicon, word.at, tokens.at, 0, tokens.n, &entry) != tokens.n)
		PG_RETURN_POINTER(NULL);
	e = &dictionary->lexicon.entries.at[entry];
	result = palloc0(sizeof(TSLexeme) * 2);
	if (e->kind != LEXICON_STOP)
	{
		char	   *folded = palloc(UTF8_FOLD_ROOM(e->name_len) + 1);

		int			len = utf8_fold(e->name, e->name_len, folded);
		NewsBytes	lexeme;

		/* a letter that the encoding has may have no small one there: the name as it is, then */
		if (!encoding_to_server((NewsBytes) {folded, len}, &lexeme) &&
			!encoding_to_server((NewsBytes) {e->name, (int) e->name_len}, &lexeme))
			PG_RETURN_POINTER(NULL);
		result[0].lexeme = pnstrdup(lexeme.at, lexeme.len);
	}
	PG_RETURN_POINTER(result);
}

/*
 * news_dictionary returns the lexicon of a text search dictionary, as the
 * server caches it.  Raises an error when the dictionary is of another template.
 */
static const NewsDictionary *
news_dictionary(Oid dictionary)
{
	TSDictionaryCacheEntry *entry;

	/* the server's own look-up takes a wrong number for a fault of its own */
	if (!SearchSysCacheExists1(TSDICTOID, ObjectIdGetDatum(dictionary)))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("text search dictionary with OID %u does not exist", dictionary)));
	entry = lookup_ts_dictionary_cache(dictionary);
	if (entry->lexize.fn_addr != news_lexicon_lexize)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("text search dictionary \"%s\" is no newstext lexicon",
						DatumGetCString(DirectFunctionCall1(regdictionaryout, ObjectIdGetDatum(dictionary)))),
				 errhint("Create it with TEMPLATE = news_lexicon.")));
	return entry->dictData;
}

const NewsDictionary *
news_dictionary_arg(FunctionCallInfo fcinfo, int n)
{
	return PG_NARGS() > n ? news_dictionary(PG_GETARG_OID(n)) : NULL;
}

/* news_lexicon_entity_id: the id a lexicon gives for a name, else the model's. */
PG_FUNCTION_INFO_V1(news_lexicon_entity_id);
Datum
news_lexicon_entity_id(PG_FUNCTION_ARGS)
{
	const NewsDictionary *dictionary = news_dictionary(PG_GETARG_OID(1));
	NewsEntityFields f;
	NewsContext context;
	NtTokens	tokens = {0};
	NewsBytes	id;
	NewsBytes	name;
	uint32		entry;

	news_entity_unpack(PG_GETARG_NEWS_ENTITY(0), &f);
	name = encoding_to_utf8(f.name.at, f.name.len);
	news_context_init(&context, CurrentMemoryContext);
	token_scan(&context.cx, &news_knowledge()->vocab, name.at, name.len, &tokens);
	if (f.id.len == 0 && tokens.n > 0 &&
		lexicon_match(&dictionary->lexicon, name.at, tokens.at, 0, tokens.n, &entry) == tokens.n)
	{
		const NtOwnEntry *e = &dictionary->lexicon.entries.at[entry];

		if (e->kind == f.kind && e->id[0] != '\0')
			PG_RETURN_TEXT_P(cstring_to_text(e->id));
	}
	if (!link_entity_id(&f, &id))
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text_with_len(id.at, id.len));
}
