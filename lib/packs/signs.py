"""Signs: few bits by which words are told apart at a glance (lib/text/wakes.h), and what must stand around a wake by them."""
from pattern import UNCOMMON, WEIGHT, bits, near


def word_hash(word):
    """The hash that folds.h computes over a folded word."""
    data, value = word.encode(), 0
    for at in range(0, len(data), 8):
        value = (value ^ int.from_bytes(data[at:at + 8], 'little')) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF
        value ^= value >> 32
    return value & 0xFFFFFFFF


# As phrase.h has them.
SIGNS, FEW_WAKES, SOME_WAKES, MANY_WAKES = 64, 4, 16, 64
NO_SIGN = SIGNS - 1  # of words that the pack does not have, and of a sentence's border: only masks for anything have it
OWN_SIGNS = 24       # for the words that are most common; the others share the rest
ANYTHING = 0xFFFFFFFFFFFFFFFF

# Near a wake, as phrase.h has them; what is there more often than this is not worth a look.
NEARS, FARTHEST, OFTEN = 2, 24, 0.7


def second_sign(word):
    return (word_hash(word) >> 16) % SIGNS


def chance(words, length):
    """How likely it is that one of so many words in a row seems to be one of these."""
    seems = [1 - (1 - 1 / signs) ** len(words) for signs in (NO_SIGN - OWN_SIGNS, SIGNS)]
    return 1 - (1 - min(1, sum(WEIGHT.get(word, UNCOMMON) for word in words) / 100000 + seems[0] * seems[1])) ** length


def signs_of(vocabulary):
    """A sign for each word."""
    common = sorted(vocabulary, key=lambda word: (-WEIGHT.get(word, 0), word))[:OWN_SIGNS]
    shared = NO_SIGN - len(common)
    signs = {word: len(common) + word_hash(word) % shared for word in vocabulary}
    signs.update({word: sign for sign, word in enumerate(common)})
    return signs


class Signs:
    def __init__(self, vocabulary):
        self.of = signs_of(vocabulary)
        self.nears = {None: 0}  # what must stand near a wake, with their numbers; 0: nothing

    def nears_of(self, automaton, position):
        """The numbers of what must stand near a position, the rarest first."""
        found = {}
        for labels, fewest, most in near(automaton, position):
            words = frozenset().union(*(label.words for label in labels))
            often = chance(words, most - fewest + 1)
            if not any(label.flags for label in labels) and max(-fewest, most) <= FARTHEST and often < OFTEN:
                found[words, fewest, most] = often
        rarest = sorted(found, key=lambda key: (found[key], key[1:], sorted(key[0])))[:NEARS]
        return [self.nears.setdefault(key, len(self.nears)) for key in rarest] + [0] * (NEARS - len(rarest))

    def near_row(self, words, fewest, most):
        second = sum(1 << sign for sign in {second_sign(word) for word in words})
        return f'{{0x{self.mask_of(words):x}, 0x{second:x}, {fewest}, {most}}}'

    def neighbours(self, automaton, places, may_be_border):
        """Signature bits of the words that can stand next to a position; all bits where any word can."""
        return ANYTHING if may_be_border else self.signature_of([automaton.labels[place] for place in bits(places)])

    def signature_of(self, labels):
        if any(label.flags for label in labels):
            return ANYTHING
        return self.mask_of(set().union(*(label.words for label in labels)))

    def mask_of(self, words):
        mask = 0
        for word in words:
            mask |= 1 << self.of[word]
        return mask


def beside_rows(wakes, most):
    """What may stand beside these wakes of a word: a row each, or by sign for `most` of them at once."""
    if most == FEW_WAKES:
        return [f'{{0x{wake[2]:x}, 0x{wake[3]:x}}}' for wake in wakes]
    rows = []
    for first in range(0, len(wakes), most):
        some = wakes[first:first + most]
        before, after = ([sum((wake[side] >> sign & 1) << place for place, wake in enumerate(some))
                          for sign in range(SIGNS)] for side in (2, 3))
        rows.append('{{' + ', '.join(map(hex, before)) + '}, {' + ', '.join(map(hex, after)) + '}}')
    return rows
