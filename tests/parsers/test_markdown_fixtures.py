"""Markdown as it is read: the cases are the files in `fixtures/`, so that a new one needs no Python.

A case is a name, the source, and what is seen of it, each ended by a line with nothing but a stop:

    A quote
    .
    > text
    .
    --- at 20
    ▎ text
    --- blocks
    paragraph 1-1 in >: text
    .

The views: `at N` is the page at N cells, `blocks` are the blocks with their lines and containers, `inline` is the text
as read with its spans, `sections` are the headings, `names` are the places that markup gives a name, each with what
stands there.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ketareader.document.block import CELL, Block, Kind
from ketareader.document.document import Document
from ketareader.document.inline import BREAK, Inline
from tests.document.reading import frame_of, lines_at, read

FIXTURES = Path(__file__).parent / "fixtures"
CASE = re.compile(r"^(?P<name>\S[^\n]*)\n\.\n(?P<source>.*?)^\.\n(?P<views>.*?)^\.\n", re.MULTILINE | re.DOTALL)
VIEW = re.compile(r"^--- ([a-z]+)(?: (\d+))?\n(.*?)(?=^--- |\Z)", re.MULTILINE | re.DOTALL)
SHOWN = str.maketrans({"\n": "⏎", "\t": "⇥", BREAK: "↵", CELL: "¦", "\N{NO-BREAK SPACE}": "⍽"})


def cases() -> Iterator[object]:
    for path in sorted(FIXTURES.glob("*.md")):
        for case in CASE.finditer(path.read_text("utf-8")):
            for kind, size, expected in VIEW.findall(case["views"]):
                name = f"{path.stem}: {case['name']} ({kind}{size and ' '}{size})"
                yield pytest.param(case["source"], kind, int(size or 0), expected, id=name)


def blocks(document: Document, _size: int) -> Iterator[str]:
    for block in document.blocks:
        yield f"{kind_of(block)} {block.line}-{block.end - 1}{inside(block)}: {block.text.translate(SHOWN)}".rstrip()


def kind_of(block: Block) -> str:
    info = f"({block.info})" if block.info else ""
    return f"{block.kind}{block.level or ''}{info}"


def inside(block: Block) -> str:
    return f" in {frame_of(block)}" if block.frame else ""


def inline(document: Document, _size: int) -> Iterator[str]:
    for index, block in enumerate(document.blocks):
        if block.kind is not Kind.REFERENCE:
            yield marked(document.inline(index)).translate(SHOWN)


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


def names(document: Document, _size: int) -> Iterator[str]:
    given = dict.fromkeys(name.text for block in document.blocks for name in block.names)
    for name in given:
        for written, (block, offset) in document.anchors(name):
            text = document.inline(block).text[offset:].translate(SHOWN)
            yield f"{written} -> {document.blocks[block].kind} {block}: {text}".rstrip()


def sections(document: Document, _size: int) -> Iterator[str]:
    for section in document.sections:
        yield f"{section.number or '-'} {section.title} (level {section.level}, line {section.line}, #{section.slug})"


VIEWS: dict[str, Callable[[Document, int], Iterator[str] | list[str]]] = {
    "at": lines_at,
    "blocks": blocks,
    "names": names,
    "inline": inline,
    "sections": sections,
}


@pytest.mark.parametrize(("source", "kind", "size", "expected"), list(cases()))
def test_markdown_reads_as_expected(source: str, kind: str, size: int, expected: str) -> None:
    seen = VIEWS[kind](read(source), size)
    assert "".join(f"{line}\n" for line in seen) == expected


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.md")), ids=lambda path: path.stem)
def test_no_case_of_a_fixture_file_is_passed_over(path: Path) -> None:
    text = path.read_text("utf-8")
    comment = text.partition("\n\n")[0]
    rest = CASE.sub("", text.removeprefix(comment))
    assert rest.strip() == ""
