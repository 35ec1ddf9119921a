#!/bin/sh
# Make the virtual environment hold what a lock file names, and this project; do nothing if it does already.
#
# usage: setup.sh run | dev        `dev` has all of `run`, at the same versions, and the tools
#
# VENV     the environment's folder: .venv
# PYTHON   what it is made with: see find-python.sh
#
# uv does the work where it is installed, venv and pip where it isn't.
set -eu

which=$1
cd "$(dirname "$0")/.."
venv=${VENV:-.venv}
python=$venv/bin/python
made=$venv/made-from

fail() {
    echo "ketareader: $1" >&2
    exit 2
}

# What an environment is made from: where it stands (its scripts hold their own path) and with which Python.
origin() {
    pwd -P
    echo "${PYTHON:-any}"
}

# What is installed into it. The tools' lock is made within the bounds of the other, so they go together.
contents() {
    cat pyproject.toml requirements/run.txt
    [ "$1" = run ] || cat "requirements/$1.txt"
}

is() { # is FILE COMMAND...: whether the file holds the checksum of what the command prints
    stamp=$1 && shift
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$("$@" | cksum)" ]
}

make_environment() {
    found=$(scripts/find-python.sh "${PYTHON:-}") || found=
    if [ -n "${PYTHON:-}" ] && [ -z "$found" ]; then
        fail "PYTHON=$PYTHON is no Python 3.11 or newer with venv and ensurepip."
    elif [ -z "$found" ] && ! command -v uv >/dev/null 2>&1; then
        fail "no Python 3.11 or newer with venv and ensurepip on the PATH; install one, or name it: PYTHON=/path/to/python."
    fi
    echo "Making $venv ..." >&2
    if [ -e "$venv" ]; then
        [ -f "$venv/pyvenv.cfg" ] || fail "$venv is there and no virtual environment; move it away."
        rm -rf "$venv"
    fi
    if command -v uv >/dev/null 2>&1; then
        uv venv --quiet --python "${found:->=3.11,<3.14}" "$venv"
    else
        "$found" -m venv "$venv"
    fi
    origin | cksum >"$made"
}

install() {
    if command -v uv >/dev/null 2>&1; then
        uv pip install --quiet --compile-bytecode --python "$python" "$@"
    else
        "$python" -m pip install --quiet --quiet --disable-pip-version-check --no-input "$@"
    fi
}

if [ ! -x "$python" ] || ! is "$made" origin; then
    make_environment
fi
if ! is "$venv/holds-$which" contents "$which"; then
    echo "Installing what requirements/$which.txt names into $venv ..." >&2
    rm -f "$venv"/holds-*
    install --require-hashes --no-deps --requirement "requirements/$which.txt"
    install --no-build-isolation --no-deps --editable .
    "$python" -m compileall -q src # Also where the environment tells Python to write no bytecode: it starts faster.
    contents run | cksum >"$venv/holds-run"
    contents "$which" | cksum >"$venv/holds-$which"
fi
