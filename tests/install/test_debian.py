#!/usr/bin/env python3
"""The Debian packages of the last commit build, pass lintian without errors, and hold what they should.

    test_debian.py
"""
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

import commands

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGES = {
    'libfollowup0': ['libfollowup.so.0'],
    'libfollowup-formats0': ['libfollowup-formats.so.0'],
    'libfollowup-dev': ['libfollowup.so', 'libfollowup.a', 'followup.pc', 'followup.h', 'embed.c'],
    'libfollowup-tools': ['followup-draft', 'followup-lint', 'followup-plan', 'followup-window', 'followup-lint.1.gz'],
    'libfollowup-doc': ['index.html'],
}
if (ROOT / 'bindings/python/followup').exists():
    PACKAGES['python3-followup'] = ['__init__.py']
scratch = None


def run(*command, cwd=None, **environment):
    return commands.run(*command, cwd=cwd or scratch, **environment)


def setUpModule():
    global scratch
    scratch = pathlib.Path(tempfile.mkdtemp(prefix='followup-debian-'))
    run('git', 'archive', '--prefix=source/', '-o', scratch / 'source.tar', 'HEAD', cwd=ROOT)
    run('tar', '-xf', 'source.tar')
    run('dpkg-buildpackage', '-b', '-us', '-uc', cwd=scratch / 'source', PATH='/usr/bin:/bin:/usr/sbin:/sbin',
        DEB_BUILD_OPTIONS=f'nocheck parallel={os.cpu_count()}')
    for package in PACKAGES:
        run('dpkg-deb', '-x', next(scratch.glob(f'{package}_*.deb')), scratch / 'root')


def tearDownModule():
    shutil.rmtree(scratch, ignore_errors=True)


class Packages(unittest.TestCase):
    def test_lintian_finds_no_errors(self):
        run('lintian', '--fail-on', 'error', '--allow-root', next(scratch.glob('*.changes')))

    def test_each_package_holds_what_it_is_for(self):
        for package, wanted in PACKAGES.items():
            listed = run('dpkg-deb', '-c', next(scratch.glob(f'{package}_*.deb')))
            names = {line.split(' -> ')[0].rstrip('/').rpartition('/')[2] for line in listed.splitlines()}
            self.assertEqual(set(), set(wanted) - names, package)

    def test_the_symbols_carry_the_release_that_brought_them(self):
        run('dpkg-deb', '-e', next(scratch.glob('libfollowup0_*.deb')), scratch / 'control')
        symbols = (scratch / 'control/symbols').read_text(encoding='utf-8')
        self.assertIn(' followup_lint_text@FOLLOWUP_0.1 0.1.0', symbols)

    def run_unpacked(self, *command, **environment):
        library = next((scratch / 'root/usr/lib').glob('*/libfollowup.so.0')).parent
        return run(*command, LD_LIBRARY_PATH=str(library), **environment)

    def test_the_programs_run_from_the_packages(self):
        said = self.run_unpacked(scratch / 'root/usr/bin/followup-lint', ROOT / 'examples/data/clean.txt')
        self.assertIn('ready to send', said)

    def test_the_python_module_runs_from_its_package(self):
        if 'python3-followup' not in PACKAGES:
            self.skipTest('bindings/python is not there')
        self.run_unpacked('/usr/bin/python3', '-c', 'import followup',
                          PYTHONPATH=str(scratch / 'root/usr/lib/python3/dist-packages'))


if __name__ == '__main__':
    if shutil.which('dpkg-buildpackage') is None or not (ROOT / '.git').exists():
        print('skipped: needs Debian and git')
        sys.exit(77)
    unittest.main()
