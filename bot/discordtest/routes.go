package discordtest

import (
	"fmt"
	"hash/fnv"
	"net/http"
	"net/url"
	"strings"
)

// route is one REST route: its template, written as in Discord's own document, and what it does.
type route struct {
	method, path string
	open         bool // needs no bot token
	handle       func(*exchange) reply
}

func (r *route) name() string { return r.method + " " + r.path }

func (r *route) bucket() string {
	h := fnv.New64a()
	h.Write([]byte(r.name()))
	return fmt.Sprintf("%016x", h.Sum64())
}

// routes lists literal paths before templates that would swallow them.
var routes = []*route{
	{"GET", "/gateway", true, getGateway},
	{"GET", "/gateway/bot", false, getGatewayBot},
	{"GET", "/users/@me", false, getMe},
	{"GET", "/users/@me/guilds", false, getMyGuilds},
	{"POST", "/users/@me/channels", false, openDMs},
	{"GET", "/users/{user_id}", false, getUser},
	{"GET", "/applications/@me", false, getApplication},
	{"GET", "/oauth2/applications/@me", false, getApplication},

	{"POST", "/interactions/{interaction_id}/{interaction_token}/callback", true, respond},
	{"GET", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", true, getReply},
	{"PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", true, editReply},
	{"DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", true, deleteReply},
	{"GET", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", true, getReply},
	{"PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", true, editReply},
	{"DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", true, deleteReply},
	{"POST", "/webhooks/{webhook_id}/{webhook_token}", true, followUp},

	{"GET", "/channels/{channel_id}", false, getChannel},
	{"GET", "/channels/{channel_id}/messages", false, listMessages},
	{"POST", "/channels/{channel_id}/messages", false, createMessage},
	{"GET", "/channels/{channel_id}/messages/{message_id}", false, getMessage},
	{"PATCH", "/channels/{channel_id}/messages/{message_id}", false, editMessage},
	{"DELETE", "/channels/{channel_id}/messages/{message_id}", false, deleteMessage},
	{"POST", "/channels/{channel_id}/messages/{message_id}/threads", false, createThread},
	{"POST", "/channels/{channel_id}/threads", false, createThread},
	{"PUT", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", false, react},
	{"DELETE", "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me", false, react},
	{"POST", "/channels/{channel_id}/typing", false, typing},

	{"GET", "/guilds/{guild_id}", false, getGuild},
	{"GET", "/guilds/{guild_id}/channels", false, getGuildChannels},
	{"GET", "/guilds/{guild_id}/roles", false, getGuildRoles},
	{"GET", "/guilds/{guild_id}/members/{user_id}", false, getMember},

	{"GET", "/applications/{application_id}/commands", false, listCommands},
	{"PUT", "/applications/{application_id}/commands", false, overwriteCommands},
	{"POST", "/applications/{application_id}/commands", false, createCommand},
	{"GET", "/applications/{application_id}/commands/{command_id}", false, getCommand},
	{"PATCH", "/applications/{application_id}/commands/{command_id}", false, editCommand},
	{"DELETE", "/applications/{application_id}/commands/{command_id}", false, deleteCommand},
	{"GET", "/applications/{application_id}/guilds/{guild_id}/commands", false, listCommands},
	{"PUT", "/applications/{application_id}/guilds/{guild_id}/commands", false, overwriteCommands},
	{"POST", "/applications/{application_id}/guilds/{guild_id}/commands", false, createCommand},
	{"GET", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}", false, getCommand},
	{"PATCH", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}", false, editCommand},
	{"DELETE", "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}", false, deleteCommand},
}

// findRoute returns the first route that the method and path fit, with the path's variables.
func findRoute(method, path string) (*route, map[string]string) {
	for _, r := range routes {
		if r.method != method {
			continue
		}
		if vars, ok := match(r.path, path); ok {
			return r, vars
		}
	}
	return nil, nil
}

func match(template, path string) (map[string]string, bool) {
	want, have := strings.Split(template, "/"), strings.Split(path, "/")
	if len(want) != len(have) {
		return nil, false
	}
	vars := map[string]string{}
	for i, w := range want {
		if strings.HasPrefix(w, "{") {
			value, err := url.PathUnescape(have[i])
			if err != nil || value == "" {
				return nil, false
			}
			vars[strings.Trim(w, "{}")] = value
		} else if w != have[i] {
			return nil, false
		}
	}
	return vars, true
}

func getGateway(x *exchange) reply { return ok(object{"url": x.d.gateway.base + "/gw"}) }

func getGatewayBot(x *exchange) reply {
	g := x.d.gateway
	return ok(object{"url": g.base + "/gw", "shards": max(1, g.shards), "session_start_limit": object{
		"total": 1000, "remaining": max(0, 1000-g.identifies), "reset_after": 86400000, "max_concurrency": g.concurrency()}})
}

func getMe(x *exchange) reply {
	me := x.d.app.wire()
	me["mfa_enabled"], me["locale"] = false, "en-US"
	return ok(me)
}

func getMyGuilds(x *exchange) reply {
	list := []object{}
	for _, g := range x.d.guilds {
		list = append(list, object{"id": g.ID, "name": g.Name, "icon": nil, "banner": nil, "owner": false, "permissions": "0", "features": []string{}})
	}
	return ok(list)
}

func getApplication(x *exchange) reply {
	return ok(object{"id": x.d.app.ID, "name": x.d.app.Display, "icon": nil, "description": "", "summary": "",
		"bot_public": true, "bot_require_code_grant": false, "verify_key": strings.Repeat("0", 64),
		"flags": x.d.gateway.applicationFlags(), "bot": x.d.app.wire(), "owner": object{"id": "1", "username": "owner", "discriminator": "0"}})
}

func getUser(x *exchange) reply {
	u, found := x.d.users[x.vars["user_id"]]
	if !found {
		return refuse(http.StatusNotFound, codeUnknownUser, "Unknown User")
	}
	return ok(u.wire())
}

func getGuild(x *exchange) reply {
	return x.withGuild(func(g *Guild) reply { return ok(g.wire()) })
}

func getGuildChannels(x *exchange) reply {
	return x.withGuild(func(g *Guild) reply { return ok(g.full()["channels"]) })
}

func getGuildRoles(x *exchange) reply {
	return x.withGuild(func(g *Guild) reply { return ok(g.wire()["roles"]) })
}

func getMember(x *exchange) reply {
	return x.withGuild(func(g *Guild) reply {
		m, found := g.members[x.vars["user_id"]]
		if !found {
			return refuse(http.StatusNotFound, codeUnknownMember, "Unknown Member")
		}
		return ok(m.wire(true))
	})
}

func (x *exchange) withGuild(then func(*Guild) reply) reply {
	g, found := x.d.guilds[x.vars["guild_id"]]
	if !found {
		return refuse(http.StatusNotFound, codeUnknownGuild, "Unknown Guild")
	}
	return then(g)
}
