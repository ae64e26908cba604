/*
 * compile_names.c -- compiles how often names are right, by score.
 *
 * A line of data/en/model/name-confidence.txt is a score and a share in
 * thousandths, which counts from that score on.  Section "nameconf".
 */
#include "compile/compile.h"

#include "name/name_model.h"

#include <stdio.h>

#define STEPS_MAX 64

void
compile_names(Builder *b)
{
	NtNameStep	steps[STEPS_MAX];
	uint32_t	n = 0;
	DataFile	file;
	char	   *line;

	if (!data_open(b, &file, builder_path(b, "model/name-confidence.txt")))
		tool_die("data has no model/name-confidence.txt");
	while ((line = data_line(&file)) != NULL)
	{
		int			score;
		unsigned	share;

		if (sscanf(line, "%d %u", &score, &share) != 2 || score < INT16_MIN || score > INT16_MAX || share > 1000)
			data_fail(&file, "score and thousandths expected");
		if (n == STEPS_MAX || (n > 0 && score <= steps[n - 1].score))
			data_fail(&file, "more than %d steps, or a score that stands above", STEPS_MAX);
		steps[n++] = (NtNameStep) {(int16_t) score, (uint16_t) share};
	}
	if (n == 0)
		data_fail(&file, "no step");
	builder_section(b, "nameconf", steps, n * sizeof(steps[0]));
}
