"""Random articles: Markdown of all constructs, in all disorder."""

from hypothesis import strategies as st

_WORDS = ["word", "a", "longer_word", "the", "of", "consideration", "3.14", "x_y_z", "don't", "“quoted”", "naïve", "café", "straße", "well-known", "end.", "Why?", "no!", "漢字", "かな、", "「引用」", "한국어", "ไทย", "עברית", "العربية", "हिन्दी", "é̂", "👩\u200d🚀", "🇪🇺", "☑️", "😀", "ｆｕｌｌ", "pneumonoultramicroscopicsilicovolcanoconiosis", "https://example.org/a/b?c=d&e=f_g", "http://a.b", "www.example.org", "x@y.org"]
_MARKUP = ["*em*", "**strong**", "***both***", "`code`", "``a`b``", "~~gone~~", "[link](/to)", "[text][ref]", "[ref]", "[late]", "![image](a/b.png)", "![](c.png)", "<b>html</b>", "<br>", "<!--", "note", "-->", "&amp;", "&nbsp;", "&#x202e;", "\\*", "\\[", "*", "**", "_", "`", "[", "]", "(", ")", "![", "|", "\\|", "~~", "<", ">", "\\", "[^1]", "&copy;", "&#0;", "[a](<b", "c>", "'d')", "[*a*](b)", "**a", "`b**", "c`", "<http://x.y>", "*a", "_b*", "c_"]
_MARKERS = (
    "",
    "> ",
    ">",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "10) ",
    "123456789. ",
    "- [ ] ",
    "- [x] ",
    "  ",
    "    ",
    "\t",
    "   ",
    "# ",
    "## ",
    "###### ",
    "| ",
    "[ref]: ",
    "[late]: /url ",
    "[^1]: ",
)
_LINES = (
    "",
    "",
    "",
    "---",
    "===",
    "***",
    "```",
    "```python",
    "~~~",
    "|---|:-:|",
    "|---|",
    "a | b | c",
    "| x | y |",
    "--|--",
    "<div>",
    "</div>",
    "<!--",
    "-->",
    "<pre>",
    "    code\twith tab",
    "[ref]: /target 'Title'",
    "[unused]: <http://example.org>",
    "[ref]: /second",
    "#",
    "-",
    ">",
    "1.",
)

inline_text = st.lists(st.sampled_from(_WORDS) | st.sampled_from(_MARKUP), max_size=12).map(" ".join)
"""Words and inline markup on one line."""
_line = st.sampled_from(_LINES) | st.builds(
    lambda markers, text, end: "".join(markers) + text + end,
    st.lists(st.sampled_from(_MARKERS), max_size=4),
    inline_text,
    st.sampled_from(("", "", "", "  ", "\\")),
)
_cells = st.lists(inline_text.map(lambda text: text.replace("|", "\\|")), min_size=1, max_size=6).map(" | ".join)
_table = st.builds(
    lambda prefix, columns, rows: "\n".join(
        prefix + row for row in ("|".join("h" * columns) + "|", "|:-:" * columns, *(f"| {row} |" for row in rows))
    ),
    st.sampled_from(("", "> ", "  ")),
    st.integers(1, 7),
    st.lists(_cells, max_size=4),
)
_list = st.builds(
    lambda marker, between, items: between.join(f"{'  ' * depth}{marker} {text}" for depth, text in items),
    st.sampled_from(("-", "1.", "- [x]", "> -")),
    st.sampled_from(("\n", "\n\n")),
    st.lists(st.tuples(st.integers(0, 9), inline_text), min_size=1, max_size=8),
)
_part = _line | _line | _line | inline_text | _table | _list
markdown = st.integers(0, 24).flatmap(lambda size: st.lists(_part, min_size=size, max_size=size + 6)).map("\n".join)
"""An article."""
narrow_widths = st.integers(1, 200)
"""Widths of a page, in cells."""
