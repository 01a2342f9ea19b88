package intake

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"code.dny.dev/ssrf"
	"golang.org/x/net/dns/dnsmessage"

	"parley/fault"
)

// story is a page with an article, about a reservoir that was never built.
const story = `<!doctype html><html lang="en"><head><title>Reservoir gate jams | The Upland Post</title>
<meta property="og:site_name" content="The Upland Post"></head><body><article><h1>Reservoir gate jams</h1>
<p>Engineers at the Tarn Hollow reservoir failed on Friday to close a sluice gate that has been stuck since the storm.</p>
<p>The water board said that the level was falling by nine centimetres an hour, and that no village was at risk.</p>
</article></body></html>`

// serving starts a server on loopback and an Intake that may reach its address and no other that is not public.
func serving(t *testing.T, handler http.HandlerFunc, opts Options) (*httptest.Server, *Intake) {
	t.Helper()
	srv := httptest.NewServer(handler)
	t.Cleanup(srv.Close)
	here := netip.MustParseAddrPort(srv.Listener.Addr().String())
	opts.AllowAddr = func(a netip.AddrPort) bool { return a == here }
	return srv, New(opts)
}

// wantFault holds err to be a fault of one line that says what happened and what to do.
func wantFault(t *testing.T, err error, say string) {
	t.Helper()
	line, ok := fault.Say(err)
	if !ok {
		t.Fatalf("error is no fault: %v", err)
	}
	if !strings.Contains(line, say) {
		t.Errorf("fault says %q, want it to hold %q (cause: %v)", line, say, err)
	}
	if strings.ContainsAny(line, "\n\r") || !strings.Contains(line, "Nothing was added; ") {
		t.Errorf("fault is not one line that says what was kept and what to do: %q", line)
	}
}

func html200(page string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, page)
	}
}

func TestLinkTakesAnArticle(t *testing.T) {
	var agent atomic.Value
	srv, in := serving(t, func(w http.ResponseWriter, r *http.Request) {
		agent.Store(r.UserAgent())
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/news/gate?id=7&utm_source=letter&fbclid=x#top", http.StatusMovedPermanently)
			return
		}
		html200(story)(w, r)
	}, Options{})
	doc, err := in.Link(context.Background(), srv.URL+"/old?gclid=1")
	if err != nil {
		t.Fatal(err)
	}
	want := srv.URL + "/news/gate?id=7"
	if doc.Source != want || doc.URL != want {
		t.Errorf("source %q, url %q, want %q", doc.Source, doc.URL, want)
	}
	if doc.Title != "Reservoir gate jams" || doc.Publisher != "The Upland Post" || doc.Language != "en" {
		t.Errorf("meta = %+v", doc.Meta)
	}
	if !strings.Contains(doc.Body, "falling by nine centimetres an hour") || len(doc.Passages) == 0 {
		t.Errorf("body = %q", doc.Body)
	}
	if got := agent.Load().(string); !strings.HasPrefix(got, "Parley/") || !strings.HasSuffix(got, "(+news desk bot)") {
		t.Errorf("asked as %q", got)
	}
}

func TestLinkTakesPlainTextAndNamesItsHost(t *testing.T) {
	srv, in := serving(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=iso-8859-1")
		w.Write([]byte("The caf\xe9 on the quay reopened on Monday after the flood."))
	}, Options{})
	doc, err := in.Link(context.Background(), srv.URL+"/note.txt")
	if err != nil {
		t.Fatal(err)
	}
	if doc.Publisher != "127.0.0.1" || !strings.Contains(doc.Body, "The café on the quay") {
		t.Errorf("publisher %q, body %q", doc.Publisher, doc.Body)
	}
}

// badLinks are refused by spelling, by scheme or by what they hold, or by the address that they dial.
var badLinks = []string{
	"http://127.0.0.1/", "http://127.1/", "http://127.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.0.0.1/",
	"http://0177.0.0.1/", "http://017700000001/", "http://127.0.0.1./", "http://0/", "http://0.0.0.0/", "http://127.255.255.254/",
	"http://10.0.0.1/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/",
	"http://169.254.170.2/", "http://0xa9fea9fe/", "http://2852039166/", "http://0251.0376.0251.0376/", "http://100.64.0.1/",
	"http://100.100.100.200/", "http://192.0.0.192/", "http://198.18.0.1/", "http://224.0.0.1/", "http://239.255.255.250/",
	"http://255.255.255.255/", "http://240.0.0.1/", "http://192.88.99.1/", "http://192.0.2.1/",
	"http://[::1]/", "http://[::]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
	"http://[::ffff:169.254.169.254]/", "http://[::ffff:a9fe:a9fe]/", "http://[::127.0.0.1]/", "http://[64:ff9b::7f00:1]/",
	"http://[64:ff9b::169.254.169.254]/", "http://[64:ff9b:1::a00:1]/", "http://[2002:7f00:1::]/", "http://[2002:a9fe:a9fe::1]/",
	"http://[2001:0:7f00:1::]/", "http://[fe80::1]/", "http://[fe80::1%25eth0]/", "http://[fc00::1]/", "http://[fd00:ec2::254]/",
	"http://[ff02::1]/", "http://[2001:db8::1]/", "http://[fec0::1]/", "http://[100::1]/",
	"http://１２７.０.０.１/", "http://127。0。0。1/", "http://①②⑦.0.0.1/",
	"http://8.8.8.8:22/", "http://8.8.8.8:6379/", "http://[2606:4700::1111]:25/",
	"ftp://8.8.8.8/a.txt", "file:///etc/passwd", "gopher://8.8.8.8/", "javascript:alert(1)", "data:text/html,hello", "http:8.8.8.8",
	"//8.8.8.8/", "8.8.8.8", "", " ", "http://", "http:///etc/passwd", "http://user:secret@8.8.8.8/", "http://user@8.8.8.8/",
	"http://8.8.8.8\r\nHost: x/", "http://%31%32%37.0.0.1/", "unix:///run/x.sock",
	"https://" + strings.Repeat("a", 5000) + "/",
	"http://user:secret%zz@8.8.8.8/", "http://user:secret@8.8.8.8:port/", "ftp://user:secret@8.8.8.8/a.txt", "https:user:secret@8.8.8.8/", "user:secret@8.8.8.8",
	"http://user:secret@[8.8.8.8/", "http://user:secret@8.8.8.8/\x7f", "http:///user:secret@8.8.8.8/",
}

func TestLinkRefusesBadAddresses(t *testing.T) {
	in := New(Options{LinkTime: 5 * time.Second})
	for _, link := range badLinks {
		t.Run(shown(link), func(t *testing.T) {
			_, err := in.Link(context.Background(), link)
			wantFault(t, err, "")
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("the fault repeats the password: %v", err)
			}
			// Refused, not merely unreachable from where the test runs.
			line, _ := fault.Say(err)
			for _, unreached := range []string{"could not be fetched", "did not answer", "was not found"} {
				if strings.Contains(line, unreached) {
					t.Errorf("%q was tried: %v", link, err)
				}
			}
		})
	}
}

func TestLinkRefusesRedirectsInward(t *testing.T) {
	for _, to := range []string{"http://169.254.169.254/latest/meta-data/", "http://127.0.0.1:1/", "http://0x7f000001/", "http://[::1]/",
		"file:///etc/passwd", "http://user:secret@8.8.8.8/"} {
		srv, in := serving(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusFound)
		}, Options{})
		_, err := in.Link(context.Background(), srv.URL)
		wantFault(t, err, "")
		if line, _ := fault.Say(err); strings.Contains(line, "could not be fetched") || strings.Contains(err.Error(), "secret") {
			t.Errorf("redirect to %s: %v", to, err)
		}
	}
}

// rebinder is a DNS server whose first answer for a name is a public address, and each later one loopback.
func rebinder(t *testing.T) (addr string, asked *atomic.Int32) {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	asked = new(atomic.Int32)
	go func() {
		buf := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			var msg dnsmessage.Message
			if msg.Unpack(buf[:n]) != nil || len(msg.Questions) != 1 {
				continue
			}
			msg.Response, msg.Authoritative, msg.Additionals = true, true, nil
			if q := msg.Questions[0]; q.Type == dnsmessage.TypeA {
				ip := [4]byte{127, 0, 0, 1}
				if asked.Add(1) == 1 {
					ip = [4]byte{127, 0, 0, 2}
				}
				msg.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class},
					Body: &dnsmessage.AResource{A: ip}}}
			}
			if out, err := msg.Pack(); err == nil {
				conn.WriteTo(out, from)
			}
		}
	}()
	return conn.LocalAddr().String(), asked
}

// The name's first address (127.0.0.2, which the hook lets stand for a public one) sends back to the name, which by then means
// loopback. A check of names before the request would pass both times.
func TestLinkRefusesRebinding(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.2:0")
	if err != nil {
		t.Skipf("no second loopback address to stand for a public one: %v", err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	inner, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		t.Skipf("port %d is taken on the first loopback address: %v", port, err)
	}
	var reached atomic.Bool
	secret := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reached.Store(true)
		html200(story)(w, r)
	}))
	secret.Listener.Close()
	secret.Listener = inner
	secret.Start()
	defer secret.Close()
	outer := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/again", http.StatusFound)
	}))
	outer.Listener.Close()
	outer.Listener = listener
	outer.Start()
	defer outer.Close()

	dns, asked := rebinder(t)
	in := New(Options{LookupServer: dns, AllowAddr: func(a netip.AddrPort) bool { return a.Addr() == netip.MustParseAddr("127.0.0.2") }})
	_, err = in.Link(context.Background(), fmt.Sprintf("http://rebind.test:%d/", port))
	if reached.Load() {
		t.Fatal("the request reached loopback")
	}
	if asked.Load() < 2 {
		t.Fatalf("the name was asked for %d times: the test did not rebind", asked.Load())
	}
	if !errors.Is(err, ssrf.ErrProhibitedPort) && !errors.Is(err, ssrf.ErrProhibitedIP) {
		t.Errorf("err = %v", err)
	}
	wantFault(t, err, "")
}

func TestLinkIgnoresProxySettings(t *testing.T) {
	var proxied atomic.Bool
	proxy := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { proxied.Store(true) }))
	defer proxy.Close()
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("http_proxy", proxy.URL)
	_, err := New(Options{LinkTime: 2 * time.Second}).Link(context.Background(), "http://169.254.169.254/")
	wantFault(t, err, "not on the public internet")
	if proxied.Load() {
		t.Error("the request went through the proxy")
	}
}

func TestLinkBoundsRedirects(t *testing.T) {
	var hops atomic.Int32
	srv, in := serving(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, fmt.Sprintf("/%d", hops.Add(1)), http.StatusFound)
	}, Options{})
	_, err := in.Link(context.Background(), srv.URL)
	wantFault(t, err, "redirected too often")
	if hops.Load() != 1+Redirects {
		t.Errorf("%d requests, want %d", hops.Load(), 1+Redirects)
	}
}

func TestLinkBoundsTheBody(t *testing.T) {
	const gigabytes = 2 << 30
	var sent atomic.Int64
	endless := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		if r.URL.Path == "/told" {
			w.Header().Set("Content-Length", fmt.Sprint(gigabytes))
		}
		chunk := bytes.Repeat([]byte("<p>word "), 8<<10)
		for sent.Load() < gigabytes {
			n, err := w.Write(chunk)
			if sent.Add(int64(n)); err != nil {
				return
			}
		}
	}
	for _, path := range []string{"/told", "/untold"} {
		sent.Store(0)
		srv, in := serving(t, endless, Options{LinkTime: 30 * time.Second})
		_, err := in.Link(context.Background(), srv.URL+path)
		wantFault(t, err, "larger than 10 MB")
		// What the sockets buffer is sent too.
		if sent.Load() > 64<<20 {
			t.Errorf("%s: %d MB were sent before the link was left", path, sent.Load()>>20)
		}
	}
}

func TestLinkBoundsWhatIsCompressed(t *testing.T) {
	var bomb bytes.Buffer
	zip := gzip.NewWriter(&bomb)
	for zeros, i := make([]byte, 1<<20), 0; i < 512; i++ {
		zip.Write(zeros)
	}
	zip.Close()
	srv, in := serving(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bomb.Bytes())
	}, Options{LinkTime: 30 * time.Second})
	_, err := in.Link(context.Background(), srv.URL)
	wantFault(t, err, "larger than 10 MB")
}

func TestLinkBoundsTime(t *testing.T) {
	done := make(chan struct{})
	defer close(done)
	wait := func(r *http.Request, d time.Duration) bool {
		select {
		case <-done:
		case <-r.Context().Done():
		case <-time.After(d):
			return true
		}
		return false
	}
	handlers := map[string]http.HandlerFunc{
		"hangs before the headers": func(w http.ResponseWriter, r *http.Request) { wait(r, time.Minute) },
		"drips": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			for wait(r, 20*time.Millisecond) {
				io.WriteString(w, "<p>")
				w.(http.Flusher).Flush()
			}
		},
		"redirects slowly": func(w http.ResponseWriter, r *http.Request) {
			wait(r, 150*time.Millisecond)
			http.Redirect(w, r, "/", http.StatusFound)
		},
	}
	for name, handler := range handlers {
		t.Run(name, func(t *testing.T) {
			srv, in := serving(t, handler, Options{LinkTime: 300 * time.Millisecond})
			start := time.Now()
			_, err := in.Link(context.Background(), srv.URL)
			wantFault(t, err, "did not answer in full within 300ms")
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %s", took)
			}
		})
	}
}

func TestLinkThatTheCallerStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	srv, in := serving(t, func(w http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() }, Options{})
	_, err := in.Link(ctx, srv.URL)
	wantFault(t, err, "stopped")
	if !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
}

func TestLinkBoundsHeaders(t *testing.T) {
	srv, in := serving(t, func(w http.ResponseWriter, r *http.Request) {
		for i := range 1000 {
			w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("h", 1000))
		}
		html200(story)(w, r)
	}, Options{})
	_, err := in.Link(context.Background(), srv.URL)
	wantFault(t, err, "could not be fetched")
}

func TestLinkRefusesWhatIsNoArticle(t *testing.T) {
	cases := []struct {
		name, contentType, body, say string
		status                       int
	}{
		{"pdf", "application/pdf", "%PDF-1.7 …", "PDF is not read yet", 200},
		{"pdf that says it is a page", "text/html", "%PDF-1.7\n<html>", "PDF is not read yet", 200},
		{"picture", "image/png", "\x89PNG\r\n\x1a\n", "of a kind that is not read", 200},
		{"picture that says it is a page", "text/html", "\x89PNG\r\n\x1a\n\x00\x00", "a picture", 200},
		{"program without a type", "application/octet-stream", "\x7fELF\x02\x01", "of a kind that is not read", 200},
		{"json", "application/json", `{"a":1}`, "of a kind that is not read", 200},
		{"feed", "application/rss+xml", `<rss/>`, "of a kind that is not read", 200},
		{"nothing", "text/html", "", "holds no article", 200},
		{"empty text", "text/plain", " \n\t ", "holds no text", 200},
		{"page of links", "text/html", linkPage, "holds no article", 200},
		{"page that a script fills", "text/html", `<html><body><div id="root"></div><script>load("an article. It is long.")</script></body></html>`, "holds no article", 200},
		{"missing", "text/html", story, "404 Not Found", 404},
		{"gone", "text/html", story, "410 Gone", 410},
		{"for subscribers", "text/html", story, "402 Payment Required", 402},
		{"forbidden", "text/html", story, "403 Forbidden", 403},
		{"busy", "text/html", story, "429 Too Many Requests). Nothing was added; try again later", 429},
		{"broken", "text/html", story, "500 Internal Server Error). Nothing was added; try again later", 500},
		{"odd status", "text/html", story, "599", 599},
		{"nothing new", "text/html", story, "206 Partial Content", 206},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			srv, in := serving(t, func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Content-Type", c.contentType)
				w.WriteHeader(c.status)
				io.WriteString(w, c.body)
			}, Options{})
			doc, err := in.Link(context.Background(), srv.URL)
			wantFault(t, err, c.say)
			if doc.Body != "" {
				t.Errorf("a document came with the fault: %q", doc.Body)
			}
		})
	}
}

const linkPage = `<html><body><h1>Today</h1><main><ul><li><a href="/a">Bridge in Ostby closed for the whole of the winter, council says.</a></li>
<li><a href="/b">Ferry company and its crews meet again on Thursday over shifts.</a></li></ul></main></body></html>`

func TestLinkRefusesACompressionThatWasNotAskedFor(t *testing.T) {
	srv, in := serving(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "br")
		w.Write([]byte("\x0b\x02\x80"))
	}, Options{})
	_, err := in.Link(context.Background(), srv.URL)
	wantFault(t, err, "in a form that cannot be read")
}

func TestCanonicalURL(t *testing.T) {
	cases := map[string]string{
		"HTTPS://News.Example:443/a?b=2&utm_medium=x&a=1&fbclid=q#c": "https://news.example/a?b=2&a=1",
		"http://news.example":                    "http://news.example/",
		"http://news.example:80/?utm_source=x":   "http://news.example/",
		"https://news.example/?gclid=1&UTM_ID=2": "https://news.example/",
		" https://news.example/%C3%A9?q=%20&r ":  "https://news.example/%C3%A9?q=%20&r",
	}
	for raw, want := range cases {
		got, err := CanonicalURL(raw)
		if err != nil || got != want {
			t.Errorf("CanonicalURL(%q) = %q, %v; want %q", raw, got, err, want)
		}
		if again, err := CanonicalURL(got); err != nil || again != got {
			t.Errorf("CanonicalURL(%q) = %q, %v: not its own canonical form", got, again, err)
		}
	}
}
