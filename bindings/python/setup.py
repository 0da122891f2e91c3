"""Puts libfollowup into the wheel, with the system's ICU, PCRE2 and stemmer that it needs beside it.

The library is the one that FOLLOWUP_LIBRARY names (a file or a folder), else that of the build tree. What else it
needs (libc, libstdc++) is on every Linux. With FOLLOWUP_LIBRARY=none the wheel holds Python alone, for any platform:
it uses an installed libfollowup.
"""

import os
import pathlib
import re
import shutil
import subprocess

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py
from wheel.bdist_wheel import bdist_wheel

HERE = pathlib.Path(__file__).resolve().parent
CORE = "libfollowup.so.0"
BROUGHT_ALONG = ("libicudata", "libicuuc", "libicui18n", "libpcre2-8", "libstemmer")
PURE = os.environ.get("FOLLOWUP_LIBRARY") == "none"


def core() -> pathlib.Path:
    """The library to put in."""
    named = os.environ.get("FOLLOWUP_LIBRARY")
    found = [pathlib.Path(named)] if named else sorted(HERE.parents[1].glob("build/lib"))
    for place in found:
        path = place / CORE if place.is_dir() else place
        if path.exists():
            return path
    raise SystemExit(
        f"{CORE} is not there: build it (meson setup build && ninja -C build), or name it in FOLLOWUP_LIBRARY "
        "(FOLLOWUP_LIBRARY=none makes a wheel without it)"
    )


def needed(library: pathlib.Path) -> "list[pathlib.Path]":
    """What the loader takes for it, in the order of need: each after what it needs itself."""
    listing = subprocess.run(["ldd", str(library)], capture_output=True, text=True, check=True).stdout
    paths = [pathlib.Path(path) for path in re.findall(r"=> (/\S+)", listing)]
    by_name = {path.name: path for path in paths}
    return [path for start in BROUGHT_ALONG for name, path in by_name.items() if name.startswith(start + ".so")]


def licence_of(library: pathlib.Path) -> "pathlib.Path | None":
    """The copyright file of the Debian package that a library is from, where there is one."""
    real = library.resolve()
    for path in (str(real), str(real).replace("/usr/lib/", "/lib/"), str(library)):
        owner = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True)
        if owner.returncode == 0:
            found = pathlib.Path("/usr/share/doc") / owner.stdout.split(":")[0] / "copyright"
            return found if found.exists() else None
    return None


def bundle(folder: pathlib.Path) -> None:
    """Copies the library and what it needs, lists the latter for the loader, and adds their licences."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    library, names = core(), []
    for path in needed(library):
        shutil.copyfile(path, folder / path.name)
        names.append(path.name)
        licence = licence_of(path) if shutil.which("dpkg-query") else None
        if licence is not None:
            shutil.copyfile(licence, folder / f"{path.name}.copyright")
    shutil.copyfile(library, folder / CORE)
    if shutil.which("strip"):
        subprocess.run(["strip", "--strip-unneeded", str(folder / CORE)], check=True)
    (folder / "needed.txt").write_text("\n".join(names) + "\n", encoding="utf-8")


class BuildWithLibrary(build_py):
    def run(self) -> None:
        super().run()
        if not PURE:
            bundle(pathlib.Path(self.build_lib) / "followup" / "_lib")


class ForThisPlatform(Distribution):
    def has_ext_modules(self) -> bool:
        return not PURE


class PlatformWheel(bdist_wheel):
    def get_tag(self) -> "tuple[str, str, str]":
        return "py3", "none", super().get_tag()[2]


setup(distclass=ForThisPlatform, cmdclass={"build_py": BuildWithLibrary, "bdist_wheel": PlatformWheel})
