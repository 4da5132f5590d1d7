package attach

import "testing"

// Every role is in the data file, its example plays it and its counterexample
// does not.
func TestRoles(t *testing.T) {
	ps, err := players()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []role{share, fullShare, deal, total, each, more, grade, others, among, statement, sum, part, source, object, place, goal, compare, topic, listEnd, perCapita, daily,
		restrict, done, own, other, inside, currency, paired, whole, reach, passive, both, taker, control, report, donate, worth, standard, limit, event, amount, container, change,
		direction, rate, money, actor, honour} {
		p, ok := ps[r]
		if !ok || len(p.words) == 0 {
			t.Errorf("role %s has no words", r)
			continue
		}
		if !BuiltIn().plays(p.example, r) {
			t.Errorf("%s does not play %s", p.example, r)
		}
		if BuiltIn().plays(p.counter, r) {
			t.Errorf("%s plays %s", p.counter, r)
		}
		delete(ps, r)
	}
	for r := range ps {
		t.Errorf("role %s of the data file is unknown", r)
	}
}
