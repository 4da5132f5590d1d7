// Command generate counts which characters stand next to each other in the
// words of the jieba dictionary (as gse ships it, Apache-2.0), weighted by the
// words' frequencies, and writes the counts to bigram.txt.gz. The dictionary is
// fetched through the go command and needed for nothing else.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"unionrep/normalize/internal/gbk"
	"unionrep/normalize/internal/opencc"
)

const module = "github.com/go-ego/gse@v0.80.3"

const (
	// lowest is the frequency that the dictionary gives to the half of its words
	// that were never counted: little is made of it.
	lowest = 3
	// rare is the count below which a pair is left out.
	rare = 9
)

func main() {
	if err := run("bigram.txt.gz"); err != nil {
		log.Fatal(err)
	}
}

func run(name string) error {
	dir, err := download(module)
	if err != nil {
		return err
	}
	counts, err := count(filepath.Join(dir, "data", "dict", "zh", "s_1.txt"))
	if err != nil {
		return err
	}
	traditional, simplified := scripts()
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	w, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "# Made by go generate from the dictionary of %s (Apache-2.0).\n%s\n%s\n", module, traditional, simplified)
	counts.write(w)
	return w.Close()
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

// counts are weighted by the frequency of words. A pair counts apart where its
// first character begins the word: what follows differs.
type counts struct {
	single, end map[rune]float64 // words of the one character, ends of longer words
	pair        map[rune]map[rune]*[2]float64
}

const (
	beginning = iota
	within
)

func count(dictionary string) (*counts, error) {
	f, err := os.Open(dictionary)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	c := &counts{map[rune]float64{}, map[rune]float64{}, map[rune]map[rune]*[2]float64{}}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		cells := strings.Fields(lines.Text())
		if len(cells) < 2 || strings.ContainsFunc(cells[0], notHan) {
			continue
		}
		frequency, err := strconv.ParseFloat(cells[1], 64)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", lines.Text(), err)
		}
		c.add([]rune(cells[0]), max(frequency-lowest, 0.5))
	}
	return c, nil
}

// notHan says that r is not one of the characters of GBK.
func notHan(r rune) bool {
	_, n := gbk.Bytes(r)
	return n == 0 || !unicode.Is(unicode.Han, r)
}

func (c *counts) add(word []rune, weight float64) {
	if len(word) == 1 {
		c.single[word[0]] += weight
		return
	}
	c.end[word[len(word)-1]] += weight
	place := beginning
	for i, r := range word[1:] {
		before := word[i]
		if c.pair[before] == nil {
			c.pair[before] = map[rune]*[2]float64{}
		}
		if c.pair[before][r] == nil {
			c.pair[before][r] = &[2]float64{}
		}
		c.pair[before][r][place] += weight
		place = within
	}
}

// write puts down a line for each character: the character, its counts as a
// word and at the end of words, and each follower with the counts of the pair
// at the beginning of a word and within it.
func (c *counts) write(w io.Writer) {
	for _, r := range c.characters() {
		fmt.Fprintf(w, "%c%c%c", r, level(c.single[r]), level(c.end[r]))
		for _, follower := range slices.Sorted(maps.Keys(c.pair[r])) {
			if n := c.pair[r][follower]; n[beginning]+n[within] >= rare {
				fmt.Fprintf(w, "%c%c%c", follower, level(n[beginning]), level(n[within]))
			}
		}
		fmt.Fprintln(w)
	}
}

// characters are all that begin or end a word.
func (c *counts) characters() []rune {
	all := slices.Concat(slices.Collect(maps.Keys(c.single)), slices.Collect(maps.Keys(c.end)), slices.Collect(maps.Keys(c.pair)))
	slices.Sort(all)
	return slices.Compact(all)
}

// level writes a count as a printable character, in thirds of its logarithm.
func level(n float64) byte {
	if n < 1 {
		return '!'
	}
	return '"' + byte(math.Round(3*(math.Log(n)+1)))
}

// scripts are the characters of GBK that are traditional script alone, and
// what simplified script writes for each.
func scripts() (traditional, simplified string) {
	converter := opencc.TraditionalToSimplified()
	var from, to []rune
	for lead := gbk.MinLead; lead <= gbk.MaxLead; lead++ {
		for trail := gbk.MinTrail; trail <= gbk.MaxTrail; trail++ {
			r := gbk.Rune(byte(lead), byte(trail))
			if notHan(r) {
				continue
			}
			if s := []rune(converter.Convert(string(r))); len(s) == 1 && s[0] != r {
				from, to = append(from, r), append(to, s[0])
			}
		}
	}
	return string(from), string(to)
}
