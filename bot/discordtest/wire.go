package discordtest

import (
	"encoding/json"
	"fmt"
)

// Flag bits of a message (resources/message.mdx).
const (
	flagSuppressEmbeds        = 1 << 2
	flagEphemeral             = 1 << 6
	flagLoading               = 1 << 7
	flagSuppressNotifications = 1 << 12
	flagVoice                 = 1 << 13
	flagComponentsV2          = 1 << 15
)

// Component types (components/reference.mdx).
const (
	typeActionRow    = 1
	typeButton       = 2
	typeStringSelect = 3
	typeTextInput    = 4
	typeUserSelect   = 5
	typeRoleSelect   = 6
	typeMentionable  = 7
	typeChannelPick  = 8
	typeSection      = 9
	typeText         = 10
	typeThumbnail    = 11
	typeGallery      = 12
	typeFile         = 13
	typeSeparator    = 14
	typeContainer    = 17
	typeLabel        = 18
	typeFileUpload   = 19

	styleLink    = 5
	stylePremium = 6
)

// Embed is a card below a message's text.
type Embed struct {
	Title       string       `json:"title"`
	Description string       `json:"description"`
	URL         string       `json:"url"`
	Timestamp   string       `json:"timestamp"`
	Color       int          `json:"color"`
	Fields      []EmbedField `json:"fields"`
	Footer      *EmbedText   `json:"footer"`
	Author      *EmbedText   `json:"author"`
	Image       *Media       `json:"image"`
	Thumbnail   *Media       `json:"thumbnail"`
}

// EmbedField is a titled stretch of an embed.
type EmbedField struct {
	Name   string `json:"name"`
	Value  string `json:"value"`
	Inline bool   `json:"inline"`
}

// EmbedText is an embed's author (Name) or footer (Text).
type EmbedText struct {
	Name    string `json:"name"`
	Text    string `json:"text"`
	URL     string `json:"url"`
	IconURL string `json:"icon_url"`
}

// Media is a picture or file by its address.
type Media struct {
	URL string `json:"url"`
}

// Component is any message or modal component; Type says which fields mean something.
type Component struct {
	Type        int            `json:"type"`
	ID          int            `json:"id"`
	CustomID    string         `json:"custom_id"`
	Label       string         `json:"label"`
	Description string         `json:"description"`
	Style       int            `json:"style"`
	URL         string         `json:"url"`
	SKU         string         `json:"sku_id"`
	Emoji       *Emoji         `json:"emoji"`
	Disabled    bool           `json:"disabled"`
	Placeholder string         `json:"placeholder"`
	Options     []SelectOption `json:"options"`
	MinValues   *int           `json:"min_values"`
	MaxValues   *int           `json:"max_values"`
	MinLength   *int           `json:"min_length"`
	MaxLength   *int           `json:"max_length"`
	Required    *bool          `json:"required"`
	Value       string         `json:"-"` // of a text input; other components put other things there
	Content     string         `json:"content"`
	Components  []Component    `json:"components"`
	Component   *Component     `json:"component"`
	Accessory   *Component     `json:"accessory"`
	Media       *Media         `json:"media"`
	File        *Media         `json:"file"`
	Items       []GalleryItem  `json:"items"`
}

// UnmarshalJSON keeps Value for text inputs, where alone it is text that the bot filled in.
func (c *Component) UnmarshalJSON(data []byte) error {
	type plain Component
	var with struct {
		*plain
		Value json.RawMessage `json:"value"`
	}
	with.plain = (*plain)(c)
	if err := json.Unmarshal(data, &with); err != nil {
		return err
	}
	if c.Type == typeTextInput && len(with.Value) > 0 {
		return json.Unmarshal(with.Value, &c.Value)
	}
	return nil
}

// GalleryItem is one picture of a media gallery.
type GalleryItem struct {
	Media       Media  `json:"media"`
	Description string `json:"description"`
}

// SelectOption is one row of a select menu.
type SelectOption struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description"`
	Default     bool   `json:"default"`
}

// Emoji is a picture on a button.
type Emoji struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// allowedMentions says who a message may ping.
type allowedMentions struct {
	Parse       []string `json:"parse"`
	Users       []string `json:"users"`
	Roles       []string `json:"roles"`
	RepliedUser bool     `json:"replied_user"`
}

type reference struct {
	Type            int    `json:"type"`
	MessageID       string `json:"message_id"`
	ChannelID       string `json:"channel_id"`
	GuildID         string `json:"guild_id"`
	FailIfNotExists *bool  `json:"fail_if_not_exists"`
}

type attachmentRef struct {
	ID       json.RawMessage `json:"id"`
	Filename string          `json:"filename"`
}

// payload is the body of a send, an edit, a callback's data or a modal.
type payload struct {
	Content     *string          `json:"content"`
	Embeds      []Embed          `json:"embeds"`
	Components  []Component      `json:"components"`
	Flags       *int             `json:"flags"`
	Mentions    *allowedMentions `json:"allowed_mentions"`
	Reference   *reference       `json:"message_reference"`
	Nonce       json.RawMessage  `json:"nonce"`
	Enforce     bool             `json:"enforce_nonce"`
	Attachments []attachmentRef  `json:"attachments"`
	Stickers    []string         `json:"sticker_ids"`
	Poll        json.RawMessage  `json:"poll"`
	CustomID    string           `json:"custom_id"`
	Title       string           `json:"title"`
	Choices     []Choice         `json:"choices"`
	has         map[string]json.RawMessage
}

// Choice is a value that a command's option offers.
type Choice struct {
	Name          string            `json:"name"`
	Localizations map[string]string `json:"name_localizations"`
	Value         any               `json:"value"`
}

func decodePayload(data []byte) (*payload, error) {
	p := &payload{}
	if len(data) == 0 {
		return p, nil
	}
	if err := json.Unmarshal(data, p); err != nil {
		return nil, fmt.Errorf("decode a message: %w", err)
	}
	if err := json.Unmarshal(data, &p.has); err != nil {
		return nil, fmt.Errorf("decode a message: %w", err)
	}
	return p, nil
}

// set says that the key is there, also when it is null.
func (p *payload) set(key string) bool {
	_, ok := p.has[key]
	return ok
}

func (p *payload) text() string {
	if p.Content == nil {
		return ""
	}
	return *p.Content
}

func (p *payload) flags() int {
	if p.Flags == nil {
		return 0
	}
	return *p.Flags
}

// walk calls visit for every component with its path, parents first.
func walk(components []Component, path string, visit func(path string, c *Component)) {
	for i := range components {
		walkOne(&components[i], fmt.Sprintf("%s.%d", path, i), visit)
	}
}

func walkOne(c *Component, path string, visit func(string, *Component)) {
	visit(path, c)
	walk(c.Components, path+".components", visit)
	if c.Component != nil {
		walkOne(c.Component, path+".component", visit)
	}
	if c.Accessory != nil {
		walkOne(c.Accessory, path+".accessory", visit)
	}
}

func isSelect(kind int) bool {
	return kind == typeStringSelect || kind >= typeUserSelect && kind <= typeChannelPick
}
