package normalize

import (
	"slices"
	"strings"
)

// The second look at characters. Where lines were joined or blocks left the
// text, characters stand side by side that a break kept apart before, and show
// what is to be put right there: a blank between a number and its unit, a
// reading on a page that has enough of them now.

// again repeats the passes over characters where the text was put together
// anew, until it stays as it is; and where a question mark is left, which shows
// as damage once the characters that nobody sees are gone.
func again(t *Text, o Options) *Text {
	for range maxRounds {
		if !t.rejoined && strings.IndexByte(t.clean, '?') < 0 {
			return t
		}
		better := t
		for _, p := range characterPasses {
			better = p(better, o)
		}
		if better.clean == t.clean {
			return t
		}
		carry(t, better)
		t = copies(layout(better, o), o)
		inherit(t, better)
	}
	return t
}

// carry gives the text after an edit of characters the blocks and the copies
// that it had before. No such edit makes or takes out a line.
func carry(before, after *Text) {
	lines := strings.Split(after.clean, "\n")
	if len(lines) != len(before.blocks) {
		after.blocks, after.copies = nil, nil
		return
	}
	after.blocks = make([]Block, len(lines))
	var moves repeat
	at, was := 0, 0 // where the lines begin
	for i, line := range lines {
		b := before.blocks[i]
		after.blocks[i] = Block{Span{at + b.Start - was, at + len(line)}, b.Kind, b.Level}
		moves = append(moves, common(before.clean[was:b.End], line, was, at)...)
		at += len(line) + 1
		was = b.End + 1
	}
	l := linker{t: after, moves: moves}
	after.copies = nil
	for _, c := range before.copies {
		l.link(c.pairs, c.prior)
	}
	l.order()
}

// common is what a line has in common with its edited form, at either end;
// the two begin at was and at.
func common(old, new string, was, at int) repeat {
	head := 0
	for head < min(len(old), len(new)) && old[head] == new[head] {
		head++
	}
	if head == len(old) && head == len(new) {
		return repeat{{was, at, head}}
	}
	for head > 0 && head < len(old) && !startsCharacter(old[head]) {
		head--
	}
	tail := 0
	for tail < min(len(old), len(new))-head && old[len(old)-1-tail] == new[len(new)-1-tail] {
		tail++
	}
	for tail > 0 && !startsCharacter(old[len(old)-tail]) {
		tail--
	}
	both := repeat{{was, at, head}, {was + len(old) - tail, at + len(new) - tail, tail}}
	return slices.DeleteFunc(both, func(p pair) bool { return p.n == 0 })
}

// startsCharacter tells whether a byte of UTF-8 begins a character.
func startsCharacter(b byte) bool { return b&0xC0 != 0x80 }
