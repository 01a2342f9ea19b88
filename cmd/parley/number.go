package main

import (
	"strconv"
	"strings"

	"parley/article"
	"parley/fault"
)

// number is an article's number as a person writes it: 3, or #3 as the lists have it.
type number article.ID

// UnmarshalText refuses what can be no article's number.
func (n *number) UnmarshalText(text []byte) error {
	id, err := strconv.ParseInt(strings.TrimPrefix(string(text), "#"), 10, 64)
	if err != nil || id < 1 {
		return fault.New(string(text)+" is no article number. `parley articles` lists them.", err)
	}
	*n = number(id)
	return nil
}
