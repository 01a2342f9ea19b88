//go:build !sqlite_fts5 && !fts5

package store

import _ "embed"

// Without the tag SQLite is built without full-text search and fails only when it runs. The file named here does not
// exist: its name is the message of the build that fails instead.
//
//go:embed BUILD-WITH-make-OR-go-build--tags-sqlite_fts5
var _ string
