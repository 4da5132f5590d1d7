package exchange

// Label Studio: JSON tasks. A region's label is the figure's kind; its other
// fields are controls of the region (perRegion), so they can be corrected there.
// What there is no control for goes along in the data of the task, by the id of
// the region.
//
// Format: https://labelstud.io/guide/task_format and /guide/predictions; the
// exported "JSON", not "JSON-MIN".

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"unionrep/cmd/internal/sink"
)

// The names of the controls, as Setup has them.
const (
	studioText  = "text"
	studioKind  = "kind"
	studioBound = "bound"
	studioMarks = "marks" // optional and dup
)

// studioAreas are the fields that are text areas of a region.
func studioAreas() []string {
	return []string{"value", "max", "unit", "indicator", "action", "org", "period"}
}

// studioFlags are the fields that are marks of a region.
func studioFlags() []string { return []string{"optional", "dup"} }

type studioTask struct {
	Data        studioData     `json:"data"`
	Annotations []studioResult `json:"annotations,omitempty"`
	Predictions []studioResult `json:"predictions,omitempty"`
}

type studioData struct {
	Text    string    `json:"text"`
	File    string    `json:"file"`
	Breaks  string    `json:"line_breaks,omitempty"`
	Offsets Unit      `json:"offsets,omitempty"` // of the figures
	Figures []carried `json:"figures"`
}

type studioResult struct {
	Model     string       `json:"model_version,omitempty"`
	Cancelled bool         `json:"was_cancelled,omitempty"`
	Result    []studioItem `json:"result"`
}

// A studioItem is the label of a region, or the value of one of its controls.
type studioItem struct {
	ID    string      `json:"id"`
	From  string      `json:"from_name"`
	To    string      `json:"to_name"`
	Type  string      `json:"type"`
	Value studioValue `json:"value"`
}

type studioValue struct {
	Start   int             `json:"start"`
	End     int             `json:"end"`
	Text    json.RawMessage `json:"text,omitempty"` // of a label what it covers, of a text area its lines
	Labels  []string        `json:"labels,omitempty"`
	Choices []string        `json:"choices,omitempty"`
}

// writeLabelStudio writes the documents as tasks: as predictions, for people to
// correct, where they are records, as annotations where people have made them.
func writeLabelStudio(w io.Writer, documents []*Document, unit Unit) error {
	tasks := []studioTask{}
	for _, d := range documents {
		x := newIndex(d.Text, unit)
		task := studioTask{Data: studioData{File: d.File, Offsets: unit, Figures: []carried{}}}
		task.Data.Text, task.Data.Breaks = handOut(d.Text)
		items, annotated := []studioItem{}, false
		for i := range d.Figures {
			f := &d.Figures[i]
			id := f.Fields.text("id")
			if id == "" {
				id = "figure" + strconv.Itoa(i+1)
			}
			annotated = annotated || !f.Fields.isRecord()
			start, end := x.position(f.Start), x.position(f.End)
			task.Data.Figures = append(task.Data.Figures, carried{ID: id, Start: start, End: end, Fields: f.Fields})
			covered, _ := handOut(d.Text[f.Start:f.End])
			items = append(items, regionItems(id, start, end, covered, f.Fields)...)
		}
		if annotated {
			task.Annotations = []studioResult{{Result: items}}
		} else {
			task.Predictions = []studioResult{{Model: "unionrep", Result: items}}
		}
		tasks = append(tasks, task)
	}
	return sink.Encoder(w).Encode(tasks)
}

// regionItems are the items of one figure.
func regionItems(id string, start, end int, covered string, f Fields) []studioItem {
	item := func(from, kind string, v studioValue) studioItem {
		v.Start, v.End = start, end
		return studioItem{ID: id, From: from, To: studioText, Type: kind, Value: v}
	}
	items := []studioItem{item(studioKind, "labels", studioValue{Text: quote(covered), Labels: []string{labelOf(f)}})}
	for _, name := range studioAreas() {
		if value := f.text(name); value != "" {
			items = append(items, item(name, "textarea", studioValue{Text: slices.Concat([]byte("["), quote(value), []byte("]"))}))
		}
	}
	if bound := f.text("bound"); bound != "" {
		items = append(items, item(studioBound, "choices", studioValue{Choices: []string{bound}}))
	}
	var marks []string
	for _, name := range studioFlags() {
		if f.is(name) {
			marks = append(marks, name)
		}
	}
	if marks != nil {
		items = append(items, item(studioMarks, "choices", studioValue{Choices: marks}))
	}
	return items
}

// readLabelStudio reads exported tasks. Where unit is "", it is the one in which
// the covered texts fit.
func readLabelStudio(data string, unit Unit) ([]*Document, error) {
	var tasks []studioTask
	if err := json.Unmarshal([]byte(data), &tasks); err != nil {
		return nil, fmt.Errorf("no list of tasks (export as JSON, not as JSON-MIN or another format): %w", err)
	}
	var documents []*Document
	for i, task := range tasks {
		d, err := task.document(i+1, unit)
		if err != nil {
			return nil, fmt.Errorf("task %d: %w", i+1, err)
		}
		documents = append(documents, d)
	}
	return documents, nil
}

// document reads one task: its last annotation that was not cancelled, or where
// nobody has annotated it yet the prediction.
func (task *studioTask) document(n int, unit Unit) (*Document, error) {
	if task.Data.Text == "" {
		return nil, errors.New("no data.text (export as JSON, not as JSON-MIN or another format)")
	}
	d := &Document{File: task.Data.File, Text: takeBack(task.Data.Text, task.Data.Breaks)}
	if d.File == "" {
		d.File = fmt.Sprintf("%d.txt", n)
	}
	var items []studioItem
	if len(task.Predictions) > 0 {
		items = task.Predictions[len(task.Predictions)-1].Result
	}
	for _, a := range task.Annotations {
		if !a.Cancelled {
			items = a.Result
		}
	}
	x, err := studioIndex(d.Text, items, unit)
	if err != nil {
		return nil, err
	}
	known, err := takeCarried(task.Data.Figures, newIndex(d.Text, task.Data.Offsets))
	if err != nil {
		return nil, err
	}
	regions, err := d.regions(items, x)
	if err != nil {
		return nil, err
	}
	for i := range regions {
		if err := regions[i].merge(task.Data.Figures, known); err != nil {
			return nil, err
		}
		d.Figures = append(d.Figures, regions[i].Figure)
	}
	d.sortFigures()
	return d, nil
}

// studioIndex is the index in which the covered texts of all labels fit.
func studioIndex(text string, items []studioItem, unit Unit) (*index, error) {
	units := []Unit{CodePoints, UTF16}
	if unit != "" {
		units = []Unit{unit}
	}
	var why error
	for _, u := range units {
		x := newIndex(text, u)
		err := fit(text, items, x)
		if err == nil {
			return x, nil
		}
		if why == nil {
			why = err
		}
	}
	return nil, why
}

// fit returns an error where a label does not cover the text that it says.
func fit(text string, items []studioItem, x *index) error {
	for _, item := range items {
		if item.Value.Labels == nil {
			continue
		}
		from, to, err := x.span(item.Value.Start, item.Value.End)
		if err != nil {
			return fmt.Errorf("region %s: %w", item.ID, err)
		}
		var covered string
		if json.Unmarshal(item.Value.Text, &covered) == nil && covered != "" && solid(covered) != solid(text[from:to]) {
			return fmt.Errorf("region %s: %q stands where its text is %q; the task is not what was handed out", item.ID, text[from:to], covered)
		}
	}
	return nil
}

// solid is text without what a browser may change: blanks and breaks.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ReplaceAll(s, `\n`, ""))
}
