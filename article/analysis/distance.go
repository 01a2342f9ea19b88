package analysis

// Distance is how many letters must be inserted, dropped, replaced or swapped with their neighbour to make b of a, no letter
// twice (optimal string alignment, after Damerau 1964); limit+1 where it is more than limit, which ends the count early.
// It compares runes as they are: fold first.
func Distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > limit {
		return limit + 1
	}
	// Three rows: the one being filled and the two above it.
	above2, above, row := make([]int, len(x)+1), make([]int, len(x)+1), make([]int, len(x)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(y); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(x); j++ {
			cost := 1
			if y[i-1] == x[j-1] {
				cost = 0
			}
			d := min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && y[i-1] == x[j-2] && y[i-2] == x[j-1] {
				d = min(d, above2[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if least > limit {
			return limit + 1
		}
		above2, above, row = above, row, above2
	}
	return min(above[len(x)], limit+1)
}
