"""ketareader's way from a file to its sections. Prints its seconds. usage: contents.py PATH."""

import sys
import time

from ketareader.pipeline import read_article

start = time.perf_counter()
read_article(sys.argv[1]).sections  # noqa: B018 (where they are made)
print(time.perf_counter() - start)
