package normalize

// reorder joins the halves of sentences.
func reorder(s string, drafts []draft) ([]draft, bool) { return drafts, false }

// junction is how well b reads on after a: above 0 where it likely does.
func junction(a, b string) float64 {
	qa, qb := balance(a), balance(b)
	score := 0.0
	if ends(a) && qa.open == 0 {
		return -9
	}
	if qa.open > 0 && qb.closed > 0 {
		score += 3
	} else if qa.open > 0 || qb.closed > 0 {
		score -= 3
	}
	return score + 1
}
