package discordtest

import "fmt"

// Bounds of modals and of autocomplete (interactions/receiving-and-responding.mdx, components/reference.mdx).
const (
	maxModalRows   = 5
	maxModalTitle  = 45
	maxInputLabel  = 45
	maxInputText   = 4000
	maxChoices     = 25
	maxChoiceText  = 100
	maxPlaceholder = 100
)

var modalRules = []rule{
	{"modal with over 5 inputs", modalTooMany},
	{"modal without title or custom_id", modalHead},
	{"input's value over its max_length", inputValue},
	{"input in a Label with a label of its own", inputLabel},
	{"select menu in a modal's action row", modalRow},
	{"autocomplete value over 100", choiceTooLong},
	{"autocomplete with over 25 choices", choicesTooMany},
	{"autocomplete mixes kinds of values", choicesMixed},
}

// eachInput visits the components of a modal, nested ones too.
func eachInput(s subject, check func(path string, c *Component) []flaw) []flaw {
	if s.modal == nil {
		return nil
	}
	var flaws []flaw
	walk(s.modal.Components, "components", func(path string, c *Component) { flaws = append(flaws, check(path, c)...) })
	return flaws
}

func modalTooMany(s subject) []flaw {
	if s.modal == nil || len(s.modal.Components) >= 1 && len(s.modal.Components) <= maxModalRows {
		return nil
	}
	return []flaw{{path: "components", code: "BASE_TYPE_BAD_LENGTH", message: fmt.Sprintf("Must be between 1 and %d in length.", maxModalRows)}}
}

func modalHead(s subject) []flaw {
	if s.modal == nil {
		return nil
	}
	var flaws []flaw
	if n := length(s.modal.Title); n == 0 || n > maxModalTitle {
		flaws = append(flaws, tooLong("title", maxModalTitle))
	}
	if n := length(s.modal.CustomID); n == 0 || n > 100 {
		flaws = append(flaws, tooLong("custom_id", 100))
	}
	return flaws
}

func inputValue(s subject) []flaw {
	return eachInput(s, func(path string, c *Component) []flaw {
		if c.Type != typeTextInput {
			return nil
		}
		most := maxInputText
		if c.MaxLength != nil {
			most = *c.MaxLength
		}
		switch {
		case length(c.Value) > most:
			return []flaw{tooLong(path+".value", most)}
		case c.MinLength != nil && *c.MinLength > most:
			return []flaw{invalid(path+".min_length", "min_length is greater than max_length")}
		case length(c.Placeholder) > maxPlaceholder:
			return []flaw{tooLong(path+".placeholder", maxPlaceholder)}
		case c.CustomID == "":
			return []flaw{required(path + ".custom_id")}
		}
		return nil
	})
}

// inputLabel: a Label says what its input is for; only an input in a row of its own has a label itself.
func inputLabel(s subject) []flaw {
	return eachInput(s, func(path string, c *Component) []flaw {
		switch {
		case c.Type == typeLabel && c.Component == nil:
			return []flaw{required(path + ".component")}
		case c.Type == typeLabel && (length(c.Label) == 0 || length(c.Label) > maxInputLabel):
			return []flaw{tooLong(path+".label", maxInputLabel)}
		case c.Type == typeLabel && c.Component.Label != "":
			return []flaw{invalid(path+".component.label", "a component in a Label has no label of its own")}
		}
		for n, inner := range c.Components {
			if c.Type == typeActionRow && inner.Type == typeTextInput && (length(inner.Label) == 0 || length(inner.Label) > maxInputLabel) {
				return []flaw{tooLong(fmt.Sprintf("%s.components.%d.label", path, n), maxInputLabel)}
			}
		}
		return nil
	})
}

func modalRow(s subject) []flaw {
	return eachInput(s, func(path string, c *Component) []flaw {
		if c.Type == typeActionRow && (len(c.Components) != 1 || c.Components[0].Type != typeTextInput) {
			return []flaw{invalid(path+".components", "an action row in a modal holds one text input")}
		}
		return nil
	})
}

func eachChoice(s subject, check func(path string, c Choice) []flaw) []flaw {
	if s.choices == nil {
		return nil
	}
	var flaws []flaw
	for n, c := range s.choices.Choices {
		flaws = append(flaws, check(fmt.Sprintf("choices.%d", n), c)...)
	}
	return flaws
}

func choiceTooLong(s subject) []flaw {
	return eachChoice(s, func(path string, c Choice) []flaw {
		value, _ := c.Value.(string)
		switch {
		case length(c.Name) == 0 || length(c.Name) > maxChoiceText:
			return []flaw{tooLong(path+".name", maxChoiceText)}
		case length(value) > maxChoiceText:
			return []flaw{tooLong(path+".value", maxChoiceText)}
		}
		return nil
	})
}

func choicesTooMany(s subject) []flaw {
	if s.choices == nil || len(s.choices.Choices) <= maxChoices {
		return nil
	}
	return []flaw{tooLong("choices", maxChoices)}
}

func choicesMixed(s subject) []flaw {
	kinds := map[string]bool{}
	eachChoice(s, func(_ string, c Choice) []flaw { kinds[fmt.Sprintf("%T", c.Value)] = true; return nil })
	if len(kinds) <= 1 {
		return nil
	}
	return []flaw{invalid("choices", "the values of all choices are of one kind")}
}
