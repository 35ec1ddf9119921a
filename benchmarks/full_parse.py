"""markdown-it-py's whole parse of a file, blocks and inline. Prints its seconds. usage: full_parse.py PATH."""

import sys
import time
from pathlib import Path

from markdown_it import MarkdownIt

text = Path(sys.argv[1]).read_text("utf-8")
markdown_it = MarkdownIt("commonmark").enable(["table", "strikethrough"])
start = time.perf_counter()
markdown_it.parse(text)
print(time.perf_counter() - start)
