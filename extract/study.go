package extract

// What was proposed for each figure, for who fits the weights that decide and
// for who asks why.

import (
	"unionrep/extract/internal/attach"
	"unionrep/normalize"
)

// A Proposal is one reading of a figure's indicator or action, with its weight
// in sixteenths of a nat and the cues that it is the sum of.
type Proposal = attach.Proposal

// A Cue is something that holds of a proposal, by its place in a table of
// weights.
type Cue = attach.Cue

// WeightTable is how many weights a table has, one signed byte a cue.
const WeightTable = attach.TableSize

// A Study is a record with what was proposed for it, the reading of the
// grammar first. Nothing is proposed for a figure that is optional by its form.
type Study struct {
	Record              Record
	Indicators, Actions []Proposal
}

// Study reads text as Extract does, but goes by weights, the table of the
// indicators before that of the actions, and tells what was proposed. The
// studies are in the order in which the text is read.
func (kb *Knowledge) Study(name string, text *normalize.Text, weights string) []Study {
	x := kb.newExtractor(name, text)
	x.reader.Study(weights)
	var studies []Study
	x.studied = func(r Record, f attach.Figure) {
		studies = append(studies, Study{r, f.Nouns, f.Verbs})
	}
	x.read()
	return studies
}
