package bot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"parley/article"
	"parley/fault"
)

// addModal is the custom id of the form for pasted text.
const addModal = "add"

// maxPaste is the most that Discord lets a form's field hold, in characters.
const maxPaste = 4000

// onAdd takes in a link, a file, or both; with neither it opens the form for pasted text.
func (b *Bot) onAdd(ctx context.Context, i *interaction, options []option) {
	link, file, hasFile := text(options, "link"), attachment{}, false
	if id := text(options, "file"); id != "" {
		file, hasFile = i.Data.Resolved.Attachments[id]
	}
	if link == "" && !hasFile {
		b.first(ctx, i, form())
		return
	}
	b.moderate(ctx, i, "adding an article", func(ctx context.Context) (message, error) {
		var said []string
		if link != "" {
			said = append(said, b.added(b.rooms.Library.AddLink(ctx, i.Guild, i.asker(), link)))
		}
		if hasFile {
			said = append(said, b.added(b.addFile(ctx, i, file)))
		}
		return say(strings.Join(said, "\n")), nil
	})
}

// form asks for a text and what is known of it. It must be the first answer to an interaction: nothing may come before it.
func form() response {
	short, long := discordgo.TextInputShort, discordgo.TextInputParagraph
	return response{Type: discordgo.InteractionResponseModal, Data: map[string]any{
		"custom_id": addModal, "title": "Add an article",
		"components": []discordgo.MessageComponent{
			field("Title", "", "title", short, 300, true),
			field("Publisher", "The outlet, as readers know it", "publisher", short, 100, false),
			field("Link", "Where the original is", "link", short, 1000, false),
			field("Date", "The day it was published, such as 2030-05-17", "date", short, 40, false),
			field("Text", "For more than 4,000 characters attach a file to /article add", "text", long, maxPaste, true),
		},
	}}
}

func field(label, description, id string, style discordgo.TextInputStyle, most int, required bool) discordgo.Label {
	return discordgo.Label{Label: label, Description: description,
		Component: discordgo.TextInput{CustomID: id, Style: style, MaxLength: most, Required: &required}}
}

// onModal takes in a form that was sent.
func (b *Bot) onModal(ctx context.Context, i *interaction) {
	switch {
	case i.Data.CustomID != addModal:
		b.tell(ctx, i, outdated)
	case !i.moderates():
		b.tell(ctx, i, notAllowed)
	default:
		b.moderate(ctx, i, "adding a text", func(ctx context.Context) (message, error) {
			known, text, err := filled(fields(i.Data.Components))
			if err != nil {
				return message{}, err
			}
			return say(b.added(b.rooms.Library.AddText(ctx, i.Guild, i.asker(), known, text))), nil
		})
	}
}

// days are the ways to write a day that nobody can read as another day.
var days = []string{time.DateOnly, "2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "2006-01-02 15:04"}

// filled reads a form. What is wrong in it is said, and nothing is stored: the moderator has the text at hand.
func filled(f map[string]string) (known article.Meta, text string, err error) {
	known = article.Meta{Title: oneLine(f["title"]), Publisher: oneLine(f["publisher"])}
	if text = f["text"]; strings.TrimSpace(text) == "" {
		return known, "", fault.New("The text was empty. Nothing was added; please fill in the form again.", nil)
	}
	if link := f["link"]; link != "" {
		if known.URL = link; safeAddress(link) == "" {
			return known, "", fault.New("The link is not an http or https address. Nothing was added; please correct it or leave it out.", nil)
		}
	}
	day := oneLine(f["date"])
	for _, layout := range days {
		if t, err := time.Parse(layout, day); err == nil {
			known.Published = article.When{Time: t.UTC(), Clock: strings.Contains(layout, ":")}
		}
	}
	if day != "" && known.Published.IsZero() {
		return known, "", fault.New("The date was not understood. Nothing was added; please write it as 2030-05-17, or leave it out.", nil)
	}
	return known, text, nil
}

// addFile fetches an attachment from Discord and hands it on.
func (b *Bot) addFile(ctx context.Context, i *interaction, file attachment) (article.Receipt, error) {
	if file.Size > b.cfg.MaxFile {
		return article.Receipt{}, tooLarge(file, b.cfg.MaxFile)
	}
	data, err := b.download(ctx, file)
	if err != nil {
		return article.Receipt{}, err
	}
	return b.rooms.Library.AddFile(ctx, i.Guild, i.asker(), file.Filename, file.ContentType, data)
}

func tooLarge(file attachment, limit int64) error {
	return fault.New(fmt.Sprintf("%s is larger than %d MB. Nothing was added; please send a smaller file.", file.Filename, limit>>20), nil)
}

// download reads an attachment, whose address Discord has given and signed.
func (b *Bot) download(ctx context.Context, file attachment) ([]byte, error) {
	again := func(err error) error {
		return fault.New("Discord did not hand over "+file.Filename+". Nothing was added; please try again.", withoutAddress(err))
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, file.URL, nil)
	if err != nil {
		return nil, again(errors.New("the attachment has no address"))
	}
	req.Header.Set("User-Agent", userAgent)
	resp, err := b.files.Do(req)
	if err != nil {
		return nil, again(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, again(fmt.Errorf("status %d", resp.StatusCode))
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, b.cfg.MaxFile+1))
	if err != nil {
		return nil, again(err)
	}
	if int64(len(data)) > b.cfg.MaxFile {
		return nil, tooLarge(file, b.cfg.MaxFile)
	}
	return data, nil
}

// added says what became of a submitted text, or why nothing did.
func (b *Bot) added(r article.Receipt, err error) string {
	if err != nil {
		return b.excuse("adding an article", lookFirst, tooLong(err))
	}
	return receipt(r)
}

// receipt says what became of a submitted text.
func receipt(r article.Receipt) string {
	e := r.Entry
	name := "**" + fmt.Sprint(e.ID) + "** " + masked(nameOf(e), e.URL, 120)
	var lines []string
	switch r.Outcome {
	case article.Added:
		lines = []string{"Added: " + name, about(e) + " · " + count(e.Passages, "passage", "passages")}
	case article.NewVersion:
		lines = []string{fmt.Sprintf("New version %d of %s", e.Version, name), about(e) + " · " + count(e.Passages, "passage", "passages"),
			"-# The version before stays as proof of earlier answers and is not cited again."}
	case article.Duplicate:
		lines = []string{"Nothing changed: this text is already here as " + name, about(e)}
	case article.DuplicateWithdrawn:
		lines = []string{"Nothing changed: this text is already here as " + name, about(e),
			fmt.Sprintf("-# To use it again: `/article restore id:%d`", e.ID)}
	}
	if r.NearDuplicate != 0 {
		lines = append(lines, fmt.Sprintf("-# It shares most of its text with article %d.", r.NearDuplicate))
	}
	if r.Outcome == article.Added && e.Published.IsZero() {
		lines = append(lines, "-# No date was found in it, so answers will show it without one.")
	}
	return strings.Join(lines, "\n")
}
