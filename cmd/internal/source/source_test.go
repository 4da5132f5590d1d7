package source

import (
	"bytes"
	"compress/gzip"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func packed(t *testing.T, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, part := range parts { // gzip files put one behind the other are one
		w := gzip.NewWriter(&b)
		w.Write([]byte(part))
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func TestRead(t *testing.T) {
	whole := packed(t, "县总工会", "慰问职工")
	for _, c := range []struct {
		name  string
		data  []byte
		limit int64
		want  string
		err   string
	}{
		{"plain", []byte("县总工会"), 12, "县总工会", ""},
		{"empty", nil, 12, "", ""},
		{"too large", []byte("县总工会!"), 12, "", "larger than 12 bytes"},
		{"gzip", whole, 100, "县总工会慰问职工", ""},
		{"gzip too large inside", packed(t, strings.Repeat("0", 1000)), 500, "", "larger than 500 bytes"},
		{"gzip cut off", whole[:len(whole)-9], 100, "", "cannot decompress"},
		{"gzip head alone", []byte{0x1f, 0x8b}, 100, "", "cannot decompress"},
	} {
		got, err := read(bytes.NewReader(c.data), c.limit)
		if c.err == "" && (err != nil || string(got) != c.want) {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
		if c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.err)
		}
	}
}

func TestReadError(t *testing.T) {
	dir := t.TempDir()
	_, err := Input{Name: filepath.Join(dir, "missing.txt")}.Read()
	if !errors.Is(err, os.ErrNotExist) || strings.Contains(err.Error(), dir) {
		t.Errorf("error %q, want the cause without the path", err)
	}
}

func TestListInTheOrderOfPaths(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, path := range []string{"d/a/x.txt", "d/a.txt", "d/B.TXT", "d/z.txt.gz", "d/.git/y.txt", "d/.y.txt", "d/n.md", "last.txt", "a/b/c.txt"} {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("gone.txt", "d/link.txt"); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ args, want []string }{
		{[]string{"last.txt", "d", "-"}, []string{"last.txt", "d/B.TXT", "d/a.txt", "d/a/x.txt", "d/link.txt", "d/z.txt.gz", "stdin.txt"}},
		{[]string{"d/n.md"}, []string{"d/n.md"}},
		{[]string{"*/a*"}, []string{"d/a/x.txt", "d/a.txt"}},
		{[]string{"./d/a"}, []string{"d/a/x.txt"}},
	} {
		var got []string
		for _, in := range List(c.args, Options{StdinName: "stdin.txt"}) {
			if in.Err != nil {
				t.Errorf("%v: %s: %v", c.args, in.Name, in.Err)
			}
			got = append(got, filepath.ToSlash(in.Name))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%v lists\n%v, want\n%v", c.args, got, c.want)
		}
	}
}
