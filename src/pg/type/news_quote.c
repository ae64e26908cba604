/*
 * news_quote.c -- the type news_quote: who said what.
 *
 * As JSON (json_out.c) it is an object with the keys
 *
 *     kind          direct, mixed or indirect; the only one that must be there, with text
 *     speaker       who: an entity
 *     mention       how the sentence names the speaker
 *     cue           what announces the quote: said, according to ...
 *     stance        class of the cue: said, denied, asked ...
 *     text          what was said, pieces joined by a space
 *     about         entities named inside the quote: a list
 *     confidence    0 to 1
 *     parts         spans of the pieces, in characters of the article from 1
 *     speaker_span, cue_span
 *
 * Text form (bars.c): these as fields in the order of FIELD_KIND ..., the
 * entities inside last, one a field.  The input function takes either.
 *
 * Binary form: version byte 1, kind byte, two zero bytes, confidence in
 * thousandths (int32); the speaker: kind byte (0: nobody), name and id; stance,
 * mention, cue and text; speaker_span and cue_span, two int32 each; the number
 * of parts (int32) and their spans; the number of abouts (int32) and, for each,
 * kind byte, name and id.  A text is an int32 length in bytes and the bytes.
 */
#include "know/cue.h"
#include "type/bars.h"
#include "type/json_out.h"
#include "type/pack.h"

#include "utils/array.h"
#include "utils/lsyscache.h"
#include "utils/fmgrprotos.h"

#include "read/result.h"

static bool
quote_check(const NewsQuoteFields *f, const NewsMaker *maker)
{
	if (quote_kind_name(f->kind) == NULL)
		return news_fault(maker, "There is no quote kind with number %d.", f->kind);
	if (f->text.len == 0)
		return news_fault(maker, "The text is empty.");
	if (f->confidence < 0 || f->confidence > NEWS_CONFIDENCE_ONE)
		return news_fault(maker, "The confidence is not between 0 and 1.");
	if (f->stance.len > NEWS_STANCE_MAX)
		return news_fault(maker, "The stance has %d bytes, the limit is %d.", f->stance.len, NEWS_STANCE_MAX);
	for (int i = 0; i < f->stance.len; i++)
		if (!((f->stance.at[i] >= 'a' && f->stance.at[i] <= 'z') || f->stance.at[i] == '_'))
			return news_fault(maker, "The stance is not a word of small letters.");
	if (f->speaker.kind == 0 ? f->speaker.name.len + f->speaker.id.len > 0 :
		!news_entity_check(&f->speaker, maker))
		return f->speaker.kind == 0 && news_fault(maker, "The speaker has no kind.");
	if (!news_span_check(f->speaker_span, "speaker_span", maker) ||
		!news_span_check(f->cue_span, "cue_span", maker))
		return false;
	for (uint32 i = 0; i < f->n_parts; i++)
	{
		if (f->parts[i].lower < 1 || f->parts[i].upper <= f->parts[i].lower ||
			(i > 0 && f->parts[i].lower < f->parts[i - 1].upper))
			return news_fault(maker, "Part %u, [%d,%d), is empty or out of order.",
							  i + 1, f->parts[i].lower, f->parts[i].upper);
	}
	for (uint32 i = 0; i < f->n_abouts; i++)
		if (!news_entity_check(&f->abouts[i], maker))
			return false;
	return true;
}

/*
 * A value (pack.h): version; kind and flags; confidence; the speaker, an entity;
 * mention, cue, text, the mention and the names inside as pieces of what is
 * known already where they are; stance; parts, each from the end of the one
 * before; spans of cue and speaker from where the quote begins; the entities
 * named inside.
 */
#define QUOTE_KIND_BITS 0x03
#define QUOTE_HAS_SPEAKER 0x04
#define QUOTE_HAS_MENTION 0x08
#define QUOTE_HAS_CUE 0x10
#define QUOTE_HAS_STANCE 0x20
#define QUOTE_ONE_PART 0x40
#define QUOTE_HAS_ABOUTS 0x80

#define ABOUT_KIND_BITS 0x0F
#define ABOUT_HAS_ID 0x10

/* Stances as values number them, from 1; 0: as text.  Add at the end, and never change. */
static const char *const stances[] = {
	"", "said", "wrote", "asked", "answered", "claimed", "denied", "admitted", "accused", "criticized",
	"praised", "promised", "warned", "suggested", "urged", "agreed", "announced", "thought", "hoped",
	"wanted", "showed", "seemed"
};

static void
pack_entity(PackWriter *w, const NewsEntityFields *f, NewsBytes where)
{
	*w->at++ = f->kind | (f->id.len > 0 ? ABOUT_HAS_ID : 0);
	pack_text(w, f->name, where, SYMBOLS_WORDS);
	if (f->id.len > 0)
		pack_text(w, f->id, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
}

static void
unpack_entity(PackReader *r, NewsEntityFields *f, NewsBytes where)
{
	uint8		flags = unpack_byte(r);

	f->kind = flags & ABOUT_KIND_BITS;
	f->name = unpack_text(r, where, SYMBOLS_WORDS);
	f->id = flags & ABOUT_HAS_ID ? unpack_text(r, (NewsBytes) {"", 0}, SYMBOLS_WORDS) : (NewsBytes) {"", 0};
	if (entity_kind_name(f->kind) == NULL || flags & ~(ABOUT_KIND_BITS | ABOUT_HAS_ID) ||
		f->name.len == 0 || f->name.len > NEWS_NAME_MAX || f->id.len > ENTITY_ID_MAX)
		news_version_error(r->type, NEWS_VALUE_VERSION);
}

static Size
entity_most(const NewsEntityFields *f)
{
	return 1 + PACK_TEXT_MOST(f->name.len) + PACK_TEXT_MOST(f->id.len);
}

/* quote_most returns how many bytes a value can have. */
static Size
quote_most(const NewsQuoteFields *f)
{
	uint64		most = VARHDRSZ + 16 + entity_most(&f->speaker) + PACK_TEXT_MOST(f->mention.len) +
		PACK_TEXT_MOST(f->cue.len) + PACK_TEXT_MOST(f->text.len) + PACK_TEXT_MOST(f->stance.len) +
		2 * PACK_SPAN_MOST + PACK_NUMBER_MOST + (uint64) f->n_parts * PACK_SPAN_MOST + PACK_NUMBER_MOST;

	for (uint32 i = 0; i < f->n_abouts; i++)
		most += entity_most(&f->abouts[i]);
	if (most > MaxAllocSize)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("quote has " UINT64_FORMAT " bytes, the limit is %zu", most, MaxAllocSize)));
	return most;
}

static void
pack_stance(PackWriter *w, NewsBytes stance)
{
	int			n = lengthof(stances) - 1;

	while (n > 0 && ((int) strlen(stances[n]) != stance.len || memcmp(stances[n], stance.at, stance.len) != 0))
		n--;
	*w->at++ = n;
	if (n == 0)
		pack_text(w, stance, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
}

static NewsBytes
unpack_stance(PackReader *r)
{
	uint8		n = unpack_byte(r);

	if (n >= lengthof(stances))
		news_version_error(r->type, NEWS_VALUE_VERSION);
	return n > 0 ? news_cstring_bytes(stances[n]) : unpack_text(r, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
}

/* news_quote_pack checks the fields and returns them as a value. */
NewsQuote *
news_quote_pack(const NewsQuoteFields *f, const NewsMaker *maker)
{
	NewsQuote  *q;
	PackWriter	w;
	int32		from = 0;
	int32		begin = f->n_parts > 0 ? f->parts[0].lower : 0;

	if (!quote_check(f, maker))
		return NULL;
	q = palloc(quote_most(f));
	w.at = (uint8 *) VARDATA(q);
	*w.at++ = NEWS_VALUE_VERSION;
	*w.at++ = f->kind | (f->speaker.kind != 0 ? QUOTE_HAS_SPEAKER : 0) |
		(f->mention.len > 0 ? QUOTE_HAS_MENTION : 0) | (f->cue.len > 0 ? QUOTE_HAS_CUE : 0) |
		(f->stance.len > 0 ? QUOTE_HAS_STANCE : 0) | (f->n_parts == 1 ? QUOTE_ONE_PART : 0) |
		(f->n_abouts > 0 ? QUOTE_HAS_ABOUTS : 0);
	pack_confidence(&w, f->confidence);
	if (f->speaker.kind != 0)
		pack_entity(&w, &f->speaker, (NewsBytes) {"", 0});
	if (f->mention.len > 0)
		pack_text(&w, f->mention, f->speaker.kind != 0 ? f->speaker.name : (NewsBytes) {"", 0}, SYMBOLS_WORDS);
	if (f->cue.len > 0)
		pack_text(&w, f->cue, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
	if (f->stance.len > 0)
		pack_stance(&w, f->stance);
	pack_text(&w, f->text, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
	if (f->n_parts != 1)
		pack_number(&w, f->n_parts);
	for (uint32 i = 0; i < f->n_parts; i++)
	{
		pack_number(&w, f->parts[i].lower - from);
		pack_number(&w, f->parts[i].upper - f->parts[i].lower);
		from = f->parts[i].upper;
	}
	pack_span(&w, f->speaker_span, begin);
	pack_span(&w, f->cue_span, begin);
	if (f->n_abouts > 0)
		pack_number(&w, f->n_abouts);
	for (uint32 i = 0; i < f->n_abouts; i++)
		pack_entity(&w, &f->abouts[i], f->text);
	SET_VARSIZE(q, w.at - (uint8 *) q);
	return q;
}

static void
unpack_parts(PackReader *r, bool one, NewsQuoteFields *f)
{
	uint32		n = one ? 1 : unpack_number(r);
	NewsSpan   *parts;
	uint32		from = 0;

	/* each takes two bytes and more */
	if (n > (uint32) (r->end - r->at) / 2)
		news_version_error(r->type, NEWS_VALUE_VERSION);
	parts = unpack_room(r, n * sizeof(NewsSpan));
	for (uint32 i = 0; i < n; i++)
	{
		parts[i].lower = from + unpack_number(r);
		parts[i].upper = from = (uint32) parts[i].lower + unpack_number(r);
		if (parts[i].lower < 1 || parts[i].upper <= parts[i].lower)
			news_version_error(r->type, NEWS_VALUE_VERSION);
	}
	f->parts = parts;
	f->n_parts = n;
}

static void
unpack_2(const NewsQuote *q, NewsQuoteFields *f)
{
	PackReader	r;
	uint8		flags;
	NewsEntityFields *abouts;

	unpack_begin(&r, "news_quote", (const struct varlena *) q);
	flags = unpack_byte(&r);
	f->kind = flags & QUOTE_KIND_BITS;
	f->confidence = unpack_confidence(&r);
	if (flags & QUOTE_HAS_SPEAKER)
		unpack_entity(&r, &f->speaker, (NewsBytes) {"", 0});
	if (flags & QUOTE_HAS_MENTION)
		f->mention = unpack_text(&r, f->speaker.name, SYMBOLS_WORDS);
	if (flags & QUOTE_HAS_CUE)
		f->cue = unpack_text(&r, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
	if (flags & QUOTE_HAS_STANCE)
		f->stance = unpack_stance(&r);
	f->text = unpack_text(&r, (NewsBytes) {"", 0}, SYMBOLS_WORDS);
	unpack_parts(&r, flags & QUOTE_ONE_PART, f);
	f->speaker_span = unpack_span(&r, f->n_parts > 0 ? f->parts[0].lower : 0);
	f->cue_span = unpack_span(&r, f->n_parts > 0 ? f->parts[0].lower : 0);
	f->n_abouts = flags & QUOTE_HAS_ABOUTS ? unpack_number(&r) : 0;
	if (f->n_abouts > (uint32) (r.end - r.at) || f->text.len == 0 || quote_kind_name(f->kind) == NULL)
		news_version_error(r.type, NEWS_VALUE_VERSION);
	abouts = unpack_room(&r, f->n_abouts * sizeof(NewsEntityFields));
	for (uint32 i = 0; i < f->n_abouts; i++)
		unpack_entity(&r, &abouts[i], f->text);
	f->abouts = abouts;
	if (r.at != r.end)
		news_version_error(r.type, NEWS_VALUE_VERSION);
}

static char *
put_bytes(char *p, NewsBytes bytes)
{
	if (bytes.len > 0)
		memcpy(p, bytes.at, bytes.len);
	return p + bytes.len;
}

/* quote_image returns the value as version 1 has it. */
static const struct varlena *
quote_image(const struct varlena *value)
{
	NewsQuoteFields f;
	uint64		size;
	NewsQuote  *q;
	char	   *p;

	if (news_value_version(value) == NEWS_VALUE_VERSION_1)
		return value;
	news_quote_unpack((const NewsQuote *) value, &f);
	size = offsetof(NewsQuote, parts) + (uint64) f.n_parts * sizeof(NewsSpan) +
		f.speaker.name.len + f.speaker.id.len + f.stance.len + f.mention.len + f.cue.len + f.text.len;
	for (uint32 i = 0; i < f.n_abouts; i++)
		size += sizeof(NewsAbout) + f.abouts[i].name.len + f.abouts[i].id.len;
	q = palloc_extended(size, MCXT_ALLOC_ZERO | MCXT_ALLOC_HUGE);
	SET_VARSIZE(q, Min(size, MaxAllocSize));
	q->version = NEWS_VALUE_VERSION_1;
	q->kind = f.kind;
	q->speaker_kind = f.speaker.kind;
	q->speaker_id_len = f.speaker.id.len;
	q->speaker_name_len = f.speaker.name.len;
	q->confidence = f.confidence;
	q->stance_len = f.stance.len;
	q->mention_len = f.mention.len;
	q->cue_len = f.cue.len;
	q->text_len = f.text.len;
	q->n_parts = f.n_parts;
	q->n_abouts = f.n_abouts;
	q->speaker_span = f.speaker_span;
	q->cue_span = f.cue_span;
	if (f.n_parts > 0)
		memcpy(q->parts, f.parts, f.n_parts * sizeof(NewsSpan));
	p = (char *) (q->parts + f.n_parts);
	p = put_bytes(p, f.speaker.name);
	p = put_bytes(p, f.speaker.id);
	p = put_bytes(p, f.stance);
	p = put_bytes(p, f.mention);
	p = put_bytes(p, f.cue);
	p = put_bytes(p, f.text);
	for (uint32 i = 0; i < f.n_abouts; i++)
	{
		NewsAbout	about = {f.abouts[i].kind, f.abouts[i].id.len, f.abouts[i].name.len};

		memcpy(p, &about, sizeof(about));
		p = put_bytes(p + sizeof(about), f.abouts[i].name);
		p = put_bytes(p, f.abouts[i].id);
	}
	return (const struct varlena *) q;
}

static NewsBytes
take_bytes(const char **p, const char *end, uint32 len)
{
	NewsBytes	bytes = {*p, (int) len};

	if (len > end - *p)
		news_version_error("news_quote", NEWS_VALUE_VERSION_1);
	*p += len;
	return bytes;
}

static void
unpack_1(const NewsQuote *q, NewsQuoteFields *f)
{
	const char *end = (const char *) q + VARSIZE(q);
	const char *p;
	NewsEntityFields *abouts;

	if (VARSIZE(q) < offsetof(NewsQuote, parts) ||
		q->n_parts > (VARSIZE(q) - offsetof(NewsQuote, parts)) / sizeof(NewsSpan) ||
		q->n_abouts > VARSIZE(q) / sizeof(NewsAbout))
		news_version_error("news_quote", q->version);
	f->kind = q->kind;
	f->confidence = q->confidence;
	f->speaker_span = q->speaker_span;
	f->cue_span = q->cue_span;
	f->parts = q->parts;
	f->n_parts = q->n_parts;
	f->n_abouts = q->n_abouts;
	p = (const char *) (q->parts + q->n_parts);
	f->speaker.kind = q->speaker_kind;
	f->speaker.name = take_bytes(&p, end, q->speaker_name_len);
	f->speaker.id = take_bytes(&p, end, q->speaker_id_len);
	f->stance = take_bytes(&p, end, q->stance_len);
	f->mention = take_bytes(&p, end, q->mention_len);
	f->cue = take_bytes(&p, end, q->cue_len);
	f->text = take_bytes(&p, end, q->text_len);
	abouts = palloc_extended((q->n_abouts + 1) * sizeof(NewsEntityFields), MCXT_ALLOC_HUGE);
	for (uint32 i = 0; i < q->n_abouts; i++)
	{
		NewsAbout	about;

		memcpy(&about, take_bytes(&p, end, sizeof(about)).at, sizeof(about));
		abouts[i].kind = about.kind;
		abouts[i].name = take_bytes(&p, end, about.name_len);
		abouts[i].id = take_bytes(&p, end, about.id_len);
	}
	f->abouts = abouts;
}

/*
 * news_quote_unpack finds the fields of a value and that they lie inside it;
 * they point into it and into memory of the current context.
 */
void
news_quote_unpack(const NewsQuote *q, NewsQuoteFields *f)
{
	int			version = news_value_version((const struct varlena *) q);

	memset(f, 0, sizeof(*f));
	if (version == NEWS_VALUE_VERSION_1)
		unpack_1(q, f);
	else if (version == NEWS_VALUE_VERSION)
		unpack_2(q, f);
	else
		news_version_error("news_quote", version);
}

enum
{
	KEY_KIND, KEY_SPEAKER, KEY_MENTION, KEY_CUE, KEY_STANCE, KEY_TEXT, KEY_ABOUT,
	KEY_CONFIDENCE, KEY_PARTS, KEY_SPEAKER_SPAN, KEY_CUE_SPAN, KEYS
};

static const char *const quote_keys[KEYS] = {
	"kind", "speaker", "mention", "cue", "stance", "text", "about",
	"confidence", "parts", "speaker_span", "cue_span"
};

/* What is read of a literal, of whatever form, before it is checked. */
static Datum
quote_made(NewsQuoteFields *f, NewsBytes kind, const NewsMaker *maker)
{
	f->kind = quote_kind_number(kind.at, kind.len);
	if (f->kind == 0 &&
		!news_fault(maker, kind.len == 0 ? "The kind is missing." :
					"The kind is none of direct, mixed, indirect."))
		return (Datum) 0;
	return PointerGetDatum(news_quote_pack(f, maker));
}

static Datum
quote_from_json(char *s, const NewsMaker *maker)
{
	JsonbValue	v[KEYS];
	NewsQuoteFields f = {0};
	NewsBytes	kind = {NULL, 0};
	NewsSpan   *parts = NULL;
	NewsEntityFields *abouts = NULL;

	f.confidence = NEWS_CONFIDENCE_ONE;
	if (!news_json_object(s, quote_keys, KEYS, v, maker) ||
		!news_json_bytes(&v[KEY_KIND], quote_keys[KEY_KIND], &kind, maker) ||
		!news_json_entity(&v[KEY_SPEAKER], quote_keys[KEY_SPEAKER], &f.speaker, maker) ||
		!news_json_bytes(&v[KEY_MENTION], quote_keys[KEY_MENTION], &f.mention, maker) ||
		!news_json_bytes(&v[KEY_CUE], quote_keys[KEY_CUE], &f.cue, maker) ||
		!news_json_bytes(&v[KEY_STANCE], quote_keys[KEY_STANCE], &f.stance, maker) ||
		!news_json_bytes(&v[KEY_TEXT], quote_keys[KEY_TEXT], &f.text, maker) ||
		!news_json_entities(&v[KEY_ABOUT], quote_keys[KEY_ABOUT], &abouts, &f.n_abouts, maker) ||
		!news_json_confidence(&v[KEY_CONFIDENCE], &f.confidence, maker) ||
		!news_json_spans(&v[KEY_PARTS], quote_keys[KEY_PARTS], &parts, &f.n_parts, maker) ||
		!news_json_span(&v[KEY_SPEAKER_SPAN], quote_keys[KEY_SPEAKER_SPAN], &f.speaker_span, maker) ||
		!news_json_span(&v[KEY_CUE_SPAN], quote_keys[KEY_CUE_SPAN], &f.cue_span, maker))
		return (Datum) 0;
	f.parts = parts;
	f.abouts = abouts;
	return quote_made(&f, kind, maker);
}

/* The fields of the text form; those from FIELD_ABOUT on are entities. */
enum
{
	FIELD_KIND, FIELD_SPEAKER, FIELD_CUE, FIELD_TEXT, FIELD_CONFIDENCE, FIELD_MENTION,
	FIELD_STANCE, FIELD_PARTS, FIELD_SPEAKER_SPAN, FIELD_CUE_SPAN, FIELD_ABOUT
};

static Datum
quote_from_bars(char *s, const NewsMaker *maker)
{
	NewsQuoteFields f = {0};
	NewsBytes	all[FIELD_ABOUT] = {{0}};
	NewsBytes  *fields;
	uint32		n = news_bars_split(s, &fields);
	NewsSpan   *parts = NULL;
	NewsEntityFields *abouts;

	for (uint32 i = 0; i < n && i < FIELD_ABOUT; i++)
		all[i] = fields[i];
	f.cue = all[FIELD_CUE];
	f.text = all[FIELD_TEXT];
	f.mention = all[FIELD_MENTION];
	f.stance = all[FIELD_STANCE];
	f.confidence = NEWS_CONFIDENCE_ONE;
	if (all[FIELD_SPEAKER].len > 0 &&
		!news_entity_parse(all[FIELD_SPEAKER].at, all[FIELD_SPEAKER].len, &f.speaker, maker))
		return (Datum) 0;
	if (!news_bars_confidence(all[FIELD_CONFIDENCE], &f.confidence, maker))
		return (Datum) 0;
	if (!news_spans_read(all[FIELD_PARTS], &parts, &f.n_parts) ||
		!news_span_read(all[FIELD_SPEAKER_SPAN], &f.speaker_span) ||
		!news_span_read(all[FIELD_CUE_SPAN], &f.cue_span))
	{
		news_fault(maker, "A span of characters is written [1,9), the parts of a quote {[1,9),[14,20)}.");
		return (Datum) 0;
	}
	f.parts = parts;
	abouts = palloc_extended(n * sizeof(NewsEntityFields), MCXT_ALLOC_HUGE);
	f.abouts = abouts;
	for (uint32 i = FIELD_ABOUT; i < n; i++)
		if (!news_entity_parse(fields[i].at, fields[i].len, &abouts[f.n_abouts++], maker))
			return (Datum) 0;
	return quote_made(&f, all[FIELD_KIND], maker);
}

NEWS_INPUT(news_quote, quote_from_json, quote_from_bars)

static char *
quote_text(Datum value)
{
	NewsQuoteFields f;
	StringInfoData out;
	StringInfoData name;

	news_quote_unpack(DatumGetNewsQuote(value), &f);
	initStringInfo(&out);
	initStringInfo(&name);
	if (f.speaker.kind != 0)
		news_entity_print(&name, &f.speaker);
	news_bars_put(&out, news_cstring_bytes(quote_kind_name(f.kind)));
	news_bars_put(&out, (NewsBytes) {name.data, name.len});
	news_bars_put(&out, f.cue);
	news_bars_put(&out, f.text);
	news_bars_put_confidence(&out, f.confidence);
	news_bars_put(&out, f.mention);
	news_bars_put(&out, f.stance);
	news_bars_put_spans(&out, f.parts, f.n_parts);
	news_bars_put_span(&out, f.speaker_span);
	news_bars_put_span(&out, f.cue_span);
	for (uint32 i = 0; i < f.n_abouts; i++)
	{
		resetStringInfo(&name);
		news_entity_print(&name, &f.abouts[i]);
		news_bars_put(&out, (NewsBytes) {name.data, name.len});
	}
	news_bars_end(&out);
	return out.data;
}

NEWS_OUTPUT(news_quote, quote_text)

/* quote_json writes the JSON object. */
static char *
quote_json(Datum value)
{
	NewsQuoteFields f;
	StringInfoData out;

	news_quote_unpack(DatumGetNewsQuote(value), &f);
	news_json_begin(&out);
	news_json_put(&out, quote_keys[KEY_KIND], news_cstring_bytes(quote_kind_name(f.kind)));
	if (f.speaker.kind != 0)
	{
		news_json_key(&out, quote_keys[KEY_SPEAKER]);
		news_json_entity_object(&out, &f.speaker);
	}
	news_json_put(&out, quote_keys[KEY_MENTION], f.mention);
	news_json_put(&out, quote_keys[KEY_CUE], f.cue);
	news_json_put(&out, quote_keys[KEY_STANCE], f.stance);
	news_json_put(&out, quote_keys[KEY_TEXT], f.text);
	for (uint32 i = 0; i < f.n_abouts; i++)
	{
		if (i == 0)
			news_json_key(&out, quote_keys[KEY_ABOUT]);
		appendStringInfoString(&out, i == 0 ? "[" : ", ");
		news_json_entity_object(&out, &f.abouts[i]);
	}
	if (f.n_abouts > 0)
		appendStringInfoChar(&out, ']');
	news_json_put_confidence(&out, f.confidence);
	news_json_put_spans(&out, quote_keys[KEY_PARTS], f.parts, f.n_parts);
	news_json_put_span(&out, quote_keys[KEY_SPEAKER_SPAN], f.speaker_span);
	news_json_put_span(&out, quote_keys[KEY_CUE_SPAN], f.cue_span);
	appendStringInfoChar(&out, '}');
	return out.data;
}

NEWS_JSON_CASTS(news_quote, quote_json)

static void
recv_entity(StringInfo buf, NewsEntityFields *f, const NewsMaker *maker)
{
	f->kind = pq_getmsgbyte(buf);
	f->name = news_recv_bytes(buf, maker);
	f->id = news_recv_bytes(buf, maker);
	if (f->kind != 0)
		(void) news_entity_accept(f, maker);
}

/* recv_count reads how many items of at least size bytes follow. */
static uint32
recv_count(StringInfo buf, int size, const NewsMaker *maker)
{
	uint32		n = pq_getmsgint(buf, 4);

	if (n > (uint32) (buf->len - buf->cursor) / size)
		news_fault(maker, "%u items are announced, %d bytes are left.", n, buf->len - buf->cursor);
	return n;
}

PG_FUNCTION_INFO_V1(news_quote_recv);
Datum
news_quote_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	NewsMaker	maker = {FROM_BINARY, "news_quote"};
	NewsQuoteFields f = {0};
	NewsSpan   *parts;
	NewsEntityFields *abouts;

	news_recv_version(buf, NEWS_QUOTE_VERSION, &maker);
	f.kind = pq_getmsgbyte(buf);
	news_recv_zeros(buf, 2, &maker);
	f.confidence = (int) pq_getmsgint(buf, 4);
	recv_entity(buf, &f.speaker, &maker);
	f.stance = news_recv_bytes(buf, &maker);
	f.mention = news_recv_bytes(buf, &maker);
	f.cue = news_recv_bytes(buf, &maker);
	f.text = news_recv_bytes(buf, &maker);
	f.speaker_span = news_recv_span(buf);
	f.cue_span = news_recv_span(buf);
	f.n_parts = recv_count(buf, 8, &maker);
	parts = palloc_extended(f.n_parts * sizeof(NewsSpan) + 1, MCXT_ALLOC_HUGE);
	for (uint32 i = 0; i < f.n_parts; i++)
		parts[i] = news_recv_span(buf);
	f.parts = parts;
	f.n_abouts = recv_count(buf, 9, &maker);
	abouts = palloc_extended(f.n_abouts * sizeof(NewsEntityFields) + 1, MCXT_ALLOC_HUGE);
	for (uint32 i = 0; i < f.n_abouts; i++)
		recv_entity(buf, &abouts[i], &maker);
	f.abouts = abouts;
	PG_RETURN_POINTER(news_quote_pack(&f, &maker));
}

static void
send_entity(StringInfo buf, const NewsEntityFields *f)
{
	pq_sendbyte(buf, f->kind);
	news_send_bytes(buf, f->name);
	news_send_bytes(buf, f->id);
}

PG_FUNCTION_INFO_V1(news_quote_send);
Datum
news_quote_send(PG_FUNCTION_ARGS)
{
	NewsQuoteFields f;
	StringInfoData buf;

	news_quote_unpack(PG_GETARG_NEWS_QUOTE(0), &f);
	pq_begintypsend(&buf);
	pq_sendbyte(&buf, NEWS_QUOTE_VERSION);
	pq_sendbyte(&buf, f.kind);
	pq_sendint16(&buf, 0);
	pq_sendint32(&buf, f.confidence);
	send_entity(&buf, &f.speaker);
	news_send_bytes(&buf, f.stance);
	news_send_bytes(&buf, f.mention);
	news_send_bytes(&buf, f.cue);
	news_send_bytes(&buf, f.text);
	news_send_span(&buf, f.speaker_span);
	news_send_span(&buf, f.cue_span);
	pq_sendint32(&buf, f.n_parts);
	for (uint32 i = 0; i < f.n_parts; i++)
		news_send_span(&buf, f.parts[i]);
	pq_sendint32(&buf, f.n_abouts);
	for (uint32 i = 0; i < f.n_abouts; i++)
	{
		send_entity(&buf, &f.abouts[i]);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* Order: speaker, text, then everything else. */
static int
quote_compare(const struct varlena *a, const struct varlena *b)
{
	NewsQuoteFields fa;
	NewsQuoteFields fb;
	int			cmp;

	news_quote_unpack((const NewsQuote *) a, &fa);
	news_quote_unpack((const NewsQuote *) b, &fb);
	cmp = news_entity_compare(&fa.speaker, &fb.speaker);
	if (cmp == 0)
		cmp = news_bytes_compare(fa.text, fb.text);
	return cmp != 0 ? cmp : news_value_compare(quote_image(a), quote_image(b));
}

NEWS_COMPARISONS_OF(news_quote, quote_compare, quote_image)

/* Accessors */

#define QUOTE_ACCESSOR(name, missing, result) \
	NEWS_ACCESSOR(name, NewsQuoteFields, news_quote_unpack(PG_GETARG_NEWS_QUOTE(0), &f), missing, result)

QUOTE_ACCESSOR(news_quote_kind, false, news_bytes_datum(news_cstring_bytes(quote_kind_name(f.kind))))
QUOTE_ACCESSOR(news_quote_text, false, news_bytes_datum(f.text))
QUOTE_ACCESSOR(news_quote_speaker, f.speaker.kind == 0, news_entity_datum(&f.speaker))
QUOTE_ACCESSOR(news_quote_speaker_mention, f.mention.len == 0, news_bytes_datum(f.mention))
QUOTE_ACCESSOR(news_quote_cue, f.cue.len == 0, news_bytes_datum(f.cue))
QUOTE_ACCESSOR(news_quote_stance, f.stance.len == 0, news_bytes_datum(f.stance))
QUOTE_ACCESSOR(news_quote_confidence, false, news_confidence_datum(f.confidence))
QUOTE_ACCESSOR(news_quote_parts, f.n_parts == 0, news_spans_datum(f.parts, f.n_parts))
QUOTE_ACCESSOR(news_quote_span, f.n_parts == 0, news_span_datum((NewsSpan) {f.parts[0].lower, f.parts[f.n_parts - 1].upper}))
QUOTE_ACCESSOR(news_quote_speaker_span, f.speaker_span.lower == 0, news_span_datum(f.speaker_span))
QUOTE_ACCESSOR(news_quote_cue_span, f.cue_span.lower == 0, news_span_datum(f.cue_span))

/* act_name returns what kind of act a stance is. */
static Datum
act_name(NewsBytes stance)
{
	return CStringGetTextDatum(cue_act_name(cue_act(cue_stance_number(stance.at, stance.len))));
}

QUOTE_ACCESSOR(news_quote_act, cue_stance_number(f.stance.at, f.stance.len) == 0, act_name(f.stance))

/* news_quote_about returns the entities named inside the quote. */
PG_FUNCTION_INFO_V1(news_quote_about);
Datum
news_quote_about(PG_FUNCTION_ARGS)
{
	NewsQuoteFields f;
	NewsList	list;

	news_quote_unpack(PG_GETARG_NEWS_QUOTE(0), &f);
	list = news_list_begin(fcinfo);
	for (uint32 i = 0; i < f.n_abouts; i++)
		news_list_add(&list, news_entity_datum(&f.abouts[i]));
	PG_RETURN_DATUM(news_list_end(&list));
}
