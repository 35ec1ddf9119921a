"""Plain emphasis and code read the same without tokens as with them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ketareader.document.block import Block, Kind
from ketareader.document.inline import Inline
from ketareader.document.references import References
from ketareader.parsers.base import Punctuation
from ketareader.parsers.markdown import Markdown, inline
from ketareader.parsers.markdown.plain_markup import outside_code, parts_of
from tests.document.strategies import inline_text

ABBREVIATIONS = References()
ABBREVIATIONS.define_abbreviations({"HTML": "Hyper Text", "b": "any"})
PARSERS = [Markdown(), Markdown(Punctuation.PRINTED)]
MARKED = (
    "*a* **b** _c_ __d__ `e` ` f ` ` ` *é* **HTML** *a.* (*b*) “_c_” * ** _ ` `` a b. ( ) \" ' ' $ -- ... : \\ ~~"
    " ~ == {.x} é 漢"
)
marked = st.lists(st.sampled_from([*MARKED.split(), "` f `", "` `", " ", " ", "\n"]), max_size=16).map("".join)


def read(text: str, parser: Markdown, references: References) -> Inline:
    return parser.inline(Block(Kind.PARAGRAPH, text, 1, 2), references)


@given(marked | inline_text, st.sampled_from(PARSERS), st.sampled_from([References(), ABBREVIATIONS]))
@example("**a** *b*, `c`", PARSERS[1], ABBREVIATIONS)
@example("$a `b$c` *d*", PARSERS[0], References())
@example("`a`{.x} *b*{.x}", PARSERS[0], References())
@example("==`a` b== ==*a*==", PARSERS[0], References())
def test_plain_markup_reads_as_markdown_it_reads_it(text: str, parser: Markdown, references: References) -> None:
    quick = read(text, parser, references)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inline, "parts_of", lambda text: [text])
        assert read(text, parser, references) == quick


@pytest.mark.parametrize(
    "text", ["*a* b", "a `b*[<` c", "**a b** _c_.", "(*a*) “_b_” **d** _e._", "` a `", "*a*", "__é__: `\\`"]
)
def test_what_begins_behind_a_space_and_ends_before_one_is_plain(text: str) -> None:
    assert "*" not in outside_code(parts_of(text))
    assert "_" not in outside_code(parts_of(text))
    assert "`" not in outside_code(parts_of(text))


@pytest.mark.parametrize(
    "text", ["a*b*", "*a*b", "* a*", "***a***", "*a `b`*", "``a``", "`a``", "*a _b_ c*", "$*a* b$"]
)
def test_other_markup_is_left_to_markdown_it(text: str) -> None:
    assert any(mark in outside_code(parts_of(text)) for mark in "*_`")
