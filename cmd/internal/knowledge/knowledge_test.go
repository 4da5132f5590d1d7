package knowledge

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"unionrep/cmd/internal/eval"
	"unionrep/extract"
	"unionrep/normalize"
	"unionrep/normalize/rules"
)

// What every built-in entry says of itself is so: its examples are read as it
// says, its counter-examples are not. Each has both; a set phrase is an example
// itself, and its class has others.
func TestBuiltInExamples(t *testing.T) {
	k, err := Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := k.Entries()
	if err != nil {
		t.Fatal(err)
	}
	examples := 0
	for i := range entries {
		e := &entries[i]
		for _, f := range k.Test(e) {
			t.Errorf("%s: %s: %s (%s): %s", e.Place, e.Name(), f.Example, f.Column, f.Got)
		}
		for _, column := range []string{rules.Yes, rules.No} {
			n := len(e.Words(column))
			if examples += n; n == 0 && e.Kind.Name != "setphrase" {
				t.Errorf("%s: %s has no example in %s", e.Place, e.Name(), column)
			}
		}
	}
	t.Logf("%d entries, %d examples", len(entries), examples)
}

const hospital = "../../../testdata/rules/"

// Thirty lines of rules, and no Go, make a bulletin of another field read much
// better: new units, a topic, set phrases, verbs and the words of frames.
func TestOwnRulesReadBetter(t *testing.T) {
	own, err := os.ReadFile(hospital + "hospital.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Count(string(own), "\n"); lines > 30 {
		t.Errorf("hospital.yaml has %d lines, more than 30", lines)
	}
	before, after := readHospital(t), readHospital(t, hospital+"hospital.yaml")
	t.Logf("record F1 %.4f without the rules, %.4f with them", before.All.Record.F1, after.All.Record.F1)
	if gain := after.All.Record.F1 - before.All.Record.F1; gain < 0.1 {
		t.Errorf("record F1 gains %.4f, want 0.1", gain)
	}
	if after.All.Quantity.F1 < 1 {
		t.Errorf("quantity F1 is %.4f with the rules, want 1", after.All.Quantity.F1)
	}
}

// readHospital scores the bulletin as the rules files let it be read.
func readHospital(t *testing.T, files ...string) *eval.Result {
	t.Helper()
	k, err := Load(files)
	if err != nil {
		t.Fatal(err)
	}
	const name = hospital + "hospital.txt"
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := normalize.Clean(raw, normalize.Options{Lookalikes: k.Lookalikes})
	if err != nil {
		t.Fatal(err)
	}
	gold, err := eval.Folder(hospital+"gold").Annotations(name, text.Source)
	if err != nil {
		t.Fatal(err)
	}
	records := k.Figures.Extract(name, text)
	if topics := slices.ContainsFunc(records, func(r extract.Record) bool { return r.Topic == "医疗服务" }); topics != (len(files) > 0) {
		t.Errorf("with %d rules files the new topic is there: %t", len(files), topics)
	}
	return eval.Summarize([]*eval.Report{eval.NewReport(name, text.Source, gold, eval.Predict(records))}, 0)
}

// Rules take effect in all that reads a report, and only where they are laid
// over: the built-in knowledge stays as it is.
func TestRulesTakeEffect(t *testing.T) {
	file := filepath.Join(t.TempDir(), "own.yaml")
	for _, c := range []struct{ rules, text, before, after string }{
		{"units: [{unit: 诊次, kind: people}]", "接诊病人300诊次。", "", "病人:诊次"},
		{"units: [{unit: 场, forms: [塲]}]", "举办讲座30塲。", "", "讲座:场"},
		{"setphrases: [{phrase: 四区一中心, class: name}]", "建成四区一中心格局。", "区一中心格局:", ""},
		{"off: [unit/元/元件]", "采购300元件。", "", "件:元"},
		{"off: [bound/front-超过]", "超过300人参加。", ":人", ":人"},
		{"words: [{class: verb, field: own, words: [协销]}]", "协销粮食430吨。", "协销粮食:吨", "粮食:吨"},
		{"roles: [{role: control, words: [协同]}]", "协同医院培训职工860名。", "职工:名", "职工:名"},
		{"lookalikes: [{wrong: [床曰], right: [床日]}]", "占用2600床曰。", "曰:床", ":床日"},
	} {
		if err := os.WriteFile(file, []byte(c.rules), 0o666); err != nil {
			t.Fatal(err)
		}
		for _, files := range [][]string{nil, {file}, nil} {
			k, err := Load(files)
			if err != nil {
				t.Fatal(err)
			}
			text, err := normalize.Clean([]byte(c.text), normalize.Options{Lookalikes: k.Lookalikes})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, r := range k.Figures.Extract("", text) {
				got = append(got, r.Indicator+":"+r.Unit)
			}
			want := c.before
			if files != nil {
				want = c.after
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%s: %s is %q, want %q", c.rules, c.text, got, want)
			}
		}
	}
}

// An own rule of every kind does what its examples say, which nothing does
// without it.
func TestOwnRulesOfEveryKind(t *testing.T) {
	own := map[string]string{
		"units":      "{unit: 诊次, kind: people, yes: [接诊300诊次], no: [接诊300人次]}",
		"nouns":      "{noun: 护工, kind: people, yes: [共有3000护工], no: [2015护工]}",
		"bounds":     "{word: 毛估, place: front, bound: about, yes: [毛估300人], no: [毛重300人]}",
		"setphrases": "{phrase: 四区一中心, class: name, no: [建成四个中心]}",
		"contexts":   "{name: 场-散场, unit: [场], numeral: any, behind: [散场], verdict: none, yes: [举办3场], no: [3场散场]}",
		"points":     "{noun: 聚力, yes: [三个聚力], no: [聚力三个]}",
		"words":      "{class: verb, field: hospital, words: [上转], yes: [上转病人], no: [转病人]}",
		"roles":      "{role: control, words: [协同], yes: [协同], no: [协定]}",
		"plans":      "{follow: any, words: [谋求], yes: [谋求新建书屋8家], no: [已新建书屋8家]}",
		"topics":     "{topic: 医疗服务, words: [病人], yes: [接诊病人300人次], no: [植树300棵]}",
		"headings":   "{name: plan, words: [远景], yes: [远景], no: [成绩]}",
		"natures":    "{name: limit, words: [最多补], yes: [每户最多补300元。], no: [筹集资金300万元。]}",
		"parts":      "{name: shift, words: [早班, 晚班], yes: [早班职工], no: [职工]}",
		"tables":     "{kind: people, words: [床位人数], yes: [床位人数], no: [床位]}",
		"orgs":       "{kind: institution, words: [血站], yes: [青石县血站], no: [青石县医生]}",
		"lookalikes": "{wrong: [床曰], right: [床日], yes: [占用2600床曰], no: [占用2600床日]}",
	}
	file := filepath.Join(t.TempDir(), "own.yaml")
	builtIn, err := Load(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range Kinds() {
		if kind.Section == "" {
			continue
		}
		if err := os.WriteFile(file, []byte(kind.Section+":\n  - "+own[kind.Section]), 0o666); err != nil {
			t.Fatal(err)
		}
		k, err := Load([]string{file})
		if err != nil {
			t.Error(err)
			continue
		}
		entries, err := k.Entries()
		if err != nil {
			t.Fatal(err)
		}
		for i := range entries {
			e := &entries[i]
			if !e.Own {
				continue
			}
			if failures := k.Test(e); len(failures) > 0 {
				t.Errorf("%s: %+v", e.Name(), failures)
			}
			if failures := builtIn.Test(e); len(failures) == 0 {
				t.Errorf("%s: its examples hold without it", e.Name())
			}
		}
	}
}

// README.md tells of every section of a rules file, and of all its keys.
func TestSectionsAreTold(t *testing.T) {
	readme, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range Kinds() {
		if kind.Section == "" {
			continue
		}
		line := ""
		for l := range strings.Lines(string(readme)) {
			if sections, _, _ := strings.Cut(strings.TrimPrefix(l, "| "), " | "); strings.HasPrefix(l, "| ") && strings.Contains(sections, "`"+kind.Section+"`") {
				line = l
			}
		}
		for _, c := range kind.Columns {
			if c.Name != rules.Yes && c.Name != rules.No && !strings.Contains(line, "`"+c.Name+"`") {
				t.Errorf("README.md does not tell the key %s of %s: %s", c.Name, kind.Section, line)
			}
		}
	}
}
