"""Every role legible in every theme, whatever it is combined with, and told apart without colour."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorType
from rich.console import COLOR_SYSTEMS
from rich.segment import Segment
from rich.style import Style
from textual._ansi_theme import ALABASTER, MONOKAI
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from ketareader.ui import theme as theme_module
from ketareader.ui.palettes import ENHANCED, LOOKS, TEXT, Look
from ketareader.ui.theme import THEMES, Colourless, Paint, contrast, mix, readable

ALL_THEMES = (*THEMES, *BUILTIN_THEMES.values())
SHADED = [theme for theme in ALL_THEMES if not theme.ansi]
TERMINAL = [theme for theme in ALL_THEMES if theme.ansi]

FREE = {"scrollbar.track"}
ORNAMENTS = {
    "heading.rule",
    "page.mark",
    "quote.bar",
    "rule",
    "scrollbar.current",
    "scrollbar.hit",
    "scrollbar.thumb",
    "table.rule",
}
TEXT_ROLES = sorted(LOOKS.keys() - ORNAMENTS - FREE)
HEADINGS = [f"heading.{level}" for level in range(1, 7)]
PASSAGES = [
    "",
    "text",
    *HEADINGS,
    "heading.2 strong",
    "heading.3 link code",
    "heading.6 emphasis",
    "quote text link",
    "text strong emphasis",
    "text strong link",
    "text strike",
    "text code",
    "text link code",
    "text image",
    "text term",
    "table.cell code",
    "table.cell list.marker",
    "code.broken code",
    "table.header link",
    "table.label",
    "html",
    "meta meta.name",
    "reference link",
    "code.block",
    *(f"code.block {role}" for role in LOOKS if role.startswith("code.")),
]
"""What text in an article may be, before anything is found in it."""
OVERLAYS = [
    *("", " dim", " hit", " hit.current", " hint", " dim hit", " dim hit.current"),
    *(" link.current", " hit link.current", " selection", " hit.current selection", " link.current selection"),
]

CHANNELS = st.integers(0, 255)
COLOURS = st.tuples(CHANNELS, CHANNELS, CHANNELS).map(lambda rgb: Color(*rgb))
REACHABLE = st.floats(1, 4.58)
"""Any background lets black or white reach these."""


def contrast_in(style: Style, system: str = "truecolor") -> float:
    """Return the contrast of a style as a terminal shows it that has so many colours."""
    assert style.color
    assert style.bgcolor
    ink, field = (colour.downgrade(COLOR_SYSTEMS[system]).get_truecolor() for colour in (style.color, style.bgcolor))
    return contrast(Color(*ink), Color(*field))


def attributes(style: Style) -> tuple[bool, ...]:
    looks = (style.bold, style.dim, style.italic, style.underline, style.underline2, style.reverse, style.strike)
    return tuple(map(bool, looks))


def appearance(style: Style) -> tuple[object, ...]:
    return (style.color, style.bgcolor, *attributes(style))


def name_of(theme: Theme) -> str:
    return theme.name


# Contrast


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.478),
        ("#ff0000", "#0000ff", 2.149),
        ("#abcdef", "#abcdef", 1),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(ratio, abs=0.001)
    assert contrast(Color.parse(other), Color.parse(one)) == pytest.approx(ratio, abs=0.001)


@given(COLOURS, COLOURS, REACHABLE)
def test_a_readable_colour_has_the_contrast_asked_for(colour: Color, background: Color, ratio: float) -> None:
    assert contrast(readable(colour, background, ratio), background) >= ratio


@given(COLOURS, COLOURS, REACHABLE)
def test_a_colour_that_is_readable_stays_as_it_is(colour: Color, background: Color, ratio: float) -> None:
    if contrast(colour, background) >= ratio:
        assert readable(colour, background, ratio) == colour


@given(COLOURS, COLOURS, REACHABLE)
def test_a_colour_is_moved_no_further_than_it_takes(colour: Color, background: Color, ratio: float) -> None:
    moved = readable(colour, background, ratio)
    if moved != colour:
        pole = Color(255, 255, 255) if sum(moved.rgb) > sum(colour.rgb) else Color(0, 0, 0)
        steps = (mix(colour, pole, step / 255) for step in range(256))
        assert moved == next(step for step in steps if contrast(step, background) >= ratio)


@given(COLOURS, COLOURS, REACHABLE)
def test_a_colour_keeps_its_hue(colour: Color, background: Color, ratio: float) -> None:
    moved = readable(colour, background, ratio)
    most, least = max(moved.rgb), min(moved.rgb)
    if most - least >= 64:
        turn = abs(moved.hsl.h - colour.hsl.h)
        assert min(turn, 1 - turn) <= 1 / 64


def test_where_no_colour_is_readable_enough_the_nearest_is_taken() -> None:
    assert readable(Color.parse("#ff0000"), Color.parse("#777777"), 7) == Color(0, 0, 0)
    assert readable(Color.parse("#00ffff"), Color.parse("#707070"), 7) == Color(255, 255, 255)


@pytest.mark.parametrize("theme", SHADED, ids=name_of)
def test_every_text_role_is_legible(theme: Theme) -> None:
    paint, least = Paint(theme), ENHANCED.get(theme.name, 4.5)
    assert [role for role in TEXT_ROLES if contrast_in(paint.style(role)) < least] == []


@pytest.mark.parametrize("theme", SHADED, ids=name_of)
def test_every_combination_of_roles_is_legible(theme: Theme) -> None:
    paint, least = Paint(theme), ENHANCED.get(theme.name, 4.5)
    roles = [passage + overlay for passage in PASSAGES for overlay in OVERLAYS]
    assert [role for role in roles if contrast_in(paint.style(role)) < least] == []


@pytest.mark.parametrize("system", ["256", "standard"])
@pytest.mark.parametrize("theme", SHADED, ids=name_of)
def test_every_role_is_legible_in_the_few_colours_that_a_terminal_has(theme: Theme, system: str) -> None:
    paint = Paint(theme, system=system)
    roles = [*TEXT_ROLES, *(passage + overlay for passage in PASSAGES for overlay in OVERLAYS)]
    assert [role for role in roles if contrast_in(paint.style(role), system) < 4.5] == []


@pytest.mark.parametrize("theme", SHADED, ids=name_of)
def test_every_ornament_with_a_meaning_is_seen(theme: Theme) -> None:
    paint = Paint(theme)
    assert [role for role in sorted(ORNAMENTS) if contrast_in(paint.style(role)) < 3] == []


def test_the_contrast_themes_promise_seven_to_one() -> None:
    assert {theme.name: ENHANCED[theme.name] for theme in THEMES if "contrast" in theme.name} == {
        "keta-contrast-dark": 7,
        "keta-contrast-light": 7,
    }
    assert TEXT == 4.5


@pytest.mark.parametrize("theme", SHADED, ids=name_of)
def test_the_fields_are_those_of_the_stylesheet(theme: Theme) -> None:
    variables, paint = theme.to_color_system().generate(), Paint(theme)
    for role, variable in [("text", "background"), ("contents.item", "surface"), ("status.label", "surface")]:
        field = paint.style(role).bgcolor
        assert field
        assert field.get_truecolor().hex.upper() == variables[variable]


# Roles


@pytest.mark.parametrize("theme", ALL_THEMES, ids=name_of)
def test_foreground_and_background_are_always_set(theme: Theme) -> None:
    paint = Paint(theme)
    styles = [paint.style(role) for role in ["", *LOOKS, *PASSAGES, "no.such.role"]]
    assert all(style.color and style.bgcolor for style in styles)


@pytest.mark.parametrize(
    ("role", "same"),
    [
        ("", "text"),
        ("no.such.role", "text"),
        ("heading.7", "text"),
        ("heading.2 unheard-of", "heading.2"),
        ("hit.current.once", "hit.current"),
        ("code.unheard.of", "code"),
        ("text  strong", "text strong"),
    ],
)
def test_an_unknown_role_looks_like_the_one_above_it(role: str, same: str) -> None:
    paint = Paint(THEMES[0])
    assert paint.style(role) == paint.style(same)


def test_the_last_role_with_a_colour_wins_and_attributes_add_up() -> None:
    paint = Paint(THEMES[0])
    style = paint.style("heading.2 emphasis link")
    assert style.color == paint.style("link").color
    assert (style.bold, style.italic, style.underline) == (True, True, True)
    assert paint.style("code.block code.comment").bgcolor == paint.style("code.block").bgcolor


def test_styles_are_kept_but_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_module, "_KEPT", 2)
    paint = Paint(THEMES[0])
    before = paint.style("strong")
    monkeypatch.setitem(LOOKS, "strong", Look(attributes="underline"))
    assert paint.style("strong") == before
    paint.style("link")
    paint.style("code")
    assert paint.style("strong") != before


def literals(path: Path, *calls: str) -> Iterator[str]:
    """Yield the strings that a module passes to the calls named, at any place, and every dotted one in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in calls:
            values = [*node.args, *(keyword.value for keyword in node.keywords)]
            yield from (str(value.value) for value in values if isinstance(value, ast.Constant))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from re.findall(r"^[a-z]+(?:\.[a-z]+)+$", node.value)


def test_every_role_of_the_layout_has_a_look(root: Path) -> None:
    folder = root / "src" / "ketareader" / "layout"
    found = {
        word
        for path in folder.glob("*.py")
        for text in literals(path, "Run", "Styled", "of", "_flow", "_set", "_hanging", "_as_it_stands")
        for word in text.split()
        if re.fullmatch(r"[a-z.]+", word)
    }
    assert {"text", "code.block", "quote.bar", "table.header"} <= found
    assert found - LOOKS.keys() == set()


def test_every_role_of_inline_text_has_a_look(root: Path) -> None:
    source = (root / "src" / "ketareader" / "document" / "inline.py").read_text("utf-8")
    listed = re.search(r"role: str\n\s+\"\"\"(.+?)\"\"\"", source, re.DOTALL)
    assert listed
    roles = set(re.findall(r'"(\w+)"', f'"{listed[1]}'))
    assert {"strong", "link", "code"} <= roles
    assert roles - LOOKS.keys() == set()


def test_every_role_that_a_widget_asks_for_has_a_look(root: Path) -> None:
    folder = root / "src" / "ketareader" / "ui"
    asked = {
        word
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "style"
        for value in node.args
        if isinstance(value, ast.Constant)
        for word in str(value.value).split()
    }
    assert asked - LOOKS.keys() == set()


# Told apart


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("theme", ALL_THEMES, ids=name_of)
def test_hits_the_current_hit_hints_and_text_are_told_apart(theme: Theme, colour: bool) -> None:  # noqa: FBT001
    paint = Paint(theme, colour=colour)
    texts = {appearance(paint.style(role)) for role in PASSAGES}
    for passage in PASSAGES:
        found = {appearance(paint.style(f"{passage} {role}")) for role in ("hit", "hit.current", "hint")}
        assert len(found) == 3, passage
        assert found & texts == set(), passage


def test_without_colour_a_hit_is_never_a_current_hit_whatever_it_stands_in() -> None:
    paint = Paint(THEMES[0], colour=False)
    seen = [{attributes(paint.style(f"{passage} {role}")) for passage in PASSAGES} for role in ("hit", "hit.current")]
    assert seen[0] & seen[1] == set()


@pytest.mark.parametrize("theme", SHADED, ids=name_of)
def test_the_current_hit_stands_out_from_the_page_and_from_other_hits(theme: Theme) -> None:
    paint = Paint(theme)
    page, hit, current = (
        Color.from_rich_color(paint.style(role).bgcolor) for role in ("text", "text hit", "text hit.current")
    )
    assert contrast(current, page) >= 3
    assert contrast(current, hit) >= 1.5
    assert paint.style("text hit").underline
    assert paint.style("text hit.current").bold


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("theme", ALL_THEMES, ids=name_of)
def test_headings_are_told_from_one_another_and_from_text(theme: Theme, colour: bool) -> None:  # noqa: FBT001
    paint = Paint(theme, colour=colour)
    looks = [appearance(paint.style(role)) for role in ("text", *HEADINGS)]
    # The two highest have rules below them, unlike each other: one heavy, one light.
    assert len(set(looks)) == len(looks) - (looks[1] == looks[2])
    assert colour is False or looks[1] != looks[2]


@pytest.mark.parametrize("colour", [True, False])
@pytest.mark.parametrize("theme", ALL_THEMES, ids=name_of)
def test_states_around_the_page_are_told_apart(theme: Theme, colour: bool) -> None:  # noqa: FBT001
    paint = Paint(theme, colour=colour)
    contents = ("contents.item", "contents.current", "contents.cursor")
    assert len({appearance(paint.style(role)) for role in contents}) == 3
    for one, other in [
        ("search.toggle.on", "search.toggle.off"),
        ("search.error", "search.count"),
        ("status.error", "status.message"),
        ("scrollbar.thumb", "scrollbar.track"),
        ("scrollbar.current", "scrollbar.hit"),
    ]:
        assert appearance(paint.style(one)) != appearance(paint.style(other)), one


def test_a_section_that_was_read_is_dimmed() -> None:
    for theme in THEMES:
        paint = Paint(theme)
        assert contrast_in(paint.style("contents.read")) < contrast_in(paint.style("contents.item"))
    assert Paint(THEMES[0], colour=False).style("contents.read").dim


WITHIN_A_LINE = (
    *("strong", "emphasis", "strike", "code", "link", "image", "keyboard", "marked", "underline", "abbreviation"),
    *("math", "small"),
)
"""What is set off in running text by nothing but its look."""
STRESSED = [
    "strong emphasis",
    *(f"{stress} {role}" for stress in ("strong", "emphasis", "strong emphasis") for role in WITHIN_A_LINE[2:-1]),
]
"""What is strong or emphasised as well, but for what is small: that is dim, as formulas are."""


@pytest.mark.parametrize("theme", [*THEMES, *TERMINAL], ids=name_of)
def test_constructs_within_a_line_are_told_apart_without_colour_strong_and_emphasised_too(theme: Theme) -> None:
    paint = Paint(theme, colour=False)
    looks = {role: attributes(paint.style(f"text {role}")) for role in ("text", *WITHIN_A_LINE)}
    assert len(set(looks.values())) == len(looks)
    assert [role for role in STRESSED if attributes(paint.style(f"text {role}")) in others(role, looks)] == []


@pytest.mark.parametrize("theme", [*THEMES, *TERMINAL], ids=name_of)
def test_headings_without_a_rule_below_look_like_no_paragraph_of_one_construct_without_colour(theme: Theme) -> None:
    paint = Paint(theme, colour=False)
    looks = {attributes(paint.style(f"text {role}")) for role in ("text", *WITHIN_A_LINE, "strong emphasis", "term")}
    headings = [attributes(paint.style(f"heading.{level}")) for level in range(3, 7)]
    assert looks.isdisjoint(headings)
    assert len(set(headings)) == len(headings)


def others(stressed: str, looks: dict[str, tuple[bool, ...]]) -> list[tuple[bool, ...]]:
    """Return the looks of all roles but those that a combined one has."""
    return [look for role, look in looks.items() if role not in stressed.split()]


def test_what_is_selected_or_found_is_told_from_text_without_colour_whatever_that_is() -> None:
    paint = Paint(THEMES[0], colour=False)
    for role in ("code", "marked", "strong emphasis", "underline", "math"):
        text = attributes(paint.style(f"text {role}"))
        assert text not in [attributes(paint.style(f"text {role} {over}")) for over in ("hit", "selection")]


# Without colour, and with the terminal's own


@pytest.mark.parametrize("theme", ALL_THEMES, ids=name_of)
def test_without_colour_there_is_none(theme: Theme) -> None:
    paint = Paint(theme, colour=False)
    roles = [*LOOKS, *(passage + overlay for passage in PASSAGES for overlay in OVERLAYS)]
    assert [role for role in roles if paint.style(role).color or paint.style(role).bgcolor] == []


@pytest.mark.parametrize("theme", SHADED, ids=name_of)
def test_with_colour_nothing_is_dimmed_or_reversed_behind_the_reckoning(theme: Theme) -> None:
    paint = Paint(theme)
    assert [role for role in LOOKS if paint.style(role).dim or paint.style(role).reverse] == []


@pytest.mark.parametrize("theme", TERMINAL, ids=name_of)
def test_a_terminal_theme_has_the_terminals_colours_on_its_own_background(theme: Theme) -> None:
    paint = Paint(theme)
    for role in LOOKS:
        style = paint.style(role)
        assert style.bgcolor
        assert style.color
        assert style.bgcolor.is_default
        assert style.color.type in (ColorType.DEFAULT, ColorType.STANDARD)


@pytest.mark.parametrize("theme", TERMINAL, ids=name_of)
def test_a_terminal_themes_colours_are_legible_as_textual_shows_them(theme: Theme) -> None:
    shown, paint = MONOKAI if theme.dark else ALABASTER, Paint(theme)
    ground = Color(*shown.background_color)
    inks = {style.color for style in map(paint.style, LOOKS) if style.color}
    assert [ink for ink in inks if contrast(Color(*ink.get_truecolor(shown)), ground) < 4.5] == []


def test_the_filter_leaves_no_colour_and_all_else() -> None:
    style = Style(color="red", bgcolor="#102030", bold=True, underline=True, link="https://example.com", meta={"a": 1})
    plain, bare, control = Colourless().apply(
        [Segment("one", style), Segment("two", None), Segment("", Style(color="red"), [])], Color(0, 0, 0)
    )
    assert plain.style
    assert (plain.style.color, plain.style.bgcolor) == (None, None)
    assert (plain.style.bold, plain.style.underline, plain.style.link) == (True, True, "https://example.com")
    assert plain.style.meta == {"a": 1}
    assert (plain.text, bare.text, bare.style, control.control) == ("one", "two", None, [])
