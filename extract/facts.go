package extract

// Facts that an article tells more than once, in its lead and in its body, and
// tellings that contradict each other.

import (
	"strings"
	"unicode/utf8"
)

// mostFacts is how many facts of one value and unit are kept apart; a value that
// is so common tells none of them again.
const mostFacts = 50

// facts gives every telling of one fact the id of the first.
func (r *relations) facts() {
	values := make(map[string][]int) // records by value and unit
	things := make(map[string][]int) // records by what they count and how
	for i := range r.records {
		rec := &r.records[i]
		rec.Fact = rec.ID
		if r.tellings[i].row || rec.Indicator == "" || rec.Kind == "duration" || rec.Optional {
			continue
		}
		key := r.valueKey(i)
		for _, j := range values[key] {
			if r.retells(i, j) {
				rec.Fact = r.records[j].Fact
				break
			}
		}
		if len(values[key]) < mostFacts {
			values[key] = append(values[key], i)
		}
		if rec.Action != "" && utf8.RuneCountInString(rec.Indicator) > 1 && !r.tellings[i].part && !r.tellings[i].change {
			key := rec.Indicator + "\x00" + rec.Action + "\x00" + rec.Unit
			things[key] = append(things[key], i)
		}
	}
	for i := range r.records {
		rec := &r.records[i]
		key := rec.Indicator + "\x00" + rec.Action + "\x00" + rec.Unit
		if told := things[key]; len(told) > 0 && told[0] == i {
			r.contradictions(told)
		}
	}
}

// valueKey names what the words say of a value.
func (r *relations) valueKey(i int) string {
	rec := &r.records[i]
	key := rec.Value.String() + rec.Unit + rec.Bound
	if rec.Max != nil {
		key += rec.Max.String()
	}
	return key
}

// retells says that record i tells what record j, of the same value and unit,
// told before. A long number hardly meets its like by chance; a shorter one is
// told again in another section in the same words, the shortest of all only
// where it was told in the lead.
func (r *relations) retells(i, j int) bool {
	a, b := &r.records[i], &r.records[j]
	if r.tellings[i].sentence == r.tellings[j].sentence || !r.samePeriod(i, j) || !nearly(a.Indicator, b.Indicator) {
		return false
	}
	const long = 3
	weight := r.weight(i)
	if weight >= long {
		return true
	}
	if a.Section == b.Section || a.Indicator != b.Indicator || a.Action != b.Action || a.Action == "" ||
		a.Subject != b.Subject && a.Subject != "" && b.Subject != "" {
		return false
	}
	return weight == long-1 || r.tellings[j].opening
}

// weight is how much a number tells: its digits without the zeros at both ends,
// and one more each for a bound word and for a size that few numbers have.
func (r *relations) weight(i int) int {
	rec := &r.records[i]
	weight := significant(rec.Value.String())
	if rec.Bound != "exact" {
		weight++
	}
	const large = 10_000
	if rec.Value.Float64() >= large {
		weight++
	}
	return weight
}

// significant is the number of digits without the zeros at both ends.
func significant(number string) int {
	digits := strings.ReplaceAll(strings.TrimPrefix(number, "-"), ".", "")
	return len(strings.Trim(digits, "0"))
}

// nearly says that two indicators name one thing: they are equal, one is the
// other with a modifier, or they differ in a character.
func nearly(a, b string) bool {
	if utf8.RuneCountInString(a) < utf8.RuneCountInString(b) {
		a, b = b, a
	}
	if strings.HasSuffix(a, b) || strings.HasPrefix(a, b) {
		return true
	}
	short := []rune(b)
	differ, k := 0, 0
	for _, c := range a {
		if k < len(short) && short[k] == c {
			k++
		} else {
			differ++
		}
	}
	return len(short) >= 4 && differ+len(short)-k <= 2
}

// samePeriod says that the periods of two records do not tell them apart.
func (r *relations) samePeriod(i, j int) bool {
	a, b := &r.records[i], &r.records[j]
	switch {
	case a.Period == b.Period, a.Period == "", b.Period == "":
		return true
	case a.PeriodEnd != "" && b.PeriodEnd != "":
		return a.PeriodStart == b.PeriodStart && a.PeriodEnd == b.PeriodEnd
	}
	return stretch(a.Period) != "" && stretch(a.Period) == stretch(b.Period)
}

// stretch is the number of years in a word like 近五年来 or 过去5年, or "".
func stretch(word string) string {
	for _, w := range [...]string{"近", "过去", "这"} {
		word = strings.TrimPrefix(word, w)
	}
	n, found := strings.CutSuffix(strings.TrimSuffix(strings.TrimSuffix(word, "来"), "间"), "年")
	if !found {
		return ""
	}
	for k, digit := range [...]string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"} {
		if n == digit {
			return [...]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}[k]
		}
	}
	return n
}

// contradictions compares the one telling of the lead with the one of the body:
// values that the words allow together are one fact, others that are near each
// other contradict; a value far below is a part of the whole.
func (r *relations) contradictions(told []int) {
	if len(told) != 2 {
		return
	}
	j, i := told[0], told[1]
	a, b := &r.records[i], &r.records[j]
	if a.Fact == b.Fact || !r.tellings[j].opening || r.tellings[i].opening || a.Subject != b.Subject && a.Subject != "" && b.Subject != "" ||
		a.Period != b.Period && (!r.samePeriod(i, j) || a.Period == "" || b.Period == "") {
		return
	}
	first, ok := r.interval(j)
	second, fits := r.interval(i)
	if !ok || !fits {
		return
	}
	if !first.exceeds(second) && !second.exceeds(first) {
		a.Fact = b.Fact
		return
	}
	const least = 0.6
	if ratio := a.Value.Float64() / b.Value.Float64(); least < ratio && ratio < 1/least {
		a.Fact = b.Fact
		r.flag("conflict", i, j)
	}
}
