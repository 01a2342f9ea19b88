package discordtest

import (
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// A case shows one rule refusing a request and letting the nearest right one through.
type ruleCase struct {
	rule  string
	does  string // send, edit, edit v2, defer, modal, choices, commands, guild commands
	wrong string
	at    string // the dotted path of the error, the code's number, or part of the house's complaint
	right string
}

// ⟨x2001⟩ in a request stands for 2001 times x.
var repeated = regexp.MustCompile(`⟨(.)(\d+)⟩`)

func expand(s string) string {
	return repeated.ReplaceAllStringFunc(s, func(m string) string {
		part := repeated.FindStringSubmatch(m)
		n, _ := strconv.Atoi(part[2])
		return strings.Repeat(part[1], n)
	})
}

// many joins n copies of a piece of JSON, # in each being its number.
func many(n int, piece string) string {
	list := make([]string, n)
	for i := range list {
		list[i] = strings.ReplaceAll(piece, "#", strconv.Itoa(i))
	}
	return strings.Join(list, ",")
}

const (
	btn = `{"type":2,"style":1,"label":"More","custom_id":"more#"}`
	row = `{"type":1,"components":[` + btn + `]}`
	opt = `{"label":"L#","value":"v#"}`
	inp = `{"type":18,"label":"Title","component":{"type":4,"style":1,"custom_id":"in#"}}`
)

// rows are action rows around the components.
func rows(components string) string {
	return `"components":[{"type":1,"components":[` + components + `]}]`
}

func v2(components string) string { return `"flags":32768,"components":[` + components + `]` }

func options(list string) string {
	return `[{"name":"ask","description":"d","options":[` + list + `]}]`
}

func named1(fields string) string { return `[{"description":"d",` + fields + `}]` }

var ruleCases = []ruleCase{
	{"content over 2000", "send", `"content":"⟨x2001⟩"`, "content", `"content":"⟨é2000⟩  "`},
	{"empty message", "send", `"content":"  "`, "50006", `"content":" a "`},
	{"empty message", "edit", `"content":""`, "50006", `"content":"","embeds":[{"title":"t"}]`},
	{"empty embed", "send", `"embeds":[{"color":3}]`, "embeds.0.description", `"embeds":[{"title":"t"}]`},
	{"empty embed field", "send", `"embeds":[{"fields":[{"name":"n","value":" "}]}]`, "embeds.0.fields.0.value", `"embeds":[{"fields":[{"name":"n","value":"v"}]}]`},
	{"embeds over 6000 in all", "send", `"embeds":[{"description":"⟨x4000⟩"},{"description":"⟨x2001⟩"}]`, "embeds", `"embeds":[{"description":"⟨x4000⟩"},{"description":"⟨x2000⟩"}]`},
	{"address that is not http", "send", `"embeds":[{"title":"t","url":"ftp://example.org/a"}]`, "embeds.0.url", `"embeds":[{"title":"t","url":"https://example.org/a"}]`},
	{"address that is not http", "send", `"content":"a",` + rows(`{"type":2,"style":5,"label":"L","url":"javascript:alert(1)"}`), "components.0.components.0.url", `"content":"a",` + rows(`{"type":2,"style":5,"label":"L","url":"http://example.org"}`)},
	{"allowed_mentions contradicts itself", "send bare", `"content":"a","allowed_mentions":{"parse":["users"],"users":["1"]}`, "allowed_mentions", `"content":"a","allowed_mentions":{"parse":[]}`},
	{"flags of a message", "send", `"content":"a","flags":64`, "flags", `"content":"a","flags":4100`},
	{"flags of a deferral", "defer", `"flags":4`, "data.flags", `"flags":64`},
	{"nonce too long", "send", `"content":"a","nonce":"⟨n26⟩"`, "nonce", `"content":"a","nonce":"⟨n25⟩"`},
	{"attachments that were not sent", "send", `"content":"a","attachments":[{"id":"0","filename":"a.txt"}]`, "attachments.0.id", `"content":"a","attachments":[]`},

	{"more than 5 rows", "send", `"content":"a","components":[` + many(6, row) + `]`, "components", `"content":"a","components":[` + many(5, row) + `]`},
	{"button and select in one row", "send", `"content":"a",` + rows(many(1, btn)+`,{"type":3,"custom_id":"s","options":[`+many(1, opt)+`]}`), "components.0.components", `"content":"a",` + rows(many(5, btn))},
	{"button without custom_id", "send", `"content":"a",` + rows(`{"type":2,"style":1,"label":"L"}`), "components.0.components.0.custom_id", `"content":"a",` + rows(`{"type":2,"style":1,"label":"L","custom_id":"c"}`)},
	{"link button without url or with custom_id", "send", `"content":"a",` + rows(`{"type":2,"style":5,"label":"L","custom_id":"c"}`), "components.0.components.0.url", `"content":"a",` + rows(`{"type":2,"style":5,"label":"L","url":"https://example.org"}`)},
	{"button without label and emoji", "send", `"content":"a",` + rows(`{"type":2,"style":1,"custom_id":"c"}`), "components.0.components.0.label", `"content":"a",` + rows(`{"type":2,"style":1,"custom_id":"c","emoji":{"name":"▶"}}`)},
	{"duplicate custom_id", "send", `"content":"a",` + rows(`{"type":2,"style":1,"label":"L","custom_id":"c"},{"type":2,"style":1,"label":"M","custom_id":"c"}`), "components.0.components.1.custom_id", `"content":"a",` + rows(many(2, btn))},
	{"select's least over its most", "send", `"content":"a",` + rows(`{"type":3,"custom_id":"s","min_values":2,"max_values":1,"options":[`+many(3, opt)+`]}`), "components.0.components.0.min_values", `"content":"a",` + rows(`{"type":3,"custom_id":"s","min_values":2,"max_values":3,"options":[`+many(3, opt)+`]}`)},
	{"select's bounds over its options", "send", `"content":"a",` + rows(`{"type":3,"custom_id":"s","max_values":4,"options":[`+many(3, opt)+`]}`), "components.0.components.0.max_values", `"content":"a",` + rows(`{"type":3,"custom_id":"s","max_values":3,"options":[`+many(3, opt)+`]}`)},
	{"duplicate option value", "send", `"content":"a",` + rows(`{"type":3,"custom_id":"s","options":[{"label":"A","value":"v"},{"label":"B","value":"v"}]}`), "components.0.components.0.options.1.value", `"content":"a",` + rows(`{"type":3,"custom_id":"s","options":[`+many(25, opt)+`]}`)},
	{"select without options", "send", `"content":"a",` + rows(`{"type":3,"custom_id":"s","options":[]}`), "components.0.components.0.options", `"content":"a",` + rows(`{"type":5,"custom_id":"s"}`)},

	{"V2 flag with content", "send", `"content":"a",` + v2(`{"type":10,"content":"t"}`), "content", v2(`{"type":10,"content":"t"}`)},
	{"V2 flag with content", "edit v2", `"content":"a"`, "content", `"components":[{"type":10,"content":"other"}]`},
	{"V2 flag with embeds", "send", `"embeds":[{"title":"t"}],` + v2(`{"type":10,"content":"t"}`), "embeds", `"embeds":[],` + v2(`{"type":10,"content":"t"}`)},
	{"V2 component without flag", "send", `"components":[{"type":10,"content":"t"}]`, "components.0.type", v2(`{"type":10,"content":"t"}`)},
	{"V2 text over 4000 in all", "send", v2(`{"type":10,"content":"⟨x2000⟩"},{"type":17,"components":[{"type":10,"content":"⟨x2001⟩"}]}`), "components", v2(`{"type":10,"content":"⟨x2000⟩"},{"type":17,"components":[{"type":10,"content":"⟨x2000⟩"}]}`)},
	{"V2 text over 4000 in all", "send", v2(`{"type":10,"content":"⟨ꜱ3334⟩"}`), "components", v2(`{"type":10,"content":"⟨ꜱ3333⟩"}`)},
	{"V2 over 40 components", "send", v2(many(5, `{"type":17,"components":[`+many(8, `{"type":10,"content":"t"}`)+`]}`)), "components", v2(many(5, `{"type":17,"components":[`+many(7, `{"type":10,"content":"t"}`)+`]}`))},
	{"V2 section's texts", "send", v2(`{"type":9,"components":[` + many(4, `{"type":10,"content":"t"}`) + `],"accessory":` + btn + `}`), "components.0.components", v2(`{"type":9,"components":[` + many(3, `{"type":10,"content":"t"}`) + `],"accessory":` + btn + `}`)},

	{"modal with over 5 inputs", "modal", `"title":"T","custom_id":"m","components":[` + many(6, inp) + `]`, "data.components", `"title":"T","custom_id":"m","components":[` + many(5, inp) + `]`},
	{"modal without title or custom_id", "modal", `"title":"⟨T46⟩","custom_id":"m","components":[` + inp + `]`, "data.title", `"title":"⟨T45⟩","custom_id":"m","components":[` + inp + `]`},
	{"input's value over its max_length", "modal", `"title":"T","custom_id":"m","components":[{"type":18,"label":"L","component":{"type":4,"style":1,"custom_id":"i","max_length":3,"value":"four"}}]`, "data.components.0.component.value", `"title":"T","custom_id":"m","components":[{"type":18,"label":"L","component":{"type":4,"style":1,"custom_id":"i","max_length":3,"value":"abc"}}]`},
	{"input in a Label with a label of its own", "modal", `"title":"T","custom_id":"m","components":[{"type":18,"label":"L","component":{"type":4,"style":1,"custom_id":"i","label":"again"}}]`, "data.components.0.component.label", `"title":"T","custom_id":"m","components":[{"type":1,"components":[{"type":4,"style":1,"custom_id":"i","label":"once"}]}]`},
	{"select menu in a modal's action row", "modal", `"title":"T","custom_id":"m","components":[{"type":1,"components":[{"type":3,"custom_id":"s","options":[` + opt + `]}]}]`, "data.components.0.components", `"title":"T","custom_id":"m","components":[{"type":18,"label":"L","component":{"type":3,"custom_id":"s","options":[` + opt + `]}}]`},
	{"autocomplete value over 100", "choices", `{"name":"n","value":"⟨v101⟩"}`, "data.choices.0.value", `{"name":"n","value":"⟨v100⟩"}`},
	{"autocomplete with over 25 choices", "choices", many(26, `{"name":"n#","value":"v"}`), "data.choices", many(25, `{"name":"n#","value":"v"}`)},
	{"autocomplete mixes kinds of values", "choices", `{"name":"n","value":"v"},{"name":"m","value":2}`, "data.choices", `{"name":"n","value":1},{"name":"m","value":2}`},

	{"command name", "commands", named1(`"name":"two words"`), "0.name", named1(`"name":"one-word"`)},
	{"command name", "commands", named1(`"name":"⟨a33⟩"`), "0.name", named1(`"name":"पूछो"`)},
	{"command name in capitals", "commands", named1(`"name":"Ask"`), "0.name", `[{"type":3,"name":"Check This"}]`},
	{"translated command name", "commands", named1(`"name":"ask","name_localizations":{"de":"Frag"}`), "0.name_localizations.de", named1(`"name":"ask","name_localizations":{"de":"frag"}`)},
	{"unknown locale", "commands", named1(`"name":"ask","description_localizations":{"de-AT":"x"}`), "0.description_localizations.de-AT", named1(`"name":"ask","description_localizations":{"pt-BR":"x"}`)},
	{"slash command without description", "commands", `[{"name":"ask"}]`, "0.description", `[{"name":"ask","description":"d"}]`},
	{"menu command with description", "commands", `[{"type":3,"name":"Check","description":"d"}]`, "0.description", `[{"type":3,"name":"Check"}]`},
	{"required option after an optional one", "commands", options(`{"type":3,"name":"a","description":"d"},{"type":3,"name":"b","description":"d","required":true}`), "0.options.1", options(`{"type":3,"name":"a","description":"d","required":true},{"type":3,"name":"b","description":"d"}`)},
	{"duplicate option name", "commands", options(`{"type":3,"name":"a","description":"d"},{"type":5,"name":"a","description":"d"}`), "0.options.1.name", options(`{"type":3,"name":"a","description":"d"},{"type":5,"name":"b","description":"d"}`)},
	{"autocomplete with choices", "commands", options(`{"type":3,"name":"a","description":"d","autocomplete":true,"choices":[{"name":"n","value":"v"}]}`), "0.options.0.autocomplete", options(`{"type":3,"name":"a","description":"d","autocomplete":true}`)},
	{"subcommands mixed with options", "commands", options(`{"type":1,"name":"a","description":"d"},{"type":3,"name":"b","description":"d"}`), "0.options", options(`{"type":1,"name":"a","description":"d"},{"type":2,"name":"b","description":"d","options":[{"type":1,"name":"c","description":"d"}]}`)},
	{"command over 8000", "commands", options(many(16, `{"type":3,"name":"a#","description":"d","choices":[`+many(5, `{"name":"⟨n50⟩","value":"⟨v60⟩"}`)+`]}`)), "0", options(many(14, `{"type":3,"name":"a#","description":"d","choices":[`+many(5, `{"name":"⟨n50⟩","value":"⟨v60⟩"}`)+`]}`))},
	{"too many commands", "commands", `[` + many(101, `{"name":"c#","description":"d"}`) + `]`, "30032", `[` + many(100, `{"name":"c#","description":"d"}`) + `]`},
	{"too many commands", "commands", `[` + many(16, `{"type":3,"name":"C#"}`) + `]`, "30032", `[` + many(15, `{"type":3,"name":"C#"}`) + `,` + many(15, `{"type":2,"name":"C#"}`) + `]`},
	{"duplicate command name", "commands", `[{"name":"ask","description":"d"},{"name":"ask","description":"e"}]`, "1.name", `[{"name":"ask","description":"d"},{"type":3,"name":"ask"}]`},
	{"bounds of options and choices", "commands", options(`{"type":3,"name":"a","description":"d","choices":[` + many(26, `{"name":"n#","value":"v#"}`) + `]}`), "0.options.0.choices", options(`{"type":3,"name":"a","description":"d","choices":[` + many(25, `{"name":"n#","value":"v#"}`) + `]}`)},
	{"default_member_permissions", "commands", named1(`"name":"ask","default_member_permissions":"0x2000"`), "0.default_member_permissions", named1(`"name":"ask","default_member_permissions":"8192"`)},
	{"contexts in a guild's command", "guild commands", named1(`"name":"ask","contexts":[0]`), "0.contexts", named1(`"name":"ask"`)},

	{"allowed_mentions absent or not empty", "send bare", `"content":"a"`, "allowed_mentions is absent", `"content":"a","allowed_mentions":{"parse":[]}`},
	{"allowed_mentions absent or not empty", "send bare", `"content":"a","allowed_mentions":{"parse":["users"]}`, "allowed_mentions is not empty", `"content":"a","allowed_mentions":{"parse":null}`},
	{"link previews not suppressed", "send", `"content":"see https://example.org"`, "a link's preview is not suppressed", `"content":"see https://example.org","flags":4`},
	{"link previews not suppressed", "send", `"content":"see [a](https://example.org)"`, "a link's preview is not suppressed", `"content":"see [a](<https://example.org>)"`},
	{"flags missing on an edit", "edit bare", `"content":"b","allowed_mentions":{"parse":[]}`, "an edit without flags", `"content":"b","allowed_mentions":{"parse":[]},"flags":4`},
}

// do sends what a case says and returns the answer.
func (c ruleCase) do(t *testing.T, d *Discord, body string) answered {
	t.Helper()
	g := d.Guild("ferry strike")
	room, who := g.Channel("questions"), g.Member("mira")
	body = expand(body)
	mute := `{"allowed_mentions":{"parse":[]},` + body + `}`
	callback := func(i *Interaction, kind int, data string) answered {
		return call(t, d, "POST", "/interactions/"+i.ID+"/"+i.Token+"/callback", fmt.Sprintf(`{"type":%d,"data":{%s}}`, kind, data))
	}
	messages := "/channels/" + room.ID + "/messages"
	switch c.does {
	case "send":
		return call(t, d, "POST", messages, mute)
	case "send bare":
		return call(t, d, "POST", messages, "{"+body+"}")
	case "edit":
		old := call(t, d, "POST", messages, `{"content":"old","allowed_mentions":{"parse":[]}}`)
		return call(t, d, "PATCH", messages+"/"+old.body.ID, `{"flags":0,`+mute[1:])
	case "edit bare":
		old := call(t, d, "POST", messages, `{"content":"old","allowed_mentions":{"parse":[]}}`)
		return call(t, d, "PATCH", messages+"/"+old.body.ID, "{"+body+"}")
	case "edit v2":
		old := call(t, d, "POST", messages, `{"allowed_mentions":{"parse":[]},`+v2(`{"type":10,"content":"old"}`)+`}`)
		return call(t, d, "PATCH", messages+"/"+old.body.ID, `{"flags":32768,`+mute[1:])
	case "defer":
		return callback(d.Slash(who, room, "ask"), answerDeferred, body)
	case "modal":
		return callback(d.Slash(who, room, "ask"), answerModal, body)
	case "choices":
		return callback(d.Autocomplete(who, room, "ask", Focus("question", "f")), answerChoices, `"choices":[`+body+`]`)
	case "commands":
		return call(t, d, "PUT", "/applications/"+d.App().ID+"/commands", body)
	case "guild commands":
		return call(t, d, "PUT", "/applications/"+d.App().ID+"/guilds/"+g.ID+"/commands", body)
	}
	t.Fatalf("no such deed: %s", c.does)
	return answered{}
}

// Without Discord's document, so that it is the rule that refuses.
func TestRulesRefuse(t *testing.T) {
	for _, c := range ruleCases {
		t.Run(c.rule, func(t *testing.T) {
			d := New(t)
			d.schema = nil
			listen(t, d)
			before := len(d.Problems())
			got := c.do(t, d, c.wrong)
			c.judge(t, d, got)
			if all := strings.Join(d.Problems()[before:], "\n"); !strings.Contains(all, "("+c.rule+")") {
				t.Errorf("problems %q, want one of the rule %q", all, c.rule)
			}
			d.ExpectProblem("")
		})
	}
}

func (c ruleCase) judge(t *testing.T, d *Discord, got answered) {
	t.Helper()
	number, err := strconv.Atoi(c.at)
	all := strings.Join(d.Problems(), "\n")
	switch {
	case err == nil && number > 1000:
		got.want(t, http.StatusBadRequest, number)
	case strings.Contains(c.at, " "):
		if got.status != http.StatusOK || !strings.Contains(all, "house: "+c.at) {
			t.Errorf("answered %d with problems %q; want it done, and %q written down", got.status, all, c.at)
		}
	default:
		got.want(t, http.StatusBadRequest, codeInvalidForm)
		if !got.has(c.at) {
			t.Errorf("errors %s, want one at %s", got.raw, c.at)
		}
	}
}

// With Discord's document where it is there, so that a right request passes both.
func TestRulesAccept(t *testing.T) {
	for _, c := range ruleCases {
		t.Run(c.rule, func(t *testing.T) {
			d := New(t)
			listen(t, d)
			got := c.do(t, d, c.right)
			if got.status != http.StatusOK && got.status != http.StatusNoContent {
				t.Errorf("answered %d: %s", got.status, got.raw)
			}
		})
	}
}

func TestEveryRuleHasACase(t *testing.T) {
	elsewhere := map[string]bool{"too many files": true} // in TestFiles, which sends some
	shown := map[string]bool{}
	for _, c := range ruleCases {
		shown[c.rule] = true
	}
	known := map[string]bool{}
	for _, r := range rules() {
		known[r.name] = true
		if !shown[r.name] && !elsewhere[r.name] {
			t.Errorf("no case shows the rule %q", r.name)
		}
	}
	for name := range shown {
		if !known[name] {
			t.Errorf("a case names the rule %q, which there is not", name)
		}
	}
}
