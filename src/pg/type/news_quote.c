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

#include "utils/array.h"
#include "utils/lsyscache.h"
#include "utils/fmgrprotos.h"

#include "read/result.h"

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
	return cmp != 0 ? cmp : news_value_compare(news_quote_image(a), news_quote_image(b));
}

NEWS_COMPARISONS_OF(news_quote, quote_compare, news_quote_image)

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
