# Parley needs Go, gcc and make. `make` alone builds the program.
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unversioned)
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

# SQLite is C, and its full-text search is behind a build tag.
export CGO_ENABLED = 1
export GOFLAGS += -tags=sqlite_fts5

# A comma within a Make function. MILLION=1 measures a guild of a million passages too, which takes a quarter of an hour and 3 GB.
comma := ,

.PHONY: build run test lint fmt bench fit
build: ## the program, ./parley
	go build -trimpath -buildvcs=false -ldflags "-s -w -X main.version=$(VERSION)" -o parley ./cmd/parley

run: build ## the desk in the terminal, or the Discord bot where DISCORD_TOKEN is set
	@./parley run

test: ## all tests
	go test ./...

lint: ## formatting, vet, staticcheck: silent when all is well
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); \
	if [ -n "$$unformatted" ]; then echo "gofmt would change:" $$unformatted; exit 1; fi
	go vet ./...
	go run $(STATICCHECK) -tags sqlite_fts5 ./...

fmt: ## formats every Go file
	gofmt -w $$(git ls-files '*.go')

bench: build ## start to first answer, idle memory, size of the binary; each room's own benchmarks; then large guilds beside FTS5 and Bleve
	PARLEY_BINARY=$(CURDIR)/parley go test -run '^$$' -bench . -benchtime 3x ./cmd/parley
	go test -run '^$$' -bench . -benchtime 200ms $$(go list ./... | grep -v /cmd/)
	cd bench && go run . $(if $(MILLION),-sizes 10000$(comma)100000$(comma)1000000)

fit: ## prints the ranking weights that the question sets in ../shared/bench and our own teach, and how each half does under the other's
	go run ./cmd/fit -bench ../shared/bench -talks ../shared/articles
