"""What can be seen of Markdown, as lines of text: each view is a row of `VIEWS`."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from ketareader.commands.searching import search
from ketareader.commands.toc import toc
from ketareader.document.block import CELL, LEAD, LINE, LISTING, RETURN, Block, Kind
from ketareader.document.inline import BREAK, Inline
from ketareader.layout.linear.reading import read_out
from ketareader.layout.page import Page
from ketareader.parsers.base import Punctuation
from ketareader.parsers.markdown import Markdown
from tests.document.reading import frame_of, lines_at, read

_PRINTED: Final = Markdown(Punctuation.PRINTED)
_SHOWN: Final = str.maketrans(
    {"\n": "⏎", "\t": "⇥", BREAK: "↵", LINE: "↵", RETURN: "↩", CELL: "¦", "\N{NO-BREAK SPACE}": "⍽"}
    | {LEAD: "┊", LISTING: "┋"}
)


def _page(source: str, width: str) -> Iterable[str]:
    return lines_at(read(source), int(width))


def _screen(source: str, width: str) -> Iterable[str]:
    return lines_at(read(source, parser=_PRINTED), int(width), highlighted=True)


def _meta(source: str, width: str) -> Iterable[str]:
    page = Page(read(source), int(width))
    page.sheet.arrangement.is_meta_shown = True
    return (line.text.rstrip() for line in page.lines(0))


def _linear(source: str, _: str) -> Iterable[str]:
    document = read(source)
    return read_out(document, range(len(document.blocks)))


def _toc(source: str, _: str) -> Iterable[str]:
    return _said(toc, source, json=False)


def _search(source: str, query: str) -> Iterable[str]:
    return _said(search, source, pattern=query, regex=False, word=False, case=None, json=False)


def _said(command: Callable[[Namespace], int], source: str, **options: object) -> Iterable[str]:
    """Return what a command says of an article, which is called by no name."""
    with TemporaryDirectory() as folder, redirect_stdout(StringIO()) as output:
        path = Path(folder) / "article.md"
        path.write_text(source, "utf-8")
        command(Namespace(where=[str(path)] if "pattern" in options else str(path), **options))
    return output.getvalue().replace(f"{path}:", "").splitlines()


def _blocks(source: str, _: str) -> Iterator[str]:
    for block in read(source).blocks:
        yield f"{_kind(block)} {block.line}-{block.end - 1}{_inside(block)}: {block.text.translate(_SHOWN)}".rstrip()


def _kind(block: Block) -> str:
    info = f"({block.info})" if block.info else ""
    return f"{block.kind}{block.level or ''}{info}"


def _inside(block: Block) -> str:
    return f" in {frame_of(block)}" if block.frame else ""


def _inline(source: str, _: str) -> Iterator[str]:
    document = read(source)
    for index, block in enumerate(document.blocks):
        if block.kind is not Kind.REFERENCE:
            yield marked(document.inline(index)).translate(_SHOWN)


def marked(text: Inline) -> str:
    """Put a text's spans between guillemets, each with its role and where it leads."""
    opened = [(span.start, 1, -span.end, order, span) for order, span in enumerate(text.spans)]
    closed = [(span.end, 0, -span.start, -order, span) for order, span in enumerate(text.spans)]
    parts, position = [], 0
    for at, opens, _, _, span in sorted(opened + closed):
        parts.append(text.text[position:at])
        target = f" → {span.target}" if span.target else ""
        parts.append(f"‹{span.role}{target}: " if opens else "›")
        position = at
    return "".join(parts) + text.text[position:]


def _names(source: str, _: str) -> Iterator[str]:
    document = read(source)
    given = dict.fromkeys(name.text for block in document.blocks for name in block.names)
    for name in given:
        for written, (block, offset) in document.anchors(name):
            text = document.inline(block).text[offset:].translate(_SHOWN)
            yield f"{written} -> {document.blocks[block].kind} {block}: {text}".rstrip()


def _sections(source: str, _: str) -> Iterator[str]:
    for section in read(source).sections:
        yield f"{section.number or '-'} {section.title} (level {section.level}, line {section.line}, #{section.slug})"


VIEWS: Final[dict[str, Callable[[str, str], Iterable[str]]]] = {
    r"at ([0-9]+)": _page,
    r"screen at ([0-9]+)": _screen,
    r"meta at ([0-9]+)": _meta,
    "linear": _linear,
    "toc": _toc,
    r"search (\S.*\S|\S)": _search,
    "blocks": _blocks,
    "inline": _inline,
    "sections": _sections,
    "names": _names,
}
"""What makes the lines, of a source and what the header says besides, by the header's pattern."""
