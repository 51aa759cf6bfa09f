#!/usr/bin/env python3
"""Writes world.bin, the base map, from countries-50m.json of the npm package world-atlas (see build.sh).

The data are Natural Earth's Admin 0 countries, 1:50m, version 4.1.0, which are in the public domain. Natural Earth
draws boundaries as they are administered. Those listed below are marked as disputed, so that charts draw them dashed.

world.bin: the letters "map1"; the number of land rings, and each ring; the number of boundary lines, and each line
behind a byte that is 1 where it is disputed. A ring or line is the number of its points, then each point's way from
the one before, longitude and latitude in hundredths of a degree. Every number is a varint (Protocol Buffers' base 128),
ways are zigzag encoded. Rings are closed without repeating the first point; holes run the other way round.
"""
import heapq, json, math, sys

# Pairs of countries whose boundary is disputed, in Natural Earth's names; None is anybody. A box (west, south, east,
# north) limits it to that part. North and South Korea have an armistice line and no boundary.
DISPUTED = [
    ("Russia", "Ukraine", (32, 44, 37, 46.6)), ("N. Cyprus", None, None), ("Somaliland", "Somalia", None),
    ("Kosovo", "Serbia", None), ("W. Sahara", None, None), ("Siachen Glacier", None, None),
    ("India", "Pakistan", (72.5, 32.3, 80, 37.2)), ("India", "China", (74, 31, 81, 37)), ("India", "China", (91, 26, 98, 30)),
    ("Pakistan", "China", (74, 35, 78, 38)), ("Israel", "Palestine", None), ("Jordan", "Palestine", None), ("Israel", "Syria", None),
    ("North Korea", "South Korea", None), ("Egypt", "Sudan", (31, 21, 38, 23.2)), ("Sudan", "S. Sudan", (26, 8, 31, 11)),
    ("Kenya", "S. Sudan", None), ("Guyana", "Venezuela", None),
]
KEEP = 0.0008   # square degrees at the equator: points whose triangle with their neighbours is smaller go
ISLAND = 0.012  # square degrees: islands and lakes smaller than this go


def area(a, b, c):
    k = math.cos(math.radians(b[1]))
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2 * k


def simplify(points):
    """Visvalingam's algorithm: the point that matters least goes first; the ends stay."""
    n = len(points)
    before, after = list(range(-1, n - 1)), list(range(1, n + 1))
    gone, heap = [False] * n, [(area(*points[i - 1:i + 2]), i) for i in range(1, n - 1)]
    heapq.heapify(heap)
    current = {i: a for a, i in heap}
    while heap:
        a, i = heapq.heappop(heap)
        if gone[i] or a != current[i]:
            continue
        if a > KEEP:
            break
        gone[i] = True
        p, q = before[i], after[i]
        after[p], before[q] = q, p
        for j in (p, q):
            if 0 < j < n - 1:
                current[j] = max(a, area(points[before[j]], points[j], points[after[j]]))
                heapq.heappush(heap, (current[j], j))
    return [p for p, g in zip(points, gone) if not g]


def arcs_of(topology):
    sx, sy = topology["transform"]["scale"]
    tx, ty = topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield simplify(points)


def rings(geometry):
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [ring for polygon in polygons for ring in polygon]


def stitch(ring, arcs):
    points = []
    for i in ring:
        arc = arcs[i] if i >= 0 else arcs[~i][::-1]
        points.extend(arc[1:] if points else arc)
    return points[:-1]


def size(points):
    s = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1])) / 2
    return abs(s) * math.cos(math.radians(points[0][1]))


def disputed(names, points):
    middle = points[len(points) // 2]
    for a, b, box in DISPUTED:
        if a in names and (b is None or b in names):
            if box is None or box[0] <= middle[0] <= box[2] and box[1] <= middle[1] <= box[3]:
                return True
    return False


def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    return bytes(out + bytes([n]))


def line(points):
    whole = [(round(x * 100), round(y * 100)) for x, y in points]
    whole = [p for i, p in enumerate(whole) if i == 0 or p != whole[i - 1]]
    out, last = varint(len(whole)), (0, 0)
    for p in whole:
        for v, w in zip(p, last):
            d = v - w
            out += varint(d << 1 if d >= 0 else (-d << 1) - 1)
        last = p
    return out


def main(source, target):
    topology = json.load(open(source))
    arcs = list(arcs_of(topology))
    land = [stitch(r, arcs) for g in topology["objects"]["land"]["geometries"] for r in rings(g)]
    land = [r for r in land if len(r) > 2 and size(r) > ISLAND]
    owners = {}
    for g in topology["objects"]["countries"]["geometries"]:
        for ring in rings(g):
            for i in ring:
                owners.setdefault(i if i >= 0 else ~i, set()).add(g["properties"]["name"])
    borders = [(arcs[i], disputed(n, arcs[i])) for i, n in sorted(owners.items()) if len(n) > 1]
    out = b"map1" + varint(len(land)) + b"".join(map(line, land)) + varint(len(borders))
    for points, d in borders:
        out += bytes([d]) + line(points)
    open(target, "wb").write(out)
    print(f"{len(land)} rings, {len(borders)} lines, {sum(d for _, d in borders)} disputed, "
          f"{sum(map(len, land)) + sum(len(p) for p, _ in borders)} points, {len(out)} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
