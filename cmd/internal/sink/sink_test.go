package sink

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"unionrep/extract"
	"unionrep/normalize"
)

// written is what a writer makes of records.
func written(t *testing.T, o Options, records ...extract.Record) string {
	t.Helper()
	var b bytes.Buffer
	out := &Output{Writer: bufio.NewWriter(&b)}
	defer out.Discard()
	w, err := New(out, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(&Document{Records: records}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	out.Flush()
	return b.String()
}

// fieldNames are the JSON names of the record's fields, in order.
func fieldNames() []string {
	var names []string
	for field := range reflect.TypeFor[extract.Record]().Fields() {
		names = append(names, field.Tag.Get("json"))
	}
	return names
}

func TestJSON(t *testing.T) {
	r := extract.Record{Source: "<3&>“万”\n"}
	line := written(t, Options{Format: "jsonl"}, r)
	for _, want := range []string{`"source":"<3&>“万”\n"`, `"value":0,"max":null,`, `"low":null,"high":null,`, `"copies":[],"flags":[],`, `"title":"",`} {
		if !strings.Contains(line, want) {
			t.Errorf("%s is not in %s", want, line)
		}
	}
	if strings.Count(line, "\n") != 1 || !strings.HasSuffix(line, "\n") {
		t.Errorf("a record is not one line: %q", line)
	}
	var order []string
	for decoder := json.NewDecoder(strings.NewReader(line)); ; {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if s, ok := token.(string); ok && reflect.DeepEqual(append(order, s), fieldNames()[:min(len(order)+1, len(fieldNames()))]) {
			order = append(order, s)
		}
	}
	if len(order) != len(fieldNames()) {
		t.Errorf("the fields are out of order after %v", order)
	}

	for n := range 3 {
		var back []map[string]any
		array := written(t, Options{Format: "json"}, make([]extract.Record, n)...)
		if err := json.Unmarshal([]byte(array), &back); err != nil || len(back) != n || back == nil {
			t.Errorf("%d records: %v in %s", n, err, array)
		}
	}
}

func TestInert(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1":     "'=1+1",
		"+86 10":   "'+86 10",
		"-1.5亿":    "'-1.5亿",
		"@SUM(A1)": "'@SUM(A1)",
		"＝1":       "'＝1",
		"\t=1":     "'\t=1",
		"　-5%":     "'　-5%",
		"近20万":     "近20万",
		"1-2月":     "1-2月",
		"\tа":      "'\tа",
		"\r\n5家":   "'\r\n5家",
		"":         "",
		" ":        " ",
		"a=b":      "a=b",
		"帮扶资金\n=1": "帮扶资金\n=1",
	} {
		got := Inert(cell)
		if got != want {
			t.Errorf("Inert(%q) = %q, want %q", cell, got, want)
		}
		if back := Live(got); back != cell {
			t.Errorf("Live(%q) = %q, want %q", got, back, cell)
		}
	}
}

func TestTable(t *testing.T) {
	r := extract.Record{File: "a,\"b\".txt", Source: "8014\r\n\n家", Line: 3}
	columns := []string{"line", "file", "source"}
	for _, c := range []struct{ format, want string }{
		{"csv", "line,file,source\n3,\"a,\"\"b\"\".txt\",\"8014\r\n\n家\"\n"},
		{"tsv", "line\tfile\tsource\n3\t\"a,\"\"b\"\".txt\"\t8014  家\n"},
	} {
		got := written(t, Options{Format: c.format, Columns: columns}, r)
		if got != c.want {
			t.Errorf("%s\n%q, want\n%q", c.format, got, c.want)
		}
		if excel := written(t, Options{Format: c.format, Columns: columns, Excel: true}, r); excel != "\ufeff"+got {
			t.Errorf("%s for Excel is %q", c.format, excel)
		}
	}
}

func TestOutputIsWholeOrNotAtAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	holds := func(want string) {
		t.Helper()
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("the file holds %q (%v), want %q", got, err, want)
		}
	}
	write := func() *Output {
		o, err := Create(path, nil)
		if err != nil {
			t.Fatal(err)
		}
		o.WriteString("new")
		o.Flush()
		return o
	}
	o := write()
	holds("old")
	o.Discard()
	holds("old")
	o = write()
	if err := o.Commit(); err != nil {
		t.Fatal(err)
	}
	o.Discard()
	holds("new")
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the rights are %v, want those that the file had", info.Mode())
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("%d files are left, want one", len(left))
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteErrorsAreReturned(t *testing.T) {
	for _, format := range Formats() {
		o := &Output{Writer: bufio.NewWriterSize(full{}, 16)}
		w, err := New(o, Options{Format: format})
		for i := 0; err == nil && i < 10; i++ {
			err = w.Write(&Document{Records: make([]extract.Record, 1)})
		}
		if err == nil {
			err = w.Close()
		}
		if err == nil {
			err = o.Commit()
		}
		if err == nil {
			t.Errorf("%s: no error from a full disk", format)
		}
	}
}

// An output that is interrupted ends its writer, however much is left.
func TestInterrupt(t *testing.T) {
	stopped := errors.New("stopped")
	text, err := normalize.Clean([]byte("慰问职工45名。"), normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range Formats() {
		out, err := Create(filepath.Join(t.TempDir(), "out"), nil)
		if err != nil {
			t.Fatal(err)
		}
		w, err := New(out, Options{Format: format})
		if err != nil {
			t.Fatal(err)
		}
		out.Interrupt(stopped)
		err = w.Write(&Document{Text: text, Records: extract.Extract("a.txt", text)})
		if err == nil {
			err = w.Close()
		}
		if err == nil {
			err = out.Commit()
		}
		if !errors.Is(err, stopped) {
			t.Errorf("%s: %v", format, err)
		}
		out.Discard()
	}
}
