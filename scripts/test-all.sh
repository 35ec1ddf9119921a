#!/bin/sh
# Run the tests with each Python that is supported and here, each in an environment of its own.
set -u

cd "$(dirname "$0")/.."
failed=
for version in 3.11 3.12 3.13; do
    if python=$(scripts/find-python.sh "$version"); then
        echo "Python $version: $python"
        "${MAKE:-make}" --no-print-directory test VENV=".venv-$version" PYTHON="$python" || failed="$failed $version"
    else
        echo "Python $version: not here, skipped"
    fi
done
[ -z "$failed" ] || { echo "Failed with Python$failed" >&2; exit 1; }
