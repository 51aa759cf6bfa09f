package assets

import _ "embed"

//go:generate breaks/build.sh

// BreakWords are words of Thai, Lao, Khmer and Burmese, from ICU's dictionaries, packed (Zstandard). See breaks/build.py.
//
//go:embed breaks/words.zst
var BreakWords []byte
