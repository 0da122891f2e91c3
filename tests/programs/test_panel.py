#!/usr/bin/env python3
"""followup-panel from outside: what a person sees, exits and usage.

    test_panel.py FOLLOWUP_PANEL
"""
import copy, json, os, pathlib, pty, shutil, subprocess, sys, tempfile, unittest

program = 'build/examples/followup-panel'
TEMPLATE = ('Dear {},\n\nWhat will stay with me is the {}, because it shows why this house matters so much to its town. '
            'I would be proud to work at your side.\n\nBest,\nKim\n')
PEOPLE = {'Ana': 'Ana Torres', 'Ben': 'Ben Okri', 'Cleo': 'Cleo Ames'}


def note(name, body, sent='2026-03-04T19:00:00+00:00'):
    message = {'id': name, 'kind': 'thank_you', 'to': [f'{PEOPLE[name]} <{name.lower()}@halden.example>'], 'subject': 'Thanks',
               'body': body}
    return {**message, 'sent': sent} if sent else message


def case_of(*notes):
    panel = [{'name': full, 'email': f'{name.lower()}@halden.example'} for name, full in PEOPLE.items()]
    panel[0]['notes'] = ['the blue kiln has no door', 'her aunt fires tiles in Delft']
    return {'candidate': {'name': 'Kim Lee', 'time_zone': 'Europe/London'},
            'interviews': [{'id': 'onsite', 'start': '2026-03-04T14:00:00+00:00', 'end': '2026-03-04T15:00:00+00:00',
                            'panel': panel}],
            'messages': list(notes), 'now': '2026-03-06T09:00:00+00:00'}


ALIKE = case_of(note('Ana', TEMPLATE.format('Ana', 'blue kiln')), note('Ben', TEMPLATE.format('Ben', 'goat [sic]')))
OWN = case_of(note('Ana', TEMPLATE.format('Ana', 'blue kiln')),
              note('Ben', 'Dear Ben,\n\nMy uncle sells the clay you swear by. Thank you for the cup.\n\nKim\n', None))


class PanelTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='panel-'))
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, content):
        text = content if isinstance(content, str) else json.dumps(content)
        (self.folder / name).write_text(text, encoding='utf-8')

    def show(self, *words, stdin='', **more):
        env = {name: value for name, value in os.environ.items() if name not in ('NO_COLOR', 'LC_ALL', 'LC_CTYPE')}
        return subprocess.run([program, *words], input=stdin, capture_output=True, text=True, cwd=self.folder,
                              env={**env, 'LANG': 'C.UTF-8', **more}, timeout=120)


class Human(PanelTest):
    def lines(self, case, *words, **more):
        self.write('case.json', case)
        return self.show(*words, 'case.json', **more).stdout.splitlines()

    def test_every_seat_has_a_row_with_when_it_was_thanked(self):
        lines = self.lines(OWN)
        self.assertEqual(lines[0], 'case.json  onsite')
        rows = [line.split() for line in lines[3:6]]
        self.assertEqual([row[:3] for row in rows], [['1', 'Ana', 'Torres'], ['2', 'Ben', 'Okri'], ['3', 'Cleo', 'Ames']])
        self.assertIn('Wed 4 March at 19:00', lines[3])
        self.assertIn('draft, was due yesterday at 15:00', lines[4])
        self.assertIn('no note, was due yesterday at 15:00', lines[5])

    def test_points_taken_up_are_marked_one_by_one(self):
        self.assertTrue(self.lines(OWN)[3].endswith('1 of 2  ●○'))
        self.assertTrue(self.lines(OWN, LANG='C')[3].endswith('1 of 2  x-'))

    def test_a_late_note_says_so(self):
        late = case_of(note('Ana', TEMPLATE.format('Ana', 'dog'), '2026-03-05T16:00:00+00:00'))
        self.assertIn('yesterday at 16:00, late', self.lines(late)[3])

    def test_the_matrix_is_symmetric(self):
        at = next(i for i, line in enumerate(self.lines(ALIKE)) if 'shared, %' in line)
        one, other = (line.split()[3:] for line in self.lines(ALIKE)[at + 1:at + 3])
        self.assertEqual((one[0], other[1], one[1]), ('·', '·', other[0]))
        self.assertGreater(int(one[1]), 55)

    def test_the_shared_words_of_a_pair_are_in_brackets(self):
        text = ' '.join(' '.join(self.lines(ALIKE)).split())
        self.assertIn('1 and 2 are one text with slots', text)
        self.assertIn('[What will stay with me is the] blue kiln, [because it shows', text)
        self.assertIn('[What will stay with me is the] goat [sic], [because it shows', text)
        self.assertIn('at your side].', text)

    def test_notes_that_say_the_same_are_called_so(self):
        same = case_of(*(note(name, TEMPLATE.format(name, 'kiln')) for name in PEOPLE))
        text = '\n'.join(self.lines(same))
        self.assertIn('1 and 2 say the same', text)

    def test_notes_that_differ_are_not_shown(self):
        text = '\n'.join(self.lines(OWN))
        self.assertIn('No two notes are too much alike.', text)
        self.assertNotIn('[', text)

    def test_lines_fit_the_width(self):
        self.assertTrue(all(len(line) <= 80 for line in self.lines(ALIKE)))

    def test_names_of_wide_letters_keep_the_columns(self):
        wide = copy.deepcopy(ALIKE)
        wide['interviews'][0]['panel'][0]['name'] = '田中'
        lines = self.lines(wide)
        self.assertEqual(lines[3].index('Wed') + 2, lines[4].index('Wed'))

    def test_bodies_and_names_cannot_steer_the_terminal(self):
        harm = copy.deepcopy(ALIKE)
        harm['interviews'][0]['panel'][0]['name'] = 'Ana \x1b[31m\u202e'
        harm['messages'][0]['body'] = harm['messages'][0]['body'].replace('blue', '\x1b[2J\x07')
        self.write('case.json', harm)
        out = self.show('case.json').stdout
        for byte in '\x1b\x07\u202e':
            self.assertNotIn(byte, out)

    def test_a_panel_of_fifty_has_no_matrix_but_its_pairs(self):
        many = copy.deepcopy(ALIKE)
        many['interviews'][0]['panel'] += [{'name': f'P{i}', 'email': f'p{i}@halden.example'} for i in range(47)]
        many['messages'] += [{'kind': 'thank_you', 'to': [f'p{i}@halden.example'], 'body': f'Dear P{i},\n\n{i} is my number.',
                              'sent': '2026-03-04T20:00:00+00:00'} for i in range(47)]
        lines = self.lines(many)
        self.assertFalse(any('shared, %' in line for line in lines))
        self.assertTrue(any('1 and 2 are one text' in line for line in lines))

    def test_colours_are_for_terminals_and_not_for_those_who_set_no_color(self):
        self.write('case.json', ALIKE)
        self.assertNotIn('\x1b', self.show('case.json').stdout)
        for variables, coloured in (({}, True), ({'NO_COLOR': '1'}, False), ({'TERM': 'dumb'}, False)):
            self.assertEqual('\x1b[' in self.on_terminal(**variables), coloured, variables)

    def on_terminal(self, **variables):
        master, slave = pty.openpty()
        env = {name: value for name, value in os.environ.items() if name != 'NO_COLOR'}
        subprocess.run([program, 'case.json'], cwd=self.folder, stdout=slave, env={**env, 'TERM': 'xterm', **variables})
        os.close(slave)
        text = b''
        while True:
            try:
                piece = os.read(master, 4096)
            except OSError:
                break
            if not piece:
                break
            text += piece
        os.close(master)
        return text.decode()


class Exits(PanelTest):
    def test_0_when_all_is_well_1_when_notes_are_alike(self):
        self.write('own.json', OWN)
        self.write('alike.json', ALIKE)
        self.assertEqual(self.show('own.json').returncode, 0)
        self.assertEqual(self.show('alike.json').returncode, 1)
        self.assertEqual(self.show('-', stdin=json.dumps(ALIKE)).returncode, 1)

    def test_the_policy_sets_how_much_is_too_much(self):
        self.write('alike.json', ALIKE)
        self.write('policy.json', {'numbers': {'similar_percent': 99}})
        self.assertEqual(self.show('--policy=policy.json', 'alike.json').returncode, 0)

    def test_2_for_bad_input_and_the_others_are_still_shown(self):
        self.write('bad.json', '{"candidate": 1}')
        self.write('own.json', OWN)
        ran = self.show('bad.json', 'none.json', 'own.json')
        self.assertEqual(ran.returncode, 2)
        self.assertIn('bad.json', ran.stderr)
        self.assertIn('none.json: No such file', ran.stderr)
        self.assertIn('own.json  onsite', ran.stdout)

    def test_an_interview_without_a_time_is_named(self):
        untimed = copy.deepcopy(OWN)
        del untimed['interviews'][0]['end']
        self.write('case.json', untimed)
        ran = self.show('case.json')
        self.assertEqual(ran.returncode, 2)
        self.assertIn('interviews[0]', ran.stderr)

    def test_2_for_bad_usage(self):
        for words in ((), ('--nothing', 'x.json'), ('--now=yesterday', 'x.json'), ('--policy', )):
            ran = self.show(*words)
            self.assertEqual((ran.returncode, ran.stdout), (2, ''), words)
            self.assertIn('followup-panel', ran.stderr)

    def test_help_and_version(self):
        for word in ('--help', '-h', '--version'):
            ran = self.show(word)
            self.assertEqual((ran.returncode, ran.stderr), (0, ''))
        self.assertTrue(all(len(line) <= 120 for line in self.show('--help').stdout.splitlines()))

    def test_a_line_of_many_cases_is_named(self):
        self.write('many.jsonl', json.dumps(OWN) + '\n{\n' + json.dumps(ALIKE) + '\n')
        ran = self.show('many.jsonl')
        self.assertEqual(ran.returncode, 2)
        self.assertIn('many.jsonl:2: ', ran.stderr)
        self.assertIn('many.jsonl:3  onsite', ran.stdout)

    def test_a_case_without_a_panel_is_silent(self):
        self.write('case.json', {'candidate': {'name': 'Kim'}, 'now': '2026-03-06T09:00:00Z'})
        ran = self.show('case.json')
        self.assertEqual((ran.returncode, ran.stdout, ran.stderr), (0, '', ''))

    def test_a_full_disk_is_an_error(self):
        self.write('case.json', ALIKE)
        with open('/dev/full', 'w') as full:
            ran = subprocess.run([program, 'case.json'], cwd=self.folder, stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(ran.returncode, 2)
        self.assertIn('No space left', ran.stderr)

    def test_the_clock_is_named_when_it_is_used(self):
        case = {name: value for name, value in OWN.items() if name != 'now'}
        self.write('case.json', case)
        self.assertIn('by the clock', self.show('case.json').stderr)
        self.assertEqual(self.show('--now=2026-03-06T09:00:00Z', 'case.json').stderr, '')


if __name__ == '__main__':
    if len(sys.argv) > 1:
        program = os.path.abspath(sys.argv.pop(1))
    unittest.main()
