# make -f briefings.mk: builds the briefings when facts, pictures or what lies in their folder have changed, and takes
# away what no file stands for. What they depend on is written by sitrep itself (--deps).
SITREP ?= sitrep
FACTS  := $(wildcard briefings/*.json)
OUT    ?= public

all: $(OUT)/.built

$(OUT)/.built: $(FACTS) briefings
	$(SITREP) build --prune --format pdf,html,md --out $(OUT) --deps $(OUT)/.deps $(FACTS)
	sed 's|^.*: |$@: |' $(OUT)/.deps >$(OUT)/.deps.mk && rm $(OUT)/.deps
	touch $@

-include $(OUT)/.deps.mk

.PHONY: all
