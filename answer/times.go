package answer

import (
	"fmt"
	"strconv"
	"strings"

	"parley/article/analysis"
)

// times are the points in time that a sentence gives: clock times as "22:00", days of a month as "oct 19", days of the week as "thu". A clock time
// of which it is not said which half of the day is meant ends in a question mark.
func times(toks []analysis.Token) []string {
	var out []string
	for i, t := range toks {
		if t.Kind != analysis.Number {
			if len(t.Exact) > 3 && t.Cap && strings.HasSuffix(t.Exact, "day") && calendar[t.Exact] {
				out = append(out, t.Exact[:3])
			}
			continue
		}
		if c := clockAt(toks, i); c != "" {
			out = append(out, c)
		} else if m := month(toks, i); m != "" {
			out = append(out, m+" "+t.Exact)
		}
	}
	return out
}

var months = words("jan feb mar apr may jun jul aug sep oct nov dec")

// month is the month beside the number at i, as three letters, or "".
func month(toks []analysis.Token, i int) string {
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(toks) || !toks[j].Cap || len(toks[j].Exact) < 3 {
			continue
		}
		if m := toks[j].Exact[:3]; months[m] && calendar[toks[j].Exact] {
			return m
		}
	}
	return ""
}

// atHour are words that stand before an hour.
var atHour = words("at after before until till")

// halves tell which half of the day an hour lies in; they stand within halfReach words behind it.
var halves = map[string]int{"am": 0, "a.m": 0, "morning": 0, "pm": 12, "p.m": 12, "afternoon": 12, "evening": 12, "tonight": 12}

const halfReach = 4

// clockAt is the time of day whose hour is the number at i, however it is written: 22:00, 9.14, "at ten in the evening", "ten past four"; or "".
func clockAt(toks []analysis.Token, i int) string {
	hour, minute, whole := hourOf(toks[i].Exact)
	if hour < 0 || hour > 24 {
		return ""
	}
	if whole {
		past, told := pastHour(toks, i)
		named := i+1 < len(toks) && (halves[toks[i+1].Exact] > 0 || toks[i+1].Exact == "am" || toks[i+1].Exact == "a.m" || toks[i+1].Exact == "oclock")
		if !told && !named && !(i > 0 && atHour[toks[i-1].Exact] && standsAlone(toks, i)) {
			return ""
		}
		minute = past
	}
	half := ""
	if hour > 0 && hour < 13 && toks[i].Exact[0] != '0' {
		half = "?"
		for _, t := range toks[i+1 : min(len(toks), i+1+halfReach)] {
			if h, ok := halves[t.Exact]; ok {
				hour, half = hour%12+h, ""
				break
			}
		}
		if half != "" && strings.Contains(toks[i].Exact, ":") {
			half = ""
		}
	}
	if minute < 0 {
		hour, minute = hour-1, minute+60
	}
	return fmt.Sprintf("%02d:%02d%s", hour%24, minute, half)
}

// hourOf reads the hour and the minute of a figure; whole says that it is but an hour.
func hourOf(s string) (hour, minute int, whole bool) {
	h, m, found := strings.Cut(s, ":")
	if !found {
		h, m, found = strings.Cut(s, ".")
		found = found && len(m) == 2
	}
	hour, err := strconv.Atoi(h)
	if err != nil {
		return -1, 0, false
	}
	if !found {
		if strings.ContainsAny(s, ".,") || hour == 0 || hour > 12 {
			return -1, 0, false
		}
		return hour, 0, true
	}
	if minute, err = strconv.Atoi(m); err != nil || minute > 59 {
		return -1, 0, false
	}
	return hour, minute, false
}

// pastHour is how many minutes past the hour at i the words before it say: "ten past", "a quarter to", "half past".
func pastHour(toks []analysis.Token, i int) (minutes int, told bool) {
	if i < 2 || toks[i-1].Exact != "past" && toks[i-1].Exact != "to" {
		return 0, false
	}
	switch before := toks[i-2].Exact; before {
	case "half":
		minutes = 30
	case "quarter":
		minutes = 15
	default:
		n, err := strconv.Atoi(before)
		if err != nil || n > 29 || toks[i-1].Exact == "to" && (i < 3 || toks[i-3].Exact != "at") {
			return 0, false
		}
		minutes = n
	}
	if toks[i-1].Exact == "to" {
		return -minutes, true
	}
	return minutes, true
}

// standsAlone says that no noun follows the number at i that it would count.
func standsAlone(toks []analysis.Token, i int) bool {
	if i+1 >= len(toks) {
		return true
	}
	next := toks[i+1]
	return next.Exact != "of" && (next.Stop || calendar[next.Exact])
}

// timeKinds are the kinds of points in time, by what tells them: clock times, days of a month, days of the week.
var timeKinds = []func(string) bool{
	isClock,
	func(t string) bool { return strings.Contains(t, " ") },
	func(t string) bool { return !strings.ContainsAny(t, ": ") },
}

func isClock(t string) bool { return strings.Contains(t, ":") }

// otherTimes are the points in time of one kind by which two accounts differ, where each gives one of that kind, or "".
func otherTimes(a, b *account) (string, string) {
	for _, kind := range timeKinds {
		x, y := onlyTime(a.days, kind), onlyTime(b.days, kind)
		if x != "" && y != "" && !sameTime(x, y) {
			return x, y
		}
	}
	return "", ""
}

// differentTimes says that two accounts give one point in time each, of the same kind, and not the same.
func differentTimes(a, b *account) bool {
	x, _ := otherTimes(a, b)
	return x != ""
}

// sameTime allows for an hour of which the half of the day is not told.
func sameTime(x, y string) bool {
	if x == y {
		return true
	}
	if !strings.HasSuffix(x, "?") && !strings.HasSuffix(y, "?") {
		return false
	}
	return twelve(x) == twelve(y)
}

// twelve is a clock time on a dial.
func twelve(s string) string {
	h, m, _ := strings.Cut(strings.TrimSuffix(s, "?"), ":")
	n, _ := strconv.Atoi(h)
	return strconv.Itoa(n%12) + ":" + m
}

func onlyTime(days []string, kind func(string) bool) string {
	found := ""
	for _, d := range days {
		if !kind(d) {
			continue
		}
		if found != "" && found != d {
			return ""
		}
		found = d
	}
	return found
}
