#!/usr/bin/env python3
"""Today's libraries hold what is kept of every version, and the comparison sees each sort of break.

    test_abi.py BUILD_FOLDER LIBFOLLOWUP.so [LIBFOLLOWUP-FORMATS.so]
"""
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'support'))
import description
import headers
from variant import Variant

KEEP = 'if that is meant: tests/abi/keep.py BUILD_FOLDER'
build, libraries = '', []


class WithFolder(unittest.TestCase):
    def setUp(self):
        self.made = tempfile.TemporaryDirectory()
        self.addCleanup(self.made.cleanup)
        self.folder = pathlib.Path(self.made.name)


class Kept(WithFolder):
    maxDiff = None

    def today(self, library):
        file = self.folder / f'{description.stem(library)}.abi'
        description.describe(library, file)
        return file

    def test_nothing_that_any_kept_version_had_is_broken(self):
        for library in libraries:
            today = self.today(library)
            for folder in description.kept_versions():
                if (folder / today.name).exists():
                    self.assertEqual('', description.breaks(folder / today.name, today), f'{folder.name}: {KEEP}')

    def test_everything_that_was_added_is_kept(self):
        for library in libraries:
            today = self.today(library)
            kept = description.kept_versions()[-1] / today.name
            self.assertEqual([], description.additions(kept, today), KEEP)

    def test_nothing_behind_a_handle_is_kept(self):
        for file in (description.HERE / 'kept').rglob('*.abi'):
            text = file.read_text(encoding='utf-8')
            self.assertIn("is-declaration-only='yes'", text)
            self.assertEqual([], re.findall(r'<data-member.*', text), file)

    def test_every_enum_of_the_headers_is_in_the_description(self):
        text = ''.join(self.today(library).read_text(encoding='utf-8') for library in libraries)
        public = headers.CORE + (headers.FORMATS if len(libraries) > 1 else [])
        for item in headers.all_items(*public):
            if item.kind == 'enum':
                self.assertIn(f"<enum-decl name='{item.name}'", text)


class TheComparison(WithFolder):
    """Red for what is a break, told apart from what is an addition."""

    def setUp(self):
        super().setUp()
        self.variant = Variant(build, self.folder)
        self.before = self.folder / 'before.abi'
        description.describe(libraries[0], self.before)

    def after(self):
        file = self.folder / 'after.abi'
        description.describe(self.variant.link(), file)
        return file

    def check_break(self, words):
        said = description.breaks(self.before, self.after())
        self.assertIn(words, said)

    def test_a_library_that_was_only_linked_again_is_the_same(self):
        after = self.after()
        self.assertEqual('', description.breaks(self.before, after))
        self.assertEqual([], description.additions(self.before, after))

    def test_a_removed_function_is_a_break(self):
        self.variant.change('lib/followup.map', '    followup_version;\n', '')
        self.check_break('followup_version')

    def test_a_changed_parameter_is_a_break(self):
        for path in ('include/followup/policy.h', 'lib/policy/policy.c'):
            self.variant.change(path, 'followup_number number, int value', 'followup_number number, long value')
        self.check_break('followup_policy_set_number')

    def test_a_renumbered_enum_is_a_break(self):
        self.variant.change('include/followup/rule.h', 'FOLLOWUP_LEVEL_ERROR = 3', 'FOLLOWUP_LEVEL_ERROR = 4')
        self.variant.compile_again('lib/rules/catalogue.c')
        self.check_break("'followup_level::FOLLOWUP_LEVEL_ERROR' from value '3' to '4'")

    def test_a_removed_enumerator_is_a_break(self):
        self.variant.change('include/followup/window.h', 'FOLLOWUP_WINDOW_PAST = 5', 'FOLLOWUP_WINDOW_GONE = 6')
        self.variant.change('lib/time/window.c', 'FOLLOWUP_WINDOW_PAST', 'FOLLOWUP_WINDOW_GONE')
        self.check_break('FOLLOWUP_WINDOW_PAST')

    def test_an_added_function_is_an_addition_and_no_break(self):
        self.variant.change('lib/followup.map', '  global:\n', '  global:\n    followup_added;\n')
        self.variant.change('lib/version.c', 'const char *followup_version',
                            'FOLLOWUP_API const char *followup_added(void);\n'
                            'const char *followup_added(void) { return ""; }\nconst char *followup_version')
        after = self.after()
        self.assertEqual('', description.breaks(self.before, after))
        self.assertEqual(['followup_added'], description.additions(self.before, after))

    def test_an_added_enumerator_is_an_addition_and_no_break(self):
        self.variant.change('include/followup/rule.h', 'FOLLOWUP_FAMILY_TIMING = 4',
                            'FOLLOWUP_FAMILY_TIMING = 4, FOLLOWUP_FAMILY_ADDED = 5')
        self.variant.compile_again('lib/rules/catalogue.c')
        after = self.after()
        self.assertEqual('', description.breaks(self.before, after))
        self.assertEqual(['FOLLOWUP_FAMILY_ADDED'], description.additions(self.before, after))

    def test_a_library_without_debug_information_is_refused(self):
        bare = self.folder / 'bare.so'
        subprocess.run(['strip', '--strip-debug', '-o', bare, libraries[0]], check=True)
        with self.assertRaises(description.Untyped):
            description.describe(bare, self.folder / 'bare.abi')


if __name__ == '__main__':
    build, libraries = sys.argv[1], sys.argv[2:]
    if platform.machine() != 'x86_64' or shutil.which('abidiff') is None:
        print('skipped: needs abidiff, on x86_64, which the kept descriptions are of')
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
