"""What the tags in a line of text mean: HTML's elements by name, in lower case."""

from typing import Final

ROLES: Final = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "var", "dfn"), "emphasis"),
    **dict.fromkeys(("s", "del", "strike"), "strike"),
    **dict.fromkeys(("code", "samp", "tt"), "code"),
    **dict.fromkeys(("u", "ins"), "underline"),
    "kbd": "keyboard",
    "mark": "marked",
    "small": "small",
}
"""The roles of the text in elements."""
SCRIPTS: Final = {"sup": "superscript", "sub": "subscript"}
"""The roles of what is raised and lowered."""
AROUND: Final = {"q": ("“", "”"), "rt": ("(", ")")}
"""What stands in the place of an element's tags: quotation marks, and brackets around how something is read."""
HIDDEN: Final = frozenset({"rp"})
"""Elements whose text is not shown."""
VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905 (words read best in a row)
"""Elements that have no end tag (HTML section 13.1.2)."""
LINES: Final = frozenset(
    "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5"  # noqa: SIM905
    " h6 header hr li main nav ol p pre section summary table template tr ul".split()
)
"""Elements that begin a line of their own."""
NAMES: Final = frozenset(
    "address data details embed form header input label link main map menu meta object option output param picture"  # noqa: SIM905
    " section select slot source summary table template time title track".split()
)
"""Elements called by words that people put between such signs themselves: `<source> to <output>`."""
MEANINGLESS: Final = frozenset(
    "acronym audio bdi bdo big blink body button canvas caption colgroup data datalist dialog dir font frame frameset"  # noqa: SIM905
    " head hgroup html iframe label legend map marquee menu meter nobr noframes noscript object optgroup option output"
    " param picture progress rb rtc ruby search select slot span svg tbody td textarea tfoot th thead time title video"
    " a abbr".split()
)
"""Elements that are nothing but their text here, if there is any."""
MEDIA: Final = frozenset({"audio", "embed", "iframe", "object", "video"})
"""Elements that play something, or show it in a frame."""
KNOWN: Final = frozenset({*ROLES, *SCRIPTS, *AROUND, *HIDDEN, *VOID, *LINES, *NAMES, *MEANINGLESS})
