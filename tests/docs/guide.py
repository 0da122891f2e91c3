"""docs/guide.md: its blocks, and what they must hold today."""
import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUIDE = ROOT / 'docs/guide.md'
BLOCK = re.compile(r'(?:<!-- (?P<mark>[^>]*) -->\n)?```(?P<language>\w*)\n(?P<code>.*?)```', re.S)
PATCHED = 'with the patch'


def run(command, tree):
    plain = {**os.environ, 'NO_COLOR': '1'}
    made = subprocess.run(command, shell=True, cwd=tree, capture_output=True, text=True, env=plain)
    return made.stdout + made.stderr


def shown(command, tree):
    return f'$ {command}\n{run(command, tree).rstrip()}\n'


def today(match, tree, patched):
    """What a block must be: a file as it is, a command with what it prints; any other block stays."""
    mark, code = match['mark'], match['code']
    if mark and (ROOT / mark).is_file():
        code = (ROOT / mark).read_text(encoding='utf-8')
    elif code.startswith('$ ') and (mark == PATCHED) == patched:
        code = shown(code[2:].partition('\n')[0], tree)
    head = f'<!-- {mark} -->\n' if mark else ''
    return f"{head}```{match['language']}\n{code}```"


def filled(text, tree, patched=False):
    """The guide with today's files and outputs; `patched`: with those of a tree that its patch was applied to."""
    return BLOCK.sub(lambda match: today(match, tree, patched), text)


def text():
    return GUIDE.read_text(encoding='utf-8')


def patch():
    return next(match['code'] for match in BLOCK.finditer(text()) if match['mark'] == 'patch')
