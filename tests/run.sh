#!/bin/sh
# Installs what is missing, builds, and runs every test: as built, under AddressSanitizer and UBSan, under ThreadSanitizer,
# under valgrind, and as installed and packaged (of the last commit).
#   tests/run.sh           everything (about ten minutes the first time)
#   tests/run.sh --quick   the suite as built, and the table of the labelled sets
set -e
cd "$(dirname "$0")/.."
. ./.ci/prepare
[ "$1" = --quick ] || test_packages="$test_packages $long_test_packages"
install_packages $test_packages $python_test_packages

failed=0
suite() { # folder, meson test options
  folder=$1
  shift
  meson test -C "$folder" --print-errorlogs "$@" || failed=$((failed + 1))
}

build --werror
suite build
python3 tests/accuracy/measure.py build || failed=$((failed + 1))

if [ "$1" != --quick ]; then
  [ -f build-sanitized/build.ninja ] ||
    meson setup build-sanitized -Db_sanitize=address,undefined -Db_lundef=false \
      -Dc_args=-fno-sanitize-recover=undefined >/dev/null
  suite build-sanitized --timeout-multiplier 4
  [ -f build-threads/build.ninja ] ||
    meson setup build-threads -Db_sanitize=thread -Db_lundef=false -Doptimization=1 >/dev/null
  ninja --quiet -C build-threads tests/test_threads tests/test_threads_cases examples/embed
  CK_FORK=no suite build-threads --no-rebuild threads threads_cases embed
  CK_FORK=no suite build --suite valgrind --timeout-multiplier 20 \
    --wrap "valgrind -q --error-exitcode=9 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
      --suppressions=$PWD/tests/support/valgrind.supp"
  python3 -B tests/install/test_install.py build || failed=$((failed + 1))
  python3 -B tests/install/test_debian.py || failed=$((failed + 1))
fi

echo
[ "$failed" = 0 ] && echo "All test suites passed." || echo "$failed test suites failed."
exit "$failed"
