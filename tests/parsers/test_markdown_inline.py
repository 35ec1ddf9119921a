"""What of inline Markdown hangs on the rest of the article, or on how its reader wants it."""

import pytest
from hypothesis import given

from ketareader.document.block import CELL, Block, Kind
from ketareader.document.references import Reference, References
from ketareader.parsers.base import Punctuation
from ketareader.parsers.formats import parser_of
from ketareader.parsers.markdown import Markdown
from ketareader.text import clean
from tests.document.reading import read as article
from tests.document.strategies import inline_text
from tests.hostile.payloads import BIDI, ENCODED_ESCAPES, ESCAPES
from tests.parsers.views import marked

WRITTEN = Markdown()
PRINTED = Markdown(Punctuation.PRINTED)
NOTES = References()
NOTES.define_notes(["^A", "^B.1", "^A*B*"], ["^B.1"])
ABBREVIATIONS = References()
ABBREVIATIONS.define_abbreviations({"HTML": "Hyper Text", "HTML 5": "the fifth", "C++": "a language", "a.b": "any"})


def read(text: str, references: References, parser: Markdown = WRITTEN, kind: Kind = Kind.PARAGRAPH) -> str:
    return marked(parser.inline(Block(kind, text, 1, 2), references))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a[^b.1] b[^A] c[^a]", "a‹note.mark → #^B.1: ¹› b‹note.mark → #^A: ²› c‹note.mark → #^A: ²›"),
        ("a[^a][^b.1] b", "a‹note.mark → #^A: ²›·‹note.mark → #^B.1: ¹› b"),
        ("a[^a*b*] *b[^a]*", "a‹note.mark → #^A%2AB%2A: ³› ‹emphasis: b‹note.mark → #^A: ²››"),
        ("[a[^a]](/to) [^a](/to)", "‹link → /to: a‹note.mark → #^A: ²›› ‹note.mark → #^A: ²›(/to)"),
        ("<sup>[^a]</sup>", "‹superscript: ‹note.mark → #^A: ²››"),
        (r"[^c] [^] [^a b] \[^a] `[^a]` [a^]", "[^c] [^] [^a b] [^a] ‹code: [^a]› [a^]"),
    ],
)
def test_a_notes_mark_is_its_number_and_leads_to_it(text: str, shown: str) -> None:
    assert read(text, NOTES) == shown


def test_a_notes_mark_stays_where_the_article_has_no_notes() -> None:
    assert read("a[^a] [b[^a]](/to)", References()) == "a[^a] ‹link → /to: b[^a]›"


def test_a_notes_mark_in_a_heading_is_none_of_its_title() -> None:
    document = article("# A title[^a]\n\ntext\n\n[^a]: note\n")
    assert [(section.title, section.slug) for section in document.sections] == [("A title", "a-title")]


HTML = "‹abbreviation → abbr:Hyper Text: HTML›"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("HTML, (HTML) *HTML* HTML", f"{HTML}, ({HTML}) ‹emphasis: {HTML}› {HTML}"),
        ("HTML 5 a.b axb", "‹abbreviation → abbr:the fifth: HTML 5› ‹abbreviation → abbr:any: a.b› axb"),
        ("C++, C+++", "‹abbreviation → abbr:a language: C++›, ‹abbreviation → abbr:a language: C++›+"),
        ("XHTML HTMLs html HTML_ Ö*HTML*", "XHTML HTMLs html HTML_ Ö‹emphasis: HTML›"),
        ("HT*ML* `HTML` http://HTML/ [HTML](/to)",
         f"HT‹emphasis: ML› ‹code: HTML› ‹link → http://HTML/: http://HTML/› ‹link → /to: {HTML}›"),
        ("a\nHTML", f"a {HTML}"),
        ("no such word", "no such word"),
    ],
)  # fmt: skip
def test_an_abbreviation_is_marked_where_it_is_a_word_of_prose(text: str, shown: str) -> None:
    assert read(text, ABBREVIATIONS) == shown


def test_an_abbreviation_is_marked_where_notes_follow_it() -> None:
    references = References()
    references.define_notes(["^A"], [])
    references.define_abbreviations({"HTML": "Hyper Text"})
    assert read("HTML[^a]", references) == f"{HTML}‹note.mark → #^A: ¹›"


def test_abbreviations_are_marked_in_tables_and_as_soon_as_they_are_known() -> None:
    references = References()
    assert read(f"HTML{CELL}W3C", references, kind=Kind.TABLE) == "HTML\tW3C"
    references.define_abbreviations({"HTML": "Hyper Text"})
    assert read(f"HTML{CELL}W3C", references, kind=Kind.TABLE) == f"{HTML}\tW3C"
    references.define_abbreviations({"W3C": "World"})
    assert read(f"HTML{CELL}W3C", references, kind=Kind.TABLE) == f"{HTML}\t‹abbreviation → abbr:World: W3C›"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\"Hello,\" he said, \"it's 'fine'.\"", "“Hello,” he said, “it’s ‘fine’.”"),
        ('("a") "*b*" *"c"* "`d` e"', "(“a”) “‹emphasis: b›” ‹emphasis: “c”› “‹code: d› e”"),
        ("rock 'n' roll, the dogs' tails, 6'2\" and 5\"", "rock ’n’ roll, the dogs’ tails, 6'2\" and 5\""),
        ("the '90s, in '68. 'Tis \"'twas\" 'em 'til", "the ’90s, in ’68. ’Tis “’twas” ’em ’til"),
        ("'cause 'Bout", "’cause ’Bout"),
        ("'the '90s' end' '42' '10.5' '10%' '1984' 'emu' x'90", "‘the ’90s’ end’ ‘42’ ‘10.5’ ‘10%’ ‘1984’ ‘emu’ x’90"),
        ("'rock 'n' roll'", "‘rock ’n’ roll’"),
        ('an "open one', 'an "open one'),
        ("a -- b, 1--2, c---d, --flag, a ---- b", "a – b, 1–2, c—d, --flag, a ---- b"),
        ("well... and.... so..", "well… and.... so.."),
        ("(c) (r) (tm) +-", "(c) (r) (tm) +-"),
        ("`\"a\"...` <kbd>'--'</kbd> $\"x\"$", "‹code: \"a\"...› ‹keyboard: '--'› ‹math: \"x\"›"),
        ("http://a.b/c--d... <http://e.f/g--h>",
         "‹link → http://a.b/c--d: http://a.b/c--d›… ‹link → http://e.f/g--h: http://e.f/g--h›"),
        (r"\"a\" \'b\' c\-- &quot;d&quot;", "\"a\" 'b' c-- \"d\""),
        ("**a--** *b*...c", "‹strong: a--› ‹emphasis: b›…c"),
        ('*a...* **b -- "c"**', "‹emphasis: a…› ‹strong: b – “c”›"),
        ("no marks", "no marks"),
    ],
)  # fmt: skip
def test_punctuation_is_as_print_has_it_where_that_is_asked_for(text: str, shown: str) -> None:
    assert read(text, References(), PRINTED) == shown


def test_punctuation_is_the_authors_unless_asked() -> None:
    assert read('"a" -- b...', References()) == '"a" -- b...'


def test_a_heading_is_printed_as_text_is_and_knows_the_hyphens_that_its_slug_has() -> None:
    heading = Block(Kind.HEADING, '"a" -- b--c <x>...', 1, 2)
    inline = PRINTED.inline(heading, References())
    assert (inline.text, inline.spelled) == ("“a” – b–c <x>…", '"a" -- b--c ...')
    assert WRITTEN.inline(heading, References()).spelled == ""


def test_a_format_is_loaded_for_the_punctuation_that_is_wanted() -> None:
    block = Block(Kind.PARAGRAPH, "a -- b", 1, 2)
    assert parser_of("markdown", Punctuation.PRINTED).inline(block, References()).text == "a – b"
    assert parser_of("text", Punctuation.PRINTED).inline(block, References()).text == "a -- b"


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"E = mc^2", "‹math: E = mc²›"),
        ("\na &= b \\\\\nc &= d\n", "‹math: a = b\nc = d›"),
        (r"\begin{aligned} a &= b \\ c &= d \end{aligned}", "‹math: a = b\nc = d›"),
        (r"\nosuch{x}", r"‹math.source: \nosuch{x}›"),
        ("", ""),
    ],
)
def test_displayed_mathematics_is_set_or_stands_as_it_is(tex: str, shown: str) -> None:
    assert read(tex, References(), kind=Kind.MATH) == shown


@given(inline_text)
def test_print_changes_punctuation_and_nothing_else(text: str) -> None:
    block = Block(Kind.PARAGRAPH, clean(text), 1, 2)
    written, printed = (parser.inline(block, ABBREVIATIONS) for parser in (WRITTEN, PRINTED))
    assert typed(printed.text) == typed(written.text)
    for one, other in zip(printed.spans, written.spans, strict=True):
        assert (one.role, one.target) == (other.role, other.target)
        assert typed(printed.text[one.start : one.end]) == typed(written.text[other.start : other.end])


def typed(text: str) -> str:
    """Return text with what a keyboard has in the place of what print has."""
    for keys, print_has in {"'": "‘’", '"': "“”", "...": "…", "---": "—", "--": "–"}.items():
        for character in print_has:
            text = text.replace(character, keys)
    return text


HOSTILE = {
    "dollars": "$", "dollars and letters": "$a", "displayed": "$$a ", "dollars and backticks": "$`",
    "brackets": "[[", "pages": "[[a|", "pictures": "![[", "tags": "<b>", "tags that cross": "<b></i>",
    "raised": "<sup>a b", "shortcodes": ":a", "emoji": ":tada:", "notes": "^[", "marks": "[^a]", "formulas": r"\(",
    "quotes": "'a \"b ", "dashes": "a--", "dots": "...", "abbreviations": "HTML ", "lists": "<li>", "braces": "${",
}  # fmt: skip


@pytest.mark.parametrize("sign", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_text_takes_time_in_proportion_to_its_length(sign: str) -> None:
    block = Block(Kind.PARAGRAPH, sign * 20_000 + " x", 1, 2)
    assert PRINTED.inline(block, ABBREVIATIONS).text.endswith("x")
    assert WRITTEN.inline(block, NOTES).text.endswith("x")


def test_tags_in_tags_are_no_deeper_than_the_roles_that_there_are() -> None:
    text = "<b><i><kbd><q>" * 3_000 + "a" + "</q></kbd></i></b>" * 3_000
    inline = WRITTEN.inline(Block(Kind.PARAGRAPH, text, 1, 2), References())
    assert inline.text == "“" * 3_000 + "a" + "”" * 3_000
    assert len(inline.spans) == 3


@pytest.mark.parametrize("text", [*ESCAPES, *ENCODED_ESCAPES, *BIDI], ids=ascii)
def test_no_escape_gets_through_what_tags_say(text: str) -> None:
    said = clean(text).replace('"', "")
    tags = f'x <a href="{said}">a</a> <abbr title="{said}">b</abbr> <img alt="{said}" src="{said}"> <q {said}>c</q>'
    inline = PRINTED.inline(Block(Kind.PARAGRAPH, f"{tags} [[{said}|{said}]] ${said}$", 1, 2), NOTES)
    assert clean(inline.text) == inline.text
    assert [clean(span.target) for span in inline.spans] == [span.target for span in inline.spans]
    assert "\n" not in "".join(span.target for span in inline.spans)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ('[a](/to "One *two*&amp;\nthree") [b](/b)', ["One *two*& three", ""]),
        ('<a href="/to" title="One&#32;two">*a*</a> *[b](/b (B))*', ["One two", "", "", "B"]),
        ("[a][r] -- [r]", ["Of the reference", "Of the reference"]),
    ],
)
def test_links_keep_their_titles(text: str, titles: list[str]) -> None:
    references = References({"R": Reference("/r", "Of the reference")})
    for parser in (WRITTEN, PRINTED):
        inline = parser.inline(Block(Kind.PARAGRAPH, text, 1, 2), references)
        assert [span.title for span in inline.spans] == titles
        table = parser.inline(
            Block(Kind.TABLE, "head\nx" + CELL + text.replace("\n", " "), 1, 2, info="ll"), references
        )
        assert [span.title for span in table.spans] == titles


def test_an_images_title_is_its_caption_in_html_too() -> None:
    for source in ('![a](/x "The title")', '<img src="/x" alt="a" title="The title">'):
        assert "a – The title" in read(f"{source} b", References())


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a <!-- b - c --> d", "a d"),
        ("a <!-- b -- c --> d", "a ‹html: <!-- b -- c -->› d"),
        ("a <!--> b --> c", "a ‹html: <!-->› b --> c"),
    ],
)
def test_a_comment_is_hidden_where_github_hides_it(source: str, shown: str) -> None:
    assert read(source, References()) == shown


@pytest.mark.parametrize("address", ["http://xn--e1awd7f.com", "https://example.org/%C3%BC", "https://example.org/ü"])
def test_an_address_is_shown_as_it_is_written(address: str) -> None:
    assert f": {address}›" in read(f"<{address}>", References())
    assert f": {address}›" in read(f"to {address} here", References())
