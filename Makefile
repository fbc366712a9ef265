# make run    set everything up, build the tables, serve the dashboard     (PORT=8501 HOST=127.0.0.1)
# make test   set everything up, browser included, and run every test
# make check  style and import rules only
# make data   build the tables of seeds/
# make bench  measure speed, write docs/benchmarks.md

SHELL := /bin/bash
PORT ?= 8501
HOST ?= 127.0.0.1
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
SPACE_MB := 1500

.PHONY: run test check data bench clean
.DELETE_ON_ERROR:

run: $(VENV)/run.ok
	@$(PY) -c 'import socket,sys; s=socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("$(HOST)", $(PORT)))' 2>/dev/null \
		|| { echo "Port $(PORT) on $(HOST) is taken or not allowed: choose another one, for example «make run PORT=8601»." >&2; exit 1; }
	@$(PY) -m svodka build --if-stale
	@echo "Svodka: http://$(HOST):$(PORT)  (stop with Ctrl+C)"
	@exec $(VENV)/bin/streamlit run app.py --server.address $(HOST) --server.port $(PORT)

test: check $(VENV)/system.ok
	@$(PY) -m svodka build --if-stale
	$(PY) -m pytest

check: $(VENV)/test.ok
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/lint-imports --no-cache

data: $(VENV)/run.ok
	@$(PY) -m svodka build

bench: $(VENV)/test.ok
	$(PY) benchmarks/speed.py

clean:
	rm -rf $(VENV) data/tables data/tables.work .pytest_cache .ruff_cache .hypothesis

# The first Python of 3.11 or later on the path; an environment that another one made is made anew.
$(VENV)/python.ok:
	@free=$$(df -Pm . | awk 'NR==2 {print $$4}'); [ "$$free" -ge $(SPACE_MB) ] \
		|| { echo "Too little space: the set-up needs $(SPACE_MB) MB in this folder, there are $$free MB." >&2; exit 1; }
	@for python in python3 python3.13 python3.12 python3.11 python3.14 python; do \
		if command -v $$python >/dev/null && $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	[ -n "$$found" ] || { echo "Python 3.11 or later is needed and was not found on the path: install it and run make again." >&2; exit 1; }; \
	rm -rf $(VENV); \
	$$found -m venv $(VENV) >/dev/null 2>&1 \
		|| { rm -rf $(VENV); $$found -m venv --without-pip $(VENV) && $$found -m pip --python $(PY) install --quiet pip; } >/dev/null 2>&1 \
		|| { rm -rf $(VENV); echo "$$found can make no virtual environment: install its venv module or pip (on Debian: python3-venv) and run make again." >&2; exit 1; }
	@touch $@

$(VENV)/run.ok: $(VENV)/python.ok requirements.txt
	@echo "Installing what Svodka runs on (once) ..."
	@$(PIP) -r requirements.txt || { echo "The requirements could not be installed: see the lines above (network? space?), then run make again." >&2; exit 1; }
	@touch $@

$(VENV)/test.ok: $(VENV)/run.ok requirements-dev.txt
	@echo "Installing what the tests need (once) ..."
	@$(PIP) -r requirements-dev.txt || { echo "The test requirements could not be installed: see the lines above, then run make again." >&2; exit 1; }
	@touch $@

# The tests drive the system's Chromium and let LibreOffice and pdftoppm open what is exported; only this step may need root.
$(VENV)/system.ok: $(VENV)/test.ok
	@needed=""; \
	command -v chromium >/dev/null || command -v google-chrome >/dev/null || needed="$$needed chromium"; \
	command -v soffice >/dev/null || needed="$$needed libreoffice-impress libreoffice-writer fonts-dejavu-core fonts-liberation"; \
	command -v pdftoppm >/dev/null || needed="$$needed poppler-utils"; \
	if [ -n "$$needed" ]; then \
		echo "Installing for the tests:$$needed ..."; \
		sudo=$$([ "$$(id -u)" = 0 ] || command -v sudo); \
		{ $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$needed; } >/dev/null 2>&1 \
			|| { echo "The tests need these packages and they could not be installed:$$needed. Install them and run make test again." >&2; exit 1; }; \
	fi
	@touch $@
