package normalize

import (
	"strings"
	"sync"
)

// Which paragraphs are in traditional script: those in which more characters
// are traditional only than are simplified only.

const (
	hanFirst, hanLast = 0x4e00, 0x9fff

	longLine  = 20 // a line with so many Han characters says itself what script it is in,
	longLead  = 2  // by so many characters more of the one script;
	shortLead = 3  // a shorter one by so many. What does not say takes the script of the line before
	enough    = 32 // so many more and the rest of the line is not looked at
)

// scriptOnly tells for each character from hanFirst on: +1 where it is
// traditional only, -1 where it is simplified only. What the charset of the
// mainland has and that of Taiwan has not is simplified, and the other way
// round.
var scriptOnly = sync.OnceValue(func() *[hanLast + 1 - hanFirst]int8 {
	var mainland, taiwan [hanLast + 1 - hanFirst]int8
	mark := func(set *[hanLast + 1 - hanFirst]int8, pairs *pairTable, lead, last, trail byte) {
		for ; lead <= last; lead++ {
			for t := trail; t <= 0xfe; t++ {
				if r := pairs.at(lead, t); hanFirst <= r && r <= hanLast {
					set[r-hanFirst] = 1
				}
			}
		}
	}
	mark(&mainland, gb18030Pairs(), 0xb0, 0xf7, 0xa1) // GB 2312
	mark(&taiwan, big5Pairs(), 0xa4, 0xc5, 0x40)      // Big5 without what Hong Kong added
	mark(&taiwan, big5Pairs(), 0xc9, 0xf9, 0x40)
	for i := range taiwan {
		taiwan[i] -= mainland[i]
	}
	return &taiwan
})

// traditional returns the stretches of text that are in traditional script,
// whole lines.
func traditional(text string) []Span {
	var spans []Span
	add := func(s Span) {
		if n := len(spans); n > 0 && spans[n-1].End == s.Start {
			spans[n-1].End = s.End
			return
		}
		spans = append(spans, s)
	}
	last, all, undecided := 0, 0, 0 // undecided: the lines from there on await the first that decides
	for i := 0; i < len(text); {
		line, lead, decided := lineScript(text, i)
		all += lead
		if decided {
			if last = lead; last > 0 {
				add(Span{min(undecided, i), line})
			}
			undecided = len(text)
		} else if last > 0 {
			add(Span{i, line})
		}
		i = line
	}
	if last == 0 && all > 0 {
		add(Span{0, len(text)})
	}
	return spans
}

// lineScript looks at the line that starts at i: where it ends, by how many
// characters traditional script leads, and whether that decides.
func lineScript(text string, i int) (end, lead int, decided bool) {
	end = len(text)
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		end = i + n + 1
	}
	only, han := scriptOnly(), 0
	for i < end && -enough < lead && lead < enough {
		if text[i] < 0xe4 || text[i] > 0xe9 {
			i++ // of no Han character; the bytes behind it are below 0xc0
			continue
		}
		if r := rune(text[i]&0xf)<<12 | rune(text[i+1]&0x3f)<<6 | rune(text[i+2]&0x3f); r >= hanFirst {
			lead += int(only[r-hanFirst])
			han++
		}
		i += 3
	}
	if han >= longLine {
		return end, lead, abs(lead) >= longLead
	}
	return end, lead, abs(lead) >= shortLead
}

func abs(n int) int { return max(n, -n) }
