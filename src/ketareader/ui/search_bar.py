"""The search box: the query, its switches, and what came of it. Always in sight."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from ketareader.layout.ruler import cell_len
from ketareader.text import clean_line
from ketareader.ui.bar import Bar, Part
from ketareader.ui.theme import Paint

_LONGEST_QUERY = 500
_NARROWEST_BOX = 3 + 8
"""Cells that the prompt and the box keep."""
_SWITCHES = (("Aa", "case"), ("W", "word"), (".*", "regex"))


@dataclass(frozen=True)
class Asking:
    """What the box and its switches ask for: `search.query.Query`, which isn't loaded before anything is searched."""

    text: str = ""
    regex: bool = False
    word: bool = False
    case: bool | None = None


class QueryBox(Input):
    """A box that takes every character as text, those too for which Textual's look-up has none."""

    _UNNAMED = frozenset({"slash", "plus", "minus"})

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell Textual which keys are text here, and no command."""
        return super().check_consume_key(key, character) or key in self._UNNAMED


class SearchBar(Horizontal):
    """The box and its switches. It says what is asked for, and shows what it is told came of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("up", "recall(1)"),
        ("down", "recall(-1)"),
        Binding("enter", "accept", priority=True),
    ]

    @dataclass
    class Asked(Message):
        """The query is another now."""

        query: Asking

    @dataclass
    class Accepted(Message):
        """Enter was pressed in the box."""

    def __init__(self, paint: Paint, queries: Sequence[str]) -> None:
        """Show an empty box. `queries` are the last ones, the newest first."""
        super().__init__(id="search")
        self.paint = paint
        self.asking = Asking()
        self.queries = list(queries)
        self.accepting = False
        """Whether Enter was pressed, and letters typed before it may still be on their way to the box."""
        self._recalled = -1
        self._outcomes: list[Part] = [("", "search.count")]
        self._prompt = Bar(paint, id="search-prompt")
        self.box = QueryBox(id="search-box", compact=True, max_length=_LONGEST_QUERY, select_on_focus=False)
        self._outcome = Bar(paint, id="search-outcome")

    def compose(self) -> ComposeResult:
        """Yield the prompt, the box and the outcome."""
        yield self._prompt
        yield self.box
        yield self._outcome

    def on_mount(self) -> None:
        """Write the prompt and the switches."""
        self._prompt.show([(" / ", "search.prompt")])
        self.tell("")

    def on_resize(self) -> None:
        """Leave room for the box."""
        self._fit()

    def repaint(self, paint: Paint) -> None:
        """Paint in another theme."""
        self.paint = paint
        self._prompt.repaint(paint)
        self._outcome.repaint(paint)

    def open(self) -> None:
        """Put the cursor in the box, at once, what stands there ready to be typed over."""
        self.screen.set_focus(self.box)
        self.box.action_select_all()

    def clear(self) -> None:
        """Empty the box."""
        self.asking = replace(self.asking, text="")
        with self.box.prevent(Input.Changed):
            self.box.value = ""
        self._recalled = -1
        self.tell("")

    def toggle(self, switch: str) -> None:
        """Throw a switch, and ask again."""
        query = self.asking
        if switch == "case":
            self.asking = replace(query, case=None if query.case else True)
        elif switch == "word":
            self.asking = replace(query, word=not query.word)
        else:
            self.asking = replace(query, regex=not query.regex)
        self.post_message(self.Asked(self.asking))

    def tell(self, *outcomes: str, error: bool = False) -> None:
        """Show what came of the query, or what is wrong with it: the first of "3 of 17", "3/17", "3" that fits."""
        role = "search.error" if error else "search.count"
        self._outcomes = [(f"{clean_line(outcome)} ", role) for outcome in outcomes]
        self._fit()

    def _fit(self) -> None:
        """Give outcome and switches their width, but leave the box some cells."""
        if not self.size.width:
            return
        room = max(self.size.width - _NARROWEST_BOX, 0)
        outcome, *switches = next((shown for shown in self._ways() if _width(shown) <= room), [self._outcomes[-1]])
        self._outcome.styles.width = min(_width([outcome, *switches]), room)
        self._outcome.show([outcome], switches)

    def _ways(self) -> Iterator[list[Part]]:
        """Yield the ways to show the outcome, the best first: with all switches, with those that are on, with none."""
        every = [self._switch(label, switch) for label, switch in _SWITCHES]
        on = [part for part in every if part[1] == "search.toggle.on"]
        yield from ([outcome, *switches] for outcome in self._outcomes for switches in (every, on, []))

    def _switch(self, label: str, switch: str) -> Part:
        """Return what shows a switch."""
        if getattr(self.asking, switch):
            return f"[{label}]", "search.toggle.on"
        return f" {label} ", "search.toggle.off"

    def remember(self) -> None:
        """Put the query on top of the last ones."""
        text = self.asking.text
        if text:
            self.queries = [text, *(query for query in self.queries if query != text)][:50]
        self._recalled = -1

    def action_recall(self, steps: int) -> None:
        """Put one of the last queries into the box."""
        recalled = max(-1, min(self._recalled + steps, len(self.queries) - 1))
        self._recalled = recalled
        self.box.value = self.queries[recalled] if recalled >= 0 else ""
        self.box.cursor_position = len(self.box.value)

    @on(Input.Changed)
    def _change(self, event: Input.Changed) -> None:
        event.stop()
        self._ask()

    def _ask(self) -> None:
        """Ask for what stands in the box by now, unless it has been asked for."""
        text = clean_line(self.box.value)
        if text != self.asking.text:
            self.asking = replace(self.asking, text=text)
            self.post_message(self.Asked(self.asking))

    def action_accept(self) -> None:
        """Leave the box at once, for what is typed next is meant for the page; what was typed before is still taken."""
        self.accepting = True
        self.screen.set_focus(self.screen.query_one("#page"))
        self.box.call_later(self._accept)

    def _accept(self) -> None:
        """Go to the next hit, now that the box has every letter that was typed before."""
        self._ask()
        self.remember()
        self.post_message(self.Accepted())

    @on(Bar.Clicked)
    def _click(self, event: Bar.Clicked) -> None:
        event.stop()
        if event.bar is self._prompt:
            self.open()
        for label, switch in _SWITCHES:
            if event.part.strip("[]") == label:
                self.toggle(switch)


def _width(parts: Iterable[Part]) -> int:
    """Return the cells that parts take."""
    return sum(cell_len(text) for text, _ in parts)
