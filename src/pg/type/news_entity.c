/*
 * news_entity.c -- the type news_entity: who or what is named.
 *
 * Text form, for reading, writing by hand and dumping:
 *
 *     kind:Name                    person:Vladimir Putin
 *     kind:Name <id>               gpe:Paris <geonames:4717560>
 *
 * The kind is one of OntoNotes' in lower case (kind.h).  White space around
 * kind, name and id is dropped.  In a name "<" and "\" are written "\<" and
 * "\\"; everything else stands for itself, further colons too, so that
 * work_of_art:Alien: Romulus is what it seems.
 *
 * Binary form: version byte 1, kind byte, two zero bytes, then name and id,
 * each an int32 length in bytes and that many bytes of text.
 */
#include "type/json_out.h"
#include "type/pack.h"
#include "read/link.h"

int
news_entity_compare(const NewsEntityFields *a, const NewsEntityFields *b)
{
	int			cmp = a->kind - b->kind;

	if (cmp == 0)
		cmp = news_bytes_compare(a->name, b->name);
	if (cmp == 0)
		cmp = news_bytes_compare(a->id, b->id);
	return cmp;
}

/* news_entity_check tells whether the fields can be an entity. */
bool
news_entity_check(const NewsEntityFields *f, const NewsMaker *maker)
{
	if (entity_kind_name(f->kind) == NULL)
		return news_fault(maker, "There is no entity kind with number %d.", f->kind);
	if (f->name.len == 0)
		return news_fault(maker, "The name is empty.");
	if (f->name.len > NEWS_NAME_MAX)
		return news_fault(maker, "The name has %d bytes, the limit is %d.",
						  f->name.len, NEWS_NAME_MAX);
	for (int i = 0; i < f->name.len; i++)
		if ((unsigned char) f->name.at[i] < 0x20 || f->name.at[i] == 0x7F)
			return news_fault(maker, "The name holds a control character.");
	if (f->name.at[0] == ' ' || f->name.at[f->name.len - 1] == ' ')
		return news_fault(maker, "The name begins or ends with white space.");
	if (f->id.len > ENTITY_ID_MAX)
		return news_fault(maker, "The id has %d bytes, the limit is %d.",
						  f->id.len, ENTITY_ID_MAX);
	for (int i = 0; i < f->id.len; i++)
		if (!entity_id_char(f->id.at[i]))
			return news_fault(maker, "The id holds a character other than a letter, a digit or one of \"._:/-\".");
	return true;
}

/* news_entity_accept checks what was written, and makes it what is stored. */
bool
news_entity_accept(NewsEntityFields *f, const NewsMaker *maker)
{
	if (!news_entity_check(f, maker))
		return false;
	link_drop_default(f);
	return true;
}

/*
 * A value: version, kind and flags, with an id its length and bytes, then the
 * name to the end, in symbols when they are fewer bytes.
 */
#define ENTITY_KIND_BITS 0x0F
#define ENTITY_HAS_ID 0x10
#define ENTITY_CODED 0x20

/* news_entity_pack checks the fields and returns them as a value. */
NewsEntity *
news_entity_pack(const NewsEntityFields *f, const NewsMaker *maker)
{
	NewsEntity *e;
	uint8	   *at;
	uint8	   *flags;
	int			coded;

	if (!news_entity_check(f, maker))
		return NULL;
	e = palloc(VARHDRSZ + 3 + f->id.len + f->name.len);
	at = (uint8 *) VARDATA(e);
	*at++ = NEWS_VALUE_VERSION;
	flags = at++;
	*flags = f->kind;
	if (f->id.len > 0)
	{
		*flags |= ENTITY_HAS_ID;
		*at++ = f->id.len;
		memcpy(at, f->id.at, f->id.len);
		at += f->id.len;
	}
	coded = pack_coded(at, f->name.len, f->name, SYMBOLS_WORDS);
	if (coded > 0)
		*flags |= ENTITY_CODED;
	else
		memcpy(at, f->name.at, f->name.len);
	at += coded > 0 ? coded : f->name.len;
	SET_VARSIZE(e, at - (uint8 *) e);
	return e;
}

static void
unpack_1(const NewsEntity *e, NewsEntityFields *f)
{
	if (VARSIZE(e) < offsetof(NewsEntity, bytes))
		news_version_error("news_entity", e->version);
	f->kind = e->kind;
	f->name.at = e->bytes;
	f->name.len = VARSIZE(e) - offsetof(NewsEntity, bytes) - e->id_len;
	f->id.at = e->bytes + f->name.len;
	f->id.len = e->id_len;
}

void
news_entity_unpack(const NewsEntity *e, NewsEntityFields *f)
{
	int			version = news_value_version((const struct varlena *) e);

	if (version == NEWS_VALUE_VERSION_1)
		unpack_1(e, f);
	else
	{
		PackReader	r = {"news_entity", (const uint8 *) VARDATA(e) + 1, (const uint8 *) e + VARSIZE(e), NULL, 0};
		uint8		flags;

		if (version != NEWS_VALUE_VERSION)
			news_version_error("news_entity", version);
		flags = unpack_byte(&r);
		f->kind = flags & ENTITY_KIND_BITS;
		f->id.len = flags & ENTITY_HAS_ID ? unpack_byte(&r) : 0;
		f->id.at = (const char *) r.at;
		if (f->id.len > r.end - r.at || flags & ~(ENTITY_KIND_BITS | ENTITY_HAS_ID | ENTITY_CODED))
			news_version_error("news_entity", version);
		r.at += f->id.len;
		f->name = flags & ENTITY_CODED ? unpack_coded(&r, r.at, r.end - r.at, SYMBOLS_WORDS) :
			(NewsBytes) {(const char *) r.at, (int) (r.end - r.at)};
	}
	if (f->name.len <= 0 || entity_kind_name(f->kind) == NULL)
		news_version_error("news_entity", version);
}

/* entity_image returns the value as version 1 has it. */
static const struct varlena *
entity_image(const struct varlena *value)
{
	NewsEntityFields f;
	Size		size;
	NewsEntity *e;

	if (news_value_version(value) == NEWS_VALUE_VERSION_1)
		return value;
	news_entity_unpack((const NewsEntity *) value, &f);
	size = offsetof(NewsEntity, bytes) + f.name.len + f.id.len;
	e = palloc0(size);
	SET_VARSIZE(e, size);
	e->version = NEWS_VALUE_VERSION_1;
	e->kind = f.kind;
	e->id_len = f.id.len;
	memcpy(e->bytes, f.name.at, f.name.len);
	memcpy(e->bytes + f.name.len, f.id.at, f.id.len);
	return (const struct varlena *) e;
}

const char *
news_entity_kinds(void)
{
	StringInfoData out;

	initStringInfo(&out);
	for (int kind = 1; kind <= ENTITY_KIND_MAX; kind++)
		appendStringInfo(&out, "%s%s", kind > 1 ? ", " : "", entity_kind_name(kind));
	return out.data;
}

/*
 * news_entity_parse reads a text form of len bytes.  The fields point into it
 * or, where something was escaped, to memory of their own.
 */
bool
news_entity_parse(const char *s, int len, NewsEntityFields *f, const NewsMaker *maker)
{
	const char *end = s + len;
	const char *colon;
	const char *kind_end;
	char	   *name;
	int			n = 0;

	memset(f, 0, sizeof(*f));
	while (s < end && ascii_is_space(*s))
		s++;
	while (s < end && ascii_is_space(end[-1]))
		end--;
	colon = memchr(s, ':', end - s);
	if (colon == NULL)
		return news_fault(maker, "An entity is written \"kind:Name\"; there is no colon.");
	for (kind_end = colon; kind_end > s && ascii_is_space(kind_end[-1]); kind_end--)
		;
	f->kind = entity_kind_number(s, kind_end - s);
	if (f->kind == 0)
		return news_fault(maker, "\"%.*s\" is no entity kind; the kinds are %s.",
						  pg_mbcliplen(s, kind_end - s, 40), s, news_entity_kinds());
	s = colon + 1;
	while (s < end && ascii_is_space(*s))
		s++;

	name = palloc(end - s + 1);
	while (s < end && *s != '<')
	{
		int			width;

		if (*s == '\\')
		{
			if (end - s < 2 || (s[1] != '\\' && s[1] != '<'))
				return news_fault(maker, "In a name \"\\\" has to be followed by \"\\\" or \"<\".");
			s++;
		}
		width = Min(pg_mblen(s), end - s);
		memcpy(name + n, s, width);
		n += width;
		s += width;
	}
	f->name.at = name;
	f->name.len = n;
	f->id.at = s;
	if (s < end)
	{
		const char *close = memchr(s, '>', end - s);

		while (f->name.len > 0 && ascii_is_space(name[f->name.len - 1]))
			f->name.len--;
		if (close == NULL || close != end - 1 || close == s + 1)
			return news_fault(maker, "After an unescaped \"<\" comes an id and \">\", and nothing more; a \"<\" of the name is written \"\\<\".");
		f->id.at = s + 1;
		f->id.len = close - (s + 1);
	}
	return news_entity_accept(f, maker);
}

/* news_entity_print appends the text form. */
void
news_entity_print(StringInfo out, const NewsEntityFields *f)
{
	appendStringInfoString(out, entity_kind_name(f->kind));
	appendStringInfoChar(out, ':');
	for (int i = 0; i < f->name.len;)
	{
		int			width = Min(pg_mblen(f->name.at + i), f->name.len - i);

		if (f->name.at[i] == '<' || f->name.at[i] == '\\')
			appendStringInfoChar(out, '\\');
		appendBinaryStringInfo(out, f->name.at + i, width);
		i += width;
	}
	if (f->id.len > 0)
		appendStringInfo(out, " <%.*s>", f->id.len, f->id.at);
}

PG_FUNCTION_INFO_V1(news_entity_in);
Datum
news_entity_in(PG_FUNCTION_ARGS)
{
	char	   *s = PG_GETARG_CSTRING(0);
	NewsMaker	maker = {FROM_TEXT, "news_entity", s, fcinfo->context};
	NewsEntityFields f;

	if (!news_entity_parse(s, strlen(s), &f, &maker))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(news_entity_pack(&f, &maker));
}

static char *
entity_text(Datum value)
{
	NewsEntityFields f;
	StringInfoData out;

	news_entity_unpack(DatumGetNewsEntity(value), &f);
	initStringInfo(&out);
	news_entity_print(&out, &f);
	return out.data;
}

NEWS_OUTPUT(news_entity, entity_text)

PG_FUNCTION_INFO_V1(news_entity_recv);
Datum
news_entity_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	NewsMaker	maker = {FROM_BINARY, "news_entity"};
	NewsEntityFields f;

	news_recv_version(buf, NEWS_ENTITY_VERSION, &maker);
	f.kind = pq_getmsgbyte(buf);
	news_recv_zeros(buf, 2, &maker);
	f.name = news_recv_bytes(buf, &maker);
	f.id = news_recv_bytes(buf, &maker);
	(void) news_entity_accept(&f, &maker);
	PG_RETURN_POINTER(news_entity_pack(&f, &maker));
}

PG_FUNCTION_INFO_V1(news_entity_send);
Datum
news_entity_send(PG_FUNCTION_ARGS)
{
	NewsEntityFields f;
	StringInfoData buf;

	news_entity_unpack(PG_GETARG_NEWS_ENTITY(0), &f);
	pq_begintypsend(&buf);
	pq_sendbyte(&buf, NEWS_ENTITY_VERSION);
	pq_sendbyte(&buf, f.kind);
	pq_sendint16(&buf, 0);
	news_send_bytes(&buf, f.name);
	news_send_bytes(&buf, f.id);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* news_entity(kind, name, id) makes an entity; the id may be NULL. */
PG_FUNCTION_INFO_V1(news_entity_make);
Datum
news_entity_make(PG_FUNCTION_ARGS)
{
	NewsMaker	maker = {FROM_ARGUMENT, "news_entity"};
	NewsEntityFields f = {0};
	NewsBytes	kind;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	kind = news_text_bytes(PG_GETARG_TEXT_PP(0));
	f.kind = entity_kind_number(kind.at, kind.len);
	if (f.kind == 0)
		news_fault(&maker, "\"%.*s\" is no entity kind; the kinds are %s.",
				   pg_mbcliplen(kind.at, kind.len, 40), kind.at, news_entity_kinds());
	f.name = news_text_bytes(PG_GETARG_TEXT_PP(1));
	if (!PG_ARGISNULL(2))
		f.id = news_text_bytes(PG_GETARG_TEXT_PP(2));
	(void) news_entity_accept(&f, &maker);
	PG_RETURN_POINTER(news_entity_pack(&f, &maker));
}

#define ENTITY_ACCESSOR(name, missing, result) \
	NEWS_ACCESSOR(name, NewsEntityFields, news_entity_unpack(PG_GETARG_NEWS_ENTITY(0), &f), missing, result)

ENTITY_ACCESSOR(news_entity_kind, false, news_bytes_datum(news_cstring_bytes(entity_kind_name(f.kind))))
ENTITY_ACCESSOR(news_entity_name, false, news_bytes_datum(f.name))

static int
entity_compare(const struct varlena *a, const struct varlena *b)
{
	NewsEntityFields fa;
	NewsEntityFields fb;

	news_entity_unpack((const NewsEntity *) a, &fa);
	news_entity_unpack((const NewsEntity *) b, &fb);
	return news_entity_compare(&fa, &fb);
}

NEWS_COMPARISONS_OF(news_entity, entity_compare, entity_image)

static char *
entity_json(Datum value)
{
	NewsEntityFields f;
	StringInfoData out;

	news_entity_unpack(DatumGetNewsEntity(value), &f);
	initStringInfo(&out);
	news_json_entity_object(&out, &f);
	return out.data;
}

NEWS_JSON_CASTS(news_entity, entity_json)
