package extract

import (
	"cmp"
	"strings"

	"unionrep/extract/internal/attach"
	"unionrep/extract/internal/period"
	"unionrep/extract/internal/quantity"
	"unionrep/normalize"
)

// Extract reads the figures of text by the built-in knowledge, see
// [Knowledge.Extract].
func Extract(name string, text *normalize.Text) []Record { return BuiltIn().Extract(name, text) }

// Extract reads the figures of text, in order of their place in the file. The
// name is what the records carry as their file.
func (kb *Knowledge) Extract(name string, text *normalize.Text) []Record {
	return kb.Read(name, text, "").Records
}

// Read reads the articles and the figures of text. published is when the
// document was published, in ISO 8601 as precise as it is known (2019, 2019-03,
// 2019-03-05), "" where it is not: time words such as 今年 are counted from then
// in an article that tells no date of its own.
func (kb *Knowledge) Read(name string, text *normalize.Text, published string) Reading {
	x := kb.newExtractor(name, text)
	x.published.Year, x.published.Month = yearMonth(published)
	articles := withoutPageHead(x.read())
	for i := range articles {
		articles[i].Published = cmp.Or(articles[i].Published, published)
	}
	sortRecords(x.records)
	return Reading{articles, x.records}
}

func (kb *Knowledge) newExtractor(name string, text *normalize.Text) *extractor {
	return &extractor{
		Knowledge: kb,
		file:      name,
		doc:       DocumentID(text.Raw()),
		text:      text,
		clean:     text.Clean(),
		records:   []Record{},
		reader:    attach.NewReader(kb.frames, kb.words, kb.scanner),
	}
}

// An extractor reads one text.
type extractor struct {
	*Knowledge
	file, doc string
	text      *normalize.Text
	clean     string
	records   []Record

	reader     attach.Reader
	quantities []quantity.Quantity
	times      []period.Expression
	dates      []period.Range // what times mean
	items      []item         // of label lists in the block
	lone       int            // 1 + the record of a block that is nothing but a number, see headline
	tellings   []telling      // of the records of the article

	published period.Reference // when the document was, where the text does not tell; zero where that is not known

	studied func(Record, attach.Figure) // told each record that is read from a sentence, nil where nobody asks
	heard   func(attach.Sentence)       // told each sentence, nil where nobody asks
}

// read reads the articles of the text.
func (x *extractor) read() []Article {
	var read []Article
	for _, a := range x.articles(x.text) {
		a.published = x.published
		first := len(x.records)
		x.article(a)
		read = append(read, x.summary(&a, x.records[first:]))
	}
	return read
}

// A context is what an article has said by the time that a sentence is read.
type context struct {
	kb      *Knowledge
	article *article
	section string
	item    string // the organisation that the heading of a bulletin's item names
	lead    dating // the time word that holds until the next one or a heading
	local   dating // the one that holds to the end of its paragraph
	intro   dating // the one of the paragraph that introduces a table
	plan    planScope
	headed  int // the year that the heading names
	year    int // the one that the block has named last
}

// article reads the blocks of one article.
func (x *extractor) article(a article) {
	c := context{kb: x.Knowledge, article: &a}
	start := len(x.records)
	x.tellings = x.tellings[:0]
	for i := 0; i < len(a.blocks); i++ {
		b := a.blocks[i]
		if n := x.table(&c, a.blocks, i); n > 0 {
			i += n - 1
			continue
		}
		if b.Kind == normalize.Heading {
			c.section = strings.TrimSpace(strings.TrimLeft(x.clean[b.Start:b.End], "# 　"))
			c.lead = dating{}
			c.heading(c.section)
			c.item = x.itemOrg(c.section)
			c.plan.heading(x.Knowledge, b, c.section, a.reference)
		}
		if b.Kind == normalize.Furniture && !x.own.Off(ruleFurniture) {
			continue // its numbers are the page's, and count nothing that is reported
		}
		first := len(x.records)
		x.block(&c, b)
		x.headline(b, first)
	}
	x.relate(x.clean, x.records[start:], x.tellings)
}

// block reads the sentences of one block.
func (x *extractor) block(c *context, b normalize.Block) {
	x.quantities = x.scanner.Scan(x.quantities[:0], x.clean, b.Start, b.End)
	x.listed(b.Span)
	x.localDollars()
	rest := x.quantities
	body := x.bodyOf(b)
	c.year = 0
	c.local = dating{}
	if b.Kind == normalize.Caption {
		// What a caption tells of time is told of its picture.
		defer func(lead dating) { c.lead = lead }(c.lead)
	}
	if b.Kind != normalize.Furniture {
		c.intro = dating{}
	}
	for from := b.Start; from < b.End; {
		to := sentenceEnd(x.clean, from, b.End)
		for to < b.End && len(rest) > 0 && rest[0].Start < to && to < rest[0].End {
			to = sentenceEnd(x.clean, rest[0].End, b.End)
		}
		n := 0
		for n < len(rest) && rest[n].End <= to {
			n++
		}
		x.sentence(c, b.Kind, body, attach.Sentence{Start: from, End: to, Quantities: rest[:n], Row: b.Kind == normalize.Row})
		rest = rest[n:]
		from = to
	}
	if introduces(x.clean[b.Start:b.End]) {
		c.intro = c.local
	}
}

// introduces says that a text announces the table below it.
func introduces(text string) bool {
	text = strings.TrimRight(text, " 　。")
	return endsIn(text, "：", ":", "下表", "如下", "表")
}

// localDollars takes a bare $ for the money of the place in a text that speaks
// of no American dollars.
func (x *extractor) localDollars() {
	for i := range x.quantities {
		q := &x.quantities[i]
		if q.Unit == "美元" && x.clean[q.Start] == '$' && !strings.Contains(x.clean, "美元") && !strings.Contains(x.clean, "美金") {
			q.Unit = "元"
		}
	}
}

// sentence reads the figures of one sentence of the block of this kind whose
// body begins at body.
func (x *extractor) sentence(c *context, kind normalize.Kind, body int, s attach.Sentence) {
	x.times = period.Find(x.times[:0], x.clean, s.Start, s.End)
	s.Times = outside(x.times, s.Quantities)
	x.dates = c.resolve(x.dates[:0], x.clean, s.Times)
	if x.heard != nil {
		x.heard(s)
	}
	if len(s.Quantities) > 0 {
		for i, f := range x.reader.Read(x.clean, s) {
			x.tell(&f, s.Quantities[i])
			x.record(c, s, s.Quantities[i], f)
			if x.studied != nil {
				x.studied(x.records[len(x.records)-1], f)
			}
		}
	}
	for i, t := range s.Times {
		// A title or heading dates no figures below it, 2020年工作情况汇报, but those of a plan.
		title := kind == normalize.Title || kind == normalize.Heading || kind == normalize.Byline
		if title && !x.ahead(x.clean[t.Start:t.End]) {
			continue
		}
		x.leadIn(c, s, t, x.dates[i], body)
	}
}

// outside are the time words that overlap no quantity.
func outside(times []period.Expression, qs []quantity.Quantity) []period.Expression {
	kept := times[:0]
	k := 0
	for _, t := range times {
		for k < len(qs) && qs[k].End <= t.Start {
			k++
		}
		if k == len(qs) || qs[k].Start >= t.End {
			kept = append(kept, t)
		}
	}
	return kept
}

// record appends the record of one figure.
func (x *extractor) record(c *context, s attach.Sentence, q quantity.Quantity, f attach.Figure) {
	place, joined := x.evidence(q)
	raw := x.text.RawSpan(place)
	line, column := x.text.Position(place.Start)
	clause := strings.TrimSpace(x.clean[f.Start:f.End])
	when := x.dating(c, s, q)
	bound := q.Bound
	if f.Bound != quantity.Exact {
		bound = f.Bound
	}
	f.Target = c.planned(clause, when, f.Target)
	r := Record{
		File:      x.file,
		Doc:       x.doc,
		ID:        RecordID(x.doc, raw),
		Title:     c.article.title,
		Org:       cmp.Or(c.item, c.article.org),
		Subject:   f.Subject,
		Section:   c.section,
		Topic:     x.topicOf(f.Indicator, clause, c.section),
		Period:    when.word,
		Action:    f.Action,
		Indicator: f.Indicator,
		Value:     q.Value,
		Bound:     bound.String(),
		Low:       &q.Low,
		High:      &q.High,
		Unit:      q.Unit,
		Kind:      x.kind(q, f).String(),
		Quantity:  x.clean[q.Start:q.End],
		Text:      clause,
		Source:    x.text.DecodedText()[place.Start:place.End],
		Start:     raw.Start,
		End:       raw.End,
		Line:      line,
		Column:    column,
		Copies:    x.copies(q),
		Flags:     x.flags(q, f, joined),
		Optional:  q.Optional || f.Target,
		Rule:      q.Rule,
	}
	if q.Bound == quantity.Range {
		r.Max = &q.Max
	}
	if q.HighOpen || q.Bound == quantity.Exact && bound == quantity.Over {
		r.High = nil
	}
	r.PeriodStart, r.PeriodEnd, r.PeriodBasis = when.start, when.end, when.basis
	r.Nature = x.nature(q, f, when, x.clean[f.Start:max(f.Start, q.NumStart)])
	x.records = append(x.records, r)
	x.locate(c, s, q, f)
}

// kind is what a figure counts: where its unit leaves that open, none or 户, what
// its indicator ends in tells, 会员总数 people and 小微企业 no people.
func (x *extractor) kind(q quantity.Quantity, f attach.Figure) quantity.Kind {
	switch {
	case q.Kind == quantity.Count && q.Unit == "", q.Kind == quantity.People && (q.Unit == "户" || q.Unit == "户次"):
	default:
		return q.Kind
	}
	noun := f.Indicator
	for _, tail := range [...]string{"总数", "人数", "数量", "总量", "规模", "数", "总额"} {
		if head, found := strings.CutSuffix(noun, tail); found && head != "" {
			noun = head
			break
		}
	}
	kind, known := x.scanner.KindOf(noun)
	if !known || q.Unit != "" && kind != quantity.Count {
		return q.Kind
	}
	return kind
}
