"""Descriptions of the libraries' ABI (libabigail): made, kept and compared always alike."""
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
INCLUDE = HERE.parents[1] / 'include'
# Both sides of every comparison are dumped with these: no paths, no lines, nothing of opaque structs.
OPTIONS = ['--suppressions', str(HERE / 'opaque.suppr'), '--drop-private-types', '--drop-undefined-syms',
           '--exported-interfaces-only', '--no-architecture', '--no-corpus-path', '--no-show-locs',
           '--no-comp-dir-path', '--no-elf-needed', '--no-parameter-names', '--type-id-style', 'hash']


def kept_versions():
    """The folders of kept/, the oldest first."""
    return sorted((HERE / 'kept').iterdir(), key=lambda folder: [int(part) for part in folder.name.split('.')])


def soname(library):
    said = subprocess.run(['readelf', '-d', library], capture_output=True, text=True, check=True).stdout
    return re.search(r'SONAME.*\[(.*)\]', said).group(1)


def stem(library):
    return soname(library).partition('.so')[0]


class Untyped(Exception):
    """The library has no debug information, or not for every function: a comparison would pass silently."""


def describe(library, file):
    subprocess.run(['abidw', *OPTIONS, '--out-file', file, library], check=True)
    text = pathlib.Path(file).read_text(encoding='utf-8')
    exported = set(re.findall(r"<elf-symbol name='(\w+)'", text))
    typed = set(re.findall(r"elf-symbol-id='(\w+)", text))
    if exported != typed:
        raise Untyped(f'{len(typed)} of {len(exported)} exported functions have types: build with -g')


def breaks(old, new):
    """What abidiff says, or '' where it exits with 0: bit 4 alone is a break too."""
    made = subprocess.run(['abidiff', '--no-added-syms', old, new], capture_output=True, text=True)
    return '' if made.returncode == 0 else f'abidiff exits with {made.returncode}\n{made.stdout}{made.stderr}'


def names(file):
    text = pathlib.Path(file).read_text(encoding='utf-8')
    return set(re.findall(r"(?:elf-symbol|enumerator) name='(\w+)'", text))


def additions(old, new):
    """Functions and enumerators that were not there: abidiff passes over a new enumerator, or tells it with much else."""
    return sorted(names(new) - names(old))
