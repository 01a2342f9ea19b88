package discordtest

import (
	"encoding/json"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Message is a message as it stands now. Copies that the fake hands out do not change.
type Message struct {
	ID      string
	Channel *Channel
	Author  *User
	Content string
	Embeds  []Embed
	// Components are the rows, or the whole body of a Components V2 message.
	Components  []Component
	Flags       int
	Attachments []*Attachment
	// ReplyTo is the id of the message that this one answers, "" when it answers none.
	ReplyTo string
	Nonce   string
	// Pings are the users, roles ("&id") and "everyone" that the send or an edit has notified.
	Pings []string
	// Interaction is the id of the interaction that brought the message, "" when none did.
	Interaction string
	// For is the only person who sees an ephemeral message.
	For *User
	// Sent and Edited are the fake's time; Edited is zero until the first edit.
	Sent, Edited time.Time
	Deleted      bool

	rawEmbeds, rawComponents []any
}

// Ephemeral says that one person alone sees the message.
func (m *Message) Ephemeral() bool { return m.Flags&flagEphemeral != 0 }

// Loading says that it still reads "thinking".
func (m *Message) Loading() bool { return m.Flags&flagLoading != 0 }

// V2 says that the message is made of components alone.
func (m *Message) V2() bool { return m.Flags&flagComponentsV2 != 0 }

// Component finds a button or a select menu by its custom id or by what it says; nil when there is none.
func (m *Message) Component(name string) *Component {
	var found *Component
	walk(m.Components, "components", func(_ string, c *Component) {
		says := c.CustomID == name || c.Label == name || c.Placeholder == name
		if found == nil && says && (c.Type == typeButton || isSelect(c.Type)) {
			found = c
		}
	})
	return found
}

func (m *Message) snapshot() Message {
	c := *m
	c.Pings, c.Attachments = slices.Clone(m.Pings), slices.Clone(m.Attachments)
	return c
}

// Messages are the channel's messages that are not deleted, oldest first, ephemeral ones too.
func (d *Discord) Messages(c *Channel) []Message {
	d.mu.Lock()
	defer d.mu.Unlock()
	var list []Message
	for _, m := range d.order {
		if m.Channel == c && !m.Deleted {
			list = append(list, m.snapshot())
		}
	}
	return list
}

// WaitMessage waits, in wall time, for a message of the bot in the channel that want accepts (nil accepts any that is not "thinking").
// The test fails when none comes.
func (d *Discord) WaitMessage(c *Channel, timeout time.Duration, want func(Message) bool) Message {
	d.t.Helper()
	var got Message
	found := d.await(timeout, func() bool {
		for _, m := range d.order {
			if m.Channel == c && m.Author == d.app && !m.Deleted && !m.Loading() && (want == nil || want(m.snapshot())) {
				got = m.snapshot()
				return true
			}
		}
		return false
	})
	if !found {
		d.t.Errorf("discordtest: no such message of the bot in %q within %v", c.Name, timeout)
	}
	return got
}

// Delete deletes a message as a moderator would.
func (d *Discord) Delete(m Message) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.remove(d.messages[m.ID])
}

func (d *Discord) remove(m *Message) {
	m.Deleted = true
	if m.For == nil {
		d.gateway.dispatchIn(m.Channel, "MESSAGE_DELETE", m.Channel.scope(object{"id": m.ID, "channel_id": m.Channel.ID}))
	}
	d.touch()
}

// post stores a message and tells the gateway, but for ephemeral ones, which no gateway event announces.
func (d *Discord) post(m *Message) *Message {
	m.ID, m.Sent = d.snowflake(), d.clock()
	d.messages[m.ID] = m
	d.order = append(d.order, m)
	if m.For == nil {
		d.gateway.dispatchMessage("MESSAGE_CREATE", m)
	}
	d.touch()
	return m
}

// fill takes over what the payload says; absent keys leave the message as it was.
func (m *Message) fill(x *exchange, p *payload, defaults []string) {
	if p.set("content") {
		m.Content = strings.TrimSpace(p.text())
	}
	if p.set("embeds") {
		m.Embeds, m.rawEmbeds = p.Embeds, rawList(p.has["embeds"])
		for _, e := range m.rawEmbeds {
			e.(object)["type"] = "rich"
		}
	}
	if p.set("components") {
		m.Components, m.rawComponents = p.Components, rawList(p.has["components"])
		number(m.rawComponents, new(int))
	}
	if p.set("attachments") || len(x.files) > 0 {
		m.keep(x, p)
	}
	m.ping(x.d, p, defaults)
}

// keep drops the attachments that the payload no longer lists and adds the files that came along.
func (m *Message) keep(x *exchange, p *payload) {
	var kept []*Attachment
	for _, a := range m.Attachments {
		listed := slices.ContainsFunc(p.Attachments, func(r attachmentRef) bool { return strings.Trim(string(r.ID), `"`) == a.ID })
		if listed || !p.set("attachments") {
			kept = append(kept, a)
		}
	}
	for _, f := range x.files {
		kept = append(kept, x.d.publish(f))
	}
	m.Attachments = kept
}

var mention = regexp.MustCompile(`<@(!?|&)(\d+)>|@everyone|@here`)

// ping works out whom the text notifies. A backslash in the text does not prevent it; only allowed_mentions does.
func (m *Message) ping(d *Discord, p *payload, defaults []string) {
	allowed := &allowedMentions{Parse: defaults}
	if p.Mentions != nil {
		allowed = p.Mentions
	}
	text := m.Content
	walk(m.Components, "", func(_ string, c *Component) { text += "\n" + c.Content })
	for _, found := range mention.FindAllStringSubmatch(text, -1) {
		who, id, kind, list := "everyone", "", "everyone", []string(nil)
		switch {
		case found[2] != "" && found[1] == "&":
			who, id, kind, list = "&"+found[2], found[2], "roles", allowed.Roles
		case found[2] != "":
			who, id, kind, list = found[2], found[2], "users", allowed.Users
		}
		if (slices.Contains(allowed.Parse, kind) || slices.Contains(list, id)) && !slices.Contains(m.Pings, who) {
			m.Pings = append(m.Pings, who)
		}
	}
	if to := d.messages[m.ReplyTo]; to != nil && allowed.RepliedUser && !slices.Contains(m.Pings, to.Author.ID) {
		m.Pings = append(m.Pings, to.Author.ID)
	}
}

func rawList(data json.RawMessage) []any {
	var list []any
	_ = json.Unmarshal(data, &list) // decodePayload has read the same bytes as a list
	return list
}

// number gives every component the id that Discord gives it.
func number(list []any, last *int) {
	for _, item := range list {
		o, isObject := item.(object)
		if !isObject {
			continue
		}
		*last++
		if id, _ := o["id"].(float64); id == 0 {
			o["id"] = *last
		}
		for _, key := range []string{"components", "component", "accessory"} {
			switch inner := o[key].(type) {
			case []any:
				number(inner, last)
			case object:
				number([]any{inner}, last)
			}
		}
	}
}

func orEmpty(list []any) []any {
	if list == nil {
		return []any{}
	}
	return list
}

// wire is the message as the API gives it; hide cuts what a bot without the message content intent may not read.
func (m *Message) wire(hide bool) object {
	files := []object{}
	for _, a := range m.Attachments {
		files = append(files, a.wire())
	}
	o := object{"id": m.ID, "channel_id": m.Channel.ID, "author": m.Author.wire(), "content": m.Content, "timestamp": stamp(m.Sent),
		"edited_timestamp": nil, "tts": false, "mention_everyone": slices.Contains(m.Pings, "everyone"), "mentions": m.mentioned(),
		"mention_roles": []string{}, "attachments": files, "embeds": orEmpty(m.rawEmbeds), "components": orEmpty(m.rawComponents),
		"pinned": false, "type": 0, "flags": m.Flags}
	if !m.Edited.IsZero() {
		o["edited_timestamp"] = stamp(m.Edited)
	}
	if m.Nonce != "" {
		o["nonce"] = m.Nonce
	}
	if m.Interaction != "" {
		o["application_id"], o["webhook_id"] = m.Channel.d.app.ID, m.Channel.d.app.ID
	}
	if hide {
		o["content"], o["embeds"], o["attachments"], o["components"] = "", []any{}, []any{}, []any{}
	}
	m.wireReference(o)
	return o
}

func (m *Message) wireReference(o object) {
	if m.ReplyTo == "" {
		return
	}
	o["type"] = 19
	o["message_reference"] = m.Channel.scope(object{"type": 0, "message_id": m.ReplyTo, "channel_id": m.Channel.ID})
	o["referenced_message"] = nil
	if to := m.Channel.d.messages[m.ReplyTo]; to != nil && !to.Deleted {
		inner := to.wire(m.Channel.d.hidden(to))
		delete(inner, "referenced_message")
		o["referenced_message"] = inner
	}
}

// mentioned are the users whom the text names or the reply notifies, in the order of Pings or of the text.
func (m *Message) mentioned() []object {
	list, seen := []object{}, map[string]bool{}
	add := func(id string) {
		if u := m.Channel.d.users[id]; u != nil && !seen[id] {
			seen[id] = true
			list = append(list, u.wire())
		}
	}
	for _, found := range mention.FindAllStringSubmatch(m.Content, -1) {
		if found[1] != "&" {
			add(found[2])
		}
	}
	for _, id := range m.Pings {
		add(id)
	}
	return list
}

// hidden says whether the bot may not read the message: no content intent, not its own, no direct message, not mentioned.
func (d *Discord) hidden(m *Message) bool {
	if d.gateway.content || m.Author == d.app || m.Channel.Guild == nil {
		return false
	}
	return !slices.ContainsFunc(m.mentioned(), func(u object) bool { return u["id"] == d.app.ID })
}

// withMessage looks a message up that the bot can see in the channel of the path.
func (x *exchange) withMessage(then func(*Channel, *Message) reply) reply {
	return x.withChannel(permViewChannel, func(c *Channel) reply {
		m := x.d.messages[x.vars["message_id"]]
		if m == nil || m.Deleted || m.Channel != c || m.For != nil {
			return refuse(http.StatusNotFound, codeUnknownMessage, "Unknown Message")
		}
		return then(c, m)
	})
}
