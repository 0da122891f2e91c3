#!/usr/bin/env python3
"""The guide's programs are those of examples/, and its commands print what it shows. tests/install tries its patch.

    test_guide.py BUILD_FOLDER [--write]

--write puts today's programs and outputs into the guide.
"""
import pathlib
import sys
import tempfile
import unittest

import guide

build = pathlib.Path('build')


def with_tree(use):
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder)
        (tree / 'build').symlink_to(build.resolve())
        (tree / 'examples').symlink_to(guide.ROOT / 'examples')
        return use(guide.filled(guide.text(), tree))


class Guide(unittest.TestCase):
    maxDiff = None

    def test_programs_and_outputs_are_todays(self):
        with_tree(lambda filled: self.assertEqual(guide.text(), filled))

    def test_every_block_of_code_is_a_file_an_output_or_the_patch(self):
        for match in guide.BLOCK.finditer(guide.text()):
            mark = match['mark'] or ''
            known = match['code'].startswith('$ ') or mark == 'patch' or (guide.ROOT / mark).is_file()
            self.assertTrue(known, match['code'])

    def test_every_teaching_program_is_in_the_guide(self):
        marks = {match['mark'] for match in guide.BLOCK.finditer(guide.text())}
        for file in (guide.ROOT / 'examples').glob('*.c'):
            if not file.name.startswith('followup-'):
                self.assertIn(f'examples/{file.name}', marks)
                self.assertLessEqual(len(file.read_text(encoding='utf-8').splitlines()), 120, file.name)


if __name__ == '__main__':
    if len(sys.argv) > 1:
        build = pathlib.Path(sys.argv.pop(1))
    if '--write' in sys.argv:
        with_tree(lambda filled: guide.GUIDE.write_text(filled, encoding='utf-8'))
    else:
        unittest.main()
