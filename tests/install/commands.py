"""Runs commands for the tests of installing and packaging."""
import os
import subprocess


def run(*command, cwd, **environment):
    """What a command writes on standard output; one that fails is an AssertionError with all that it wrote."""
    words = [str(word) for word in command]
    made = subprocess.run(words, cwd=cwd, capture_output=True, text=True, env={**os.environ, **environment})
    if made.returncode != 0:
        said = (made.stdout[-6000:] + made.stderr[-6000:]).strip()
        raise AssertionError(f"{' '.join(words)} exits with {made.returncode}\n{said}")
    return made.stdout
