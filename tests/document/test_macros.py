from ketareader.document.macros import Macro, Macros
from ketareader.document.references import References
from tests.document.reading import read


def test_a_macro_is_known_from_its_line_on_and_the_later_of_two_with_one_name_counts() -> None:
    first, second = Macro("R", 0, "r", line=3), Macro("R", 0, "s", line=9)
    macros = Macros()
    macros.define([second])
    macros.define([first])
    assert [macros.known_at(line).get("R") for line in (2, 3, 8, 9, 100)] == [None, first, first, second, second]


def test_of_very_many_macros_the_first_count() -> None:
    macros = Macros()
    macros.define(Macro(f"m{number}", 0, "", line=number) for number in range(5_000))
    assert len(macros.known_at(5_000)) == 1_000


def test_references_know_the_macros_above_a_line_and_are_no_newer_by_them() -> None:
    references = References()
    assert references.at_line(1) is references
    references.define_macros([Macro("R", 0, "r", line=3)])
    assert [*references.at_line(2).macros, *references.at_line(3).macros] == ["R"]
    assert references.version == 0


def test_a_macro_of_the_first_batch_is_known_in_the_last() -> None:
    document = read("$\\def\\R{\\mathbb{R}} \\R$\n\n" + "Words and words.\n\n" * 10_000 + "So $x \\in \\R$.\n")
    assert document.inline(len(document.blocks) - 1).text == "So x ∈ ℝ."
