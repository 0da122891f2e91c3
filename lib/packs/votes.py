"""Reads the learned weights (votes.txt, written by train.py) and lays them out as C tables.

    voice LIST BIAS FLOOR BAR  a phrase list that votes may hit (sum above the bar) and doubt (sum below the floor)
    word WORD SYMBOL W1 ...    what a word weighs for each voice, in their order; its symbol in pairs, - where it is in none
    %number W1 ...             the same of what stands for more than a word, or for none; %rare: of words not named here
    pair LEFT RIGHT W1 ...     what two symbols weigh that stand side by side
    talk LIST BAR MUCH HOMELY LITTLE LIST=W ...
                               the voice whose sums lib/rules/personalization.c weighs: what telling words of three sorts
                               and phrases of other lists in the sentence add
"""
SPECIAL = ['', '%begin', '%end', '%question', '%break', '%comma', '%number', '%money', '%company', '%name', '%emoji',
           '%rare']
VOICES = 16
TALK_LISTS = 8  # as phrase.h has it
PAIR_SHIFT = 14  # as phrase.h has it
HEAVIEST = 63  # votes.c adds up to 402 of them to a bias, in 16 bits
MOST_BIAS = 32767 - 402 * HEAVIEST


class Votes:
    def __init__(self, lines, fail):
        self.voices, self.pairs, self.words = [], {}, {}
        self.special = [(0,) * VOICES] * len(SPECIAL)
        self.symbols = {name: number for number, name in enumerate(SPECIAL)}
        self.talk = None
        for number, line in lines:
            kind, *fields = line.split()
            try:
                self.read(kind, fields)
            except (ValueError, KeyError, IndexError) as error:
                fail(number, f'cannot read {line[:60]!r}: {error}')

    def read(self, kind, fields):
        if kind == 'voice':
            self.voices.append((fields[0], *map(int, fields[1:4])))
            if len(self.voices) > VOICES:
                raise ValueError('too many voices')
            if abs(self.voices[-1][1]) > MOST_BIAS:
                raise ValueError('too great a bias')
        elif kind == 'word':
            self.words[fields[0]] = (self.weights(fields[2:]), 0 if fields[1] == '-' else self.symbol(fields[1]))
        elif kind == 'talk':
            self.talk = self.read_talk(*fields)
        elif kind == 'pair':
            self.pairs[self.symbol(fields[0]), self.symbol(fields[1])] = self.weights(fields[2:])
        else:
            self.special[SPECIAL.index(kind)] = self.weights(fields)

    def read_talk(self, name, bar, *weights):
        """The voice's place, the bar, what three sorts of words weigh, and what lists do."""
        telling, heard = [int(weight) for weight in weights[:3]], [pair.split('=') for pair in weights[3:]]
        if len(heard) > TALK_LISTS:
            raise ValueError('too many lists')
        return [voice[0] for voice in self.voices].index(name), int(bar), telling, [(list_, int(weight)) for list_, weight in heard]

    def symbol(self, name):
        return self.symbols.setdefault(name, len(self.symbols))

    def weights(self, fields):
        weights = tuple(int(field) for field in fields)
        if len(weights) != len(self.voices) or any(abs(weight) > HEAVIEST for weight in weights):
            raise ValueError('wrong weights')
        return weights + (0,) * (VOICES - len(weights))

    def of_word(self, word):
        """What a word weighs, as an initializer, and its symbol in pairs."""
        rare = (self.special[SPECIAL.index('%rare')], self.symbols['%rare'])
        weights, symbol = self.words.get(word, rare)
        return braced(weights), symbol

    @staticmethod
    def pair_hash(left, right):
        return (left << 16 | right) * 0x9E3779B1 & 0xFFFFFFFF

    def pair_bits(self):
        """One bit for each value of a hash's upper bits: whether a pair has it, as votes.c asks first."""
        words = [0] * (1 << 32 - PAIR_SHIFT >> 5)
        for pair in self.pairs:
            bit = self.pair_hash(*pair) >> PAIR_SHIFT
            words[bit // 32] |= 1 << bit % 32
        return words

    def slots(self, numbers):
        """A hash table of the pairs' numbers, as votes.c looks them up."""
        size = 1
        while size < 2 * len(numbers):
            size *= 2
        table = [0] * size
        for (left, right), number in numbers.items():
            place = self.pair_hash(left, right) >> 13 & (size - 1)
            while table[place]:
                place = (place + 1) & (size - 1)
            table[place] = number
        return table

    def code(self, table, lists):
        """The tables, and the initializer that names them. `table` writes one, `lists` gives the numbers of lists."""
        if max(len(self.symbols), len(self.pairs)) > 65535:
            raise SystemExit('the votes have outgrown their 16-bit tables')
        numbers = {pair: number for number, pair in enumerate(self.pairs, 1)}
        slots = self.slots(numbers)
        pairs = ['{0, 0, {{0}}}'] + [f'{{{left}, {right}, {braced(weights)}}}' for (left, right), weights in self.pairs.items()]
        voices = [f'{{{lists[name]}, {bias}, {floor}, {bar}}}' for name, bias, floor, bar in self.voices] or ['{0, 0, 0, 0}']
        code = '\n'.join([
            table('struct pack_voice', 'voices', voices),
            table('struct pack_weights', 'special_weights', map(braced, self.special)),
            table('struct pack_pair', 'pairs', pairs),
            table('uint16_t', 'pair_slots', slots),
            table('uint32_t', 'pair_bits', map(hex, self.pair_bits()))])
        return code, (f'{{voices, {len(self.voices)}, special_weights, pairs, '
                      f'pair_slots, {len(slots) - 1}, pair_bits, {self.talk_code(lists)}}}')

    def talk_code(self, lists):
        voice, bar, telling, heard = self.talk or (-1, 32767, [0, 0, 0], [])
        rows = ', '.join(f'{{{lists[name]}, {weight}}}' for name, weight in heard) or '{0, 0}'
        return f'{{{voice}, {bar}, {braced(telling)[1:-1]}, {len(heard)}, {{{rows}}}}}'


def braced(weights):
    return '{{' + ', '.join(map(str, weights)) + '}}'
