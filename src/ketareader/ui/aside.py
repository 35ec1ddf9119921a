"""Work on pictures in threads that nothing waits for: neither the keys nor the end of the program."""

import asyncio
import threading
from collections.abc import Callable
from typing import TypeAlias, TypeVar

from textual.worker import WorkType

from ketareader.errors import ImageError

T = TypeVar("T")

Task: TypeAlias = WorkType[None]
"""What a worker does that goes on once something was done aside."""


async def aside(work: Callable[[], T]) -> T:
    """Return what a function returns that runs in a thread of its own. Raises the `ImageError` that it raises."""
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[T] = loop.create_future()

    def settle(answer: T | ImageError) -> None:
        if outcome.done():  # Nobody waits any more.
            return
        if isinstance(answer, ImageError):
            outcome.set_exception(answer)
        else:
            outcome.set_result(answer)

    def run() -> None:
        answer: T | ImageError
        try:
            answer = work()
        except ImageError as error:
            answer = error
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, answer)

    threading.Thread(target=run, daemon=True, name="picture").start()
    return await outcome
