package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"sitrep/report"
)

func newExtract() *cobra.Command {
	images := ""
	cmd := &cobra.Command{
		Use:   "extract REPORT",
		Short: "Print the facts file that a report carries",
		Long: `Print the facts file that a REPORT in PDF, HTML or DOCX carries inside; - is standard
input. It builds as the file that the report was built from does, beside the pictures
that it names: --images writes those, by their paths, into a folder.`,
		Example: "  sitrep extract out/briefing.en.pdf > briefing.json\n  sitrep extract out/briefing.en.pdf --images . > briefing.json",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			inputs, err := readAll(cmd, args)
			if err != nil {
				return err
			}
			s, err := report.Extract(inputs[0].data)
			if err != nil {
				return &failure{exitProblems, fmt.Errorf("%s: %w", inputs[0].name, err)}
			}
			if images != "" {
				if err := pictures(cmd, images, s); err != nil {
					return err
				}
			}
			return printResult(cmd.OutOrStdout(), s.Data)
		},
	}
	cmd.Flags().StringVar(&images, "images", "", "write the pictures that the report carries into `DIR`; overwrites nothing")
	return cmd
}

// pictures writes the pictures of a report by their paths below a folder, all or none, where no file is yet.
func pictures(cmd *cobra.Command, dir string, s report.Payload) error {
	var files []input
	for _, p := range s.Images {
		if !filepath.IsLocal(filepath.FromSlash(p.Name)) {
			return &failure{exitProblems, fmt.Errorf("the report names a picture outside of its folder: %q", p.Name)}
		}
		files = append(files, input{filepath.FromSlash(p.Name), p.Data})
	}
	if err := makeFolders(dir, files); err != nil {
		return fileError(err)
	}
	return place(cmd, dir, true, nil, files...)
}
