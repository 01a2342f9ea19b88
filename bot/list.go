package bot

import (
	"context"
	"fmt"
	"strings"

	"github.com/bwmarrin/discordgo"

	"parley/article"
)

// perPage is how many articles stand on one page of the list. Ten of the longest fit on a page of Discord's.
const perPage = 10

// listPage is the page of the list that begins with the article at offset.
func (b *Bot) listPage(ctx context.Context, guild string, offset int) (message, error) {
	entries, total, err := b.rooms.Shelf.List(ctx, guild, offset, perPage)
	if err != nil {
		return message{}, err
	}
	if total == 0 {
		return say("There are no articles yet. Add the first with `/article add`."), nil
	}
	var row []discordgo.MessageComponent
	if offset > 0 {
		row = append(row, button("Back", listPage, "", max(0, offset-perPage)))
	}
	if offset+perPage < total {
		row = append(row, button("More", listPage, "", offset+perPage))
	}
	return say(listText(entries, offset, total), rows(row)...), nil
}

// listText is a page of the list, one article in two short lines.
func listText(entries []article.Entry, offset, total int) string {
	lines := []string{fmt.Sprintf("**%s** · %d–%d", count(total, "article", "articles"), min(offset+1, total), offset+len(entries))}
	for _, e := range entries {
		name := "**" + fmt.Sprint(e.ID) + "** " + plainClip(nameOf(e), 70)
		if e.Status == article.Withdrawn {
			name = "~~" + name + "~~"
		}
		lines = append(lines, name, "-# "+clipAbout(e))
	}
	return strings.Join(lines, "\n")
}

// clipAbout is about e in so few words that ten of them fit on a page.
func clipAbout(e article.Entry) string {
	e.Publisher, e.Reason = clip(oneLine(e.Publisher), 24), clip(oneLine(e.Reason), 24)
	return about(e)
}
