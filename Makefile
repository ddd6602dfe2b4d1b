# Two commands matter: `make run` and `make test`. Both install the Debian packages that are missing.

CONFIGURATION ?= release

.PHONY: help run build test format check walkthrough benchmarks fuzz sanitize clean

help:
	@echo "make run         build and start ChoresTree (with the local Discord unless DISCORD_TOKEN is set)"
	@echo "make test        formatting, imports, all tests with coverage, the gates"
	@echo "make check       formatting, imports and the snippets of the guides"
	@echo "make walkthrough follow CONTRIBUTING's walk-through in a copy, and test it"
	@echo "make format      write the formatting"
	@echo "make benchmarks  ratios measured side by side in one run"
	@echo "make fuzz        a million inputs for each decoder and state machine"
	@echo "make sanitize    ThreadSanitizer and AddressSanitizer over Support, Echord and the EventBus"
	@echo "make clean       remove what was built"

run: build
	@exec .build/$(CONFIGURATION)/chorestree run

build:
	@scripts/require-swift
	@scripts/install-packages build
	@echo "building ($(CONFIGURATION)); the first time takes a few minutes"
	@scripts/build $(CONFIGURATION)

test:
	@scripts/test

check:
	@scripts/require-swift
	@scripts/check-format
	@scripts/check-imports
	@scripts/check-snippets
	@scripts/try-walkthrough --apply-only

walkthrough:
	@scripts/require-swift
	@scripts/install-packages build
	@scripts/try-walkthrough

format:
	@scripts/require-swift
	@swift format -i -r -p Package.swift Sources Tests Examples Benchmarks

benchmarks:
	@scripts/require-swift
	@scripts/install-packages build benchmarks
	@Benchmarks/run

fuzz:
	@scripts/require-swift
	@scripts/install-packages build
	@scripts/fuzz

sanitize:
	@scripts/require-swift
	@scripts/install-packages build
	@scripts/sanitize

clean:
	@swift package clean
