// Command generate writes readings.csv from the table of go-pinyin (MIT), cut
// down to the characters of GBK. It fetches that module through the go command
// and needs it for nothing else, so it is no dependency of this one.
package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"unionrep/normalize/internal/gbk"
)

const module = "github.com/mozillazg/go-pinyin@v0.21.0"

func main() {
	if err := run("readings.csv"); err != nil {
		log.Fatal(err)
	}
}

func run(name string) error {
	dir, err := download(module)
	if err != nil {
		return err
	}
	rows, err := read(filepath.Join(dir, "pinyin_dict.go"))
	if err != nil {
		return err
	}
	return write(name, rows)
}

// download has the go command fetch a module and says where it lies.
func download(module string) (dir string, err error) {
	out, err := exec.Command("go", "mod", "download", "-json", module).Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w", module, err)
	}
	var answer struct{ Dir string }
	err = json.Unmarshal(out, &answer)
	return answer.Dir, err
}

// A row is one syllable: the characters read so first of all, and those that
// are also read so.
type row struct{ first, also []rune }

var entry = regexp.MustCompile(`^\t0x([0-9A-F]+): "([^"]*)",$`)

// read takes the lines of the source that hold a character and its readings.
func read(source string) (map[string]*row, error) {
	f, err := os.Open(source)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows := map[string]*row{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		m := entry.FindStringSubmatch(lines.Text())
		if m == nil {
			continue
		}
		code, err := strconv.ParseInt(m[1], 16, 32)
		if err != nil {
			return nil, err
		}
		if _, n := gbk.Bytes(rune(code)); n != 2 {
			continue
		}
		for i, reading := range strings.Split(m[2], ",") {
			if !inGBK(reading) { // hm, hng and the like under a tone mark
				continue
			}
			if rows[reading] == nil {
				rows[reading] = &row{}
			}
			if i == 0 {
				rows[reading].first = append(rows[reading].first, rune(code))
			} else {
				rows[reading].also = append(rows[reading].also, rune(code))
			}
		}
	}
	return rows, lines.Err()
}

func inGBK(s string) bool {
	for _, r := range s {
		if _, n := gbk.Bytes(r); n == 0 {
			return false
		}
	}
	return true
}

func write(name string, rows map[string]*row) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	fmt.Fprintln(f, "# Made by go generate from", module, "(MIT). first: characters mostly read so; also: read so too.")
	w := csv.NewWriter(f)
	w.Write([]string{"reading", "first", "also"})
	readings := make([]string, 0, len(rows))
	for reading := range rows {
		readings = append(readings, reading)
	}
	slices.Sort(readings)
	for _, reading := range readings {
		r := rows[reading]
		slices.Sort(r.first)
		slices.Sort(r.also)
		w.Write([]string{reading, string(r.first), string(r.also)})
	}
	w.Flush()
	return w.Error()
}
