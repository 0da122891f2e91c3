"""followup-lint: bad input, limits, mail and drafts with their context."""
import copy, json, os, re, subprocess

from lint_support import *


class BadInput(LintTest):
    def test_a_syntax_error_is_told_with_its_line(self):
        self.write('bad.json', '{\n"candidate": {\n"name": "A",,\n')
        ran = self.lint('bad.json')
        self.assertEqual(ran.status, 2)
        self.assertRegex(ran.err, r'\Abad\.json:3: ')

    def test_truncated_json_is_told_with_its_line(self):
        text = json.dumps(CASE, indent=1)
        for length in (0, 1, 40, len(text) // 2, len(text) - 2):
            self.write('bad.json', text[:length])
            ran = self.lint('bad.json')
            self.assertEqual(ran.status, 2)
            self.assertRegex(ran.err, r'\Abad\.json:\d+: [^\n]+\n\Z')

    def test_an_empty_file_is_called_empty(self):
        for text in ('', ' \n\n', '\ufeff', '\r\n'):
            self.bad_case(text, 'bad.json:1: is empty: no JSON in it')

    def test_wrong_types_are_told_with_their_member(self):
        self.bad_case(case_with(body=3), 'bad.json: messages[0].body: must be text, is a number')
        self.bad_case(case_with(to='Priya'), 'bad.json: messages[0].to: must be an array, is text')
        self.bad_case(case_with(to=[None]), 'bad.json: messages[0].to[0]: must be text, is null')
        self.bad_case([], 'bad.json: must be an object, is an array')

    def test_unknown_members_are_told(self):
        self.bad_case(case_with(colour='red'), 'bad.json: messages[0].colour: unknown member')
        self.bad_case(CASE | {'Now': '2026-03-06T09:00:00-06:00'}, 'bad.json: Now: unknown member')

    def test_missing_members_are_told(self):
        case = copy.deepcopy(CASE)
        del case['interviews'][0]['end']
        self.bad_case(case, 'bad.json: interviews[0].end: is missing')

    def test_doubled_members_are_a_syntax_error(self):
        self.write('bad.json', '{"now": "2026-03-06T09:00:00Z",\n"now": "2026-03-06T09:00:00Z"}')
        ran = self.lint('bad.json')
        self.assertEqual(ran.status, 2)
        self.assertRegex(ran.err, r'\Abad\.json:2: duplicate')

    def test_a_nul_in_a_text_is_told_with_its_member_and_offset(self):
        self.bad_case(case_with(body='Dear\0Priya'), 'bad.json: messages[0].body: NUL byte at offset 4')

    def test_invalid_utf8_is_told_with_line_and_offset(self):
        self.bad_case(b'{"id":\n"ab\xff"}', 'bad.json:2: invalid UTF-8 at offset 10')

    def test_lines_of_many_cases_stand_alone(self):
        lines = [json.dumps(CASE), '', '{"messages": [', '   \r', json.dumps(case_with(body=7)), 'null',
                 json.dumps(CASE)]
        self.write('many.jsonl', '\n'.join(lines))
        ran = self.lint('--format=json', 'many.jsonl')
        self.assertEqual(ran.status, 2)
        self.assertEqual({finding['file'] for finding in ran.findings()}, {'many.jsonl:1', 'many.jsonl:7'})
        said = ran.err.splitlines()
        self.assertEqual(len(said), 3)
        self.assertRegex(said[0], r'^many\.jsonl:3: [^0-9]')
        self.assertEqual(said[1], 'many.jsonl:5: messages[0].body: must be text, is a number')
        self.assertEqual(said[2], 'many.jsonl:6: must be an object, is null')

    def test_files_that_are_not_there_are_told(self):
        for name in ('none.json', 'none.jsonl', 'none.txt', 'none.eml'):
            ran = self.lint('--format=json', name)
            self.assertEqual((ran.status, ran.findings()), (2, []))
            self.assertTrue(ran.err.startswith(f'{name}: '), ran.err)

    def test_a_folder_that_is_no_maildir_is_told(self):
        (self.folder / 'folder').mkdir()
        ran = self.lint('folder')
        self.assertEqual(ran.status, 2)
        self.assertTrue(ran.err.startswith('folder'), ran.err)

    def test_a_draft_of_other_bytes_is_told_with_its_line(self):
        self.write('draft.txt', b'Dear Priya,\n\nThank you \xff.\n')
        ran = self.lint('draft.txt')
        self.assertEqual((ran.status, ran.err.splitlines()[0]), (2, 'draft.txt:3: invalid UTF-8 at offset 23'))
        self.write('draft.txt', b'Dear Priya,\n\nThank\0you.\n')
        ran = self.lint('--to=Priya', NOW, 'draft.txt')
        self.assertEqual((ran.status, ran.err.splitlines()[0]), (2, 'draft.txt:3: NUL byte at offset 18'))

    def test_messages_cannot_steer_the_terminal(self):
        self.write('bad.json', json.dumps({'\x1b[31m': 1}))
        ran = self.lint('bad.json')
        self.assertEqual(ran.status, 2)
        self.assertNotIn('\x1b', ran.err)

    def test_output_ends_even_when_every_file_is_bad(self):
        self.write('bad.json', '{')
        self.assertEqual(self.lint('--format=json', 'bad.json').findings(), [])
        sarif = json.loads(self.lint('--format=sarif', 'bad.json').out)
        self.assertEqual(sarif['runs'][0]['results'], [])


class Jobs(LintTest):
    """However many threads judge, what is printed and said is the same, in the order of the input."""

    def many_cases(self):
        lines = [json.dumps(case_with(id=f'm{number}', body=PLACEHOLDER.replace('today', f'day {number}')))
                 for number in range(300)]
        lines[40], lines[41], lines[150], lines[299] = 'no JSON', '', json.dumps(case_with(body=7)), lines[299][:-1]
        lines[7] = json.dumps({key: value for key, value in CASE.items() if key != 'now'})
        return '\n'.join(lines)

    def in_jobs(self, *words, **more):
        runs = [self.lint(f'--jobs={jobs}', *words, **more) for jobs in (1, 2, 5)]
        for ran in runs:
            ran.err = re.sub(r'as of \S+Z', 'as of then', ran.err)
            self.assertEqual((ran.status, ran.out, ran.err), (runs[0].status, runs[0].out, runs[0].err))
        return runs[0]

    def test_findings_and_complaints_come_in_the_order_of_lines(self):
        self.write('many.jsonl', self.many_cases())
        for form in ('human', 'json', 'sarif'):
            ran = self.in_jobs(f'--format={form}', 'many.jsonl')
            self.assertEqual(ran.status, 2)
            self.assertEqual(re.findall(r'^many\.jsonl:(\d+):', ran.err, re.M), ['41', '151', '300'])
        lines = [int(line) for line in re.findall(r'many\.jsonl.*?"startLine": (\d+)', ran.out)]
        self.assertEqual(lines, sorted(lines))
        self.assertEqual(len(set(lines)), 296)

    def test_cases_stay_before_and_behind_what_else_is_judged(self):
        self.write('many.jsonl', self.many_cases())
        self.write('one.json', CASE)
        self.write('draft.txt', PLACEHOLDER)
        ran = self.in_jobs('--format=json', 'one.json', 'many.jsonl', 'draft.txt', 'none.jsonl', 'one.json')
        files = list(dict.fromkeys(finding['file'].split(':')[0] for finding in ran.findings()))
        self.assertEqual(files, ['one.json', 'many.jsonl', 'draft.txt'])
        self.assertEqual(ran.findings()[-1]['file'], 'one.json')
        self.in_jobs('--format=json', '-', stdin=self.many_cases().encode())

    def test_a_long_line_is_judged_in_its_turn(self):
        long = json.dumps(case_with(body=PLACEHOLDER + 'Word. ' * 400000))
        self.write('many.jsonl', '\n'.join([json.dumps(CASE)] * 40 + [long] + [json.dumps(CASE)] * 40))
        ran = self.in_jobs('--format=json', 'many.jsonl')
        places = [int(finding['file'].split(':')[1]) for finding in ran.findings()]
        self.assertEqual(places, sorted(places))
        self.assertEqual(set(places), set(range(1, 82)))

    def test_long_standard_input_is_read_as_a_file_is(self):
        lines = self.many_cases().split('\n') * 10  # more than is read to see what it is
        lines[2000] = lines[2000][:200]
        self.write('many.jsonl', '\n'.join(lines))
        self.assertGreater(len('\n'.join(lines)), 1 << 20)
        file = self.lint('--format=json', '--fail-on=never', 'many.jsonl')
        given = self.lint('--format=json', '--fail-on=never', '-', stdin='\n'.join(lines).encode())
        self.assertEqual((file.status, file.out, file.err),
                         (given.status, given.out.replace('"-:', '"many.jsonl:'), re.sub(r'^-:', 'many.jsonl:', given.err, flags=re.M)))
        one = json.dumps(case_with(body=PLACEHOLDER + 'Word. ' * 400000))  # no line ends in what is read first
        self.assertEqual(self.lint('--format=json', '-', stdin=one.encode()).findings()[0]['file'], '-')

    def test_output_that_cannot_be_written_ends_it(self):
        self.write('many.jsonl', self.many_cases())
        with open('/dev/full', 'w') as full:
            ran = subprocess.run([settings.program, '--jobs=3', '--format=json', 'many.jsonl'], cwd=self.folder, stdout=full,
                                 stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(ran.returncode, 2)
        self.assertIn(b'No space left', ran.stderr)


class Limits(LintTest):
    def test_a_body_of_100_megabytes_is_a_limit_error(self):
        head, tail = json.dumps(case_with(body='@')).split('@"')
        with open(self.folder / 'huge.json', 'w', encoding='utf-8') as file:
            file.write(head)
            for _ in range(100):
                file.write('x' * (1 << 20))
            file.write('"' + tail)
        ran = self.lint('--format=json', 'huge.json')
        self.assertEqual((ran.status, ran.findings()), (2, []))
        self.assertRegex(ran.err, r'\Ahuge\.json: messages\[0\]\.body: has 104857600 bytes, the limit is 8388608')

    def test_a_draft_of_100_megabytes_is_a_limit_error(self):
        ran = self.lint('--format=json', '-', stdin=b'x' * (100 << 20))
        self.assertEqual((ran.status, ran.findings()), (2, []))
        self.assertIn('longer than the limit', ran.err)

    def test_the_limit_can_be_set(self):
        self.write('case.json', case_with(body='Word. ' * 1000))
        self.assertEqual(self.lint('--limit=1K', '--fail-on=never', 'case.json').status, 2)
        self.assertEqual(self.lint('--limit=6000', '--fail-on=never', 'case.json').status, 0)

    def test_deep_nesting_is_a_syntax_error(self):
        self.write('deep.json', '[' * 100000)
        ran = self.lint('deep.json')
        self.assertEqual(ran.status, 2)
        self.assertIn('depth', ran.err)

    def peak(self, lines):
        """Kilobytes that a run over so many cases takes at the most."""
        with open(self.folder / 'many.jsonl', 'w', encoding='utf-8') as file:
            for _ in range(lines):
                file.write(json.dumps(CASE) + '\n')
        # What a build with AddressSanitizer keeps back for its own ends is not counted.
        env = os.environ | {'ASAN_OPTIONS': os.environ.get('ASAN_OPTIONS', '') + ':quarantine_size_mb=0'}
        process = subprocess.Popen([settings.program, '--format=json', 'many.jsonl'], cwd=self.folder, stdout=subprocess.DEVNULL,
                                   env=env)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 1)
        return usage.ru_maxrss

    def test_many_cases_take_no_more_memory_than_few(self):
        few, many = self.peak(500), self.peak(5000)
        self.assertLess(many - few, 1024)


class Context(LintTest):
    def test_standard_input_is_a_draft(self):
        ran = self.lint('--format=json', '-', stdin=PLACEHOLDER.encode())
        self.assertEqual(({f['file'] for f in ran.findings()}, ran.status), ({'-'}, 1))
        self.assertIn('standard input', self.lint('-', stdin=PLACEHOLDER.encode()).out)

    def test_a_case_on_standard_input_is_known_by_its_first_characters(self):
        for text in (json.dumps(CASE), '\ufeff \n' + json.dumps(CASE, indent=2) + '\n'):
            ran = self.lint('--format=json', '-', stdin=text.encode())
            self.assertEqual({(f['file'], f['message']) for f in ran.findings()}, {('-', 'first')})
        ran = self.lint('-', stdin=b'{"candidate": {}}')
        self.assertEqual((ran.status, ran.err), (2, '-: candidate.name: is missing\n'))
        ran = self.lint('-', stdin=b'[{}]')
        self.assertEqual((ran.status, ran.err), (2, '-: must be an object, is an array\n'))

    def test_cases_on_standard_input_may_stand_one_a_line(self):
        lines = [json.dumps(CASE), '', json.dumps(case_with(body='He said "} {" and left.')), '{"messages": 1}']
        ran = self.lint('--format=json', '-', stdin='\n'.join(lines).encode())
        self.assertEqual({f['file'] for f in ran.findings()}, {'-:1', '-:3'})
        self.assertEqual((ran.status, ran.err), (2, '-:4: messages: must be an array, is a number\n'))

    def test_a_draft_that_opens_with_a_template_field_is_a_draft_still(self):
        for text in ('{name},\n\nThank you.\n', '[date]\n\nThank you.\n', '[[name]]\n', '{{name}}, thank you.\n', '{', '['):
            ran = self.lint('--format=json', '--fail-on=never', '-', stdin=text.encode())
            self.assertEqual((ran.status, ran.err), (0, ''), text)

    def test_a_draft_in_a_case_is_judged_alone(self):
        self.write('case.json', CASE)
        self.write('draft.txt', PLACEHOLDER.replace('[date]', '[time]'))
        ran = self.lint('--format=json', '--case=case.json', '--kind=thank_you',
                        '--to=Priya Raman <priya@northwind.example>', 'draft.txt')
        self.assertEqual({f['file'] for f in ran.findings()}, {'draft.txt'})
        self.assertEqual({f['message'] for f in ran.findings()}, {'m2'})
        self.assertEqual([f['text'] for f in ran.findings() if f['rule'] == 'placeholder'], ['[time]'])

    def test_who_gets_a_draft_is_taken_from_the_command_line(self):
        self.write('draft.txt', PLACEHOLDER)
        self.assertIn('wrong-name', self.lint('--format=json', NOW, '--to=Bernd Kohl', 'draft.txt').rules())
        self.assertNotIn('wrong-name', self.lint('--format=json', NOW, '--to=Priya Raman', 'draft.txt').rules())

    def test_nobody_asks_a_draft_for_subject_or_attachment(self):
        self.write('draft.txt', PLACEHOLDER + '\nP.S. My certificate is attached.\n')
        for words in ((), (NOW, '--to=Priya Raman')):
            rules = self.lint('--format=json', *words, 'draft.txt').rules()
            self.assertEqual(rules & {'no-subject', 'missing-attachment'}, set())

    def test_the_time_to_judge_at_is_the_command_line_s_first(self):
        draft = case_with(subject='Thank you', body='Dear Priya,\n\nThank you for the conversation yesterday.\n\nBest regards,\nAmara\n')
        del draft['messages'][0]['sent']
        self.write('case.json', draft)
        self.assertNotIn('wrong-date', self.lint('--format=json', 'case.json').rules())
        self.assertIn('wrong-date', self.lint('--format=json', '--now=2026-03-12T09:00:00-06:00', 'case.json').rules())

    def test_mail_is_judged_with_its_own_header(self):
        self.write('note.eml', 'From: Amara <amara@example.org>\nTo: Priya Raman <priya@northwind.example>\n'
                   'Subject: Thank you\nDate: Thu, 05 Mar 2026 19:30:00 -0600\n\n' + PLACEHOLDER)
        ran = self.lint('--format=json', NOW, '--kind=thank_you', 'note.eml')
        self.assertEqual(ran.status, 1, ran.err)
        self.assertEqual([f['text'] for f in ran.findings() if f['rule'] == 'placeholder'], ['[date]'])

    def test_a_mailbox_is_judged_mail_by_mail(self):
        mail = 'From: amara@example.org\nTo: priya@northwind.example\nSubject: Hello\n\n' + PLACEHOLDER
        self.write('sent.mbox', 2 * f'From amara@example.org Thu Mar  5 19:30:00 2026\n{mail}\n')
        for folder in ('cur', 'new', 'tmp'):
            (self.folder / 'Sent' / folder).mkdir(parents=True)
        self.write('Sent/cur/1:2,S', mail)
        self.write('Sent/new/2', mail)
        ran = self.lint('--format=json', NOW, 'sent.mbox', 'Sent')
        files = [f['file'] for f in ran.findings() if f['rule'] == 'placeholder']
        self.assertEqual(files, ['sent.mbox:1', 'sent.mbox:2', 'Sent/cur/1:2,S', 'Sent/new/2'], ran.err)

    def test_who_gets_a_mail_is_what_the_mail_says(self):
        headers = 'From: amara@example.org\nSubject: Hello\n'
        self.write('to.eml', f'{headers}To: Priya Raman <priya@northwind.example>\n\n{PLACEHOLDER}')
        self.write('nobody.eml', f'{headers}\n{PLACEHOLDER}')
        words = ('--format=json', NOW, '--to=Bernd Kohl')
        self.assertNotIn('wrong-name', self.lint(*words, 'to.eml').rules())
        self.assertIn('wrong-name', self.lint(*words, 'nobody.eml').rules())

    def test_one_bad_mail_does_not_stop_a_mailbox(self):
        self.write('empty.eml', b'')
        self.write('note.eml', 'From: amara@example.org\nTo: priya@northwind.example\n\n' + PLACEHOLDER)
        ran = self.lint('--format=json', NOW, 'empty.eml', 'note.eml')
        self.assertEqual(ran.status, 2)
        self.assertEqual({f['file'] for f in ran.findings()}, {'note.eml'})
