#!/usr/bin/env python3
"""Doxygen makes the reference without a warning, and warns of what is not documented.

    test_reference.py DOXYFILE_TEMPLATE
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def doxygen(source, output):
    """What Doxygen says of a tree."""
    template = (ROOT / 'docs/Doxyfile.in').read_text(encoding='utf-8')
    for name, value in {'VERSION': 'test', 'PYTHON': sys.executable, 'SOURCE': source, 'OUTPUT': output}.items():
        template = template.replace(f'@{name}@', str(value))
    made = subprocess.run(['doxygen', '-'], input=template, capture_output=True, text=True, cwd=output)
    return made.stdout + made.stderr


class Reference(unittest.TestCase):
    def setUp(self):
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.folder = pathlib.Path(made.name)

    def test_there_are_no_warnings_and_a_page_for_every_header(self):
        self.assertEqual('', doxygen(ROOT, self.folder))
        index = (self.folder / 'html/globals_func.html')
        pages = ''.join(page.read_text(encoding='utf-8') for page in self.folder.glob('html/*_8h.html'))
        self.assertIn('followup_lint_text', pages)
        self.assertIn('Threads', pages)
        self.assertTrue(index.exists())

    def test_an_undocumented_function_is_a_warning(self):
        tree = self.folder / 'tree'
        shutil.copytree(ROOT / 'include', tree / 'include')
        for folder in ('docs', 'tests/support', 'lib/rules'):
            shutil.copytree(ROOT / folder, tree / folder)
        header = tree / 'include/followup/version.h'
        text = header.read_text(encoding='utf-8')
        place = '/** The version of the library'
        header.write_text(text.replace(place, f'FOLLOWUP_API int followup_bare(void);\n{place}'), encoding='utf-8')
        self.assertIn('followup_bare', doxygen(tree, self.folder))


if __name__ == '__main__':
    if shutil.which('doxygen') is None:
        print('skipped: needs doxygen')
        sys.exit(77)
    unittest.main()
