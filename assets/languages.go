package assets

import _ "embed"

// Languages are the names of languages, a line each: the BCP 47 tag, its English name and its own, in small letters, between
// tabs; of rare ones the English name alone. They are those of the Unicode CLDR; a test of report/exchange/reference writes them.
//
//go:embed languages.txt
var Languages string
