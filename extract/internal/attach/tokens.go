package attach

// Clauses and their words.

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"unionrep/extract/internal/lexicon"
)

// A clause is a stretch of a sentence between two commas.
type clause struct {
	start, end  int // bytes of the text
	first, last int // its quantities, half-open
	nested      bool
	tokens      []lexicon.Token // once they are asked for
}

// longestClause is how many bytes a clause has, far more than anybody writes
// between two commas. What is longer has lost its marks, as a table has whose
// cells ran together; weighing all of it for each of its figures would take
// time by the cube of its length.
const longestClause = 900

// clauses splits a sentence where a comma, a bracket that holds a quantity or
// a stronger mark stands. A clause that gets too long ends at the next mark or
// quantity, or in the middle of a run that has neither.
func (r *Reader) clauses(s Sentence) []clause {
	cs := r.parts[:0]
	q, start, depth := 0, s.Start, 0
	shut := func(end, next int) {
		first := q
		for q < len(s.Quantities) && s.Quantities[q].End <= end {
			q++
		}
		if start < end {
			cs = append(cs, clause{start: start, end: end, first: first, last: q, nested: depth > 0})
		}
		start = next
	}
	for i := s.Start; i < s.End; {
		if n := fixed(s, i); n > i {
			i = n
			if i-start > longestClause {
				shut(i, i)
			}
			continue
		}
		_, size := utf8.DecodeRuneInString(r.text[i:s.End])
		if i-start > 2*longestClause {
			shut(i, i)
		}
		switch mark := r.text[i : i+size]; mark {
		case "，", ",", "；", ";", "。", "！", "!", "？", "?", "…", "\n", "—", "–", "●", "■", "◆", "□", "▲", "★", "※":
			shut(i, i+size)
		case "、", " ", "　":
			if i-start > longestClause {
				shut(i, i+size)
			}
		case "：", ":":
			// A label and its number stay together: 会员总数：12万人.
			if !r.labels(s, start, i, i+size) {
				shut(i, i+size)
			}
		case "（", "(":
			inside := matching(r.text[i:s.End])
			if inside == 0 {
				break
			}
			if !holdsQuantity(s, i, i+inside) {
				i += inside
				continue
			}
			shut(i, i+size)
			depth++
		case "）", ")":
			if depth > 0 {
				shut(i, i+size)
				depth--
			}
		}
		i += size
	}
	shut(s.End, s.End)
	r.parts = cs
	return cs
}

// words are the tokens of clause c.
func (r *Reader) words(s Sentence, c *clause) []lexicon.Token {
	if c.tokens == nil {
		from := len(r.tokens)
		r.cut(s, c.start, c.end, c.first, c.last)
		c.tokens = r.tokens[from:len(r.tokens):len(r.tokens)]
	}
	return c.tokens
}

// quantityFrom is the first quantity of s that ends behind i.
func quantityFrom(s Sentence, i int) int {
	return sort.Search(len(s.Quantities), func(k int) bool { return s.Quantities[k].End > i })
}

// timeFrom is the first time word of s that ends behind i.
func timeFrom(s Sentence, i int) int {
	return sort.Search(len(s.Times), func(k int) bool { return s.Times[k].End > i })
}

// fixed is the end of the quantity or time word that covers i, or i.
func fixed(s Sentence, i int) int {
	if k := quantityFrom(s, i); k < len(s.Quantities) && s.Quantities[k].Start <= i {
		return s.Quantities[k].End
	}
	if k := timeFrom(s, i); k < len(s.Times) && s.Times[k].Start <= i {
		return s.Times[k].End
	}
	return i
}

// labels says that text[start:colon] is a short label and a quantity that is
// all that follows it up to the next mark.
func (r *Reader) labels(s Sentence, start, colon, next int) bool {
	const longest = 36 // bytes
	k := quantityFrom(s, next)
	if colon-start > longest || k == len(s.Quantities) || s.Quantities[k].Start != next {
		return false
	}
	end := s.Quantities[k].End
	c, _ := utf8.DecodeRuneInString(r.text[end:])
	return end >= s.End || unicode.IsPunct(c) || unicode.IsSpace(c)
}

// holdsQuantity says that a quantity of s lies within text[from:to].
func holdsQuantity(s Sentence, from, to int) bool {
	k := quantityFrom(s, from)
	return k < len(s.Quantities) && s.Quantities[k].Start >= from && s.Quantities[k].End <= to
}

// matching is the length of the bracketed text at the beginning of s, brackets
// included; 0 where it does not close.
func matching(s string) int {
	const longest = 300
	depth := 0
	for i, c := range s {
		switch c {
		case '（', '(':
			depth++
		case '）', ')':
			if depth--; depth == 0 {
				return i + utf8.RuneLen(c)
			}
		}
		if i > longest {
			break
		}
	}
	return 0
}

// cut appends the tokens of text[start:end] to r.tokens. Quantities, time
// words, quoted names and short brackets are tokens of their own.
func (r *Reader) cut(s Sentence, start, end, firstQ, lastQ int) {
	q := firstQ
	plain := start
	flush := func(to int) {
		if plain < to {
			r.tokens = r.segmenter.Cut(r.tokens, r.text, plain, to)
		}
		plain = to
	}
	mark := func(i, n int, class lexicon.Class) {
		flush(i)
		r.tokens = append(r.tokens, lexicon.Token{Start: i, End: i + n, Class: class})
		plain = i + n
	}
	for i := start; i < end; {
		if q < lastQ && s.Quantities[q].Start == i {
			flush(i)
			class := lexicon.Quantity
			if s.Quantities[q].Optional {
				class = lexicon.Loose
			}
			r.tokens = append(r.tokens, lexicon.Token{Start: i, End: s.Quantities[q].End, Class: class, Index: q})
			i = s.Quantities[q].End
			plain = i
			q++
			continue
		}
		if n := timeAt(s, i); n > 0 && i+n <= end {
			// 价格比上年: what compares belongs to the time, not to the word before.
			for _, w := range r.frames.roles[compare].words {
				if i-len(w) >= plain && r.text[i-len(w):i] == w {
					flush(i - len(w))
					mark(i-len(w), len(w), lexicon.Prep)
				}
			}
			mark(i, n, lexicon.Time)
			i += n
			continue
		}
		c, size := utf8.DecodeRuneInString(r.text[i:end])
		switch c {
		case '“', '《', '「', '『', '‘', '〈', '"':
			if n := quoted(r.text[i:end], c); n > 0 && !holdsQuantity(s, i, i+n) {
				mark(i, n, lexicon.Quoted)
				i += n
				continue
			}
			mark(i, size, lexicon.Mark)
		case '【':
			if n := strings.Index(r.text[i:end], "】"); n > 0 && !holdsQuantity(s, i, i+n) {
				mark(i, n+len("】"), lexicon.Mark)
				i += n + len("】")
				continue
			}
			mark(i, size, lexicon.Mark)
		case '（', '(':
			if n := matching(r.text[i:end]); n > 0 {
				mark(i, n, lexicon.Bracket)
				i += n
				continue
			}
			mark(i, size, lexicon.Mark)
		case '、':
			mark(i, size, lexicon.Conj)
		case ' ', '　', '\t':
			flush(i)
			plain = i + size
		default:
			if c < utf8.RuneSelf {
				upTo := end
				if q < lastQ {
					upTo = s.Quantities[q].Start // AED60台
				}
				n := ascii(r.text[i:upTo])
				class := lexicon.Noun
				if n == 0 || strings.Trim(r.text[i:i+n], "0123456789.-") == "" {
					n, class = max(n, size), lexicon.Mark // the number of a list's point, or one that counts nothing
				}
				mark(i, n, class)
				i += n
				continue
			}
			switch {
			case unicode.Is(unicode.Han, c), c == '〇':
			case unicode.IsLetter(c), unicode.IsNumber(c):
				mark(i, size, lexicon.Noun)
			default:
				mark(i, size, lexicon.Mark)
			}
		}
		i += size
	}
	flush(end)
}

// timeAt is the length of the time word of s that begins at i, or 0.
func timeAt(s Sentence, i int) int {
	if k := timeFrom(s, i); k < len(s.Times) && s.Times[k].Start == i {
		return s.Times[k].End - i
	}
	return 0
}

// quoted is the length of the name in quotation marks that s begins with.
func quoted(s string, open rune) int {
	shut := map[rune]string{'“': "”", '《': "》", '「': "」", '『': "』", '‘': "’", '〈': "〉", '"': "\""}[open]
	const longest = 120
	from := utf8.RuneLen(open)
	head := s[:min(len(s), longest)]
	if k := strings.Index(head[from:], shut); k >= 0 {
		return from + k + len(shut)
	}
	return 0
}

// ascii is the length of a run of letters and digits.
func ascii(s string) int {
	i := 0
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || i > 0 && (s[i] == '-' || s[i] == '+' || s[i] == '.' || s[i] == '&')) {
		i++
	}
	return i
}
