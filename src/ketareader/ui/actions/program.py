"""Help, the palette, and the way out."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


async def help(screen: "ReadingScreen") -> None:  # noqa: A001 (the command's name)
    """Show every key."""
    from ketareader.ui.help_screen import HelpScreen  # noqa: PLC0415 (not before it is asked for)

    await screen.app.push_screen(HelpScreen(screen.commands, screen.page.paint))


def palette(screen: "ReadingScreen") -> None:
    """Offer commands, sections and themes by name."""
    screen.app.action_command_palette()


def suspend(screen: "ReadingScreen") -> None:
    """Go off to the shell."""
    screen.app.action_suspend_process()


def quit(screen: "ReadingScreen") -> None:  # noqa: A001 (the command's name)
    """End the program."""
    screen.app.exit()
