#!/usr/bin/env python3
"""Compiles the words of promised replies into constant tables.

usage: window.py OUT.c FOLDER

FOLDER holds time.txt (what tells a time), clause.txt (what a word does in a clause), zones.txt and contractions.txt. In
all of them a line is `NAME = words and phrases, separated by |`, # begins a comment. A phrase is read as one word; where
several begin alike the longest counts. `call~` stands for all forms of a verb.
"""

import os
import re
import sys
import unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import inflect

ZONES_MOST = 64
PHRASE_MOST = 6
SLOTS = 8192
LETTERS = [("latin", 0xC0, 0x24F), ("more_latin", 0x1E00, 0x1EFF)]


def lines(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            left, equals, right = line.partition(" = ")
            if not equals:
                sys.exit("%s:%d: no ' = '" % (name, number))
            yield left.strip(), [entry.strip() for entry in right.split("|") if entry.strip()]


def forms(entry):
    """`drop~ you` gives drop you, drops you, dropped you, dropping you."""
    words = entry.split()
    for place, word in enumerate(words):
        if word.endswith("~"):
            return [" ".join(words[:place] + [form] + words[place + 1:]) for form in sorted(inflect.forms(word[:-1]))]
    return [entry]


def expand(entry, contractions):
    """The words as the lexer gives them: contractions taken apart, possessive endings and hyphens gone."""
    words = []
    for word in entry.replace("-", " ").replace("/", " ").split():
        words += contractions.get(word) or take_apart(word, contractions)
    return tuple(words)


def take_apart(word, contractions):
    for ending in ("n't", "'ll", "'d", "'ve", "'re", "'m"):
        if word.endswith(ending) and len(word) > len(ending):
            return [word[:-len(ending)], *contractions[ending]]
    return [re.sub("('s|s')$", lambda m: "s" if m.group() == "s'" else "", word)]


class Entry:
    def __init__(self):
        self.kind, self.value, self.traits, self.given = "PLAIN", "0", set(), None

    @property
    def own(self):
        return self.traits if self.given is None else self.given


def read(folder):
    contractions = {left: right[0].split() for left, right in lines(folder, "contractions.txt")}
    zones, entries = [], {}

    def at(key):
        if len(key) > PHRASE_MOST:
            sys.exit("too long: " + " ".join(key))
        return entries.setdefault(key, Entry())

    for left, right in lines(folder, "time.txt"):
        kind, _, value = left.partition(" ")
        for entry in right:
            place = at(expand(entry, contractions))
            if place.kind != "PLAIN":
                sys.exit("twice in time.txt: %s (%s, %s)" % (entry, place.kind, left))
            place.kind, place.value = kind, value or "0"
    for left, right in lines(folder, "zones.txt"):
        for entry in right:
            place = at(expand(entry, contractions))
            if place.kind == "PLAIN":
                place.kind, place.value = "ZONE", str(len(zones))
        zones.append(left)
        if len(zones) > ZONES_MOST:
            sys.exit("more zones than bits (lib/time/window.h): " + left)
    for left, right in lines(folder, "clause.txt"):
        for entry in right:
            for form in forms(entry):
                at(expand(form, contractions)).traits.add(left)
    for right in contractions.values():
        for word in right:
            at((word,))
    inherit(entries)
    return contractions, zones, entries


# What a phrase has from its words too.
INHERITED = {"TELL", "HEAR", "KNOW", "GIVE", "RECEIVE", "EXPECT", "NEWS", "NOTICE", "DECIDE", "BE", "MODAL", "AUX", "VERB",
             "GET", "HAVE", "US", "EVENT", "TAKE", "EARLIEST", "LATEST", "TIMELINE", "YOU", "YOUR"}
WITHOUT_NEGATION = {"HARMLESS_NOT", "DOUBT", "EVEN_IF", "NEWS"}


def inherit(entries):
    """A phrase keeps what the words and phrases inside it do: "be in touch" is also "in touch"."""
    for entry in entries.values():
        entry.given = set(entry.traits)
    for key, entry in entries.items():
        if len(key) == 1 or entry.traits & {"EVEN_IF", "HARMLESS_NOT", "CORRECTION"} or entry.kind not in ("PLAIN", "ZONE"):
            continue
        inside = set()
        for length in range(1, len(key)):
            for at in range(len(key) - length + 1):
                inside |= entries.get(key[at:at + length], Entry()).own
        kept = inside & INHERITED
        if not entry.own & WITHOUT_NEGATION:
            kept |= inside & {"NEG"}
        entry.traits = entry.own | kept


def fnv(word):
    value = 2166136261
    for byte in word.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def quoted(word):
    return '"' + "".join(c if c.isalnum() and ord(c) < 128 or c in " '/_+" else "\\%03o" % ord(c) for c in word) + '"'


def is_past(word, entries):
    """`called`, `told`, and so the phrases that begin with them."""
    known = entries.get((word,), Entry())
    return "PAST" in known.traits or word.endswith("ed") and len(word) > 4 and known.kind == "PLAIN"


def traits_of(entry):
    return " | ".join("TRAIT(%s)" % trait for trait in sorted(entry.traits)) or "0"


def write(out, contractions, zones, entries):
    words = sorted({word for key in entries for word in key} | set(contractions))
    place = {word: number for number, word in enumerate(words)}
    phrases = sorted((key for key in entries if len(key) > 1), key=lambda key: (place[key[0]], place[key[1]], -len(key), key))
    out.write('/* Made by window.py. */\n#include "time/window_words.h"\n\n')
    out.write("const struct window_contraction window_contractions[] = {\n")
    shortened = sorted(contractions)
    for short in shortened:
        ids = [place[word] for word in contractions[short]]
        out.write("    {{%s}, %d},\n" % (", ".join(map(str, ids)), len(ids)))
    out.write("};\n\nconst struct window_word window_words[] = {\n")
    seconds = {key[1] for key in phrases}
    for word in words:
        entry = entries.get((word,), Entry())
        if word in contractions:
            entry.kind, entry.value = "CONTRACTION", str(shortened.index(word))
        if is_past(word, entries):
            entry.traits.add("PAST")
        own = [number for number, key in enumerate(phrases) if key[0] == word]
        out.write("    {%s, %d, WORD_%s, %s, %d, %d, %d, %s},\n"
                  % (quoted(word), len(word.encode()), entry.kind, entry.value, own[0] if own else 0, len(own),
                     word in seconds, traits_of(entry)))
    out.write("};\n\nconst struct window_phrase window_phrases[] = {\n")
    for key in phrases:
        entry = entries[key]
        if is_past(key[0], entries):
            entry.traits.add("PAST")
        out.write("    {{%s}, %d, WORD_%s, %s, %s},\n"
                  % (", ".join(str(place[word]) for word in key), len(key), entry.kind, entry.value, traits_of(entry)))
    out.write("};\n\nconst unsigned short window_slots[WINDOW_SLOTS] = {\n")
    slots = [0] * SLOTS
    for word in words:
        slot = fnv(word) % SLOTS
        while slots[slot]:
            slot = (slot + 1) % SLOTS
        slots[slot] = place[word] + 1
    out.write(", ".join(map(str, slots)))
    out.write("};\n\nconst char *const window_zone_names[] = {\n")
    out.write("".join("    %s,\n" % quoted(zone).replace("\\055", "-") for zone in zones))
    out.write("};\n\nconst unsigned window_zone_count = %d;\n" % len(zones))


def base_letters(first, last):
    """The ASCII letter in front of each character's accents, in its case; a space where there is none."""
    letters = (unicodedata.normalize("NFD", chr(code))[0] for code in range(first, last + 1))
    return "".join(letter if letter.isascii() and letter.isalpha() else " " for letter in letters)


def write_letters(out):
    for name, first, last in LETTERS:
        out.write('\nconst char window_%s_letters[] = "%s";\n' % (name, base_letters(first, last)))


def main(path, folder):
    parts = read(folder)
    with open(path, "w", encoding="ascii") as out:
        write(out, *parts)
        write_letters(out)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
