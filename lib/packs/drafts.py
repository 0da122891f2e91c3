#!/usr/bin/env python3
"""Compiles the sentences of drafts into C tables.

    drafts.py DRAFTS.txt FACTS.def OUT.h OUT.c

The form of DRAFTS.txt is told in README.md, "Drafts". A pattern is an ICU message pattern whose arguments have names; each
must be a fact of FACTS.def, a text or, in a plural, a count. In the tables arguments have numbers, and each pattern lists
its facts.
"""
import re
import sys
from collections import namedtuple
from pathlib import Path

REGISTERS = {'-': 3, 'n': 1, 'f': 2}
PANEL_VARIANTS = 10  # so many wordings for the notes of one panel
MOST_ARGUMENTS = 10  # a digit each
LONGEST_PLURAL = 1000

Fact = namedtuple('Fact', 'enum kind')
Pattern = namedtuple('Pattern', 'text arguments counts registers place')
Group = namedtuple('Group', 'facts patterns place')
Part = namedtuple('Part', 'name panel groups place')
Step = namedtuple('Step', 'name optional paragraph')


class DraftError(Exception):
    pass


def read_facts(path):
    rows = re.findall(r'^DRAFT_FACT\((\w+), "(\w+)", (\w+)\)', path.read_text(encoding='utf-8'), re.M)
    return {name: Fact(enum, kind) for enum, name, kind in rows}


class Reader:
    """One pattern, read from left to right; named arguments become numbered ones."""

    def __init__(self, text, facts, fail):
        self.text, self.facts, self.fail, self.at = text, facts, fail, 0
        self.found = []

    def number(self, name, kind):
        if name not in self.facts:
            self.fail(f'no fact is called {name!r}')
        if self.facts[name].kind != kind:
            self.fail(f'{{{name}}} is a {self.facts[name].kind.lower()}, not a {kind.lower()}')
        if name not in self.found:
            self.found.append(name)
        return self.found.index(name)

    def message(self, inside):
        out = ''
        while self.at < len(self.text):
            c = self.text[self.at]
            if c == "'" and self.text[self.at + 1:self.at + 2] in ('{', '}', '#', "'"):
                self.fail("an apostrophe before a brace, # or another one quotes in ICU: word it otherwise")
            if c == '}':
                if not inside:
                    self.fail('a } too many')
                return out
            self.at += 1
            out += self.argument() if c == '{' else c
        if inside:
            self.fail('a { is never closed')
        return out

    def argument(self):
        match = re.compile(r'(\w+)\s*(?:,\s*(\w+)\s*,\s*)?').match(self.text, self.at)
        if not match:
            self.fail('wanted the name of a fact behind {')
        name, form = match.groups()
        self.at = match.end()
        if form not in (None, 'plural'):
            self.fail(f'{form!r} is no form of an argument: plural is')
        out = '{%d%s' % (self.number(name, 'COUNT' if form else 'TEXT'), ', plural,' + self.branches() if form else '')
        if self.text[self.at:self.at + 1] != '}':
            self.fail(f'{{{name} is never closed')
        self.at += 1
        return out + '}'

    def branches(self):
        out, heads = '', []
        while True:
            match = re.compile(r'\s*(=\d+|zero|one|two|few|many|other)\s*\{').match(self.text, self.at)
            if not match:
                break
            self.at = match.end()
            heads.append(match.group(1))
            out += ' %s {%s}' % (match.group(1), self.message(True))
            if self.text[self.at:self.at + 1] != '}':
                self.fail('a branch of a plural is never closed')
            self.at += 1
        if 'other' not in heads:
            self.fail('a plural needs the branch other')
        return out


def read_pattern(text, facts, registers, place, fail):
    reader = Reader(text, facts, fail)
    numbered = reader.message(False)
    counts = any(facts[name].kind == 'COUNT' for name in reader.found)
    if counts and len(reader.found) > 1:
        fail('a count stands alone in its pattern')
    if len(reader.found) > MOST_ARGUMENTS:
        fail(f'more than {MOST_ARGUMENTS} arguments')
    if counts and len(numbered) > LONGEST_PLURAL:
        fail(f'a plural of more than {LONGEST_PLURAL} characters')
    return Pattern(numbered.replace('\\n', '\n'), reader.found, counts, registers, place)


class Pack:
    """The file, read and held against its own rules."""

    def __init__(self, path, facts):
        self.path, self.facts = path, facts
        self.parts, self.lists, self.layouts, self.always = {}, {}, {}, []
        self.part = None
        for number, line in self.lines():
            self.read_line(line, number)
        for part in self.parts.values():
            self.check_part(part)
        for name in self.always:
            if name not in self.parts or self.parts[name].groups[-1].facts:
                raise DraftError(f'{path}: {name!r} is not always known: no words of that name end without a fact')
        for kind, (steps, place) in self.layouts.items():
            self.check_layout(kind, steps, place)

    def lines(self):
        """The lines with their numbers; an indented one goes on with the one before it."""
        found = []
        for number, raw in enumerate(self.path.read_text(encoding='utf-8').split('\n'), 1):
            if not raw.strip() or raw.startswith('#'):
                continue
            if raw[0] == ' ' and found:
                found[-1] = (found[-1][0], found[-1][1] + ' ' + raw.strip())
            else:
                found.append((number, raw.strip()))
        return found

    def fail(self, place, reason):
        raise DraftError(f'{self.path}:{place}: {reason}')

    def read_line(self, line, number):
        head, _, rest = line.partition(' ')
        if head in REGISTERS:
            self.add_pattern(rest.strip(), REGISTERS[head], number)
        elif head in ('part', 'words'):
            name, *marks = rest.split()
            if not re.fullmatch(r'[a-z_.]+', name) or name in self.parts or marks not in ([], ['panel']):
                self.fail(number, f'wanted "{head} NAME", each name once')
            self.part = (head, Part(name, bool(marks), [], number))
            self.parts[name] = self.part[1]
        elif head == 'with' and self.part and self.part[0] == 'part':
            self.part[1].groups.append(Group(self.known(rest.split(), number), [], number))
        elif head == 'always':
            self.always += self.known(rest.split(), number)
        elif head == 'list':
            name, _, words = rest.partition(':')
            self.lists[name] = words.split()
        elif head == 'layout':
            kind, _, steps = rest.partition(':')
            self.layouts[kind] = (self.read_steps(steps), number)
        else:
            self.fail(number, f'cannot read {line!r}')

    def known(self, names, number):
        for name in names:
            if name not in self.facts:
                self.fail(number, f'no fact is called {name!r}')
        return names

    def add_pattern(self, text, registers, number):
        if self.part is None:
            self.fail(number, 'a pattern before any part')
        head, part = self.part
        pattern = read_pattern(text, self.facts, registers, number, lambda reason: self.fail(number, reason))
        if head == 'words':
            part.groups.append(Group(pattern.arguments, [pattern], number))
            return
        if not part.groups:
            part.groups.append(Group([], [], number))
        group = part.groups[-1]
        strange = [name for name in pattern.arguments if name not in group.facts + self.always]
        if strange:
            self.fail(number, f'{strange[0]!r} may be missing here: it is not in the line "with"')
        group.patterns.append(pattern)

    def check_part(self, part):
        for group in part.groups:
            for mark, bit in (('n', 1), ('f', 2)):
                count = sum(bool(pattern.registers & bit) for pattern in group.patterns)
                wanted = PANEL_VARIANTS if part.panel else 1
                if count < wanted:
                    self.fail(group.place, f'{part.name}: {count} wordings of register {mark}, wanted {wanted}')
        if not part.groups:
            self.fail(part.place, f'{part.name} says nothing')

    @staticmethod
    def read_steps(text):
        steps, paragraph = [], True
        for word in text.split():
            if word == '/':
                paragraph = True
                continue
            steps.append(Step(word.rstrip('?'), word.endswith('?'), paragraph))
            paragraph = False
        return steps

    def check_layout(self, kind, steps, place):
        for step in steps + [Step(f'{kind}.subject', False, False)]:
            if step.name == 'slots':
                continue
            part = self.parts.get(step.name)
            if part is None:
                self.fail(place, f'no part is called {step.name!r}')
            if not step.optional and part.groups[-1].facts:
                self.fail(place, f'{step.name} may have nothing to say: mark it ? or end it with a group without facts')


def quoted(text):
    return '"' + ''.join(chr(b) if 32 <= b < 127 and b not in b'"\\?' else '\\%03o' % b for b in text.encode()) + '"'


def enum_of(prefix, name):
    return prefix + re.sub(r'\W', '_', name).upper()


def header(pack):
    lines = ['/* Made by drafts.py. */', '#ifndef FOLLOWUP_DRAFT_WORDS_H', '#define FOLLOWUP_DRAFT_WORDS_H', '',
             '#include "draft/tables.h"', '', 'enum draft_part_id {']
    lines += [f'  {enum_of("PART_", name)},' for name in pack.parts]
    lines += ['  DRAFT_PARTS', '};', '', 'extern const struct draft_part draft_parts[DRAFT_PARTS];',
              'extern const struct draft_layout draft_layouts[DRAFT_KINDS]; /* by followup_kind */']
    lines += [f'extern const struct draft_list {enum_of("draft_list_", name).lower()};' for name in pack.lists]
    return '\n'.join(lines + ['', '#endif', ''])


def facts_table(pack, name, facts):
    rows = ', '.join(pack.facts[fact].enum for fact in facts)
    return f'static const unsigned char {name}[] = {{{rows}}};' if facts else None


def code_of_part(pack, index, part):
    lines, groups = [], []
    for at, group in enumerate(part.groups):
        name = f'part_{index}_{at}'
        lines.append(facts_table(pack, name + '_facts', group.facts))
        rows = []
        for place, pattern in enumerate(group.patterns):
            arguments = f'{name}_{place}'
            lines.append(facts_table(pack, arguments, pattern.arguments))
            rows.append('    {%s, %s, %d, %d, %s},' % (quoted(pattern.text), arguments if pattern.arguments else 'NULL',
                                                       len(pattern.arguments), pattern.registers,
                                                       'true' if pattern.counts else 'false'))
        lines += [f'static const struct draft_pattern {name}[] = {{'] + rows + ['};']
        groups.append('    {%s, %d, %s, %d},' % (name + '_facts' if group.facts else 'NULL', len(group.facts), name,
                                                 len(group.patterns)))
    lines += [f'static const struct draft_group part_{index}[] = {{'] + groups + ['};']
    return [line for line in lines if line]


def code(pack, header_name):
    lines = ['/* Made by drafts.py. */', f'#include "{header_name}"', '', '#include <stddef.h>', '']
    for index, part in enumerate(pack.parts.values()):
        lines += code_of_part(pack, index, part)
    lines.append('const struct draft_part draft_parts[DRAFT_PARTS] = {')
    lines += [f'    {{part_{index}, {len(part.groups)}, {str(part.panel).lower()}}},'
              for index, part in enumerate(pack.parts.values())]
    lines.append('};')
    for kind, (steps, _) in pack.layouts.items():
        lines.append(f'static const struct draft_step steps_{kind}[] = {{')
        lines += ['    {%s, %s, %s},' % ('DRAFT_SLOTS' if step.name == 'slots' else enum_of('PART_', step.name),
                                         str(step.optional).lower(), str(step.paragraph).lower()) for step in steps]
        lines.append('};')
    lines.append('const struct draft_layout draft_layouts[DRAFT_KINDS] = {')
    for kind, (steps, _) in pack.layouts.items():
        todo = enum_of('PART_', f'{kind}.to_do') if f'{kind}.to_do' in pack.parts else 'DRAFT_NO_PART'
        lines.append(f'    [FOLLOWUP_KIND_{kind.upper()}] = {{steps_{kind}, {len(steps)}, '
                     f'{enum_of("PART_", kind + ".subject")}, {todo}}},')
    lines.append('};')
    for name, words in pack.lists.items():
        rows = ', '.join(quoted(word) for word in words)
        lines.append(f'static const char *const words_of_{name}[] = {{{rows}}};')
        lines.append(f'const struct draft_list draft_list_{name} = {{words_of_{name}, {len(words)}}};')
    return '\n'.join(lines + [''])


def main(path, facts, out_header, out_code):
    pack = Pack(Path(path), read_facts(Path(facts)))
    Path(out_header).write_text(header(pack), encoding='ascii')
    Path(out_code).write_text(code(pack, Path(out_header).name), encoding='ascii')


if __name__ == '__main__':
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except DraftError as error:
        sys.exit(str(error))
