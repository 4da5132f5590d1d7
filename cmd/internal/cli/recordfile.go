package cli

// Files of records that a command reads back.

import (
	"fmt"
	"slices"
	"strings"

	"unionrep/cmd/internal/records"
	"unionrep/cmd/internal/sink"
	"unionrep/cmd/internal/source"
)

// recordFormat is the format that the ending of a file of records tells;
// standard input has JSON Lines.
func recordFormat(path string) (string, error) {
	if path == source.Stdin {
		return records.Formats()[0], nil
	}
	format := sink.FormatOf(strings.TrimSuffix(path, ".gz"))
	if !slices.Contains(records.Formats(), format) {
		return "", fmt.Errorf("the ending tells no format that can be read back (%s)", strings.Join(records.Formats(), ", "))
	}
	return format, nil
}

// readRecords reads the records of a file in a format, "" for the one that its
// ending tells, and returns it too.
func readRecords(s Streams, path, format string) ([]records.Record, string, error) {
	if format == "" {
		var err error
		if format, err = recordFormat(path); err != nil {
			return nil, "", err
		}
	}
	data, err := source.ReadFile(path, s.In)
	if err != nil {
		return nil, "", err
	}
	return records.Parse(data, format), format, nil
}
