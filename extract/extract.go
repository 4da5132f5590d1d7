package extract

import "unionrep/normalize"

// Extract reads the figures of text, in order of their place in the file. The
// name is what the records carry as their file.
func Extract(name string, text *normalize.Text) []Record { return nil }
