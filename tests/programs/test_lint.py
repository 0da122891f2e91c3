"""followup-lint from outside: exits and usage here, input and output in the files beside this one.

    test_lint.py FOLLOWUP_LINT
"""
import json, os, re, subprocess, sys, unittest

sys.dont_write_bytecode = True  # the source folder stays as it is
from lint_support import *
from lint_input import *
from lint_output import *


class Exits(LintTest):
    def test_a_clean_draft_exits_with_0(self):
        self.assertEqual(self.lint(DATA / 'clean.txt').status, 0)

    def test_an_error_exits_with_1(self):
        self.write('draft.txt', PLACEHOLDER)
        self.assertEqual(self.lint('draft.txt').status, 1)

    def test_never_failing_exits_with_0(self):
        self.write('draft.txt', PLACEHOLDER)
        self.assertEqual(self.lint('--fail-on=never', 'draft.txt').status, 0)

    def test_the_level_to_fail_on_is_a_threshold(self):
        self.write('warn.json', {'rules': {'placeholder': 'warning'}})
        self.write('draft.txt', PLACEHOLDER)
        statuses = [self.lint('--policy=warn.json', '--fail-on', level, 'draft.txt').status
                    for level in ('error', 'warning')]
        self.assertEqual(statuses, [0, 1])

    def test_help_and_version_exit_with_0(self):
        for word in ('--help', '-h', '--version'):
            ran = self.lint(word)
            self.assertEqual((ran.status, ran.err), (0, ''))
        self.assertRegex(self.lint('--version').out, r'^followup-lint \d+\.\d+\.\d+\n$')

    def test_help_names_every_option_and_gives_three_examples(self):
        text = self.lint('--help').out
        for option in ('format', 'now', 'policy', 'fail-on', 'kind', 'to', 'case', 'limit', 'jobs', 'help', 'version'):
            self.assertIn(f'--{option}', text)
        self.assertEqual(len(re.findall(r'^  followup-lint ', text, re.M)), 3)
        self.assertLessEqual(max(map(len, text.splitlines())), 100)


class Usage(LintTest):
    def refused(self, *words):
        ran = self.lint(*words)
        self.assertEqual((ran.status, ran.out), (2, ''), words)
        self.assertTrue(ran.err.startswith('followup-lint: '), ran.err)
        return ran.err

    def test_no_file_is_bad_usage(self):
        self.assertIn('nothing to judge', self.refused())

    def test_what_is_no_option_is_bad_usage(self):
        for word in ('--colour', '--form=json', '-x', '--help=yes', '--nowhere=1'):
            self.assertIn(word, self.refused(word, 'draft.txt'))

    def test_a_missing_value_is_bad_usage(self):
        self.assertIn('needs a value', self.refused('draft.txt', '--format'))

    def test_wrong_values_are_bad_usage(self):
        for word in ('--format=xml', '--now=2026-03-05', '--now=', '--fail-on=off', '--fail-on=always', '--kind=unknown',
                     '--kind=thanks', '--to=', '--case=', '--policy=', '--limit=0', '--limit=2G', '--limit=ten',
                     '--limit=1MB', '--limit=99999999999999999999'):
            self.assertIn(f'{word}: expected', self.refused(word, 'draft.txt'))

    def test_a_broken_mailbox_is_bad_usage(self):
        self.assertIn('--to: not an address', self.refused('--to=a@b@c', 'draft.txt'))

    def test_a_value_may_be_a_word_of_its_own(self):
        self.write('draft.txt', PLACEHOLDER)
        ran = self.lint('--format', 'json', '--kind', 'thank_you', '--fail-on', 'never', 'draft.txt')
        self.assertEqual(ran.status, 0, ran.err)
        self.assertIn('placeholder', ran.rules())

    def test_two_dashes_end_the_options(self):
        self.write('--draft.txt', PLACEHOLDER)
        self.assertEqual(self.lint('--', '--draft.txt').status, 1)

    def test_a_bad_policy_or_background_stops_everything(self):
        self.write('draft.txt', PLACEHOLDER)
        self.write('policy.json', {'rules': {'off-hours': 'loud'}})
        self.write('case.json', '{\n"messages": 3}')
        ran = self.lint('--format=json', '--policy=policy.json', 'draft.txt')
        self.assertEqual((ran.status, ran.out), (2, ''))
        self.assertTrue(ran.err.startswith('policy.json: rules.off-hours: "loud" is no level'), ran.err)
        ran = self.lint('--format=json', '--case=case.json', 'draft.txt')
        self.assertEqual((ran.status, ran.out), (2, ''))
        self.assertEqual(ran.err, 'case.json: messages: must be an array, is a number\n')
        self.assertEqual(self.lint('--case=none.json', 'draft.txt').status, 2)
        self.assertEqual(self.lint('--policy=none.json', 'draft.txt').status, 2)


if __name__ == '__main__':
    if len(sys.argv) > 1 and not sys.argv[1].startswith('-'):
        settings.program = os.path.abspath(sys.argv.pop(1))
    catalogue = subprocess.run([settings.program, '--format=sarif', '-'], input=b'', capture_output=True)
    driver = json.loads(catalogue.stdout)['runs'][0]['tool']['driver']
    settings.rules += [rule['id'] for rule in driver['rules']]
    unittest.main()
