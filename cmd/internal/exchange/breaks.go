package exchange

import "strings"

// crlf is what a document says of its line breaks where they were CRLF.
const crlf = "crlf"

// handOut is the text as it is given to a tool in a browser, with what has to
// be known to get it back. Label Studio shows \r\n as two breaks and counts two
// characters (its documentation of the Text tag); in doccano spans have been
// seen to slip where both sorts of breaks occur (issue 2114). So \r\n becomes a
// blank and \n, which keeps every position. Where a text has both sorts, it is
// left as it is.
func handOut(text string) (out, breaks string) {
	if strings.Contains(text, "\r\n") && strings.Count(text, "\n") == strings.Count(text, "\r\n") {
		return strings.ReplaceAll(text, "\r\n", " \n"), crlf
	}
	return text, ""
}

// takeBack undoes handOut.
func takeBack(text, breaks string) string {
	if breaks == crlf {
		return strings.ReplaceAll(text, " \n", "\r\n")
	}
	return text
}
