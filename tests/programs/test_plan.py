#!/usr/bin/env python3
"""followup-plan from outside: labelled plans, exits and usage, JSON, and what a person sees.

    test_plan.py FOLLOWUP_PLAN PLANS.jsonl
"""
import datetime, json, os, pathlib, pty, shutil, subprocess, sys, tempfile, unittest

program, labelled = 'build/examples/followup-plan', pathlib.Path(__file__).parent / '../plan/plan-dev.jsonl'
MEMBERS = ['file', 'action', 'interview', 'to', 'what', 'state', 'opens', 'due', 'done_by', 'late', 'optional', 'because']
RECORD = ['file', 'interviewers', 'thanked', 'thanked_in_time', 'median_delay_minutes', 'notes_held', 'notes_taken_up',
          'materials_promised', 'materials_in_time', 'early_status_checks', 'most_unsolicited_in_7_days', 'never_thanked']
CASE = {
    'candidate': {'name': 'Amara Okafor', 'email': 'amara@example.org', 'time_zone': 'America/Chicago'},
    'application': {'company': 'Northwind Robotics', 'role': 'Field Engineer'},
    'interviews': [{'id': 'onsite', 'start': '2026-03-05T14:00:00-06:00', 'end': '2026-03-05T15:00:00-06:00',
                    'panel': [{'name': 'Priya Raman', 'email': 'priya@northwind.example', 'notes': ['one', 'two']},
                              {'name': 'Tom "Stick" Fry', 'notes': ['one', 'two']}],
                    'promised_materials': [{'what': 'case study\nof Leeds', 'to': 'priya@northwind.example'}]}],
    'messages': [{'id': 'first', 'kind': 'thank_you', 'to': ['Priya Raman <priya@northwind.example>'], 'subject': 'Thanks',
                  'body': 'Dear Priya, thank you.', 'sent': '2026-03-05T19:30:00-06:00'}],
    'now': '2026-03-07T09:00:00-06:00',
}


def instant(text):
    return text and datetime.datetime.fromisoformat(text.replace('Z', '+00:00'))


def shape(action):
    names = ('action', 'interview', 'to', 'state', 'done_by', 'late')
    return tuple(action[name] for name in names) + (instant(action['opens']), instant(action['due']))


class PlanTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='plan-'))
        self.addCleanup(shutil.rmtree, self.folder)
        self.write('case.json', CASE)

    def write(self, name, content):
        text = content if isinstance(content, str) else json.dumps(content)
        (self.folder / name).write_text(text, encoding='utf-8')

    def plan(self, *words, stdin=''):
        env = {name: value for name, value in os.environ.items() if name != 'NO_COLOR'}
        return subprocess.run([program, *words], input=stdin, capture_output=True, text=True, cwd=self.folder, env=env,
                              timeout=120)

    def actions(self, *words):
        return json.loads(self.plan('--format=json', *words).stdout)


class Labelled(PlanTest):
    def test_every_labelled_plan_is_exactly_right(self):
        cases = [json.loads(line) for line in labelled.read_text(encoding='utf-8').splitlines()]
        self.assertGreater(len(cases), 20)
        self.write('cases.jsonl', ''.join(json.dumps(case) + '\n' for case in cases))
        got = self.actions('cases.jsonl')
        for number, case in enumerate(cases, 1):
            mine = [shape(action) for action in got if action['file'] == f'cases.jsonl:{number}']
            self.assertEqual(mine, [shape(action) for action in case['expected_plan']], case['id'])


class Json(PlanTest):
    def test_an_action_has_all_members_in_their_order(self):
        actions = self.actions('case.json')
        self.assertEqual([list(action) for action in actions], [MEMBERS] * 4)
        self.assertEqual([action['state'] for action in actions], ['done', 'overdue', 'overdue', 'upcoming'])
        self.assertEqual(actions[0]['opens'], '2026-03-05T15:00:00-06:00')
        self.assertEqual(actions[0]['done_by'], 'first')

    def test_what_is_not_there_is_null_and_texts_come_through_whole(self):
        actions = self.actions('case.json')
        self.assertEqual([action['what'] for action in actions], [None, None, 'case study\nof Leeds', None])
        self.assertEqual([action['to'] for action in actions],
                         ['priya@northwind.example', 'Tom "Stick" Fry', 'priya@northwind.example', None])

    def test_a_record_is_one_object_a_case(self):
        records = self.actions('--record', 'case.json', 'case.json')
        self.assertEqual([list(record) for record in records], [RECORD] * 2)
        self.assertEqual(records[0]['median_delay_minutes'], 270)
        self.assertEqual(records[0]['never_thanked'], ['Tom "Stick" Fry'])

    def test_half_minutes_are_kept_and_no_delay_is_null(self):
        case = json.loads(json.dumps(CASE))
        case['messages'][0]['sent'] = '2026-03-05T15:00:30-06:00'
        self.write('half.json', case)
        case['messages'] = []
        self.write('none.json', case)
        self.assertEqual([record['median_delay_minutes'] for record in self.actions('--record', 'half.json', 'none.json')],
                         [0.5, None])

    def test_no_actions_are_an_empty_array(self):
        self.write('empty.json', {'candidate': {'name': 'A'}, 'application': {'company': 'B'}, 'now': CASE['now']})
        self.assertEqual(self.actions('empty.json'), [])

    def test_the_array_is_closed_though_a_file_is_bad(self):
        self.write('bad.json', '{"candidate": ')
        ran = self.plan('--format=json', 'bad.json', 'case.json', 'missing.json')
        self.assertEqual((ran.returncode, len(json.loads(ran.stdout))), (2, 4))
        self.assertRegex(ran.stderr, r'bad\.json:1: (.|\n)*missing\.json: ')

    def test_lines_are_counted_from_1_and_blank_ones_passed_over(self):
        self.write('cases.jsonl', json.dumps(CASE) + '\n\n' + json.dumps(CASE) + '\n')
        self.assertEqual({action['file'] for action in self.actions('cases.jsonl')}, {'cases.jsonl:1', 'cases.jsonl:3'})


class Usage(PlanTest):
    def test_overdue_is_no_failure(self):
        self.assertEqual(self.plan('case.json').returncode, 0)

    def test_bad_usage_exits_with_2(self):
        for words in ([], ['--colour', 'case.json'], ['--format=xml', 'case.json'], ['--now=noon', 'case.json'],
                      ['--record=yes', 'case.json'], ['case.json', '--policy']):
            ran = self.plan(*words)
            self.assertEqual((ran.returncode, ran.stdout), (2, ''), words)
            self.assertTrue(ran.stderr.startswith('followup-plan: '), words)

    def test_help_names_every_option(self):
        text = self.plan('--help').stdout
        for name in ('format', 'now', 'policy', 'record', 'help', 'version'):
            self.assertIn(f'--{name}', text)

    def test_now_overrides_the_cases_own(self):
        self.assertEqual(self.actions('--now=2026-03-05T14:00:00-06:00', 'case.json')[0]['state'], 'upcoming')

    def test_the_clock_is_named_where_nothing_else_says_now(self):
        case = {name: value for name, value in CASE.items() if name != 'now'}
        self.write('clock.json', case)
        self.assertRegex(self.plan('clock.json').stderr, r'^followup-plan: planned as of \d{4}-.*, by the clock')

    def test_a_policy_moves_dates(self):
        self.write('policy.json', {'numbers': {'thank_you_hours': 48}})
        self.assertEqual(self.actions('--policy=policy.json', 'case.json')[2]['due'], '2026-03-07T15:00:00-06:00')

    def test_a_case_comes_on_standard_input(self):
        ran = self.plan('--format=json', '-', stdin=json.dumps(CASE))
        self.assertEqual({action['file'] for action in json.loads(ran.stdout)}, {'-'})

    def test_cases_on_standard_input_may_stand_one_a_line(self):
        text = json.dumps(CASE)
        ran = self.plan('--format=json', '-', stdin=f'{text}\n\n{text}\n')
        self.assertEqual({action['file'] for action in json.loads(ran.stdout)}, {'-:1', '-:3'})

    def test_an_empty_file_is_called_empty(self):
        self.write('empty.json', '')
        ran = self.plan('empty.json')
        self.assertEqual((ran.returncode, ran.stderr), (2, 'empty.json:1: is empty: no JSON in it\n'))

    def test_an_interview_without_an_end_is_named(self):
        case = json.loads(json.dumps(CASE))
        del case['interviews'][0]['end']
        self.write('case.json', case)
        ran = self.plan('case.json')
        self.assertEqual(ran.returncode, 2)
        self.assertIn('interviews[0]', ran.stderr)


class Human(PlanTest):
    def on_a_terminal(self, *words, **variables):
        ours, theirs = pty.openpty()
        env = {name: value for name, value in os.environ.items() if name not in ('NO_COLOR', 'LC_ALL', 'LC_CTYPE')}
        env |= {'TERM': 'xterm', 'LANG': 'C.UTF-8'} | variables
        running = subprocess.Popen([program, *words], stdout=theirs, cwd=self.folder, env=env)
        os.close(theirs)
        text = b''
        try:
            while piece := os.read(ours, 65536):
                text += piece
        except OSError:  # the other end is closed
            pass
        os.close(ours)
        self.assertEqual(running.wait(120), 0)
        return text.decode()

    def test_what_to_do_now_comes_first_then_what_is_coming_then_what_is_done(self):
        text = self.plan('case.json').stdout
        places = [text.index(title) for title in ('To do now', 'Coming', 'Done')]
        self.assertEqual(places, sorted(places))
        self.assertIn('was due yesterday at 15:00, 18 hours ago', text.replace('Fri 6 March', 'yesterday'))
        self.assertIn('It is Sat 7 March, 09:00 (all times in America/Chicago).', text)

    def test_the_most_urgent_comes_first_and_notes_never_taken_after_what_is_owed(self):
        case = {'candidate': {'name': 'Noor Haddad', 'time_zone': 'UTC'}, 'interviews': [
            {'id': 'first', 'start': '2026-05-04T10:00:00Z', 'end': '2026-05-04T11:00:00Z',
             'panel': [{'name': 'Old Lena'}]},
            {'id': 'second', 'start': '2026-06-09T10:00:00Z', 'end': '2026-06-09T11:00:00Z',
             'panel': [{'name': 'Late Mona', 'notes': ['one', 'two']}]},
            {'id': 'third', 'start': '2026-06-10T09:00:00Z', 'end': '2026-06-10T12:30:00Z',
             'panel': [{'name': 'Today Kofi'}]}]}
        self.write('urgent.json', case)
        text = self.plan('--now=2026-06-10T13:00:00Z', 'urgent.json').stdout
        words = ['Write down what Today Kofi said', 'Thank Late Mona', 'Thank Today Kofi', 'Thank Old Lena',
                 'Write down what Old Lena said']
        places = [text.index(title) for title in words]
        self.assertEqual(places, sorted(places), text)
        actions = self.actions('--now=2026-06-10T13:00:00Z', 'urgent.json')
        self.assertEqual([action['due'] for action in actions], sorted(action['due'] for action in actions))

    def test_a_time_that_is_left_is_never_rounded_up(self):
        case = {'candidate': {'name': 'Noor Haddad', 'time_zone': 'UTC'},
                'interviews': [{'id': 'i', 'start': '2026-06-10T10:00:00Z', 'end': '2026-06-10T11:00:00Z',
                                'panel': [{'name': 'Mona Selim', 'notes': ['ovens from Izmir', 'the night shift']}],
                                'window_ends': '2026-06-18T23:59:59Z'}]}
        self.write('left.json', case)
        self.assertIn('in 3 days', self.plan('--now=2026-06-15T10:00:00Z', 'left.json').stdout)
        self.assertIn('in 23 hours', self.plan('--now=2026-06-10T11:30:00Z', 'left.json').stdout)

    def test_elsewhere_there_is_neither_colour_nor_a_drawing(self):
        text = self.plan('case.json').stdout
        self.assertNotIn('\x1b', text)
        self.assertNotIn('┤', text)

    def test_a_terminal_gets_colour_and_a_line_of_time(self):
        text = self.on_a_terminal('case.json')
        self.assertIn('\x1b[', text)
        self.assertIn('┼', text)
        self.assertIn('━', text)

    def test_no_color_keeps_the_drawing_and_drops_the_colour(self):
        text = self.on_a_terminal('case.json', NO_COLOR='1')
        self.assertNotIn('\x1b', text)
        self.assertIn('┼', text)

    def test_without_unicode_the_line_is_drawn_in_ascii(self):
        text = self.on_a_terminal('case.json', LANG='C', NO_COLOR='1')
        self.assertNotIn('┼', text)
        self.assertRegex(text, r'\+-{5}|-{5}\+')

    def test_a_name_cannot_steer_the_terminal(self):
        case = json.loads(json.dumps(CASE))
        case['interviews'][0]['panel'][0]['name'] = 'Priya\x1b[2J'
        self.write('case.json', case)
        self.assertNotIn('\x1b[2J', self.plan('case.json').stdout)

    def test_a_record_reads_as_lines(self):
        text = self.plan('--record', 'case.json').stdout
        self.assertRegex(text, r'Interviewers thanked +1 of 2\n')
        self.assertRegex(text, r'Median time to the note +4 hours 30 minutes\n')
        self.assertRegex(text, r'Never thanked +Tom "Stick" Fry\n')


if __name__ == '__main__':
    program = os.path.abspath(sys.argv[1])
    labelled = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else labelled
    unittest.main(argv=sys.argv[:1])
