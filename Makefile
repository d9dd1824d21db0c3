# The two commands that matter: `make demo` and `make test`. Both install what is missing on a Debian machine.
SHELL := /bin/bash
SWIFT ?= swift
DEBUG := .build/debug/jdx
RELEASE := .build/release/jdx
VENV := .build-tools/venv
FIGURE_PEERS := .build-tools/figure-peers
# Where `make install` builds, and where it puts things. DESTDIR goes in front of PREFIX.
STATIC := .build-static
STAGE := $(STATIC)/stage
PREFIX ?= /usr/local
SOURCES := Package.swift Sources Plugins Tests Benchmarks/Package.swift Benchmarks/Sources
# Debian packages: to build, to test, to install, to try what was installed.
BUILD_PACKAGES := libyaml-dev libxml2-dev libxlsxwriter-dev zlib1g-dev libdeflate-dev libssl-dev libsqlite3-dev pkg-config
TEST_PACKAGES := openssl unzip python3 python3-venv poppler-utils libxml2-utils
FORMAT_PACKAGES := poppler-utils libreoffice-writer-nogui libreoffice-calc-nogui chromium fonts-wqy-microhei
PICTURE_PACKAGES := $(FORMAT_PACKAGES) fonts-noto-cjk pngquant
INSTALL_PACKAGES := binutils python3
CHECK_PACKAGES := man-db groff-base locales zsh fish

.PHONY: help demo five-cities test test-formats bench build release lint format setup setup-test record clean
FUZZ ?= 10000
FUZZ_SECONDS ?= 60
KILLS ?= 300

.PHONY: pictures compare compare-figures figure-rules bench-figures bench-bundle reader-robustness fuzz fuzz-readers
.PHONY: kill-9 hostile-bundles foreign-checks large-archive recognition growth sanitize sanitize-address sanitize-thread
.PHONY: test-adapters static stage install uninstall check-install bench-install bench-external bench-folder bench-match
.PHONY: bench-workspace
.PHONY: bench-merge
.PHONY: bench-diff

help:
	@echo 'make demo           build, import the samples, show, diff, merge, verify'
	@echo 'make five-cities    the five cities of the README: import, sign, check what came, merge'
	@echo 'make test           lint and all tests'
	@echo 'make test-adapters  every plugin through jdx adapters test, with 1,000 damaged documents each'
	@echo 'make test-formats   the tests of formats that take LibreOffice, Chromium and poppler, which it installs'
	@echo 'make install        a static build, manual pages and completions below PREFIX (/usr/local)'
	@echo 'make uninstall      take them away again'
	@echo 'make check-install  try an installed copy with the build out of the way'
	@echo 'make bench          timings beside the start-up of the process, in a release build, then those below'
	@echo 'make bench-figures  how fast figures are read, beside other programs'
	@echo 'make bench-bundle   a million records packed, checked and unpacked, beside zip, Python and bagit'
	@echo 'make bench-folder   how fast 1,000, 5,000 and 10,000 documents are imported, and in how much memory'
	@echo 'make bench-workspace a million records taken into a workspace and searched, beside plain SQLite'
	@echo 'make bench-external what an adapter that is a program costs a document, beside the adapters of jdx'
	@echo 'make bench-merge    five bundles of 200,000 records merged, beside ocdsmerge and a Python dict'
	@echo 'make bench-diff     two versions of a million records (RECORDS=), beside daff and DuckDB'
	@echo 'make bench-install  the same, and the start-up of what make install installs'
	@echo 'make compare        what other readers keep of the same files, and how fast'
	@echo 'make figure-rules   how many labelled figures each rule of jdx explain touches, into docs/accuracy.md'
	@echo 'make compare-figures  what other programs find of the same figures, into docs/accuracy.md'
	@echo 'make reader-robustness READERS=FOLDER  every file below a folder, into docs/reader-robustness.md'
	@echo 'make fuzz           10,000 damaged documents, bundles and lines, and a minute of libFuzzer for each reader:'
	@echo '                    no crash, no hang, no broken law'
	@echo 'make kill-9         300 commands and 300 changes of a workspace killed at work: the old or the new, nothing broken'
	@echo 'make hostile-bundles  bundles made to do harm: refused with their place, in bounded memory, nothing written'
	@echo 'make foreign-checks  bundles and exports of samples, corpora and ../shared through programs of others'
	@echo 'make large-archive  an archive of more than 8 GB, written and read by ours and by others (minutes)'
	@echo 'make recognition  which adapter takes which document of the corpora, into docs/recognition.md'
	@echo 'make growth         whether the work grows with the document'
	@echo 'make sanitize       the tests and the samples under the address and thread sanitizers'
	@echo 'make pictures       the pictures of the documentation, drawn anew from the samples'
	@echo 'make record         rewrite the goldens and transcripts, to be reviewed with git diff'

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

# The walk-through of the README, as its commands stand there.
five-cities: build
	@Tools/apt-install python3
	Tools/five-cities $(DEBUG)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

test: setup-test lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest --parallel
	Tests/CrashTests/kill-9 $(DEBUG) 30
	Tests/CrashTests/kill-9-workspace $(DEBUG) 30
	Tests/HostileTests/hostile-bundles $(DEBUG)

# What needs other programs to write or read a format is skipped by `make test` where they are missing.
test-formats: setup-test
	@Tools/apt-install $(FORMAT_PACKAGES)
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest --filter 'EveryFormatTests|Office|PDF|InteropTests|BrowserTests|DiffFormsTests'

pictures: build
	@Tools/apt-install $(PICTURE_PACKAGES)
	@Tools/pictures $(DEBUG)

record: setup-test
	$(SWIFT) build --build-tests
	JDX_RECORD=1 $(SWIFT) test --skip-build --disable-xctest --filter 'CorpusTests|TranscriptTests|FormatTests'

BENCH = $(SWIFT) run --package-path Benchmarks --scratch-path .build-bench -c release jdx-bench

bench: release
	$(BENCH) $(RELEASE)
	$(MAKE) bench-figures
	$(MAKE) bench-bundle
	$(MAKE) bench-folder
	$(MAKE) bench-external
	$(MAKE) bench-match
	$(MAKE) bench-workspace
	$(MAKE) bench-merge
	$(MAKE) bench-diff

RECORDS ?= 1000000
bench-bundle: setup-test
	@Tools/apt-install zip
	$(SWIFT) build --package-path Benchmarks --scratch-path .build-bench -c release --product jdx-bundle-bench
	@Tools/bench-bundle .build-bench/release/jdx-bundle-bench $(VENV)/bin/python3 $(RECORDS)

# Without a network it says which programs are missing and measures the rest.
bench-figures: release
	@Tools/figure-peers $(FIGURE_PEERS)
	$(BENCH) --figures $(RELEASE)

# What a program that is an adapter costs, beside the adapters of jdx.
bench-folder: release
	@Tools/apt-install python3
	Tools/bench-folder $(RELEASE)

bench-external: release
	@Tools/apt-install python3
	Tools/bench-external $(RELEASE)

# Matching beside other programs that link records.
bench-match: release
	@Tools/apt-install python3 python3-venv
	@for count in 1000 10000 100000; do Tools/bench-match $(RELEASE) .build-tools/match-peers $$count; done

# A workspace filled and searched, beside SQLite's own full text.
bench-workspace: release
	@Tools/apt-install python3
	Tools/bench-workspace $(RELEASE) $(RECORDS)

# Five cities' bundles into one, in turn with ocdsmerge on equal releases and a dict in Python: docs/testing.md.
RECORDS_EACH = 200000
bench-merge: release
	Tools/bench-merge $(RELEASE) .build-tools/merge-peers $(RECORDS_EACH)

# Two versions of one bundle of so many records, beside programs that compare tables.
bench-diff: release
	@Tools/apt-install python3 python3-venv
	$(SWIFT) build --package-path Benchmarks --scratch-path .build-bench -c release --product jdx-bundle-bench
	@Tools/bench-diff $(RELEASE) .build-bench/release/jdx-bundle-bench .build-tools/diff-peers $(RECORDS)

bench-install: release stage
	$(BENCH) $(RELEASE) $(STAGE)/bin/jdx

# What the tests and the benchmarks do not prove; docs/testing.md says what each shows.
fuzz: setup-test release
	$(SWIFT) build -c release --product jdx-fuzz
	Tools/fuzz .build/release/jdx-fuzz $(RELEASE) $(FUZZ)
	$(MAKE) fuzz-readers

fuzz-readers: setup
	$(SWIFT) build --package-path Tests/ReaderFuzzing --scratch-path .build-fuzz -c release --sanitize fuzzer
	Tools/fuzz-readers .build-fuzz/release/reader-fuzz $(FUZZ_SECONDS)

compare: release
	@Tools/apt-install python3 python3-venv pandoc
	Tools/compare-readers $(RELEASE)

figure-rules: release
	@Tools/apt-install python3
	Tools/figure-rules $(RELEASE)

compare-figures: release
	@Tools/apt-install python3 python3-venv
	Tools/compare-figures $(RELEASE)

READERS ?= ../shared/corpus/readers
reader-robustness: release
	Tools/reader-robustness $(RELEASE) $(READERS) >docs/reader-robustness.md

kill-9: setup-test release
	Tests/CrashTests/kill-9 $(RELEASE) $(KILLS)
	Tests/CrashTests/kill-9-workspace $(RELEASE) $(KILLS)

hostile-bundles: setup-test release
	Tests/HostileTests/hostile-bundles $(RELEASE)

# Writes the table in docs/recognition.md.
recognition: setup-test release
	Tools/recognition $(RELEASE) docs/recognition.md \
	  $(wildcard $(addprefix ../shared/corpus/,provincial-2026 state-council policies-shandong))

FOREIGN ?= Samples Plugins $(wildcard ../shared/seeds ../shared/corpus)
foreign-checks: setup-test release
	Tools/foreign-checks $(RELEASE) $(VENV)/bin/python3 $(FOREIGN)

large-archive: setup-test
	$(SWIFT) build -c release --product large-archive
	Tools/large-archive .build/release/large-archive $(VENV)/bin/python3

growth: setup-test release
	Tools/growth $(RELEASE)

sanitize: sanitize-address sanitize-thread

sanitize-address sanitize-thread: sanitize-%: setup-test
	@SWIFT='$(SWIFT)' Tools/sanitize $*

static: setup
	@Tools/static-libraries $(STATIC)/lib
	PKG_CONFIG_PATH=$(CURDIR)/$(STATIC)/lib $(SWIFT) build -c release --product jdx --static-swift-stdlib \
	  --scratch-path $(STATIC)

stage: static
	@Tools/apt-install $(INSTALL_PACKAGES)
	@Tools/stage $(STATIC)/release/jdx $(STATIC) $(STAGE)

install: stage
	@Tools/install $(STAGE) "$(DESTDIR)$(PREFIX)"

uninstall:
	@Tools/uninstall "$(DESTDIR)$(PREFIX)"

check-install: stage
	@Tools/apt-install $(CHECK_PACKAGES)
	@Tools/check-install $(STATIC) $(STAGE)

# Every plugin through the kit of `jdx adapters test`, each document of its corpora damaged in many ways.
MUTATIONS ?= 1000
test-adapters: release
	@for plugin in Plugins/*/corpus; do \
	  $(RELEASE) adapters test $${plugin%/corpus} --mutations $(MUTATIONS) || exit 1; done

clean:
	rm -rf .build .build-* demo-out
