// Package date is the part of go-dateparser's own that go-htmldate reads; it holds no code.
package date

import "time"

// Date is a date as a text gave it.
type Date struct {
	Time time.Time
}
