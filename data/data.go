// Package data embeds the sample briefing, a briefing to begin with, and the schema of the facts file.
package data

import "embed"

// SampleName is where the sample lies in the repository.
const SampleName = "data/pacto-rusia-rpdc.json"

// Sample is the facts file that is built where none is named.
//
//go:embed pacto-rusia-rpdc.json
var Sample []byte

// Schema is the JSON Schema (draft 2020-12) of the facts file.
//
//go:embed schema.json
var Schema []byte

// CheckSchema is the JSON Schema of what sitrep check --format json prints.
//
//go:embed check.schema.json
var CheckSchema []byte

// BuildSchema is the JSON Schema of a line of what sitrep build --json prints.
//
//go:embed build.schema.json
var BuildSchema []byte

// Starter is a small facts file to write over; it names the schema beside it,
// facts.schema.json.
//
//go:embed starters/en/counts.json
var Starter []byte

// DiffSchema is the JSON Schema (draft 2020-12) of what diff prints for programs.
//
//go:embed diff.schema.json
var DiffSchema []byte

// Starters holds starters/LANGUAGE/KIND.json, facts files to begin a briefing of a kind with,
// and starters/facts.code-snippets, snippets for Visual Studio Code.
//
//go:embed starters/*
var Starters embed.FS
