"""Lays a compiled pack out as C tables."""
import json

from pattern import NOTHING, UNCOMMON, WEIGHT, rarest_needed
from signs import FEW_WAKES, MANY_WAKES, NO_SIGN, SIGNS, SOME_WAKES, Signs, beside_rows, second_sign, word_hash

# What a suggestion can name of the case (lib/rules/case_facts.h); {1} to {3} in this order, `-` leaves the rule's own.
FACTS = ('-', 'addressee', 'role', 'candidate', 'day', 'note', 'limit')

LONGEST_ENDING = 5  # as rules/telling.c has it, which wants three letters before an ending

# Words so common together (in 100,000) stand in most sentences: to ask for them rules nothing out.
COMMON_NEED = 2500


def first_bytes(text):
    """The first eight bytes of a text as one number, in whose order texts stand."""
    return int.from_bytes(text.encode()[:8].ljust(8, b'\0'), 'big')


def constant(name):
    return name.upper().replace('-', '_')


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


# Contractions as one word of the text, two words of the phrase language. `id` and `ill` stay what they are.
STEMS = {'am': ("'m", 'm', ['i']), 'are': ("'re", 're', ['you', 'we', 'they', 'what', 'where', 'how']),
         'have': ("'ve", 've', ['i', 'you', 'we', 'they', 'could', 'would', 'should', 'might', 'must']),
         'will': ("'ll", None, ['i', 'you', 'he', 'she', 'it', 'we', 'they', 'that', 'there', 'this', 'what', 'who']),
         'would': ("'d", None, ['i', 'you', 'he', 'she', 'it', 'we', 'they', 'that', 'there', 'who', 'how']),
         'is': ("'s", None, ['he', 'she', 'it', 'that', 'there', 'what', 'who', 'how', 'where', 'when', 'here']),
         'not': ("n't", 'nt', ['do', 'does', 'did', 'is', 'are', 'was', 'were', 'have', 'has', 'had', 'would', 'could',
                               'should', 'might', 'must', 'need', 'ought'])}
ODD = {"can't": ('can', 'not'), 'cant': ('can', 'not'), 'cannot': ('can', 'not'), "won't": ('will', 'not'),
       "shan't": ('shall', 'not'), "ain't": ('is', 'not'), "let's": ('let', 'us'), 'gonna': None}


def contractions():
    made = {}
    for second, (ending, bare, firsts) in STEMS.items():
        for first in firsts:
            made[first + ending] = (first, second)
            if bare and first + bare not in ('were', 'weve'):
                made[first + bare] = (first, second)
    made.update({word: pair for word, pair in ODD.items() if pair})
    for word in ('wont', 'im'):
        made[word] = {'wont': ('will', 'not'), 'im': ('i', 'am')}[word]
    return made


class Pack:
    def __init__(self, rules, words, nicknames, calendar, shapes, votes, enums):
        self.rules, self.sets, self.nicknames, self.enums = rules, words, nicknames, enums
        self.shapes, self.calendar, self.votes = shapes, calendar, votes
        self.lists = [name for rule in rules.values() for name in rule.lists]
        if len(self.lists) != len(set(self.lists)) or len(self.lists) > 64:
            raise SystemExit('the names of phrase lists must be unlike, 64 at most')
        self.splits = contractions()
        self.vocabulary = self.collect_vocabulary()
        self.ids = {word: number for number, word in enumerate(self.vocabulary, 1)}
        self.signs = Signs(self.vocabulary)
        self.sign_rows = []
        self.add_endings()
        self.named_sets = {name: number for number, name in enumerate(self.sets)}
        if len(self.named_sets) > 32:
            raise SystemExit('a word has no bit for more than 32 sets')
        self.members, self.member_runs = [0], {}  # run 0 is empty
        self.labels, self.positions, self.parts, self.phrases = [], [], [], []
        self.label_index, self.wakes = {}, {}
        self.needs = {NOTHING: 0}  # labels of which a sentence must hold one, with their numbers
        for number, name in enumerate(self.lists):
            rule = next(rule for rule in rules.values() if name in rule.lists)
            for fires, phrase, source in rule.lists[name]:
                self.add_phrase(number, fires, phrase, source)
        self.order_needs()

    def collect_vocabulary(self):
        found = set(self.votes.words) | {word for word, _, _ in self.calendar} | set(self.splits) | {word for pair in self.splits.values() for word in pair}
        for members in self.sets.values():
            found |= members
        for rule in self.rules.values():
            for entries in rule.lists.values():
                for _, phrase, _ in entries:
                    for part in phrase.parts:
                        found |= part.presence.words if part.presence else set()
                        for label in part.automaton.labels if part.automaton else ():
                            found |= label.words
        return sorted(found)

    def add_endings(self):
        """Of a set of endings, *-endings, the words that have one: with-*-endings."""
        for name in [name for name in self.sets if name.endswith('-endings')]:
            endings = {ending.encode() for ending in self.sets[name]}
            self.sets['with-' + name] = {word for word in self.vocabulary if any(
                word.encode()[-length:] in endings for length in range(2, min(LONGEST_ENDING, len(word.encode()) - 3) + 1))}

    def sets_of(self, word):
        return sum(1 << number for name, number in self.named_sets.items() if word in self.sets[name])

    def run_of(self, words):
        """Where in `members` the words' ids stand, ascending behind their number."""
        if words not in self.member_runs:
            self.member_runs[words] = len(self.members)
            self.members += [len(words), *sorted(self.ids[word] for word in words)]
        return self.member_runs[words]

    def label_row(self, label):
        alone = self.ids[next(iter(label.words))] if len(label.words) == 1 else 0
        first = self.run_of(label.words) if len(label.words) > 1 else 0
        flags = ' | '.join(f'TERM_{flag}' for flag in sorted(label.flags)) or '0'
        return f'{{{alone}, {flags}, {first}}}'

    def label(self, label):
        if label not in self.label_index:
            self.label_index[label] = len(self.labels)
            self.labels.append(self.label_row(label))
        return self.label_index[label]

    def add_phrase(self, number, fires, phrase, source):
        flags = ['PHRASE_' + c for c in sorted(phrase.conditions)] + ([] if fires else ['PHRASE_VETO'])
        if any(part.automaton for part in phrase.parts[1:]):
            flags.append('PHRASE_SEQUENCES')
        unwanted = sum(1 << place for place, part in enumerate(phrase.parts) if not part.wanted)
        self.phrases.append((len(self.parts), len(phrase.parts), ' | '.join(flags) or '0', unwanted, number, source))
        for place, part in enumerate(phrase.parts):
            presence = self.label(part.presence) if part.presence else -1
            automaton = part.automaton
            row = (len(self.positions), *self.add_signs(automaton), len(self.phrases) - 1, place)
            if automaton:
                self.add_positions(automaton)
                if place == 0:
                    self.add_wakes(automaton, self.needed_beside(phrase.parts))
                anchors = sum(1 << position for position in automaton.anchors)
                gaps = sum(1 << place for place, label in enumerate(automaton.labels) if 'ANY' in label.flags)
                row += (automaton.at_start, automaton.at_end, automaton.first, automaton.last, gaps, anchors, presence)
            else:
                row += (False, False, 0, 0, 0, 0, presence)
            self.parts.append(row)

    @staticmethod
    def needed_beside(parts):
        """The rarest of what must stand in the sentence for the phrase to fire; NOTHING: none known."""
        labels = [parts[0].automaton.needed, *(part.needed() for part in parts[1:] if part.wanted)]
        return rarest_needed(label for label in labels if label != NOTHING)

    def add_positions(self, automaton):
        for label, follow, precede in zip(automaton.labels, automaton.follow, automaton.precede):
            self.positions.append(f'{{0x{follow:x}, 0x{precede:x}, {self.label_row(label)}}}')

    def add_wakes(self, automaton, needed):
        need = self.needs.setdefault(needed if needed.frequency() <= COMMON_NEED else NOTHING, len(self.needs))
        for position in automaton.anchors:
            before = self.signs.neighbours(automaton, automaton.precede[position], automaton.first >> position & 1)
            after = self.signs.neighbours(automaton, automaton.follow[position], automaton.last >> position & 1)
            nears = self.signs.nears_of(automaton, position)
            for word in automaton.labels[position].words:
                self.wakes.setdefault(word, []).append(
                    (len(self.parts), position, before, after, nears, need))

    def add_signs(self, automaton):
        """Adds, for every sign, the positions that a word of that sign may stand at: (where the rows begin, their bytes)."""
        if automaton is None:
            return 0, 0
        width = (len(automaton.labels) + 7) // 8
        masks = [self.signs.signature_of([label]) for label in automaton.labels]
        first = len(self.sign_rows)
        for sign in range(SIGNS):
            self.sign_rows += sum((mask >> sign & 1) << place for place, mask in enumerate(masks)).to_bytes(width, 'little')
        return first, width

    def list_of(self, part):
        return self.phrases[self.parts[part][3]][4]

    def order_needs(self):
        """Numbers the needs anew: those that a common word meets stand together, so that they are met at once."""
        met = {}
        for label, number in self.needs.items():
            for word in label.words:
                met.setdefault(word, []).append(number)
        order = {0: 0}
        for word in sorted(met, key=lambda word: (-WEIGHT.get(word, UNCOMMON) * len(met[word]), word)):
            for number in met[word]:
                order.setdefault(number, len(order))
        for number in self.needs.values():
            order.setdefault(number, len(order))
        self.needs = {label: order[number] for label, number in self.needs.items()}
        for wakes in self.wakes.values():
            wakes[:] = [(*wake, order[need]) for *wake, need in wakes]

    @staticmethod
    def meet_rows(numbers):
        """Numbers of needs as pieces of a bit set: (which 32 of them, their bits)."""
        pieces = {}
        for number in numbers:
            pieces[number // 32] = pieces.get(number // 32, 0) | 1 << number % 32
        return sorted(pieces.items())

    def needs_of_words(self):
        """The needs that each word meets."""
        met = {}
        for label, number in self.needs.items():
            for word in label.words:
                met.setdefault(word, []).append(number)
        return {word: self.meet_rows(numbers) for word, numbers in met.items()}

    def needs_of_properties(self):
        """The needs that a term meets by a property."""
        flags = sorted(set().union(*(label.flags for label in self.needs)))
        return {flag: self.meet_rows(number for label, number in self.needs.items() if flag in label.flags) for flag in flags}

    def part_row(self, first_position, first_row, row_bytes, phrase, place, at_start, at_end, first, last, gaps, anchors, presence):
        _, part_count, flags, _, number, _ = self.phrases[phrase]
        return (f'{{0x{first:x}, 0x{last:x}, 0x{gaps:x}, 0x{anchors:x}, {first_position}, {first_row}, {presence}, {phrase}, {row_bytes}, '
                f'{place}, {int(at_start)}, {int(at_end)}, {part_count}, {number}, {flags}}}')

    def says_no(self, part):
        return 'PHRASE_VETO' in self.phrases[self.parts[part][3]][2]

    def header(self):
        lines = ['/* Made by lib/packs/compile.py; not to be edited. */', '#ifndef FOLLOWUP_PACK_EN_H',
                 '#define FOLLOWUP_PACK_EN_H', '', '#include "text/phrase.h"', '', 'enum {']
        lines += [f'  LIST_{constant(name)} = {number},' for number, name in enumerate(self.lists)]
        lines += [f'  LIST_COUNT = {len(self.lists)}', '};', '', 'enum {']
        lines += [f'  SET_{constant(name)} = {number},' for name, number in self.named_sets.items()]
        lines += ['};', '', '/* What a suggestion names of the case. */',
                  'enum {', *(f'  FACT_{constant(name) if name != "-" else "NONE"},' for name in FACTS), '};', '',
                  'struct pack_wording {', '  const char *explanation, *suggestion;',
                  '  const char *suggestion_without_facts; /* NULL where the rule names none */',
                  '  unsigned char facts[3];', '};', '',
                  'extern const struct pack pack_en;', '',
                  '/* As the pack\'s files call them. */', 'extern const char *const pack_en_list_names[LIST_COUNT];', '',
                  '/* The rule whose file holds each list; FOLLOWUP_RULE_NONE where it is none\'s. */',
                  'extern const followup_rule pack_en_list_rules[LIST_COUNT];', '',
                  '/* How a rule speaks, as ICU message patterns; NULLs for a rule that is not judged. */',
                  'struct pack_wording pack_en_wording(followup_rule rule);', '', '#endif', '']
        return '\n'.join(lines).replace('#include "text/phrase.h"',
                                        '#include <followup/rule.h>\n\n#include "text/phrase.h"')

    def code(self, header):
        offsets, blob = [], ''
        for word in self.vocabulary:
            offsets.append(len(blob.encode()))
            blob += word + '\0'
        wakes, word_rows, beside = [], [], {FEW_WAKES: [], SOME_WAKES: [], MANY_WAKES: []}
        properties, meets, met = [], [], self.needs_of_words()
        for flag, rows in self.needs_of_properties().items():
            properties.append((flag, len(meets), len(rows)))
            meets += rows
        split_words = sorted(self.splits)
        split_place = {word: number for number, word in enumerate(split_words, 1)}
        for word, offset in zip(self.vocabulary, offsets):
            woken = []
            for no in (False, True):
                mine = sorted(wake for wake in self.wakes.get(word, []) if self.says_no(wake[0]) == no)
                most = next((most for most in beside if len(mine) <= most), MANY_WAKES)
                woken.append(f'{{{len(wakes)}, {len(beside[most])}, {len(mine)}}}')
                wakes += mine
                beside[most] += beside_rows(mine, most)
            head = int.from_bytes(word.encode()[:8], 'little')
            weights, symbol = self.votes.of_word(word)
            word_rows.append(f'{{0x{head:x}, {offset}, 0x{self.sets_of(word):x}, {len(meets)}, {len(word.encode())}, {split_place.get(word, 0)}, {symbol}, '
                             f'{self.signs.of[word]}, {second_sign(word)}, {len(met.get(word, []))}, {{{", ".join(woken)}}}, {weights}}}')
            meets += met.get(word, [])
        size = 1
        while size < 2 * len(self.vocabulary):
            size *= 2
        slots = [0] * size
        for number, word in enumerate(self.vocabulary, 1):
            place = word_hash(word) & (size - 1)
            while slots[place]:
                place = (place + 1) & (size - 1)
            slots[place] = number
        if max(len(self.vocabulary), len(self.parts), len(self.labels), len(self.needs), *map(len, beside.values()), len(self.signs.nears)) > 65535:
            raise SystemExit('the pack has outgrown its 16-bit tables')
        texts = '\n'.join(quoted(word)[:-1] + '\\0"' for word in self.vocabulary)
        table = self.table
        lists = {name: number for number, name in enumerate(self.lists)}
        votes, votes_named = self.votes.code(table, lists)
        weights, symbol = self.votes.of_word(None)
        no_word = f'{{0, 0, 0, 0, 0, 0, {symbol}, {NO_SIGN}, 0, 0, {{{{0, 0, 0}}, {{0, 0, 0}}}}, {weights}}}'
        return '\n'.join([
            '/* Made by lib/packs/compile.py; not to be edited. */', f'#include "{header}"', '',
            'static const char texts[] =', texts + ';', '',
            table('struct pack_word', 'words', [no_word, *word_rows]),
            table('uint16_t', 'slots', slots),
            table('uint16_t', 'splits', ['{0, 0}'] + [
                f'{{{self.ids[self.splits[w][0]]}, {self.ids[self.splits[w][1]]}}}' for w in split_words], '[2]'),
            table('struct pack_label', 'labels', self.labels or ['{0, 0, 0}']),
            table('uint16_t', 'members', self.members),
            table('struct pack_position', 'positions', self.positions),
            table('unsigned char', 'sign_rows', [*self.sign_rows, *bytes(8)]),
            table('struct pack_part', 'parts', [self.part_row(*part) for part in self.parts]),
            table('struct pack_phrase', 'phrases', [
                f'{{{p}, {n}, {fl}, {u}, {li}, {quoted(src)}}}' for p, n, fl, u, li, src in self.phrases]),
            table('struct pack_wake', 'wakes', [
                f'{{{part}, {need}, {{{", ".join(map(str, nears))}}}, {position}, {self.list_of(part)}}}' for part, position, _, _, nears, need in wakes]),
            table('struct pack_near', 'nears', ['{0, 0, 0, 0}', *(self.signs.near_row(*key) for key in self.signs.nears if key)]),
            table('struct pack_beside', 'beside_few', beside[FEW_WAKES] or ['{0, 0}']),
            table('struct pack_beside_some', 'beside_some', beside[SOME_WAKES] or ['{{0}, {0}}']),
            table('struct pack_beside_many', 'beside_many', beside[MANY_WAKES] or ['{{0}, {0}}']),
            table('struct pack_meet', 'meets', [f'{{{at}, 0x{needs:x}}}' for at, needs in meets] or ['{0, 0}']),
            table('struct pack_property_needs', 'property_needs', [f'{{TERM_{name}, {first}, {count}}}' for name, first, count in properties]),
            table('struct pack_shape', 'shapes', [f'{{{quoted(t)}, {quoted(p)}}}' for t, p in self.shapes]),
            table('struct pack_calendar_word', 'calendar', [f'{{{self.ids[w]}, {k}, {n}}}' for w, k, n in sorted(self.calendar, key=lambda row: self.ids[row[0]])]),
            table('struct pack_nickname', 'nicknames', [f'{{0x{first_bytes(a):x}, {quoted(a)}, {quoted(b)}}}' for a, b in self.nicknames]),
            votes,
            'const struct pack pack_en = {',
            f'    texts, words, {len(self.vocabulary) + 1}, slots, {size - 1}, splits, labels, {len(self.labels)}, members,',
            f'    positions, sign_rows, parts, {len(self.parts)}, phrases, {len(self.phrases)}, {len(self.lists)},',
            f'    {self.named_sets["negation"]}, wakes, nears, beside_few, beside_some, beside_many, meets, property_needs, {len(properties)}, {len(self.needs)}, nicknames, {len(self.nicknames)},',
            f'    calendar, {len(self.calendar)}, shapes, {len(self.shapes)}, {votes_named}}};', '', self.list_rules(), '', self.wordings(), ''])

    @staticmethod
    def table(kind, name, rows, suffix=''):
        lines, line = [], '   '
        for row in rows:
            piece = f' {row},'
            if len(line) + len(piece) > 118:
                lines.append(line)
                line = '   '
            line += piece
        return f'static const {kind} {name}[]{suffix} = {{\n' + '\n'.join([*lines, line]) + '\n};\n'

    def list_rules(self):
        owners = {name: rule for rule in self.rules for name in self.rules[rule].lists}
        rows = [f'FOLLOWUP_RULE_{self.enums.get(owners[name], "NONE")}' for name in self.lists]
        names = ', '.join(quoted(name) for name in self.lists)
        return (f'const char *const pack_en_list_names[LIST_COUNT] = {{{names}}};\n\n'
                'const followup_rule pack_en_list_rules[LIST_COUNT] = {\n    ' + ',\n    '.join(rows) + '\n};')

    def wordings(self):
        lines = ['struct pack_wording pack_en_wording(followup_rule rule) {', '  switch (rule) {']
        for name, rule in self.rules.items():
            if name in self.enums:
                lines.append(f'    case FOLLOWUP_RULE_{self.enums[name]}:')
                lines.append(f'      return (struct pack_wording){{{quoted(rule.explanation)},')
                without = quoted(rule.suggestion_without_facts) if rule.facts else 'NULL'
                facts = ', '.join('FACT_' + (constant(name) if name != '-' else 'NONE') for name in rule.facts) or 'FACT_NONE'
                lines.append(f'                                   {quoted(rule.suggestion)}, {without}, {{{facts}}}}};')
        lines += ['    default: return (struct pack_wording){NULL, NULL, NULL, {FACT_NONE}};', '  }', '}']
        return '\n'.join(lines)

    def cases(self):
        lines = ['/* Made by lib/packs/compile.py; not to be edited. */', '#include "pack_cases.h"', '',
                 'const struct pack_case pack_cases[] = {']
        for name, rule in self.rules.items():
            for fires, kind, context, text, number in rule.cases:
                lines.append(f'    {{"{name}", {number}, {"true" if fires else "false"}, "{kind}", {quoted(context)},')
                lines.append(f'     {quoted(text)}}},')
        lines += ['};', '', 'const size_t pack_case_count = sizeof pack_cases / sizeof pack_cases[0];', '']
        return '\n'.join(lines)
