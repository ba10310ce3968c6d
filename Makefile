# The two commands: `make run` starts the game, `make test` runs every check.
# Both set up what is missing first; see tools/setup.sh.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test setup lint suite bench pictures scenario-figures scenario-reference catalogue format pins clean bundle deb wheel sbom handbook animation newcomer

UV = $(or $(shell command -v uv 2>/dev/null),$(CURDIR)/.venv-uv/bin/uv)
RUN = $(UV) run
BUILD = $(RUN) --no-default-groups --group build

# Without bytecode on disk every start compiles all modules again.
unexport PYTHONDONTWRITEBYTECODE
# Another project's active environment is not ours.
unexport VIRTUAL_ENV

help:
	@echo "make run        start the game (ARGS=\"--windowed\" and the like go to it)"
	@echo "make test       lint, types, import rules and all tests"
	@echo "make bench      the measurements in tests/bench"
	@echo "make pictures   the pictures in docs/pictures, from real windows"
	@echo "make animation  the moving picture of the README, from the real beamer"
	@echo "make newcomer   the run of a newcomer through the bundle, with two phones: steps, seconds"
	@echo "make handbook   the handbook as dist/handleiding.pdf"
	@echo "make scenario-figures   the table in docs/scenarios.md"
	@echo "make scenario-reference the keys of a scenario: docs/scenario-reference.md, JSON Schemas"
	@echo "make catalogue  merge the translations and write the catalogue"
	@echo "make format     format the code"
	@echo "make pins       move every dependency to its newest fitting version"
	@echo "make bundle     a folder with everything in it, for this system: dist/Dilemmaspel"
	@echo "make deb        that folder as a package for Debian and its kin"
	@echo "make wheel      the package for Python, tried in an empty environment"
	@echo "make sbom       the licence list and the list of parts"
	@echo "make clean      remove the environments, the caches and what was built"

run:
	@sh tools/setup.sh window
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ] || [ "$$OS" = Windows_NT ]; then \
		$(RUN) --no-default-groups dilemmaspel $(ARGS); \
	else \
		echo "There is no screen here, so the game checks itself without showing a window."; \
		QT_QPA_PLATFORM=offscreen $(RUN) --no-default-groups dilemmaspel --self-test; \
	fi

test: lint suite

setup:
	@sh tools/setup.sh tests

lint: setup
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy
	$(RUN) lint-imports --no-logo

# The tests of the game alone have to reach every line and branch of it; counting them slows down.
suite: setup
	$(RUN) pytest -p no:benchmark -n auto --dist worksteal --cov --cov-report=term tests/game
	$(RUN) pytest -p no:benchmark -n auto --dist worksteal --ignore tests/game

bench: setup
	@for script in tests/bench/bench_*.py; do \
		echo; echo "== $$script"; \
		$(RUN) python -m $$(echo $${script%.py} | tr / .) || exit 1; \
	done

pictures: setup
	$(RUN) python tools/pictures.py

animation: setup
	$(RUN) python -m tools.picturing.animation

newcomer: bundle
	@sh tools/setup.sh newcomer
	$(RUN) python -m tools.newcomer --out dist/newcomer $(ARGS)

handbook: setup
	$(RUN) python -m tools.handbook

scenario-figures: setup
	$(RUN) python -m tools.scenario_figures

scenario-reference: setup
	$(RUN) python -m tools.scenario_reference

catalogue: setup
	$(RUN) python -m tools.catalogue

format: setup
	$(RUN) ruff check --fix
	$(RUN) ruff format

pins: setup
	$(RUN) python -m tools.pins --uv $(UV)

bundle:
	@sh tools/setup.sh bundle
	$(BUILD) python -m PyInstaller --noconfirm --log-level WARN build.spec
	$(BUILD) python -m tools.check_bundle

deb: bundle
	$(BUILD) python -m tools.deb

wheel: setup
	$(UV) build --quiet --out-dir dist
	$(RUN) python -m tools.try_wheel --uv $(UV)

sbom: setup
	$(RUN) python -m tools.licences

clean:
	rm -rf .venv .venv-uv uv.lock build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .coverage
