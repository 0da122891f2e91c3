#!/usr/bin/env python3
"""Compiles a language pack into C tables.

    compile.py PACK_FOLDER CATALOGUE OUT.h OUT.c CASES.c

PACK_FOLDER/classes.txt     @name = alternatives, shared by all phrases
PACK_FOLDER/words/*.txt     sets of words that rules ask about one by one
PACK_FOLDER/rules/*.txt     a rule each: explanation, suggestion, phrases, must-fire and must-stay-silent cases
PACK_FOLDER/nicknames.txt   given names and their short forms
    PACK_FOLDER/calendar.txt    weekdays, months, days ago
    PACK_FOLDER/frequencies.txt how often words stand in such texts: it steers speed alone
    PACK_FOLDER/votes.txt       weights of words and pairs of words, learned by train.py
    PACK_FOLDER/shapes.txt      template fields by their brackets, as PCRE2 patterns

CATALOGUE is the rule table (catalogue.def): every rule that is judged must have its file, with both sorts of cases.
"""
import re
import sys
from pathlib import Path

import pattern
import tables
from alternatives import put_together
from inflect import forms
from pattern import PatternError, class_node, phrase
from votes import Votes

CONTRACTIONS = {"n't": 'not', "'m": 'am', "'re": 'are', "'ve": 'have', "'ll": 'will', "'d": 'would'}


class PackError(Exception):
    pass


class Source:
    """Lines of a pack file with their places; an indented line goes on with the one before it."""

    def __init__(self, path):
        self.path, self.lines = path, []
        for number, raw in enumerate(path.read_text(encoding='utf-8').split('\n'), 1):
            if not raw.strip() or raw.lstrip().startswith('# '):
                continue
            if raw[0] in ' \t' and self.lines and not raw.strip().startswith(('+ ', '- ')):
                place, text = self.lines[-1]
                self.lines[-1] = (place, text + ' ' + raw.strip())
            else:
                self.lines.append((number, raw.strip()))

    def fail(self, number, reason):
        raise PackError(f'{self.path}:{number}: {reason}')


def define(classes, line, source, number):
    """The classes with one more, `@name = alternatives`."""
    match = re.fullmatch(r'@([\w-]+)\s*=\s*(.+)', line)
    if not match or match.group(1) in classes:
        source.fail(number, 'wanted "@name = alternatives", each name once')
    try:
        return {**classes, match.group(1): class_node(match.group(2), classes)}
    except PatternError as error:
        source.fail(number, error)


def read_classes(path):
    classes = {}
    source = Source(path)
    for number, line in source.lines:
        classes = define(classes, line, source, number)
    return classes


def read_words(path):
    found = set()
    for _, line in Source(path).lines:
        for item in line.split():
            found.update(forms(item[:-1]) if item.endswith('~') else [item.lower()])
    return found


CASE = re.compile(r'(fires|silent)\s+([a-z_]+)\s*(?:\[(.*?)\])?\s*:\s?(.*)')


class Rule:
    """One file of rules/: what a rule says, looks for, and is held against."""

    def __init__(self, path, classes):
        self.name, self.explanation, self.suggestion = path.stem, None, None
        self.facts, self.suggestion_without_facts = [], None
        self.lists, self.cases = {}, []
        source = Source(path)
        current = None
        for number, line in source.lines:
            if line.startswith(('explanation:', 'suggestion:', 'suggestion without facts:')):
                member, text = line.split(':', 1)
                setattr(self, member.replace(' ', '_'), text.strip())
            elif line.startswith('facts:'):
                self.facts = line[6:].split()
                if len(self.facts) > 3 or not set(self.facts) <= set(tables.FACTS):
                    source.fail(number, f'facts are up to three of {", ".join(tables.FACTS)}')
            elif line == 'phrases' or line.startswith('phrases '):
                current = self.lists.setdefault(line[8:].strip() or self.name, [])
            elif line[0] == '@':
                classes = define(classes, line, source, number)
            elif line[0] in '+-' and current is not None:
                try:
                    current.append((line[0] == '+', phrase(line[1:], classes), f'{path.name}:{number}'))
                except PatternError as error:
                    source.fail(number, error)
            else:
                match = CASE.fullmatch(line)
                if not match:
                    source.fail(number, f'cannot read {line!r}')
                self.cases.append((match.group(1) == 'fires', match.group(2), match.group(3) or '', match.group(4),
                                   number))
        if bool(self.facts) != bool(self.suggestion_without_facts):
            raise PackError(f'{path}: facts and a suggestion without facts come together')
        for wanted, word in ((self.explanation, 'explanation'), (self.suggestion, 'suggestion')):
            if not wanted:
                raise PackError(f'{path}: no {word}')
            if re.search(r'\{4(?!, *(number\}|plural,))', wanted):
                raise PackError(f'{path}: {{4}} in the {word} must be "{{4, number}}" or "{{4, plural, ...}}"')
        for wanted in (True, False):
            if not any(case[0] is wanted for case in self.cases):
                raise PackError(f'{path}: no case that must {"fire" if wanted else "stay silent"}')


def judged_rules(catalogue):
    """Names in the rule table, and those of them that have a function."""
    rows = re.findall(r'^RULE\(\s*(\w+)\s*,\s*"([\w-]+)"[^)]*?,\s*(\w+)\s*,\s*\w+\s*,\s*"', catalogue.read_text(), re.M)
    return [(enum, name, function != 'NULL') for enum, name, function in rows]


CALENDAR = {'weekday': 'CALENDAR_WEEKDAY', 'month': 'CALENDAR_MONTH', 'ago': 'CALENDAR_DAYS_AGO'}


def read_frequencies(path):
    """Lines `the 4500, to 3900`: words and how often they stand in 100,000."""
    pairs = (pair.split() for _, line in Source(path).lines for pair in line.split(','))
    return {word: int(count) for word, count in pairs}


def read_calendar(path):
    """Lines `weekday 5 friday fri`: kind, number, words."""
    found = []
    for _, line in Source(path).lines:
        kind, number, *words = line.split()
        found += [(word, CALENDAR[kind], int(number)) for word in words]
    return found


def read_shapes(path):
    """Lines `{  pattern`: the characters that can begin it (and behind a / those that can come second) and a pattern, in which `@<name>` stands for what a line
    `@name = text` said."""
    shapes, said = [], {}
    for line in path.read_text(encoding='utf-8').split('\n'):
        definition = re.fullmatch(r'@([a-z]+) = (.+)', line)
        if definition:
            said[definition.group(1)] = definition.group(2)
        elif line.strip() and not line.startswith('# '):
            triggers, shape = line.split(None, 1)
            whole = re.sub(r'@<([a-z]+)>', lambda match: said[match.group(1)], shape)
            shapes.append((triggers, put_together(whole)))
    return shapes


def read_nicknames(path):
    pairs = []
    for _, line in Source(path).lines:
        formal, short = line.split(':')
        pairs += [(nick, name) for nick in short.split() for name in formal.split()]
    return sorted(set(pairs))


def main(folder, catalogue, header, code, cases):
    pattern.WEIGHT.update(read_frequencies(folder / 'frequencies.txt'))
    classes = read_classes(folder / 'classes.txt')
    words = {path.stem: read_words(path) for path in sorted((folder / 'words').glob('*.txt'))}
    rules = {path.stem: Rule(path, classes) for path in sorted((folder / 'rules').glob('*.txt'))}
    known = judged_rules(catalogue)
    missing = [name for _, name, judged in known if judged and name not in rules]
    strange = [name for name in rules if name not in {n for _, n, _ in known} and name != 'guess-kind']
    if missing or strange:
        raise PackError(f'{folder}/rules: no file for {missing}, no such rule {strange}')
    nicknames = read_nicknames(folder / 'nicknames.txt')
    shapes = read_shapes(folder / 'shapes.txt')
    calendar = read_calendar(folder / 'calendar.txt')
    source = Source(folder / 'votes.txt')
    votes = Votes(source.lines, source.fail)
    pack = tables.Pack(rules, words, nicknames, calendar, shapes, votes, {name: enum for enum, name, _ in known})
    Path(header).write_text(pack.header(), encoding='utf-8')
    Path(code).write_text(pack.code(Path(header).name), encoding='utf-8')
    Path(cases).write_text(pack.cases(), encoding='utf-8')


if __name__ == '__main__':
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:6])
    except PackError as error:
        sys.exit(str(error))
