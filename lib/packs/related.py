#!/usr/bin/env python3
"""Turns groups of related words into a sorted constant table.

    related.py GROUPS.txt OUT.c

A line of GROUPS.txt is a group; `word~` stands for all forms of a word. A word may stand in several groups: it gets a row
for each.
"""
import sys

from inflect import forms


def read(path):
    groups = []
    with open(path, encoding='utf-8') as lines:
        for number, line in enumerate(lines, 1):
            if line.startswith('#') or not line.strip():
                continue
            words = set()
            for item in line.lower().split():
                words.update(forms(item[:-1]) if item.endswith('~') else [item])
            groups.append(words)
    return groups


def main(source, target):
    rows = sorted((word, group) for group, words in enumerate(read(source), 1) for word in words
                  if word.isalpha() and word.isascii())
    with open(target, 'w', encoding='ascii') as out:
        out.write('/* Made by lib/packs/related.py; not to be edited. */\n#include "text/related.h"\n\n'
                  'const struct related_word related_words[] = {\n')
        out.writelines(f'    {{"{word}", {group}}},\n' for word, group in rows)
        out.write('};\n\nconst size_t related_word_count = sizeof related_words / sizeof related_words[0];\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
