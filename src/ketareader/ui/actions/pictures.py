"""Pictures, shown or told of by their text."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ketareader.ui.reading_screen import ReadingScreen


def images(screen: "ReadingScreen") -> None:
    """Show pictures, or the text that stands for them; one that couldn't be shown is tried again."""
    pictures, options = screen.page.illustrations.pictures, screen.manner.options
    if not pictures.are_shown:
        screen.say("No pictures are shown here: images in the configuration file says how they would be", error=True)
        return
    pictures.try_again()
    screen.set_manner(screen.manner._replace(options=options._replace(illustrated=not options.illustrated)))
    screen.say("Pictures: their text" if options.illustrated else "Pictures: shown")
