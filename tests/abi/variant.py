"""Variants of the built library with something changed on purpose, so that the comparison itself can be tested."""
import json
import pathlib
import shlex
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Variant:
    """The library of a build folder, to be changed file by file; only the changed sources are compiled again."""

    def __init__(self, build, folder):
        self.build = pathlib.Path(build).resolve()
        self.folder = pathlib.Path(folder)
        self.sources = {}
        self.include = self.folder / 'include'
        shutil.copytree(ROOT / 'include', self.include)
        self.map = self.folder / 'followup.map'
        shutil.copy(ROOT / 'lib/followup.map', self.map)

    def compile_again(self, path):
        """Takes a source in though nothing changes in it: it sees the changed headers."""
        file = self.sources.setdefault(path, self.folder / path.replace('/', '_'))
        if not file.exists():
            shutil.copy(ROOT / path, file)
        return file

    def change(self, path, old, new):
        """Replaces `old` in a public header, the map or a source of lib/, which must hold it."""
        if path == 'lib/followup.map':
            file = self.map
        elif path.startswith('include/'):
            file = self.folder / path
        else:
            file = self.compile_again(path)
        text = file.read_text(encoding='utf-8')
        assert old in text, f'{path} no longer holds: {old}'
        file.write_text(text.replace(old, new), encoding='utf-8')

    def compiled(self, path):
        commands = json.loads((self.build / 'compile_commands.json').read_text(encoding='utf-8'))
        wanted = (ROOT / path).resolve()
        command = next(c for c in commands if (self.build / c['file']).resolve() == wanted)
        made = self.folder / (path.replace('/', '_') + '.o')
        words = [str(self.sources[path]) if word == command['file'] else word for word in shlex.split(command['command'])]
        words[words.index('-o') + 1] = str(made)
        words[words.index('-MF') + 1] = str(made) + '.d'
        words[1:1] = [f'-I{self.include}', f'-I{(ROOT / path).parent}', '-g']
        subprocess.run(words, cwd=self.build, check=True)
        return made, self.build / command['output']

    def link(self):
        archive = self.build / 'lib/libfollowup-inside.a'
        listed = subprocess.run(['ar', 't', archive], capture_output=True, text=True, check=True).stdout.splitlines()
        objects = [path if (path := pathlib.Path(name)).is_absolute() else
                   next(p for p in (archive.parent / name, self.build / name) if p.exists()) for name in listed]
        for source in self.sources:
            made, replaced = self.compiled(source)
            objects = [made if path.resolve() == replaced.resolve() else path for path in objects]
        library = self.folder / 'libfollowup.so'
        subprocess.run(['cc', '-shared', '-o', library, '-Wl,-soname,libfollowup.so.0',
                        f'-Wl,--version-script,{self.map}', *objects], check=True)
        return library
