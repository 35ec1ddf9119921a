"""No word of an article is lost: what another reader of Markdown prints is in what ketareader prints, and reads out.

The other reader is cmark-gfm, GitHub's, with and without its extensions.
"""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from unicodedata import normalize

import pytest

from ketareader.cli import main
from ketareader.document.document import Document
from ketareader.layout.page import Page
from ketareader.layout.sheet import Arrangement, Options
from ketareader.pipeline import read_article

CMARK = shutil.which("cmark-gfm")
EXTENSIONS = ("table", "strikethrough", "tasklist", "autolink")
READ_OTHERWISE = re.compile(
    r"\$\$[^$]+\$\$|\$[^$\n]*[\\^_][^$\n]*\$|\\\(.*?\\\)"  # Formulas are in Unicode.
    r"|\[\^[^\]\s]+\]:?|(?<=\w)\^[a-z]\w*"  # Notes have numbers; the second is one that it takes for a link.
    r"|\{ *#[\w-]+ *\}$"  # Headings' names in links.
    r"|\[!\w+\]|^(?::::+|!!!|\?\?\?\+?) *\w+"  # Callouts have titles.
    r"|\[\[[^\]|]*\|"  # Wiki links have a text, and a target that isn't read.
    r"|:[a-z0-9_+-]+:",  # Emoji have no names.
    re.MULTILINE | re.DOTALL,
)
"""What the other reader shows as it is written."""
EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n.*?^`{32}$", re.MULTILINE | re.DOTALL)

pytestmark = pytest.mark.skipif(CMARK is None, reason="cmark-gfm is not installed")


def printed_by_cmark(path: Path, *extensions: str) -> str:
    options = [part for name in extensions for part in ("-e", name)]
    done = subprocess.run([str(CMARK), *options, "-t", "plaintext", path], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


@pytest.fixture(params=[("--format", "plain"), ("--linear",)], ids=["page", "linear"])
def printed(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Callable[[Path], str]:
    """Return what prints an article, as a page and as it is read out."""

    def printed(path: Path) -> str:
        assert main(["print", *request.param, str(path)]) == 0
        return capsys.readouterr().out

    return printed


Printed = Callable[[Path], str]


def words(text: str) -> set[str]:
    return {word.strip("_") for word in re.findall(r"\w+", text)}


def as_read(theirs: str) -> str:
    """Return the other reader's text without what ketareader reads as something else than words."""
    return READ_OTHERWISE.sub(" ", theirs)


def lost(theirs: str, ours: str) -> set[str]:
    """Return the words of one text that are not in the other, be it in two lines, or in small characters."""
    plain = normalize("NFKC", ours)
    run_together = re.sub(r"[\W_]+", "", ours + plain)
    missing = words(as_read(theirs)) - words(ours) - words(plain)
    return {word for word in missing if word.replace("_", "") not in run_together}


def examples(corpus: Path) -> Iterator[str]:
    text = (corpus / "corpus" / "commonmark-spec.md").read_text("utf-8")
    return (found.replace("→", "\t") for found in EXAMPLE.findall(text))


@pytest.mark.parametrize("name", ["a-tour-of-ketareader.md", "ketamine-for-anxiety.md"])
def test_no_word_of_our_own_articles_is_lost(root: Path, name: str, printed: Printed) -> None:
    path = root / "articles" / name
    ours = printed(path)
    assert lost(printed_by_cmark(path), ours) == set()
    assert lost(printed_by_cmark(path, *EXTENSIONS), ours) == set()


def test_no_word_of_the_specifications_examples_is_lost(corpus: Path, tmp_path: Path, printed: Printed) -> None:
    found: dict[int, set[str]] = {}
    number = 0
    for number, source in enumerate(examples(corpus), 1):
        path = tmp_path / f"{number}.md"
        path.write_text(source, "utf-8")
        if not source.strip():
            continue
        missing = lost(printed_by_cmark(path), printed(path))
        if missing:
            found[number] = missing
    assert number >= 600
    assert found == {}


@pytest.mark.parametrize("name", ["commonmark-spec.md", "rust-book.md"])
def test_no_word_of_a_long_text_is_lost(corpus: Path, name: str, printed: Printed) -> None:
    path = corpus / "corpus" / name
    ours = printed(path)
    assert lost(printed_by_cmark(path), ours) == set()
    assert lost(printed_by_cmark(path, *EXTENSIONS), ours) == set()


def counted(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.replace("_", "")))


def shown(document: Document, width: int) -> Iterator[str]:
    """Yield each block's text from its lines, put together again in its own order, and the markers before it."""
    arrangement = Arrangement(is_paper=True)
    arrangement.is_meta_shown = True
    page = Page(document, width, Options(highlighted=False), arrangement)
    for block in range(len(document.blocks)):
        runs = [run for line in page.lines(block) for run in line.runs]
        yield " ".join(run.text for run in runs if run.role == "list.marker")
        end = 0
        for run in sorted((run for run in runs if run.start >= 0), key=lambda run: run.start):
            yield " " * (run.start > end) + run.text * ({"html", "note.mark"}.isdisjoint(run.role.split()))
            end = run.start + len(run.text)
        yield "\n"


@pytest.mark.parametrize("width", [72, 30])
@pytest.mark.parametrize("name", ["commonmark-spec.md", "rust-book.md", "rust-rfcs.md"])
def test_every_word_stands_on_the_page_as_often_as_it_is_written(corpus: Path, name: str, width: int) -> None:
    path = corpus / "corpus" / name
    ours = normalize("NFKC", "".join(shown(read_article(str(path)), width)))
    missing = counted(normalize("NFKC", as_read(printed_by_cmark(path)))) - counted(ours)
    # The other reader writes words together where a line is broken by a tag, or apart where Japanese is.
    run_together = re.sub(r"[\W_]+", "", ours)
    assert [word for word in missing if word not in run_together] == []
    assert missing.total() < 10
