package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// take judges the first answer and carries it out.
func (i *Interaction) take(x *exchange) reply {
	var body struct {
		Type int             `json:"type"`
		Data json.RawMessage `json:"data"`
	}
	if err := json.Unmarshal(x.body, &body); err != nil {
		return wrong(http.StatusBadRequest, codeInvalidForm, "Invalid Form Body", err.Error())
	}
	if why := i.unfit(body.Type); why != "" {
		out, _ := refuseFlaws([]flaw{{path: "type", code: "INTERACTION_TYPE_INVALID", message: why}})
		return out
	}
	p, err := decodePayload(body.Data)
	if err != nil {
		return wrong(http.StatusBadRequest, codeInvalidForm, "Invalid Form Body", err.Error())
	}
	if out, refused := x.judge(i.subject(body.Type, p)); refused {
		return out
	}
	i.answer, i.answered, i.unheard = body.Type, time.Now(), x.lost
	i.carryOut(x, p)
	x.d.touch()
	if x.r.URL.Query().Get("with_response") == "true" {
		return ok(i.callbackObject())
	}
	return noContent()
}

// unfit says why an answer of this type does not fit, "" when it does.
func (i *Interaction) unfit(answer int) string {
	onMessage := i.source != nil
	switch answer {
	case answerMessage, answerDeferred:
		if i.kind == kindAutocomplete {
			return "an autocomplete is answered with choices alone"
		}
	case answerDeferredUpdate, answerUpdate:
		if !onMessage || i.kind != kindComponent && i.kind != kindModal {
			return "there is no message to update"
		}
	case answerChoices:
		if i.kind != kindAutocomplete {
			return "choices answer an autocomplete alone"
		}
	case answerModal:
		if i.kind == kindModal || i.kind == kindAutocomplete {
			return "a modal cannot answer this"
		}
	default:
		return fmt.Sprintf("%d is not a type of answer for a bot on the gateway", answer)
	}
	return ""
}

func (i *Interaction) subject(answer int, p *payload) subject {
	s := subject{answer: answer, under: "data"}
	switch answer {
	case answerMessage:
		s.message = p
	case answerUpdate:
		s.message, s.prior = p, i.source
	case answerModal:
		s.modal = p
	case answerChoices:
		s.choices = p
	case answerDeferred:
		s.deferral = p
	}
	return s
}

func (i *Interaction) carryOut(x *exchange, p *payload) {
	switch i.answer {
	case answerMessage, answerDeferred:
		m := i.message(p.flags())
		if i.answer == answerDeferred {
			m.Flags = p.flags()&flagEphemeral | flagLoading
		} else {
			m.fill(x, p, []string{"users", "roles"})
		}
		i.original = x.d.post(m)
	case answerDeferredUpdate:
		i.original = i.source
	case answerUpdate:
		i.original = i.source
		i.original.revise(x, p)
	case answerChoices:
		i.choices = p.Choices
	case answerModal:
		i.modal = p
	}
}

// message is a new message that the interaction brings.
func (i *Interaction) message(flags int) *Message {
	m := &Message{Channel: i.Channel, Author: i.d.app, Flags: flags, Interaction: i.ID}
	if flags&flagEphemeral != 0 {
		m.For = i.User
	}
	return m
}

func (i *Interaction) callbackObject() object {
	inner := object{"id": i.ID, "type": i.kind, "response_message_ephemeral": false, "response_message_loading": false}
	o := object{"interaction": inner}
	if m := i.original; m != nil {
		inner["response_message_id"], inner["response_message_ephemeral"] = m.ID, m.Ephemeral()
		inner["response_message_loading"] = m.Loading()
		o["resource"] = object{"type": i.answer, "message": m.wire(false)}
	}
	return o
}

// withToken looks an interaction up by the token in the path, while the token is good.
func (x *exchange) withToken(then func(*Interaction) reply) reply {
	i := x.d.action(x.vars["webhook_token"])
	switch {
	case i == nil || x.vars["webhook_id"] != x.d.app.ID:
		return wrong(http.StatusNotFound, codeUnknownWebhook, "Unknown Webhook", "uses a token that no interaction has (10015)")
	case i.answer == 0:
		return wrong(http.StatusNotFound, codeUnknownWebhook, "Unknown Webhook", "uses the token of interaction "+i.describe()+" before the first answer (10015)")
	case x.d.clock().Sub(i.born) > tokenLife:
		return wrong(http.StatusUnauthorized, codeTokenExpired, "Invalid Webhook Token",
			"uses the token of interaction "+i.describe()+" after 15 minutes (50027)")
	}
	return then(i)
}

// withReply looks up the message that a path under the token names.
func (x *exchange) withReply(then func(*Interaction, *Message) reply) reply {
	return x.withToken(func(i *Interaction) reply {
		m := i.original
		if id, named := x.vars["message_id"]; named {
			m = x.d.messages[id]
			if m != nil && m.Interaction != i.ID && m != i.original {
				m = nil
			}
		}
		if m == nil || m.Deleted {
			return refuse(http.StatusNotFound, codeUnknownMessage, "Unknown Message")
		}
		return then(i, m)
	})
}

func getReply(x *exchange) reply {
	return x.withReply(func(_ *Interaction, m *Message) reply { return ok(m.wire(false)) })
}

func editReply(x *exchange) reply {
	return x.withReply(func(i *Interaction, m *Message) reply {
		out := x.edit(m)
		if out.status == http.StatusOK && m == i.original {
			i.edits++
			x.d.touch()
		}
		return out
	})
}

func deleteReply(x *exchange) reply {
	return x.withReply(func(_ *Interaction, m *Message) reply {
		x.d.remove(m)
		return noContent()
	})
}

// followUp posts one more message; right after a defer Discord would edit the "thinking" one in its place.
func followUp(x *exchange) reply {
	return x.withToken(func(i *Interaction) reply {
		if m := i.original; m != nil && m.Loading() && !m.Deleted {
			x.d.problem("%s: house: a follow-up in place of the edit of @original after a defer", x.route.name())
			out := x.edit(m)
			if out.status == http.StatusOK {
				i.edits++
			}
			return out
		}
		p, err := decodePayload(x.body)
		if err != nil {
			return wrong(http.StatusBadRequest, codeInvalidForm, "Invalid Form Body", err.Error())
		}
		if out, refused := x.judge(subject{message: p, answer: answerMessage}); refused {
			return out
		}
		m := i.message(p.flags())
		m.fill(x, p, []string{"users", "roles"})
		i.followups = append(i.followups, x.d.post(m))
		return ok(m.wire(false))
	})
}
