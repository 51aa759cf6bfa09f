package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"sitrep/report"
	"sitrep/report/sign"
)

// A verify is the flags of sitrep verify.
type verify struct {
	theme, fonts, by, signature string
	since                       []string
}

func newVerify() *cobra.Command {
	v := &verify{}
	cmd := &cobra.Command{
		Use:   "verify REPORT...",
		Short: "Rebuild reports from the facts inside and compare the bytes; check their signatures",
		Long: `Build each REPORT in PDF, HTML or DOCX again, from the facts that it carries and with the
options that it was built with, and say whether the bytes agree. If they do not,
say what differs first: the version, the facts, the theme, or the page.

With --by, check first that REPORT.sig is a signature of these bytes by one of
the SSH keys in the file KEYS: public keys, one a line, as in authorized_keys or
in a file of allowed signers. A REPORT that carries no facts, such as Markdown, is
checked for its signature alone; of a folder the signature of its list of hashes
is checked, and every file against the list.`,
		Example: "  sitrep verify out/briefing.en.pdf\n  sitrep verify out/briefing.en.pdf --by signers.pub",
		Args:    cobra.MinimumNArgs(1),
		RunE:    v.run,
	}
	cmd.Flags().StringVar(&v.theme, "theme", "plain", "the look that it was built with: a `NAME` or a FILE.json")
	cmd.Flags().StringVar(&v.fonts, "fonts", "", "the fonts in `DIR` that it was built with")
	cmd.Flags().StringArrayVar(&v.since, "since", nil, "the edition in `OLD` that it tells the changes of, as it was built with")
	cmd.Flags().StringVar(&v.by, "by", "", "check the signature against the public SSH keys in the file `KEYS`")
	cmd.Flags().StringVar(&v.signature, "signature", "", "with --by: read the signature from `FILE` (default REPORT.sig)")
	return cmd
}

func (v *verify) run(cmd *cobra.Command, args []string) error {
	t, err := look(v.theme)
	if err != nil {
		return err
	}
	fonts, err := fontsIn(v.fonts)
	switch {
	case err != nil:
		return err
	case v.by == "" && v.signature != "":
		return usageError("--signature needs --by KEYS")
	case v.signature != "" && len(args) > 1:
		return usageError("--signature goes with one REPORT")
	}
	if err := stdinOnce(args); err != nil {
		return err
	}
	before, err := editionsBefore(cmd, v.since, nil)
	if err != nil {
		return err
	}
	with := report.Check{Theme: t, Fonts: fonts, Since: before, Limits: limitsOf(cmd)}
	worst := &failure{}
	for _, name := range args {
		err := v.one(cmd, name, with)
		var f *failure
		if !errors.As(err, &f) {
			continue
		}
		if len(args) > 1 && f.err != nil {
			printMessage(cmd.ErrOrStderr(), "%s", f)
			f = &failure{code: f.code}
		}
		if f.code > worst.code {
			worst = f
		}
	}
	if worst.code == 0 {
		return nil
	}
	return worst
}

// one says of one report or signed folder what there is to say.
func (v *verify) one(cmd *cobra.Command, name string, with report.Check) error {
	if info, err := os.Stat(name); v.by != "" && err == nil && info.IsDir() {
		return v.folder(cmd, name)
	}
	data, _, err := read(cmd, name)
	if err != nil {
		return fileError(err)
	}
	if v.by != "" {
		if name == stdin && v.signature == "" {
			return usageError("of standard input, name the signature: --signature FILE")
		}
		if err := v.signed(cmd, name, name, data); err != nil {
			return err
		}
	}
	difference, err := report.Verify(data, with)
	switch {
	case errors.Is(err, report.ErrNoReport) && v.by != "":
		return nil
	case err != nil:
		return &failure{exitProblems, fmt.Errorf("%s: %w", name, err)}
	case difference == "":
		return printResult(cmd.OutOrStdout(), []byte(name+": same bytes\n"))
	}
	if err := printResult(cmd.OutOrStdout(), []byte(name+": differs in "+difference+"\n")); err != nil {
		return err
	}
	return &failure{code: exitProblems}
}

// signed prints who signed data, which name is called; a signature that is missing,
// bad or by an unknown key is a failure that says which.
func (v *verify) signed(cmd *cobra.Command, name, path string, data []byte) error {
	list, err := os.ReadFile(v.by)
	if err != nil {
		return fileError(err)
	}
	keys, err := sign.ParseKeys(list)
	if err != nil {
		return &failure{exitProblems, fmt.Errorf("%s: %w", v.by, err)}
	}
	from := v.signature
	if from == "" {
		from = path + sign.Ending
	}
	signature, err := os.ReadFile(from)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return &failure{exitProblems, fmt.Errorf("%s: is not signed: there is no %s", name, from)}
	case err != nil:
		return fileError(err)
	}
	key, err := sign.Check(data, signature, keys)
	if err != nil {
		return &failure{exitProblems, fmt.Errorf("%s: the signature %s %w", name, from, err)}
	}
	return printResult(cmd.OutOrStdout(), []byte(name+": signed by "+key.Name+", "+key.Fingerprint()+"\n"))
}

// folder checks the signature of a folder's list of hashes, and its files against it.
func (v *verify) folder(cmd *cobra.Command, dir string) error {
	path := filepath.Join(dir, sign.ListName)
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return &failure{exitProblems, fmt.Errorf("%s: is not signed: there is no %s", dir, path)}
	case err != nil:
		return fileError(err)
	}
	if err := v.signed(cmd, path, path, data); err != nil {
		return err
	}
	list, err := sign.ParseList(data)
	if err != nil {
		return &failure{exitProblems, fmt.Errorf("%s: %w", path, err)}
	}
	have, err := hashes(dir)
	if err != nil {
		return fileError(err)
	}
	differences := sign.Compare(list, have)
	for _, d := range differences {
		if err := printResult(cmd.OutOrStdout(), []byte(filepath.ToSlash(filepath.Join(dir, d))+"\n")); err != nil {
			return err
		}
	}
	if len(differences) > 0 {
		return &failure{code: exitProblems}
	}
	return printResult(cmd.OutOrStdout(), fmt.Appendf(nil, "%s: %d files as they were signed\n", dir, len(list)))
}
