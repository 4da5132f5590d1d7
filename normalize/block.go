package normalize

// A Kind says what part a block plays on its page.
type Kind uint8

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Title          // of an article: what follows, up to the next title, is that article
	Heading        // of a section
	Byline         // who wrote it, or whose report it is
	Caption        // under a picture
	Furniture      // page heads, page numbers, site names
	Row            // a line of a table or list that is no sentence
)

// A Block is a line of the clean text. Its span leaves out the line's break
// and the marks that a markup language puts before a heading.
type Block struct {
	Span
	Kind  Kind
	Level int // of a Heading, from 1; of a Title 1 for the main line, 2 for a line under it
}
