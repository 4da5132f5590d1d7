package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestReadme runs every sh block of README.md, in order, in a scratch copy of
// the project, and compares what it prints with the block of output that
// follows it directly, where one does. A block that needs a tool that is not
// there is skipped; of one that runs tests, the tests that it names must be
// there.
func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command anew")
	}
	const root = "../.."
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, name := range []string{"cmd", "extract", "normalize", "testdata"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(root, name))); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	bin := filepath.Join(dir, "bin") // where go install puts the command
	t.Setenv("GOBIN", bin)
	t.Setenv("GOFLAGS", strings.TrimSpace(os.Getenv("GOFLAGS")+" -trimpath")) // what is compiled in one scratch folder holds for the next
	t.Setenv("PATH", bin+string(filepath.ListSeparator)+os.Getenv("PATH"))

	commands := shBlock.FindAllStringSubmatch(string(readme), -1)
	if len(commands) == 0 {
		t.Fatal("README.md has no command")
	}
	for _, match := range commands {
		command, output := match[1], match[3]
		t.Run(strings.SplitN(command, "\n", 2)[0], func(t *testing.T) {
			if strings.Contains(command, "go test") {
				for _, name := range absent(t, dir, command) {
					t.Errorf("there is no test %s", name)
				}
				t.Skip("this is the run that it starts")
			}
			if tool := missing(command); tool != "" {
				t.Skipf("needs %s, which is not there", tool)
			}
			cmd := exec.Command("sh", "-e", "-c", command)
			cmd.Dir = dir
			var stderr strings.Builder
			cmd.Stderr = &stderr
			stdout, err := cmd.Output()
			if err != nil {
				t.Fatalf("%v\n%s", err, stderr.String())
			}
			if match[2] != "" && string(stdout) != output {
				t.Errorf("prints\n%s\nREADME.md says\n%s", stdout, output)
			}
		})
	}
}

// shBlock is a block of commands, with the block of output where one follows.
var shBlock = regexp.MustCompile("(?s)```sh\n(.*?)```\n(?:\n```(text|csv|json)\n(.*?)```\n)?")

// missing is a tool that the command uses and that is not there, or "".
func missing(command string) string {
	for _, tool := range []string{"sh", "jq", "duckdb", "python3", "Rscript", "mlr"} {
		used := tool == "sh" || regexp.MustCompile(`(?m)(^|[|] *)`+tool+` `).MatchString(command)
		if _, err := exec.LookPath(tool); used && err != nil {
			return tool
		}
	}
	if strings.Contains(command, "pandas") && exec.Command("python3", "-c", "import pandas").Run() != nil {
		return "pandas"
	}
	return ""
}

// testName is a test or a benchmark in a command.
var testName = regexp.MustCompile(`\bTest[A-Z]\w+|-bench [A-Z]\w+`)

// absent are the tests and benchmarks that a command names and that no package
// below dir has.
func absent(t *testing.T, dir, command string) []string {
	t.Helper()
	var tests strings.Builder
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		tests.Write(source)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, name := range testName.FindAllString(command, -1) {
		name = strings.Replace(name, "-bench ", "Benchmark", 1)
		if !strings.Contains(tests.String(), "\nfunc "+name+"(") {
			names = append(names, name)
		}
	}
	return names
}
