package cli

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersion(s Streams) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Long:    "Print the version of the tool, with the commit it was built from where the build knows it.",
		Example: "  unionrep version",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return say(s, func(w io.Writer) error {
				_, err := fmt.Fprintf(w, "unionrep %s\n", version())
				return err
			})
		},
	}
}

// version is as the Go build has recorded it.
func version() string {
	number, commit := "(devel)", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if info.Main.Version != "" {
			number = info.Main.Version
		}
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				commit = " " + s.Value[:min(12, len(s.Value))]
			}
		}
	}
	return fmt.Sprintf("%s%s %s %s/%s", number, commit, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
