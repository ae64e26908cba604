/*
 * cue.c -- opens the cue lexicon; the names of its classes.
 */
#include "know/cue.h"

#include <string.h>

static const char *const stance_names[STANCE_COUNT] = {
	NULL,
#define STANCE_NAME(symbol, name) name,
	CUE_STANCES(STANCE_NAME)
#undef STANCE_NAME
};

const char *
cue_stance_name(int stance)
{
	return stance > 0 && stance < STANCE_COUNT ? stance_names[stance] : NULL;
}

int
cue_stance_number(const char *name, int len)
{
	for (int i = 1; i < STANCE_COUNT; i++)
		if ((int) strlen(stance_names[i]) == len && memcmp(stance_names[i], name, (size_t) len) == 0)
			return i;
	return 0;
}

/* Stances that are no speech. */
static const uint8_t stance_acts[STANCE_COUNT] = {
	[STANCE_WROTE] = ACT_WRITING,
	[STANCE_SHOWED] = ACT_WRITING,
	[STANCE_THOUGHT] = ACT_THOUGHT,
	[STANCE_HOPED] = ACT_THOUGHT,
	[STANCE_SEEMED] = ACT_THOUGHT,
	[STANCE_WANTED] = ACT_PLAN,
};

NtAct
cue_act(int stance)
{
	if (stance <= 0 || stance >= STANCE_COUNT)
		return ACT_NONE;
	return stance_acts[stance] != ACT_NONE ? (NtAct) stance_acts[stance] : ACT_SPEECH;
}

static const char *const act_names[ACT_COUNT] = {
	NULL,
#define ACT_NAME(symbol, name) name,
	CUE_ACTS(ACT_NAME)
#undef ACT_NAME
};

const char *
cue_act_name(int act)
{
	return act > 0 && act < ACT_COUNT ? act_names[act] : NULL;
}

int
cue_act_number(const char *name, int len)
{
	for (int i = 1; i < ACT_COUNT; i++)
		if ((int) strlen(act_names[i]) == len && memcmp(act_names[i], name, (size_t) len) == 0)
			return i;
	return 0;
}

/*
 * cue_open finds the records and checks that every word points inside them.
 * Raises NT_ERROR_MODEL.
 */
void
cue_open(NtContext *cx, NtCues *cues, const NtModel *model, const NtVocab *vocab)
{
	cues->records = model_section(cx, model, "cues", sizeof(NtCue), &cues->n);
	if (cues->n == 0)
		nt_raise(cx, NT_ERROR_MODEL, "cue lexicon has no records");
	for (uint32_t i = 0; i < cues->n; i++)
		if (cues->records[i].stance >= STANCE_COUNT || cues->records[i].noun_stance >= STANCE_COUNT ||
			cues->records[i].form > CUE_OTHER)
			nt_raise(cx, NT_ERROR_MODEL, "cue %u is damaged", i);
	for (uint32_t i = 0; i < vocab->n_words; i++)
		if (vocab->words[i].cue >= cues->n)
			nt_raise(cx, NT_ERROR_MODEL, "word %u has no such cue", i);
}
