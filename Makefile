# The two commands that matter: `make demo` runs the main job, `make test` proves the tree.
# Each installs the system packages that it needs on Debian 12, or says which are missing.

SWIFT ?= swift
PREFIX ?= $(HOME)/.local
PACKAGES := pkg-config libopenblas0 libxlsxwriter-dev libsqlite3-dev libzip-dev libisal-dev
FORMATTED := Sources Tests Benchmarks Examples seeds Package.swift
RELEASE := $(SWIFT) build -c release --product headroom --static-swift-stdlib

.PHONY: help demo test install lint imports bench-build bench-check bench clean system

help:
	@echo "make demo             build, and write sample papers into demo/"
	@echo "make test             lint, check imports, build without warnings, run all tests"
	@echo "make install PREFIX=  put one self-contained binary into PREFIX/bin (default: ~/.local)"
	@echo "make bench            time each engine and check its answer"

demo: system
	$(RELEASE)
	.build/release/headroom demo demo

test: system lint imports
	$(SWIFT) test

# A target that imports what it does not depend on fails here: imports point downwards only.
imports: system
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

lint:
	@$(SWIFT) format lint --strict --parallel --recursive $(FORMATTED) \
		|| { echo "The layout differs from .swift-format: run  $(SWIFT) format -i -r $(FORMATTED)"; exit 1; }

install: system
	$(RELEASE)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 -s .build/release/headroom "$(DESTDIR)$(PREFIX)/bin/headroom"
	install -D -m 644 docs/headroom.1 "$(DESTDIR)$(PREFIX)/share/man/man1/headroom.1"
	install -d "$(DESTDIR)$(PREFIX)/share/bash-completion/completions"
	.build/release/headroom --generate-completion-script bash \
		> "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/headroom"
	@echo "headroom is in $(DESTDIR)$(PREFIX)/bin"

bench-build: system
	$(SWIFT) build -c release --package-path Benchmarks --scratch-path .build-benchmarks

# Whether they compile, in a third of the time.
bench-check: system
	$(SWIFT) build --package-path Benchmarks --scratch-path .build-benchmarks-debug

bench: bench-build
	.build-benchmarks/release/headroom-benchmarks

clean:
	rm -rf .build .build-benchmarks .build-benchmarks-debug demo

system:
	@command -v $(SWIFT) > /dev/null || { echo "A Swift 6.2 toolchain or later is needed: see swift.org/install"; exit 1; }
	@command -v dpkg-query > /dev/null || { pkg-config --exists xlsxwriter sqlite3 libzip libisal && exit 0; \
		echo "Needed: pkg-config, OpenBLAS, and with their headers libxlsxwriter, SQLite, libzip, ISA-L"; exit 1; }; \
	missing=""; for package in $(PACKAGES); do \
		dpkg-query -W -f='$${Status}' $$package 2> /dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" = 0 ]; then as_root=""; \
	elif sudo -n true 2> /dev/null; then as_root="sudo -n"; \
	else echo "These packages are missing, and installing them needs root:$$missing"; \
		echo "Ask an administrator to run:  apt-get install$$missing"; exit 1; fi; \
	echo "Installing$$missing"; \
	$$as_root apt-get update -qq && \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $$missing > /dev/null \
		|| { echo "Installing failed; run:  apt-get install$$missing"; exit 1; }
