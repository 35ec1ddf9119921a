"""Reading the rest of an article in a thread, while its first page is on the screen."""

import gc
from dataclasses import dataclass
from functools import partial

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from ketareader.document.batch import Batch
from ketareader.pipeline import Article

_BATCHES = 16
"""Batches from one freezing to the next: what happens to be garbage then is never freed, so not too few."""


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
    """Find out what hangs on the whole text, once every batch is in the document, and post it to `screen`."""
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
    unused = article.unused()
    if not get_current_worker().is_cancelled:
        screen.post_message(Concluded(article, unused))
