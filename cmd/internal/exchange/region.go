package exchange

// The regions of a Label Studio task, put together from their items.

import (
	"encoding/json"
	"fmt"
	"slices"
)

// A region is one labelled span with what its controls say.
type region struct {
	Figure
	id string
}

// regions puts the items together by region, in order of their first item.
func (d *Document) regions(items []studioItem, x *index) ([]region, error) {
	var regions []region
	at := map[string]int{}
	for _, item := range items {
		i, ok := at[item.ID]
		if !ok {
			i = len(regions)
			at[item.ID] = i
			regions = append(regions, region{id: item.ID, Figure: Figure{Fields: Fields{}}})
		}
		r := &regions[i]
		if err := r.add(item, x); err != nil {
			return nil, fmt.Errorf("region %s: %w", item.ID, err)
		}
	}
	return slices.DeleteFunc(regions, func(r region) bool { return r.Fields["kind"] == nil }), nil // relations, and controls of the whole task
}

// add reads one item.
func (r *region) add(item studioItem, x *index) error {
	switch {
	case len(item.Value.Labels) > 0:
		from, to, err := x.span(item.Value.Start, item.Value.End)
		if err != nil {
			return err
		}
		r.Start, r.End = from, to
		r.Fields.setText("kind", item.Value.Labels[0])
	case item.From == studioBound && len(item.Value.Choices) > 0:
		r.Fields.setText("bound", item.Value.Choices[0])
	case item.From == studioMarks:
		for _, name := range studioFlags() {
			if slices.Contains(item.Value.Choices, name) {
				r.Fields.setFlag(name, true)
			}
		}
	case slices.Contains(studioAreas(), item.From):
		text, err := areaText(item.Value.Text)
		if err != nil {
			return err
		}
		if item.From == "value" || item.From == "max" {
			return r.Fields.setNumber(item.From, text)
		}
		r.Fields.setText(item.From, text)
	}
	return nil
}

// areaText is what stands in a text area: its last submission.
func areaText(raw json.RawMessage) (string, error) {
	var one string
	if json.Unmarshal(raw, &one) == nil {
		return one, nil
	}
	var many []string
	if err := json.Unmarshal(raw, &many); err != nil {
		return "", fmt.Errorf("a text area holds text, not %s", raw)
	}
	if len(many) == 0 {
		return "", nil
	}
	return many[len(many)-1], nil
}

// merge lays what the controls say over the figure that was handed out as this
// region; a field whose control is empty now is empty. Of a region that somebody
// drew and said nothing of, nothing is known but its place and kind.
func (r *region) merge(handedOut []carried, known []Figure) error {
	i := slices.IndexFunc(handedOut, func(c carried) bool { return c.ID == r.id })
	if i < 0 {
		return nil
	}
	old := known[i]
	fields := old.Fields.clone()
	changed := false
	for _, name := range slices.Concat([]string{"kind", "bound"}, studioAreas()) {
		if (Fields{name: r.Fields[name]}).text(name) == old.Fields.text(name) || name == "kind" && r.Fields.text(name) == labelOf(old.Fields) {
			continue
		}
		changed = changed || name == "value" || name == "max" || name == "bound"
		switch value, ok := r.Fields[name]; {
		case ok:
			fields[name] = value
		case name == "value" || name == "max":
			fields[name] = json.RawMessage("null")
		default:
			fields.setText(name, "")
		}
	}
	for _, name := range studioFlags() {
		fields.setFlag(name, r.Fields.is(name))
	}
	if changed && fields.isRecord() { // the interval was that of the old value
		fields["low"], fields["high"] = json.RawMessage("null"), json.RawMessage("null")
	}
	r.Fields = fields
	return nil
}
