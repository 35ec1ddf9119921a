"""Standard output and standard error: much text in few writes, and trouble with it said in a sentence."""

import codecs
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, TextIO

from ketareader.errors import KetaError

_FIRST: Final = 4_096
"""Characters written line by line, so that whoever reads on has what there is of a screenful at once."""
_CHUNK: Final = 65_536
"""Characters written at a time from then on."""
SPELLED: Final = "ketareader.spelled"
"""The name under which `codecs` knows how to write what an encoding lacks: spelled in ASCII."""
_UNABLE: Final = frozenset({"", "dumb", "unknown"})
"""The names of terminals that know no escape sequences."""


def is_terminal() -> bool:
    """Tell whether standard output is a terminal that knows escape sequences."""
    return sys.stdout.isatty() and os.environ.get("TERM", "") not in _UNABLE


def write_lines(lines: Iterable[str]) -> None:
    """Write lines, each ended by a newline, as they come.

    Raises `KetaError` where they can't be written, `BrokenPipeError` where nobody reads them any more.
    """
    waiting: list[str] = []
    size = written = 0
    for line in lines:
        waiting.append(f"{line}\n")
        size += len(line) + 1
        if size >= _CHUNK or written < _FIRST:
            _write("".join(waiting))
            written += size
            waiting, size = [], 0
    _write("".join(waiting))


def write_object(fields: Mapping[str, object], name: str, items: Iterable[Mapping[str, object]]) -> None:
    """Write one JSON object: `fields`, and under `name` the items, each made and written in its turn.

    Raises as `write_lines` does.
    """
    from json import JSONEncoder  # noqa: PLC0415 (only programs ask for it)

    # A spelling in the place of a character that the output's encoding lacks would be other text, or no JSON.
    encode = JSONEncoder(ensure_ascii=not sys.stdout.encoding.lower().startswith("utf")).encode
    write_lines(chain([f"{encode(fields)[:-1]}, {encode(name)}: ["], _divided(map(encode, items)), ["]}"]))


def finish() -> None:
    """Write what waits to be written. Raises as `write_lines` does."""
    _write("")


def discard_output() -> None:
    """Send to nowhere what is still to be written, so that its writing fails no more, not even when Python ends."""
    _discard(sys.stdout)


def finish_quietly() -> None:
    """Write what waits to be written, messages too, and discard what nobody is there for any more."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _discard(stream)


def _discard(stream: TextIO) -> None:
    """Have a stream lead nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def report(error: KetaError) -> None:
    """Tell the reader what can't be done, in one line on standard error."""
    print(f"ketareader: {error}", file=sys.stderr, flush=True)  # noqa: T201 (this is where it is done)


def _spelled(error: UnicodeError) -> tuple[str, int]:
    """Spell the characters that `error` is about (`codecs.register_error`)."""
    from ketareader.commands.spelling import spelled  # noqa: PLC0415 (few terminals need it)

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return spelled(error.object[error.start : error.end]), error.end


codecs.register_error(SPELLED, _spelled)


def _divided(items: Iterator[str]) -> Iterator[str]:
    """Put a comma behind each item but the last."""
    held = next(items, None)
    for item in items:
        yield f"{held},"
        held = item
    if held is not None:
        yield held


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_output()
        raise KetaError(f"The output can't be written: {error.strerror}.") from error
