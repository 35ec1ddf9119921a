#!/bin/sh
# Print the path of a Python that can make a virtual environment here, or print nothing and fail.
#
# usage: find-python.sh            the newest of 3.13, 3.12, 3.11 and `python3` on the PATH
#        find-python.sh 3.12       that version, wherever it may be: on the PATH, with pyenv, with uv
#        find-python.sh COMMAND    that command, if it will do

# Being there proves little: a shim may start nothing, and Debian's python3 comes without venv.
try() {
    command -v "$1" >/dev/null 2>&1 || return 1
    "$1" -c 'import sys, venv, ensurepip
assert sys.version_info >= (3, 11)
print(sys.executable)' 2>/dev/null
}

case ${1-} in
'')
    for name in python3.13 python3.12 python3.11 python3; do
        try "$name" && exit
    done
    ;;
3.*)
    try "python$1" && exit
    if command -v pyenv >/dev/null 2>&1; then
        for found in "$(pyenv root)/versions/$1".*/bin/"python$1"; do
            try "$found" && exit
        done
    fi
    if command -v uv >/dev/null 2>&1; then
        found=$(uv python find --no-project "$1" 2>/dev/null) && try "$found" && exit
    fi
    ;;
*)
    try "$1" && exit
    ;;
esac
exit 1
