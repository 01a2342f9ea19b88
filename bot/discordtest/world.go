package discordtest

import (
	"strconv"
	"time"
)

// Permission bits that the fake looks at (topics/permissions.mdx).
const (
	permAdministrator   int64 = 1 << 3
	permViewChannel     int64 = 1 << 10
	permSendMessages    int64 = 1 << 11
	permManageMessages  int64 = 1 << 13
	permEmbedLinks      int64 = 1 << 14
	permAttachFiles     int64 = 1 << 15
	permReadHistory     int64 = 1 << 16
	permUseCommands     int64 = 1 << 31
	permCreateThreads   int64 = 1 << 35
	permSendInThreads   int64 = 1 << 38
	permAddReactions    int64 = 1 << 6
	memberPermissions         = permViewChannel | permSendMessages | permEmbedLinks | permAttachFiles | permReadHistory | permUseCommands | permAddReactions
	moderatorPermission       = memberPermissions | permManageMessages
	botPermissions            = memberPermissions | permCreateThreads | permSendInThreads
)

// Channel types (resources/channel.mdx).
const (
	channelText         = 0
	channelDM           = 1
	channelPublicThread = 11
)

// User is a person, or the bot.
type User struct {
	ID, Name, Display string
	// Locale is the language of the person's client, "en-US" when empty.
	Locale string
	Bot    bool
	// NoDMs makes every message to the person's direct messages fail with 50007.
	NoDMs bool
}

// Guild is a community.
type Guild struct {
	ID, Name string
	// Locale is the community's language, "en-US" when empty.
	Locale   string
	d        *Discord
	channels []*Channel
	members  map[string]*member
	roles    []*Role
}

type member struct {
	user        *User
	permissions int64
	roles       []string
}

// Role is a named group of members.
type Role struct {
	ID, Name string
}

// Channel is where people and the bot write: a guild's channel, a thread, or the direct messages with one person.
type Channel struct {
	ID, Name string
	// Guild is nil for direct messages.
	Guild  *Guild
	d      *Discord
	kind   int
	parent *Channel
	person *User // of direct messages
	denied int64 // what the bot may not do here
}

// Guild returns the community of that name, which it makes when there is none.
func (d *Discord) Guild(name string) *Guild {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, g := range d.guilds {
		if g.Name == name {
			return g
		}
	}
	g := &Guild{ID: d.snowflake(), Name: name, d: d, members: map[string]*member{}}
	g.members[d.app.ID] = &member{user: d.app, permissions: botPermissions}
	d.guilds[g.ID] = g
	d.gateway.dispatch("GUILD_CREATE", g.ID, intentGuilds, g.full())
	return g
}

// Channel returns the guild's text channel of that name, which it makes when there is none.
func (g *Guild) Channel(name string) *Channel {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	for _, c := range g.channels {
		if c.Name == name {
			return c
		}
	}
	return g.d.addChannel(&Channel{Name: name, Guild: g, kind: channelText})
}

// Thread makes a public thread under the channel.
func (c *Channel) Thread(name string) *Channel {
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	return c.d.addChannel(&Channel{Name: name, Guild: c.Guild, kind: channelPublicThread, parent: c})
}

// ThreadOn makes a public thread below a message. It has the message's id.
func (d *Discord) ThreadOn(m Message, name string) *Channel {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.threadOn(m.Channel, m.ID, name)
}

func (d *Discord) threadOn(under *Channel, message, name string) *Channel {
	c := d.addChannel(&Channel{Name: name, Guild: under.Guild, kind: channelPublicThread, parent: under})
	if message != "" {
		delete(d.channels, c.ID)
		c.ID = message
		d.channels[message] = c
	}
	return c
}

// DMs returns the direct messages between the person and the bot.
func (d *Discord) DMs(person *User) *Channel {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.dms(person)
}

func (d *Discord) dms(person *User) *Channel {
	for _, c := range d.channels {
		if c.person == person {
			return c
		}
	}
	return d.addChannel(&Channel{kind: channelDM, person: person})
}

func (d *Discord) addChannel(c *Channel) *Channel {
	c.ID, c.d = d.snowflake(), d
	d.channels[c.ID] = c
	if c.Guild != nil {
		c.Guild.channels = append(c.Guild.channels, c)
	}
	return c
}

// DenyBot takes permissions from the bot in this channel: a bit set as Discord numbers them.
func (c *Channel) DenyBot(bits int64) {
	c.d.mu.Lock()
	defer c.d.mu.Unlock()
	c.denied |= bits
}

// Member returns the person of that name with what everyone may do; the same name is the same person in every guild.
func (g *Guild) Member(name string) *User { return g.MemberWith(name, memberPermissions) }

// Moderator returns a member who may also manage messages.
func (g *Guild) Moderator(name string) *User { return g.MemberWith(name, moderatorPermission) }

// MemberWith returns a member with these permissions and roles, replacing those that the person had.
func (g *Guild) MemberWith(name string, permissions int64, roles ...*Role) *User {
	u := g.d.User(name)
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	m := &member{user: u, permissions: permissions}
	for _, r := range roles {
		m.roles = append(m.roles, r.ID)
	}
	g.members[u.ID] = m
	return u
}

// Role makes a role.
func (g *Guild) Role(name string) *Role {
	g.d.mu.Lock()
	defer g.d.mu.Unlock()
	r := &Role{ID: g.d.snowflake(), Name: name}
	g.roles = append(g.roles, r)
	return r
}

// User returns the person of that name, who need not be in any guild.
func (d *Discord) User(name string) *User {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, u := range d.users {
		if u.Name == name && !u.Bot {
			return u
		}
	}
	u := &User{ID: d.snowflake(), Name: name, Display: name}
	d.users[u.ID] = u
	return u
}

// botMay says whether the bot holds all of the bits in the channel.
func (c *Channel) botMay(bits int64) bool {
	if c.Guild == nil {
		return true
	}
	denied := c.denied
	if c.parent != nil {
		denied |= c.parent.denied
	}
	have := c.Guild.members[c.d.app.ID].permissions
	if have&permAdministrator != 0 {
		return true
	}
	return have&^denied&bits == bits
}

func (c *Channel) botBits() int64 {
	if c.Guild == nil {
		return botPermissions
	}
	return c.Guild.members[c.d.app.ID].permissions &^ c.denied
}

func (c *Channel) guildID() string {
	if c.Guild == nil {
		return ""
	}
	return c.Guild.ID
}

// scope adds the guild's id, which objects of direct messages lack.
func (c *Channel) scope(o object) object {
	if c.Guild != nil {
		o["guild_id"] = c.Guild.ID
	}
	return o
}

type object = map[string]any

func locale(s string) string {
	if s == "" {
		return "en-US"
	}
	return s
}

func (u *User) wire() object {
	return object{"id": u.ID, "username": u.Name, "global_name": u.Display, "discriminator": "0", "avatar": nil,
		"bot": u.Bot, "public_flags": 0, "flags": 0, "primary_guild": nil}
}

func (m *member) wire(withUser bool) object {
	roles := m.roles
	if roles == nil {
		roles = []string{}
	}
	o := object{"roles": roles, "permissions": strconv.FormatInt(m.permissions, 10), "joined_at": stamp(Epoch.AddDate(-1, 0, 0)),
		"nick": nil, "avatar": nil, "banner": nil, "deaf": false, "mute": false, "pending": false, "flags": 0,
		"premium_since": nil, "communication_disabled_until": nil}
	if withUser {
		o["user"] = m.user.wire()
	}
	return o
}

func (c *Channel) wire() object {
	o := object{"id": c.ID, "type": c.kind, "flags": 0, "last_message_id": nil}
	if c.person != nil {
		o["recipients"] = []object{c.person.wire()}
		return o
	}
	o["name"], o["guild_id"], o["position"], o["nsfw"], o["topic"] = c.Name, c.Guild.ID, 0, false, nil
	o["parent_id"], o["permission_overwrites"] = nil, []object{}
	if c.parent != nil {
		o["parent_id"] = c.parent.ID
		o["thread_metadata"] = object{"archived": false, "locked": false, "auto_archive_duration": 1440, "archive_timestamp": stamp(Epoch)}
	}
	return o
}

func (g *Guild) wire() object {
	roles := []object{{"id": g.ID, "name": "@everyone", "permissions": strconv.FormatInt(memberPermissions, 10), "position": 0, "color": 0}}
	for i, r := range g.roles {
		roles = append(roles, object{"id": r.ID, "name": r.Name, "permissions": "0", "position": i + 1, "color": 0})
	}
	return object{"id": g.ID, "name": g.Name, "preferred_locale": locale(g.Locale), "owner_id": "1", "features": []string{},
		"roles": roles, "icon": nil, "emojis": []any{}, "stickers": []any{}}
}

// full is the guild as GUILD_CREATE carries it.
func (g *Guild) full() object {
	o := g.wire()
	channels := []object{}
	for _, c := range g.channels {
		channels = append(channels, c.wire())
	}
	o["channels"], o["threads"], o["unavailable"], o["large"] = channels, []any{}, false, false
	o["member_count"], o["joined_at"] = len(g.members), stamp(Epoch)
	o["members"] = []object{g.members[g.d.app.ID].wire(true)}
	return o
}

func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000+00:00") }
