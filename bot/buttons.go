package bot

import (
	"context"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"parley/fault"
)

// What a button does stands in its custom id, "what:id:number", and nowhere else: so it works after a restart, and on the card of
// last week. The names never change their meaning.
const (
	morePage   = "more"
	sourcePage = "src"
	listPage   = "list"
	nameList   = "names"
)

// gone is for a button of an answer that is not in this guild's record.
const gone = "This answer is no longer in the record. Nothing else was lost; please ask the question again."

// button is a button that leads to a numbered page of what id names.
func button(label, what, id string, n int) discordgo.Button {
	return discordgo.Button{Label: label, Style: discordgo.SecondaryButton, CustomID: what + ":" + id + ":" + strconv.Itoa(n)}
}

// rows is one row of buttons, or none.
func rows(row []discordgo.MessageComponent) []discordgo.MessageComponent {
	if len(row) == 0 {
		return nil
	}
	return []discordgo.MessageComponent{discordgo.ActionsRow{Components: row}}
}

// press is a custom id taken apart.
func press(customID string) (what, id string, n int, ok bool) {
	parts := strings.Split(customID, ":")
	if len(parts) != 3 {
		return "", "", 0, false
	}
	n, err := strconv.Atoi(parts[2])
	return parts[0], parts[1], n, err == nil && n >= 0
}

// onButton turns a page.
func (b *Bot) onButton(ctx context.Context, i *interaction) {
	what, id, n, ok := press(i.Data.CustomID)
	switch {
	case ok && what == morePage:
		b.perform(ctx, i, own(i), "a page of an answer", "Please press the button again.", func(ctx context.Context) (message, error) {
			return b.morePage(ctx, i.Guild, id, n)
		})
	case ok && what == sourcePage:
		// The card stays: its sources come in a message of their own, but for further pages of them.
		b.perform(ctx, i, own(i), "the sources of an answer", "Please press the button again.", func(ctx context.Context) (message, error) {
			return b.sourcePage(ctx, i.Guild, id, n)
		})
	case ok && (what == listPage || what == nameList) && !i.moderates():
		b.tell(ctx, i, notAllowed)
	case ok && what == listPage:
		b.perform(ctx, i, own(i), "a page of the list", "Please press the button again.", func(ctx context.Context) (message, error) {
			return b.listPage(ctx, i.Guild, n)
		})
	case ok && what == nameList:
		b.perform(ctx, i, own(i), "a page of the names", "Please press the button again.", func(ctx context.Context) (message, error) {
			return b.namesPage(ctx, i.Guild, n)
		})
	default:
		b.tell(ctx, i, outdated)
	}
}

// own is how a page is turned: in place where one person alone sees the message, otherwise in a message for that person, so
// that nobody turns the page under the others' eyes.
func own(i *interaction) response {
	if i.Message.Flags&discordgo.MessageFlagsEphemeral != 0 {
		return turning()
	}
	return thinking(true)
}

func (b *Bot) morePage(ctx context.Context, guild, id string, n int) (message, error) {
	q, a, ok, err := b.rooms.Record.Answer(ctx, guild, id)
	if err != nil {
		return message{}, err
	}
	if !ok {
		return message{}, fault.New(gone, nil)
	}
	return b.page(q, a, n), nil
}

func (b *Bot) sourcePage(ctx context.Context, guild, id string, n int) (message, error) {
	_, a, ok, err := b.rooms.Record.Answer(ctx, guild, id)
	if err != nil {
		return message{}, err
	}
	if !ok {
		return message{}, fault.New(gone, nil)
	}
	withdrawn, err := b.rooms.Withdrawals.Withdrawn(ctx, guild, cited(a))
	if err != nil {
		return message{}, err
	}
	pages := sourcePages(a, withdrawn)
	n = min(n, len(pages)-1)
	row := []discordgo.MessageComponent{button("Answer", morePage, id, 0)}
	if n > 0 {
		row = append(row, button("Back", sourcePage, id, n-1))
	}
	if n < len(pages)-1 {
		row = append(row, button("More", sourcePage, id, n+1))
	}
	return say(pages[n], rows(row)...), nil
}
