package gate

import "parley/article/names"

func find(book *names.Book, s string) []names.Match { return book.Find(s) }

func same(book *names.Book, a, b string) bool {
	_, ok := book.Same(a, b)
	return ok
}
