// Command fit makes the weights by which package attach chooses between the
// readings of a figure, from annotated reports:
//
//	go run ./cmd/internal/fit -o extract/internal/attach/weights.bin testdata/corpus/dev testdata/reports testdata/spec/attachment*.csv
//
// Each folder holds reports with their annotation in gold, each file sentences
// with their readings. Fitted is the likelihood of the annotated readings, by
// stochastic gradient descent with a step for each weight (AdaGrad: Duchi, Hazan
// and Singer, 2011) and a quadratic penalty. The same reports give the same file.
//
// With -folds N it writes nothing and prints how often the readings are right on
// reports that the weights were not fitted to: each N-th of the reports in turn.
// The sentences are always among what is fitted to.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"unionrep/cmd/internal/eval"
	"unionrep/extract"
	"unionrep/normalize"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("fit: ")
	output := flag.String("o", "", "`FILE` to write the weights to")
	folds := flag.Int("folds", 0, "print the agreement on reports left out, in `N` turns")
	flag.Parse()
	weights := make([]byte, len(fields)*extract.WeightTable)
	cases, err := study(flag.Args(), string(weights))
	if err != nil {
		log.Fatal(err)
	}
	if *folds > 0 {
		crossValidate(cases, *folds)
	}
	for i := range fields {
		fit(cases, i).store(weights[i*extract.WeightTable:])
	}
	if *output != "" {
		if err := os.WriteFile(*output, weights, 0o666); err != nil {
			log.Fatal(err)
		}
	}
}

// fields are what is weighed, in the order of their tables.
var fields = [...]string{"indicator", "action"}

// A reading is a proposal and whether the annotation agrees with it.
type reading struct {
	text  string
	cues  []extract.Cue
	right bool
}

// A figure is what was proposed for one annotated figure.
type figure struct {
	report   int // 0 for a sentence
	readings [len(fields)][]reading
}

// study reads the annotated reports of folders, and the files of sentences, by
// weights: blank ones have each figure stand among what the grammar alone reads.
func study(sources []string, weights string) ([]figure, error) {
	var cases []figure
	reports := 0
	for _, source := range sources {
		if filepath.Ext(source) == ".csv" {
			more, err := sentences(source, weights)
			if err != nil {
				return nil, err
			}
			cases = append(cases, more...)
			continue
		}
		names, err := filepath.Glob(filepath.Join(source, "*.txt"))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			reports++
			more, err := annotated(name, weights)
			if err != nil {
				return nil, err
			}
			for _, c := range more {
				c.report = reports
				cases = append(cases, c)
			}
		}
	}
	return cases, nil
}

// annotated are the annotated figures of a report that proposals were made for.
func annotated(name, weights string) ([]figure, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	text, err := normalize.Clean(raw, normalize.Options{})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	gold, err := eval.Folder(filepath.Join(filepath.Dir(name), "gold")).Annotations(name, text.Source)
	if err != nil {
		return nil, err
	}
	var cases []figure
	for _, s := range extract.BuiltIn().Study(name, text, weights) {
		g := eval.Answered(gold, &eval.Predict([]extract.Record{s.Record})[0])
		if g == nil || len(s.Indicators) == 0 {
			continue
		}
		var c figure
		for i, proposals := range [...][]extract.Proposal{s.Indicators, s.Actions} {
			for _, p := range proposals {
				c.readings[i] = append(c.readings[i], reading{p.Text, p.Cues, g.Agrees(fields[i], p.Text)})
			}
		}
		cases = append(cases, c)
	}
	return cases, nil
}

// crossValidate prints how often the grammar alone is right, and how often the
// weights are on reports that they were not fitted to.
func crossValidate(cases []figure, folds int) {
	for i, field := range fields {
		grammar, weighed, all := 0, 0, 0
		for fold := range folds {
			var known, unknown []figure
			for _, c := range cases {
				if c.report > 0 && c.report%folds == fold {
					unknown = append(unknown, c)
				} else {
					known = append(known, c)
				}
			}
			m := fit(known, i).rounded()
			all += len(unknown)
			for _, c := range unknown {
				rs := c.readings[i]
				if rs[0].right {
					grammar++
				}
				if rs[m.best(rs)].right {
					weighed++
				}
			}
		}
		share := func(n int) float64 { return float64(n) / float64(all) }
		fmt.Printf("%-9s of %d figures: the grammar %.4f, weighed %.4f\n", field, all, share(grammar), share(weighed))
	}
}
