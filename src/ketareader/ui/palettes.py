"""ketareader's own themes, and how each role looks in any theme. Data only: `theme` makes styles of it."""

from typing import NamedTuple

from textual.theme import Theme

THEMES: tuple[Theme, ...] = (
    Theme(
        name="keta-dark",
        primary="#d9b88a",
        secondary="#93b5c6",
        accent="#d09f86",
        foreground="#d8d2c6",
        background="#1b1a18",
        surface="#22211e",
        panel="#2c2a26",
        success="#a9bb8f",
        warning="#e2b04a",
        error="#e58f7b",
        variables={"border": "#8a7757", "border-blurred": "#3b3833", "footer-key-foreground": "#d9b88a"},
    ),
    Theme(
        name="keta-light",
        primary="#7d3f1c",
        secondary="#1f5b78",
        accent="#7d4055",
        foreground="#35302a",
        background="#fbf7ee",
        surface="#f4eee1",
        panel="#eae2d2",
        success="#4a672b",
        warning="#dd7f0e",
        error="#a5322a",
        dark=False,
        variables={"border": "#a8805f", "border-blurred": "#d8cdb8", "footer-key-foreground": "#7d3f1c"},
    ),
    Theme(
        name="keta-contrast-dark",
        primary="#ffd87a",
        secondary="#8fd0ff",
        accent="#ffb3e6",
        foreground="#ffffff",
        background="#000000",
        surface="#121212",
        panel="#202020",
        success="#a5ec94",
        warning="#ffc400",
        error="#ffa79c",
        variables={
            "border": "#ffd87a",
            "border-blurred": "#9a9a9a",
            "footer-key-foreground": "#ffd87a",
            "foreground-muted": "#d0d0d0",
            "foreground-disabled": "#b0b0b0",
            "text-muted": "#d0d0d0",
            "text-disabled": "#b0b0b0",
        },
    ),
    Theme(
        name="keta-contrast-light",
        primary="#6a2400",
        secondary="#003e86",
        accent="#6d005c",
        foreground="#000000",
        background="#ffffff",
        surface="#f3f3f3",
        panel="#e8e8e8",
        success="#1b4d00",
        warning="#8b2f00",
        error="#8c0000",
        dark=False,
        variables={
            "border": "#6a2400",
            "border-blurred": "#6b6b6b",
            "footer-key-foreground": "#6a2400",
            "foreground-muted": "#333333",
            "foreground-disabled": "#4d4d4d",
            "text-muted": "#333333",
            "text-disabled": "#4d4d4d",
        },
    ),
)
"""Warm and quiet by day and by night, and two for those who need all the contrast there is."""

TEXT = 4.5
"""The contrast that text keeps at the least: WCAG 2.1, criterion 1.4.3 (AA)."""
ENHANCED = {"keta-contrast-dark": 7.0, "keta-contrast-light": 7.0}
"""The themes that promise more where the terminal has all colours, by name: criterion 1.4.6 (AAA)."""
ORNAMENT = 3.0
"""The contrast of what carries meaning and is no text, such as a quote's bar: criterion 1.4.11."""
FREE = 1.0
"""The contrast of what carries no meaning of its own."""


class Tint(NamedTuple):
    """A colour mixed from two others of a theme."""

    base: str
    towards: str
    share: float
    """How much of it is `towards`, 0 to 1."""
    apart: float = FREE
    """The contrast that it keeps from `towards` at the least."""


TINTS: dict[str, Tint] = {
    "soft": Tint("foreground", "background", 0.14),
    "quiet": Tint("foreground", "background", 0.32),
    "faded": Tint("foreground", "background", 0.55),
    "rule": Tint("foreground", "background", 0.70),
    "track": Tint("foreground", "background", 0.86),
    "underscore": Tint("primary", "background", 0.45),
    "code": Tint("background", "primary", 0.07),
    "literal": Tint("background", "primary", 0.13),
    "hit": Tint("background", "warning", 0.34),
    "current": Tint("warning", "background", 0.0, ORNAMENT),
    "cursor": Tint("primary", "surface", 0.0, ORNAMENT),
    "label": Tint("secondary", "background", 0.0, ORNAMENT),
    "selected": Tint("background", "secondary", 0.30),
}
"""Colours beside the theme's own. The last seven are fields: what text stands on."""

TERMINAL_DARK = {
    "primary": "ansi_yellow",
    "secondary": "ansi_cyan",
    "accent": "ansi_magenta",
    "success": "ansi_green",
    "warning": "ansi_yellow",
    "error": "ansi_red",
    "hit": "ansi_default",
    "current": "ansi_yellow",
    "cursor": "ansi_cyan",
    "label": "ansi_green",
}
"""The terminal's own colours, in themes that leave it to the terminal what they are; the rest is its foreground.

Blue is too dark on most dark screens, and the bright colours are greys in some palettes, so neither is used. Nothing
is known of the shades, so there are no fields: what would stand on a solid one is reversed in that field's colour.
"""
TERMINAL_LIGHT = {
    "primary": "ansi_blue",
    "secondary": "ansi_blue",
    "accent": "ansi_magenta",
    "success": "ansi_blue",
    "warning": "ansi_magenta",
    "error": "ansi_red",
    "hit": "ansi_default",
    "current": "ansi_magenta",
    "cursor": "ansi_blue",
    "label": "ansi_red",
}
"""The same on a light screen, where green, yellow and cyan are too pale."""

COLOURLESS = {
    "block-cursor-text-style": "bold reverse",
    "block-cursor-blurred-text-style": "underline",
    "input-cursor-text-style": "reverse",
    "button-focus-text-style": "bold reverse",
}
"""Textual's variables that keep the cursors of its own widgets in sight where there is no colour."""


class Look(NamedTuple):
    """How a role looks. Where it says nothing, what it is combined with stays."""

    ink: str = ""
    """The colour of the text: one of the theme's, or a tint."""
    field: str = ""
    """The colour it stands on."""
    attributes: str = ""
    """As in a Rich style: "bold", "not bold underline"."""
    plain: str = ""
    """Attributes besides, where there are no fields or no colours at all."""
    least: float = TEXT
    """The contrast of ink and field at the least, in a theme that promises no more than others."""

    def under(self, stronger: "Look") -> "Look":
        """Put a stronger look over this one: its colours win, attributes add up."""
        return Look(
            stronger.ink or self.ink,
            stronger.field or self.field,
            f"{self.attributes} {stronger.attributes}",
            f"{self.plain} {stronger.plain}",
            stronger.least if stronger.ink else self.least,
        )


LOOKS: dict[str, Look] = {
    # The page
    "text": Look("foreground", "background"),
    "heading.1": Look("foreground", attributes="bold"),
    "heading.2": Look("primary", attributes="bold"),
    "heading.3": Look("accent", attributes="bold", plain="underline"),
    "heading.4": Look("accent", attributes="italic", plain="bold underline"),
    "heading.5": Look("foreground", attributes="bold italic", plain="dim underline"),
    "heading.6": Look("quiet", attributes="italic", plain="underline"),
    "heading.rule": Look("underscore", attributes="not bold", least=ORNAMENT),
    "strong": Look(attributes="bold"),
    "emphasis": Look(attributes="italic"),
    "strike": Look(attributes="strike"),
    "stressed": Look(plain="underline2"),
    "code": Look(field="literal", plain="bold italic"),
    "link": Look("secondary", attributes="underline"),
    "image": Look("secondary", attributes="italic", plain="dim underline underline2"),
    "html": Look("quiet", plain="dim"),
    "term": Look(attributes="bold"),
    "quote.bar": Look("rule", least=ORNAMENT),
    "list.marker": Look("quiet"),
    "task.open": Look("quiet"),
    "task.done": Look("success"),
    "table.rule": Look("rule", least=ORNAMENT),
    "table.header": Look(attributes="bold"),
    "table.cell": Look(),
    "table.label": Look("quiet", attributes="bold"),
    "rule": Look("rule", least=ORNAMENT),
    "meta": Look("quiet", plain="dim"),
    "meta.name": Look("quiet", attributes="italic", plain="dim"),
    "reference": Look("quiet", plain="dim"),
    "dim": Look("faded", plain="dim"),
    "title": Look(attributes="bold"),
    "callout.note": Look("secondary"),
    "callout.tip": Look("success"),
    "callout.important": Look("accent"),
    "callout.warning": Look("warning"),
    "callout.caution": Look("error"),
    "fold.marker": Look("quiet"),
    "note.mark": Look("secondary"),
    "note.number": Look("quiet"),
    "math": Look(attributes="italic", plain="dim"),
    "math.source": Look("quiet", plain="dim"),
    "keyboard": Look(field="literal", attributes="bold", plain="reverse"),
    "marked": Look(field="hit", plain="italic reverse"),
    "underline": Look(attributes="underline", plain="dim"),
    "small": Look("quiet", plain="dim"),
    "superscript": Look(),
    "subscript": Look(),
    "abbreviation": Look(attributes="underline2"),
    "picture": Look(),
    "caption": Look("quiet", attributes="italic"),
    "byline": Look("quiet", attributes="italic"),
    # Code
    "code.block": Look("foreground", "code"),
    "code.keyword": Look("primary", "code", plain="bold"),
    "code.function": Look("secondary", "code"),
    "code.builtin": Look("accent", "code"),
    "code.string": Look("success", "code"),
    "code.number": Look("warning", "code"),
    "code.comment": Look("quiet", "code", "italic"),
    "code.deleted": Look("error", "code"),
    "code.inserted": Look("success", "code"),
    "code.broken": Look("quiet", "code"),
    "code.gutter": Look("quiet", "code"),
    "code.language": Look("quiet", "code", "italic"),
    # What was found, and where to go. Reversed where there are no fields, and neither dim nor italic, as text may be.
    "hit": Look("foreground", "hit", "underline", plain="not bold not underline not dim not italic reverse"),
    "hit.current": Look("background", "current", "bold", "bold underline not dim reverse"),
    "link.current": Look("background", "cursor", "underline", "not bold not dim reverse"),
    "hint": Look("background", "label", "bold not italic", "not underline not dim reverse"),
    "pan.mark": Look("primary", attributes="bold"),
    "selection": Look(field="selected", plain="not dim not italic reverse"),
    "page.mark": Look("primary", least=ORNAMENT, plain="bold"),
    # Around the page
    "contents.item": Look("soft", "surface"),
    "contents.title": Look("foreground", "surface"),
    "contents.current": Look("primary", "surface", "bold"),
    "contents.cursor": Look("background", "cursor", "bold", "not dim reverse"),
    "contents.read": Look("quiet", "surface", plain="dim"),
    "contents.number": Look("quiet", "surface"),
    "contents.time": Look("quiet", "surface", plain="dim"),
    "contents.hits": Look("warning", "surface", "bold"),
    "contents.fold": Look("quiet", "surface"),
    "contents.filter": Look("foreground", "surface", "bold"),
    "contents.filling": Look("quiet", "surface", "italic"),
    "title.text": Look("foreground", "surface", "bold"),
    "title.byline": Look("quiet", "surface", "italic"),
    "title.progress": Look("quiet", "surface"),
    "status.key": Look("primary", "surface", "bold"),
    "status.label": Look("quiet", "surface"),
    "status.message": Look("foreground", "surface"),
    "status.error": Look("error", "surface", "bold"),
    "search.count": Look("quiet", "surface"),
    "search.toggle.on": Look("background", "cursor", "bold", "reverse"),
    "search.toggle.off": Look("quiet", "surface", plain="dim"),
    "search.error": Look("error", "surface", "bold"),
    "search.prompt": Look("primary", "surface", "bold"),
    # The scroll bar is drawn in glyphs, so that it needs no colour to be seen.
    "scrollbar.track": Look("track", "background", plain="dim", least=FREE),
    "scrollbar.thumb": Look("rule", "background", least=ORNAMENT),
    "scrollbar.hit": Look("warning", "background", least=ORNAMENT),
    "scrollbar.current": Look("foreground", "background", "bold", "reverse", ORNAMENT),
}
"""The looks of all roles. What only one of them says stays when roles are combined."""
