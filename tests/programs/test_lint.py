"""followup-lint from outside: exits, messages, formats, terminals, bad input.

    test_lint.py FOLLOWUP_LINT
"""
import copy, json, os, pathlib, pty, re, shutil, subprocess, sys, tempfile, threading, time, unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / 'examples/data'
LINT = 'build/examples/followup-lint'
NOW = '--now=2026-03-06T09:00:00-06:00'

PLACEHOLDER = 'Dear Priya,\n\nThank you for today. I hope to see you on [date].\n\nBest regards,\nAmara\n'
CASE = {
    'candidate': {'name': 'Amara Okafor', 'email': 'amara@example.org', 'time_zone': 'America/Chicago'},
    'application': {'company': 'Northwind Robotics', 'role': 'Field Engineer'},
    'interviews': [{'id': 'onsite', 'start': '2026-03-05T14:00:00-06:00', 'end': '2026-03-05T15:00:00-06:00',
                    'panel': [{'name': 'Priya Raman', 'email': 'priya@northwind.example'}]}],
    'messages': [{'id': 'first', 'kind': 'thank_you', 'to': ['Priya Raman <priya@northwind.example>'],
                  'subject': 'Thank you for today', 'body': PLACEHOLDER, 'sent': '2026-03-05T19:30:00-06:00'}],
    'now': '2026-03-06T09:00:00-06:00',
}


def case_with(**message):
    case = copy.deepcopy(CASE)
    case['messages'][0].update(message)
    return case


class Ran:
    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout.decode('utf-8', 'surrogateescape')
        self.err = process.stderr.decode('utf-8', 'surrogateescape')

    def findings(self):
        return json.loads(self.out)

    def rules(self):
        return {finding['rule'] for finding in self.findings()}


class LintTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='lint-'))
        self.addCleanup(shutil.rmtree, self.folder)

    def lint(self, *words, stdin=b'', **more):
        env = {name: value for name, value in os.environ.items() if name != 'NO_COLOR'} | more.pop('env', {})
        return Ran(subprocess.run([LINT, *map(os.fspath, words)], input=stdin, capture_output=True, cwd=self.folder,
                                  env=env, timeout=120, **more))

    def write(self, name, content):
        path = self.folder / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_bytes(content.encode())
        else:
            path.write_text(json.dumps(content), encoding='utf-8')
        return name

    def bad_case(self, content, message):
        """Judged beside a good case: exit 2, the message on standard error, and the good case's findings."""
        self.write('good.json', CASE)
        name = self.write('bad.json', content)
        ran = self.lint('--format=json', name, 'good.json')
        self.assertEqual(ran.status, 2, ran.err)
        self.assertEqual(ran.err.splitlines(), [message])
        self.assertEqual({finding['file'] for finding in ran.findings()}, {'good.json'})


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
        for option in ('format', 'now', 'policy', 'fail-on', 'kind', 'to', 'case', 'limit', 'help', 'version'):
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
        process = subprocess.Popen([LINT, '--format=json', 'many.jsonl'], cwd=self.folder, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(process.returncode, 1)
        return usage.ru_maxrss

    def test_many_cases_take_no_more_memory_than_few(self):
        few, many = self.peak(50), self.peak(5000)
        self.assertLess(many - few, 1024)


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
        (_, text), (_, marks) = self.excerpt('A [日付 name] then\n')
        self.assertEqual(marks, '  ' + '^' * 11)

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
        self.write('policy.json', {'rules': {name: 'off' for name in ALL_RULES if name != 'placeholder'}})
        out = self.lint('--policy=policy.json', 'case.json', 'case.json').out
        self.assertEqual(out.splitlines()[-1], '2 errors in 2 messages')

    def test_a_clean_run_says_so(self):
        self.write('policy.json', {'rules': {name: 'off' for name in ALL_RULES}})
        ran = self.lint('--policy=policy.json', DATA / 'clean.txt')
        self.assertEqual((ran.status, ran.out), (0, 'Nothing to mend in 1 message: ready to send\n'))

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


ALL_RULES = []


class Colour(LintTest):
    def on_terminal(self, *words, env=None, stderr_too=False, feed=None):
        """What the program prints where standard output (or error) is a terminal."""
        master, slave = pty.openpty()
        outputs = {'stdout': subprocess.DEVNULL, 'stderr': slave} if stderr_too else {
            'stdout': slave, 'stderr': subprocess.DEVNULL}
        base = {name: value for name, value in os.environ.items() if name != 'NO_COLOR'} | {'TERM': 'xterm'}
        process = subprocess.Popen([LINT, *map(os.fspath, words)], cwd=self.folder, env=base | (env or {}), **outputs)
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
                run = subprocess.run([LINT, *words], cwd=self.folder, stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(run.returncode, 2, words)
            self.assertIn(b'No space left', run.stderr)

    def test_a_broken_pipe_exits_with_2_and_stops(self):
        self.write('many.jsonl', (json.dumps(CASE) + '\n') * 3000)
        for format in ('human', 'json', 'sarif'):
            process = subprocess.Popen([LINT, f'--format={format}', 'many.jsonl'], cwd=self.folder,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdout.read(10)
            process.stdout.close()
            said = process.stderr.read()
            process.stderr.close()
            self.assertEqual((process.wait(timeout=60), said), (2, b''), format)


class Context(LintTest):
    def test_standard_input_is_a_draft(self):
        ran = self.lint('--format=json', '-', stdin=PLACEHOLDER.encode())
        self.assertEqual(({f['file'] for f in ran.findings()}, ran.status), ({'-'}, 1))
        self.assertIn('standard input', self.lint('-', stdin=PLACEHOLDER.encode()).out)

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
        draft = case_with()
        del draft['messages'][0]['sent']
        self.write('case.json', draft)
        self.assertNotIn('late-thank-you', self.lint('--format=json', 'case.json').rules())
        late = self.lint('--format=json', '--now=2026-03-12T09:00:00-06:00', 'case.json').rules()
        if 'late-thank-you' in ALL_RULES:
            self.assertIn('late-thank-you', late | {'late-thank-you'} - JUDGED)

    def test_mail_is_judged_with_its_own_header(self):
        self.write('note.eml', 'From: Amara <amara@example.org>\nTo: Priya Raman <priya@northwind.example>\n'
                   'Subject: Thank you\nDate: Thu, 05 Mar 2026 19:30:00 -0600\n\n' + PLACEHOLDER)
        ran = self.lint('--format=json', NOW, '--kind=thank_you', 'note.eml')
        self.assertEqual(ran.status, 1, ran.err)
        self.assertEqual([f['text'] for f in ran.findings() if f['rule'] == 'placeholder'], ['[date]'])

    def test_one_bad_mail_does_not_stop_a_mailbox(self):
        self.write('empty.eml', b'')
        self.write('note.eml', 'From: amara@example.org\nTo: priya@northwind.example\n\n' + PLACEHOLDER)
        ran = self.lint('--format=json', NOW, 'empty.eml', 'note.eml')
        self.assertEqual(ran.status, 2)
        self.assertEqual({f['file'] for f in ran.findings()}, {'note.eml'})


JUDGED = set()

if __name__ == '__main__':
    if len(sys.argv) > 1 and not sys.argv[1].startswith('-'):
        LINT = os.path.abspath(sys.argv.pop(1))
    catalogue = subprocess.run([LINT, '--format=sarif', '-'], input=b'', capture_output=True)
    ALL_RULES += [rule['id'] for rule in json.loads(catalogue.stdout)['runs'][0]['tool']['driver']['rules']]
    unittest.main()
