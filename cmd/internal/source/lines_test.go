package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
)

// linesOf are the documents of JSON Lines, and their errors, one a line.
func linesOf(from io.Reader, longest int) string {
	var b strings.Builder
	for doc := range (Input{Name: "in.jsonl", from: from}).lines(Fields{Text: "text", ID: "id"}, longest) {
		text, err := doc.Read()
		if err != nil {
			fmt.Fprintf(&b, "%s: %v\n", doc.Place, err)
		} else {
			fmt.Fprintf(&b, "%s %s %s\n", doc.Place, doc.Name, text)
		}
	}
	return b.String()
}

func TestLines(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"documents", `{"id":"a","text":"慰问3户"}` + "\n" + `{"text":"两行\n文本","url":"x","id":7}`, "in.jsonl:1 a 慰问3户\nin.jsonl:2 7 两行\n文本\n"},
		{"nothing", "", ""},
		{"blank lines, CRLF, byte order mark", "\ufeff{\"id\":\"a\",\"text\":\"\"}\r\n\r\n \n{\"id\":\"b\",\"text\":\"文\"}\r\n", "in.jsonl:1 a \nin.jsonl:4 b 文\n"},
		{"broken, then whole", "{\"id\":\"a\",\n{\"id\":\"b\",\"text\":\"文\"}\n", "in.jsonl:1: broken JSON at byte 10 of the line: unexpected end of JSON input\nin.jsonl:2 b 文\n"},
		{"no object", "[]\n", "in.jsonl:1: not a JSON object; each line is one, with a text and an id\n"},
		{"null", "null\n", `in.jsonl:1: no field "text"; the object has none (--text-field names the field)` + "\n"},
		{"no text", `{"id":"a","body":"文"}`, `in.jsonl:1: no field "text"; the object has body, id (--text-field names the field)` + "\n"},
		{"no id", `{"text":"文"}`, `in.jsonl:1: no field "id"; the object has text (--id-field names the field)` + "\n"},
		{"text of another kind", `{"id":"a","text":["文"]}`, `in.jsonl:1: the field "text" is no string` + "\n"},
		{"text null", `{"id":"a","text":null}`, `in.jsonl:1: the field "text" is no string` + "\n"},
		{"id of another kind", `{"id":null,"text":"文"}`, `in.jsonl:1: the field "id" is no string and no number` + "\n"},
		{"id empty", `{"id":"","text":"文"}`, `in.jsonl:1: the field "id" is empty: the records would not say which document they are of` + "\n"},
		{"not UTF-8", "{\"id\":\"a\",\"text\":\"\xce\xc4\"}", "in.jsonl:1: not UTF-8, which JSON is in\n"},
		{"NUL", `{"id":"a","text":"\u0000"}`, `in.jsonl:1: the field "text" has a NUL, which no text has` + "\n"},
		{"deep", `{"id":"a","text":` + strings.Repeat("[", 20000), "in.jsonl:1: broken JSON at byte 10017 of the line: invalid character '[' exceeded max depth\n"},
	} {
		if got := linesOf(strings.NewReader(c.in), 1<<20); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
	}
}

func TestLongLines(t *testing.T) {
	line := func(id string, n int) string {
		b, err := json.Marshal(map[string]string{"id": id, "text": strings.Repeat("文", n)})
		if err != nil {
			t.Fatal(err)
		}
		return string(b) + "\n"
	}
	long := line("b", 60_000)
	got := linesOf(strings.NewReader(line("a", 1)+long+line("c", 1)), 100_000)
	want := fmt.Sprintf("in.jsonl:1 a 文\nin.jsonl:2: the line is too long: it has %d bytes, 100000 are allowed; read the document as a file\nin.jsonl:3 c 文\n", len(long))
	if got != want {
		t.Errorf("%.300s, want\n%s", got, want)
	}
	if got := linesOf(strings.NewReader(long), 1<<20); len(got) < 180_000 {
		t.Errorf("a line that is allowed is read as %.100s", got)
	}
}

func TestPackedLines(t *testing.T) {
	whole := packed(t, "{\"id\":\"a\",\"text\":\"文\"}\n", "{\"id\":\"b\",\"text\":\"文\"}\n")
	if got, want := linesOf(bytes.NewReader(whole), 1000), "in.jsonl:1 a 文\nin.jsonl:2 b 文\n"; got != want {
		t.Errorf("%s, want\n%s", got, want)
	}
	if got, want := linesOf(bytes.NewReader(whole[:len(whole)-5]), 1000), "in.jsonl:1 a 文\nin.jsonl:2 b 文\nin.jsonl:3: cannot read on: unexpected EOF\n"; got != want {
		t.Errorf("%s, want\n%s", got, want)
	}
}

// A line is a document before the next line is there.
func TestLinesStream(t *testing.T) {
	reader, writer := io.Pipe()
	defer writer.Close()
	go io.WriteString(writer, "{\"id\":\"a\",\"text\":\"文\"}\n")
	for doc := range (Input{Name: "-", from: reader}).lines(Fields{Text: "text", ID: "id"}, 1000) {
		if doc.Name != "a" {
			t.Errorf("the document is %q (%v)", doc.Name, doc.Err)
		}
		return
	}
	t.Error("no document")
}
