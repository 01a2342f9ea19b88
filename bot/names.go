package bot

import (
	"context"
	"fmt"
	"strings"

	"github.com/bwmarrin/discordgo"
)

const (
	// namesPerPage is how many names stand on one page of their list. That many of the longest fit on a page of Discord's.
	namesPerPage = 10
	// nameLimit is how much of one name, with all its forms, the list shows, in characters.
	nameLimit = 80
	// longestName and longestForms bound what /names takes, in characters: 20 forms of 100 letters are the most that a name has.
	longestName  = 100
	longestForms = 2000
)

// lookAtNames is what a moderator should do after a failure of which it is not known what it has changed.
const lookAtNames = "Please look with `/names list` before you try again."

// onNames does what a moderator asks for with the server's own list of names.
func (b *Bot) onNames(ctx context.Context, i *interaction) {
	if !i.moderates() {
		b.tell(ctx, i, notAllowed)
		return
	}
	sub := i.subcommand()
	var work func(context.Context) (message, error)
	switch sub.Name {
	case "add":
		work = func(ctx context.Context) (message, error) {
			return b.addName(ctx, i, text(sub.Options, "name"), text(sub.Options, "also"))
		}
	case "list":
		work = func(ctx context.Context) (message, error) { return b.namesPage(ctx, i.Guild, 0) }
	case "remove":
		work = func(ctx context.Context) (message, error) { return b.removeName(ctx, i, text(sub.Options, "name")) }
	default:
		b.tell(ctx, i, outdated)
		return
	}
	b.perform(ctx, i, thinking(true), "the list of names", lookAtNames, work)
}

func (b *Bot) addName(ctx context.Context, i *interaction, name, also string) (message, error) {
	forms := append([]string{name}, apart(also)...)
	if err := b.rooms.Names.AddName(ctx, i.Guild, forms, i.asker()); err != nil {
		return message{}, err
	}
	return say("Added: " + plainClip(strings.Join(forms, " = "), 600) + "\n-# From now on a question may use any of them. To take it back: `/names remove`"), nil
}

func (b *Bot) removeName(ctx context.Context, i *interaction, name string) (message, error) {
	if err := b.rooms.Names.RemoveName(ctx, i.Guild, name); err != nil {
		return message{}, err
	}
	return say("Removed: the entry of " + plainClip(name, longestName) + "."), nil
}

// apart are the forms of a list as people write one: with commas, of any script, semicolons, or signs of equality between.
func apart(list string) []string {
	var forms []string
	for _, form := range strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(",;=،؛、，；", r) }) {
		if form = strings.TrimSpace(form); form != "" {
			forms = append(forms, form)
		}
	}
	return forms
}

// namesPage is the page of the names that begins with the one at offset.
func (b *Bot) namesPage(ctx context.Context, guild string, offset int) (message, error) {
	list, err := b.rooms.Names.ListNames(ctx, guild)
	if err != nil {
		return message{}, err
	}
	if len(list) == 0 {
		return say("There are no names of your own yet. Add spellings that mean the same with `/names add`."), nil
	}
	offset = min(offset, (len(list)-1)/namesPerPage*namesPerPage) // some may have gone since the button was made
	end := min(offset+namesPerPage, len(list))
	var row []discordgo.MessageComponent
	if offset > 0 {
		row = append(row, button("Back", nameList, "", max(0, offset-namesPerPage)))
	}
	if end < len(list) {
		row = append(row, button("More", nameList, "", end))
	}
	lines := []string{fmt.Sprintf("**%s** · %d–%d", count(len(list), "name", "names"), offset+1, end)}
	for _, forms := range list[offset:end] {
		lines = append(lines, "- "+plainClip(strings.Join(forms, " = "), nameLimit))
	}
	return say(strings.Join(lines, "\n"), rows(row)...), nil
}
