"""The public headers, read: every item with its comment. For tests, and for the reference's Doxygen filter."""
import pathlib
import re
from dataclasses import dataclass, field

INCLUDE = pathlib.Path(__file__).resolve().parents[2] / 'include'
CORE = sorted((INCLUDE / 'followup').glob('*.h'))
FORMATS = [INCLUDE / 'followup-formats.h']

COMMENT = r'/\*\*(?!<)(?P<comment>(?:(?!\*/).)*)\*/\s*'
NAME = r'(?P<name>followup_\w+)'
PARAMETERS = r'\((?P<parameters>[^;]*)\);'
FUNCTION = re.compile(f'(?:{COMMENT})?' + r'FOLLOWUP_API\s+(?P<type>[^;()]*?)' + NAME + PARAMETERS, re.S)
CALLBACK = re.compile(f'(?:{COMMENT})?' + r'typedef (?P<type>[^;{}()]*?)\(\*' + NAME + r'\)' + PARAMETERS, re.S)
ENUM = re.compile(f'(?:{COMMENT})?' + r'typedef enum (?P<name>followup_\w+) \{(?P<body>.*?)\} (?P=name);', re.S)
HANDLE = re.compile(f'(?:{COMMENT})?' + r'typedef struct (?P<name>followup_\w+) (?P=name);', re.S)
MACRO = re.compile(f'(?:{COMMENT})?' + r'#define (?P<name>FOLLOWUP_\w+)[ \t]+\S', re.S)
ENUMERATOR = re.compile(r'^\s*(?P<name>FOLLOWUP_\w+)(?: = (?P<value>-?\d+))?,?\s*(?:/\*\*<(?P<comment>.*?)\*/)?\s*$',
                        re.M)
KINDS = {'function': FUNCTION, 'callback': CALLBACK, 'enum': ENUM, 'handle': HANDLE, 'macro': MACRO}


@dataclass
class Item:
    kind: str
    name: str
    comment: str  # without stars and line breaks' indentation; '' where there is none
    header: pathlib.Path
    start: int
    group: str = ''  # the plain comment that stands over a run of items, where it is about this one
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


def groups(text):
    """The plain comments at the margin, but the header's own, with their places."""
    found = re.finditer(r'^/\*(?!\*)((?:(?!\*/).)*)\*/', text, re.M | re.S)
    return [(match.start(), unstarred(match.group(1))) for match in found][1:]


def is_setter(item):
    return item.type == 'followup_status' and item.parameters and not item.parameters[0][0].startswith('const')


def group_of(item, over):
    """Of the last comment over an item: what is said of setters is for setters, of getters for the others."""
    text = next((words for start, words in reversed(over) if start < item.start), '')
    if item.kind != 'function' or text.startswith('Setters') and not is_setter(item):
        return ''
    return '' if text.startswith('Getters') and item.type == 'followup_status' else text


def items(header):
    text = header.read_text(encoding='utf-8')
    over = groups(text)
    found = []
    for kind, pattern in KINDS.items():
        for match in pattern.finditer(text):
            parts = match.groupdict()
            item = Item(kind, parts['name'], unstarred(parts['comment']), header, match.start())
            item.type = ' '.join((parts.get('type') or '').split())
            if 'parameters' in parts:
                item.parameters = split_parameters(parts['parameters'])
            if 'body' in parts:
                item.members = [(member['name'], member['value'], (member['comment'] or '').strip())
                                for member in ENUMERATOR.finditer(parts['body'])]
            item.group = group_of(item, over)
            found.append(item)
    return sorted(found, key=lambda item: item.start)


def all_items(*headers):
    return [item for header in headers or CORE + FORMATS for item in items(header)]


def functions(*headers):
    return {item.name for item in all_items(*headers) if item.kind == 'function'}
