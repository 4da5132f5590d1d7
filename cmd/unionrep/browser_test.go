package main

// A browser for tests, and how a reader uses it.

import (
	"context"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// patience is how long a test gives the browser, for a machine that is busy.
const patience = 2 * time.Minute

// A tab is a page in a browser. It fails the test where the page has an error.
type tab struct {
	t         *testing.T
	ctx       context.Context
	downloads string        // the folder that downloads go to
	loaded    chan struct{} // one for each that is there

	mu       sync.Mutex
	requests []string // what the page has asked for
}

// openBrowser starts a headless browser with an empty profile, or skips the
// test where there is none.
func openBrowser(t *testing.T) *tab {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a browser")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("needs a browser: neither chromium nor google-chrome is there")
	}
	t.Parallel() // most of what such a test does is to wait for the browser
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.UserDataDir(t.TempDir()), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("lang", "en-US"), chromedp.WindowSize(1280, 900))
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx, downloads: t.TempDir(), loaded: make(chan struct{}, 100)}
	b.must(chromedp.Do(ctx))
	b.must(chromedp.Listen(ctx, b.note))
	_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	b.must(err)
	_, err = chromedp.Call(ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: b.downloads, EventsEnabled: new(true),
	})
	b.must(err)
	return b
}

func (b *tab) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

// note keeps what the page asks for, and fails the test where it goes wrong.
func (b *tab) note(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.mu.Lock()
		b.requests = append(b.requests, e.Request.URL)
		b.mu.Unlock()
	case *browser.EventDownloadProgress:
		if e.State == browser.DownloadProgressStateCompleted {
			b.loaded <- struct{}{}
		}
	case *runtime.EventExceptionThrown:
		b.t.Errorf("the page has an error: %s %v", e.ExceptionDetails.Text, e.ExceptionDetails.Exception)
	}
}

// asked are the URLs that the page has asked for.
func (b *tab) asked() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string{}, b.requests...)
}

// open shows the page in a file.
func (b *tab) open(path string) {
	b.t.Helper()
	path, err := filepath.Abs(path)
	b.must(err)
	b.must(chromedp.Do(b.ctx, chromedp.Navigate("file://"+path)))
}

// before runs a script in every page before its own.
func (b *tab) before(script string) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	b.must(err)
}

// press types keys as a keyboard does: a key that the page has an answer to
// types nothing. \r is Enter and \x1b is Escape.
func (b *tab) press(keys string) {
	b.t.Helper()
	for _, key := range keys {
		events := kb.Encode(key) // down, with a character where it has one, up
		down, up := events[0], events[len(events)-1]
		down.Text = events[len(events)-2].Text
		for _, event := range []*input.DispatchKeyEventParams{down, up} {
			_, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, *event)
			b.must(err)
		}
	}
}

func (b *tab) click(selector string) {
	b.t.Helper()
	b.must(chromedp.Do(b.ctx, chromedp.Click(chromedp.CSS(selector))))
}

// downloaded waits for n downloads.
func (b *tab) downloaded(n int) {
	b.t.Helper()
	for range n {
		select {
		case <-b.loaded:
		case <-time.After(patience / 2):
			b.t.Fatal("nothing was saved")
		}
	}
}

// choose puts a file into a field for files.
func (b *tab) choose(selector, path string) {
	b.t.Helper()
	b.must(chromedp.Do(b.ctx, chromedp.SetUploadFiles(chromedp.CSS(selector), []string{path})))
}

// eventually fails the test where an expression does not become true.
func (b *tab) eventually(expression string) {
	b.t.Helper()
	for deadline := time.Now().Add(patience / 2); ; time.Sleep(10 * time.Millisecond) {
		if ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](expression)); err != nil || ok {
			b.must(err)
			return
		}
		if time.Now().After(deadline) {
			b.t.Fatalf("never true: %s", expression)
		}
	}
}

// fill puts text into a field as if it were typed over what is there.
func (b *tab) fill(selector, text string) {
	b.t.Helper()
	b.run("const field = document.querySelector(%s); field.value = %s; field.dispatchEvent(new Event('input', {bubbles: true})); field.dispatchEvent(new Event('change', {bubbles: true}))", selector, text)
}

// selectText selects the first place of the text that reads so.
func (b *tab) selectText(text string) {
	b.t.Helper()
	b.run(`
		const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
		for (let node; (node = walker.nextNode());) {
			const at = node.data.indexOf(%[1]s);
			if (at < 0) continue;
			getSelection().setBaseAndExtent(node, at, node, at + %[1]s.length);
			return;
		}
		throw new Error("no such text: " + %[1]s);`, text)
}

// run runs a script with texts in place of its verbs.
func (b *tab) run(script string, texts ...string) {
	b.t.Helper()
	_, err := chromedp.Run(b.ctx, chromedp.Evaluate[chromedp.Void]("(() => {"+quoted(script, texts)+"})()"))
	b.must(err)
}

// is fails the test where an expression has another value.
func (b *tab) is(want any, expression string, texts ...string) {
	b.t.Helper()
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[any](quoted(expression, texts)))
	b.must(err)
	if a, z := marshal(b.t, got), marshal(b.t, want); a != z {
		b.t.Errorf("%s\nis   %s\nwant %s", expression, a, z)
	}
}

// media sets what the page is told of its surroundings, such as
// prefers-color-scheme.
func (b *tab) media(kind, feature, value string) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: kind, Features: []*emulation.MediaFeature{{Name: feature, Value: value}},
	})
	b.must(err)
}

// speaks sets the reader's language.
func (b *tab) speaks(language string) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{UserAgent: "test", AcceptLanguage: language})
	b.must(err)
}

// resize gives the window another size.
func (b *tab) resize(width, height int64) {
	b.t.Helper()
	b.must(chromedp.Do(b.ctx, chromedp.EmulateViewport(width, height)))
}

// quoted puts texts, as literals of a script, in place of %s and %[1]s.
func quoted(script string, texts []string) string {
	for _, text := range texts {
		literal, _ := json.Marshal(text) // a string has a literal
		script = strings.ReplaceAll(strings.Replace(script, "%s", string(literal), 1), "%[1]s", string(literal))
	}
	return script
}

func marshal(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
