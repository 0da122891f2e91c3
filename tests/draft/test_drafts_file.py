#!/usr/bin/env python3
"""The compiler of drafts.txt refuses what would leave a hole in a draft, and says where.

    test_drafts_file.py DRAFTS.PY DRAFTS.TXT FACTS.DEF
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

compiler = drafts = facts = None

GOOD = '''layout thank_you: greeting / thank_you.thanks?
part greeting
with name
- Dear {name},
with
- Hello,
part thank_you.subject
- Thank you
part thank_you.thanks
with when
n Thanks for {when}.
f Thank you for {when}.
words limit.weeks
- within {weeks, plural, =1 {a week} one {# week} other {# weeks}}
list weekdays: Sunday
'''


def compile_text(text):
    """What is said of the file, "drafts.txt" for its path; "" where it is good."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / 'drafts.txt'
        path.write_text(text, encoding='utf-8')
        made = subprocess.run([sys.executable, '-B', compiler, path, facts, f'{folder}/o.h', f'{folder}/o.c'],
                              capture_output=True, text=True)
        return made.stderr.replace(str(folder) + '/', '').strip()


class Refused(unittest.TestCase):
    def check(self, old, new, wanted):
        self.assertIn(old, GOOD)
        self.assertEqual(compile_text(GOOD.replace(old, new)), wanted)

    def test_a_good_file_compiles(self):
        self.assertEqual(compile_text(GOOD), '')

    def test_an_argument_must_be_a_fact(self):
        self.check('Dear {name}', 'Dear {nmae}', "drafts.txt:4: no fact is called 'nmae'")

    def test_a_fact_that_may_be_missing_must_stand_in_with(self):
        self.check('- Hello,', '- Hello {name},', "drafts.txt:6: 'name' may be missing here: it is not in the line \"with\"")

    def test_braces_balance(self):
        self.check('Dear {name}', 'Dear {name', "drafts.txt:4: {name is never closed")
        self.check('Dear {name}', 'Dear {name}}', 'drafts.txt:4: a } too many')
        self.check('other {# weeks}}', 'other {# weeks}', 'drafts.txt:14: {weeks is never closed')

    def test_an_apostrophe_that_icu_would_read_as_a_quote_is_refused(self):
        self.check('Dear {name}', "Dear '{name}'",
                   "drafts.txt:4: an apostrophe before a brace, # or another one quotes in ICU: word it otherwise")
        self.check('Thank you for {when}.', "I'm grateful for {when}.", '')

    def test_a_plural_needs_a_count_and_other(self):
        self.check('{when}.\nwords', '{when, plural, other {#}}.\nwords', 'drafts.txt:12: {when} is a text, not a count')
        self.check(' one {# week} other {# weeks}', ' one {# week}', 'drafts.txt:14: a plural needs the branch other')
        self.check('{weeks, plural,', '{weeks, select,', "drafts.txt:14: 'select' is no form of an argument: plural is")

    def test_a_flag_has_nothing_to_say(self):
        self.check('Dear {name}', 'Dear {with_you}', 'drafts.txt:4: {with_you} is a flag, not a text')

    def test_each_register_needs_a_wording(self):
        self.check('f Thank you for {when}.\n', '',
                   'drafts.txt:10: thank_you.thanks: 0 wordings of register f, wanted 1')

    def test_a_panel_needs_ten_wordings(self):
        self.check('part thank_you.thanks', 'part thank_you.thanks panel',
                   'drafts.txt:10: thank_you.thanks: 1 wordings of register n, wanted 10')

    def test_a_part_that_may_be_missing_must_be_marked(self):
        self.check('thank_you.thanks?', 'thank_you.thanks',
                   'drafts.txt:1: thank_you.thanks may have nothing to say: mark it ? or end it with a group without facts')

    def test_a_layout_names_parts(self):
        self.check('greeting /', 'greting /', "drafts.txt:1: no part is called 'greting'")

    def test_what_cannot_be_read_is_told_with_its_line(self):
        self.check('list weekdays:', 'lits weekdays:', "drafts.txt:15: cannot read 'lits weekdays: Sunday'")

    def test_the_file_of_the_pack_has_no_line_twice_in_one_part(self):
        part, seen = '', set()
        for line in pathlib.Path(drafts).read_text(encoding='utf-8').splitlines():
            if line.startswith(('part ', 'words ', 'with')):
                part = part if line.startswith('with') else line
                seen = set()
            if re.match('[-nf] ', line):
                self.assertNotIn(line[2:], seen, part)
                seen.add(line[2:])


if __name__ == '__main__':
    compiler, drafts, facts = sys.argv[1:4]
    unittest.main(argv=sys.argv[:1], verbosity=0)
