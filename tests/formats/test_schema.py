"""Holds case.schema.json against the reader: on thousands of changed cases both must say the same.

    test_schema.py CASE_LINES

What a schema cannot say is listed once, in BEYOND: the reader must refuse those cases too.
"""
import calendar, copy, json, pathlib, re, subprocess, sys, unittest

sys.dont_write_bytecode = True  # the source folder stays as it is
from json_schema import Schema

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASE_LINES = 'build/tests/case_lines'

FULL = {
    'id': 'harbour-04',
    'candidate': {'name': 'Ines Duarte', 'email': 'ines@example.org', 'time_zone': 'Europe/Lisbon'},
    'application': {'company': 'Tagus Ferries', 'role': 'Duty Manager', 'applied_at': '2026-01-12T09:30:00Z'},
    'other_companies': ['Estuary Tours'],
    'calendar': {'region': 'PT', 'holidays': ['2026-02-17']},
    'interviews': [
        {'id': 'call', 'stage': 'screen', 'start': '2026-01-28T10:00:00+00:00', 'end': '2026-01-28T10:30:00+00:00',
         'time_zone': 'Europe/Lisbon',
         'panel': [{'name': 'Rui Matos', 'email': 'rui@tagus.example', 'title': 'HR', 'notes': ['two night boats']}],
         'promised_reply': 'We will call you by Friday.',
         'promised_materials': [{'what': 'licence copy', 'to': 'rui@tagus.example'}]},
        {'id': 'pier', 'start': '2026-02-10T15:00:00+05:30', 'end': '2026-02-10T16:00:00+05:30',
         'window_ends': '2026-02-20T17:00:00.250Z'}],
    'events': [{'kind': 'reply', 'at': '2026-02-03T11:00:00Z', 'from': 'Rui Matos <rui@tagus.example>',
                'promised_reply': 'Give us another week.'}],
    'messages': [
        {'id': 'm1', 'kind': 'thank_you', 'interview': 'call', 'from': 'Ines Duarte <ines@example.org>',
         'to': ['Rui Matos <rui@tagus.example>'], 'cc': ['pier@tagus.example'], 'bcc': ['Ana'],
         'subject': 'Thank you', 'body': 'Dear Rui,\n\nThank you for the call.\n\nInes', 'attachments': ['licence.pdf'],
         'sent': '2026-01-28T12:00:00Z'},
        {'kind': 'status_check', 'to': [], 'body': ''}],
    'now': '2026-02-21T08:00:00Z',
    'expected': [{'message': 'm1', 'rule': 'too-short'}],
    'expected_plan': None,
}
SMALL = {'interviews': [{'id': 'a', 'start': '2026-06-01T10:00:00-03:00', 'end': '2026-06-01T11:00:00-03:00'}],
         'messages': [{'kind': 'thank_you', 'to': ['x@example.org'], 'body': 'Thanks.'}]}

ANYTHING = [None, True, 0, -3, 2.5, '', ' ', 'x', '\u00e9\u4e2d\U0001f600', 'a\u0000b', [], {}, ['x'], [None], [['x']],
            {'name': 'x'}, {'x': {}}]
INSTANTS = ['2026-03-05', '2026-03-05T14:00:00', '2026-03-05 14:00:00Z', '2026-03-05T14:00Z', '2026-13-05T14:00:00Z',
            '2026-02-29T14:00:00Z', '2028-02-29T14:00:00z', '2100-02-29T00:00:00Z', '2026-03-05t14:00:00.5+01:00',
            '2026-03-05T24:00:00Z', '2026-03-05T14:60:00Z', '2026-03-05T14:00:61Z', '2016-12-31T23:59:60Z',
            '2016-12-31T14:59:60Z', '2026-04-31T00:00:00Z', '2026-03-00T00:00:00Z', '2026-03-05T14:00:00.Z',
            '2026-03-05T14:00:00+24:00', '2026-03-05T14:00:00+01:60', '2026-03-05T14:00:00+0100', ' 2026-03-05T14:00:00Z',
            '2026-03-05T14:00:00Z\n', '2026-3-5T14:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59',
            '12026-03-05T14:00:00Z', '2026-03-05T14:00:00-00:00']
DATES = ['2026-02-30', '2026-02-28', '2028-02-29', '2026-1-1', '20260101', '2026-01-01T00:00:00Z', '2026-00-10']
ADDRESSES = ['ana@example.org', 'ana', 'a b@example.org', 'a@b@example.org', '@example.org', 'ana@']
MAILBOXES = ADDRESSES + ['Ana Torres', 'Ana <ana@example.org>', '"Torres, Ana" <ana@example.org>', 'Ana <ana@example.org',
                         'Ana <>', '<ana@example.org>', '\t\n']
ZONES = ['Europe/London', 'Mars/Olympus', '+05:30', '-08:00', 'europe/nowhere', '../etc/passwd']
KINDS = ['thank_you', 'feedback_request', 'thankyou', 'Thank_You', 'reply', 'hire', 'rejection ', 'unknown']
REGIONS = ['US', 'de', 'USA', '1A', 'U']
SPECIAL = INSTANTS + DATES + MAILBOXES + ZONES + KINDS + REGIONS + ['call', 'pier']


def walk(value, path=()):
    yield path
    if isinstance(value, (dict, list)):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from walk(value[key], path + (key,))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def replaced(case, path, value):
    if not path:
        return value
    changed = copy.deepcopy(case)
    at(changed, path[:-1])[path[-1]] = value
    return changed


def removed(case, path):
    changed = copy.deepcopy(case)
    del at(changed, path[:-1])[path[-1]]
    return changed


def mutations(case):
    """Every value replaced by anything, every text by every special text, members dropped and added."""
    yield case
    for path in walk(case):
        if path and path[0] in ('expected', 'expected_plan') and len(path) > 1:
            continue
        value = at(case, path)
        yield from (replaced(case, path, other) for other in ANYTHING)
        if isinstance(value, str):
            yield from (replaced(case, path, other) for other in SPECIAL)
        if path:
            yield removed(case, path)
        if isinstance(value, dict):
            yield from (replaced(case, path + (name,), 'x') for name in ('colour', 'Name', 'kind ', '', 'to', 'id'))
        if isinstance(value, list) and value:
            yield from (replaced(case, path, value + [other]) for other in (value[0], None, 'x', {}))


# What a schema cannot say. Each is asked only of cases that the schema accepts.

def instants(case):
    yield from (case[name] for name in ('now',) if name in case)
    yield from (m['sent'] for m in case.get('messages', []) if 'sent' in m)
    yield from (e['at'] for e in case.get('events', []))
    yield from (v for v in [case.get('application', {}).get('applied_at')] if v is not None)
    for interview in case.get('interviews', []):
        yield from (interview[name] for name in ('start', 'end', 'window_ends') if name in interview)


def day_exists(text):
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:10])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return day <= (29 if month == 2 and leap else calendar.mdays[month])


def seconds(text):
    """Enough to put two instants in order: days are counted as the proleptic Gregorian calendar has them."""
    year, month, day, hour, minute, second = (int(n) for n in re.split(r'[-Tt:]', text[:19]))
    years = year - 1
    days = years * 365 + years // 4 - years // 100 + years // 400 + day
    days += sum(calendar.mdays[1:month]) + (month > 2 and calendar.isleap(year))
    sign, offset = (1, '00:00') if text[-1] in 'Zz' else (int(text[-6] + '1'), text[-5:])
    away = sign * (int(offset[:2]) * 60 + int(offset[3:]))
    fraction = re.search(r'\.\d+', text)
    return ((days * 24 + hour) * 60 + minute - away) * 60 + second + (float(fraction[0]) if fraction else 0)


def is_no_leap_second(text):
    return text[17:19] == '60' and text != '2016-12-31T23:59:60Z'


def mailboxes(case):
    yield from (e['from'] for e in case.get('events', []) if 'from' in e)
    for message in case.get('messages', []):
        yield from (message[name] for name in ('from',) if name in message)
        yield from (box for name in ('to', 'cc', 'bcc') for box in message.get(name, []))
    for interview in case.get('interviews', []):
        yield from (m['to'] for m in interview.get('promised_materials', []) if 'to' in m)


def addresses(case):
    yield from (v for v in [case.get('candidate', {}).get('email')] if v)
    yield from (p['email'] for i in case.get('interviews', []) for p in i.get('panel', []) if p.get('email'))


def zones(case):
    yield from (v for v in [case.get('candidate', {}).get('time_zone')] if v is not None)
    yield from (i['time_zone'] for i in case.get('interviews', []) if 'time_zone' in i)


BROKEN_ADDRESSES = {'a b@example.org', 'a@b@example.org', 'Ana <ana@example.org>', '"Torres, Ana" <ana@example.org>',
                    'Ana <ana@example.org', '<ana@example.org>'}
BROKEN_MAILBOXES = {'a b@example.org', 'a@b@example.org', '@example.org', 'ana@', 'Ana <ana@example.org', 'Ana <>'}
KNOWN_ZONES = {'Europe/Amsterdam', 'Europe/Lisbon', 'Europe/London', '+05:30', '-08:00'}

BEYOND = {
    'a day that does not exist': lambda case: not all(
        day_exists(text) for text in [*instants(case), *case.get('calendar', {}).get('holidays', [])]),
    'a leap second where there was none': lambda case: any(is_no_leap_second(text) for text in instants(case)),
    'an end before its start': lambda case: any(
        seconds(i['end']) < seconds(i['start']) for i in case.get('interviews', [])),
    'two interviews with one id': lambda case: len({i['id'] for i in case.get('interviews', [])}) != len(
        case.get('interviews', [])),
    'an interview that is not there': lambda case: any(
        'interview' in m and m['interview'] not in {i['id'] for i in case.get('interviews', [])}
        for m in case.get('messages', [])),
    'a zone that nobody knows': lambda case: not set(zones(case)) <= KNOWN_ZONES,
    'a broken mailbox': lambda case: any(box.strip() in BROKEN_MAILBOXES for box in mailboxes(case)),
    'a broken address': lambda case: any(address in BROKEN_ADDRESSES for address in addresses(case)),
}


def read(cases):
    lines = ''.join(json.dumps(case) + '\n' for case in cases)
    run = subprocess.run([CASE_LINES], input=lines, capture_output=True, text=True, encoding='utf-8', check=True)
    return run.stdout.split('\n')[:-1]


class SchemaAndReader(unittest.TestCase):
    def setUp(self):
        self.schema = Schema(json.loads((ROOT / 'lib/formats/case.schema.json').read_text(encoding='utf-8')))

    def beyond(self, case):
        return [name for name, holds in BEYOND.items() if holds(case)]

    def agree(self, cases):
        verdicts = read(cases)
        self.assertEqual(len(verdicts), len(cases))
        accepted = 0
        for case, verdict in zip(cases, verdicts):
            by_schema = self.schema.accepts(case)
            wanted = by_schema and not self.beyond(case)
            accepted += wanted
            if wanted != (verdict == 'ok'):
                self.fail(f'schema: {by_schema}, beyond it: {self.beyond(case) if by_schema else "-"}, '
                          f'reader: {verdict}\n{json.dumps(case)}')
        return accepted

    def test_they_agree_on_a_case_with_every_member(self):
        self.assertEqual(self.agree([FULL]), 1)

    def test_they_agree_on_every_change_of_it(self):
        cases = list(mutations(FULL))
        accepted = self.agree(cases)
        self.assertGreater(len(cases), 3000)
        self.assertGreater(accepted, 500)
        self.assertLess(accepted, len(cases) - 500)

    def test_they_agree_on_every_change_of_a_small_case(self):
        self.assertGreater(self.agree(list(mutations(SMALL))), 50)

    def test_they_agree_on_the_sample_data(self):
        paths = [path for path in sorted((ROOT / 'examples/data').glob('*.json')) if path.name != 'policy.json']
        self.assertTrue(paths)
        cases = [json.loads(path.read_text(encoding='utf-8')) for path in paths]
        self.assertEqual(self.agree(cases), len(cases))

    def test_each_thing_beyond_the_schema_is_met(self):
        met = {name for case in mutations(FULL) if self.schema.accepts(case) for name in self.beyond(case)}
        met |= {name for case in mutations(SMALL) if self.schema.accepts(case) for name in self.beyond(case)}
        self.assertEqual(met, set(BEYOND))


if __name__ == '__main__':
    if len(sys.argv) > 1 and not sys.argv[1].startswith('-'):
        CASE_LINES = sys.argv.pop(1)
    unittest.main()
