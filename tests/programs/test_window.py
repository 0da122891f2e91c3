"""followup-window on the command line: test_window.py PROGRAM WINDOWS.tsv"""
import csv
import subprocess
import sys
import tempfile

PROGRAM, ROWS = sys.argv[1:3]
failed = 0


def run(*words):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True)


def expect(what, holds):
    global failed
    if not holds:
        failed += 1
        print("not so: " + what)


def table(text):
    file = tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8")
    file.write(text)
    file.flush()
    return file


AT = ("--reference=2026-03-05T15:30", "--zone=America/New_York")
HEAD = "id\treference\ttime_zone\tweekend\tholidays\tsentence\n"

said = run(*AT, "You'll hear from us within two weeks.")
expect("a sentence gives its end", said.returncode == 0 and "2026-03-19T23:59:59 America/New_York" in said.stdout)
expect("the span is marked", "You'll hear from us [within two weeks]." in said.stdout)
expect("the form is shown", "within 2 weeks" in said.stdout)
few = run(*AT, "You'll hear in a few days.")
expect("assumptions are shown", "a few is 3" in few.stdout)
none = run(*AT, "We'll be in touch soon.")
expect("no window is no failure", none.returncode == 0 and "none" in none.stdout)
offset = run("--reference", "2026-03-05T15:30:00-05:00", "--zone", "America/New_York", "You'll hear by 3/4.")
expect("the zone's country tells the order of numbers", "2027-03-04" in offset.stdout)
holiday = run(*AT, "--holidays=2026-03-06,2026-03-09", "You'll hear in one business day.")
expect("holidays count", "2026-03-10" in holiday.stdout)
weekend = run(*AT, "--weekend=fri-sat", "You'll hear in one business day.")
expect("the weekend counts", "2026-03-08" in weekend.stdout)
region = run(*AT, "--region=sa", "You'll hear in one business day.")
expect("the region's weekend counts", "2026-03-08" in region.stdout)

for words in ([], ["--zone"], ["--zone=Mars/Base", "x"], ["--weekend=mon", "x"], ["--reference=yesterday", "x"],
              ["--holidays=2026-02-30", "x"], ["--region=USA", "x"], ["--nonsense", "x"], ["--batch", "/no/such/file"],
              ["--batch", ROWS, "x"], ["--reference=2026-03-05T15:30", "\udcff"]):
    bad = run(*words)
    expect("exit 2 and a message for %r" % words, bad.returncode == 2 and bad.stderr.startswith("followup-window: "))

batch = run("--batch", ROWS)
with open(ROWS, encoding="utf-8", newline="") as file:
    ids = [row["id"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
expect("a batch gives each line", batch.returncode == 0 and [line.split("\t")[0] for line in batch.stdout.splitlines()] == ids)
with table("sentence\tid\tother\ttime_zone\treference\nYou'll hear by Friday.\tx\t?\tUTC\t2026-03-05T15:30\n") as file:
    swapped = run("--batch", file.name)
expect("columns go by their names", swapped.stdout == "x\t2026-03-06T23:59:59\n")
for text, why in (("", "is empty"), ("id\tsentence\n", 'no column "reference"'),
                  (HEAD + "a\t2026-03-05\tUTC\t\t\tx\n", "2: reference: not a date-time"), (HEAD + "a\t\tUTC\t\t\tx\n", "2: reference"),
                  (HEAD + "a\t2026-03-05T15:30\tMars\t\t\tx\n", "2: time_zone: unknown time zone"),
                  (HEAD + "a\t2026-03-05T15:30\tUTC\tmonday\t\tx\n", "2: weekend")):
    with table(text) as file:
        bad = run("--batch", file.name)
    expect("exit 2 for " + why, bad.returncode == 2 and why in bad.stderr)
for word, why in (("--zone=Mars/Base", "unknown time zone"), ("--reference=yesterday", "not a date-time"),
                  ("--holidays=2026-02-30", "not a date"), ("--region=USA", "not a country code")):
    bad = run(word, "x")
    expect("an error names the option %s as typed" % word, bad.stderr.startswith("followup-window: %s: %s" % (word, why)))
two = run(*AT, "You'll hear by Friday.", "We'll be in touch soon.")
expect("a second sentence is refused and named", two.returncode == 2 and two.stdout == "" and "soon." in two.stderr)
rows = ("a\t2026-03-05T15:30\tUTC\t\t\tBy Friday.\n", "b\t2026-03-05T15:30\tMars\t\t\tBy Friday.\n",
        "c\t2026-03-05T15:30\tMars\t\t\tBy Friday.\n", "d\tthen\tUTC\t\t\tBy Friday.\n", "e\t2026-03-05T15:30\tUTC\t\t\tSoon.\n")
with table(HEAD + "".join(rows)) as file:
    some = run("--batch", file.name)
expect("a bad line does not stop the others", some.returncode == 2 and some.stdout == "a\t2026-03-06T23:59:59\ne\tnone\n")
expect("each bad line is told with its number", [line.split(":")[2] for line in some.stderr.splitlines()] == ["3", "4", "5"])
with table("\ufeff" + HEAD + rows[0]) as file:
    marked = run("--batch", file.name)
expect("a byte order mark is passed over", marked.stdout == "a\t2026-03-06T23:59:59\n" and marked.returncode == 0)
expect("help is printed", run("--help").returncode == 0 and "--batch FILE" in run("--help").stdout)
sys.exit(failed != 0)
