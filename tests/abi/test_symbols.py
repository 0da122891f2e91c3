#!/usr/bin/env python3
"""Headers, version maps and shared objects agree, and the core calls nothing that a library must not call.

    test_symbols.py LIBFOLLOWUP.so [LIBFOLLOWUP-FORMATS.so]
"""
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).parent / '../..'
FORBIDDEN = {'abort', 'exit', '_exit', 'printf', 'puts', 'putchar', 'fprintf', 'perror', 'setlocale', 'getenv', 'localtime',
             'mktime', 'tzset', 'time', 'clock_gettime', 'gettimeofday'}
core, formats = '', ''


def declared(*headers):
    names = set()
    for header in headers:
        text = re.sub(r'/\*.*?\*/', '', header.read_text(), flags=re.S)
        names |= set(re.findall(r'FOLLOWUP_API[^;]*?\b(followup_\w+)\s*\(', text))
    return names


def mapped(path):
    return set(re.findall(r'^\s+(followup_\w+);$', path.read_text(), re.M))


def dynamic(path, kind):
    lines = subprocess.run(['nm', '-D', kind, path], capture_output=True, text=True, check=True).stdout.splitlines()
    return {re.sub(r'@.*', '', line.split()[-1]) for line in lines if ' A ' not in line}


class Symbols(unittest.TestCase):
    def test_header_map_and_shared_object_name_the_same_functions(self):
        wanted = declared(*(ROOT / 'include/followup').glob('*.h'))
        self.assertEqual(wanted, mapped(ROOT / 'lib/followup.map'))
        self.assertEqual(wanted, dynamic(core, '--defined-only'))

    @unittest.skipUnless(len(sys.argv) > 2, 'built without the formats library')
    def test_the_formats_library_exports_what_its_header_declares(self):
        wanted = declared(ROOT / 'include/followup-formats.h')
        self.assertEqual(wanted, mapped(ROOT / 'lib/formats/followup-formats.map'))
        self.assertEqual(wanted, dynamic(formats, '--defined-only'))

    def test_the_core_never_ends_prints_or_reads_clock_locale_or_environment(self):
        self.assertEqual(set(), dynamic(core, '--undefined-only') & FORBIDDEN)


if __name__ == '__main__':
    core = sys.argv[1]
    formats = sys.argv[2] if len(sys.argv) > 2 else ''
    unittest.main(argv=sys.argv[:1])
