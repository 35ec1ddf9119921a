"""iTerm2's inline images (OSC 1337), which WezTerm and others have too.

https://iterm2.com/documentation-images.html
"""

from base64 import standard_b64encode

from ketareader.images.picture import Picture
from ketareader.images.png import png


def payload(picture: Picture, rows: range) -> str:
    """Return what shows the given rows of cells with their upper left corner at the cursor.

    The size is in cells, so that it is right whatever pixels the terminal counts in. The cursor is to be put back
    after: WezTerm leaves it where it is (`doNotMoveCursor`), iTerm2 doesn't.
    """
    data = png(picture.cut(rows))
    arguments = f"inline=1;size={len(data)};width={picture.columns};height={len(rows)}"
    encoded = standard_b64encode(data).decode("ascii")
    return f"\x1b]1337;File={arguments};preserveAspectRatio=0;doNotMoveCursor=1:{encoded}\a"
