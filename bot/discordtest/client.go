package discordtest

import (
	"fmt"
	"slices"
	"strings"
)

// find looks a command up as a client does: the guild's own first, then global ones.
func (d *Discord) find(where *Channel, name string, kind int) *Command {
	for _, scope := range []string{where.guildID(), ""} {
		for i, c := range d.commands[scope] {
			if c.Name == name && c.Type == kind {
				return &d.commands[scope][i]
			}
		}
	}
	return nil
}

func (d *Discord) commandID(where *Channel, name string, kind int) string {
	if c := d.find(where, name, kind); c != nil {
		return c.ID
	}
	return d.snowflake()
}

// WaitCommand waits, in wall time, until the bot has registered a slash command of that name for the channel.
func (d *Discord) WaitCommand(where *Channel, name string) {
	d.t.Helper()
	if !d.await(patience, func() bool { return d.find(where, name, commandSlash) != nil }) {
		d.t.Errorf("discordtest: the bot has not registered /%s within %v", name, patience)
	}
}

// commandData is an interaction's data: subcommands nest, and what options point at is resolved.
func (d *Discord) commandData(where *Channel, command string, values []Value) object {
	d.mu.Lock()
	defer d.mu.Unlock()
	path := strings.Fields(command)
	resolved := object{}
	options := []object{}
	for _, v := range values {
		options = append(options, v.wire(where, resolved))
	}
	for n := len(path) - 1; n > 0; n-- {
		kind := optionSubcommand
		if n < len(path)-1 {
			kind = optionGroup
		}
		options = []object{{"name": path[n], "type": kind, "options": options}}
	}
	data := object{"id": d.commandID(where, path[0], commandSlash), "name": path[0], "type": commandSlash, "options": options}
	if len(resolved) > 0 {
		data["resolved"] = resolved
	}
	return data
}

func (v Value) wire(where *Channel, resolved object) object {
	put := func(kind, id string, o object) {
		group, _ := resolved[kind].(object)
		if group == nil {
			group = object{}
			resolved[kind] = group
		}
		group[id] = o
	}
	o := object{"name": v.name, "type": v.kind(), "value": v.value}
	switch it := v.value.(type) {
	case *User:
		o["value"] = it.ID
		put("users", it.ID, it.wire())
		if where.Guild != nil && where.Guild.members[it.ID] != nil {
			put("members", it.ID, where.Guild.members[it.ID].wire(false))
		}
	case *Channel:
		o["value"] = it.ID
		put("channels", it.ID, it.wire())
	case *Role:
		o["value"] = it.ID
		put("roles", it.ID, object{"id": it.ID, "name": it.Name, "permissions": "0"})
	case *Attachment:
		o["value"] = it.ID
		put("attachments", it.ID, it.wire())
	}
	if v.focus {
		o["focused"] = true
	}
	return o
}

// kind is the option type that the value is sent as.
func (v Value) kind() int {
	switch v.value.(type) {
	case bool:
		return optionBool
	case int, int64:
		return optionInteger
	case float64:
		return optionNumber
	case *User:
		return optionUser
	case *Channel:
		return optionChannel
	case *Role:
		return optionRole
	case *Attachment:
		return optionAttachment
	}
	return optionString
}

// checkAsClient fails the test where Discord's client would not let a person send the command.
func (d *Discord) checkAsClient(where *Channel, command string, values []Value) {
	d.t.Helper()
	d.mu.Lock()
	why := d.unsendable(where, strings.Fields(command), values)
	d.mu.Unlock()
	if why != "" {
		d.t.Fatalf("discordtest: /%s: %s", command, why)
	}
}

func (d *Discord) unsendable(where *Channel, path []string, values []Value) string {
	if len(d.commands) == 0 {
		return "" // the bot under test registers none
	}
	c := d.find(where, path[0], commandSlash)
	if c == nil {
		return "the bot has not registered it"
	}
	options := c.Options
	for _, name := range path[1:] {
		at := slices.IndexFunc(options, func(o CommandOption) bool { return o.Name == name && o.Type <= optionGroup })
		if at < 0 {
			return fmt.Sprintf("it has no subcommand %q", name)
		}
		options = options[at].Options
	}
	for _, o := range options {
		at := slices.IndexFunc(values, func(v Value) bool { return v.name == o.Name })
		switch {
		case o.Type <= optionGroup:
			return "it cannot be used without its subcommand"
		case at < 0 && o.Required:
			return fmt.Sprintf("option %q is required", o.Name)
		case at >= 0:
			if why := o.unfit(values[at]); why != "" {
				return fmt.Sprintf("option %q %s", o.Name, why)
			}
		}
	}
	for _, v := range values {
		if !slices.ContainsFunc(options, func(o CommandOption) bool { return o.Name == v.name }) {
			return fmt.Sprintf("it has no option %q", v.name)
		}
	}
	return ""
}

// unfit says why a client would not take the value, "" when it would.
func (o CommandOption) unfit(v Value) string {
	number, isNumber := 0.0, true
	switch n := v.value.(type) {
	case int:
		number = float64(n)
	case float64:
		number = n
	default:
		isNumber = false
	}
	text, isText := v.value.(string)
	length := len([]rune(text))
	switch {
	case o.Type != v.kind() && !(o.Type == optionNumber && isNumber):
		return fmt.Sprintf("is of type %d and not %d", o.Type, v.kind())
	case isText && o.MinLength != nil && length < *o.MinLength:
		return fmt.Sprintf("takes no fewer than %d characters", *o.MinLength)
	case isText && (length > 6000 || o.MaxLength != nil && length > *o.MaxLength):
		return fmt.Sprintf("does not take %d characters", length)
	case isNumber && (o.MinValue != nil && number < *o.MinValue || o.MaxValue != nil && number > *o.MaxValue):
		return fmt.Sprintf("does not take %v", v.value)
	case len(o.Choices) > 0 && !slices.ContainsFunc(o.Choices, func(c Choice) bool { return fmt.Sprint(c.Value) == fmt.Sprint(v.value) }):
		return fmt.Sprintf("does not offer %v", v.value)
	}
	return ""
}
