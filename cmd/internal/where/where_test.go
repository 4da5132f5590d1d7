package where

import (
	"errors"
	"slices"
	"testing"

	"unionrep/cmd/internal/meta"
	"unionrep/extract"
)

func TestKeep(t *testing.T) {
	r := extract.Record{Kind: "money", Unit: "元", Topic: "", Line: 3, Flags: []string{"ocr", "joined"}, Optional: true}
	clean := extract.Record{Kind: "people", Unit: "人", Topic: "帮扶救助", Line: 4}
	for _, c := range []struct {
		conditions []string
		r, clean   bool
	}{
		{nil, true, true},
		{[]string{"kind=money"}, true, false},
		{[]string{"kind=money,people"}, true, true},
		{[]string{"kind!=money"}, false, true},
		{[]string{"kind!=money,people"}, false, false},
		{[]string{"kind=money", "unit=人"}, false, false},
		{[]string{"kind=money,people", "unit=人, 名"}, false, true},
		{[]string{"flags=ocr"}, true, false},
		{[]string{"flags=joined,repaired"}, true, false},
		{[]string{"flags!=repaired"}, true, true},
		{[]string{"flags!=joined"}, false, true},
		{[]string{"flags="}, false, true},
		{[]string{"flags!="}, true, false},
		{[]string{"topic="}, true, false},
		{[]string{"topic=,帮扶救助"}, true, true},
		{[]string{"optional=true"}, true, false},
		{[]string{"meta.region=北京"}, true, false},
		{[]string{"meta.region!=北京"}, false, true},
		{[]string{"meta.region="}, false, true},
		{[]string{"line=3"}, true, false},
		{[]string{"unit==1"}, false, false},
	} {
		var parsed []Condition
		for _, s := range c.conditions {
			condition, err := Parse(s)
			if err != nil {
				t.Fatal(err)
			}
			parsed = append(parsed, condition)
		}
		f := New(parsed)
		if got, gotClean := f.Keep(&r, &meta.Row{Region: "北京"}), f.Keep(&clean, nil); got != c.r || gotClean != c.clean {
			t.Errorf("%q keeps %t, %t; want %t, %t", c.conditions, got, gotClean, c.r, c.clean)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, s := range []string{"", "kind", "knid=money", "kind=mony", "kind=money,", "flags!=orc", "optional=yes", "=money", "kind!money"} {
		_, err := Parse(s)
		if s == "kind=money," { // or none
			if err != nil {
				t.Error(err)
			}
			continue
		}
		if err == nil {
			t.Errorf("%q is a condition", s)
		}
	}
	var unknown *UnknownError
	if _, err := Parse("kind=mony"); !errors.As(err, &unknown) || unknown.Word != "mony" || !slices.Contains(unknown.Words, "money") {
		t.Errorf("%+v", unknown)
	}
}

func TestUnmet(t *testing.T) {
	unit, err := Parse("unit=万元,元,个")
	if err != nil {
		t.Fatal(err)
	}
	kind, err := Parse("kind=money")
	if err != nil {
		t.Fatal(err)
	}
	f := New([]Condition{unit, kind})
	for _, u := range []string{"人", "元", "", "人"} {
		f.Keep(&extract.Record{Unit: u, Kind: "people"}, nil)
	}
	unmet := f.Unmet()
	if len(unmet) != 2 || unmet[0].Word != "万元" || unmet[1].Word != "个" || !slices.Equal(unmet[0].Words, []string{"人", "元"}) {
		t.Errorf("unmet %+v", unmet)
	}
}

// A condition and its opposite part the records, whatever the values are.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"kind=money", "flags=ocr,joined", "unit=", "line=3,4", "org=a=b", "flags=,", " kind =money", "copies=5-9"} {
		f.Add(seed, "元")
	}
	f.Fuzz(func(t *testing.T, s, unit string) {
		c, err := Parse(s)
		if err != nil {
			return
		}
		opposite := c
		opposite.Not = !c.Not
		for _, r := range []extract.Record{{}, {Kind: "money", Unit: unit, Line: 3, Flags: []string{"ocr"}}} {
			if New([]Condition{c}).Keep(&r, nil) == New([]Condition{opposite}).Keep(&r, nil) {
				t.Errorf("%q and its opposite agree on %+v", s, r)
			}
		}
	})
}
