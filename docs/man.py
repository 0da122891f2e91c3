#!/usr/bin/env python3
"""Writes a program's manual page from what it says itself.

    man.py PROGRAM VERSION > PROGRAM.1

The help text is the only source: its paragraphs, "Usage:", lists under headings, and "Exit:".
"""
import pathlib
import re
import subprocess
import sys

PROGRAMS = ('followup-draft', 'followup-lint', 'followup-plan', 'followup-window')

def escaped(text):
    text = text.replace('\\', r'\e').replace('-', r'\-')
    return re.sub(r"^([.'])", r'\\&\1', text)


def bold(text):
    return '.B ' + escaped(text).replace('"', r'\(dq')


def entries(lines):
    """A list under a heading: words at the margin, with what is said of them behind two spaces or on deeper lines."""
    found = []
    for line in lines:
        margin = len(line) - len(line.lstrip())
        if margin == 2:
            term, _, said = line.strip().partition('  ')
            found.append((term, [said.strip()] if said.strip() else []))
        elif found[-1][0].endswith('\\'):
            found[-1] = (found[-1][0][:-1] + line.strip(), [])
        elif found:
            found[-1][1].append(line.strip())
    return found


def section(heading, lines):
    yield f'.SH {escaped(heading.upper())}'
    for term, said in entries(lines):
        yield '.TP'
        yield bold(term)
        yield escaped(' '.join(said)) if said else r'\&'


def page(name, version, text):
    paragraphs = [block.splitlines() for block in text.strip().split('\n\n')]
    summary = ' '.join(paragraphs[0]).rstrip('.')
    yield f'.TH {escaped(name.upper())} 1 "" "libfollowup {version}" "User Commands"'
    yield '.SH NAME'
    yield f'{escaped(name)} \\- {escaped(summary[0].lower() + summary[1:])}'
    for lines in paragraphs[1:]:
        first = lines[0]
        if first.startswith('Usage: '):
            yield '.SH SYNOPSIS'
            for line in lines:
                yield bold(line.replace('Usage:', '').strip())
                yield '.br'
        elif first.startswith('Exit: '):
            yield '.SH EXIT STATUS'
            yield escaped(' '.join(line.strip() for line in lines).removeprefix('Exit: '))
        elif first.endswith(':') and len(lines) > 1:
            yield from section('Files' if 'FILE is' in first else first.rstrip(':'), lines[1:])
        else:
            yield '.SH NOTES'
            yield escaped(' '.join(line.strip() for line in lines))
    yield '.SH SEE ALSO'
    yield from (f'.BR {escaped(other)} (1)' for other in PROGRAMS if other != name)


if __name__ == '__main__':
    program = pathlib.Path(sys.argv[1])
    said = subprocess.run([program, '--help'], capture_output=True, text=True, check=True,
                          env={'NO_COLOR': '1', 'COLUMNS': '100'}).stdout
    print('\n'.join(page(program.name, sys.argv[2], said)))
