package discordtest

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"
)

// nonceLife is how long enforce_nonce remembers; Discord says "the past few minutes".
const nonceLife = 5 * time.Minute

func (x *exchange) withChannel(need int64, then func(*Channel) reply) reply {
	c, found := x.d.channels[x.vars["channel_id"]]
	switch {
	case !found:
		return refuse(http.StatusNotFound, codeUnknownChannel, "Unknown Channel")
	case !c.botMay(permViewChannel):
		return refuse(http.StatusForbidden, codeMissingAccess, "Missing Access")
	case !c.botMay(need):
		return refuse(http.StatusForbidden, codeMissingPermission, "Missing Permissions")
	}
	return then(c)
}

func getChannel(x *exchange) reply {
	return x.withChannel(permViewChannel, func(c *Channel) reply { return ok(c.wire()) })
}

func listMessages(x *exchange) reply {
	return x.withChannel(permReadHistory, func(c *Channel) reply {
		list := []object{}
		for i := len(x.d.order) - 1; i >= 0 && len(list) < 50; i-- {
			if m := x.d.order[i]; m.Channel == c && !m.Deleted && m.For == nil {
				list = append(list, m.wire(x.d.hidden(m)))
			}
		}
		return ok(list)
	})
}

func getMessage(x *exchange) reply {
	return x.withMessage(func(c *Channel, m *Message) reply {
		if !c.botMay(permReadHistory) {
			return refuse(http.StatusForbidden, codeMissingPermission, "Missing Permissions")
		}
		return ok(m.wire(x.d.hidden(m)))
	})
}

func createMessage(x *exchange) reply {
	return x.withChannel(permViewChannel, func(c *Channel) reply {
		p, err := decodePayload(x.body)
		if err != nil {
			return wrong(http.StatusBadRequest, codeInvalidForm, "Invalid Form Body", err.Error())
		}
		if out, refused := x.judge(subject{message: p}); refused {
			return out
		}
		if out, refused := x.maySend(c, p); refused {
			return out
		}
		if old := x.d.sameNonce(c, p); old != nil {
			return ok(old.wire(false))
		}
		m := &Message{Channel: c, Author: x.d.app, Flags: p.flags(), Nonce: nonce(p)}
		if p.Reference != nil && x.d.standing(p.Reference.MessageID, c) {
			m.ReplyTo = p.Reference.MessageID
		}
		m.fill(x, p, []string{"users", "roles", "everyone"})
		return ok(x.d.post(m).wire(false))
	})
}

// maySend checks what the bot is allowed to do in the channel, and the message that it replies to.
func (x *exchange) maySend(c *Channel, p *payload) (reply, bool) {
	need := permSendMessages
	if c.kind == channelPublicThread {
		need = permSendInThreads
	}
	if len(p.Embeds) > 0 {
		need |= permEmbedLinks
	}
	if len(x.files) > 0 {
		need |= permAttachFiles
	}
	switch {
	case c.person != nil && c.person.NoDMs:
		return refuse(http.StatusForbidden, codeNoDMs, "Cannot send messages to this user"), true
	case !c.botMay(need):
		return refuse(http.StatusForbidden, codeMissingPermission, "Missing Permissions"), true
	case p.Reference == nil || p.Reference.MessageID == "":
		return reply{}, false
	case !c.botMay(permReadHistory):
		return refuse(http.StatusBadRequest, codeNoHistory, "Cannot reply without permission to read message history"), true
	case x.d.standing(p.Reference.MessageID, c) || p.Reference.FailIfNotExists != nil && !*p.Reference.FailIfNotExists:
		return reply{}, false
	}
	return refuseFlaws([]flaw{{path: "message_reference", code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message", mild: true}})
}

func (d *Discord) standing(id string, c *Channel) bool {
	m := d.messages[id]
	return m != nil && !m.Deleted && m.Channel == c
}

func nonce(p *payload) string { return strings.Trim(string(p.Nonce), `"`) }

// sameNonce is the message that an earlier request with the same enforced nonce has made.
func (d *Discord) sameNonce(c *Channel, p *payload) *Message {
	if !p.Enforce || nonce(p) == "" || nonce(p) == "null" {
		return nil
	}
	for _, m := range d.order {
		if m.Channel == c && m.Author == d.app && m.Nonce == nonce(p) && d.clock().Sub(m.Sent) < nonceLife {
			return m
		}
	}
	return nil
}

func editMessage(x *exchange) reply {
	return x.withMessage(func(_ *Channel, m *Message) reply {
		if m.Author != x.d.app {
			return wrong(http.StatusForbidden, codeNotAuthor, "Cannot edit a message authored by another user", "edits somebody else's message")
		}
		return x.edit(m)
	})
}

// edit judges and applies a PATCH of any of the bot's messages.
func (x *exchange) edit(m *Message) reply {
	p, err := decodePayload(x.body)
	if err != nil {
		return wrong(http.StatusBadRequest, codeInvalidForm, "Invalid Form Body", err.Error())
	}
	if out, refused := x.judge(subject{message: p, prior: m}); refused {
		return out
	}
	m.revise(x, p)
	return ok(m.wire(false))
}

// revise changes the message; the ephemeral flag is settled when it is sent and the V2 flag never goes.
func (m *Message) revise(x *exchange, p *payload) {
	m.fill(x, p, []string{"users", "roles", "everyone"})
	const lasting = flagEphemeral | flagComponentsV2
	m.Flags &^= flagLoading
	if p.Flags != nil {
		m.Flags = m.Flags&lasting | p.flags()&^flagEphemeral
	}
	m.Edited = x.d.clock()
	if m.For == nil {
		x.d.gateway.dispatchMessage("MESSAGE_UPDATE", m)
	}
	x.d.touch()
}

func deleteMessage(x *exchange) reply {
	return x.withMessage(func(c *Channel, m *Message) reply {
		if m.Author != x.d.app && !c.botMay(permManageMessages) {
			return refuse(http.StatusForbidden, codeMissingPermission, "Missing Permissions")
		}
		x.d.remove(m)
		return noContent()
	})
}

func typing(x *exchange) reply {
	return x.withChannel(permSendMessages, func(*Channel) reply { return noContent() })
}

func react(x *exchange) reply {
	return x.withMessage(func(c *Channel, _ *Message) reply {
		if !c.botMay(permAddReactions | permReadHistory) {
			return refuse(http.StatusForbidden, codeMissingPermission, "Missing Permissions")
		}
		return noContent()
	})
}

func createThread(x *exchange) reply {
	return x.withChannel(permCreateThreads, func(c *Channel) reply {
		var body struct{ Name string }
		if err := json.Unmarshal(x.body, &body); err != nil || body.Name == "" || len([]rune(body.Name)) > 100 {
			out, _ := refuseFlaws([]flaw{{path: "name", code: "BASE_TYPE_BAD_LENGTH", message: "Must be between 1 and 100 in length."}})
			return out
		}
		if c.Guild == nil || c.parent != nil {
			return wrong(http.StatusBadRequest, 50024, "Cannot execute action on this channel type", "opens a thread where there can be none")
		}
		t := x.d.threadOn(c, x.vars["message_id"], body.Name)
		x.d.gateway.dispatch("THREAD_CREATE", c.Guild.ID, intentGuilds, t.wire())
		return created(t.wire())
	})
}

func openDMs(x *exchange) reply {
	var body struct {
		Recipient string `json:"recipient_id"`
	}
	_ = json.Unmarshal(x.body, &body) // an unreadable body names nobody, which is answered below
	person := x.d.users[body.Recipient]
	if person == nil || person.Bot {
		return refuse(http.StatusBadRequest, codeUnknownUser, "Unknown User")
	}
	return ok(x.d.dms(person).wire())
}
