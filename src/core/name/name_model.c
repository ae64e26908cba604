/*
 * name_model.c -- opens what the model file holds of names, and looks it up.
 */
#include "name/name_model.h"

void
name_model_open(NtContext *cx, NtNameModel *model, const NtModel *file)
{
	bool		whole;

	model->steps = model_section(cx, file, "nameconf", sizeof(NtNameStep), &model->n_steps);
	whole = model->n_steps > 0;
	for (uint32_t i = 0; i < model->n_steps && whole; i++)
		whole = model->steps[i].confidence <= 1000 && (i == 0 || model->steps[i - 1].score < model->steps[i].score);
	if (!whole)
		nt_raise(cx, NT_ERROR_MODEL, "the confidence of names does not rise by score, or is above 1");
}

uint16_t
name_confidence(const NtNameModel *model, int32_t score)
{
	uint32_t	i = model->n_steps - 1;

	while (i > 0 && score < model->steps[i].score)
		i--;
	return model->steps[i].confidence;
}
