#!/usr/bin/env python3
"""Doxygen's input filter: turns the comments of the public headers into Doxygen's own form.

    doxygen_filter.py HEADER > filtered

What the headers need not repeat is added: what holds for a run of functions, the arguments that are alike everywhere,
and which threads may call, which the signature tells (see followup.h).
"""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tests/support'))
import headers

EVERYWHERE = {
    'error': 'gets the detail of a failure; or NULL',
    'length': 'in bytes, or FOLLOWUP_ZERO_TERMINATED',
    'scratch': "one thread's, or NULL: one is made for the call",
    'user': 'handed on as it is',
}
HANDLES = {item.name for item in headers.all_items() if item.kind == 'handle'}


def plain(text):
    """Escapes what Doxygen would read as markup, outside of `code`."""
    pieces = re.split(r'(`[^`]*`)', text)
    return ''.join(piece if piece.startswith('`') else re.sub(r'([\\@<>#%])', r'\\\1', piece) for piece in pieces)


def said_of_parameters(item):
    """(the parameter lines' {name: text}, the comment without them)"""
    known = {name for _, name in item.parameters}
    said, rest, names = {}, [], []
    for line in item.comment.split('\n'):
        match = re.match(r'((?:\w+, )*\w+)  +(\S.*)', line)
        if match and set(match.group(1).split(', ')) <= known:
            names = match.group(1).split(', ')
            said.update(dict.fromkeys(names, match.group(2)))
        elif names and line.startswith('  '):
            said.update({name: f'{said[name]} {line.strip()}' for name in names})
        else:
            names = []
            rest.append(line)
    return said, '\n'.join(rest)


def stated(item, type_, name):
    """Of a parameter that the comment leaves out."""
    if item.name.endswith('_free'):
        return 'or NULL'
    if name in EVERYWHERE:
        return EVERYWHERE[name]
    if '_length' in name:
        return f"of `{name.removesuffix('_length')}`, in bytes, or FOLLOWUP_ZERO_TERMINATED"
    if type_.endswith('char *'):
        return 'UTF-8'
    if type_.endswith('**') or type_.endswith('*') and 'const' not in type_ and 'followup_' not in type_:
        return 'gets the result'
    handle = re.search(r'followup_(\w+)', type_)
    return f"the {handle.group(1).replace('_', ' ')}" if handle else f"the {name.replace('_', ' ')}"


def threads(item):
    """By the rule of followup.h; a report or window that is handed in to be used again is one that changes."""
    changed = [name for type_, name in item.parameters
               if re.fullmatch(r'(followup_\w+) \*+', type_) and type_.split()[0] in HANDLES
               and (not type_.endswith('**') or name in ('report', 'window'))]
    if not changed:
        return 'any, any number at once.'
    return f"any; {' and '.join(f'`{name}`' for name in changed)} in no other call meanwhile."


def rewritten(item):
    said, rest = said_of_parameters(item)
    since = re.search(r'\s*Since (\d+\.\d+)\.\s*$', rest)
    rest = rest[:since.start()] if since else rest
    rest, _, errors = rest.partition('Errors: ')
    lines = [plain(rest.strip())]
    for type_, name in item.parameters:
        lines.append(f'\\param {name} {plain(said.get(name, stated(item, type_, name)))}')
    if item.group:
        lines.append(f'\\remark {plain(item.group)}')
    if errors:
        lines.append(f'\\par Errors\n{plain(errors.strip())}')
    if item.kind == 'function':
        lines.append(f'\\par Threads\n{plain(threads(item))}')
    if since:
        lines.append(f'\\since {since.group(1)}')
    return '/**\n' + '\n\n'.join(lines) + '\n*/\n'


def filtered(header):
    text = header.read_text(encoding='utf-8')
    for item in reversed(headers.items(header)):
        comment = re.match(headers.COMMENT, text[item.start:], re.S)
        if comment:  # what has none is left for Doxygen to complain of
            text = text[:item.start] + rewritten(item) + text[item.start + comment.end():]
    first = re.match(r'/\*(.*?)\*/', text, re.S)
    return f'/** \\file\n{plain(headers.unstarred(first.group(1)))}\n*/' + text[first.end():]


if __name__ == '__main__':
    print(filtered(pathlib.Path(sys.argv[1])))
