from ketareader.document.block import Block, Container, Item, Kind, List, Meaning, Quote
from ketareader.layout.meanings import meaning_mark
from tests.document.reading import lines_at, read

ITEM = Item("•", List(tight=True, widest=1))


def said(*frame: Container) -> Block:
    return Block(Kind.PARAGRAPH, "x", 1, 2, frame)


def term(*frame: Container) -> Block:
    return Block(Kind.TERM, "x", 1, 2, frame)


def marks(*blocks: Block) -> list[str]:
    """Return what stands before the meaning that each block is in."""
    meanings = [next((own for own in block.frame if isinstance(own, Meaning)), None) for block in blocks]
    return [meaning_mark(blocks, index, meaning) if meaning else "" for index, meaning in enumerate(meanings)]


def test_each_of_several_meanings_has_a_dash_and_an_only_one_has_none() -> None:
    assert marks(term(), said(Meaning()), said(Meaning()), term(), said(Meaning())) == ["", "–", "–", "", ""]


def test_what_else_is_in_a_meaning_does_not_part_it_from_the_next() -> None:
    first, second = Meaning(), Meaning()
    assert marks(term(), said(first), said(first, ITEM), said(second)) == ["", "–", "–", "–"]
    assert marks(term(), said(first), said(first, ITEM), said()) == [""] * 4


def test_meanings_in_a_quote_and_outside_it_are_not_of_one_term() -> None:
    quote = Quote()
    assert marks(said(quote, Meaning()), said(Meaning()), said(quote, ITEM)) == [""] * 3
    assert marks(said(quote, Meaning()), said(quote, Meaning())) == ["–", "–"]


def test_a_meaning_in_a_meaning_is_not_another_of_its_term() -> None:
    outer = Meaning()
    assert marks(term(), said(outer), term(outer), said(outer, Meaning())) == [""] * 4


def test_lists_of_definitions_in_html_have_dashes_too() -> None:
    html = "<dl><dt>One<dd>first<dd>second<dt>Two<dd>only</dl>"
    assert lines_at(read(html), 40) == ["One", "  – first", "  – second", "", "Two", "    only"]
