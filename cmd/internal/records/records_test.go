package records

import (
	"bufio"
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"unionrep/cmd/internal/field"
	"unionrep/cmd/internal/sink"
	"unionrep/extract"
	"unionrep/normalize"
)

// What the tool writes is read back as it was, from every format that holds
// every field.
func TestRoundTrip(t *testing.T) {
	const report = "青石县总工会工作总结\n一年来，全县筹集帮扶资金1280余万元，慰问5\n6人(次)，培训300至500人。\n"
	text, err := normalize.Clean([]byte(report), normalize.Options{})
	if err != nil {
		t.Fatal(err)
	}
	figures := extract.Extract("报告,1.txt", text)
	if len(figures) < 3 {
		t.Fatalf("%d figures", len(figures))
	}
	figures[0].Indicator, figures[0].Subject = "=1+1", "a\"b\nc"
	figures[0].Copies, figures[0].Flags = []extract.Place{{Start: 5, End: 9}, {Start: 20, End: 24}}, []string{"ocr", "joined"}
	for _, format := range []string{"jsonl", "json", "csv"} {
		var b bytes.Buffer
		out := &sink.Output{Writer: bufio.NewWriter(&b)}
		w, err := sink.New(out, sink.Options{Format: format, Columns: field.Names()})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(&sink.Document{Records: figures}); err != nil {
			t.Fatal(err)
		}
		w.Close()
		out.Flush()
		read := Parse(b.Bytes(), format)
		if len(read) != len(figures) {
			t.Fatalf("%s: %d records, want %d", format, len(read), len(figures))
		}
		for i, r := range read {
			var got extract.Record
			if err := json.Unmarshal(r.JSON, &got); err != nil || r.Err != nil {
				t.Fatal(err, r.Err)
			}
			if !reflect.DeepEqual(normal(got), normal(figures[i])) {
				t.Errorf("%s: read\n%+v, written\n%+v", format, got, figures[i])
			}
		}
	}
}

// normal is r with no lists in place of empty ones.
func normal(r extract.Record) extract.Record {
	if len(r.Copies) == 0 {
		r.Copies = nil
	}
	if len(r.Flags) == 0 {
		r.Flags = nil
	}
	return r
}

func TestPlacesOfWhatIsMalformed(t *testing.T) {
	for _, c := range []struct{ format, data, want string }{
		{"jsonl", "{\"a\":1}\n\n{\"a\":\n{\"a\":2}\r\n[1]\n", "1 3! 4 5!"},
		{"jsonl", "", ""},
		{"jsonl", "\ufeff{}", "1"},
		{"json", "[{\"a\":1}\n,{\"a\":\n2}\n]\n", "1 2"},
		{"json", "[]", ""},
		{"json", "[\n{\"a\":1},\n{\"a\" 2}]", "2 3!"},
		{"json", "[\n{\"a\":1},\n7]", "2 3!"},
		{"json", "[{\"a\":1}\n", "1 2!"},
		{"json", "[]\n[]", "2!"},
		{"json", "{\"a\":1}\n", "1!"},
		{"json", "", "1!"},
		{"csv", "a,b\n1,2\n3\n\"4\n\",5\n6,7\n", "2 3! 4 6"},
		{"csv", "a,a\n1,2\n", "1!"},
		{"csv", "", "1!"},
		{"csv", "a,b\n1,\"2\n", "2!"},
	} {
		var got []string
		for _, r := range Parse([]byte(c.data), c.format) {
			place := strconv.Itoa(r.Line)
			if r.Err != nil {
				place += "!"
			}
			got = append(got, place)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %q: %s, want %s", c.format, c.data, got, c.want)
		}
	}
}

// Whatever a file holds, each record is an object or says why it is none.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"{}\n", "[{},{\"a\":[1]}]", "id,value\nf1,2\n", "[", "\"", "{}{}", "a,b\n\"", "[1,\n{}]x"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range Formats() {
			last := 0
			for _, r := range Parse(data, format) {
				if r.Line < last || r.Line < 1 || r.Err == nil && (len(r.JSON) == 0 || r.JSON[0] != '{') {
					t.Fatalf("%s: %q: line %d, %v", format, data, r.Line, r.Err)
				}
				last = r.Line
			}
		}
	})
}
