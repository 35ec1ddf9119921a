"""What the tests of the screen share: a small article, an app over it, and how to read the screen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from ketareader.pipeline import open_article
from ketareader.state import Memory, Settings
from ketareader.ui.app import KetaApp

ARTICLE = """\
# Rivers

Water runs [downhill](#the-sea). A **quick**
fox drinks.

## The spring

The quick fox was here first. It is cold.

### Of the hill

Small and clear.

## The brook

{filler}

## The sea

Salt. A [map](other.md) and a [site](https://example.org/a).
"""
OTHER = "# Another\n\nElsewhere altogether.\n"


def write_article(folder: Path) -> Path:
    """Write an article of five sections and some screens, and another that it links to."""
    filler = "\n\n".join(f"Paragraph {number} of the brook goes on and on." for number in range(60))
    article = folder / "rivers.md"
    article.write_text(ARTICLE.format(filler=filler), "utf-8")
    (folder / "other.md").write_text(OTHER, "utf-8")
    return article


@asynccontextmanager
async def reading(
    where: Path, size: tuple[int, int] = (100, 30), memory: Memory | None = None, settings: Settings | None = None
) -> AsyncIterator[tuple[KetaApp, Pilot[None]]]:
    """Open an article in an app without a terminal, read to its end."""
    article = open_article(str(where))
    article.document.extend(next(article.batches))
    app = KetaApp(article, memory or Memory(), settings or Settings())
    async with app.run_test(size=size) as pilot:
        await settle(app, pilot)
        yield app, pilot


async def settle(app: KetaApp, pilot: Pilot[None]) -> None:
    """Wait for the workers, and for what they posted; one that was given up has nothing to wait for."""
    for _ in range(3):
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
        await pilot.pause()


async def press(app: KetaApp, pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for what they set going."""
    await pilot.press(*keys)
    await settle(app, pilot)


async def type_text(app: KetaApp, pilot: Pilot[None], text: str) -> None:
    """Type a text."""
    await press(app, pilot, *("space" if character == " " else character for character in text))


def screen_text(app: KetaApp) -> list[str]:
    """Return the lines of the screen."""
    size = app.screen.size
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 (what the terminal would get)
    return [strip.text for strip in strips][: size.height]


def page_text(app: KetaApp) -> list[str]:
    """Return the lines of the reading pane."""
    page = app.reading.page
    return [page.render_line(y).text[:-1].strip() for y in range(page.size.height)]


def first_line(app: KetaApp) -> str:
    """Return the first line of the reading pane that isn't blank."""
    return next((line for line in page_text(app) if line), "")


def outcome(app: KetaApp) -> str:
    """Return what the search box says came of the query."""
    bar = app.reading.search_bar.query_one("#search-outcome")
    return bar.render_line(0).text.strip()


def said(app: KetaApp) -> str:
    """Return what the key line says."""
    return app.reading.key_bar.render_line(0).text.strip()


def contents_rows(app: KetaApp) -> list[str]:
    """Return the titles of the sections that the contents show."""
    contents = app.reading.contents.contents
    return [contents.document.sections[index].title for index in contents.visible]


def current_section(app: KetaApp) -> str:
    """Return the title of the section that the contents mark as being read."""
    contents = app.reading.contents.contents
    return "" if contents.current is None else contents.document.sections[contents.current].title
