package discordtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/gorilla/websocket"
)

// answered is what the fake said to a raw request.
type answered struct {
	status int
	header http.Header
	raw    string
	body   struct {
		Code    int            `json:"code"`
		Message string         `json:"message"`
		Errors  map[string]any `json:"errors"`
		ID      string         `json:"id"`
		Content string         `json:"content"`
		URL     string         `json:"url"`
	}
}

// call sends a raw request with the bot's token.
func call(t *testing.T, d *Discord, method, path, body string) answered {
	t.Helper()
	out, err := try(d, method, path, "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	return out
}

func try(d *Discord, method, path, contentType string, body io.Reader) (answered, error) {
	var out answered
	r, err := http.NewRequest(method, d.URL()+path, body)
	if err != nil {
		return out, err
	}
	r.Header.Set("Authorization", "Bot "+d.Token())
	r.Header.Set("User-Agent", "DiscordBot (https://example.org, 1)")
	r.Header.Set("Content-Type", contentType)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return out, err
	}
	out.status, out.header, out.raw = resp.StatusCode, resp.Header, string(data)
	_ = json.Unmarshal(data, &out.body) // lists and HTML are looked at in raw
	return out, nil
}

// want fails the test unless the answer has the status and the JSON error code (0 for none).
func (a answered) want(t *testing.T, status, code int) answered {
	t.Helper()
	if a.status != status || a.body.Code != code {
		t.Errorf("answered %d, code %d: %s; want %d, code %d", a.status, a.body.Code, a.raw, status, code)
	}
	return a
}

// has says whether the errors tree holds an error at the dotted path.
func (a answered) has(path string) bool {
	var at any = a.body.Errors
	for _, step := range strings.Split(path, ".") {
		o, _ := at.(map[string]any)
		at = o[step]
	}
	o, _ := at.(map[string]any)
	return o["_errors"] != nil
}

// listener is a bot that hears events over a raw websocket and does nothing.
type listener struct {
	t  *testing.T
	ws *websocket.Conn
}

type frame struct {
	Op   int            `json:"op"`
	Data map[string]any `json:"-"`
	Raw  any            `json:"d"`
	Seq  int            `json:"s"`
	Type string         `json:"t"`
}

func dial(t *testing.T, d *Discord) *listener {
	t.Helper()
	return dialAt(t, call(t, d, "GET", "/gateway", "").body.URL+"/?v=10&encoding=json")
}

func dialAt(t *testing.T, url string) *listener {
	t.Helper()
	ws, _, err := websocket.DefaultDialer.Dial(url, nil)
	if err != nil {
		t.Fatalf("dial: %v", err)
	}
	t.Cleanup(func() { ws.Close() })
	return &listener{t: t, ws: ws}
}

func (l *listener) send(packet string) {
	l.t.Helper()
	if err := l.ws.WriteMessage(websocket.TextMessage, []byte(packet)); err != nil {
		l.t.Fatalf("send: %v", err)
	}
}

func (l *listener) next() frame {
	l.t.Helper()
	var f frame
	if err := l.ws.ReadJSON(&f); err != nil {
		l.t.Fatalf("read: %v", err)
	}
	f.Data, _ = f.Raw.(map[string]any)
	return f
}

// event skips to the next dispatch of a kind.
func (l *listener) event(kind string) frame {
	l.t.Helper()
	for {
		if f := l.next(); f.Type == kind {
			return f
		}
	}
}

// closed reads until the connection ends and returns its close code.
func (l *listener) closed() int {
	l.t.Helper()
	for {
		_, _, err := l.ws.ReadMessage()
		if ce, ok := err.(*websocket.CloseError); ok {
			return ce.Code
		}
		if err != nil {
			return 0
		}
	}
}

const allTalk = 1 | 1<<9 | 1<<12 // guilds, their messages, direct messages

func identifyAs(token string, intents int) string {
	return fmt.Sprintf(`{"op":2,"d":{"token":%q,"intents":%d,"properties":{"os":"linux"}}}`, token, intents)
}

// listen is a bot that is there, for tests of REST.
func listen(t *testing.T, d *Discord) *listener {
	t.Helper()
	l := dial(t, d)
	if f := l.next(); f.Op != 10 {
		t.Fatalf("the first packet is op %d, want Hello", f.Op)
	}
	l.send(identifyAs(d.Token(), allTalk))
	l.event("READY")
	return l
}

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.NewEncoder(&b).Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
