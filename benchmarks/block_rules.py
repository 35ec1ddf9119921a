"""markdown-it-py's block rules on a file, and nothing else. Prints their seconds. usage: block_rules.py PATH."""

import sys
import time
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

text = Path(sys.argv[1]).read_text("utf-8")
markdown_it = MarkdownIt("commonmark").enable("table")
tokens: list[Token] = []
start = time.perf_counter()
markdown_it.block.parse(text, markdown_it, {}, tokens)
print(time.perf_counter() - start)
