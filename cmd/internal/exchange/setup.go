package exchange

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"unionrep/extract"
)

// Setup writes what a project of doccano or Label Studio is set up with: the
// labels to import, or the labelling interface.
func Setup(w io.Writer, format Format) error {
	if format == Doccano {
		return setupDoccano(w)
	}
	return setupLabelStudio(w)
}

// setupDoccano writes the labels as doccano imports them.
func setupDoccano(w io.Writer) error {
	type label struct {
		Text   string `json:"text"`
		Suffix string `json:"suffix_key"`
		Colour string `json:"background_color"`
		Ink    string `json:"text_color"`
	}
	colours := []string{"#fdae6b", "#9ecae1", "#a1d99b", "#bcbddc", "#d9d9d9", "#fdd0a2", "#ffffff"}
	var labels []label
	for i, kind := range extract.Words("kind") {
		labels = append(labels, label{kind, strconv.Itoa(i + 1), colours[i%len(colours)], "#000000"})
	}
	line, err := json.MarshalIndent(labels, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", line)
	return err
}

// setupLabelStudio writes the labelling interface. Blanks are kept as they are,
// so that positions are; granularity is a character, as Chinese has no blanks.
func setupLabelStudio(w io.Writer) error {
	var b strings.Builder
	b.WriteString("<View>\n  <Style>.htx-text{ white-space: pre-wrap; }</Style>\n")
	fmt.Fprintf(&b, "  <Labels name=%q toName=%q>\n", studioKind, studioText)
	for _, kind := range extract.Words("kind") {
		fmt.Fprintf(&b, "    <Label value=%q/>\n", kind)
	}
	fmt.Fprintf(&b, "  </Labels>\n  <Text name=%q value=\"$text\" granularity=\"symbol\"/>\n", studioText)
	for _, name := range studioAreas() {
		fmt.Fprintf(&b, "  <TextArea name=%q toName=%q perRegion=\"true\" rows=\"1\" maxSubmissions=\"1\" editable=\"true\" placeholder=%q/>\n", name, studioText, name)
	}
	choices := func(name, choice string, values []string) {
		fmt.Fprintf(&b, "  <Choices name=%q toName=%q perRegion=\"true\" choice=%q>\n", name, studioText, choice)
		for _, value := range values {
			fmt.Fprintf(&b, "    <Choice value=%q/>\n", value)
		}
		b.WriteString("  </Choices>\n")
	}
	choices(studioBound, "single-radio", extract.Words("bound"))
	choices(studioMarks, "multiple", studioFlags())
	b.WriteString("</View>\n")
	_, err := io.WriteString(w, b.String())
	return err
}
