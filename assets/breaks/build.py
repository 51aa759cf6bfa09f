"""Reads the words out of ICU's dictionaries for scripts that write no spaces, and packs them. Run by build.sh: build.py FOLDER OUT.

FOLDER holds thaidict.dict, laodict.dict, khmerdict.dict and burmesedict.dict (tries of bytes, see bytestrie.h and dictionarydata.h of ICU).
OUT is one file, Zstandard: for each script a number of four bytes (the first rune), one of four bytes (how many words), and the words in
their order, each as one byte that says how many letters are those of the word before, and the others, one byte a letter, counted from the
first rune plus one; a zero ends it.
"""
import struct
import sys

import zstandard


class Trie:
    """The words of a trie of bytes."""

    def __init__(self, data):
        self.d, self.words = data, []
        self.node(0, b"")

    def value(self, lead, pos):
        """A number, and where reading goes on."""
        v = lead >> 1
        if v < 0x51:
            return v - 0x10, pos
        if v < 0x6C:
            return ((v - 0x51) << 8) | self.d[pos], pos + 1
        if v < 0x7E:
            return ((v - 0x6C) << 16) | (self.d[pos] << 8) | self.d[pos + 1], pos + 2
        if v == 0x7E:
            return int.from_bytes(self.d[pos:pos + 3], "big"), pos + 3
        return int.from_bytes(self.d[pos:pos + 4], "big"), pos + 4

    def delta(self, pos):
        """A distance, and where it counts from."""
        v = self.d[pos]
        pos += 1
        if v < 0xC0:
            return v, pos
        if v < 0xF0:
            return ((v - 0xC0) << 8) | self.d[pos], pos + 1
        if v < 0xFE:
            return ((v - 0xF0) << 16) | (self.d[pos] << 8) | self.d[pos + 1], pos + 2
        if v == 0xFE:
            return int.from_bytes(self.d[pos:pos + 3], "big"), pos + 3
        return int.from_bytes(self.d[pos:pos + 4], "big"), pos + 4

    def node(self, pos, prefix):
        while True:
            lead = self.d[pos]
            pos += 1
            if lead < 0x10:
                length = lead
                if length == 0:
                    length = self.d[pos]
                    pos += 1
                return self.branch(pos, length + 1, prefix)
            if lead < 0x20:
                n = lead - 0x10 + 1
                prefix += self.d[pos:pos + n]
                pos += n
                continue
            self.words.append(prefix)
            if lead & 1:
                return None
            _, pos = self.value(lead, pos)

    def branch(self, pos, length, prefix):
        while length > 5:
            pos += 1  # the byte that is compared
            distance, after = self.delta(pos)
            self.branch(after + distance, length >> 1, prefix)
            length -= length >> 1
            pos = after
        for _ in range(length - 1):
            key = self.d[pos:pos + 1]
            lead = self.d[pos + 1]
            v, after = self.value(lead, pos + 2)
            if lead & 1:
                self.words.append(prefix + key)
            else:
                self.node(after + v, prefix + key)
            pos = after
        self.node(pos + 1, prefix + self.d[pos:pos + 1])


def read(path):
    data = open(path, "rb").read()
    data = data[struct.unpack(">H", data[:2])[0]:]
    index = struct.unpack(">8i", data[:32])
    kind, transform = index[4] & 7, index[5]
    assert kind == 0 and transform >> 24 == 1, (path, index)
    base = transform & 0x1FFFFF
    letters = {0xFF: 0x200D, 0xFE: 0x200C}
    words = Trie(data[index[0]:]).words
    return base, sorted({"".join(chr(letters.get(b, base + b)) for b in w) for w in words})


def simple(words):
    """The words that are not made of others: a line may end inside a compound. Parts of less than four letters are no evidence of one."""
    known = set(words)
    def compound(w):
        ends = [True] + [False] * len(w)
        for i in range(1, len(w) + 1):
            ends[i] = any(ends[k] and i - k >= 4 and (k or i < len(w)) and w[k:i] in known for k in range(i))
        return ends[-1]
    return [w for w in words if not compound(w)]


def main(folder, out):
    packed = b""
    for name in ("thai", "lao", "khmer", "burmese"):
        base, words = read("%s/%sdict.dict" % (folder, name))
        words = [w for w in words if len(w) < 255 and all(base <= ord(c) < base + 254 for c in w)]
        if name != "thai":  # where more words are written than are needed
            words = simple(words)
        print(name, hex(base), len(words))
        packed += struct.pack(">II", base, len(words))
        last = ""
        for w in words:
            n = 0
            while n < len(last) and n < len(w) and last[n] == w[n]:
                n += 1
            packed += bytes([n]) + bytes(ord(c) - base + 1 for c in w[n:]) + b"\0"
            last = w
    with open(out, "wb") as f:
        f.write(zstandard.ZstdCompressor(level=22).compress(packed))


main(*sys.argv[1:])
