#!/usr/bin/env python3
"""Writes the packages' symbols files from the version maps: a line a function, with the release that brought it.

    debian/symbols.py
"""
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[1]
LIBRARIES = {'libfollowup': 'lib/followup.map', 'libfollowup-formats': 'lib/formats/followup-formats.map'}


def written(stem, version_map):
    text = (ROOT / version_map).read_text(encoding='utf-8')
    nodes = re.findall(r'^(\w+_(\d+\.\d+)) \{(.*?)^\}', text, re.M | re.S)
    symbols = [f' {node}@{node} {version}.0' for node, version, _ in nodes]
    for node, version, body in nodes:
        symbols += [f' {name}@{node} {version}.0' for name in re.findall(r'(followup_\w+);', body)]
    return f'{stem}.so.0 {stem}0 #MINVER#\n* Build-Depends-Package: libfollowup-dev\n' + '\n'.join(symbols) + '\n'


def files():
    return {ROOT / f'debian/{stem}0.symbols': written(stem, version_map) for stem, version_map in LIBRARIES.items()}


if __name__ == '__main__':
    for file, text in files().items():
        file.write_text(text, encoding='utf-8')
