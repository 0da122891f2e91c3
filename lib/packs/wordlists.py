#!/usr/bin/env python3
"""Turns word lists (one word or phrase a line, # for comments) into sorted constant tables.

usage: wordlists.py OUT.c OUT.h FILE...

Each file becomes `const struct word_list list_<stem>`, dashes in the stem as underscores. Entries take the form in which
the library folds words: NFC, case folded, straight apostrophes, no full stop at the end, hyphens and slashes as spaces, no
possessive ending.
"""

import os
import sys
import unicodedata


def fold(entry):
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", entry).casefold())
    text = text.replace("\u2019", "'").replace("-", " ").replace("/", " ")
    return " ".join(bare(part.rstrip(".")) for part in text.split())


def bare(word):
    return word[:-2] if len(word) > 2 and word.endswith("'s") else word.rstrip("'")


def read(path):
    with open(path, encoding="utf-8") as lines:
        kept = (line.strip() for line in lines)
        entries = (line if "emoticon" in path else fold(line) for line in kept if line and not line.startswith("# "))
        return sorted({entry for entry in entries if entry}, key=lambda entry: entry.encode())


def quoted(entry):
    return '"' + "".join("\\%03o" % byte if byte < 32 or byte > 126 or byte in b'"\\?' else chr(byte)
                         for byte in entry.encode()) + '"'


def name_of(path):
    return "list_" + os.path.splitext(os.path.basename(path))[0].replace("-", "_")


def source(path, entries):
    rows = "".join("    {0x%x, %s, %d},\n" % (int.from_bytes(entry.encode()[:8].ljust(8, b"\0"), "big"), quoted(entry), len(entry.encode())) for entry in entries)
    name = name_of(path)
    firsts = [entry.encode()[0] for entry in entries]
    begins = ", ".join(str(sum(first < byte for first in firsts)) for byte in range(257))
    return ("static const struct word_list_entry %s_entries[] = {\n%s};\n"
            "static const unsigned short %s_begins[] = {%s};\n"
            "const struct word_list %s = {%s_entries, %s_begins};\n\n" % (name, rows, name, begins, name, name, name))


def main(out_c, out_h, paths):
    lists = [(path, read(path)) for path in paths]
    empty = [path for path, entries in lists if not entries]
    if empty:
        sys.exit("no entries in " + ", ".join(empty))
    with open(out_h, "w", encoding="ascii") as header:
        guard = "FOLLOWUP_" + os.path.basename(out_h).upper().replace(".", "_").replace("-", "_")
        header.write('/* Made by wordlists.py. */\n#ifndef %s\n#define %s\n\n#include "text/word_list.h"\n\n'
                     % (guard, guard))
        for path in paths:
            header.write("extern const struct word_list %s;\n" % name_of(path))
        header.write("\n#endif\n")
    with open(out_c, "w", encoding="ascii") as code:
        code.write('/* Made by wordlists.py. */\n#include "%s"\n\n' % os.path.basename(out_h))
        code.writelines(source(path, entries) for path, entries in lists)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
