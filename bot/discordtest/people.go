package discordtest

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// patience is how long, in wall time, an event waits for a bot to be there.
const patience = 5 * time.Second

// Value is one option of a command as a person filled it in.
type Value struct {
	name  string
	value any
	focus bool
}

// Opt fills a command's option in with a string, an int, a float64, a bool, a *User, a *Channel, a *Role or an *Attachment.
func Opt(name string, value any) Value { return Value{name: name, value: value} }

// Focus is the option that the person is typing in, for Autocomplete.
func Focus(name, typed string) Value { return Value{name: name, value: typed, focus: true} }

// Slash runs a command: "ask", or "article add" for a subcommand. When the bot has registered commands, the fake
// checks the options as Discord's client would, and fails the test where a person could not have sent them.
func (d *Discord) Slash(who *User, where *Channel, command string, options ...Value) *Interaction {
	d.t.Helper()
	d.checkAsClient(where, command, options)
	return d.act(kindCommand, who, where, nil, d.commandData(where, command, options))
}

// SlashUnchecked runs a command with whatever options, as a client with a stale idea of the command may.
func (d *Discord) SlashUnchecked(who *User, where *Channel, command string, options ...Value) *Interaction {
	d.t.Helper()
	return d.act(kindCommand, who, where, nil, d.commandData(where, command, options))
}

// Autocomplete asks for choices; one of the options is a Focus.
func (d *Discord) Autocomplete(who *User, where *Channel, command string, options ...Value) *Interaction {
	d.t.Helper()
	return d.act(kindAutocomplete, who, where, nil, d.commandData(where, command, options))
}

// MessageCommand runs a command from a message's menu. The bot sees the message's text, whatever its intents.
func (d *Discord) MessageCommand(who *User, command string, target Message) *Interaction {
	d.t.Helper()
	d.mu.Lock()
	m := d.messages[target.ID]
	if m == nil {
		d.mu.Unlock()
		d.t.Fatalf("discordtest: the target of %q is no message of this fake", command)
	}
	data := object{"id": d.commandID(m.Channel, command, commandMessage), "name": command, "type": commandMessage, "target_id": m.ID,
		"resolved": object{"messages": object{m.ID: m.wire(false)}}}
	d.mu.Unlock()
	return d.act(kindCommand, who, m.Channel, nil, data)
}

// Button presses a button of a message, found by its custom id or its label. The message is looked at as it stands now.
func (d *Discord) Button(who *User, on Message, button string) *Interaction {
	d.t.Helper()
	return d.use(who, on, button, nil)
}

// SelectMenu picks values of a select menu, found by its custom id or its placeholder.
func (d *Discord) SelectMenu(who *User, on Message, menu string, values ...string) *Interaction {
	d.t.Helper()
	return d.use(who, on, menu, append([]string{}, values...))
}

func (d *Discord) use(who *User, on Message, name string, values []string) *Interaction {
	d.t.Helper()
	d.mu.Lock()
	m := d.messages[on.ID]
	c, why := usable(who, m, name, values)
	d.mu.Unlock()
	if why != "" {
		d.t.Fatalf("discordtest: %s", why)
	}
	data := object{"custom_id": c.CustomID, "component_type": c.Type, "id": c.ID}
	if values != nil {
		data["values"] = values
	}
	return d.act(kindComponent, who, m.Channel, m, data)
}

// usable finds the component, or says why a person could not use it.
func usable(who *User, m *Message, name string, values []string) (*Component, string) {
	if m == nil || m.Deleted {
		return nil, "the message is gone"
	}
	c := m.Component(name)
	switch {
	case c == nil:
		return nil, fmt.Sprintf("no button or menu %q on the message", name)
	case m.For != nil && m.For != who:
		return nil, fmt.Sprintf("%s does not see this ephemeral message", who.Name)
	case c.Disabled:
		return nil, fmt.Sprintf("%q is disabled", name)
	case c.Style == styleLink:
		return nil, fmt.Sprintf("%q is a link; no bot hears of it", name)
	}
	for _, v := range values {
		if c.Type == typeStringSelect && !offers(c, v) {
			return nil, fmt.Sprintf("the menu %q does not offer %q", name, v)
		}
	}
	return c, ""
}

func offers(c *Component, value string) bool {
	for _, o := range c.Options {
		if o.Value == value {
			return true
		}
	}
	return false
}

// ModalSubmit sends in the modal that opened was answered with, with the inputs' values by their custom ids.
func (d *Discord) ModalSubmit(opened *Interaction, values map[string]string) *Interaction {
	d.t.Helper()
	d.mu.Lock()
	modal, source := opened.modal, opened.source
	d.mu.Unlock()
	if modal == nil {
		d.t.Fatalf("discordtest: interaction %s has opened no modal", opened.describe())
	}
	if why := unfillable(modal, values); why != "" {
		d.t.Fatalf("discordtest: %s", why)
	}
	data := object{"custom_id": modal.CustomID, "components": filled(modal.Components, values)}
	return d.act(kindModal, opened.User, opened.Channel, source, data)
}

// unfillable says why a person could not have sent these values, "" when they could.
func unfillable(modal *payload, values map[string]string) (why string) {
	known := map[string]bool{}
	walk(modal.Components, "", func(_ string, c *Component) {
		if c.CustomID == "" {
			return
		}
		known[c.CustomID] = true
		v, n := values[c.CustomID], len([]rune(values[c.CustomID]))
		switch {
		case v == "" && c.Value == "" && (c.Required == nil || *c.Required):
			why = fmt.Sprintf("the input %q is required", c.CustomID)
		case c.MaxLength != nil && n > *c.MaxLength, n > 4000:
			why = fmt.Sprintf("the input %q does not take %d characters", c.CustomID, n)
		case c.MinLength != nil && n > 0 && n < *c.MinLength:
			why = fmt.Sprintf("the input %q asks for more than %d characters", c.CustomID, n)
		}
	})
	for id := range values {
		if !known[id] {
			why = fmt.Sprintf("the modal has no input %q", id)
		}
	}
	return why
}

// filled is the modal's components as Discord sends them back.
func filled(components []Component, values map[string]string) []object {
	list := []object{}
	for n, c := range components {
		o := object{"type": c.Type, "id": n + 1}
		switch {
		case c.Type == typeActionRow:
			o["components"] = filled(c.Components, values)
		case c.Type == typeLabel && c.Component != nil:
			o["component"] = filled([]Component{*c.Component}, values)[0]
		case isSelect(c.Type) || c.Type == typeFileUpload:
			o["custom_id"], o["values"] = c.CustomID, strings.FieldsFunc(values[c.CustomID], func(r rune) bool { return r == ',' })
		case c.CustomID != "":
			v, given := values[c.CustomID]
			if !given {
				v = c.Value
			}
			o["custom_id"], o["value"] = c.CustomID, v
		}
		list = append(list, o)
	}
	return list
}

// act creates an interaction and sends its event.
func (d *Discord) act(kind int, who *User, where *Channel, source *Message, data object) *Interaction {
	d.t.Helper()
	d.waitBot(where)
	d.mu.Lock()
	defer d.mu.Unlock()
	id := d.snowflake()
	i := &Interaction{ID: id, Token: "aW50ZXJhY3Rpb246" + id + strings.Repeat("x", 160), User: who, Channel: where,
		d: d, kind: kind, born: d.clock(), bornWall: time.Now(), data: data, source: source}
	i.event = i.wire()
	d.actions = append(d.actions, i)
	d.gateway.dispatch("INTERACTION_CREATE", where.guildID(), 0, i.event)
	d.touch()
	return i
}

// waitBot lets a bot that is just starting catch up, and fails the test when there is none.
func (d *Discord) waitBot(where *Channel) {
	d.t.Helper()
	if !d.await(patience, func() bool { return d.gateway.live(where.guildID()) }) {
		d.t.Errorf("discordtest: no bot is on the gateway to hear this")
	}
}

func (i *Interaction) wire() object {
	c := i.Channel
	o := object{"id": i.ID, "application_id": i.d.app.ID, "type": i.kind, "data": i.data, "token": i.Token, "version": 1,
		"channel_id": c.ID, "channel": c.wire(), "locale": locale(i.User.Locale), "entitlements": []any{},
		"app_permissions": strconv.FormatInt(c.botBits(), 10), "attachment_size_limit": 20 << 20}
	if c.Guild == nil {
		o["user"], o["context"] = i.User.wire(), 1
		o["authorizing_integration_owners"] = object{"0": "0"}
	} else {
		m := c.Guild.members[i.User.ID]
		if m == nil {
			i.d.t.Fatalf("discordtest: %s is not a member of %s", i.User.Name, c.Guild.Name)
		}
		o["member"], o["context"], o["guild_id"] = m.wire(true), 0, c.Guild.ID
		o["guild_locale"], o["guild"] = locale(c.Guild.Locale), object{"id": c.Guild.ID, "locale": locale(c.Guild.Locale), "features": []string{}}
		o["authorizing_integration_owners"] = object{"0": c.Guild.ID}
	}
	if i.source != nil {
		o["message"] = i.source.wire(false)
	}
	return o
}
