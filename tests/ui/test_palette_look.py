"""The palette's look: its cursor without colour, and what stands behind it in the terminal's own colours."""

from pathlib import Path

import pytest

from ketareader.state import Memory
from ketareader.ui.app import KetaApp
from tests.ui.reading import press, reading, screen_text


def look_of(app: KetaApp, text: str) -> str:
    """Return the colours and attributes of a text on the screen."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 (what the terminal would get)
    return next(str(segment.style) for strip in strips for segment in strip if segment.text.startswith(text))


@pytest.mark.parametrize("colour", [True, False])
async def test_the_entry_that_enter_chooses_looks_unlike_the_others(
    rivers: Path, monkeypatch: pytest.MonkeyPatch, *, colour: bool
) -> None:
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    async with reading(rivers, (60, 20)) as (app, pilot):
        await press(app, pilot, "ctrl+p")
        await pilot.pause(0.3)
        assert look_of(app, "One line down") != look_of(app, "One line up")
        assert look_of(app, "One line up") == look_of(app, "One page down")


async def test_the_page_stays_in_sight_behind_it_in_the_terminals_own_colours(rivers: Path) -> None:
    async with reading(rivers, (60, 20), Memory(theme="ansi-dark")) as (app, pilot):
        for key in ("ctrl+p", "question_mark"):
            await press(app, pilot, key)
            await pilot.pause(0.3)
            assert screen_text(app)[0].startswith(" Rivers")
            await press(app, pilot, "escape")
