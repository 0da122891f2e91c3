"""Alternatives of a PCRE2 pattern, put together by the letter that they begin with.

`(?i:name|date|number|time)` becomes `(?i:(?=[dnt])(?:n(?:ame|umber)|date|time))`: PCRE2's interpreter tries one alternative
after the other, and most of a long list is out by the first letter. What matches stays the same: alternatives that begin
with different letters exclude each other, and those of one letter keep their order.
"""
import re

FEWEST = 4
QUANTIFIER = re.compile(r'(?:[?*+]|\{\d+(?:,\d*)?\})[?+]?')
GROUP = re.compile(r'\((?:\?(?:[=!:]|<[=!]|[a-z]*:))?')
CLASS = re.compile(r'\[\^?\]?(?:\\.|[^\]\\])*\]')


def read_atom(pattern, at, caseless):
    """One atom with its quantifier, rewritten, and the place behind it."""
    start = at
    if pattern[at] == '(' and not re.match(r'\(\?[a-z]+\)', pattern[at:]):
        head = GROUP.match(pattern, at)[0]
        within = caseless or 'i' in head
        alternatives, at = read_alternatives(pattern, at + len(head), within)
        assert pattern[at] == ')', pattern
        text = written(alternatives) if '<' in head else together(alternatives, within)
        text, at = head + text + ')', at + 1
    else:
        at = CLASS.match(pattern, at).end() if pattern[at] == '[' else at + 2 if pattern[at] == '\\' else at + 1
        if pattern[start] == '(':
            at = pattern.index(')', start) + 1
        text = pattern[start:at]
    quantifier = QUANTIFIER.match(pattern, at)
    return (text + quantifier[0], quantifier.end()) if quantifier else (text, at)


def read_alternatives(pattern, at, caseless):
    """Lists of atoms, up to the bracket that closes them."""
    alternatives = [[]]
    while at < len(pattern) and pattern[at] != ')':
        if pattern[at] == '|':
            alternatives.append([])
            at += 1
        else:
            atom, at = read_atom(pattern, at, caseless)
            alternatives[-1].append(atom)
    return alternatives, at


def first_letter(alternative, caseless):
    """The letter that an alternative must begin with; None where that cannot be read from its first atom."""
    first = alternative[0] if alternative else ''
    if not re.fullmatch(r'[A-Za-z](?:\+|\{[1-9].*\})?', first):
        return None
    return first[0].lower() if caseless else first[0]


def one_of(letter, alternatives, caseless):
    if len(alternatives) == 1:
        return ''.join(alternatives[0])
    if any(len(each[0]) > 1 for each in alternatives):
        return f'(?:{written(alternatives)})'
    return f'{letter}(?:{together([each[1:] for each in alternatives], caseless)})'


def written(alternatives):
    return '|'.join(''.join(each) for each in alternatives)


def together(alternatives, caseless):
    by_letter = {}
    for each in alternatives:
        by_letter.setdefault(first_letter(each, caseless), []).append(each)
    if len(alternatives) < FEWEST or None in by_letter:
        return written(alternatives)
    parts = [one_of(letter, each, caseless) for letter, each in by_letter.items()]
    return parts[0] if len(parts) == 1 else f'(?=[{"".join(sorted(by_letter))}])(?:{"|".join(parts)})'


def put_together(pattern):
    alternatives, at = read_alternatives(pattern, 0, False)
    assert at == len(pattern), pattern
    return written(alternatives)
