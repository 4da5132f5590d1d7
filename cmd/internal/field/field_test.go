package field

import (
	"reflect"
	"slices"
	"strconv"
	"testing"

	"unionrep/extract"
)

func TestFieldsAreThoseOfTheRecord(t *testing.T) {
	var names []string
	kinds := map[reflect.Kind]Kind{reflect.String: Text, reflect.Int: Integer, reflect.Bool: Boolean, reflect.Slice: List,
		reflect.Struct: Number, reflect.Pointer: Number}
	for i, f := range slices.Collect(reflect.TypeFor[extract.Record]().Fields()) {
		names = append(names, f.Tag.Get("json"))
		if want, ok := kinds[f.Type.Kind()]; !ok || All()[i].Kind != want {
			t.Errorf("%s is of kind %d, want %d (%s)", f.Name, All()[i].Kind, want, f.Type)
		}
	}
	if got := Names(); !slices.Equal(got, names) {
		t.Errorf("fields\n%v\nwant those of the record\n%v", got, names)
	}
	for i, name := range append(Names(), Default()...) {
		if f, ok := Named(name); !ok || f.Name != name || i < len(names) && f.Kind != All()[i].Kind {
			t.Errorf("%s is the field %q, %t", name, f.Name, ok)
		}
	}
	if _, ok := Named("vlaue"); ok {
		t.Error("vlaue is a field")
	}
}

// Every field's cell holds that field.
func TestCells(t *testing.T) {
	var r extract.Record
	v := reflect.ValueOf(&r).Elem()
	for i := range v.NumField() {
		switch field := v.Field(i); field.Kind() {
		case reflect.String:
			field.SetString(Names()[i])
		case reflect.Int:
			field.SetInt(int64(1000 + i))
		}
	}
	r.Copies = []extract.Place{{Start: 5, End: 9}, {Start: 20, End: 24}}
	r.Flags = []string{"ocr", "joined"}
	r.Optional = true
	special := map[string]string{"value": "0", "max": "", "low": "", "high": "", "copies": "5-9;20-24", "flags": "ocr;joined", "optional": "true"}
	for i, f := range All() {
		want, ok := special[f.Name]
		switch {
		case ok:
		case f.Kind == Integer:
			want = strconv.Itoa(1000 + i)
		default:
			want = f.Name
		}
		if got := f.Cell(&r); got != want {
			t.Errorf("the cell of %s holds %q, want %q", f.Name, got, want)
		}
	}
}

// Spans are read back as they were written, and what is none is told.
func TestPlaces(t *testing.T) {
	for _, want := range [][]extract.Place{{}, {{Start: 5, End: 9}}, {{Start: 5, End: 9}, {Start: 20, End: 24}}} {
		if got, err := ParsePlaces(Places(want)); err != nil || !slices.Equal(got, want) {
			t.Errorf("%v is read as %v, %v", want, got, err)
		}
	}
	for _, cell := range []string{"5", "5-", "-9", "a-b", "5-9;x", "5-9x", "5 9"} {
		if got, err := ParsePlaces(cell); err == nil {
			t.Errorf("%q is read as %v", cell, got)
		}
	}
}
