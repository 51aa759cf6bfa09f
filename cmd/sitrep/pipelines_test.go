package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// What runs sitrep elsewhere is tried here without the services that it is for: the
// steps of the GitHub action, the scripts of the GitLab job, the rule for make, the
// pods of the Kubernetes Job as processes, and the image as a folder that holds the
// program alone. What the services do with the result, uploads among it, is not.

// A workplace is a repository with facts files, and the program on the path.
type workplace struct {
	*testing.T
	dir string
	env []string
}

func newWorkplace(t *testing.T) workplace {
	w := workplace{t, t.TempDir(), append(os.Environ(), "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org",
		"GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org")}
	if err := os.Mkdir(filepath.Join(w.dir, "briefings"), 0o777); err != nil {
		t.Fatal(err)
	}
	mini := string(contents(t, "data/mini.json"))
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		w.write("briefings/"+id+".json", strings.Replace(mini, `"mini"`, `"`+id+`"`, 1))
	}
	return w
}

func (w workplace) write(name, text string) {
	w.Helper()
	if err := os.WriteFile(filepath.Join(w.dir, name), []byte(text), 0o666); err != nil {
		w.Fatal(err)
	}
}

func (w workplace) read(name string) string {
	w.Helper()
	data, err := os.ReadFile(filepath.Join(w.dir, name))
	if err != nil {
		w.Error(err)
	}
	return string(data)
}

// sh runs a script as the services do: it stops at the first command that fails.
func (w workplace) sh(script string, env ...string) (string, error) {
	cmd := exec.Command("bash", "-eo", "pipefail", "-c", script)
	cmd.Dir, cmd.Env = w.dir, append(w.env, env...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (w workplace) must(script string, env ...string) string {
	w.Helper()
	out, err := w.sh(script, env...)
	if err != nil {
		w.Fatalf("%s\n%v\n%s", script, err, out)
	}
	return out
}

// A configuration is what is read of the files of services.
type configuration struct {
	Inputs map[string]struct{ Default string }
	Runs   struct {
		Steps []struct {
			ID, If, Run, Uses string
			Env               map[string]string
		}
	}
	Check, Build struct{ Script []string }
	Spec         struct {
		Completions int
		Template    struct {
			Spec struct{ Containers []struct{ Args []string } }
		}
	}
}

func configured(t *testing.T, name string) (c configuration) {
	t.Helper()
	if err := yaml.Unmarshal(contents(t, name), &c); err != nil {
		t.Fatal(err)
	}
	return c
}

var expression = regexp.MustCompile(`\$\{\{ *([a-z._]+) *\}\}`)

// TestAction runs the steps of .github/actions/briefing/action.yml.
func TestAction(t *testing.T) {
	w := newWorkplace(t)
	w.must("git init -q . && git add -A && git commit -qm one")
	base := strings.TrimSpace(w.must("git rev-parse HEAD"))
	w.write("briefings/b.json", strings.Replace(w.read("briefings/b.json"), "26200", "26300", 1))
	program, err := exec.LookPath("sitrep")
	if err != nil {
		t.Fatal(err)
	}
	said := w.action(map[string]string{"files": "briefings", "sitrep": program, "base": base, "formats": "html,md"})
	for _, want := range []string{"sitrep ", "briefings/a.en.html\n", "briefings/e.en.md\n"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	if s := w.read("summary"); !strings.Contains(s, "26,300") {
		t.Errorf("the summary does not tell what changed: %q", s)
	}
	if s := w.read("outputs"); !strings.Contains(s, "files<<end-of-files\nbriefings/a.en.html\n") {
		t.Errorf("outputs %q", s)
	}
	if s := w.read("temp/sitrep.sarif"); !strings.Contains(s, `"version": "2.1.0"`) {
		t.Errorf("no SARIF: %.100q", s)
	}
	w.write("briefings/c.json", `{"format": 1}`)
	w.must("git checkout -q briefings && rm -r summary temp")
	w.must("git mv briefings/d.json 'briefings/of d.json' && git rm -q briefings/e.json && cp briefings/a.json briefings/f.json && " +
		"sed -i 's/\"a\"/\"f\"/' briefings/f.json && git add -A && echo {} >briefings/x.schema.json")
	if said := w.action(map[string]string{"files": "briefings", "sitrep": program, "base": base, "formats": "md"}); !strings.Contains(said,
		"briefings/f.en.md\n") || strings.Contains(said, "exit status") {
		t.Errorf("of a request that modifies no file: %s", said)
	}
	if s := w.read("summary"); strings.Count(s, "Flood displacement") < 2 {
		t.Errorf("the summary does not tell what came and went: %q", s)
	}
	w.must("git reset -q --hard && git clean -fdq briefings")
	lost := map[string]string{"files": "briefings", "sitrep": program, "base": strings.Repeat("0123", 10), "formats": "md"}
	if said := w.action(lost); !strings.Contains(said, "::warning::the commit 0123") || !strings.Contains(said, "briefings/a.en.md\n") {
		t.Errorf("without the commit to compare with: %s", said)
	}
	w.write("briefings/c.json", `{"format": 1}`)
	if out := w.action(map[string]string{"files": "briefings/c.json", "sitrep": program, "base": ""}); !strings.Contains(out,
		"::error file=briefings/c.json,line=1") {
		t.Errorf("a broken file gives no annotation: %s", out)
	}
}

// action runs the steps, up to one that fails, and returns all that they print.
func (w workplace) action(inputs map[string]string) string {
	w.Helper()
	c := configured(w.T, ".github/actions/briefing/action.yml")
	values := map[string]string{}
	for name, i := range c.Inputs {
		values["inputs."+name] = i.Default
	}
	for name, v := range inputs {
		values["inputs."+name] = v
	}
	temp := filepath.Join(w.dir, "temp")
	os.Mkdir(temp, 0o777)
	var said strings.Builder
	for _, step := range c.Runs.Steps {
		if step.Run == "" || strings.Contains(step.If, "inputs.base") && values["inputs.base"] == "" {
			continue
		}
		env := []string{"RUNNER_TEMP=" + temp, "GITHUB_OUTPUT=" + w.dir + "/outputs", "GITHUB_STEP_SUMMARY=" + w.dir + "/summary"}
		for name, v := range step.Env {
			env = append(env, name+"="+expression.ReplaceAllStringFunc(v,
				func(e string) string { return values[expression.FindStringSubmatch(e)[1]] }))
		}
		out, err := w.sh(step.Run, env...)
		said.WriteString(out)
		if err != nil {
			fmt.Fprintln(&said, err)
			break
		}
		if data, err := os.ReadFile(w.dir + "/outputs"); err == nil {
			if _, program, ok := strings.Cut(string(data), "program="); ok {
				values["steps.program.outputs.program"], _, _ = strings.Cut(program, "\n")
			}
		}
	}
	return said.String()
}

// TestGitLab runs the scripts of the job, the build as its four parallel parts.
func TestGitLab(t *testing.T) {
	w := newWorkplace(t)
	c := configured(t, ".ci/pipelines/gitlab-ci.yml")
	w.must(strings.Join(c.Check.Script, "\n"))
	if got := w.read("gl-code-quality-report.json"); strings.TrimSpace(got) != "[]" {
		t.Errorf("code quality %q", got)
	}
	if got := w.read("sitrep.junit.xml"); !strings.Contains(got, `<testsuites tests="5" failures="0" errors="0">`) {
		t.Errorf("JUnit %.200q", got)
	}
	for i := range 4 {
		w.must(strings.Join(c.Build.Script, "\n"), fmt.Sprint("CI_NODE_INDEX=", i+1), "CI_NODE_TOTAL=4")
	}
	w.built("public", 15)
}

// built wants so many briefings in a folder, and nothing but their record beside them.
func (w workplace) built(dir string, want int) {
	w.Helper()
	list, err := os.ReadDir(filepath.Join(w.dir, dir))
	n := 0
	for _, e := range list {
		if !strings.HasPrefix(e.Name(), ".") {
			n++
		}
	}
	if err != nil || n != want || len(list) > n+3 {
		w.Errorf("%s holds %v, %v", dir, list, err)
	}
}

// TestKubernetes runs the pods of the Job as processes, two at a time.
func TestKubernetes(t *testing.T) {
	w := newWorkplace(t)
	c := configured(t, ".ci/pipelines/kubernetes.yaml")
	args := strings.Join(c.Spec.Template.Spec.Containers[0].Args, " ")
	args = strings.NewReplacer(" /public", " public", " /briefings", " briefings").Replace(args)
	var pods []string
	for i := range c.Spec.Completions {
		pods = append(pods, fmt.Sprintf("JOB_COMPLETION_INDEX=%d GOMEMLIMIT=230MiB sitrep %s & p%d=$!", i, args, i))
		if i%2 == 1 {
			pods = append(pods, fmt.Sprintf("wait $p%d && wait $p%d", i-1, i))
		}
	}
	w.must(strings.Join(pods, "\n"))
	w.built("public", 15)
	if n := strings.Count(w.read("public/.sitrep-record.json"), `"briefing":`); n != 15 {
		t.Errorf("the record names %d files", n)
	}
}

// TestMake: make builds once, then nothing, then what changed; and takes away what
// no file stands for.
func TestMake(t *testing.T) {
	need(t, "make")
	w := newWorkplace(t)
	w.write("briefings.mk", string(contents(t, ".ci/pipelines/briefings.mk")))
	w.write("briefings/dot.png", string(contents(t, "data/gallery/apart.png")))
	w.write("briefings/b.json", strings.TrimSuffix(strings.TrimSpace(w.read("briefings/b.json")), "}")+
		`, "sections": [{"id": "s", "title": "S", "body": [{"image": "dot.png", "alt": "A dot"}]}]}`)
	w.must("make -f briefings.mk")
	w.built("public", 15)
	if out := w.must("make -f briefings.mk"); !strings.Contains(out, "Nothing to be done") {
		t.Errorf("make builds again: %s", out)
	}
	w.must("rm briefings/e.json; make -f briefings.mk")
	w.built("public", 12)
	was := w.read("public/b.en.md")
	w.write("briefings/b.json", strings.Replace(w.read("briefings/b.json"), "A dot", "A point", 1))
	w.must("touch -d '1 minute ago' public/.built; make -f briefings.mk")
	if w.read("public/b.en.md") == was {
		t.Error("what changed is not built")
	}
	if out := w.must("make -f briefings.mk"); !strings.Contains(out, "Nothing to be done") {
		t.Errorf("make builds again: %s", out)
	}
	if out := w.must("touch -d '1 minute' briefings/dot.png; make -f briefings.mk"); !strings.Contains(out, "sitrep build") {
		t.Errorf("a picture that changed is none: %s", out)
	}
}

// TestScratch: the program needs nothing of the machine, as in the image of the
// Containerfile. The superuser can try.
func TestScratch(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only the superuser may change the root folder")
	}
	if os.Getenv("SITREP_TEST_REQUIRE") != "all" {
		t.Skip("builds the program; set SITREP_TEST_REQUIRE=all")
	}
	w := newWorkplace(t)
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s", "-o", filepath.Join(w.dir, "sitrep"), ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	w.must(`chmod -R a+rwX . && chroot --userspec=65534:65534 . /sitrep build --lang all --format pdf,html,md --out /public /briefings`)
	w.built("public", 15)
}

// TestPreCommit: the hook's entry is a command of the program.
func TestPreCommit(t *testing.T) {
	var hooks []struct{ ID, Entry, Files string }
	if err := yaml.Unmarshal(contents(t, ".pre-commit-hooks.yaml"), &hooks); err != nil {
		t.Fatal(err)
	}
	w := newWorkplace(t)
	for _, h := range hooks {
		if !regexp.MustCompile(h.Files).MatchString("briefings/a.json") {
			t.Errorf("%s passes over briefings", h.ID)
		}
		w.must(h.Entry + " briefings/a.json briefings/b.json")
		w.write("briefings/b.json", "{")
		if _, err := w.sh(h.Entry + " briefings/a.json briefings/b.json"); err == nil {
			t.Errorf("%s lets a broken file pass", h.ID)
		}
	}
}
