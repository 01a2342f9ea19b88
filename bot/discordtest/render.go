package discordtest

import (
	"fmt"
	"regexp"
	"strings"
)

// Render prints a message as a reader on a phone sees it: text first, then embeds, then buttons as [label].
// A link's address stands behind its label in ‹›, as a long press shows it; escapes are resolved and mentions named.
// Emphasis, headings and small print keep Discord's marks, for plain text has no other way to show them.
func Render(m Message) string {
	d := m.Channel.d
	d.mu.Lock()
	defer d.mu.Unlock()
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	if to := d.messages[m.ReplyTo]; to != nil {
		add("╭ %s: %s", to.Author.Display, firstLine(d.readable(to.Content)))
	}
	if m.Loading() {
		add("%s is thinking…", m.Author.Display)
	}
	if m.Content != "" {
		add("%s", d.readable(m.Content))
	}
	for _, a := range m.Attachments {
		add("(file %s)", a.Filename)
	}
	for _, e := range m.Embeds {
		lines = append(lines, d.renderEmbed(e)...)
	}
	for i := range m.Components {
		lines = append(lines, d.renderComponent(&m.Components[i])...)
	}
	if m.Ephemeral() {
		add("(only %s can see this)", m.For.Display)
	}
	return strings.Join(lines, "\n") + "\n"
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

func (d *Discord) renderEmbed(e Embed) []string {
	var lines []string
	add := func(text string) {
		for _, line := range strings.Split(text, "\n") {
			lines = append(lines, "│ "+line)
		}
	}
	if e.Author != nil && e.Author.Name != "" {
		add(e.Author.Name)
	}
	switch {
	case e.Title != "" && e.URL != "":
		add(d.readable(e.Title) + " ‹" + e.URL + "›")
	case e.Title != "":
		add(d.readable(e.Title))
	}
	if e.Description != "" {
		add(d.readable(e.Description))
	}
	for _, f := range e.Fields {
		add(d.readable(f.Name))
		add("  " + strings.ReplaceAll(d.readable(f.Value), "\n", "\n  "))
	}
	if e.Footer != nil && e.Footer.Text != "" {
		add(e.Footer.Text)
	}
	return lines
}

func (d *Discord) renderComponent(c *Component) []string {
	switch c.Type {
	case typeButton:
		return []string{button(c)}
	case typeText:
		return []string{d.readable(c.Content)}
	case typeSeparator:
		return []string{"────────"}
	case typeThumbnail, typeGallery, typeFile:
		return []string{"(picture or file)"}
	case typeActionRow:
		var row []string
		for i := range c.Components {
			row = append(row, d.renderComponent(&c.Components[i])...)
		}
		return []string{strings.Join(row, " ")}
	}
	if isSelect(c.Type) {
		return []string{menu(c)}
	}
	var lines []string
	for i := range c.Components {
		lines = append(lines, d.renderComponent(&c.Components[i])...)
	}
	if c.Accessory != nil {
		lines = append(lines, d.renderComponent(c.Accessory)...)
	}
	if c.Type == typeContainer {
		for i, line := range lines {
			lines[i] = "│ " + strings.ReplaceAll(line, "\n", "\n│ ")
		}
	}
	return lines
}

func button(c *Component) string {
	label := c.Label
	if c.Emoji != nil {
		label = strings.TrimSpace(c.Emoji.Name + " " + label)
	}
	switch {
	case c.Style == styleLink:
		return "[" + label + " ‹" + c.URL + "›]"
	case c.Disabled:
		return "(" + label + ")"
	}
	return "[" + label + "]"
}

func menu(c *Component) string {
	var labels []string
	for _, o := range c.Options {
		labels = append(labels, o.Label)
	}
	return "[" + c.Placeholder + " ▾ " + strings.Join(labels, " | ") + "]"
}

var (
	code    = regexp.MustCompile("(?s)```.*?```|`[^`\n]+`")
	masked  = regexp.MustCompile(`\[((?:[^\[\]\\]|\\.)+)\]\(<?(https?://[^\s<>()]+)>?(?: "[^"\n]*")?\)`)
	quiet   = regexp.MustCompile(`<(https?://[^\s<>]+)>`)
	person  = regexp.MustCompile(`<@!?(\d+)>`)
	room    = regexp.MustCompile(`<#(\d+)>`)
	escaped = regexp.MustCompile("\\\\([\\\\*_~`|<>#+.\\-\\[\\]()@:!{}])")
)

// readable is markdown text as a client shows it. Code keeps every character.
func (d *Discord) readable(text string) string {
	var out strings.Builder
	last := 0
	for _, at := range code.FindAllStringIndex(text, -1) {
		out.WriteString(d.plain(text[last:at[0]]))
		out.WriteString(text[at[0]:at[1]])
		last = at[1]
	}
	out.WriteString(d.plain(text[last:]))
	return out.String()
}

// plain resolves escapes last, so that what they protect is not taken for markup: they are set aside meanwhile.
func (d *Discord) plain(text string) string {
	const aside = '\uE000' // private use: the characters that follow are an escaped one's offset
	text = masked.ReplaceAllString(text, "$1 ‹$2›")
	text = escaped.ReplaceAllStringFunc(text, func(s string) string { return string(aside + rune(s[1])) })
	text = quiet.ReplaceAllString(text, "$1")
	text = person.ReplaceAllStringFunc(text, func(s string) string { return d.nameOf(s) })
	text = room.ReplaceAllStringFunc(text, func(s string) string { return d.roomOf(s) })
	return strings.Map(func(r rune) rune {
		if r >= aside && r < aside+128 {
			return r - aside
		}
		return r
	}, text)
}

func (d *Discord) nameOf(s string) string {
	if u := d.users[strings.Trim(s, "<@!>")]; u != nil {
		return "@" + u.Display
	}
	return "@unknown-user"
}

func (d *Discord) roomOf(s string) string {
	if c := d.channels[strings.Trim(s, "<#>")]; c != nil {
		return "#" + c.Name
	}
	return "#unknown"
}
