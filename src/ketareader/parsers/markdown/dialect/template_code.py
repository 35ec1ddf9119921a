"""Code between a template's tags: `{% highlight ruby %}` and `{% endhighlight %}`, `{{< highlight go >}}` likewise.

What Liquid is to leave as it is stands between tags of its own, which are no part of the code.

https://jekyllrb.com/docs/liquid/tags/#code-snippet-highlighting
https://gohugo.io/shortcodes/highlight/
"""

import re
from typing import Final

from ketareader.parsers.markdown.dialect.tokens import UNDECIDED, rest_of
from ketareader.parsers.markdown.underlines import LinesState

_MOST_LINES: Final = 400
"""Lines within which code has to end."""
_WORDS: Final = r"""[ \t]*+highlight[ \t]++["']?([\w+#.-]+)["']?(?:[ \t,][^{}%<>]*)?"""
_OPENER: Final = re.compile(rf"\{{%-?{_WORDS}%\}}|\{{\{{[<%]{_WORDS}[%>]\}}\}}")
_LIQUID_END: Final = re.compile(r"\{%-?[ \t]*endhighlight[ \t]*-?%\}")
_HUGO_END: Final = re.compile(r"\{\{[<%][ \t]*/[ \t]*highlight[ \t]*[%>]\}\}")
_RAW: Final = r"\{%-?[ \t]*(?:end)?raw[ \t]*-?%\}"


def rule(state: LinesState, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's signature)
    """Take code that begins with this line, and ends before it could begin again."""
    head = rest_of(state, start)
    if not (opener := _OPENER.match(head)):
        return False
    closer = _LIQUID_END if head.startswith("{%") else _HUGO_END
    lines: list[str] = []
    for line in range(start, min(end, start + _MOST_LINES)):
        text = _line(state, line, state.sCount[start]) if line > start else head[opener.end() :]
        if ended := closer.search(text):
            if not text[ended.end() :].strip() and not silent:
                _take(state, (start, line + 1), opener[1] or opener[2], [*lines, text[: ended.start()]])
            return not text[ended.end() :].strip()
        if _OPENER.match(text) or (state.sCount[line] < state.blkIndent and text.strip()):
            return False
        lines.append(text)
    if not state.level and end - start <= _MOST_LINES:
        state.env.setdefault(UNDECIDED, start)
    return False


def _line(state: LinesState, line: int, indent: int) -> str:
    """Return a line without the markers of the containers it is in, and as far out as the first one."""
    return state.getLines(line, line + 1, indent, False)  # noqa: FBT003 (without the line's end)


def _take(state: LinesState, lines: tuple[int, int], language: str, written: list[str]) -> None:
    """Make a block of code; what stands on its tags' lines is code, unless it is blank or a tag."""
    start, end = lines
    code = [re.sub(_RAW, "", line) for line in written]
    inner = range(1, len(code) - 1)
    own = [at for at, line in enumerate(code) if line.strip() or (at in inner and line == written[at])] or [1]
    group = state.push("markup_open", "", 1)
    token = state.push("fence", "code", 0)
    token.info, token.content = language, "\n".join(code[own[0] : own[-1] + 1])
    # The code stands on the line below the first, as any other.
    token.map = [max(start + own[0] - 1, start), end]
    state.push("markup_close", "", -1)
    group.map, state.line = [start, end], end
