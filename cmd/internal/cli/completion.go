package cli

// Completion for shells: the command that prints it, and what is offered for
// files.

import (
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"unionrep/cmd/internal/source"
)

func newCompletion(s Streams) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "Print a script that completes commands in a shell",
		Long: `Print a script by which a shell completes commands, flags and their values:
formats, encodings, columns, the fields and words of --where, and the files that
a command can read. Load it when the shell starts:

  bash         source <(unionrep completion bash)       in ~/.bashrc, behind bash-completion
  zsh          source <(unionrep completion zsh)        in ~/.zshrc, behind compinit
  fish         unionrep completion fish | source        in config.fish
  powershell   unionrep completion powershell | Out-String | Invoke-Expression`,
		Example: `  source <(unionrep completion bash)
  unionrep completion fish > ~/.config/fish/completions/unionrep.fish`,
		ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("name one shell: " + strings.Join(shells, ", "))
			}
			return choice{new(string), shells}.Set(args[0])
		},
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			return say(s, func(w io.Writer) error {
				switch args[0] {
				case "bash":
					return cmd.Root().GenBashCompletionV2(w, true)
				case "zsh":
					return cmd.Root().GenZshCompletion(w)
				case "fish":
					return cmd.Root().GenFishCompletion(w, true)
				}
				return cmd.Root().GenPowerShellCompletionWithDesc(w)
			})
		},
	}
}

// completeReports offers the files that are read from a folder, and folders,
// for the arguments of cmd, which are reports in the form that files will say.
func completeReports(cmd *cobra.Command, files *source.Options) {
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var endings []string
		for _, pattern := range source.Texts(files.Form) {
			endings = append(endings, strings.TrimPrefix(pattern, "*."))
		}
		return endings, cobra.ShellCompDirectiveFilterFileExt
	}
}
