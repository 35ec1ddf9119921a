"""Tags in running text: what they mean, in tokens that say so; those that nothing is known of stay."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from markdown_it.common.normalize_url import normalizeLink, validateLink
from markdown_it.token import Token

from ketareader.parsers.html.text import box_of, said_of_medium, unescaped
from ketareader.parsers.html.tokens import attributes
from ketareader.parsers.markdown.elements import AROUND, HIDDEN, KNOWN, LINES, MEDIA, NAMES, ROLES, SCRIPTS, VOID
from ketareader.parsers.markdown.shown import GONE, NEW_LINE, SHOWN, SPAN_CLOSE, SPAN_OPEN
from ketareader.text import clean_line

_NAME: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_DRAWINGS: Final = frozenset({"math", "svg"})
_BESIDE: Final = MEDIA | {"source", "track"}
"""Elements that may stand between a medium's tag and the words beside it."""
_BULLET: Final = "• "


def read_tags(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield inline tokens with what their tags mean in the place of the tags."""
    if any(_name(token) in _DRAWINGS for token in tokens if token.type == "html_inline"):
        from ketareader.parsers.markdown.drawings import without_drawings  # noqa: PLC0415 (few texts have any)

        tokens = tuple(without_drawings(tokens))
    partners = _partners(tokens)
    sources = _sources(tokens, partners)
    roles: set[str] = set()
    """The roles that are open: one within itself says nothing more."""
    closers: dict[int, str] = {}
    resume = 0
    for index, token in enumerate(tokens):
        if index < resume:
            continue
        if token.type != "html_inline":
            yield token
            continue
        if index in sources:
            yield from _medium(tokens, index, sources)
            continue
        name, partner = _name(token), partners.get(index)
        if partner is None:
            yield from _alone(token, name)
        elif partner < index:
            role = closers.pop(partner, "")
            roles.discard(role)
            yield _closing(name, role)
        elif name in HIDDEN:
            resume = partner + 1
            yield _token(GONE)
        else:
            opening = _opening(token, name)
            if opening.type == SPAN_OPEN and opening.info not in roles:
                roles.add(opening.info)
                closers[index] = opening.info
            yield opening if opening.type != SPAN_OPEN or index in closers else _token(GONE)


def _partners(tokens: Sequence[Token]) -> dict[int, int]:
    """Find the tags that belong together, within the Markdown around them; each leads to the other, by index."""
    partners: dict[int, int] = {}
    around = [_OpenTags()]
    for index, token in enumerate(tokens):
        if token.nesting > 0:
            around.append(_OpenTags())
        elif token.nesting < 0:
            around.pop()
        elif token.type == "html_inline" and (name := _name(token)) in KNOWN - VOID:
            if not token.content.startswith("</"):
                around[-1].open(name, index)
            elif (opener := around[-1].close(name)) is not None:
                partners[opener], partners[index] = index, opener
    return partners


def _sources(tokens: Sequence[Token], partners: Mapping[int, int]) -> frozenset[int]:
    """Return the indices of the tags that say where media are."""
    names = [_name(token) if token.type == "html_inline" else "" for token in tokens]
    if MEDIA.isdisjoint(names):
        return frozenset()
    from ketareader.parsers.markdown.media import sources  # noqa: PLC0415 (few texts have any)

    return frozenset(sources(tokens, names, partners))


class _OpenTags:
    """The start tags that have no end tag yet, within one piece of Markdown."""

    def __init__(self) -> None:
        self._tags: list[tuple[str, int]] = []
        self._counts = Counter[str]()

    def open(self, name: str, index: int) -> None:
        self._tags.append((name, index))
        self._counts[name] += 1

    def close(self, name: str) -> int | None:
        """Return the index of the innermost start tag of a name; what was opened after it is no longer open."""
        while self._counts[name]:
            last, index = self._tags.pop()
            self._counts[last] -= 1
            if last == name:
                return index
        return None


def _name(token: Token) -> str:
    """Return the name of a tag's element; "" where it is no tag."""
    found = _NAME.match(token.content)
    return found[1].lower() if found else ""


def _opening(token: Token, name: str) -> Token:
    """Return what a start tag means whose end tag there is."""
    if name in ROLES:
        return _token(SPAN_OPEN, info=ROLES[name])
    if name in SCRIPTS:
        return _token(SPAN_OPEN, info=SCRIPTS[name])
    if name in AROUND:
        return _token(SHOWN, AROUND[name][0])
    if name in {"abbr", "acronym"} and (title := _said(token, "title")):
        return _token(SPAN_OPEN, info="abbreviation", target=f"abbr:{title}")
    if name == "a" and (target := _address(token, "href")):
        return _token(SPAN_OPEN, info="link", target=target, title=_said(token, "title"))
    return _plain(name)


def _closing(name: str, role: str) -> Token:
    """Return what an end tag means."""
    if role:
        return _token(SPAN_CLOSE)
    return _token(SHOWN, AROUND[name][1]) if name in AROUND else _plain(name, ends=True)


def _medium(tokens: Sequence[Token], index: int, sources: frozenset[int]) -> Iterator[Token]:
    """Yield a link to the medium that a tag says, apart from words and media beside it."""
    name, address = said_of_medium(tokens[index].content)
    target = _target(address)
    before = _beside(tokens, range(index - 1, -1, -1), sources)
    after = _beside(tokens, range(index + 1, len(tokens)), sources)
    if before is not None and before not in sources and tokens[before].content[-1:].isalnum():
        yield _token("text", " ")
    yield _token(SHOWN, clean_line(unescaped(name)), "link" if target else "", target)
    if after is not None and (after in sources or tokens[after].content[:1].isalnum()):
        yield _token("text", " ")


def _beside(tokens: Sequence[Token], indices: range, sources: frozenset[int]) -> int | None:
    """Return the first of these indices that is not of a tag that says nothing of its own beside a medium's."""
    return next((at for at in indices if at in sources or _name(tokens[at]) not in _BESIDE), None)


def _alone(token: Token, name: str) -> Iterator[Token]:
    """Yield what a tag means that has no other; a comment, too."""
    source = token.content
    if name == "br":
        yield _token("hardbreak")
    elif name == "wbr":
        yield _token(SHOWN, "\N{ZERO WIDTH SPACE}")
    elif name == "img":
        image = _token("image", target=_address(token, "src"), title=_said(token, "title"))
        image.content = _said(token, "alt")
        yield image
    elif name == "input" and (box := box_of(source)):
        yield _token(SHOWN, box)
    elif name in KNOWN and not _is_of_the_text(source, name):
        yield _plain(name, ends=source.startswith("</"))
    elif _is_comment(source):
        yield _token(GONE)
    else:
        yield token


def _plain(name: str, *, ends: bool = False) -> Token:
    """Return what is left of a tag that says nothing but where it stands."""
    if name == "li" and not ends:
        return _token(NEW_LINE, _BULLET)
    if name in {"td", "th"}:
        return _token(SHOWN, " ")
    return _token(NEW_LINE if name in LINES else GONE)


def _is_of_the_text(source: str, name: str) -> bool:
    """Tell whether what looks like a known element's start is more likely a type, or a word for something."""
    bare = source[1:-1]
    return bare.lower() == name and (name in NAMES or (len(bare) == 1 and bare.isupper()))


def _is_comment(source: str) -> bool:
    """Tell whether markup is a comment on GitHub too: it shows those with two hyphens in them (CommonMark 0.30)."""
    inner = source.removeprefix("<!--").removesuffix("-->")
    return source.startswith("<!--") and "--" not in inner and not inner.startswith((">", "->")) and inner[-1:] != "-"


def _said(token: Token, attribute: str) -> str:
    """Return what an attribute says, in one line."""
    return clean_line(unescaped(attributes(token.content).get(attribute, "")))


def _address(token: Token, attribute: str) -> str:
    """Return where an attribute leads, encoded as Markdown's targets are; "" where nobody should go."""
    return _target(attributes(token.content).get(attribute, ""))


def _target(address: str) -> str:
    """Return an address encoded as Markdown's targets are; "" where nobody should go."""
    target = normalizeLink(unescaped(address).strip())
    return target if validateLink(target) else ""


def _token(kind: str, content: str = "", info: str = "", target: str = "", title: str = "") -> Token:
    """Return a token; a link's target and an image's, and their titles, are where markdown-it has them."""
    token = Token(kind, "", 0, content=content, info=info)
    if target or title:
        token.attrs.update(href=target, src=target, title=title)
    return token
