package main

// The log-linear model.

import (
	"math"
	"math/rand/v2"

	"unionrep/extract"
)

// How the weights are fitted; by cross-validation no other values near these
// did better than by chance.
const (
	epochs  = 8
	rate    = 0.08
	penalty = 0.0015
	unit    = 16 // stored weights are in 1/unit of a nat
)

// A model is a weight for each cue, in nats.
type model []float64

// fit fits a model to the readings of field i of the figures. Its weights are
// the means over the later half of the epochs, which vary less with the order
// of the figures than the last ones do.
func fit(cases []figure, i int) model {
	weights := make(model, extract.WeightTable)
	sums := make([]float64, len(weights)) // of the squared gradients
	for k := range sums {
		sums[k] = 1e-6
	}
	random := rand.New(rand.NewPCG(1, 2))
	order := random.Perm(len(cases))
	var likelihoods []float64
	means := make(model, len(weights))
	for epoch := range epochs {
		random.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, k := range order {
			readings := cases[k].readings[i]
			var right float64
			likelihoods, right = weights.likelihoods(likelihoods[:0], readings)
			if right == 0 {
				continue // nothing right was proposed
			}
			for n, r := range readings {
				gradient := likelihoods[n]
				if r.right {
					gradient -= likelihoods[n] / right
				}
				if math.Abs(gradient) < 1e-5 {
					continue
				}
				for _, c := range r.cues {
					g := gradient + penalty*weights[c]
					sums[c] += g * g
					weights[c] -= rate * g / math.Sqrt(sums[c])
				}
			}
		}
		if epoch >= epochs/2 {
			for c, w := range weights {
				means[c] += w / (epochs - epochs/2)
			}
		}
	}
	return means
}

// likelihoods appends how likely each reading is, and returns how likely the
// right ones are together.
func (m model) likelihoods(dst []float64, readings []reading) ([]float64, float64) {
	most := math.Inf(-1)
	for _, r := range readings {
		w := m.weight(r)
		dst = append(dst, w)
		most = max(most, w)
	}
	all, right := 0.0, 0.0
	for n := range dst {
		dst[n] = math.Exp(dst[n] - most)
		all += dst[n]
	}
	for n := range dst {
		dst[n] /= all
		if readings[n].right {
			right += dst[n]
		}
	}
	return dst, right
}

func (m model) weight(r reading) float64 {
	w := 0.0
	for _, c := range r.cues {
		w += m[c]
	}
	return w
}

// best is the index of the reading that weighs most, the first of equals.
func (m model) best(readings []reading) int {
	best, most := 0, math.Inf(-1)
	for n, r := range readings {
		if w := m.weight(r); w > most {
			best, most = n, w
		}
	}
	return best
}

// rounded is m with its weights as they are stored.
func (m model) rounded() model {
	stored := make([]byte, len(m))
	m.store(stored)
	r := make(model, len(m))
	for k := range r {
		r[k] = float64(int8(stored[k]))
	}
	return r
}

// store writes the weights to table, a signed byte each.
func (m model) store(table []byte) {
	for k, w := range m {
		table[k] = byte(int8(max(-127, min(127, math.Round(w*unit)))))
	}
}
