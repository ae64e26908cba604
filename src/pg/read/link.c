/*
 * link.c -- from a name to what the lexicon knows by it.
 *
 * An entity whose id is the one its name alone leads to is stored without it
 * (types.h).  "The name alone" means: cut the name into words as an article is
 * cut, look the phrase up, and take the first reading of that kind; readings
 * stand in the model with the likeliest first.  gpe:Paris -> Paris, France.
 */
#include "read/link.h"

#include "entity/reading.h"

#include "mb/pg_wchar.h"
#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "read/server_context.h"
#include "read/encoding.h"
#include "read/model_map.h"

/* link_id returns the id of a meaning, in the current memory context; NULL: none. */
static const char *
link_id(NtMeaning meaning)
{
	char		id[PLACE_ID_ROOM];

	reading_id(news_knowledge(), meaning, id);
	return id[0] != '\0' ? pstrdup(id) : NULL;
}

const char *
link_default_id(int kind, NewsBytes name)
{
	NewsContext context;

	news_context_init(&context, CurrentMemoryContext);
	return link_id(reading_default(&context.cx, news_knowledge(), kind, name.at, name.len));
}

/* name_utf8 returns an entity's name as the core reads it. */
static NewsBytes
name_utf8(const NewsEntityFields *f)
{
	return encoding_to_utf8(f->name.at, f->name.len);
}

NtMeaning
link_meaning(const NewsEntityFields *f)
{
	NewsBytes	name = name_utf8(f);
	NewsContext context;

	news_context_init(&context, CurrentMemoryContext);
	if (f->id.len > 0)
		return reading_with_id(&context.cx, news_knowledge(), name.at, name.len, f->id.at, f->id.len);
	return reading_default(&context.cx, news_knowledge(), f->kind, name.at, name.len);
}

void
link_drop_default(NewsEntityFields *f)
{
	const char *known;

	if (f->id.len == 0)
		return;
	known = link_default_id(f->kind, name_utf8(f));
	if (known != NULL && (int) strlen(known) == f->id.len && memcmp(known, f->id.at, f->id.len) == 0)
		f->id.len = 0;
}

bool
link_entity_id(const NewsEntityFields *f, NewsBytes *id)
{
	const char *known;

	*id = f->id;
	if (f->id.len > 0)
		return true;
	known = link_default_id(f->kind, name_utf8(f));
	if (known == NULL)
		return false;
	*id = (NewsBytes) {known, (int) strlen(known)};
	return true;
}

PG_FUNCTION_INFO_V1(news_entity_id);
Datum
news_entity_id(PG_FUNCTION_ARGS)
{
	NewsEntityFields f;
	NewsBytes	id;

	news_entity_unpack(PG_GETARG_NEWS_ENTITY(0), &f);
	if (!link_entity_id(&f, &id))
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text_with_len(id.at, id.len));
}

/* news_entity_ids returns all ids known of an entity, the one of news_entity_id() first. */
PG_FUNCTION_INFO_V1(news_entity_ids);
Datum
news_entity_ids(PG_FUNCTION_ARGS)
{
	const NtKnowledge *know = news_knowledge();
	NewsEntityFields f;
	NewsBytes	id = {NULL, 0};
	NtMeaning	meaning;
	Datum		ids[3];
	int			n = 0;
	uint32		number;

	news_entity_unpack(PG_GETARG_NEWS_ENTITY(0), &f);
	if (link_entity_id(&f, &id))
	{
		ids[n++] = PointerGetDatum(cstring_to_text_with_len(id.at, id.len));
		number = wikidata_find(&know->wikidata, id.at, id.len);
	}
	else
	{
		NewsBytes	name = name_utf8(&f);
		char	   *key = psprintf("%s:%s", entity_kind_name(f.kind), name.at);

		number = wikidata_find(&know->wikidata, key, strlen(key));
	}
	if (number != 0)
		ids[n++] = CStringGetTextDatum(psprintf("wikidata:Q%u", number));
	meaning = link_meaning(&f);
	if (meaning.place != 0 && place_scheme(&know->places.at[meaning.place]) == PLACE_REGION)
	{
		const NtRegion *region = &know->places.regions[know->places.at[meaning.place].number];

		if (region->iso[0] != '\0' && region->geonames != 0)
			ids[n++] = CStringGetTextDatum(psprintf("geonames:%u", region->geonames));
	}
	PG_RETURN_ARRAYTYPE_P(construct_array(ids, n, TEXTOID, -1, false, TYPALIGN_INT));
}
