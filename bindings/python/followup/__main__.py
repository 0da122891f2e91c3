"""``python -m followup lint|plan|window``: the C programs of the same names, in Python."""

import sys

from ._command import main

sys.exit(main(sys.argv[1:]))
