-- news_quote: who said what

@type news_quote

COMMENT ON TYPE news_quote IS 'who said what';

CREATE FUNCTION news_quote_kind(quote news_quote) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_kind(news_quote) IS 'direct, mixed or indirect';

CREATE FUNCTION news_quote_text(quote news_quote) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_text(news_quote) IS 'what was said; pieces that the cue parts are joined by a space';

CREATE FUNCTION news_quote_speaker(quote news_quote) RETURNS news_entity
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_speaker(news_quote) IS 'who said it, through names, titles and pronouns; NULL when the article names nobody';

CREATE FUNCTION news_quote_speaker_mention(quote news_quote) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_speaker_mention(news_quote) IS 'the speaker as the sentence writes it';

CREATE FUNCTION news_quote_cue(quote news_quote) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_cue(news_quote) IS 'what announces the quote: said, according to ...';

CREATE FUNCTION news_quote_stance(quote news_quote) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_stance(news_quote) IS 'class of the cue: said, denied, asked ...';

CREATE FUNCTION news_quote_act(quote news_quote) RETURNS text
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_act(news_quote) IS 'what the speaker did: speech, writing, thought or plan';

CREATE FUNCTION news_quote_about(quote news_quote) RETURNS news_entity[]
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_about(news_quote) IS 'entities named inside the quote, in text order';

CREATE FUNCTION news_quote_confidence(quote news_quote) RETURNS real
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_confidence(news_quote) IS 'how sure the attribution is, 0 to 1';

CREATE FUNCTION news_quote_span(quote news_quote) RETURNS int4range
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_span(news_quote) IS 'characters of the article from the first piece to the last';

CREATE FUNCTION news_quote_parts(quote news_quote) RETURNS int4multirange
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_parts(news_quote) IS 'characters of the article that each piece takes';

CREATE FUNCTION news_quote_speaker_span(quote news_quote) RETURNS int4range
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_speaker_span(news_quote) IS 'characters of the speakers mention';

CREATE FUNCTION news_quote_cue_span(quote news_quote) RETURNS int4range
	AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION news_quote_cue_span(news_quote) IS 'characters of the cue';

CREATE FUNCTION newstext_quote_to_jsonb(quote news_quote) RETURNS jsonb
	AS 'MODULE_PATHNAME', 'news_quote_to_jsonb' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_quote_to_jsonb(news_quote) IS 'the text form as jsonb';

CREATE CAST (news_quote AS jsonb) WITH FUNCTION newstext_quote_to_jsonb(news_quote);
COMMENT ON CAST (news_quote AS jsonb) IS 'the text form as jsonb';

CREATE FUNCTION newstext_quote_to_json(quote news_quote) RETURNS json
	AS 'MODULE_PATHNAME', 'news_quote_to_json' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION newstext_quote_to_json(news_quote) IS 'the text form as json; to_jsonb() and row_to_json() use it';
CREATE CAST (news_quote AS json) WITH FUNCTION newstext_quote_to_json(news_quote);
COMMENT ON CAST (news_quote AS json) IS 'the text form as json';
