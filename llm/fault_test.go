package llm_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"parley/fault"
	"parley/llm"
	"parley/llm/llmtest"
)

// TestNoSecretIsCutOpen: a body is cut only after the secrets are out of it, in whatever form it repeats them.
func TestNoSecretIsCutOpen(t *testing.T) {
	const key = `sk-7/secret+"of"&operator`
	for name, form := range map[string]string{"as it is": key, "in an address": "sk-7%2Fsecret%2B%22of%22%26operator", "in JSON": `sk-7/secret+\"of\"\u0026operator`} {
		for _, before := range []int{0, 150, 180, 195, 199} {
			body := strings.Repeat("x", before) + form + strings.Repeat("y", 300)
			for _, status := range []int{400, 500} {
				s := llmtest.Script{Steps: []llmtest.Step{{Do: "raw", Status: status, Body: body}}}
				_, err := client(t, llmtest.Start(t, s), func(o *llm.Options) { o.Key, o.Timeout = key, 300*time.Millisecond }).Write(context.Background(), prompt(t))
				if err == nil || strings.Contains(err.Error(), "sk-7") {
					t.Errorf("%s after %d bytes, status %d: %v", name, before, status, err)
				}
			}
		}
	}
}

// TestNoReplyHoldsTheKey: replies are kept in the record, where moderators may read them.
func TestNoReplyHoldsTheKey(t *testing.T) {
	e := llmtest.Start(t, llmtest.Say("The key is "+secret+", it said."))
	reply, err := client(t, e, func(o *llm.Options) { o.Model = "model-of-" + secret }).Write(context.Background(), prompt(t))
	if err != nil || strings.Contains(reply.Text+reply.Model, secret) || !strings.Contains(reply.Text, "The key is ") {
		t.Errorf("%+v, %v", reply, err)
	}
	short, err := client(t, e, func(o *llm.Options) { o.Key = "key" }).Write(context.Background(), prompt(t))
	if err != nil || !strings.HasPrefix(short.Text, "The key is ") {
		t.Errorf("a short key takes words out of replies: %+v, %v", short, err)
	}
}

// TestAskersWhoLeaveDoNotSayThatTheEndpointIsDown: it may be well; they were not patient.
func TestAskersWhoLeaveDoNotSayThatTheEndpointIsDown(t *testing.T) {
	s := llmtest.Script{}
	for range 8 {
		s.Steps = append(s.Steps, llmtest.Step{Do: "hang"})
	}
	s.Steps = append(s.Steps, script(t, "good").Steps...)
	e := llmtest.Start(t, s)
	c := client(t, e, func(o *llm.Options) { o.AtOnce = 8 })
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			time.AfterFunc(150*time.Millisecond, cancel)
			c.Write(ctx, prompt(t))
		})
	}
	all.Wait()
	if _, err := c.Write(context.Background(), prompt(t)); err != nil {
		t.Errorf("after %d requests: %v", len(e.Requests()), err)
	}
}

// TestPromptsStayWithTheOperatorsEndpoint: a redirect would carry articles, a question and the key to somebody else.
func TestPromptsStayWithTheOperatorsEndpoint(t *testing.T) {
	var met atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { met.Add(1) }))
	defer other.Close()
	for _, status := range []int{301, 302, 307, 308} {
		s := llmtest.Script{Steps: []llmtest.Step{{Do: "raw", Status: status, Header: map[string]string{"Location": other.URL}}}}
		c := client(t, llmtest.Start(t, s), nil)
		_, err := c.Write(context.Background(), prompt(t))
		if say, _ := fault.Say(err); !errors.Is(err, llm.ErrSettings) || !strings.Contains(say, "OPENAI_BASE_URL") {
			t.Errorf("%d: %v", status, err)
		}
	}
	if met.Load() != 0 {
		t.Errorf("%d requests went elsewhere", met.Load())
	}
}

// TestTheDoctorSaysWhatIsWrong, and not that a question is safe which nobody asked.
func TestTheDoctorSaysWhatIsWrong(t *testing.T) {
	down := llmtest.Start(t, script(t, "error_500_always"))
	for name, tt := range map[string]struct{ url, says string }{
		"nobody there": {"http://127.0.0.1:1/v1", "connection refused"}, "no such host": {"http://nobody.invalid/v1", "nobody.invalid"}, "fails": {down.URL(), "status 500"},
	} {
		c, err := llm.New(llm.Options{BaseURL: tt.url, Model: "m", Key: secret, Timeout: 5 * time.Second})
		if err != nil {
			t.Fatal(err)
		}
		_, err = c.Check(context.Background())
		say, ok := fault.Say(err)
		if !ok || !strings.Contains(say, tt.says) || !strings.Contains(say, "OPENAI_BASE_URL") || strings.Contains(say, "question") || strings.Contains(err.Error(), secret) {
			t.Errorf("%s: %q, %v", name, say, err)
		}
	}
}

// TestSettingsMayEndInALineEnd, as files of secrets do.
func TestSettingsMayEndInALineEnd(t *testing.T) {
	e := llmtest.Start(t, script(t, "good"))
	c := client(t, e, func(o *llm.Options) { o.BaseURL, o.Key, o.Model = e.URL()+"\n", secret+"\r\n", " "+llmtest.Model+"\n" })
	if _, err := c.Write(context.Background(), prompt(t)); err != nil {
		t.Fatal(err)
	}
	if r := e.Requests()[0]; r.Auth != "Bearer "+secret || r.Model != llmtest.Model {
		t.Errorf("sent %q to %q", r.Auth, r.Model)
	}
}
