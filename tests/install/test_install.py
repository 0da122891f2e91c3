#!/usr/bin/env python3
"""What `meson dist` packs builds and passes; what `meson install` leaves serves callers without the build tree.

    test_install.py BUILD_FOLDER

Packs the last commit. The tarball is built with clang, and held against -Werror.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import commands

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'docs'))
import guide

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LONG_TESTS = {'zone_oracle', 'hostile_texts', 'hostile_messages', 'growth'} # they see the same in the plain build
build = pathlib.Path('build').resolve()
scratch = prefix = tree = packed = None


def run(*command, cwd=None, **environment):
    return commands.run(*command, cwd=cwd or scratch, **environment)


def unpack():
    global packed
    run('meson', 'dist', '-C', build, '--no-tests', '--allow-dirty', '--formats', 'xztar')
    packed = max((build / 'meson-dist').glob('libfollowup-*.tar.xz'), key=lambda file: file.stat().st_mtime)
    run('tar', '-xf', packed)
    return scratch / packed.name.removesuffix('.tar.xz')


def build_and_install():
    made = tree / 'build'
    run('meson', 'setup', made, tree, f'--prefix={prefix}', '--libdir=lib', '--werror', '-Doptimization=0',
        '-Ddocs=enabled', CC='clang')
    run('ninja', '--quiet', '-C', made)
    listed = run('meson', 'test', '-C', made, '--no-rebuild', '--list').splitlines()
    names = {line.partition(' / ')[2] for line in listed if ' / ' in line}
    run('meson', 'test', '-C', made, '--no-rebuild', '--print-errorlogs', *(names - LONG_TESTS))
    run('meson', 'install', '-C', made, '--no-rebuild')


def setUpModule():
    global scratch, prefix, tree
    scratch = pathlib.Path(tempfile.mkdtemp(prefix='followup-install-'))
    prefix = scratch / 'prefix'
    tree = unpack()
    build_and_install()
    tree = tree.rename(scratch / 'moved')  # gone from where it was


def tearDownModule():
    shutil.rmtree(scratch, ignore_errors=True)


def flags(*words):
    return run('pkg-config', *words, PKG_CONFIG_PATH=str(prefix / 'lib/pkgconfig')).split()


class Installed(unittest.TestCase):
    def runs(self, program, wanted='asks-for-decision-date'):
        self.assertIn(wanted, run(program, LD_LIBRARY_PATH=str(prefix / 'lib')))

    def compile(self, compiler, *words):
        program = scratch / 'program'
        run(compiler, '-Wall', '-Wextra', '-Werror', '-o', program, *words)
        return program

    def test_a_c_program_links_the_shared_library(self):
        words = [HERE / 'program.c', *flags('--cflags', '--libs', 'followup')]
        for compiler in ('gcc', 'clang'):
            self.runs(self.compile(compiler, '-std=c11', '-pedantic', *words))

    def test_a_cpp_program_links_the_shared_library(self):
        words = [HERE / 'program.cpp', *flags('--cflags', '--libs', 'followup')]
        for compiler in ('g++', 'clang++'):
            self.runs(self.compile(compiler, '-std=c++11', '-pedantic', *words))

    def test_a_static_program_links_the_core_and_has_no_libraries(self):
        words = flags('--static', '--cflags', '--libs', 'followup')
        program = self.compile('cc', '-static', HERE / 'program.c', *words)
        self.assertNotIn('NEEDED', run('readelf', '-d', program))
        self.assertIn('asks-for-decision-date', run(program))

    def test_a_program_may_take_both_of_our_libraries_static_and_the_others_shared(self):
        """All of it static is not to be had on Debian: GMime's GPGME has no archive there (docs/promises.md)."""
        ours = [prefix / 'lib/libfollowup-formats.a', prefix / 'lib/libfollowup.a']
        others = [flag for flag in flags('--static', '--libs', 'followup') if not flag.startswith(('-L', '-lfollowup'))]
        others += run('pkg-config', '--libs', 'jansson', 'gmime-3.0', 'gumbo', 'libical', 'icu-i18n').split()
        program = self.compile('cc', HERE / 'reads_case.c', *flags('--cflags', 'followup'), *ours, *others)
        self.assertNotIn('libfollowup', run('readelf', '-d', program))
        self.assertEqual('c1\n', run(program))

    def test_a_program_links_the_formats_library(self):
        self.runs(self.compile('cc', '-std=c11', '-pedantic', HERE / 'reads_case.c',
                               *flags('--cflags', '--libs', 'followup-formats')), 'c1')

    def test_a_cmake_project_finds_it(self):
        run('cmake', '-S', HERE, '-B', scratch / 'cmake', PKG_CONFIG_PATH=str(prefix / 'lib/pkgconfig'))
        run('cmake', '--build', scratch / 'cmake')
        self.runs(scratch / 'cmake/caller')

    def test_each_public_header_compiles_alone_in_both_languages(self):
        compilers = {'c': (('gcc', 'clang'), ('-std=c11', '-Wstrict-prototypes')), 'c++': (('g++', 'clang++'), ('-std=c++11',))}
        for header in sorted((prefix / 'include').rglob('*.h')):
            source = scratch / 'alone'
            source.write_text(f"#include <{header.relative_to(prefix / 'include')}>\n" * 2 + 'int main(void) { return 0; }\n')
            for language, (names, words) in compilers.items():
                for name in names:
                    self.compile(name, '-pedantic', *words, '-fsyntax-only', '-x', language, f"-I{prefix / 'include'}", source)

    def test_every_public_header_was_installed(self):
        def headers(folder):
            return {file.relative_to(folder) for file in folder.rglob('*.h')}
        self.assertEqual(headers(ROOT / 'include'), headers(prefix / 'include'))

    def test_the_programs_run_and_have_their_manual_pages(self):
        for name in ('followup-draft', 'followup-lint', 'followup-plan', 'followup-window'):
            self.runs_help(name)
            page = prefix / f'share/man/man1/{name}.1'
            self.assertIn(f'{name.upper()}'.replace('-', r'\-'), page.read_text(encoding='utf-8'))
            self.assertEqual('', subprocess.run(['man', '--warnings', '-l', page], capture_output=True, text=True,
                                                env={**os.environ, 'LC_ALL': 'C.UTF-8', 'MANWIDTH': '80'}).stderr)

    def runs_help(self, name):
        self.assertIn(f'Usage: {name}', run(prefix / 'bin' / name, '--help', LD_LIBRARY_PATH=str(prefix / 'lib')))

    def test_all_say_the_same_version(self):
        version = flags('--modversion', 'followup')[0]
        header = (prefix / 'include/followup/version.h').read_text(encoding='utf-8')
        self.assertEqual(version, '.'.join(re.findall(r'#define FOLLOWUP_VERSION_\w+ (\d+)', header)))
        self.assertEqual([version], flags('--modversion', 'followup-formats'))
        self.assertTrue((prefix / f'lib/libfollowup.so.{version}').exists())
        for name in ('followup-draft', 'followup-lint', 'followup-plan', 'followup-window'):
            self.assertIn(version, run(prefix / 'bin' / name, '--version', LD_LIBRARY_PATH=str(prefix / 'lib')))
        self.assertIn(f'libfollowup ({version}-', (ROOT / 'debian/changelog').read_text(encoding='utf-8'))

    def test_the_reference_and_the_guide_are_there(self):
        folder = prefix / 'share/doc/libfollowup'
        self.assertTrue((folder / 'html/index.html').exists())
        self.assertTrue((folder / 'guide.md').exists())

    def test_a_rule_is_added_as_the_guide_says(self):
        rules = scratch / 'rules'
        run('tar', '-C', scratch, '-xf', packed)
        (scratch / packed.name.removesuffix('.tar.xz')).rename(rules)
        subprocess.run(['patch', '-p1', '--quiet'], input=guide.patch(), text=True, cwd=rules, check=True)
        run('meson', 'setup', rules / 'build', rules, '-Doptimization=0', '-Dtests=false', '-Ddefault_library=shared')
        run('ninja', '--quiet', '-C', rules / 'build', 'examples/followup-lint')
        self.assertEqual(guide.text(), guide.filled(guide.text(), rules, patched=True))

    def test_nothing_installed_knows_the_build_tree(self):
        for file in (prefix / 'lib/pkgconfig').iterdir():
            self.assertNotIn(str(tree), file.read_text(encoding='utf-8'))
        for file in [*(prefix / 'lib').glob('*.so'), *(prefix / 'bin').iterdir()]:
            self.assertNotRegex(run('readelf', '-d', file), 'R(UN)?PATH')


if __name__ == '__main__':
    if len(sys.argv) > 1:
        build = pathlib.Path(sys.argv.pop(1)).resolve()
    if not (ROOT / '.git').exists():
        print('skipped: needs git, to pack the last commit')
        sys.exit(77)
    unittest.main()
