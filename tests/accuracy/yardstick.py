#!/usr/bin/env python3
"""How hard a labelled set is: what the obvious list of words for each rule makes of it.

    yardstick.py SET.tsv...

A list finds a text where any of its words or phrases stands in it. For the rules about something that is missing the
rule fires where none does. A set on which these lists reach a mean F1 of 0.70 says nothing about judgement, and does not
count; measure.py prints the figure of each set beside the library's.
"""
import csv
import re
import sys

LISTS = {
    'asks-for-decision-date': 'when|how soon|timeline|hear back|decision|next steps|status|update|by when|how long',
    'new-argument': 'i have|experience|best|ideal|perfect|skills|qualified|strengths|forgot to mention|asset|achieved|years of',
    'pressure': 'deadline|by friday|other offer|another offer|competing|must|immediately|asap|urgent|still waiting|no reply|decide',
    'pleading': 'please|beg|desperate|desperately|need this|dream|anything|chance|honou?r|last hope|amazing',
    'apologetic': 'sorry|apologi[sz]e|apologies|bother|forgive|excuse me|pardon',
    'negative-talk': 'bad|worst|terrible|awful|toxic|incompetent|hate|hated|unprofessional|rude|lazy|mess|chaos',
    'pay-talk': 'pay|salary|bonus|benefits|vacation|holiday|leave|equity|compensation|money|wage|package',
    'no-thanks': 'thank|thanks|grateful|appreciate|appreciated|gratitude',
    'no-interest': 'interested|interest|excited|keen|enthusiastic|look forward|eager|would love|want the',
    'missing-attachment': 'attached|attachment|enclosed|attach|find here',
    'argues-with-decision': 'reconsider|mistake|unfair|wrong|disagree|appeal|should have|surprised',
    'accepts-unseen': 'accept|yes|count me in|agree|start',
    'no-written-offer': 'written|in writing|contract|letter|paperwork|document',
    'too-casual': 'u|thx|gonna|wanna|lol|hey|cool|awesome|btw',
    'no-conversation-reference': 'interview|spoke|met|conversation|role|position|talk|call',
    'not-personalized': 'you mentioned|you said|you told|you described|you showed|your story',
    'impersonal-greeting': 'sir|madam|team|there|all|whom|manager',
    'wrong-name': 'dear|hi|hello',
    'placeholder': r'\[|\]|\{|\}|xxx|____|insert|lorem',
    'shouting': '!!|!',
}
FIRES_WHERE_NONE_STANDS = {'no-thanks', 'no-interest', 'no-written-offer', 'no-conversation-reference', 'not-personalized'}


def fires(rule, text):
    found = re.search(rf'(?<!\w)(?:{LISTS[rule]})(?!\w)', text.lower().replace('’', "'")) is not None
    return found != (rule in FIRES_WHERE_NONE_STANDS)


def mean_f1(path):
    counts = {}
    with open(path, encoding='utf-8') as file:
        for row in csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE):
            if row['rule'] in LISTS:
                count = counts.setdefault(row['rule'], [0, 0])
                wanted, got = row['expected'] == 'fires', fires(row['rule'], row['text'])
                count[0] += wanted and got
                count[1] += wanted != got
    scores = [2 * hits / (2 * hits + errors) if hits else 0.0 for hits, errors in counts.values()]
    return sum(scores) / len(scores)


if __name__ == '__main__':
    for name in sys.argv[1:]:
        print(f'{mean_f1(name):.3f}  {name}')
