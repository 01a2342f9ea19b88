package bot

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"

	"github.com/bwmarrin/discordgo"
)

// Words for the moments when there is nothing else to say.
const (
	onlyInServers = "Parley answers in servers. Ask there with `/ask`, or mention me with your question."
	busy          = "Too many questions at once. Nothing was lost, but this one was not taken: please ask again in a minute."
	notAllowed    = "This is for moderators (the permission “Manage Messages”). Nothing was changed."
	outdated      = "This button is from an older Parley. Please use the command again."
)

// onEvent takes an event from the gateway. It returns at once.
func (b *Bot) onEvent(kind string, data json.RawMessage) {
	switch kind {
	case "READY":
		read(b, kind, data, b.onReady)
	case "INTERACTION_CREATE":
		read(b, kind, data, func(i *interaction) {
			if b.seen.first(i.ID) {
				b.flow(kind, func(ctx context.Context) { b.onInteraction(ctx, i) })
			}
		})
	case "MESSAGE_CREATE":
		read(b, kind, data, func(m *incoming) {
			if b.addressed(m) && b.seen.first(m.ID) {
				b.flow(kind, func(ctx context.Context) { b.onMessage(ctx, m) })
			}
		})
	}
}

// read decodes an event and hands it on.
func read[T any](b *Bot, kind string, data json.RawMessage, then func(*T)) {
	v := new(T)
	if err := json.Unmarshal(data, v); err != nil {
		b.log.Error("an event cannot be read", "kind", kind, "cause", err)
		return
	}
	then(v)
}

// onReady keeps who we are. The first time it also publishes the commands and takes up what the process before has left.
func (b *Bot) onReady(r *ready) {
	b.self.Store(r)
	b.log.Info("connected to Discord", "application", r.Application.ID)
	b.greet.Do(func() {
		b.flow("commands", b.publish)
		b.flow("unfinished questions", b.takeUp)
	})
}

// publish replaces the application's commands by ours. Doing it at every start is harmless: Discord compares.
func (b *Bot) publish(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, b.cfg.Limit)
	defer cancel()
	app := b.self.Load().Application.ID
	err := b.rest.do(ctx, call{
		method: http.MethodPut, route: "PUT /applications/{app}/commands", path: "/applications/" + app + "/commands",
		body: commands(), bucket: "commands", bot: true,
	}, nil)
	if err != nil {
		b.log.Error("the commands were not published; those of the last start remain", "cause", err)
	}
}

// addressed says that a person speaks to the bot: by name, or in direct messages.
func (b *Bot) addressed(m *incoming) bool {
	self := b.self.Load()
	if self == nil || m.Author.Bot || m.Webhook != "" || m.Author.ID == self.User.ID {
		return false
	}
	return m.Guild == "" || slices.ContainsFunc(m.Mentions, func(u user) bool { return u.ID == self.User.ID })
}

// onMessage answers a mention, or says in direct messages where Parley answers.
func (b *Bot) onMessage(ctx context.Context, m *incoming) {
	if m.Guild != "" {
		b.onMention(ctx, m)
		return
	}
	if _, err := b.rest.reply(ctx, m.Channel, m.ID, m.ID, say(onlyInServers)); err != nil {
		b.log.Warn("a direct message was not answered", "cause", err)
	}
}

// onInteraction finds what an interaction asks for.
func (b *Bot) onInteraction(ctx context.Context, i *interaction) {
	if i.Guild == "" {
		b.tell(ctx, i, onlyInServers)
		return
	}
	switch i.Type {
	case discordgo.InteractionApplicationCommand:
		b.onCommand(ctx, i)
	case discordgo.InteractionMessageComponent:
		b.onButton(ctx, i)
	case discordgo.InteractionModalSubmit:
		b.onModal(ctx, i)
	}
}

func (b *Bot) onCommand(ctx context.Context, i *interaction) {
	switch i.Data.Name {
	case "ask":
		b.onAsk(ctx, i)
	case "article":
		b.onArticle(ctx, i)
	case "names":
		b.onNames(ctx, i)
	case "help":
		b.tell(ctx, i, helpText)
	default:
		b.tell(ctx, i, outdated)
	}
}

// tell gives an interaction its whole answer at once, to be seen by the person alone.
func (b *Bot) tell(ctx context.Context, i *interaction, words string) {
	b.first(ctx, i, response{Type: discordgo.InteractionResponseChannelMessageWithSource, Data: quietly(say(words))})
}

// first sends the first answer to an interaction, and says whether there is any use in going on. Where nobody knows what became
// of it (a cut connection, Discord's own trouble) there is: the member may well be looking at "thinking".
func (b *Bot) first(ctx context.Context, i *interaction, r response) bool {
	err := b.rest.acknowledge(ctx, i.ID, i.Token, r)
	if err != nil {
		b.report("acknowledging an interaction", err, i.Token)
	}
	return !final(err)
}

// thinking is the acknowledgement: the member sees that Parley works. What follows an ephemeral one is ephemeral too.
func thinking(private bool) response {
	r := response{Type: discordgo.InteractionResponseDeferredChannelMessageWithSource}
	if private {
		r.Data = map[string]any{"flags": discordgo.MessageFlagsEphemeral}
	}
	return r
}

// turning is the acknowledgement of a button whose own message will change.
func turning() response { return response{Type: discordgo.InteractionResponseDeferredMessageUpdate} }

// perform acknowledges an interaction with ack and then puts what work returns in its place. what and next are for the failure.
func (b *Bot) perform(ctx context.Context, i *interaction, ack response, what, next string, work func(context.Context) (message, error)) {
	if !b.pool.reserve() {
		b.tell(ctx, i, busy)
		return
	}
	if !b.first(ctx, i, ack) {
		b.pool.leave()
		return
	}
	b.pool.submit(func(ctx context.Context) {
		m, err := guarded(ctx, work)
		if err != nil {
			m = say(b.excuse(what, next, tooLong(err), i.Token))
		}
		ctx, cancel := context.WithTimeout(b.work, tokenLife)
		defer cancel()
		if _, err := b.rest.edit(ctx, i.App, i.Token, m); err != nil {
			b.report(what+": showing it", err, i.Token)
		}
	})
}

// guarded runs work so that a panic in it is an error.
func guarded[T any](ctx context.Context, work func(context.Context) (T, error)) (v T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = panicked(p)
		}
	}()
	return work(ctx)
}
