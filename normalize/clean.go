package normalize

// Options say how a file is read. The zero value is what the command does
// without flags.
type Options struct {
	Encoding string // force this encoding, by its WHATWG name; "" finds it out
	Markup   Markup // what marks stand between the words
	AllEdits bool   // keep every edit, not only those that a record's flags depend on

	Lookalikes *Lookalikes // the words to put right; nil for the built-in ones
}

// Clean reads a report: raw is the file as it lies on disk, decompressed. The
// error says where and why raw is no text; noise is no error.
func Clean(raw []byte, o Options) (*Text, error) {
	source, err := Decode(raw, o.Encoding)
	if err != nil {
		return nil, err
	}
	t, err := html(newText(source), o)
	if err != nil {
		return nil, err
	}
	for _, pass := range passes {
		t = pass(t, o)
	}
	t.settle()
	return t, nil
}

// A pass edits one kind of noise away.
type pass func(*Text, Options) *Text

// passes in the order that the noise demands, behind the markup: lines and
// blocks come behind the characters because they look at words and digits.
var passes = append(characterPasses[:len(characterPasses):len(characterPasses)],
	layout, // wrapped lines whole, blocks told apart
	copies, // blocks that came out twice, once
	again,  // characters that stand side by side only now
)

// characterPasses edit within lines. The damage that injected readings did to a
// page can only be undone while the readings still stand and widths are as
// found; invisible characters and widths hide what stands side by side;
// traditional script is converted before words are looked at.
var characterPasses = []pass{
	repairDamage, // bytes that the injected readings broke
	invisible,    // characters that nobody sees
	width,        // digits, letters and signs to half width
	unreadable,   // what stands for a character that was lost, beside a number
	readings,     // aligned readings out of their brackets
	script,       // traditional paragraphs to simplified script
	ocr,          // what recognisers and typists did
}
