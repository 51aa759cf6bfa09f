package assets

import "embed"

// World holds the faces of all other scripts, packed (Zstandard), and WorldCoverage says what each covers. See fonts/world.py.
var (
	//go:embed fonts/world/*.zst
	World embed.FS
	//go:embed fonts/world/coverage.txt
	WorldCoverage string
)
