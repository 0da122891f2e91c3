#!/bin/sh
# Installs what is missing, builds, and runs every test: as built, under AddressSanitizer and UBSan, under ThreadSanitizer,
# under valgrind, and as installed and packaged (of the last commit). Ends with the table of figures (tests/README.md).
#   tests/run.sh           what every change must pass (about ten minutes the first time)
#   tests/run.sh --quick   the suite as built, and the table of the labelled sets
#   tests/run.sh --all     the ordinary run, then everything in its long form (hours)
set -e
cd "$(dirname "$0")/.."
. ./.ci/prepare
[ "$1" = --quick ] || test_packages="$test_packages $long_test_packages"
[ "$1" != --all ] || test_packages="$test_packages $all_test_packages"
install_packages $test_packages $python_test_packages

failed=0
suite() { # folder, meson test options
  folder=$1
  shift
  meson test -C "$folder" --print-errorlogs "$@" || failed=$((failed + 1))
}
check() { # a command of its own
  "$@" || failed=$((failed + 1))
}

quick_checks() {
  suite build
  check python3 tests/accuracy/measure.py build
}

ordinary_checks() {
  [ -f build-sanitized/build.ninja ] ||
    meson setup build-sanitized -Db_sanitize=address,undefined -Db_lundef=false \
      -Dc_args=-fno-sanitize-recover=undefined >/dev/null
  suite build-sanitized --timeout-multiplier 4
  [ -f build-threads/build.ninja ] ||
    meson setup build-threads -Db_sanitize=thread -Db_lundef=false -Doptimization=1 >/dev/null
  ninja --quiet -C build-threads tests/test_threads tests/test_threads_cases examples/embed
  CK_FORK=no suite build-threads --no-rebuild threads threads_cases embed
  FOLLOWUP_FIGURES= CK_FORK=no suite build --suite valgrind --timeout-multiplier 20 \
    --wrap "valgrind -q --error-exitcode=9 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
      --suppressions=$PWD/tests/support/valgrind.supp"
  check python3 -B tests/fuzz/run.py
  check python3 -B tests/install/test_install.py build
  check python3 -B tests/install/test_debian.py
}

# Each takes minutes to hours; FOLLOWUP_LONG=1 is set.
long_checks() {
  check python3 -B tests/static/run.py build
  check python3 -B tests/coverage/measure.py
  check python3 -B tests/mutation/run.py --sample 500
  check python3 -B tests/mutation/run.py --sample 300 --only lib/time --least 100
  suite build --suite long --timeout-multiplier 0
  suite build-sanitized --suite long --timeout-multiplier 0
  CK_FORK=no suite build-threads --no-rebuild --timeout-multiplier 0 threads threads_cases
}

build --werror
export FOLLOWUP_FIGURES="$PWD/build/figures.tsv"
: >"$FOLLOWUP_FIGURES"
quick_checks
[ "$1" = --quick ] || ordinary_checks
if [ "$1" = --all ]; then
  export FOLLOWUP_LONG=1
  long_checks
fi

echo
check python3 tests/support/figures.py table "$FOLLOWUP_FIGURES"
echo
[ "$failed" = 0 ] && echo "All test suites passed." || echo "$failed test suites failed."
exit "$failed"
