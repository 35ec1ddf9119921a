"""Which references are used is told as by parsing every text, and where that is plain to see, without parsing any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketareader.document.block import Block, Kind
from ketareader.document.inline import Inline
from ketareader.document.references import Reference, References
from ketareader.parsers.markdown import Markdown
from ketareader.parsers.markdown.usage import unused_references

REFERENCES = References({label: Reference("/to", "") for label in ("A", "B C", "D.1", "E_")})
PARSER = Markdown()
texts = st.lists(
    st.sampled_from(["[a]", "[b  c]", "[d.1]", "[e_]", "[", "]", "(", "a", "_", "`", "!", "[^a]", "\\", ". ", " "]),
    max_size=10,
).map("".join)


def block(text: str) -> Block:
    return Block(Kind.PARAGRAPH, text, 1, 2)


def refuse(block: Block, _references: References) -> Inline:
    raise AssertionError(block.text)


@given(texts)
def test_what_a_text_uses_is_what_its_links_are_looked_up_by(text: str) -> None:
    recorder, asked = REFERENCES.recording()
    PARSER.inline(block(text), recorder)
    assert unused_references([block(text)], REFERENCES, PARSER.inline) == frozenset(REFERENCES) - asked.found


@pytest.mark.parametrize("text", ["See [A].", "[a] [x y], [b c]; _[d.1]", "é [a]\nb [E_]"])
def test_a_text_with_nothing_but_labels_is_not_parsed(text: str) -> None:
    assert "A" not in unused_references([block(text)], REFERENCES, refuse)
