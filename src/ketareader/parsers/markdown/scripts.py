"""Small letters, raised and lowered: what Unicode has of them."""

from typing import Final

SUPERSCRIPTS: Final = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθικφχ′",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᶲᵠᵡ′",
)
SUBSCRIPTS: Final = str.maketrans(
    "0123456789+-−=()aehijklmnoprstuvxβγρφχ",
    "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ",
)
SCRIPTS: Final = {"^": SUPERSCRIPTS, "_": SUBSCRIPTS}
"""By the sign that TeX has for them."""
_LONGEST: Final = 12
"""Characters that are still read with ease when they are small."""


def in_script(text: str, sign: str) -> str | None:
    """Return text raised ("^") or lowered ("_"); None where Unicode hasn't all of it, or it is too long."""
    table = SCRIPTS[sign]
    small = table.values()
    if not text or len(text) > _LONGEST or any(ord(c) not in table and ord(c) not in small for c in text):
        return None
    return text.translate(table)
