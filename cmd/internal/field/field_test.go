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
	if _, err := Pick(Default()); err != nil {
		t.Error(err)
	}
	if _, err := Pick([]string{"value", "vlaue"}); err == nil {
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
