# The command-line programs over the core, and the model they compile.

TOOL_CC = $(CC)
TOOL_CFLAGS = -std=gnu11 -D_GNU_SOURCE -O2 -g -Wall -Wextra -Werror -Wno-unused-parameter \
	-Wno-missing-field-initializers -Wno-sign-compare -Isrc/core -Isrc/tools \
	-DNEWSTEXT_VERSION='"$(EXTVERSION)"'

CORE_ALL = $(wildcard src/core/*.c)
CORE_TOOL_OBJS = $(patsubst src/core/%.c,build/core/%.o,$(CORE_ALL))
COMPILE_OBJS = $(patsubst src/tools/%.c,build/tools/%.o,$(wildcard src/tools/compile*.c))

.PHONY: tools
tools: build/newstext-compile build/newstext-tag build/newstext-train-quotes

build/core/%.o: src/core/%.c $(wildcard src/core/*.h)
	@mkdir -p $(@D)
	$(TOOL_CC) $(TOOL_CFLAGS) -c -o $@ $<

build/tools/%.o: src/tools/%.c $(wildcard src/core/*.h) $(wildcard src/tools/*.h)
	@mkdir -p $(@D)
	$(TOOL_CC) $(TOOL_CFLAGS) -c -o $@ $<

build/newstext-compile: $(COMPILE_OBJS) build/tools/tool.o $(CORE_TOOL_OBJS)
	$(TOOL_CC) -o $@ $^ -lutf8proc -lm

build/newstext-tag: build/tools/tag.o build/tools/json.o build/tools/tool.o $(CORE_TOOL_OBJS)
	$(TOOL_CC) -o $@ $^ -lutf8proc -lm

build/newstext-train-quotes: build/tools/train_quotes.o build/tools/json.o build/tools/tool.o $(CORE_TOOL_OBJS)
	$(TOOL_CC) -o $@ $^ -lutf8proc -lm

# Everything under data/ that the compiler reads; the trained weights are
# among it, so that an edited lexicon needs no training.
MODEL_SOURCES = $(wildcard data/lexicon/*.txt data/gazetteer/*.tsv data/dates/* data/cues/* data/model/*)

$(MODEL): build/newstext-compile $(MODEL_SOURCES)
	@mkdir -p $(@D)
	build/newstext-compile --version=$(EXTVERSION) data $@
