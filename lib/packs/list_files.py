#!/usr/bin/env python3
"""Prints the text files of folders, one a line: list_files.py FOLDER..."""
import pathlib
import sys

for folder in sys.argv[1:]:
    print(*sorted(str(path) for path in pathlib.Path(folder).glob('*.txt')), sep='\n')
