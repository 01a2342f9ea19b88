package discordtest

import (
	"fmt"
	"net/http"
	"strings"
)

// Attachment is a file that somebody has uploaded. The fake serves it at URL.
type Attachment struct {
	ID, Filename, ContentType, URL string
	Data                           []byte
	// Size is what Discord says the size is; the length of Data unless a test changes it before use.
	Size int
}

// Upload stores a file as a person's client does before it sends it, as an option of a command or with a message.
func (d *Discord) Upload(filename, contentType string, data []byte) *Attachment {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.publish(&Attachment{Filename: filename, ContentType: contentType, Data: data})
}

func (d *Discord) publish(a *Attachment) *Attachment {
	a.ID, a.Size = d.snowflake(), len(a.Data)
	a.URL = fmt.Sprintf("%s/cdn/attachments/%s/%s?ex=1&is=1&hm=0", d.server.URL, a.ID, a.Filename)
	d.files[a.ID] = a
	return a
}

func (a *Attachment) wire() object {
	o := object{"id": a.ID, "filename": a.Filename, "size": a.Size, "url": a.URL, "proxy_url": a.URL, "ephemeral": false}
	if a.ContentType != "" {
		o["content_type"] = a.ContentType
	}
	return o
}

func (d *Discord) serveFile(w http.ResponseWriter, r *http.Request) {
	id, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/cdn/attachments/"), "/")
	d.mu.Lock()
	a := d.files[id]
	d.mu.Unlock()
	if a == nil {
		http.Error(w, "This content is no longer available.", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", a.ContentType)
	_, _ = w.Write(a.Data)
}

// Say posts a person's message. Text that holds Mention of the bot is a mention.
func (d *Discord) Say(who *User, where *Channel, text string, files ...*Attachment) Message {
	d.t.Helper()
	return d.speak(&Message{Channel: where, Author: who, Content: text, Attachments: files})
}

// Mention posts a person's message that begins by naming the bot.
func (d *Discord) Mention(who *User, where *Channel, text string, files ...*Attachment) Message {
	d.t.Helper()
	return d.Say(who, where, "<@"+d.app.ID+"> "+text, files...)
}

// Reply posts a person's answer to a message, which notifies its author as Discord's client does.
func (d *Discord) Reply(who *User, to Message, text string) Message {
	d.t.Helper()
	return d.speak(&Message{Channel: to.Channel, Author: who, Content: text, ReplyTo: to.ID, Pings: []string{to.Author.ID}})
}

// ReplySilently is Reply with the notification turned off: without the content intent the bot cannot read it.
func (d *Discord) ReplySilently(who *User, to Message, text string) Message {
	d.t.Helper()
	return d.speak(&Message{Channel: to.Channel, Author: who, Content: text, ReplyTo: to.ID})
}

// DM writes to the bot in direct messages.
func (d *Discord) DM(who *User, text string) Message {
	d.t.Helper()
	return d.Say(who, d.DMs(who), text)
}

func (d *Discord) speak(m *Message) Message {
	d.t.Helper()
	d.waitBot(m.Channel)
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.post(m).snapshot()
}

// Redeliver sends the event of a message again, as Discord may.
func (d *Discord) Redeliver(m Message) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.gateway.dispatchMessage("MESSAGE_CREATE", d.messages[m.ID])
}

// RepliesTo waits for nothing: it returns the bot's messages that answer m.
func (d *Discord) RepliesTo(m Message) []Message {
	var list []Message
	for _, r := range d.Messages(m.Channel) {
		if r.ReplyTo == m.ID && r.Author == d.app {
			list = append(list, r)
		}
	}
	return list
}
