package bot

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// The events are read into types of our own, and no wider than they are used: discordgo gives up a whole event when a message
// somewhere in it holds a kind of component that it does not know yet.

// ready is the first event of a session.
type ready struct {
	User        user `json:"user"`
	Application struct {
		ID string `json:"id"`
	} `json:"application"`
}

type user struct {
	ID  string `json:"id"`
	Bot bool   `json:"bot"`
}

// interaction is a command, a button or a modal that somebody has used.
type interaction struct {
	ID      string                    `json:"id"`
	App     string                    `json:"application_id"`
	Type    discordgo.InteractionType `json:"type"`
	Token   string                    `json:"token"`
	Guild   string                    `json:"guild_id"`
	Channel string                    `json:"channel_id"`
	Locale  string                    `json:"locale"`
	User    user                      `json:"user"`
	Member  struct {
		User        user   `json:"user"`
		Permissions string `json:"permissions"`
	} `json:"member"`
	Where struct {
		Type discordgo.ChannelType `json:"type"`
	} `json:"channel"`
	Message struct {
		Flags discordgo.MessageFlags `json:"flags"`
	} `json:"message"`
	Data struct {
		Name       string      `json:"name"`
		Options    []option    `json:"options"`
		CustomID   string      `json:"custom_id"`
		Components []component `json:"components"`
		Resolved   struct {
			Attachments map[string]attachment `json:"attachments"`
		} `json:"resolved"`
	} `json:"data"`
}

// option is a command's option, or a subcommand with options of its own.
type option struct {
	Name    string          `json:"name"`
	Value   json.RawMessage `json:"value"`
	Options []option        `json:"options"`
}

// component is a text input of a modal that was sent, or what holds one.
type component struct {
	CustomID   string          `json:"custom_id"`
	Value      json.RawMessage `json:"value"`
	Component  *component      `json:"component"`
	Components []component     `json:"components"`
}

// attachment is a file that came with a command. URL is Discord's own.
type attachment struct {
	Filename    string `json:"filename"`
	ContentType string `json:"content_type"`
	Size        int64  `json:"size"`
	URL         string `json:"url"`
}

// incoming is a message that somebody wrote.
type incoming struct {
	ID        string `json:"id"`
	Guild     string `json:"guild_id"`
	Channel   string `json:"channel_id"`
	Content   string `json:"content"`
	Author    user   `json:"author"`
	Webhook   string `json:"webhook_id"`
	Mentions  []user `json:"mentions"`
	Reference struct {
		MessageID string `json:"message_id"`
	} `json:"message_reference"`
}

// asker is who used the interaction.
func (i *interaction) asker() string {
	if i.Member.User.ID != "" {
		return i.Member.User.ID
	}
	return i.User.ID
}

// inThread says that it was used in a thread.
func (i *interaction) inThread() bool {
	switch i.Where.Type {
	case discordgo.ChannelTypeGuildPublicThread, discordgo.ChannelTypeGuildPrivateThread, discordgo.ChannelTypeGuildNewsThread:
		return true
	}
	return false
}

// moderates says that the member may manage messages here. The default permission of a command is only a default: a server can
// hand the command to anyone, so the right is looked at again.
func (i *interaction) moderates() bool {
	bits, err := strconv.ParseInt(i.Member.Permissions, 10, 64)
	return err == nil && i.Guild != "" && bits&(discordgo.PermissionManageMessages|discordgo.PermissionAdministrator) != 0
}

// subcommand is the name and the options of the subcommand that was used.
func (i *interaction) subcommand() option {
	if len(i.Data.Options) == 0 {
		return option{}
	}
	return i.Data.Options[0]
}

// text is an option's value as text, "" where it is not there.
func text(options []option, name string) string {
	var s string
	for _, o := range options {
		if o.Name == name && json.Unmarshal(o.Value, &s) == nil {
			return strings.TrimSpace(s)
		}
	}
	return ""
}

// number is an option's value as a whole number, 0 where it is not there.
func number(options []option, name string) int64 {
	var n int64
	for _, o := range options {
		if o.Name == name && json.Unmarshal(o.Value, &n) == nil {
			return n
		}
	}
	return 0
}

// truth is an option's value as yes or no, no where it is not there.
func truth(options []option, name string) bool {
	var yes bool
	for _, o := range options {
		if o.Name == name && json.Unmarshal(o.Value, &yes) == nil {
			return yes
		}
	}
	return false
}

// fields are the values of a modal by the ids of their inputs.
func fields(components []component) map[string]string {
	all := map[string]string{}
	for _, c := range components {
		var s string
		if c.CustomID != "" && json.Unmarshal(c.Value, &s) == nil {
			all[c.CustomID] = strings.TrimSpace(s)
		}
		inner := c.Components
		if c.Component != nil {
			inner = append(inner, *c.Component)
		}
		for id, s := range fields(inner) {
			all[id] = s
		}
	}
	return all
}
