package assets

import _ "embed"

// Licenses are the licences of all that the program holds, modules and embedded
// files, as .ci/licenses writes them.
//
//go:embed licenses.txt
var Licenses []byte
