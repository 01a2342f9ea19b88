package bot

import (
	"context"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"
)

// message is what the bot sends. Every message and every edit forbids all mentions and hides link previews: an edit without
// the first would read mentions anew, and one without the second would bring the previews back.
type message struct {
	Content    string                       `json:"content"`
	Components []discordgo.MessageComponent `json:"components"`
	Mentions   mentions                     `json:"allowed_mentions"`
	Flags      discordgo.MessageFlags       `json:"flags"`
	Nonce      string                       `json:"nonce,omitempty"`
	Enforce    bool                         `json:"enforce_nonce,omitempty"`
	Reference  *reference                   `json:"message_reference,omitempty"`
}

// mentions is always the same: nobody.
type mentions struct {
	Parse []string `json:"parse"`
}

// reference makes a message a reply. It is sent all the same where the question was deleted meanwhile.
type reference struct {
	MessageID string `json:"message_id"`
	FailIfNot bool   `json:"fail_if_not_exists"`
}

// response is the first answer to an interaction.
type response struct {
	Type discordgo.InteractionResponseType `json:"type"`
	Data any                               `json:"data,omitempty"`
}

// say is a message of these words, with rows of buttons.
func say(content string, rows ...discordgo.MessageComponent) message {
	if rows == nil {
		rows = []discordgo.MessageComponent{}
	}
	return message{Content: content, Components: rows, Mentions: mentions{Parse: []string{}}, Flags: discordgo.MessageFlagsSuppressEmbeds}
}

// quietly is m for one person's eyes. It counts only in the first answer to an interaction.
func quietly(m message) message {
	m.Flags |= discordgo.MessageFlagsEphemeral
	return m
}

// posted is what Discord says of a message that it took.
type posted struct {
	ID string `json:"id"`
}

const (
	// ackTime is how long Discord waits for the first answer to an interaction.
	ackTime = 3 * time.Second
	// ackPatience leaves time for a second attempt within ackTime.
	ackPatience = 1200 * time.Millisecond
	// tokenLife is how long an interaction can be answered. Discord says 15 minutes; the rest is for the way there.
	tokenLife = 15*time.Minute - 15*time.Second
)

// acknowledge sends the first answer to an interaction, within Discord's 3 seconds. An answer that Discord has already is not
// an error: an attempt before has reached it.
func (r *rest) acknowledge(ctx context.Context, id, token string, resp response) error {
	ctx, cancel := context.WithTimeout(ctx, ackTime)
	defer cancel()
	err := r.do(ctx, call{
		method: http.MethodPost, route: "POST /interactions/{id}/{token}/callback", path: "/interactions/" + id + "/" + token + "/callback",
		body: resp, patience: ackPatience,
	}, nil)
	if refused(err, acknowledged) {
		return nil
	}
	return err
}

// edit replaces the first answer to an interaction by m.
func (r *rest) edit(ctx context.Context, app, token string, m message) (posted, error) {
	var p posted
	err := r.do(ctx, call{
		method: http.MethodPatch, route: "PATCH /webhooks/{app}/{token}/messages/@original", path: "/webhooks/" + app + "/" + token + "/messages/@original",
		body: m,
	}, &p)
	return p, err
}

// reply posts m in a channel as a reply to the message to. nonce makes it one message, also when it is sent twice.
func (r *rest) reply(ctx context.Context, channel, to, nonce string, m message) (posted, error) {
	m.Nonce, m.Enforce = nonce, true
	if to != "" {
		m.Reference = &reference{MessageID: to}
	}
	var p posted
	err := r.do(ctx, call{
		method: http.MethodPost, route: "POST /channels/{channel}/messages", path: "/channels/" + channel + "/messages",
		body: m, bucket: "send " + channel, bot: true,
	}, &p)
	return p, err
}

// typing shows in a channel that the bot is at work, for some seconds.
func (r *rest) typing(ctx context.Context, channel string) error {
	ctx, cancel := context.WithTimeout(ctx, ackTime)
	defer cancel()
	return r.do(ctx, call{
		method: http.MethodPost, route: "POST /channels/{channel}/typing", path: "/channels/" + channel + "/typing",
		bucket: "typing " + channel, bot: true,
	}, nil)
}
