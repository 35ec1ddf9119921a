"""Moving over the page."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


def line_down(screen: "ReadingScreen") -> None:
    """Move a line down."""
    screen.page.scroll_rows(1)


def line_up(screen: "ReadingScreen") -> None:
    """Move a line up."""
    screen.page.scroll_rows(-1)


def half_page_down(screen: "ReadingScreen") -> None:
    """Move half a page down."""
    screen.page.scroll_rows(max(screen.page.size.height // 2, 1))


def half_page_up(screen: "ReadingScreen") -> None:
    """Move half a page up."""
    screen.page.scroll_rows(-max(screen.page.size.height // 2, 1))


def page_down(screen: "ReadingScreen") -> None:
    """Move a page down, but for two lines that stay in sight."""
    screen.page.turn_page()


def page_up(screen: "ReadingScreen") -> None:
    """Move a page up, but for two lines that stay in sight."""
    screen.page.turn_back()


def start(screen: "ReadingScreen") -> None:
    """Go to the start."""
    screen.leave()
    screen.page.go_to_start()


def end(screen: "ReadingScreen") -> None:
    """Go to the end; while more is being read, on to what is the end then."""
    screen.leave()

    def go() -> bool:
        screen.page.go_to_end()
        return screen.article.document.complete

    screen.goal.seek(go, "")
