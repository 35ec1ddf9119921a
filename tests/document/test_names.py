"""Places that an article's markup gives a name."""

import pytest

from ketareader.document.anchor import Anchor
from ketareader.document.document import Document
from ketareader.layout.destination import anchor_with
from tests.document.reading import batches_of, document_of, read

ARTICLE = """\
# Title

<p id="Place">A place.</p>

Text with a <span id="span">span</span>.

## Named {#given}

<a name="place"></a>
## Title

Text.
"""


@pytest.mark.parametrize(
    ("slug", "anchor"),
    [
        ("Place", Anchor(1)),
        ("place", Anchor(4)),
        ("PLACE", Anchor(1)),
        ("user-content-place", Anchor(4)),
        ("user-content-named", Anchor(3)),
        ("user-content-top", Anchor(0)),
        ("span", Anchor(2, 12)),
        ("title", Anchor(0)),
        ("title-1", Anchor(4)),
        ("given", Anchor(3)),
        ("named", Anchor(3)),
        ("top", Anchor(0)),
        ("TOP", Anchor(0)),
        ("nowhere", None),
        ("", None),
    ],
)
def test_a_place_is_found_as_it_is_written_and_else_in_any_case(slug: str, anchor: Anchor | None) -> None:
    assert anchor_with(read(ARTICLE), slug) == anchor


def test_top_is_the_start_unless_something_is_called_so() -> None:
    assert anchor_with(read('# A\n\n<p id="top">Text</p>\n'), "top") == Anchor(1)
    assert anchor_with(read(""), "top") is None


NOTES = """\
# Notes

First[^b], then[^a] ![den[^c]](x).

| a | b |
|---|---|
| c | d[^C] |

[^a]: The second.
[^b]: The first.
[^c]: The third,

    in two paragraphs.
[^2]: The fourth.
"""
SECOND, FIRST, THIRD, FOURTH = Anchor(5), Anchor(4), Anchor(6), Anchor(8)
MARK_OF_SECOND, MARK_OF_FIRST, MARK_OF_THIRD = Anchor(1, 12), Anchor(1, 5), Anchor(2, 7)


@pytest.mark.parametrize(
    ("slug", "anchor"),
    [
        ("fn-a", SECOND),  # As cmark-gfm names them.
        ("fnref-a", MARK_OF_SECOND),
        ("user-content-fn-c", THIRD),
        ("user-content-fnref-C", MARK_OF_THIRD),
        ("user-content-fn-b-0123456789abcdef0123456789abcdef", FIRST),
        ("fn:b", FIRST),  # As Python-Markdown does.
        ("fnref:b", MARK_OF_FIRST),
        ("fn3", THIRD),  # As Pandoc does, by numbers.
        ("fnref3", MARK_OF_THIRD),
        ("fn:3", THIRD),  # As Goldmark does.
        ("fnref:1", MARK_OF_FIRST),
        ("fn2", SECOND),
        ("fn-2", FOURTH),
        ("fn4", FOURTH),
        ("fnref4", None),
        ("fn5", None),
        ("fn", None),
        ("fna", None),
    ],
)
def test_a_note_and_its_first_mark_are_found_by_the_names_that_pages_have_for_them(
    slug: str, anchor: Anchor | None
) -> None:
    assert anchor_with(read(NOTES), slug) == anchor


def test_a_name_that_an_article_gives_counts_before_that_of_a_note() -> None:
    document = read(f'{NOTES}\n## fn-a\n\nText with <b id="fnref:b">bold</b>.\n\n## Fn1 {{#other}}\n')
    assert [_text(document, slug).split()[0] for slug in ("fn-a", "fnref:b", "fn1")] == ["fn-a", "Text", "Fn1"]


def test_notes_are_found_by_such_names_once_all_of_an_article_has_been_read() -> None:
    batches = batches_of("First[^a].\n\n" + "Filler.\n\n" * 9_000 + "[^a]: A note.\n")
    document = document_of(batches[:1])
    assert [anchor_with(document, name) for name in ("fn-a", "fnref-a", "fn1")] == [None, None, None]
    for batch in batches[1:]:
        document.extend(batch)
    assert [_text(document, name) for name in ("fn-a", "fnref-a", "fn1")] == ["A note.", "First[^a].", "A note."]


def test_places_are_found_as_far_as_an_article_has_been_read() -> None:
    text = (
        'Text\n\n<b id="first">here</b>\n\n' + "Filler.\n\n" * 2_000 + '<a id="far"></a>\n\nThere\n\n<a id="end"></a>\n'
    )
    batches = batches_of(text)
    document = document_of(batches[:1])
    assert [anchor_with(document, name) for name in ("first", "far", "end", "top")] == [Anchor(1), None, None, None]
    for batch in batches[1:]:
        document.extend(batch)
    assert [_text(document, name) for name in ("first", "far", "end", "top")] == ["here", "There", "There", "Text"]


def _text(document: Document, name: str) -> str:
    anchor = anchor_with(document, name)
    assert anchor is not None
    return document.blocks[anchor.block].text.removeprefix('<b id="first">').removesuffix("</b>")


def test_an_article_without_tags_has_no_names() -> None:
    assert not any(block.names for block in read("# A {#b}\n\nx < y, id=1\n\n`<a id=x` name=y\n").blocks)
