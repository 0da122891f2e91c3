#!/usr/bin/env python3
"""The README's programs and commands work as pasted and print what it shows.

    test_readme.py BUILD_FOLDER [--write]

--write puts today's output into the README.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = ROOT / 'README.md'
BUILD = pathlib.Path('build').resolve()


def blocks(text):
    return re.findall(r'```(\w*)\n(.*?)```', text, re.S)


def run(command, folder):
    made = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True,
                          env={**os.environ, 'NO_COLOR': '1', 'LC_ALL': 'C.UTF-8'})
    return made.stdout + made.stderr


def outputs(folder):
    """What each shown output must be, by the line it follows."""
    text = README.read_text(encoding='utf-8')
    codes = {language: code for language, code in blocks(text) if language in ('c', 'python')}
    (folder / 'first.c').write_text(codes['c'])
    (folder / 'include').symlink_to(ROOT / 'include')
    (folder / 'examples').symlink_to(ROOT / 'examples')
    (folder / 'bindings').symlink_to(ROOT / 'bindings')
    (folder / 'build').symlink_to(BUILD)
    shown = {}
    for _, block in blocks(text):
        if block.startswith('$ '):
            command, _, _ = block.partition('\n')
            shown[command] = run(command[2:], folder)
    environment = {**os.environ, 'PYTHONPATH': 'bindings/python', 'PYTHONDONTWRITEBYTECODE': '1'}
    made = subprocess.run([sys.executable, '-c', codes['python']], cwd=folder, env=environment, capture_output=True,
                          text=True)
    shown['python'] = made.stdout + made.stderr
    return shown


def with_outputs(text, shown):
    def fill(match):
        block = match.group(2)
        if block.startswith('$ '):
            command = block.partition('\n')[0]
            return f'```{match.group(1)}\n{command}\n{shown[command].rstrip()}\n```'
        return match.group(0)
    text = re.sub(r'```(\w*)\n(.*?)```', fill, text, flags=re.S)
    return re.sub(r'(```python\n.*?```\n\n[^\n]+:\n\n```\n).*?(```)', lambda m: m.group(1) + shown['python'] + m.group(2), text,
                  flags=re.S)


class Readme(unittest.TestCase):
    maxDiff = None

    def test_programs_and_commands_print_what_is_shown(self):
        with tempfile.TemporaryDirectory() as folder:
            text = README.read_text(encoding='utf-8')
            self.assertEqual(text, with_outputs(text, outputs(pathlib.Path(folder))))


if __name__ == '__main__':
    if len(sys.argv) > 1:
        BUILD = pathlib.Path(sys.argv.pop(1)).resolve()
    if '--write' in sys.argv:
        with tempfile.TemporaryDirectory() as scratch:
            whole = README.read_text(encoding='utf-8')
            README.write_text(with_outputs(whole, outputs(pathlib.Path(scratch))), encoding='utf-8')
    else:
        unittest.main()
