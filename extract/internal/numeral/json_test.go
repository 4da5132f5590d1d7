package numeral

import (
	"encoding/json"
	"testing"
)

func TestJSON(t *testing.T) {
	for _, s := range []string{"0", "-1.5", "65595900", "0.333333333333", "100000000000000000"} {
		var d Decimal
		if err := json.Unmarshal([]byte(s), &d); err != nil {
			t.Errorf("%s: %v", s, err)
		}
		if back, err := json.Marshal(d); err != nil || string(back) != s {
			t.Errorf("%s comes back as %s (%v)", s, back, err)
		}
	}
	for _, s := range []string{`"3"`, "3e4", "true", "1000000000000000000000"} {
		var d Decimal
		if err := json.Unmarshal([]byte(s), &d); err == nil {
			t.Errorf("%s is read as %v", s, d)
		}
	}
}
