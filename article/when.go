package article

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// nearYear bounds how far from ref, in days, a date without a year may lie: further away the year is a guess.
const nearYear = 150

// ParseWhen reads s as a date, with or without a clock, in the forms that news uses: "2026-03-12", RFC 3339,
// "12 March 2026", "March 12, 2026", "Mar. 12", "Thursday 12 March 2026, 18:30", "October nineteenth", "12.03.2026", "Tuesday".
// What s leaves out is taken from ref only where that is certain: a year where the date lies within 150 days of ref and a
// weekday, if given, agrees; a lone weekday as ResolveWeekday has it. A clock without a zone is taken as it stands. It is
// false where s is no date, says more than a date, or cannot be resolved.
func ParseWhen(s string, ref time.Time) (When, bool) {
	s = asciiDigits(s)
	m, ok := findMoment(s)
	if !ok || !onlyDateWords(m.rest(s)) {
		return When{}, false
	}
	w, ok := m.resolve(ref)
	if !ok {
		return When{}, false
	}
	return w, true
}

// ResolveWeekday returns midnight UTC of the day that a report of day ref means by the name of a weekday: ref's own day or
// one of the six before it. It is false where name is no weekday or ref is zero.
func ResolveWeekday(name string, ref time.Time) (time.Time, bool) {
	day, ok := weekdayNamed(strings.TrimSpace(name))
	if !ok || ref.IsZero() {
		return time.Time{}, false
	}
	back := (int(ref.UTC().Weekday()) - int(day) + 7) % 7
	return midnight(ref.UTC()).AddDate(0, 0, -back), true
}

// moment is what a text says of a point in time, before the rest is resolved.
type moment struct {
	year, day    int
	month        time.Month
	weekday      time.Weekday
	hasWeekday   bool
	hour, minute int
	hasClock     bool
	// offset is the zone's distance from UTC in minutes.
	offset int
	// spans are the stretches of the text that were read.
	spans []Span
}

func (m moment) hasDate() bool { return m.day > 0 }

// bounds returns where what was read begins and ends.
func (m moment) bounds() (first, last int) {
	first = m.spans[0].Start
	for _, sp := range m.spans {
		first, last = min(first, sp.Start), max(last, sp.End)
	}
	return first, last
}

// dayText writes the day of a moment for ParseWhen, without its year.
func (m moment) dayText() string {
	s := strconv.Itoa(m.day) + " " + m.month.String()
	if m.hasWeekday {
		s = m.weekday.String() + " " + s
	}
	return s
}

// rest returns s without what was read.
func (m moment) rest(s string) string {
	b := []byte(s)
	for _, sp := range m.spans {
		for i := sp.Start; i < sp.End; i++ {
			b[i] = ' '
		}
	}
	return string(b)
}

// clock adds the time of day to a midnight.
func (m moment) at(day time.Time) When {
	if !m.hasClock {
		return When{Time: day}
	}
	t := day.Add(time.Duration(m.hour*60+m.minute-m.offset) * time.Minute)
	return When{Time: t, Clock: true}
}

// resolve fills in from ref what is missing, where that is certain.
func (m moment) resolve(ref time.Time) (When, bool) {
	switch {
	case m.hasDate() && m.year > 0:
		return m.at(date(m.year, m.month, m.day)), true
	case m.hasDate():
		return m.nearest(ref)
	case m.hasWeekday:
		day, ok := ResolveWeekday(m.weekday.String(), ref)
		return m.at(day), ok
	}
	return When{}, false
}

// nearest chooses the year that brings the date next to ref.
func (m moment) nearest(ref time.Time) (When, bool) {
	if ref.IsZero() {
		return When{}, false
	}
	for year := ref.Year() - 1; year <= ref.Year()+1; year++ {
		day := date(year, m.month, m.day)
		days := day.Sub(midnight(ref.UTC())).Hours() / 24
		if day.Day() == m.day && days <= nearYear && days >= -nearYear {
			return m.at(day), !m.hasWeekday || day.Weekday() == m.weekday
		}
	}
	return When{}, false
}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func midnight(t time.Time) time.Time { return date(t.Year(), t.Month(), t.Day()) }

var (
	isoDate  = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?`)
	dayFirst = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?:\s+(?:of|de))?[\s-]+([\p{L}\p{M}]{3,12})\.?,?(?:[\s-]+(?:de\s+)?(\d{4})\b)?`)
	dayLast  = regexp.MustCompile(`([\p{L}\p{M}]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4})\b)?`)
	dayWord  = regexp.MustCompile(`([\p{L}]{3,12})\s+(?:the\s+)?([a-z]+(?:-[a-z]+)?)\b(?:,?\s+(\d{4})\b)?`)
	dotted   = regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b`)
	// eastern is the order of Chinese, Japanese and Korean.
	eastern   = regexp.MustCompile(`(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]`)
	slashed   = regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`)
	clockTime = regexp.MustCompile(`(?i)\b([01]?\d|2[0-3])(?:[:h]([0-5]\d)(?::[0-5]\d)?(?:\s*([ap])\.?m\b\.?)?|[.]([0-5]\d)(?:\s*([ap])\.?m\b\.?|\s?(?:GMT|UTC|Uhr)\b)|\s*([ap])\.?m\b\.?)(?:\s*\(?(GMT|UTC|BST|CES?T|EES?T|MSK|TRT|PKT|EST|EDT|CDT|PST|PDT|JST|KST|SGT|HKT|Z)\b\)?(?:([+-]\d{1,2})\b)?)?`)
	// plainClock is a time without a sign between hours and minutes, as agencies and armies write it; the zone shows what it is.
	plainClock = regexp.MustCompile(`\b([01]\d|2[0-3])([0-5]\d)\s?(GMT|UTC|Z|BST|CES?T|EES?T|MSK|TRT|PKT|EST|EDT|CDT|PST|PDT|JST|KST|SGT|HKT)\b`)
	words      = regexp.MustCompile(`[\p{L}\p{M}]+\.?`)
)

// findMoment reads the first date, weekday and clock in s.
func findMoment(s string) (moment, bool) {
	var m moment
	if !m.readISO(s) {
		m.readDate(s)
		m.readClock(s)
	}
	m.readWeekday(s)
	return m, m.hasDate() || m.hasWeekday || m.hasClock
}

func (m *moment) readISO(s string) bool {
	g := isoDate.FindStringSubmatchIndex(s)
	if g == nil || !m.setDate(sub(s, g, 1), time.Month(number(sub(s, g, 2))), sub(s, g, 3)) {
		return false
	}
	m.spans = append(m.spans, Span{g[0], g[1]})
	if g[8] >= 0 {
		m.hasClock, m.hour, m.minute = true, number(sub(s, g, 4)), number(sub(s, g, 5))
		m.offset = zoneOffset(sub(s, g, 6))
	}
	return true
}

// readDate tries each form of a date; the first that names a real day is taken.
func (m *moment) readDate(s string) {
	forms := []struct {
		form             *regexp.Regexp
		year, month, day int
	}{
		{dotted, 3, 2, 1}, {eastern, 1, 2, 3}, {dayFirst, 3, 2, 1}, {dayLast, 3, 1, 2}, {dayWord, 3, 1, 2}, {slashed, 3, 2, 1},
	}
	for _, f := range forms {
		for _, g := range f.form.FindAllStringSubmatchIndex(s, 4) {
			month, ok := monthOf(sub(s, g, f.month))
			if f.form == slashed && number(sub(s, g, 1)) <= 12 && number(sub(s, g, 2)) <= 12 {
				continue // 3/4/2026 is March in one country and April in the next
			}
			day := sub(s, g, f.day)
			if f.form == slashed && !ok {
				month, ok = monthOf(sub(s, g, 1))
				day = sub(s, g, 2)
			}
			if ok && m.setDate(sub(s, g, f.year), month, day) {
				m.spans = append(m.spans, Span{g[0], g[1]})
				return
			}
		}
	}
}

// monthOf reads a month by name or number.
func monthOf(s string) (time.Month, bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return time.Month(n), n >= 1 && n <= 12
	}
	return monthNamed(s)
}

// setDate takes the date if there is such a day.
func (m *moment) setDate(year string, month time.Month, day string) bool {
	d := number(day)
	if d == 0 {
		d, _ = ordinalNamed(day)
	}
	y := number(year)
	leap := y
	if y == 0 {
		leap = 2024 // any leap year, so that 29 February is a day
	}
	if d < 1 || month < 1 || month > 12 || date(leap, month, d).Day() != d {
		return false
	}
	m.year, m.month, m.day = y, month, d
	return true
}

// readClock reads the first time of day outside the date.
func (m *moment) readClock(s string) {
	s = m.rest(s)
	g := clockTime.FindStringSubmatchIndex(s)
	if g == nil {
		m.readPlainClock(s)
		return
	}
	m.hasClock, m.hour = true, number(sub(s, g, 1))
	m.minute = number(sub(s, g, 2) + sub(s, g, 4))
	half := strings.ToLower(sub(s, g, 3) + sub(s, g, 5) + sub(s, g, 6))
	switch {
	case half == "p" && m.hour < 12:
		m.hour += 12
	case half == "a" && m.hour == 12:
		m.hour = 0
	}
	m.offset = zones[strings.ToLower(sub(s, g, 7))] + 60*number(strings.TrimPrefix(sub(s, g, 8), "+"))
	m.spans = append(m.spans, Span{g[0], g[1]})
}

// readPlainClock reads "1420 GMT".
func (m *moment) readPlainClock(s string) {
	if g := plainClock.FindStringSubmatchIndex(s); g != nil {
		m.hasClock, m.hour, m.minute = true, number(sub(s, g, 1)), number(sub(s, g, 2))
		m.offset = zones[strings.ToLower(sub(s, g, 3))]
		m.spans = append(m.spans, Span{g[0], g[1]})
	}
}

// readWeekday reads the first name of a weekday that has a capital or stands alone.
func (m *moment) readWeekday(s string) {
	s = m.rest(s)
	for _, g := range words.FindAllStringIndex(s, 12) {
		word := s[g[0]:g[1]]
		day, ok := weekdayNamed(word)
		if ok && (word != strings.ToLower(word) || !isASCII(word) || strings.TrimSpace(s) == word) {
			m.weekday, m.hasWeekday = day, true
			m.spans = append(m.spans, Span{g[0], g[1]})
			return
		}
	}
}

func zoneOffset(s string) int {
	s = strings.ReplaceAll(s, ":", "")
	if len(s) != 5 {
		return 0
	}
	minutes := number(s[1:3])*60 + number(s[3:5])
	if s[0] == '-' {
		return -minutes
	}
	return minutes
}

// dateWords may stand beside a date without saying anything else; the languages follow one another.
var dateWords = set(`on at of the in to and as first last published publication posted update updated modified date dated time local
	hours hrs h uhr ago minutes min issued released created edited filed online
	am um den der stand veröffentlicht aktualisiert datum le à publié mis jour el del la de las a publicado actualizado fecha
	il alle pubblicato aggiornato em às op om gepubliceerd yayın yayınlanma yayınlandı tarih tarihi saat giriş güncelleme güncellendi
	в г года год опубликовано обновлено تاریخ اشاعت بجے شائع نشر في الساعة तारीख को बजे प्रकाशित 发布 时间 更新`)

// onlyDateWords says that nothing in rest means anything but a date.
func onlyDateWords(rest string) bool {
	for _, w := range words.FindAllString(rest, -1) {
		if _, weekday := weekdayNamed(w); !dateWords[strings.ToLower(strings.TrimSuffix(w, "."))] && !weekday {
			return false
		}
	}
	return !strings.ContainsAny(rest, "0123456789")
}

// sub returns group i of a match, "" where it took no part.
func sub(s string, g []int, i int) string {
	if g[2*i] < 0 {
		return ""
	}
	return s[g[2*i]:g[2*i+1]]
}

// number reads decimal digits, 0 where there are none.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// zeros are the digits nought of the scripts whose digits news is dated with.
var zeros = []rune{0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10}

// asciiDigits writes the digits of other scripts as those of ASCII. Byte offsets into it are not those into s.
func asciiDigits(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		for _, zero := range zeros {
			if r >= zero && r <= zero+9 {
				return '0' + r - zero
			}
		}
		return r
	}, s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
