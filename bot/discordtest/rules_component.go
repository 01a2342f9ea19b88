package discordtest

import "fmt"

// Bounds of components (components/reference.mdx).
const (
	maxRows       = 5
	maxButtons    = 5
	maxLabel      = 80
	maxV2         = 40    // components of a V2 message, nested ones too
	maxV2Text     = 4000  // characters in all text displays
	maxV2Bytes    = 10000 // beyond about 10 170 bytes of text Discord answers 500
	maxOptions    = 25
	maxOptionText = 100
)

var componentRules = []rule{
	{"more than 5 rows", tooManyRows},
	{"button and select in one row", mixedRow},
	{"button without custom_id", buttonWithoutID},
	{"link button without url or with custom_id", linkButton},
	{"button without label and emoji", buttonWithoutLabel},
	{"duplicate custom_id", duplicateID},
	{"select's least over its most", leastOverMost},
	{"select's bounds over its options", boundsOverOptions},
	{"duplicate option value", duplicateOption},
	{"select without options", emptySelect},
}

var v2Rules = []rule{
	{"V2 flag with content", v2WithContent},
	{"V2 flag with embeds", v2WithEmbeds},
	{"V2 component without flag", v2WithoutFlag},
	{"V2 text over 4000 in all", v2TooLong},
	{"V2 over 40 components", v2TooMany},
	{"V2 section's texts", v2Section},
}

// eachComponent visits the components of a message, nested ones too.
func eachComponent(s subject, check func(path string, c *Component) []flaw) []flaw {
	if s.message == nil {
		return nil
	}
	var flaws []flaw
	walk(s.message.Components, "components", func(path string, c *Component) { flaws = append(flaws, check(path, c)...) })
	return flaws
}

// v2 says whether the message will be one of components alone.
func (s subject) v2() bool {
	return s.message != nil && (s.message.flags()&flagComponentsV2 != 0 || s.prior != nil && s.prior.V2())
}

func tooManyRows(s subject) []flaw {
	if s.message == nil || s.v2() || len(s.message.Components) <= maxRows {
		return nil
	}
	return []flaw{tooLong("components", maxRows)}
}

func mixedRow(s subject) []flaw {
	return eachComponent(s, func(path string, c *Component) []flaw {
		if c.Type != typeActionRow {
			return nil
		}
		buttons, selects := 0, 0
		for _, inner := range c.Components {
			switch {
			case inner.Type == typeButton:
				buttons++
			case isSelect(inner.Type):
				selects++
			}
		}
		if selects > 1 || selects == 1 && buttons > 0 || buttons > maxButtons || buttons+selects == 0 {
			return []flaw{invalid(path+".components", "a row holds up to 5 buttons or one select menu")}
		}
		return nil
	})
}

func eachButton(s subject, check func(path string, c *Component) []flaw) []flaw {
	return eachComponent(s, func(path string, c *Component) []flaw {
		if c.Type != typeButton || c.Style == stylePremium {
			return nil
		}
		return check(path, c)
	})
}

func buttonWithoutID(s subject) []flaw {
	return eachButton(s, func(path string, c *Component) []flaw {
		switch {
		case c.Style == styleLink:
			return nil
		case c.CustomID == "":
			return []flaw{required(path + ".custom_id")}
		case c.URL != "":
			return []flaw{invalid(path+".url", "a url and a custom_id exclude each other")}
		}
		return nil
	})
}

func linkButton(s subject) []flaw {
	return eachButton(s, func(path string, c *Component) []flaw {
		switch {
		case c.Style != styleLink:
			return nil
		case c.URL == "":
			return []flaw{required(path + ".url")}
		case c.CustomID != "":
			return []flaw{invalid(path+".custom_id", "a custom_id and a url exclude each other")}
		}
		return nil
	})
}

func buttonWithoutLabel(s subject) []flaw {
	return eachButton(s, func(path string, c *Component) []flaw {
		if length(c.Label) == 0 && c.Emoji == nil {
			return []flaw{required(path + ".label")}
		}
		if length(c.Label) > maxLabel {
			return []flaw{tooLong(path+".label", maxLabel)}
		}
		return nil
	})
}

func duplicateID(s subject) []flaw {
	seen := map[string]bool{}
	check := func(path string, c *Component) []flaw {
		if c.CustomID == "" {
			return nil
		}
		if seen[c.CustomID] {
			return []flaw{{path: path + ".custom_id", code: "COMPONENT_CUSTOM_ID_DUPLICATED", message: "Component custom id cannot be duplicated"}}
		}
		seen[c.CustomID] = true
		return nil
	}
	return append(eachComponent(s, check), eachInput(s, check)...)
}

// eachSelect visits select menus in messages and in modals.
func eachSelect(s subject, check func(path string, c *Component, least, most int) []flaw) []flaw {
	visit := func(path string, c *Component) []flaw {
		if !isSelect(c.Type) {
			return nil
		}
		least, most := 1, 1
		if c.MinValues != nil {
			least = *c.MinValues
		}
		if c.MaxValues != nil {
			most = *c.MaxValues
		}
		return check(path, c, least, most)
	}
	return append(eachComponent(s, visit), eachInput(s, visit)...)
}

func leastOverMost(s subject) []flaw {
	return eachSelect(s, func(path string, _ *Component, least, most int) []flaw {
		if least > most {
			return []flaw{invalid(path+".min_values", "min_values is greater than max_values")}
		}
		return nil
	})
}

func boundsOverOptions(s subject) []flaw {
	return eachSelect(s, func(path string, c *Component, least, most int) []flaw {
		if c.Type == typeStringSelect && len(c.Options) > 0 && max(least, most) > len(c.Options) {
			return []flaw{invalid(path+".max_values", "more values than options")}
		}
		return nil
	})
}

func emptySelect(s subject) []flaw {
	return eachSelect(s, func(path string, c *Component, _, _ int) []flaw {
		switch {
		case c.CustomID == "":
			return []flaw{required(path + ".custom_id")}
		case c.Type == typeStringSelect && len(c.Options) == 0:
			return []flaw{required(path + ".options")}
		case len(c.Options) > maxOptions:
			return []flaw{tooLong(path+".options", maxOptions)}
		}
		for n, o := range c.Options {
			at := fmt.Sprintf("%s.options.%d.", path, n)
			if length(o.Label) == 0 || length(o.Label) > maxOptionText {
				return []flaw{tooLong(at+"label", maxOptionText)}
			}
			if length(o.Value) == 0 || length(o.Value) > maxOptionText || length(o.Description) > maxOptionText {
				return []flaw{tooLong(at+"value", maxOptionText)}
			}
		}
		return nil
	})
}

func duplicateOption(s subject) []flaw {
	return eachSelect(s, func(path string, c *Component, _, _ int) []flaw {
		seen := map[string]bool{}
		for n, o := range c.Options {
			if seen[o.Value] {
				return []flaw{{path: fmt.Sprintf("%s.options.%d.value", path, n), code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
					message: "The specified option value is already used"}}
			}
			seen[o.Value] = true
		}
		return nil
	})
}

func v2WithContent(s subject) []flaw {
	if !s.v2() || length(s.message.text()) == 0 {
		return nil
	}
	return []flaw{{path: "content", code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
		message: "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"}}
}

func v2WithEmbeds(s subject) []flaw {
	if !s.v2() || len(s.message.Embeds)+len(s.message.Stickers) == 0 {
		return nil
	}
	return []flaw{{path: "embeds", code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
		message: "The 'embeds' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"}}
}

func v2WithoutFlag(s subject) []flaw {
	if s.message == nil || s.v2() {
		return nil
	}
	var flaws []flaw
	for n, c := range s.message.Components {
		if c.Type != typeActionRow {
			flaws = append(flaws, invalid(fmt.Sprintf("components.%d.type", n), "this component needs MessageFlags.IS_COMPONENTS_V2"))
		}
	}
	return flaws
}

func v2TooLong(s subject) []flaw {
	if !s.v2() {
		return nil
	}
	characters, size := 0, 0
	eachComponent(s, func(_ string, c *Component) []flaw {
		if c.Type == typeText {
			characters, size = characters+length(c.Content), size+len(c.Content)
		}
		return nil
	})
	switch {
	case characters > maxV2Text:
		return []flaw{{path: "components", code: "COMPONENT_MAX_TEXT_SIZE_EXCEEDED", message: fmt.Sprintf("Total text is over %d characters", maxV2Text)}}
	case size > maxV2Bytes:
		return []flaw{{path: "components", code: "COMPONENT_MAX_TEXT_SIZE_EXCEEDED", message: fmt.Sprintf("Total text is over %d bytes, where Discord fails", maxV2Bytes)}}
	}
	return nil
}

func v2TooMany(s subject) []flaw {
	count := 0
	eachComponent(s, func(string, *Component) []flaw { count++; return nil })
	if !s.v2() || count <= maxV2 {
		return nil
	}
	return []flaw{{path: "components", code: "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", message: fmt.Sprintf("The total number of components must be %d or fewer", maxV2)}}
}

func v2Section(s subject) []flaw {
	return eachComponent(s, func(path string, c *Component) []flaw {
		if c.Type == typeSection && (len(c.Components) < 1 || len(c.Components) > 3 || c.Accessory == nil) {
			return []flaw{invalid(path+".components", "a section has 1 to 3 texts and an accessory")}
		}
		if c.Type == typeText && length(c.Content) == 0 {
			return []flaw{required(path + ".content")}
		}
		return nil
	})
}
