"""The phrase language: text -> tree -> position automaton.

    when (will|do|might) (i|we) (expect to)? @hear      words, alternatives, optional parts, classes
    decide~                                              a word in all its inflected forms
    tell me .. when                                      a gap of up to 3 words; ..5 up to 5
    # %cap %money %company %other %role %name %emoji %any      digits, a capitalised word inside the sentence, an amount, ...
    ^ sorry      regret it $                             at the sentence's start, at its end
    A & B        A & !B                                  both in one sentence, in any order; A without B
    [question]   [statement]   [affirmed]                conditions: the sentence asks, does not; no negation right before

A part of a phrase becomes a Glushkov automaton of at most 64 positions: a position matches one word, `follow` and
`precede` say which positions may stand next to it. Matching starts at the part's rarest obligatory word (the anchor).
"""
import functools
import operator
import re
from dataclasses import dataclass, field

from inflect import forms

LIMIT = 64
DEFAULT_GAP = 3
BUILTIN = {'#': 'DIGITS', '%cap': 'CAPITAL', '%money': 'MONEY', '%company': 'COMPANY', '%role': 'ROLE',
           '%name': 'NAME', '%emoji': 'EMOJI', '%any': 'ANY', '%other': 'OTHER_COMPANY'}
TOKEN = re.compile(r"\s*(\.\.\d*|[()|?^$&!]|#|%\w+|@[\w-]+|\[[a-z]+\]|[^\s()|?^$&!\[\]]+)")

# How often words stand in 100,000 words of text (frequencies.txt); a phrase is woken by its rarest obligatory word.
WEIGHT = {}
UNCOMMON = 2
# The same of words that bear a property; %any is borne by all.
PROPERTY_WEIGHT = {'OTHER_COMPANY': 20, 'EMOJI': 50, 'MONEY': 50, 'DIGITS': 700, 'COMPANY': 1000, 'ROLE': 1500, 'NAME': 1500,
                   'CAPITAL': 3000, 'ANY': 10 ** 9}


class PatternError(Exception):
    pass


@dataclass(frozen=True)
class Label:
    """What one position matches: any of the words, or any of the built-in properties."""
    words: frozenset
    flags: frozenset = frozenset()

    def weight(self):
        """As an anchor, which no property can be."""
        return 10 ** 9 if self.flags or not self.words else self.frequency()

    def frequency(self):
        return sum(WEIGHT.get(word, UNCOMMON) for word in self.words) + sum(PROPERTY_WEIGHT[flag] for flag in self.flags)

    def __or__(self, other):
        return Label(self.words | other.words, self.flags | other.flags)


NOTHING = Label(frozenset())


@dataclass
class Node:
    kind: str  # label, cat, or, opt
    label: Label = None
    children: list = field(default_factory=list)
    gap: bool = False


def tokens(text):
    at, found = 0, []
    text = text.strip()
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise PatternError(f'cannot read {text[at:]!r}')
        found.append(match.group(1))
        at = match.end()
        while at < len(text) and text[at].isspace():
            at += 1
    return found


class Parser:
    def __init__(self, text, classes):
        self.items, self.at, self.classes = tokens(text), 0, classes

    def peek(self):
        return self.items[self.at] if self.at < len(self.items) else None

    def take(self):
        item = self.peek()
        self.at += 1
        return item

    def alternation(self):
        options = [self.sequence()]
        while self.peek() == '|':
            self.take()
            options.append(self.sequence())
        return options[0] if len(options) == 1 else merge(options)

    def sequence(self):
        parts = []
        while self.peek() not in (None, '|', ')', '&', '$'):
            parts.append(self.element())
        if not parts:
            raise PatternError('an empty alternative')
        return parts[0] if len(parts) == 1 else Node('cat', children=parts)

    def element(self):
        item = self.take()
        if item == '(':
            node = self.alternation()
            if self.take() != ')':
                raise PatternError('a ( without its )')
        elif item.startswith('..'):
            node = gap(int(item[2:] or DEFAULT_GAP))
        elif item in BUILTIN:
            node = Node('label', Label(frozenset(), frozenset([BUILTIN[item]])))
        elif item.startswith('@'):
            if item[1:] not in self.classes:
                raise PatternError(f'no class {item}')
            node = self.classes[item[1:]]
        elif item[0] in '%[!^?':
            raise PatternError(f'{item!r} cannot stand here')
        else:
            node = word(item)
        if self.peek() == '?':
            self.take()
            node = Node('opt', children=[node])
        return node


def word(item):
    pieces = [piece for piece in item.lower().replace('’', "'").split('-') if piece]
    nodes = []
    for piece in pieces:
        members = forms(piece[:-1]) if piece.endswith('~') else [piece]
        nodes.append(Node('label', Label(frozenset(members))))
    if not nodes:
        raise PatternError(f'no word in {item!r}')
    return nodes[0] if len(nodes) == 1 else Node('cat', children=nodes)


def gap(most):
    """Up to `most` words: nested optionals, each of them one word of any kind."""
    node = None
    for _ in range(most):
        step = Node('label', Label(frozenset(), frozenset(['ANY'])), gap=True)
        node = Node('opt', children=[step if node is None else Node('cat', children=[step, node])])
    return node


def merge(options):
    """Alternatives of one word each become one label."""
    flat = []
    for option in options:
        flat += option.children if option.kind == 'or' else [option]
    singles = [o for o in flat if o.kind == 'label' and not o.gap]
    rest = [o for o in flat if not (o.kind == 'label' and not o.gap)]
    if singles:
        label = Label(frozenset().union(*(s.label.words for s in singles)),
                      frozenset().union(*(s.label.flags for s in singles)))
        rest = [Node('label', label), *rest]
    return rest[0] if len(rest) == 1 else Node('or', children=rest)


@dataclass
class Automaton:
    labels: list
    first: int
    last: int
    follow: list
    precede: list
    anchors: list
    weight: int  # how often the anchor's words stand in 100,000
    needed: Label  # one of these must stand in the sentence beside the anchor's; NOTHING: not known
    cuts: list     # sets of positions: whatever matches goes through one of each
    at_start: bool = False
    at_end: bool = False


class Builder:
    def __init__(self):
        self.labels, self.follow = [], []

    def build(self, node):
        """-> (nullable, first, last, anchor): masks of positions; the anchor is (weight, positions) or None."""
        if node.kind == 'label':
            place = len(self.labels)
            self.labels.append(node.label)
            self.follow.append(0)
            return False, 1 << place, 1 << place, (node.label.weight(), [place])
        if node.kind == 'opt':
            _, first, last, _ = self.build(node.children[0])
            return True, first, last, None
        made = [self.build(child) for child in node.children]
        return self.either(made) if node.kind == 'or' else self.chain(made)

    @staticmethod
    def either(made):
        anchor = None
        if all(m[3] for m in made):
            anchor = (sum(m[3][0] for m in made), [p for m in made for p in m[3][1]])
        first = last = 0
        for m in made:
            first |= m[1]
            last |= m[2]
        return any(m[0] for m in made), first, last, anchor

    def chain(self, made):
        nullable, first, last, anchor = made[0]
        for right in made[1:]:
            for place in bits(last):
                self.follow[place] |= right[1]
            first |= right[1] if nullable else 0
            last = right[2] | (last if right[0] else 0)
            nullable = nullable and right[0]
            anchor = min((a for a in (anchor, right[3]) if a), key=lambda a: a[0], default=None)
        return nullable, first, last, anchor


def bits(mask):
    place = 0
    while mask:
        if mask & 1:
            yield place
        mask >>= 1
        place += 1


def rarest_needed(labels):
    return min(labels, key=Label.frequency, default=NOTHING)


def needed_beside(labels, cuts, anchor):
    """The rarest obligatory element other than the anchor."""
    return rarest_needed(functools.reduce(operator.or_, (labels[place] for place in cut[1]))
                         for cut in cuts if cut and cut[1] != anchor[1])


def automaton(node, at_start, at_end):
    builder = Builder()
    made = [builder.build(child) for child in (node.children if node.kind == 'cat' else [node])]
    nullable, first, last, anchor = builder.chain(made)
    if nullable:
        raise PatternError('it would match nothing at all')
    if anchor is None or anchor[0] >= 10 ** 9:
        raise PatternError('it has no obligatory word to start from')
    if len(builder.labels) > LIMIT:
        raise PatternError(f'it has {len(builder.labels)} positions, {LIMIT} at most: split it')
    precede = [0] * len(builder.labels)
    for place, mask in enumerate(builder.follow):
        for after in bits(mask):
            precede[after] |= 1 << place
    return Automaton(builder.labels, first, last, builder.follow, precede, anchor[1], anchor[0],
                     needed_beside(builder.labels, [m[3] for m in made], anchor), [m[3][1] for m in made if m[3]],
                     at_start, at_end)


def distances(beside, position):
    """How many steps along `beside` it takes to each position: {position: (fewest, most)}."""
    found, step, here = {}, 0, 1 << position
    while here:
        for place in bits(here):
            found[place] = (found.get(place, (step,))[0], step)
        here = functools.reduce(operator.or_, (beside[place] for place in bits(here)), 0)
        step += 1
    return found


def near(automaton, position):
    """What must stand near a word at that position: (labels, fewest, most words away), behind it or, negative, before."""
    for beside, border, sign in ((automaton.follow, automaton.last, 1), (automaton.precede, automaton.first, -1)):
        away = distances(beside, position)
        sets = [cut for cut in automaton.cuts if position not in cut]
        if not border >> position & 1:
            sets.append(list(bits(beside[position])))
        for places in sets:
            reached = [away[place] for place in places if place in away]
            if reached:
                yield ([automaton.labels[place] for place in places if place in away],
                       *sorted((sign * min(few for few, _ in reached), sign * max(most for _, most in reached))))


CONDITIONS = {'[question]': 'QUESTION', '[statement]': 'STATEMENT', '[affirmed]': 'AFFIRMED'}


@dataclass
class Part:
    """What must, or must not, stand in the sentence: one of the words of `presence`, or a match of `automaton`."""
    wanted: bool
    presence: Label
    automaton: Automaton

    def needed(self):
        """What must stand in the sentence where it is wanted."""
        anchors = [self.automaton.labels[place] for place in self.automaton.anchors] if self.automaton else []
        return functools.reduce(operator.or_, anchors, self.presence or NOTHING)


@dataclass
class Phrase:
    parts: list  # the first is wanted and an automaton alone: the others are asked for where it matches
    conditions: set


def phrase(text, classes):
    parser = Parser(text, classes)
    conditions = set()
    while parser.peek() in CONDITIONS:
        conditions.add(CONDITIONS[parser.take()])
    sources = [part_source(parser)]
    while parser.peek() == '&':
        parser.take()
        sources.append(part_source(parser))
    if parser.peek() is not None:
        raise PatternError(f'{parser.peek()!r} cannot stand here')
    if not sources[0][0]:
        raise PatternError('the first part cannot be one that must be absent')
    first = 0 if 'AFFIRMED' in conditions else rarest(sources)
    parts = [Part(True, None, automaton(*sources[first][1:]))]
    parts += [later_part(*source) for place, source in enumerate(sources) if place != first]
    return Phrase(parts, conditions)


def part_source(parser):
    """-> (wanted, tree, at start, at end)"""
    wanted = parser.peek() != '!'
    if not wanted:
        parser.take()
    at_start = parser.peek() == '^'
    if at_start:
        parser.take()
    node = parser.alternation()
    at_end = parser.peek() == '$'
    if at_end:
        parser.take()
    return wanted, node, at_start, at_end


def rarest(sources):
    """The place of the wanted part whose anchor is rarest."""
    weights = {}
    for place, (wanted, *source) in enumerate(sources):
        try:
            weights[place] = automaton(*source).weight if wanted else None
        except PatternError:
            weights[place] = None
    usable = [place for place, weight in weights.items() if weight is not None]
    return min(usable, key=lambda place: weights[place]) if usable else 0


def later_part(wanted, node, at_start, at_end):
    """A part that is asked for only where the first one matched: lone words by their presence in the sentence."""
    if at_start or at_end:
        return Part(wanted, None, automaton(node, at_start, at_end))
    options = node.children if node.kind == 'or' else [node]
    lone = [option.label for option in options if option.kind == 'label' and not option.gap]
    rest = [option for option in options if not (option.kind == 'label' and not option.gap)]
    presence = Label(frozenset().union(*(label.words for label in lone)),
                     frozenset().union(*(label.flags for label in lone))) if lone else None
    tree = rest[0] if len(rest) == 1 else Node('or', children=rest)
    return Part(wanted, presence, automaton(tree, False, False) if rest else None)


def class_node(text, classes):
    parser = Parser(text, classes)
    node = parser.alternation()
    if parser.peek() is not None:
        raise PatternError(f'{parser.peek()!r} cannot stand here')
    return node
