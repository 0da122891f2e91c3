#!/usr/bin/env python3
"""A mail and its twin in JSON are judged alike, finding by finding.

    test_mail_findings.py FOLLOWUP_LINT
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

MAILS = pathlib.Path(__file__).resolve().parents[1] / 'formats/mail'
LINT = 'build/examples/followup-lint'
NOW = '2026-12-01T12:00:00Z'


def findings(*arguments):
    run = subprocess.run([LINT, '--format=json', '--fail-on=never', f'--now={NOW}', *map(str, arguments)],
                         capture_output=True, text=True)
    if run.returncode:
        raise AssertionError(run.stderr)
    return [(f['rule'], f['level'], f['part'], f.get('index'), f.get('text')) for f in json.loads(run.stdout)]


class MailFindings(unittest.TestCase):
    def test_each_mail_gives_the_findings_of_its_twin(self):
        mails = sorted(MAILS.glob('*.eml'))
        self.assertGreaterEqual(len(mails), 30)
        total = 0
        for mail in mails:
            with self.subTest(mail.name), tempfile.TemporaryDirectory() as folder:
                twin = json.loads(mail.with_suffix('.json').read_text(encoding='utf-8'))
                twin.pop('now', None)
                kind = twin['messages'][0]['kind']
                whole, context = pathlib.Path(folder, 'twin.json'), pathlib.Path(folder, 'context.json')
                whole.write_text(json.dumps(twin), encoding='utf-8')
                context.write_text(json.dumps({**twin, 'messages': []}), encoding='utf-8')
                expected = findings(whole)
                self.assertEqual(expected, findings(f'--case={context}', f'--kind={kind}', mail))
                total += len(expected)
        self.assertGreater(total, 20, 'the samples hold hardly anything to find')


if __name__ == '__main__':
    if len(sys.argv) > 1 and not sys.argv[1].startswith('-'):
        LINT = sys.argv.pop(1)
    unittest.main()
