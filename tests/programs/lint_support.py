"""What the tests of followup-lint share: a sample case, a folder for each test, and running the program."""
import copy, json, os, pathlib, shutil, subprocess, tempfile, types, unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / 'examples/data'
NOW = '--now=2026-03-06T09:00:00-06:00'

# The program under test and the names of all rules, set before the tests run.
settings = types.SimpleNamespace(program='build/examples/followup-lint', rules=[])

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
        return Ran(subprocess.run([settings.program, *map(os.fspath, words)], input=stdin, capture_output=True, cwd=self.folder,
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
