#!/bin/sh
# archive.sh OBJCOPY AR MADE.a INSIDE.a COMPILER...
# Makes the static library to be installed: all of INSIDE.a as one object in which, as in the shared library, only the
# public names can be seen. A program may then have an is_digit() of its own.
set -e
objcopy=$1 ar=$2 made=$3 inside=$4
shift 4
object=${made%.a}.o
"$@" -r -nostdlib -o "$object" -Wl,--whole-archive "$inside" -Wl,--no-whole-archive
"$objcopy" --localize-hidden "$object"
rm -f "$made"
"$ar" rcsD "$made" "$object"
rm -f "$object"
