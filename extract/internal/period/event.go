package period

// Times that an event names: 春节期间, “五一”前夕.

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"unionrep/extract/internal/trie"
)

//go:embed events.csv
var eventData string

// events are the feasts, seasons and events that date a sentence.
var events = sync.OnceValue(func() *trie.Trie {
	rows, err := readEvents()
	if err != nil {
		panic(err) // embedded, and read by the tests
	}
	names := trie.New()
	for _, row := range rows {
		for _, name := range strings.Fields(row[1]) {
			names.Add(name, 1)
		}
	}
	return names
})

// readEvents are the rows of events.csv: a class of events, their names, a time
// word that one of them makes and one that none does.
func readEvents() ([][]string, error) {
	r := csv.NewReader(strings.NewReader(eventData))
	r.FieldsPerRecord = 4
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("events.csv: %w", err)
	}
	if header := strings.Join(rows[0], ","); header != "class,names,example,counterexample" {
		return nil, fmt.Errorf("events.csv:1:1: header %q", header)
	}
	return rows[1:], nil
}

// event is the length of the time at the beginning of s that an event names,
// or of two events with a mark between them: 元旦、春节期间.
func event(s string) int {
	n := 0
	for range 3 {
		m := eventName(s[n:])
		if m == 0 {
			return 0
		}
		n += m
		if k := one(s[n:], "期间", "前夕", "前后", "当天", "当日", "那天", "假期", "长假"); k > 0 {
			return n + k
		}
		if k := one(s[n:], "前", "后"); k > 0 && isFeast(s[:n]) && ends(s[n+k:]) {
			return n + k
		}
		n += one(s[n:], "、", "和", "至", "到")
	}
	return 0
}

// isFeast says that the name of an event is that of a day that others are told
// from, 春节, “七一”, and no meeting, behind which much may follow.
func isFeast(name string) bool {
	return strings.HasSuffix(name, "节") || strings.HasSuffix(name, "”") || strings.HasSuffix(name, "\"") || strings.HasSuffix(name, "」")
}

// ends says that a clause ends before s, or goes on with no noun that the time
// word belongs to.
func ends(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size == 0 || isBreak(r, true) || one(s, "走访", "慰问", "组织", "开展", "举办", "为", "对", "向", "共", "已", "集中", "再", "又") > 0
}

// eventName is the length of the longest name of an event that s begins with,
// in quotation marks or without.
func eventName(s string) int {
	open := one(s, "“", "\"", "「")
	if open == 0 {
		_, end := events().Longest(s, 0)
		return end
	}
	length := 0
	for _, end := range events().At(s, open) {
		if shut := one(s[end:], "”", "\"", "」"); shut > 0 {
			length = end + shut
		}
	}
	return length
}
