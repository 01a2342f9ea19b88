//go:build !cgo

package store

import _ "embed"

// Without cgo the SQLite driver is an empty shell that fails only when it runs. The file named here does not exist: its
// name is the message of the build that fails instead.
//
//go:embed BUILD-WITH-CGO_ENABLED=1-AND-A-C-COMPILER
var _ string
