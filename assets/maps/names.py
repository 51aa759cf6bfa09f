#!/usr/bin/env python3
"""Writes names.bin, the names of countries and where they lie, for the same base map as build.py (see build.sh).

Names are those of CLDR, in the LANGUAGES below, by the ISO 3166 codes that the base data give: its short form where
that is no abbreviation. What has no code in the base data has no name, and Antarctica is no country.

Where a country lies is said by rounds: circles on the globe that lie within it and together cover nearly all of it, the
one that adds most first. Parts cut off by a disputed boundary have none, unless all of the country is, nor have small parts far from the largest.

names.bin: the letters "names2", the number of languages and the tag of each, and the number of countries; of each its name
in every one of the languages, the number of its rounds, and each round: the way from the middle of the one before (or of the country before), longitude and
latitude, and its radius, in hundredths of a degree. A name is its length in bytes and its bytes. Numbers are as in world.bin.
"""
import json, math, sys

from build import ISLAND, arcs_of, disputed, stitch, varint

LANGUAGES = ("en", "es")
VARIANT = {"CD", "CG"}  # whose usual name is CLDR's variant
NEAR = 2000 / 111.2     # degrees: smaller parts further off have no rounds
ENOUGH, MOST = 0.995, 150 # how much of a country is covered, and by how many rounds
FEW, LARGE = 12, 600    # rounds that may each cover one sample more; square degrees of a country where all may
LEAST = 3               # hundredths of a degree: smaller rounds go


def vector(lon, lat):
    lon, lat = math.radians(lon), math.radians(lat)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def unrolled(ring):
    out = [ring[0]]
    for lon, lat in ring[1:]:
        out.append((lon - round((lon - out[-1][0]) / 360) * 360, lat))
    return out


def area(ring):
    """The area of an unrolled ring on the globe, in square degrees of the equator."""
    return abs(sum((b[0] - a[0]) * (math.sin(math.radians(a[1])) + math.sin(math.radians(b[1]))) / 2
                   for a, b in zip(ring, ring[1:] + ring[:1]))) * 180 / math.pi


def holds(ring, lon, lat):
    inside = False
    for (xa, ya), (xb, yb) in zip(ring, ring[1:] + ring[:1]):
        if (ya > lat) != (yb > lat) and lon < (xb - xa) * (lat - ya) / (yb - ya) + xa:
            inside = not inside
    return inside


def edge(ring, step):
    """Points along a ring, no further apart than a step."""
    out = []
    for (xa, ya), (xb, yb) in zip(ring, ring[1:] + ring[:1]):
        n = int(math.hypot((xb - xa) * math.cos(math.radians(ya)), yb - ya) / step) + 1
        out += [vector(xa + (xb - xa) * i / n, ya + (yb - ya) * i / n) for i in range(n)]
    return out


def samples(polygon, step):
    ring = polygon[0]
    south, north = min(p[1] for p in ring), max(p[1] for p in ring)
    west, east = min(p[0] for p in ring), max(p[0] for p in ring)
    lat = south + step / 2
    while lat < north:
        lon = west + step / 2
        while lon < east:
            if holds(ring, lon, lat) and not any(holds(h, lon, lat) for h in polygon[1:]):
                yield round(lon * 100), round(lat * 100)
            lon += step / math.cos(math.radians(lat))
        lat += step


def rounds(polygons):
    whole = sum(area(p[0]) for p in polygons)
    step = math.sqrt(whole / (350 + min(1100, whole * 0.6)))
    at = [s for p in polygons for s in samples(p, step)]
    rim = [v for p in polygons for r in p for v in edge(r, min(0.5, step / 2))]
    places = [vector(x / 100, y / 100) for x, y in at]
    radii, covers = [], []
    for x, y, z in places:
        c = max(x * a + y * b + z * c for a, b, c in rim)
        radii.append(math.floor(math.degrees(math.acos(min(1, c))) * 97))
        least, bits = math.cos(math.radians(radii[-1] / 100)), 0
        for i, (a, b, c) in enumerate(places):
            if x * a + y * b + z * c >= least:
                bits |= 1 << i
        covers.append(bits)
    left, chosen = (1 << len(at)) - 1, []
    while left.bit_count() > len(at) * (1 - ENOUGH) and len(chosen) < MOST:
        i = max(range(len(at)), key=lambda i: ((covers[i] & left).bit_count(), radii[i], -i))
        if (covers[i] & left).bit_count() < (2 if whole < LARGE else 1) and len(chosen) >= FEW:
            break
        left &= ~covers[i]
        chosen.append((*at[i], radii[i]))
    return [c for c in chosen if c[2] >= LEAST]


def parts(country, arcs, cut):
    """The polygons of a country that its name may stand on, unrolled."""
    whole = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    polygons = [([unrolled(stitch(r, arcs)) for r in p], any((i if i >= 0 else ~i) in cut for i in p[0])) for p in whole]
    largest = max(polygons, key=lambda p: area(p[0][0]))[0]
    all_torn = all(torn for _, torn in polygons)  # whose boundary is disputed all round has all its parts
    shore = [vector(*p) for p in largest[0]]
    for polygon, torn in polygons:
        if polygon is not largest:
            far = min(math.acos(min(1, sum(a * b for a, b in zip(vector(*p), s)))) for p in polygon[0][::5] for s in shore[::5])
            if area(polygon[0]) < ISLAND or torn and not all_torn or math.degrees(far) > NEAR and area(polygon[0]) < area(largest[0]) / 5:
                continue
        yield polygon


def named(names, code):
    short = names.get(code + "-alt-short", "")
    if code in VARIANT:
        return names[code + "-alt-variant"]
    return names[code] if not short or short == short.upper() else short


def main(source, codes, folder, target):
    topology = json.load(open(source))
    arcs = list(arcs_of(topology))
    names = [json.load(open(f"{folder}/{l}/territories.json"))["main"][l]["localeDisplayNames"]["territories"] for l in LANGUAGES]
    numeric = {c["_numeric"]: code for code, c in json.load(open(codes))["supplemental"]["codeMappings"].items()
               if "_numeric" in c and code in names[0]}
    countries = sorted((g for g in topology["objects"]["countries"]["geometries"] if g.get("id") in numeric and g["id"] != "010"), key=lambda g: g["id"])
    owners = {}
    for g in topology["objects"]["countries"]["geometries"]:
        for polygon in g["arcs"] if g["type"] == "MultiPolygon" else [g["arcs"]]:
            for ring in polygon:
                for i in ring:
                    owners.setdefault(i if i >= 0 else ~i, set()).add(g["properties"]["name"])
    cut = {i for i, n in owners.items() if len(n) > 1 and disputed(n, arcs[i])}
    out, last, total = b"", (0, 0), 0
    seen = []
    for g in countries:
        polygons = list(parts(g, arcs, cut))
        found = rounds(polygons) if max(area(p[0]) for p in polygons) > ISLAND else []
        if found:
            seen.append((g, found))
    for g, found in seen:
        for n in names:
            text = named(n, numeric[g["id"]]).encode()
            out += varint(len(text)) + text
        out += varint(len(found))
        for lon, lat, radius in found:
            lon = (lon + 18000) % 36000 - 18000
            for d in (lon - last[0], lat - last[1]):
                out += varint(d << 1 if d >= 0 else (-d << 1) - 1)
            out, last = out + varint(radius), (lon, lat)
        total += len(found)
    head = b"names2" + varint(len(LANGUAGES)) + b"".join(varint(len(l)) + l.encode() for l in LANGUAGES)
    open(target, "wb").write(head + varint(len(seen)) + out)
    print(f"{len(seen)} countries, {total} rounds, {len(out) + 8} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
