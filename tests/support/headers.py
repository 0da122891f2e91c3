"""The public headers, read: every item with its comment. For tests, and for the reference's Doxygen filter."""
import pathlib
import re
from dataclasses import dataclass, field

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / 'include'
CORE = sorted((INCLUDE / 'followup').glob('*.h'))
FORMATS = [INCLUDE / 'followup-formats.h']

COMMENT = r'/\*\*(?!<)(?P<comment>(?:(?!\*/).)*)\*/\s*'
FUNCTION = re.compile(r'(?:' + COMMENT + r')?FOLLOWUP_API\s+(?P<type>[^;()]*?)(?P<name>followup_\w+)\((?P<parameters>[^;]*)\);', re.S)
CALLBACK = re.compile(r'(?:' + COMMENT + r')?typedef (?P<type>[^;{}()]*?)\(\*(?P<name>followup_\w+)\)\((?P<parameters>[^;]*)\);', re.S)
ENUM = re.compile(r'(?:' + COMMENT + r')?typedef enum (?P<name>followup_\w+) \{(?P<body>.*?)\} (?P=name);', re.S)
HANDLE = re.compile(r'(?:' + COMMENT + r')?typedef struct (?P<name>followup_\w+) (?P=name);', re.S)
MACRO = re.compile(r'(?:' + COMMENT + r')?#define (?P<name>FOLLOWUP_\w+)[ \t]+\S', re.S)
ENUMERATOR = re.compile(r'^\s*(?P<name>FOLLOWUP_\w+)(?: = (?P<value>-?\d+))?,?\s*(?:/\*\*<(?P<comment>.*?)\*/)?\s*$', re.M)


@dataclass
class Item:
    kind: str
    name: str
    comment: str  # without stars and line breaks' indentation; '' where there is none
    header: pathlib.Path
    start: int
    type: str = ''
    parameters: list = field(default_factory=list)  # (type, name)
    members: list = field(default_factory=list)  # an enum's: (name, value or None, comment)


def unstarred(comment):
    lines = [re.sub(r'^\s*\* ?', '', line).rstrip() for line in (comment or '').strip().splitlines()]
    return '\n'.join(lines).strip()


def split_parameters(text):
    text = ' '.join(text.split())
    if text == 'void':
        return []
    return [re.fullmatch(r'(.*?)(\w+)', part.strip()).groups() for part in text.split(',')]


def items(header):
    text = header.read_text(encoding='utf-8')
    found = []
    for kind, pattern in (('function', FUNCTION), ('callback', CALLBACK), ('enum', ENUM), ('handle', HANDLE), ('macro', MACRO)):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            item = Item(kind, groups['name'], unstarred(groups['comment']), header, match.start())
            item.type = ' '.join((groups.get('type') or '').split())
            if 'parameters' in groups:
                item.parameters = split_parameters(groups['parameters'])
            if 'body' in groups:
                item.members = [(m['name'], m['value'], (m['comment'] or '').strip()) for m in ENUMERATOR.finditer(groups['body'])]
            found.append(item)
    return sorted(found, key=lambda item: item.start)


def all_items(*headers):
    return [item for header in headers or CORE + FORMATS for item in items(header)]


def functions(*headers):
    return {item.name for item in all_items(*headers) if item.kind == 'function'}
