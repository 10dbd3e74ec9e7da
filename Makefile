# Every target sets itself up; nothing needs root.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help setup demo test lint bench train train-encoder screenshots lock clean
help:
	@echo "make demo | test | lint | bench | train | train-encoder | screenshots | setup | lock"

setup: $(READY)

# Trust what the machine trusts: a company's own certificates too.
export UV_SYSTEM_CERTS := 1
export UV_NATIVE_TLS := 1

# pip checks uv by its hash, uv checks everything else by theirs.
$(READY): pyproject.toml requirements/uv.txt requirements/dev.txt
	@$(PYTHON) -m venv .venv
	@command -v uv >/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@UV=$$(command -v uv || echo $(BIN)/uv); VIRTUAL_ENV=.venv $$UV pip install --quiet --require-hashes -r requirements/dev.txt && \
	  VIRTUAL_ENV=.venv $$UV pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

demo: setup
	@rm -rf build/demo && mkdir -p build/demo
	@$(BIN)/detente add examples/us-china-2023 --record build/demo/record.db
	@$(BIN)/detente brief US CN --record build/demo/record.db -o build/demo/brief.html
	@$(BIN)/detente brief US CN --record build/demo/record.db
	@echo; echo "The same as a page: build/demo/brief.html"

# The corpus is no part of the project: where it is not at hand, the sample says so and passes.
test: setup lint
	$(BIN)/python -m pytest -n auto
	$(BIN)/python -W ignore bench/robustness.py --corpus $(CORPORA)/whitehouse.jsonl.gz --every 700 --first 13

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

GOLD ?= ../shared/gold/dev
CORPORA ?= ../shared/corpora
MEANTIME ?= ../shared/measure/meantime_en
PLV ?= ../shared/measure/plv_train/PLV_train.tsv
bench: setup
	$(BIN)/python bench/quality.py --gold $(GOLD) --floors bench/floors.json
	$(BIN)/python -W ignore bench/quality.py --gold training/dossiers/unseen --floors bench/unseen_floors.json
	$(BIN)/python -W ignore bench/full_names.py --gold $(GOLD)
	$(BIN)/python -W ignore bench/names.py --corpora $(CORPORA)
	$(BIN)/python -W ignore bench/linking.py --corpora $(CORPORA)
	$(BIN)/python -W ignore bench/followup.py --corpora $(CORPORA)
	$(BIN)/python -W ignore bench/accounts.py
	$(BIN)/python -W ignore bench/quotations.py --corpora $(CORPORA)
	$(BIN)/python -W ignore bench/events.py --plv $(PLV)
	PYTHONPATH=training/events $(BIN)/python -W ignore bench/event_finding.py --corpora $(CORPORA)
	$(BIN)/python -W ignore bench/times.py --meantime $(MEANTIME)
	$(BIN)/python bench/speed.py --texts $(GOLD)/texts
	$(BIN)/python bench/robustness.py --corpus $(CORPORA)/whitehouse.jsonl.gz --every 100
	$(BIN)/python -W ignore bench/wordings.py --corpora $(CORPORA)
	$(BIN)/python -W ignore bench/crash.py
	@mkdir -p build
	@rm -f build/big.db
	$(BIN)/python -W ignore bench/big_record.py --corpus $(CORPORA)/whitehouse.jsonl.gz --record build/big.db
	$(BIN)/python -W ignore bench/web.py --corpus $(CORPORA)/whitehouse.jsonl.gz --record build/big.db
	$(BIN)/python -W ignore bench/orders.py --corpus $(CORPORA)/whitehouse.jsonl.gz --every 14

# From the corpora that the annotations are of, and from the dossiers to tune on; see training/*/README.md.
train: setup
	$(BIN)/python training/attribution/agreement.py
	$(BIN)/python training/attribution/train.py --corpora $(CORPORA) -o src/detente/ontology/data/english/attribution.json
	PYTHONPATH=training $(BIN)/python -W ignore training/engagements/train_engagements.py --gold training/dossiers/tune -o src/detente/ontology/data/english/engagements.json
	PYTHONPATH=training $(BIN)/python -W ignore training/positions/train_positions.py --gold training/dossiers/tune --keep-issues -o src/detente/ontology/data/english/positions.json
	PYTHONPATH=training $(BIN)/python -W ignore training/commitments/train_commitments.py --gold training/dossiers/tune -o src/detente/ontology/data/english/commitments.json
	PYTHONPATH=training $(BIN)/python -W ignore training/incidents/train_incidents.py --gold training/dossiers/tune -o src/detente/ontology/data/english/incidents.json
	PYTHONPATH=training $(BIN)/python training/discrepancies/train_pairs.py --gold training/dossiers/tune -o src/detente/ontology/data/english/discrepancies.json
	$(BIN)/python -W ignore training/events/train_events.py -o src/detente/ontology/data/english/events.json
	PYTHONPATH=training/events $(BIN)/python -W ignore training/events/train_finding.py --corpora $(CORPORA) -o src/detente/ontology/data/english/event_finding.json
	$(BIN)/python training/commonness/train_commonness.py --corpora $(CORPORA) -o src/detente/ontology/data/english/commonness.json

# PyTorch is large, and nothing but this needs it.
train-encoder: setup
	@UV=$$(command -v uv || echo $(BIN)/uv); VIRTUAL_ENV=.venv $$UV pip install --quiet --require-hashes -r requirements/encoder.txt
	PYTHONPATH=training/events $(BIN)/python -W ignore training/events/train_encoder.py -o src/detente/ontology/data/english

# Pages of the example dossier as docs/web.md shows them.
screenshots: setup
	$(BIN)/python -W ignore bench/screenshots.py

# Locks carry names, versions and hashes, never the address of an index.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev -o requirements/dev.txt pyproject.toml requirements/dev.in
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/uv.txt requirements/uv.in
	uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements/dev.txt -o requirements/encoder.txt requirements/encoder.in

clean:
	rm -rf .venv build dist
