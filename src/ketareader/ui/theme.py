"""From roles to colours: a theme makes a style of each role, legible on whatever it stands on.

Contrast is that of WCAG 2.1 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio). It is reckoned when roles have been
combined, on the field that they stand on, and in the colours that the terminal will show. So it holds for every theme,
every combination of roles, and terminals of 256 colours too, as most are over SSH.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import lru_cache, partial, reduce

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.design import (
    DEFAULT_DARK_BACKGROUND,
    DEFAULT_DARK_SURFACE,
    DEFAULT_LIGHT_BACKGROUND,
    DEFAULT_LIGHT_SURFACE,
)
from textual.filter import LineFilter
from textual.theme import Theme

from ketareader.layout.hyperlink import hyperlink
from ketareader.layout.lines import roles_of
from ketareader.ui.palettes import COLOURLESS, ENHANCED, LOOKS, TERMINAL_DARK, TERMINAL_LIGHT, TEXT, THEMES, TINTS, Look

__all__ = ["COLOURLESS", "THEMES", "Colourless", "Paint", "contrast", "readable"]

_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)
_STEPS = 255
"""Steps from a colour to black or white: as many as a channel has."""
_MORE = (1, 1.1, 1.25, 1.5, 2, 3)
"""Shares of a contrast to ask for, in turn, until enough is left of it in a terminal that has few colours."""
_KEPT = 1024
"""Styles kept. An article has some dozens of combinations; a strange one can't make more than this stay."""


def luminance(colour: Color) -> float:
    """Return the relative luminance of an opaque colour, 0 for black to 1 for white."""
    red, green, blue = (_linear(channel / 255) for channel in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """Take the gamma off one sRGB channel, 0 to 1."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 (sRGB's)


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(colour: Color, other: Color, share: float) -> Color:
    """Return `colour` with `share` of `other` in it, 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour.rgb, other.rgb, strict=True))
    return Color(red, green, blue)


def readable(colour: Color, background: Color, ratio: float) -> Color:
    """Move a colour towards black or white, its hue kept, by the fewest steps that give it a contrast of `ratio`.

    It goes the way it already differs from the background, unless only the other leads there. Where neither does, the
    one of black and white that comes nearer is returned.
    """
    if contrast(colour, background) >= ratio:
        return colour
    pole = _pole(colour, background, ratio)

    def reached(step: int) -> bool:
        return contrast(mix(colour, pole, step / _STEPS), background) >= ratio

    return mix(colour, pole, bisect_left(range(_STEPS), True, key=reached) / _STEPS)  # noqa: FBT003 (sought, not passed)


def _pole(colour: Color, background: Color, ratio: float) -> Color:
    """Return black or white, whichever a colour is to be moved to."""
    near, far = (_WHITE, _BLACK) if luminance(colour) >= luminance(background) else (_BLACK, _WHITE)
    if contrast(near, background) >= ratio:
        return near
    return max(near, far, key=partial(contrast, background))


class Paint:
    """The look of each role in one theme. A style is made when it is first asked for."""

    def __init__(self, theme: Theme, *, colour: bool = True, system: str = "truecolor", links: bool = True) -> None:
        """Take any theme of Textual's. Without `colour`, styles have attributes only; without `links`, no address.

        `system` tells how many colours the terminal has, as `rich.console.Console.color_system` does.
        """
        self._links = links
        self._shaded = colour and not theme.ansi
        self._colours = _colours_of(theme, COLOR_SYSTEMS[system]) if colour else _no_colours
        self._styles: dict[str, Style] = {}
        self._linked: dict[tuple[str, str], Style] = {}

    def style(self, role: str) -> Style:
        """Return the style of a role, or of several with spaces between, the strongest last.

        A role without a look has that of the part before its last dot, or none of its own. The foreground and the
        background are always set, but for a paint without colour, where neither ever is.
        """
        style = self._styles.get(role)
        if style is None:
            if len(self._styles) >= _KEPT:
                self._styles.clear()
            style = self._styles[role] = self._make(role)
        return style

    def linked(self, role: str, target: str) -> Style:
        """Return the style of a role that leads somewhere; the terminal may open it where that is an address."""
        address = hyperlink(target) if self._links else ""
        if not address:
            return self.style(role)
        key = role, address
        style = self._linked.get(key)
        if style is None:
            if len(self._linked) >= _KEPT:
                self._linked.clear()
            style = self._linked[key] = self.style(role).update_link(address)
        return style

    def _make(self, role: str) -> Style:
        look = reduce(Look.under, map(_look_of, roles_of(role)), LOOKS["text"])
        attributes = look.attributes if self._shaded else f"{look.attributes} {look.plain}"
        return Style.parse(attributes) + self._colours(look)


def _look_of(name: str) -> Look:
    """Return the look of one role."""
    while name and name not in LOOKS:
        name = name.rpartition(".")[0]
    return LOOKS.get(name, Look())


def _colours_of(theme: Theme, system: ColorSystem) -> Callable[[Look], Style]:
    """Return what gives a look its colours in a theme."""
    if theme.ansi:
        return partial(_terminal_colours, TERMINAL_DARK if theme.dark else TERMINAL_LIGHT)
    return _Shades(theme, system).colours


def _no_colours(_look: Look) -> Style:
    """Give a look no colour."""
    return Style.null()


def _terminal_colours(names: Mapping[str, str], look: Look) -> Style:
    """Give a look colours of which only the terminal knows the shades."""
    ink = names.get(look.field) or names.get(look.ink, "ansi_default")
    return Style.from_color(Color.parse(ink).rich_color, Color.parse("ansi_default").rich_color)


class _Shades:
    """A theme's own colours and those mixed from them, each mixed when it is first asked for."""

    def __init__(self, theme: Theme, system: ColorSystem) -> None:
        self._system = system
        self._strictness = ENHANCED.get(theme.name, TEXT) / TEXT
        self._shades = _named_by(theme)

    def colours(self, look: Look) -> Style:
        """Return a look's ink, made legible, on its field."""
        field = self._shade(look.field)
        ink = self._legible(self._shade(look.ink), field, look.least * self._strictness)
        return Style.from_color(ink.rich_color, field.rich_color)

    def _shade(self, name: str) -> Color:
        if name not in self._shades:
            base, towards, share, apart = TINTS[name]
            ground = self._shade(towards)
            self._shades[name] = self._legible(mix(self._shade(base), ground, share), ground, apart)
        return self._shades[name]

    def _legible(self, colour: Color, ground: Color, ratio: float) -> Color:
        """Move a colour until it is readable as the terminal shows it."""
        ground = self._shown(ground)
        inks = (readable(colour, ground, ratio * more) for more in _MORE)
        return next((ink for ink in inks if contrast(self._shown(ink), ground) >= ratio), _pole(colour, ground, 21))

    def _shown(self, colour: Color) -> Color:
        """Return the colour that the terminal makes of one."""
        if self._system is ColorSystem.TRUECOLOR:
            return colour
        return Color(*colour.rich_color.downgrade(self._system).get_truecolor())


def _named_by(theme: Theme) -> dict[str, Color]:
    """Return the colours that a theme names, and Textual's for those that it doesn't (`ColorSystem.generate`)."""
    named = theme.to_color_system()
    dark = theme.dark
    background = named.background or Color.parse(DEFAULT_DARK_BACKGROUND if dark else DEFAULT_LIGHT_BACKGROUND)
    secondary = named.secondary or named.primary
    return {
        "primary": named.primary,
        "secondary": secondary,
        "accent": named.accent or named.primary,
        "success": named.success or secondary,
        "warning": named.warning or named.primary,
        "error": named.error or secondary,
        "foreground": named.foreground or background.inverse,
        "background": background,
        "surface": named.surface or Color.parse(DEFAULT_DARK_SURFACE if dark else DEFAULT_LIGHT_SURFACE),
    }


class Colourless(LineFilter):
    """Takes every colour off what Textual is about to send; attributes stay.

    Textual's own `NoColor` sends the default colours, and its `Monochrome`, which NO_COLOR turns on, sends greys.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 (Textual's signature)
        """Return the segments without colour."""
        return [Segment(text, style and _colourless(style), control) for text, style, control in segments]


@lru_cache(1024)
def _colourless(style: Style) -> Style:
    """Return a style without its colours. Rich's `without_color` drops the meta data too, on which clicks hang."""
    return style.without_color + Style(meta=style.meta) if style.meta else style.without_color
