
-- The state of an aggregate was a pointer.

@fragment 71-tally.sql

DROP FUNCTION news_tally_combine(internal, internal);
DROP FUNCTION news_tally_serialize(internal);
DROP FUNCTION news_tally_deserialize(bytea, internal);
DROP FUNCTION news_entity_counts_add(internal, news_entity[]);
DROP FUNCTION news_entity_counts_result(internal);
DROP FUNCTION news_cooccurrence_add(internal, news_entity[]);
DROP FUNCTION news_cooccurrence_with_add(internal, news_entity[], news_entity);
DROP FUNCTION news_cooccurrence_result(internal);
DROP FUNCTION news_share_of_voice_add(internal, news_quote[]);
DROP FUNCTION news_share_of_voice_result(internal);
DROP FUNCTION news_timeline_add(internal, news_date[]);
DROP FUNCTION news_timeline_result(internal);
