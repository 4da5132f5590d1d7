package eval

// The same figures as the reference score, a program of its own, to four
// decimals: on the records of the annotated reports and on altered files of
// them.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"unionrep/extract"
	"unionrep/normalize"
)

func TestEqualsTheReferenceScore(t *testing.T) {
	shared, err := filepath.Abs("../../../../shared")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(shared, "score", "score.py")); err != nil {
		t.Skip("needs the reference score and the annotated reports in ../shared")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("needs python3")
	}
	reports := load(t, shared)
	seeds := 25
	if testing.Short() {
		seeds = 3
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel() // it waits for the other program
			file := recordFile(t, reports, seed)
			records, err := ReadRecords(file, "jsonl")
			if err != nil {
				t.Fatal(err)
			}
			var scored []*Report
			for _, r := range reports {
				scored = append(scored, NewReport(r.name, r.source, r.gold, records.Of(r.name)))
			}
			equal(t, reference(t, shared, file), Summarize(scored, 0))
		})
	}
}

type annotatedReport struct {
	name    string
	source  *normalize.Source
	gold    []Annotation
	records []extract.Record
}

// load reads the annotated reports.
func load(t *testing.T, shared string) []annotatedReport {
	t.Helper()
	var reports []annotatedReport
	golds, _ := filepath.Glob(filepath.Join(shared, "gold", "*.jsonl"))
	for _, path := range golds {
		name := filepath.Join(shared, "seeds", strings.TrimSuffix(filepath.Base(path), ".jsonl")+".txt")
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := normalize.Clean(raw, normalize.Options{})
		if err != nil {
			t.Fatal(err)
		}
		gold, err := Folder(filepath.Dir(path)).Annotations(name, text.Source)
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, annotatedReport{name, text.Source, gold, extract.Extract(name, text)})
	}
	return reports
}

// recordFile is the file of the reports' records: as they are for seed 0,
// altered by a generator of that seed otherwise.
func recordFile(t *testing.T, reports []annotatedReport, seed int) []byte {
	t.Helper()
	random := rand.New(rand.NewPCG(uint64(seed), 0))
	var rows []map[string]any
	for _, r := range reports {
		var own []map[string]any
		line, err := json.Marshal(r.records)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(line, &own); err != nil {
			t.Fatal(err)
		}
		if seed > 0 {
			own = alter(random, own, len(r.source.Raw()), seed)
		}
		rows = append(rows, own...)
	}
	if seed%2 == 1 {
		random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	}
	var file bytes.Buffer
	encoder := json.NewEncoder(&file)
	for _, row := range rows {
		if err := encoder.Encode(row); err != nil {
			t.Fatal(err)
		}
	}
	return file.Bytes()
}

// alter drops and doubles records, moves spans and changes fields; the higher
// the seed, the more of it.
func alter(random *rand.Rand, rows []map[string]any, size, seed int) []map[string]any {
	var altered []map[string]any
	for _, original := range rows {
		row := clone(original)
		if random.IntN(25) < 25-seed {
			altered = append(altered, row)
			continue
		}
		other := rows[random.IntN(len(rows))]
		start, end := int(row["start"].(float64)), int(row["end"].(float64))
		switch random.IntN(17) {
		case 0: // dropped
			continue
		case 1: // doubled
			altered = append(altered, clone(row))
		case 2: // told at another place too
			again := clone(row)
			again["start"], again["end"] = other["start"], other["end"]
			altered = append(altered, again)
		case 3: // moved by a little, perhaps into a character
			row["start"], row["end"] = start+random.IntN(9)-4, end+random.IntN(9)-4
		case 4: // moved by whole characters
			row["start"], row["end"] = start+3*(random.IntN(3)-1), end+3*(random.IntN(5)-2)
		case 5: // moved behind itself
			row["start"], row["end"] = end, end+3
		case 6: // at or behind the end of the file, or turned round
			row["start"], row["end"] = random.IntN(size), size+random.IntN(2)-random.IntN(size)
		case 7:
			row["indicator"] = row["indicator"].(string) + "等"
		case 8:
			row["indicator"], row["action"] = other["indicator"], other["action"]
		case 9:
			row["value"], row["max"], row["bound"] = other["value"], other["max"], other["bound"]
		case 10: // written in another way
			row["value"], row["unit"] = fmt.Sprint(row["value"])+".0", "（"+row["unit"].(string)+"）"
			row["indicator"] = " " + row["indicator"].(string) + "，"
		case 11:
			row["unit"], row["kind"] = other["unit"], other["kind"]
		case 12: // flags put on, and taken off all others
			row["flags"] = []string{"ocr"}
		case 13:
			row["optional"] = !row["optional"].(bool)
		case 14:
			row["period"], row["org"] = other["period"], ""
		case 15:
			row["kind"], row["value"], row["flags"] = "duration", 7, nil
		case 16: // fields gone
			for _, field := range []string{"value", "max", "bound", "unit", "kind", "indicator", "action", "org", "period", "flags", "optional"} {
				if random.IntN(4) == 0 {
					delete(row, field)
				}
			}
		}
		if seed%3 == 0 && random.IntN(2) == 0 {
			delete(row, "flags")
		}
		altered = append(altered, row)
	}
	return altered
}

func clone(row map[string]any) map[string]any {
	other := map[string]any{}
	for k, v := range row {
		other[k] = v
	}
	return other
}

type referenceScore struct {
	Scores
	ByDoc map[string]map[string]float64 `json:"by_doc"`
}

// reference is what the reference score says of a file of records.
func reference(t *testing.T, shared string, file []byte) (want referenceScore) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "records.jsonl")
	if err := os.WriteFile(path, file, 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("python3", "-B", filepath.Join(shared, "score", "score.py"), "--json",
		"--gold", filepath.Join(shared, "gold"), "--docs", filepath.Join(shared, "seeds"), path).Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(out, &want); err != nil {
		t.Fatal(err)
	}
	return want
}

func equal(t *testing.T, want referenceScore, got *Result) {
	t.Helper()
	for l := Quantity; l <= Whole; l++ {
		for _, s := range []*Score{got.All.Level(l), want.Level(l)} {
			*s = Score{P: s.P, R: s.R, F1: s.F1} // the intervals are of different random draws
		}
	}
	a, _ := json.Marshal(got.All)
	b, _ := json.Marshal(want.Scores)
	if string(a) != string(b) {
		t.Errorf("the score is\n%s, want\n%s", a, b)
	}
	for _, f := range got.Files {
		doc := want.ByDoc[strings.TrimSuffix(filepath.Base(f.File), ".txt")]
		for l, name := range Levels() {
			if g, w := float64(f.Level(Level(l)).F1), doc[name]; g != w {
				t.Errorf("%s: %s F1 is %v, want %v", f.File, name, g, w)
			}
		}
		if float64(f.Gold) != doc["gold"] {
			t.Errorf("%s: %d figures, want %v", f.File, f.Gold, doc["gold"])
		}
	}
	if len(got.Files) != len(want.ByDoc) || got.All.Gold == 0 {
		t.Errorf("%d reports, want %d", len(got.Files), len(want.ByDoc))
	}
}
