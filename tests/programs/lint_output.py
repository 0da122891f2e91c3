"""followup-lint: JSON, SARIF, what a person reads, terminals, output that cannot be written."""
import copy, json, os, pty, re, subprocess, threading, time

from lint_support import *


class Json(LintTest):
    ORDER = ['file', 'message', 'rule', 'level', 'part', 'index', 'start', 'end', 'text', 'explanation', 'suggestion']

    def test_members_stand_in_the_order_of_the_format(self):
        self.write('case.json', case_with(cc=['Bo <bo@northwind.example>'], subject=''))
        ran = self.lint('--format=json', 'case.json')
        for pairs in json.loads(ran.out, object_pairs_hook=list):
            names = [name for name, _ in pairs]
            self.assertEqual(names, [name for name in self.ORDER if name in names])
            missing = set(self.ORDER) - set(names)
            self.assertIn(missing - {'index'}, (set(), {'start', 'end', 'text'}))

    def test_offsets_are_bytes_of_the_part(self):
        body = 'Dear Zoë,\r\n\r\nMerci — 谢谢 “for” today [date].\r\n'
        self.write('case.json', case_with(body=body))
        finding, = [f for f in self.lint('--format=json', 'case.json').findings() if f['rule'] == 'placeholder']
        self.assertEqual(body.encode()[finding['start']:finding['end']].decode(), finding['text'])
        self.assertEqual((finding['text'], finding['part'], finding['message']), ('[date]', 'body', 'first'))

    def test_a_message_without_id_is_named_by_its_place(self):
        case = copy.deepcopy(CASE)
        case['messages'].append({key: value for key, value in case['messages'][0].items() if key != 'id'})
        self.write('case.json', case)
        self.assertEqual({f['message'] for f in self.lint('--format=json', 'case.json').findings()}, {'first', 'm2'})

    def test_file_is_the_path_as_given(self):
        for name in ('./case.json', str(self.folder / 'case.json'), 'a "b" \u00e9.json'):
            self.write(name, CASE)
            self.assertEqual({f['file'] for f in self.lint('--format=json', name).findings()}, {name})

    def test_a_path_of_other_bytes_is_still_json(self):
        self.write(os.fsdecode(b'caf\xe9.json'), CASE)
        ran = self.lint('--format=json', os.fsdecode(b'caf\xe9.json'))
        self.assertEqual({f['file'] for f in ran.findings()}, {'caf\ufffd.json'})

    def test_nothing_else_is_printed(self):
        self.write('draft.txt', PLACEHOLDER)
        ran = self.lint('--format=json', '--to=Priya', 'draft.txt')
        self.assertEqual(ran.err, '')
        self.assertEqual(ran.out[:1] + ran.out[-3:], '[\n]\n')

    def test_the_files_keep_their_order(self):
        for name in ('b.json', 'a.json', 'c.txt'):
            self.write(name, PLACEHOLDER if name == 'c.txt' else CASE)
        files = [f['file'] for f in self.lint('--format=json', 'b.json', 'c.txt', 'a.json').findings()]
        self.assertEqual(list(dict.fromkeys(files)), ['b.json', 'c.txt', 'a.json'])


class Sarif(LintTest):
    def run_of(self, *words, **more):
        document = json.loads(self.lint('--format=sarif', *words, **more).out)
        self.assertEqual(document['version'], '2.1.0')
        run, = document['runs']
        return run

    def placeholder(self, run):
        result, = [result for result in run['results'] if result['ruleId'] == 'placeholder']
        return result

    def test_the_driver_carries_the_catalogue(self):
        driver = self.run_of(DATA / 'clean.txt')['tool']['driver']
        self.assertEqual(driver['name'], 'libfollowup')
        rules = {rule['id']: rule for rule in driver['rules']}
        self.assertEqual(rules['placeholder']['defaultConfiguration'], {'level': 'error'})
        self.assertEqual(rules['off-hours']['defaultConfiguration'], {'enabled': False})
        self.assertTrue(all(rule['shortDescription']['text'] for rule in driver['rules']))

    def test_a_rule_of_several_levels_gives_the_highest_and_each_result_its_own(self):
        body = PLACEHOLDER.replace('Thank you for today.', 'Thank you for today. I have nine years of experience with pumps.')
        levels = {}
        for kind in ('thank_you', 'status_check'):
            self.write('case.json', case_with(kind=kind, body=body))
            run = self.run_of('case.json')
            levels[kind], = [result['level'] for result in run['results'] if result['ruleId'] == 'new-argument']
        rules = {rule['id']: rule['defaultConfiguration'] for rule in run['tool']['driver']['rules']}
        self.assertEqual(levels, {'thank_you': 'warning', 'status_check': 'error'})
        self.assertEqual(rules['new-argument'], {'level': 'error'})
        self.assertEqual(rules['multiple-recipients'], {'level': 'error'})

    def test_results_point_to_their_rule(self):
        self.write('case.json', CASE)
        run = self.run_of('case.json')
        for result in run['results']:
            self.assertEqual(run['tool']['driver']['rules'][result['ruleIndex']]['id'], result['ruleId'])
            self.assertIn(result['level'], ('note', 'warning', 'error'))
            self.assertRegex(result['partialFingerprints']['followup/v1'], r'^[0-9a-f]{16}$')

    def test_a_draft_has_regions_in_the_file(self):
        text = 'Dear Zoë,\n\nThank you for 谢谢 today [date].\n'
        self.write('draft.txt', text)
        region = self.placeholder(self.run_of('draft.txt'))['locations'][0]['physicalLocation']['region']
        start = region['byteOffset']
        self.assertEqual(text.encode()[start:start + region['byteLength']], b'[date]')
        self.assertEqual(text[region['charOffset']:region['charOffset'] + region['charLength']], '[date]')

    def test_a_draft_with_a_byte_order_mark_has_none(self):
        self.write('draft.txt', '\ufeff' + PLACEHOLDER)
        location = self.placeholder(self.run_of('draft.txt'))['locations'][0]['physicalLocation']
        self.assertNotIn('region', location)

    def test_a_case_names_message_and_part(self):
        self.write('case.json', CASE)
        location = self.placeholder(self.run_of('case.json'))['locations'][0]
        self.assertNotIn('region', location['physicalLocation'])
        self.assertEqual(location['logicalLocations'], [{'fullyQualifiedName': 'first/body'}])

    def test_a_line_of_cases_is_a_line_of_the_file(self):
        self.write('many.jsonl', '\n' + json.dumps(CASE) + '\n')
        physical = self.placeholder(self.run_of('many.jsonl'))['locations'][0]['physicalLocation']
        self.assertEqual(physical, {'artifactLocation': {'uri': 'many.jsonl'}, 'region': {'startLine': 2}})

    def test_paths_are_percent_encoded(self):
        self.write('a b%\u00e9:1.json', CASE)
        physical = self.placeholder(self.run_of('a b%\u00e9:1.json'))['locations'][0]['physicalLocation']
        self.assertEqual(physical['artifactLocation']['uri'], 'a%20b%25%C3%A9%3A1.json')


class Human(LintTest):
    def excerpt(self, body, rule='placeholder'):
        """The rows and marks of a finding in a draft, without their margin."""
        self.write('draft.txt', body)
        lines = self.lint('draft.txt').out.splitlines()
        at = next(i for i, line in enumerate(lines) if line.endswith(f'  {rule}'))
        rows = []
        for line in lines[at + 1:]:
            if '│' not in line:
                break
            rows.append(line.split('│ ', 1))
        return rows

    def test_the_place_is_underlined(self):
        (number, text), (_, marks) = self.excerpt('Dear Priya,\n\nSee you on [date], then.\n')
        self.assertEqual((number.strip(), text), ('3', 'See you on [date], then.'))
        self.assertEqual(marks, '           ^^^^^^')

    def test_wide_and_combining_characters_are_measured(self):
        (_, text), (_, marks) = self.excerpt('Dear 中文 e\u0301 x\u200d 😀 [date] then\n')
        self.assertEqual(marks, ' ' * 17 + '^^^^^^')

    def test_a_wide_place_has_two_marks_a_character(self):
        self.write('draft.txt', 'Dear 田中,\n\nThank you for today.\n\nBest regards,\nAmara\n')
        words = (NOW, '--to=Ana Torres', 'draft.txt')
        text, = [f['text'] for f in self.lint('--format=json', *words).findings() if f['rule'] == 'wrong-name']
        marks = re.search(r'Dear 田中,\n[^\n]*?(\^+)\n', self.lint(*words).out)[1]
        self.assertEqual(len(marks), sum(2 if c in '田中' else 1 for c in text))

    def test_carriage_returns_and_tabs_do_no_harm(self):
        (number, text), (_, marks) = self.excerpt('Dear Priya,\r\n\r\n\tSee [date]\r\n')
        self.assertEqual((number.strip(), text, marks), ('3', ' See [date]', '     ^^^^^^'))

    def test_long_lines_are_wrapped(self):
        rows = self.excerpt('word ' * 400 + '[date] ' + 'word ' * 400)
        self.assertEqual(len(rows), 2)
        self.assertTrue(all(len(text) <= 74 for _, text in rows))
        start = rows[0][1].index('[date]')
        self.assertEqual(rows[1][1], ' ' * start + '^' * 6)

    def test_bodies_cannot_steer_the_terminal(self):
        self.write('draft.txt', 'Dear \x1b[31mPriya\x07\x9b \u202e[date]\n'.encode())
        out = self.lint('draft.txt').out
        self.assertIn('placeholder', out)
        for harm in '\x1b\x07\x9b\u202e':
            self.assertNotIn(harm, out)

    def test_the_header_names_message_kind_and_addressee(self):
        self.write('case.json', CASE)
        self.assertEqual(self.lint('case.json').out.splitlines()[0],
                         'case.json  first  thank you to Priya Raman <priya@northwind.example>')

    def test_the_last_line_counts(self):
        self.write('case.json', CASE)
        self.write('policy.json', {'rules': {name: 'off' for name in settings.rules if name != 'placeholder'}})
        out = self.lint('--policy=policy.json', 'case.json', 'case.json').out
        self.assertEqual(out.splitlines()[-1], '2 errors in 2 messages')

    def test_a_clean_run_says_so(self):
        self.write('policy.json', {'rules': {name: 'off' for name in settings.rules}})
        ran = self.lint('--policy=policy.json', DATA / 'clean.txt')
        self.assertEqual((ran.status, ran.out), (0, 'Nothing to mend in 1 message: ready to send\n'))

    def test_what_brings_materials_is_not_ready_before_they_are_attached(self):
        self.write('policy.json', {'rules': {name: 'off' for name in settings.rules}})
        body = 'Dear Priya,\n\nAs promised on Thursday: the case study.\n\nBest regards,\nAmara\n'
        linked = body.replace('study.', 'study: https://amara.example/leeds.pdf')
        mail = 'Date: Fri, 6 Mar 2026 09:00:00 -0600\nFrom: amara@example.org\nTo: priya@northwind.example\nSubject: As promised\n\n'
        self.write('body.txt', body), self.write('linked.txt', linked)
        self.write('mail.eml', mail + body), self.write('linked.eml', mail + linked)
        draft = {'kind': 'materials', 'body': body, 'sent': None}
        cases = {'open.json': case_with(**draft), 'attached.json': case_with(**draft, attachments=['leeds.pdf']),
                 'sent.json': case_with(kind='materials', body=body)}
        for name, case in cases.items():
            case['messages'][0] = {member: value for member, value in case['messages'][0].items() if value is not None}
            self.write(name, case)
        once = 'Nothing to mend in 1 message: ready to send once what you promised is attached\n'
        for words in (['body.txt'], ['mail.eml'], ['open.json'], ['--kind=materials', '--to=Priya', NOW, 'body.txt']):
            ran = self.lint('--policy=policy.json', *words)
            self.assertEqual((ran.status, ran.out), (0, once), words)
        for words in (['linked.txt'], ['linked.eml'], ['attached.json'], ['sent.json'], ['--kind=thank_you', 'body.txt']):
            self.assertEqual(self.lint('--policy=policy.json', *words).out, 'Nothing to mend in 1 message: ready to send\n', words)

    def test_bad_input_is_counted(self):
        ran = self.lint('none.txt', DATA / 'clean.txt')
        self.assertIn('1 input could not be judged', ran.out)

    def test_the_clock_is_named_when_it_is_used(self):
        case = {name: value for name, value in CASE.items() if name != 'now'}
        self.write('case.json', case)
        for words, said in (((), 1), ((NOW,), 0), (('--format=json',), 0)):
            self.assertEqual(len(re.findall('by the clock', self.lint(*words, 'case.json', 'case.json').err)), said)
        self.write('case.json', CASE)
        self.assertEqual(self.lint('case.json').err, '')


class Colour(LintTest):
    def on_terminal(self, *words, env=None, stderr_too=False, feed=None):
        """What the program prints where standard output (or error) is a terminal."""
        master, slave = pty.openpty()
        outputs = {'stdout': subprocess.DEVNULL, 'stderr': slave} if stderr_too else {
            'stdout': slave, 'stderr': subprocess.DEVNULL}
        base = {name: value for name, value in os.environ.items() if name != 'NO_COLOR'} | {'TERM': 'xterm'}
        process = subprocess.Popen([settings.program, *map(os.fspath, words)], cwd=self.folder, env=base | (env or {}), **outputs)
        os.close(slave)
        if feed:
            feed()
        seen = b''
        while True:
            try:
                got = os.read(master, 65536)
            except OSError:
                break
            if not got:
                break
            seen += got
        os.close(master)
        process.wait(timeout=60)
        return seen.decode('utf-8', 'replace')

    def test_a_terminal_gets_colour(self):
        self.write('draft.txt', PLACEHOLDER)
        self.assertIn('\x1b[1;31merror\x1b[0m', self.on_terminal('draft.txt'))

    def test_no_color_is_obeyed(self):
        self.write('draft.txt', PLACEHOLDER)
        seen = self.on_terminal('draft.txt', env={'NO_COLOR': '1'})
        self.assertIn('placeholder', seen)
        self.assertNotIn('\x1b', seen)
        self.assertNotIn('\x1b', self.on_terminal('draft.txt', env={'TERM': 'dumb'}))

    def test_a_pipe_gets_none(self):
        self.write('draft.txt', PLACEHOLDER)
        self.assertNotIn('\x1b', self.lint('draft.txt', env={'TERM': 'xterm'}).out)

    def test_a_long_run_shows_progress_and_takes_it_away(self):
        os.mkfifo(self.folder / 'slow.jsonl')

        def write_slowly():
            with open(self.folder / 'slow.jsonl', 'w', encoding='utf-8', buffering=1) as pipe:
                for _ in range(12):
                    pipe.write(json.dumps(CASE) + '\n')
                    time.sleep(0.12)

        seen = self.on_terminal('--format=json', 'slow.jsonl', stderr_too=True,
                                feed=threading.Thread(target=write_slowly).start)
        self.assertRegex(seen, r'\r\d+ messages judged')
        self.assertTrue(seen.endswith('\r\x1b[K'), repr(seen))


class Output(LintTest):
    def test_a_full_disk_exits_with_2(self):
        self.write('draft.txt', PLACEHOLDER)
        for words in (['draft.txt'], ['--format=json', 'draft.txt'], ['--format=sarif', 'draft.txt'], ['--help'],
                      ['--version']):
            with open('/dev/full', 'w', encoding='utf-8') as full:
                run = subprocess.run([settings.program, *words], cwd=self.folder, stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(run.returncode, 2, words)
            self.assertIn(b'No space left', run.stderr)

    def test_a_broken_pipe_exits_with_2_and_stops(self):
        self.write('many.jsonl', (json.dumps(CASE) + '\n') * 3000)
        for format in ('human', 'json', 'sarif'):
            process = subprocess.Popen([settings.program, f'--format={format}', 'many.jsonl'], cwd=self.folder,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdout.read(10)
            process.stdout.close()
            said = process.stderr.read()
            process.stderr.close()
            self.assertEqual((process.wait(timeout=60), said), (2, b''), format)
