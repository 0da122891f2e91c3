#!/usr/bin/env python3
"""Headers, version maps, shared objects and archives agree, and the core calls nothing that a library must not call.

    test_symbols.py [--sanitized] LIBFOLLOWUP.so [LIBFOLLOWUP-FORMATS.so]
"""
import pathlib
import re
import runpy
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'support'))
import headers

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAPS = {'core': ROOT / 'lib/followup.map', 'formats': ROOT / 'lib/formats/followup-formats.map'}
# All that the core may call of libc and libm. No end of the process, no printing, no clock, locale, environment, lock,
# thread, random number or network: what is not here needs a reason in the documentation first. malloc and free are the
# default allocator's; the files are those of the time zones.
ALLOWED = set('''
  malloc free
  fopen fopen64 fread fclose ferror
  bcmp memchr memcmp memcpy memmove memset
  strchr strrchr strcmp strncmp strcspn strspn strlen strnlen strstr
  snprintf vsnprintf
  qsort bsearch abs labs llabs
  __errno_location __stack_chk_fail
'''.split())
# Of ICU what is the whole process's.
FORBIDDEN = {'u_setMemoryFunctions', 'u_cleanup', 'u_init', 'u_setDataDirectory', 'uloc_setDefault', 'uloc_getDefault',
             'ucal_setDefaultTimeZone', 'ucal_getDefaultTimeZone', 'ucal_getNow'}
core, formats = '', ''


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def nodes(path):
    """The map's nodes, in order: their names and symbols. Anything else in a map but comments is an error."""
    text = re.sub(r'/\*.*?\*/', '', path.read_text(encoding='utf-8'), flags=re.S)
    node = r'(\w+_\d+\.\d+) \{\n  global:\n((?:    followup_\w+;\n)+)(?:  local:\n    \*;\n)?\}[ \w.]*;\s*'
    rest = re.sub(node, '', text).strip()
    if rest:
        raise AssertionError(f'{path}: not one node a release and one symbol a line:\n{rest}')
    return {name: re.findall(r'\w+', symbols) for name, symbols in re.findall(node, text)}


def exported(path):
    """The dynamic symbols that are defined: their versions by their names."""
    found = {}
    for line in run('nm', '-D', '--defined-only', path).splitlines():
        name, _, version = line.split()[-1].partition('@')
        if ' A ' not in line:
            found[name] = version.lstrip('@')
    return found


def called(*paths):
    """Undefined symbols, no weak ones: fortified ones by their plain names, ICU's without its version."""
    names = set()
    for line in run('nm', '-D', '--undefined-only', *paths).splitlines():
        if ' U ' in line:
            name = line.split()[-1].partition('@')[0]
            names.add(re.sub(r'^__(\w+)_chk$', r'\1', re.sub(r'_\d\d+$', '', name)))
    return names


def sizes_of_sections(path):
    found = re.findall(r'\] (\.\S+)\s+\S+\s+[0-9a-f]+ [0-9a-f]+ ([0-9a-f]+)', run('readelf', '-SW', path))
    return {name: int(size, 16) for name, size in found}


class Symbols(unittest.TestCase):
    def check_names(self, library, version_map, public):
        by_map = nodes(version_map)
        of_map = [name for names in by_map.values() for name in names]
        functions = {item.name: item for item in headers.all_items(*public) if item.kind == 'function'}
        self.assertEqual(set(functions), set(of_map))
        versions = exported(library)
        self.assertEqual(set(functions), set(versions))
        self.assertEqual(len(of_map), len(set(of_map)), 'a symbol stands in the map twice')
        for node, names in by_map.items():
            self.assertEqual(names, sorted(names), node)
            for name in names:
                self.assertEqual(node, versions[name])
                self.assertIn(f"Since {node.rpartition('_')[2]}.", functions[name].comment, f'{name} in node {node}')

    def test_header_map_and_shared_object_name_the_same_functions(self):
        self.check_names(core, ROOT / 'lib/followup.map', headers.CORE)

    def test_the_formats_library_exports_what_its_header_declares(self):
        if not formats:
            self.skipTest('built without the formats library')
        self.check_names(formats, ROOT / 'lib/formats/followup-formats.map', headers.FORMATS)

    def test_the_debian_packages_name_the_same_functions(self):
        for file, text in runpy.run_path(str(ROOT / 'debian/symbols.py'))['files']().items():
            self.assertEqual(text, file.read_text(encoding='utf-8'), 'debian/symbols.py writes it')

    def test_nothing_but_followup_is_exported(self):
        for library in filter(None, (core, formats)):
            self.assertEqual([], [name for name in exported(library) if not name.startswith('followup_')])

    def test_the_sonames_are_those_of_the_first_abi(self):
        for library, soname in ((core, 'libfollowup.so.0'), (formats, 'libfollowup-formats.so.0')):
            if library:
                self.assertIn(f'[{soname}]', run('readelf', '-d', library))

    def test_the_core_calls_of_libc_only_what_is_allowed(self):
        libraries = r'(pcre2|sb_stemmer|u|ubrk|ucal|umsg|unorm2|udat|unum|utext|uset|utrans|uloc|ucasemap)_\w+'
        toolchain = r'__(asan|ubsan|tsan|gcov|sanitizer)_\w+|_Unwind_\w+'
        calls = {name for name in called(core) if not re.fullmatch(libraries + '|' + toolchain, name)}
        self.assertEqual(set(), calls - ALLOWED)
        self.assertEqual(set(), called(core) & FORBIDDEN)

    def test_enum_values_are_written_out_and_used_once(self):
        for item in headers.all_items():
            if item.kind == 'enum':
                values = [value for _, value, _ in item.members]
                self.assertNotIn(None, values, item.name)
                self.assertEqual(len(values), len(set(values)), item.name)


class Sections(unittest.TestCase):
    """Of the plain build: sanitizers add their own."""

    def setUp(self):
        if any(name.startswith(('__asan', '__tsan', '__ubsan', '__gcov')) for name in called(core)):
            self.skipTest('instrumented')

    def test_there_are_no_global_constructors_or_destructors(self):
        for library in filter(None, (core, formats)):
            sizes = sizes_of_sections(library)
            self.assertLessEqual(sizes.get('.init_array', 0), 8, "one pointer: the toolchain's frame_dummy")
            self.assertLessEqual(sizes.get('.fini_array', 0), 8)
            self.assertNotIn('.ctors', sizes)

    def test_the_core_has_no_writable_globals(self):
        sizes = sizes_of_sections(core)
        self.assertLessEqual(sizes.get('.data', 0), 8, '__dso_handle alone')
        self.assertLessEqual(sizes.get('.bss', 0), 8, "the toolchain's `completed` alone")
        self.assertFalse({'.tdata', '.tbss'} & set(sizes), 'thread-local variables')
        self.assertIn('GNU_RELRO', run('readelf', '-lW', core))

    def test_the_static_libraries_show_nothing_but_followup_either(self):
        for library in filter(None, (core, formats)):
            archive = pathlib.Path(library).parent / (pathlib.Path(library).name.partition('.so')[0] + '.a')
            if not archive.exists():
                self.skipTest('built without static libraries')
            shown = run('nm', '-g', '--defined-only', archive).splitlines()
            names = {line.split()[-1] for line in shown if len(line.split()) == 3}
            self.assertEqual(set(exported(library)), names)

    def test_only_the_allocator_calls_malloc(self):
        archive = pathlib.Path(core).parent / 'libfollowup-inside.a'
        takers = set()
        for line in run('nm', '-A', '--undefined-only', archive).splitlines():
            if line.split()[-1] in ('malloc', 'calloc', 'realloc', 'free', 'strdup', 'aligned_alloc'):
                takers.add(re.search(r'(\w+)\.c\.o', line).group(1))
        self.assertEqual({'base_memory'}, takers)


if __name__ == '__main__':
    core = sys.argv[1]
    formats = sys.argv[2] if len(sys.argv) > 2 else ''
    unittest.main(argv=sys.argv[:1])
