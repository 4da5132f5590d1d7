package sample

import (
	"strings"
	"testing"
)

const (
	header = "right,missed,file,line,column,records,id,type,stratum,population,probability\n"
	first  = "y,0,a.txt,1,1,1,f1,record,record/count,4,0.5\n"
	second = "n,0,a.txt,2,1,1,f2,record,record/count,4,0.5\n"
	none   = ",1,a.txt,3,1,0,,sentence,sentence/digit,1,1\n"
	sheet  = header + first + second + none
)

// A sheet is read as spreadsheets may have saved it.
func TestRead(t *testing.T) {
	for name, text := range map[string]string{
		"as written":     sheet,
		"semicolons":     strings.ReplaceAll(strings.ReplaceAll(sheet, ",", ";"), "0.5", "0,5"),
		"tabs":           strings.ReplaceAll(sheet, ",", "\t"),
		"CRLF and BOM":   "\ufeff" + strings.ReplaceAll(sheet, "\n", "\r\n"),
		"capitals":       strings.Replace(strings.Replace(sheet, "y,", "Y,", 1), "right", "Right", 1),
		"blanks":         strings.Replace(sheet, "y,0", " y , 0 ", 1),
		"words":          strings.Replace(strings.Replace(sheet, "y,", "yes,", 1), "\nn,", "\nno,", 1),
		"empty last row": sheet + ",,,,,,,,,,\n",
		"more columns":   strings.Replace(strings.Replace(sheet, "probability\n", "probability,mine\n", 1), "4,0.5\n", "4,0.5,x\n", 1),
	} {
		answers, err := Read([]byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(answers) != 3 || !answers[0].Right || answers[1].Right || !answers[1].Figure || answers[2].Missed != 1 {
			t.Errorf("%s: %+v", name, answers)
		}
	}
}

// One row of a sentence says for all how many figures are missed there.
func TestMissedOncePerSentence(t *testing.T) {
	text := header + strings.Replace(first, ",1,f1", ",2,f1", 1) + strings.Replace(strings.Replace(second, "a.txt,2,1,1", "a.txt,1,1,2", 1), "n,0", "n,", 1)
	answers, err := Read([]byte(text))
	if err != nil || answers[1].Missed != 0 {
		t.Errorf("%+v %v", answers, err)
	}
	_, err = Read([]byte(strings.Replace(text, "\nn,", "\nn,3", 1)))
	if err == nil || !strings.Contains(err.Error(), "line 2: missed is 0, another row of this sentence says 3") {
		t.Errorf("two answers for one sentence: %v", err)
	}
}

// What was filled in wrong, or is not as it was written, is told with its line.
func TestReadFaults(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"y,0", ",0", "line 2: right is empty"},
		{"y,0", "maybe,0", `line 2: right is "maybe"`},
		{"y,0", "y,", "line 2: missed is empty"},
		{"y,0", "y,some", `line 2: missed is "some"`},
		{"y,0", "y,-1", `line 2: missed is "-1"`},
		{"y,0", "y,1.5", `line 2: missed is "1.5"`},
		{",1,a.txt", "y,1,a.txt", "line 4: right is \"y\", but is for records"},
		{",1,a.txt", ",,a.txt", "line 4: missed is empty"},
		{"right,", "correct,", "line 1: no column right"},
		{"record/count,4,0.5\nn", "record/count,x,0.5\nn", `line 2: population is "x"`},
		{"record/count,4,0.5\nn", "record/cuont,4,0.5\nn", `stratum "record/cuont"`},
		{"1,1,1,f1", "1,1,0,f1", "line 2: records is 0"},
		{"f2", "f1", "line 3: the record f1 stands on line 2 already"},
		{second, "", "line 2: the sheet has 1 rows of record/count, 2 were drawn"},
		{"4,0.5\nn", "4,half\nn", `line 2: probability is "half"`},
		{first + second + none, "", "the sheet has no rows"},
		{"y,0", `"y,0`, "quote"},
	} {
		if !strings.Contains(sheet, c.from) {
			t.Fatalf("%q is not in the sheet", c.from)
		}
		_, err := Read([]byte(strings.Replace(sheet, c.from, c.to, 1)))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q: %v, want %q", c.to, c.from, err, c.want)
		}
	}
	if _, err := Read([]byte("{\"right\": \"y\"}\n{broken\n")); err == nil || !strings.Contains(err.Error(), "line 2: ") {
		t.Errorf("broken JSON: %v", err)
	}
	if _, err := Read([]byte{0, 1, 2, 3, 0, 0, 0, 0}); err == nil {
		t.Error("a file that is no text is read")
	}
}

// Whatever is read, reading does not fail otherwise than with an error, and
// what it returns can be estimated from.
func FuzzRead(f *testing.F) {
	f.Add(sheet)
	f.Add(`{"right":"y","missed":0,"file":"a","line":1,"column":1,"records":1,"id":"f","type":"record","stratum":"record/count","population":1,"probability":1}`)
	f.Add(strings.ReplaceAll(sheet, ",", ";"))
	f.Fuzz(func(t *testing.T, text string) {
		answers, err := Read([]byte(text))
		if err != nil {
			return
		}
		e := Of(answers)
		for _, n := range e.named() {
			if !(0 <= n.Low && n.Low <= n.Value+1e-9 && n.Value <= n.High+1e-9 && n.High <= 1) {
				t.Errorf("%s is %+v of\n%s", n.name, n.Estimate, text)
			}
		}
	})
}
