# make -f briefings.mk: builds the briefings whose facts, theme or list have changed.
# What they depend on is written by sitrep itself (--deps).
SITREP ?= sitrep
FACTS  := $(wildcard briefings/*.json)
OUT    ?= public

all: $(OUT)/.built

$(OUT)/.built: $(FACTS)
	$(SITREP) build --prune --format html,md --out $(OUT) --deps $(OUT)/.deps.mk $(FACTS)
	touch $@

-include $(OUT)/.deps.mk

.PHONY: all
