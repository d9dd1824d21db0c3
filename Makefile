# The two commands that matter: `make demo` and `make test`. Both install what is missing on a Debian machine.
SHELL := /bin/bash
SWIFT ?= swift
DEBUG := .build/debug/jdx
RELEASE := .build/release/jdx
VENV := .build-tools/venv
SOURCES := Package.swift Sources Plugins Tests Benchmarks/Package.swift Benchmarks/Sources
# Debian packages: to build, then to test.
BUILD_PACKAGES := libyaml-dev zlib1g-dev pkg-config
TEST_PACKAGES := unzip python3 python3-venv

.PHONY: help demo test bench build release lint format setup setup-test record clean

help:
	@echo 'make demo    build, import the samples, show, diff, merge, verify'
	@echo 'make test    lint and all tests'
	@echo 'make bench   timings beside the start-up of the process, in a release build'
	@echo 'make record  rewrite the goldens and transcripts, to be reviewed with git diff'

setup:
	@Tools/apt-install $(BUILD_PACKAGES)

setup-test: setup
	@Tools/apt-install $(TEST_PACKAGES)
	@Tools/python-tools $(VENV)

build: setup
	$(SWIFT) build --product jdx

release: setup
	$(SWIFT) build -c release --product jdx

demo: build
	@Tools/demo $(DEBUG)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

test: setup-test lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest --parallel

record: setup-test
	$(SWIFT) build --build-tests
	JDX_RECORD=1 $(SWIFT) test --skip-build --disable-xctest --filter 'CorpusTests|TranscriptTests'

bench: release
	$(SWIFT) run --package-path Benchmarks --scratch-path .build-bench -c release jdx-bench $(RELEASE)

clean:
	rm -rf .build .build-*  demo-out
