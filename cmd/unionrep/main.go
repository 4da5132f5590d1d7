// Command unionrep reads the figures out of noisy Chinese reports.
package main

import (
	"os"

	"unionrep/cmd/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
}
