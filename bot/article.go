package bot

import (
	"context"
	"fmt"
	"strings"

	"parley/article"
	"parley/fault"
)

// lookFirst is what a moderator should do after a failure of which it is not known what it has changed.
const lookFirst = "Please look with `/article list` before you try again."

// onArticle does what a moderator asks for.
func (b *Bot) onArticle(ctx context.Context, i *interaction) {
	if !i.moderates() {
		b.tell(ctx, i, notAllowed)
		return
	}
	sub := i.subcommand()
	switch sub.Name {
	case "add":
		b.onAdd(ctx, i, sub.Options)
	case "list":
		b.moderate(ctx, i, "the list of articles", func(ctx context.Context) (message, error) { return b.listPage(ctx, i.Guild, 0) })
	case "show":
		b.moderate(ctx, i, "showing an article", func(ctx context.Context) (message, error) { return b.showArticle(ctx, i.Guild, idOf(sub)) })
	case "withdraw":
		b.moderate(ctx, i, "withdrawing an article", func(ctx context.Context) (message, error) {
			return b.withdraw(ctx, i, idOf(sub), text(sub.Options, "reason"))
		})
	case "restore":
		b.moderate(ctx, i, "restoring an article", func(ctx context.Context) (message, error) {
			return b.restore(ctx, i, idOf(sub), text(sub.Options, "reason"))
		})
	default:
		b.tell(ctx, i, outdated)
	}
}

// moderate performs work whose outcome one moderator alone sees.
func (b *Bot) moderate(ctx context.Context, i *interaction, what string, work func(context.Context) (message, error)) {
	b.perform(ctx, i, thinking(true), what, lookFirst, work)
}

func idOf(sub option) article.ID { return article.ID(number(sub.Options, "id")) }

func (b *Bot) withdraw(ctx context.Context, i *interaction, id article.ID, reason string) (message, error) {
	if oneLine(reason) == "" {
		return message{}, fault.New("A withdrawal needs a reason. Nothing was changed; please give one.", nil)
	}
	if err := b.rooms.Withdrawals.Withdraw(ctx, i.Guild, id, reason, i.asker()); err != nil {
		return message{}, err
	}
	return say(fmt.Sprintf("Withdrawn: article %d. No answer cites it from now on; answers that cited it before keep their proof, and their sources say why it was withdrawn.\n"+
		"-# To take it back: `/article restore id:%d`", id, id)), nil
}

func (b *Bot) restore(ctx context.Context, i *interaction, id article.ID, reason string) (message, error) {
	if err := b.rooms.Withdrawals.Restore(ctx, i.Guild, id, reason, i.asker()); err != nil {
		return message{}, err
	}
	return say(fmt.Sprintf("Restored: article %d. Answers may cite it again.", id)), nil
}

// showArticle is all that is known of an article, and the beginning of its text.
func (b *Bot) showArticle(ctx context.Context, guild string, id article.ID) (message, error) {
	e, preview, err := b.rooms.Shelf.Show(ctx, guild, id)
	if err != nil {
		return message{}, err
	}
	lines := []string{"**" + fmt.Sprint(e.ID) + "** " + masked(nameOf(e), e.URL, 200), about(e)}
	if e.Author != "" {
		lines = append(lines, "By "+plainClip(e.Author, speakerLimit))
	}
	lines = append(lines, fmt.Sprintf("Version %d · %s · %s", e.Version, count(e.Passages, "passage", "passages"), count(e.Words, "word", "words")))
	if e.URL == "" && e.Source != "" {
		lines = append(lines, "From "+plainClip(e.Source, 200))
	}
	lines = append(lines, "-# Added "+e.AddedAt.UTC().Format("2 Jan 2006 15:04")+" UTC"+by(e.AddedBy))
	if preview != "" {
		lines = append(lines, "> "+plainClip(preview, 600))
	}
	return say(strings.Join(lines, "\n")), nil
}

// by names who added an article: a member where it is a member's id, otherwise as it is.
func by(who string) string {
	switch {
	case who == "":
		return ""
	case strings.Trim(who, "0123456789") == "":
		return " by <@" + who + ">" // shown as a name; no message of ours can ping
	}
	return " by " + plainClip(who, speakerLimit)
}

// nameOf is the best name that an article has.
func nameOf(e article.Entry) string {
	for _, name := range []string{e.Title, e.Source} {
		if oneLine(name) != "" {
			return name
		}
	}
	return "without a title"
}

// about is an article's outlet, day and status in one line.
func about(e article.Entry) string {
	var parts []string
	if e.Publisher != "" {
		parts = append(parts, plainClip(e.Publisher, speakerLimit))
	}
	if day := shortDay(e.Published.Day()); day != "" {
		parts = append(parts, day)
	} else {
		parts = append(parts, "no date")
	}
	if e.Language != "" {
		parts = append(parts, plainClip(e.Language, 20))
	}
	if e.Status == article.Withdrawn {
		parts = append(parts, "**withdrawn:** "+plainClip(e.Reason, 120))
	}
	return strings.Join(parts, " · ")
}
