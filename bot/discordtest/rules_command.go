package discordtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Bounds of commands (interactions/application-commands.mdx).
const (
	maxCommandSize = 8000 // names, descriptions and choice values, the longest translation of each
	maxCommandName = 32
	maxDescription = 100
	maxSlash       = 100
	maxMenu        = 15 // USER commands, and as many MESSAGE ones
)

var commandRules = []rule{
	{"command name", badName},
	{"command name in capitals", capitalName},
	{"translated command name", badTranslation},
	{"unknown locale", unknownLocale},
	{"slash command without description", noDescription},
	{"menu command with description", menuDescription},
	{"required option after an optional one", requiredLast},
	{"duplicate option name", duplicateOptionName},
	{"autocomplete with choices", autocompleteChoices},
	{"subcommands mixed with options", mixedSubcommands},
	{"command over 8000", commandTooLong},
	{"too many commands", tooManyCommands},
	{"duplicate command name", duplicateCommand},
	{"bounds of options and choices", optionBounds},
	{"default_member_permissions", badPermissions},
	{"contexts in a guild's command", guildContexts},
}

// commandName is Discord's own pattern; Go spells the scripts without "sc=".
var commandName = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

// locales are those of reference.mdx "Locales".
var locales = strings.Fields(`id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko`)

// named is a command, an option or a choice: all have a name that can be translated.
type named struct {
	path         string
	name         string
	names        map[string]string
	descriptions map[string]string
	free         bool // may hold blanks and capitals
}

// eachName visits the names of commands and options; choices are free text.
func eachName(s subject, check func(named) []flaw) []flaw {
	var flaws []flaw
	eachCommand(s, func(path string, c Command) []flaw {
		flaws = append(flaws, check(named{path, c.Name, c.NameLocalizations, c.DescriptionLocalizations, c.Type != commandSlash})...)
		return nil
	})
	eachOption(s, func(path string, o CommandOption) []flaw {
		flaws = append(flaws, check(named{path, o.Name, o.NameLocalizations, o.DescriptionLocalizations, false})...)
		for n, c := range o.Choices {
			flaws = append(flaws, check(named{fmt.Sprintf("%s.choices.%d", path, n), c.Name, c.Localizations, nil, true})...)
		}
		return nil
	})
	return flaws
}

func eachCommand(s subject, check func(path string, c Command) []flaw) []flaw {
	var flaws []flaw
	for n, c := range s.commands {
		path := ""
		if s.bulk {
			path = fmt.Sprint(n)
		}
		flaws = append(flaws, check(path, c)...)
	}
	return flaws
}

// eachList visits every list of options that stand side by side.
func eachList(s subject, check func(path string, depth int, options []CommandOption) []flaw) []flaw {
	var visit func(path string, depth int, options []CommandOption) []flaw
	visit = func(path string, depth int, options []CommandOption) []flaw {
		flaws := check(path, depth, options)
		for n, o := range options {
			flaws = append(flaws, visit(fmt.Sprintf("%s.%d.options", path, n), depth+1, o.Options)...)
		}
		return flaws
	}
	return eachCommand(s, func(path string, c Command) []flaw {
		return visit(strings.TrimPrefix(path+".options", "."), 0, c.Options)
	})
}

func eachOption(s subject, check func(path string, o CommandOption) []flaw) []flaw {
	return eachList(s, func(path string, _ int, options []CommandOption) []flaw {
		var flaws []flaw
		for n, o := range options {
			flaws = append(flaws, check(fmt.Sprintf("%s.%d", path, n), o)...)
		}
		return flaws
	})
}

func nameFlaw(path string) flaw {
	return flaw{path: path, code: "APPLICATION_COMMAND_INVALID_NAME", message: "Command name is invalid"}
}

// fits says whether the name has Discord's form.
func (n named) fits(name string) bool {
	if n.free {
		return length(name) >= 1 && length(name) <= maxChoiceText
	}
	return commandName.MatchString(name)
}

// lower says whether the name holds no letter that has a small form.
func (n named) lower(name string) bool {
	return n.free || !strings.ContainsFunc(name, func(r rune) bool { return unicode.ToLower(r) != r })
}

func badName(s subject) []flaw {
	return eachName(s, func(n named) []flaw {
		if !n.fits(n.name) {
			return []flaw{nameFlaw(n.path + ".name")}
		}
		return nil
	})
}

func capitalName(s subject) []flaw {
	return eachName(s, func(n named) []flaw {
		if !n.lower(n.name) {
			return []flaw{nameFlaw(n.path + ".name")}
		}
		return nil
	})
}

func badTranslation(s subject) []flaw {
	return eachName(s, func(n named) []flaw {
		var flaws []flaw
		for _, key := range slices.Sorted(maps.Keys(n.names)) {
			if !n.fits(n.names[key]) || !n.lower(n.names[key]) {
				flaws = append(flaws, nameFlaw(n.path+".name_localizations."+key))
			}
		}
		return flaws
	})
}

func unknownLocale(s subject) []flaw {
	return eachName(s, func(n named) []flaw {
		var flaws []flaw
		for field, translations := range map[string]map[string]string{"name": n.names, "description": n.descriptions} {
			for key := range translations {
				if !slices.Contains(locales, key) {
					flaws = append(flaws, invalid(n.path+"."+field+"_localizations."+key, "unknown locale"))
				}
			}
		}
		return flaws
	})
}

func noDescription(s subject) []flaw {
	bad := func(path, description string) []flaw {
		if n := length(description); n == 0 || n > maxDescription {
			return []flaw{{path: path + ".description", code: "BASE_TYPE_BAD_LENGTH", message: fmt.Sprintf("Must be between 1 and %d in length.", maxDescription)}}
		}
		return nil
	}
	flaws := eachCommand(s, func(path string, c Command) []flaw {
		if c.Type != commandSlash {
			return nil
		}
		return bad(path, c.Description)
	})
	return append(flaws, eachOption(s, func(path string, o CommandOption) []flaw { return bad(path, o.Description) })...)
}

func menuDescription(s subject) []flaw {
	return eachCommand(s, func(path string, c Command) []flaw {
		if c.Type != commandSlash && (c.Description != "" || len(c.Options) > 0) {
			return []flaw{invalid(path+".description", "a USER or MESSAGE command has no description and no options")}
		}
		return nil
	})
}

func requiredLast(s subject) []flaw {
	return eachList(s, func(path string, _ int, options []CommandOption) []flaw {
		optional := false
		for n, o := range options {
			if o.Required && optional {
				return []flaw{{path: fmt.Sprintf("%s.%d", path, n), code: "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
					message: "Required options must be placed before non-required options"}}
			}
			optional = optional || !o.Required
		}
		return nil
	})
}

// duplicateOptionName looks at the default names and at each translation of them.
func duplicateOptionName(s subject) []flaw {
	return eachList(s, func(path string, _ int, options []CommandOption) []flaw {
		seen := map[string]bool{}
		for n, o := range options {
			all := map[string]string{"": o.Name}
			maps.Copy(all, o.NameLocalizations)
			for key, name := range all {
				if seen[key+"\x00"+name] {
					return []flaw{{path: fmt.Sprintf("%s.%d.name", path, n), code: "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", message: "Option names must be unique"}}
				}
				seen[key+"\x00"+name] = true
			}
		}
		return nil
	})
}

func autocompleteChoices(s subject) []flaw {
	return eachOption(s, func(path string, o CommandOption) []flaw {
		typed := o.Type == optionString || o.Type == optionInteger || o.Type == optionNumber
		if o.Autocomplete && (len(o.Choices) > 0 || !typed) {
			return []flaw{invalid(path+".autocomplete", "autocomplete is for text and numbers without choices")}
		}
		return nil
	})
}

// mixedSubcommands: subcommands stand among themselves, groups only at the top, and neither deeper than one group.
func mixedSubcommands(s subject) []flaw {
	return eachList(s, func(path string, depth int, options []CommandOption) []flaw {
		subs := 0
		for n, o := range options {
			if o.Type <= optionGroup {
				subs++
			}
			if o.Type == optionGroup && depth > 0 || o.Type == optionSubcommand && depth > 1 || o.Type > optionGroup && len(o.Options) > 0 {
				return []flaw{invalid(fmt.Sprintf("%s.%d.type", path, n), "subcommands nest one group deep")}
			}
		}
		if subs > 0 && subs < len(options) {
			return []flaw{invalid(path, "sub-commands and sub-command groups cannot stand beside other options")}
		}
		return nil
	})
}

func commandTooLong(s subject) []flaw {
	return eachCommand(s, func(path string, c Command) []flaw {
		size := longest(c.Name, c.NameLocalizations) + longest(c.Description, c.DescriptionLocalizations)
		eachOption(subject{commands: []Command{c}}, func(_ string, o CommandOption) []flaw {
			size += longest(o.Name, o.NameLocalizations) + longest(o.Description, o.DescriptionLocalizations)
			for _, choice := range o.Choices {
				size += longest(choice.Name, choice.Localizations) + len([]rune(fmt.Sprint(choice.Value)))
			}
			return nil
		})
		if size > maxCommandSize {
			return []flaw{{path: path, code: "APPLICATION_COMMAND_TOO_LARGE", message: fmt.Sprintf("Command exceeds maximum size (%d)", maxCommandSize)}}
		}
		return nil
	})
}

func longest(text string, translations map[string]string) int {
	n := len([]rune(text))
	for _, t := range translations {
		n = max(n, len([]rune(t)))
	}
	return n
}

func tooManyCommands(s subject) []flaw {
	count := map[int]int{}
	for _, c := range s.commands {
		count[c.Type]++
	}
	if count[commandSlash] > maxSlash || count[commandUser] > maxMenu || count[commandMessage] > maxMenu {
		return []flaw{{number: codeTooManyCommands, message: "Maximum number of application commands reached"}}
	}
	return nil
}

func duplicateCommand(s subject) []flaw {
	seen := map[string]bool{}
	return eachCommand(s, func(path string, c Command) []flaw {
		key := fmt.Sprint(c.Type, c.Name)
		if seen[key] {
			return []flaw{{path: path + ".name", code: "APPLICATION_COMMANDS_DUPLICATE_NAME", message: "Application command names must be unique"}}
		}
		seen[key] = true
		return nil
	})
}

func optionBounds(s subject) []flaw {
	return eachList(s, func(path string, _ int, options []CommandOption) []flaw {
		var flaws []flaw
		if len(options) > maxOptions {
			flaws = append(flaws, tooLong(path, maxOptions))
		}
		for n, o := range options {
			at := fmt.Sprintf("%s.%d", path, n)
			if len(o.Choices) > maxChoices {
				flaws = append(flaws, tooLong(at+".choices", maxChoices))
			}
			for i, c := range o.Choices {
				if value, isText := c.Value.(string); isText && (value == "" || length(value) > maxChoiceText) {
					flaws = append(flaws, tooLong(fmt.Sprintf("%s.choices.%d.value", at, i), maxChoiceText))
				}
			}
			if o.MinLength != nil && o.MaxLength != nil && *o.MinLength > *o.MaxLength {
				flaws = append(flaws, invalid(at+".min_length", "min_length is greater than max_length"))
			}
		}
		return flaws
	})
}

var decimal = regexp.MustCompile(`^(null|"\d{1,20}"|\d{1,20})$`)

func badPermissions(s subject) []flaw {
	return eachCommand(s, func(path string, c Command) []flaw {
		if len(c.Permissions) > 0 && !decimal.Match(json.RawMessage(c.Permissions)) {
			return []flaw{invalid(path+".default_member_permissions", "a decimal bit set in a string")}
		}
		return nil
	})
}

// guildContexts: contexts and integration_types are for global commands; where they are given they are not empty and hold nothing twice.
func guildContexts(s subject) []flaw {
	return eachCommand(s, func(path string, c Command) []flaw {
		if s.guild != "" && len(c.Contexts)+len(c.IntegrationTypes) > 0 {
			return []flaw{invalid(path+".contexts", "contexts and integration_types are for global commands")}
		}
		for _, list := range [][]int{c.Contexts, c.IntegrationTypes} {
			sorted := slices.Sorted(slices.Values(list))
			if list != nil && len(slices.Compact(sorted)) != len(list) || list != nil && len(list) == 0 {
				return []flaw{invalid(path+".contexts", "not empty and without doubles")}
			}
		}
		return nil
	})
}
