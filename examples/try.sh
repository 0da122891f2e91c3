#!/bin/sh
# Installs what is missing, builds, and shows what libfollowup says about the sample messages.
set -e
cd "$(dirname "$0")/.."
. ./.ci/prepare
install_packages
build

show() {
  echo
  echo "\$ $*"
  "$@" || [ $? -eq 1 ] # 1: there are findings
}

export PATH="$PWD/build/examples:$PATH"
show followup-lint examples/data/draft.txt
show followup-lint --now=2026-05-13T09:00:00+02:00 examples/data/panel.json
show followup-lint examples/data/clean.txt
show followup-plan --now=2026-04-22T09:00:00+01:00 examples/data/panel.json
show followup-panel examples/data/template.json
show followup-draft --action=thank_you --to=f.adeyemi@fjordline.example --now=2026-04-21T18:00:00+01:00 examples/data/panel.json
