package extract

// Parts and wholes: 职工380人，其中女职工150人; A 30万元、B 20万元，合计50万元.

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// longestList is the number of figures that a list of parts can have: a text
// without full stops is no list.
const longestList = 100

// parts links what 其中 introduces to its whole.
func (r *relations) parts() {
	for i := range r.records {
		if !r.tellings[i].part || r.records[i].PartOf != "" {
			continue
		}
		whole := r.whole(i)
		if whole < 0 {
			continue
		}
		members := r.members(whole, i)
		for _, m := range members {
			r.records[m].PartOf = r.records[whole].ID
		}
		if r.mismatch(whole, members) {
			r.flag("sum_mismatch", append(members, whole)...)
		}
	}
}

// whole is the record that record i, behind 其中, is a part of: the nearest
// before it that counts in the same unit and is not less, in its sentence or,
// where 其中 opens that, in the one before. -1 where there is none.
func (r *relations) whole(i int) int {
	part, ok := r.interval(i)
	if !ok {
		return -1
	}
	sentence := r.tellings[i].sentence
	if i > 0 && r.tellings[i-1].sentence != sentence {
		sentence = r.tellings[i-1].sentence
	}
	nearest := -1
	for j := i - 1; j >= max(0, i-longestList) && r.tellings[j].sentence >= sentence; j-- {
		if !r.sameMeasure(i, j) || r.tellings[j].change || r.tellings[j].row != r.tellings[i].row {
			continue
		}
		if whole, ok := r.interval(j); ok && !part.exceeds(whole) {
			return j
		}
		if nearest < 0 {
			nearest = j
		}
	}
	if nearest == i-1 && nearest >= 0 && r.tellings[nearest].sentence == r.tellings[i].sentence && r.records[nearest].Unit == r.records[i].Unit {
		return nearest // a part that is more than its whole
	}
	return -1
}

// members are the records from first on that are parts of whole. A figure with
// a verb of its own is one only where it completes the sum or stands in the
// same bracket.
func (r *relations) members(whole, first int) []int {
	sure, all := []int{first}, []int{first}
	total, _ := r.interval(whole)
	bracket := r.bracketEnd(whole, first)
	strict := true
	for k := first + 1; k < min(len(r.records), first+longestList) && r.tellings[k].sentence == r.tellings[first].sentence; k++ {
		t, rec := &r.tellings[k], &r.records[k]
		if t.part || bracket > 0 && t.from > bracket || r.complete(total, all) || !r.listGoesOn(k) {
			break
		}
		if rec.Kind == "ratio" || t.change {
			continue
		}
		own := t.own && rec.Action != r.records[first].Action && !slices.Contains(r.kb.parts.of("source"), rec.Action)
		if !r.sameMeasure(first, k) {
			strict = strict && !own
			continue
		}
		all = append(all, k)
		if strict && !own || bracket > 0 {
			sure = append(sure, k)
		} else {
			strict = false
		}
	}
	if r.complete(total, all) {
		return all
	}
	return sure
}

// complete says that records add up to total.
func (r *relations) complete(total interval, records []int) bool {
	sum, ok := r.interval(records...)
	return ok && !sum.exceeds(total) && !total.exceeds(sum) && !sum.open && !total.open
}

// listGoesOn says that record k can belong to the list of the record before
// it: no semicolon stands between them, or the list gives shares throughout.
func (r *relations) listGoesOn(k int) bool {
	gap := r.between(k-1, k)
	if !strings.ContainsAny(gap, "；;") {
		return true
	}
	t := &r.tellings[k]
	item := r.clean[t.to:max(t.to, t.end)]
	if end := strings.IndexAny(item, "；;"); end >= 0 {
		item = item[:end]
	}
	return strings.Contains(item, "占") || containsAny(r.records[k].Indicator, r.kb.parts.of("rest"))
}

// bracketEnd is where the bracket closes that opens between a whole and its
// first part, 0 where none does.
func (r *relations) bracketEnd(whole, first int) int {
	gap := r.between(whole, first)
	open := strings.LastIndexAny(gap, "（(")
	if open < 0 || strings.ContainsAny(gap[open:], "）)") {
		return 0
	}
	t := &r.tellings[first]
	if k := strings.IndexAny(r.clean[t.to:max(t.to, t.end)], "）)"); k >= 0 {
		return t.to + k
	}
	return 0
}

// mismatch says that parts cannot be parts of whole: one is more than it, or
// together they are, where they exclude each other, or they leave something
// out of it where they claim to be all.
func (r *relations) mismatch(whole int, parts []int) bool {
	total, ok := r.interval(whole)
	if !ok {
		return false
	}
	for _, p := range parts {
		if one, ok := r.interval(p); ok && one.exceeds(total) {
			return true
		}
	}
	sum, ok := r.interval(parts...)
	if !ok || len(parts) < 2 {
		return false
	}
	rest := slices.ContainsFunc(parts, func(p int) bool { return containsAny(r.records[p].Indicator, r.kb.parts.of("rest")) })
	set := r.contrast(parts)
	if sum.exceeds(total) {
		return rest || set != "" || r.records[whole].Kind == "money"
	}
	return (rest || set == "gender") && !sum.open && total.exceeds(sum)
}

// contrast is the name of the list whose words set the parts apart, each by
// another one: 男 and 女. "" where none does.
func (r *relations) contrast(parts []int) string {
	for _, l := range r.kb.parts {
		if l.name == "average" || l.name == "rest" || l.name == "source" {
			continue
		}
		seen := make(map[string]bool)
		for _, p := range parts {
			for _, w := range l.words {
				if strings.Contains(r.records[p].Indicator, w) {
					seen[w] = true
					break
				}
			}
		}
		if len(seen) == len(parts) {
			return l.name
		}
	}
	return ""
}

// totals links what is added up behind a list to its sum.
func (r *relations) totals() {
	for i := range r.records {
		count, ok := r.totalOf(i)
		if !ok {
			continue
		}
		var parts []int
		for k := i - 1; k >= max(0, i-longestList) && r.tellings[k].sentence == r.tellings[i].sentence; k-- {
			if count > 0 && len(parts) == count {
				break
			}
			if r.sameMeasure(i, k) && !r.tellings[k].change && r.records[k].PartOf == "" {
				parts = append(parts, k)
			}
		}
		total, fits := r.interval(i)
		if !fits || len(parts) < 2 || count > 0 && len(parts) < count {
			continue
		}
		if r.complete(total, parts) {
			for _, p := range parts {
				r.records[p].PartOf = r.records[i].ID
			}
			continue
		}
		// Far from its sum a list is likely to hold other things too.
		sum, _ := r.interval(parts...)
		if ratio := sum.low.Float64() / total.low.Float64(); 0.5 < ratio && ratio < 1.5 && (sum.exceeds(total) || total.exceeds(sum)) {
			r.flag("sum_mismatch", append(parts, i)...)
		}
	}
}

// totalOf says that a word right before record i makes it the sum of a list,
// and of how many figures, where it says that: 三项合计. A total with a noun of
// its own, 其余6市合计, sums up what the list leaves out.
func (r *relations) totalOf(i int) (count int, ok bool) {
	if i == 0 || r.records[i].Kind == "ratio" {
		return 0, false
	}
	t := &r.tellings[i]
	head := r.clean[t.sentence:max(t.sentence, t.from)]
	for _, w := range [...]string{"为", "达", "约"} {
		head = strings.TrimSuffix(head, w)
	}
	for _, w := range [...]string{"合计", "共计", "总计"} {
		before, found := strings.CutSuffix(head, w)
		if !found {
			continue
		}
		if last, _ := utf8.DecodeLastRuneInString(before); last == '，' || last == ',' || last == '、' || last == '；' || last == ';' {
			return 0, true
		}
		for n, word := range [...]string{2: "两", 3: "三", 4: "四", 5: "五", 6: "六"} {
			if word != "" && (strings.HasSuffix(before, word+"项") || strings.HasSuffix(before, word+"者")) {
				return n, true
			}
		}
		return 0, strings.HasSuffix(before, "以上") || strings.HasSuffix(before, "上述")
	}
	return 0, false
}

// containsAny says that s contains one of the words.
func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}
