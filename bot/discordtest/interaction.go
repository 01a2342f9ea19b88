package discordtest

import (
	"net/http"
	"time"
)

// Deadlines of an interaction by the fake's clock (interactions/receiving-and-responding.mdx).
const (
	answerWithin = 3 * time.Second
	tokenLife    = 15 * time.Minute
)

// Interaction types, and the types of the answer to one.
const (
	kindCommand      = 2
	kindComponent    = 3
	kindAutocomplete = 4
	kindModal        = 5

	answerMessage        = 4
	answerDeferred       = 5
	answerDeferredUpdate = 6
	answerUpdate         = 7
	answerChoices        = 8
	answerModal          = 9
)

// Interaction is what a person did, and what became of it. Its methods may be called from any goroutine.
type Interaction struct {
	ID, Token string
	User      *User
	Channel   *Channel

	d         *Discord
	kind      int
	born      time.Time
	bornWall  time.Time
	data      object
	source    *Message // the message whose component was used
	answer    int      // type of the answer, 0 before there is one
	answered  time.Time
	unheard   bool // the bot was not told that its answer was taken, and may well send it again
	modal     *payload
	choices   []Choice
	original  *Message
	followups []*Message
	edits     int
	event     object
}

// Answer is the type of the first answer as Discord numbers it, 0 while there is none:
// 4 a message, 5 "thinking", 6 an update to come, 7 an update, 8 choices, 9 a modal.
func (i *Interaction) Answer() int {
	i.d.mu.Lock()
	defer i.d.mu.Unlock()
	return i.answer
}

// WaitAck waits, in wall time, for the first answer and fails the test when there is none.
func (i *Interaction) WaitAck(timeout time.Duration) *Interaction {
	i.d.t.Helper()
	if !i.d.await(timeout, func() bool { return i.answer != 0 }) {
		i.d.t.Errorf("discordtest: no answer to interaction %s within %v", i.describe(), timeout)
	}
	return i
}

// Latency is the wall time from the event to the first answer, 0 while there is none.
func (i *Interaction) Latency() time.Duration {
	i.d.mu.Lock()
	defer i.d.mu.Unlock()
	if i.answer == 0 {
		return 0
	}
	return i.answered.Sub(i.bornWall)
}

// Deferred says that the first answer was "thinking" or an update to come.
func (i *Interaction) Deferred() bool {
	kind := i.Answer()
	return kind == answerDeferred || kind == answerDeferredUpdate
}

// Ephemeral says that the first answer is for one person's eyes.
func (i *Interaction) Ephemeral() bool {
	i.d.mu.Lock()
	defer i.d.mu.Unlock()
	return i.original != nil && i.original.Ephemeral()
}

// Response is the answer's message as it stands, or nil when there is none (also when it was deleted).
// For an update it is the message whose component was used.
func (i *Interaction) Response() *Message {
	i.d.mu.Lock()
	defer i.d.mu.Unlock()
	if i.original == nil || i.original.Deleted {
		return nil
	}
	m := i.original.snapshot()
	return &m
}

// WaitEdited waits, in wall time, for the answer that is not "thinking": a message at once, an update, or the first edit after a defer.
// The test fails when it does not come.
func (i *Interaction) WaitEdited(timeout time.Duration) Message {
	i.d.t.Helper()
	settled := i.d.await(timeout, i.settled)
	if !settled {
		i.d.t.Errorf("discordtest: interaction %s has no final answer within %v", i.describe(), timeout)
	}
	if m := i.Response(); m != nil {
		return *m
	}
	return Message{Channel: i.Channel}
}

// WaitEdits waits, in wall time, until the answer's message has been edited n times in all, and returns it.
func (i *Interaction) WaitEdits(n int, timeout time.Duration) Message {
	i.d.t.Helper()
	if !i.d.await(timeout, func() bool { return i.edits >= n }) {
		i.d.t.Errorf("discordtest: interaction %s was not edited %d times within %v", i.describe(), n, timeout)
	}
	if m := i.Response(); m != nil {
		return *m
	}
	return Message{Channel: i.Channel}
}

func (i *Interaction) settled() bool {
	switch i.answer {
	case answerMessage, answerUpdate, answerChoices, answerModal:
		return true
	case answerDeferred:
		return i.original.Deleted || !i.original.Loading()
	case answerDeferredUpdate:
		return i.edits > 0
	}
	return false
}

// FollowUps are the messages that followed the first answer, oldest first.
func (i *Interaction) FollowUps() []Message {
	i.d.mu.Lock()
	defer i.d.mu.Unlock()
	var list []Message
	for _, m := range i.followups {
		if !m.Deleted {
			list = append(list, m.snapshot())
		}
	}
	return list
}

// WaitFollowUps waits, in wall time, for n messages after the first answer.
func (i *Interaction) WaitFollowUps(n int, timeout time.Duration) []Message {
	i.d.t.Helper()
	if !i.d.await(timeout, func() bool { return len(i.followups) >= n }) {
		i.d.t.Errorf("discordtest: interaction %s has not %d follow-ups within %v", i.describe(), n, timeout)
	}
	return i.FollowUps()
}

// Choices are what an autocomplete was answered with.
func (i *Interaction) Choices() []Choice {
	i.d.mu.Lock()
	defer i.d.mu.Unlock()
	return i.choices
}

// Modal is the form that was opened: its title and its inputs, nil when none was.
func (i *Interaction) Modal() (title string, inputs []Component) {
	i.d.mu.Lock()
	defer i.d.mu.Unlock()
	if i.modal == nil {
		return "", nil
	}
	walk(i.modal.Components, "", func(_ string, c *Component) {
		if c.CustomID != "" {
			inputs = append(inputs, *c)
		}
	})
	return i.modal.Title, inputs
}

// Unanswered are the interactions that had no answer yet, oldest first.
func (d *Discord) Unanswered() []*Interaction {
	return d.interactions(func(i *Interaction) bool { return i.answer == 0 })
}

// Unsettled are the interactions that were told "thinking" and then nothing, oldest first.
func (d *Discord) Unsettled() []*Interaction {
	return d.interactions(func(i *Interaction) bool { return i.answer != 0 && !i.settled() })
}

func (d *Discord) interactions(want func(*Interaction) bool) []*Interaction {
	d.mu.Lock()
	defer d.mu.Unlock()
	var list []*Interaction
	for _, i := range d.actions {
		if want(i) {
			list = append(list, i)
		}
	}
	return list
}

// Redeliver sends the interaction's event again, as Discord may.
func (i *Interaction) Redeliver() {
	i.d.mu.Lock()
	defer i.d.mu.Unlock()
	i.d.gateway.dispatch("INTERACTION_CREATE", i.Channel.guildID(), 0, i.event)
}

func (i *Interaction) describe() string {
	name, _ := i.data["name"].(string)
	if name == "" {
		name, _ = i.data["custom_id"].(string)
	}
	return i.ID + " (" + name + ")"
}

// respond is the callback: the one first answer.
func respond(x *exchange) reply {
	i := x.d.action(x.vars["interaction_token"])
	switch {
	case i == nil || i.ID != x.vars["interaction_id"]:
		return wrong(http.StatusNotFound, codeUnknownInteraction, "Unknown interaction", "answers an interaction that never was")
	case i.answer != 0 && i.unheard:
		return refuse(http.StatusBadRequest, codeAcknowledged, "Interaction has already been acknowledged.")
	case i.answer != 0:
		return wrong(http.StatusBadRequest, codeAcknowledged, "Interaction has already been acknowledged.",
			"answers interaction "+i.describe()+" a second time (40060)")
	case x.d.clock().Sub(i.born) > answerWithin:
		return wrong(http.StatusNotFound, codeUnknownInteraction, "Unknown interaction",
			"answers interaction "+i.describe()+" later than 3 seconds (10062)")
	}
	return i.take(x)
}

func (d *Discord) action(token string) *Interaction {
	for _, i := range d.actions {
		if i.Token == token {
			return i
		}
	}
	return nil
}
