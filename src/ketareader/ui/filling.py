"""Reading the rest of an article in a thread, while its first page is on the screen."""

import gc
from dataclasses import dataclass
from functools import partial
from itertools import islice

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from ketareader.document.batch import Batch
from ketareader.document.block import Kind
from ketareader.document.document import Document
from ketareader.layout.code import prepare
from ketareader.pipeline import Article

_BATCHES = 16
"""Batches from one freezing to the next: what happens to be garbage then is never freed, so not too few."""

_LANGUAGES = 16
"""Languages of code that are made ready to be highlighted: an article may name any number."""


@dataclass
class BatchRead(Message):
    """The next batch of an article has been read."""

    article: Article
    batch: Batch


@dataclass
class Concluded(Message):
    """What hangs on an article's whole text is known."""

    article: Article
    unused: frozenset[str]
    """Labels of the references that nothing uses."""


def fill(screen: Screen[None], article: Article) -> None:
    """Read the rest of `article`, and post each batch to `screen`. An article that was being read is given up."""
    screen.run_worker(partial(_fill, screen, article), group="filling", exclusive=True, thread=True)


def conclude(screen: Screen[None], article: Article) -> None:
    """Find out what hangs on the whole text, once every batch is in the document, and post it to `screen`.

    Then make ready what highlights its code: some languages take longer than a key should.
    """
    screen.run_worker(partial(_conclude, screen, article), group="filling", thread=True)


def _fill(screen: Screen[None], article: Article) -> None:
    worker = get_current_worker()
    for number, batch in enumerate(article.batches, 1):
        if worker.is_cancelled:
            return
        screen.post_message(BatchRead(article, batch))
        if number % _BATCHES == 0:
            # What has been read stays: else the collector would go through all of it again and again, for longer and
            # longer, and the keys would wait for it.
            gc.collect()
            gc.freeze()


def _conclude(screen: Screen[None], article: Article) -> None:
    worker = get_current_worker()
    unused = article.unused()
    if not worker.is_cancelled:
        screen.post_message(Concluded(article, unused))
    for language in islice(_languages(article.document), _LANGUAGES):
        if worker.is_cancelled:
            return
        prepare(language)


def _languages(document: Document) -> dict[str, None]:
    """Return the languages of an article's code, in order."""
    from ketareader.layout.code_label import language_of  # noqa: PLC0415 (many an article has no code)

    code = (block for block in document.blocks if block.kind is Kind.CODE and block.info)
    return dict.fromkeys(filter(None, (language_of(block.info) for block in code)))
