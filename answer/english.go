package answer

// english says whether a folded word is an English one.
func english(word string) bool { return false }
