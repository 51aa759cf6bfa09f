package assets

import _ "embed"

//go:generate maps/build.sh

// WorldMap is the base map: land and boundaries from Natural Earth, public domain. See maps/README.md.
//
//go:embed maps/world.bin
var WorldMap string

// CountryNames are the names of its countries, from CLDR under the Unicode licence, and where they lie. See maps/README.md.
//
//go:embed maps/names.bin
var CountryNames string
