/*
 * cue.c -- opens the cue lexicon; the names of its classes.
 */
#include "know/cue.h"

#include "base/names.h"

static const char *const stance_names[STANCE_COUNT] = {
	NULL,
#define STANCE_NAME(symbol, name) name,
	CUE_STANCES(STANCE_NAME)
#undef STANCE_NAME
};

DEFINE_NAMES(cue_stance, stance_names)

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

DEFINE_NAMES(cue_act, act_names)

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
