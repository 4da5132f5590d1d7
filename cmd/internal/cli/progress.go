package cli

// Standard error on a terminal: diagnostics and, in a long run, a bar beneath
// them that tells how far it has come.

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"unionrep/cmd/internal/source"
)

const (
	showAfter  = time.Second            // a run that ends sooner shows no bar
	redraw     = 100 * time.Millisecond // the bar is drawn at most this often
	barColumns = 66                     // what stands beside the bar, at most
)

// A console is standard error. What is written to it stands above the bar.
type console struct {
	w       io.Writer
	columns int  // how wide the terminal is, 0 where w is none
	color   bool // what is said may be in colour

	mu      sync.Mutex
	bar     *progressbar.ProgressBar // of the run that goes on, nil for none
	visible bool
}

func newConsole(w io.Writer) *console {
	c := &console{w: w}
	if isTerminal(w) && os.Getenv("TERM") != "dumb" {
		c.color = os.Getenv("NO_COLOR") == "" // see no-color.org
		c.columns, _, _ = term.GetSize(int(w.(*os.File).Fd()))
	}
	return c
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func (c *console) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.visible {
		c.bar.Clear()
		defer c.bar.RenderBlank() // draws it as it stood
	}
	if _, err := c.w.Write(c.painted(p)); err != nil {
		return 0, err
	}
	return len(p), nil
}

// painted is a diagnostic with the name of the program in bold red, so that it
// stands out from what else the terminal shows.
func (c *console) painted(p []byte) []byte {
	const name = "unionrep:"
	if !c.color || !bytes.HasPrefix(p, []byte(name)) {
		return p
	}
	return append([]byte("\x1b[1;31m"+name+"\x1b[0m"), p[len(name):]...)
}

// veiled is where the bar draws: nowhere before it is visible, so that its
// clock begins with the run.
type veiled struct{ c *console }

func (v veiled) Write(p []byte) (int, error) {
	if !v.c.visible {
		return len(p), nil
	}
	return v.c.w.Write(p)
}

// A progress is how far a run has come. A nil one says nothing.
type progress struct {
	c     *console
	timer *time.Timer
	count int   // of the documents, 0 where it is not known before they are read
	done  int   // how many of them
	read  int64 // their bytes
	drawn time.Time
}

// newProgress begins to watch a run over the inputs, each a document or lines
// of them. It is nil where nobody would see it, where the terminal is too
// narrow, and where no size is known.
func newProgress(w io.Writer, inputs []source.Input, lines bool) *progress {
	c, ok := w.(*console)
	if !ok || c.columns < barColumns {
		return nil
	}
	total := int64(0)
	for _, in := range inputs {
		total += in.Size()
	}
	if total == 0 {
		return nil
	}
	p := &progress{c: c}
	if !lines {
		p.count = len(inputs)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.bar = progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(veiled{c}),
		progressbar.OptionUseANSICodes(true),
		progressbar.OptionSetWidth(min(30, c.columns-barColumns)),
		progressbar.OptionShowBytes(true),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
	)
	p.draw()
	p.timer = time.AfterFunc(showAfter, p.show)
	return p
}

// draw brings the bar up to date, unless it has been taken away.
func (p *progress) draw() {
	if p.c.bar == nil {
		return
	}
	p.drawn = time.Now()
	said := fmt.Sprintf("%d documents", p.done)
	if p.count > 0 {
		said = fmt.Sprintf("%d/%d files", p.done, p.count)
	}
	p.c.bar.Describe(said)
	p.c.bar.Set64(p.read)
}

func (p *progress) show() {
	p.c.mu.Lock()
	defer p.c.mu.Unlock()
	p.c.visible = p.c.bar != nil
	p.draw()
}

// advance counts a document of size bytes, which was read or could not be.
func (p *progress) advance(size int64) {
	if p == nil {
		return
	}
	p.c.mu.Lock()
	defer p.c.mu.Unlock()
	p.read += size
	p.done++
	if time.Since(p.drawn) >= redraw {
		p.draw()
	}
}

// stop takes the bar away.
func (p *progress) stop() {
	if p == nil {
		return
	}
	p.timer.Stop()
	p.c.hide()
}

// withoutBar shows none in this run: records are printed on the same terminal, and show how far
// the run has come.
func (c *console) withoutBar() { c.columns = 0 }

// hide takes the bar away where there is one.
func (c *console) hide() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.visible {
		c.bar.Clear()
	}
	c.visible, c.bar = false, nil
}
