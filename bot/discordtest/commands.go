package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// Command types, and the option types that matter to the fake.
const (
	commandSlash   = 1
	commandUser    = 2
	commandMessage = 3

	optionSubcommand = 1
	optionGroup      = 2
	optionString     = 3
	optionInteger    = 4
	optionBool       = 5
	optionUser       = 6
	optionChannel    = 7
	optionRole       = 8
	optionNumber     = 10
	optionAttachment = 11
)

// Command is a command that the bot has registered.
type Command struct {
	ID                       string            `json:"id"`
	Name                     string            `json:"name"`
	NameLocalizations        map[string]string `json:"name_localizations"`
	Description              string            `json:"description"`
	DescriptionLocalizations map[string]string `json:"description_localizations"`
	Type                     int               `json:"type"`
	Options                  []CommandOption   `json:"options"`
	// Permissions is default_member_permissions: a decimal bit set, null for everyone.
	Permissions      json.RawMessage `json:"default_member_permissions"`
	Contexts         []int           `json:"contexts"`
	IntegrationTypes []int           `json:"integration_types"`

	raw object
}

// CommandOption is an option or a subcommand.
type CommandOption struct {
	Type                     int               `json:"type"`
	Name                     string            `json:"name"`
	NameLocalizations        map[string]string `json:"name_localizations"`
	Description              string            `json:"description"`
	DescriptionLocalizations map[string]string `json:"description_localizations"`
	Required                 bool              `json:"required"`
	Choices                  []Choice          `json:"choices"`
	Options                  []CommandOption   `json:"options"`
	MinLength                *int              `json:"min_length"`
	MaxLength                *int              `json:"max_length"`
	MinValue                 *float64          `json:"min_value"`
	MaxValue                 *float64          `json:"max_value"`
	Autocomplete             bool              `json:"autocomplete"`
}

// Commands are the registered commands: of the guild, or global ones when it is nil.
func (d *Discord) Commands(g *Guild) []Command {
	d.mu.Lock()
	defer d.mu.Unlock()
	scope := ""
	if g != nil {
		scope = g.ID
	}
	return append([]Command(nil), d.commands[scope]...)
}

func decodeCommand(data []byte) (Command, error) {
	var c Command
	if err := json.Unmarshal(data, &c); err != nil {
		return c, fmt.Errorf("decode a command: %w", err)
	}
	if err := json.Unmarshal(data, &c.raw); err != nil {
		return c, fmt.Errorf("decode a command: %w", err)
	}
	if c.Type == 0 {
		c.Type = commandSlash
	}
	return c, nil
}

// adopt gives the command what Discord adds.
func (x *exchange) adopt(c Command, id string) Command {
	c.ID = id
	c.raw["id"], c.raw["application_id"], c.raw["version"], c.raw["type"] = id, x.d.app.ID, x.d.snowflake(), c.Type
	if guild := x.vars["guild_id"]; guild != "" {
		c.raw["guild_id"] = guild
	}
	if _, given := c.raw["default_member_permissions"]; !given {
		c.raw["default_member_permissions"] = nil
	}
	if c.Type != commandSlash {
		c.raw["description"] = ""
	}
	return c
}

// wire leaves the translations out unless they are asked for.
func (c Command) wire(localised bool) object {
	if localised {
		return c.raw
	}
	o := object{}
	for k, v := range c.raw {
		if k != "name_localizations" && k != "description_localizations" {
			o[k] = v
		}
	}
	return o
}

func (x *exchange) withScope(then func(scope string) reply) reply {
	if x.vars["application_id"] != x.d.app.ID {
		return wrong(http.StatusForbidden, codeNotYourApp, "You are not authorized to perform this action on this application",
			"touches the commands of another application")
	}
	scope := x.vars["guild_id"]
	if scope != "" && x.d.guilds[scope] == nil {
		return refuse(http.StatusForbidden, codeMissingAccess, "Missing Access")
	}
	return then(scope)
}

func (x *exchange) withCommand(then func(scope string, at int) reply) reply {
	return x.withScope(func(scope string) reply {
		for at, c := range x.d.commands[scope] {
			if c.ID == x.vars["command_id"] {
				return then(scope, at)
			}
		}
		return refuse(http.StatusNotFound, codeUnknownCommand, "Unknown application command")
	})
}

func listCommands(x *exchange) reply {
	return x.withScope(func(scope string) reply {
		list := []object{}
		for _, c := range x.d.commands[scope] {
			list = append(list, c.wire(x.r.URL.Query().Get("with_localizations") == "true"))
		}
		return ok(list)
	})
}

func overwriteCommands(x *exchange) reply {
	return x.withScope(func(scope string) reply {
		var raw []json.RawMessage
		if err := json.Unmarshal(x.body, &raw); err != nil {
			return wrong(http.StatusBadRequest, codeInvalidForm, "Invalid Form Body", "commands are not a list")
		}
		list := []Command{}
		for _, data := range raw {
			c, err := decodeCommand(data)
			if err != nil {
				return wrong(http.StatusBadRequest, codeInvalidForm, "Invalid Form Body", err.Error())
			}
			list = append(list, c)
		}
		if out, refused := x.judge(subject{commands: list, bulk: true, guild: scope}); refused {
			return out
		}
		answer := []object{}
		for n, c := range list {
			list[n] = x.adopt(c, x.commandID(scope, c))
			answer = append(answer, list[n].wire(true))
		}
		x.d.commands[scope] = list
		x.d.touch()
		return ok(answer)
	})
}

// commandID keeps the id of a command that the scope has already.
func (x *exchange) commandID(scope string, c Command) string {
	for _, old := range x.d.commands[scope] {
		if old.Name == c.Name && old.Type == c.Type {
			return old.ID
		}
	}
	return x.d.snowflake()
}

// createCommand makes a command, or overwrites the one of the same name and type.
func createCommand(x *exchange) reply {
	return x.withScope(func(scope string) reply {
		return x.putCommand(scope, x.body, func(c Command) (at int, known bool) {
			for at, old := range x.d.commands[scope] {
				if old.Name == c.Name && old.Type == c.Type {
					return at, true
				}
			}
			return 0, false
		})
	})
}

func editCommand(x *exchange) reply {
	return x.withCommand(func(scope string, at int) reply {
		merged := object{}
		for k, v := range x.d.commands[scope][at].raw {
			merged[k] = v
		}
		if err := json.Unmarshal(x.body, &merged); err != nil {
			return wrong(http.StatusBadRequest, codeInvalidForm, "Invalid Form Body", err.Error())
		}
		data, err := json.Marshal(merged)
		if err != nil {
			return wrong(http.StatusBadRequest, codeInvalidForm, "Invalid Form Body", err.Error())
		}
		return x.putCommand(scope, data, func(Command) (int, bool) { return at, true })
	})
}

// putCommand judges the command with those that will stand beside it and stores it where find says.
func (x *exchange) putCommand(scope string, data []byte, find func(Command) (int, bool)) reply {
	c, err := decodeCommand(data)
	if err != nil {
		return wrong(http.StatusBadRequest, codeInvalidForm, "Invalid Form Body", err.Error())
	}
	list := append([]Command(nil), x.d.commands[scope]...)
	at, known := find(c)
	id := x.d.snowflake()
	if known {
		id, list[at] = list[at].ID, c
	} else {
		at, list = len(list), append(list, c)
	}
	if out, refused := x.judge(subject{commands: list, guild: scope}); refused {
		return out
	}
	list[at] = x.adopt(c, id)
	x.d.commands[scope] = list
	x.d.touch()
	if known {
		return ok(list[at].wire(true))
	}
	return created(list[at].wire(true))
}

func getCommand(x *exchange) reply {
	return x.withCommand(func(scope string, at int) reply { return ok(x.d.commands[scope][at].wire(true)) })
}

func deleteCommand(x *exchange) reply {
	return x.withCommand(func(scope string, at int) reply {
		list := x.d.commands[scope]
		x.d.commands[scope] = append(list[:at:at], list[at+1:]...)
		x.d.touch()
		return noContent()
	})
}
