#!/usr/bin/env python3
"""followup-draft from outside: what is drafted, as text and as mail, exits and usage.

    test_draft.py FOLLOWUP_DRAFT
"""
import copy, email, email.policy, json, os, pathlib, shutil, subprocess, sys, tempfile, unittest

program = 'build/examples/followup-draft'
CASE = {
    'candidate': {'name': 'Kim Lee', 'email': 'kim@example.org', 'time_zone': 'Europe/London'},
    'application': {'company': 'Halden Works', 'role': 'Potter'},
    'interviews': [{
        'id': 'onsite', 'start': '2026-03-03T14:00:00+00:00', 'end': '2026-03-03T15:00:00+00:00',
        'panel': [{'name': 'Ana Torres', 'email': 'ana@halden.example', 'notes': ['the kiln has no door', 'clay from Delft']},
                  {'name': 'Ben Okri', 'email': 'ben@halden.example', 'notes': ['a glaze of ash', 'two wheels']}],
        'promised_reply': 'You will hear from us by Friday.'}],
    'now': '2026-03-03T18:00:00+00:00'}
LATER = '2026-03-09T09:00:00+00:00'


class Drafts(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='draft-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.write('case.json', CASE)

    def write(self, name, content):
        (self.folder / name).write_text(content if isinstance(content, str) else json.dumps(content), encoding='utf-8')

    def run_program(self, *words, stdin=''):
        return subprocess.run([program, *words], input=stdin.encode(), capture_output=True, cwd=self.folder,
                              env={**os.environ, 'NO_COLOR': '1', 'LANG': 'C.UTF-8'}, timeout=120)

    def text(self, *words, **more):
        made = self.run_program(*words, **more)
        self.assertEqual((made.returncode, made.stderr), (0, b''))
        return made.stdout.decode()

    def refused(self, *words):
        made = self.run_program(*words)
        self.assertEqual((made.returncode, made.stdout), (2, b''))
        return made.stderr.decode()

    def test_what_is_open_is_drafted(self):
        text = self.text('case.json')
        self.assertEqual(text.count('Subject: '), 2)
        self.assertTrue(text.startswith('case.json  thank you, due tomorrow at 15:00\n\nTo: Ana Torres <ana@halden.example>\n'))
        self.assertIn('\n\nDear Ana,\n\n', text)
        self.assertIn('“a glaze of ash”', text)
        self.assertNotIn('status', text)

    def test_one_can_be_named_by_its_kind_and_receiver(self):
        for to in ('ben@halden.example', 'BEN@halden.example', 'Ben Okri', 'Ben <ben@halden.example>'):
            text = self.text('--action=thank_you', '--to', to, 'case.json')
            self.assertEqual(text.count('Subject: '), 1, to)
            self.assertIn('Dear Ben,', text)

    def test_an_action_that_is_named_is_drafted_in_any_state(self):
        self.assertIn('by Friday 6 March', self.text('--action=status_check', 'case.json'))

    def test_where_the_plan_names_nobody_the_receiver_is_given(self):
        text = self.text('--action=status_check', '--to=Gail Poe <gail@halden.example>', f'--now={LATER}', 'case.json')
        self.assertIn('To: Gail Poe <gail@halden.example>\n', text)
        self.assertIn('Dear Gail,\n', text)
        self.assertIn('by last Friday.', text)

    def test_the_register_can_be_formal(self):
        self.assertIn('Dear Ana Torres,', self.text('--register=formal', 'case.json'))

    def test_what_is_left_to_do_is_said(self):
        case = copy.deepcopy(CASE)
        case['interviews'][0]['promised_materials'] = [{'what': 'site photos', 'to': 'ana@halden.example'}]
        self.write('case.json', case)
        to_do = 'Attach what you promised, or put a link into the text: the site photos.'
        self.assertIn(f'\nBefore you send it: {to_do}\n', ' '.join(self.text('--action=materials', 'case.json').split('\n' + ' ' * 21)))
        mail = self.run_program('--format=eml', '--action=materials', 'case.json')
        self.assertEqual((mail.returncode, mail.stderr.decode()), (0, f'case.json: before you send it: {to_do}\n'))
        self.assertEqual(email.message_from_bytes(mail.stdout, policy=email.policy.default)['X-Followup-To-Do'], to_do)

    def test_promised_materials_for_one_person_are_one_message(self):
        case = copy.deepcopy(CASE)
        promised = [('site photos', 'ana'), ('I will send the slides', 'ana'), ('CV', 'ben')]
        case['interviews'][0]['promised_materials'] = [{'what': what, 'to': f'{to}@halden.example'} for what, to in promised]
        self.write('case.json', case)
        text = self.text('--action=materials', 'case.json')
        self.assertEqual(text.count('Subject: '), 2)
        self.assertIn('the site photos and the slides.', text)
        mail = self.run_program('--format=eml', '--action=materials', '--to=ana@halden.example', 'case.json')
        self.assertEqual((mail.returncode, mail.stdout.count(b'Subject:')), (0, 1))

    def test_what_waits_for_nobody_is_no_second_mail_to_whom_something_was_promised(self):
        case = copy.deepcopy(CASE)
        case['interviews'][0]['promised_materials'] = [{'what': 'site photos', 'to': 'ana@halden.example'}, {'what': 'CV'}]
        self.write('case.json', case)
        words = ('--format=eml', '--action=materials')
        for to, subject in (('ana@halden.example', 'the site photos'), ('jo@halden.example', 'my CV')):
            mail = self.run_program(*words, f'--to={to}', 'case.json')
            self.assertEqual((mail.returncode, mail.stdout.count(b'Subject:')), (0, 1))
            self.assertIn(subject, mail.stdout.decode())

    def test_the_most_urgent_comes_first(self):
        case = copy.deepcopy(CASE)
        case['events'] = [{'kind': 'information_request', 'at': '2026-03-04T10:00:00+00:00', 'from': 'gail@halden.example'}]
        self.write('case.json', case)
        text = self.text('--now=2026-03-05T09:50:00+00:00', 'case.json')
        self.assertLess(text.index('information reply, due'), text.index('thank you, was due'))

    def test_a_case_without_the_candidates_name_is_not_signed_and_that_is_said(self):
        self.write('case.json', {**CASE, 'candidate': {**CASE['candidate'], 'name': ''}})
        text = self.text('--to=ana@halden.example', 'case.json')
        self.assertIn('Before you send it: Put your name under it: the case does not say who you are.\n', text)
        self.assertRegex(text, r'\n\n(Best|Kind) (regards|wishes),\n\n')
        mail = self.run_program('--format=eml', '--to=ana@halden.example', 'case.json')
        self.assertIn(b'before you send it: Put your name under it', mail.stderr)
        nameless = {**CASE, 'candidate': {'email': 'kim@example.org'}}
        self.write('case.json', nameless)
        self.assertIn('candidate.name: is missing', self.refused('case.json'))

    def test_a_mail_is_written_for_one_message(self):
        mail = email.message_from_bytes(self.run_program('--format=eml', '--to=ana@halden.example', 'case.json').stdout)
        self.assertEqual(mail['To'], 'Ana Torres <ana@halden.example>')
        self.assertEqual(mail['From'], 'Kim Lee <kim@example.org>')
        text = self.text('--to=ana@halden.example', 'case.json')
        self.assertIn('Subject: ' + mail['Subject'], text)
        self.assertIn(mail.get_payload(decode=True).decode().replace('\r\n', '\n'), text)

    def test_several_messages_are_no_mail(self):
        self.assertEqual(self.refused('--format=eml', 'case.json'),
                         'case.json: more than one message to write: say which with --action and --to\n')
        self.write('cases.jsonl', f'{json.dumps(CASE)}\n{json.dumps(CASE)}\n')
        made = self.run_program('--format=eml', '--to=ana@halden.example', 'cases.jsonl')
        self.assertEqual(made.returncode, 2)
        self.assertEqual(made.stdout.count(b'Subject:'), 1)

    def test_cases_come_one_a_line_and_from_standard_input(self):
        lines = f'{json.dumps(CASE)}\n{json.dumps(CASE)}\n'
        self.write('cases.jsonl', lines)
        self.assertIn('cases.jsonl:2  thank you', self.text('cases.jsonl'))
        self.assertEqual(self.text('-', stdin=json.dumps(CASE)).count('Subject: '), 2)

    def test_nothing_to_write_is_fine_and_an_unknown_action_is_1(self):
        self.write('quiet.json', {**CASE, 'interviews': []})
        made = self.run_program('quiet.json')
        self.assertEqual((made.returncode, made.stdout), (0, b''))
        self.assertEqual(made.stderr, b'followup-draft: nothing is to be written now: followup-plan shows what comes\n')
        made = self.run_program('--action=materials', 'case.json')
        self.assertEqual((made.returncode, made.stdout), (1, b''))
        self.assertEqual(made.stderr, b'followup-draft: no materials action: followup-plan shows what there is\n')
        made = self.run_program('--to=nobody@x.example', 'case.json')
        self.assertEqual((made.returncode, made.stdout), (1, b''))
        self.assertEqual(made.stderr, b'followup-draft: no open or overdue action for nobody@x.example: '
                                      b'followup-plan shows what there is\n')

    def test_bad_usage_and_bad_input_are_told(self):
        self.assertIn('thank_you, materials', self.refused('--action=capture_notes', 'case.json'))
        self.assertIn('neutral or formal', self.refused('--register=casual', 'case.json'))
        self.assertIn('text or eml', self.refused('--format=json', 'case.json'))
        self.assertIn('name a file', self.refused())
        self.assertIn('not an address', self.refused('--action=status_check', '--to=a@b@c', f'--now={LATER}', 'case.json'))
        self.write('bad.json', '{')
        made = self.run_program('bad.json', 'case.json')
        self.assertEqual(made.returncode, 2)
        self.assertEqual(made.stdout.count(b'Subject:'), 2)

    def test_help_and_version_are_there(self):
        self.assertIn('Usage: followup-draft', self.text('--help'))
        self.assertRegex(self.text('--version'), r'^followup-draft \d+\.\d+\.\d+\n$')

    def test_what_a_case_says_cannot_steer_the_terminal(self):
        case = copy.deepcopy(CASE)
        case['application']['role'] = 'Potter \x1b[31m'
        case['interviews'][0]['panel'][0]['name'] = 'Ana\nSubject: x'
        self.write('case.json', case)
        text = self.text('case.json')
        self.assertNotIn('\x1b', text)
        self.assertNotIn('\nSubject: x', text)


if __name__ == '__main__':
    program = str(pathlib.Path(sys.argv[1]).resolve())
    unittest.main(argv=sys.argv[:1], verbosity=0)
