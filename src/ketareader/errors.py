"""One family of errors: each child is one thing that a reader can be told.

`str(error)` is one sentence for the reader, already cleaned for the terminal.
"""

from ketareader.text import clean_line


class KetaError(Exception):
    """A request that can't be met; its message says what to do."""

    def __init__(self, message: str) -> None:
        """Keep `message` as one clean line."""
        super().__init__(clean_line(message))


class SourceError(KetaError):
    """The article can't be opened: missing, a folder, a device, no permission, binary or empty."""


class PatternError(KetaError):
    """The query is no regular expression."""


class SectionError(KetaError):
    """No section has the title or number asked for."""


class UsageError(KetaError):
    """The command line asks for something that isn't there."""


class SettingsError(KetaError):
    """The configuration file can't be used."""


class ImageError(KetaError):
    """A picture can't be shown: missing, refused, damaged, too large or of no kind that is drawn; its text is."""
