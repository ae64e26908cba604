/*
 * lexclass.h -- the classes a word can have in the lexicons.
 *
 * Each line is a class and the name by which a file of data/en/lexicon declares
 * it ("# class: title").  A class is one bit of NtWord.classes.  The tagger's
 * features hold these numbers: add at the end, or train anew.
 */
#ifndef NEWSTEXT_LEXCLASS_H
#define NEWSTEXT_LEXCLASS_H

#define LEX_CLASSES(X) \
	X(LEX_GIVEN_NAME, "given_name") \
	X(LEX_SURNAME, "surname") \
	X(LEX_NAME_PARTICLE, "name_particle") \
	X(LEX_NAME_SUFFIX, "name_suffix") \
	X(LEX_TITLE, "title") \
	X(LEX_ROLE, "role") \
	X(LEX_ORG_HEAD, "org_head") \
	X(LEX_ORG_SUFFIX, "org_suffix") \
	X(LEX_PLACE_HEAD, "place_head") \
	X(LEX_EVENT_HEAD, "event_head") \
	X(LEX_LAW_HEAD, "law_head") \
	X(LEX_WORK_HEAD, "work_head") \
	X(LEX_PRODUCT_HEAD, "product_head") \
	X(LEX_REGION_WORD, "region_word") \
	X(LEX_WEEKDAY, "weekday") \
	X(LEX_MONTH, "month") \
	X(LEX_SEASON, "season") \
	X(LEX_ABBREVIATION, "abbreviation") \
	X(LEX_NEVER_FINAL, "never_final") \
	X(LEX_NUMBER_WORD, "number_word") \
	X(LEX_PRONOUN, "pronoun") \
	X(LEX_DETERMINER, "determiner") \
	X(LEX_PREPOSITION, "preposition") \
	X(LEX_CONJUNCTION, "conjunction") \
	X(LEX_AUXILIARY, "auxiliary") \
	X(LEX_WH_WORD, "wh_word") \
	X(LEX_NEGATION, "negation") \
	X(LEX_REFUSAL, "refusal") \
	X(LEX_FURNITURE, "furniture") \
	X(LEX_CAPTION_CUE, "caption_cue") \
	X(LEX_BYLINE_CUE, "byline_cue") \
	X(LEX_DATELINE_CUE, "dateline_cue") \
	X(LEX_SPORTS_WORD, "sports_word") \
	X(LEX_COMMON_WORD, "common_word") \
	X(LEX_AMBIGUOUS, "ambiguous") \
	X(LEX_PLACE_NAME, "place_name") \
	X(LEX_ORG_NAME, "org_name") \
	X(LEX_PERSON_NAME, "person_name") \
	X(LEX_NORP_NAME, "norp_name") \
	X(LEX_OTHER_NAME, "other_name") \
	X(LEX_SPORTS_NATION, "sports_nation") \
	X(LEX_WORK_CUE, "work_cue") \
	X(LEX_LANGUAGE_CUE, "language_cue") \
	X(LEX_CUE, "cue") \
	X(LEX_DATE_WORD, "date_word") \
	X(LEX_NAME_SYLLABLE, "name_syllable") \
	X(LEX_NO_NAME, "no_name") \
	X(LEX_SOLO_SPORT, "solo_sport") \
	X(LEX_TEAM_SPORT, "team_sport") \
	X(LEX_ORG_NOUN, "org_noun") \
	X(LEX_PLACE_PREPOSITION, "place_preposition") \
	X(LEX_WORD_ENDING, "word_ending") \
	X(LEX_HONORIFIC, "honorific") \
	X(LEX_ROLE_MODIFIER, "role_modifier") \
	X(LEX_ROLE_RANK, "role_rank") \
	X(LEX_ROLE_VERB, "role_verb") \
	X(LEX_LONE_HEAD, "lone_head") \
	X(LEX_CURRENCY_PREFIX, "currency_prefix") \
	X(LEX_BODY_NOUN, "body_noun") \
	X(LEX_PUBLIC_HEAD, "public_head") \
	X(LEX_NAMING, "naming") \
	X(LEX_RECALL, "recall") \
	X(LEX_ORG_ROLE, "org_role") \
	X(LEX_TOWN_CUE, "town_cue")

/* Bit numbers; LEX_BIT(LEX_TITLE) is the mask. */
enum
{
#define LEX_ENUM(symbol, name) symbol,
	LEX_CLASSES(LEX_ENUM)
#undef LEX_ENUM
	LEX_CLASS_COUNT
};

#define LEX_BIT(class) (UINT64_C(1) << (class))

_Static_assert(LEX_CLASS_COUNT <= 64, "NtWord.classes has 64 bits");

#endif
