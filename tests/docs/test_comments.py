#!/usr/bin/env python3
"""Every public item is documented in the one form of the headers: as the existing ones show it."""
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'tests/support'))
sys.path.insert(0, str(ROOT / 'docs'))
import doxygen_filter
import headers

OWNERSHIP = re.compile(r'\b([Oo]wned|[Ss]tatic|NULL)\b')
ERRORS = re.compile(r'FOLLOWUP_E_\w+|Errors: as followup_\w+\(\)|otherwise as followup_\w+\(\)')
TIMES = re.compile(r'Unix milliseconds|FOLLOWUP_NO_TIME|milliseconds|RFC 3339|otherwise as followup_\w+\(\)')


HANDLES = {item.name: item.comment for item in headers.all_items() if item.kind == 'handle'}


def of_handle(item):
    """What the handle's comment says of the text that all its functions give."""
    first = item.parameters[0][0] if item.parameters else ''
    return HANDLES.get(first.removeprefix('const ').removesuffix(' *'), '')


def faults_of_parameters(item):
    said, _ = doxygen_filter.said_of_parameters(item)
    order = [name for _, name in item.parameters]
    if list(said) != [name for name in order if name in said]:
        yield 'names its parameters in another order'
    for line in item.comment.split('\n'):
        table = re.match(r'(\w+(?:, \w+)*)  +\S', line)
        if table and item.parameters and not set(table.group(1).split(', ')) <= set(order):
            yield f'names a parameter that it does not have: {table.group(1)}'
    if item.kind == 'function' and '\n' in item.comment and not said and len(item.parameters) > 1:
        yield 'has several lines and no line for a parameter'


def can_fail(item):
    """A status is returned, and its detail written; functions on errors themselves are no such calls."""
    names = [name for _, name in item.parameters]
    return item.type == 'followup_status' and 'error' in names[1:]


def faults_of_function(item):
    whole = f'{item.group}\n{item.comment}'
    if can_fail(item) and not ERRORS.search(whole):
        yield 'does not say its errors'
    if item.type.endswith('*') and not OWNERSHIP.search(whole + of_handle(item)):
        yield 'does not say who owns what it returns'
    if 'int64_t' in [item.type, *(type_.strip() for type_, _ in item.parameters)] and not TIMES.search(whole):
        yield 'does not say the unit of its time'


def faults_of(item):
    if not item.comment:
        yield 'has no comment'
        return
    if '.' not in item.comment:
        yield 'has no sentence'
    if not re.search(r'Since \d+\.\d+\.$', item.comment):
        yield 'does not end with "Since X.Y."'
    yield from faults_of_parameters(item)
    if item.kind == 'function':
        yield from faults_of_function(item)
    yield from (f'{name} has no comment' for name, _, words in item.members if not words)


def faults(item):
    """What is not as the form wants it, in words."""
    return [f'{item.header.name}: {item.name} {fault}' for fault in faults_of(item)]


class Comments(unittest.TestCase):
    maxDiff = None

    def test_every_public_item_has_a_comment_of_the_form(self):
        self.assertEqual([], [fault for item in headers.all_items() for fault in faults(item)])

    def test_a_rules_comment_is_the_catalogues_summary(self):
        catalogue = (ROOT / 'lib/rules/catalogue.def').read_text(encoding='utf-8')
        summaries = dict(re.findall(r'^RULE\((\w+),.*?"([^"]*)"\)$', catalogue, re.S | re.M))
        rules = next(item for item in headers.all_items() if item.name == 'followup_rule')
        self.assertEqual({f'FOLLOWUP_RULE_{name}': text for name, text in summaries.items()},
                         {name: words for name, _, words in rules.members if name != 'FOLLOWUP_RULE_NONE'})


class TheForm(unittest.TestCase):
    """The test is tested: each sort of fault is seen."""

    def check(self, fault, **parts):
        item = headers.Item('function', 'followup_x', parts.pop('comment'), pathlib.Path('x.h'), 0, **parts)
        self.assertIn(fault, ' '.join(faults(item)))

    def test_each_sort_of_fault_is_seen(self):
        status = {'type': 'followup_status', 'parameters': [('followup_case *', 'of'), ('followup_error *', 'error')]}
        self.check('has no comment', comment='')
        self.check('Since', comment='Does it.')
        self.check('errors', comment='Does it. Since 0.1.', **status)
        self.check('owns', comment='Its name. Since 0.1.', type='const char *')
        self.check('unit', comment='When it began. Since 0.1.', type='int64_t')
        self.check('does not have', comment='Does it.\n\nnobody  to be changed\n\nErrors: FOLLOWUP_E_MEMORY. Since 0.1.',
                   **status)
        self.check('has no comment', comment='A kind. Since 0.1.', members=[('FOLLOWUP_X', '1', '')])


if __name__ == '__main__':
    unittest.main()
