"""Byte sequences with what Python's decoder says of them, for test_utf8.c; and no function that takes text is left out.

    test_utf8.py TEST_UTF8 TEST_DOCUMENTS
"""

import itertools
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import headers

# Text that is no UTF-8 text, or not only: each is read by its own rules.
EXCEPTIONS = {
    ("followup_policy_use_region", "region"): "two ASCII letters, else FOLLOWUP_E_ARGUMENT",
    ("followup_formats_read_case", "json"): "test_documents.c",
    ("followup_formats_read_policy", "json"): "test_documents.c",
    ("followup_formats_read_mail", "mail"): "test_documents.c",
    ("followup_formats_read_interviews", "text"): "test_documents.c",
    ("followup_formats_read_holidays", "text"): "test_documents.c",
}


def encoded(code):
    """As UTF-8 would have it, also where it must not: surrogates, beyond U+10FFFF, up to six bytes."""
    for length, limit in ((2, 1 << 11), (3, 1 << 16), (4, 1 << 21), (5, 1 << 26), (6, 1 << 31)):
        if code < limit:
            return stretched(code, length)
    raise ValueError(code)


def stretched(code, length):
    tails = [0x80 | code >> 6 * i & 0x3F for i in range(length - 1)][::-1]
    return bytes([(0xFF00 >> length & 0xFF) | code >> 6 * (length - 1)] + tails)


def special():
    edges = [0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFFFD, 0xFFFF, 0x10000,
             0x3FFFF, 0x40000, 0xFFFFF, 0x100000, 0x10FFFF, 0x110000, 0x13FFFF, 0x140000, 0x1FFFFF, 0x200000, 0x3FFFFFF,
             0x4000000, 0x7FFFFFFF]
    for code in edges:
        whole = encoded(code)
        yield from (whole[:cut] for cut in range(1, len(whole) + 1))  # each truncation, and the whole
    for code, length in itertools.product((0, 0x2F, 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF), range(2, 7)):
        if code < (1 << 7 if length == 2 else 1 << 5 * length + 1):
            yield stretched(code, length)  # overlong, most of them
    yield from (encoded(code) for code in range(0xD800, 0xE000))
    for lead in range(0xE0, 0x100):
        for tails in itertools.product((0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF), repeat=2):
            yield bytes([lead, *tails])
            yield bytes([lead, *tails, 0x80])
    yield from (b"\0", b"ab\0cd", b"\xc3\xa9\0", b"\0\xff", b"\xff\0", b"\xef\xbb\xbf", b"\xef\xbf\xbe", b"\xfe\xff", b"")


def sequences():
    for pair in itertools.product(range(256), repeat=2):
        yield bytes(pair)
        yield b"Dear A" + bytes(pair) + b"B, thanks."
    for place, bytes_ in enumerate(special()):
        yield bytes_
        yield b"Thank you, dear Ana"[: place % 17] + bytes_ + b" and Bo, all of you"[: place % 19]


def wrong_at(text):
    """The offset of the first wrong byte, or -1; a NUL is one."""
    nul = text.find(b"\0")
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as failure:
        return failure.start if nul < 0 else min(nul, failure.start)
    return nul


class Utf8(unittest.TestCase):
    def test_what_is_no_utf8_is_refused_where_it_begins(self):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            for text in sequences():
                if text:
                    file.write(f"{text.hex()} {wrong_at(text)}\n")
            file.flush()
            for program in PROGRAMS:
                done = subprocess.run([program, file.name], capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_every_function_that_takes_text_is_asked(self):
        wanted = set()
        for item in headers.all_items():
            if item.kind != "function" or item.type != "followup_status":
                continue
            for text, length in itertools.pairwise(item.parameters):
                if text[0].strip() == "const char *" and length[1].endswith("length"):
                    wanted.add((item.name, text[1]))
        listed = subprocess.run([PROGRAMS[0], "-", "--list"], capture_output=True, text=True, check=True).stdout
        asked = {tuple(line.split()) for line in listed.splitlines()}
        self.assertGreater(len(wanted), 40)
        self.assertEqual(wanted - asked - set(EXCEPTIONS), set())
        self.assertEqual((asked | set(EXCEPTIONS)) - wanted, set())


if __name__ == "__main__":
    PROGRAMS = sys.argv[1:]
    unittest.main(argv=sys.argv[:1], verbosity=0)
