#!/bin/sh
# Holds every zone of this machine against Python's zoneinfo: run_oracle.sh PYTHON ORACLE.py TEST_ZONE_ORACLE
set -e
facts=$(mktemp)
trap 'rm -f "$facts"' EXIT
"$1" "$2" >"$facts"
"$3" "$facts"
