"""A long article of every kind of block, and a view of it: what the tests of moving and of resizing share."""

from ketareader.document.document import Document
from ketareader.layout.page import Page
from ketareader.layout.viewport import Viewport

PROSE = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen. " * 3
ARTICLE = f"""\
# First

{PROSE}

- an item: {PROSE}
- a short one

## Second

| name | what |
|------|------|
| a row | {PROSE} |
| b row | {PROSE} |

```
code
\tmore code that is too long for a narrow page and has to be broken
```

## Third

{PROSE}

> A quote. {PROSE}

## Last

A word.
"""
WIDTHS = (40, 7, 100, 23, 61, 4, 200, 39)


def view(document: Document, width: int = 40, height: int = 10) -> Viewport:
    return Viewport(Page(document, width), height)
