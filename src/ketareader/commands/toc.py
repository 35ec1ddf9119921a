"""`ketareader toc`: the sections of an article."""

from argparse import Namespace
from collections.abc import Iterator, Mapping

from ketareader.commands.output import write_lines, write_object
from ketareader.document.document import Document
from ketareader.document.outline import Section
from ketareader.pipeline import open_article
from ketareader.text import clean_line


def toc(options: Namespace) -> int:
    """Print the sections of an article, one a line, or as JSON. Raises `KetaError`."""
    article = open_article(options.where)
    document = article.document
    for batch in article.batches:
        document.extend(batch)
    if options.json:
        about = {"title": document.title or None, "source": clean_line(options.where)}
        size = {"format": document.source.format, "words": document.words()}
        write_object({**about, **size}, "sections", _sections(document))
    else:
        write_lines(map(_line, document.sections))
    return 0


def _line(section: Section) -> str:
    """Return a section's number and title, indented by its depth."""
    return "  " * section.depth + f"{section.number} {section.title}".lstrip()


def _sections(document: Document) -> Iterator[Mapping[str, object]]:
    """Yield what `toc --json` says of each section."""
    for index, section in enumerate(document.sections):
        yield {
            "index": index,
            "number": section.number,
            "level": section.level,
            "title": section.title,
            "slug": section.slug,
            "words": document.words(document.extent(index)[1:]),
            "line": section.line,
        }
