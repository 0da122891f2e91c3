#!/usr/bin/env python3
"""What the measurements judge, made of the labelled sets that may be read, the same at every call.

    texts.py messages          200 messages of about 100 words, one JSON string a line
    texts.py cases COUNT       COUNT cases of about 1 KB with one such message each, one a line
    texts.py phrases COUNT     COUNT phrases of the English pack, one a line: as a regular expression, and the first
                               of its choices as plain words

A message is the greeting and the sign-off of a labelled message, with its own sentences and those of the messages
behind it between them, until there are 100 words.
"""
import itertools
import json
import pathlib
import re
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
PACK = TESTS.parent / 'lib/packs/en'
SETS = ('dev-cases', 'work-cases-d', 'work-cases-m')
MESSAGES, WORDS = 200, 100


def labelled_cases():
    for name in SETS:
        with open(TESTS / f'accuracy/{name}.jsonl', encoding='utf-8') as lines:
            yield from map(json.loads, lines)


def cut(body):
    """Greeting, sentences and sign-off of a message of three paragraphs or more."""
    greeting, *prose, closing = re.split(r'\n\s*\n', body.strip())
    return greeting, re.split(r'(?<=[.?!])\s+', ' '.join(prose)), closing


def labelled_messages():
    """(case, message, greeting, sentences, sign-off) of every message that can be cut so."""
    for case in labelled_cases():
        for message in case['messages']:
            if message['body'].strip().count('\n\n') >= 2:
                yield (case, message, *cut(message['body']))


def long_messages():
    """(case, message, body) for each of the 200."""
    found = list(labelled_messages())
    for place in range(MESSAGES):
        case, message, greeting, _, closing = found[place]
        others = itertools.chain.from_iterable(row[3] for row in found[place:] + found[:place])
        prose, words = [], len(greeting.split()) + len(closing.split())
        while words < WORDS:
            prose.append(next(others))
            words += len(prose[-1].split())
        half = len(prose) // 2
        yield case, message, '\n\n'.join([greeting, ' '.join(prose[:half]), ' '.join(prose[half:]), closing]) + '\n'


def small_case(case, message, body):
    """The case with that message alone: its candidate, its job, and its last interview with one of the panel."""
    small = {key: case[key] for key in ('candidate', 'application', 'calendar', 'now') if key in case}
    for interview in case.get('interviews', [])[-1:]:
        kept = {key: interview[key] for key in ('id', 'stage', 'start', 'end', 'time_zone') if key in interview}
        small['interviews'] = [{**kept, 'panel': interview.get('panel', [])[:1]}]
    kept = {key: message[key] for key in ('kind', 'to', 'subject', 'sent') if key in message}
    return {**small, 'messages': [{'id': 'm1', **kept, 'body': body}]}


def write_cases(count, out):
    rests = [json.dumps(small_case(*row), ensure_ascii=False)[1:] for row in long_messages()]
    for number in range(count):
        out.write(f'{{"id": "c{number + 1:07}", {rests[number % len(rests)]}\n')


ELEMENT = re.compile(r"([a-z]+|\([a-z]+(?:[ |][a-z]+)*\))(\?)? ?")


def pattern(phrase):
    """A phrase of the pack as a regular expression; None where it has more than words, choices and what may be missing."""
    at, found = 0, ''
    while at < len(phrase):
        element = ELEMENT.match(phrase, at)
        if not element:
            return None
        choice = element[1].replace('(', '(?:')
        found += f'(?:{choice} )?' if element[2] else choice + ' '
        at = element.end()
    return found.removesuffix(' ') if found.endswith(' ') else None


def phrases(count):
    """Patterns of phrases behind a `+`, without what they ask of the sentence around: what a list in a simple linter looks
    like. Those that begin with a word, which engines find soonest, are all among them; the rest is spread evenly."""
    lines = (line[4:] for path in sorted(PACK.glob('rules/*.txt'))
             for line in path.read_text(encoding='utf-8').splitlines() if line.startswith('  + '))
    found = dict.fromkeys(pattern(line.split(' & ')[0].strip()) for line in lines)
    every = [one for one in found if one and ' ' in one and len(one) < 200]
    plain, others = [one for one in every if one[0] != '('], [one for one in every if one[0] == '(']
    rest = count - len(plain)
    return plain + [others[place * len(others) // rest] for place in range(rest)]


def first_choice(pattern):
    """The plainest text that a pattern matches."""
    while '(' in pattern:
        pattern = re.sub(r'\(\?:([^()]*)\)(\?)?', lambda group: '' if group[2] else group[1].split('|')[0], pattern)
    return pattern


def main(what, *count):
    if what == 'messages':
        for _, _, body in long_messages():
            print(json.dumps(body, ensure_ascii=False))
    elif what == 'cases':
        write_cases(int(count[0]), sys.stdout)
    else:
        for one in phrases(int(count[0])):
            print(one, first_choice(one), sep='\t')


if __name__ == '__main__':
    main(*sys.argv[1:])
