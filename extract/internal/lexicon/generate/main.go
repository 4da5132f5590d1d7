// Command generate reduces the jieba dictionary that github.com/go-ego/gse
// ships to the word table of package lexicon:
//
//	go run ./extract/internal/lexicon/generate DICTIONARY extract/internal/lexicon/data/words.bin
//
// DICTIONARY is data/dict/zh/s_1.txt of that module: word, frequency, tag.
package main

import (
	"bufio"
	"fmt"
	"log"
	"math"
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"unionrep/extract/internal/lexicon"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: generate DICTIONARY OUTPUT")
	}
	words, err := read(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	table := lexicon.Pack(words)
	if err := os.WriteFile(os.Args[2], table, 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(words), "words,", len(table), "bytes")
}

// read keeps the words that reports are made of: of Han characters, one to
// five long, not rare, and no personal names.
func read(name string) ([]lexicon.Word, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	const total = 60_000_000 // the sum of all frequencies, roughly
	var words []lexicon.Word
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		field := strings.Fields(lines.Text())
		if len(field) != 3 {
			continue
		}
		frequency, err := strconv.Atoi(field[1])
		if err != nil {
			return nil, fmt.Errorf("%s: %q: frequency: %w", name, lines.Text(), err)
		}
		length := utf8.RuneCountInString(field[0])
		class := classOf(field[0], field[2])
		if class == lexicon.None || !han(field[0]) || isPhrase(field[0]) || frequency < least(length) || length > 5 {
			continue
		}
		cost := int(math.Round(8 * math.Log(total/float64(frequency))))
		words = append(words, lexicon.Word{Text: field[0], Class: class, Cost: min(max(cost, 1), 255)})
	}
	return words, lines.Err()
}

// isPhrase says that a word of four characters is a verb of reports with its
// object, 降低成本, which the grammar takes apart.
func isPhrase(word string) bool {
	if utf8.RuneCountInString(word) != 4 {
		return false
	}
	class, _ := lexicon.BuiltIn().Look(word[:6])
	return class == lexicon.Verb
}

// least is the frequency from which a word of so many characters is kept.
func least(length int) int {
	switch length {
	case 1:
		return 1
	case 2:
		return 5
	default:
		return 8
	}
}

func han(s string) bool {
	for _, r := range s {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return true
}

// complements end the longer verbs; the dictionary calls many a noun of three
// characters a verb (兴趣班, 表扬信).
const complements = "上下来去起住到得出化于为入成给着掉好过了"

// classOf maps a tag of the dictionary (the ICTPOS set) to a class; None for
// what the table leaves out.
func classOf(text, tag string) lexicon.Class {
	length := utf8.RuneCountInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	switch tag {
	case "nr", "nrt", "nrfg":
		return lexicon.None
	case "ns", "nt":
		return lexicon.Place
	case "vn":
		return lexicon.Noun // verb-nouns that govern figures are data of the package
	case "ad", "zg":
		if length == 1 {
			return lexicon.Noun
		}
		return lexicon.Adverb
	case "uj":
		return lexicon.De
	}
	switch tag[0] {
	case 'n', 'j', 'g', 's', 'l':
		return lexicon.Noun
	case 'v':
		if length > 2 && !strings.ContainsAny(text, "不得") && !strings.ContainsRune(complements, last) {
			return lexicon.Noun
		}
		return lexicon.CommonVerb
	case 'a', 'b', 'z':
		return lexicon.Adjective
	case 'd':
		return lexicon.Adverb
	case 'p':
		return lexicon.Prep
	case 'c':
		return lexicon.Conj
	case 'u':
		return lexicon.Particle
	case 't':
		return lexicon.Noun // 暑期, 夜间: what dates a sentence, package period finds
	case 'r':
		return lexicon.Pronoun
	case 'q':
		return lexicon.Measure
	case 'm':
		return lexicon.Number
	case 'f':
		return lexicon.Localizer
	case 'i':
		return lexicon.Idiom
	}
	return lexicon.Other
}
