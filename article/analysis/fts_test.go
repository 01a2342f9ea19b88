package analysis

import (
	"database/sql"
	"strings"
	"testing"

	_ "github.com/mattn/go-sqlite3"
)

// Every term must come back out of a real FTS5 table as it went in: one token, not split, not dropped.
func TestIndexTermsAreSingleFTS5Tokens(t *testing.T) {
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	text := "U.S. T.T.P. 2.3 million at 23:40, cease-fire F-16 Łódź İzmir Weiß " + strings.Repeat("x", 60) +
		" हिन्दी में समाचार قُرْآن می\u200cخواهم ۲۰۲۱ کتاب Йогурт съёмка 北京市 ภาษาไทย O'Brien Ελλάδας"
	for _, q := range []string{`create virtual table f using fts5(t, tokenize='unicode61')`, `create virtual table v using fts5vocab(f, row)`} {
		if _, err := db.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	terms := Index(text, "en")
	if _, err := db.Exec(`insert into f values (?)`, strings.Join(terms, " ")); err != nil {
		t.Fatal(err)
	}
	for _, term := range terms {
		var n int
		if err := db.QueryRow(`select count(*) from v where term = ?`, term).Scan(&n); err != nil || n != 1 {
			t.Errorf("%q is not one token of the index (%d, %v)", term, n, err)
		}
		if err := db.QueryRow(`select count(*) from f where f match ?`, `"`+term+`"`).Scan(&n); err != nil || n != 1 {
			t.Errorf("%q is not found again (%d, %v)", term, n, err)
		}
	}
	var n int
	if err := db.QueryRow(`select count(*) from v`).Scan(&n); err != nil || n != len(distinct(terms)) {
		t.Errorf("the index has %d terms, not %d (%v)", n, len(distinct(terms)), err)
	}
}

func distinct(terms []string) map[string]bool {
	m := map[string]bool{}
	for _, t := range terms {
		m[t] = true
	}
	return m
}
