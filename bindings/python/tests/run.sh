#!/bin/sh
# Runs tests of the Python package with the system's Python; skipped (77) where its pytest is not installed.
#   tests/run.sh TEST_FILE...
cd "$(dirname "$0")" || exit 1
/usr/bin/python3 -c 'import pytest' 2>/dev/null || exit 77
exec /usr/bin/python3 -m pytest -q "$@"
