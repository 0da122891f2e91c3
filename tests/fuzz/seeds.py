#!/usr/bin/env python3
"""Makes the seeds of the fuzz targets, and their dictionaries, of what the other tests and the pack hold.

    seeds.py FOLDER    FOLDER/TARGET/... and FOLDER/TARGET.dict
"""
import json
import pathlib
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TESTS, PACK = ROOT / 'tests', ROOT / 'lib/packs/en'
KINDS = ['', 'thank_you', 'status_check', 'application_follow_up', 'continued_interest', 'materials',
         'information_reply', 'offer_acknowledgement', 'feedback_request']
ZONES = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kolkata', 'Etc/UTC',
         'America/Sao_Paulo', 'Pacific/Apia', 'Antarctica/Troll', 'Europe/Dublin']
# Letters that are written in two ways, marks on what is no letter, and the other things that texts are written in.
STRANGE = ['e\u0301', '\u00e9', '>\u0338', '<\u0338', '=\u0338', '\u1100\u1161', '\uac00', '\u200d', '\ufe0f',
           '\U0001f469\u200d\U0001f4bb', '\u2028', '\u00a0', '\u200b', '\ufeff', '\u202e', '\u2019', '\u201c', '\u2026',
           '\u00df', '\u0130', '\u03c3\u03c2', '\u0e01\u0e33', '\u4f60\u597d', '\r\n', '\n\n', '\r', '\t']
POLICIES = ['{}', '{"region": "DE"}', '{"rules": {"off-hours": "note", "pay-talk": "off"}}',
            '{"numbers": {"thank_you_hours": 48, "exclamation_marks": 0}, "sentences": {"thank_you": [3, 6]}}',
            '{"suppress": {"recipients": [{"address": "a@b.example", "rule": "pay-talk"}, {"address": "c@d.example"}], '
            '"fingerprints": ["0123456789abcdef"]}}']

EVENTS = [
    ['UID:a@b', 'SUMMARY:Onsite', 'DTSTART;TZID=America/Chicago:20260305T140000', 'DTEND;TZID=America/Chicago:20260305T150000',
     'ORGANIZER;CN=Ana Torres:mailto:ana@halden.example', 'ATTENDEE;CN="Lind, Bo";PARTSTAT=ACCEPTED:mailto:bo@halden.example',
     'ATTENDEE;CUTYPE=ROOM:mailto:room@halden.example', 'ATTENDEE;PARTSTAT=DECLINED:mailto:no@halden.example'],
    ['UID:c', 'SUMMARY:Screen\\, by phone\\nB\u00fcro', 'DTSTART:20260305T140000Z', 'DURATION:PT1H30M', 'STATUS:CONFIRMED'],
    ['UID:d', 'SUMMARY:A line that is', '  folded and', '\tgoes on', 'DTSTART:20260305T140000', 'DTEND:20260305T143000'],
    ['UID:e', 'SUMMARY:Cancelled', 'DTSTART;VALUE=DATE:20261225', 'STATUS:CANCELLED'],
    ['UID:f', 'SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20251225', 'DTEND;VALUE=DATE:20251227', 'RRULE:FREQ=YEARLY'],
    ['UID:g', 'SUMMARY:Thanksgiving', 'DTSTART;VALUE=DATE:20251127', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20271231'],
    ['UID:h', 'DTSTART;VALUE=DATE:20260525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;INTERVAL=2;COUNT=3', 'EXDATE:20260525'],
    ['UID:i', 'DTSTART;TZID=Eastern Standard Time:20260105T090000', 'DURATION:P1D', 'BEGIN:VALARM', 'TRIGGER:-PT15M', 'END:VALARM'],
]
ZONE = ['BEGIN:VTIMEZONE', 'TZID:America/Chicago', 'BEGIN:STANDARD', 'DTSTART:19701101T020000', 'TZOFFSETFROM:-0500',
        'TZOFFSETTO:-0600', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU', 'END:STANDARD', 'END:VTIMEZONE']


def lines_of(path):
    return (TESTS / path).read_text(encoding='utf-8').splitlines()


def bodies():
    return [json.loads(line)['body'] for line in lines_of('text/bodies.jsonl')]


def cases():
    return [json.loads(line) for path in ('accuracy/dev-cases.jsonl', 'plan/plan-dev.jsonl') for line in lines_of(path)]


def small_cases():
    """As they are, and with one message each: a fuzzer likes what is small."""
    for number, case in enumerate(cases()):
        if number % 9 == 0:
            yield case
        for message in case.get('messages', [])[number % 3:number % 3 + 1]:
            yield dict(case, messages=[message], interviews=case.get('interviews', [])[-1:], now='2026-03-06T09:00:00Z')


def sentences():
    """A kind's number and a text for every labelled sentence."""
    for line in lines_of('accuracy/dev-sentences.tsv')[1:]:
        fields = line.split('\t')
        yield KINDS.index(fields[2]) if fields[2] in KINDS else 0, fields[-1]


def messages():
    for number, body in enumerate(bodies()):
        yield bytes([ord('0') + number % 9]) + body.encode()
    for kind, text in sentences():
        yield bytes([kind]) + f'Dear Ana,\n\n{text}\n\nBest regards,\nKim Lee\n'.encode()
    for case in cases():
        for message in case.get('messages', []):
            yield bytes([KINDS.index(message['kind'])]) + message['body'].encode()


def windows():
    for number, line in enumerate(lines_of('time/windows-dev.tsv')[1:] + lines_of('time/windows.tsv')[1:]):
        hours = 24 * (number % 400) + number % 24
        yield bytes([number % 12, hours // 256, hours % 256]) + line.split('\t')[5].encode()


def pairs():
    for line in lines_of('text/pairs.tsv')[1:]:
        fields = [field.encode() for field in line.replace('\\n', '\n').split('\t')]
        yield max(fields, key=len) + b'\xff' + sorted(fields, key=len)[-2]
    texts = bodies()
    for one, other in zip(texts, texts[1:]):
        yield one.encode() + b'\xff' + other.encode()


def failures():
    for number, body in enumerate(bodies()[::3]):
        yield bytes([1 + number % 254, 1 + number % 7, 0]) + body.encode()
        yield bytes([200] * (number % 10) + [1 + number % 100, 255, 0]) + body.encode()


def calendar_file(end, *events):
    lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//a//b//EN']
    for number, event in enumerate(events):
        lines += (ZONE if number == 0 else []) + ['BEGIN:VEVENT', *event, 'END:VEVENT']
    return (end.join(lines + ['END:VCALENDAR']) + end).encode()


def calendars():
    for number, event in enumerate(EVENTS):
        yield calendar_file('\n' if number % 2 else '\r\n', event)
        yield calendar_file('\n', event, EVENTS[number - 1])
    yield calendar_file('\r\n', *EVENTS)
    yield calendar_file('\n', *EVENTS[4:7])


SEEDS = {
    'message': messages,
    'window': windows,
    'compare': pairs,
    'memory': failures,
    'case': lambda: (json.dumps(case, ensure_ascii=number % 2 == 0).encode() for number, case in enumerate(small_cases())),
    'mail': lambda: (path.read_bytes() for path in sorted((TESTS / 'formats/mail').rglob('*.eml'))),
    'calendar': calendars,
    'policy': lambda: (text.encode() for text in POLICIES),
    'zone': lambda: ((pathlib.Path('/usr/share/zoneinfo') / name).read_bytes() for name in ZONES),
}


def pack_words(folder):
    """The words of the pack's lists, without comments and the marks of its own grammar."""
    words = set()
    for path in sorted(folder.rglob('*.txt')):
        for line in path.read_text(encoding='utf-8').splitlines():
            if not line.startswith('#'):
                words.update(re.findall(r"[A-Za-z][a-z'-]+", line))
    return words


def phrases():
    """The pack's own examples are whole sentences; a few words of them make what the rules look for."""
    found = set()
    for _, text in sentences():
        words = text.split()
        found.update(' '.join(words[at:at + 3]) for at in range(0, max(1, len(words) - 3), 3))
    return found


def names_in(path):
    return re.findall(r'"([a-z_]+)"', (ROOT / path).read_text(encoding='utf-8'))


TOKENS = {
    'message': lambda: pack_words(PACK / 'zones') | phrases() | set(STRANGE),
    'window': lambda: pack_words(PACK / 'window') | set(STRANGE) | {'3/5', '2026-03-20', '5pm', '10:30', 'EOD', '15th'},
    'compare': lambda: pack_words(PACK / 'words') | set(STRANGE),
    'memory': lambda: pack_words(PACK / 'words'),
    'case': lambda: set(names_in('lib/formats/case.schema.json')) | set(STRANGE) | {'2026-03-05T14:00:00-06:00', 'null'},
    'mail': lambda: {'Content-Type: ', 'multipart/mixed; boundary="b"', 'multipart/alternative; boundary=b', '--b', '--b--',
                     'text/plain; charset=utf-8', 'text/html', 'format=flowed; delsp=yes', 'base64', 'quoted-printable',
                     'Content-Transfer-Encoding: ', 'Content-Disposition: attachment; filename="a.pdf"', 'From: ', 'To: ',
                     'Cc: ', 'Bcc: ', 'Subject: ', 'Date: ', '=?utf-8?q?', '=?utf-8?b?', '?=', 'charset=iso-2022-jp',
                     '<div>', '</div>', '<blockquote>', '<style>', '&nbsp;', '<br>', '=\n', 'message/rfc822'},
    'calendar': lambda: {line for event in EVENTS for line in event} | set(ZONE) | set(STRANGE) | {'VALUE=DATE:', 'TZID=', 'CN=',
                         'RRULE:FREQ=YEARLY', 'BYDAY=', 'BYMONTHDAY=', 'COUNT=', 'UNTIL=', 'mailto:', '\n ', 'DURATION:', 'P1W'},
    'policy': lambda: set(names_in('lib/formats/case.schema.json')) | {'rules', 'numbers', 'sentences', 'suppress',
                      'recipients', 'fingerprints', 'address', 'rule', 'off', 'note', 'warning', 'error', 'thank_you_hours',
                      'off-hours', 'pay-talk', 'thank_you', 'region', 'DE'},
    'zone': lambda: {'TZif2', 'TZif3', 'TZif\0', '\n<+0330>-3:30\n', '\nEST5EDT,M3.2.0,M11.1.0\n', ',J60/26,0/-1'},
}


def quoted(token):
    return '"' + ''.join(chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f'\\x{byte:02x}'
                         for byte in token.encode()) + '"'


def write(folder, target):
    into = folder / target
    into.mkdir(parents=True)
    for number, seed in enumerate(SEEDS[target]()):
        (into / f'{number:04}').write_bytes(seed)
    (folder / f'{target}.dict').write_text('\n'.join(sorted(map(quoted, TOKENS[target]()))) + '\n')


def main(folder):
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    for target in SEEDS:
        write(folder, target)


if __name__ == '__main__':
    main(sys.argv[1])
